// Select menus: of given options, or of people, roles and channels. A button that opens a listbox.

import { fill, h, icon } from "./dom.js";

const PEOPLE = 5;
const ROLES = 6;
const BOTH = 7;
const CHANNELS = 8;

let menus = 0;

/** A menu of a message. `act` as in `components.js`; `act.world()` is that of `commands.js`. */
export function selectMenu(component, act) {
  return new Menu(component, act.world(), {
    disabled: component.disabled || Boolean(act.waiting),
    busy: act.waiting === component.custom_id,
    onDone: (values) => act.press(component, values),
  }).node;
}

/** A menu of a modal: `onDone(values)` at every change. */
export function formMenu(component, world, onDone) {
  return new Menu(component, world, { disabled: false, busy: false, onDone }).node;
}

/** What can be chosen: {label, value, description, chosen}. */
function choicesOf(component, world) {
  const chosen = new Set((component.default_values ?? []).map((one) => one.id));
  const entry = (sign) => ({ id, name, detail }) => ({ label: sign + name, value: id, description: detail ?? "", chosen: chosen.has(id) });
  const channels = world.channels.filter((channel) => !component.channel_types?.length || component.channel_types.includes(channel.type));
  switch (component.type) {
    case PEOPLE: return world.users.map(entry("@"));
    case ROLES: return world.roles.map(entry("@"));
    case BOTH: return [...world.users, ...world.roles].map(entry("@"));
    case CHANNELS: return channels.map(entry("#"));
    default: return component.options.map((option) => ({ label: option.label, value: option.value, description: option.description ?? "", chosen: option.default === true, emoji: option.emoji?.id ? "" : option.emoji?.name }));
  }
}

class Menu {
  #choices;
  #least;
  #most;
  #onDone;
  #chosen;
  #sent;
  #at = 0;
  #typed = "";
  #typedAt = 0;

  constructor(component, world, { disabled, busy, onDone }) {
    const id = `menu-${(menus += 1)}`;
    this.#choices = choicesOf(component, world);
    this.#least = component.min_values ?? 1;
    this.#most = Math.min(component.max_values ?? 1, this.#choices.length);
    this.#onDone = onDone;
    this.#chosen = new Set(this.#choices.filter((choice) => choice.chosen).map((choice) => choice.value));
    this.#sent = this.#values().join(" ");
    this.placeholder = component.placeholder || "Make a choice";
    this.face = h("button", {
      type: "button", class: "menu-face", role: "combobox", "aria-haspopup": "listbox", "aria-expanded": "false", "aria-controls": id, "aria-label": this.placeholder,
      "data-id": component.custom_id, disabled, "aria-busy": busy ? "true" : null, onclick: () => this.#toggle(), onkeydown: (event) => this.#key(event),
    });
    this.list = h("div", { class: "menu-list", role: "listbox", id, "aria-label": this.placeholder, "aria-multiselectable": String(this.#most > 1), hidden: true });
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.node = h("div", { class: "menu", onfocusout: (event) => !this.node.contains(event.relatedTarget) && this.#close() }, this.face, this.list);
    this.#draw();
  }

  #values() {
    return this.#choices.filter((choice) => this.#chosen.has(choice.value)).map((choice) => choice.value);
  }

  #draw() {
    const labels = this.#choices.filter((choice) => this.#chosen.has(choice.value)).map((choice) => choice.label);
    fill(this.face, h("span", { class: labels.length ? "" : "quiet" }, labels.join(", ") || this.placeholder), icon("down"));
    fill(this.list, this.#choices.map((choice, index) => this.#row(choice, index)));
    if (!this.list.hidden) this.face.setAttribute("aria-activedescendant", `${this.list.id}-${this.#at}`);
    else this.face.removeAttribute("aria-activedescendant");
  }

  #row(choice, index) {
    return h(
      "div",
      { class: `menu-row ${index === this.#at ? "at" : ""}`, role: "option", id: `${this.list.id}-${index}`, "aria-selected": String(this.#chosen.has(choice.value)), onclick: () => this.#choose(index) },
      choice.emoji ? h("span", { class: "emoji" }, choice.emoji) : null,
      h("span", { class: "menu-words" }, h("span", {}, choice.label), choice.description ? h("span", { class: "quiet" }, choice.description) : null),
      this.#chosen.has(choice.value) ? icon("check") : null,
    );
  }

  #toggle() {
    if (this.list.hidden) this.#open();
    else this.#close();
  }

  #open() {
    this.list.hidden = false;
    this.face.setAttribute("aria-expanded", "true");
    this.#at = Math.max(0, this.#choices.findIndex((choice) => this.#chosen.has(choice.value)));
    this.#draw();
    this.list.scrollIntoView({ block: "nearest" });
    // Not every browser gives a pressed button the focus, and losing it is what closes the list.
    this.face.focus();
  }

  /** Closing a menu of several choices is what sends them. */
  #close() {
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.face.setAttribute("aria-expanded", "false");
    this.#draw();
    const values = this.#values();
    if (values.length < this.#least || values.join(" ") === this.#sent) return;
    this.#sent = values.join(" ");
    this.#onDone(values);
  }

  #choose(index) {
    const { value } = this.#choices[index];
    this.#at = index;
    if (this.#most === 1) {
      this.#chosen = new Set([value]);
      // Choosing the same again is a choice too.
      this.#sent = null;
      return this.#close();
    }
    if (this.#chosen.has(value)) this.#chosen.delete(value);
    else if (this.#chosen.size < this.#most) this.#chosen.add(value);
    return this.#draw();
  }

  #key(event) {
    const open = !this.list.hidden;
    const step = (by) => (open ? this.#go(Math.max(0, Math.min(this.#choices.length - 1, this.#at + by))) : this.#open());
    const acts = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Home: () => open && this.#go(0),
      End: () => open && this.#go(this.#choices.length - 1),
      Enter: () => (open ? this.#choose(this.#at) : this.#open()),
      " ": () => (open ? this.#choose(this.#at) : this.#open()),
      Escape: () => open && (event.stopPropagation(), this.#close()),
    };
    if (acts[event.key]) {
      if (acts[event.key]() !== false) event.preventDefault();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && open) {
      this.#seek(event);
    }
  }

  #go(index) {
    this.#at = index;
    this.#draw();
    this.list.children[index]?.scrollIntoView({ block: "nearest" });
  }

  /** Letters typed one after the other go to the line that begins so. */
  #seek(event) {
    this.#typed = event.timeStamp - this.#typedAt > 800 ? event.key : this.#typed + event.key;
    this.#typedAt = event.timeStamp;
    const found = this.#choices.findIndex((choice) => choice.label.replace(/^[@#]/, "").toLowerCase().startsWith(this.#typed.toLowerCase()));
    if (found >= 0) this.#go(found);
    event.preventDefault();
    event.stopPropagation();
  }
}
