// The message box: plain messages, slash commands, replies, what was typed before.

import { fill, h, icon, iconButton } from "./dom.js";
import { CommandForm } from "./command-form.js";
import { read, suggest, write } from "./commands.js";
import { Suggestions } from "./suggestions.js";

const LONGEST = 2_000;
const REMEMBERED = 50;

/**
 * `hooks`: {paths(), world(), send(content, replyTo), run(path, data, fields), autocomplete(data), typing(), reply(): {id, name, ping} or null,
 * cancelReply(), togglePing(), keep(draft), kept(): draft, history(): entries, keepHistory(entries), title(): string}.
 */
export class Composer {
  #hooks;
  #suggestions = new Suggestions();
  #form = null;
  #past = null; // where in the history one is; null: at its end
  #typedAt = 0;

  constructor(root, hooks) {
    this.#hooks = hooks;
    this.text = h("textarea", {
      id: "message-box", rows: 1, role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-haspopup": "listbox", spellcheck: "true", maxlength: 4_000,
      oninput: () => this.#typed(), onkeydown: (event) => this.#key(event), onblur: () => this.#form ?? this.#suggestions.hide(),
    });
    this.replying = h("div", { class: "replying", hidden: true });
    this.field = h("div", { class: "field" }, this.text);
    this.fault = h("p", { class: "fault", role: "alert" });
    const box = h("form", { class: "box", onsubmit: (event) => (event.preventDefault(), this.#submit()) }, this.field, h("button", { type: "submit", class: "icon-button send", "aria-label": "Send", title: "Send (Enter)" }, icon("send")));
    box.addEventListener("focusout", (event) => this.#form && !box.contains(event.relatedTarget) && this.#suggestions.hide());
    fill(root, this.#suggestions.node, this.replying, box, this.fault);
  }

  /** Takes up the channel's draft, and its name. */
  open() {
    this.#load(this.#hooks.kept() ?? { text: "" });
    this.refresh();
  }

  /** Draws anew what may have changed around the box. */
  refresh() {
    this.text.placeholder = `Message ${this.#hooks.title()}, or / for commands`;
    this.text.setAttribute("aria-label", `Message ${this.#hooks.title()}`);
    const reply = this.#hooks.reply();
    this.replying.hidden = !reply;
    if (reply) fill(this.replying, h("span", { class: "cut" }, "Replying to ", h("strong", {}, reply.name)), this.#pingSwitch(reply), iconButton("close", "Do not reply", () => (this.#hooks.cancelReply(), this.focus())));
  }

  /** Whether a reply mentions whom it is for. */
  #pingSwitch(reply) {
    const name = `Mention ${reply.name} with the reply`;
    return h("button", { type: "button", class: `ping ${reply.ping ? "on" : ""}`, role: "switch", "aria-checked": String(reply.ping), "aria-label": name, title: name, onclick: () => (this.#hooks.togglePing(), this.focus()) }, reply.ping ? "@ on" : "@ off");
  }

  /** Commands came or went: the open list of them is made anew. */
  commandsChanged() {
    if (!this.#form && document.activeElement === this.text && this.text.value.startsWith("/")) this.#typed();
  }

  /** Puts the cursor in the box. */
  focus() {
    if (this.#form) this.#form.focus();
    else this.text.focus();
  }

  /** Begins the command `text` (`/event`). */
  start(text) {
    this.#load({ text: `${text} ` });
    this.#typed();
    this.focus();
  }

  /** Adds words to the message, or to the field of a command that the cursor was in. */
  insert(words) {
    const input = this.#form ? this.#form.current() : this.text;
    input.setRangeText(words, input.selectionStart, input.selectionEnd, "end");
    input.dispatchEvent(new Event("input"));
    input.focus();
  }

  /** Says what is wrong, under the box. */
  say(fault) {
    this.fault.textContent = fault;
  }

  #typed() {
    const text = this.text.value;
    this.#grow();
    this.say(text.length > LONGEST ? `A message may have 2,000 characters. Shorten it by ${text.length - LONGEST}.` : "");
    this.#past = null;
    this.#keep();
    const command = text.startsWith("/") ? read(this.#hooks.paths(), text) : null;
    if (command?.spaced) return this.#begin(command.path, command.fields);
    if (/^\/[^\n]*$/.test(text)) return this.#suggestCommands(text);
    this.#suggestions.hide();
    if (text !== "" && Date.now() - this.#typedAt > 6_000) {
      this.#typedAt = Date.now();
      this.#hooks.typing();
    }
  }

  #suggestCommands(text) {
    const found = suggest(this.#hooks.paths(), text);
    this.#suggestions.show({
      owner: this.text,
      title: found.length > 0 ? "Commands" : "No such command",
      note: found.length > 0 ? "" : "Type / alone to see all there are.",
      items: found.map((path) => ({ label: `/${path.name}`, detail: path.description, side: path.options.filter((option) => option.required).map((option) => option.name).join(" "), path })),
      at: 0,
      onPick: ({ path }) => this.#begin(path, {}),
    });
  }

  #begin(path, fields) {
    this.#suggestions.hide();
    this.#form = new CommandForm(path, fields, this.#suggestions, {
      world: this.#hooks.world,
      autocomplete: this.#hooks.autocomplete,
      submit: (data, filled) => this.#run(path, data, filled),
      cancel: (text) => this.#leave(text),
      fault: (text) => this.say(text),
      recall: (step) => this.#past !== null && this.#recall(step),
      changed: () => this.#keep(),
    });
    fill(this.field, this.#form.node);
    this.#form.focus();
    this.#keep();
  }

  #leave(text) {
    this.#load({ text });
    this.focus();
    if (text) this.#typed();
  }

  #run(path, data, fields) {
    if (!this.#hooks.run(path, data)) return this.say("There is no connection to the playground. The command is kept: send it again when it is back.");
    this.#remember({ command: path.name, fields, text: write(path, fields) });
    this.#leave("");
  }

  #submit() {
    if (this.#form) return this.#form.submit();
    const content = this.text.value.trim();
    if (content === "" || content.length > LONGEST) return;
    if (/^\/\S/.test(content)) return this.#submitCommand(content);
    if (!this.#hooks.send(content)) return this.say("There is no connection to the playground. The message is kept: send it again when it is back.");
    this.#remember({ text: content });
    this.#load({ text: "" });
  }

  /** Enter after a whole `/help` runs it at once if nothing is missing; a command of another name is none. */
  #submitCommand(content) {
    const command = read(this.#hooks.paths(), content);
    if (!command) return this.say(`There is no command ${content.split(/\s/)[0]} here. Type / to see all there are.`);
    this.#begin(command.path, command.fields);
    if (!command.path.options.some((option) => option.required)) this.#form.submit();
  }

  #key(event) {
    if (event.isComposing) return;
    const { open, marked } = this.#suggestions;
    const exact = read(this.#hooks.paths(), this.text.value.trim());
    const runs = exact && this.text.value.startsWith("/") && !exact.path.options.some((option) => option.required);
    const acts = {
      Enter: () => !event.shiftKey && (marked && !runs ? this.#suggestions.pick() : this.#submit(), true),
      Tab: () => marked && !event.shiftKey && (this.#suggestions.pick(), true),
      ArrowDown: () => (open ? this.#suggestions.move(1) : this.#recall(1)),
      ArrowUp: () => (open && this.#past === null ? this.#suggestions.move(-1) : this.#recall(-1)),
      Escape: () => this.#escape(open),
    };
    if (acts[event.key]?.()) event.preventDefault();
  }

  #escape(open) {
    if (open) this.#suggestions.hide();
    else if (this.#hooks.reply()) this.#hooks.cancelReply();
    else return false;
    return true;
  }

  /** Arrow up in an empty box brings back what was sent before. */
  #recall(step) {
    const entries = this.#hooks.history();
    if (this.#past === null && (this.text.value !== "" || step > 0)) return false;
    const at = (this.#past ?? entries.length) + step;
    if (at < 0) return true;
    this.#load(entries[at] ?? { text: "" });
    this.#past = at < entries.length ? at : null;
    this.focus();
    if (this.#form) this.#form.hush();
    else this.#suggestions.hide();
    return true;
  }

  #remember(entry) {
    const entries = this.#hooks.history().filter((one) => one.text !== entry.text);
    this.#hooks.keepHistory([...entries, entry].slice(-REMEMBERED));
    this.#past = null;
  }

  #load(draft) {
    this.#suggestions.hide();
    this.#form = null;
    this.say("");
    const path = draft.command && this.#hooks.paths().find((one) => one.name === draft.command);
    this.text.value = path ? "" : draft.text;
    if (this.field.firstChild !== this.text) fill(this.field, this.text);
    this.#grow();
    if (path) {
      const focused = document.activeElement;
      this.#begin(path, draft.fields);
      if (focused === document.body) this.#form.hush();
    }
    this.#keep();
  }

  #keep() {
    const form = this.#form;
    const draft = form ? { command: form.path.name, fields: form.fields, text: write(form.path, form.fields) } : { text: this.text.value };
    this.#hooks.keep(draft.text === "" ? null : draft);
  }

  #grow() {
    this.text.style.setProperty("height", "auto");
    this.text.style.setProperty("height", `${Math.min(this.text.scrollHeight, 220)}px`);
  }
}
