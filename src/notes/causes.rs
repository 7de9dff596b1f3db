//! Causes of a note: arrows, connectives, lists that a lead-in opens, and sections called "Causes" or "Consequences".

use super::facts::{CauseLink, Warning};
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
pub fn read(_document: &Document) -> CauseFacts {
    CauseFacts::default()
}
