// Discord's Markdown, read into a tree of plain objects. No DOM here: `markup.js` draws the tree.
//
// Blocks: {type: "lines" | "quote" | "subtext", children}, {type: "heading", level, children},
// {type: "list", ordered, start, items: [[block]]}, {type: "codeblock", language, text}.
// What stands in a line is read by `inline.js`.

import { inline } from "./inline.js";

/** How deep quotes and lists may hold each other before the rest is read as plain lines. */
const DEEPEST = 8;

/** Reads a whole message or description. */
export function parse(text) {
  return splitFences(text.replace(/\r\n?/g, "\n")).flatMap((part) =>
    part.code === undefined ? blocks(part.text, 0) : [{ type: "codeblock", language: part.language, text: part.code }],
  );
}

/** Reads a single line where no blocks are known, such as the title of an embed. */
export function parseLine(text) {
  return inline(text);
}

/** The words alone, for a screen reader's announcement or a line about a reply. */
export function plain(tree) {
  return tree.map((node) => {
    if (node.items) return node.items.map((item) => plain(item)).join(", ");
    if (node.type === "spoiler") return "(spoiler)";
    if (node.children) return plain(node.children);
    return node.text ?? "";
  }).join(" ").replace(/\s+/g, " ").trim();
}

/** Parts a text at its fenced code; a fence that is not closed is text. */
function splitFences(text) {
  const parts = [];
  let from = 0;
  for (let open = text.indexOf("```"); open >= 0; open = text.indexOf("```", open)) {
    const close = text.indexOf("```", open + 3);
    if (close < 0) break;
    const inner = text.slice(open + 3, close);
    if (text[open - 1] === "\\" || inner.trim() === "") {
      open += 3;
      continue;
    }
    if (open > from) parts.push({ text: text.slice(from, open) });
    const [, language = "", code] = inner.match(/^(?:([\w+\-.#]+)\n)?\n*([^]*?)\n*$/);
    parts.push({ code, language });
    from = close + 3;
    if (text[from] === "\n") from += 1;
    open = from;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from) });
  return parts;
}

/** `quoted`: inside a quote, where there is no other: its mark stays text. */
function blocks(text, depth, quoted = false) {
  const lines = text.split("\n");
  const found = [];
  let loose = [];
  const flush = (last) => {
    if (loose.length > 0) found.push({ type: "lines", children: inline(loose.join("\n") + (last ? "" : "\n")) });
    loose = [];
  };
  for (let at = 0; at < lines.length;) {
    const block = depth < DEEPEST ? blockAt(lines, at, depth, quoted) : null;
    if (block) {
      flush(false);
      found.push(block.node);
      at = block.next;
    } else {
      loose.push(lines[at]);
      at += 1;
    }
  }
  if (loose.some((line) => line !== "") || found.length === 0) flush(true);
  return found;
}

/** The block that begins at line `at`, and the line after it; `null` where the line is ordinary. */
function blockAt(lines, at, depth, quoted) {
  const line = lines[at];
  const rest = line.match(/^\s*>>> +([^]*)$/);
  if (rest && !quoted) {
    const inside = [rest[1], ...lines.slice(at + 1)].join("\n");
    return { node: { type: "quote", children: blocks(inside, depth + 1, true) }, next: lines.length };
  }
  if (!quoted && isQuote(line)) return quote(lines, at, depth);
  const heading = line.match(/^\s*(#{1,3}) +(\S.*?)\s*$/);
  if (heading) return { node: { type: "heading", level: heading[1].length, children: inline(heading[2]) }, next: at + 1 };
  const small = line.match(/^\s*-# +(\S.*)$/);
  if (small) return { node: { type: "subtext", children: inline(small[1]) }, next: at + 1 };
  return marker(line) ? list(lines, at, depth, quoted) : null;
}

function isQuote(line) {
  return /^\s*> /.test(line) || /^\s*>$/.test(line);
}

function quote(lines, at, depth) {
  let next = at;
  const inside = [];
  while (next < lines.length && isQuote(lines[next])) {
    inside.push(lines[next].replace(/^\s*> ?/, ""));
    next += 1;
  }
  return { node: { type: "quote", children: blocks(inside.join("\n"), depth + 1, true) }, next };
}

/** The mark that a line of a list begins with. */
function marker(line) {
  const found = line.match(/^( *)([-*]|\d{1,9}\.) +(?=\S)/);
  return found && { indent: found[1].length, ordered: /\d/.test(found[2]), start: Number.parseInt(found[2], 10), length: found[0].length };
}

function list(lines, at, depth, quoted) {
  const first = marker(lines[at]);
  const items = [];
  let next = at;
  while (next < lines.length) {
    const mark = marker(lines[next]);
    const same = mark && Math.abs(mark.indent - first.indent) < 2 && mark.ordered === first.ordered;
    const deeper = next > at && lines[next].search(/\S/) >= first.indent + 2;
    if (same) items.push([lines[next].slice(mark.length)]);
    else if (deeper) items.at(-1).push(lines[next].slice(first.indent + 2));
    else break;
    next += 1;
  }
  const read = items.map((item) => blocks(item.join("\n"), depth + 1, quoted));
  return { node: { type: "list", ordered: first.ordered, start: first.start || 1, items: read }, next };
}
