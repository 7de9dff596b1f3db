//! What the two sides of a link look like in their block.

use std::ops::Range;

use super::clause::Sentence;
use super::cues::Shape;
use super::inline::{Found, Side};
use super::words::{BACK, COORD, PAST, PRON};
use crate::notes::facts::CauseKind;
use crate::notes::markdown::{Block, BlockKind, MarkKind};

/// A verb by itself behind a mark, with what it is said of: "Kapp Putsch - March 1920 - failed". `own` is trimmed.
pub(super) fn with_subject(sentence: &Sentence<'_>, own: &Range<usize>) -> Range<usize> {
    if own.len() != 1 {
        return own.clone();
    }
    let marked = own.start > sentence.start + 1
        && ["-", "–", "—", ";", ","]
            .iter()
            .any(|mark| sentence.mark(own.start - 1, mark));
    let verb = sentence.has(own.start, PAST)
        || sentence.finite(own.start)
        || sentence.word(own.start).ends_with("ed");
    if marked && verb {
        sentence.trim(sentence.start..own.end)
    } else {
        own.clone()
    }
}

/// Whether a bullet begins with its cue and names no subject: "Led to war", "Because of the cold"; not "This led to war", and
/// not "So he fled" or "The result was a war", which go on from the bullet above.
pub(super) fn leaves_out_subject(block: &Block, sentence: &Sentence<'_>, found: &Found) -> bool {
    let named = (0..found.cue.start).any(|at| sentence.has(at, BACK | PRON | COORD))
        || found.shape == Shape::Result && sentence.is(0, "the");
    block.kind == BlockKind::Item
        && found.kind == CauseKind::Connective
        && found.of_heading()
        && !named
}

/// Whether nothing but a verb ("Passed because …") stands between the bar of a table's cell and the cue.
pub(super) fn opens_cell(sentence: &Sentence<'_>, found: &Found) -> bool {
    let bar = (0..found.cue.start)
        .rev()
        .take(3)
        .find(|&at| sentence.mark(at, "|"));
    bar.is_some_and(|bar| (bar + 1..found.cue.start).all(|at| !sentence.has(at, BACK | PRON)))
}

/// Whether a side is one wikilink and nothing else.
pub(super) fn is_link(block: &Block, sentence: &Sentence<'_>, side: &Side) -> bool {
    let Side::Here(range) = side else {
        return false;
    };
    let tokens = &sentence.tokens[range.clone()];
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return false;
    };
    block.marks.iter().any(|mark| {
        matches!(mark.kind, MarkKind::Wikilink(_) | MarkKind::Address)
            && mark.range.start <= first.start
            && last.end <= mark.range.end
    })
}
