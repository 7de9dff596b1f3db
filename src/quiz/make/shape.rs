//! What kind of line a text is, and when its verb puts it.

use crate::notes::phrase::{Phrase, Role};

/// What a line is; options of one question are of one shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    /// Subject and verb.
    Sentence,
    /// A verb without its subject: "Makes the blockade public".
    Deed,
    /// No verb: "Brown v. Board of Education".
    Name,
}

/// When the first verb puts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Tense {
    /// "delayed"
    Past,
    /// "delays"
    Present,
    /// No verb.
    None,
}

/// Verbs that look like nothing else when a line begins with them.
fn opens_with_verb(phrase: &Phrase<'_>) -> bool {
    let word = phrase.lower(0);
    if word.len() < 3 || !phrase.is_word(0) {
        return false;
    }
    // "Lack of secrecy", "Fear of invasion": nouns.
    let plain = !word.ends_with('s') && !word.ends_with("ed") && phrase.is(0, Role::VERB);
    if plain && phrase.is(1, Role::PREPOSITION) {
        return false;
    }
    let verb =
        phrase.is(0, Role::VERB | Role::BE | Role::HAVE | Role::MODAL) || word.ends_with("ed");
    let third = word.ends_with('s') && !word.ends_with("ss") && phrase.is(0, Role::VERB);
    let object = phrase.is(
        1,
        Role::DETERMINER
            | Role::POSSESSIVE
            | Role::PRONOUN
            | Role::PREPOSITION
            | Role::ADVERB
            | Role::NOT,
    ) || phrase.words.get(1).is_some_and(|next| next.token.capital)
        || phrase.word(1) == "to";
    (verb || third)
        && (object
            || !phrase.is(1, Role::FINITE)
                && (third || word.ends_with("ed"))
                && !has_later_verb(phrase, 1))
}

fn has_later_verb(phrase: &Phrase<'_>, from: usize) -> bool {
    (from..phrase.words.len()).any(|at| phrase.is(at, Role::FINITE))
}

/// What kind of line it is, and its main verb.
pub(super) fn shape(phrase: &Phrase<'_>) -> (Shape, Option<usize>) {
    if phrase.words.is_empty() {
        return (Shape::Name, None);
    }
    let mut depth = 0_i32;
    let mut open = 0_i32;
    let mut verb = None;
    // "When it fell, Rome burned": the verb of an opening clause is not the sentence's own.
    let leads = phrase.is(0, Role::OPENS) && !phrase.is(0, Role::BACK);
    let mut past_comma = !leads;
    for at in 0..phrase.words.len() {
        match phrase.word(at) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            "," if depth == 0 && at > 1 => {
                past_comma = true;
                if leads && verb.is_none() {
                    open = 0;
                }
            }
            _ if depth > 0 => {}
            "who" | "which" | "whose" | "that"
                if at > 0 && !phrase.is(at + 1, Role::DETERMINER) =>
            {
                open += 1;
            }
            _ if at > 0
                && phrase.is(at, Role::OPENS)
                && !phrase.is(at, Role::PREPOSITION | Role::BACK) =>
            {
                open += 1;
            }
            _ if phrase.is(at, Role::FINITE) && past_comma => {
                if open > 0 {
                    // A run of helpers ("had been sent") is one verb.
                    if !phrase.is(at.wrapping_sub(1), Role::FINITE) {
                        open -= 1;
                    }
                } else if at > 0 && has_subject(phrase, at) {
                    verb = verb.or(Some(at));
                }
            }
            _ => {}
        }
    }
    match verb {
        _ if opens_with_verb(phrase) => (Shape::Deed, Some(0)),
        Some(verb) => (Shape::Sentence, Some(verb)),
        None => (Shape::Name, None),
    }
}

/// Whether something that can act stands before the verb at `verb`.
fn has_subject(phrase: &Phrase<'_>, verb: usize) -> bool {
    let empty =
        Role::PREPOSITION | Role::ADVERB | Role::DETERMINER | Role::AND | Role::OPENS | Role::NOT;
    (0..verb).any(|at| {
        phrase.is_word(at)
            && (!phrase.is(at, empty | Role::FINITE)
                || phrase.is(at, Role::PRONOUN | Role::GROUP | Role::NAME))
    })
}

pub(super) fn tense(phrase: &Phrase<'_>, verb: Option<usize>) -> Tense {
    let Some(verb) = verb else {
        return Tense::None;
    };
    match phrase.lower(verb) {
        "is" | "are" | "has" | "have" | "do" | "does" | "will" | "can" | "am" => Tense::Present,
        "was" | "were" | "had" | "did" => Tense::Past,
        word if word.ends_with('s') && !word.ends_with("ss") => Tense::Present,
        _ => Tense::Past,
    }
}
