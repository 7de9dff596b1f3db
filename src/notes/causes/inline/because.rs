//! Conjunctions that point back to a cause: `because`, `due to`, `since`.

mod first;
mod this;

use super::{Finder, Found, Side, Sides};
use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::Shape;
use crate::notes::causes::words::{ADV, BACK, BE, COORD, KIND, PAST, PREP, PRON, SAY};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;
use std::ops::Range;

impl Finder<'_, '_> {
    /// `Y because X`, `Because X, Y`.
    pub(super) fn because(&self, part: Part, found: &[Found]) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        let low = self.low(Part::Clause);
        if let Some(sides) = self.because_of_this(part, low) {
            return Some(sides);
        }
        if let Some(sides) = self.second_reason(part, low, found) {
            return Some(sides);
        }
        if let Some(sides) = self.stressed(part, low) {
            return Some(sides);
        }
        let (start, left) = self.left_of_because(low);
        if self.opens_anew(part, low, &left) {
            return self.because_first(part, start);
        }
        if self.is_kind_alone(&left) {
            let end = s.clause_end(cue.to, self.high(cue.to), part);
            return Some((Side::Here(cue.to..end), self.before(left.start)));
        }
        let left = self.with_label(low, left);
        let from = self.past_aside();
        let mut end = s.clause_end(from, self.high(from), part);
        // "These armies, because of rain, did not march": the clause goes on after the cause.
        if s.mark(end, ",")
            && s.mark(cue.from - 1, ",")
            && s.verb(left.clone()).is_none()
            && s.verb(end + 1..(end + 3).min(s.end)).is_some()
        {
            let whole = s.clause_end(end + 1, self.high(end + 1), Part::Clause);
            return Some((Side::Here(cue.to..end), Side::Here(left.start..whole)));
        }
        if part == Part::Noun {
            if let Some(sides) = self.that_arose(&left, from, end) {
                return Some(sides);
            }
            end = self.noun_end(&left, from, end);
        }
        let cause = Side::Here(from..end);
        if let Some(start) = self.happened(&left).or_else(|| self.did_this(&left)) {
            return Some((cause, self.before(start)));
        }
        // "They were different because": what they were is said.
        let told = words!("different great good strong");
        if cue.shape == Shape::Because && left.len() > 2 && s.any(left.end - 1, told) {
            return Some((cause, Side::Here(left)));
        }
        // "The crash was due to": the copula belongs to the cue.
        let group = s.verb_group(left.start, left.end);
        let left = if (group..left.end).any(|at| s.has(at, BE)) && group > left.start {
            left.start..group
        } else {
            left
        };
        let pointer = left.clone().rev().find(|&at| !s.has(at, ADV | BE | KIND));
        match pointer {
            Some(at) if self.only_pointer(left.start, at) => Some((cause, self.before(at))),
            _ => Some((cause, Side::Here(left))),
        }
    }

    /// "Two feuds that arose because of the toll were X and Y": what arose is told behind the verb.
    fn that_arose(&self, left: &Range<usize>, from: usize, end: usize) -> Sides {
        let s = self.sentence;
        let that = left.end.checked_sub(2).filter(|&that| that > left.start)?;
        let arose =
            words!("arose started began happened occurred erupted emerged resulted followed");
        if !s.any(that, words!("that which")) || !s.any(that + 1, arose) {
            return None;
        }
        let is =
            (from + 1..end).find(|&at| s.any(at, words!("was were is are included include")))?;
        Some((Side::Here(from..is), Side::Here(is + 1..end)))
    }

    /// Where the noun that begins at `from` ends, which would reach to `end`, if the verb of its effect stands behind it.
    fn noun_end(&self, left: &Range<usize>, from: usize, mut end: usize) -> usize {
        let s = self.sentence;
        let cue = self.cue();
        // "A crash due to fog killed five"
        if s.verb(left.clone()).is_none() && !self.copula(cue.from) {
            end = self.end_at_verb(end);
        }
        // "Famine, as a result of the blockade, killed thousands"
        if s.mark(cue.from - 1, ",")
            && let Some(comma) = (from + 1..end).rev().find(|&at| s.mark(at, ","))
            && (s.has(comma + 1, PAST) || s.finite(comma + 1) || s.word(comma + 1).ends_with("ed"))
        {
            end = comma;
        }
        end
    }

    /// "because of A and because of B", "… but also because of B", "partly because A, partly because B": one effect, two causes.
    fn second_reason(&self, part: Part, low: usize, found: &[Found]) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        let also = usize::from(cue.from > low && s.has(cue.from - 1, ADV));
        let at = cue.from.checked_sub(1 + also).filter(|&at| at >= low)?;
        let again =
            also == 1 && s.mark(at, ",") && s.any(at + 1, words!("partly also mainly partially"));
        let last = found
            .last()
            .filter(|last| last.cue.end <= cue.from && self.is_because(last))?;
        let cause = cue.to..s.clause_end(cue.to, self.high(cue.to), part);
        (again || s.has(at, COORD)).then(|| (Side::Here(cause), last.effect.clone()))
    }

    /// "It was because of the frost that they left"; "They left, not because it froze, but because they were hungry".
    fn stressed(&self, part: Part, low: usize) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        if let Some(that) = self.cleft(low) {
            let end = s.clause_end(that + 1, s.end, Part::Clause);
            return Some((Side::Here(cue.to..that), Side::Here(that + 1..end)));
        }
        let not = self.not_because(cue.from)?;
        let cause = cue.to..s.clause_end(cue.to, self.high(cue.to), part);
        Some((Side::Here(cause), self.before(not)))
    }

    /// "It was because of the frost that they left": where the "that" stands.
    fn cleft(&self, low: usize) -> Option<usize> {
        let s = self.sentence;
        let from = self.cue().from;
        let mut was = from.checked_sub(1)?;
        while was > low && s.has(was, ADV) {
            was -= 1;
        }
        let it = was > low && s.any(was, words!("was is")) && s.is(was - 1, "it");
        let mut places = self.cue().to + 1..s.end.min(self.cue().to + 20);
        places.find(|&at| it && s.is(at, "that") && s.verb(at + 1..s.end).is_some())
    }

    /// "They left, not because it was cold, but because they were hungry": where the "not" of the other reason stands.
    fn not_because(&self, at: usize) -> Option<usize> {
        let s = self.sentence;
        let but = at.checked_sub(1).filter(|&but| s.is(but, "but"))?;
        let mut places = (s.start..but).rev().take(30);
        places.find(|&at| s.is(at, "not") && s.any(at + 1, words!("because due bc")))
    }

    /// Whether what stands before the cue is no effect, so that it follows the cause: a date, a place, another clause.
    fn opens_anew(&self, part: Part, low: usize, left: &Range<usize>) -> bool {
        let s = self.sentence;
        let cue = self.cue();
        let mark = |mark: &str| cue.from > low && s.mark(cue.from - 1, mark);
        // "In 1812 in response to the revolt the king left": the date is no effect. "In 1812, as" tells when.
        let timed = !matches!(cue.shape, Shape::As | Shape::Since) && s.is_date(left);
        // "In Canada, due to fear, people were confined"
        let placed = s.has(left.start, PREP) && mark(",") && s.verb(left.clone()).is_none();
        // "; because they were poor, he says, but": who says so is no effect.
        let says = |at: usize| s.has(at + 1, PRON) && s.has(at + 2, SAY) && s.mark(at + 3, ",");
        let comma = || {
            s.main_clause(cue.to, s.end, part)
                .is_some_and(|at| s.mark(at, ",") && !says(at))
        };
        // "Violence spread; due to the murders, troops came": what follows the comma is the effect.
        let parted = mark(";") && comma();
        timed || placed || parted || s.hollow(left) && !left.clone().any(|at| s.has(at, BACK))
    }

    /// `The council: weak because …`: a word or two after a colon are said of what stands before it.
    fn with_label(&self, low: usize, left: Range<usize>) -> Range<usize> {
        let s = self.sentence;
        if left.len() > 2 || left.start <= low + 1 || !s.mark(left.start - 1, ":") {
            return left;
        }
        s.clause_start(low, left.start - 1, Part::Clause)..left.end
    }

    /// `Economic - due to a surplus`, below what it is said of: the words before the mark only say what kind of cause it was.
    fn is_kind_alone(&self, left: &Range<usize>) -> bool {
        let s = self.sentence;
        left.start == s.start
            && left.len() <= 2
            && left.end < self.cue().from
            && (s.mark(left.end, ":") || s.wall(left.end) && !s.mark(left.end, "|"))
            && left
                .clone()
                .all(|at| s.has(at, KIND | COORD) || s.any(at, words!("economics politics")))
    }

    /// Where the cause begins: "because, according to the clerk, nobody came".
    fn past_aside(&self) -> usize {
        let s = self.sentence;
        let from = self.cue().to;
        let aside = s.mark(from, ",") && s.is(from + 1, "according");
        let comma = (from + 1..s.end).find(|&at| aside && s.mark(at, ","));
        comma.map_or(from, |comma| comma + 1)
    }

    /// Where a cause ends that the verb of the whole sentence follows: "A crash due to fog killed five".
    fn end_at_verb(&self, end: usize) -> usize {
        let from = self.cue().to;
        let verb = self.sentence.verb(from..end);
        verb.filter(|verb| *verb > from + 1)
            .map_or(end, |verb| self.sentence.verb_group(from, verb))
    }

    pub(super) fn is_because(&self, found: &Found) -> bool {
        self.cues[..self.index].last().is_some_and(|cue| {
            cue.from == found.cue.start && matches!(cue.shape, Shape::Because | Shape::BecauseOf)
        })
    }

    /// Whether "was (largely)" stands right before `at`.
    fn copula(&self, at: usize) -> bool {
        let s = self.sentence;
        s.verb_group(s.start, at) < at
    }

    fn left_of_because(&self, low: usize) -> (usize, Range<usize>) {
        let s = self.sentence;
        let cue = self.cue();
        let mut end = cue.from;
        // "(because of X)", "- because", ": because": the clause stands before the mark.
        while end > low
            && !s.mark(end - 1, "|")
            && (s.wall(end - 1)
                || s.mark(end - 1, "(")
                || s.mark(end - 1, ":")
                || s.mark(end - 1, ","))
            && matches!(s.tokens[end - 1].kind, Kind::Punct | Kind::Arrow)
        {
            end -= 1;
        }
        let mut start = s.clause_start(low, end, Part::Clause);
        // "but because X, Y": this "because" opens a clause of its own.
        if start < end && s.has(end - 1, COORD) {
            start = end;
            end = cue.from;
        }
        (start, start..end.max(start))
    }
}
