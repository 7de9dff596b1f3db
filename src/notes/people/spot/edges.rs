//! What is at the edges of a name: where a capital says nothing, and particles before it.

use super::Spot;
use crate::notes::lex::Kind;
use crate::notes::markdown::BlockKind;
use crate::notes::people::lexicon::Is;
use crate::notes::people::run::{Tokens, is_article};
use crate::notes::word_key::words;

/// Whether a capital at `token` says nothing: the start of a sentence, a heading, a cell, a quotation.
pub(super) fn opens(tokens: &Tokens<'_>, token: usize) -> bool {
    let block = tokens.block();
    if matches!(block.kind, BlockKind::Heading | BlockKind::CalloutTitle) || token == 0 {
        return true;
    }
    let before = &tokens.all[token - 1];
    if before.kind == Kind::Arrow {
        return true;
    }
    let quoted = before.kind == Kind::Punct
        && before.spaced
        && !tokens.all[token].spaced
        && matches!(tokens.word(token - 1), "\"" | "“");
    if quoted {
        return true;
    }
    if before.kind == Kind::Punct
        && tokens.all[token].spaced
        && matches!(
            tokens.word(token - 1),
            ":" | "|" | "." | "!" | "?" | "•" | "–" | "—" | "-" | "\"" | "“" | "="
        )
    {
        return true;
    }
    block
        .sentences
        .binary_search_by_key(&token, |sentence| sentence.start)
        .is_ok()
}

/// Whether a name begins with `Ibn`, `Abu` or `Umm`, or with the article: Al-Umari.
#[inline]
pub(super) fn is_son(raw: &str) -> bool {
    matches!(raw, "Ibn" | "Abu" | "Umm" | "Bint") || is_article(raw)
}

/// Whether a surname is that of a clan of Ireland.
fn is_clan(word: &str) -> bool {
    let clan = word.strip_prefix("O'").or_else(|| word.strip_prefix("O’"));
    clan.is_some_and(|clan| clan.starts_with(char::is_uppercase))
}

/// Takes in the article before the name of a clan's chief: The O'Donoghue. Whether there is one.
#[inline(never)]
pub(super) fn take_article(tokens: &Tokens<'_>, spot: &mut Spot) -> bool {
    let Some(before) = spot.tokens.start.checked_sub(1) else {
        return false;
    };
    let is_chief = spot.single
        && is_clan(tokens.word(spot.tokens.start))
        && matches!(tokens.word(before), "The" | "the");
    if is_chief {
        spot.tokens.start = before;
        spot.bytes.start = tokens.all[before].start;
    }
    is_chief
}

/// Takes in a lower-case particle before the name: `von Neumann`, `bin Laden`, `al-Khwarizmi`.
#[inline]
pub(super) fn extend_left(tokens: &Tokens<'_>, spot: &mut Spot) {
    let first = spot.tokens.start;
    if spot.title.is_some() || first == 0 || tokens.is_long(first - 1) {
        return;
    }
    let word = |at: usize| tokens.word(at);
    let mut start = first;
    if first >= 2
        && tokens.is(first - 1, "-")
        && tokens.is_glued(first)
        && tokens.is_article(first - 2)
    {
        start = first - 2;
        // Ibn al-Haytham, where the article begins no run of its own.
        spot.arabic = true;
    } else if tokens.is_glued(first) {
        return;
    } else if tokens.any(first - 1, words!("von vom van bin ibn di de du zu zum zur")) {
        // "Erschossen von Nathuram Godse" is German for "by".
        if word(first - 1) == "von" && spot.words > 1 && spot.first.intersects(Is::GIVEN) {
            return;
        }
        start = first - 1;
    } else if tokens.is(first - 1, "da")
        && matches!(
            tokens.word(first),
            "Gama"
                | "Vinci"
                | "Cunha"
                | "Silva"
                | "Costa"
                | "Verrazzano"
                | "Verrazano"
                | "Palestrina"
        )
    {
        // "da" is German for "there": "da Bismarck krank war".
        spot.tokens.start = first - 1;
        spot.bytes.start = tokens.all[first - 1].start;
        return;
    } else if first >= 2
        && tokens.any(first - 1, words!("der den la"))
        && matches!(
            (word(first - 2), word(first - 1)),
            ("van", "der" | "den") | ("von", "der") | ("de", "la")
        )
    {
        start = first - 2;
    }
    if start < first
        && (spot.arabic
            || spot.last.contains(Is::KNOWN)
            || matches!(word(start), "von" | "vom" | "van" | "bin" | "ibn" | "al")
            || word(start) == "de" && spot.last.is_empty() && spot.words == 1)
    {
        spot.tokens.start = start;
        spot.bytes.start = tokens.all[start].start;
    }
}
