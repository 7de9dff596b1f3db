//! Where the clause around a cue begins and ends.

mod main_clause;
mod rim;

use super::sentence::Sentence;
use super::words::{self, ADV, BACK, CONCEDE, COORD, DET, POSS, PREP, PRON, SUB};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

/// Which part of a clause stands on a side of a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A whole clause: `because he was weak`.
    Clause,
    /// The subject of a verb, or its object: `taxes` led to `war`.
    Noun,
}

impl Sentence<'_> {
    /// Where the clause that ends before `at` begins, not before `low`.
    pub(super) fn clause_start(&self, low: usize, at: usize, part: Part) -> usize {
        let mut depth = 0_u32;
        for i in (low..at).rev() {
            if !self.is_sign(i) && !self.has(i, SUB | CONCEDE | COORD) {
                continue;
            }
            if self.mark(i, ")") || self.mark(i, "]") {
                depth += 1;
            } else if self.mark(i, "(") || self.mark(i, "[") {
                if depth == 0 {
                    return i + 1;
                }
                depth -= 1;
            }
            if depth > 0 {
                continue;
            }
            if self.wall(i) || (self.mark(i, ":") && i + 1 < at) || self.full_stop(i) {
                return i + 1;
            }
            if self.mark(i, ",") && self.begins_clause(low, i, at, part) {
                return i + 1;
            }
            if part == Part::Noun && i + 1 < at && self.opens_clause(low, i, at) {
                return i + 1;
            }
        }
        low
    }

    /// Whether a new clause begins after the comma at `comma`, seen from a cue at `at` after it.
    fn begins_clause(&self, low: usize, comma: usize, at: usize, part: Part) -> bool {
        let next = comma + 1;
        if next >= at {
            return false;
        }
        // "In contrast to the north, this led to": a subject by itself.
        if part == Part::Noun && next + 1 == at && self.any(next, words!("this it")) {
            return true;
        }
        if self.has(next, COORD) {
            // "A, B, and C led to": a list of subjects. "A fell, and C led to": a new clause.
            let but = self.any(next, words!("but yet so"));
            let subject_follows = next + 1 < at
                && match part {
                    Part::Noun => (next + 1..at).any(|i| !self.has(i, ADV)),
                    Part::Clause => self.verb(next + 1..at).is_some_and(|verb| verb > next + 1),
                };
            // ", and this victory led to": a clause of its own.
            let points = part == Part::Noun && at <= next + 4 && self.points_anew(next + 1);
            return points
                || (but && next + 1 < at)
                || (subject_follows && self.verb(low..comma).is_some());
        }
        if self.has(next, CONCEDE) || self.any(next, words!("when then")) {
            return self.verb(next..at).is_some() || part == Part::Noun;
        }
        // "When X happened, Y fled, leading to": the main clause begins after the first comma.
        let opener = self.has(low, SUB | PREP | CONCEDE) && !self.has(low, BACK);
        let single = self.has(low, SUB)
            && !self.has(low, BACK)
            && (low..at).filter(|&i| self.mark(i, ",")).count() == 1;
        single
            || opener
                && !(low..comma).any(|i| self.mark(i, ","))
                && self.verb(next..at).is_some_and(|verb| verb > next)
            || part == Part::Noun
                && opener
                && (self.verb(low..comma).is_some() || self.has(low, SUB))
                && !(next..at).any(|i| self.mark(i, ","))
    }

    /// Whether the word at `i` opens the clause whose subject the words up to `at` are: `when`, `that`, `and`.
    fn opens_clause(&self, low: usize, i: usize, at: usize) -> bool {
        if self.has(i, SUB | CONCEDE) && !self.has(i, BACK) && !self.has(i, PREP) {
            return true;
        }
        if self.is(i, "that") && i > low && self.has(i - 1, words::SAY) {
            return true;
        }
        self.has(i, COORD)
            && self.verb(low..i).is_some()
            && self.has(i + 1, PRON | BACK)
            && i + 2 <= at
    }

    /// Where the clause that begins at `from` ends, not after `high`.
    pub(super) fn clause_end(&self, from: usize, high: usize, part: Part) -> usize {
        let mut depth = 0_u32;
        for i in from..high {
            if !self.is_sign(i) && !self.has(i, CONCEDE | COORD | ADV) {
                continue;
            }
            if self.mark(i, "(") || self.mark(i, "[") {
                depth += 1;
            } else if self.mark(i, ")") || self.mark(i, "]") {
                // "led to a) riots"
                let numbers = i == from + 1 && self.word(from).len() == 1;
                if depth == 0 && !numbers {
                    return i;
                }
                depth = depth.saturating_sub(1);
            }
            if depth > 0 || i == from {
                continue;
            }
            if self.wall(i)
                || (self.mark(i, ":") && self.tokens.get(i + 1).is_none_or(|next| next.spaced))
            {
                return i;
            }
            if self.full_stop(i) {
                return i;
            }
            if self.mark(i, ",") && self.ends_at_comma(from, i, high, part) {
                return i;
            }
            if self.has(i, CONCEDE | COORD | ADV)
                && self.any(
                    i,
                    words!("but whereas whilst although though despite however"),
                )
            {
                return i;
            }
            if self.has(i, CONCEDE) && self.is(i, "while") && self.verb(i + 1..high).is_some() {
                return i;
            }
            if self.has(i, COORD) && i + 2 < high && self.is(i, "and") {
                // "because they had borrowed and they could not pay": one and the same subject.
                let same = self.word(i + 1).eq_ignore_ascii_case(self.word(from));
                let subject = self.has(i + 1, PRON)
                    && !self.has(i + 1, DET)
                    && !same
                    && self.verb(i + 2..(i + 4).min(high)).is_some();
                let object_then_verb = part == Part::Noun && self.verb(i + 1..i + 2).is_some();
                if subject || object_then_verb {
                    return i;
                }
            }
        }
        high
    }

    /// Whether "this victory", and not "this" alone, stands at `at`.
    fn points_anew(&self, at: usize) -> bool {
        self.any(at, words!("this these"))
            && self
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == Kind::Word)
    }

    fn ends_at_comma(&self, from: usize, comma: usize, high: usize, part: Part) -> bool {
        let mut next = comma + 1;
        if next >= high {
            return true;
        }
        let until = (next..high)
            .find(|&i| self.mark(i, ",") && i > next)
            .unwrap_or(high);
        if self.has(next, COORD) {
            if self.any(next, words!("but yet so nor")) {
                return true;
            }
            while self.has(next + 1, ADV) {
                next += 1;
            }
            let points = until == high && high < self.end && self.points_anew(next + 1);
            return points || self.verb(next + 1..until).is_some();
        }
        if self.has(next, SUB | CONCEDE)
            && !self.any(next, words!("that how why what after before until"))
        {
            return true;
        }
        if self.word(next).ends_with("ing")
            && self.word(next).len() > 4
            && !self.any(next, words!("including during king spring"))
        {
            return !self.word(from).ends_with("ing");
        }
        if self.has(next, ADV) && self.word(next + 1).ends_with("ing") {
            return true;
        }
        // "as he was shot, his last words being few"
        if self.has(next, POSS | DET)
            && (next + 1..until.min(next + 6)).any(|at| self.is(at, "being"))
        {
            return true;
        }
        // "X, he fled": a new clause without a conjunction.
        if part == Part::Noun && self.verb(from..comma).is_none() {
            return self.verb(next + 1..until).is_some()
                && (self.has(next, PRON | DET | POSS | BACK) || self.tokens[next].capital);
        }
        self.has(next, PRON)
            && !self.has(next, DET)
            && self.verb(next + 1..(next + 4).min(high)).is_some()
    }
}
