"""Tables in Markdown, bars with what was measured, and where they stand in BENCHMARKS.md."""

import re
from statistics import median

from places import ROOT

FILE = ROOT / "BENCHMARKS.md"


class Table:
    """A table that stands between marks of its name."""

    def __init__(self, name, columns, caption=None):
        self.name, self.columns, self.caption, self.rows = name, columns, caption, []

    def row(self, *cells):
        self.rows.append([str(cell) for cell in cells])

    def __str__(self):
        # What is in the first column is a name; the rest are figures.
        rule = ["---"] + ["---:"] * (len(self.columns) - 1)
        lines = [f"| {' | '.join(row)} |" for row in [self.columns, rule, *self.rows]]
        return "\n".join([self.caption, "", *lines] if self.caption else lines)


class Lines:
    """Lines of text that stand between marks as tables do."""

    def __init__(self, name, lines):
        self.name, self.lines = name, lines

    def __str__(self):
        return "\n".join(self.lines)


class Bar:
    """A ratio that is to be reached. Its rounds are compared one by one; the median counts."""

    def __init__(self, what, measured, sign, wanted, unit=""):
        self.what, self.measured, self.sign, self.wanted, self.unit = what, measured, sign, wanted, unit

    def row(self):
        middle = median(self.measured)
        reached = middle <= self.wanted if self.sign == "≤" else middle >= self.wanted
        figure = f"{middle:.2f}{self.unit}"
        return self.what, f"{self.sign} {self.wanted}{self.unit}", figure, spread(self.measured, 2), "yes" if reached else "**no**"


def bars_table(part, bars):
    """The bars of one part; each has its place, so that a part can be measured by itself."""
    table = Table(f"bars {part}", ["what", "bar", "measured", "least to most", "reached"])
    for bar in bars:
        table.row(*bar.row())
    return table


def spread(figures, digits=0):
    return f"{min(figures):.{digits}f} to {max(figures):.{digits}f}"


def per(figures, one, other):
    """One contender's figures divided by another's, round by round."""
    return [mine / theirs for mine, theirs in zip(figures[one], figures[other]) if theirs] or [float("nan")]


def lowest(figures, one, others):
    """One contender's figures divided by the lowest of the others', round by round."""
    best = [min(each) for each in zip(*(figures[name] for name in others))]
    return [mine / theirs for mine, theirs in zip(figures[one], best) if theirs] or [float("nan")]


def write(tables):
    """Puts each table between its marks; gives the names of those that have none."""
    text = FILE.read_text("utf8")
    homeless = []
    for table in tables:
        marks = re.compile(rf"(<!-- compare: {table.name} -->\n).*?(<!-- end -->)", re.S)
        text, found = marks.subn(lambda mark: f"{mark[1]}\n{table}\n\n{mark[2]}", text)
        if not found:
            homeless.append(table.name)
    FILE.write_text(text, "utf8")
    return homeless
