//! Which rare signs a whole file has, looked for once, before its blocks are read.

use memchr::memmem;

use super::mask::FILLER;

/// Which rare signs there are anywhere in a file: what is in none of it is looked for in none of its blocks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    /// `==`.
    pub(super) highlight: bool,
    /// `^`, `{`, or one of those written as `&…;`.
    pub(super) block_id: bool,
    /// Something that texts leave out: two spaces, a tab or a blanked byte, and not as the first thing on a line.
    pub(super) gap: bool,
    /// Lines that begin with `A. ` and `B. `, or with `a. ` and `b. `: an outline, so that these are no initials.
    pub(super) lettered: bool,
}

impl Signs {
    /// Those of what the parser sees of a file.
    pub(super) fn of(source: &str) -> Self {
        let bytes = source.as_bytes();
        Self {
            highlight: double(b'=', bytes).is_some(),
            block_id: memchr::memchr3(b'^', b'{', b'&', bytes).is_some(),
            gap: has_inner_gaps(bytes),
            lettered: is_lettered(bytes, (b"\nA. ", b"\nB. "))
                || is_lettered(bytes, (b"\na. ", b"\nb. ")),
        }
    }
}

/// Whether a line that begins with the first of these comes before one that begins with the second.
fn is_lettered(bytes: &[u8], (first, second): (&[u8], &[u8])) -> bool {
    memmem::find(bytes, second).is_some_and(|second| {
        bytes.starts_with(&first[1..]) || memmem::find(&bytes[..second], first).is_some()
    })
}

/// Where the first two of `sign` in a row stand.
pub(super) fn double(sign: u8, bytes: &[u8]) -> Option<usize> {
    memchr::memchr_iter(sign, bytes).find(|at| bytes.get(at + 1) == Some(&sign))
}

/// Whether something that does not begin its line is left out of a text, or perhaps only what ends its line: without a way out of
/// the loop, so that many bytes are looked at in one step.
fn has_inner_gaps(bytes: &[u8]) -> bool {
    let [_, rest @ ..] = bytes else { return false };
    let trios = bytes
        .iter()
        .zip(rest)
        .zip(rest.get(1..).unwrap_or_default());
    let found = trios.fold(false, |found, ((before, one), next)| {
        let double = (*one == b' ') & ((*next == b' ') | (*next == b'\t'));
        found | ((double | (*one == b'\t')) & (*before > b' '))
    });
    found || bytes.ends_with(b"\t") || memchr::memchr(FILLER as u8, bytes).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_a_line_is_no_gap() {
        for text in ["", "a", "a b c", "  a\n\t\t- b\r\n \t  c d ", "\ta"] {
            assert!(!has_inner_gaps(text.as_bytes()), "{text:?}");
        }
        for text in [
            "a  b", "a\tb", "\na \tb", "- \ta", "> é  b", "a\t", "a  ", "\u{1}",
        ] {
            assert!(has_inner_gaps(text.as_bytes()), "{text:?}");
        }
    }
}
