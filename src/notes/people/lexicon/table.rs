//! The table that all lists are read into when the program is built.

use super::lists::{CUES, LISTS, next_word};
use super::{Cue, Is, Word};
use crate::notes::people::names;
use crate::notes::word_key::{LONGEST, WordTable, key, key_between};

/// Words of all lists that have a [`key`], at most.
const N_WORDS: usize = 20_480;

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
