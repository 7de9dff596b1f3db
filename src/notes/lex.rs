//! Visible text cut into tokens once, for the date, people and cause readers to share.

mod arrow;
mod plain;
mod tokens;

use arrow::{arrow, is_arrow};
pub(super) use plain::{Plain, bits};
pub use tokens::Tokens;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters (with inner apostrophes: `Castro's`, `don’t`); digits may follow letters (`SPD2`).
    Word,
    /// ASCII digits only. `1960s` is `1960` and, glued to it, `s`; `16th` is `16` and `th`; `60BC` is `60` and `BC`.
    Number,
    /// `->`, `→`, `=>`, `⇒`, `-->`, `$\to$` and the like, one token each; leftward ones (`<-`, `←`) too.
    Arrow,
    /// Any other single character.
    Punct,
}

/// One token of a visible text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Byte offset of its first byte in the visible text.
    pub start: u32,
    /// Byte offset past its last byte.
    pub end: u32,
    /// What it is made of.
    pub kind: Kind,
    /// White space, or the start of the text, stands before it.
    pub spaced: bool,
    /// The first letter is upper case.
    pub capital: bool,
    /// All letters are upper case, and there are at least two.
    pub shouted: bool,
}

impl Token {
    /// The token's own words.
    #[inline]
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
}

/// Cuts `text` into tokens. White space and invisible characters are between tokens; everything else is in one.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 4 + 1);
    cut(text, &Plain::of(text.as_bytes()), 0, &mut found);
    found
}

/// Which marks there are in a text. A word with any other letter than those of ASCII counts as one with an apostrophe.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks([u64; 2]);

impl Marks {
    /// Stands for all marks beyond ASCII.
    const WIDE: u8 = 0;

    /// Those of a text that may have any.
    pub(super) fn all() -> Self {
        Self([u64::MAX; 2])
    }

    /// Whether one of `marks`, all of ASCII, is in the text.
    #[inline]
    pub(super) fn any(self, marks: &[u8]) -> bool {
        marks
            .iter()
            .any(|mark| self.0[usize::from(mark >> 6 & 1)] >> (mark & 63) & 1 != 0)
    }

    /// Whether a mark beyond ASCII is in the text.
    #[inline]
    pub(super) fn any_wide(self) -> bool {
        self.any(&[Self::WIDE])
    }

    #[inline]
    fn add(&mut self, mark: u8) {
        self.0[usize::from(mark >> 6 & 1)] |= 1 << (mark & 63);
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

/// Adds the tokens of `text` to `tokens`, and tells which marks are among them. `text` stands at byte `base` of what `plain` is of.
///
/// Apart, and with only words and marks, which nearly all tokens are, for the loop to have all registers to itself.
#[inline(never)]
pub(super) fn cut(text: &str, plain: &Plain, base: usize, tokens: &mut Vec<Token>) -> Marks {
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

/// Where a word ends whose plain letters end at `end`.
#[inline]
fn word(text: &str, end: usize, marks: &mut Marks) -> usize {
    match text.as_bytes().get(end) {
        // As most are.
        None | Some(b' ') => end,
        // What may go on with other letters or an apostrophe is looked at closely.
        Some(b'\'' | 0x80..) => {
            marks.add(b'\'');
            word_end(text, end)
        }
        Some(_) => end,
    }
}

/// Whether the word of the bytes from `at` to `end`, which begins with an ASCII capital, is shouted.
#[inline]
fn shouts(text: &str, at: usize, end: usize) -> bool {
    // Most capitals are followed by a small letter.
    let next = text.as_bytes()[at + 1..end].first();
    next.is_some_and(|next| !next.is_ascii_lowercase()) && case(&text[at..end]).1
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

/// Where the word that goes on at `at` ends.
fn word_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while end < bytes.len() {
        if bytes[end].is_ascii_alphanumeric() {
            end += 1;
        } else if bytes[end] == b'\'' {
            // An apostrophe belongs to the word when a letter follows it.
            match text[end + 1..].chars().next() {
                Some(letter) if letter.is_alphabetic() => end += 1,
                _ => break,
            }
        } else if bytes[end] < 0x80 {
            break;
        } else {
            let mut rest = text[end..].chars();
            let char = rest
                .next()
                .expect("`end` is before the end, on a character border");
            let joins = is_letter(char)
                || char.is_numeric()
                || is_combining(char)
                || char == '\u{ad}'
                || (char == '’' && rest.next().is_some_and(char::is_alphabetic));
            if !joins {
                break;
            }
            end += char.len_utf8();
        }
    }
    end
}

/// Whether a word begins with a capital, and whether it is all capitals (two at least).
fn case(word: &str) -> (bool, bool) {
    let capital = match word.as_bytes()[0] {
        byte @ 0..0x80 => byte.is_ascii_uppercase(),
        _ => word.chars().next().is_some_and(char::is_uppercase),
    };
    if !capital {
        return (false, false);
    }
    let mut upper = 0;
    for char in word.chars() {
        if char.is_lowercase() {
            return (true, false);
        }
        upper += usize::from(char.is_uppercase());
    }
    (true, upper >= 2)
}

/// Whether a character beyond ASCII is a letter: those that notes have most are told without a look at the tables of Unicode.
fn is_letter(char: char) -> bool {
    match char {
        'À'..='ɏ' => !matches!(char, '×' | '÷'),
        // Quotes, dashes, arrows.
        '\u{2000}'..='\u{206f}' | '\u{2190}'..='\u{21ff}' => false,
        _ => char.is_alphabetic(),
    }
}

fn is_combining(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}')
}

fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: &Expect) {
        let shown: Vec<String> = tokens(text)
            .iter()
            .map(|token| {
                let glue = if token.spaced { "" } else { "+" };
                let kind = match token.kind {
                    Kind::Word => "",
                    Kind::Number => "№",
                    Kind::Arrow => "A",
                    Kind::Punct => "P",
                };
                format!("{glue}{kind}{}", token.of(text))
            })
            .collect();
        expected.assert_eq(&shown.join(" "));
    }

    #[test]
    fn numbers_part_from_the_letters_glued_to_them() {
        check(
            "the 1960s, 16th, 60BC and SPD2",
            &expect!["the №1960 +s +P, №16 +th +P, №60 +BC and SPD2"],
        );
    }

    #[test]
    fn apostrophes_inside_words_stay_quotes_part() {
        check(
            "Castro's don’t 'quoted' dogs'",
            &expect!["Castro's don’t P' +quoted +P' dogs +P'"],
        );
    }

    #[test]
    fn arrows_of_every_make_are_one_token() {
        check(
            r"a->b --> c => d → e $\to$ f $\Rightarrow$ g \implies h <- i ← j <-> k –> l ⟶ m",
            &expect![[
                r"a +A-> +b A--> c A=> d A→ e A$\to$ f A$\Rightarrow$ g A\implies h A<- i A← j A<-> k A–> l A⟶ m"
            ]],
        );
        check(
            r"x <= 5 and - 3 = $5 \alpha",
            &expect![[r"x P< +P= №5 and P- №3 P= P$ +№5 P\ +alpha"]],
        );
    }

    #[test]
    fn letters_of_other_languages_are_words() {
        check(
            "Übermut naïve 大躍進 São",
            &expect!["Übermut naïve 大躍進 São"],
        );
        let capitals: Vec<(bool, bool)> = tokens("Ölpreis USSR é A")
            .iter()
            .map(|t| (t.capital, t.shouted))
            .collect();
        assert_eq!(
            capitals,
            [(true, false), (true, true), (false, false), (true, false)]
        );
    }
}
