//! What stands after a spot.

use crate::notes::lex::Kind;
use crate::notes::people::folded::Names;
use crate::notes::people::lexicon::{Cue, Is, Word};
use crate::notes::people::run::Tokens;
use crate::notes::people::spot::Spot;

/// `#person` right after the name.
pub(super) fn tagged(tokens: &Tokens<'_>, end: usize) -> i32 {
    let tagged = tokens.tag_at(end).is_some_and(|tag| tag.person);
    if tagged { 12 } else { 0 }
}

/// What the words after `spot` say of it.
pub(super) fn weight(tokens: &Tokens<'_>, names: &Names, spot: &Spot) -> i32 {
    let mut at = spot.tokens.end;
    if at >= tokens.all.len() {
        return 0;
    }
    if spot.possessive {
        return belonging(tokens, names, spot, at);
    }
    // A tag after the name is passed over.
    if let Some(tag) = tokens.tag_at(at) {
        at += tokens.all[at..]
            .iter()
            .take_while(|token| token.start < tag.bytes.1)
            .count();
    }
    let Some(next) = tokens.all.get(at) else {
        return 0;
    };
    if next.kind == Kind::Word {
        return match next.capital {
            true => 0,
            false if is_study(tokens, at) => 5,
            false => verb(tokens, spot, at),
        };
    }
    match tokens.word(at) {
        "&" if is_study(tokens, at) => 5,
        "(" if is_second_author(tokens, spot, at) => 5,
        "(" => brackets(tokens, at + 1),
        // Lincoln, Nebraska.
        "," if spot.single && spot.last.contains(Is::PLACE) && is_place(tokens, at + 1) => -5,
        "," => apposition(tokens, at + 1),
        "-" | "–" | "—" | ":" | "="
            if (next.spaced || tokens.word(at) == ":") && names_a_role(tokens, at + 1) =>
        {
            3
        }
        _ => 0,
    }
}

/// Whether a year in brackets follows the second of two authors: `Atkinson & Shiffrin (1968)`; `at` is the token between them.
fn is_study(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.word(at), "&" | "and")
        && tokens.is_capital(at + 1)
        && tokens.word(at + 2) == "("
        && is_year(tokens, at + 3)
}

/// Whether a spot is the second of two authors, and the bracket at `at` has the year.
fn is_second_author(tokens: &Tokens<'_>, spot: &Spot, at: usize) -> bool {
    let start = spot.tokens.start;
    start >= 2
        && matches!(tokens.word(start - 1), "&" | "and")
        && tokens.is_capital(start - 2)
        && is_year(tokens, at + 1)
}

/// A number of four digits, and the end of a bracket.
fn is_year(tokens: &Tokens<'_>, at: usize) -> bool {
    let four = tokens
        .all
        .get(at)
        .is_some_and(|token| token.kind == Kind::Number && token.end - token.start == 4);
    four && tokens.word(at + 1) == ")"
}

/// Whether a place is named at `at`: `Nebraska`, `D.C.`
fn is_place(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_capital(at)
        && (tokens.know(at).1.is.contains(Is::PLACE) && !tokens.know(at).1.is.intersects(Is::NAME)
            || tokens.word(at) == "D" && tokens.word(at + 2) == "C"
            || tokens.word(at) == "DC")
}

/// Whether one of three words from `at` on says what a person is.
fn names_a_role(tokens: &Tokens<'_>, at: usize) -> bool {
    (at..at + 3).any(|near| tokens.know(near).1.is.contains(Is::ROLE))
}

/// What is somebody's: `Caesar's wife`, `Newton's laws`.
fn belonging(tokens: &Tokens<'_>, names: &Names, spot: &Spot, at: usize) -> i32 {
    let (_, first) = tokens.know(at);
    let (_, second) = tokens.know(at + 1);
    if (first.cue | second.cue).contains(Cue::EPONYM) {
        let title = names.text(spot.title_word);
        return if matches!(title, "st" | "saint" | "uncle") {
            -10
        } else {
            -4
        };
    }
    if (first.is | second.is).contains(Is::BELONGING) {
        3
    } else {
        1
    }
}

/// `(born …`, `(1809–1882)`, `(the king)`.
fn brackets(tokens: &Tokens<'_>, at: usize) -> i32 {
    let number = |at: usize| {
        tokens
            .all
            .get(at)
            .is_some_and(|token| token.kind == Kind::Number && token.end - token.start >= 3)
    };
    if number(at) {
        match tokens.word(at + 1) {
            "-" | "–" if number(at + 2) => return 3,
            // A study and its year.
            ")" | "," => return 2,
            _ => {}
        }
    }
    let (word, known) = tokens.lower(at);
    match word.as_ref() {
        "born" | "b" | "d" | "died" | "reigned" | "ruled" | "r" | "aka" | "nicknamed" => 6,
        _ if known.is.contains(Is::ROLE) || tokens.know(at + 1).1.is.contains(Is::ROLE) => 3,
        _ => 0,
    }
}

/// `, who`, `, the king of`, `, aged 40`.
fn apposition(tokens: &Tokens<'_>, at: usize) -> i32 {
    let (word, known) = tokens.lower(at);
    match word.as_ref() {
        "who" | "whose" | "whom" | "aged" => 4,
        "a" | "an" | "the" | "his" | "her" | "then" | "now" | "also" | "former"
            if names_a_role(tokens, at + 1) =>
        {
            4
        }
        _ if known.is.contains(Is::ROLE) => 3,
        _ => 0,
    }
}

/// What a word in lower case after a name says.
fn verb(tokens: &Tokens<'_>, spot: &Spot, at: usize) -> i32 {
    let (word, known) = tokens.know(at);
    let is = known.is;
    let himself = || {
        (at + 1..at + 5).any(|near| matches!(tokens.word(near), "himself" | "herself" | "throne"))
    };
    if is.contains(Is::HUMAN) || is.contains(Is::ACT) && himself() {
        return 5;
    }
    if known.cue.contains(Cue::AUXILIARY) {
        return auxiliary(tokens, at);
    }
    if is.contains(Is::ROLE) {
        return 3;
    }
    if is.intersects(Is::FATE) {
        return 4;
    }
    if is.contains(Is::ACT) {
        return 3;
    }
    if known.cue.contains(Cue::CALLED_AFTER) {
        // "Solomon Asch lines" is a note in haste, "Golgi apparatus" the name of a thing.
        let certain = spot.words > 1 && spot.first.intersects(Is::GIVEN);
        return if certain && !known.cue.contains(Cue::EPONYM) {
            -2
        } else {
            -5
        };
    }
    match word {
        // A court case.
        "v" if spot.last.contains(Is::KNOWN) && tokens.word(at + 1) != "." => 0,
        "v" => -10,
        "et" if tokens.word(at + 1) == "al" => 6,
        "didn't" | "doesn't" | "wouldn't" | "couldn't" | "won't" | "hadn't" | "wasn't"
        | "isn't" => 2,
        "himself" | "herself" => 5,
        "who" | "whose" => 4,
        "and" => match tokens.word(at + 1) {
            "his" | "her" | "himself" => 3,
            _ => 0,
        },
        _ => 0,
    }
}

/// What follows "was", "had" and the like.
fn auxiliary(tokens: &Tokens<'_>, at: usize) -> i32 {
    let (next, known) = tokens.know(at + 1);
    let doomed = |word: Word| word.is.intersects(Is::FATE | Is::HUMAN);
    let fate = doomed(known)
        || matches!(next, "been" | "also" | "not" | "never" | "then")
            && doomed(tokens.know(at + 2).1);
    let role = known.is.contains(Is::ROLE)
        || matches!(next, "a" | "an" | "the") && names_a_role(tokens, at + 2);
    if fate || role {
        5
    } else if known.is.contains(Is::ACT) {
        2
    } else {
        1
    }
}
