//! The words that names are told by, for a quick no to most others.

use memchr::memchr_iter;

use crate::notes::word_key::key;

/// Bits for the words that names are told by, a power of two.
const N_BITS: usize = 1 << 18;

/// A bit for each word; a few words share theirs.
pub(super) struct ToldBy(Vec<u64>);

impl ToldBy {
    /// No words.
    pub(super) fn nothing() -> Self {
        Self(vec![0; N_BITS / 64])
    }

    /// Adds the words that a name is told by: the last one, and the one before a numeral, "of" or "the".
    pub(super) fn add(&mut self, name: &[u8]) {
        let (mut start, mut before) = (0, &name[..0]);
        for end in memchr_iter(b' ', name).chain([name.len()]) {
            let word = &name[start..end];
            if end == name.len() {
                self.add_word(word);
            }
            if !before.is_empty() && is_tail(word) && !is_tail(before) {
                self.add_word(before);
            }
            (before, start) = (word, end + 1);
        }
    }

    fn add_word(&mut self, word: &[u8]) {
        let bit = bit_of(word);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// Whether a word may be one of them.
    #[inline]
    pub(super) fn may_have(&self, word: &[u8]) -> bool {
        let bit = bit_of(word);
        self.0[bit / 64] & 1 << (bit % 64) != 0
    }
}

/// Whether a word opens what stands behind a name: a numeral, "of", "the".
fn is_tail(word: &[u8]) -> bool {
    matches!(word, b"of" | b"the") || word.iter().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
}

/// The bit of a folded word; 0 for one that has no key.
fn bit_of(word: &[u8]) -> usize {
    let key = key(word);
    let mixed = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 32) as usize & (N_BITS - 1)
}
