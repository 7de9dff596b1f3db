//! Stable keys of facts, people, topics and notes: they mean the same after a reload and after a restart.

use std::fmt;
use std::str::FromStr;

use crate::notes::ids::{self, Id};

/// A hash of what a thing is, 64 bits; written as 13 digits of Crockford's base 32.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(pub u64);

const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const NO_DIGIT: u8 = u8::MAX;

/// What each byte is worth as a digit.
const VALUES: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut digit = 0;
    while digit < DIGITS.len() {
        values[DIGITS[digit] as usize] = digit as u8;
        digit += 1;
    }
    values
};

impl Key {
    /// The key of the thing that `parts` make up.
    #[must_use]
    pub fn of(parts: &[&str]) -> Self {
        ids::id(parts).into()
    }
}

impl From<Id> for Key {
    fn from(id: Id) -> Self {
        Self(id.bits())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..13).rev() {
            let digit = DIGITS[(self.0 >> (place * 5)) as usize & 31];
            write!(out, "{}", char::from(digit))?;
        }
        Ok(())
    }
}

/// The text is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoKey;

impl FromStr for Key {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        if text.len() != 13 {
            return Err(NoKey);
        }
        let mut key = 0_u64;
        for (at, byte) in text.bytes().enumerate() {
            let digit = VALUES[usize::from(byte)];
            // 13 digits hold 65 bits: the first has only four to give.
            if digit == NO_DIGIT || at == 0 && digit > 15 {
                return Err(NoKey);
            }
            key = key << 5 | u64::from(digit);
        }
        Ok(Self(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_from_its_digits() {
        for number in [0, 1, 31, 32, u64::MAX, u64::MAX / 3] {
            let text = Key(number).to_string();
            assert_eq!(text.parse(), Ok(Key(number)), "{text}");
        }
        let id = ids::id(["a.md", "kennedy found out"]);
        assert_eq!(id.to_string().parse(), Ok(Key::from(id)));
        assert_eq!(Key::from(id).to_string(), id.to_string());
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in [
            "",
            "0",
            "00000000000000",
            "zzzzzzzzzzzzz",
            "0000000000i00",
            "0000000000É0",
        ] {
            assert_eq!(text.parse::<Key>(), Err(NoKey), "{text}");
        }
    }
}
