//! Floor 1: all facts of a shelf of notes, indexed. Built once, then only read; a reload builds another beside it.

pub mod facts;
pub mod key;

mod build;
mod by_key;
mod causes;
mod dates;
mod excerpt;
mod fold;
mod links;
mod look_up;
mod names;
pub mod people;
mod text;
mod topics;

use std::sync::OnceLock;

use crate::notes::{self, Definition, Flashcard};

pub use causes::{Causes, Node};
pub use dates::{Dates, coarsened};
pub use excerpt::Excerpt;
pub use facts::{Entry, Event, Heading, Mark, NoteFacts, SeeAlso, Statement};
pub(crate) use fold::content_words;
pub use fold::folded;
pub use key::Key;
pub use links::{Outline, across};
pub use look_up::Kind;
pub(crate) use look_up::pairs_of;
pub use people::{Joined, Place};
pub use text::{Hits, matches, stems};
pub use topics::Topic;

use by_key::ByKey;
use names::Names;
use text::Text;

/// The notes of one shelf and what is known from them.
#[derive(Debug, Default)]
pub struct Library {
    notes: Vec<NoteFacts>,
    headings: Vec<Heading>,
    statements: Vec<Statement>,
    dates: Dates,
    /// (statement, event's place in `dates`), sorted.
    events_of: Vec<(u32, u32)>,
    people: Vec<Joined>,
    /// (statement, person), sorted.
    people_of: Vec<(u32, u32)>,
    see_also: Vec<SeeAlso>,
    marks: Vec<Mark>,
    causes: Causes,
    definitions: Vec<(u32, Definition)>,
    flashcards: Vec<(u32, Flashcard)>,
    topics: Vec<Topic>,
    by_key: ByKey,
    names: Index,
    text: OnceLock<Text>,
}

/// Anything that has a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fact {
    /// A note.
    Note(u32),
    /// A heading.
    Heading(u32),
    /// A statement.
    Statement(u32),
    /// A person.
    Person(u32),
    /// A topic.
    Topic(u32),
    /// A definition.
    Definition(u32),
    /// A cause or an effect.
    Cause(u32),
}

/// Names of all kinds, by what is typed.
#[derive(Debug, Default)]
struct Index {
    people: Names,
    notes: Names,
    topics: Names,
    things: Names,
    /// What the numbers of `things` are.
    of_things: Vec<Fact>,
    dates: Names,
    /// What the numbers of `dates` are.
    of_dates: Vec<notes::when::When>,
}

impl Library {
    /// Indexes `notes`. Private notes (`clio: false`, `#private`) are left out.
    #[must_use]
    pub fn build(notes: Vec<notes::Note>) -> Self {
        Self::of(
            notes
                .into_iter()
                .filter(|note| !note.document.private)
                .map(Entry::of)
                .collect(),
        )
    }
}

/// The key of a person.
#[must_use]
pub fn person_key(name: &str) -> Key {
    Key::of(&["person", &folded(name)])
}
