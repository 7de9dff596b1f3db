//! Dates that say something of another date or of a thing rather than tell: "post-1956", "since 3 November", "The 1614 rules".

use std::ops::Range;

use super::units;
use crate::notes::dates::partial::{Expression, Relative};
use crate::notes::dates::words::Span;
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::Block;
use crate::notes::when::Unit;

/// Whether a date only says what is before or after it: "post-1956", "pre-1914".
pub(super) fn is_compared(block: &Block, at: usize) -> bool {
    let text = &block.text.visible;
    let Some(start) = at.checked_sub(2) else {
        return false;
    };
    let [word, dash] = &block.tokens[start..at] else {
        return false;
    };
    dash.end - dash.start == 1
        && !dash.spaced
        && matches!(word.end - word.start, 3 | 4)
        && ["post", "pre"]
            .iter()
            .any(|own| word.of(text).eq_ignore_ascii_case(own))
}

/// Whether a year stands between "the" and a word in small letters: "The 1614 rules were kept".
pub(super) fn is_of_a_thing(block: &Block, tokens: &Range<usize>) -> bool {
    let text = &block.text.visible;
    let named = |after: &Token| {
        after.kind == Kind::Word
            && after
                .of(text)
                .starts_with(|first: char| first.is_lowercase())
    };
    tokens.len() == 1
        && tokens.start > 0
        && block.tokens[tokens.start - 1].of(text) == "The"
        && block.tokens.get(tokens.end).is_some_and(named)
}

/// Whether "since" stands before a date: "had been besieged since 3 November".
pub(super) fn is_since(block: &Block, at: usize) -> bool {
    let since = |before: &Token| {
        before.end - before.start == 5
            && before.of(&block.text.visible).eq_ignore_ascii_case("since")
    };
    at > 0 && since(&block.tokens[at - 1])
}

/// What `next` states where it says when a counted date was: "two years later, in 1941", "ten years later (1971)".
pub(super) fn said_after(block: &Block, date: &Expression, next: &Expression) -> Option<Unit> {
    let Some(Relative::Steps(1.., span @ (Span::Year | Span::Day))) = date.first.relative else {
        return None;
    };
    if date.last.is_some() || next.first.relative.is_some() {
        return None;
    }
    let text = &block.text.visible;
    let between = block.tokens.get(date.end()..next.first.tokens.start)?;
    let led = match between {
        [mark] => mark.of(text) == "(",
        [mark, word] => mark.of(text) == "," && matches!(word.of(text), "in" | "on"),
        _ => false,
    };
    if !led || next.first.partial.weak {
        return None;
    }
    let unit = units::stated(&next.first.partial)?;
    match span {
        Span::Day => unit.day().map(|_| unit),
        _ => unit.year().map(Unit::Year),
    }
}
