//! Nothing found: private cards that say what is near.

use std::collections::HashSet;

use super::card::{Card, Kind, Line, Related, Section};
use super::look::{Look, Subject, What};
use super::span::Asked;
use super::{person, words};
use crate::library::{self, Fact, Library, folded};
use crate::notes::dates::MonthDay;
use crate::notes::when::{When, month_name};

/// How many near dates or names are named.
const NEAR: usize = 6;

/// No notes at all.
pub(super) fn no_notes() -> Card {
    said(
        "No notes yet",
        &[
            "Put Markdown notes (.md, .markdown or .txt) into the content folder beside Clio, then use /notes reload or start Clio again.",
            "content/README.md says how to write notes that Clio understands well.",
        ],
    )
}

/// A search for nothing.
pub(super) fn no_words() -> Card {
    said(
        "Nothing to search for",
        &["Name a word or two that the notes may say."],
    )
}

/// What a button stood for is not in the notes any more.
pub(super) fn gone(library: &Library) -> Card {
    if library.is_empty() {
        return no_notes();
    }
    said(
        "No longer in the notes",
        &["The notes have changed since that button was made. Ask again to see what they say now."],
    )
}

/// Nothing at a date that has its year.
pub(super) fn no_event(library: &Library, span: When) -> Card {
    let near = library.dates().nearest(span, NEAR);
    let mut card = said(
        &words::titled(span),
        &["The notes state nothing for this date."],
    );
    dates(&mut card, &near);
    card
}

/// Nothing at a day or month of any year.
pub(super) fn no_date(library: &Library, asked: &Asked) -> Card {
    let mut card = said(
        &words::capitalised(&asked.words()),
        &["The notes state nothing for this date, in any year."],
    );
    near_any_year(&mut card, library, asked);
    card
}

/// The nearest dates to a day or month, in the year that the notes date most by the day.
fn near_any_year(card: &mut Card, library: &Library, asked: &Asked) {
    let years: Vec<i16> = library
        .dates()
        .all()
        .iter()
        .filter_map(|event| {
            event
                .when
                .unit()
                .filter(|unit| unit.month().is_some())?
                .year()
        })
        .collect();
    let most = years
        .chunk_by(|a, b| a == b)
        .max_by_key(|same| same.len())
        .and_then(|same| asked.in_year(same[0]));
    if let Some(span) = most {
        let exact = library.dates().within(span).take(1);
        let mut near: Vec<When> = exact.map(|event| event.when).collect();
        near.extend(library.dates().nearest(span, NEAR - near.len()));
        dates(card, &near);
    }
}

/// A day that the calendar does not have.
pub(super) fn no_such_day(library: &Library, MonthDay { month, day }: MonthDay) -> Card {
    let name = month_name(month);
    let said_day = day.map_or_else(String::new, |day| format!("{day} "));
    let (near, why) = match (month, day) {
        (2, Some(29)) => (28, "February has 29 days in leap years alone.".to_owned()),
        (2, _) => (28, "February has 29 days at most.".to_owned()),
        _ => (30, format!("{name} has 30 days.")),
    };
    let mut card = said(&format!("{said_day}{name}"), &[&why]);
    let meant = Asked::Yearless((month, Some(near)), None);
    near_any_year(&mut card, library, &meant);
    card
}

/// No thing, and no statement with any of the words.
pub(super) fn no_name(library: &Library, asked: &str) -> Card {
    let mut card = missing(asked);
    if !nearest_things(&mut card, library, asked) {
        notes(&mut card, library, Vec::new());
    }
    card
}

/// No such person.
pub(super) fn no_person(library: &Library, asked: &str) -> Card {
    let mut card = missing(asked);
    let near = library.find(library::Kind::Person, asked, NEAR);
    related(&mut card, "Nearest", person::links(library, &near));
    if near.is_empty() {
        let known: Vec<u32> = (0..)
            .zip(library.people())
            .map(|(at, _)| at)
            .take(NEAR)
            .collect();
        related(
            &mut card,
            "People in the notes",
            person::links(library, &known),
        );
    }
    card
}

/// No such note.
pub(super) fn no_note(library: &Library, asked: &str) -> Card {
    let mut card = said("No such note", &[&format!("No note is called {asked}.")]);
    let near = library.find(library::Kind::Note, asked, NEAR);
    notes(&mut card, library, near);
    card
}

/// No statement with any of the words.
pub(super) fn no_text(library: &Library, asked: &str) -> Card {
    no_name(library, asked)
}

/// No cause and no effect; `mentions` is what the notes say besides.
pub(super) fn no_cause(library: &Library, asked: &str, mentions: Option<Section>) -> Card {
    let mut card = said(
        &words::capitalised(asked),
        &["The notes do not say what caused this, nor what it led to."],
    );
    let says_nothing = mentions.is_none();
    card.sections.extend(mentions);
    if !nearest_things(&mut card, library, asked) && says_nothing {
        notes(&mut card, library, Vec::new());
    }
    card
}

/// No event passes the filter.
pub(super) fn no_timeline(library: &Library) -> Card {
    let mut card = said(
        "Nothing on this timeline",
        &["The notes date nothing like that."],
    );
    let events = library.dates().all();
    if let (Some(first), Some(last)) = (events.first(), events.last()) {
        let line = format!(
            "They reach from {} to {}.",
            first.when.words(),
            last.when.words()
        );
        card.sections[0].lines.push(Line::plain(line));
    }
    card
}

/// A topic, date or person of `/timeline` that is not known.
pub(super) fn no_argument(library: &Library, what: &str, asked: &str) -> Card {
    let mut card = said(
        "Nothing on this timeline",
        &[&format!("The notes know no {what} {asked}.")],
    );
    if what == "topic" {
        let known = library.topics().iter().take(NEAR).map(|topic| {
            let filter = super::look::Filter {
                topic: Some(topic.key),
                ..super::look::Filter::default()
            };
            (topic.name.clone(), Some(What::Timeline(filter).into()))
        });
        related(&mut card, "Topics", known.collect());
    }
    card
}

/// Adds notes, headings and terms that are called nearly so, and tells whether there are any.
fn nearest_things(card: &mut Card, library: &Library, asked: &str) -> bool {
    let near = library.find(library::Kind::Thing, asked, NEAR);
    let any = !near.is_empty();
    let facts = near.into_iter().map(|number| library.thing(number));
    let things = facts.filter_map(|fact| thing(library, fact));
    related(card, "Nearest", things.collect());
    any
}

/// The notes that are near; where there are none, the first ones.
fn notes(card: &mut Card, library: &Library, mut near: Vec<u32>) {
    if near.is_empty() {
        let all = (0..).zip(library.notes()).map(|(at, _)| at);
        near = all.take(NEAR).collect();
    }
    let notes = near
        .into_iter()
        .filter_map(|note| thing(library, Fact::Note(note)));
    related(card, "Notes", notes.collect());
}

fn missing(asked: &str) -> Card {
    said(
        "Nothing found",
        &[&format!("The notes say nothing of {asked}.")],
    )
}

fn said(title: &str, lines: &[&str]) -> Card {
    let mut card = Card::new(Kind::Nothing, title);
    card.private = true;
    card.sections.push(Section {
        title: None,
        lines: lines.iter().map(|line| Line::plain(*line)).collect(),
    });
    card
}

fn dates(card: &mut Card, near: &[When]) {
    let items = near.iter().map(|when| {
        let look = What::Date(when.to_string()).into();
        (words::titled(*when), Some(look))
    });
    related(card, "Nearest dates", items.collect());
}

fn related(card: &mut Card, label: &str, mut items: Vec<(String, Option<Look>)>) {
    let mut seen = HashSet::new();
    items.retain(|(name, _)| seen.insert(folded(name)));
    if !items.is_empty() {
        card.related.push(Related {
            label: label.to_owned(),
            items,
        });
    }
}

fn thing(library: &Library, fact: Fact) -> Option<(String, Option<Look>)> {
    let (name, what) = match fact {
        Fact::Note(note) => {
            let note = library.note(note);
            (note.title.clone(), What::Note(Subject::Key(note.key)))
        }
        Fact::Heading(heading) => {
            let heading = library.heading(heading);
            (
                heading.text.to_string(),
                What::Thing(Subject::Key(heading.key)),
            )
        }
        Fact::Definition(at) => {
            let term = &library.definitions()[at as usize].1.term;
            (
                term.clone(),
                What::Thing(Subject::Words(super::look::Words::new(term))),
            )
        }
        Fact::Statement(_) | Fact::Person(_) | Fact::Topic(_) | Fact::Cause(_) => return None,
    };
    Some((name, Some(what.into())))
}
