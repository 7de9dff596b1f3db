//! What short words are known to be for dates and for causes alike: one table, so that each word of a note is looked up once.

use super::causes::{FIRST_WORDS, LISTS};
use super::dates::MEANINGS;
use super::word_key::{self, WordTable};

/// What a word is known to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// What it can be in a clause; see the words of the cause reader.
    pub(super) flags: u32,
    /// One more than its place among the words of dates; 0 for none of them.
    pub(super) date: u8,
    /// One more than its row among the first words of cues; 0 for none of them.
    pub(super) cue: u8,
}

/// What the word with this key is known to be.
#[inline]
pub(super) fn of_key(key: u128) -> Known {
    WORDS.get(key)
}

/// What the word is known to be.
#[inline]
pub(super) fn of(word: &[u8]) -> Known {
    of_key(word_key::key(word))
}

static WORDS: WordTable<Known, 8192, 4000> = {
    let nothing = Known {
        flags: 0,
        date: 0,
        cue: 0,
    };
    let mut words = WordTable::empty(nothing);
    let mut list = 0;
    while list < LISTS.len() {
        add(&mut words, LISTS[list].1, LISTS[list].0);
        list += 1;
    }
    let mut row = 0;
    while row < FIRST_WORDS.len() {
        let mut at = 0;
        while let Some((key, next)) = word_key::next_key(FIRST_WORDS[row].0, at) {
            let mut known = words.get(key);
            known.flags |= super::causes::CUE;
            known.cue = row as u8 + 1;
            words.put_key(key, known);
            at = next;
        }
        row += 1;
    }
    let mut meaning = 0;
    while meaning < MEANINGS.len() {
        let Some((key, _)) = word_key::next_key(MEANINGS[meaning].0, 0) else {
            panic!("a word of dates is a word");
        };
        let known = Known {
            date: meaning as u8 + 1,
            ..words.get(key)
        };
        words.put_key(key, known);
        meaning += 1;
    }
    words
};

/// Adds to what is known of each word of `list`.
const fn add<const SLOTS: usize, const WORDS: usize>(
    words: &mut WordTable<Known, SLOTS, WORDS>,
    list: &str,
    flag: u32,
) {
    let mut at = 0;
    while let Some((key, next)) = word_key::next_key(list, at) {
        let mut known = words.get(key);
        known.flags |= flag;
        words.put_key(key, known);
        at = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_what_each_list_says_of_them() {
        assert!(MEANINGS.len() < usize::from(u8::MAX));
        let (because, may) = (of(b"because"), of(b"May"));
        assert!(because.flags != 0 && because.date == 0);
        assert!(
            FIRST_WORDS[usize::from(because.cue) - 1]
                .0
                .starts_with("because ")
        );
        assert_eq!(MEANINGS[usize::from(may.date) - 1].0, "may");
        assert!(may.flags != 0, "a modal verb too");
        assert_eq!(of(b"blockade"), Known::default());
    }
}
