//! Arrows: the pieces of a sentence from arrow to arrow.

use super::{Finder, Side, Sides};
use crate::notes::causes::cues::{Cue, Form, Shape};
use crate::notes::word_key::words;
use std::ops::Range;

impl Finder<'_, '_> {
    /// Arrows part a sentence into pieces from arrow to arrow.
    pub(super) fn arrow(&self, back: bool) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        let is_arrow = |cue: &&Cue| matches!(cue.shape, Shape::Arrow | Shape::ArrowBack);
        let low = self.cues[..self.index]
            .iter()
            .rev()
            .find(is_arrow)
            .map_or(s.start, |cue| cue.to);
        let high = self.cues[self.index + 1..]
            .iter()
            .find(is_arrow)
            .map_or(s.end, |cue| cue.from);
        let mut left = self.stretch_left(low, cue.from);
        let right = cue.to..self.stretch_right(cue.to, self.arrow_high(high));
        if low == s.start {
            left = self.without_label(left);
        }
        let left = if s.hollow(&left) && left.len() <= 1 {
            match self.cell_before(low, cue.from) {
                Some(cell) => Side::Here(cell),
                None => self.chain_start(left)?,
            }
        } else {
            Side::Here(left)
        };
        let right = Side::Here(right);
        Some(if back { (right, left) } else { (left, right) })
    }

    /// "A → B, which led to C" and "A → B because C": B ends at the next cue.
    fn arrow_high(&self, high: usize) -> usize {
        let s = self.sentence;
        let cut = self.cues[self.index + 1..]
            .iter()
            .take_while(|cue| cue.from < high)
            .find(|cue| {
                matches!(
                    cue.shape,
                    Shape::Because
                        | Shape::BecauseOf
                        | Shape::As
                        | Shape::Since
                        | Shape::So
                        | Shape::Therefore
                        | Shape::Forward(Form::Ing)
                        | Shape::BecauseShort
                ) || s.mark(cue.from - 1, ",")
            });
        cut.map_or(high, |cue| cue.from)
    }

    /// Nothing stands before an arrow that opens its line: it goes on from what was said before.
    fn chain_start(&self, left: Range<usize>) -> Option<Side> {
        (self.index == 0 && left.start <= self.sentence.start + 1).then_some(Side::Before)
    }

    /// `| The dam broke | → the mills stood still |`: an arrow that opens its cell goes on from the cell before.
    fn cell_before(&self, low: usize, at: usize) -> Option<Range<usize>> {
        let s = self.sentence;
        let bar = at
            .checked_sub(1)
            .filter(|&bar| bar > low && s.mark(bar, "|"))?;
        let cell = self.without_label(self.stretch_left(low, bar));
        (!s.hollow(&cell) && !s.is_date(&s.trim(cell.clone()))).then_some(cell)
    }

    /// From the last cell bar or bullet before `at`.
    fn stretch_left(&self, low: usize, at: usize) -> Range<usize> {
        let s = self.sentence;
        let start = (low..at)
            .rev()
            .find(|&i| s.parts_cells(i))
            .map_or(low, |i| i + 1);
        // A bracket that opens before the arrow and closes after it holds the whole link.
        let mut depth = 0_i32;
        let mut end = at;
        for i in (start..at).rev() {
            if s.mark(i, ")") {
                depth += 1;
            } else if s.mark(i, "(") {
                depth -= 1;
                // "crops rot (→ famine)": what stands before the bracket led to what it holds.
                if depth < 0 && i + 1 == at && i > start {
                    (depth, end) = (0, i);
                } else if depth < 0 {
                    return i + 1..end;
                }
            }
        }
        start..end
    }

    fn stretch_right(&self, at: usize, high: usize) -> usize {
        let s = self.sentence;
        let mut depth = 0_i32;
        for i in at..high {
            if s.mark(i, "(") {
                depth += 1;
            } else if s.mark(i, ")") {
                depth -= 1;
                if depth < 0 {
                    return i;
                }
            } else if s.parts_cells(i) {
                return i;
            }
        }
        high
    }

    /// `Land: farmers lose` → `farmers lose`; `1954 - Brown` is left to `Sentence::trim`.
    fn without_label(&self, range: Range<usize>) -> Range<usize> {
        let s = self.sentence;
        let colon = range
            .clone()
            .find(|&at| s.mark(at, ":") && s.tokens.get(at + 1).is_some_and(|next| next.spaced));
        match colon {
            // "row re: tithes" is one thing.
            Some(at) if s.any(at.wrapping_sub(1), words!("re")) => range,
            Some(at) if at + 1 < range.end && at - range.start <= 6 => at + 1..range.end,
            _ => range,
        }
    }
}
