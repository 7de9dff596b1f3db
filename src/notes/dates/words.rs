//! What a word can mean in a date: each token is looked up once, and most turn out to mean nothing.

use crate::notes::lex::{Kind, Token};
use crate::notes::when::Season;

/// Before or after the year 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Era {
    /// BC, BCE.
    Before,
    /// AD, CE.
    After,
}

/// A stretch of the calendar by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Span {
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
pub(super) enum Feast {
    /// 25 December.
    Christmas,
    /// The 13th or 15th of a Roman month.
    Ides,
}

/// What a token can mean in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Word {
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

/// What `token` can mean in a date.
#[inline]
#[must_use]
pub(super) fn classify(token: &Token, text: &str) -> Word {
    let bytes = &text.as_bytes()[token.start as usize..token.end as usize];
    match token.kind {
        Kind::Number => number(bytes),
        Kind::Arrow => Word::Arrow,
        Kind::Punct => punctuation(bytes),
        Kind::Word => word(bytes, token),
    }
}

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

/// The longest entry of [`TABLE`].
const LONGEST: usize = 13;

fn word(bytes: &[u8], token: &Token) -> Word {
    // "That year's harvest", "month's end".
    if let Some(owner) = bytes
        .strip_suffix(b"'s")
        .or_else(|| bytes.strip_suffix("’s".as_bytes()))
    {
        return match word(owner, token) {
            Word::Span(span, false) => Word::Span(span, false),
            _ => Word::Other,
        };
    }
    if bytes.len() > LONGEST {
        return Word::Other;
    }
    let first = bytes[0] | 0x20;
    if !first.is_ascii_lowercase() || LENGTHS[usize::from(first - b'a')] & (1 << bytes.len()) == 0 {
        return if bytes[bytes.len() - 1].is_ascii_digit() {
            glued(bytes)
        } else {
            Word::Other
        };
    }
    // Bit 5 makes an ASCII capital small, and no other letter an ASCII one.
    let mut small = [0_u8; 16];
    for (to, from) in small.iter_mut().zip(bytes) {
        *to = from | 0x20;
    }
    let key = u128::from_le_bytes(small);
    let letter = usize::from(first - b'a');
    let entries = usize::from(STARTS[letter])..usize::from(STARTS[letter + 1]);
    if let Some(found) = entries.into_iter().find(|entry| KEYS[*entry] == key) {
        return cased(TABLE[found].1, bytes, token);
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

/// Roman numerals from 4 to 21, as centuries have them.
fn roman(bytes: &[u8]) -> Option<u8> {
    if bytes.len() < 2 || !bytes.iter().all(|byte| matches!(byte, b'I' | b'V' | b'X')) {
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

/// Which lengths there are in [`TABLE`] for each first letter.
static LENGTHS: [u16; 26] = {
    let mut lengths = [0; 26];
    let mut i = 0;
    while i < TABLE.len() {
        let entry = TABLE[i].0.as_bytes();
        lengths[(entry[0] - b'a') as usize] |= 1 << entry.len();
        i += 1;
    }
    // Roman numerals are not in the table.
    lengths[(b'i' - b'a') as usize] |= 0b1111_1100;
    lengths[(b'v' - b'a') as usize] |= 0b1111_1100;
    lengths[(b'x' - b'a') as usize] |= 0b1111_1100;
    lengths
};

/// Each entry of [`TABLE`] as one number, its first letter lowest.
static KEYS: [u128; TABLE.len()] = {
    let mut keys = [0; TABLE.len()];
    let mut entry = 0;
    while entry < TABLE.len() {
        let word = TABLE[entry].0.as_bytes();
        let mut at = 0;
        while at < word.len() {
            keys[entry] |= (word[at] as u128) << (8 * at);
            at += 1;
        }
        entry += 1;
    }
    keys
};

/// Where the words of each letter start in [`TABLE`], and where the last of them end.
static STARTS: [u8; 27] = {
    let mut starts = [0; 27];
    let mut entry = 0;
    while entry < TABLE.len() {
        let mut letter = (TABLE[entry].0.as_bytes()[0] - b'a') as usize + 1;
        while letter < 27 {
            starts[letter] = entry as u8 + 1;
            letter += 1;
        }
        entry += 1;
    }
    starts
};

/// In the order of the alphabet.
static TABLE: &[(&str, Word)] = &[
    ("a", Word::Letter(b'a')),
    ("about", Word::About),
    ("ad", Word::Era(Era::After)),
    ("after", Word::By),
    ("afterward", Word::Later),
    ("afterwards", Word::Later),
    ("ago", Word::Earlier),
    ("an", Word::A),
    ("and", Word::And),
    ("approx", Word::About),
    ("approximately", Word::About),
    ("apr", Word::Month(4, true)),
    ("april", Word::Month(4, false)),
    ("around", Word::About),
    ("aug", Word::Month(8, true)),
    ("august", Word::Month(8, false)),
    ("autumn", Word::Season(Season::Autumn)),
    ("b", Word::Letter(b'b')),
    ("bc", Word::Era(Era::Before)),
    ("bce", Word::Era(Era::Before)),
    ("before", Word::By),
    ("beginning", Word::Edge),
    ("between", Word::Between),
    ("by", Word::By),
    ("c", Word::Letter(b'c')),
    ("ca", Word::Circa),
    ("ce", Word::Era(Era::After)),
    ("centuries", Word::Span(Span::Century, true)),
    ("century", Word::Span(Span::Century, false)),
    ("christmas", Word::Feast(Feast::Christmas)),
    ("circa", Word::Circa),
    ("close", Word::Edge),
    ("d", Word::Letter(b'd')),
    ("dawn", Word::Edge),
    ("day", Word::Span(Span::Day, false)),
    ("days", Word::Span(Span::Day, true)),
    ("dec", Word::Month(12, true)),
    ("decade", Word::Span(Span::Decade, false)),
    ("decades", Word::Span(Span::Decade, true)),
    ("december", Word::Month(12, false)),
    ("during", Word::In),
    ("e", Word::Letter(b'e')),
    ("earlier", Word::Earlier),
    ("early", Word::Part),
    ("eight", Word::Cardinal(8)),
    ("eighteen", Word::Cardinal(18)),
    ("eighteenth", Word::Ordinal(18)),
    ("eighth", Word::Ordinal(8)),
    ("eighties", Word::Decade(80)),
    ("eighty", Word::Cardinal(80)),
    ("eleven", Word::Cardinal(11)),
    ("eleventh", Word::Ordinal(11)),
    ("end", Word::Edge),
    ("eve", Word::Eve),
    ("fall", Word::Season(Season::Autumn)),
    ("feb", Word::Month(2, true)),
    ("february", Word::Month(2, false)),
    ("fifteen", Word::Cardinal(15)),
    ("fifteenth", Word::Ordinal(15)),
    ("fifth", Word::Ordinal(5)),
    ("fifties", Word::Decade(50)),
    ("fifty", Word::Cardinal(50)),
    ("first", Word::Ordinal(1)),
    ("five", Word::Cardinal(5)),
    ("following", Word::Next),
    ("forties", Word::Decade(40)),
    ("forty", Word::Cardinal(40)),
    ("four", Word::Cardinal(4)),
    ("fourteen", Word::Cardinal(14)),
    ("fourteenth", Word::Ordinal(14)),
    ("fourth", Word::Ordinal(4)),
    ("friday", Word::Weekday),
    ("from", Word::From),
    ("half", Word::Edge),
    ("hour", Word::Span(Span::Moment, false)),
    ("hours", Word::Span(Span::Moment, true)),
    ("ides", Word::Feast(Feast::Ides)),
    ("in", Word::In),
    ("jan", Word::Month(1, true)),
    ("january", Word::Month(1, false)),
    ("jul", Word::Month(7, true)),
    ("july", Word::Month(7, false)),
    ("jun", Word::Month(6, true)),
    ("june", Word::Month(6, false)),
    ("last", Word::Previous),
    ("late", Word::Part),
    ("later", Word::Later),
    ("latter", Word::Part),
    ("mar", Word::Month(3, true)),
    ("march", Word::Month(3, false)),
    ("may", Word::Month(5, false)),
    ("mid", Word::Mid),
    ("middle", Word::Mid),
    ("minute", Word::Span(Span::Moment, false)),
    ("minutes", Word::Span(Span::Moment, true)),
    ("monday", Word::Weekday),
    ("month", Word::Span(Span::Month, false)),
    ("months", Word::Span(Span::Month, true)),
    ("nd", Word::Suffix),
    ("next", Word::Next),
    ("nine", Word::Cardinal(9)),
    ("nineteen", Word::Cardinal(19)),
    ("nineteenth", Word::Ordinal(19)),
    ("nineties", Word::Decade(90)),
    ("ninety", Word::Cardinal(90)),
    ("ninth", Word::Ordinal(9)),
    ("nov", Word::Month(11, true)),
    ("november", Word::Month(11, false)),
    ("now", Word::Now),
    ("oct", Word::Month(10, true)),
    ("october", Word::Month(10, false)),
    ("of", Word::Of),
    ("on", Word::In),
    ("one", Word::Cardinal(1)),
    ("onset", Word::Edge),
    ("onward", Word::Onwards),
    ("onwards", Word::Onwards),
    ("or", Word::And),
    ("part", Word::Edge),
    ("past", Word::Previous),
    ("preceding", Word::Previous),
    ("present", Word::Now),
    ("previous", Word::Previous),
    ("previously", Word::Earlier),
    ("rd", Word::Suffix),
    ("rest", Word::Edge),
    ("roughly", Word::About),
    ("s", Word::Plural),
    ("same", Word::Same),
    ("saturday", Word::Weekday),
    ("second", Word::Ordinal(2)),
    ("sep", Word::Month(9, true)),
    ("sept", Word::Month(9, true)),
    ("september", Word::Month(9, false)),
    ("seven", Word::Cardinal(7)),
    ("seventeen", Word::Cardinal(17)),
    ("seventeenth", Word::Ordinal(17)),
    ("seventh", Word::Ordinal(7)),
    ("seventies", Word::Decade(70)),
    ("seventy", Word::Cardinal(70)),
    ("since", Word::In),
    ("six", Word::Cardinal(6)),
    ("sixteen", Word::Cardinal(16)),
    ("sixteenth", Word::Ordinal(16)),
    ("sixth", Word::Ordinal(6)),
    ("sixties", Word::Decade(60)),
    ("sixty", Word::Cardinal(60)),
    ("spring", Word::Season(Season::Spring)),
    ("st", Word::Suffix),
    ("start", Word::Edge),
    ("summer", Word::Season(Season::Summer)),
    ("sunday", Word::Weekday),
    ("ten", Word::Cardinal(10)),
    ("tenth", Word::Ordinal(10)),
    ("th", Word::Suffix),
    ("that", Word::That),
    ("the", Word::The),
    ("third", Word::Ordinal(3)),
    ("thirteen", Word::Cardinal(13)),
    ("thirteenth", Word::Ordinal(13)),
    ("thirties", Word::Decade(30)),
    ("thirtieth", Word::Ordinal(30)),
    ("thirty", Word::Cardinal(30)),
    ("this", Word::This),
    ("three", Word::Cardinal(3)),
    ("through", Word::To),
    ("throughout", Word::In),
    ("thursday", Word::Weekday),
    ("till", Word::To),
    ("to", Word::To),
    ("today", Word::Now),
    ("tuesday", Word::Weekday),
    ("turn", Word::Edge),
    ("twelfth", Word::Ordinal(12)),
    ("twelve", Word::Cardinal(12)),
    ("twenties", Word::Decade(20)),
    ("twentieth", Word::Ordinal(20)),
    ("twenty", Word::Cardinal(20)),
    ("two", Word::Cardinal(2)),
    ("until", Word::To),
    ("wednesday", Word::Weekday),
    ("week", Word::Span(Span::Week, false)),
    ("weeks", Word::Span(Span::Week, true)),
    ("winter", Word::Season(Season::Winter)),
    ("year", Word::Span(Span::Year, false)),
    ("years", Word::Span(Span::Year, true)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(TABLE.is_sorted_by(|one, other| one.0 < other.0));
        assert!(TABLE.iter().all(|(word, _)| word.len() <= LONGEST));
        assert!(TABLE.len() < 256, "an entry's place fits a byte");
    }
}
