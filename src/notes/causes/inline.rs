//! Causes that one sentence states: arrows and connectives, with the clauses on their two sides.

mod answers;
mod arrows;
mod backward;
mod because;
mod nouns;
mod so;
mod verbs;

mod reach;
mod settle;

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
}
