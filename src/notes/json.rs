//! The document of `clio check --json`, `format: 1`: keys may be added, never changed.

use serde_json::{Value, json};

use super::facts::{Basis, CauseKind, Event, Note};
use super::markdown::{Block, Statement};

/// The whole document for `notes`.
///
/// Its `refused` counts, by reason, the questions that were refused; who makes questions fills it in.
#[must_use]
pub fn document<'n>(notes: impl IntoIterator<Item = &'n Note>) -> Value {
    let notes: Vec<Value> = notes.into_iter().map(note).collect();
    json!({ "format": 1, "notes": notes, "refused": {} })
}

/// One note of the document.
#[must_use]
pub fn note(note: &Note) -> Value {
    json!({
        "path": note.path,
        "title": note.document.title,
        "topics": topics(note),
        "dates": note.dates.iter().map(|date| json!({
            "line": date.line,
            "start": date.span.start,
            "end": date.span.end,
            "text": verbatim(&note.source, date.span.start, date.span.end),
            "value": date.when.to_string(),
            "from": basis(date.from),
        })).collect::<Vec<_>>(),
        "events": events(note),
        "people": note.people.iter().map(|person| {
            let mut lines: Vec<u32> = person.mentions.iter().map(|mention| mention.line).collect();
            lines.dedup();
            json!({
                "name": person.name,
                "aliases": person.aliases,
                "lines": lines,
                "mentions": person.mentions.iter().map(|mention| json!({
                    "line": mention.line,
                    "start": mention.span.start,
                    "end": mention.span.end,
                    "text": verbatim(&note.source, mention.span.start, mention.span.end),
                    "from": basis(mention.from),
                })).collect::<Vec<_>>(),
            })
        }).collect::<Vec<_>>(),
        "causes": note.causes.iter().map(|link| json!({
            "id": link.id.to_string(),
            "cause": link.cause.text.as_str(),
            "effect": link.effect.text.as_str(),
            "line": link.line,
            "cue": link.cue.as_str(),
            "kind": kind(link.kind),
        })).collect::<Vec<_>>(),
        "definitions": note.definitions.iter().map(|definition| json!({
            "id": definition.id,
            "term": definition.term,
            "text": definition.text,
            "line": definition.line,
        })).collect::<Vec<_>>(),
        "flashcards": note.flashcards.iter().map(|card| json!({
            "id": card.id,
            "question": card.question,
            "answer": card.answer,
            "wrong": card.wrong,
            "line": card.line,
        })).collect::<Vec<_>>(),
        "warnings": note.warnings.iter().map(|warning| json!({
            "line": warning.line,
            "message": warning.message,
            "help": warning.help,
        })).collect::<Vec<_>>(),
    })
}

/// Folder names, tags and the title, once each.
fn topics(note: &Note) -> Vec<&str> {
    let folders = note
        .path
        .rsplit_once('/')
        .map_or("", |(folders, _)| folders);
    let mut topics: Vec<&str> = Vec::new();
    let named = folders
        .split('/')
        .chain(note.document.tags.iter().map(String::as_str))
        .chain([note.document.title.as_str()]);
    for topic in named.filter(|topic| !topic.is_empty()) {
        if !topics.iter().any(|known| known.eq_ignore_ascii_case(topic)) {
            topics.push(topic);
        }
    }
    topics
}

/// Where the date of an event stands, if that is in a later line of its statement; else where the statement begins.
fn line(note: &Note, statement: &Statement, event: &Event) -> u32 {
    let (first, last) = statement.lines;
    if first == last {
        return first;
    }
    let from = note.dates.partition_point(|date| date.line < first);
    let within = note.dates[from..]
        .iter()
        .take_while(|date| date.line <= last);
    let mut same = within.filter(|date| date.when.start() == event.when.start());
    same.next().map_or(first, |date| date.line)
}

fn events(note: &Note) -> Vec<Value> {
    let document = &note.document;
    let events = note.events.iter().filter_map(|event| {
        let statement = document.statements.get(event.statement)?;
        let block = document.blocks.get(statement.block)?;
        Some(json!({
            "id": event.id.to_string(),
            "date": event.when.to_string(),
            "line": line(note, statement, event),
            "text": words(block, &statement.tokens),
            "headings": headings(note, block.heading),
            "from": basis(event.from),
        }))
    });
    events.collect()
}

/// The readable words of a statement.
fn words<'b>(block: &'b Block, tokens: &std::ops::Range<usize>) -> &'b str {
    match (
        block.tokens.get(tokens.start),
        block.tokens.get(tokens.end.saturating_sub(1)),
    ) {
        (Some(first), Some(last)) => &block.text.visible[first.start as usize..last.end as usize],
        _ => "",
    }
}

/// The headings that a statement stands under, outermost first.
fn headings(note: &Note, innermost: Option<usize>) -> Vec<&str> {
    let document = &note.document;
    let mut path: Vec<&str> =
        std::iter::successors(innermost, |heading| document.headings[*heading].parent)
            .map(|heading| {
                document.blocks[document.headings[heading].block]
                    .text
                    .visible
                    .as_str()
            })
            .collect();
    path.reverse();
    path
}

/// The file's own words; offsets that are not in the file give nothing rather than a panic.
fn verbatim(source: &str, start: usize, end: usize) -> &str {
    source.get(start..end).unwrap_or_default()
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated",
        Basis::Context => "context",
        Basis::Relative => "relative",
        Basis::Pronoun => "pronoun",
    }
}

fn kind(kind: CauseKind) -> &'static str {
    match kind {
        CauseKind::Arrow => "arrow",
        CauseKind::Connective => "connective",
        CauseKind::LeadIn => "lead-in",
        CauseKind::Heading => "heading",
    }
}
