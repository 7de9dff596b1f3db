// What a command's options and a menu can name here: the people, channels and roles of the open server.

import { paths as pathsOf } from "./commands.js";
import { displayName } from "./people.js";
import { memberOf } from "./state.js";

const CATEGORY = 4;

/** {users, channels, roles}, each {id, name, detail}. */
export function world(state) {
  const guild = state.guilds.get(state.guild);
  const members = guild?.members ?? [...(state.dms.get(state.channel)?.recipients ?? []), state.me].map((user) => ({ user }));
  return {
    users: members.map((member) => ({ id: member.user.id, name: displayName(member.user, member), detail: member.user.username })),
    channels: (guild?.channels ?? []).filter((channel) => channel.type !== CATEGORY).map((channel) => ({ id: channel.id, name: channel.name, type: channel.type })),
    roles: (guild?.roles ?? []).map((role) => ({ id: role.id, name: role.name.replace(/^@/, "") })),
  };
}

/** The command paths that can be run where one is. */
export function paths(state) {
  const guild = state.guilds.get(state.guild) ?? null;
  return pathsOf(state.commands, guild, guild && memberOf(guild, state.me.id));
}

/** Which server and channel to open: where this window was, if it is still there, else the first. */
export function whereToStart(state, kept, firstChannel) {
  const guild = state.guilds.get(kept?.guild) ?? (kept?.guild === null && state.dms.has(kept.channel) ? null : [...state.guilds.values()][0] ?? null);
  const holds = guild ? guild.channels.some((channel) => channel.id === kept?.channel) : state.dms.has(kept?.channel);
  const channel = holds ? kept.channel : guild ? firstChannel(guild) : ([...state.dms.keys()][0] ?? null);
  return { guild: guild?.id ?? null, channel };
}
