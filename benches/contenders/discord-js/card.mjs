// Events as a message: an embed with its people, topics and sources, buttons to the dates beside, a menu of what it mentions.

import { ActionRowBuilder, ButtonBuilder, ButtonStyle, EmbedBuilder, StringSelectMenuBuilder, escapeMarkdown } from "discord.js";
import { dateOf, spelled } from "./facts.mjs";

const SHOWN = 6;

export function nothing(typed) {
  return { content: `The notes say nothing of ${escapeMarkdown(typed)}. Try a date such as 27 October 1962.` };
}

export function card(facts, typed, events) {
  const shown = events.slice(0, SHOWN);
  const titles = new Set(shown.map((event) => event.title));
  const dates = new Set(shown.map((event) => event.date));
  const people = new Set(shown.flatMap((event) => event.people));
  const topics = new Set(shown.flatMap((event) => event.topics));
  const embed = new EmbedBuilder()
    .setColor(0x3b82c4)
    .setTitle(clipped(dateOf(typed) && dates.size === 1 ? spelled(shown[0].date) : typed, 256))
    .setDescription(clipped(described(shown, events.length), 4096))
    .setFooter({ text: clipped(sources(shown), 2048) });
  if (titles.size === 1) embed.setAuthor({ name: clipped(shown[0].title, 256) });
  for (const [name, items] of [["Dates", [...dates].map(spelled)], ["People", people], ["Topics", topics]]) {
    const value = [...items].map(escapeMarkdown).join(" · ");
    if (value) embed.addFields({ name, value: clipped(value, 1024), inline: true });
  }
  return { embeds: [embed], components: [...buttons(facts, events), ...menu(dates, people)] };
}

function described(shown, total) {
  const lines = [];
  let group;
  for (const event of shown) {
    const title = `**${spelled(event.date)} · ${escapeMarkdown(event.title)}**`;
    if (title !== group) lines.push(lines.length ? `\n${title}` : title);
    group = title;
    lines.push(`- ${escapeMarkdown(event.text)}`);
  }
  if (total > shown.length) lines.push(`… and ${total - shown.length} more`);
  return lines.join("\n");
}

/** The note and its outermost heading, with all lines that are told. */
function sources(shown) {
  const lines = new Map();
  for (const { title, headings, line } of shown) {
    const place = [title, ...headings.slice(0, 1)].join(", ");
    lines.set(place, [...(lines.get(place) ?? []), line]);
  }
  return [...lines].map(([place, at]) => `${place}, ${at.length > 1 ? "lines" : "line"} ${at.join(", ")}`).join("\n");
}

function buttons(facts, events) {
  const { earlier, later } = facts.beside(events);
  const row = new ActionRowBuilder();
  for (const [name, date] of [["Earlier", earlier], ["Later", later]]) {
    if (!date) continue;
    const label = clipped(`${name}: ${spelled(date)}`, 80);
    row.addComponents(new ButtonBuilder().setCustomId(`${name}:${date}`).setLabel(label).setStyle(ButtonStyle.Secondary));
  }
  return row.components.length ? [row] : [];
}

function menu(dates, people) {
  const options = [
    ...[...dates].map((date) => ({ label: spelled(date), value: `date:${date}`, description: "Dates" })),
    ...[...people].map((person) => ({ label: clipped(person, 100), value: clipped(`person:${person}`, 100), description: "People" })),
  ].slice(0, 25);
  const select = new StringSelectMenuBuilder().setCustomId("menu").setPlaceholder("Look up what this mentions").addOptions(options);
  return [new ActionRowBuilder().addComponents(select)];
}

function clipped(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
