//! What is left of a side once its rims are trimmed: words of its own, or none, or a word that points back.

use std::ops::Range;

use super::{Finder, Side};
use crate::notes::causes::cues::Shape;
use crate::notes::causes::words::{BACK, COORD, DET, KIND};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

impl Finder<'_, '_> {
    /// Trims a side; `None` if nothing is left of it.
    pub(super) fn settle(&self, side: Side) -> Option<Side> {
        let Side::Here(range) = side else {
            return Some(side);
        };
        let mut trimmed = self.sentence.trim(range.clone());
        // "which, according to them, caused the war": who says so is no part of it.
        if self.sentence.is(trimmed.start, "according") {
            let comma = trimmed.clone().find(|&at| self.sentence.mark(at, ","))?;
            trimmed = self.sentence.trim(comma + 1..trimmed.end);
        }
        if self.sentence.points_back(&trimmed) {
            let back = (range.start..range.end)
                .any(|at| self.sentence.has(at, BACK) || self.sentence.any(at, words!("he she")));
            // "… because of it"
            let of_it = matches!(self.cue().shape, Shape::BecauseOf | Shape::Passive)
                && range.start == self.cue().to
                || matches!(self.cue().shape, Shape::Reason | Shape::Result)
                    && range.start == self.cue().to + 1;
            let points = range.start <= self.sentence.start + 2 || of_it;
            return (back && points).then_some(Side::Before);
        }
        if self.is_events(&trimmed) {
            let points = trimmed.into_iter().any(|at| self.sentence.has(at, BACK));
            return points.then_some(Side::Before);
        }
        let tells = !self.sentence.is_date(&trimmed) && !self.is_generic(&trimmed);
        tells.then_some(Side::Here(trimmed))
    }

    /// Whether a side says no more than "events" or "all these events".
    fn is_events(&self, range: &Range<usize>) -> bool {
        let s = self.sentence;
        let named = |at: usize| s.any(at, words!("events event developments"));
        let mut own = range.clone();
        own.next_back().is_some_and(named)
            && own
                .into_iter()
                .all(|at| s.has(at, BACK | DET | KIND | COORD))
    }

    /// Whether a side says no more than "several factors".
    fn is_generic(&self, range: &Range<usize>) -> bool {
        let s = self.sentence;
        let there = s.is(range.start, "there");
        let generic = |at: usize| {
            s.any(at, words!("factors reasons causes things"))
                || there && s.any(at, words!("issues problems"))
        };
        let mut named = false;
        range.clone().all(|at| {
            named |= generic(at);
            generic(at)
                || s.has(at, DET | KIND | COORD)
                || s.any(at, words!("there were are"))
                || s.tokens[at].kind == Kind::Number
        }) && named
    }
}
