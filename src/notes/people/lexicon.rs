//! What single words are known to be: given names, surnames, places, peoples, titles, common words.
//!
//! The lists are facts tabulated for this project, one file of folded words each. They are read once, at first use,
//! into one table from word to [`Is`].

use std::sync::LazyLock;

use bitflags::bitflags;
use rustc_hash::FxHashMap;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

bitflags! {
    /// What a word is known to be; a word may be several things (`King`: title, surname).
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub(super) struct Is: u32 {
        /// Given name of men.
        const HE = 1;
        /// Given name of women.
        const SHE = 1 << 1;
        /// One word that names a person of history, science, arts or letters.
        const KNOWN = 1 << 2;
        /// Common surname.
        const SURNAME = 1 << 3;
        /// Family name that stands first (`Mao Zedong`).
        const FAMILY = 1 << 4;
        /// Country, region, city, river.
        const PLACE = 1 << 5;
        /// People, faith, party, and their adjectives.
        const PEOPLE = 1 << 6;
        /// Organisation, company, acronym, month, work, god.
        const GROUP = 1 << 7;
        /// Ends the name of a thing (`Plan`, `Treaty`).
        const THING = 1 << 8;
        /// Stands before a name (`General`, `Pope`).
        const TITLE = 1 << 9;
        /// Says what a person is (`minister`, `brother`).
        const ROLE = 1 << 10;
        /// Word of grammar.
        const FUNCTION = 1 << 11;
        /// Common word.
        const WORD = 1 << 12;
        /// Verb of which a person is often the subject.
        const ACT = 1 << 13;
        /// Verb of which only a person is the subject.
        const HUMAN = 1 << 14;
        /// What "was" says of a person (`born`, `assassinated`).
        const FATE = 1 << 15;
        /// What is somebody's (`wife`, `reign`).
        const BELONGING = 1 << 16;
        /// Stands after "the" in a name (`the Great`).
        const EPITHET = 1 << 17;
        /// The first word of a place of several words.
        const OPENS = 1 << 18;
        /// Given name, of whomever.
        const GIVEN = Self::HE.bits() | Self::SHE.bits();
        /// Anything that a person's name is made of.
        const NAME = Self::GIVEN.bits() | Self::KNOWN.bits() | Self::SURNAME.bits() | Self::FAMILY.bits();
        /// What speaks against a name where the word stands alone.
        const OTHER = Self::PLACE.bits() | Self::PEOPLE.bits() | Self::GROUP.bits() | Self::THING.bits()
            | Self::FUNCTION.bits() | Self::WORD.bits() | Self::ROLE.bits() | Self::TITLE.bits();
    }
}

/// The files, and what their words are.
const LISTS: [(Is, &str); 18] = [
    (Is::HE, include_str!("lists/given_men.txt")),
    (Is::SHE, include_str!("lists/given_women.txt")),
    (Is::KNOWN, include_str!("lists/known.txt")),
    (Is::SURNAME, include_str!("lists/surnames.txt")),
    (Is::FAMILY, include_str!("lists/families.txt")),
    (Is::PLACE, include_str!("lists/places.txt")),
    (Is::PEOPLE, include_str!("lists/peoples.txt")),
    (Is::GROUP, include_str!("lists/groups.txt")),
    (Is::THING, include_str!("lists/things.txt")),
    (Is::TITLE, include_str!("lists/titles.txt")),
    (Is::ROLE, include_str!("lists/roles.txt")),
    (Is::FUNCTION, include_str!("lists/function_words.txt")),
    (Is::WORD, include_str!("lists/words.txt")),
    (Is::ACT, include_str!("lists/acts.txt")),
    (Is::HUMAN, include_str!("lists/human_acts.txt")),
    (Is::FATE, include_str!("lists/fates.txt")),
    (Is::BELONGING, include_str!("lists/belongings.txt")),
    (Is::EPITHET, include_str!("lists/epithets.txt")),
];

static WORDS: LazyLock<FxHashMap<&'static str, Is>> = LazyLock::new(|| {
    let mut words = FxHashMap::with_capacity_and_hasher(16_384, rustc_hash::FxBuildHasher);
    for (is, list) in LISTS {
        for word in list.lines().skip(1).flat_map(str::split_ascii_whitespace) {
            *words.entry(word).or_default() |= is;
            if let Some((first, _)) = word.split_once('_') {
                *words.entry(first).or_default() |= Is::OPENS;
            }
        }
    }
    words
});

/// What `folded` (see [`fold`]) is known to be; words of one place are joined by an underscore.
///
/// Where a word with apostrophes is unknown, it is looked up without (`mu'awiya`).
pub(super) fn look_up(folded: &str) -> Is {
    match WORDS.get(folded) {
        Some(is) => *is,
        None if folded.contains('\'') => WORDS
            .get(folded.replace('\'', "").as_str())
            .copied()
            .unwrap_or_default(),
        None => Is::empty(),
    }
}

/// Adds `word` in lower case, without accents and soft hyphens, with straight apostrophes.
pub(super) fn fold(word: &str, into: &mut String) {
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
        for (is, list) in LISTS {
            let words: Vec<&str> = list
                .lines()
                .skip(1)
                .flat_map(str::split_ascii_whitespace)
                .collect();
            assert!(list.starts_with("# "), "{is:?} opens with what it is");
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{is:?}: {} before {}", pair[0], pair[1]);
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
