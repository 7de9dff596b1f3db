"""Where things are: the repository, what is built, what is installed, and notes that are not part of the repository."""

import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BENCHES = ROOT / "benches"
WORK = ROOT / "target" / "compare"
SHARED = pathlib.Path(os.environ.get("CLIO_SHARED", ROOT.parent / "shared"))


class Built:
    """Programs of this crate in one profile's folder."""

    def __init__(self, folder):
        self.clio = folder / "clio"
        self.examples = folder / "examples"
        for program in (self.clio, self.bare_bot, self.read_notes, self.write_vault):
            if not program.exists():
                raise SystemExit(f"There is no {program}: build it first, with `cargo build --bin clio --examples`.")

    @property
    def bare_bot(self):
        return self.examples / "bare-bot"

    @property
    def read_notes(self):
        return self.examples / "read-notes"

    @property
    def write_vault(self):
        return self.examples / "write-vault"

    def sends_more(self):
        """Whether the bot can be told to send more to a playground than Discord bears, as games at once need."""
        settings = subprocess.run([self.clio, "config"], capture_output=True, text=True, check=True).stdout
        return "requests_a_second" in settings

    def null_bot(self):
        """The bot that only shows how far the playground goes."""
        program = self.examples / "null-bot"
        return program if program.exists() else None


def build():
    """The release build, as it ships."""
    say("Building the release")
    subprocess.run(["cargo", "build", "--release", "--locked", "--quiet", "--bin", "clio", "--examples"], cwd=ROOT, check=True)
    return Built(ROOT / "target" / "release")


def say(text):
    print(f"== {text}", file=sys.stderr, flush=True)


def fresh(name):
    """An empty folder of this name."""
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def node_packages(source):
    """A folder with the scripts of `source` and what its package.json names."""
    folder = ROOT / "target" / source.relative_to(BENCHES)
    folder.mkdir(parents=True, exist_ok=True)
    for file in source.iterdir():
        shutil.copy(file, folder)
    if is_new(folder, source / "package.json"):
        quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--silent"]
        subprocess.run(["npm", "install", *quiet], cwd=folder, check=True)
        remember(folder, source / "package.json")
    return folder


def python_packages(source):
    """The interpreter of an environment with what requirements.txt of `source` names."""
    venv = ROOT / "target" / source.relative_to(BENCHES) / "venv"
    python = venv / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    wanted = source / "requirements.txt"
    if is_new(venv, wanted):
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted]
        subprocess.run(pip, check=True)
        remember(venv, wanted)
    return python


def is_new(folder, wanted):
    """What is wanted differs from what was installed into the folder the last time."""
    installed = folder / "installed.txt"
    return not installed.exists() or installed.read_text() != wanted.read_text()


def remember(folder, wanted):
    shutil.copy(wanted, folder / "installed.txt")


def facts(built, content, file):
    """The document of `clio check --json`, from which the other bots answer."""
    with open(file, "wb") as out:
        subprocess.run([built.clio, "check", "--json", content], stdout=out, stderr=subprocess.DEVNULL, check=True)
    return file
