//! Text without what does not matter in an answer.

use text2num::replace_numbers_in_text;

use super::spelt::{is_number_word, language};

/// An answer without case, accents, punctuation, articles and titles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Folded {
    /// Its words, with one space between them.
    pub(super) letters: String,
    /// The same with its titles: what tells King John from Pope John.
    pub(super) full: String,
    /// The words with a digit in them and the Roman numerals, sorted.
    pub(super) numbers: Vec<String>,
}

/// Words that stand before a name or a thing and do not make it another.
const ARTICLES: &[&str] = &["a", "an", "the"];
/// Titles that may be left out or added.
const TITLES: &[&str] = &[
    "admiral",
    "archbishop",
    "baron",
    "bishop",
    "cardinal",
    "chairman",
    "chancellor",
    "colonel",
    "comrade",
    "count",
    "dame",
    "doctor",
    "dr",
    "duke",
    "emperor",
    "empress",
    "general",
    "gen",
    "king",
    "lady",
    "lord",
    "marshal",
    "mr",
    "mrs",
    "ms",
    "pope",
    "premier",
    "president",
    "prince",
    "princess",
    "prof",
    "professor",
    "queen",
    "saint",
    "senator",
    "sir",
    "st",
    "tsar",
];

/// Folds `text`; numbers in words become digits.
pub(super) fn fold(text: &str) -> Folded {
    let plain = any_ascii::any_ascii(text).to_lowercase();
    let mut spaced = String::with_capacity(plain.len());
    let mut letters = plain.chars().peekable();
    while let Some(letter) = letters.next() {
        let digit_follows = letters.peek().is_some_and(char::is_ascii_digit);
        match letter {
            '.' if digit_follows && spaced.ends_with(|last: char| last.is_ascii_digit()) => {
                spaced.push('.');
            }
            '&' | '+' => spaced.push_str(" and "),
            '\'' | '`' | '"' => {}
            // "4,000" is one number, "F. Kennedy" is two words.
            ',' if spaced.ends_with(|last: char| last.is_ascii_digit()) => spaced.push('\u{1}'),
            letter if letter.is_ascii_alphanumeric() => spaced.push(letter),
            _ => spaced.push(' '),
        }
    }
    let spaced = join_thousands(&spaced);
    let scaled = multiply_out(&join_initials(&spaced));
    let digits = match scaled.split(' ').any(is_number_word) {
        true => replace_numbers_in_text(&scaled, language(), 0.0),
        false => scaled,
    };
    let words: Vec<&str> = digits.split_whitespace().collect();
    let full = without_articles(&words);
    let kept = without_titles(&full);
    let mut numbers: Vec<String> = kept
        .iter()
        .filter(|word| word.contains(|letter: char| letter.is_ascii_digit()) || is_roman(word))
        .map(|word| (*word).to_owned())
        .collect();
    numbers.sort_unstable();
    Folded {
        letters: kept.join(" "),
        full: full.join(" "),
        numbers,
    }
}

/// A comma between a digit and three digits is dropped, any other is a space.
fn join_thousands(marked: &str) -> String {
    let mut joined = String::with_capacity(marked.len());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('\u{1}') {
        joined.push_str(before);
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        if digits != 3 {
            joined.push(' ');
        }
        rest = after;
    }
    joined + rest
}

/// Words without articles, unless nothing would be left.
fn without_articles<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let mut kept = words.to_vec();
    kept.retain(|word| !ARTICLES.contains(word));
    if kept.is_empty() {
        words.to_vec()
    } else {
        kept
    }
}

/// Words without titles at the front, unless nothing would be left.
fn without_titles<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let start = words.iter().position(|word| !TITLES.contains(word));
    words[start.unwrap_or(0)..].to_vec()
}

/// `u n` is `un`, as `U.N.` is `UN`; a single letter between words stays apart.
fn join_initials(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut after_initial = false;
    for word in text.split_whitespace() {
        let initial = word.len() == 1 && word.bytes().all(|letter| letter.is_ascii_lowercase());
        if !(joined.is_empty() || initial && after_initial) {
            joined.push(' ');
        }
        joined.push_str(word);
        after_initial = initial;
    }
    joined
}

/// `100 million` is `100000000`, as the number in words is.
fn multiply_out(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let scale = match word {
            "hundred" => 1e2,
            "thousand" => 1e3,
            "million" => 1e6,
            "billion" => 1e9,
            _ => 1.0,
        };
        match words.last_mut() {
            Some(number) if scale > 1.0 => match number.parse::<f64>() {
                Ok(value) => *number = (value * scale).to_string(),
                Err(_) => words.push(word.to_owned()),
            },
            _ => words.push(word.to_owned()),
        }
    }
    words.join(" ")
}

/// `vii`, `xiv`: what tells one king from another is no slip.
fn is_roman(word: &str) -> bool {
    word.len() > 1
        && word
            .bytes()
            .all(|letter| matches!(letter, b'i' | b'v' | b'x'))
}
