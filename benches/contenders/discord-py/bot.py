"""A bot on discord.py that answers /event and its autocomplete from the facts of `clio check --json`.

DISCORD_TOKEN, API_URL (where Discord is) and FACTS (the JSON file) come from the environment.
"""

import asyncio
import os
import signal

import discord
import uvloop
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket

from card import card, nothing
from facts import Facts, simple

API_URL = os.environ["API_URL"]
# Where Discord is: discord.py has these two as attributes of its classes.
discord.http.Route.BASE = f"{API_URL}/api/v10"
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"{API_URL.replace('http', 'ws', 1)}/gateway")


class Bot(discord.Client):
    def __init__(self, facts):
        super().__init__(
            intents=discord.Intents(guilds=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.facts = facts
        self.tree = app_commands.CommandTree(self)

        @self.tree.command(description="What happened then?")
        @app_commands.describe(when="A date or a thing")
        async def event(interaction: discord.Interaction, when: app_commands.Range[str, 1, 200]):
            await interaction.response.send_message(**self.shown(when, facts.events(when)))

        @event.autocomplete("when")
        async def choices(_interaction: discord.Interaction, typed: str):
            return [app_commands.Choice(name=name, value=value) for name, value in facts.choices(typed)]

    async def setup_hook(self):
        await self.tree.sync()

    async def on_interaction(self, interaction):
        if interaction.type is not discord.InteractionType.component:
            return
        if interaction.data["component_type"] == discord.ComponentType.button.value:
            message = {"content": None, "embed": None, "view": None} | self.chosen(interaction.data["custom_id"])
            await interaction.response.edit_message(**message)
        else:
            await interaction.response.send_message(**self.chosen(interaction.data["values"][0]))

    def shown(self, typed, events):
        return card(self.facts, typed, events) if events else nothing(typed)

    def chosen(self, value):
        kind, text = value.split(":", 1)
        if kind == "person":
            return self.shown(text, self.facts.of_person(text))
        date = simple(text)
        return self.shown(date, self.facts.events(date))


async def main():
    bot = Bot(Facts(os.environ["FACTS"]))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, lambda: asyncio.ensure_future(bot.close()))
    async with bot:
        await bot.start(os.environ["DISCORD_TOKEN"])


uvloop.run(main())
