"""Games at once: group quizzes with ten players each through the whole stack, on SQLite; and what of them was written down."""

import json
import re
import socket
import sqlite3
import time
import urllib.request
from collections import Counter
from contextlib import closing
from statistics import median

import machine
from contenders import CLIO
from places import WORK
from playground import Playground, milliseconds
from tables import Bar, Table, spread

PLAYERS = 10
# A server of the playground has four channels, and a channel one game.
CHANNELS = 4
# Discord's global limit is lifted by letting the bot send this often; the playground's limits are off then.
LIFTED = 1_000_000
LAG_MS, LAG = 250, "clio_timer_lag_seconds"


def port():
    """A port that nobody uses at the moment."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        return listener.getsockname()[1]


def p99_ms(metrics, name):
    """The bound below which 99 of 100 lie, from a histogram of Prometheus; infinity past the last."""
    buckets = re.findall(rf'^{name}_bucket{{le="([^"]+)"}} (\d+)', metrics, re.M)
    total = int(buckets[-1][1])
    bound = next(bound for bound, count in buckets if int(count) >= 0.99 * total)
    return float(bound.replace("+Inf", "inf")) * 1000


def lost(log, data):
    """Answers that were acknowledged and are not in the database, and how many were acknowledged."""
    told = [json.loads(line) for line in log.read_text("utf8").splitlines()]
    acknowledged = Counter(int(line["person"]) for line in told)
    with closing(sqlite3.connect(f"file:{data}/clio.db?mode=ro", uri=True)) as database:
        kept = Counter(dict(database.execute("SELECT player, COUNT(*) FROM answers GROUP BY player")))
    return (acknowledged - kept).total(), acknowledged.total()


def play(built, clio, count, scale, lifted=True):
    """One evening of so many games: the playground's report, the bot's timers, what was lost."""
    listen = f"127.0.0.1:{port()}"
    environment = {
        "CLIO_METRICS_LISTEN": listen,
        "CLIO_QUIZ_BETWEEN_GAMES": "0",
        "CLIO_QUIZ_GAMES_PER_SERVER": str(CHANNELS),
    }
    if scale.is_smoke:
        environment.update(CLIO_QUIZ_LOBBY="5", CLIO_QUIZ_LEAD_IN="1", CLIO_QUIZ_REVEAL="1")
    if lifted:
        environment["CLIO_DISCORD_REQUESTS_A_SECOND"] = str(LIFTED)
    log = WORK / "answers.jsonl"
    servers = max(100, -(-count // CHANNELS))
    with Playground(built, servers, limits=not lifted) as playground, clio.start(playground, **environment) as bot:
        spec = f"games={count},players={PLAYERS},questions={scale.questions},seconds=10,for=10m,warm={milliseconds(scale.begin)},wait=60s"
        report = playground.control(f"{spec},pid={bot.pid},log={log}")
        if "answer" not in report["kinds"]:
            raise SystemExit(f"Nothing was answered in a game: {report}")
        with urllib.request.urlopen(f"http://{listen}/metrics") as answer:
            metrics = answer.read().decode()
        # The last game's rows are written when its last question has closed.
        machine.calm(bot.pid, 5)
        report["lost"], report["acknowledged"] = lost(log, WORK / "data")
    report["lag_p99_ms"] = p99_ms(metrics, LAG)
    report["commit_p99_ms"] = p99_ms(metrics, "clio_commit_seconds")
    return report


def answers(report):
    """How long presses and forms that answer a question waited for their acknowledgement."""
    return report["kinds"]["answer"]["latency_ms"]


def evenings(built, contenders, scale):
    """Reports by number of games; another number begins each round."""
    clio = next(contender for contender in contenders if contender.name == CLIO)
    reports = {count: [] for count in scale.games}
    for number in range(scale.evenings):
        first = number % len(scale.games)
        for count in scale.games[first:] + scale.games[:first]:
            report = play(built, clio, count, scale)
            reports[count].append(report)
            ack = answers(report)["p99"]
            scale.tell(number, f"{count} games", f"ack p99 {ack:.1f} ms, timer lag p99 {report['lag_p99_ms']:.0f} ms")
            time.sleep(1)
    return reports


def under_limit(built, contenders, scale):
    """The most games, by doubling and halving, whose timers lag at most a quarter of a second at Discord's 50 requests a second."""
    clio = next(contender for contender in contenders if contender.name == CLIO)

    def holds(count):
        report = play(built, clio, count, scale, lifted=False)
        finished = f"{report['games']['finished']} of {report['games']['begun']} finished"
        scale.tell(0, f"{count} games within Discord's limit", f"timer lag p99 {report['lag_p99_ms']:.0f} ms, {finished}")
        return report["lag_p99_ms"] <= LAG_MS and report["games"]["finished"] == report["games"]["begun"]

    low, high = 0, 10
    while holds(high):
        low, high = high, high * 2
        # An evening twice as large would take longer than its patience.
        if low > 1000:
            return low
    while high - low > max(2, low // 8):
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def tables(reports, most):
    columns = ["games", "finished", "ack p50, ms", "ack p99, ms", "least to most", "timer lag p99, ms, at most", "commit p99, ms, at most", "CPU ms a game-minute", "acknowledged", "of them lost"]
    rounds = max(len(each) for each in reports.values())
    table = Table("games", columns, f"{PLAYERS} players each, Discord's limits lifted on both sides, {rounds} rounds.")
    cost, p99, lag, missing = {}, {}, {}, []
    for count, each in reports.items():
        p99[count] = [answers(report)["p99"] for report in each]
        lag[count] = [report["lag_p99_ms"] for report in each]
        cost[count] = [report["games"]["cpu_ms_per_game_minute"] for report in each]
        missing += [report["lost"] for report in each]
        played = [f"{sum(report['games'][what] for report in each)}" for what in ("finished", "begun")]
        figures = [median(answers(report)["p50"] for report in each), median(p99[count])]
        commit = median(report["commit_p99_ms"] for report in each)
        table.row(
            count, " of ".join(played), *(f"{figure:.1f}" for figure in figures), spread(p99[count], 1), f"{median(lag[count]):.0f}",
            f"{commit:.0f}", f"{median(cost[count]):.0f}", sum(report["acknowledged"] for report in each), sum(report["lost"] for report in each),
        )  # fmt: skip
    bars = [Bar("answers acknowledged and lost", [sum(missing)], "≤", 0)]
    for count, wanted in ((100, 60), (1000, 500)):
        if count in p99:
            bars.append(Bar(f"ack p99 of {count:,} games", p99[count], "≤", wanted, " ms"))
    if 1000 in lag:
        bars.append(Bar("timer lag p99 of 1,000 games", lag[1000], "≤", LAG_MS, " ms"))
        grown = [abs(large / small - 1) * 100 for small, large in zip(cost[10], cost[1000])]
        bars.append(Bar("a game's cost at 1,000 games away from its cost at 10", grown, "≤", 20, " %"))
    if most is not None:
        table.caption += f" Within Discord's 50 requests a second, {most} games run with timers that lag at most {LAG_MS} ms (p99)."
    return table, bars
