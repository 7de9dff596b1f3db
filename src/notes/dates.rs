//! Dates and events of a note: what its words say, what its headings, title and narrative add, and which statements
//! they date.
//!
//! [`grammar`] reads one line and knows nothing of the others; [`resolve`] fills in what a line leaves out; [`events`]
//! gives dates to statements. [`sources`] keeps publication years, exam papers and file stamps out of it all.

mod words;

mod line;
mod partial;

mod grammar;
mod sources;

mod resolve;

mod events;
mod query;
mod spans;

pub use query::{MonthDay, Query, no_such_day, parse_query};
pub(super) use spans::spans;
pub(super) use words::{MEANINGS, may_date};

use super::facts::{DateMention, Event, Warning};
use super::keys::Keys;
use super::markdown::Document;

/// How a date in digits is read: `1/2/1962`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// 1 February.
    #[default]
    DayFirst,
    /// January 2.
    MonthFirst,
}

/// What the date reader finds in one note.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateFacts {
    /// Every date expression, in file order; each end of a range is its own entry.
    pub dates: Vec<DateMention>,
    /// Statements with a date, in file order.
    pub events: Vec<Event>,
    /// Dates without a year, impossible dates.
    pub warnings: Vec<Warning>,
}

/// Every date of a note, days before months in dates all of digits.
#[must_use]
pub fn read(document: &Document) -> DateFacts {
    read_in(document, Order::default())
}

/// As [`read`], with the keys of the document's words.
pub(super) fn read_keyed(document: &Document, keys: &Keys) -> DateFacts {
    read_with(document, keys, Order::default())
}

/// Every date of a note.
#[must_use]
pub fn read_in(document: &Document, order: Order) -> DateFacts {
    read_with(document, &Keys::of(document), order)
}

fn read_with(document: &Document, keys: &Keys, order: Order) -> DateFacts {
    let found = resolve::resolve(document, keys, order);
    let events = events::events(document, &found);
    let n_mentions = found.dates.iter().map(|date| date.n_mentions()).sum();
    let mut dates = Vec::with_capacity(n_mentions);
    for date in &found.dates {
        date.mentions(document, &mut dates);
    }
    DateFacts {
        dates,
        events,
        warnings: found.warnings,
    }
}

#[cfg(test)]
mod tests;
