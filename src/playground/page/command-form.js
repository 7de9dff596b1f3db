// A slash command being filled in: its name, a pill with a field for each option, and a last field that adds options.

import { fill, h } from "./dom.js";
import { localChoices, toAutocomplete, toData, valueOf } from "./commands.js";

/** How long a person must pause before the server is asked for suggestions, in milliseconds. */
const PAUSE = 90;

/** The form of one command path. */
export class CommandForm {
  #path;
  #fields = {};
  #hooks;
  #suggestions;
  #tail;
  #timer = null;
  #asked = 0;
  #current = null;

  /**
   * `hooks`: {world(), autocomplete(data) → Promise of choices, submit(data, fields), cancel(text), fault(text), recall(step),
   * changed()}.
   */
  constructor(path, fields, suggestions, hooks) {
    this.#path = path;
    this.#hooks = hooks;
    this.#suggestions = suggestions;
    this.node = h("div", { class: "command", role: "group", "aria-label": `Command /${path.name}: ${path.description}` });
    this.#tail = this.#tailInput();
    fill(this.node, h("span", { class: "command-name" }, `/${path.name}`), this.#tail);
    for (const option of path.options) if (option.required || fields[option.name]) this.#add(option, fields[option.name]);
    this.#drawTail();
  }

  /** The path being filled in. */
  get path() {
    return this.#path;
  }

  /** What stands in the fields: {name: {text, value}}. */
  get fields() {
    return Object.fromEntries(Object.entries(this.#fields).map(([name, field]) => [name, { text: field.input.value, value: field.value }]));
  }

  /** Puts the cursor where the next thing is to be typed. */
  focus() {
    const inputs = this.#inputs();
    const input = inputs.find((one) => one.value === "") ?? inputs.at(-1) ?? this.#tail;
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
    this.#suggestFor(input);
  }

  /** The field that the cursor is or was last in. */
  current() {
    return this.#current ?? this.#tail;
  }

  /** Sends the command, or says what is missing. */
  submit() {
    const made = toData(this.#path, this.fields, this.#hooks.world());
    this.#hooks.fault(made.fault ?? "");
    for (const [name, { input }] of Object.entries(this.#fields)) input.setAttribute("aria-invalid", String(name === made.option));
    if (made.fault) return this.#open(made.option);
    this.#stop();
    this.#hooks.submit(made.data, this.fields);
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#suggestions.hide();
  }

  #inputs() {
    return this.#path.options.map((option) => this.#fields[option.name]?.input).filter(Boolean);
  }

  #add(option, filled) {
    const input = h("input", {
      type: "text", autocomplete: "off", spellcheck: "false", role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "data-option": option.name,
      "aria-label": `${option.name}${option.required ? ", required" : ""}: ${option.description ?? ""}`,
      onfocus: () => ((this.#current = input), this.#suggestFor(input)), onblur: () => this.#checkLeft(option, input), oninput: () => this.#typed(option, input), onkeydown: (event) => this.#key(event, input),
    });
    input.value = filled?.text ?? "";
    const node = h("label", { class: "pill", "data-option": option.name }, h("span", { class: "pill-name", "aria-hidden": "true" }, option.name), input);
    this.#fields[option.name] = { option, input, node, value: filled?.value };
    const later = this.#path.options.slice(this.#path.options.indexOf(option) + 1).map((one) => this.#fields[one.name]?.node).find(Boolean);
    this.node.insertBefore(node, later ?? this.#tail);
    size(input);
    return input;
  }

  #remove(name) {
    const previous = this.#before(this.#fields[name].input);
    this.#fields[name].node.remove();
    delete this.#fields[name];
    this.#drawTail();
    (previous ?? this.#tail).focus();
    this.#hooks.changed();
  }

  #before(input) {
    const inputs = [...this.#inputs(), this.#tail];
    return inputs[inputs.indexOf(input) - 1] ?? null;
  }

  #after(input) {
    const inputs = [...this.#inputs(), this.#tail];
    return inputs[inputs.indexOf(input) + 1] ?? null;
  }

  #tailInput() {
    const input = h("input", {
      type: "text", class: "tail", autocomplete: "off", spellcheck: "false", role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list",
      onfocus: () => this.#suggestFor(input), oninput: () => this.#tailTyped(), onkeydown: (event) => this.#key(event, input),
    });
    return input;
  }

  #left() {
    return this.#path.options.filter((option) => !this.#fields[option.name]);
  }

  #drawTail() {
    const left = this.#left().length;
    const words = left === 0 ? "" : `+ ${left} optional`;
    this.#tail.placeholder = words;
    this.#tail.setAttribute("aria-label", left === 0 ? "Nothing more to add: press Enter to send" : `Add an option, ${left} left`);
  }

  #tailTyped() {
    const typed = this.#tail.value.trim();
    const option = this.#left().find((one) => `${one.name}:` === typed.toLowerCase());
    if (option) this.#open(option.name);
    else this.#suggestFor(this.#tail);
  }

  /** Goes to an option's field, which is made if it is not there. */
  #open(name) {
    const option = this.#path.options.find((one) => one.name === name);
    const input = this.#fields[name]?.input ?? this.#add(option, null);
    this.#tail.value = "";
    this.#drawTail();
    input.focus();
    this.#suggestFor(input);
  }

  #typed(option, input) {
    const field = this.#fields[option.name];
    // Its own name, typed out of habit, is not part of the value.
    if (input.value.toLowerCase() === `${option.name}:`) input.value = "";
    // `private:` typed into a field opens that option.
    const jump = input.value.match(/^([^]*?)\s*(?:^|\s)(\S+):$/);
    const other = jump && this.#left().find((one) => one.name === jump[2].toLowerCase());
    if (other) input.value = jump[1];
    field.value = undefined;
    size(input);
    input.setAttribute("aria-invalid", "false");
    this.#hooks.fault("");
    this.#hooks.changed();
    if (other) this.#open(other.name);
    else this.#suggestFor(input);
  }

  #checkLeft(option, input) {
    const field = this.#fields[option.name];
    if (!field || input.value.trim() === "") return;
    const wrong = valueOf(option, { text: input.value, value: field.value }, this.#hooks.world()).fault;
    input.setAttribute("aria-invalid", String(Boolean(wrong)));
  }

  #suggestFor(input) {
    clearTimeout(this.#timer);
    this.#asked += 1;
    if (input === this.#tail) return this.#suggestOptions();
    const { option } = this.#fields[input.dataset.option];
    const local = localChoices(option, input.value, this.#hooks.world());
    if (local) return this.#showChoices(option, input, local);
    this.#showChoices(option, input, []);
    if (option.autocomplete) this.#timer = setTimeout(() => this.#ask(option, input), input.value === "" ? 0 : PAUSE);
  }

  /** Shows no suggestions, those that are still on their way included. */
  hush() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#suggestions.hide();
  }

  async #ask(option, input) {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const choices = await this.#hooks.autocomplete(toAutocomplete(this.#path, this.fields, option.name, this.#hooks.world()));
      if (asked === this.#asked && document.activeElement === input) this.#showChoices(option, input, choices);
    } catch (problem) {
      if (asked === this.#asked) this.#showChoices(option, input, [], `No suggestions: ${problem.message}`);
    }
  }

  #showChoices(option, input, choices, problem = "") {
    const exact = choices.some((choice) => choice.name.toLowerCase() === input.value.trim().toLowerCase());
    // A free text counts as it was typed; where only the choices count, the first one is marked.
    const first = !option.autocomplete && input.value.trim() !== "" && !exact ? 0 : -1;
    this.#suggestions.show({
      owner: input,
      title: option.name,
      note: problem || option.description,
      items: choices.map((choice) => ({ label: choice.name, detail: choice.detail, choice })),
      at: first,
      onPick: ({ choice }) => this.#picked(option, input, choice),
    });
  }

  #picked(option, input, choice) {
    input.value = choice.name;
    this.#fields[option.name].value = choice.value;
    size(input);
    input.setAttribute("aria-invalid", "false");
    this.#hooks.changed();
    const next = this.#inputs().find((one) => one.value === "") ?? this.#tail;
    next.focus();
  }

  #suggestOptions() {
    const typed = this.#tail.value.trim().toLowerCase();
    const left = this.#left().filter((option) => option.name.startsWith(typed));
    this.#suggestions.show({
      owner: this.#tail,
      title: "Options",
      items: left.map((option) => ({ label: option.name, detail: option.description, side: option.required ? "required" : "", name: option.name })),
      at: typed === "" ? -1 : 0,
      onPick: ({ name }) => this.#open(name),
    });
  }

  #key(event, input) {
    const empty = input.value === "";
    const acts = {
      Enter: () => (this.#suggestions.marked ? this.#suggestions.pick() : this.submit()),
      ArrowDown: () => this.#suggestions.move(1) || this.#hooks.recall(1),
      ArrowUp: () => this.#suggestions.move(-1) || this.#hooks.recall(-1),
      Escape: () => (this.#suggestions.open ? this.#suggestions.hide() : this.#leave("")),
      Tab: () => this.#tab(event, input),
      Backspace: () => empty && this.#erase(input),
    };
    if (event.isComposing || !acts[event.key]) return;
    if (acts[event.key]() !== false) event.preventDefault();
  }

  /** Tab takes the marked suggestion, else goes to the next field as everywhere. */
  #tab(event, input) {
    if (event.shiftKey) return false;
    if (this.#suggestions.marked) return this.#suggestions.pick();
    const next = this.#after(input);
    if (!next || (next === this.#tail && this.#left().length === 0)) return false;
    return next.focus();
  }

  #erase(input) {
    const option = this.#fields[input.dataset.option]?.option;
    if (option && !option.required) return this.#remove(option.name);
    const previous = this.#before(input);
    if (!previous) return this.#leave(`/${this.#path.name}`);
    return previous.focus();
  }

  #leave(text) {
    this.#stop();
    this.#hooks.cancel(text);
  }
}

function size(input) {
  input.size = Math.max(3, Math.min(60, [...input.value].length + 1));
}
