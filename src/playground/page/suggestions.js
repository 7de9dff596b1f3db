// The list that opens over the message box: commands, options, choices. One listbox, worked from the box with arrows.

import { fill, h } from "./dom.js";

let lists = 0;

/** A listbox that is shown above what a person types in. */
export class Suggestions {
  #items = [];
  #at = -1;
  #onPick = null;
  #owner = null;
  #id = `suggestions-${(lists += 1)}`;

  constructor() {
    this.node = h("div", { class: "suggestions", hidden: true, onmousedown: (event) => event.preventDefault() });
  }

  /** Whether the list is open. */
  get open() {
    return !this.node.hidden;
  }

  /** Whether a line is marked, so that Enter means it. */
  get marked() {
    return this.open && this.#at >= 0;
  }

  /**
   * Shows `items` ({label, detail, side}) under `title` for the field `owner`; `at` is the line marked from the start,
   * -1 for none. `onPick(item)` when one is chosen.
   */
  show({ owner, title, note = "", items, at = -1, onPick }) {
    if (items.length === 0 && !note) return this.hide();
    this.#release();
    this.#owner = owner;
    this.#items = items;
    this.#onPick = onPick;
    const rows = items.map((item, index) => this.#row(item, index));
    fill(
      this.node,
      h("p", { class: "suggestions-title" }, title, note ? h("span", { class: "suggestions-note" }, note) : null),
      rows.length > 0 ? h("div", { role: "listbox", id: this.#id, "aria-label": title }, rows) : null,
    );
    this.node.hidden = false;
    owner.setAttribute("aria-expanded", "true");
    if (rows.length > 0) owner.setAttribute("aria-controls", this.#id);
    this.#mark(Math.min(at, items.length - 1));
  }

  /** Closes the list. */
  hide() {
    this.#release();
    this.node.hidden = true;
    this.#items = [];
    this.#at = -1;
  }

  /** Marks the next line (`step` 1) or the one before (-1). */
  move(step) {
    if (this.#items.length === 0) return false;
    const from = this.#at < 0 && step < 0 ? 0 : this.#at;
    this.#mark((from + step + this.#items.length) % this.#items.length);
    return true;
  }

  /** Chooses the marked line. */
  pick(index = this.#at) {
    const item = this.#items[index];
    const onPick = this.#onPick;
    if (!item) return;
    this.hide();
    onPick(item);
  }

  #row(item, index) {
    return h(
      "div",
      { class: "suggestion", role: "option", id: `${this.#id}-${index}`, "aria-selected": "false", onclick: () => this.pick(index), onmousemove: () => this.#mark(index, false) },
      h("span", { class: "suggestion-label" }, item.label),
      item.detail ? h("span", { class: "suggestion-detail" }, item.detail) : null,
      item.side ? h("span", { class: "suggestion-side" }, item.side) : null,
    );
  }

  #mark(index, scroll = true) {
    this.#at = index;
    this.node.querySelectorAll("[role=option]").forEach((row, at) => {
      row.setAttribute("aria-selected", String(at === index));
      if (at === index && scroll) row.scrollIntoView({ block: "nearest" });
    });
    if (index >= 0) this.#owner?.setAttribute("aria-activedescendant", `${this.#id}-${index}`);
    else this.#owner?.removeAttribute("aria-activedescendant");
  }

  #release() {
    this.#owner?.setAttribute("aria-expanded", "false");
    for (const name of ["aria-controls", "aria-activedescendant"]) this.#owner?.removeAttribute(name);
    this.#owner = null;
  }
}
