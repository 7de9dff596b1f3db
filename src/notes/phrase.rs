//! One text by itself, as who asks about it looks at it: what each word can be there, and where dates stand.
//!
//! It is read with the lexicons of the date, people and cause readers, and knows nothing of the note around it.

mod role;

use std::ops::Range;

use super::causes::roles;
use super::dates::spans;
use super::lex::{self, Kind, Token};
use super::people::{WordIs, word_is};
pub use role::Role;
use role::role_of;

/// One token.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Where it stands.
    pub token: Token,
    /// What it can be.
    pub role: Role,
}

/// A date expression of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateSpan {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// Its words say a year, a decade or a century.
    pub year: bool,
    /// Its words say a month or a season.
    pub month: bool,
    /// Its words say a day.
    pub day: bool,
    /// It is counted from another date.
    pub relative: bool,
}

/// A text cut into words.
#[derive(Debug, Clone)]
pub struct Phrase<'t> {
    /// The text.
    pub text: &'t str,
    /// The text in lower case, byte for byte as long: a letter whose lower case is longer or shorter stays as it is.
    pub lowered: String,
    /// Its words.
    pub words: Vec<Word>,
    /// Its dates.
    pub dates: Vec<DateSpan>,
}

impl<'t> Phrase<'t> {
    /// Reads `text`.
    #[must_use]
    pub fn of(text: &'t str) -> Self {
        let tokens = lex::tokens(text);
        let mut found = roles(text, &tokens);
        let mut folded = String::new();
        for (at, token) in tokens.iter().enumerate() {
            if token.kind == Kind::Word {
                let is = word_is(token.of(text), &mut folded);
                found[at] |= role_of(is);
                if acts(text, &tokens, &found, at, is) {
                    found[at] |= Role::FINITE;
                }
            }
        }
        let dates = spans(text, &tokens);
        let words = tokens
            .into_iter()
            .zip(found)
            .map(|(token, role)| Word { token, role })
            .collect();
        Self {
            text,
            lowered: lowered(text),
            words,
            dates,
        }
    }

    /// The words of token `at`; empty past the end.
    #[must_use]
    pub fn word(&self, at: usize) -> &'t str {
        self.words
            .get(at)
            .map_or("", |word| word.token.of(self.text))
    }

    /// The words of token `at` in lower case; empty past the end.
    #[must_use]
    pub fn lower(&self, at: usize) -> &str {
        self.words
            .get(at)
            .map_or("", |word| word.token.of(&self.lowered))
    }

    /// Whether token `at` can be one of `roles`.
    #[must_use]
    pub fn is(&self, at: usize, roles: Role) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.role.intersects(roles))
    }

    /// Whether token `at` is made of letters.
    #[must_use]
    pub fn is_word(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.token.kind == Kind::Word)
    }
}

fn lowered(text: &str) -> String {
    let as_long = |letter: char| {
        let mut lower = letter.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(one), None) if one.len_utf8() == letter.len_utf8() => one,
            _ => letter,
        }
    };
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.chars().map(as_long).collect()
    }
}

/// Whether the verb at `at` stands behind a subject: after a name or a noun, not after a word that wants a noun.
fn acts(text: &str, tokens: &[Token], roles: &[Role], at: usize, is: WordIs) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let (token, previous) = (&tokens[at], &tokens[before]);
    if !is.verb || token.capital || previous.kind != Kind::Word || !token.spaced {
        return false;
    }
    let wants_noun = Role::DETERMINER
        | Role::POSSESSIVE
        | Role::PREPOSITION
        | Role::BE
        | Role::HAVE
        | Role::MODAL
        | Role::AND;
    if roles[before].intersects(wants_noun) && !roles[before].intersects(Role::PRONOUN) {
        return false;
    }
    let word = token.of(text);
    // "the Soviet claims", "beaten by".
    let next = tokens.get(at + 1).map_or("", |next| next.of(text));
    if matches!(
        word,
        "beaten"
            | "broken"
            | "chosen"
            | "driven"
            | "forbidden"
            | "given"
            | "known"
            | "seen"
            | "shown"
            | "taken"
            | "written"
            | "born"
    ) || next == "by"
    {
        return false;
    }
    if word.ends_with('s') && !word.ends_with("ss") && is.noun {
        let after = roles.get(at + 1).copied().unwrap_or_default();
        let object = after
            .intersects(Role::DETERMINER | Role::POSSESSIVE | Role::PRONOUN | Role::ADVERB)
            || tokens.get(at + 1).is_some_and(|next| next.capital)
            || next == "to"
            || next == "that";
        // "last flight lands", but not "Soviet claims".
        let ends = next.is_empty() && !previous.capital && !roles[before].intersects(Role::GROUP);
        return object || ends;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: &Expect) {
        let phrase = Phrase::of(text);
        let mut shown: Vec<String> = (0..phrase.words.len())
            .filter(|at| phrase.is(*at, Role::FINITE))
            .map(|at| phrase.word(at).to_owned())
            .collect();
        shown.extend(phrase.dates.iter().map(|date| {
            let parts = [(date.year, 'y'), (date.month, 'm'), (date.day, 'd')];
            let parts: String = parts
                .iter()
                .filter(|part| part.0)
                .map(|part| part.1)
                .collect();
            format!("[{} {parts}]", &text[date.bytes.clone()])
        }));
        expected.assert_eq(&shown.join(" "));
    }

    #[test]
    fn finite_verbs_are_told_from_nouns_that_look_alike() {
        check("Kennedy delays the attack.", &expect!["delays"]);
        check("last flight lands", &expect!["lands"]);
        check("Soviet claims of innocence", &expect![""]);
        check("the defeated army", &expect![""]);
    }

    #[test]
    fn lower_case_keeps_every_word_in_its_place() {
        let phrase = Phrase::of("İsmet ẞtraße Éire’S PLAN");
        let words: Vec<&str> = (0..phrase.words.len()).map(|at| phrase.lower(at)).collect();
        assert_eq!(words, ["İsmet", "ẞtraße", "éire’s", "plan"]);
        assert_eq!(phrase.lower(4), "");
    }

    #[test]
    fn dates_say_which_of_their_parts_are_in_words() {
        check(
            "Marshall Plan announced 5 June 1947, and on 16 October",
            &expect!["announced [5 June 1947 ymd] [16 October md]"],
        );
    }
}
