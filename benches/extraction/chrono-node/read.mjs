// chrono-node beside Clio's reader: `read.mjs FOLDER SECONDS FOUND`, as `read-notes` of this crate.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as chrono from "chrono-node";

const [folder, seconds, found] = process.argv.slice(2);
// Missing years are taken from here: the documents name no day on which they were written.
const REFERENCE = new Date("2000-01-01T12:00:00Z");
const documents = readdirSync(folder).sort().map((path) => {
  const text = readFileSync(join(folder, path), "utf8");
  return { path, text, bytes: Buffer.byteLength(text) };
});

const read = (text) => chrono.parse(text, REFERENCE);

/** A date as precise as its words: chrono fills in the rest. */
function value(components) {
  const number = (part, digits) => String(Math.abs(components.get(part))).padStart(digits, "0");
  const year = components.get("year");
  const parts = [year <= 0 ? `-${String(1 - year - 1).padStart(4, "0")}` : number("year", 4)];
  if (components.isCertain("month") || components.isCertain("day")) parts.push(number("month", 2));
  if (components.isCertain("day")) parts.push(number("day", 2));
  return parts.join("-");
}

function note({ path, text }) {
  let [index, byte, line] = [0, 0, 1];
  const dates = read(text).map((result) => {
    const before = text.slice(index, result.index);
    byte += Buffer.byteLength(before);
    line += before.split("\n").length - 1;
    index = result.index;
    const ends = [result.start, result.end].filter(Boolean).map(value);
    return { line, start: byte, end: byte + Buffer.byteLength(result.text), text: result.text, value: [...new Set(ends)].join("/") };
  });
  return { path, dates, events: dates.map(({ line, text, value }) => ({ date: value, line, text })) };
}

writeFileSync(found, JSON.stringify({ notes: documents.map(note) }));

// What this process and its children have spent; Linux counts hundredths.
const cpuSeconds = () => {
  const stat = readFileSync("/proc/self/stat", "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ").slice(11, 15);
  return fields.reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
};

let bytes = 0;
const [start, cpu] = [performance.now(), cpuSeconds()];
const spent = () => (performance.now() - start) / 1000;
while (spent() < Number(seconds)) {
  for (const document of documents) {
    read(document.text);
    bytes += document.bytes;
  }
}
console.log(JSON.stringify({ bytes, seconds: spent(), cpu_seconds: cpuSeconds() - cpu }));
