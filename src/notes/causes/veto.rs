//! When the words of a cue say something else: negation, condition, comparison, role, time, purpose.

mod arrows;
mod conjunctions;
mod verbs;

use super::clause::Sentence;
use super::cues::{Cue, Form, Shape};
use super::words::{ADV, BACK, BE, COORD, DET, KIND, POSS, PREP, PRON, SAY, SUB, TIME};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;
use arrows::arrow;
pub(super) use arrows::is_code;
use conjunctions::{as_clause, since, so, so_that, therefore};
use verbs::{force, meant, noun, scheduled, verb};

/// The cue as it stands in this sentence, or `None` if it does not state a cause here.
#[expect(
    clippy::too_many_lines,
    reason = "one decision table, read from top to bottom"
)]
pub(super) fn keep(s: &Sentence<'_>, cue: Cue) -> Option<Cue> {
    let keep = match cue.shape {
        Shape::Arrow | Shape::ArrowBack => arrow(s, &cue),
        Shape::Forward(form) => verb(s, &cue, form) && !scheduled(s, &cue) && !departs(s, &cue),
        Shape::Force(form) => force(s, &cue) && verb(s, &Cue { bare: false, ..cue }, form),
        Shape::Meant => meant(s, &cue),
        Shape::Passive if s.is(cue.to - 1, "in") && s.any(cue.from, words!("lie lies lay")) => {
            origins(s, cue.from)
        }
        Shape::Passive => verb(s, &Cue { bare: false, ..cue }, Form::Past),
        Shape::Backward(form) => verb(s, &cue, form),
        Shape::Because => {
            let just = before(s, cue.from);
            let not_just = s.is(just, "just") && s.is(before(s, just), "not");
            !negated_before(s, cue.from) && !not_just
        }
        Shape::BecauseShort => {
            s.has(cue.to, PRON | DET | POSS | BACK) && !negated_before(s, cue.from)
        }
        Shape::BecauseOf => {
            !negated_before(s, cue.from)
                && !scheduled(s, &cue)
                && (!s.is(cue.from, "down") || is_down_to(s, &cue))
                && !s.any(before(s, cue.from), words!("many give gave say said"))
        }
        Shape::As => as_clause(s, &cue),
        Shape::Since => since(s, &cue),
        Shape::So | Shape::SoThat => so(s, &cue),
        Shape::Therefore => therefore(s, &cue),
        Shape::Why => !(s.is(cue.from, "that") && cue.from > s.start && s.has(cue.from - 1, SAY)),
        Shape::Reason => !s.is(before(s, cue.from), "no") && !s.any(cue.to, words!("to with")),
        Shape::Result => !s.is(before(s, cue.from), "no"),
        Shape::Blame => {
            !negated_before(s, cue.from)
                && (s.is(cue.from, "responsible") || s.is(before(s, cue.from), "to"))
                && s.has(verb_before(s, cue.from), BE)
        }
    };
    if !keep {
        return None;
    }
    // "cause" and "causes" that are no verbs are nouns.
    Some(match cue.shape {
        Shape::So => match so_that(s, &cue) {
            Some(that) => Cue {
                to: that + 1,
                shape: Shape::SoThat,
                ..cue
            },
            None => cue,
        },
        Shape::Forward(Form::Base)
            if s.is(cue.from, "cause")
                && s.any(cue.to, words!("he she it they we i there you"))
                && cue.from > s.start =>
        {
            Cue {
                shape: Shape::BecauseShort,
                ..cue
            }
        }
        Shape::Forward(Form::Third | Form::Base)
            if cue.bare && is_cause(s, &cue) && noun(s, &cue) =>
        {
            if s.any(cue.to, words!("of for behind")) {
                Cue {
                    shape: Shape::Reason,
                    ..cue
                }
            } else {
                return None;
            }
        }
        _ => cue,
    })
}

/// "was down to program trading", not "was down to 196 seats".
fn is_down_to(s: &Sentence<'_>, cue: &Cue) -> bool {
    let number = s
        .tokens
        .get(cue.to)
        .is_none_or(|next| next.kind != Kind::Word)
        || s.any(
            cue.to,
            words!("one two three four five six seven eight nine ten"),
        )
        || s.any(cue.to + 1, words!("few handful half third quarter single"));
    s.has(verb_before(s, cue.from), BE) && !number
}

/// "They set off at dawn": nobody caused anything.
fn departs(s: &Sentence<'_>, cue: &Cue) -> bool {
    s.any(cue.from, words!("set setting"))
        && s.tokens.get(cue.to).is_none_or(|next| {
            next.kind != Kind::Word || s.has(cue.to, PREP | ADV | TIME | SUB | COORD)
        })
}

/// Whether what "lies in" something is the origins of a thing.
fn origins(s: &Sentence<'_>, at: usize) -> bool {
    (s.start..at).any(|at| {
        s.any(
            at,
            words!("origins origin roots root causes cause reasons reason"),
        )
    })
}

/// The token before `at`; past the end if there is none.
fn before(s: &Sentence<'_>, at: usize) -> usize {
    if at > s.start { at - 1 } else { usize::MAX }
}

fn verb_before(s: &Sentence<'_>, at: usize) -> usize {
    let mut i = before(s, at);
    while i != usize::MAX && (s.has(i, ADV | KIND) || s.is(i, "to") || s.is(i, "partly")) {
        i = before(s, i);
    }
    i
}

fn is_cause(s: &Sentence<'_>, cue: &Cue) -> bool {
    s.any(cue.from, words!("cause causes"))
}

/// `not because of X`: what follows is denied.
fn negated_before(s: &Sentence<'_>, at: usize) -> bool {
    let i = before(s, at);
    s.any(i, words!("not never isn't wasn't"))
        || (s.any(i, words!("simply just only merely solely"))
            && s.any(before(s, i), words!("not"))
            && !s.is(i, "only"))
}
