//! Headings and lead-ins that promise causes or effects: "Causes of the war", "Why it fell", "It failed because:".

mod answer;
mod counted;
mod denial;
mod heading;
mod item;
mod label;
mod lead_in;
mod part;
mod pieces;
mod question;
mod why;

pub(super) use answer::{answer_mark, is_answer_mark, restates};
pub(super) use counted::announced;
pub(super) use denial::denies;
pub(super) use heading::heading;
pub(super) use item::{because, item, item_with};
pub(super) use label::{is_category, label, may_label};
pub(super) use lead_in::{lead_in, open_ended};
use part::strip_number;
pub(super) use part::{is_number_of_part, past_number};
pub(super) use pieces::{factors_were, listed, numbered, pieces, stated};
pub(super) use question::{asked, asked_after, asks, asks_of};

use std::ops::Range;

use super::sentence::Sentence;
use super::words::{ASKS, CAUSE, EFFECT};
use crate::notes::word_key::words;

/// What the items of a list or section are to the thing they belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// They caused it.
    Causes,
    /// It caused them.
    Effects,
}

/// What a heading or lead-in promises of the items below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Promise {
    pub(super) direction: Direction,
    /// The thing itself, where the words name it: `the war` of "Causes of the war".
    pub(super) of: Option<Range<usize>>,
    /// The words that promise.
    pub(super) cue: Range<usize>,
}

fn direction(s: &Sentence<'_>, at: usize) -> Option<Direction> {
    if s.has(at, CAUSE) {
        Some(Direction::Causes)
    } else if s.has(at, EFFECT) {
        Some(Direction::Effects)
    } else {
        None
    }
}

/// Whether there is a word without which nothing is promised: cheap, for passing over most of a note.
pub(super) fn may_promise(s: &Sentence<'_>) -> bool {
    let promises = |at: usize| {
        !s.is(at, "what")
            || s.any(at + 1, question::CAUSED)
            || s.any(at + 1, question::NAMELESS) && s.any(at + 2, words!("led contributed"))
    };
    s.find(CAUSE | EFFECT | ASKS, promises).is_some()
}
