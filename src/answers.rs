//! Floor 2: a query in, a card out: what `/event`, `/person`, `/cause`, `/timeline`, `/search`, `/note` and `/help` say.
//!
//! Each takes what a person typed, or the value of a [`Choice`] from [`complete()`]. None fails: nothing found is a private card
//! that says what is near.

pub mod card;
pub mod look;

mod span;

mod event;

mod cause;
mod help;
mod note;
mod person;
mod search;
mod timeline;

mod nothing;

mod complete;

mod draft;
mod places;
mod words;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::library::{Fact, Kind as Named, Library};
use crate::notes::dates::{Order, no_such_day};

pub use crate::library::Key;
pub use card::{AlongTime, Button, Card, Choice, Dated, Kind, Line, Press, Related, Section, Span};
pub use look::{Filter, Look, Subject, What, Words};

use span::Asked;

/// Who asks, as far as the answer depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asker {
    /// What `today` means where they are.
    pub today: Date,
    /// `3/4/62` is the third of April.
    pub day_first: bool,
}

impl Asker {
    const fn order(&self) -> Order {
        match self.day_first {
            true => Order::DayFirst,
            false => Order::MonthFirst,
        }
    }
}

/// An argument that can be completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// A date or a thing: `/event when:`.
    When,
    /// A date only: `/timeline from: to:`.
    Date,
    /// `/person name:`.
    Person,
    /// `/cause of:`.
    Cause,
    /// `/timeline topic:`.
    Topic,
    /// `/note title:`.
    Note,
}

/// What a person asks of `/timeline`; all of it may be left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TimelineQuery<'q> {
    /// A folder, a tag or a note.
    pub topic: Option<&'q str>,
    /// Not before this date.
    pub from: Option<&'q str>,
    /// Not after this date.
    pub to: Option<&'q str>,
    /// Only where this person is mentioned.
    pub person: Option<&'q str>,
}

/// What happened at a date, or what the notes say of a thing.
#[must_use]
pub fn event(library: &Library, when: &str, asker: &Asker) -> Card {
    if let Some(chosen) = complete::chosen(when) {
        return show(library, &chosen);
    }
    if let Some(asked) = Asked::read(when, asker) {
        return show(library, &What::Date(asked.code()).into());
    }
    match no_such_day(when, asker.order()).filter(|_| !library.is_empty()) {
        Some(day) => nothing::no_such_day(library, day),
        None => show(
            library,
            &What::Thing(Subject::Words(Words::new(when))).into(),
        ),
    }
}

/// What the notes say of a person.
#[must_use]
pub fn person(library: &Library, name: &str) -> Card {
    let typed = || What::Person(Subject::Words(Words::new(name))).into();
    show(library, &complete::chosen(name).unwrap_or_else(typed))
}

/// Why a thing happened, and what it led to.
#[must_use]
pub fn cause(library: &Library, of: &str) -> Card {
    let typed = || What::Cause(Subject::Words(Words::new(of))).into();
    show(library, &complete::chosen(of).unwrap_or_else(typed))
}

/// Events in order.
#[must_use]
pub fn timeline(library: &Library, query: &TimelineQuery<'_>, asker: &Asker) -> Card {
    if library.is_empty() {
        return nothing::no_notes();
    }
    let mut filter = Filter::default();
    if let Some(asked) = query.topic {
        let Some(key) = topic_key(library, asked) else {
            return nothing::no_argument(library, "topic", asked);
        };
        filter.topic = Some(key);
    }
    if let Some(asked) = query.person {
        let Some(key) = named_person(library, asked) else {
            return nothing::no_person(library, asked);
        };
        filter.person = Some(key);
    }
    for (asked, place) in [(query.from, &mut filter.from), (query.to, &mut filter.to)] {
        let Some(asked) = asked else { continue };
        let Some(date) = bound(library, asked, asker) else {
            return nothing::no_argument(library, "date", asked);
        };
        *place = Some(date);
    }
    show(library, &What::Timeline(filter).into())
}

/// Full-text search.
#[must_use]
pub fn search(library: &Library, text: &str) -> Card {
    if text.trim().is_empty() {
        return nothing::no_words();
    }
    let typed = || What::Search(Words::new(text)).into();
    show(library, &complete::chosen(text).unwrap_or_else(typed))
}

/// A note's outline and sections.
#[must_use]
pub fn note(library: &Library, title: &str) -> Card {
    let typed = || What::Note(Subject::Words(Words::new(title))).into();
    show(library, &complete::chosen(title).unwrap_or_else(typed))
}

/// How to use Clio.
#[must_use]
pub fn help(library: &Library) -> Card {
    help::card(library)
}

/// The card that a button stands for; where its fact is gone, a private card that says so.
#[must_use]
pub fn show(library: &Library, look: &Look) -> Card {
    if library.is_empty() && look.what != What::Help {
        return nothing::no_notes();
    }
    match &look.what {
        What::Date(code) => match Asked::parse(code) {
            Some(asked) => event::on_date(library, look, asked),
            None => nothing::gone(library),
        },
        What::Thing(subject) => event::thing(library, look, subject),
        What::Person(subject) => person::of(library, look, subject),
        What::Cause(subject) => cause::of(library, look, subject),
        What::Timeline(filter) => timeline::card(library, look, filter),
        What::Search(asked) => search::card(library, look, asked),
        What::Note(subject) => note::of(library, look, subject),
        What::Context(key) => note::context(library, look, *key),
        What::Help => help::card(library),
    }
}

/// At most 25 choices for what a person has typed so far.
#[must_use]
pub fn complete(library: &Library, field: Field, typed: &str) -> Vec<Choice> {
    complete::choices(library, field, typed)
}

/// The topic that was picked or typed; a note's title names its topic.
fn topic_key(library: &Library, asked: &str) -> Option<Key> {
    match complete::chosen(asked) {
        Some(Look {
            what: What::Timeline(filter),
            ..
        }) => filter.topic,
        Some(Look {
            what: What::Note(Subject::Key(key)),
            ..
        }) => Some(key),
        Some(_) => None,
        None => {
            let topic = *library.find_exactly(Named::Topic, asked, 1).first()?;
            Some(library.topics()[topic as usize].key)
        }
    }
}

fn named_person(library: &Library, asked: &str) -> Option<Key> {
    match complete::chosen(asked) {
        Some(Look {
            what: What::Person(Subject::Key(key)),
            ..
        }) => matches!(library.by_key(key), Some(Fact::Person(_))).then_some(key),
        Some(_) => None,
        None => {
            let person = *library.find_people(asked, 1).first()?;
            Some(crate::library::person_key(
                &library.people()[person as usize].name,
            ))
        }
    }
}

/// A date as a bound of a timeline. Without its year it must fit one year only.
fn bound(library: &Library, asked: &str, asker: &Asker) -> Option<String> {
    let asked = match complete::chosen(asked) {
        Some(Look {
            what: What::Date(code),
            ..
        }) => Asked::parse(&code)?,
        Some(_) => return None,
        None => Asked::read(asked, asker)?,
    };
    let when = match (asked.when(), asked.years(library.dates()).as_slice()) {
        (Some(when), _) => when,
        (None, [year]) => asked.in_year(*year)?,
        (None, _) => return None,
    };
    // A range as a bound means all of it; its code is short enough either way.
    Some(when.to_string())
}
