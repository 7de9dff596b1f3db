//! Floor 0: Markdown text in, facts out. No disk, no clock, no async, no Discord.
//!
//! [`read`] never fails: an odd line becomes a [`Warning`] and the rest of the note is still used.

pub mod lex;
pub mod markdown;
pub mod when;

pub mod causes;
pub mod dates;
pub mod people;

mod facts;

pub use facts::{
    Basis, CauseKind, CauseLink, DateMention, Definition, Event, Flashcard, Note, Person, Warning,
};
