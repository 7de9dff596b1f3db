//! Dates and events of a note.

use super::facts::{DateMention, Event, Warning};
use super::markdown::Document;

/// What the date reader finds in one note.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateFacts {
    /// Every date expression, in file order.
    pub dates: Vec<DateMention>,
    /// Statements with a date, in file order.
    pub events: Vec<Event>,
    /// Dates without a year, impossible dates.
    pub warnings: Vec<Warning>,
}

/// Every date of a note.
#[must_use]
pub fn read(_document: &Document) -> DateFacts {
    DateFacts::default()
}
