// A bot on discord.js that answers /event and its autocomplete from the facts of `clio check --json`.
// DISCORD_TOKEN, API_URL (where Discord is) and FACTS (the JSON file) come from the environment.

import { Client, Events, GatewayIntentBits, SlashCommandBuilder } from "discord.js";
import { card, nothing } from "./card.mjs";
import { Facts } from "./facts.mjs";

const { DISCORD_TOKEN, API_URL, FACTS } = process.env;
const facts = new Facts(FACTS);

const event = new SlashCommandBuilder()
  .setName("event")
  .setDescription("What happened then?")
  .addStringOption((option) =>
    option.setName("when").setDescription("A date or a thing").setRequired(true).setAutocomplete(true).setMaxLength(200));

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  allowedMentions: { parse: [] },
  rest: { api: `${API_URL}/api` },
});

function shown(typed, events) {
  return events.length ? card(facts, typed, events) : nothing(typed);
}

function chosen(value) {
  const [kind, text] = [value.slice(0, value.indexOf(":")), value.slice(value.indexOf(":") + 1)];
  if (kind === "person") return shown(text, facts.ofPerson(text));
  const date = text.split("/")[0].replace("~", "");
  return shown(date, facts.events(date));
}

client.on(Events.InteractionCreate, async (interaction) => {
  try {
    if (interaction.isAutocomplete()) {
      await interaction.respond(facts.choices(interaction.options.getFocused()));
    } else if (interaction.isChatInputCommand()) {
      const when = interaction.options.getString("when", true);
      await interaction.reply(shown(when, facts.events(when)));
    } else if (interaction.isButton()) {
      await interaction.update(chosen(interaction.customId));
    } else if (interaction.isStringSelectMenu()) {
      await interaction.reply(chosen(interaction.values[0]));
    }
  } catch (why) {
    console.error(`${why}`);
  }
});

client.once(Events.ClientReady, () => client.application.commands.set([event]));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => client.destroy());
await client.login(DISCORD_TOKEN);
