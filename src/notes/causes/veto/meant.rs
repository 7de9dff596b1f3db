//! `X meant (that) Y`: not what a word means, or what somebody was meant to do.

use super::before;
use super::verbs::verb;
use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::{Cue, Form};
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{BACK, BE, DET, DO, KIND, MODAL, NEG, POSS, PREP, PRON};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

/// `X meant (that) Y`, not `was meant to`, and no definition (`pax means "peace"`).
pub(super) fn meant(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let that = s.is(cue.to - 1, "that");
    if cue.to >= s.end
        || s.any(cue.to, words!("to literally"))
        || s.has(previous, BE | PREP | DO)
        || s.any(previous, words!("he she i they word term name literally")) && !that
    {
        return false;
    }
    let quoted = s.tokens[cue.to].kind == Kind::Punct;
    // "the right of “sanctuary”, which means …": a word and its meaning.
    let of_word = |at: usize| s.mark(at, "\"") || s.mark(at, "”");
    let which = before(s, cue.from);
    if s.is(which, "which")
        && (0..2).any(|back| which > back + s.start && of_word(which - 1 - back))
    {
        return false;
    }
    if (s.start..cue.from).any(|at| s.is(at, "what")) {
        return false;
    }
    if s.is(cue.from, "meant") {
        return (that
            || s.has(cue.to, DET | POSS | PRON | BACK | NEG | KIND)
            || s.verb(cue.to + 1..s.end).is_some()
            || s.any(cue.to, words!("less higher lower greater fewer")))
            && !quoted
            && verb(
                s,
                &Cue {
                    bare: false,
                    ..*cue
                },
                Form::Past,
            )
            && !s.has(previous, MODAL);
    }
    let back = s.any(previous, words!("this which that"));
    // "Which means, the town was lost"
    let comma = s.mark(cue.to, ",") && s.is(previous, "which") && previous == s.start;
    if comma && s.is(cue.from, "means") {
        return s.verb(cue.to + 2..s.end).is_some();
    }
    if s.is(cue.from, "means") {
        return !quoted
            && (that || (back && s.verb(cue.to + 1..s.end).is_some()))
            && !s.is(previous, "it");
    }
    // ", meaning (that) he lost"
    !quoted
        && previous != usize::MAX
        && s.mark(previous, ",")
        && s.verb(cue.to..s.clause_end(cue.to, s.end, Part::Clause))
            .is_some()
}
