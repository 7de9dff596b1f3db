//! What a bracket after a name says of it: when somebody lived, what he was, when a study came out.

use crate::notes::lex::Kind;
use crate::notes::people::lexicon::{Cue, Is};
use crate::notes::people::run::Tokens;
use crate::notes::people::spot::Spot;
use crate::notes::people::weigh::kin::is_kin;
use crate::notes::word_key::words;

/// `(born …`, `(1809–1882)`, `(the king)`.
pub(super) fn brackets(tokens: &Tokens<'_>, at: usize) -> i32 {
    let number = |at: usize| {
        tokens
            .all
            .get(at)
            .is_some_and(|token| token.kind == Kind::Number && token.end - token.start >= 3)
    };
    if number(at) {
        match tokens.word(at + 1) {
            // "457-61"
            "-" | "–" if number(at + 2) || tokens.is_number(at + 2, 2) => {
                // "Kaiqubad [1287-1290] (last ruler of the dynasty)"
                let told = tokens.word(at + 4) == "(" && is_ruler(tokens, at + 5);
                return 3 + if told { 6 } else { 0 };
            }
            // A study and its year.
            ")" | "," => return 2,
            _ => {}
        }
    }
    let (word, known) = tokens.lower(at);
    match word.as_ref() {
        "born" | "b" | "d" | "died" | "reigned" | "ruled" | "r" | "aka" | "nicknamed" => 6,
        // "(nephew of Aristotle)"
        kin if tokens.word(at + 1) == "of" && (is_kin(kin) || known.is.contains(Is::ROLE)) => 6,
        // "(his son)", "(eldest son)"
        "his" | "her" | "their" | "eldest" | "oldest" | "youngest" | "elder" | "older"
        | "younger"
            if is_kin(tokens.word(at + 1)) =>
        {
            6
        }
        _ if is_ruler(tokens, at) => 6,
        _ if known.is.contains(Is::ROLE) || tokens.known(at + 1).is.contains(Is::ROLE) => 3,
        _ => 0,
    }
}

/// Words of a bracket among which a ruler's title is looked for.
const NEAR: usize = 4;

/// Whether a bracket that opens before `at` calls somebody a ruler of something: `(1st woman sultan of Delhi)`.
fn is_ruler(tokens: &Tokens<'_>, at: usize) -> bool {
    let near = (at..at + NEAR).take_while(|at| tokens.word(*at) != ")");
    near.filter(|at| tokens.word(at + 1) == "of").any(|at| {
        tokens.lower(at).1.cue.contains(Cue::REGAL) || matches!(tokens.word(at), "ruler" | "sultan")
    })
}

/// Whether a bracket that opens before `at` says first what its bearer is: `(PM)`, `(king of France)`.
pub(in crate::notes::people::weigh) fn is_role_of(tokens: &Tokens<'_>, at: usize) -> bool {
    let (word, known) = tokens.lower(at);
    let is = known.is;
    // "(acting; 1802)"
    if matches!(
        word.as_ref(),
        "acting" | "officiating" | "interim" | "caretaker"
    ) && matches!(tokens.word(at + 1), ")" | ";" | ",")
    {
        return true;
    }
    // "(German ambassador)"
    let of_people = is.contains(Is::PEOPLE)
        && tokens.lower(at + 1).1.is.contains(Is::ROLE)
        && matches!(tokens.word(at + 2), ")" | "," | "to");
    of_people
        || is.intersects(Is::ROLE | Is::TITLE)
            && matches!(tokens.word(at + 1), ")" | "of" | "," | "from" | "in" | "to")
}

/// Whether a year in brackets follows the second of two authors: `Atkinson & Shiffrin (1968)`; `at` is the token between them.
pub(super) fn is_study(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.any(at, words!("& and"))
        && tokens.is_capital(at + 1)
        && tokens.word(at + 2) == "("
        && is_year(tokens, at + 3)
}

/// Whether a spot is the second of two authors, and the bracket at `at` has the year.
pub(super) fn is_second_author(tokens: &Tokens<'_>, spot: &Spot, at: usize) -> bool {
    let start = spot.tokens.start;
    start >= 2
        && matches!(tokens.word(start - 1), "&" | "and")
        && tokens.is_capital(start - 2)
        && is_year(tokens, at + 1)
}

/// A number of four digits, and the end of a bracket.
fn is_year(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_number(at, 4) && tokens.word(at + 1) == ")"
}
