//! What an id sees of a text: its words alone.

use crate::notes::lex::{Kind, Token};
use crate::notes::word_key::{LONGEST, sixteen};

/// The words of `text` alone, in lower case, joined by one space: what an id sees of a text.
#[must_use]
pub fn normalised(text: &str) -> String {
    let mut words = Vec::with_capacity(text.len() + 1);
    normalise(text, &mut words);
    String::from_utf8(words).expect("letters were replaced by letters")
}

/// Adds to `words` what [`normalised`] says of `text`.
fn normalise(text: &str, words: &mut Vec<u8>) {
    Words::after(words).add(text);
}

/// Puts what [`normalised`] says of the text from the first to the last of `tokens` into `room`, and tells how many bytes of it
/// that takes up; at least one more byte is left. A short word is copied in one step. `padded` is the text, as
/// [`pad`](crate::notes::word_key::pad) leaves it.
pub(in crate::notes) fn normalise_tokens(
    text: &str,
    padded: &[u8],
    tokens: &[Token],
    room: &mut Vec<u8>,
) -> usize {
    let mut length = 0;
    let mut gap = false;
    for token in tokens {
        gap |= token.spaced;
        match token.kind {
            Kind::Punct if text.as_bytes()[token.start as usize].is_ascii() => gap = true,
            Kind::Word | Kind::Number if let Some(word) = short(padded, token) => {
                make_room(room, length);
                room[length] = b' ';
                length += usize::from(gap && length > 0);
                gap = false;
                if let Some(next) = room[length..].first_chunk_mut() {
                    *next = word.to_le_bytes();
                }
                length += (token.end - token.start) as usize;
            }
            Kind::Word | Kind::Number | Kind::Punct | Kind::Arrow => {
                room.truncate(length);
                let mut words = Words {
                    gap: gap && length > 0,
                    bytes: room,
                    start: 0,
                };
                words.add(token.of(text));
                gap = words.gap;
                length = room.len();
            }
        }
    }
    make_room(room, length);
    length
}

/// Sees to it that a gap and a short word have room behind the first `length` bytes; as a rule, many more have it then.
#[inline]
fn make_room(room: &mut Vec<u8>, length: usize) {
    if room.len() <= length + LONGEST {
        room.resize(length + 16 * LONGEST, 0);
    }
}

/// A short word of ASCII letters and digits alone, in lower case.
#[inline]
fn short(padded: &[u8], token: &Token) -> Option<u128> {
    const ONES: u128 = u128::from_ne_bytes([1; LONGEST]);
    let n = (token.end - token.start) as usize;
    let word = sixteen(padded, token.start as usize, n)?;
    // A byte above 127, or an apostrophe: the only other things in a word.
    let apart = word ^ (ONES * u128::from(b'\''));
    let odd = (word | apart.wrapping_sub(ONES) & !apart) & (ONES << 7);
    (odd == 0).then_some(word | ONES << 5)
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

/// Words that are put one behind the other.
struct Words<'w> {
    bytes: &'w mut Vec<u8>,
    start: usize,
    /// A gap stands before the next word.
    gap: bool,
}

impl<'w> Words<'w> {
    fn after(bytes: &'w mut Vec<u8>) -> Self {
        Self {
            start: bytes.len(),
            bytes,
            gap: false,
        }
    }

    fn any(&self) -> bool {
        self.bytes.len() > self.start
    }

    fn close_gap(&mut self) {
        if self.gap {
            self.bytes.push(b' ');
            self.gap = false;
        }
    }

    /// Adds the words of `text`.
    fn add(&mut self, text: &str) {
        let mut rest = text;
        loop {
            let n_ascii = rest.bytes().take_while(u8::is_ascii).count();
            let (ascii, others) = rest.split_at(n_ascii);
            self.add_ascii(ascii.as_bytes());
            let mut chars = others.chars();
            let Some(char) = chars.next() else { return };
            rest = chars.as_str();
            if !char.is_alphanumeric() {
                self.gap = self.any();
                continue;
            }
            self.close_gap();
            for small in char.to_lowercase() {
                self.bytes
                    .extend_from_slice(small.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
    }

    fn add_ascii(&mut self, text: &[u8]) {
        let mut length = self.bytes.len();
        // A space for the gap before it, and no more than as many bytes again.
        self.bytes.resize(length + text.len() + 1, 0);
        for byte in text {
            let small = SMALL[usize::from(byte & 0x7f)];
            if small == 0 {
                self.gap = length > self.start;
                continue;
            }
            if self.gap {
                self.bytes[length] = b' ';
                length += 1;
                self.gap = false;
            }
            self.bytes[length] = small;
            length += 1;
        }
        self.bytes.truncate(length);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::{lex, word_key};

    #[track_caller]
    fn check(text: &str, words: &str) {
        assert_eq!(normalised(text), words, "{text:?}");
        let mut by_token = b"before".to_vec();
        let mut padded = Vec::new();
        word_key::pad(text, &mut padded);
        let length = normalise_tokens(text, &padded, &lex::tokens(text), &mut by_token);
        assert_eq!(&by_token[..length], words.as_bytes(), "{text:?}");
        assert!(length < by_token.len(), "there is room for an end");
    }

    #[test]
    fn only_words_are_left_and_all_are_small() {
        for (text, words) in [
            ("  The *Bay* of Pigs, 1961! ", "the bay of pigs 1961"),
            ("Über ÉTÉ — İ", "über été i\u{307}"),
            ("...", ""),
            ("大躍進 (1958)", "大躍進 1958"),
            ("Castro's men’s a_b 1960s", "castro s men s a b 1960s"),
            ("x² ½ $\\to$ y\u{200b}z", "x² ½ to y z"),
            (
                "Counterrevolutionaries' 12345678901234567890",
                "counterrevolutionaries 12345678901234567890",
            ),
            (" -> a\u{ad}b c\u{301}d", "a b c d"),
        ] {
            check(text, words);
        }
    }
}
