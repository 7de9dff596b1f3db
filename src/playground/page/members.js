// The right side: who is in the server, under their roles; and the bottom left: who one is.

import { fill, h, icon, iconButton } from "./dom.js";
import { avatar, botTag, colourRole, displayName, hexColour, hoistRole } from "./people.js";
import { memberOf } from "./state.js";

/** The members of the open server, or the two of a direct message. `acts` is {mention(user), write(): to the bot}. */
export function drawMembers(root, state, acts) {
  const guild = state.guilds.get(state.guild);
  const members = guild?.members ?? [...new Map([state.me, ...(state.dms.get(state.channel)?.recipients ?? [])].map((user) => [user.id, { user, roles: [] }])).values()];
  const away = (member) => member.user.bot && member.user.id === state.application?.id && !state.botOnline;
  const groups = new Map();
  for (const member of members) {
    const role = guild && hoistRole(member, guild);
    const key = away(member) ? "Offline" : (role?.name ?? "Members");
    const group = groups.get(key) ?? { name: key, position: key === "Offline" ? -2 : (role?.position ?? -1), members: [] };
    group.members.push(member);
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort((one, other) => other.position - one.position);
  fill(root, sorted.map((group) => [
    h("h2", { class: "category" }, `${group.name} · ${group.members.length}`),
    h("ul", {}, group.members.map(line).sort((one, other) => one.textContent.localeCompare(other.textContent))),
  ]));

  function line(member) {
    const name = h("span", { class: "cut author" }, displayName(member.user, member));
    const colour = guild && hexColour(colourRole(member, guild)?.color);
    if (colour) name.style.setProperty("--name", colour);
    const own = guild?.owner_id === member.user.id ? h("span", { class: "owner", title: "Admin" }, icon("admin"), h("span", { class: "unseen" }, " (admin)")) : null;
    const shown = displayName(member.user, member);
    const bot = member.user.id === state.application?.id;
    // Only the bot can be written to: the playground has no messages between people.
    const write = bot ? iconButton("talk", `Write to ${shown} directly`, acts.write) : null;
    return h("li", { class: "member-line" }, h("button", { type: "button", class: `member ${away(member) ? "away" : ""}`, title: "Mention", onclick: () => acts.mention(member.user) }, avatar(member.user, shown), name, botTag(member.user), own), write);
  }
}

const THEMES = { auto: ["system", "Colours: as the system has them"], light: ["light", "Colours: light"], dark: ["dark", "Colours: dark"] };

/** The panel that says who one is and lets one be another; with the switch of colours. */
export class WhoAmI {
  #state;
  #root;
  #hooks;

  /** `hooks`: {become(id), theme(): "auto" | "light" | "dark", nextTheme()}. */
  constructor(root, state, hooks) {
    this.#root = root;
    this.#state = state;
    this.#hooks = hooks;
    root.addEventListener("focusout", (event) => !root.contains(event.relatedTarget) && this.#close());
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Draws the panel, closed. */
  draw() {
    const { me, people } = this.#state;
    if (!me) return;
    const guild = this.#state.guilds.get(this.#state.guild);
    const name = displayName(me, memberOf(guild, me.id));
    const [sign, words] = THEMES[this.#hooks.theme()];
    this.menu = h("div", { class: "who-menu", role: "menu", id: "who-menu", "aria-label": "Be somebody else", hidden: true }, h("p", { class: "suggestions-title" }, "Who are you in this window?"), people.map((person) => this.#row(person)));
    this.button = h(
      "button",
      { type: "button", class: "who-button", "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": "who-menu", "aria-label": `You are ${name}. Be somebody else`, onclick: () => this.#toggle() },
      avatar(me, name), h("span", { class: "who-words" }, h("strong", { class: "cut" }, name), h("span", { class: "quiet cut" }, isAdmin(me, people) ? "Admin · switch person" : "Switch person")), icon("down"),
    );
    fill(this.#root, this.menu, h("div", { class: "who-line" }, this.button, iconButton(sign, words, () => (this.#hooks.nextTheme(), this.draw(), this.#root.querySelector(".theme-button").focus()), { class: "icon-button theme-button" })));
  }

  #row(person) {
    const mine = person.id === this.#state.me.id;
    return h(
      "button",
      { type: "button", class: "who-row", role: "menuitemradio", "aria-checked": String(mine), tabindex: mine ? 0 : -1, "data-id": person.id, onclick: () => this.#become(person.id) },
      avatar(person, displayName(person)), h("span", { class: "who-words" }, h("span", {}, displayName(person)), h("span", { class: "quiet" }, person.username)),
      person.admin ? h("span", { class: "tag admin" }, "Admin") : null, mine ? icon("check") : null,
    );
  }

  #toggle() {
    if (!this.menu.hidden) return this.#close();
    this.menu.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    return this.menu.querySelector("[aria-checked=true]")?.focus();
  }

  #close() {
    if (!this.menu || this.menu.hidden) return;
    this.menu.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  #become(id) {
    this.#close();
    if (id !== this.#state.me.id) this.#hooks.become(id);
    else this.button.focus();
  }

  #key(event) {
    if (!this.menu || this.menu.hidden) return;
    const rows = [...this.menu.querySelectorAll(".who-row")];
    const at = rows.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined) rows[(to + rows.length) % rows.length].focus();
    else if (event.key === "Escape") (this.#close(), this.button.focus());
    else return;
    event.preventDefault();
  }
}

function isAdmin(user, people) {
  return people.some((person) => person.id === user.id && person.admin);
}
