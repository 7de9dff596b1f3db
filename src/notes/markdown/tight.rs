//! Headings without the space that Markdown asks for after their signs: `##The war`.
//!
//! The parser takes such a line for a paragraph, and whoever wrote it for a heading. So it is shown a space in place of the
//! last sign, and the level is counted in the file itself. One sign right before a word stays a tag.

/// Headings have six signs at most.
const MOST: usize = 6;

/// Where the last sign of a heading without a space stands in `line`.
pub(super) fn last_sign(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let start = bytes
        .iter()
        .position(|byte| !matches!(byte, b' ' | b'>'))
        .filter(|_| !line.starts_with("    "))?;
    let signs = signs(&bytes[start..]);
    if !(2..=MOST).contains(&signs) {
        return None;
    }
    let words = &line[start + signs..];
    let letters = words.starts_with(|first: char| first.is_alphanumeric());
    // "##one ##two" is a line of tags.
    let tags = words.contains(" #");
    (letters && !tags).then(|| start + signs - 1)
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
