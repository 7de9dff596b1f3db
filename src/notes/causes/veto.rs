//! When the words of a cue say something else: negation, condition, comparison, role, time, purpose.

mod arrows;
mod conjunctions;
mod force;
mod meant;
mod routes;
mod senses;
mod so;
mod verbs;

use super::cues::{self, Cue, Form, Shape};
use super::inline;
use super::sentence::Sentence;
use super::words::{ADV, BACK, BE, DET, HAVE, KIND, MODAL, NEG, POSS, PRON, SAY, SUB};
use crate::notes::lex::Kind;
use crate::notes::people::word_is;
use crate::notes::word_key::words;
use arrows::arrow;
pub(super) use arrows::is_code;
use conjunctions::{as_clause, since};
use force::force;
use meant::meant;
use senses::{
    came_from_doing, departs, is_aimed_at, is_era, is_of_another_sense, is_of_writer, origins,
};
use so::{so, so_that, therefore};
use verbs::{noun, scheduled, verb};

/// The cue as it stands in this sentence, or `None` if it does not state a cause here.
#[expect(
    clippy::too_many_lines,
    reason = "one decision table, read from top to bottom"
)]
pub(super) fn keep(s: &Sentence<'_>, cue: Cue) -> Option<Cue> {
    let keep = match cue.shape {
        Shape::Because | Shape::BecauseShort | Shape::As | Shape::Since | Shape::So
            if is_of_writer(s, cue.to) =>
        {
            false
        }
        Shape::Arrow | Shape::ArrowBack => arrow(s, &cue),
        Shape::Forward(form) if s.any(cue.from, words!("played plays")) => {
            verb(s, &cue, form) && !is_agent(s, cue.from)
        }
        // "force feeding": what was done to prisoners.
        Shape::Forward(Form::Base)
            if s.is(cue.from, "force") && s.any(cue.to, words!("feeding fed feed")) =>
        {
            false
        }
        // "schemes that aim at bringing about change"
        Shape::Forward(Form::Ing) if is_aimed_at(s, cue.from) => false,
        Shape::Forward(form) => verb(s, &cue, form) && !scheduled(s, &cue) && !departs(s, &cue),
        Shape::Force(form) => force(s, &cue) && verb(s, &Cue { bare: false, ..cue }, form),
        Shape::Meant => meant(s, &cue),
        Shape::Passive if s.is(cue.to - 1, "in") && s.any(cue.from, words!("lie lies lay")) => {
            origins(s, cue.from)
        }
        Shape::Passive => verb(s, &Cue { bare: false, ..cue }, Form::Past),
        Shape::Backward(_) if s.is(cue.from, "came") && !came_from_doing(s, &cue) => false,
        Shape::Backward(form) => verb(s, &cue, form),
        Shape::Because if s.is(cue.from, "bc") && is_era(s, &cue) => false,
        // "It's funny because they were friends": a remark.
        Shape::Because if s.any(before(s, cue.from), words!("funny ironic weird")) => false,
        Shape::Because => {
            let just = before(s, cue.from);
            let not_just = s.is(just, "just") && s.is(before(s, just), "not");
            !negated_before(s, cue.from) && !not_just
        }
        Shape::BecauseShort => {
            let plain = s.any(cue.from, words!("cuz coz"));
            (plain || s.has(cue.to, PRON | DET | POSS | BACK)) && !negated_before(s, cue.from)
        }
        Shape::BecauseOf => {
            !negated_before(s, cue.from) && !scheduled(s, &cue) && !is_of_another_sense(s, &cue)
        }
        Shape::As => as_clause(s, &cue),
        Shape::Since => since(s, &cue),
        Shape::So | Shape::SoThat => so(s, &cue),
        Shape::Therefore => therefore(s, &cue),
        Shape::Why => {
            !(s.any(cue.from, words!("that this"))
                && cue.from > s.start
                && s.has(cue.from - 1, SAY))
        }
        // "was a factor in causing the war"
        Shape::Reason if s.any(cue.from, words!("factor factors")) => {
            let causing = s.word(cue.to).ends_with("ing") && cues::at(s, cue.to, s.end).is_some();
            !s.is(before(s, cue.from), "no") && !causing
        }
        Shape::Reason if s.any(cue.from, words!("root roots")) => s.is(cue.to, "of"),
        Shape::Reason => !s.is(before(s, cue.from), "no") && !s.any(cue.to, words!("to with")),
        Shape::Result => !s.is(before(s, cue.from), "no"),
        Shape::Response => response(s, &cue),
        Shape::Respond => {
            inline::means(s, cue.to).is_some()
                && verb(s, &Cue { bare: false, ..cue }, Form::Past)
                && !s.has(verb_before(s, cue.from), BE)
        }
        Shape::Blame => {
            // "responsible for their own fates"
            let own = s.has(cue.to, POSS) && s.is(cue.to + 1, "own");
            !own && !negated_before(s, cue.from)
                && !is_agent(s, verb_before(s, cue.from))
                && (s.is(cue.from, "responsible") || s.is(before(s, cue.from), "to"))
                && s.has(verb_before(s, cue.from), BE)
        }
    };
    if !keep {
        return None;
    }
    // "cause" and "causes" that are no verbs are nouns.
    Some(match cue.shape {
        // "The plan was a response to hunger."
        Shape::Response if s.has(verb_before(s, article(s, cue.from)), BE) => Cue {
            from: article(s, cue.from),
            shape: Shape::BecauseOf,
            ..cue
        },
        // "That's the main reason why he lost"
        Shape::Why if s.any(cue.to, words!("why for that")) => Cue {
            to: cue.to + 1,
            ..cue
        },
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
                && cue.from > s.start
                && !s.has(cue.from - 1, DET | POSS | KIND) =>
        {
            Cue {
                shape: Shape::BecauseShort,
                ..cue
            }
        }
        Shape::Forward(Form::Third | Form::Base)
            if cue.bare && is_cause(s, &cue) && noun(s, &cue) =>
        {
            let starts = s.is(cue.to, "that") && s.any(cue.to + 1, words!("started began lit"));
            if starts || s.any(cue.to, words!("of for behind")) {
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

/// Whether someone is all that stands before the verb at `at`: "He was responsible for the fleet" tells of a duty or of blame,
/// and "he" is no cause that could be asked for.
fn is_agent(s: &Sentence<'_>, at: usize) -> bool {
    let mut group = at;
    while group > s.start && group != usize::MAX && s.has(group - 1, BE | ADV | HAVE | MODAL) {
        group -= 1;
    }
    let last = before(s, group);
    if last == usize::MAX || s.any(last, words!("he she they who i we")) {
        return true;
    }
    let mut buffer = String::new();
    let is = word_is(s.word(last), &mut buffer);
    s.tokens[last].capital && (is.name || is.group)
}

/// The "a" of "a direct response"; `at` where there is none.
fn article(s: &Sentence<'_>, at: usize) -> usize {
    let mut head = at;
    while head > s.start && s.has(head - 1, KIND) {
        head -= 1;
    }
    // "the people's response", and without its apostrophe
    if head > s.start + 1 && s.word(head - 1).ends_with('s') && s.is(head - 2, "the") {
        head -= 1;
    }
    if s.any(before(s, head), words!("a an the")) {
        head - 1
    } else {
        at
    }
}

/// "Response to the tax" as all that a line says: nothing before it, and no verb of its own.
fn response(s: &Sentence<'_>, cue: &Cue) -> bool {
    let opens = (s.start..cue.from).all(|at| {
        s.has(at, KIND | ADV) || s.any(at, words!("a an")) || s.tokens[at].kind == Kind::Punct
    });
    let article = article(s, cue.from);
    if article < cue.from && s.has(verb_before(s, article), BE) {
        return !negated_before(s, article);
    }
    if s.is(cue.to - 1, "to") && inline::answer_was(s, cue.to).is_some() {
        return !negated_before(s, cue.from);
    }
    // "Response to the strike, it was to show …"
    let comma =
        (cue.to..s.end).find(|&at| s.mark(at, ",") && s.any(at + 1, words!("it this which they")));
    let verb = s.verb(cue.to..comma.unwrap_or(s.end));
    let relative = |verb: usize| (cue.to..verb).any(|at| s.has(at, SUB) || s.is(at, "that"));
    let named = inline::named_before(s, cue.from).is_some();
    (opens || named)
        && cue.to < s.end
        && verb.is_none_or(relative)
        && !(cue.to..s.end).any(|at| s.mark(at, ":"))
        && (!named || s.is(cue.to - 1, "to"))
}

/// The token before `at`; past the end if there is none.
fn before(s: &Sentence<'_>, at: usize) -> usize {
    match at {
        usize::MAX => at,
        at if at > s.start => at - 1,
        _ => usize::MAX,
    }
}

fn verb_before(s: &Sentence<'_>, at: usize) -> usize {
    let mut i = before(s, at);
    while i != usize::MAX && (s.has(i, ADV | KIND) || s.is(i, "to") || s.is(i, "partly")) {
        i = before(s, i);
    }
    i
}

fn is_cause(s: &Sentence<'_>, cue: &Cue) -> bool {
    s.any(
        cue.from,
        words!("cause causes trigger triggers spark sparks"),
    )
}

/// `not because of X`: what follows is denied.
fn negated_before(s: &Sentence<'_>, at: usize) -> bool {
    let i = before(s, at);
    s.any(i, words!("not never"))
        || s.has(i, NEG) && s.has(i, BE)
        || (s.any(i, words!("simply just only merely solely"))
            && s.any(before(s, i), words!("not"))
            && !s.is(i, "only"))
}
