//! What a note says, as plain data: the facts that everything above this floor is made of.

use std::ops::Range;

use super::ids::Id;
use super::markdown::{Document, Visible};
use super::when::When;

/// How a fact came by its date or its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Basis {
    /// The words stand there.
    Stated,
    /// A missing year, month or era was taken from a heading, the title or a line further up.
    Context,
    /// "Two days later": counted from another date of the note.
    Relative,
    /// "He": the person of the sentence before.
    Pronoun,
}

/// One date expression, at its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// 1-based line of the file.
    pub line: u32,
    /// UTF-8 byte offsets in the file, end exclusive.
    pub span: Range<usize>,
    /// What it means, missing parts filled in.
    pub when: When,
    /// Whether all of it was stated.
    pub from: Basis,
    /// The line that gave the missing part, when `from` is not [`Basis::Stated`].
    pub from_line: Option<u32>,
}

/// A statement with a date. The statement is `Document::statements[statement]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Stable over edits elsewhere in the note; see [`super::markdown::Statement`].
    pub id: Id,
    /// Index into [`Document::statements`].
    pub statement: usize,
    /// When it happened; a range is one interval.
    pub when: When,
    /// Whether all of the date was stated in the line or its heading.
    pub from: Basis,
    /// The line that the year, month or era was taken from.
    pub from_line: Option<u32>,
}

/// A person of one note (see `library` for people joined across notes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The fullest name in the note, as spelt there.
    pub name: String,
    /// The other strings of the note that mean this person, in order of first appearance, `#Tag`s with their `#`.
    pub aliases: Vec<String>,
    /// Where the person is named.
    pub mentions: Vec<Mention>,
}

/// One place where a person is named or meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// 1-based line.
    pub line: u32,
    /// UTF-8 byte offsets in the file, end exclusive.
    pub span: Range<usize>,
    /// The statement it stands in, if it stands in one (a tag line or a heading need not).
    pub statement: Option<usize>,
    /// Named, or meant by a pronoun.
    pub from: Basis,
}

/// What says that one thing caused another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CauseKind {
    /// `->`, `→`, `=>`, `$\to$`.
    Arrow,
    /// "because", "led to", …
    Connective,
    /// "Because:" over a list.
    LeadIn,
    /// A section called "Causes", "Origins", "Consequences", …
    Heading,
}

/// One end of a [`CauseLink`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The words, without the markup, from first to last letter.
    pub text: Visible,
    /// 1-based line where they stand.
    pub line: u32,
    /// The statement they are part of; `None` where the end is a heading or the note's title.
    pub statement: Option<usize>,
}

/// Cause → effect, and the words that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CauseLink {
    /// Stable id.
    pub id: Id,
    /// What caused.
    pub cause: End,
    /// What was caused.
    pub effect: End,
    /// The line that says so, 1-based.
    pub line: u32,
    /// The words that say so, as they stand: `->`, `led to`, `Because:`, `Causes`.
    pub cue: Visible,
    /// What kind of words.
    pub kind: CauseKind,
}

/// `Term: text`, `**Term** – text` or an inline field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Stable id.
    pub id: String,
    /// The term.
    pub term: String,
    /// What the note says it is.
    pub text: String,
    /// 1-based line.
    pub line: u32,
    /// The statement it stands in.
    pub statement: usize,
}

/// A question and its answer that an author wrote on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flashcard {
    /// Stable id.
    pub id: String,
    /// The front.
    pub question: String,
    /// The back: one text, or for multiple choice the right options.
    pub answer: String,
    /// For task-list multiple choice: the wrong options. Else empty.
    pub wrong: Vec<String>,
    /// 1-based line.
    pub line: u32,
}

/// Something odd in a note, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// 1-based line.
    pub line: u32,
    /// Byte offsets of the words it is about, where it is about words.
    pub span: Option<Range<usize>>,
    /// What is odd, in one sentence.
    pub message: String,
    /// What to do about it, in one sentence.
    pub help: String,
}

/// One note, read.
#[derive(Debug, Clone)]
pub struct Note {
    /// Path below the content folder, with `/`.
    pub path: String,
    /// The whole file, for what quotes it: spans are offsets in it.
    pub source: String,
    /// The text's structure: front matter, headings, statements, links, tags.
    pub document: Document,
    /// Every date expression, in file order; each end of a range is its own entry.
    pub dates: Vec<DateMention>,
    /// Statements with a date.
    pub events: Vec<Event>,
    /// People.
    pub people: Vec<Person>,
    /// Cause links.
    pub causes: Vec<CauseLink>,
    /// Definitions.
    pub definitions: Vec<Definition>,
    /// Flashcards.
    pub flashcards: Vec<Flashcard>,
    /// Warnings, in line order.
    pub warnings: Vec<Warning>,
}
