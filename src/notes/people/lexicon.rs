//! What single words are known to be: given names, surnames, places, peoples, titles, common words.
//!
//! The lists are facts tabulated for this project, one file of folded words each. They are read when the program is built,
//! into one table from word to [`Word`].

pub(super) mod endings;
mod lists;

pub(super) use lists::{KNOWN, is_mere_name, next_word};

use bitflags::bitflags;
use lists::{ALL, has};
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::notes::word_key::{key, key_in};

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

bitflags! {
    /// What a word does beside a name or in it. A word that is in these lists alone counts as unknown.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub(super) struct Cue: u32 {
        /// Title that stands before a place to name a person (`Duke of Wellington`).
        const PEER = 1;
        /// Title that is a common word too (`General strike`).
        const WEAK = 1 << 1;
        /// Title whose bearer goes by a given name (`Pope`).
        const REGAL = 1 << 2;
        /// Title of men.
        const MAN = 1 << 3;
        /// Title of women.
        const WOMAN = 1 << 4;
        /// Title that stands after the name (`Sahib`).
        const BEHIND = 1 << 5;
        /// Title of a wife (`Lady Macbeth`).
        const WIFE = 1 << 6;
        /// Before the name of a thing (`Operation`, `HMS`).
        const OPENS_THING = 1 << 7;
        /// What is called after who found it (`law`, `comet`).
        const EPONYM = 1 << 8;
        /// What follows a name and makes it a thing's (`doctrine`, `trial`).
        const CALLED_AFTER = 1 << 9;
        /// Verb whose object is as often a place.
        const TAKES_PLACES = 1 << 10;
        /// Name of rulers with a numeral.
        const REGNAL = 1 << 11;
        /// Abbreviation with a full stop inside a name.
        const ABBREVIATION = 1 << 12;
        /// Small word inside a name (`von`).
        const PARTICLE = 1 << 13;
        /// Particle that may have a capital (`Van`).
        const CAPITAL_PARTICLE = 1 << 14;
        /// Verb that says nothing by itself (`was`).
        const AUXILIARY = 1 << 15;
        /// What is somebody's (`death of`).
        const SOMEBODYS = 1 << 16;
        /// What is a place's or a thing's (`city of`).
        const SOMEWHERES = 1 << 17;
        /// Bears a name of its own (`ship`, `tribe`).
        const BEARER = 1 << 18;
        /// Before a thing rather than a person (`the`).
        const ARTICLE = 1 << 19;
        /// Before a place (`in`).
        const WHERE = 1 << 20;
        /// Surname that means a woman where it stands alone.
        const HER = 1 << 21;
        /// What people do (`led by`).
        const DONE_BY = 1 << 22;
        /// What is done to people (`married`).
        const DONE_TO = 1 << 23;
        /// What has a leader (`army under`).
        const LED = 1 << 24;
        /// What happens to people alone (`murder of`).
        const HAPPENS_TO = 1 << 25;
        /// What only people have (`memoirs`).
        const HAD_BY = 1 << 26;
    }
}

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
#[inline]
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
