//! Causes that one sentence states: arrows and connectives, with the clauses on their two sides.

use std::ops::Range;

use super::clause::{Part, Sentence};
use super::cues::{self, Cue, Form, Shape};
use super::veto;
use super::words::{ADV, BACK, BE, COORD, KIND, PREP};
use crate::notes::CauseKind;
use crate::notes::lex::Kind;

/// One side of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Side {
    /// These tokens of the block.
    Here(Range<usize>),
    /// What was said before this sentence.
    Before,
}

/// A link that a sentence states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) cause: Side,
    pub(super) effect: Side,
    /// The tokens that say so.
    pub(super) cue: Range<usize>,
    pub(super) kind: CauseKind,
    /// Whether a heading will do for what was said before: "Led to war" under it, but not "So he fled".
    pub(super) of_heading: bool,
}

/// Every link that `sentence` states, in order of their cues.
pub(super) fn links(sentence: &Sentence<'_>) -> Vec<Found> {
    let cues = find(sentence);
    let mut found: Vec<Found> = Vec::with_capacity(cues.len());
    for index in 0..cues.len() {
        let finder = Finder {
            sentence,
            cues: &cues,
            index,
        };
        let Some((cause, effect)) = finder.sides(&found) else {
            continue;
        };
        let (Some(cause), Some(effect)) = (finder.settle(cause), finder.settle(effect)) else {
            continue;
        };
        if cause == effect {
            continue;
        }
        let cue = &cues[index];
        let kind = match cue.shape {
            Shape::Arrow | Shape::ArrowBack => CauseKind::Arrow,
            _ => CauseKind::Connective,
        };
        found.push(Found {
            cause,
            effect,
            cue: cue.from..cue.to,
            kind,
            of_heading: !matches!(cue.shape, Shape::So | Shape::Therefore | Shape::Why),
        });
    }
    found
}

/// The cues of a sentence that pass every veto.
pub(super) fn find(sentence: &Sentence<'_>) -> Vec<Cue> {
    let mut found = Vec::new();
    let question = (sentence.start..sentence.end)
        .rev()
        .take(2)
        .any(|at| sentence.mark(at, "?"));
    let mut at = sentence.start;
    while at < sentence.end {
        let cue = cues::at(
            sentence.text,
            sentence.tokens,
            sentence.flags,
            at,
            sentence.end,
        );
        if let Some(cue) = cue.and_then(|cue| veto::keep(sentence, cue)) {
            if !question || matches!(cue.shape, Shape::Arrow | Shape::ArrowBack) {
                found.push(cue);
            }
            at = cue.to.max(at + 1);
        } else {
            at += 1;
        }
    }
    found
}

/// Looks for the two sides of one cue.
struct Finder<'s, 'd> {
    sentence: &'s Sentence<'d>,
    cues: &'s [Cue],
    index: usize,
}

type Sides = Option<(Side, Side)>;

impl Finder<'_, '_> {
    fn cue(&self) -> &Cue {
        &self.cues[self.index]
    }

    /// (cause, effect)
    fn sides(&self, found: &[Found]) -> Sides {
        let cue = self.cue();
        match cue.shape {
            Shape::Arrow => self.arrow(false),
            Shape::ArrowBack => self.arrow(true),
            Shape::Forward(form) | Shape::Force(form) => self.forward(form, found),
            Shape::Meant | Shape::Blame => self.forward(Form::Past, found),
            Shape::Passive => self.backward(true),
            Shape::Backward(form) => self.backward(form == Form::Ing),
            Shape::Because | Shape::BecauseShort | Shape::As | Shape::Since => {
                self.because(Part::Clause, found)
            }
            Shape::BecauseOf => self.because(Part::Noun, found),
            Shape::SoThat => {
                let start =
                    self.sentence
                        .clause_start(self.low(Part::Clause), cue.from, Part::Clause);
                Some((Side::Here(start..cue.to - 1), self.after()))
            }
            Shape::So | Shape::Therefore => self.so(),
            Shape::Why => Some((self.before(cue.from), self.after())),
            Shape::Reason => self.noun(true),
            Shape::Result => self.noun(false),
        }
    }

    /// Trims a side; `None` if nothing is left of it.
    fn settle(&self, side: Side) -> Option<Side> {
        let Side::Here(range) = side else {
            return Some(side);
        };
        let trimmed = self.sentence.trim(range.clone());
        if self.sentence.points_back(&trimmed) {
            let back = (range.start..range.end)
                .any(|at| self.sentence.has(at, BACK) || self.sentence.any(at, "he she"));
            return (back && range.start <= self.sentence.start + 2).then_some(Side::Before);
        }
        (!self.sentence.is_date(&trimmed)).then_some(Side::Here(trimmed))
    }

    /// Arrows part a sentence into pieces from arrow to arrow.
    fn arrow(&self, back: bool) -> Sides {
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
            self.chain_start(left)?
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

    /// From the last cell bar or bullet before `at`.
    fn stretch_left(&self, low: usize, at: usize) -> Range<usize> {
        let s = self.sentence;
        let start = (low..at)
            .rev()
            .find(|&i| s.mark(i, "|") || s.mark(i, "•") || s.mark(i, ";"))
            .map_or(low, |i| i + 1);
        // A bracket that opens before the arrow and closes after it holds the whole link.
        let mut depth = 0_i32;
        for i in (start..at).rev() {
            if s.mark(i, ")") {
                depth += 1;
            } else if s.mark(i, "(") {
                depth -= 1;
                if depth < 0 {
                    return i + 1..at;
                }
            }
        }
        start..at
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
            } else if s.mark(i, "|") || s.mark(i, "•") || s.mark(i, ";") {
                return i;
            }
        }
        high
    }

    /// `Land: farmers lose` → `farmers lose`; `1954 - Brown` is left to [`Sentence::trim`].
    fn without_label(&self, range: Range<usize>) -> Range<usize> {
        let s = self.sentence;
        let colon = range
            .clone()
            .find(|&at| s.mark(at, ":") && s.tokens.get(at + 1).is_some_and(|next| next.spaced));
        match colon {
            Some(at) if at + 1 < range.end && at - range.start <= 6 => at + 1..range.end,
            _ => range,
        }
    }

    /// The nearest earlier cue that the clause before this one cannot reach over.
    fn low(&self, part: Part) -> usize {
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
            _ => true,
        };
        self.cues[..self.index]
            .iter()
            .rev()
            .find(blocks)
            .map_or(s.start, |cue| cue.to)
    }

    /// The nearest later cue that ends the clause after this one, which began at `from`.
    fn high(&self, from: usize) -> usize {
        let s = self.sentence;
        for cue in &self.cues[self.index + 1..] {
            let part_of_clause = match cue.shape {
                // "so high prices led to riots": the effect is a clause with a verb of its own.
                Shape::Forward(Form::Past | Form::Third | Form::Base)
                | Shape::Force(_)
                | Shape::Passive
                | Shape::Meant
                | Shape::Backward(_)
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
    fn before(&self, at: usize) -> Side {
        let start = self.sentence.start;
        let low = self.cues[..self.index]
            .iter()
            .rev()
            .find(|cue| cue.to <= at)
            .map_or(start, |cue| cue.to);
        self.before_from(low, at)
    }

    /// As [`Self::before`], not going back over `low`.
    fn before_from(&self, low: usize, at: usize) -> Side {
        let s = self.sentence;
        let mut end = at;
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
        if s.hollow(&(start..end)) || s.is_date(&(start..end)) {
            Side::Before
        } else {
            Side::Here(start..end)
        }
    }

    /// The clause after the cue.
    fn after(&self) -> Side {
        let from = self.cue().to;
        Side::Here(
            from..self
                .sentence
                .clause_end(from, self.high(from), Part::Clause),
        )
    }

    /// `X led to Y`, `X, leading to Y`, `X, which led to Y`, `This led to Y`.
    fn forward(&self, form: Form, found: &[Found]) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        let from = cue.to;
        let part = if cue.shape == Shape::Meant {
            Part::Clause
        } else {
            Part::Noun
        };
        let object = Side::Here(from..s.clause_end(from, self.high(from), part));
        let low = self.low(Part::Noun);
        let group = s.verb_group(low, cue.from);
        if form == Form::Ing {
            return Some(self.participle(low, group, from, object));
        }
        let start = s.clause_start(low, group, Part::Noun);
        let subject = start..group;
        // "…, and caused Y": the subject of the verb before.
        if group > low && s.has(group - 1, COORD) {
            if let Some(last) = found.last().filter(|last| {
                self.is_verb(last)
                    && last.cue.start >= s.clause_start(s.start, group - 1, Part::Clause)
                    && low > s.start
            }) {
                return Some((last.cause.clone(), object));
            }
            return Some((self.subject_before(low, group - 1), object));
        }
        if s.hollow(&subject)
            && subject
                .clone()
                .all(|at| s.has(at, COORD | ADV) || s.tokens[at].kind == Kind::Punct)
        {
            return Some((self.before(start), object));
        }
        let pointer = (start..group).rev().find(|&at| !s.has(at, ADV));
        if let Some(at) = pointer
            && self.only_pointer(start, at)
        {
            return Some((self.before(at), object));
        }
        // "resentment that led to war": the relative pronoun is no part of the cause.
        if let Some(at) = pointer.filter(|&at| s.any(at, "that which who") && at > start) {
            return Some(
                self.factor(start..at, from)
                    .unwrap_or_else(|| (Side::Here(start..at), object)),
            );
        }
        Some((Side::Here(subject), object))
    }

    /// `X fell, leading to Y`; `events leading to Y began`; `factors contributing to Y include X`.
    fn participle(&self, low: usize, group: usize, from: usize, object: Side) -> (Side, Side) {
        let s = self.sentence;
        let start = s.clause_start(low, group, Part::Noun);
        let parted = group == start || s.tokens[group - 1].kind == Kind::Punct;
        let Side::Here(effect) = &object else {
            return (self.before(group), object);
        };
        if parted || s.verb(start..group).is_some() {
            return (self.before(group), object);
        }
        let Some(verb) = s.verb(from + 1..effect.end) else {
            return (self.before(group), object);
        };
        match self.factor(start..group, from) {
            Some(sides) => sides,
            None => (
                Side::Here(start..group),
                Side::Here(from..s.verb_group(from, verb)),
            ),
        }
    }

    /// The subject of the clause before `at`; what it points to is the first subject of the sentence.
    fn subject_before(&self, low: usize, at: usize) -> Side {
        let s = self.sentence;
        for start in [s.clause_start(low, at, Part::Clause), s.start] {
            if let Some(verb) = s.verb(start..at) {
                let subject = s.trim(start..s.verb_group(start, verb));
                if !subject.is_empty() && !s.hollow(&subject) {
                    return Side::Here(subject);
                }
            }
        }
        self.before(at)
    }

    fn is_verb(&self, found: &Found) -> bool {
        self.cues[..self.index].iter().any(|cue| {
            cue.from == found.cue.start
                && matches!(
                    cue.shape,
                    Shape::Forward(_) | Shape::Force(_) | Shape::Meant
                )
        })
    }

    /// Whether "the result was …" goes on with a thing, not with "severe" or "announced".
    fn names(&self, value: &Range<usize>, linked: bool, close: bool) -> bool {
        let s = self.sentence;
        let first = value.start;
        let thing = s.has(first, super::words::DET | super::words::POSS)
            || s.tokens[first].capital
            || s.tokens[first].kind != Kind::Word
            || s.is(first - 1, "that")
            || s.verb(first + 1..value.end).is_some();
        let noun = value.len() > 1
            && !s.word(first).ends_with("ed")
            && !s.has(first, ADV)
            && !s.any(first, "very so more less too");
        thing && (linked || close) || linked && noun
    }

    /// Whether `at` is a pronoun that by itself is the subject: `This`, `, which`, `and it`.
    fn only_pointer(&self, start: usize, at: usize) -> bool {
        let s = self.sentence;
        let alone = (start..at).all(|i| {
            s.has(i, COORD | ADV | PREP) || s.tokens[i].kind == Kind::Punct || s.any(i, "all of")
        });
        (s.has(at, BACK) || s.any(at, "he she"))
            && (alone || (s.is(at, "which") && at > 0 && s.mark(at - 1, ",")))
    }

    /// "One factor that led to war was greed": the cause is what the factor was.
    fn factor(&self, head: Range<usize>, object: usize) -> Option<(Side, Side)> {
        let s = self.sentence;
        let generic = head.clone().any(|at| {
            s.any(
                at,
                "factor factors reason reasons cause causes event events thing things issue issues problem problems",
            )
        });
        let high = self.high(object);
        let is =
            (object..high).find(|&at| s.any(at, "was were is are include includes included"))?;
        generic.then(|| {
            (
                Side::Here(is + 1..s.clause_end(is + 1, high, Part::Noun)),
                Side::Here(object..is),
            )
        })
    }

    /// `Y was caused by X`, `Y resulted from X`; `reduced`: `Y caused by X`.
    fn backward(&self, participle: bool) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        let low = self.low(Part::Noun);
        let group = s.verb_group(low, cue.from);
        let passive = cue.shape == Shape::Passive;
        let reduced =
            (passive && !(group..cue.from).any(|at| s.has(at, BE))) || (participle && !passive);
        let start = s.clause_start(low, group, Part::Noun);
        let subject = start..group;
        let high = self.high(cue.to);
        let mut end = s.clause_end(cue.to, high, Part::Noun);
        if reduced {
            let main = s.verb(start..group);
            if main.is_none()
                && let Some(verb) = s.verb(cue.to..end)
            {
                end = s.verb_group(cue.to, verb);
            }
            if let Some(verb) = main {
                let mut noun = (verb + 1..group)
                    .rev()
                    .find(|&at| s.has(at, PREP) && !s.is(at, "of"))
                    .unwrap_or(verb)
                    + 1;
                noun += usize::from(s.has(noun, PREP));
                if noun < group && !s.mark(group - 1, ",") {
                    return Some((Side::Here(cue.to..end), Side::Here(noun..group)));
                }
            }
        }
        let cause = Side::Here(cue.to..end);
        let empty = subject
            .clone()
            .all(|at| s.has(at, COORD | ADV) || s.tokens[at].kind == Kind::Punct);
        if empty {
            return Some((cause, self.before(start)));
        }
        let pointer = (start..group).rev().find(|&at| !s.has(at, ADV));
        match pointer {
            Some(at) if self.only_pointer(start, at) => Some((cause, self.before(at))),
            Some(at) if s.any(at, "that which who") => Some((cause, Side::Here(start..at))),
            _ => Some((cause, Side::Here(subject))),
        }
    }

    /// `Y because X`, `Because X, Y`.
    fn because(&self, part: Part, found: &[Found]) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        let low = self.low(Part::Clause);
        // "because of A and because of B": one effect, two causes.
        if cue.from > low
            && s.has(cue.from - 1, COORD)
            && let Some(last) = found
                .last()
                .filter(|last| last.cue.end <= cue.from && self.is_because(last))
        {
            let cause = cue.to..s.clause_end(cue.to, self.high(cue.to), part);
            return Some((Side::Here(cause), last.effect.clone()));
        }
        let (start, left) = self.left_of_because(low);
        let initial = s.hollow(&left) && !left.clone().any(|at| s.has(at, BACK));
        if initial {
            let high = self.high_of_initial();
            return match s.main_clause(cue.to, high, part) {
                Some(comma) => {
                    let end = s.clause_end(comma + 1, high, Part::Clause);
                    Some((
                        Side::Here(cue.to..comma + usize::from(!s.mark(comma, ","))),
                        Side::Here(comma + 1..end),
                    ))
                }
                None => Some((
                    Side::Here(cue.to..s.clause_end(cue.to, self.high(cue.to), part)),
                    self.before(start),
                )),
            };
        }
        let mut end = s.clause_end(cue.to, self.high(cue.to), part);
        // "These armies, because of rain, did not march": the clause goes on after the cause.
        if s.mark(end, ",")
            && s.mark(cue.from - 1, ",")
            && s.verb(left.clone()).is_none()
            && s.verb(end + 1..(end + 3).min(s.end)).is_some()
        {
            let whole = s.clause_end(end + 1, self.high(end + 1), Part::Clause);
            return Some((Side::Here(cue.to..end), Side::Here(left.start..whole)));
        }
        // "A crash due to fog killed five": the verb of the whole sentence ends the cause.
        if part == Part::Noun
            && s.verb(left.clone()).is_none()
            && !self.copula(cue.from)
            && let Some(verb) = s.verb(cue.to..end).filter(|&verb| verb > cue.to + 1)
        {
            end = s.verb_group(cue.to, verb);
        }
        let cause = Side::Here(cue.to..end);
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

    fn is_because(&self, found: &Found) -> bool {
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
            && (s.wall(end - 1)
                || s.mark(end - 1, "(")
                || s.mark(end - 1, ":")
                || s.mark(end - 1, ","))
            && s.tokens[end - 1].kind == Kind::Punct
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
    fn high_of_initial(&self) -> usize {
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

    /// `X, so Y`; `X. Therefore Y`; `X. The king therefore fled`; `X. Y as a result.`
    fn so(&self) -> Sides {
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
        let parted = end < cue.from || end == low || s.tokens[end - 1].kind == Kind::Punct;
        let start = s.clause_start(low, end, Part::Clause);
        let right = cue.to..s.clause_end(cue.to, high, Part::Clause);
        let ends = cue.to >= s.end || s.wall(cue.to) || s.mark(cue.to, ")") || s.mark(cue.to, ".");
        if ends || s.hollow(&right) {
            // "… as a result.": this clause is the effect.
            let own = s.clause_start(low, cue.from, Part::Clause);
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
            && s.has(cue.from - 1, BE | super::words::MODAL | super::words::HAVE)
        {
            // "was therefore banned", "he lost and was therefore banned"
            let verb = s.verb_group(start, cue.from);
            if verb > start + 1 && s.has(verb - 1, COORD) {
                return Some((Side::Here(start..verb - 1), Side::Here(verb..right.end)));
            }
            return Some((self.before(start), Side::Here(start..right.end)));
        }
        Some((self.before_from(low, end), Side::Here(right)))
    }

    /// `The reason for Y was X`, `X was a cause of Y`; `The result of X was Y`, `Y was the result of X`.
    fn noun(&self, reason: bool) -> Sides {
        let s = self.sentence;
        let cue = self.cue();
        let mut head = cue.from;
        while head > s.start
            && (s.has(
                head - 1,
                super::words::DET | KIND | super::words::POSS | super::words::NEG,
            ) || s.is(head - 1, "of")
                || s.is(head - 1, "one"))
        {
            head -= 1;
        }
        if (head..cue.from).any(|at| s.any(at, "no not")) || head > s.start && s.is(head - 1, "as")
        {
            return None;
        }
        let linked = s.any(cue.to, "of for behind why that");
        let high = self.high(cue.to);
        let link = head
            .checked_sub(1)
            .filter(|&at| at > s.start && s.any(at, "was were is are became been be"));
        if let Some(at) = link {
            if !linked {
                return None;
            }
            let group = s.verb_group(s.start, at + 1).min(at);
            if (group..at).any(|i| s.has(i, super::words::NEG)) {
                return None;
            }
            let start = s.clause_start(self.low(Part::Noun), group, Part::Noun);
            let subject = start..group;
            if subject.clone().any(|at| s.is(at, "there")) {
                return None;
            }
            let pointer = subject.clone().rev().find(|&at| !s.has(at, ADV));
            let first = match pointer {
                Some(at) if self.only_pointer(start, at) => self.before(at),
                None => self.before(start),
                Some(_) => Side::Here(subject),
            };
            let second = Side::Here(
                cue.to + 1
                    ..s.clause_end(
                        cue.to + 1,
                        high,
                        if s.is(cue.to, "of") {
                            Part::Noun
                        } else {
                            Part::Clause
                        },
                    ),
            );
            return Some(if reason {
                (first, second)
            } else {
                (second, first)
            });
        }
        let from = if linked { cue.to + 1 } else { cue.to };
        let is = (from..high).find(|&at| s.any(at, "was were is are"))?;
        if s.is(is + 1, "not")
            || !(head == s.start || s.has(head, super::words::DET) || s.any(head, "one"))
        {
            return None;
        }
        let value = is + 1..s.clause_end(is + 1, s.end, Part::Clause);
        let value = if s.any(value.start, "that because due to") {
            value.start + 1 + usize::from(s.is(value.start, "due"))..value.end
        } else {
            value
        };
        if s.hollow(&value) || (!linked && reason) || !self.names(&value, linked, is == cue.to) {
            return None;
        }
        let of = if linked {
            Side::Here(from..is)
        } else {
            self.before(head)
        };
        Some(if reason {
            (Side::Here(value), of)
        } else {
            (of, Side::Here(value))
        })
    }
}
