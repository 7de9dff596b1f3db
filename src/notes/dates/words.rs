//! What a word can mean in a date: each token is looked up once, and most turn out to mean nothing.

mod table;

pub(in crate::notes) use table::MEANINGS;

use crate::notes::known;
use crate::notes::lex::{Kind, Token};
use crate::notes::when::Season;

/// Before or after the year 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::notes) enum Era {
    /// BC, BCE.
    Before,
    /// AD, CE.
    After,
}

/// A stretch of the calendar by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::notes) enum Span {
    /// Shorter than a day: never a date.
    Moment,
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// A day with a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::notes) enum Feast {
    /// 25 December.
    Christmas,
    /// The Sunday after a full moon in spring.
    Easter,
    /// The 13th or 15th of a Roman month.
    Ides,
}

/// What a token can mean in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::notes) enum Word {
    /// Nothing.
    Other,
    /// Digits; the value is 0 where there are more than six.
    Number(u32, u8),
    /// Letters and a year written as one word: `AD14`, `c1450`.
    Glued(Option<Era>, u16),
    /// A month, and whether its name is shortened.
    Month(u8, bool),
    /// A day of the week.
    Weekday,
    /// A season.
    Season(Season),
    /// `st`, `nd`, `rd`, `th`.
    Suffix,
    /// The `s` of `1960s`.
    Plural,
    /// `first`, `nineteenth`.
    Ordinal(u8),
    /// `two`, `twenty`.
    Cardinal(u8),
    /// `twenties` to `nineties`, by its first year.
    Decade(u8),
    /// `XIX`.
    Roman(u8),
    /// `C19th`, `C19`, and whether the ending stands there.
    Century(u8, bool),
    /// `day`, `years`, and whether it is a plural.
    Span(Span, bool),
    /// `BC`, `CE`.
    Era(Era),
    /// A single capital letter of `B.C.E.` or `A.D.`.
    Letter(u8),
    /// `c`, `ca`, `circa`.
    Circa,
    /// `about`, `around`.
    About,
    /// `early`, `late`.
    Part,
    /// `mid`, `middle`.
    Mid,
    /// `beginning`, `end`, `turn`, `half`.
    Edge,
    /// `christmas`, `ides`.
    Feast(Feast),
    /// `eve`.
    Eve,
    /// `the`.
    The,
    /// `a`, `an`.
    A,
    /// `in`, `on`, `during`, `since`: what stands before a time.
    In,
    /// `by`, `before`, `after`, `of`-like words that stand before other things as well.
    By,
    /// `of`.
    Of,
    /// `from`.
    From,
    /// `between`.
    Between,
    /// `to`, `until`, `till`, `through`.
    To,
    /// `and`, `&`, `or`.
    And,
    /// `same`.
    Same,
    /// `next`, `following`.
    Next,
    /// `previous`, `preceding`, `last`, `past`.
    Previous,
    /// `that`.
    That,
    /// `this`.
    This,
    /// `later`, `afterwards`.
    Later,
    /// `earlier`, `previously`, `ago`.
    Earlier,
    /// `onwards`.
    Onwards,
    /// `present`, `now`, `today`.
    Now,
    /// `-`, `–`, `—`.
    Dash,
    /// `,`.
    Comma,
    /// `.`.
    Dot,
    /// `/`.
    Slash,
    /// `:`.
    Colon,
    /// `'`, `’`.
    Apostrophe,
    /// `(`, `[`.
    Open,
    /// `)`, `]`.
    Close,
    /// An arrow.
    Arrow,
    /// `$`, `£`, `€`, `#`, `%`, `^`, `=`, `+`, `*`: no date stands right beside one.
    Sign,
}

/// What `token` can mean in a date; `date` says which word of dates it is (see [`known`]).
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

/// A word that is not in the table.
fn odd_word(bytes: &[u8], token: &Token) -> Word {
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

/// The century of `C19th`, which begins at `start`.
#[cold]
#[inline(never)]
fn ended_century(text: &str, start: usize) -> Word {
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
