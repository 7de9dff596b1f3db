//! What a word can be in a sentence, as far as finding clauses needs it: a small lexicon and a test for finite verbs.

use super::lexicon::look_up;
use crate::notes::keys::Keys;
use crate::notes::lex::{Kind, Token};
use crate::notes::word_key::{keys, words};

/// What a word can be; one word can be several things.
pub(in crate::notes) type Flags = u32;

/// Article, demonstrative or quantifier: a noun follows.
pub(super) const DET: Flags = 1;
/// `his`, `their`: a noun follows.
pub(super) const POSS: Flags = 1 << 1;
/// Can stand as a subject by itself: `he`, `they`, `there`.
pub(super) const PRON: Flags = 1 << 2;
/// Points back to something said before: `this`, `it`, `which`.
pub(super) const BACK: Flags = 1 << 3;
/// Preposition.
pub(super) const PREP: Flags = 1 << 4;
/// A form of *be*.
pub(super) const BE: Flags = 1 << 5;
/// A form of *have*.
pub(super) const HAVE: Flags = 1 << 6;
/// A form of *do*.
pub(super) const DO: Flags = 1 << 7;
/// `will`, `could`, …
pub(super) const MODAL: Flags = 1 << 8;
/// `not`, `never`, `without`, …
pub(super) const NEG: Flags = 1 << 9;
/// `and`, `or`, `but`, …
pub(super) const COORD: Flags = 1 << 10;
/// Opens a clause that hangs on another: `when`, `who`, `until`, …
pub(super) const SUB: Flags = 1 << 11;
/// Opens a concession: `although`, `despite`, `while`.
pub(super) const CONCEDE: Flags = 1 << 12;
/// An irregular past tense: a finite verb wherever it stands.
pub(super) const PAST: Flags = 1 << 13;
/// The plain form of a common verb.
pub(super) const BASE: Flags = 1 << 14;
/// An adverb that may stand between subject and verb, or open a clause: `also`, `eventually`, `partly`.
pub(super) const ADV: Flags = 1 << 15;
/// Says, thinks, hopes: what hangs on it is not the note's own claim.
pub(super) const SAY: Flags = 1 << 16;
/// An adjective that stands before "cause", "reason", "effect": `main`, `long`, `economic`.
pub(super) const KIND: Flags = 1 << 17;
/// A month, season, era mark or other word that dates are made of.
pub(super) const TIME: Flags = 1 << 18;
/// A verb whose -s form is often a plural noun: `attacks`, `reforms`.
pub(super) const AMBIG: Flags = 1 << 20;
/// Names a list of causes: `causes`, `origins`.
pub(super) const CAUSE: Flags = 1 << 21;
/// Names a list of effects: `consequences`, `impact`.
pub(super) const EFFECT: Flags = 1 << 22;
/// Opens a clause without saying anything of it.
pub(super) const OPENER: Flags = 1 << 23;
/// Says nothing at the end of a clause.
pub(super) const CLOSER: Flags = 1 << 24;
/// Lends itself to another verb: `helped (to) cause`, `began to cause`, `is believed to have caused`.
pub(super) const GO_ON: Flags = 1 << 25;
/// Before "as", compares: `such as`, `just as`.
pub(super) const COMPARES: Flags = 1 << 26;
/// Before "as", gives a role: `served as`, `known as`.
pub(super) const ROLE: Flags = 1 << 27;
/// After "as", makes it part of a phrase: `as if`, `as follows`.
pub(super) const NOT_AS: Flags = 1 << 28;
/// Asks for causes, or names a list of them, with other words: `why`, `factors`.
pub(super) const ASKS: Flags = 1 << 29;
/// May begin a cue.
pub(in crate::notes) const CUE: Flags = 1 << 30;
/// A colon.
pub(super) const COLON: Flags = 1 << 31;
/// Not a verb, although it looks like one.
pub(super) const NOUN: Flags = 1 << 19;

/// Content-free words at the rim of a clause: nothing is left of a clause that has only these.
pub(super) const HOLLOW: Flags =
    DET | POSS | PRON | BACK | PREP | BE | HAVE | DO | MODAL | NEG | COORD | SUB | CONCEDE | ADV;

/// What the tokens of a text can be, and whether each is a finite verb there, for who reads one text by itself.
pub(super) fn mark(text: &str, tokens: &[Token]) -> Vec<(Flags, bool)> {
    let keys = Keys::of_text(text, tokens);
    let flags = keys.flags(0);
    let mark = |(at, token): (usize, &Token)| {
        let finite = may_be_finite(text, token, flags[at])
            && finite(text, tokens, keys.of_block(0), flags, at);
        (flags[at], finite)
    };
    tokens.iter().enumerate().map(mark).collect()
}

/// What a mark can be, by its key.
#[inline]
pub(in crate::notes) fn of_mark(key: u128) -> Flags {
    const OF_COLON: u128 = keys::<1>(":")[0];
    if key == OF_COLON { COLON } else { 0 }
}

/// What an arrow can be, and a token without a key.
pub(in crate::notes) fn odd(text: &str, token: &Token) -> Flags {
    match token.kind {
        // With the other apostrophe, perhaps.
        Kind::Word => with_lower(token.of(text), look_up),
        Kind::Number => 0,
        Kind::Arrow => CUE,
        Kind::Punct => CUE * Flags::from(matches!(token.of(text), "∴" | "∵")),
    }
}

/// Calls `look` with the word in lower case and with straight apostrophes, without touching the heap.
/// A word of more than 24 bytes is in no list of ours and comes out empty.
pub(super) fn with_lower<T>(word: &str, look: impl FnOnce(&str) -> T) -> T {
    if word
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'\'')
    {
        return look(word);
    }
    let mut buffer = [0_u8; 24];
    let mut length = 0;
    let mut rest = word.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        if length == buffer.len() {
            return look("");
        }
        if let Some(tail) = rest.strip_prefix("’".as_bytes()) {
            buffer[length] = b'\'';
            rest = tail;
        } else {
            buffer[length] = byte.to_ascii_lowercase();
            rest = tail;
        }
        length += 1;
    }
    look(std::str::from_utf8(&buffer[..length]).unwrap_or(""))
}

/// Whether a token may be a finite verb: most are told by their last letter to be none.
#[inline]
pub(super) fn may_be_finite(text: &str, token: &Token, own: Flags) -> bool {
    own & (BE | HAVE | DO | MODAL | PAST | BASE) != 0
        || matches!(text.as_bytes()[token.end as usize - 1], b'd' | b's' | b'S')
}

/// Whether the word at `at`, which [may be](may_be_finite), is the finite verb of a clause, as far as its looks and its neighbours
/// tell.
pub(super) fn finite(
    text: &str,
    tokens: &[Token],
    keys: &[u128],
    flags: &[Flags],
    at: usize,
) -> bool {
    let (token, own) = (&tokens[at], flags[at]);
    if token.kind != Kind::Word {
        return false;
    }
    if own & (BE | HAVE | DO | MODAL | PAST) != 0 {
        let word = token.of(text);
        // "May" with a capital is the month.
        return !matches!(
            word,
            "being" | "been" | "be" | "having" | "doing" | "done" | "May"
        );
    }
    // A capital inside a sentence is a name: "Bill", "Rises".
    if own & NOUN != 0 || (token.capital && at > 0) {
        return false;
    }
    let before = at
        .checked_sub(1)
        .filter(|&i| tokens[i].kind == Kind::Word)
        .map(|i| (i, flags[i]));
    let word = token.of(text);
    if word.len() >= 5 && word.ends_with("ed") {
        // "the defeated army", "defeated by" and "of united" are no finite verbs.
        let adjective = before.is_some_and(|(i, f)| {
            (f & (DET | POSS | PREP) != 0
                && !words!("both all that this most many some these those").contains(keys[i]))
                || (tokens[i].of(text).ends_with("ly") && i > 0 && flags[i - 1] & (DET | POSS) != 0)
        });
        let by = tokens.get(at + 1).is_some_and(|next| next.of(text) == "by");
        return !adjective && !by && before.is_some();
    }
    let Some((i, f)) = before else { return false };
    if f & (DET | POSS | PREP | BE | MODAL) != 0 || (f & COORD != 0) {
        return false;
    }
    let subject = tokens[i].of(text);
    if own & BASE != 0 {
        let plural = subject.len() > 3 && subject.ends_with('s') && !subject.ends_with("ss");
        return plural
            || words!("they we i you people men women children who which police that")
                .contains(keys[i]);
    }
    if f & KIND != 0 {
        return false;
    }
    match third_person(word) {
        None => false,
        Some(verb) if verb & AMBIG == 0 => true,
        // "the army attacks the town", but not "the army attacks were".
        Some(_) => {
            f & (PRON | BACK) != 0
                || tokens.get(at + 1).is_some_and(|next| next.capital)
                || flags
                    .get(at + 1)
                    .is_some_and(|next| next & (DET | POSS | PRON | ADV) != 0)
                || tokens.get(at + 1).is_some_and(|next| next.of(text) == "to")
        }
    }
}

/// What the verb is whose -s form this is: `loses`, `carries`, `catches`.
fn third_person(word: &str) -> Option<Flags> {
    if !word.ends_with(['s', 'S']) {
        return None;
    }
    let verb = |stem: &str| Some(look_up(stem)).filter(|flags| flags & BASE != 0);
    with_lower(word, |word| {
        let stem = word.strip_suffix('s')?;
        verb(stem)
            .or_else(|| stem.strip_suffix('e').and_then(verb))
            .or_else(|| stem.strip_suffix("ie").and_then(|root| with_y(root, verb)))
    })
}

/// `carr` → `carry`, on the stack.
fn with_y<T>(root: &str, look: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let mut buffer = [0_u8; 24];
    let length = root.len();
    if length >= buffer.len() {
        return None;
    }
    buffer[..length].copy_from_slice(root.as_bytes());
    buffer[length] = b'y';
    std::str::from_utf8(&buffer[..=length]).ok().and_then(look)
}
