//! Lines that point at something that is not shown.

use super::lists::{BEFORE_PRONOUNS, CROWDS, OPENINGS, PRONOUNS, ROLES, TIES};
use crate::notes::phrase::{Phrase, Role};

/// Whether the first words point back to a line that is not shown.
pub(in crate::quiz::make) fn dangles(phrase: &Phrase<'_>) -> bool {
    let word = phrase
        .lower(0)
        .split(['\'', '’'])
        .next()
        .unwrap_or_default();
    if phrase.is(0, Role::POSSESSIVE | Role::AND) || TIES.contains(word) || PRONOUNS.contains(word)
    {
        return true;
    }
    // "In his speech, …", "When they came, …", "Because of this, …".
    let next = usize::from(phrase.lower(1) == "of") + 1;
    if BEFORE_PRONOUNS.contains(word) && PRONOUNS.contains(phrase.lower(next)) {
        return true;
    }
    // "The first was a failure", but not "the first war was a failure".
    let verb = Role::FINITE | Role::BE | Role::HAVE | Role::MODAL;
    if word == "the"
        && phrase.is(2, verb)
        && matches!(phrase.lower(1), "first" | "second" | "third" | "last")
    {
        return true;
    }
    OPENINGS.iter().any(|tie| {
        phrase
            .lowered
            .strip_prefix(tie)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// What stands before a word, for it to mean.
#[derive(Default)]
struct Before {
    person: bool,
    thing: bool,
    several: bool,
}

/// Whether a pronoun inside has nothing before it in the text that it could mean.
pub(super) fn points_out(phrase: &Phrase<'_>) -> bool {
    let mut before = Before::default();
    for at in 0..phrase.words.len() {
        if !phrase.is_word(at) {
            continue;
        }
        if before.lacks(phrase, at) {
            return true;
        }
        before.take(phrase, at);
    }
    false
}

impl Before {
    /// Whether the word at `at` means something that is not here.
    fn lacks(&self, phrase: &Phrase<'_>, at: usize) -> bool {
        let next = phrase.lower(at + 1);
        let inside = at > 0;
        match phrase.lower(at) {
            "this" | "these" | "aforementioned" | "thereby" => true,
            "those" => !matches!(
                next,
                "who" | "of" | "in" | "with" | "from" | "that" | "which"
            ),
            "such" => next != "as",
            "that" => inside && phrase.is(at - 1, Role::PREPOSITION),
            "latter" | "former" => inside && phrase.word(at - 1) == "the",
            "there" => {
                inside
                    && !phrase.is(at + 1, Role::BE | Role::FINITE)
                    && !self.several
                    && !self.thing
            }
            "he" | "she" | "him" | "himself" | "herself" | "his" | "her" | "hers" => {
                inside && !self.person
            }
            "it" | "its" | "itself" => inside && !self.thing,
            "they" | "them" | "their" | "themselves" => inside && !self.several,
            "both" => inside && !self.several && (next == "of" || next.is_empty()),
            _ => false,
        }
    }

    /// Remembers what the word at `at` names.
    fn take(&mut self, phrase: &Phrase<'_>, at: usize) {
        let word = phrase.lower(at);
        let empty = Role::DETERMINER
            | Role::POSSESSIVE
            | Role::PRONOUN
            | Role::BACK
            | Role::PREPOSITION
            | Role::AND
            | Role::OPENS
            | Role::ADVERB
            | Role::NOT
            | Role::FINITE
            | Role::BE
            | Role::HAVE
            | Role::MODAL;
        let capital = phrase.words[at].token.capital;
        let group = phrase.is(at, Role::GROUP);
        if phrase.is(at, empty) && !(capital && phrase.is(at, Role::GROUP | Role::NAME)) {
            self.several |= word == "and" && (self.person || self.thing);
            return;
        }
        let role = ROLES.contains(word);
        let known = phrase.is(at, Role::NAME | Role::TITLE);
        self.person |= capital && (known || !group) || role;
        self.thing |=
            !phrase.is(at, Role::NAME) && !role && (!capital || at == 0 || group || !known);
        let plural = word.ends_with('s') && !word.ends_with("ss") && word.len() > 3;
        self.several |=
            plural && !phrase.is(at, Role::NAME) || CROWDS.contains(word) || capital && group;
    }
}
