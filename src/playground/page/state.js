// What the page knows: a plain object, changed only by `apply` (the server's events) and the few functions below it.
// No DOM. Each change names what it touched, so that only that is drawn anew.

/** How long "is typing" stands without news, in milliseconds. */
const TYPING = 9_000;

/** Message flags. */
export const EPHEMERAL = 1 << 6;
export const LOADING = 1 << 7;

/** A state that knows nothing yet. */
export function empty() {
  return {
    ready: false, me: null, people: [], guilds: new Map(), dms: new Map(), commands: [], application: null, botOnline: false,
    guild: null, channel: null,
    histories: new Map(), // channel → {list, more, loading}
    read: new Map(), // channel → id of the newest message that was seen
    unread: new Map(), // channel → {count, mentions}
    typing: new Map(), // channel → Map of user → until when
    pending: new Map(), // nonce → a command that waits for its answer
    presses: new Map(), // message → a press that waits for its answer
  };
}

/** Older before newer; ids are numbers too long for JavaScript's. */
export function compareIds(one, other) {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}

/** The channel with this id, of a server or a direct one; `null` if unknown. */
export function channelOf(state, id) {
  for (const guild of state.guilds.values()) {
    const found = guild.channels.find((channel) => channel.id === id);
    if (found) return found;
  }
  return state.dms.get(id) ?? null;
}

/** The server that a channel belongs to; `null` for a direct one. */
export function guildOfChannel(state, id) {
  return [...state.guilds.values()].find((guild) => guild.channels.some((channel) => channel.id === id)) ?? null;
}

/** The member of a server with this id; `null` if there is none. */
export function memberOf(guild, userId) {
  return guild?.members.find((member) => member.user.id === userId) ?? null;
}

/** Takes an event of the server in; returns the names of what changed: "world", "messages", "marks", "typing", "bot". */
export function apply(state, name, body, now) {
  return handlers[name]?.(state, body, now) ?? [];
}

const handlers = {
  READY: ready,
  HISTORY: history,
  MESSAGE_CREATE: created,
  MESSAGE_UPDATE: updated,
  MESSAGE_DELETE: deleted,
  TYPING_START: typing,
  PRESENCE: (state, body) => ((state.botOnline = body.bot_online), ["bot", "world"]),
  COMMANDS_UPDATE: (state, body) => ((state.commands = body.commands), ["commands"]),
  CHANNEL_CREATE: putChannel,
  CHANNEL_UPDATE: putChannel,
  CHANNEL_DELETE: dropChannel,
  THREAD_CREATE: putChannel,
  THREAD_UPDATE: putChannel,
  THREAD_DELETE: dropChannel,
  GUILD_CREATE: (state, body) => (state.guilds.set(body.id, fullGuild(body)), ["world"]),
  GUILD_UPDATE: (state, body) => (state.guilds.set(body.id, fullGuild({ ...state.guilds.get(body.id), ...body })), ["world"]),
  GUILD_DELETE: (state, body) => (state.guilds.delete(body.id), ["world"]),
  INTERACTION_CREATE: interactionTaken,
  INTERACTION_SUCCESS: interactionDone,
  INTERACTION_FAILURE: interactionFailed,
  MODAL: interactionDone,
  ERROR: interactionFailed,
};

function ready(state, body) {
  Object.assign(state, { ready: true, me: body.me, people: body.people, commands: body.commands ?? [], application: body.application, botOnline: body.bot_online });
  state.guilds = new Map(body.guilds.map((guild) => [guild.id, fullGuild(guild)]));
  state.dms = new Map((body.dms ?? []).map((channel) => [channel.id, channel]));
  // What was loaded may have changed while there was no connection.
  for (const past of [state.histories, state.typing, state.pending, state.presses]) past.clear();
  return ["world", "messages", "marks", "typing", "bot", "commands"];
}

function fullGuild(guild) {
  return { ...guild, channels: [...(guild.channels ?? []), ...(guild.threads ?? [])], members: guild.members ?? [], roles: guild.roles ?? [] };
}

function history(state, body) {
  const had = state.histories.get(body.channel_id)?.list ?? [];
  const byId = new Map([...body.messages, ...had].map((message) => [message.id, message]));
  const list = [...byId.values()].sort((one, other) => compareIds(one.id, other.id));
  state.histories.set(body.channel_id, { list, more: body.more, loading: false });
  return ["messages"];
}

function created(state, message) {
  const past = state.histories.get(message.channel_id);
  if (past) put(past, message);
  const channel = channelOf(state, message.channel_id);
  if (channel) channel.last_message_id = message.id;
  state.typing.get(message.channel_id)?.delete(message.author.id);
  const answers = message.interaction_metadata?.id;
  for (const [nonce, command] of state.pending) if (command.id && command.id === answers) state.pending.delete(nonce);
  if (message.author.id === state.me.id) state.read.set(message.channel_id, message.id);
  else mark(state, message);
  return ["messages", "marks", "typing"];
}

function updated(state, message) {
  const past = state.histories.get(message.channel_id);
  const old = past?.list.find((one) => one.id === message.id);
  if (!old) return past && message.author ? created(state, message) : [];
  put(past, { ...old, ...message });
  return ["messages"];
}

function deleted(state, body) {
  const past = state.histories.get(body.channel_id);
  const gone = new Set(body.ids ?? [body.id]);
  if (past) past.list = past.list.filter((message) => !gone.has(message.id));
  return ["messages"];
}

function put(past, message) {
  const at = past.list.findLastIndex((one) => compareIds(one.id, message.id) <= 0);
  const same = past.list[at]?.id === message.id;
  past.list = past.list.toSpliced(same ? at : at + 1, same ? 1 : 0, message);
}

/** Counts a message as unread. The page takes the mark away when it is seen. */
function mark(state, message) {
  const before = state.unread.get(message.channel_id) ?? { count: 0, mentions: 0 };
  const mine = message.mention_everyone || (message.mentions ?? []).some((user) => user.id === state.me.id) || ((message.flags ?? 0) & EPHEMERAL) !== 0;
  state.unread.set(message.channel_id, { count: before.count + 1, mentions: before.mentions + Number(mine) });
}

function typing(state, body, now) {
  if (body.user_id === state.me.id) return [];
  const there = state.typing.get(body.channel_id) ?? new Map();
  state.typing.set(body.channel_id, there.set(body.user_id, now + TYPING));
  return ["typing"];
}

function putChannel(state, channel) {
  const guild = state.guilds.get(channel.guild_id);
  if (!guild) {
    state.dms.set(channel.id, channel);
  } else {
    const at = guild.channels.findIndex((one) => one.id === channel.id);
    if (at >= 0) guild.channels[at] = { ...guild.channels[at], ...channel };
    else guild.channels.push(channel);
  }
  return ["world"];
}

function dropChannel(state, channel) {
  state.dms.delete(channel.id);
  for (const guild of state.guilds.values()) guild.channels = guild.channels.filter((one) => one.id !== channel.id);
  state.histories.delete(channel.id);
  return ["world"];
}

function interactionTaken(state, body) {
  const waiting = state.pending.get(body.nonce);
  if (waiting) waiting.id = body.id;
  return [];
}

function interactionDone(state, body) {
  state.pending.delete(body.nonce);
  for (const [message, press] of state.presses) if (press.nonce === body.nonce) state.presses.delete(message);
  return ["messages"];
}

function interactionFailed(state, body) {
  const waiting = state.pending.get(body.nonce);
  if (waiting) state.pending.set(body.nonce, { ...waiting, failed: body.reason ?? body.message });
  for (const [message, press] of state.presses) {
    if (press.nonce === body.nonce) state.presses.set(message, { ...press, failed: body.reason ?? body.message });
  }
  return ["messages"];
}

/** Forgets those who have stopped typing; whether anything changed. */
export function stopTyping(state, now) {
  let changed = false;
  for (const users of state.typing.values()) {
    for (const [user, until] of users) if (until <= now) changed = users.delete(user) || changed;
  }
  return changed;
}

/** Everything in a channel has been seen. */
export function markRead(state, channelId) {
  const newest = channelOf(state, channelId)?.last_message_id;
  if (newest) state.read.set(channelId, newest);
  return state.unread.delete(channelId);
}
