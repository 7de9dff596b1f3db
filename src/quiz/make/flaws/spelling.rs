//! Words that are likely misspelt.

use super::lists::{MISSPELT, NAMES};
use crate::notes::phrase::Phrase;

/// Pairs of words that stand for another word in hurried notes.
const PARTED: &[&str] = &[
    "dictator ships",
    "could of",
    "would of",
    "should of",
    "the the ",
];
/// What "there" is never before.
const AFTER_THERE: &[&str] = &[
    "armies", "country", "general", "leader", "own", "power", "zones",
];

/// Whether a word is likely misspelt, or lacks its apostrophe or its capital.
pub(in crate::quiz::make) fn is_misspelt(phrase: &Phrase<'_>) -> bool {
    PARTED.iter().any(|words| phrase.text.contains(words))
        || (0..phrase.words.len()).any(|at| {
            let word = phrase.word(at);
            let lower = phrase.lower(at);
            phrase.is_word(at)
                && (MISSPELT.contains(lower)
                    || lower == "there" && AFTER_THERE.contains(&phrase.word(at + 1))
                    || lower == word && NAMES.contains(word))
        })
}
