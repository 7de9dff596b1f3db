// Timestamps: Discord's styles `<t:seconds:style>`, relative times that tick, and the times of messages.

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** Discord's timestamp styles as options of `Intl.DateTimeFormat`; `R`, relative, stands apart. */
const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { day: "2-digit", month: "2-digit", year: "numeric" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" },
  S: { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

/** Seconds in each unit of a relative time, largest first. */
const UNITS = [["year", 31_557_600], ["month", 2_629_800], ["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];

/** The last moment, in milliseconds, that a JavaScript date can hold. */
const FURTHEST = 8.64e15;

/** Whether `style` is one of Discord's. */
export function isStyle(style) {
  return style === "R" || Object.hasOwn(STYLES, style);
}

/** The moment `at` (milliseconds) in one of Discord's styles; an unknown style is `f`, a moment out of range is said so. */
export function format(at, style, now, locale, timeZone) {
  if (!Number.isFinite(at) || Math.abs(at) > FURTHEST) return "Invalid date";
  if (style === "R") return relative(at, now, locale);
  const options = STYLES[style] ?? STYLES.f;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at);
}

/** "in 20 seconds", "3 hours ago": the moment `at` seen from `now`, both in milliseconds. */
function relative(at, now, locale) {
  const seconds = Math.round((at - now) / SECOND);
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
}

/** When a message was sent, as its heading says it: the time today, else the date and the time. */
export function sent(at, now, locale) {
  const time = format(at, "t", now, locale);
  const days = daysBetween(at, now);
  if (days === 0) return `Today at ${time}`;
  if (days === 1) return `Yesterday at ${time}`;
  return `${format(at, "d", now, locale)} ${time}`;
}

/** The line between the messages of two days. */
export function day(at, now, locale) {
  return format(at, "D", now, locale);
}

/** Whether two moments lie on one calendar day here. */
export function sameDay(one, other) {
  return daysBetween(one, other) === 0;
}

function daysBetween(earlier, later) {
  const midnight = (at) => new Date(at).setHours(0, 0, 0, 0);
  return Math.round((midnight(later) - midnight(earlier)) / DAY);
}

/**
 * A `<time>` element. A relative one is written anew by `tick`; its tooltip is the full date.
 */
export function element(at, style, now, locale) {
  const node = document.createElement("time");
  node.className = "timestamp";
  node.textContent = format(at, style, now, locale);
  if (Number.isFinite(at) && Math.abs(at) <= FURTHEST) {
    node.dateTime = new Date(at).toISOString();
    node.title = format(at, "F", now, locale);
    if (style === "R") node.dataset.relative = String(at);
  }
  return node;
}

/** Writes every relative time under `root` anew, where it reads differently now. */
export function tick(root, now, locale) {
  for (const node of root.querySelectorAll("time[data-relative]")) {
    const text = relative(Number(node.dataset.relative), now, locale);
    if (node.textContent !== text) node.textContent = text;
  }
}
