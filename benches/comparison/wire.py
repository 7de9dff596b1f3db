"""Load on the wire: the highest rate that a bot sustains, and what an answer costs at half of the slowest bot's."""

from collections import defaultdict
from statistics import median

import machine
from contenders import BARE, CLIO, DISCORD_JS, DISCORD_PY, Contender, NULL, alternated
from playground import Playground
from tables import Bar, Table, lowest, per, spread

# Sustained is a rate at which 99 of 100 answers arrive within this time and none is missing.
P99_MS = 50
# Where not even so many a second hold, nothing does.
LEAST = 10


def sustains(report):
    lost = report["unanswered"] + report["refused"]
    return lost == 0 and report["latency_ms"]["p99"] < P99_MS


class Search:
    """The highest sustained rate of one running bot, by doubling and then by halving the distance."""

    def __init__(self, playground, pid, scale):
        self.playground, self.pid, self.scale = playground, pid, scale
        self.best = None

    def holds(self, rate):
        report = self.playground.load(self.pid, self.scale.probe, warm=self.scale.probe / 3, event=round(rate))
        holds = sustains(report)
        if holds:
            self.best = report
        else:
            machine.calm(self.pid, self.scale.calm)
        return holds

    def highest(self, rate, steps, factor=2.0):
        """From `rate` up, or down where that is too much already; 0 where nothing holds."""
        low, high = 0, rate
        while self.holds(high):
            low, high = high, high * factor
        while low == 0:
            rate = high / factor
            if rate < LEAST:
                return 0
            if self.holds(rate):
                low = rate
            else:
                high = rate
        for _ in range(steps):
            middle = (low + high) / 2
            if self.holds(middle):
                low = middle
            else:
                high = middle
        return low


def ceilings(built, contenders, scale):
    """Rates by contender, and what the playground spent at the last of them."""
    null = built.null_bot()
    contenders = contenders + ([Contender(NULL, [null])] if null else [])
    rates, shares = defaultdict(list), defaultdict(list)
    for number, contender in alternated(contenders, scale.rounds):
        with Playground(built) as playground, contender.start(playground) as bot:
            search = Search(playground, bot.pid, scale)
            playground.answered(bot.pid, scale.probe, event=50)
            if scale.is_smoke:
                rate = 50 if search.holds(50) else 0
            elif any(rates[contender.name]):
                rate = search.highest(median(rates[contender.name]), steps=scale.steps - 1, factor=1.3)
            else:
                rate = search.highest(200, scale.steps)
            rates[contender.name].append(rate)
            if search.best:
                best = search.best
                spent = (best[side]["cpu_seconds"] / best["seconds"] for side in ("bot", "playground"))
                shares[contender.name].append((*spent, best["playground"]["late_ms"]["p99"]))
        scale.tell(number, contender.name, f"sustains {rate:.0f} a second")
    return rates, shares


def ceiling_tables(rates, shares):
    table = Table("sustained", ["bot", "/event a second", "least to most", "core of the bot", "core of the playground", "sent late, p99, ms"])
    for name, all_rates in rates.items():
        bot, playground, late = (median(each) for each in zip(*shares[name])) if shares[name] else (0, 0, 0)
        table.row(name, f"{median(all_rates):.0f}", spread(all_rates), f"{bot:.0%}", f"{playground:.0%}", f"{late:.1f}")
    bars = [
        Bar(f"sustained rate of {CLIO} ÷ {other}", per(rates, CLIO, other), "≥", 1.8)
        for other in (DISCORD_JS, DISCORD_PY)
    ]
    if NULL in rates:
        best = max((name for name in rates if name != NULL), key=lambda name: median(rates[name]))
        bars.append(Bar(f"the playground's ceiling ÷ {best}", per(rates, NULL, best), "≥", 1.5))
    return table, bars


def costs(built, contenders, scale, rate):
    """The reports of `/event` alone and of autocomplete alone at one rate, and memory before and after, by contender."""
    events, completes = defaultdict(list), defaultdict(list)
    for number, contender in alternated(contenders, scale.rounds):
        with Playground(built) as playground, contender.start(playground) as bot:
            playground.first(bot.pid)
            machine.calm(bot.pid, scale.calm)
            before = machine.memory(bot.pid)
            report = playground.answered(bot.pid, scale.measured, warm=scale.measured / 2, event=round(rate))
            completes[contender.name].append(playground.answered(bot.pid, scale.measured, warm=scale.measured / 5, complete=round(rate)))
            machine.calm(bot.pid, scale.calm)
            report["memory"] = (before, machine.memory(bot.pid))
            events[contender.name].append(report)
        cpu, p99 = report["bot"]["cpu_per_answer_us"], report["latency_ms"]["p99"]
        scale.tell(number, contender.name, f"{cpu:.0f} µs a command, p99 {p99:.1f} ms")
    return events, completes


def cost_tables(events, completes, rate):
    columns = ["bot", "CPU, µs", "least to most", "p50, ms", "p99, ms", "p99, least to most", "unanswered"]
    tables = []
    for key, what, reports in (("event", "/event", events), ("complete", "autocomplete", completes)):
        table = Table(key, columns, f"{what} alone, {rate:.0f} a second.")
        for name, each in reports.items():
            cpu = [report["bot"]["cpu_per_answer_us"] for report in each]
            p50 = [report["latency_ms"]["p50"] for report in each]
            p99 = [report["latency_ms"]["p99"] for report in each]
            missing = sum(report["unanswered"] + report["refused"] for report in each)
            table.row(name, f"{median(cpu):.0f}", spread(cpu), f"{median(p50):.2f}", f"{median(p99):.2f}", spread(p99, 2), missing)
        tables.append(table)
    cpu = {name: [report["bot"]["cpu_per_answer_us"] for report in each] for name, each in events.items()}
    p99 = {name: [report["latency_ms"]["p99"] for report in each] for name, each in events.items()}
    bars = [
        Bar(f"CPU per /event of {CLIO} ÷ {BARE}", per(cpu, CLIO, BARE), "≤", 1.25),
        Bar(f"CPU per /event of {CLIO} ÷ {DISCORD_JS}", per(cpu, CLIO, DISCORD_JS), "≤", 0.5),
        Bar(f"CPU per /event of {CLIO} ÷ {DISCORD_PY}", per(cpu, CLIO, DISCORD_PY), "≤", 0.55),
        Bar(f"p99 of {CLIO} ÷ the lower of {DISCORD_JS} and {DISCORD_PY}", lowest(p99, CLIO, (DISCORD_JS, DISCORD_PY)), "≤", 1.0),
    ]
    return tables, bars
