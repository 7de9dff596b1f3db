// The messages of the open channel: drawn, kept in place while scrolling, loaded further up, marked as new.

import { fill, h, icon } from "./dom.js";
import { continues, drawMessage, drawPending } from "./message.js";
import { compareIds, guildOfChannel, markRead, memberOf } from "./state.js";
import { channelName, channelTitle, markupContext, userName } from "./names.js";
import { day, sameDay } from "./time.js";
import { forWindow } from "./remember.js";

/** How near to an end counts as being there, in pixels. */
const NEAR = 40;
const LOAD_WITHIN = 600;
/** How many messages are loaded at most to find the place where one was before a reload. */
const FURTHEST = 1_000;

/** The message list. `hooks`: {more(channel, before) → Promise, world(), actions, seen(channel)}. */
export class MessageList {
  #state;
  #hooks;
  #drawn = new Map(); // id → {node, signs}
  #channel = null;
  #newFrom = null; // the last message that had been seen when the channel was opened
  #restored = false;
  #stuck = true; // whether the newest message stays in view
  #world = 0;

  constructor(state, { scroller, list, jump }, hooks) {
    this.#state = state;
    this.#hooks = hooks;
    this.scroller = scroller;
    this.list = list;
    this.jump = jump;
    scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    list.addEventListener("keydown", (event) => this.#key(event));
    new ResizeObserver(() => this.#stuck && this.#toBottom()).observe(scroller);
    // Pictures that arrive late, and cards that grow.
    new ResizeObserver(() => this.#stuck && this.#toBottom()).observe(list);
    document.addEventListener("visibilitychange", () => this.#see());
  }

  /** Shows another channel. */
  open(channel) {
    this.#channel = channel;
    this.#drawn.clear();
    this.#restored = false;
    this.#stuck = true;
    this.#newFrom = this.#state.unread.has(channel) ? (this.#state.read.get(channel) ?? "0") : null;
    fill(this.list);
    this.draw();
  }

  /** Names, roles or channels changed: everything is drawn anew. */
  worldChanged() {
    this.#world += 1;
    this.draw();
  }

  /** Brings the list up to date. */
  draw() {
    const past = this.#state.histories.get(this.#channel);
    if (!this.#channel || !past?.list) return fill(this.list, this.#channel ? h("li", { class: "loading" }, "Loading…") : null);
    const held = this.#focused();
    const height = this.scroller.scrollHeight;
    const top = this.scroller.scrollTop;
    const firstBefore = this.list.querySelector(".message")?.dataset.id;
    this.#place(this.#nodes(past));
    this.#refocus(held);
    if (!this.#restored) this.#restore(past);
    else if (this.#stuck) this.#toBottom();
    // Older messages came in above: what is read stays where it is.
    else if (firstBefore && firstBefore !== past.list[0]?.id) this.scroller.scrollTop = top + this.scroller.scrollHeight - height;
    this.#see();
    this.#drawJump();
    return undefined;
  }

  /** Shows a message and puts the focus on it; whether it is there. */
  goTo(id) {
    const node = this.#drawn.get(id)?.node;
    if (!node) return false;
    this.#stuck = false;
    node.scrollIntoView({ block: "center" });
    node.focus();
    node.classList.add("found");
    node.addEventListener("animationend", () => node.classList.remove("found"), { once: true });
    return true;
  }

  /** Goes to the newest message. */
  toNewest() {
    this.#stuck = true;
    this.#toBottom();
    this.#see();
    this.#drawJump();
  }

  #nodes(past) {
    const guild = guildOfChannel(this.#state, this.#channel);
    const context = markupContext(this.#state, this.#channel, this.#hooks.actions);
    const nodes = past.more ? [] : [this.#beginning()];
    const drawn = new Map();
    let before = null;
    for (const message of past.list) {
      const newDay = !before || !sameDay(Date.parse(before.timestamp), Date.parse(message.timestamp));
      if (newDay) nodes.push(this.#line(`day-${message.id}`, "day", day(Date.parse(message.timestamp), context.now(), context.locale)));
      const isNew = this.#isFirstNew(message, before);
      if (isNew) nodes.push(this.#line(`new-${message.id}`, "new", "New"));
      const view = { guild, context, first: newDay || isNew || !continues(message, before), press: this.#state.presses.get(message.id), actions: this.#hooks.actions, world: this.#hooks.world };
      const entry = this.#entry(message.id, [message, view.first, view.press, this.#world], () => drawMessage(message, view));
      drawn.set(message.id, entry);
      nodes.push(entry.node);
      before = message;
    }
    for (const command of this.#state.pending.values()) {
      if (command.channel !== this.#channel) continue;
      const view = { guild, context, actions: this.#hooks.actions };
      const entry = this.#entry(command.nonce, [command.failed, this.#world], () => drawPending({ ...command, user: this.#state.me, application: this.#state.application }, view));
      drawn.set(command.nonce, entry);
      nodes.push(entry.node);
    }
    this.#drawn = drawn;
    return nodes;
  }

  #entry(id, signs, draw) {
    const old = this.#drawn.get(id);
    const same = old && old.signs.length === signs.length && old.signs.every((sign, at) => sign === signs[at]);
    return same ? old : { node: draw(), signs };
  }

  #line(id, className, text) {
    return this.list.querySelector(`#${CSS.escape(id)}`) ?? h("li", { id, class: `line ${className}`, role: "separator" }, h("span", {}, text));
  }

  #beginning() {
    return this.list.querySelector("#beginning") ?? h("li", { id: "beginning", class: "beginning" }, h("h2", {}, channelTitle(this.#state, this.#channel)), h("p", {}, `This is where ${channelTitle(this.#state, this.#channel)} begins. Type / to see what Clio and other bots can do.`));
  }

  #isFirstNew(message, before) {
    if (this.#newFrom === null || message.author.id === this.#state.me.id) return false;
    return compareIds(message.id, this.#newFrom) > 0 && (!before || compareIds(before.id, this.#newFrom) <= 0);
  }

  /** Puts `nodes` in the list, touching only what differs. */
  #place(nodes) {
    const wanted = new Set(nodes);
    for (const child of [...this.list.children]) if (!wanted.has(child)) child.remove();
    nodes.forEach((node, at) => {
      if (this.list.children[at] !== node) this.list.insertBefore(node, this.list.children[at] ?? null);
    });
    // One message can be reached with Tab, the newest; from there the arrows lead on.
    const messages = [...this.list.querySelectorAll("li.message")];
    for (const message of messages) message.tabIndex = message === messages.at(-1) ? 0 : -1;
  }

  /** Where the focus is, so that it is found again in a message drawn anew. */
  #focused() {
    const active = document.activeElement;
    const message = this.list.contains(active) && active.closest("li[data-id]");
    return message ? { message: message.dataset.id, control: active === message ? null : active.dataset.id } : null;
  }

  #refocus(held) {
    if (!held || this.list.contains(document.activeElement)) return;
    const node = this.#drawn.get(held.message)?.node;
    const control = held.control && node?.querySelector(`[data-id="${CSS.escape(held.control)}"]:not(:disabled)`);
    (control ?? node)?.focus({ preventScroll: true });
  }

  /** Goes to where one was in this channel, else to the first new message, else to the newest. */
  #restore(past) {
    const kept = forWindow.get(`scroll.${this.#channel}`);
    const node = kept && this.#drawn.get(kept.id)?.node;
    if (kept && !node && this.#further(past, kept.id)) return;
    this.#restored = true;
    const newLine = this.list.querySelector(".line.new");
    if (node) {
      this.#stuck = false;
      this.scroller.scrollTop = node.offsetTop - kept.offset;
    } else if (newLine && newLine.offsetTop < this.scroller.scrollHeight - this.scroller.clientHeight) {
      this.#stuck = false;
      this.scroller.scrollTop = newLine.offsetTop - NEAR;
    } else {
      this.#stuck = true;
      this.#toBottom();
    }
  }

  /** Loads more while what is looked for lies further up; whether it does. */
  #further(past, id) {
    if (!past.more || past.list.length > FURTHEST || compareIds(id, past.list[0].id) >= 0) return false;
    this.#more(past);
    return true;
  }

  #more(past) {
    if (past.loading) return;
    past.loading = true;
    this.#hooks.more(this.#channel, past.list[0].id).finally(() => (past.loading = false));
  }

  #scrolled() {
    if (!this.#restored) return;
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.#stuck = scrollHeight - scrollTop - clientHeight < NEAR;
    this.#keep();
    this.#see();
    this.#drawJump();
    const past = this.#state.histories.get(this.#channel);
    if (scrollTop < LOAD_WITHIN && past?.more && past.list.length > 0) this.#more(past);
  }

  #keep() {
    const at = this.scroller.scrollTop;
    const top = this.#stuck ? null : [...this.#drawn].find(([, { node }]) => node.offsetTop + node.offsetHeight > at);
    forWindow.set(`scroll.${this.#channel}`, top ? { id: top[0], offset: top[1].node.offsetTop - at } : null);
  }

  #see() {
    if (this.#stuck && document.visibilityState === "visible" && this.#channel && markRead(this.#state, this.#channel)) this.#hooks.seen(this.#channel);
  }

  #toBottom() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  #drawJump() {
    const unread = this.#state.unread.get(this.#channel)?.count ?? 0;
    if (this.#stuck) return fill(this.jump);
    const words = unread > 0 ? `${unread} new ${unread === 1 ? "message" : "messages"}` : "You are reading older messages";
    return fill(this.jump, h("button", { type: "button", class: unread > 0 ? "has-new" : "", onclick: () => this.toNewest() }, h("span", {}, words), h("span", { class: "jump-word" }, "Jump to newest", icon("down"))));
  }

  /** Arrows go from message to message, R replies. */
  #key(event) {
    const node = event.target.closest?.("li.message");
    if (!node || event.target !== node || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = [...this.list.querySelectorAll("li.message")];
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) {
      all[all.indexOf(node) + step]?.focus();
      event.preventDefault();
    } else if (event.key.toLowerCase() === "r") {
      node.querySelector(".actions button")?.click();
      event.preventDefault();
    }
  }
}

/** Who is typing in a channel, in words. */
export function typingWords(state, channel) {
  const guild = guildOfChannel(state, channel);
  const names = [...(state.typing.get(channel)?.keys() ?? [])].map((id) => userName(state, guild, id) ?? (memberOf(guild, id) ? "Someone" : channelName(state, channel))).slice(0, 4);
  if (names.length === 0) return "";
  if (names.length > 3) return "Several people are typing…";
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return `${list} ${names.length === 1 ? "is" : "are"} typing…`;
}
