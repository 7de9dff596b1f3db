//! Numbers of chapters and lessons before what a heading names.

use std::ops::Range;

use crate::notes::causes::clause::Sentence;
use crate::notes::ids;

/// Words that count the parts of a course or book.
const PARTS: &[&str] = &[
    "chapter",
    "ch",
    "unit",
    "topic",
    "lecture",
    "lesson",
    "week",
    "section",
    "part",
    "module",
    "key topic",
];

/// Whether these are words like "Chapter 22" or "Unit IV".
pub(in crate::notes::causes) fn is_number_of_part(words: &str) -> bool {
    let words = ids::normalised(words);
    let (part, number) = words.rsplit_once(' ').unwrap_or((&words, ""));
    let roman = number.bytes().all(|byte| b"ivx".contains(&byte));
    let digits = number
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    PARTS.contains(&part) && !number.is_empty() && (roman || digits)
}

/// "Chapter 22: The mills" without its number.
pub(in crate::notes::causes) fn past_number(
    sentence: &Sentence<'_>,
    range: Range<usize>,
) -> Range<usize> {
    let near = range.start + 1..range.end.min(range.start + 4);
    let mark = near
        .into_iter()
        .find(|&at| sentence.mark(at, ":") || sentence.wall(at));
    let number = mark.filter(|&mark| is_number_of_part(&sentence.words(&(range.start..mark))));
    match number {
        Some(mark) if mark + 1 < range.end => sentence.trim(mark + 1..range.end),
        _ => range,
    }
}
