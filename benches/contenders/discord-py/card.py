"""Events as a message: an embed with its people, topics and sources, buttons to the dates beside, a menu of what it mentions."""

import discord
from discord.utils import escape_markdown

from facts import date_of, spelled

SHOWN = 6


def nothing(typed):
    return {"content": f"The notes say nothing of {escape_markdown(typed)}. Try a date such as 27 October 1962."}


def card(facts, typed, events):
    shown = events[:SHOWN]
    titles = dict.fromkeys(event.title for event in shown)
    dates = dict.fromkeys(event.date for event in shown)
    people = dict.fromkeys(person for event in shown for person in event.people)
    topics = dict.fromkeys(topic for event in shown for topic in event.topics)
    title = spelled(shown[0].date) if date_of(typed) and len(dates) == 1 else typed
    embed = discord.Embed(colour=0x3B82C4, title=clipped(title, 256))
    embed.description = clipped(described(shown, len(events)), 4096)
    embed.set_footer(text=clipped(sources(shown), 2048))
    if len(titles) == 1:
        embed.set_author(name=clipped(shown[0].title, 256))
    for name, items in (("Dates", map(spelled, dates)), ("People", people), ("Topics", topics)):
        if value := " · ".join(map(escape_markdown, items)):
            embed.add_field(name=name, value=clipped(value, 1024), inline=True)
    return {"embed": embed, "view": view(facts, events, dates, people)}


def described(shown, total):
    lines, group = [], None
    for event in shown:
        title = f"**{spelled(event.date)} · {escape_markdown(event.title)}**"
        if title != group:
            lines.append(f"\n{title}" if lines else title)
        group = title
        lines.append(f"- {escape_markdown(event.text)}")
    if total > len(shown):
        lines.append(f"… and {total - len(shown)} more")
    return "\n".join(lines)


def sources(shown):
    """The note and its outermost heading, with all lines that are told."""
    lines = {}
    for event in shown:
        lines.setdefault(", ".join([event.title, *event.headings[:1]]), []).append(str(event.line))
    return "\n".join(f"{place}, {'lines' if len(at) > 1 else 'line'} {', '.join(at)}" for place, at in lines.items())


def view(facts, events, dates, people):
    """Buttons and a menu that the bot's own listener answers, so that they outlive a restart and cost no memory."""
    row = discord.ui.View(timeout=None)
    for name, date in zip(("Earlier", "Later"), facts.beside(events)):
        if date:
            label = clipped(f"{name}: {spelled(date)}", 80)
            row.add_item(discord.ui.Button(custom_id=f"{name}:{date}", label=label, row=0))
    options = [discord.SelectOption(label=spelled(date), value=f"date:{date}", description="Dates") for date in dates]
    for person in people:
        value = clipped(f"person:{person}", 100)
        options.append(discord.SelectOption(label=clipped(person, 100), value=value, description="People"))
    menu = discord.ui.Select(custom_id="menu", placeholder="Look up what this mentions", options=options[:25], row=1)
    row.add_item(menu)
    row.stop()
    return row


def clipped(text, most):
    return text if len(text) <= most else text[: most - 1] + "…"
