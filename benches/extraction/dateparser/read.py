"""dateparser beside Clio's reader: `read.py FOLDER SECONDS FOUND`, as `read-notes` of this crate."""

import json
import pathlib
import re
import sys
import time
import warnings
from datetime import datetime

from dateparser.search import search_dates

folder, seconds, found = sys.argv[1:]
warnings.simplefilter("ignore")
# Missing years are taken from here: the documents name no day on which they were written.
SETTINGS = {"RELATIVE_BASE": datetime(2000, 1, 1), "RETURN_AS_TIMEZONE_AWARE": False}
DOCUMENTS = [(path.name, path.read_text("utf8")) for path in sorted(pathlib.Path(folder).iterdir())]
MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.I)
YEAR = re.compile(r"\d{3,4}")
DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b")


def read(text):
    return search_dates(text, languages=["en"], settings=SETTINGS) or []


def value(words, date):
    """A date as precise as its words: dateparser fills in the rest and does not say what."""
    if not MONTH.search(words) and YEAR.search(words) and not DAY.search(words):
        return f"{date.year:04}"
    if MONTH.search(words) and not DAY.search(words):
        return f"{date.year:04}-{date.month:02}"
    return f"{date.year:04}-{date.month:02}-{date.day:02}"


def note(path, text):
    dates, events, at = [], [], 0
    for words, date in read(text):
        place = text.find(words, at)
        if place < 0:
            continue
        at = place + len(words)
        start = len(text[:place].encode())
        line = text.count("\n", 0, place) + 1
        when = value(words, date)
        dates.append({"line": line, "start": start, "end": start + len(words.encode()), "text": words, "value": when})
        events.append({"date": when, "line": line, "text": words})
    return {"path": path, "dates": dates, "events": events}


notes = [note(path, text) for path, text in DOCUMENTS]
pathlib.Path(found).write_text(json.dumps({"notes": notes}), "utf8")

def cpu_seconds():
    """What this process and its children have spent; Linux counts hundredths."""
    fields = pathlib.Path("/proc/self/stat").read_text().rsplit(") ", 1)[1].split()[11:15]
    return sum(map(int, fields)) / 100


size = sum(len(text.encode()) for _, text in DOCUMENTS)
passes, start, cpu = 0, time.perf_counter(), cpu_seconds()
while time.perf_counter() - start < float(seconds):
    for _, text in DOCUMENTS:
        read(text)
    passes += 1
spent = time.perf_counter() - start
print(json.dumps({"bytes": size * passes, "seconds": spent, "cpu_seconds": cpu_seconds() - cpu}))
