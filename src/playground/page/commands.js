// Slash commands as data: which there are, which a typed text means, and what is sent. No DOM.
//
// A *path* is a command that can be run: {name: "notes check", description, options, command, route}, where `route`
// holds the group and subcommand that lead to it. A *field* is an option as a person fills it: {text, value}, `value`
// only where a suggestion was picked.

import { mayUse } from "./people.js";

/** Discord's option types. */
const TYPE = { SUBCOMMAND: 1, GROUP: 2, STRING: 3, INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9, NUMBER: 10, ATTACHMENT: 11 };

const CHAT_INPUT = 1;
const MOST = 25;

/** Every path that a member may run in a server (`null`: in a direct message), by name. */
export function paths(commands, guild, member) {
  return commands.filter((command) => (command.type ?? CHAT_INPUT) === CHAT_INPUT && isOffered(command, guild, member))
    .flatMap((command) => leaves(command, command, []))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function isOffered(command, guild, member) {
  if (command.guild_id) return command.guild_id === guild?.id && mayUse(member, guild, command.default_member_permissions);
  if (!guild) return command.contexts ? command.contexts.includes(1) : command.dm_permission !== false;
  return (!command.contexts || command.contexts.includes(0)) && mayUse(member, guild, command.default_member_permissions);
}

function leaves(command, node, route) {
  const inner = (node.options ?? []).filter((option) => option.type === TYPE.SUBCOMMAND || option.type === TYPE.GROUP);
  if (inner.length > 0) return inner.flatMap((option) => leaves(command, option, [...route, option]));
  const name = [command, ...route].map((part) => part.name).join(" ");
  return [{ name, description: node.description ?? "", options: node.options ?? [], command, route }];
}

/** The paths that `typed` ("/ev") may become, best first: names that begin so, then names and descriptions that hold it. */
export function suggest(all, typed) {
  const wanted = typed.replace(/^\//, "").replace(/\s+/g, " ").toLowerCase();
  const rank = (path) => {
    if (path.name.startsWith(wanted)) return 0;
    if (path.name.includes(wanted.trim())) return 1;
    return path.description.toLowerCase().includes(wanted.trim()) && wanted.length > 2 ? 2 : 3;
  };
  return all.filter((path) => rank(path) < 3).sort((one, other) => rank(one) - rank(other));
}

/** The path that `text` names and what follows it; `null` until the name is whole and a space or nothing follows. */
export function read(all, text) {
  const typed = text.replace(/^\//, "");
  const named = all.filter((path) => typed.toLowerCase().replace(/\s+/g, " ").startsWith(path.name)).sort((one, other) => other.name.length - one.name.length);
  for (const path of named) {
    const after = typed.match(new RegExp(`^${path.name.split(" ").map(quoted).join("\\s+")}(\\s[^]*)?$`, "i"));
    if (after) return { path, fields: readFields(path.options, (after[1] ?? "").trim()), spaced: after[1] !== undefined };
  }
  return null;
}

/** `27 october private:true` → fields: what has no name fills the first option. */
function readFields(options, text) {
  const fields = {};
  if (text === "" || options.length === 0) return fields;
  const names = options.map((option) => quoted(option.name)).join("|");
  const marks = [...text.matchAll(new RegExp(`(?:^|\\s)(${names}):`, "gi"))];
  const loose = text.slice(0, marks[0]?.index ?? text.length).trim();
  const first = options.find((option) => option.required) ?? options[0];
  if (loose !== "") fields[first.name] = { text: loose };
  marks.forEach((mark, at) => {
    const value = text.slice(mark.index + mark[0].length, marks[at + 1]?.index ?? text.length).trim();
    fields[mark[1].toLowerCase()] = { text: value };
  });
  return fields;
}

function quoted(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The command as a line of text: `/event when:27-october private:True`. */
export function write(path, fields) {
  const filled = path.options.filter((option) => (fields[option.name]?.text ?? "") !== "");
  return [`/${path.name}`, ...filled.map((option) => `${option.name}:${fields[option.name].text}`)].join(" ");
}

/**
 * The suggestions that need no server: choices, yes and no, people, channels, roles. `world` is
 * {users: [{id, name, detail}], channels: [{id, name, type}], roles: [{id, name}]}. `null` for a free text.
 */
export function localChoices(option, text, world) {
  const all = allChoices(option, world);
  if (all === null) return null;
  const typed = text.trim().replace(/^[@#]/, "").toLowerCase();
  const begins = all.filter((choice) => bare(choice.name).startsWith(typed));
  const holds = all.filter((choice) => !begins.includes(choice) && `${choice.name} ${choice.detail ?? ""}`.toLowerCase().includes(typed));
  return [...begins, ...holds].slice(0, MOST);
}

function allChoices(option, world) {
  if (option.choices?.length > 0) return option.choices;
  const at = (list, sign) => list.map(({ id, name, detail }) => ({ name: sign + name, value: id, detail }));
  const channels = world.channels.filter((channel) => !(option.channel_types?.length > 0) || option.channel_types.includes(channel.type));
  switch (option.type) {
    case TYPE.BOOLEAN: return [{ name: "True", value: true }, { name: "False", value: false }];
    case TYPE.USER: return at(world.users, "@");
    case TYPE.ROLE: return at(world.roles, "@");
    case TYPE.MENTIONABLE: return [...at(world.users, "@"), ...at(world.roles, "@")];
    case TYPE.CHANNEL: return at(channels, "#");
    default: return null;
  }
}

function bare(name) {
  return name.replace(/^[@#]/, "").toLowerCase();
}

/** What a field means: {value}, {} when it is left out, or {fault} in words. */
export function valueOf(option, field, world) {
  const text = (field?.text ?? "").trim();
  if (field?.value !== undefined) return { value: field.value };
  if (text === "") return option.required ? { fault: `Fill in “${option.name}”: ${option.description || "this command needs it"}.` } : {};
  if (option.type === TYPE.ATTACHMENT) return { fault: "Files cannot be sent with a command in the playground. Leave this option out." };
  const choices = allChoices(option, world);
  if (choices) return chosen(option, choices, text);
  if (option.type === TYPE.INTEGER || option.type === TYPE.NUMBER) return numberOf(option, text);
  const [least, most] = [option.min_length ?? 0, option.max_length ?? 6_000];
  if (text.length < least) return { fault: `“${option.name}” needs at least ${least} characters.` };
  if (text.length > most) return { fault: `“${option.name}” may have at most ${most} characters. Shorten it by ${text.length - most}.` };
  return { value: text };
}

function chosen(option, choices, text) {
  const id = text.match(/^<[@#][!&]?(\d+)>$/)?.[1];
  const same = choices.find((choice) => bare(choice.name) === bare(text) || choice.value === id);
  const sole = choices.filter((choice) => bare(choice.name).startsWith(bare(text)));
  const choice = same ?? (sole.length === 1 ? sole[0] : null);
  return choice ? { value: choice.value } : { fault: `“${text}” is not one of the choices of “${option.name}”. Pick one from the list.` };
}

function numberOf(option, text) {
  const value = Number(text.replace(",", "."));
  const whole = option.type === TYPE.INTEGER;
  if (!Number.isFinite(value) || (whole && !Number.isSafeInteger(value))) return { fault: `“${option.name}” needs a ${whole ? "whole number" : "number"}.` };
  if (option.min_value !== undefined && value < option.min_value) return { fault: `“${option.name}” must be at least ${option.min_value}.` };
  if (option.max_value !== undefined && value > option.max_value) return { fault: `“${option.name}” must be at most ${option.max_value}.` };
  return { value };
}

/** The body of an interaction, or {fault, option} for the first field that is wrong. */
export function toData(path, fields, world) {
  const options = [];
  for (const option of path.options) {
    const read = valueOf(option, fields[option.name], world);
    if (read.fault) return { fault: read.fault, option: option.name };
    if (read.value !== undefined) options.push({ name: option.name, type: option.type, value: read.value });
  }
  return { data: nested(path, options) };
}

/** The body that asks for suggestions for the option `focused`: what is typed so far, right or wrong. */
export function toAutocomplete(path, fields, focused, world) {
  const options = [];
  for (const option of path.options) {
    const field = fields[option.name];
    if (option.name === focused) {
      options.push({ name: option.name, type: option.type, value: String(field?.text ?? ""), focused: true });
    } else if (field && field.text !== "") {
      const read = valueOf(option, field, world);
      if (read.value !== undefined) options.push({ name: option.name, type: option.type, value: read.value });
    }
  }
  return nested(path, options);
}

function nested(path, options) {
  const inner = [...path.route].reverse().reduce((held, part) => [{ name: part.name, type: part.type, options: held }], options);
  return { id: path.command.id, name: path.command.name, type: CHAT_INPUT, options: inner };
}
