//! The loop that cuts a text into tokens.

use super::arrow::{arrow, is_arrow};
use super::word::{case, is_invisible, is_letter, shouts, word, word_end};
use super::{Kind, Marks, Plain, Token};

/// Adds the tokens of `text` to `tokens`, and tells which marks are among them. `text` stands at byte `base` of what `plain` is of.
///
/// Apart, and with only words and marks, which nearly all tokens are, for the loop to have all registers to itself.
#[inline(never)]
pub(in crate::notes) fn cut(
    text: &str,
    plain: &Plain,
    base: usize,
    tokens: &mut Vec<Token>,
) -> Marks {
    let mut marks = Marks::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut spaced = true;
    while let Some(byte) = bytes.get(at) {
        let end = if byte.is_ascii_alphabetic() {
            let end = word(text, plain.end(base + at) - base, &mut marks);
            let capital = *byte < b'a';
            tokens.push(Token {
                start: at as u32,
                end: end as u32,
                kind: Kind::Word,
                spaced,
                capital,
                shouted: capital && shouts(text, at, end),
            });
            end
        } else if CLASSES[usize::from(*byte)] == Class::Mark {
            marks.add(*byte);
            tokens.push(Token {
                start: at as u32,
                end: at as u32 + 1,
                kind: Kind::Punct,
                spaced,
                capital: false,
                shouted: false,
            });
            at + 1
        } else {
            let (end, is_token) = other(text, at, spaced, &mut marks, tokens);
            if !is_token {
                at = end;
                spaced = true;
                continue;
            }
            end
        };
        // As a rule one space follows.
        spaced = bytes.get(end) == Some(&b' ');
        at = end + usize::from(spaced);
    }
    marks
}

/// Adds the token that begins at `at` with neither an ASCII letter nor a plain mark, if what begins there is one, and tells where it
/// ends and whether it is.
#[inline(never)]
fn other(
    text: &str,
    at: usize,
    spaced: bool,
    marks: &mut Marks,
    tokens: &mut Vec<Token>,
) -> (usize, bool) {
    let bytes = text.as_bytes();
    let (mut capital, mut shouted) = (false, false);
    let (kind, end) = match CLASSES[usize::from(bytes[at])] {
        Class::Space => return (at + 1, false),
        Class::Digit => {
            let digits = bytes[at..].iter();
            let digits = digits.take_while(|byte| byte.is_ascii_digit());
            (Kind::Number, at + digits.count())
        }
        Class::Shaft if let Some(length) = arrow(&text[at..]) => (Kind::Arrow, at + length),
        Class::Wide => match wide(text, at) {
            (None, end) => return (end, false),
            (Some(Kind::Word), end) => {
                marks.add(b'\'');
                (capital, shouted) = case(&text[at..end]);
                (Kind::Word, end)
            }
            (Some(kind), end) => {
                marks.add(Marks::WIDE);
                (kind, end)
            }
        },
        Class::Mark | Class::Shaft => {
            marks.add(bytes[at]);
            (Kind::Punct, at + 1)
        }
    };
    tokens.push(Token {
        start: at as u32,
        end: end as u32,
        kind,
        spaced,
        capital,
        shouted,
    });
    (end, true)
}

/// The token of a character beyond ASCII that begins at `at`, if it is in one, and where it ends.
fn wide(text: &str, at: usize) -> (Option<Kind>, usize) {
    let char = text[at..]
        .chars()
        .next()
        .expect("`at` is before the end, on a character border");
    let end = at + char.len_utf8();
    if is_letter(char) {
        (Some(Kind::Word), word_end(text, at))
    } else if char.is_whitespace() || is_invisible(char) {
        (None, end)
    } else if is_arrow(char) {
        (Some(Kind::Arrow), end)
    } else if matches!(char, '–' | '—') && text[end..].starts_with('>') {
        (Some(Kind::Arrow), end + 1)
    } else {
        (Some(Kind::Punct), end)
    }
}

/// What a byte is to the lexer that is no ASCII letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Any other ASCII byte.
    Mark,
    Digit,
    /// White space and control characters.
    Space,
    /// What an arrow may begin with.
    Shaft,
    /// Part of a longer character.
    Wide,
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Mark; 256];
    let mut at = 0;
    while at < 256 {
        classes[at] = match at as u8 {
            b'0'..=b'9' => Class::Digit,
            0..=b' ' | 0x7f => Class::Space,
            b'-' | b'=' | b'<' | b'>' | b'~' | b'$' | b'\\' => Class::Shaft,
            0x80.. => Class::Wide,
            _ => Class::Mark,
        };
        at += 1;
    }
    classes
};
