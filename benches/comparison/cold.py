"""Cold start: from the start of the process to the first answered command, with many notes."""

import subprocess
import time
from collections import defaultdict
from statistics import median

import machine
from contenders import BARE, CLIO, DISCORD_JS, DISCORD_PY, alternated, installed
from page import Page
from places import fresh
from playground import Playground
from tables import Bar, Table, per, spread

# Somebody asks again and again, so often a second, until there is an answer.
PAUSE = 0.01
PATIENCE = 120

ONE_CORE = f"{CLIO}, on one core"


def vault(built, notes):
    """A folder with so many made-up notes, and its size in bytes."""
    folder = fresh("vault")
    subprocess.run([built.write_vault, folder, str(notes)], check=True)
    return folder, sum(file.stat().st_size for file in folder.rglob("*.md"))


def first_answer(playground, contender, cores):
    """Seconds by the clock and of the processor until the first command is answered."""
    page = Page(playground.origin)
    start = time.monotonic()
    with contender.start(playground, cores=cores) as bot:
        while time.monotonic() - start < PATIENCE:
            page.asks("event", "when", "27-october")
            if page.sees("MESSAGE_CREATE", PAUSE):
                return time.monotonic() - start, machine.cpu_seconds(bot.pid)
    raise SystemExit(f"{contender.name} has answered nothing within {PATIENCE} seconds.")


def starts(built, scale):
    folder, size = vault(built, scale.notes)
    # The bare bot reads no notes, so it has no part in this.
    readers = [contender for contender in installed(built, folder, "vault") if contender.name != BARE]
    # As a host starts them, on all cores. Clio alone has a use for more than one, so what it takes without them stands beside it.
    starts = [(contender.name, contender, machine.CORES) for contender in readers]
    starts += [(ONE_CORE, contender, [machine.BOT]) for contender in readers if contender.name == CLIO]
    measured = defaultdict(list)
    for number, (name, contender, cores) in alternated(starts, scale.rounds):
        with Playground(built, servers=0) as playground:
            measured[name].append(first_answer(playground, contender, cores))
        scale.tell(number, name, f"answered after {measured[name][-1][0]:.2f} s")
    return measured, size


def tables(measured, size, notes):
    caption = f"{notes:,} notes, {size / 1e6:.1f} MB. The other two read what `clio check --json` wrote of them before."
    table = Table("cold", ["bot", "seconds", "least to most", "CPU seconds"], caption)
    for name, each in measured.items():
        seconds, cpu = zip(*each)
        table.row(name, f"{median(seconds):.2f}", spread(seconds, 2), f"{median(cpu):.2f}")
    seconds = {name: [pair[0] for pair in each] for name, each in measured.items()}
    bars = [Bar(f"cold start of {name}", seconds[name], "≤", 1.5, " s") for name in (CLIO, ONE_CORE)]
    bars += [Bar(f"cold start of {CLIO} ÷ {other}", per(seconds, CLIO, other), "≤", 0.5) for other in (DISCORD_JS, DISCORD_PY)]
    return table, bars
