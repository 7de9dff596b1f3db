//! A table of short words that is asked for every capitalised word of every note: one hash, one comparison of two numbers.

use rustc_hash::FxHashMap;

/// Letters of a word that fit a [`Key`].
const LONGEST: usize = 16;

/// A word of at most sixteen ASCII bytes in lower case as a number, so that words are compared without looping over letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key(u64, u64);

impl Key {
    /// `None` for a longer word and for one with letters outside ASCII.
    fn of(word: &[u8]) -> Option<Self> {
        let mut room = [0; LONGEST];
        room.get_mut(..word.len())?.copy_from_slice(word);
        Self::padded(u128::from_le_bytes(room))
    }

    /// As [`Self::of`], for the word at `start..end` of a text: sixteen bytes are taken at once where the text has so many.
    #[inline]
    fn at(text: &[u8], start: usize, end: usize) -> Option<Self> {
        match text
            .get(start..start + LONGEST)
            .and_then(|bytes| bytes.try_into().ok())
        {
            Some(bytes) if end - start <= LONGEST => {
                let rest = (LONGEST - (end - start)) as u32 * 8;
                let own = u128::MAX.checked_shr(rest).unwrap_or_default();
                Self::padded(u128::from_le_bytes(bytes) & own)
            }
            _ => Self::of(text.get(start..end)?),
        }
    }

    /// The key of letters that zeros follow.
    fn padded(letters: u128) -> Option<Self> {
        let (head, tail) = (letters as u64, (letters >> 64) as u64);
        ((head | tail) & TOPS == 0).then(|| Self(lower(head), lower(tail)))
    }

    fn hash(self) -> u64 {
        let product =
            u128::from(self.0 ^ 0x9e37_79b9_7f4a_7c15) * u128::from(self.1 ^ 0xd6e8_feb8_6659_fd93);
        product as u64 ^ (product >> 64) as u64
    }
}

/// One in each of eight bytes.
const ONES: u64 = 0x0101_0101_0101_0101;

/// The top bit of each of eight bytes.
const TOPS: u64 = ONES << 7;

/// Eight ASCII letters at once in lower case.
fn lower(letters: u64) -> u64 {
    let from_a = letters + ONES * u64::from(0x80 - b'A');
    let past_z = letters + ONES * u64::from(0x7f - b'Z');
    letters | ((from_a ^ past_z) & TOPS) >> 2
}

/// Words and what is known of each.
#[derive(Debug)]
pub(super) struct Table<T> {
    /// One more than the index of an entry, and some bits of its hash; 0 where nothing is.
    slots: Vec<u32>,
    entries: Vec<(Key, T)>,
    /// Words that no [`Key`] holds.
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
        let Some(key) = Key::of(word.as_bytes()) else {
            return self.long.entry(word).or_default();
        };
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
        match Key::of(word.as_bytes()) {
            Some(key) => self.find(key),
            None => self.long.get(word).copied(),
        }
    }

    /// As [`Self::get`] for the word at `start..end` of `text`.
    #[inline]
    pub(super) fn get_at(&self, text: &str, start: usize, end: usize) -> Option<T> {
        match Key::at(text.as_bytes(), start, end) {
            Some(key) => self.find(key),
            None => self.long.get(&text[start..end]).copied(),
        }
    }

    #[inline]
    fn find(&self, key: Key) -> Option<T> {
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
    fn start(&self, key: Key) -> (usize, u32) {
        let hash = key.hash();
        (
            hash as usize & (self.slots.len() - 1),
            (hash >> 32) as u32 & MARK,
        )
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
            let found = table.get_at(&text, 2, 2 + word.len());
            assert_eq!(found, Some(index + 1), "{word} in a text");
            let found = table.get_at(&text[..2 + word.len()], 2, 2 + word.len());
            assert_eq!(found, Some(index + 1), "{word} at the end of a text");
        }
        assert_eq!(table.get("GANDHI"), Some(7));
        assert_eq!(table.get_at("O'Higgins in Chile", 0, 9), Some(9));
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
        assert_eq!(table.get_at("sixteen letters and more", 3, 3), None);
    }
}
