// The page: one state, one connection, and what is drawn when which part of the state changes.

import { actionsOf, reasonWords } from "./actions.js";
import { Composer } from "./composer.js";
import { fill } from "./dom.js";
import { Drawers, drawBanner, drawHeader } from "./frame.js";
import { MessageList, typingWords } from "./list.js";
import { WhoAmI, drawMembers } from "./members.js";
import { words } from "./message.js";
import { Modal } from "./modal.js";
import { channelTitle, markupContext, userName } from "./names.js";
import { drawChannels, drawRail, firstChannel, neighbour } from "./places.js";
import { forAll, forWindow } from "./remember.js";
import { Connection } from "./socket.js";
import { apply, channelOf, compareIds, empty, guildOfChannel, stopTyping } from "./state.js";
import { tick } from "./time.js";
import { paths, whereToStart, world } from "./world.js";

/** Failed attempts to connect as a person, after which one connects as anybody and looks for that person. */
const PATIENCE = 4;
const THEMES = ["auto", "light", "dark"];
const at = (id) => document.getElementById(id);

class Page {
  state = empty();
  replyTo = null;
  #link = { connected: false, retryAt: 0 };
  #connection;
  #modal = null; // {view, nonce}
  /** Who to be, by name or id, until it is so. */
  #wanted = (new URLSearchParams(location.search).get("as") ?? forWindow.get("person"))?.toLowerCase();

  constructor() {
    this.drawers = new Drawers(at("app"), at("shade"));
    this.actions = actionsOf(this);
    const here = () => world(this.state);
    this.messages = new MessageList(this.state, { scroller: at("scroller"), list: at("messages"), jump: at("jump") }, {
      more: (channel, before) => this.#load(channel, before), world: here, actions: this.actions, seen: () => this.draw(["marks"]),
    });
    this.box = new Composer(at("composer"), {
      paths: () => (this.state.ready ? paths(this.state) : []), world: here, title: () => channelTitle(this.state, this.state.channel),
      send: this.actions.say, run: this.actions.run, autocomplete: this.actions.autocomplete, typing: this.actions.typing,
      reply: () => this.replyTo, cancelReply: () => this.setReply(null), togglePing: () => this.setReply({ ...this.replyTo, ping: !this.replyTo.ping }),
      keep: (draft) => forWindow.set(this.#keptAs("draft", this.state.channel), draft), kept: () => forWindow.get(this.#keptAs("draft", this.state.channel)),
      history: () => forWindow.get("typed", []), keepHistory: (entries) => forWindow.set("typed", entries),
    });
    this.who = new WhoAmI(at("who"), this.state, { become: (id) => this.#become(id), theme: () => forAll.get("theme", "auto"), nextTheme: () => this.#nextTheme() });
    this.#connect(null);
    setInterval(() => this.#tick(), 1_000);
    addEventListener("keydown", (event) => this.#key(event));
    document.querySelector(".skip").addEventListener("click", (event) => (event.preventDefault(), this.box.focus()));
    addEventListener("online", () => this.#connection.retryNow());
  }

  connection = () => this.#connection;
  composer = () => this.box;
  list = () => this.messages;
  lastChannel = (guild) => forWindow.get(`channel.${guild}`);

  /** Opens a channel. */
  open(guild, channel) {
    Object.assign(this.state, { guild, channel });
    this.replyTo = null;
    forWindow.set("place", { guild, channel });
    forWindow.set(`channel.${guild}`, channel);
    document.title = `${channelTitle(this.state, channel)} · Clio playground`;
    at("messages").setAttribute("aria-label", `Messages in ${channelTitle(this.state, channel)}`);
    this.#show(channel);
    this.box.open();
    this.draw(["world"]);
  }

  /** Replies to a message (`{id, name, ping}`), or to none. */
  setReply(reply) {
    this.replyTo = reply;
    this.box.refresh();
  }

  /** Takes an event in and draws what it changed. */
  take(name, body) {
    const changed = apply(this.state, name, body, Date.now());
    if (this.state.ready && !channelOf(this.state, this.state.channel)) this.#leaveWhatIsGone();
    this.draw(changed);
  }

  /** Draws the parts that depend on `topics`. */
  draw(topics) {
    const { state } = this;
    if (!state.ready || topics.length === 0) return;
    const about = (...names) => names.some((name) => topics.includes(name));
    if (about("world", "marks")) {
      drawRail(at("rail"), state, this.actions.goToGuild);
      drawChannels(at("channels"), at("server-name"), state, this.actions.goTo);
      forWindow.set(this.#keptAs("read"), [...state.read]);
    }
    if (about("world")) {
      drawHeader(at("header"), state, this.drawers);
      drawMembers(at("members"), state, { mention: (user) => this.#mention(user), write: () => this.actions.writeToBot() });
      this.who.draw();
      this.box.refresh();
      this.messages.worldChanged();
    }
    if (about("messages")) this.messages.draw();
    if (about("commands")) this.box.commandsChanged();
    if (about("typing")) this.#drawTyping();
    if (about("bot")) this.#drawBanner();
  }

  /** The name under which something is kept for this person, and for this channel. */
  #keptAs(what, channel = null) {
    return [what, this.state.me?.id, channel].filter(Boolean).join(".");
  }

  #connect(person) {
    this.#connection?.close();
    this.#connection = new Connection(person, (name, body) => this.#event(name, body), (link) => this.#linkChanged(link));
  }

  #event(name, body) {
    if (name === "READY") return this.#ready(body);
    if (name === "INTERACTION_FAILURE" || name === "ERROR") return this.#failed(name, body);
    this.take(name, body);
    if (name === "MODAL" && this.#connection.asked(body.nonce)) this.#openModal(body);
    if (name === "INTERACTION_SUCCESS" && body.nonce === this.#modal?.nonce) this.#modal.view.close();
    if (name === "MESSAGE_CREATE") this.#announce(body);
    return undefined;
  }

  #ready(body) {
    const wanted = this.#wanted && body.people.find((one) => [one.id, one.username, one.global_name].some((name) => name?.toLowerCase() === this.#wanted));
    this.#wanted = null;
    if (wanted && wanted.id !== body.me.id) return this.#connect(wanted.id);
    const before = this.state.channel;
    forWindow.set("person", body.me.id);
    apply(this.state, "READY", body, Date.now());
    this.#countUnread();
    const { guild, channel } = whereToStart(this.state, forWindow.get("place"), firstChannel);
    // Back after a lost connection: what is being typed stays as it is.
    if (channel === before) this.#show(channel);
    else this.open(guild, channel);
    this.draw(["world", "bot", "typing"]);
    return undefined;
  }

  /** Marks as unread what came while this window was away. */
  #countUnread() {
    const { state } = this;
    for (const [channel, id] of forWindow.get(this.#keptAs("read"), [])) state.read.set(channel, id);
    for (const channel of [...state.guilds.values()].flatMap((guild) => guild.channels).concat([...state.dms.values()])) {
      const seen = state.read.get(channel.id);
      if (!seen) state.read.set(channel.id, channel.last_message_id ?? "0");
      else if (channel.last_message_id && compareIds(seen, channel.last_message_id) < 0 && !state.unread.has(channel.id)) state.unread.set(channel.id, { count: 1, mentions: 0 });
    }
  }

  /** The open channel was deleted or closed to this person: another one of its server takes its place. */
  #leaveWhatIsGone() {
    const { guild, channel } = whereToStart(this.state, { guild: this.state.guild }, firstChannel);
    if (channel) this.open(guild, channel);
  }

  #show(channel) {
    this.messages.open(channel);
    if (!this.state.histories.has(channel)) this.#load(channel);
  }

  async #load(channel, before) {
    try {
      this.take("HISTORY", await this.actions.history(channel, before));
    } catch (problem) {
      if (this.#link.connected) this.box.say(problem.message);
    }
  }

  #failed(name, body) {
    const reason = reasonWords(body.reason ?? body.message);
    const known = this.state.pending.has(body.nonce) || [...this.state.presses.values()].some((press) => press.nonce === body.nonce);
    this.take(name, { ...body, reason });
    if (body.nonce && body.nonce === this.#modal?.nonce) this.#modal.view.failed(`${reason}. You can try again.`);
    else if (!known && this.#connection.asked(body.nonce)) this.box.say(body.message ?? reason);
  }

  #openModal(body) {
    this.#modal?.view.close();
    const modal = { nonce: null };
    modal.view = new Modal(body, {
      world: world(this.state), context: markupContext(this.state, this.state.channel, this.actions),
      submit: (components) => (modal.nonce = this.actions.submitModal(body, components)) !== null,
      closed: () => {
        if (this.#modal === modal) this.#modal = null;
        this.box.focus();
      },
    });
    this.#modal = modal;
  }

  #announce(message) {
    if (message.channel_id !== this.state.channel || message.author.id === this.state.me.id) return;
    const guild = guildOfChannel(this.state, message.channel_id);
    fill(at("announce"), `${userName(this.state, guild, message.author.id) ?? message.author.username}: ${words(message).slice(0, 300)}`);
  }

  #linkChanged(link) {
    this.#link = link;
    // The person may be unknown here, if it is another playground now: ask who there is.
    if (link.attempts === PATIENCE && this.state.me) {
      this.#wanted = this.state.me.id;
      this.#connect(null);
    }
    this.#drawBanner();
  }

  #drawBanner() {
    drawBanner(at("banner"), { link: this.#link, state: this.state, now: Date.now(), retry: () => this.#connection.retryNow() });
  }

  #drawTyping() {
    const text = typingWords(this.state, this.state.channel);
    if (at("typing").textContent !== text) at("typing").textContent = text;
  }

  #become(id) {
    forWindow.set("person", id);
    const address = new URL(location.href);
    address.searchParams.delete("as");
    // A new page for a new person: nothing of the old one is left in it.
    location.replace(address);
  }

  #nextTheme() {
    const next = THEMES[(THEMES.indexOf(forAll.get("theme", "auto")) + 1) % THEMES.length];
    forAll.set("theme", next === "auto" ? null : next);
    dispatchEvent(new Event("clio-theme"));
  }

  #mention(user) {
    this.drawers.close();
    this.box.insert(`<@${user.id}> `);
  }

  #tick() {
    tick(document, Date.now(), navigator.language);
    if (stopTyping(this.state, Date.now())) this.#drawTyping();
    if (!this.#link.connected) this.#drawBanner();
  }

  /** Alt and the arrows change the channel; letters typed anywhere go to the message box. */
  #key(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && step) {
      event.preventDefault();
      const next = neighbour(this.state, step);
      if (next) this.actions.goTo(next);
      return;
    }
    const typing = event.target.closest?.("input, textarea, select, dialog, [role=menu], .menu");
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!typing && plain && event.key === "Escape") this.box.focus();
    else if (!typing && plain && event.key.length === 1 && event.key !== " " && !event.target.closest?.("li.message")) this.box.focus();
  }
}

new Page();
