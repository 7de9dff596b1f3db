// What is around the messages: the line at the top, the drawers of a narrow screen, what is said about the connection.

import { fill, h, icon, iconButton } from "./dom.js";
import { channelName } from "./names.js";
import { channelOf } from "./state.js";

const DIRECT = 1;

/** The line over the messages. */
export function drawHeader(root, state, drawers) {
  const channel = channelOf(state, state.channel);
  fill(
    root,
    iconButton("menu", "Servers and channels", () => drawers.toggle("left"), { class: "icon-button only-narrow", "aria-controls": "left" }),
    icon(channel?.type === DIRECT ? "person" : "hash"),
    h("h2", { class: "cut" }, channelName(state, state.channel) ?? ""),
    channel?.topic ? h("p", { class: "topic cut", title: channel.topic }, channel.topic) : h("span", { class: "topic" }),
    iconButton("members", "Members", () => drawers.toggle("members"), { class: "icon-button", "aria-controls": "members" }),
  );
}

/** The two sides: drawers on a narrow screen; on a wide one the members can be put away. */
export class Drawers {
  constructor(app, shade) {
    this.app = app;
    shade.addEventListener("click", () => this.close());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
  }

  /** Opens or closes "left" or "members". */
  toggle(side) {
    const open = this.app.dataset.open === side;
    const wide = side === "members" && matchMedia("(min-width: 1100px)").matches;
    if (wide) this.app.toggleAttribute("data-alone");
    else if (open) this.close();
    else this.#open(side);
  }

  /** Closes whichever is open. */
  close() {
    const side = this.app.dataset.open;
    if (!side) return;
    delete this.app.dataset.open;
    document.getElementById("shade").hidden = true;
    this.app.querySelector(`#header [aria-controls="${side}"]`)?.focus();
  }

  #open(side) {
    this.app.dataset.open = side;
    document.getElementById("shade").hidden = false;
    document.getElementById(side).querySelector("[aria-current=page], button")?.focus();
  }
}

/** Says that the connection is lost, or that the bot is away. */
export function drawBanner(root, { link, state, retry, now }) {
  if (!link.connected) {
    const seconds = Math.max(0, Math.ceil((link.retryAt - now) / 1_000));
    const words = state.ready ? "Connection lost." : "Connecting to the playground.";
    fill(root, h("div", { class: "banner lost" }, icon("alert"), h("span", {}, `${words} Trying again`, h("span", { "aria-hidden": "true" }, seconds > 0 ? ` in ${seconds} s` : "…")), h("button", { type: "button", class: "button secondary", onclick: retry }, "Try now")));
  } else if (state.ready && !state.botOnline) {
    fill(root, h("div", { class: "banner" }, icon("alert"), h("span", {}, `${state.application?.name ?? "The bot"} is offline. Commands get no answer until it is back.`)));
  } else if (root.childElementCount > 0) {
    fill(root);
  }
}
