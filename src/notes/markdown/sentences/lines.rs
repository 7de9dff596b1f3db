//! Lines of the file that end a sentence without a full stop.

use super::stops::ABBREVIATIONS;
use crate::notes::markdown::builder::Break;
use crate::notes::word_key::key;

/// The ends of lines that end a sentence without a full stop: an author's own line breaks, not those of a text broken at a column.
///
/// `wrapped` says whether a text broken at a column was seen in this note.
pub(in crate::notes::markdown) fn line_ends(
    text: &str,
    breaks: &[Break],
    wrapped: &mut bool,
) -> Vec<u32> {
    let starts = || std::iter::once(0).chain(breaks.iter().map(|end| end.at as usize));
    let ends = breaks.iter().map(|end| end.at as usize).chain([text.len()]);
    let widths: Vec<usize> = starts()
        .zip(ends)
        .map(|(start, end)| end.saturating_sub(start))
        .collect();
    let widest = widths.iter().copied().max().unwrap_or(0);
    let first_word = |at: usize| text[at..].find(' ').unwrap_or(text.len() - at);
    let full = breaks
        .iter()
        .zip(&widths)
        .all(|(end, width)| !end.hard && width + first_word(end.at as usize) + 8 > widest);
    let lower = |at: usize| text[at..].chars().next().is_some_and(char::is_lowercase);
    let letters = |at: usize| is_lettered(&text[at..]);
    let continues = breaks
        .iter()
        .any(|end| lower(end.at as usize) && !letters(end.at as usize));
    if full && widest >= 60 && (continues || *wrapped) {
        *wrapped = true;
        return Vec::new();
    }
    // Who begins each of several lines with a small letter ends what is said with its line.
    let small = breaks.len() > 1 && lower(0) && !full;
    let at_end = |end: &&Break| {
        let at = end.at as usize;
        (end.hard && !lower(at))
            || letters(at)
            || !goes_on(&text[..at], &text[at..])
            || small && !is_joined(&text[..at], &text[at..])
    };
    breaks.iter().filter(at_end).map(|end| end.at).collect()
}

/// Whether the line `next` goes on with what the line before it says.
pub(in crate::notes::markdown) fn goes_on(before: &str, next: &str) -> bool {
    let before = before.trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    // A full stop at the end of a line ends what is said, even where the next begins in small letters.
    let stopped = last.strip_suffix('.').is_some_and(|word| {
        word.len() >= 4
            && word.bytes().all(|byte| byte.is_ascii_lowercase())
            && !ABBREVIATIONS.get(key(word.as_bytes()))
    });
    if stopped {
        return false;
    }
    next.chars().next().is_some_and(char::is_lowercase)
        || before.ends_with([',', '(', '-', '–', '&', '/'])
        || CONTINUERS.contains(&last)
}

/// Whether the line `next`, in small letters, goes on with the line before it by a word or mark between them.
fn is_joined(before: &str, next: &str) -> bool {
    let before = before.trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    let first = next.split(' ').next().unwrap_or_default();
    before.ends_with([',', '(', '-', '–', '&', '/', ':'])
        || CONTINUERS.contains(&last)
        || CONTINUERS.contains(&first)
}

/// Whether a line begins with a letter of a list or with a label: `b. They lost`, `c) They fled`.
fn is_lettered(line: &str) -> bool {
    matches!(line.as_bytes(), [b'a'..=b'z', b'.' | b')', b' ', ..]) || is_labelled(line)
}

/// Whether a line in small letters asks or lists causes by itself: `why he won: (a) luck`, `causes of famine: frost`.
fn is_labelled(line: &str) -> bool {
    const LABELS: [&str; 9] = [
        "why",
        "cause",
        "consequence",
        "effect",
        "impact",
        "led to",
        "reason",
        "result",
        "trigger",
    ];
    let ends = |label: &str| {
        let rest = line.strip_prefix(label)?;
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        rest.starts_with([' ', ':', '=']).then_some(rest)
    };
    let rest = LABELS.iter().find_map(|label| ends(label));
    rest.is_some_and(|rest| {
        rest.bytes()
            .take(40)
            .any(|byte| matches!(byte, b':' | b'=' | b'?'))
    })
}

/// Words that no statement ends in.
const CONTINUERS: &[&str] = &[
    "a", "an", "and", "as", "at", "because", "between", "but", "by", "for", "from", "in", "into",
    "of", "on", "or", "than", "that", "the", "their", "to", "was", "were", "which", "with",
];
