//! What an id sees of a text: its words alone.

use crate::notes::lex::{Kind, Token};
use crate::notes::word_key::LONGEST;

use super::END;

/// The words of `text` alone, in lower case, joined by one space: what an id sees of a text.
#[must_use]
pub fn normalised(text: &str) -> String {
    let mut words = Vec::with_capacity(text.len() + 1);
    normalise(text, &mut words);
    String::from_utf8(words).expect("letters were replaced by letters")
}

/// Adds to `words` what [`normalised`] says of `text`.
pub(in crate::notes) fn normalise(text: &str, words: &mut Vec<u8>) {
    Words::after(words).add(text);
}

/// Puts what [`normalised`] says of `tokens`, which stand in a row in `text`, into `room`, with an [`END`] before and behind it, and
/// tells where. `keys` are those of the tokens: a word that has one, in which there is no apostrophe, is copied in one step.
/// `apostrophes` says whether there are such in the text.
pub(in crate::notes) fn normalise_tokens<'r>(
    text: &str,
    tokens: &[Token],
    keys: &[u128],
    apostrophes: bool,
    room: &'r mut Vec<u8>,
) -> &'r mut [u8] {
    let most = tokens.last().map_or(0, |last| last.end - tokens[0].start) as usize;
    let most = most + tokens.len() + 2 + LONGEST;
    make_room(room, most);
    // The gap before the first word, or else the byte before it, becomes the first `END`.
    let mut length = 1;
    let mut gap = false;
    let mut odd = Vec::new();
    for (token, key) in tokens.iter().zip(keys) {
        gap |= token.spaced;
        let of_letters = matches!(token.kind, Kind::Word | Kind::Number);
        if of_letters
            && *key != 0
            && !(apostrophes && has_apostrophe(*key))
            && let Some(next) = room.get_mut(length..length + 1 + LONGEST)
        {
            next[0] = b' ';
            next[usize::from(gap)..][..LONGEST].copy_from_slice(&key.to_le_bytes());
            length += usize::from(gap) + (token.end - token.start) as usize;
            gap = false;
        } else if is_gap(text, token, *key) {
            gap = true;
        } else {
            // Apart, for the room behind it to stay as it is. A byte stands for what is before it.
            odd.clear();
            odd.push(b' ');
            let mut words = Words {
                gap: gap && length > 1,
                start: usize::from(length == 1),
                bytes: &mut odd,
            };
            words.add(token.of(text));
            gap = words.gap;
            let end = length + odd.len() - 1;
            make_room(room, end + 1 + LONGEST);
            room[length..end].copy_from_slice(&odd[1..]);
            length = end;
        }
    }
    let start = usize::from(room[1] == b' ' && length > 1);
    (room[start], room[length]) = (END, END);
    &mut room[start..=length]
}

/// Makes `room` at least so long.
fn make_room(room: &mut Vec<u8>, length: usize) {
    if room.len() < length {
        room.resize(length, 0);
    }
}

/// Whether a token has no letters: cheap, for nearly all marks.
#[inline]
fn is_gap(text: &str, token: &Token, key: u128) -> bool {
    match token.kind {
        Kind::Punct => key != 0,
        // One of LaTeX has a name.
        Kind::Arrow => !text[token.start as usize..].starts_with(['$', '\\']),
        Kind::Word | Kind::Number => false,
    }
}

/// Whether there is an apostrophe in the word with this key.
#[inline]
fn has_apostrophe(key: u128) -> bool {
    const ONES: u128 = u128::from_ne_bytes([1; LONGEST]);
    let apart = key ^ (ONES * u128::from(b'\''));
    apart.wrapping_sub(ONES) & !apart & (ONES << 7) != 0
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
        if text.is_ascii() {
            self.add_ascii(text.as_bytes());
            return;
        }
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
    use crate::notes::keys::Keys;
    use crate::notes::lex;

    #[track_caller]
    fn check(text: &str, words: &str) {
        assert_eq!(normalised(text), words, "{text:?}");
        let tokens = lex::tokens(text);
        let keys = Keys::of_text(text, &tokens);
        let mut room = b"before".to_vec();
        let by_token = normalise_tokens(
            text,
            &tokens,
            keys.of_block(0),
            text.contains('\''),
            &mut room,
        );
        let expected = [&[END][..], words.as_bytes(), &[END][..]].concat();
        assert_eq!(by_token, expected, "{text:?}");
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
