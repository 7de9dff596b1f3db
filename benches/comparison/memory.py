"""Memory with 100 servers before and after a load, and what each further server costs."""

from collections import defaultdict
from statistics import median

import machine
from contenders import BARE, CLIO, alternated
from playground import Playground
from tables import Bar, Table, spread

MB = 1024 * 1024


def grown(built, contenders, scale):
    """Resident bytes of each contender, connected and calm, in 100 servers and in many."""
    measured = defaultdict(list)
    for number, contender in alternated(contenders, scale.rounds):
        pair = []
        for servers in (100, scale.many):
            with Playground(built, servers) as playground, contender.start(playground) as bot:
                playground.first(bot.pid)
                machine.calm(bot.pid, scale.calm)
                pair.append(machine.memory(bot.pid)[0])
        measured[contender.name].append(pair)
        growth = (pair[1] - pair[0]) / (scale.many - 100)
        scale.tell(number, contender.name, f"{pair[0] / MB:.1f} MB in 100 servers, {growth:.0f} bytes for each further one")
    return measured


def tables(events, grown_by, many):
    """`events` are the reports of `wire.costs`, which hold memory before and after a load."""
    columns = ["bot", "before, MB", "after, MB", "after, least to most", "of it no pages of files", f"a server more, from 100 to {many:,}, KB", "least to most"]
    table = Table("memory", columns)
    after = {}
    for name, reports in events.items():
        before = [report["memory"][0][0] / MB for report in reports]
        after[name] = [report["memory"][1][0] / MB for report in reports]
        own = median(report["memory"][1][1] / MB for report in reports)
        each = [(most - least) / (many - 100) / 1024 for least, most in grown_by.get(name, [])]
        growth = (f"{median(each):.2f}", spread(each, 2)) if each else ("", "")
        table.row(name, f"{median(before):.1f}", f"{median(after[name]):.1f}", spread(after[name], 1), f"{own:.1f}", *growth)
    bars = []
    for what, at in (("before", 0), ("after", 1)):
        pairs = zip(events[CLIO], events[BARE])
        more = [(mine["memory"][at][0] - theirs["memory"][at][0]) / MB for mine, theirs in pairs]
        bars.append(Bar(f"memory {what} the load, {CLIO} − {BARE}", more, "≤", 15, " MB"))
    if each := [(most - least) / (many - 100) / 1024 for least, most in grown_by.get(CLIO, [])]:
        bars.append(Bar(f"memory of {CLIO} for each further server", each, "≤", 2, " KB"))
    return table, bars
