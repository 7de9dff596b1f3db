// The left side: servers, direct messages, channels, each with its unread marks.

import { fill, h, icon } from "./dom.js";
import { avatar, colourOf, initials } from "./people.js";
import { channelName } from "./names.js";

const CATEGORY = 4;
/** Channel types that hold messages, with their icons. */
const ICONS = { 0: "hash", 1: "person", 3: "members", 5: "news", 10: "thread", 11: "thread", 12: "thread" };
const THREADS = [10, 11, 12];

/** The channels of a server in order: {category or null, channels: [channel or thread]}. */
function arranged(guild) {
  const byPosition = (one, other) => (one.position ?? 0) - (other.position ?? 0) || one.id.localeCompare(other.id);
  const tops = guild.channels.filter((channel) => channel.type in ICONS && !THREADS.includes(channel.type)).sort(byPosition);
  const threads = guild.channels.filter((channel) => THREADS.includes(channel.type) && !channel.thread_metadata?.archived);
  const withThreads = tops.flatMap((channel) => [channel, ...threads.filter((thread) => thread.parent_id === channel.id)]);
  const categories = guild.channels.filter((channel) => channel.type === CATEGORY).sort(byPosition);
  const under = (id) => {
    const direct = new Set(tops.filter((channel) => (channel.parent_id ?? null) === id).map((channel) => channel.id));
    return withThreads.filter((channel) => direct.has(THREADS.includes(channel.type) ? channel.parent_id : channel.id));
  };
  return [{ category: null, channels: under(null) }, ...categories.map((category) => ({ category, channels: under(category.id) }))].filter((part) => part.channels.length > 0);
}

/** The first channel of a server that can be opened. */
export function firstChannel(guild) {
  return arranged(guild)[0]?.channels[0]?.id ?? null;
}

/** The column of servers. */
export function drawRail(root, state, goToGuild) {
  const direct = state.dms.size > 0 ? [place(null, "Direct messages", icon("talk"), marks(state, state.dms.keys()))] : [];
  const guilds = [...state.guilds.values()].map((guild) => place(guild.id, guild.name, initials(guild.name), marks(state, guild.channels.map((channel) => channel.id))));
  fill(root, direct, guilds);

  function place(id, name, face, { count, mentions }) {
    const here = state.guild === id;
    return h(
      "button",
      { type: "button", class: `server colour-${colourOf(id ?? "dm")} ${count > 0 ? "unread" : ""}`, title: name, "aria-label": spoken(name, count, mentions), "aria-current": here ? "true" : null, "data-id": id ?? "dm", onclick: () => goToGuild(id) },
      h("span", { class: "server-face" }, face),
      mentions > 0 ? h("span", { class: "badge", "aria-hidden": "true" }, mentions) : null,
    );
  }
}

/** The column of channels. */
export function drawChannels(root, title, state, goToChannel) {
  const guild = state.guilds.get(state.guild);
  fill(title, guild?.name ?? "Direct messages");
  const parts = guild ? arranged(guild) : [{ category: null, channels: [...state.dms.values()] }];
  fill(root, parts.map((part) => [part.category ? h("h2", { class: "category" }, part.category.name) : null, h("ul", {}, part.channels.map(line))]));

  function line(channel) {
    const { count, mentions } = marks(state, [channel.id]);
    const name = channelName(state, channel.id);
    const face = channel.type === 1 ? avatar(channel.recipients?.[0], name, "small") : icon(ICONS[channel.type] ?? "hash");
    const here = state.channel === channel.id;
    return h("li", {}, h(
      "button",
      { type: "button", class: `channel ${THREADS.includes(channel.type) ? "thread" : ""} ${count > 0 ? "unread" : ""}`, "aria-label": spoken(name, count, mentions), "aria-current": here ? "page" : null, "data-id": channel.id, onclick: () => goToChannel(channel.id) },
      face, h("span", { class: "cut" }, name), mentions > 0 ? h("span", { class: "badge", "aria-hidden": "true" }, mentions) : null,
    ));
  }
}

/** The channel before or after the open one, for Alt and the arrows. */
export function neighbour(state, step) {
  const guild = state.guilds.get(state.guild);
  const all = guild ? arranged(guild).flatMap((part) => part.channels) : [...state.dms.values()];
  const at = all.findIndex((channel) => channel.id === state.channel);
  return all[(at + step + all.length) % all.length]?.id ?? null;
}

function spoken(name, count, mentions) {
  const parts = [name, count > 0 ? `${count} unread` : "", mentions > 0 ? `${mentions} for you` : ""];
  return parts.filter(Boolean).join(", ");
}

function marks(state, channels) {
  let [count, mentions] = [0, 0];
  for (const id of channels) {
    const mark = state.unread.get(id);
    count += mark?.count ?? 0;
    mentions += mark?.mentions ?? 0;
  }
  return { count, mentions };
}
