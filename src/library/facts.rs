//! The facts of a shelf, kept small: what `notes` read, without what only reading needs (tokens, offsets, the file).
//!
//! Facts refer to each other by `u32` indices into the lists of the [`Library`](super::Library).

mod entry;
mod words;

use std::ops::Range;

use super::excerpt::Excerpt;
use super::key::Key;
use crate::notes::markdown::BlockKind;
use crate::notes::when::When;
use crate::notes::{Basis, CauseKind};

pub use entry::Entry;
pub(super) use entry::Told;

/// The sign that stands for every arrow of a statement, with a space on either side.
pub const ARROW: char = '→';

/// The sign that stands for every arrow that points back.
pub const BACK_ARROW: char = '←';

/// One note of the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteFacts {
    /// Made of its path.
    pub key: Key,
    /// Path below the content folder, with `/`.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Other titles, from the front matter.
    pub aliases: Vec<String>,
    /// Tags, without `#`.
    pub tags: Vec<String>,
    /// Its headings.
    pub headings: Range<u32>,
    /// Its statements.
    pub statements: Range<u32>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Made of the note's path and the heading path.
    pub key: Key,
    /// Its note.
    pub note: u32,
    /// 1 to 6.
    pub level: u8,
    /// Its words, without a colon at the end.
    pub text: Excerpt,
    /// The heading above it.
    pub parent: Option<u32>,
    /// 1-based.
    pub line: u32,
    /// Metadata, contents, sources: no title of anything.
    pub housekeeping: bool,
    /// Metadata, where something may be told all the same: "Stalin dead - 1953".
    pub metadata: bool,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Stable over edits elsewhere.
    pub key: Key,
    /// Its note.
    pub note: u32,
    /// The innermost heading over it.
    pub heading: Option<u32>,
    /// The statement that it hangs on: the item above it, or the lead-in of its list.
    pub parent: Option<u32>,
    /// Its words, without markup; arrows are [`ARROW`]s, and a link that only stands behind it is left out.
    pub text: Excerpt,
    /// 1-based first and last line.
    pub lines: (u32, u32),
    /// List nesting: 0 outside lists.
    pub depth: u8,
    /// What it was in the Markdown.
    pub kind: BlockKind,
    /// In a block quote or callout.
    pub quoted: bool,
    /// Its arrows say what led to what.
    pub causal_arrows: bool,
}

/// A statement with a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// Which.
    pub statement: u32,
    /// When it happened.
    pub when: When,
    /// Whether all of the date was stated.
    pub from: Basis,
    /// The line that the missing part was taken from.
    pub from_line: Option<u32>,
}

/// A wikilink in a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeeAlso {
    /// Where it stands.
    pub statement: u32,
    /// What a reader sees.
    pub shown: Excerpt,
    /// The note that it names, where there is one.
    pub note: Option<u32>,
}

/// Words of a statement that its author marked: bold, highlighted or linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Where they stand.
    pub statement: u32,
    /// Bytes of the statement's text.
    pub start: u16,
    /// How many.
    pub length: u16,
}

impl Mark {
    /// The words.
    #[must_use]
    pub fn of(self, library: &super::Library) -> &str {
        let text = &*library.statement(self.statement).text;
        let start = usize::from(self.start);
        text.get(start..start + usize::from(self.length))
            .unwrap_or_default()
    }
}

/// One end of a cause link. Its words are those of a [`Node`](super::Node).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The statement that its words are part of.
    pub statement: Option<u32>,
    /// 1-based.
    pub line: u32,
}

/// Cause and effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// Stable.
    pub key: Key,
    /// The note that says so.
    pub note: u32,
    /// What caused.
    pub cause: End,
    /// What was caused.
    pub effect: End,
    /// The line that says so.
    pub line: u32,
    /// The words that say so.
    pub cue: Excerpt,
    /// What kind of words.
    pub kind: CauseKind,
}
