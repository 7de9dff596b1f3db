//! A list that is asked for one word in many places, and mostly in vain.

use super::key_between;

/// How many words there are in `words`, parted by one space.
pub(in crate::notes) const fn count(words: &str) -> usize {
    let words = words.as_bytes();
    let mut n_words = 1;
    let mut at = 0;
    while at < words.len() {
        n_words += (words[at] == b' ') as usize;
        at += 1;
    }
    n_words
}

/// The keys of `words`, parted by one space, in order.
pub(in crate::notes) const fn keys<const N: usize>(words: &str) -> [u128; N] {
    let words = words.as_bytes();
    let mut keys = [0; N];
    let (mut word, mut from, mut at) = (0, 0, 0);
    while at <= words.len() {
        if at == words.len() || words[at] == b' ' {
            let key = key_between(words, from, at);
            let mut place = word;
            while place > 0 && keys[place - 1] > key {
                keys[place] = keys[place - 1];
                place -= 1;
            }
            keys[place] = key;
            word += 1;
            from = at + 1;
        }
        at += 1;
    }
    keys
}

/// A list of words that is asked for one word in many places, and mostly in vain.
#[derive(Debug, Clone, Copy)]
pub(in crate::notes) struct Words {
    /// In order.
    keys: &'static [u128],
    /// The [`bit`] of each of them.
    bits: u64,
}

impl Words {
    /// The list of the words with these keys, which are in order.
    pub(in crate::notes) const fn of(keys: &'static [u128]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < keys.len() {
            bits |= bit(keys[at]);
            at += 1;
        }
        Self { keys, bits }
    }

    /// Whether the word with this key is in the list.
    #[inline]
    pub(in crate::notes) fn contains(self, key: u128) -> bool {
        self.bits & bit(key) != 0 && self.has(key)
    }

    /// Apart, since most words end at their bit.
    #[inline(never)]
    fn has(self, key: u128) -> bool {
        self.keys.binary_search(&key).is_ok()
    }
}

/// One bit of 64 that goes with a key: where it is missing from a list, so is the word.
#[inline]
pub(in crate::notes) const fn bit(key: u128) -> u64 {
    let mixed = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    1 << (mixed >> 58)
}

/// A [list](Words) of words that is written as one text.
macro_rules! words {
    ($words:expr) => {{
        const WORDS: $crate::notes::word_key::Words =
            $crate::notes::word_key::Words::of(&$crate::notes::word_key::keys::<
                { $crate::notes::word_key::count($words) },
            >($words));
        WORDS
    }};
}
pub(in crate::notes) use words;

/// Given names that "August" is the second half of: Ernst August.
pub(in crate::notes) const BEFORE_AUGUST: Words = words!(
    "Ernest Ernst Franz Frederick Friedrich Georg Karl Ludwig Philipp Stanislaus Stanislaw Wilhelm"
);
