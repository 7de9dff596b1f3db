// What stands inside a line of Discord's Markdown: emphasis, code, links, mentions, timestamps, escapes.
//
// Nodes: {type: "text" | "code" | "everyone" | "emoji", text}, {type: "strong" | "em" | "underline" | "strike" | "spoiler",
// children}, {type: "link", url, title, children}, {type: "user" | "role" | "channel", id}, {type: "command", text, id},
// {type: "time", at (milliseconds), style}.

import { isStyle } from "./time.js";

/** How deep emphasis may nest before its marks are read as text. */
const DEEPEST = 10;

/** Marks that wrap what they emphasise, longest first. */
const WRAPS = [["**", "strong"], ["__", "underline"], ["~~", "strike"], ["||", "spoiler"], ["*", "em"], ["_", "em"]];

/** Reads `text`, which may hold line ends, into nodes. */
export function inline(text, depth = 0) {
  const nodes = [];
  let loose = "";
  const flush = () => {
    if (loose !== "") nodes.push({ type: "text", text: loose });
    loose = "";
  };
  for (let at = 0; at < text.length;) {
    const found = tokenAt(text, at, depth);
    if (!found) {
      loose += text[at];
      at += 1;
    } else {
      if (found.node.type === "text") {
        loose += found.node.text;
      } else {
        flush();
        nodes.push(found.node);
      }
      at = found.end;
    }
  }
  flush();
  return nodes;
}

/** What begins at `at`, and where it ends; `null` for an ordinary letter. */
function tokenAt(text, at, depth) {
  switch (text[at]) {
    case "\\": return escape(text, at);
    case "`": return code(text, at);
    case "<": return angled(text, at);
    case "[": return depth < DEEPEST ? maskedLink(text, at, depth) : null;
    case "h": return bareLink(text, at);
    case "@": return everyone(text, at);
    case "*": case "_": case "~": case "|": return depth < DEEPEST ? wrapped(text, at, depth) : null;
    default: return null;
  }
}

function escape(text, at) {
  const next = text[at + 1];
  // A backslash before a letter, a digit or a space is a backslash.
  if (next === undefined || /[\p{L}\p{N}\s]/u.test(next)) return null;
  return { node: { type: "text", text: next }, end: at + 2 };
}

function code(text, at) {
  const fence = text.slice(at).match(/^`+/)[0];
  for (let close = text.indexOf(fence, at + fence.length); close >= 0; close = text.indexOf(fence, close)) {
    const run = text.slice(close).match(/^`+/)[0].length;
    if (run === fence.length) {
      const inner = text.slice(at + fence.length, close);
      // One space inside each end lets code begin or end with the mark itself.
      const bare = inner.startsWith("`") || inner.endsWith("`") ? inner : inner.replace(/^ (`[^]*`) $/, "$1");
      return { node: { type: "code", text: bare }, end: close + run };
    }
    close += run;
  }
  return { node: { type: "text", text: fence }, end: at + fence.length };
}

/** `<@1>`, `<#1>`, `<t:0:R>`, `</event:1>`, `<:smile:1>` and addresses without a preview. */
function angled(text, at) {
  const close = text.indexOf(">", at);
  if (close < 0 || close - at > 2_100) return null;
  const inner = text.slice(at + 1, close);
  const node = angledNode(inner);
  return node && { node, end: close + 1 };
}

function angledNode(inner) {
  let found;
  if ((found = inner.match(/^@!?(\d{1,20})$/))) return { type: "user", id: found[1] };
  if ((found = inner.match(/^@&(\d{1,20})$/))) return { type: "role", id: found[1] };
  if ((found = inner.match(/^#(\d{1,20})$/))) return { type: "channel", id: found[1] };
  if ((found = inner.match(/^\/([-_'\p{L}\p{N} ]{1,100}):(\d{1,20})$/u))) return { type: "command", text: `/${found[1]}`, id: found[2] };
  if ((found = inner.match(/^a?:(\w{2,32}):\d{1,20}$/))) return { type: "emoji", text: `:${found[1]}:` };
  if ((found = inner.match(/^t:(-?\d{1,13})(?::([a-zA-Z]))?$/)) && isStyle(found[2] ?? "f")) {
    return { type: "time", at: Number(found[1]) * 1000, style: found[2] ?? "f" };
  }
  return isAddress(inner) ? link(inner) : null;
}

/** `[words](address)`, `[words](<address> "title")`. */
function maskedLink(text, at, depth) {
  const close = closingBracket(text, at);
  if (close < 0 || text[close + 1] !== "(") return null;
  const target = text.slice(close + 1, close + 2_100).match(/^\(\s*(?:<([^\s<>]+)>|([^\s()]+(?:\([^\s()]*\)[^\s()]*)*))(?:\s+"([^"]*)")?\s*\)/);
  const words = text.slice(at + 1, close);
  const url = target && (target[1] ?? target[2]);
  // Words that are an address themselves could lie about where they lead.
  if (!target || !isAddress(url) || words.trim() === "" || /https?:\/\//i.test(words)) return null;
  return { node: { type: "link", url, title: target[3] ?? url, children: inline(words, depth + 1) }, end: close + 1 + target[0].length };
}

function closingBracket(text, open) {
  let level = 0;
  for (let at = open; at < text.length && at - open < 1_000; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "[") level += 1;
    else if (text[at] === "]" && (level -= 1) === 0) return at;
  }
  return -1;
}

function bareLink(text, at) {
  const found = text.slice(at, at + 2_048).match(/^https?:\/\/[^\s<>]*[^\s<>.,:;"'!?*_~|\]]/i);
  if (!found) return null;
  let url = found[0];
  while (url.endsWith(")") && count(url, ")") > count(url, "(")) url = url.slice(0, -1);
  return isAddress(url) ? { node: link(url), end: at + url.length } : null;
}

function count(text, letter) {
  return text.split(letter).length - 1;
}

function link(url) {
  return { type: "link", url, title: url, children: [{ type: "text", text: url }] };
}

function isAddress(url) {
  return /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url);
}

function everyone(text, at) {
  const found = text.slice(at, at + 9).match(/^@(everyone|here)/);
  return found && { node: { type: "everyone", text: found[0] }, end: at + found[0].length };
}

function wrapped(text, at, depth) {
  for (const [mark, type] of WRAPS) {
    if (!text.startsWith(mark, at)) continue;
    const close = closing(text, at, mark);
    if (close < 0) continue;
    const children = inline(text.slice(at + mark.length, close), depth + 1);
    return { node: { type, children }, end: close + mark.length };
  }
  return null;
}

/** Where the emphasis that `mark` opens at `at` is closed; -1 if it is not. */
function closing(text, at, mark) {
  const single = mark.length === 1;
  const from = at + mark.length;
  if (single && (/\s/.test(text[from] ?? " ") || text[from] === mark)) return -1;
  if (mark === "_" && isWordLetter(text[at - 1])) return -1;
  for (let here = from; here < text.length; here += 1) {
    if (text[here] === "\\") {
      here += 1;
    } else if (text[here] === "`") {
      here = code(text, here).end - 1;
    } else if (text.startsWith(mark, here)) {
      // `**` inside `*…*` belongs to what is inside; of `***` the last two close a `**`.
      const double = single && text[here + 1] === mark;
      if (double) here += 1;
      else if (!single && mark !== "~~" && mark !== "||" && text[here + 2] === mark[0]) continue;
      else if (here > from && !(single && /\s/.test(text[here - 1])) && !(mark === "_" && isWordLetter(text[here + 1]))) return here;
    }
  }
  return -1;
}

function isWordLetter(letter) {
  return letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);
}
