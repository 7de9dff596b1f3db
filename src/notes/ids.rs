//! Ids that outlive edits: a hash of where a fact stands and what it says, never of its line number.

use std::collections::HashMap;
use std::hash::Hasher;

use siphasher::sip::SipHasher13;

/// Makes the ids of one note's facts.
#[derive(Debug, Default)]
pub struct Ids {
    seen: HashMap<u64, u32>,
}

impl Ids {
    /// The id of the fact made of `parts`; the same parts a second time give another id (an ordinal is added).
    pub fn next(&mut self, parts: &[&str]) -> String {
        let hash = hash(parts);
        let ordinal = self.seen.entry(hash).or_insert(0);
        *ordinal += 1;
        if *ordinal == 1 {
            base32(hash)
        } else {
            id(&[&base32(hash), &ordinal.to_string()])
        }
    }
}

/// The id of `parts`: 13 characters of lower-case base 32.
#[must_use]
pub fn id(parts: &[&str]) -> String {
    base32(hash(parts))
}

/// The words of `text` alone, in lower case, joined by one space: what an id sees of a text.
#[must_use]
pub fn normalised(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut gap = false;
    for char in text.chars() {
        if char.is_alphanumeric() {
            if gap && !words.is_empty() {
                words.push(' ');
            }
            gap = false;
            words.extend(char.to_lowercase());
        } else {
            gap = true;
        }
    }
    words
}

/// `SipHash` 1-3 with fixed keys: the same on every machine and in every version.
fn hash(parts: &[&str]) -> u64 {
    let mut hasher = SipHasher13::new();
    for part in parts {
        hasher.write(part.as_bytes());
        hasher.write_u8(0xff);
    }
    hasher.finish()
}

/// 64 bits as 13 digits of Crockford's base 32, in lower case.
fn base32(mut hash: u64) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut text = [b'0'; 13];
    for digit in text.iter_mut().rev() {
        *digit = DIGITS[(hash & 31) as usize];
        hash >>= 5;
    }
    text.iter().map(|digit| char::from(*digit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_depends_on_the_words_alone() {
        assert_eq!(
            id(&["a.md", &normalised("**Kennedy**  found out.")]),
            id(&["a.md", &normalised("Kennedy found out")])
        );
        assert_ne!(id(&["a.md", "b"]), id(&["a.mdb", ""]));
        assert_eq!(id(&["a.md", "x"]).len(), 13);
    }

    #[test]
    fn equals_are_told_apart_by_their_order() {
        let mut ids = Ids::default();
        let first = ids.next(&["a.md", "same"]);
        assert_ne!(first, ids.next(&["a.md", "same"]));
        assert_eq!(first, Ids::default().next(&["a.md", "same"]));
    }

    #[test]
    fn ids_are_the_same_in_every_version() {
        assert_eq!(id(&["a.md", "x"]), "cxvy3ndb9bcmc");
    }
}
