//! Typed dates as they are spelt in digits: years in words, months with a slip in them, what stands around a date.

use rapidfuzz::distance::osa;
use text2num::{Language, replace_numbers_in_text};

use crate::notes::when::month_name;

/// `typed` as a date that the query reader knows: `nineteen sixty-two` is `1962`, `27th Febuary` is `27th February`.
pub(super) fn as_date(typed: &str) -> String {
    let plain = any_ascii::any_ascii(typed).to_lowercase();
    let plain = plain.replace("b.c.e.", "bce").replace("b.c.", "bc");
    let plain = plain.replace("c.e.", "ce").replace("a.d.", "ad");
    let trimmed = plain
        .trim_matches(|letter: char| letter.is_whitespace() || "!?.,;:\"`()[]*_".contains(letter));
    let trimmed = trimmed.strip_prefix("since ").unwrap_or(trimmed);
    let onwards = [" onwards", " onward"]
        .iter()
        .find_map(|it| trimmed.strip_suffix(it));
    let trimmed = onwards.unwrap_or(trimmed);
    let mut words: Vec<String> = Vec::new();
    for word in trimmed.split_whitespace() {
        words.extend(parted(word).map(month).map(str::to_owned));
    }
    if words.iter().any(|word| is_number_word(word)) {
        words = in_digits(&words);
    }
    words.join(" ")
}

/// Hyphens part number words: `twenty-seven`. Between digits they belong to the date: `1962-10-27`.
fn parted(word: &str) -> impl Iterator<Item = &str> {
    let parts = word.contains(|letter: char| letter.is_ascii_alphabetic());
    let split: Vec<&str> = match parts {
        true => word.split('-').filter(|part| !part.is_empty()).collect(),
        false => vec![word],
    };
    split.into_iter()
}

/// The month that is meant, where it is spelt with a slip.
fn month(word: &str) -> &str {
    let bare = word.trim_end_matches([',', '.']);
    if bare == "fall" {
        return "autumn";
    }
    if bare.len() < 5 || !bare.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return word;
    }
    if KNOWN.contains(&bare) {
        return word;
    }
    let most = if bare.len() >= 7 { 2 } else { 1 };
    let near = |month: &&str| osa::distance(month.to_lowercase().chars(), bare.chars()) <= most;
    let mut months = (1..=12).map(month_name).filter(near);
    match (months.next(), months.next()) {
        (Some(only), None) => only,
        _ => word,
    }
}

/// Words of dates that are near to the name of a month and no slip.
const KNOWN: &[&str] = &["march", "april", "august", "january", "february", "october"];

const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// Whether numbers are made with it.
pub(super) fn is_number_word(word: &str) -> bool {
    let plain = word.trim_matches(|letter: char| !letter.is_ascii_alphabetic());
    UNITS.contains(&plain)
        || TENS[2..].contains(&plain)
        || ["hundred", "thousand", "million", "billion", "trillion"].contains(&plain)
        || is_ordinal_word(plain)
}

fn is_ordinal_word(word: &str) -> bool {
    let irregular = [
        "first", "second", "third", "fifth", "eighth", "ninth", "twelfth",
    ];
    irregular.contains(&word)
        || word.strip_suffix("ieth").is_some_and(|stem| {
            TENS[2..]
                .iter()
                .any(|tens| tens.strip_suffix('y') == Some(stem))
        })
        || word.strip_suffix("th").is_some_and(|stem| {
            UNITS[4..].contains(&stem) || ["hundred", "thousand"].contains(&stem)
        })
}

/// Number words as digits; two numbers in a row that make a year, as one: `nineteen sixty two`, `ten sixty six`.
fn in_digits(words: &[String]) -> Vec<String> {
    let mut made: Vec<String> = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.first() {
        if let Some((year, used)) = year(rest) {
            made.push(year);
            rest = &rest[used..];
        } else if is_number_word(first) {
            let run = rest
                .iter()
                .take_while(|word| is_number_word(word) || *word == "and")
                .count();
            let text = rest[..run].join(" ");
            let digits = replace_numbers_in_text(&text, language(), 0.0);
            made.extend(digits.split_whitespace().map(str::to_owned));
            rest = &rest[run..];
        } else {
            made.push(first.clone());
            rest = &rest[1..];
        }
    }
    made
}

/// A year in pairs at the front of `words`, and how many words it takes.
fn year(words: &[String]) -> Option<(String, usize)> {
    let word = |at: usize| words.get(at).map_or("", |word| word.trim_end_matches(','));
    let small = |at: usize| UNITS.iter().position(|unit| *unit == word(at));
    let tens = |at: usize| {
        TENS.iter()
            .position(|tens| !tens.is_empty() && *tens == word(at))
    };
    // The century: ten to ninety-nine.
    let (century, next) = match (small(0), tens(0)) {
        (Some(number @ 10..), _) => (number, 1),
        (_, Some(number)) => match small(1) {
            Some(unit @ 1..=9) => (number * 10 + unit, 2),
            _ => (number * 10, 1),
        },
        _ => return None,
    };
    if word(next) == "hundred" {
        return pair(words, next + 1 + usize::from(word(next + 1) == "and"))
            .map(|(pair, used)| (format!("{}", century * 100 + pair), used))
            .or_else(|| Some((format!("{}", century * 100), next + 1)));
    }
    if let Some(tens) = word(next).strip_suffix("ies").and_then(|stem| {
        TENS.iter()
            .position(|tens| tens.strip_suffix('y') == Some(stem))
    }) {
        // "nineteen sixties".
        return Some((format!("{}s", century * 100 + tens * 10), next + 1));
    }
    let (pair, used) = pair(words, next)?;
    Some((format!("{}", century * 100 + pair), used))
}

/// The last two digits of a year from word `at` on: `sixty two`, `oh five`, `twelve`.
fn pair(words: &[String], at: usize) -> Option<(usize, usize)> {
    let word = |at: usize| words.get(at).map_or("", |word| word.trim_end_matches(','));
    let small = |at: usize| UNITS.iter().position(|unit| *unit == word(at));
    if ["oh", "o", "zero"].contains(&word(at)) {
        return small(at + 1)
            .filter(|unit| *unit < 10)
            .map(|unit| (unit, at + 2));
    }
    if let Some(number @ 10..) = small(at) {
        return Some((number, at + 1));
    }
    let tens = TENS
        .iter()
        .position(|tens| !tens.is_empty() && *tens == word(at))?;
    match small(at + 1) {
        Some(unit @ 1..=9) => Some((tens * 10 + unit, at + 2)),
        _ => Some((tens * 10, at + 1)),
    }
}

/// English numbers; making the tables takes longer than using them.
pub(super) fn language() -> &'static Language {
    static ENGLISH: std::sync::OnceLock<Language> = std::sync::OnceLock::new();
    ENGLISH.get_or_init(Language::english)
}
