//! A table of short words that is asked for every capitalised word of every note: one hash, one comparison of two numbers.

use rustc_hash::FxHashMap;

use crate::notes::word_key::{key, key_in};

/// Words and what is known of each.
#[derive(Debug)]
pub(super) struct Table<T> {
    /// One more than the index of an entry, and some bits of its hash; 0 where nothing is.
    slots: Vec<u32>,
    entries: Vec<(u128, T)>,
    /// Words without a [`key`].
    long: FxHashMap<&'static str, T>,
}

impl<T: Copy + Default> Table<T> {
    /// A table for at most `n_words`.
    pub(super) fn for_words(n_words: usize) -> Self {
        Self {
            // Three in five are taken at most: a bigger table would not stay in the cache.
            slots: vec![0; (n_words + n_words / 2).next_power_of_two()],
            entries: Vec::with_capacity(n_words),
            long: FxHashMap::default(),
        }
    }

    /// What is known of `word`, to be changed.
    pub(super) fn entry(&mut self, word: &'static str) -> &mut T {
        let key = key(word.as_bytes());
        if key == 0 {
            return self.long.entry(word).or_default();
        }
        let (mut at, mark) = self.start(key);
        loop {
            match self.slots[at] {
                0 => {
                    self.entries.push((key, T::default()));
                    self.slots[at] = mark | self.entries.len() as u32;
                    break;
                }
                slot if self.entries[index(slot)].0 == key => break,
                _ => at = (at + 1) & (self.slots.len() - 1),
            }
        }
        let found = index(self.slots[at]);
        &mut self.entries[found].1
    }

    /// What is known of `word`, whatever its case.
    pub(super) fn get(&self, word: &str) -> Option<T> {
        match key(word.as_bytes()) {
            0 => self.long.get(word).copied(),
            key => self.find(key),
        }
    }

    /// As [`Self::get`] for the word at `start..end` of `text`. Sixteen bytes are taken at once where `ahead`, its bytes and what is
    /// behind it, has so many.
    #[inline]
    pub(super) fn get_at(&self, text: &str, ahead: &[u8], start: usize, end: usize) -> Option<T> {
        match key_in(ahead, start, end - start) {
            0 => self.get(&text[start..end]),
            key => self.find(key),
        }
    }

    #[inline]
    fn find(&self, key: u128) -> Option<T> {
        let (mut at, mark) = self.start(key);
        loop {
            let slot = *self.slots.get(at)?;
            if slot == 0 {
                return None;
            }
            if slot & MARK == mark {
                let (known, value) = self.entries.get(index(slot))?;
                if *known == key {
                    return Some(*value);
                }
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    #[inline]
    fn start(&self, key: u128) -> (usize, u32) {
        let folded = key as u64 ^ ((key >> 64) as u64).rotate_left(29);
        let hash = folded.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        (hash as usize & (self.slots.len() - 1), hash as u32 & MARK)
    }
}

/// The bits of a slot that are of the hash.
const MARK: u32 = 0xfff8_0000;

#[inline]
fn index(slot: u32) -> usize {
    ((slot & !MARK) as usize).wrapping_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_and_apart_from_their_neighbours() {
        let words = [
            "a",
            "ab",
            "aba",
            "abba",
            "aaaaaaaa",
            "aaaaaaaaa",
            "gandhi",
            "dien_bien_phu",
            "o'higgins",
            "sixteen-letters1",
            "longer-than-sixteen-letters",
        ];
        let mut table = Table::for_words(words.len());
        for (index, word) in words.iter().enumerate() {
            *table.entry(word) = index + 1;
        }
        for (index, word) in words.iter().enumerate() {
            assert_eq!(table.get(word), Some(index + 1), "{word}");
            let text = format!("x {word} and some words more");
            let found = table.get_at(&text, text.as_bytes(), 2, 2 + word.len());
            assert_eq!(found, Some(index + 1), "{word} in a text");
            let text = &text[..2 + word.len()];
            let found = table.get_at(text, text.as_bytes(), 2, text.len());
            assert_eq!(found, Some(index + 1), "{word} at the end of a text");
        }
        assert_eq!(table.get("GANDHI"), Some(7));
        let text = "O'Higgins in Chile";
        assert_eq!(table.get_at(text, text.as_bytes(), 0, 9), Some(9));
        for unknown in [
            "",
            "aa",
            "aaaaaaa",
            "aaaaaaaaaa",
            "gandh",
            "gändhi",
            "longer-than-six",
        ] {
            assert_eq!(table.get(unknown), None, "{unknown}");
        }
        let text = "sixteen letters and more";
        assert_eq!(table.get_at(text, text.as_bytes(), 3, 3), None);
    }
}
