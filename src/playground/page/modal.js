// A modal: a dialog of text fields and menus that a bot opens for one person.

import { fill, h, iconButton } from "./dom.js";
import { KIND } from "./components.js";
import { markup } from "./markup.js";
import { formMenu } from "./select.js";

const PARAGRAPH = 2;

/** Opens `modal` ({id, custom_id, title, components}); `submit(components)` sends it and returns whether it could. */
export class Modal {
  #parts = [];

  constructor(modal, { world, context, submit, closed }) {
    this.fault = h("p", { class: "fault", role: "alert" });
    const body = modal.components.map((component) => this.#draw(component, world, context));
    this.send = h("button", { type: "submit", class: "button primary" }, "Submit");
    const form = h(
      "form",
      { method: "dialog", novalidate: true, onsubmit: (event) => (event.preventDefault(), this.#submit(submit)) },
      h("header", {}, h("h2", { id: "modal-title" }, modal.title), iconButton("close", "Close", () => this.close())),
      h("div", { class: "modal-body" }, body),
      this.fault,
      h("footer", {}, h("button", { type: "button", class: "button secondary", onclick: () => this.close() }, "Cancel"), this.send),
    );
    this.node = h("dialog", { class: "modal", "aria-labelledby": "modal-title", onclose: () => this.#closed(closed) }, form);
    document.body.append(this.node);
    this.node.showModal();
    this.node.querySelector("input, textarea, .menu-face")?.focus();
  }

  /** Puts it away. */
  close() {
    this.node.close();
  }

  /** Says that it could not be sent; it can be tried again. */
  failed(reason) {
    this.send.disabled = false;
    this.fault.textContent = reason;
  }

  #closed(closed) {
    this.node.remove();
    // Chromium gives the focus back without the cursor: typing would go nowhere until it is taken anew.
    document.activeElement?.blur();
    closed();
  }

  #draw(component, world, context) {
    if (component.type === KIND.TEXT) return h("div", { class: "markup" }, markup(component.content, context));
    if (component.type === KIND.LABEL) return this.#labelled(component, component.label, component.description, component.component, world);
    return (component.components ?? []).map((inner) => this.#labelled(component, inner.label, "", inner, world));
  }

  #labelled(holder, label, description, inner, world) {
    const required = inner.required !== false;
    const fault = h("span", { class: "fault" });
    const part = { holder, inner, fault, values: () => ({}), wrong: () => "" };
    const field = inner.type === KIND.TEXT_INPUT ? textField(inner, required, part) : menuField(inner, required, world, part);
    this.#parts.push({ ...part, field });
    const words = [label, required ? h("span", { class: "required", title: "required" }, " *") : null];
    const tag = inner.type === KIND.TEXT_INPUT ? "label" : "div";
    return h(tag, { class: "modal-field" }, h("span", { class: "modal-label" }, words, fault), description ? h("span", { class: "quiet" }, description) : null, field);
  }

  #submit(submit) {
    const wrong = this.#parts.filter((part) => {
      part.fault.textContent = part.wrong() ? ` ${part.wrong()}` : "";
      return part.wrong();
    });
    if (wrong.length > 0) return wrong[0].field.querySelector?.(".menu-face")?.focus() ?? wrong[0].field.focus();
    this.fault.textContent = "";
    this.send.disabled = true;
    if (!submit(this.#parts.map(answer))) this.failed("There is no connection to the playground. Try again when it is back.");
  }
}

function answer(part) {
  const inner = { type: part.inner.type, custom_id: part.inner.custom_id, ...part.values() };
  return part.holder.type === KIND.LABEL ? { type: KIND.LABEL, component: inner } : { type: KIND.ROW, components: [inner] };
}

function textField(inner, required, part) {
  const [least, most] = [inner.min_length ?? 0, inner.max_length ?? 4_000];
  const shared = { placeholder: inner.placeholder, maxlength: most, "data-id": inner.custom_id, "aria-required": String(required) };
  const field = inner.style === PARAGRAPH ? h("textarea", { rows: 5, ...shared }) : h("input", { type: "text", autocomplete: "off", ...shared });
  field.value = inner.value ?? "";
  part.values = () => ({ value: field.value });
  part.wrong = () => {
    if (required && field.value.trim() === "") return "Fill this in.";
    return field.value !== "" && field.value.length < least ? `At least ${least} characters.` : "";
  };
  return field;
}

function menuField(inner, required, world, part) {
  let chosen = (inner.options ?? []).filter((option) => option.default).map((option) => option.value);
  part.values = () => ({ values: chosen });
  part.wrong = () => (required && chosen.length === 0 ? "Make a choice." : "");
  return fill(h("div", {}), formMenu(inner, world, (values) => (chosen = values)));
}
