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

/// As [`normalise`], of the text from the first to the last of `tokens`: a short word is copied in one step. `padded` is the
/// text, as [`pad`](crate::notes::word_key::pad) leaves it.
pub(in crate::notes) fn normalise_tokens(
    text: &str,
    padded: &[u8],
    tokens: &[Token],
    words: &mut Vec<u8>,
) {
    let mut words = Words::after(words);
    for token in tokens {
        words.gap |= token.spaced && words.any();
        match token.kind {
            Kind::Word | Kind::Number => {
                if !words.add_short(padded, token) {
                    words.add(token.of(text));
                }
            }
            Kind::Punct if text.as_bytes()[token.start as usize].is_ascii() => {
                words.gap = words.any();
            }
            Kind::Punct | Kind::Arrow => words.add(token.of(text)),
        }
    }
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

    /// Adds a short word of ASCII letters and digits alone; `false` if it is none.
    #[inline]
    fn add_short(&mut self, padded: &[u8], token: &Token) -> bool {
        const ONES: u128 = u128::from_ne_bytes([1; LONGEST]);
        let n = (token.end - token.start) as usize;
        let Some(word) = sixteen(padded, token.start as usize, n) else {
            return false;
        };
        // A byte above 127, or an apostrophe: the only other things in a word.
        let apart = word ^ (ONES * u128::from(b'\''));
        let odd = (word | apart.wrapping_sub(ONES) & !apart) & (ONES << 7);
        if odd != 0 {
            return false;
        }
        self.close_gap();
        let length = self.bytes.len() + n;
        self.bytes
            .extend_from_slice(&(word | ONES << 5).to_le_bytes());
        self.bytes.truncate(length);
        true
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
        normalise_tokens(text, &padded, &lex::tokens(text), &mut by_token);
        assert_eq!(
            by_token.strip_prefix(b"before"),
            Some(words.as_bytes()),
            "{text:?}"
        );
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
