//! The words of a statement as they can be shown: no references, no tags, the first link of a chain, the telling cells of a row.

use super::shape::{Shape, shape};
use crate::library::Statement;
use crate::library::facts::{ARROW, BACK_ARROW};
use crate::notes::markdown::BlockKind;
use crate::notes::phrase::{DateSpan, Phrase};

/// The words of a statement: of a row the cells that make a sentence, of a chain the first link. Whether some were cut.
pub(super) fn line(statement: &Statement) -> (String, bool) {
    let text = &*statement.text;
    if statement.kind == BlockKind::Row {
        return (row(text), true);
    }
    if !text.contains([ARROW, BACK_ARROW]) {
        return (text.to_owned(), false);
    }
    let first = text
        .split([ARROW, BACK_ARROW])
        .map(str::trim)
        .find(|part| !part.is_empty() && !is_date(part))
        .unwrap_or_default();
    let kept = text.find(first).map_or(first, |start| {
        // A date before the first arrow goes with what it dates.
        if is_date(text[..start].trim_end_matches([' ', ARROW])) && start > 0 {
            &text[..start + first.len()]
        } else {
            first
        }
    });
    (kept.replace(ARROW, "–"), true)
}

/// A date that labels a line ("16 October 1962: …", "1954 - …"), and where the line itself begins.
pub(super) fn date_label(text: &str) -> Option<(DateSpan, usize)> {
    let head = text.find([':', '-', '–', '—'])?;
    if !text[..head].contains(|letter: char| letter.is_alphanumeric()) {
        return None;
    }
    let date = Phrase::of(text).dates.into_iter().next()?;
    let opens = !text[..date.bytes.start].contains(char::is_alphanumeric);
    let after = &text[date.bytes.end..];
    let mark = after.trim_start();
    let parted = mark.starts_with([':', '–', '—']) || after.starts_with(" - ");
    let rest = mark.trim_start_matches([':', '-', '–', '—', ' ']);
    (opens && parted && !date.relative && rest.contains(char::is_alphabetic))
        .then(|| (date, text.len() - rest.len()))
}

/// Whether `text` is a date and nothing else.
pub(super) fn is_date(text: &str) -> bool {
    let phrase = Phrase::of(text);
    let Some(first) = phrase.dates.first() else {
        return false;
    };
    let end = phrase
        .dates
        .last()
        .map_or(first.bytes.end, |date| date.bytes.end);
    let outside = |part: &str| !part.chars().any(char::is_alphanumeric);
    outside(&text[..first.bytes.start]) && outside(&text[end..])
}

/// The cells of a row as one line: its date, and a cell that is a sentence, or a name and what it does.
fn row(text: &str) -> String {
    let cells: Vec<&str> = text.split(" | ").map(str::trim).collect();
    let date = cells.iter().find(|cell| is_date(cell)).copied();
    let rest: Vec<&str> = cells
        .iter()
        .copied()
        .filter(|cell| Some(*cell) != date && !cell.is_empty())
        .collect();
    let read: Vec<Shape> = rest.iter().map(|cell| shape(&Phrase::of(cell)).0).collect();
    let told = match (rest.as_slice(), read.as_slice()) {
        ([who, what, ..], [Shape::Name, Shape::Deed, ..])
            if who.split(' ').count() <= 3 && who.starts_with(char::is_uppercase) =>
        {
            format!("{who} {}", lowered(what))
        }
        _ => match read.iter().position(|shape| *shape == Shape::Sentence) {
            Some(at) => rest[at].to_owned(),
            None => return text.to_owned(),
        },
    };
    match date {
        Some(date) => format!("{date}: {told}"),
        None => told,
    }
}

/// `text` with its first letter in lower case, unless it is a name or capitals.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// `text` with its first letter in upper case.
pub(super) fn raised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// What in brackets says where something is from.
fn is_reference(inside: &str) -> bool {
    let lower = inside.trim().to_lowercase();
    let opens = [
        "source", "see ", "p.", "pp.", "pg", "page", "pages", "ibid", "cf", "ch.", "chapter",
        "book ", "ref", "fig", "slide", "lecture", "http", "www", "doc", "textbook", "q:", "qs",
    ];
    lower.is_empty()
        || opens.iter().any(|word| lower.starts_with(word))
        || lower.contains(" p. ")
        || lower.contains(", p.")
        || lower.contains("in book")
        || lower
            .chars()
            .all(|letter| letter.is_ascii_digit() && lower.len() < 3)
        || lower.chars().all(|letter| matches!(letter, '?' | '!'))
}

/// `text` without references, tags and the full stop.
pub(super) fn tidy(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['(', '[']) {
        let Some(close) = closing(&rest[open..]) else {
            break;
        };
        kept.push_str(&rest[..open]);
        let inside = &rest[open + 1..open + close];
        if !is_reference(inside) {
            kept.push_str(&rest[open..=open + close]);
        }
        rest = &rest[open + close + 1..];
    }
    kept.push_str(rest);
    let words: Vec<&str> = kept
        .split_whitespace()
        .filter(|word| {
            !(word.starts_with('#') && word.len() > 1 && word[1..].starts_with(char::is_alphabetic))
        })
        .collect();
    let mut text = words.join(" ");
    for (from, to) in [(" ,", ","), (" .", "."), (" ;", ";")] {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    let end = text
        .trim_end_matches(['.', ';', ',', ' ', '-', '–', '—'])
        .len();
    // "U.S." and "etc." keep theirs.
    let keep = text[..end].ends_with(|letter: char| letter.is_uppercase())
        && text[..end].chars().rev().nth(1) == Some('.');
    if !keep {
        text.truncate(end);
    }
    text.trim_start_matches(['-', '–', '—', ',', ';', ':', ' ', '•', '*'])
        .to_owned()
}

/// The text up to where a second sentence begins.
pub(super) fn first_sentence(text: &str) -> &str {
    for (at, _) in text.match_indices(". ") {
        let word = text[..at]
            .rsplit(|letter: char| !letter.is_alphanumeric())
            .next()
            .unwrap_or_default();
        let abbreviated = word.chars().count() < 3
            || matches!(
                word,
                "etc"
                    | "Gen"
                    | "Col"
                    | "Rev"
                    | "Sen"
                    | "Gov"
                    | "Mrs"
                    | "approx"
                    | "vol"
                    | "Nos"
                    | "Capt"
                    | "Prof"
                    | "Maj"
                    | "Lieut"
            )
            || word.chars().all(char::is_uppercase) && word.len() < 3;
        let balanced = text[..at].matches('(').count() == text[..at].matches(')').count()
            && text[..at].matches('"').count().is_multiple_of(2);
        if !abbreviated && balanced {
            return &text[..at];
        }
    }
    text
}

/// The place of the bracket that closes the one at the start.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}
