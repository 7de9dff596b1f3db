//! "Thanks to this", "they did this because": one side was said before, and is only pointed to.

use std::ops::Range;

use crate::notes::causes::clause::Part;
use crate::notes::causes::inline::{Finder, Side, Sides};
use crate::notes::causes::words::{DET, PRON};
use crate::notes::word_key::words;

impl Finder<'_, '_> {
    /// "Thanks to this he could check it": the cause is what was said before.
    pub(super) fn thanks_to_this(&self, part: Part, start: usize) -> Sides {
        let s = self.sentence;
        let from = self.cue().to;
        let points = part == Part::Noun
            && s.any(from, words!("this that"))
            && s.any(from + 1, words!("he she it they we the his her their its"));
        points.then(|| {
            let end = s.clause_end(from + 1, self.high(from + 1), Part::Clause);
            (self.before(start), Side::Here(from + 1..end))
        })
    }

    /// `X and, as a result of this, Y`: what stands before is the cause. Where nothing does, it is what was said before.
    pub(super) fn because_of_this(&self, part: Part, low: usize) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        let comma = usize::from(s.mark(cue.to + 1, ","));
        let from = cue.to + 1 + comma;
        let points =
            part == Part::Noun && cue.from > low && s.any(cue.to, words!("this that which"));
        if !points || from >= s.end || comma == 0 && !s.has(from, PRON | DET) {
            return None;
        }
        match self.before_from(low, cue.from) {
            Side::Before => None,
            cause @ Side::Here(_) => {
                let end = s.clause_end(from, self.high(from), Part::Clause);
                Some((cause, Side::Here(from..end)))
            }
        }
    }

    /// Where "they did this" starts, which ends a clause: what they did was said before.
    pub(super) fn did_this(&self, clause: &Range<usize>) -> Option<usize> {
        let s = self.sentence;
        let own = s.trim(clause.clone());
        let done = own.len() > 2
            && s.any(own.end - 1, words!("this that so it"))
            && s.any(own.end - 2, words!("did do does done"));
        if !done {
            return None;
        }
        let who = own.end - 3;
        let pronoun = s.any(who, words!("he she it they we"));
        let short = own.len() <= 5 && s.verb(own.start..own.end - 2).is_none();
        match pronoun {
            true => Some(who),
            false => short.then_some(own.start),
        }
    }

    /// Where "it happened", "came about" starts, if a clause says no more than that.
    pub(super) fn happened(&self, clause: &Range<usize>) -> Option<usize> {
        let s = self.sentence;
        let own = s.trim(clause.clone());
        let mut end = own.end;
        // "Passed because …" in a cell of its own.
        let cell = own.len() == 1
            && clause.start > s.start
            && s.mark(clause.start - 1, "|")
            && s.word(own.start).ends_with("ed");
        // "Written in response to the tax", in a bullet below what was written.
        let made = own.len() == 1
            && own.start == s.start
            && s.any(
                own.start,
                words!("built created drafted established formed founded introduced issued launched passed published set signed \
                started written"),
            );
        let cell = cell || made;
        let two = end >= own.start + 2
            && (s.is(end - 2, "came") && s.is(end - 1, "about")
                || s.is(end - 2, "took") && s.is(end - 1, "place"));
        let one = end > own.start && s.any(end - 1, words!("happened occurred started began"));
        end -= if two { 2 } else { usize::from(one) };
        let rest = own.start..end;
        let pointer = rest.len() == 1 && s.any(rest.start, words!("it this that these they"));
        (cell || (one || two) && (rest.is_empty() || pointer)).then_some(clause.start)
    }
}
