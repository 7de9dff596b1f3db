//! `1899-02`: a month by itself, and two years where a note writes its spans of years so: "1912-13".

use std::ops::Range;

use crate::notes::dates::partial::{End, Expression, Partial, Scale};
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, Document};

/// Years that such a span takes at most.
const LONGEST: u16 = 20;

/// Makes spans of years of what look like months at a century's end, where the note writes other spans with two digits and no
/// month in digits. `all` are the dates, those of each block by `of_block`.
pub(super) fn turn(document: &Document, all: &mut [Expression], of_block: &[Range<usize>]) {
    if !all.iter().any(|date| last_year(date).is_some()) {
        return;
    }
    let (mut spans, mut months) = (false, false);
    for (block, range) in document.blocks.iter().zip(of_block) {
        for date in &all[range.clone()] {
            spans |= is_short_span(block, date);
            months |= last_year(date).is_none() && is_month_in_digits(block, date);
        }
    }
    if !spans || months {
        return;
    }
    for (block, range) in document.blocks.iter().zip(of_block) {
        for date in &mut all[range.clone()] {
            if let Some((first, last)) = last_year(date)
                && is_month_in_digits(block, date)
            {
                let at = date.first.tokens.start;
                date.first = year(at, first);
                date.last = Some(year(at + 2, last));
            }
        }
    }
}

/// Both years of "1899-02", if it is not February 1899.
fn last_year(date: &Expression) -> Option<(u16, u16)> {
    let own = &date.first.partial;
    let (Some(Scale::Year(first @ 1000..=9999)), Some(month), None) =
        (own.scale, own.month, own.day)
    else {
        return None;
    };
    let last = (first / 100 + 1) * 100 + u16::from(month);
    (date.first.tokens.len() == 3 && date.last.is_none() && last - first <= LONGEST)
        .then_some((first, last))
}

/// Whether a date is a year and two more digits: "1899-02", "1962-10".
fn is_month_in_digits(block: &Block, date: &Expression) -> bool {
    let own = &date.first;
    let number = |at: usize, digits: u32| {
        let token = block.tokens.get(at);
        token.is_some_and(|token| token.kind == Kind::Number && token.end - token.start == digits)
    };
    date.last.is_none()
        && own.tokens.len() == 3
        && own.partial.day.is_none()
        && number(own.tokens.start, 4)
        && number(own.tokens.start + 2, 2)
}

/// Whether a date is a span of years whose last has two digits: "1912-13".
fn is_short_span(block: &Block, date: &Expression) -> bool {
    let Some(last) = &date.last else { return false };
    let own = &date.first;
    own.tokens.len() == 1
        && last.tokens == (own.tokens.end + 1..own.tokens.end + 2)
        && matches!(own.partial.scale, Some(Scale::Year(1000..=9999)))
        && block.tokens[last.tokens.start].end - block.tokens[last.tokens.start].start == 2
}

/// A year that is one token.
fn year(at: usize, year: u16) -> End {
    End {
        tokens: at..at + 1,
        partial: Partial::year(year),
        relative: None,
    }
}
