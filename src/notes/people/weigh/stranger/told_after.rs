//! What stands after a stranger that only a person can be: `, a priest`, `became chancellor`, `published his findings`.

use super::is_role;
use crate::notes::lex::Kind;
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::run::Tokens;
use crate::notes::people::spot::Spot;
use crate::notes::people::weigh::after::is_role_of;
use crate::notes::people::weigh::emphasis_at;
use crate::notes::people::weigh::kin::{is_kin, is_kin_of, is_sibling};

/// "'s view", ", a priest", "(PM)", "became chancellor", "published his findings".
pub(super) fn is_told_after(tokens: &Tokens<'_>, spot: &Spot) -> bool {
    let at = spot.tokens.end;
    if spot.possessive {
        let owned = tokens.known(at).cue | tokens.known(at + 1).cue;
        // "Vergano's On the Good Life": a book.
        return owned.contains(Cue::HAD_BY) || matches!(tokens.word(at), "On" | "De");
    }
    let Some(next) = tokens.all.get(at) else {
        return false;
    };
    if next.kind == Kind::Word {
        // "the lancers of Rondón who saved the day"
        let told = matches!(tokens.word(at), "who" | "who'd" | "who’d" | "whose");
        return !next.capital && (told || is_agent(tokens, at));
    }
    match tokens.word(at) {
        "(" if tokens.is_number(at + 1, 4) => is_life(tokens, at + 1),
        "," => {
            is_apposed_behind(tokens, at)
                || is_role(tokens, at + 1) && tokens.word(at + 2) == "of"
                || is_sibling(tokens, at + 1)
                || is_work(tokens, at + 1)
        }
        "(" => is_role_of(tokens, at + 1),
        "|" => is_work(tokens, at + 1),
        "–" | "—" | "-" => next.spaced && (is_role(tokens, at + 1) || is_role(tokens, at + 2)),
        // "Bomfo = his mother", "Bomfo = Sand's slave"
        "=" => {
            let next = tokens.word(at + 1);
            let whose =
                matches!(next, "his" | "her") || next.ends_with("'s") || next.ends_with("’s");
            is_kin(tokens.word(at + 1 + usize::from(whose))) || whose && is_role(tokens, at + 2)
        }
        _ => false,
    }
}

/// Whether the words from `at` on, after a name, are what only people do.
fn is_agent(tokens: &Tokens<'_>, at: usize) -> bool {
    let (word, known) = tokens.know(at);
    if known.cue.contains(Cue::AUXILIARY) {
        let article = usize::from(matches!(
            tokens.word(at + 1),
            "a" | "an" | "the" | "made" | "elected"
        ));
        return is_role(tokens, at + 1 + article) || is_kin_of(tokens, at + 1);
    }
    if known.is.contains(Is::FATE) {
        let next = tokens.known(at + 1).is;
        return next.contains(Is::ROLE)
            || matches!(tokens.word(at + 1), "dead" | "head" | "to")
            || tokens.is_capital(at + 1) && next.contains(Is::GROUP);
    }
    if matches!(word, "took" | "takes") && tokens.word(at + 1) == "over" {
        return true;
    }
    if matches!(word, "won" | "wins" | "loses" | "lost") {
        return (at + 1..at + 4).any(|near| {
            matches!(
                tokens.word(near),
                "election" | "elections" | "presidency" | "nomination"
            )
        });
    }
    // `Gigas states "they planned it"`.
    if matches!(
        word,
        "states" | "says" | "adds" | "notes" | "writes" | "wrote" | "replies"
    ) {
        return matches!(tokens.word(at + 1), "\"" | "“" | "that");
    }
    // "The postmaster recognises".
    if word == "the" {
        return is_role(tokens, at + 1);
    }
    let his = || {
        (at + 1..at + 4)
            .take_while(|near| {
                tokens
                    .all
                    .get(*near)
                    .is_some_and(|token| token.kind == Kind::Word)
            })
            .any(|near| matches!(tokens.word(near), "his" | "her" | "himself" | "herself"))
    };
    known.is.intersects(Is::ACT | Is::HUMAN) && his()
}

/// Whether the comma at `at` and what follows say who somebody is: "Komei, his father, died", "Morelos, another priest".
fn is_apposed_behind(tokens: &Tokens<'_>, at: usize) -> bool {
    if tokens.word(at) != "," {
        return false;
    }
    let other = is_others(tokens, at + 1);
    let article = tokens.known(at + 1).cue.contains(Cue::ARTICLE) || tokens.word(at + 1) == "an";
    (article || other)
        && (is_role(tokens, at + 2)
            || is_role(tokens, at + 3)
            || other && is_kin(tokens.word(at + 2)))
}

/// As [`is_apposed_behind`], for words that may open a sentence as well: "Channing, his doctor", but not "Normally, a king".
pub(in crate::notes::people) fn is_somebodys(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.word(at) == ","
        && is_others(tokens, at + 1)
        && !tokens.word(at - 1).ends_with("ly")
        && is_apposed_behind(tokens, at)
}

/// Whether the word at `at` says whose somebody is, or that there is another.
fn is_others(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.word(at), "his" | "her" | "their" | "another")
}

/// Whether `1830-1910)` at `at` is a life: what its bearer was follows.
fn is_life(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.word(at + 1), "-" | "–")
        && tokens.is_number(at + 2, 4)
        && tokens.word(at + 3) == ")"
        && (at + 4..at + 8).any(|near| is_role(tokens, near))
}

/// Whether a title in italics begins at `at`.
fn is_work(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(token) = tokens.all.get(at).filter(|token| token.capital) else {
        return false;
    };
    emphasis_at(tokens, token.start).is_some()
}
