//! How far the clauses around a cue reach, with other cues before and behind it.

use super::{Finder, Side};
use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::{Cue, Form, Shape};
use crate::notes::causes::words::{ADV, BACK, COORD, PREP};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

impl Finder<'_, '_> {
    /// "X responded to Z by Y, sparking W": the cause is all of it.
    fn reaches_over(&self, before: &Cue) -> bool {
        before.shape == Shape::Respond && self.cue().shape == Shape::Forward(Form::Ing)
    }

    /// Whether a cue stands in a bracket that closes before `at`: "a swing state (a factor in the vote), which is why".
    fn is_aside(&self, cue: &Cue, at: usize) -> bool {
        let mut depth = 0_i32;
        (cue.to..at).any(|at| {
            let s = self.sentence;
            depth += i32::from(s.mark(at, "(")) - i32::from(s.mark(at, ")"));
            depth < 0
        })
    }

    /// The nearest earlier cue that the clause before this one cannot reach over.
    pub(super) fn low(&self, part: Part) -> usize {
        let s = self.sentence;
        let blocks = |cue: &&Cue| match cue.shape {
            Shape::Arrow | Shape::ArrowBack => true,
            // "X led to Y because Z": the effect is all of "X led to Y".
            Shape::Forward(Form::Ing) | Shape::Backward(Form::Ing) => true,
            Shape::Forward(_)
            | Shape::Force(_)
            | Shape::Meant
            | Shape::Passive
            | Shape::Backward(_)
            | Shape::Blame
            | Shape::Reason
            | Shape::Result => part == Part::Noun,
            Shape::Respond => part == Part::Noun && !self.reaches_over(cue),
            _ => true,
        };
        self.cues[..self.index]
            .iter()
            .rev()
            .find(blocks)
            .map_or(s.start, |cue| cue.to)
    }

    /// The nearest later cue that ends the clause after this one, which began at `from`.
    pub(super) fn high(&self, from: usize) -> usize {
        let s = self.sentence;
        for cue in &self.cues[self.index + 1..] {
            let part_of_clause = match cue.shape {
                // "so high prices led to riots": the effect is a clause with a verb of its own.
                Shape::Forward(Form::Past | Form::Third | Form::Base)
                | Shape::Force(_)
                | Shape::Passive
                | Shape::Meant
                | Shape::Backward(_)
                | Shape::Respond
                | Shape::Blame => {
                    let conjunction = matches!(
                        self.cue().shape,
                        Shape::Because
                            | Shape::As
                            | Shape::Since
                            | Shape::So
                            | Shape::Therefore
                            | Shape::Arrow
                            | Shape::Why
                            | Shape::BecauseShort
                    );
                    conjunction
                        && s.verb(from..s.verb_group(from, cue.from)).is_none()
                        && cue.from > from
                        && !s.mark(cue.from - 1, ",")
                }
                Shape::Reason | Shape::Result => true,
                _ => false,
            };
            if !part_of_clause {
                return cue.from;
            }
        }
        s.end
    }

    /// The clause before `at`, over a comma, dash or colon right before it; what was said before if there is none.
    pub(super) fn before(&self, at: usize) -> Side {
        let start = self.sentence.start;
        let low = self.cues[..self.index]
            .iter()
            .rev()
            .find(|cue| cue.to <= at && !self.reaches_over(cue) && !self.is_aside(cue, at))
            .map_or(start, |cue| cue.to);
        self.before_from(low, at)
    }

    /// As [`Self::before`], not going back over `low`.
    pub(super) fn before_from(&self, low: usize, at: usize) -> Side {
        let s = self.sentence;
        let mut end = at;
        if end > low && s.mark(end - 1, "|") {
            return Side::Before;
        }
        while end > low
            && (s.tokens[end - 1].kind == Kind::Punct && !s.mark(end - 1, ")")
                || s.has(end - 1, COORD)
                || (s.has(end - 1, BACK) && end == at)
                || s.has(end - 1, ADV))
        {
            end -= 1;
        }
        if end == low {
            return Side::Before;
        }
        let start = s.clause_start(low, end, Part::Clause);
        // "After long debates, this led to a strike": the words before the comma tell no more than when.
        let opener = start == s.start
            && s.has(start, PREP)
            && s.mark(end, ",")
            && s.any(end + 1, words!("this it"))
            && s.verb(start..end).is_none();
        if opener || s.hollow(&(start..end)) || s.is_date(&(start..end)) {
            Side::Before
        } else {
            Side::Here(start..end)
        }
    }

    /// The clause after the cue.
    pub(super) fn after(&self) -> Side {
        let from = self.cue().to;
        Side::Here(
            from..self
                .sentence
                .clause_end(from, self.high(from), Part::Clause),
        )
    }
}
