// Embeds: title, text, fields, pictures, footer.

import { h, outsideLink } from "./dom.js";
import { markup, markupLine } from "./markup.js";
import { hexColour } from "./people.js";
import { picture } from "./media.js";
import { sent } from "./time.js";

/** How many parts a row of fields is divided into: three short ones side by side, or one long one. */
const COLUMNS = 12;
const BESIDE = 3;

/** One embed of a message. */
export function embed(data, context) {
  const node = h(
    "article",
    { class: "embed", "aria-label": data.title ? `Card: ${data.title}` : "Card" },
    h("div", { class: "embed-text" }, author(data), title(data, context), described(data, context), fields(data, context)),
    data.thumbnail ? picture(data.thumbnail, data.thumbnail.description ?? "", "embed-thumbnail") : null,
    data.image ? picture(data.image, data.image.description ?? data.title ?? "", "embed-image") : null,
    footer(data, context),
  );
  const colour = hexColour(data.color);
  if (colour) node.style.setProperty("--bar", colour);
  return node;
}

function author(data) {
  return data.author?.name ? h("div", { class: "embed-author" }, outsideLink(data.author.url, {}, data.author.name)) : null;
}

function title(data, context) {
  if (!data.title) return null;
  return h("div", { class: "embed-title", role: "heading", "aria-level": 3 }, outsideLink(data.url, {}, markupLine(data.title, context)));
}

function described(data, context) {
  return data.description ? h("div", { class: "embed-description markup" }, markup(data.description, context)) : null;
}

function fields(data, context) {
  if (!data.fields?.length) return null;
  return h("div", { class: "embed-fields" }, inRows(data.fields).flatMap((row) => row.map((field) => one(field, row.length, context))));
}

function one(field, beside, context) {
  const node = h(
    "div",
    { class: "embed-field" },
    h("div", { class: "embed-field-name", role: "heading", "aria-level": 4 }, markupLine(field.name, context)),
    h("div", { class: "markup" }, markup(field.value, context)),
  );
  node.style.setProperty("--span", String(COLUMNS / beside));
  return node;
}

/** Fields that stand side by side, at most three; the others alone. */
function inRows(list) {
  const rows = [];
  for (const field of list) {
    const last = rows.at(-1);
    if (field.inline && last?.[0].inline && last.length < BESIDE) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

function footer(data, context) {
  const at = data.timestamp ? Date.parse(data.timestamp) : NaN;
  const parts = [data.footer?.text, Number.isNaN(at) ? null : sent(at, context.now(), context.locale)].filter(Boolean);
  return parts.length > 0 ? h("div", { class: "embed-footer" }, parts.join(" · ")) : null;
}
