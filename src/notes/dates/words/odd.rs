//! Words of dates that no list can hold: `AD14`, `C19th`, `XIX`, "that year's".

use super::{Era, Word, word};
use crate::notes::known;
use crate::notes::lex::Token;

/// A word that is not in the table.
pub(super) fn odd_word(bytes: &[u8], token: &Token) -> Word {
    // "That year's harvest", "month's end".
    if bytes[bytes.len() - 1] == b's'
        && let Some(owner) = bytes
            .strip_suffix(b"'s")
            .or_else(|| bytes.strip_suffix("’s".as_bytes()))
    {
        return match word(owner, known::of(owner).date, token) {
            Word::Span(span, false) => Word::Span(span, false),
            _ => Word::Other,
        };
    }
    if bytes[bytes.len() - 1].is_ascii_digit() {
        return glued(bytes);
    }
    roman(bytes).map_or(Word::Other, Word::Roman)
}

/// The century of `C19th`, which begins at `start`.
#[cold]
#[inline(never)]
pub(super) fn ended_century(text: &str, start: usize) -> Word {
    match &text.as_bytes()[start..] {
        [b'C', tens, ones, b't', ..] => century(*tens, *ones, true),
        _ => Word::Other,
    }
}

/// The century of `C19th` or `C19`, by its digits.
fn century(tens: u8, ones: u8, ended: bool) -> Word {
    match (tens, ones) {
        (b'1', b'0'..=b'9') | (b'2', b'0' | b'1') => {
            Word::Century((tens - b'0') * 10 + ones - b'0', ended)
        }
        _ => Word::Other,
    }
}

/// `AD14`, `c1450`, `BC44`.
fn glued(bytes: &[u8]) -> Word {
    let letters = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let (letters, digits) = bytes.split_at(letters);
    if !(1..=4).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return Word::Other;
    }
    if let (b"C", [tens, ones]) = (letters, digits) {
        return century(*tens, *ones, false);
    }
    let year = digits
        .iter()
        .fold(0, |value, byte| value * 10 + u16::from(byte - b'0'));
    let long = digits.len() >= 3;
    match letters {
        b"AD" | b"CE" => Word::Glued(Some(Era::After), year),
        b"BC" => Word::Glued(Some(Era::Before), year),
        b"c" | b"ca" if long => Word::Glued(None, year),
        _ => Word::Other,
    }
}

/// Roman numerals up to 21, as centuries have them.
fn roman(bytes: &[u8]) -> Option<u8> {
    if !(2..8).contains(&bytes.len())
        || !bytes.iter().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
    {
        return None;
    }
    let value = |byte: &u8| match byte {
        b'I' => 1_u8,
        b'V' => 5,
        _ => 10,
    };
    let mut sum = 0_u8;
    for pair in bytes.windows(2) {
        let (this, next) = (value(&pair[0]), value(&pair[1]));
        sum = if this < next {
            sum.wrapping_sub(this)
        } else {
            sum.wrapping_add(this)
        };
    }
    let sum = sum.wrapping_add(value(&bytes[bytes.len() - 1]));
    (1..=21).contains(&sum).then_some(sum)
}
