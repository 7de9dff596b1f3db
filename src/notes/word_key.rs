//! Short words as numbers, whatever their capitals: so that a word is looked up among thousands by a comparison or two.

/// A word of more bytes has no key.
pub(super) const LONGEST: usize = 16;

/// Bit 5 of every byte: it makes an ASCII capital small, and no other letter an ASCII one.
const SMALL: u128 = u128::from_ne_bytes([0x20; LONGEST]);

/// The key of `word`; 0, which no table has, for a long one and for one with letters beyond ASCII.
#[inline]
pub(super) fn key(word: &[u8]) -> u128 {
    let n = word.len();
    let whole = match n {
        8..=LONGEST => {
            let (low, high) = (eight(word, 0), eight(word, n - 8));
            u128::from(low) | u128::from(high) << (8 * (n - 8))
        }
        4..8 => {
            let (low, high) = (four(word, 0), four(word, n - 4));
            u128::from(low | high << (8 * (n - 4)))
        }
        1..4 => {
            let (middle, last) = (n / 2, n - 1);
            let low = u32::from(word[0]);
            let high =
                u32::from(word[middle]) << (8 * middle) | u32::from(word[last]) << (8 * last);
            u128::from(low | high)
        }
        _ => return 0,
    };
    if whole & (SMALL << 2) == 0 {
        whole | SMALL
    } else {
        0
    }
}

/// Makes `padded` the text with room behind it, so that every word in it can be taken out in one step.
#[inline]
pub(super) fn pad(text: &str, padded: &mut Vec<u8>) {
    padded.clear();
    padded.extend_from_slice(text.as_bytes());
    padded.extend_from_slice(&[0; LONGEST]);
}

/// The first byte of sixteen, the first two, and so on, in two halves.
static FIRST: [[u64; 2]; LONGEST] = {
    let mut first = [[0; 2]; LONGEST];
    let mut n = 1;
    while n <= LONGEST {
        let all = u128::MAX >> (8 * (LONGEST - n));
        first[n - 1] = [all as u64, (all >> 64) as u64];
        n += 1;
    }
    first
};

/// The [`key`] of the word of `n` bytes from `start` on of a padded text.
#[inline]
pub(super) fn key_in(padded: &[u8], start: usize, n: usize) -> u128 {
    let Some(first) = FIRST.get(n.wrapping_sub(1)) else {
        return 0;
    };
    let Some(Ok(bytes)) = padded
        .get(start..start + LONGEST)
        .map(<[u8; LONGEST]>::try_from)
    else {
        return 0;
    };
    let whole = u128::from_le_bytes(bytes);
    let [low, high] = [whole as u64 & first[0], (whole >> 64) as u64 & first[1]];
    if (low | high) & (SMALL << 2) as u64 != 0 {
        return 0;
    }
    (u128::from(high) << 64 | u128::from(low)) | SMALL
}

/// Eight bytes from `at` on, the first lowest.
fn eight(word: &[u8], at: usize) -> u64 {
    let bytes = word[at..at + 8].try_into();
    u64::from_le_bytes(bytes.expect("the range is of eight bytes"))
}

/// Four bytes from `at` on, the first lowest.
fn four(word: &[u8], at: usize) -> u64 {
    let bytes = word[at..at + 4].try_into();
    u32::from_le_bytes(bytes.expect("the range is of four bytes")).into()
}

/// The key of the part of `words` from byte `from` to byte `to`, for tables.
pub(super) const fn key_between(words: &[u8], from: usize, to: usize) -> u128 {
    assert!(from < to && to - from <= LONGEST, "the word has a key");
    let mut rest = words.split_at(to).0.split_at(from).1;
    let (mut key, mut shift) = (SMALL, 0);
    // Two letters a step: the compiler counts the steps, and says so where they are very many.
    while let [one, two, after @ ..] = rest {
        assert!((*one | *two) < 0x80, "the word has a key");
        key |= (*one as u128 | (*two as u128) << 8) << shift;
        shift += 16;
        rest = after;
    }
    if let [letter] = rest {
        assert!(*letter < 0x80, "the word has a key");
        key |= (*letter as u128) << shift;
    }
    key
}

/// How many words there are in `words`, parted by one space.
pub(super) const fn count(words: &str) -> usize {
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
pub(super) const fn keys<const N: usize>(words: &str) -> [u128; N] {
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
pub(super) struct Words {
    /// In order.
    keys: &'static [u128],
    /// The [`bit`] of each of them.
    bits: u64,
}

impl Words {
    /// The list of the words with these keys, which are in order.
    pub(super) const fn of(keys: &'static [u128]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < keys.len() {
            bits |= bit(keys[at]);
            at += 1;
        }
        Self { keys, bits }
    }

    /// Whether the word with this key is in the list.
    #[inline]
    pub(super) fn contains(self, key: u128) -> bool {
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
pub(super) const fn bit(key: u128) -> u64 {
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
pub(super) use words;

/// Given names that "August" is the second half of: Ernst August.
pub(super) const BEFORE_AUGUST: Words = words!(
    "Ernest Ernst Franz Frederick Friedrich Georg Karl Ludwig Philipp Stanislaus Stanislaw Wilhelm"
);

/// What is known of words, by their keys: fewer than `WORDS` of them, in `SLOTS` slots, a power of two and at least twice the words.
///
/// Most words of a note are in no table: then one look at the slots, which are small, tells.
#[derive(Debug)]
pub(super) struct WordTable<V, const SLOTS: usize, const WORDS: usize> {
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
    pub(super) const fn empty(unknown: V) -> Self {
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
    pub(super) const fn of(words: &[(&str, V)], unknown: V) -> Self {
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
    pub(super) const fn put_key(&mut self, key: u128, value: V) {
        *self.entry(key) = value;
    }

    /// What is known of the word with this key, to be changed.
    pub(super) const fn entry(&mut self, key: u128) -> &mut V {
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
    pub(super) const fn get(&self, key: u128) -> V {
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
pub(super) const fn next_key(words: &str, at: usize) -> Option<(u128, usize)> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_word_whatever_its_capitals() {
        for word in [
            "a",
            "of",
            "the",
            "that",
            "these",
            "eleven",
            "because",
            "although",
            "afterwards",
            "consequently",
            "notwithstanding",
            "isn't",
            ".",
            "sixteen-letters.",
        ] {
            let expected = key_between(word.as_bytes(), 0, word.len());
            assert_eq!(key(word.as_bytes()), expected, "{word}");
            assert_eq!(key(word.to_uppercase().as_bytes()), expected, "{word}");
            let mut padded = Vec::new();
            pad(&format!("x {word}"), &mut padded);
            assert_eq!(key_in(&padded, 2, word.len()), expected, "{word}");
        }
        assert_eq!(key(b""), 0);
        assert_eq!(key("isn’t".as_bytes()), 0);
        assert_eq!(key(b"seventeen-letters"), 0);
    }

    #[test]
    fn lists_and_tables_hold_their_words_and_no_others() {
        let list = words!("but yet so");
        assert!(list.contains(key(b"Yet")) && !list.contains(key(b"ye")));
        const TABLE: WordTable<u8, 8, 4> = {
            let mut table = WordTable::empty(0);
            table.put_key(key_between(b"one", 0, 3), 1);
            table.put_key(key_between(b"two", 0, 3), 2);
            table.put_key(key_between(b"one", 0, 3), 5);
            table
        };
        for (word, known) in [("One", 5), ("two", 2), ("three", 0), ("", 0)] {
            assert_eq!(TABLE.get(key(word.as_bytes())), known, "{word}");
        }
        let (first, rest) = next_key("but yet", 0).unwrap();
        assert_eq!((first, rest), (key(b"but"), 4));
        assert_eq!(
            next_key("but yet", rest).map(|next| next.0),
            Some(key(b"yet"))
        );
        assert_eq!(next_key("but yet", 8), None);
    }
}
