//! Conjunctions and adverbs: `because`, `due to`, `so`, `therefore`.

use super::{Finder, Found, Side, Sides};
use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::{Form, Shape};
use crate::notes::causes::words::{
    ADV, BACK, BE, COORD, DET, HAVE, KIND, MODAL, PAST, PREP, PRON, SAY, SUB,
};
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
        if part == Part::Noun && s.verb(left.clone()).is_none() && !self.copula(cue.from) {
            end = self.end_at_verb(end);
        }
        // "Famine, as a result of the blockade, killed thousands"
        if part == Part::Noun
            && s.mark(cue.from - 1, ",")
            && let Some(comma) = (from + 1..end).rev().find(|&at| s.mark(at, ","))
            && (s.has(comma + 1, PAST) || s.finite(comma + 1) || s.word(comma + 1).ends_with("ed"))
        {
            end = comma;
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

    /// `Because X, Y`, in a clause that starts at `start`; `Because X` alone is the cause of what was said before.
    fn because_first(&self, part: Part, start: usize) -> Sides {
        let s = self.sentence;
        let cue = self.cue();

        if let Some(sides) = self.thanks_to_this(part, start) {
            return Some(sides);
        }
        let high = self.high_of_initial();
        // "Since A and because B, C": what both caused comes behind B.
        if let Some(next) = self.cues.get(self.index + 1)
            && next.from > cue.to + 1
            && s.has(next.from - 1, COORD)
            && matches!(
                next.shape,
                Shape::Because | Shape::BecauseOf | Shape::Since | Shape::As
            )
            && let Some(comma) = s.main_clause(next.to, s.end, part)
            && s.mark(comma, ",")
        {
            let end = s.clause_end(comma + 1, s.end, Part::Clause);
            return Some((
                Side::Here(cue.to..next.from - 1),
                Side::Here(comma + 1..end),
            ));
        }
        match s.main_clause(cue.to, high, part) {
            Some(comma) => {
                let end = s.clause_end(comma + 1, high, Part::Clause);
                Some((
                    Side::Here(cue.to..comma + usize::from(!s.mark(comma, ","))),
                    Side::Here(comma + 1..end),
                ))
            }
            None => {
                let end = s.clause_end(cue.to, self.high(cue.to), part);
                // "In response to U-boats Wilson declared war": where the effect begins is not to be told.
                let verb = s.verb(cue.to + 2..end).filter(|_| part == Part::Noun);
                let relative = |verb: usize| (cue.to + 1..verb).any(|at| s.has(at, SUB | BACK));
                let whole = verb.is_none_or(relative);
                whole.then(|| (Side::Here(cue.to..end), self.before(start)))
            }
        }
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

    /// "Thanks to this he could check it": the cause is what was said before.
    fn thanks_to_this(&self, part: Part, start: usize) -> Sides {
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
    fn because_of_this(&self, part: Part, low: usize) -> Sides {
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
    fn did_this(&self, clause: &Range<usize>) -> Option<usize> {
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
    fn happened(&self, clause: &Range<usize>) -> Option<usize> {
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

    pub(super) fn is_because(&self, found: &Found) -> bool {
        self.cues[..self.index].last().is_some_and(|cue| {
            cue.from == found.cue.start && matches!(cue.shape, Shape::Because | Shape::BecauseOf)
        })
    }

    /// Whether "was (largely)" stands right before `at`.
    pub(super) fn copula(&self, at: usize) -> bool {
        let s = self.sentence;
        s.verb_group(s.start, at) < at
    }

    pub(super) fn left_of_because(&self, low: usize) -> (usize, Range<usize>) {
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

    /// How far "Because X, Y" goes: over the cues of its own clauses.
    pub(super) fn high_of_initial(&self) -> usize {
        let s = self.sentence;
        self.cues[self.index + 1..]
            .iter()
            .find(|cue| {
                matches!(
                    cue.shape,
                    Shape::Arrow
                        | Shape::ArrowBack
                        | Shape::So
                        | Shape::Because
                        | Shape::Forward(Form::Ing)
                )
            })
            .map_or(s.end, |cue| cue.from)
    }

    /// Whether the cue ends a clause before a comma: "He stood down as a result, his son took over".
    fn closes(&self, low: usize) -> bool {
        let s = self.sentence;
        let cue = self.cue();
        cue.to > cue.from + 1
            && s.mark(cue.to, ",")
            && !s.has(cue.from - 1, BE | MODAL | HAVE | SUB)
            && {
                let own = s.clause_start(low, cue.from, Part::Clause);
                s.verb(own..cue.from).is_some()
            }
    }

    /// "The mill cuts wages, the weavers strike in response": the comma between two clauses that end at `end`.
    fn comma_between(&self, start: usize, end: usize) -> Option<usize> {
        let s = self.sentence;
        let comma = (start + 1..end.saturating_sub(1))
            .rev()
            .find(|&at| s.mark(at, ","))?;
        // "…, which the king gave in response", "when they lost, …": one clause hangs on the other.
        let hangs = s.has(start, SUB | PREP) || s.has(comma + 1, SUB | BACK | PREP | COORD | ADV);
        let both = !hangs && s.verb(start..comma).is_some() && s.verb(comma + 2..end).is_some();
        both.then_some(comma)
    }

    /// `X, so Y`; `X. Therefore Y`; `X. The king therefore fled`; `X. Y as a result.`
    pub(super) fn so(&self) -> Sides {
        let s = self.sentence;
        let cue = self.cue();

        let low = self.cues[..self.index]
            .iter()
            .rev()
            .find(|cue| {
                matches!(
                    cue.shape,
                    Shape::Arrow | Shape::ArrowBack | Shape::So | Shape::Therefore
                )
            })
            .map_or(s.start, |cue| cue.to);
        let high = self.high(cue.to);
        let mut end = cue.from;
        while end > low && (s.has(end - 1, COORD) || s.has(end - 1, ADV)) && !s.wall(end - 1) {
            end -= 1;
        }
        // "∴" parts as an arrow does.
        let sign = s.tokens[cue.from].kind == Kind::Punct;
        let parted = sign || end < cue.from || end == low || s.tokens[end - 1].kind == Kind::Punct;
        let start = s.clause_start(low, end, Part::Clause);
        let right = cue.to..s.clause_end(cue.to, high, Part::Clause);
        let ends = cue.to >= s.end || s.wall(cue.to) || s.mark(cue.to, ")") || s.mark(cue.to, ".");
        if s.hollow(&right) && !ends {
            // "…, therefore it was now or never": nothing that a card could ask for.
            return None;
        }
        if ends || !parted && self.closes(low) {
            // "… as a result.": this clause is the effect.
            let own = s.clause_start(low, cue.from, Part::Clause);
            if let Some(comma) = self.comma_between(own, cue.from) {
                return Some((Side::Here(own..comma), Side::Here(comma + 1..cue.from)));
            }
            return Some((self.before(own), Side::Here(own..cue.from)));
        }
        if !parted
            && cue.shape == Shape::Therefore
            && s.verb(start..cue.from).is_none()
            && s.verb(right.start..(right.start + 2).min(right.end))
                .is_some()
        {
            return Some((self.before(start), Side::Here(start..right.end)));
        }
        if !parted
            && cue.shape == Shape::Therefore
            && s.verb(start..cue.from).is_some()
            && s.has(cue.from - 1, BE | MODAL | HAVE)
        {
            // "was therefore banned", "he lost and was therefore banned"
            let verb = s.verb_group(start, cue.from);
            if verb > start + 1 && s.has(verb - 1, COORD) {
                return Some((Side::Here(start..verb - 1), Side::Here(verb..right.end)));
            }
            return Some((self.before(start), Side::Here(start..right.end)));
        }
        // "The guild was, as a result, banned"
        let last = end.checked_sub(2).filter(|&at| s.mark(at + 1, ","));
        if last.is_some_and(|at| at > start && s.has(at, BE | MODAL | HAVE)) && s.mark(cue.to, ",")
        {
            return Some((self.before(start), Side::Here(start..right.end)));
        }
        Some((self.before_from(low, end), Side::Here(right)))
    }
}
