"""HeidelTime's TimeML as the document that the scorers read."""

import html
import re

TAG = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.S)
VALUE = re.compile(r'value="([^"]*)"')
BODY = re.compile(r"<TimeML>\n?(.*?)\n?</TimeML>", re.S)


def note(path, original, marked):
    """The dates of one document. Offsets are in the original, found again word by word: TimeML changes white space."""
    body = BODY.search(marked)[1]
    dates, events, at = [], [], 0
    for attributes, words in TAG.findall(body):
        words = html.unescape(words)
        place = original.find(words, at)
        if place < 0:
            continue
        at = place + len(words)
        start = len(original[:place].encode())
        line = original.count("\n", 0, place) + 1
        value = VALUE.search(attributes)[1]
        dates.append({"line": line, "start": start, "end": start + len(words.encode()), "text": words, "value": value})
        if value[:1].isdigit() or value.startswith("BC"):
            events.append({"date": value, "line": line, "text": words})
    return {"path": path, "dates": dates, "events": events}
