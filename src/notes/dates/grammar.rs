//! The grammar of English dates: one pass over a line's words, each rule in the file of its family.
//!
//! A *point* is one date ("the end of March 1944"). Points join into ranges and lists ("16–28 October", "the 1850s and
//! 1860s"), where each half lends the other what it leaves out. What looks like a date but counts or numbers something
//! is turned away in [`quantity`].

mod century;
mod day;
mod day_alone;
mod easter;
mod era;
mod join;
mod month_alone;
mod numeric;
mod point;
mod quantity;
mod relative;
mod season;
mod slashed;
mod year;

use super::line::Line;
use super::partial::Expression;
use super::words::Word;

/// All date expressions of a line, in order, none overlapping another.
pub(super) fn find(line: &Line<'_>, found: &mut Vec<Expression>) {
    let mut at = 0;
    while at < line.len() {
        let next = if may_start(line, at) {
            join::expressions(line, at, found)
        } else {
            None
        };
        at = next.unwrap_or(at + 1);
    }
}

/// A cheap look at whether a date can start with token `at`.
#[inline]
fn may_start(line: &Line<'_>, at: usize) -> bool {
    match line.word(at) {
        Word::Number(..)
        | Word::Glued(..)
        | Word::Month(..)
        | Word::Weekday
        | Word::Season(_)
        | Word::Ordinal(_)
        | Word::Cardinal(_)
        | Word::Decade(_)
        | Word::Roman(_)
        | Word::Century(..)
        | Word::Circa
        | Word::About
        | Word::Part
        | Word::Mid
        | Word::Edge
        | Word::Feast(_)
        | Word::That
        | Word::This
        | Word::Next
        | Word::Previous
        | Word::Later
        | Word::Earlier => true,
        Word::Span(..) => true,
        Word::Era(_) | Word::Apostrophe => {
            matches!(line.word(at + 1), Word::Number(..) | Word::Decade(_))
        }
        // "A.D. 14", "a year later".
        Word::A => !matches!(line.word(at + 1), Word::Other),
        Word::The => !matches!(line.word(at + 1), Word::Other | Word::The | Word::Of),
        _ => false,
    }
}
