// Building DOM nodes. Text goes in as text: nothing in the page turns a string into HTML.

import { SHAPES } from "./icons.js";

/**
 * An element with attributes, listeners (`onclick: …`) and children.
 * `null`, `false` and `undefined` attributes and children are left out; `true` is an empty attribute.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...present(children));
  return element;
}

/** Puts `children` in place of what `element` holds. */
export function fill(element, ...children) {
  element.replaceChildren(...present(children));
  return element;
}

/** A drawn sign. It says nothing to a screen reader: what it stands in has a label. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  for (const shape of SHAPES[name] ?? []) {
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", shape);
    svg.append(path);
  }
  return svg;
}

/** A button that is an icon; `label` is its name and its tooltip. */
export function iconButton(name, label, onclick, more = {}) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...more }, icon(name));
}

/** An address as a link that opens elsewhere; anything but http and https stays text. */
export function outsideLink(url, attributes, ...children) {
  if (!isWebAddress(url)) return h("span", attributes, ...children);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", ...attributes }, ...children);
}

/** Whether `url` is an http or https address. */
export function isWebAddress(url) {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

/**
 * The path of a file that the playground serves, from an address on this machine; `null` for any other address,
 * which the page does not load.
 */
export function ownPath(url) {
  let address;
  try {
    address = new URL(url);
  } catch {
    return null;
  }
  const loopback = ["127.0.0.1", "localhost", "[::1]", location.hostname];
  const here = loopback.includes(address.hostname) && address.port === location.port;
  return here && address.protocol === location.protocol ? address.pathname + address.search : null;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}
