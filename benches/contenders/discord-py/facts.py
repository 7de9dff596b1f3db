"""The facts of `clio check --json`, indexed once, and what is asked of them: a date or words, and beginnings of both."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DATE = re.compile(r"(-?)(\d[\dX]{3})(?:-(\d\d))?(?:-(\d\d))?")
ISO = re.compile(r"\d{4}(-\d\d){0,2}|\d{3}X")
DECADE = re.compile(r"(\d{3})0s")
DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)(?: (\d{4}))?")
MONTH_FIRST = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
MONTH_YEAR = re.compile(r"([a-z]+) (\d{4})")
NUMBERS = re.compile(r"(\d{1,2}) (\d{1,2})(?: (\d{4}))?")
WORD = re.compile(r"\w+")


@dataclass(slots=True, eq=False)
class Event:
    date: str
    line: int
    text: str
    headings: list[str]
    title: str
    topics: list[str]
    people: list[str]


def simple(date):
    """The date without its end and without the mark of what is approximate."""
    return date.split("/")[0].replace("~", "")


def spelled(date):
    """`1962-10-27` as people write it: 27 October 1962."""
    if "/" in date:
        return " – ".join("" if end == ".." else spelled(end) for end in date.split("/"))
    found = DATE.match(date)
    if not found:
        return date
    before, year, month, day = found.groups()
    if before:
        named = f"{int(year) + 1} BC"
    elif year.endswith("XX"):
        named = f"{int(year[:2]) + 1}th century"
    else:
        named = year.replace("X", "0s").lstrip("0")
    parts = [str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", named]
    return ("around " if date.endswith("~") else "") + " ".join(part for part in parts if part)


def keys(date):
    """The keys under which a date is found: the day, its month, year and decade, and the day of any year."""
    start = simple(date)
    found = re.fullmatch(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?", start)
    if not found:
        return [start]
    year, month, day = found.groups()
    result = [start, f"{year[:-1]}X"]
    if month:
        result.append(year)
    if day:
        result += [f"{year}-{month}", f"--{month}-{day}"]
    return result


def month_of(name):
    if len(name) >= 3:
        for number, month in enumerate(MONTHS, 1):
            if month.lower().startswith(name):
                return f"{number:02}"
    return None


def date_of(typed):
    """What somebody typed as a key, where it is a date."""
    typed = typed.strip()
    if ISO.fullmatch(typed):
        return typed
    text = re.sub(r"[-/.,\s]+", " ", typed.lower())
    if found := DECADE.fullmatch(text):
        return f"{found[1]}X"
    if (found := DAY_FIRST.fullmatch(text)) and (month := month_of(found[2])):
        return f"{found[3] or '-'}-{month}-{int(found[1]):02}"
    if (found := MONTH_FIRST.fullmatch(text)) and (month := month_of(found[1])):
        return f"{found[3] or '-'}-{month}-{int(found[2]):02}"
    if (found := MONTH_YEAR.fullmatch(text)) and (month := month_of(found[1])):
        return f"{found[2]}-{month}"
    if found := NUMBERS.fullmatch(text):
        return f"{found[3] or '-'}-{int(found[2]):02}-{int(found[1]):02}"
    return None


class Facts:
    def __init__(self, file):
        with open(file, encoding="utf8") as stream:
            notes = json.load(stream)["notes"]
        events = []
        for note in notes:
            people = defaultdict(list)
            for person in note["people"]:
                for line in person["lines"]:
                    people[line].append(person["name"])
            for event in note["events"]:
                line = event["line"]
                said = (event["date"], line, event["text"], event["headings"])
                events.append(Event(*said, note["title"], note["topics"], people.get(line, [])))
        events.sort(key=lambda event: event.date)
        self.by_date, self.by_word, self.by_person = defaultdict(list), defaultdict(list), defaultdict(list)
        self.order, self.place, self.names = [], {}, []
        for event in events:
            for key in keys(event.date):
                self.by_date[key].append(event)
            for word in set(WORD.findall(" ".join([event.title, *event.headings, event.text]).lower())):
                self.by_word[word].append(event)
            for person in event.people:
                self.by_person[person].append(event)
            if event.date not in self.place:
                self.place[event.date] = len(self.order)
                self.order.append(event.date)
                self.names.append((f"{spelled(event.date)} · {event.text}", simple(event.date)))
        self.names += [(title, title) for title in dict.fromkeys(event.title for event in events)]
        self.folded = [name.lower() for name, _ in self.names]
        self.names = [(name if len(name) <= 100 else name[:99] + "…", value[:100]) for name, value in self.names]

    def events(self, typed):
        """The events of a date, or those that have all the words."""
        if date := date_of(typed):
            return self.by_date.get(date, [])
        lists = sorted((self.by_word.get(word, []) for word in WORD.findall(typed.lower())), key=len)
        if not lists:
            return []
        sets = [set(events) for events in lists[1:]]
        return [event for event in lists[0] if all(event in events for events in sets)]

    def of_person(self, name):
        return self.by_person.get(name, [])

    def beside(self, events):
        """The dates before and after the events of a card."""
        first, last = self.place[events[0].date], self.place[events[-1].date]
        earlier = self.order[first - 1] if first > 0 else None
        later = self.order[last + 1] if last + 1 < len(self.order) else None
        return earlier, later

    def choices(self, typed):
        """At most 25 names and values of what has these letters in its name."""
        typed = typed.lower()
        found = []
        for name, choice in zip(self.folded, self.names):
            if typed in name:
                found.append(choice)
                if len(found) == 25:
                    break
        return found
