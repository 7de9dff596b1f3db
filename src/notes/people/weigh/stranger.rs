//! Who is in no list: what stands around one or two unknown words that only a person can be.

mod told_after;
mod told_before;

pub(in crate::notes::people) use told_after::is_somebodys;

use crate::notes::lex::Kind;
use crate::notes::people::folded::Names;
use crate::notes::people::lexicon::{self, Is};
use crate::notes::people::run::Tokens;
use crate::notes::people::spot::Spot;
use crate::notes::word_key::words;
use told_after::is_told_after;
use told_before::{is_apposed, is_told_before};

/// Whether a spot is one word or two that no list knows and that look like no other thing.
pub(super) fn is_one(spot: &Spot) -> bool {
    let full = spot.words == 2 && spot.tail.is_none() && spot.first.is_empty();
    (spot.single || full)
        && spot.last.is_empty()
        && !spot.ends_as_plural
        && !spot.shouted
        && !spot.follows_capital
        && spot.title_word.is_none()
}

/// Whether a word is a well-known name's possessive without its apostrophe: "Stalins death".
pub(super) fn is_owner(tokens: &Tokens<'_>, names: &Names, spot: &Spot) -> bool {
    let owned = tokens.all.get(spot.tokens.end);
    spot.single
        && spot.last.is_empty()
        && spot.tail.is_none()
        && spot.title_word.is_none()
        && !spot.after_article
        && !spot.follows_capital
        && owned.is_some_and(|next| next.kind == Kind::Word && !next.capital && next.spaced)
        && names.text(spot.key).strip_suffix('s').is_some_and(|bare| {
            let is = lexicon::know(bare).is;
            is.contains(Is::KNOWN) && !is.intersects(Is::OTHER | Is::GIVEN)
        })
}

/// Whether what stands around a stranger, of which `start` is the first token, makes it a person.
pub(super) fn is_person(tokens: &Tokens<'_>, spot: &Spot, start: usize) -> bool {
    start > 0
        && (is_told_before(tokens, start)
            || is_apposed(tokens, spot, start)
            || is_between_arrows(tokens, spot, start))
        || is_told_after(tokens, spot)
        || is_listed_lord(tokens, spot)
}

/// Whether a stranger stands in a line of people who follow each other: `Hugh II → Brannius → Hugh III`.
fn is_between_arrows(tokens: &Tokens<'_>, spot: &Spot, start: usize) -> bool {
    let end = spot.tokens.end;
    let arrow = |at: usize| {
        let token = tokens.all.get(at);
        token.is_some_and(|token| token.kind == Kind::Arrow)
    };
    if start < 2 || !arrow(end) || !arrow(start - 1) {
        return false;
    }
    let named = |at: usize| {
        let is = tokens.known(at).is;
        let other = Is::PLACE | Is::PEOPLE | Is::GROUP | Is::THING;
        tokens.is_capital(at) && is.intersects(Is::NAME) && !is.intersects(other)
    };
    // "Hugh II"
    let numeral = tokens.word(start - 2);
    let numeral = numeral
        .bytes()
        .all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let before = (start - 2).saturating_sub(usize::from(numeral));
    named(before) && named(end + 1)
}

/// Whether a spot with a small particle is an item of a list, where no name is but a person's: `de Clare, de Morvan, le Bret`.
fn is_listed_lord(tokens: &Tokens<'_>, spot: &Spot) -> bool {
    let start = spot.tokens.start;
    let de = tokens.any(start, words!("de du le von van d'")) && !tokens.is_capital(start);
    let ends = |at: usize| tokens.any(at, words!(", and & + ;"));
    let open = start.checked_sub(1);
    de && (ends(spot.tokens.end) || open.is_some_and(ends))
        && open.is_none_or(|open| ends(open) || matches!(tokens.word(open), ":" | "(" | "|"))
        && !matches!(tokens.all.get(spot.tokens.end), Some(next) if next.kind == Kind::Word && next.capital)
}

/// Whether the word at `at`, or its singular, says what a person is.
fn is_role(tokens: &Tokens<'_>, at: usize) -> bool {
    let (word, known) = tokens.lower(at);
    known.is.contains(Is::ROLE)
        || word
            .strip_suffix('s')
            .is_some_and(|role| lexicon::look_up(role).contains(Is::ROLE))
}
