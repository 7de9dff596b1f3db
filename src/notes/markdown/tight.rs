//! Headings without the space that Markdown asks for after their signs: `##The war`.
//!
//! The parser takes such a line for a paragraph, and whoever wrote it for a heading. So it is shown a space in place of the
//! last sign, and the level is counted in the file itself. One sign right before a word stays a tag.

/// Headings have six signs at most.
const MOST: usize = 6;

/// Whether there may be such a heading: `starts` are the bytes of `text` at which its lines begin.
pub(super) fn any(text: &str, mut starts: impl Iterator<Item = usize>) -> bool {
    let bytes = text.as_bytes();
    starts.any(|start| {
        matches!(bytes.get(start), Some(b'#' | b' ' | b'>'))
            && before_word(&text[start..]).is_some()
    })
}

/// Where the last sign of a heading without a space stands in `line`.
pub(super) fn last_sign(line: &str) -> Option<usize> {
    let word = before_word(line)?;
    // "##one ##two" is a line of tags.
    let tags = line[word..].contains(" #");
    (!tags).then(|| word - 1)
}

/// Where a word begins right behind the signs that the line at the start of `text` begins with.
fn before_word(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let start = bytes.iter().position(|byte| !matches!(byte, b' ' | b'>'))?;
    if bytes[start] != b'#' || text.starts_with("    ") {
        return None;
    }
    let signs = signs(&bytes[start..]);
    let word = start + signs;
    let letters = text[word..].starts_with(|first: char| first.is_alphanumeric());
    ((2..=MOST).contains(&signs) && letters).then_some(word)
}

/// The level of the heading whose signs stand at the start of `source`; 0 if there are none.
pub(super) fn level(source: &str) -> u8 {
    signs(source.as_bytes()).min(MOST) as u8
}

/// How many signs `bytes` begin with.
fn signs(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| **byte == b'#').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_signs_or_more_right_before_a_word_make_a_heading() {
        assert_eq!(last_sign("##War\n"), Some(1));
        assert_eq!(last_sign("  ###1848"), Some(4));
        assert_eq!(last_sign("> ##Été"), Some(3));
        for other in [
            "#tag",
            "## War",
            "##",
            "##one ##two",
            "#######War",
            "    ##code",
            "a ##b",
            "##!",
        ] {
            assert_eq!(last_sign(other), None, "{other}");
        }
        assert_eq!((level("###War"), level("x")), (3, 0));
    }
}
