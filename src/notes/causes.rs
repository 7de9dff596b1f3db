//! Causes of a note: arrows, connectives, lists that a lead-in opens, and sections called "Causes" or "Consequences".
//!
//! A link needs words of the note that say so; two things that merely follow each other are none. Each sentence is read by
//! itself ([`inline`]); lists and sections are read from what their lead-in or heading promises ([`promise`]).

mod below;
mod flow;
mod inline;
mod items;
mod labels;
mod leads;
mod lists;
mod names;
mod pointers;
mod promise;
mod reading;
mod replies;
mod said;
mod sides;
mod tables;
mod title;
mod topic;
mod walk;

mod clause;
mod cues;
mod sentence;
mod veto;

mod lexicon;
mod words;

mod roles;

#[cfg(test)]
mod tests;

pub(super) use cues::FIRST_WORDS;
pub(super) use lexicon::LISTS;
pub(super) use roles::roles;
pub(super) use words::{CUE, Flags, odd, of_mark};

use super::facts::{CauseLink, Warning};
use super::keys::Keys;
use super::markdown::Document;

/// What the cause reader finds in one note.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CauseFacts {
    /// Cause links in file order.
    pub links: Vec<CauseLink>,
    /// Headings that promise causes and have none.
    pub warnings: Vec<Warning>,
}

/// Every link from a cause to an effect that the note itself states.
#[must_use]
pub fn read(document: &Document) -> CauseFacts {
    read_keyed(document, &Keys::of(document))
}

/// As [`read`], with the keys of the document's words.
pub(super) fn read_keyed(document: &Document, keys: &Keys) -> CauseFacts {
    walk::Walk::over(document, keys)
}
