//! Visible text cut into tokens once, for the date, people and cause readers to share.

mod arrow;
mod plain;
mod tokens;

use arrow::{arrow, is_arrow};
pub(super) use plain::Plain;
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

/// Which marks there are in a text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks(u128);

impl Marks {
    /// Stands for all marks beyond ASCII.
    const WIDE: u8 = 0;

    /// Whether one of `marks`, all of ASCII, is in the text.
    pub(super) fn any(self, marks: &[u8]) -> bool {
        marks.iter().any(|mark| self.0 >> mark & 1 != 0)
    }

    /// Whether a mark beyond ASCII is in the text.
    pub(super) fn any_wide(self) -> bool {
        self.any(&[Self::WIDE])
    }

    fn add(&mut self, mark: u8) {
        self.0 |= 1 << (mark & 0x7f);
    }
}

/// What an ASCII byte is to the lexer.
mod class {
    /// Small letter.
    pub(super) const SMALL: u8 = 1;
    /// Capital letter.
    pub(super) const CAPITAL: u8 = 1 << 1;
    /// Digit.
    pub(super) const DIGIT: u8 = 1 << 2;
    /// White space and control characters.
    pub(super) const SPACE: u8 = 1 << 3;
    /// What an arrow may begin with.
    pub(super) const SHAFT: u8 = 1 << 4;
    /// Part of a longer character.
    pub(super) const WIDE: u8 = 1 << 5;
    pub(super) static OF: [u8; 256] = {
        let mut of = [0; 256];
        let mut at = 0;
        while at < 256 {
            of[at] = match at as u8 {
                b'a'..=b'z' => SMALL,
                b'A'..=b'Z' => CAPITAL,
                b'0'..=b'9' => DIGIT,
                0..=b' ' | 0x7f => SPACE,
                b'-' | b'=' | b'<' | b'~' | b'$' | b'\\' => SHAFT,
                0x80.. => WIDE,
                _ => 0,
            };
            at += 1;
        }
        of
    };
}

/// Adds the tokens of `text` to `found`, and tells which marks are among them. `text` stands at byte `base` of what `plain` is of.
pub(super) fn cut(text: &str, plain: &Plain, base: usize, found: &mut Vec<Token>) -> Marks {
    let mut marks = Marks::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut spaced = true;
    while let Some(byte) = bytes.get(at) {
        let first = class::OF[usize::from(*byte)];
        if first == class::SPACE {
            at += 1;
            spaced = true;
            continue;
        }
        let (kind, end, capital, shouted) = match first {
            class::SMALL | class::CAPITAL => {
                let end = plain.end(base + at) - base;
                let (end, shouted) = word(text, at, end, first);
                (Kind::Word, end, first == class::CAPITAL, shouted)
            }
            class::DIGIT => {
                let more = bytes[at + 1..].iter();
                let more = more.take_while(|byte| byte.is_ascii_digit()).count();
                (Kind::Number, at + 1 + more, false, false)
            }
            class::SHAFT if let Some(length) = arrow(&text[at..]) => {
                (Kind::Arrow, at + length, false, false)
            }
            class::WIDE => match wide(text, at) {
                (None, end) => {
                    at = end;
                    spaced = true;
                    continue;
                }
                (Some(Kind::Word), end) => {
                    let (capital, shouted) = case(&text[at..end]);
                    (Kind::Word, end, capital, shouted)
                }
                (Some(kind), end) => {
                    marks.add(Marks::WIDE);
                    (kind, end, false, false)
                }
            },
            _ => {
                marks.add(*byte);
                (Kind::Punct, at + 1, false, false)
            }
        };
        found.push(Token {
            start: at as u32,
            end: end as u32,
            kind,
            spaced,
            capital,
            shouted,
        });
        spaced = false;
        at = end;
    }
    marks
}

/// Where the word that begins at `at` with an ASCII letter ends, and whether it is shouted; `end` is where its plain letters end.
#[inline]
fn word(text: &str, at: usize, end: usize, first: u8) -> (usize, bool) {
    let bytes = text.as_bytes();
    // Most words are plain: what may go on with other letters or an apostrophe is looked at closely.
    let closely = matches!(bytes.get(end), Some(b'\'' | 0x80..));
    let end = if closely { word_end(text, end) } else { end };
    // Most capitals are followed by a small letter.
    let shouts = first == class::CAPITAL
        && end > at + 1
        && class::OF[usize::from(bytes[at + 1])] != class::SMALL;
    (end, shouts && case(&text[at..end]).1)
}

/// The token of a character beyond ASCII that begins at `at`, if it is in one, and where it ends.
fn wide(text: &str, at: usize) -> (Option<Kind>, usize) {
    let char = text[at..]
        .chars()
        .next()
        .expect("`at` is before the end, on a character border");
    let end = at + char.len_utf8();
    if char.is_alphabetic() {
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
            let joins = char.is_alphanumeric()
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
