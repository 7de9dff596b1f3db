"""Extraction beside the others: bytes a second, warm, and the scores of the same documents by the same scorers."""

import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from statistics import median

from contenders import alternated
from places import ROOT, SHARED, WORK, fresh, say
from readers import CHRONO, CLIO, CLIO_DATES, DATEPARSER, HEIDELTIME, installed
from tables import Bar, Table, per, spread

GOLD = SHARED / "gold"
WIKIWARS = GOLD / "wikiwars-train"


def documents():
    """A folder with the notes of content/ and, where they are there, the labelled notes; its size in bytes."""
    folder = fresh("documents")
    for file in [*sorted((ROOT / "content").rglob("*.md")), *sorted((GOLD / "notes").glob("*.md"))]:
        shutil.copy(file, folder)
    return folder, sum(file.stat().st_size for file in folder.iterdir())


def speeds(readers, folder, scale):
    """Bytes by second of the clock and of the processor, and what each found the last time."""
    clock, cpu, found = defaultdict(list), defaultdict(list), {}
    for number, reader in alternated(readers, scale.rounds):
        found[reader.name], report = reader.read(folder, scale.reading)
        clock[reader.name].append(report["bytes"] / report["seconds"])
        cpu[reader.name].append(report["bytes"] / max(report["cpu_seconds"], 0.01))
        scale.tell(number, reader.name, f"{clock[reader.name][-1] / 1e3:,.0f} KB a second")
    return clock, cpu, found


def speed_tables(clock, cpu, size):
    table = Table("reading", ["reader", "KB a second", "least to most", "KB a CPU second"], f"{size / 1e3:.0f} KB of notes, on one core, warm.")
    for name in clock:
        kilobytes = [each / 1e3 for each in clock[name]]
        table.row(name, f"{median(kilobytes):,.1f}", spread(kilobytes, 1), f"{median(cpu[name]) / 1e3:,.1f}")
    wanted = {CHRONO: 5, DATEPARSER: 100, HEIDELTIME: 100}
    bars = [Bar(f"bytes a second, {CLIO} ÷ {name}", per(clock, CLIO, name), "≥", wanted[name]) for name in clock if name in wanted]
    return table, bars


def scored(script, gold, name, document):
    """What a scorer prints of a document."""
    file = WORK / f"{name}.json"
    file.write_text(json.dumps(document), "utf8")
    run = subprocess.run([sys.executable, GOLD / script, gold, file], capture_output=True, text=True, check=True)
    return run.stdout


def of_notes(found):
    """Dates at their lines, dates of a note whatever the line, people and causes; of who looks for them."""
    table = Table("notes", ["reader", "dated statements", "dates of a note", "people", "causes"], "F1 on the hand-labelled notes.")
    for name, document in found.items():
        said = scored("score.py", GOLD, name, document)
        cells = []
        for layer in ("events", "date inventory", "people", "causes"):
            line = re.search(rf"^{layer}.*?F1 +([\d.]+)", said, re.M)
            cells.append(line[1] if line else "")
        table.row(name, *cells)
    return table


def of_wikiwars(readers):
    """Spans and values in articles, which are no notes: HeidelTime's own ground."""
    columns = ["reader", "strict", "relaxed", "value", "explicit: strict", "relaxed", "value"]
    table = Table("wikiwars", columns, "F1 on the training part of WikiWars; explicit are dates without durations and the like.")
    folder = fresh("wikiwars")
    for file in WIKIWARS.glob("*.txt"):
        shutil.copy(file, folder)
    for reader in readers:
        said = scored("score_dates.py", WIKIWARS, reader.name, reader.read(folder, 0)[0])
        table.row(reader.name, *re.findall(r"F1 +([\d.]+)", said))
        say(f"{reader.name} has read WikiWars")
    return table


def compared(built, scale):
    """Tables, bars and figures. Without the labelled notes, no scores; the smoke form reads one note, and not WikiWars."""
    readers = installed(built)
    folder, size = documents()
    if scale.is_smoke:
        for file in sorted(folder.iterdir())[1:]:
            file.unlink()
        size = sum(file.stat().st_size for file in folder.iterdir())
    clock, cpu, found = speeds(readers, folder, scale)
    table, bars = speed_tables(clock, cpu, size)
    tables = [table]
    if not GOLD.exists():
        say(f"There are no labelled notes at {GOLD}: no scores")
    elif not scale.is_smoke:
        # It finds the same dates.
        del found[CLIO_DATES]
        tables += [of_notes(found), of_wikiwars([reader for reader in readers if reader.name != CLIO_DATES])]
    return tables, bars, {"clock": clock, "cpu": cpu}
