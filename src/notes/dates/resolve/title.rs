//! The year that a note as a whole is of: its title's, its metadata's, or the only one it names.

use std::ops::Range;

use super::context::single_year;
use crate::notes::dates::Order;
use crate::notes::dates::grammar;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::Expression;
use crate::notes::dates::sources;
use crate::notes::dates::words::Era;
use crate::notes::keys::Keys;
use crate::notes::lex::{self, Token};
use crate::notes::markdown::Document;

/// The H1 that is the note's title: the first one, if no other stands at its level or its words are the title.
pub(super) fn title_heading(document: &Document) -> Option<usize> {
    let tops = || {
        document
            .headings
            .iter()
            .enumerate()
            .filter(|(_, heading)| heading.level == 1 && !heading.housekeeping)
    };
    let named = tops().find(|(_, heading)| {
        let words = document.blocks[heading.block]
            .text
            .visible
            .trim_end_matches(':');
        words.eq_ignore_ascii_case(&document.title)
    });
    let first = || {
        tops()
            .next()
            .filter(|(index, _)| *index == 0 && tops().count() == 1)
    };
    named.or_else(first).map(|(index, _)| index)
}

/// The one year of the title, and its era. `heading` is the one that is the title, if one is, and `keys` those of the document.
pub(super) fn of_title(
    document: &Document,
    heading: Option<usize>,
    keys: &Keys,
) -> (Option<(i32, u32)>, Option<Era>) {
    let heading = heading.map(|heading| &document.headings[heading]);
    let at = heading.map_or(1, |heading| heading.line);
    // As a rule the title is the heading, which is cut into tokens already.
    let same = heading
        .map(|heading| heading.block)
        .filter(|block| *document.blocks[*block].text.visible == *document.title);
    if let Some(block) = same {
        let tokens = &document.blocks[block].tokens;
        return year_and_era(&document.title, tokens, (keys, block), at);
    }
    let tokens = lex::tokens(&document.title);
    let keys = Keys::of_text(&document.title, &tokens);
    year_and_era(&document.title, &tokens, (&keys, 0), at)
}

/// The one year of a title that stands on line `at`, and its era.
fn year_and_era(
    title: &str,
    tokens: &[Token],
    keys: (&Keys, usize),
    at: u32,
) -> (Option<(i32, u32)>, Option<Era>) {
    if !keys.0.may_date(keys.1) {
        return (None, None);
    }
    let mut words = Vec::new();
    let line = Line::new(title, tokens, keys, &mut words, Order::DayFirst);
    let mut found = Vec::new();
    grammar::find(&line, &mut found);
    found.retain(|expression| !sources::is_lecture_title(&line, expression));
    let era = found
        .iter()
        .find_map(|expression| expression.first.partial.era);
    let mut years = found.iter().filter_map(single_year);
    let year = match (years.next(), years.next()) {
        (Some(year), None) if found.len() == 1 => Some((year, at)),
        _ => None,
    };
    (year, era)
}

/// The one year in the note's metadata section, or on a line near its top that says when.
pub(super) fn metadata_year(
    document: &Document,
    all: &[Expression],
    of_block: &[Range<usize>],
) -> Option<(i32, u32)> {
    let mut found: Option<(i32, u32)> = None;
    for (index, block) in document.blocks.iter().enumerate() {
        let meta = block
            .heading
            .is_some_and(|heading| document.headings[heading].metadata);
        let says_when = index < 8 && is_when_line(&block.text.visible);
        if !meta && !says_when {
            continue;
        }
        for expression in &all[of_block[index].clone()] {
            let Some(year) = single_year(expression) else {
                continue;
            };
            match found {
                Some((other, _)) if other != year => return None,
                Some(_) => {}
                None => found = Some((year, block.lines.0)),
            }
        }
    }
    found
}

/// "When: October 1962", "Year: 1789".
fn is_when_line(text: &str) -> bool {
    let Some((key, _)) = text.split_once(':') else {
        return false;
    };
    let key = key.trim();
    [
        "when",
        "year",
        "date",
        "dates",
        "period",
        "time",
        "time period",
        "timeframe",
    ]
    .iter()
    .any(|word| key.eq_ignore_ascii_case(word))
}

/// The year that every dated expression of the note has, if they all agree.
pub(super) fn only_year(
    document: &Document,
    all: &[Expression],
    of_block: &[Range<usize>],
) -> Option<(i32, u32)> {
    let mut found: Option<(i32, u32)> = None;
    for (index, range) in of_block.iter().enumerate() {
        for expression in &all[range.clone()] {
            if expression.first.partial.scale.is_none() || expression.first.relative.is_some() {
                continue;
            }
            let year = single_year(expression)?;
            match found {
                Some((other, _)) if other != year => return None,
                Some(_) => {}
                None => found = Some((year, document.blocks[index].lines.0)),
            }
        }
    }
    found
}
