//! "So" that joins nothing: "so far", "did so", "so strong"; "thus far", "hence the name".

use super::before;
use super::verbs::opens_object;
use crate::notes::causes::clause::Part;
use crate::notes::causes::cues::Cue;
use crate::notes::causes::sentence::Sentence;
use crate::notes::causes::words::{
    ADV, BACK, BE, COORD, DET, DO, HAVE, KIND, MODAL, NEG, POSS, PREP, PRON, SAY, SUB,
};
use crate::notes::lex::Kind;
use crate::notes::word_key::words;

/// `so` that joins two clauses, not `so far`, `did so`, `so strong`, `so that`.
pub(super) fn so(s: &Sentence<'_>, cue: &Cue) -> bool {
    let previous = before(s, cue.from);
    let next = cue.to;
    if next >= s.end {
        return false;
    }
    if so_that(s, cue).is_some() {
        return true;
    }
    // "So, the towns formed a league."
    if cue.from == s.start && s.mark(next, ",") && s.verb(next + 2..s.end).is_some() {
        return true;
    }
    // "So there, that was the war."
    if s.is(next, "there") && s.mark(next + 1, ",") {
        return false;
    }
    if s.any(next, words!("some")) && s.has(next + 1, SAY) || s.any(next, words!("says goes")) {
        return false;
    }
    // "…, so many joined the rebellion", "…, so many Jewish teachers were forced to leave"
    let some_did = s.any(next, words!("many few"))
        && previous != usize::MAX
        && s.mark(previous, ",")
        && s.verb(next + 1..(next + 5).min(s.end)).is_some();
    // "light carts so could cross the bog", but not "so could he"
    let same_subject = previous != usize::MAX
        && s.tokens[previous].kind == Kind::Word
        && s.any(next, words!("could can would will had was were"))
        && s.tokens
            .get(next + 1)
            .is_some_and(|verb| verb.kind == Kind::Word && !verb.capital)
        && !s.has(next + 1, PRON | DET | POSS | BACK);
    if !some_did && !same_subject && s.any(next, words!("that far as much many few little long called on forth what how why here too to does do did is was are be \
        it's- basically can could will would has had")) {
        return false;
    }
    if s.tokens[next].kind == Kind::Punct && !opens_object(s, next)
        || s.any(previous, words!("do did does doing done not even or more if ever quite that think thought say hope how why just said \
        never less"))
    {
        return false;
    }
    // "so they say"
    if (s.has(next, PRON) || s.any(next, words!("some many it")))
        && s.has(next + 1, SAY)
        && (next + 2 >= s.end || s.tokens[next + 2].kind == Kind::Punct)
    {
        return false;
    }
    // "was so", "grew so", "in so large a part": an intensifier.
    if s.has(previous, BE | HAVE | MODAL | PREP)
        || s.any(
            previous,
            words!("felt feel seem seemed grew grow got become looked with"),
        )
    {
        return false;
    }
    joins(s, previous, next)
}

/// Whether a clause begins at `next`, behind a `so` that `previous` stands before.
fn joins(s: &Sentence<'_>, previous: usize, next: usize) -> bool {
    let parted =
        previous == usize::MAX || s.tokens[previous].kind == Kind::Punct || s.has(previous, COORD);
    let subject = s.has(next, PRON | DET | POSS | BACK) || s.tokens[next].capital;
    let intensifier = s.word(next).ends_with("ly") && !parted;
    let adverb_of = s.any(previous, words!("spread rose fell moved worked acted"))
        && s.word(next).ends_with("ly");
    // "a fever so high he saw ghosts": how high.
    let degree = !parted && !subject && s.any(next + 1, words!("he she it they we"));
    !intensifier
        && !adverb_of
        && !degree
        && (parted
            || subject
            || s.verb(next..s.clause_end(next, s.end, Part::Clause))
                .is_some())
}

/// The "that" of "so strong that", "such a shock that".
pub(super) fn so_that(s: &Sentence<'_>, cue: &Cue) -> Option<usize> {
    if !s.is(cue.from, "so") {
        return None;
    }
    let that = (cue.to + 1..(cue.to + 6).min(s.end)).find(|&at| s.is(at, "that"))?;
    let between = cue.to..that;
    // "so many people died that wages rose"
    let counted = s.any(cue.to, words!("many much few little")) && between.len() > 1;
    let plain = !between.clone().any(|at| {
        let other = s.has(at, PRON | BE | DO | MODAL | SAY | SUB) && !s.is(at, "being");
        s.tokens[at].kind == Kind::Punct || other && !counted
    });
    let intensified = s.has(cue.to, ADV)
        || s.word(cue.to).ends_with("ly")
        || s.any(cue.to, words!("much many few little"))
        || s.has(before(s, cue.from), BE)
        || s.any(
            before(s, cue.from),
            words!("grew grow grows became become got felt looked seemed"),
        )
        || s.has(cue.to, KIND)
        || between.len() == 1;
    let clause =
        s.verb(that + 1..s.end).is_some() || (counted || between.len() == 1) && that + 2 < s.end;
    (plain && intensified && clause).then_some(that)
}

/// `thus`, `as a result`, `in response`: not "in response to", not "hence the name".
pub(super) fn therefore(s: &Sentence<'_>, cue: &Cue) -> bool {
    let next = cue.to;
    // "∴ so / † dies": what the signs of the note mean.
    if s.tokens[cue.from].kind == Kind::Punct && s.any(next, words!("so therefore hence means")) {
        return false;
    }
    if s.is(cue.from, "hence")
        && s.any(next, words!("the its their"))
        && s.any(next + 1, words!("name term nickname title word phrase"))
    {
        return false;
    }
    if s.any(cue.from, words!("thus")) && s.any(next, words!("far"))
        || s.any(next, words!("to of")) && !s.is(cue.from, "thus")
    {
        return false;
    }
    // "As such, laws were made", but not "the law as such".
    if s.is(cue.from, "as") && s.is(cue.from + 1, "such") {
        return cue.from == s.start && s.mark(next, ",");
    }
    if s.is(cue.from, "in") {
        // "in response": at the rim of a clause only.
        let opens = (s.start..cue.from).all(|at| s.has(at, COORD | ADV))
            || cue.from > s.start && s.tokens[cue.from - 1].kind == Kind::Punct;
        let closes = next >= s.end || s.tokens[next].kind == Kind::Punct;
        return opens || closes;
    }
    if s.is(cue.from, "accordingly") {
        return cue.from == s.start || s.tokens[cue.from - 1].kind == Kind::Punct;
    }
    !s.has(before(s, cue.from), NEG)
}
