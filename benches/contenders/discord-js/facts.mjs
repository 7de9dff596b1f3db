// The facts of `clio check --json`, indexed once, and what is asked of them: a date or words, and beginnings of both.

import { readFileSync } from "node:fs";

export const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

/** `1962-10-27` as people write it: 27 October 1962. */
export function spelled(date) {
  if (date.includes("/")) return date.split("/").map((end) => (end === ".." ? "" : spelled(end))).join(" – ");
  const about = date.endsWith("~") ? "around " : "";
  const [, before, year, month, day] = /^(-?)(\d[\dX]{3})(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? [];
  if (!year) return date;
  const named = year.endsWith("XX") ? `${Number(year.slice(0, 2)) + 1}th century` : year.replace("X", "0s");
  const era = before ? `${Number(year) + 1} BC` : named.replace(/^0+/, "");
  return about + [day && Number(day), month && MONTHS[month - 1], era].filter(Boolean).join(" ");
}

/** The keys under which a date is found: the day, its month, year and decade, and the day of any year. */
function keys(date) {
  const start = date.split("/")[0].replace("~", "");
  const found = [start];
  const [, year, month, day] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(start) ?? [];
  if (day) found.push(`${year}-${month}`, `--${month}-${day}`);
  if (month) found.push(year);
  if (year) found.push(`${year.slice(0, -1)}X`);
  return found;
}

/** What somebody typed as a key, where it is a date. */
export function dateOf(typed) {
  const text = typed.trim().toLowerCase().replace(/[-/.,]+/g, " ").replace(/\s+/g, " ");
  const month = (name) => {
    const at = name.length < 3 ? -1 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(name));
    return at < 0 ? undefined : String(at + 1).padStart(2, "0");
  };
  const two = (number) => number.padStart(2, "0");
  let found;
  if (/^\d{4}(-\d\d){0,2}$|^\d{3}X$/.test(typed.trim())) return typed.trim();
  if ((found = /^(\d{3})0s$/.exec(text))) return `${found[1]}X`;
  if ((found = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)(?: (\d{4}))?$/.exec(text)) && month(found[2]))
    return `${found[3] ?? "-"}-${month(found[2])}-${two(found[1])}`;
  if ((found = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(text)) && month(found[1]))
    return `${found[3] ?? "-"}-${month(found[1])}-${two(found[2])}`;
  if ((found = /^([a-z]+) (\d{4})$/.exec(text)) && month(found[1])) return `${found[2]}-${month(found[1])}`;
  if ((found = /^(\d{1,2}) (\d{1,2})(?: (\d{4}))?$/.exec(text))) return `${found[3] ?? "-"}-${two(found[2])}-${two(found[1])}`;
  return undefined;
}

function words(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function push(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export class Facts {
  #byDate = new Map();
  #byWord = new Map();
  #byPerson = new Map();
  #choices = [];
  #order = [];
  #place = new Map();

  constructor(file) {
    const events = [];
    for (const note of JSON.parse(readFileSync(file, "utf8")).notes) {
      const people = new Map();
      for (const person of note.people) for (const line of person.lines) push(people, line, person.name);
      for (const { date, line, text, headings } of note.events)
        events.push({ date, line, text, headings, title: note.title, topics: note.topics, people: people.get(line) ?? [] });
    }
    events.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
    const titles = new Set();
    for (const event of events) {
      for (const key of keys(event.date)) push(this.#byDate, key, event);
      const said = new Set(words([event.title, ...event.headings, event.text].join(" ")));
      for (const word of said) push(this.#byWord, word, event);
      for (const person of event.people) push(this.#byPerson, person, event);
      if (this.#order.at(-1) !== event.date) {
        this.#place.set(event.date, this.#order.push(event.date) - 1);
        this.#choose(`${spelled(event.date)} · ${event.text}`, event.date.split("/")[0].replace("~", ""));
      }
      titles.add(event.title);
    }
    for (const title of titles) this.#choose(title, title);
  }

  #choose(name, value) {
    const short = name.length > 100 ? `${name.slice(0, 99)}…` : name;
    this.#choices.push({ folded: name.toLowerCase(), choice: { name: short, value: value.slice(0, 100) } });
  }

  /** The events of a date, or those that have all the words. */
  events(typed) {
    const date = dateOf(typed);
    if (date) return this.#byDate.get(date) ?? [];
    const lists = words(typed).map((word) => this.#byWord.get(word) ?? []);
    if (!lists.length) return [];
    const [first, ...others] = lists.sort((one, other) => one.length - other.length);
    const sets = others.map((list) => new Set(list));
    return first.filter((event) => sets.every((set) => set.has(event)));
  }

  ofPerson(name) {
    return this.#byPerson.get(name) ?? [];
  }

  /** The dates before and after the events of a card. */
  beside(events) {
    return {
      earlier: this.#order[this.#place.get(events[0].date) - 1],
      later: this.#order[this.#place.get(events.at(-1).date) + 1],
    };
  }

  choices(typed) {
    const folded = typed.toLowerCase();
    const found = [];
    for (const { folded: name, choice } of this.#choices) {
      if (name.includes(folded) && found.push(choice) === 25) break;
    }
    return found;
  }
}
