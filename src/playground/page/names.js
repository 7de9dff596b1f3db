// Who and what is meant by an id, in words, as the person who looks sees it.

import { channelOf, guildOfChannel, memberOf } from "./state.js";
import { displayName } from "./people.js";

/** Private channel types. */
const DIRECT = 1;

/** The user with this id, from members and people; `null` if unknown. */
function userOf(state, id) {
  const member = [...state.guilds.values()].map((guild) => memberOf(guild, id)).find(Boolean);
  return member?.user ?? state.people.find((person) => person.id === id) ?? null;
}

/** The name of a user in a server (`null`: in a direct message); `null` if unknown. */
export function userName(state, guild, id) {
  const member = memberOf(guild, id);
  const user = member?.user ?? userOf(state, id);
  return user && displayName(user, member);
}

/** The name of a channel: its own, or that of whom a direct one is with; `null` if unknown. */
export function channelName(state, id) {
  const channel = channelOf(state, id);
  if (!channel) return null;
  if (channel.type !== DIRECT) return channel.name;
  const other = channel.recipients?.find((user) => user.id !== state.me.id) ?? channel.recipients?.[0];
  return displayName(other, null);
}

/** How a channel is called in a sentence: `#general`, `@Clio`. */
export function channelTitle(state, id) {
  const channel = channelOf(state, id);
  return `${channel?.type === DIRECT ? "@" : "#"}${channelName(state, id) ?? "unknown"}`;
}

/** What `markup.js` needs to know, seen from a channel. */
export function markupContext(state, channelId, actions) {
  const guild = guildOfChannel(state, channelId);
  const roles = [...state.guilds.values()].flatMap((one) => one.roles);
  return {
    userName: (id) => userName(state, guild, id),
    isMe: (id) => state.me?.id === id,
    roleOf: (id) => roles.find((role) => role.id === id) ?? null,
    channelName: (id) => channelName(state, id),
    onChannel: actions.goTo,
    onCommand: actions.startCommand,
    now: () => Date.now(),
    locale: navigator.language,
  };
}
