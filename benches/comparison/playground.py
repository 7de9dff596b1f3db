"""`clio playground --no-bot` as a process of its own, and the loads that it offers."""

import json
import subprocess
import urllib.error
import urllib.request

import machine
from places import BENCHES

DATES = BENCHES / "comparison" / "dates.txt"


class Playground:
    def __init__(self, built, servers=100, limits=True):
        command = [built.clio, "playground", "--no-bot", "--port", "0", "--control", "--servers", servers]
        if not limits:
            command.append("--no-limits")
        self.process = subprocess.Popen(machine.pinned([machine.PLAYGROUND], command), stdout=subprocess.PIPE, text=True)
        said = {}
        while "Token" not in said:
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit("The playground did not start.")
            name, _, value = line.partition(":")
            said[name] = value.strip()
        self.origin = said["API"].removesuffix("/api/v10")
        self.token = said["Token"]

    def load(self, pid, seconds, warm=1, **rates):
        """Offers interactions at these rates a second to the bot that is connected; gives the report."""
        parts = [f"{name}={value}" for name, value in rates.items()]
        spec = ",".join([*parts, f"for={milliseconds(seconds)}", f"warm={milliseconds(warm)}", "wait=60s", f"pid={pid}", f"dates={DATES}"])
        return self.control(spec)

    def answered(self, pid, seconds, **rates):
        """The same where nothing but a broken bot answers nothing."""
        report = self.load(pid, seconds, **rates)
        if report["answered"] == 0:
            raise SystemExit(f"Nothing was answered: {report}")
        return report

    def control(self, spec):
        request = urllib.request.Request(f"{self.origin}/control/load", data=spec.encode(), method="POST")
        try:
            with urllib.request.urlopen(request, timeout=900) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refusal:
            raise SystemExit(f"The playground refuses the load {spec}: {refusal.read().decode()}") from refusal

    def first(self, pid):
        """One command, answered: the bot is connected, has registered its commands and has found its caches."""
        for _ in range(20):
            if self.load(pid, 0.5, warm=0.01, event=2)["answered"]:
                return
        raise SystemExit("The bot answers nothing.")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)


def milliseconds(seconds):
    return f"{seconds * 1000:.0f}ms"
