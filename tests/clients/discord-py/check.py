"""discord.py against the playground: logs in, registers a command, answers it, a button, a form and suggestions,
sends and edits messages, and goes on after its connection was dropped."""

import asyncio
import json
import sys

import aiohttp
import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket

ADDRESS, TOKEN = sys.argv[1:]
PATIENCE = 15
# Where Discord is: discord.py has these two as attributes of its classes.
discord.http.Route.BASE = f"{ADDRESS}/api/v10"
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"{ADDRESS.replace('http', 'ws')}/gateway")


class Person:
    """Ann at the playground's page."""

    def __init__(self, socket):
        self.socket = socket
        self.count = 0

    async def sees(self, name, fits=lambda body: True):
        """The next frame of this name that fits; others are passed over."""
        async with asyncio.timeout(PATIENCE):
            while True:
                frame = json.loads((await self.socket.receive()).data)
                if frame["t"] in ("INTERACTION_FAILURE", "ERROR"):
                    raise AssertionError(frame)
                if frame["t"] == name and fits(frame["d"]):
                    return frame["d"]

    async def does(self, op, **body):
        self.count += 1
        await self.socket.send_json({"op": op, "nonce": f"ann-{self.count}", **body})


class Form(discord.ui.Modal, title="A form"):
    typed = discord.ui.TextInput(label="Your answer")

    async def on_submit(self, interaction):
        await interaction.response.send_message(f"Saved: {self.typed.value}", ephemeral=True)


class Buttons(discord.ui.View):
    def __init__(self, forms):
        super().__init__(timeout=None)
        self.forms = forms

    @discord.ui.button(label="Answer", custom_id="ask", style=discord.ButtonStyle.primary)
    async def ask(self, interaction, _button):
        form = Form()
        await interaction.response.send_modal(form)
        await self.forms.put(form)


class Bot(discord.Client):
    def __init__(self):
        intents = discord.Intents(guilds=True, guild_messages=True, message_content=True)
        super().__init__(intents=intents)
        self.tree = app_commands.CommandTree(self)
        self.is_resumed = asyncio.Event()
        self.questions = asyncio.Queue()
        # What was sent: discord.py knows buttons and forms only after Discord has answered it, and Ann is faster than that.
        self.views = asyncio.Queue()
        self.forms = asyncio.Queue()

        @self.tree.command(description="Says hello")
        @app_commands.describe(who="Whom to greet")
        async def hello(interaction: discord.Interaction, who: str):
            view = Buttons(self.forms)
            await interaction.response.send_message(f"Hello, {who}.", view=view)
            await self.views.put(view)

        @hello.autocomplete("who")
        async def suggest(_interaction: discord.Interaction, typed: str):
            return [app_commands.Choice(name=f"{typed}!", value="suggested")]

    async def on_resumed(self):
        self.is_resumed.set()

    async def on_message(self, message):
        if not message.author.bot:
            await self.questions.put(message)


async def presses_and_types(bot, ann, channel, answer, text):
    data = {"component_type": 2, "custom_id": "ask"}
    await ann.does("component", channel_id=channel, message_id=answer["id"], data=data)
    modal = await ann.sees("MODAL")
    await asyncio.wait_for(bot.forms.get(), PATIENCE)
    for line in modal["components"]:
        for field in line.get("components", [line.get("component")]):
            field["value"] = text
    await ann.does("modal", id=modal["id"], custom_id=modal["custom_id"], components=modal["components"])
    saved = await ann.sees("MESSAGE_CREATE", lambda message: message["content"] == f"Saved: {text}")
    assert saved["flags"] & 64


async def tells(bot, session):
    await bot.wait_until_ready()
    print(f"discord.py {discord.__version__} is logged in as {bot.user.name}, in {len(bot.guilds)} servers")
    assert len(bot.guilds) == 2
    commands = await bot.tree.sync()
    assert [command.name for command in commands] == ["hello"]

    socket = await session.ws_connect(f"{ADDRESS}/page/ws?person=ann")
    ann = Person(socket)
    channel = (await ann.sees("READY"))["guilds"][0]["channels"][0]["id"]
    typing = {"name": "hello", "type": 1, "options": [{"name": "who", "value": "wor", "focused": True}]}
    await ann.does("autocomplete", channel_id=channel, data=typing)
    suggested = await ann.sees("AUTOCOMPLETE")
    assert [choice["name"] for choice in suggested["choices"]] == ["wor!"], suggested
    command = {"name": "hello", "type": 1, "options": [{"name": "who", "value": "world"}]}
    await ann.does("command", channel_id=channel, data=command)
    answer = await ann.sees("MESSAGE_CREATE", lambda message: message["content"] == "Hello, world.")
    await asyncio.wait_for(bot.views.get(), PATIENCE)
    print("a command was answered, with suggestions before it")

    await presses_and_types(bot, ann, channel, answer, "Cuba")
    print("a button opened a form, and what was typed came back")

    await ann.does("send", channel_id=channel, content="Who asks?")
    question = await asyncio.wait_for(bot.questions.get(), PATIENCE)
    assert question.content == "Who asks?"
    reply = await question.reply("I do.", allowed_mentions=discord.AllowedMentions.none())
    await reply.edit(content="We do.")
    await ann.sees("MESSAGE_UPDATE", lambda message: message["content"] == "We do.")
    thread = await question.channel.create_thread(name="Quiz", type=discord.ChannelType.public_thread)
    await thread.send("In a thread", embed=discord.Embed(title="A card"))
    past = [message.content async for message in question.channel.history(limit=5)]
    assert "We do." in past, past
    print("messages were sent, answered, edited and read back, also in a thread")

    async with session.post(f"{ADDRESS}/control/faults", data="drop,every=50ms,times=1") as dropped:
        assert dropped.status == 204
    await asyncio.wait_for(bot.is_resumed.wait(), PATIENCE)
    await presses_and_types(bot, ann, channel, answer, "Turkey")
    print("the connection was dropped, resumed, and hears presses again")


async def main():
    async with aiohttp.ClientSession() as session, Bot() as bot:
        running = asyncio.create_task(bot.start(TOKEN))
        telling = asyncio.create_task(tells(bot, session))
        done, _ = await asyncio.wait({running, telling}, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
        assert telling in done, "the bot ended too early"


asyncio.run(main())
