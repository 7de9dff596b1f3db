//! The words of a cue in another sense: "in 44 bc", "down to 196 seats", "set off at dawn", "came from the villages".

use super::{before, verb_before};
use crate::notes::causes::cues::Cue;
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{ADV, BACK, BE, COORD, DET, POSS, PREP, PRON, SUB, TIME};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

/// Tokens before a clause among which a quotation mark is looked for.
const QUOTED: usize = 40;

/// "The slump came from lending too much", not "came from surrounding villages".
pub(super) fn came_from_doing(s: &Sentence<'_>, cue: &Cue) -> bool {
    let word = s.word(cue.to);
    let doing = word.len() > 5 && word.ends_with("ing") && !s.tokens[cue.to].capital;
    doing
        && !s.any(
            cue.to,
            words!("surrounding neighbouring neighboring outlying adjoining ruling leading working existing nothing something \
            anything everything opposing competing farming fishing trading mining"),
        )
        && s.tokens.get(cue.to + 1).is_some_and(|next| next.kind == Kind::Word)
}

/// Whether a clause at `at` is about the one who writes: "since I forget things, …", outside of what somebody is quoted to say.
pub(super) fn is_of_writer(s: &Sentence<'_>, at: usize) -> bool {
    let word = s.word(at);
    let writer = word == "I" || word.starts_with("I'") || word.starts_with("I’");
    writer
        && !(s.start..at)
            .rev()
            .take(QUOTED)
            .any(|at| s.mark(at, "\"") || s.mark(at, "“"))
}

/// "an essay due to Mr Hill", "down to 196 seats", "many thanks to all": nothing here is owed to a cause.
pub(super) fn is_of_another_sense(s: &Sentence<'_>, cue: &Cue) -> bool {
    s.is(cue.from, "due") && s.any(cue.to, words!("mr mrs ms miss"))
        || s.is(cue.from, "down") && !is_down_to(s, cue)
        || s.any(before(s, cue.from), words!("many give gave say said"))
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

/// "in 44 bc", but not "in 1914 bc they were allies".
pub(super) fn is_era(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let number = s
        .tokens
        .get(previous)
        .is_some_and(|token| token.kind == Kind::Number);
    let begins = s.has(cue.to, PRON | DET | POSS | BACK)
        || s.verb(cue.to + 1..(cue.to + 4).min(s.end)).is_some();
    let clause = begins && s.word(previous).len() >= 4;
    number && !clause
}

/// Whether something is only aimed at with what is done at `at`: "aims at causing", "in the hope of bringing about".
pub(super) fn is_aimed_at(s: &Sentence<'_>, at: usize) -> bool {
    let before = at.checked_sub(2).filter(|&before| before >= s.start);
    before.is_some_and(|before| {
        s.any(
            before,
            words!("aim aims aimed aiming hope hopes hoping goal purpose intention intent view"),
        ) && s.any(before + 1, words!("at of to"))
    })
}

/// "They set off at dawn", "The games kicked off in May", "brought on board": nobody caused anything.
pub(super) fn departs(s: &Sentence<'_>, cue: &Cue) -> bool {
    let brought = s.is(cue.from, "brought") && s.is(cue.to - 1, "on");
    if brought && s.any(cue.to, words!("board stage side foot horse horseback")) {
        return true;
    }
    (brought || s.any(cue.from, words!("set setting kicked kicking")))
        && !s.is(cue.from + 1, "it")
        && s.tokens.get(cue.to).is_none_or(|next| {
            next.kind != Kind::Word || s.has(cue.to, PREP | ADV | TIME | SUB | COORD)
        })
}

/// Whether what "lies in" something is the origins of a thing.
pub(super) fn origins(s: &Sentence<'_>, at: usize) -> bool {
    (s.start..at).any(|at| {
        s.any(
            at,
            words!("origins origin roots root causes cause reasons reason"),
        )
    })
}
