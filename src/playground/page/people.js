// Names, colours, initials and permissions of people.

import { h } from "./dom.js";

const ADMINISTRATOR = 1n << 3n;

/** How many colours `theme.css` has for those who have none of their own. */
const COLOURS = 8n;

/** The name that a person goes by: on the server, else everywhere. */
export function displayName(user, member) {
  return member?.nick || user?.global_name || user?.username || "Someone";
}

/** One or two letters for a picture: of the first and the last word. */
export function initials(name) {
  const words = name.replace(/[^\p{L}\p{N}\s]/gu, " ").trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...word][0]).join("").toUpperCase() || "?";
}

/** A number from 0 to 7 that stays with an id for ever; ids that follow each other get different ones. */
export function colourOf(id) {
  const digits = String(id).replace(/\D/g, "") || "0";
  return Number(BigInt(digits) % COLOURS);
}

/** A person's picture: initials on a colour. Those of bots are squarer. */
export function avatar(user, name, className = "") {
  return h("span", { class: `avatar colour-${colourOf(user?.id ?? "0")} ${user?.bot ? "bot" : ""} ${className}`, "aria-hidden": "true" }, initials(name));
}

/** The mark beside the name of a bot. */
export function botTag(user) {
  return user?.bot ? h("span", { class: "tag" }, "Bot") : null;
}

/** The role that gives a member their colour: the highest that has one. */
export function colourRole(member, guild) {
  return rolesOf(member, guild).filter((role) => role.color).sort(byPosition)[0] ?? null;
}

/** The role under which a member is listed: the highest that is shown apart. */
export function hoistRole(member, guild) {
  return rolesOf(member, guild).filter((role) => role.hoist).sort(byPosition)[0] ?? null;
}

/** `#rrggbb` of one of Discord's numbers; `null` for 0, which is "none". */
export function hexColour(number) {
  return number ? `#${number.toString(16).padStart(6, "0")}` : null;
}

/** Whether a member has all of `wanted` (a decimal string of bits) on the whole server. */
export function mayUse(member, guild, wanted) {
  if (!wanted || !guild || guild.owner_id === member?.user?.id) return true;
  const everyone = guild.roles.find((role) => role.id === guild.id);
  const held = [everyone, ...rolesOf(member, guild)].reduce((bits, role) => bits | BigInt(role?.permissions ?? 0), 0n);
  return (held & ADMINISTRATOR) !== 0n || (held & BigInt(wanted)) === BigInt(wanted);
}

function rolesOf(member, guild) {
  return (member?.roles ?? []).map((id) => guild.roles.find((role) => role.id === id)).filter(Boolean);
}

function byPosition(one, other) {
  return other.position - one.position;
}
