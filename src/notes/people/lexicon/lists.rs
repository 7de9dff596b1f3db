//! The lists of words, and the table that they are read into when the program is built.

use super::{Cue, Is, Word};
use crate::notes::people::names;
use crate::notes::word_key::{LONGEST, WordTable, key, key_between};

/// The people whom one word names.
pub(in crate::notes::people) const KNOWN: [&str; 2] = [
    include_str!("../lists/known.txt"),
    include_str!("../lists/known_together.txt"),
];

/// The files, and what their words are.
const LISTS: [(Is, &str); 19] = [
    (Is::HE, include_str!("../lists/given_men.txt")),
    (Is::SHE, include_str!("../lists/given_women.txt")),
    (Is::KNOWN, KNOWN[0]),
    (Is::KNOWN, KNOWN[1]),
    (Is::SURNAME, include_str!("../lists/surnames.txt")),
    (Is::FAMILY, include_str!("../lists/families.txt")),
    (Is::PLACE, include_str!("../lists/places.txt")),
    (Is::PEOPLE, include_str!("../lists/peoples.txt")),
    (Is::GROUP, include_str!("../lists/groups.txt")),
    (Is::THING, include_str!("../lists/things.txt")),
    (Is::TITLE, include_str!("../lists/titles.txt")),
    (Is::ROLE, include_str!("../lists/roles.txt")),
    (Is::FUNCTION, include_str!("../lists/function_words.txt")),
    (Is::WORD, include_str!("../lists/words.txt")),
    (Is::ACT, include_str!("../lists/acts.txt")),
    (Is::HUMAN, include_str!("../lists/human_acts.txt")),
    (Is::FATE, include_str!("../lists/fates.txt")),
    (Is::BELONGING, include_str!("../lists/belongings.txt")),
    (Is::EPITHET, include_str!("../lists/epithets.txt")),
];

/// The files, and what their words do beside a name.
const CUES: [(Cue, &str); 27] = [
    (Cue::PEER, include_str!("../lists/peers.txt")),
    (Cue::WEAK, include_str!("../lists/weak_titles.txt")),
    (Cue::REGAL, include_str!("../lists/regal_titles.txt")),
    (Cue::MAN, include_str!("../lists/titles_of_men.txt")),
    (Cue::WOMAN, include_str!("../lists/titles_of_women.txt")),
    (Cue::BEHIND, include_str!("../lists/titles_behind.txt")),
    (Cue::WIFE, include_str!("../lists/titles_of_wives.txt")),
    (
        Cue::OPENS_THING,
        include_str!("../lists/openers_of_things.txt"),
    ),
    (Cue::EPONYM, include_str!("../lists/eponyms.txt")),
    (Cue::CALLED_AFTER, include_str!("../lists/called_after.txt")),
    (
        Cue::TAKES_PLACES,
        include_str!("../lists/takers_of_places.txt"),
    ),
    (Cue::REGNAL, include_str!("../lists/regnal_names.txt")),
    (
        Cue::ABBREVIATION,
        include_str!("../lists/abbreviations.txt"),
    ),
    (Cue::PARTICLE, include_str!("../lists/particles.txt")),
    (
        Cue::CAPITAL_PARTICLE,
        include_str!("../lists/capital_particles.txt"),
    ),
    (Cue::AUXILIARY, include_str!("../lists/auxiliaries.txt")),
    (Cue::SOMEBODYS, include_str!("../lists/somebodys.txt")),
    (Cue::SOMEWHERES, include_str!("../lists/somewheres.txt")),
    (Cue::BEARER, include_str!("../lists/bearers_of_names.txt")),
    (Cue::ARTICLE, include_str!("../lists/articles.txt")),
    (Cue::WHERE, include_str!("../lists/whereabouts.txt")),
    (Cue::HER, include_str!("../lists/women.txt")),
    (Cue::DONE_BY, include_str!("../lists/done_by_people.txt")),
    (Cue::DONE_TO, include_str!("../lists/done_to_people.txt")),
    (Cue::LED, include_str!("../lists/led.txt")),
    (
        Cue::HAPPENS_TO,
        include_str!("../lists/happens_to_people.txt"),
    ),
    (Cue::HAD_BY, include_str!("../lists/had_by_people.txt")),
];

/// Words of all lists that have a [`key`], at most.
const N_WORDS: usize = 20_000;

/// Words of all lists that have none, at most.
const N_LONG: usize = 40;

/// All words of the lists, and what is known of each.
pub(super) struct Lexicon {
    /// Those with a [`key`].
    pub(super) words: WordTable<Word, 65_536, N_WORDS>,
    /// Those without; empty words behind them.
    long: [(&'static str, Word); N_LONG],
}

/// The words of all lists.
#[allow(
    long_running_const_eval,
    reason = "the words are many, and read here they cost no start of the program anything"
)]
pub(super) static ALL: Lexicon = Lexicon::read();

const NOTHING: Word = Word {
    is: Is::empty(),
    cue: Cue::empty(),
    same: 0,
};

impl Lexicon {
    /// Reads all lists.
    const fn read() -> Self {
        let mut all = Self {
            words: WordTable::empty(NOTHING),
            long: [("", NOTHING); N_LONG],
        };
        let mut number = 0;
        while number < LISTS.len() {
            let (is, list) = LISTS[number];
            all.add_list(list, Word { is, ..NOTHING });
            number += 1;
        }
        number = 0;
        while number < CUES.len() {
            let (cue, list) = CUES[number];
            all.add_list(list, Word { cue, ..NOTHING });
            number += 1;
        }
        number = 1;
        while number < names::SAME.n_words {
            let same = number as u16;
            all.add(names::SAME.words[number], Word { same, ..NOTHING });
            number += 1;
        }
        all
    }

    /// Adds what is known of all words of a list.
    const fn add_list(&mut self, list: &'static str, known: Word) {
        let mut at = 0;
        while let Some((word, next)) = next_word(list, at) {
            self.add(word, known);
            at = next;
        }
    }

    /// Adds to what is known of a word, and notes which word the ones joined by an underscore begin with.
    const fn add(&mut self, word: &'static str, known: Word) {
        let joined = if word.len() <= LONGEST {
            let key = key_between(word.as_bytes(), 0, word.len());
            let entry = self.words.entry(key);
            *entry = both(*entry, known);
            has(key, UNDERSCORE)
        } else {
            let at = self.place_of_long(word);
            self.long[at] = (word, both(self.long[at].1, known));
            true
        };
        if joined
            && !known.is.is_empty()
            && let Some(first) = before_underscore(word)
        {
            let is = Is::OPENS;
            self.add(first, Word { is, ..NOTHING });
        }
    }

    /// Where a word without a [`key`] stands or would stand.
    const fn place_of_long(&self, word: &str) -> usize {
        let mut at = 0;
        while !self.long[at].0.is_empty() && !are_equal(self.long[at].0, word) {
            at += 1;
        }
        at
    }

    /// What is known of a word, if it stands in a list.
    pub(super) fn get(&self, word: &str) -> Option<Word> {
        if word.len() > LONGEST {
            let found = self.long.iter().find(|(long, _)| *long == word);
            return found.map(|(_, known)| *known);
        }
        Some(self.words.get(key(word.as_bytes()))).filter(|known| *known != NOTHING)
    }
}

/// Whether a word of a list is nothing but a name.
pub(in crate::notes::people) const fn is_mere_name(word: &str) -> bool {
    let known = if word.len() <= LONGEST {
        ALL.words.get(key_between(word.as_bytes(), 0, word.len()))
    } else {
        ALL.long[ALL.place_of_long(word)].1
    };
    !known.is.intersects(Is::OTHER)
}

/// An underscore, in a key.
const UNDERSCORE: u8 = b'_' | 0x20;

/// Whether a byte is in a key.
#[inline]
pub(super) const fn has(key: u128, byte: u8) -> bool {
    const ONES: u128 = u128::from_ne_bytes([1; LONGEST]);
    let other = key ^ (ONES * byte as u128);
    other.wrapping_sub(ONES) & !other & ONES << 7 != 0
}

/// What two lists say of a word.
const fn both(one: Word, other: Word) -> Word {
    Word {
        is: one.is.union(other.is),
        cue: one.cue.union(other.cue),
        same: one.same | other.same,
    }
}

const fn are_equal(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// The part of a word before its first underscore.
const fn before_underscore(word: &'static str) -> Option<&'static str> {
    let mut rest = word.as_bytes();
    while let [letter, after @ ..] = rest {
        if *letter == b'_' {
            return Some(word.split_at(word.len() - rest.len()).0);
        }
        rest = after;
    }
    None
}

/// The next word of a list from byte `at` on, and where it ends. A list opens with a line that says what it is.
pub(in crate::notes::people) const fn next_word(
    list: &'static str,
    at: usize,
) -> Option<(&'static str, usize)> {
    let mut rest = list.as_bytes().split_at(at).1;
    let mut is_over = at > 0;
    while let [byte, after @ ..] = rest
        && (!is_over || *byte <= b' ')
    {
        is_over |= *byte == b'\n';
        rest = after;
    }
    let start = list.len() - rest.len();
    while let [one, two, after @ ..] = rest
        && *one > b' '
        && *two > b' '
    {
        rest = after;
    }
    while let [byte, after @ ..] = rest
        && *byte > b' '
    {
        rest = after;
    }
    let end = list.len() - rest.len();
    if start == end {
        return None;
    }
    Some((list.split_at(end).0.split_at(start).1, end))
}

/// The words of a list.
#[cfg(test)]
pub(super) fn words_of(list: &'static str) -> impl Iterator<Item = &'static str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (word, next) = next_word(list, at)?;
        at = next;
        Some(word)
    })
}

/// All lists, with what their words are or do.
#[cfg(test)]
pub(super) fn named() -> impl Iterator<Item = (String, &'static str)> {
    let lists = LISTS.map(|(is, list)| (format!("{is:?}"), list));
    let cues = CUES.map(|(cue, list)| (format!("{cue:?}"), list));
    lists.into_iter().chain(cues)
}
