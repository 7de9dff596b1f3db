//! What single words are known to be: given names, surnames, places, peoples, titles, common words.
//!
//! The lists are facts tabulated for this project, one file of folded words each. They are read once, at first use,
//! into one table from word to [`Word`].

pub(super) mod endings;
mod table;

use std::sync::LazyLock;

use bitflags::bitflags;
use table::Table;
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
    /// The names that mean the same name (see `names`); 0 where there are none.
    pub(super) same: u16,
}

/// The files, and what their words are.
const LISTS: [(Is, &str); 19] = [
    (Is::HE, include_str!("lists/given_men.txt")),
    (Is::SHE, include_str!("lists/given_women.txt")),
    (Is::KNOWN, include_str!("lists/known.txt")),
    (Is::KNOWN, include_str!("lists/known_together.txt")),
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

/// The files, and what their words do beside a name.
const CUES: [(Cue, &str); 27] = [
    (Cue::PEER, include_str!("lists/peers.txt")),
    (Cue::WEAK, include_str!("lists/weak_titles.txt")),
    (Cue::REGAL, include_str!("lists/regal_titles.txt")),
    (Cue::MAN, include_str!("lists/titles_of_men.txt")),
    (Cue::WOMAN, include_str!("lists/titles_of_women.txt")),
    (Cue::BEHIND, include_str!("lists/titles_behind.txt")),
    (Cue::WIFE, include_str!("lists/titles_of_wives.txt")),
    (
        Cue::OPENS_THING,
        include_str!("lists/openers_of_things.txt"),
    ),
    (Cue::EPONYM, include_str!("lists/eponyms.txt")),
    (Cue::CALLED_AFTER, include_str!("lists/called_after.txt")),
    (
        Cue::TAKES_PLACES,
        include_str!("lists/takers_of_places.txt"),
    ),
    (Cue::REGNAL, include_str!("lists/regnal_names.txt")),
    (Cue::ABBREVIATION, include_str!("lists/abbreviations.txt")),
    (Cue::PARTICLE, include_str!("lists/particles.txt")),
    (
        Cue::CAPITAL_PARTICLE,
        include_str!("lists/capital_particles.txt"),
    ),
    (Cue::AUXILIARY, include_str!("lists/auxiliaries.txt")),
    (Cue::SOMEBODYS, include_str!("lists/somebodys.txt")),
    (Cue::SOMEWHERES, include_str!("lists/somewheres.txt")),
    (Cue::BEARER, include_str!("lists/bearers_of_names.txt")),
    (Cue::ARTICLE, include_str!("lists/articles.txt")),
    (Cue::WHERE, include_str!("lists/whereabouts.txt")),
    (Cue::HER, include_str!("lists/women.txt")),
    (Cue::DONE_BY, include_str!("lists/done_by_people.txt")),
    (Cue::DONE_TO, include_str!("lists/done_to_people.txt")),
    (Cue::LED, include_str!("lists/led.txt")),
    (Cue::HAPPENS_TO, include_str!("lists/happens_to_people.txt")),
    (Cue::HAD_BY, include_str!("lists/had_by_people.txt")),
];

/// Words of all lists, at most.
const N_WORDS: usize = 20_000;

/// The words of a list; its first line says what it is.
fn words_of(list: &'static str) -> impl Iterator<Item = &'static str> {
    let words = list.split_once('\n').map_or("", |(_, words)| words);
    words.split_ascii_whitespace()
}

static WORDS: LazyLock<Table<Word>> = LazyLock::new(|| {
    let mut words = Table::<Word>::for_words(N_WORDS);
    for (is, list) in LISTS {
        for word in words_of(list) {
            words.entry(word).is |= is;
            if let Some(first) = word.bytes().position(|byte| byte == b'_') {
                words.entry(&word[..first]).is |= Is::OPENS;
            }
        }
    }
    for (cue, list) in CUES {
        for word in words_of(list) {
            words.entry(word).cue |= cue;
        }
    }
    for (word, same) in super::names::sets() {
        words.entry(word).same = same;
    }
    words
});

/// Everyone whom one word, of so many letters at least, names and nothing else does.
pub(super) fn known_people(shortest: usize) -> impl Iterator<Item = &'static str> {
    let known = LISTS.iter().filter(|(is, _)| *is == Is::KNOWN);
    known
        .flat_map(|(_, list)| words_of(list))
        .filter(move |word| word.len() >= shortest && !look_up(word).intersects(Is::OTHER))
}

/// What `word` is known to be, whatever its case; words of one place are joined by an underscore.
///
/// A word with accents is looked up without (see [`fold`]). A word with apostrophes that is unknown is looked up without (`mu'awiya`).
#[inline]
pub(super) fn know(word: &str) -> Word {
    match WORDS.get(word) {
        Some(known) => known,
        None => know_odd(word),
    }
}

/// As [`know`], for the word at `start..end` of a text; `ahead` has its bytes and what is behind it.
#[inline]
pub(super) fn know_at(text: &str, ahead: &[u8], start: usize, end: usize) -> Word {
    match WORDS.get_at(text, ahead, start, end) {
        Some(known) => known,
        None => know_odd(&text[start..end]),
    }
}

/// A word with accents or an apostrophe.
fn know_odd(word: &str) -> Word {
    if word.is_ascii() {
        return match memchr::memchr(b'\'', word.as_bytes()) {
            Some(_) => WORDS.get(&word.replace('\'', "")).unwrap_or_default(),
            None => Word::default(),
        };
    }
    let mut folded = String::new();
    fold(word, &mut folded);
    match WORDS.get(&folded) {
        Some(known) => known,
        None => WORDS.get(&folded.replace('\'', "")).unwrap_or_default(),
    }
}

/// What `folded` is known to be.
#[inline]
pub(super) fn look_up(folded: &str) -> Is {
    know(folded).is
}

/// Adds `word` in lower case, without accents and soft hyphens, with straight apostrophes.
pub(super) fn fold(word: &str, into: &mut String) {
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
        let lists = LISTS.map(|(is, list)| (format!("{is:?}"), list));
        let cues = CUES.map(|(cue, list)| (format!("{cue:?}"), list));
        for (is, list) in lists.into_iter().chain(cues) {
            let words: Vec<&str> = words_of(list).collect();
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
    fn the_table_has_room_for_all_words() {
        let lists = LISTS.map(|(_, list)| list);
        let cues = CUES.map(|(_, list)| list);
        let words = lists.into_iter().chain(cues).flat_map(words_of);
        let all: std::collections::HashSet<&str> = words
            .flat_map(|word| [word, word.split('_').next().unwrap_or(word)])
            .collect();
        assert!(all.len() <= N_WORDS, "{} words", all.len());
    }

    #[test]
    fn accents_and_case_do_not_matter() {
        let mut folded = String::new();
        fold("Wałęsa BOLÍVAR Đurić d’Alembert", &mut folded);
        assert_eq!(folded, "walesa bolivar duric d'alembert");
    }
}
