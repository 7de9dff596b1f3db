// Draws the tree of `markdown.js` as DOM nodes.
//
// `context` says who is who: {userName(id), roleOf(id), channelName(id), onChannel(id), onCommand(text), now, locale}.

import { h, outsideLink } from "./dom.js";
import { parse, parseLine } from "./markdown.js";
import { element as timeElement } from "./time.js";

/** A whole text: message, description, value of a field. */
export function markup(text, context) {
  return draw(parse(text), context);
}

/** A text in one line: title, name of a field. */
export function markupLine(text, context) {
  return draw(parseLine(text), context);
}

function draw(nodes, context) {
  return nodes.map((node) => drawers[node.type](node, context));
}

const wrap = (tag, attributes) => (node, context) => h(tag, attributes, draw(node.children, context));

const drawers = {
  text: (node) => node.text,
  lines: wrap("div", { class: "lines" }),
  quote: wrap("blockquote"),
  subtext: wrap("div", { class: "subtext" }),
  heading: (node, context) => h("div", { class: `heading h${node.level}`, role: "heading", "aria-level": node.level + 2 }, draw(node.children, context)),
  list: drawList,
  codeblock: (node) => h("pre", {}, h("code", { "data-language": node.language || null }, node.text)),
  strong: wrap("strong"),
  em: wrap("em"),
  underline: wrap("u"),
  strike: wrap("s"),
  spoiler: drawSpoiler,
  code: (node) => h("code", {}, node.text),
  emoji: (node) => node.text,
  link: (node, context) => outsideLink(node.url, { title: node.title }, draw(node.children, context)),
  user: (node, context) => mention(`@${context.userName(node.id) ?? "unknown-user"}`, context.isMe(node.id)),
  everyone: (node) => mention(node.text, true),
  role: drawRole,
  channel: drawChannel,
  command: drawCommand,
  time: (node, context) => timeElement(node.at, node.style, context.now(), context.locale),
};

function mention(text, mine) {
  return h("span", { class: mine ? "mention mine" : "mention" }, text);
}

function drawRole(node, context) {
  const role = context.roleOf(node.id);
  return mention(`@${role?.name ?? "unknown-role"}`, false);
}

function drawChannel(node, context) {
  const name = context.channelName(node.id);
  if (name === null) return mention("#unknown", false);
  return h("button", { type: "button", class: "mention", onclick: () => context.onChannel(node.id) }, `#${name}`);
}

function drawCommand(node, context) {
  return h("button", { type: "button", class: "mention", onclick: () => context.onCommand(node.text) }, node.text);
}

function drawList(node, context) {
  const items = node.items.map((item) => h("li", {}, draw(item, context)));
  return node.ordered ? h("ol", { start: node.start === 1 ? null : node.start }, items) : h("ul", {}, items);
}

/** Hidden words, shown for good when pressed. */
function drawSpoiler(node, context) {
  const words = h("span", { class: "hidden-words", "aria-hidden": "true" }, draw(node.children, context));
  const cover = h("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": "Spoiler: press to read" }, words);
  const show = (event) => {
    if (!cover.classList.contains("shown")) event.preventDefault();
    cover.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
    words.removeAttribute("aria-hidden");
  };
  cover.addEventListener("click", show);
  cover.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && show(event));
  return cover;
}
