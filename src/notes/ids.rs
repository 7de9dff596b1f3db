//! Ids that outlive edits: a hash of where a fact stands and what it says, never of its line number.

use std::fmt;

use rustc_hash::FxHashMap;
use siphasher::sip::SipHasher13;

/// The id of a fact: 64 bits, written as 13 digits of Crockford's base 32 in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(u64);

impl Id {
    /// Its bits.
    #[must_use]
    pub fn bits(self) -> u64 {
        self.0
    }

    /// Its digits, all of them ASCII.
    #[must_use]
    pub fn digits(self) -> [u8; 13] {
        const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let mut rest = self.0;
        let mut digits = [0; 13];
        for digit in digits.iter_mut().rev() {
            *digit = DIGITS[(rest & 31) as usize];
            rest >>= 5;
        }
        digits
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(std::str::from_utf8(&self.digits()).expect("the digits are ASCII"))
    }
}

/// Makes the ids of one note's facts.
#[derive(Debug, Default)]
pub struct Ids {
    seen: FxHashMap<u64, u32>,
    /// What the next id is made of; kept for its room.
    whole: Vec<u8>,
}

impl Ids {
    /// The id of the fact made of `parts`; the same parts a second time give another id (an ordinal is added).
    pub fn next(&mut self, parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Id {
        self.whole.clear();
        for part in parts {
            push(&mut self.whole, part.as_ref());
        }
        let hash = hash(&self.whole);
        self.numbered(hash)
    }

    /// As [`Self::next`], of parts that [`push`] has put one behind the other.
    pub(super) fn of(&mut self, parts: &[u8]) -> Id {
        self.numbered(hash(parts))
    }

    fn numbered(&mut self, hash: u64) -> Id {
        let ordinal = self.seen.entry(hash).or_insert(0);
        *ordinal += 1;
        if *ordinal == 1 {
            return Id(hash);
        }
        id([&Id(hash).digits()[..], ordinal.to_string().as_bytes()])
    }
}

/// The id of `parts`.
#[must_use]
pub fn id(parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Id {
    let mut whole = Vec::new();
    for part in parts {
        push(&mut whole, part.as_ref());
    }
    Id(hash(&whole))
}

/// Adds a part to those that an id is made of, with its end marked, so that `ab` and `c` are not `a` and `bc`.
pub(super) fn push(parts: &mut Vec<u8>, part: &[u8]) {
    parts.extend_from_slice(part);
    parts.push(0xff);
}

/// The words of `text` alone, in lower case, joined by one space: what an id sees of a text.
#[must_use]
pub fn normalised(text: &str) -> String {
    let mut words = Vec::with_capacity(text.len());
    normalise(text, &mut words);
    String::from_utf8(words).expect("letters were replaced by letters")
}

/// For each ASCII byte its small letter or its digit, and 0 where it is neither.
const SMALL: [u8; 128] = {
    let mut small = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            small[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    small
};

/// Adds to `words` what [`normalised`] says of `text`.
pub(super) fn normalise(text: &str, words: &mut Vec<u8>) {
    let start = words.len();
    let mut gap = false;
    let mut rest = text;
    loop {
        let n_ascii = rest.bytes().take_while(u8::is_ascii).count();
        let (ascii, others) = rest.split_at(n_ascii);
        gap = normalise_ascii(ascii.as_bytes(), words, start, gap);
        let mut chars = others.chars();
        let Some(char) = chars.next() else { return };
        rest = chars.as_str();
        if !char.is_alphanumeric() {
            gap = words.len() > start;
            continue;
        }
        if gap {
            words.push(b' ');
            gap = false;
        }
        for small in char.to_lowercase() {
            words.extend_from_slice(small.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
}

/// Adds the words of ASCII `text` to those that begin at `start`; whether a gap stands before the next word, before and after.
fn normalise_ascii(text: &[u8], words: &mut Vec<u8>, start: usize, mut gap: bool) -> bool {
    let mut length = words.len();
    // A space for the gap before it, and no more than as many bytes again.
    words.resize(length + text.len() + 1, 0);
    for byte in text {
        let small = SMALL[usize::from(byte & 0x7f)];
        if small == 0 {
            gap = length > start;
            continue;
        }
        if gap {
            words[length] = b' ';
            length += 1;
            gap = false;
        }
        words[length] = small;
        length += 1;
    }
    words.truncate(length);
    gap
}

/// `SipHash` 1-3 with fixed keys: the same on every machine and in every version.
fn hash(parts: &[u8]) -> u64 {
    SipHasher13::new().hash(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_depends_on_the_words_alone() {
        assert_eq!(
            id(["a.md", normalised("**Kennedy**  found out.").as_str()]),
            id(["a.md", normalised("Kennedy found out").as_str()])
        );
        assert_ne!(id(["a.md", "b"]), id(["a.mdb", ""]));
        assert_eq!(id(["a.md", "x"]).to_string().len(), 13);
    }

    #[test]
    fn equals_are_told_apart_by_their_order() {
        let mut ids = Ids::default();
        let first = ids.next(["a.md", "same"]);
        assert_ne!(first, ids.next(["a.md", "same"]));
        assert_eq!(first, Ids::default().next(["a.md", "same"]));
    }

    #[test]
    fn only_words_are_left_and_all_are_small() {
        for (text, words) in [
            ("  The *Bay* of Pigs, 1961! ", "the bay of pigs 1961"),
            ("Über ÉTÉ — İ", "über été i\u{307}"),
            ("...", ""),
            ("大躍進 (1958)", "大躍進 1958"),
        ] {
            assert_eq!(normalised(text), words, "{text:?}");
        }
    }

    #[test]
    fn ids_are_the_same_in_every_version() {
        assert_eq!(id(["a.md", "x"]).to_string(), "cxvy3ndb9bcmc");
    }
}
