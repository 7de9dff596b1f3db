// discord.js against the playground: logs in, registers a command, answers it, a button, a form and suggestions,
// sends and edits messages, and goes on after its connection was dropped.

import assert from "node:assert/strict";
import {
  ActionRowBuilder, ButtonBuilder, ButtonStyle, Client, Events, GatewayIntentBits, MessageFlags, ModalBuilder,
  TextInputBuilder, TextInputStyle, version,
} from "discord.js";
import { Person } from "./person.mjs";

const [address, token] = process.argv.slice(2);
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  rest: { api: `${address}/api` },
});
client.on(Events.Error, (why) => { throw why; });

function row(...buttons) {
  return new ActionRowBuilder().addComponents(...buttons);
}

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) {
    await interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: "suggested" }]);
  } else if (interaction.isChatInputCommand()) {
    const button = new ButtonBuilder().setCustomId("ask").setLabel("Answer").setStyle(ButtonStyle.Primary);
    await interaction.reply({ content: `Hello, ${interaction.options.getString("who")}.`, components: [row(button)] });
  } else if (interaction.isButton()) {
    const input = new TextInputBuilder().setCustomId("typed").setLabel("Your answer").setStyle(TextInputStyle.Short);
    await interaction.showModal(new ModalBuilder().setCustomId("form").setTitle("A form").addComponents(row(input)));
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({ content: `Saved: ${interaction.fields.getTextInputValue("typed")}`, flags: MessageFlags.Ephemeral });
  }
});

const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
await client.login(token);
await ready;
console.log(`discord.js ${version} is logged in as ${client.user.username}, in ${client.guilds.cache.size} servers`);
assert.equal(client.guilds.cache.size, 2);

const option = { type: 3, name: "who", description: "Whom to greet", required: true, autocomplete: true };
const command = await client.application.commands.create({ name: "hello", description: "Says hello", options: [option] });
assert.equal(command.options[0].autocomplete, true);

const ann = await Person.at(address, "ann");
ann.does("autocomplete", { data: { name: "hello", type: 1, options: [{ name: "who", value: "wor", focused: true }] } });
const { d: suggested } = await ann.sees("AUTOCOMPLETE");
assert.deepEqual(suggested.choices, [{ name: "wor!", value: "suggested" }]);

ann.does("command", { data: { name: "hello", type: 1, options: [{ name: "who", value: "world" }] } });
const { d: answer } = await ann.sees("MESSAGE_CREATE", (message) => message.content === "Hello, world.");
console.log("a command was answered, with suggestions before it");

async function pressesAndTypes(text) {
  ann.does("component", { message_id: answer.id, data: { component_type: 2, custom_id: "ask" } });
  const { d: modal } = await ann.sees("MODAL");
  assert.equal(modal.custom_id, "form");
  const components = modal.components.map((line) => ({ ...line, components: line.components.map((input) => ({ ...input, value: text })) }));
  ann.does("modal", { id: modal.id, custom_id: modal.custom_id, components });
  const { d: saved } = await ann.sees("MESSAGE_CREATE", (message) => message.content === `Saved: ${text}`);
  assert.equal(saved.flags & MessageFlags.Ephemeral, MessageFlags.Ephemeral);
}
await pressesAndTypes("Cuba");
console.log("a button opened a form, and what was typed came back");

const channel = await client.channels.fetch(ann.channel);
const heard = new Promise((resolve) => client.once(Events.MessageCreate, resolve));
ann.does("send", { content: "Who asks?" });
const question = await heard;
assert.equal(question.content, "Who asks?");
const reply = await question.reply({ content: "I do.", allowedMentions: { parse: [] } });
await reply.edit("We do.");
await ann.sees("MESSAGE_UPDATE", (message) => message.content === "We do.");
const thread = await channel.threads.create({ name: "Quiz" });
await thread.send({ content: "In a thread", embeds: [{ title: "A card" }] });
const past = await channel.messages.fetch({ limit: 5 });
assert.ok(past.some((message) => message.content === "We do."));
console.log("messages were sent, answered, edited and read back, also in a thread");

const resumed = new Promise((resolve) => client.once(Events.ShardResume, (_, replayed) => resolve(replayed)));
const dropped = await fetch(`${address}/control/faults`, { method: "POST", body: "drop,every=50ms,times=1" });
assert.equal(dropped.status, 204);
await resumed;
await pressesAndTypes("Turkey");
console.log("the connection was dropped, resumed, and hears presses again");

ann.leaves();
await client.destroy();
