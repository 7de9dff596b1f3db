//! Which dates of a note are history, and which are those of books, papers and files.

use super::context::single_year;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Expression, Scale};
use crate::notes::dates::sources::{self, Cited};
use crate::notes::markdown::{Block, Document};

/// Of the dates of a block, which begin at `start`, keeps those that are history. The places of those that may yet be dates of
/// books are added to `perhaps_cited`.
pub(super) fn keep_history(
    line: &Line<'_>,
    document: &Document,
    block: &Block,
    start: usize,
    all: &mut Vec<Expression>,
    perhaps_cited: &mut Vec<(usize, Cited)>,
) {
    let mut kept = start;
    for at in start..all.len() {
        let expression = &all[at];
        let figure = kept > start && sources::is_figure(line, document, block, expression);
        if figure || sources::is_no_history(line, block, expression) {
            continue;
        }
        if let Some(how) = sources::may_be_cited(line, document, block, expression) {
            perhaps_cited.push((kept, how));
        }
        if kept < at {
            all.swap(kept, at);
        }
        kept += 1;
    }
    all.truncate(kept);
}

/// Of the dates that may be those of books, keeps those that are after all that the note tells of.
pub(super) fn keep_later(all: &[Expression], perhaps_cited: &mut Vec<(usize, Cited)>) {
    if perhaps_cited.is_empty() {
        return;
    }
    let told = all.iter().enumerate().filter(|(at, _)| {
        perhaps_cited
            .binary_search_by_key(at, |cited| cited.0)
            .is_err()
    });
    let last = told
        .filter_map(|(_, expression)| single_year(expression).or_else(|| short_year(expression)))
        .max();
    perhaps_cited.retain(|(at, how)| {
        let margin = match how {
            Cited::Source => 0,
            Cited::Name => LONG_AFTER,
            Cited::Historian => -SHORTLY_BEFORE,
        };
        let year = single_year(&all[*at]);
        year.zip(last)
            .is_some_and(|(year, last)| year > last + margin)
    });
}

/// A year of three digits, of whatever era.
fn short_year(expression: &Expression) -> Option<i32> {
    match expression.first.partial.scale {
        Some(Scale::Year(year @ 100..1000)) => Some(year.into()),
        _ => None,
    }
}

/// Years after the last thing told, from which on a year after a name is that of a book.
const LONG_AFTER: i32 = 60;

/// Years before the last thing told, up to which a year behind a historian is that of a book.
const SHORTLY_BEFORE: i32 = 10;
