//! What a word in lower case after a name says: verbs that people do, and what is called after them.

use super::after::names_a_role;
use super::case;
use super::kin::{family, is_kin};
use crate::notes::lex::Kind;
use crate::notes::people::lexicon::{Cue, Is, Word};
use crate::notes::people::run::Tokens;
use crate::notes::people::spot::Spot;
use crate::notes::word_key::{Words, words};

/// Words that may stand between a name and its verb.
const ADVERBS: Words = words!(
    "actually almost already always eventually finally never nearly reluctantly secretly still suddenly"
);

/// What a word in lower case after a name says.
pub(super) fn verb(tokens: &Tokens<'_>, spot: &Spot, mut at: usize) -> i32 {
    let (mut word, mut known) = tokens.know(at);
    // "Begin almost leaves"
    if tokens.is_long(at) && tokens.any(at, ADVERBS) && !tokens.is_capital(at + 1) {
        at += 1;
        (word, known) = tokens.know(at);
    }
    let is = known.is;
    if word == "found" && tokens.any(at + 1, words!("dead guilty")) {
        return 6;
    }
    // "Passed over his son", "shoots himself".
    let himself = || {
        (at + 1..at + 5).any(|near| {
            tokens.any(near, words!("himself herself throne"))
                || tokens.any(near, words!("his her")) && is_kin(tokens.word(near + 1))
        })
    };
    // Who opens the sentence has no capital to speak for him.
    let opener =
        i32::from(spot.single && spot.opens && spot.last.is_empty() && !spot.ends_as_plural);
    if is.contains(Is::HUMAN) || is.contains(Is::ACT) && himself() {
        return 5 + opener;
    }
    if known.cue.contains(Cue::AUXILIARY) {
        return auxiliary(tokens, at);
    }
    if is.contains(Is::ROLE) {
        return 3;
    }
    // Countries, peoples and the North do all that people do.
    let is_actor = spot.single
        && spot.title.is_none()
        && spot
            .last
            .intersects(Is::PLACE | Is::PEOPLE | Is::GROUP | Is::WORD)
        && !spot.last.contains(Is::KNOWN);
    if is.intersects(Is::FATE) {
        return match (is_actor, is_over(tokens, at + 1)) {
            (true, _) => 1,
            (false, false) => 4,
            // "Doria beaten at Preveza"
            (false, true) => 5 + opener,
        };
    }
    if is.contains(Is::ACT) {
        return match (is_actor, spot.last.intersects(Is::NAME)) {
            (false, _) => 3,
            (true, true) => 0,
            // Norfolk, of the duke.
            (true, false) => 1,
        };
    }
    called_after(tokens, spot, at, word, known)
}

/// What a word that is no verb says: "Milgram experiment", "v", "who".
fn called_after(tokens: &Tokens<'_>, spot: &Spot, at: usize, word: &str, known: Word) -> i32 {
    // "Booth and Surratt plot to kill him": a verb.
    let plots = word == "plot" && tokens.any(at + 1, words!("to against with"));
    // "N + Talat telegram": they wrote it together.
    let joined = spot.tokens.start > 0 && tokens.word(spot.tokens.start - 1) == "+";
    if known.cue.contains(Cue::CALLED_AFTER) && !plots && !joined {
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
        "v" => case(tokens, at),
        "et" if tokens.word(at + 1) == "al" => 6,
        "didn't" | "doesn't" | "wouldn't" | "couldn't" | "won't" | "hadn't" | "wasn't"
        | "isn't" | "didnt" | "doesnt" | "wouldnt" | "couldnt" | "hadnt" | "wasnt" | "isnt" => 2,
        "himself" | "herself" => 5,
        // "Torval in command", "Ansgar on the throne"
        "in" if tokens.any(at + 1, words!("command charge")) => 5,
        "on" => {
            let the = usize::from(tokens.is(at + 1, "the"));
            5 * i32::from(tokens.is(at + 1 + the, "throne"))
        }
        // "Canning of a senator": what was done to him, whoever is called so elsewhere.
        "of" if spot.single && spot.opens && tokens.word(at - 1).ends_with("ing") => -8,
        "who" | "whose" => 4,
        "and" => match tokens.word(at + 1) {
            "his" | "her" | "himself" => 3,
            _ => family(tokens, at + 1),
        },
        _ => 0,
    }
}

/// What follows "was", "had" and the like.
fn auxiliary(tokens: &Tokens<'_>, at: usize) -> i32 {
    let (next, known) = tokens.know(at + 1);
    let doomed = |word: Word| word.is.intersects(Is::FATE | Is::HUMAN);
    let fate = doomed(known)
        || matches!(
            next,
            "been"
                | "also"
                | "not"
                | "never"
                | "then"
                | "already"
                | "just"
                | "soon"
                | "later"
                | "even"
                | "himself"
                | "herself"
        ) && doomed(tokens.known(at + 2));
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

/// Whether nothing is done to anybody else: what stands at `at` is no object.
fn is_over(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(next) = tokens.all.get(at) else {
        return true;
    };
    next.kind != Kind::Word
        || tokens.any(
            at,
            words!("in at by on for with from and after to till until w near too"),
        )
}
