// What a message can be pressed on: rows of buttons and menus, and the parts of laid-out messages that hold them.
//
// `act` is {press(component, values), press state: waiting (custom_id) or null, failed, world(): for menus of people}.

import { fill, h, icon, isWebAddress } from "./dom.js";
import { attachment, picture } from "./media.js";
import { markup } from "./markup.js";
import { hexColour } from "./people.js";
import { selectMenu } from "./select.js";

/** Discord's component types. */
export const KIND = {
  ROW: 1, BUTTON: 2, STRING_SELECT: 3, TEXT_INPUT: 4, USER_SELECT: 5, ROLE_SELECT: 6, MENTIONABLE_SELECT: 7, CHANNEL_SELECT: 8,
  SECTION: 9, TEXT: 10, THUMBNAIL: 11, GALLERY: 12, FILE: 13, SEPARATOR: 14, CONTAINER: 17, LABEL: 18,
};

const BUTTON_STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link", 6: "premium" };

/** A message's components, drawn in order. */
export function components(list, context, act) {
  return (list ?? []).map((component) => one(component, context, act));
}

function one(component, context, act) {
  switch (component.type) {
    case KIND.ROW: return h("div", { class: "row" }, components(component.components, context, act));
    case KIND.BUTTON: return button(component, act);
    case KIND.STRING_SELECT: case KIND.USER_SELECT: case KIND.ROLE_SELECT: case KIND.MENTIONABLE_SELECT: case KIND.CHANNEL_SELECT:
      return selectMenu(component, act);
    case KIND.SECTION: return h("div", { class: "section" }, h("div", {}, components(component.components, context, act)), one(component.accessory, context, act));
    case KIND.TEXT: return h("div", { class: "markup" }, markup(component.content, context));
    case KIND.THUMBNAIL: return picture(component.media, component.description ?? "", "embed-thumbnail");
    case KIND.GALLERY: return h("div", { class: "gallery" }, component.items.map((item) => picture(item.media, item.description ?? "", "attachment-picture")));
    case KIND.FILE: return attachment({ filename: component.name ?? "file", url: component.file.url, size: component.size });
    case KIND.SEPARATOR: return h("hr", { class: component.divider === false ? "space" : "" });
    case KIND.CONTAINER: return container(component, context, act);
    default: return h("p", { class: "quiet" }, "This part cannot be shown in the playground.");
  }
}

function container(component, context, act) {
  const node = h("div", { class: "embed container" }, components(component.components, context, act));
  const colour = hexColour(component.accent_color);
  if (colour) node.style.setProperty("--bar", colour);
  return node;
}

function button(component, act) {
  const style = BUTTON_STYLES[component.style] ?? "secondary";
  const face = [component.emoji?.name ? h("span", { class: "emoji" }, component.emoji.id ? `:${component.emoji.name}:` : component.emoji.name) : null, component.label];
  if (style === "link") return linkButton(component, face);
  const waiting = act.waiting === component.custom_id;
  const node = h(
    "button",
    {
      type: "button", class: `button ${style}`, "data-id": component.custom_id, disabled: component.disabled,
      "aria-busy": waiting ? "true" : null, "aria-disabled": act.waiting ? "true" : null,
      onclick: () => act.waiting || act.press(component),
    },
    h("span", { class: "face" }, face),
  );
  if (waiting) node.append(dots());
  return node;
}

function linkButton(component, face) {
  if (component.disabled || !isWebAddress(component.url)) return h("button", { type: "button", class: "button link", disabled: true }, face);
  return h("a", { class: "button link", href: component.url, target: "_blank", rel: "noopener noreferrer" }, face, icon("outside"));
}

/** Three dots that move while something is awaited. */
export function dots() {
  return fill(h("span", { class: "dots", "aria-hidden": "true" }), h("i"), h("i"), h("i"));
}
