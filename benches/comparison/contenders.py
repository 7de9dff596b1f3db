"""The bots: how each is installed and started, all with the same environment."""

import os
import subprocess

import machine
from places import BENCHES, ROOT, WORK, facts, fresh, node_packages, python_packages, say

CLIO, BARE, DISCORD_JS, DISCORD_PY, NULL = "Clio", "bare poise", "discord.js", "discord.py", "null bot"


class Contender:
    """A bot that can be started against a playground."""

    def __init__(self, name, command, **environment):
        self.name = name
        self.command = command
        self.environment = environment

    def start(self, playground, *, cores=(machine.BOT,), **environment):
        """A running bot, on its own core unless it is given others."""
        own = {"DISCORD_TOKEN": playground.token, "API_URL": playground.origin, "CLIO_DISCORD_API_URL": playground.origin}
        if self.name == CLIO:
            own["CLIO_DATA_FOLDER"] = str(fresh("data"))
            # The others hold nobody up who gives many commands.
            own["CLIO_COMMANDS_PER_PERSON"] = own["CLIO_COMMANDS_PER_SERVER"] = "0"
        whole = {**os.environ, **own, **self.environment, **environment}
        command = machine.pinned(cores, self.command)
        with open(WORK / f"{self.name}.log", "wb") as log:
            return Running(subprocess.Popen(command, env=whole, stdout=subprocess.DEVNULL, stderr=log))


class Running:
    """Its process, which ends with the block."""

    def __init__(self, process):
        self.process = process
        self.pid = process.pid

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def installed(built, content=ROOT / "content", name="content"):
    """All contenders, answering from the notes in `content`; the bare bot answers from nothing."""
    say("Installing discord.js and discord.py")
    js = node_packages(BENCHES / "contenders" / "discord-js")
    source = BENCHES / "contenders" / "discord-py"
    python = python_packages(source)
    known = str(facts(built, content, fresh(f"facts-{name}") / "facts.json"))
    return [
        Contender(CLIO, [built.clio, "run", "--content", content], CLIO_LOG_FILTER="warn,serenity=error"),
        Contender(BARE, [built.bare_bot]),
        Contender(DISCORD_JS, ["node", js / "bot.mjs"], FACTS=known, NODE_ENV="production"),
        Contender(DISCORD_PY, [python, source / "bot.py"], FACTS=known, PYTHONPYCACHEPREFIX=str(ROOT / "target" / "pycache")),
    ]


def alternated(contenders, rounds):
    """Each contender once a round; another one begins each round."""
    for number in range(rounds):
        first = number % len(contenders)
        for contender in contenders[first:] + contenders[:first]:
            yield number, contender
