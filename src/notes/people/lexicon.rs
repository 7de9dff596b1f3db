//! What single words are known to be: given names, surnames, places, peoples, titles, common words.
//!
//! The lists are facts tabulated for this project, one file of folded words each. They are read when the program is built,
//! into one table from word to [`Word`].

pub(super) mod endings;
mod flags;
mod lists;
mod table;

pub(super) use flags::{Cue, Is};
pub(super) use lists::{KNOWN, next_word};
pub(super) use table::is_mere_name;

use table::{ALL, has};
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::notes::word_key::{key, key_in};

/// What is known of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Word {
    /// What it is.
    pub(super) is: Is,
    /// What it does beside a name.
    pub(super) cue: Cue,
    /// Its number among the words that may stand for others (see `names`); 0 for all that may not.
    pub(super) same: u16,
}

/// What `word` is known to be, whatever its case; words of one place are joined by an underscore.
///
/// A word with accents is looked up without (see [`fold`]). A word with apostrophes that is unknown is looked up without (`mu'awiya`).
#[inline]
pub(super) fn know(word: &str) -> Word {
    know_by(key(word.as_bytes()), || word)
}

/// As [`know`], for the word at `start..end` of a text; `ahead` has its bytes and what is behind it.
#[inline]
pub(super) fn know_at(text: &str, ahead: &[u8], start: usize, end: usize) -> Word {
    know_by(key_in(ahead, start, end - start), || &text[start..end])
}

/// As [`know`], for a word with this key.
#[inline(always)]
pub(super) fn know_by<'t>(key: u128, word: impl FnOnce() -> &'t str) -> Word {
    let known = ALL.words.get(key);
    if known == Word::default() && (key == 0 || has(key, b'\'')) {
        return know_odd(word());
    }
    known
}

/// A long word, one with accents or an apostrophe, or one too near the end of all text for its key to be read.
#[inline(never)]
fn know_odd(word: &str) -> Word {
    if let Some(known) = ALL.get(word) {
        return known;
    }
    let mut folded = String::new();
    if !word.is_ascii() {
        fold(word, &mut folded);
        if let Some(known) = ALL.get(&folded) {
            return known;
        }
    } else if word.contains('\'') {
        folded.push_str(word);
    }
    folded.retain(|letter| letter != '\'');
    let known = ALL.get(&folded).unwrap_or_default();
    // Sa'id is not what somebody said.
    let verb = Is::ACT | Is::HUMAN | Is::FATE | Is::WORD | Is::BELONGING;
    if known.is.intersects(Is::HUMAN) && verb.contains(known.is) {
        return Word::default();
    }
    known
}

/// What `folded` is known to be.
#[inline]
pub(super) fn look_up(folded: &str) -> Is {
    know(folded).is
}

/// Adds `word` in lower case, without accents and soft hyphens, with straight apostrophes.
pub(super) fn fold(word: &str, into: &mut String) {
    if let [first, rest @ ..] = word.as_bytes()
        && first.is_ascii()
        && rest.iter().all(u8::is_ascii_lowercase)
    {
        // As most names are written.
        into.push(first.to_ascii_lowercase().into());
        into.push_str(&word[1..]);
        return;
    }
    if word.is_ascii() {
        let from = into.len();
        into.push_str(word);
        into[from..].make_ascii_lowercase();
        return;
    }
    for char in word.chars() {
        match char {
            'A'..='Z' => into.push(char.to_ascii_lowercase()),
            '\0'..='\x7f' => into.push(char),
            'ł' | 'Ł' => into.push('l'),
            'ø' | 'Ø' => into.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => into.push('d'),
            'ı' => into.push('i'),
            'ß' => into.push_str("ss"),
            'æ' | 'Æ' => into.push_str("ae"),
            'œ' | 'Œ' => into.push_str("oe"),
            'þ' | 'Þ' => into.push_str("th"),
            '’' | 'ʻ' | 'ʼ' => into.push('\''),
            '\u{ad}' => {}
            _ => decompose_canonical(char, |part| {
                if !is_combining_mark(part) {
                    into.extend(part.to_lowercase());
                }
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_folded_and_without_doubles() {
        for (is, list) in lists::named() {
            let words: Vec<&str> = lists::words_of(list).collect();
            assert!(list.starts_with("# "), "{is} opens with what it is");
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{is}: {} before {}", pair[0], pair[1]);
            }
            for word in words {
                let mut folded = String::new();
                fold(word, &mut folded);
                assert_eq!(word, folded);
            }
        }
    }

    #[test]
    fn accents_and_case_do_not_matter() {
        let mut folded = String::new();
        fold("Wałęsa BOLÍVAR Đurić d’Alembert", &mut folded);
        assert_eq!(folded, "walesa bolivar duric d'alembert");
    }
}
