//! Where a capital that stands alone may be somebody: before what only people do, or with a full stop where a name may stand.

use super::{Note, is_of_many};
use crate::notes::lex::{Kind, Token};
use crate::notes::people::lexicon::{self, Cue, Is};
use crate::notes::word_key::{Words, key, words};

/// What people do who are called by a letter: "J got it himself".
const VERBS: Words = words!("gave gives goes got made makes takes took wanted wants went");

/// Whether the capital at `at` owns something as only somebody does whom the note is full of: "T's speech", not "the A's", "3 R's".
pub(super) fn owns(note: &Note<'_>, person: u32, tokens: &[Token], at: usize) -> bool {
    let follows = tokens.get(at + 1).is_some_and(|next| next.spaced);
    let led = match at.checked_sub(1).map(|at| tokens[at].kind) {
        None | Some(Kind::Arrow) => true,
        Some(Kind::Punct) => tokens[at].spaced,
        Some(Kind::Word | Kind::Number) => false,
    };
    is_of_many(note, person) && follows && led
}

/// Whether "Mrs" or the like stands before the capital at `at`, and no name goes on behind it: "Mrs P was arrested".
pub(super) fn is_titled(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |at| tokens[at].of(text));
    let next = tokens.get(at + 1);
    matches!(
        before,
        "Mr" | "Mrs" | "Miss" | "Ms" | "Dr" | "Mme" | "Lady" | "Lord" | "Herr"
    ) && next.is_none_or(|next| !next.capital && next.spaced)
}

/// Whether the capital at `at` opens the line, has a full stop and does what only people do: "J. dies at sea".
pub(super) fn opens_and_acts(text: &str, tokens: &[Token], at: usize) -> bool {
    let [_, stop, next, ..] = tokens else {
        return false;
    };
    at == 0
        && stop.of(text) == "."
        && !stop.spaced
        && next.spaced
        && !next.capital
        && lexicon::know(next.of(text))
            .is
            .intersects(Is::HUMAN | Is::FATE)
}

/// Whether the capital at `at`, without a full stop, does or suffers what only people do: "so H marched", "H had him killed".
pub(super) fn acts(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    if matches!(word(at), "A" | "I") || !next.spaced || next.capital || next.kind != Kind::Word {
        return false;
    }
    let opens = match at.checked_sub(1).map(|at| &tokens[at]) {
        None => true,
        Some(before) => match before.kind {
            Kind::Word => matches!(
                before.of(text),
                "and"
                    | "but"
                    | "so"
                    | "because"
                    | "bc"
                    | "when"
                    | "while"
                    | "after"
                    | "before"
                    | "that"
                    | "until"
            ),
            Kind::Punct => {
                tokens[at].spaced && matches!(before.of(text), "." | "," | ";" | ":" | "|")
            }
            Kind::Arrow => true,
            Kind::Number => false,
        },
    };
    if !opens {
        return false;
    }
    if VERBS.contains(key(next.of(text).as_bytes())) {
        return true;
    }
    let known = lexicon::know(next.of(text));
    let human = Is::HUMAN | Is::FATE;
    if known.cue.contains(Cue::AUXILIARY) {
        return matches!(word(at + 2), "him" | "her" | "his" | "them")
            || lexicon::know(word(at + 2)).is.intersects(human);
    }
    known.is.intersects(human | Is::ACT)
}

/// Whether a word is a title that stands before names.
pub(super) fn is_title(word: &str) -> bool {
    let known = lexicon::know(word).is;
    known.contains(Is::TITLE) && !known.intersects(Is::NAME)
}

/// Whether the capital at `at` has a full stop and stands where a name may: not "J. Smith", "Peng D.", "A. first of a list", "N. of Paris".
pub(super) fn stands_for_a_name(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let Some(before) = at.checked_sub(1).map(|at| &tokens[at]) else {
        return false;
    };
    let free = match before.kind {
        Kind::Word => !before.capital || is_title(before.of(text)),
        Kind::Punct => !matches!(before.of(text), "." | "-" | "'" | "’" | "&" | "/" | "("),
        Kind::Arrow => true,
        Kind::Number => false,
    };
    let stopped = tokens
        .get(at + 1)
        .is_some_and(|stop| stop.of(text) == "." && !stop.spaced);
    let goes_on = match tokens.get(at + 2) {
        None => true,
        Some(next) => match next.kind {
            Kind::Word => {
                !next.capital && next.spaced && next.end - next.start > 1 && next.of(text) != "of"
            }
            // "J.'s wife"
            Kind::Punct if matches!(word(at + 2), "'" | "’") => {
                !next.spaced && word(at + 3) == "s" && !tokens[at + 3].spaced
            }
            Kind::Punct => matches!(word(at + 2), "?" | "," | ";" | ")" | "|" | "="),
            Kind::Number | Kind::Arrow => false,
        },
    };
    tokens[at].spaced && free && stopped && goes_on
}
