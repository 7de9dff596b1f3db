//! Short words as numbers, whatever their capitals: so that a word is looked up among thousands by a comparison or two.

mod list;
mod table;

pub(super) use list::{BEFORE_AUGUST, Words, bit, count, keys, words};
pub(super) use table::{WordTable, next_key};

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
