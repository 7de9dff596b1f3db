//! A table that is asked for what is known of a word.

use super::key_between;

/// What is known of words, by their keys: fewer than `WORDS` of them, in `SLOTS` slots, a power of two and at least twice the words.
///
/// Most words of a note are in no table: then one look at the slots, which are small, tells.
#[derive(Debug)]
pub(in crate::notes) struct WordTable<V, const SLOTS: usize, const WORDS: usize> {
    /// The place of a word; 0 where nothing is.
    slots: [u16; SLOTS],
    /// The keys of the words from place 1 on.
    keys: [u128; WORDS],
    /// What is known of them, and at place 0 of all others.
    values: [V; WORDS],
    n_words: usize,
}

impl<V: Copy, const SLOTS: usize, const WORDS: usize> WordTable<V, SLOTS, WORDS> {
    /// A table without words, in which every word is `unknown`.
    pub(in crate::notes) const fn empty(unknown: V) -> Self {
        assert!(SLOTS.is_power_of_two(), "a slot is some bits of a number");
        assert!(
            WORDS * 2 <= SLOTS && WORDS <= 1 << u16::BITS,
            "there is room"
        );
        Self {
            slots: [0; SLOTS],
            keys: [0; WORDS],
            values: [unknown; WORDS],
            n_words: 0,
        }
    }

    /// The table of some words, each with what is known of it.
    pub(in crate::notes) const fn of(words: &[(&str, V)], unknown: V) -> Self {
        let mut table = Self::empty(unknown);
        let mut at = 0;
        while at < words.len() {
            let (word, value) = words[at];
            table.put_key(key_between(word.as_bytes(), 0, word.len()), value);
            at += 1;
        }
        table
    }

    /// Makes `value` what is known of the word with this key.
    pub(in crate::notes) const fn put_key(&mut self, key: u128, value: V) {
        *self.entry(key) = value;
    }

    /// What is known of the word with this key, to be changed.
    pub(in crate::notes) const fn entry(&mut self, key: u128) -> &mut V {
        let (slot, mut place) = self.find(key);
        if place == 0 {
            self.n_words += 1;
            place = self.n_words;
            self.keys[place] = key;
            self.slots[slot] = place as u16;
            self.values[place] = self.values[0];
        }
        &mut self.values[place]
    }

    /// What is known of the word with this key.
    #[inline]
    pub(in crate::notes) const fn get(&self, key: u128) -> V {
        self.values[self.find(key).1]
    }

    /// The slot of `key` and its place, or the free slot where it would stand and 0.
    #[inline]
    const fn find(&self, key: u128) -> (usize, usize) {
        let mixed =
            (key as u64 ^ ((key >> 64) as u64).rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut at = (mixed >> 40) as usize & (SLOTS - 1);
        loop {
            let place = self.slots[at] as usize;
            if place == 0 || self.keys[place] == key {
                return (at, place);
            }
            at = (at + 1) & (SLOTS - 1);
        }
    }
}

/// The next of the words in `words`, parted by one space, from byte `at` on: its key and the byte after it.
pub(in crate::notes) const fn next_key(words: &str, at: usize) -> Option<(u128, usize)> {
    let words = words.as_bytes();
    let mut end = at;
    while end < words.len() && words[end] != b' ' {
        end += 1;
    }
    if end == at {
        return None;
    }
    Some((key_between(words, at, end), end + 1))
}
