//! Floor 2: a query in, a card out: what `/event`, `/person`, `/cause`, `/timeline`, `/search`, `/note` and `/help` say.
//!
//! Each takes what a person typed, or the value of a [`Choice`] from [`complete`]. None fails: nothing found is a private card
//! that says what is near.

pub mod card;
pub mod look;

use jiff::civil::Date;

use crate::library::Library;

pub use crate::library::Key;
pub use card::{Button, Card, Choice, Kind, Line, Press, Related, Section, Span};
pub use look::{Filter, Look, Subject, What, Words};

/// Who asks, as far as the answer depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asker {
    /// What `today` means where they are.
    pub today: Date,
    /// `3/4/62` is the third of April.
    pub day_first: bool,
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
pub fn event(library: &Library, when: &str, _asker: &Asker) -> Card {
    nothing(library, when)
}

/// What the notes say of a person.
#[must_use]
pub fn person(library: &Library, name: &str) -> Card {
    nothing(library, name)
}

/// Why a thing happened, and what it led to.
#[must_use]
pub fn cause(library: &Library, of: &str) -> Card {
    nothing(library, of)
}

/// Events in order.
#[must_use]
pub fn timeline(library: &Library, _query: &TimelineQuery<'_>, _asker: &Asker) -> Card {
    nothing(library, "these dates")
}

/// Full-text search.
#[must_use]
pub fn search(library: &Library, text: &str) -> Card {
    nothing(library, text)
}

/// A note's outline and sections.
#[must_use]
pub fn note(library: &Library, title: &str) -> Card {
    nothing(library, title)
}

/// How to use Clio.
#[must_use]
pub fn help(_library: &Library) -> Card {
    Card {
        private: true,
        ..Card::new(Kind::Help, "What Clio can do")
    }
}

/// The card that a button stands for; where its fact is gone, a private card with the nearest.
#[must_use]
pub fn show(library: &Library, look: &Look) -> Card {
    match &look.what {
        What::Help => help(library),
        _ => nothing(library, "that"),
    }
}

/// At most 25 choices for what a person has typed so far.
#[must_use]
pub fn complete(_library: &Library, _field: Field, _typed: &str) -> Vec<Choice> {
    Vec::new()
}

fn nothing(library: &Library, asked: &str) -> Card {
    let mut card = Card::new(Kind::Nothing, "Nothing found");
    card.private = true;
    let line = if library.is_empty() {
        "There are no notes yet. Put Markdown notes into the content folder and run /notes reload."
            .to_owned()
    } else {
        format!("The notes say nothing of {asked}.")
    };
    card.sections.push(Section {
        title: None,
        lines: vec![Line::plain(line)],
    });
    card
}
