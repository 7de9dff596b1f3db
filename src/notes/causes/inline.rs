//! Causes that one sentence states: arrows and connectives, with the clauses on their two sides.

mod answers;
mod arrows;
mod conjunctions;
mod nouns;
mod verbs;

use crate::notes::word_key::words;
use std::ops::Range;

use smallvec::SmallVec;

pub(super) use answers::{answer_was, means, named_before};
pub(super) use nouns::is_thing;
pub(super) use verbs::points_at_what;

use super::clause::Part;
use super::cues;
use super::cues::{Cue, Form, Shape};
use super::sentence::Sentence;
use super::veto;
use super::words::{ADV, BACK, COORD, DET, KIND, PREP};
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
    /// How the two are tied.
    pub(super) shape: Shape,
}

impl Found {
    /// Whether a heading will do for what was said before: "Led to war" under it, but not "So he fled".
    pub(super) fn of_heading(&self) -> bool {
        !matches!(self.shape, Shape::So | Shape::Therefore | Shape::Why)
    }
}

/// The cues of a sentence.
pub(super) type Cues = SmallVec<[Cue; 4]>;

/// Every link that `sentence`, with these [cues](find), states, in order of their cues.
pub(super) fn links(sentence: &Sentence<'_>, cues: &[Cue]) -> SmallVec<[Found; 2]> {
    let mut found: SmallVec<[Found; 2]> = SmallVec::new();
    for index in 0..cues.len() {
        let finder = Finder {
            sentence,
            cues,
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
            shape: cue.shape,
        });
    }
    found
}

/// Whether a sentence says of itself that it is untrue: "Myth: the comet caused the plague".
fn is_myth(s: &Sentence<'_>) -> bool {
    s.mark(s.start + 1, ":") && s.any(s.start, words!("myth wrong false untrue"))
}

/// The cues of a sentence that pass every veto.
pub(super) fn find(sentence: &Sentence<'_>) -> Cues {
    let mut found: Cues = SmallVec::new();
    // "Myth: the comet caused it"
    if is_myth(sentence) {
        return found;
    }
    let asks = || {
        let mut last = (sentence.start..sentence.end).rev().take(2);
        last.any(|at| sentence.mark(at, "?"))
    };
    // Asked for the first arrow alone: it is the same for all of them.
    let mut code = None;
    let mut in_code = |cue: &Cue| {
        matches!(cue.shape, Shape::Arrow | Shape::ArrowBack)
            && *code.get_or_insert_with(|| veto::is_code(sentence))
    };
    let mut at = sentence.start;
    while let Some(from) = cues::next(sentence, at) {
        at = from;
        let cue = cues::at(sentence, at, sentence.end).filter(|cue| !in_code(cue));
        if let Some(cue) = cue.and_then(|cue| veto::keep(sentence, cue)) {
            // "They lost -> because it rained": the arrow is a dash.
            let because = matches!(
                cue.shape,
                Shape::Because | Shape::BecauseShort | Shape::BecauseOf
            );
            // "They sailed, thus sparking trade": one cue.
            let going_on = matches!(cue.shape, Shape::Forward(Form::Ing));
            // "→ news of it set it off": the arrow is a dash here too.
            let of_it = || matches!(cue.shape, Shape::Forward(_)) && takes_it(sentence, &cue);
            let pointed = |last: &Cue| {
                last.to == cue.from
                    && (because && last.shape == Shape::Arrow
                        || going_on && last.shape == Shape::Therefore)
                    || last.shape == Shape::Arrow && last.from <= sentence.start && of_it()
            };
            if found.last().is_some_and(pointed) {
                found.pop();
            }
            // "They fled -> therefore the town fell" says it twice.
            let says_again = |last: &&mut Cue| {
                let so = matches!(cue.shape, Shape::Therefore | Shape::So);
                so && last.to == cue.from && last.shape == Shape::Arrow
            };
            if let Some(arrow) = found.last_mut().filter(says_again) {
                arrow.to = cue.to;
            } else if matches!(cue.shape, Shape::Arrow | Shape::ArrowBack) || !asks() {
                found.push(cue);
            }
            at = cue.to.max(at + 1);
        } else {
            at += 1;
        }
    }
    found
}

/// Whether the object of a verb is "it" and nothing more: "A spark set it off", "Debt caused it".
fn takes_it(s: &Sentence<'_>, cue: &Cue) -> bool {
    let ends = |at: usize| {
        let next = s.tokens.get(at);
        next.is_none_or(|next| next.kind == Kind::Punct)
    };
    cue.bare && s.is(cue.to, "it") && ends(cue.to + 1)
        || s.any(cue.from, words!("set setting")) && s.is(cue.from + 1, "it") && ends(cue.to)
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
            Shape::Response => self.response(),
            Shape::Respond => self.respond(),
        }
    }

    /// Trims a side; `None` if nothing is left of it.
    fn settle(&self, side: Side) -> Option<Side> {
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
    fn before(&self, at: usize) -> Side {
        let start = self.sentence.start;
        let low = self.cues[..self.index]
            .iter()
            .rev()
            .find(|cue| cue.to <= at && !self.reaches_over(cue) && !self.is_aside(cue, at))
            .map_or(start, |cue| cue.to);
        self.before_from(low, at)
    }

    /// As [`Self::before`], not going back over `low`.
    fn before_from(&self, low: usize, at: usize) -> Side {
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
    fn after(&self) -> Side {
        let from = self.cue().to;
        Side::Here(
            from..self
                .sentence
                .clause_end(from, self.high(from), Part::Clause),
        )
    }
}
