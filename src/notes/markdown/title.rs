//! What a note is called: the title it states, its only top heading, or the name of its file.

use super::block::{Block, MarkKind};
use super::document::Document;

/// The front matter's title, else the only H1 that is not housekeeping, else the file name.
pub(super) fn title(path: &str, document: &Document) -> String {
    if let Some(title) = document
        .front_matter
        .title
        .as_ref()
        .filter(|title| !title.is_empty())
    {
        return title.clone();
    }
    let mut tops = document
        .headings
        .iter()
        .filter(|heading| heading.level == 1 && !heading.housekeeping);
    if let (Some(only), None) = (tops.next(), tops.next()) {
        let title = untagged(&document.blocks[only.block]);
        if !title.is_empty() {
            return title;
        }
    }
    file_title(path)
}

/// The words of a heading without its tags and its colon.
fn untagged(heading: &Block) -> String {
    let visible = &heading.text.visible;
    let mut words = String::with_capacity(visible.len());
    let mut from = 0;
    for mark in heading
        .marks
        .iter()
        .filter(|mark| matches!(mark.kind, MarkKind::Tag(_)))
    {
        words.push_str(&visible[from..(mark.range.start as usize).max(from)]);
        from = mark.range.end as usize;
    }
    words.push_str(&visible[from..]);
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").trim_end_matches([':', ',', ' ']).to_owned()
}

/// `cold-war/bay-of-pigs.md` is `Bay Of Pigs`; a name with spaces or capitals is left as it is.
fn file_title(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    // Notion adds a number of 32 hexadecimal digits to every name.
    let stem = match stem.rsplit_once(' ') {
        Some((words, number))
            if number.len() == 32 && number.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            words
        }
        _ => stem,
    };
    if stem.contains(' ') || stem.contains(char::is_uppercase) {
        return stem.to_owned();
    }
    let mut title = String::with_capacity(stem.len());
    for word in stem.split(['-', '_']).filter(|word| !word.is_empty()) {
        if !title.is_empty() {
            title.push(' ');
        }
        let mut letters = word.chars();
        title.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        title.push_str(letters.as_str());
    }
    if title.is_empty() {
        stem.to_owned()
    } else {
        title
    }
}

/// Whether the part of a note's name before or behind a comma is no more than its years: `1956, Hungary`, `1950 - 1953, Korea`.
pub(in crate::notes) fn is_span_of_years(part: &str) -> bool {
    part.bytes().filter(u8::is_ascii_digit).count() >= 3
        && part
            .chars()
            .all(|sign| sign.is_ascii_digit() || " -–/".contains(sign))
}
