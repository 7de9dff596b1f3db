"""The machine: what it is, which cores are whose, and what a process has used of it."""

import os
import pathlib
import platform
import re
import subprocess
import time

TICKS = os.sysconf("SC_CLK_TCK")
# One core each for the playground and the bot; a machine with one core lets them share it.
CORES = sorted(os.sched_getaffinity(0))
PLAYGROUND, BOT = CORES[0], CORES[-1]


def pinned(cores, command):
    """The command, to be run on these cores alone."""
    return ["taskset", "-c", ",".join(map(str, cores)), *map(str, command)]


def cpu_seconds(pid):
    """What a process has spent so far, its threads and its ended children included."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return sum(map(int, fields[11:15])) / TICKS


def memory(pid):
    """Resident bytes, and how many of them are no pages of files: those would be read again at need."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return tuple(int(re.search(rf"{name}:\s+(\d+)", status)[1]) * 1024 for name in ("VmRSS", "RssAnon"))


def calm(pid, seconds):
    """Waits until a process does almost nothing, at most so long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        before = cpu_seconds(pid)
        time.sleep(0.5)
        if cpu_seconds(pid) - before < 0.02:
            return


def described():
    """One line for each thing that a reader of the tables wants to know."""
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) / 1024**2
    load = os.getloadavg()[0]
    return [
        f"- {cpu[1] if cpu else platform.machine()}, {len(CORES)} cores of it, {memory:.0f} GB, Linux {platform.release()}",
        f"- {version('rustc')}, Node.js {version('node').lstrip('v')}, {version('python3')}",
        f"- {time.strftime('%-d %B %Y', time.gmtime())}, load average at the start {load:.2f}",
    ]


def version(program):
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
