//! Lines that state nothing: tags alone, and stamps of when the note was made.

/// Keys of lines that programs write about the note itself, in lower case.
const STAMPS: &[&str] = &[
    "accessed",
    "created",
    "created at",
    "created by",
    "created on",
    "created time",
    "creation date",
    "date created",
    "date modified",
    "date published",
    "exported",
    "last edited",
    "last edited by",
    "last edited time",
    "last modified",
    "last updated",
    "lastmod",
    "modified",
    "printed",
    "publishdate",
    "published",
    "retrieved",
    "updated",
    "updated at",
    "updated on",
];

/// Stamps stand among the first blocks of a note.
const STAMP_BLOCKS: usize = 6;

/// Whether `text` states nothing, in a note of which `n_blocks` have been read.
pub(super) fn is_loose(text: &str, n_blocks: usize) -> bool {
    is_tag_line(text)
        || (n_blocks < STAMP_BLOCKS && (is_stamp(text, n_blocks) || is_property(text)))
}

/// Tags, and nothing else.
#[inline]
pub(super) fn is_tag_line(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(b'#') => is_all_tags(text),
        Some(b'!'..=b'~') => false,
        _ => is_all_tags(text),
    }
}

/// Whether each word is a tag.
fn is_all_tags(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| matches!(word.trim_end_matches(',').as_bytes(), [b'#', first, ..] if *first != b'#'))
}

/// `07-11-2023 18:42`, `2023-11-07`, `202311071842`: the first thing in a note, or with the time of day.
fn is_stamp(text: &str, n_blocks: usize) -> bool {
    if text.len() > 40 || !text.starts_with(|char: char| char.is_ascii_digit()) {
        return false;
    }
    let mut parts = text.split([' ', 'T', ',']).filter(|part| !part.is_empty());
    let Some(date) = parts.next() else {
        return false;
    };
    let numbers: Vec<&str> = date.split(['-', '/', '.']).collect();
    let all_digits = numbers
        .iter()
        .all(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    let zettel = numbers.len() == 1 && matches!(date.len(), 12 | 14);
    let time = parts.next();
    let timed = time.is_some_and(|time| {
        time.contains(':') && time.starts_with(|char: char| char.is_ascii_digit())
    });
    all_digits && (zettel || (numbers.len() == 3 && (timed || (time.is_none() && n_blocks == 0))))
}

/// `Created: November 7, 2023 6:42 PM`.
fn is_property(text: &str) -> bool {
    // The longest key has 19 letters.
    let start = text.as_bytes();
    let Some(colon) = start.iter().take(24).position(|byte| *byte == b':') else {
        return false;
    };
    let key = text[..colon].trim_matches(['*', ' ']).to_lowercase();
    STAMPS.contains(&key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_stamps_state_nothing() {
        for text in [
            "#Kennedy #Castro",
            "#war",
            "07-11-2023 18:42",
            "2023-11-07",
            "202311071842",
            "2023-11-07T18:42:00",
            "Created: May 7, 2023 6:42 PM",
        ] {
            assert!(is_loose(text, 0), "{text}");
        }
    }

    #[test]
    fn everything_else_is_a_statement() {
        for text in [
            "1914",
            "16-10-1962: Kennedy is told",
            "#Kennedy is told",
            "##",
            "",
            "Createdness: x",
            "1. 2. 3.",
        ] {
            assert!(!is_loose(text, 0), "{text}");
        }
        assert!(!is_loose("16-10-1962", 3));
        assert!(!is_loose("Created: 1948, the state of Israel", 20));
    }
}
