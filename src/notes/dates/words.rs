//! What a word can mean in a date: each token is looked up once, and most turn out to mean nothing.

mod meaning;
mod odd;
mod table;

pub(in crate::notes) use meaning::{Era, Feast, Span, Word};
pub(in crate::notes) use table::MEANINGS;

use crate::notes::lex::{Kind, Token};
use odd::{ended_century, odd_word};

/// What `token` can mean in a date; `date` says which word of dates it is (see [`known`](crate::notes::known)).
#[inline]
#[must_use]
pub(super) fn classify(token: &Token, date: u8, text: &str) -> Word {
    // Most words are told by their number, or by their last letter to mean nothing.
    match MEANINGS.get(usize::from(date).wrapping_sub(1)) {
        Some((_, Word::Letter(_) | Word::Roman(_) | Word::Plural)) => {}
        Some((_, meaning)) => return *meaning,
        None => {
            let last = text.as_bytes()[token.end as usize - 1];
            if token.kind == Kind::Word && matches!(last, b'a'..=b'r' | b't'..=b'z') {
                if last == b'h' && token.end - token.start == 5 {
                    return ended_century(text, token.start as usize);
                }
                return Word::Other;
            }
        }
    }
    classify_rest(token, date, text)
}

/// What a token means that is no plain word of dates, nor plainly none.
fn classify_rest(token: &Token, date: u8, text: &str) -> Word {
    let bytes = &text.as_bytes()[token.start as usize..token.end as usize];
    match token.kind {
        Kind::Number => number(bytes),
        Kind::Arrow => Word::Arrow,
        Kind::Punct => punctuation(bytes),
        Kind::Word => word(bytes, date, token),
    }
}

/// Whether a word that means this may be all that a date has to begin with: not those that only stand between its parts.
const fn begins(word: Word) -> bool {
    !matches!(
        word,
        Word::Suffix
            | Word::Plural
            | Word::Letter(_)
            | Word::The
            | Word::A
            | Word::In
            | Word::By
            | Word::Of
            | Word::From
            | Word::Between
            | Word::To
            | Word::And
    )
}

/// For each word of dates by its number, whether it [begins] one.
static BEGINS: [bool; 256] = {
    let mut all = [false; 256];
    let mut at = 0;
    while at < MEANINGS.len() {
        all[at + 1] = begins(MEANINGS[at].1);
        at += 1;
    }
    all
};

/// Whether a text with this word, number `date` of those of dates, may hold a date: cheap, for passing over most texts.
#[inline]
pub(in crate::notes) fn may_date(token: &Token, date: u8, text: &str) -> bool {
    if date != 0 {
        return BEGINS[usize::from(date)];
    }
    let end = token.end as usize;
    let last = text.as_bytes()[end - 1];
    if !ENDS[usize::from(last)] {
        return false;
    }
    // "That year's"; a curly apostrophe ends in 0x99.
    last != b's' || matches!(text.as_bytes().get(end.wrapping_sub(2)), Some(b'\'' | 0x99))
}

/// What a token may end in that is no word of dates, and yet part of a date.
static ENDS: [bool; 256] = {
    let mut all = [false; 256];
    let ends = b"0123456789IVXs";
    let mut at = 0;
    while at < ends.len() {
        all[ends[at] as usize] = true;
        at += 1;
    }
    all
};

fn number(bytes: &[u8]) -> Word {
    let value = if bytes.len() > 6 {
        0
    } else {
        bytes.iter().fold(0, |value, byte| {
            value * 10 + u32::from(byte.wrapping_sub(b'0'))
        })
    };
    Word::Number(value, u8::try_from(bytes.len()).unwrap_or(u8::MAX))
}

fn punctuation(bytes: &[u8]) -> Word {
    match bytes {
        b"-" => Word::Dash,
        b"~" => Word::Circa,
        b"," => Word::Comma,
        b"." => Word::Dot,
        b"/" => Word::Slash,
        b":" => Word::Colon,
        b"'" => Word::Apostrophe,
        b"(" | b"[" => Word::Open,
        b")" | b"]" => Word::Close,
        b"&" => Word::And,
        b"$" | b"#" | b"%" | b"^" | b"=" | b"+" | b"*" | b"@" | b"<" | b">" => Word::Sign,
        _ if bytes.len() > 1 => match std::str::from_utf8(bytes) {
            Ok("–" | "—" | "‑" | "‐" | "−" | "‒") => Word::Dash,
            Ok("≈") => Word::Circa,
            Ok("’" | "‘") => Word::Apostrophe,
            Ok("£" | "€" | "¥" | "×" | "±" | "°" | "₹") => Word::Sign,
            _ => Word::Other,
        },
        _ => Word::Other,
    }
}

#[inline]
fn word(bytes: &[u8], date: u8, token: &Token) -> Word {
    if date != 0 {
        return cased(MEANINGS[usize::from(date) - 1].1, bytes, token);
    }
    odd_word(bytes, token)
}

/// The meanings that hang on capital letters.
fn cased(word: Word, bytes: &[u8], token: &Token) -> Word {
    match word {
        Word::Letter(letter) if bytes[0].is_ascii_lowercase() => match letter {
            b'a' => Word::A,
            b'c' => Word::Circa,
            _ => Word::Other,
        },
        // "A" may open "A.D." and "a year later" alike.
        Word::Letter(b'a') => Word::A,
        Word::Roman(_) if !token.shouted => Word::Other,
        Word::Plural if token.capital => Word::Other,
        other => other,
    }
}
