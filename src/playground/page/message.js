// One message as a list item: heading, text, cards, files, buttons, and what is said about it.

import { h, icon, iconButton } from "./dom.js";
import { components, dots } from "./components.js";
import { embed } from "./embeds.js";
import { markup } from "./markup.js";
import { parse, plain } from "./markdown.js";
import { attachment } from "./media.js";
import { avatar, botTag, colourRole, displayName, hexColour } from "./people.js";
import { EPHEMERAL, LOADING, memberOf } from "./state.js";
import { format, sent } from "./time.js";

const SYSTEM = { 6: "pinned a message to this channel.", 7: "joined the server.", 18: "started a thread." };
const SUPPRESS_EMBEDS = 1 << 2;
/** Messages of one author within this time, in milliseconds, stand under one heading. */
const TOGETHER = 7 * 60_000;

/** Whether a message stands under the heading of the one before it. */
export function continues(message, before) {
  if (!before || before.author.id !== message.author.id || message.type in SYSTEM || before.type in SYSTEM) return false;
  if (message.interaction || message.referenced_message || message.message_reference) return false;
  if (((message.flags ^ before.flags) & EPHEMERAL) !== 0) return false;
  return Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER;
}

/** The words of a message, short: for a reply's line and for a screen reader. */
export function words(message) {
  const own = message.content ? plain(parse(message.content)) : "";
  const card = message.embeds?.[0];
  const shown = own || [card?.title, card?.description && plain(parse(card.description))].filter(Boolean).join(": ");
  return shown || (message.attachments?.length ? "a file" : "a message");
}

/**
 * Draws `message`. `view` is {guild, context, first (heading or not), press, actions: {press, dismiss, reply, goToMessage,
 * clearPress}, world()}.
 */
export function drawMessage(message, view) {
  const hidden = (message.flags & EPHEMERAL) !== 0;
  const author = memberName(message.author, view);
  const node = h(
    "li",
    { class: `message ${view.first ? "first" : ""} ${hidden ? "ephemeral" : ""} ${mentionsMe(message, view) ? "for-me" : ""}`, id: `message-${message.id}`, "data-id": message.id, tabindex: -1, "aria-label": `${author}: ${words(message).slice(0, 200)}` },
    above(message, view),
    view.first ? avatar(message.author, author) : h("time", { class: "margin-time", datetime: message.timestamp, "aria-hidden": "true" }, format(Date.parse(message.timestamp), "t", view.context.now(), view.context.locale)),
    h("div", { class: "body" }, view.first ? heading(message, view) : null, content(message, view), hidden ? onlyYou(message, view) : null),
    actionBar(message, author, view),
  );
  return node;
}

function memberName(user, view) {
  return displayName(user, memberOf(view.guild, user.id));
}

function mentionsMe(message, view) {
  return (message.mentions ?? []).some((user) => view.context.isMe(user.id)) || message.mention_everyone;
}

/** The line above: what is replied to, or which command was used. */
function above(message, view) {
  const used = message.interaction;
  if (used?.name) {
    return h("div", { class: "above" }, avatar(used.user, memberName(used.user, view), "small"), h("strong", {}, memberName(used.user, view)), " used ", h("span", { class: "mention" }, `/${used.name}`));
  }
  if (!message.message_reference && !message.referenced_message) return null;
  const to = message.referenced_message;
  if (!to) return h("div", { class: "above" }, icon("reply"), h("em", {}, "The message was deleted."));
  return h("button", { type: "button", class: "above", onclick: () => view.actions.goToMessage(to.id) }, avatar(to.author, memberName(to.author, view), "small"), h("strong", {}, memberName(to.author, view)), " ", h("span", { class: "cut" }, words(to)));
}

function heading(message, view) {
  const at = Date.parse(message.timestamp);
  const name = h("span", { class: "author" }, memberName(message.author, view));
  const colour = view.guild && hexColour(colourRole(memberOf(view.guild, message.author.id), view.guild)?.color);
  if (colour) name.style.setProperty("--name", colour);
  return h("div", { class: "heading-line" }, name, botTag(message.author), h("time", { datetime: message.timestamp, title: format(at, "F", view.context.now(), view.context.locale) }, sent(at, view.context.now(), view.context.locale)));
}

function content(message, view) {
  if (message.type in SYSTEM) return h("div", { class: "system" }, h("strong", {}, memberName(message.author, view)), ` ${SYSTEM[message.type]}`);
  if ((message.flags & LOADING) !== 0) return h("div", { class: "thinking" }, dots(), `${memberName(message.author, view)} is thinking…`);
  const edited = message.edited_timestamp ? h("span", { class: "edited", title: format(Date.parse(message.edited_timestamp), "F", view.context.now(), view.context.locale) }, "(edited)") : null;
  const text = message.content ? h("div", { class: "markup" }, markup(message.content, view.context)) : null;
  if (text && edited) (text.lastElementChild?.matches(".lines") ? text.lastElementChild : text).append(" ", edited);
  const press = view.press;
  const act = { press: (component, values) => view.actions.press(message, component, values), waiting: press && !press.failed ? press.custom_id : null, world: view.world };
  return [
    text,
    (message.flags & SUPPRESS_EMBEDS) === 0 ? (message.embeds ?? []).map((one) => embed(one, view.context)) : null,
    (message.attachments ?? []).map(attachment),
    components(message.components, view.context, act),
    press?.failed ? h("div", { class: "failed", role: "alert" }, icon("alert"), press.failed) : null,
    !text && edited ? h("div", {}, edited) : null,
  ];
}

function onlyYou(message, view) {
  return h("div", { class: "only-you" }, icon("eye"), "Only you can see this · ", h("button", { type: "button", class: "plain-link", onclick: () => view.actions.dismiss(message) }, "Dismiss message"));
}

function actionBar(message, author, view) {
  if ((message.flags & (EPHEMERAL | LOADING)) !== 0 || message.type in SYSTEM) return null;
  return h("div", { class: "actions" }, iconButton("reply", `Reply to ${author}`, () => view.actions.reply(message)));
}

/** A command that waits for its answer, or got none. */
export function drawPending(command, view) {
  const me = memberName(command.user, view);
  const bot = command.application?.name ?? "The bot";
  return h(
    "li",
    { class: "message first ephemeral pending", "data-id": command.nonce, tabindex: -1 },
    h("div", { class: "above" }, avatar(command.user, me, "small"), h("strong", {}, me), " used ", h("span", { class: "mention" }, `/${command.name}`)),
    avatar({ id: command.application?.id, bot: true }, bot),
    h("div", { class: "body" },
      h("div", { class: "heading-line" }, h("span", { class: "author" }, bot), botTag({ bot: true })),
      command.failed
        ? [h("div", { class: "failed", role: "alert" }, icon("alert"), command.failed), h("div", { class: "only-you" }, icon("eye"), "Only you can see this · ", h("button", { type: "button", class: "plain-link", onclick: () => view.actions.dropPending(command.nonce) }, "Dismiss message"))]
        : h("div", { class: "thinking" }, dots(), "Sending the command…")),
  );
}
