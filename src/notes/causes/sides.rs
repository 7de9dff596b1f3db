//! What the two sides of a link look like in their block.

use std::ops::Range;

use super::cues::Shape;
use super::inline::{Found, Side};
use super::promise;
use super::sentence::Sentence;
use super::words::{BACK, COORD, PAST, PRON};
use crate::notes::facts::CauseKind;
use crate::notes::markdown::{Block, BlockKind, MarkKind};
use crate::notes::word_key::words;

/// A verb by itself behind a mark, with what it is said of: "Kapp Putsch - March 1920 - failed". `own` is trimmed.
pub(super) fn with_subject(sentence: &Sentence<'_>, own: &Range<usize>) -> Range<usize> {
    if own.len() != 1 {
        return own.clone();
    }
    let marked = own.start > sentence.start + 1
        && ["-", "–", "—", ";", ",", ":"]
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

/// Whether a sentence begins with the "a key reason" of its link.
pub(super) fn opens_phrase(sentence: &Sentence<'_>, found: &Found) -> bool {
    sentence.any(sentence.start, words!("a one another"))
        && found.cue.start <= sentence.start + 4
        && !(sentence.start..found.cue.start)
            .any(|at| sentence.has(at, BACK | PRON) && at > sentence.start)
}

/// Whether a cue stands right behind a label that names a kind and opens its sentence: "Long term: led to strikes", "Economics - due to debt".
pub(super) fn opens_behind_label(sentence: &Sentence<'_>, found: &Found) -> bool {
    let colon = found.cue.start.wrapping_sub(1);
    found.cue.start > sentence.start + 1
        && (sentence.mark(colon, ":") || sentence.wall(colon) && !sentence.mark(colon, "|"))
        && promise::is_category(&Sentence {
            end: colon,
            ..*sentence
        })
}

/// Whether nothing but a verb ("Passed because …") stands between the bar of a table's cell and the cue.
pub(super) fn opens_cell(sentence: &Sentence<'_>, found: &Found) -> bool {
    let bar = (0..found.cue.start)
        .rev()
        .take(3)
        .find(|&at| sentence.mark(at, "|"));
    bar.is_some_and(|bar| (bar + 1..found.cue.start).all(|at| !sentence.has(at, BACK | PRON)))
}

/// A link for each item of the list that stands behind its cue: "It fell because of (1) debt (2) hunger", "The war caused: debt,
/// hunger"; none where there is no list.
pub(super) fn listed_behind(sentence: &Sentence<'_>, found: &Found) -> Vec<Found> {
    let behind = |side: &Side| match side {
        Side::Here(range) if range.start >= found.cue.end => Some(range.clone()),
        _ => None,
    };
    let (is_cause, range) = match (behind(&found.cause), behind(&found.effect)) {
        (Some(cause), None) => (true, cause),
        (None, Some(effect)) => (false, effect),
        _ => return Vec::new(),
    };
    let numbered = sentence.mark(range.start, "(")
        || sentence.mark(range.start + 1, ")")
        || range.start >= found.cue.end + 2 && sentence.mark(range.start - 1, ")");
    let colon = sentence.mark(found.cue.end, ":") && found.kind == CauseKind::Connective;
    let pieces = if numbered {
        promise::numbered(sentence, found.cue.end..sentence.end)
    } else if colon {
        Some(promise::pieces(sentence, found.cue.end + 1)).filter(|pieces| pieces.len() > 1)
    } else {
        None
    };
    let own = pieces
        .unwrap_or_default()
        .into_iter()
        .map(|piece| Side::Here(promise::item(&sentence.within(&piece))));
    let full = own.filter(|side| matches!(side, Side::Here(piece) if !sentence.hollow(piece)));
    full.map(|side| {
        let mut one = found.clone();
        *(if is_cause {
            &mut one.cause
        } else {
            &mut one.effect
        }) = side;
        one
    })
    .collect()
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
