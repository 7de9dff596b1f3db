//! Ids that outlive edits: a hash of where a fact stands and what it says, never of its line number.

mod seen;
mod words;

use std::fmt;
use std::hash::Hasher;

use siphasher::sip::SipHasher13;
use smallvec::SmallVec;

use seen::Seen;
pub use words::normalised;
pub(super) use words::{normalise, normalise_tokens};

/// The id of a fact: 64 bits, written as 13 digits of Crockford's base 32 in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(u64);

impl Id {
    /// Its bits.
    #[must_use]
    #[inline]
    pub fn bits(self) -> u64 {
        self.0
    }

    /// Its digits as text of its own.
    pub(super) fn text(self) -> String {
        text(&self.digits()).to_owned()
    }

    /// Its digits, all of them ASCII.
    #[must_use]
    pub fn digits(self) -> [u8; 13] {
        let mut rest = self.0;
        let mut digits = [0; 13];
        for pair in digits[1..].rchunks_exact_mut(2) {
            pair.copy_from_slice(&PAIRS[(rest & 1023) as usize]);
            rest >>= 10;
        }
        digits[0] = DIGITS[(rest & 31) as usize];
        digits
    }
}

const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The numbers of two digits.
static PAIRS: [[u8; 2]; 1024] = {
    let mut pairs = [[0; 2]; 1024];
    let mut number = 0;
    while number < 1024 {
        pairs[number] = [DIGITS[number >> 5], DIGITS[number & 31]];
        number += 1;
    }
    pairs
};

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(text(&self.digits()))
    }
}

/// Digits, which are ASCII, as text.
fn text(digits: &[u8]) -> &str {
    std::str::from_utf8(digits).expect("the digits are ASCII")
}

/// Most ids are made of fewer bytes.
pub(super) const USUAL: usize = 256;

/// Makes the ids of one note's facts.
#[derive(Debug, Default)]
pub struct Ids {
    seen: Seen,
    /// What the next id is made of; kept for its room.
    whole: Vec<u8>,
}

impl Ids {
    /// The id of the fact made of `parts`; the same parts a second time give another id (an ordinal is added).
    pub fn next(&mut self, parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Id {
        self.of_pushed(|whole| {
            for part in parts {
                push(whole, part.as_ref());
            }
        })
    }

    /// As [`Self::next`], of the parts that `push_all` [pushes](push) one by one.
    pub(super) fn of_pushed(&mut self, push_all: impl FnOnce(&mut Vec<u8>)) -> Id {
        self.whole.clear();
        push_all(&mut self.whole);
        let hash = hash(&self.whole);
        self.numbered(hash)
    }

    /// Ids for about `n_facts` facts.
    pub(super) fn for_facts(n_facts: usize) -> Self {
        Self {
            whole: Vec::with_capacity(USUAL),
            seen: Seen::with_room(n_facts),
        }
    }

    /// As [`Self::next`], of what `stem` begins with and of `parts`, which end with an [`END`].
    pub(super) fn of(&mut self, stem: &Stem, parts: &[u8]) -> Id {
        let mut whole = stem.0;
        whole.write(parts);
        self.numbered(whole.finish())
    }

    fn numbered(&mut self, hash: u64) -> Id {
        let ordinal = self.seen.add(hash);
        if ordinal == 1 {
            return Id(hash);
        }
        let mut ordinal_digits = [0; 10];
        let length = digits_of(ordinal, &mut ordinal_digits);
        self.whole.clear();
        push(&mut self.whole, &Id(hash).digits());
        push(&mut self.whole, &ordinal_digits[10 - length..]);
        Id(self::hash(&self.whole))
    }
}

/// What the ids of several facts begin with, hashed once.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Stem(SipHasher13);

impl Stem {
    /// A stem of one part.
    pub(super) fn of(part: &str) -> Self {
        let mut stem = Self::default();
        stem.add(part.as_bytes());
        stem.add(&[END]);
        stem
    }

    /// Adds bytes of a part that is not at its end.
    #[inline]
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }
}

/// The id of `parts`.
#[must_use]
pub fn id(parts: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Id {
    let mut whole = SmallVec::<[u8; 256]>::new();
    for part in parts {
        whole.extend_from_slice(part.as_ref());
        whole.push(END);
    }
    Id(hash(&whole))
}

/// Writes `number` to the end of `digits`, and tells how many it has.
fn digits_of(number: u32, digits: &mut [u8; 10]) -> usize {
    let mut rest = number;
    let mut length = 0;
    while rest > 0 || length == 0 {
        length += 1;
        digits[10 - length] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    length
}

/// What stands behind each part that an id is made of, so that `ab` and `c` are not `a` and `bc`.
pub(super) const END: u8 = 0xff;

/// Adds a part to those that an id is made of.
#[inline]
pub(super) fn push(parts: &mut Vec<u8>, part: &[u8]) {
    parts.extend_from_slice(part);
    parts.push(END);
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
        let mut nth = first;
        for _ in 2..11 {
            nth = ids.next(["a.md", "same"]);
        }
        assert_eq!(nth, id([first.to_string().as_str(), "11"]));
    }

    #[test]
    fn a_stem_and_the_rest_make_the_id_of_the_whole() {
        let mut stem = Stem::of("unit/a.md");
        stem.add(b"the bay");
        stem.add(b" of pigs");
        let whole = id(["unit/a.md", "the bay of pigs", "kennedy found out"]);
        let mut rest = vec![END];
        push(&mut rest, b"kennedy found out");
        assert_eq!(Ids::default().of(&stem, &rest), whole);
    }

    #[test]
    fn ids_are_the_same_in_every_version() {
        assert_eq!(id(["a.md", "x"]).to_string(), "cxvy3ndb9bcmc");
    }
}
