//! Lists that are meant to hang on the item above, but are indented by too little for Markdown:
//!
//! ```text
//! 1. Taxes
//!   - on salt
//! 2. Debt
//! ```
//!
//! The text of `1. Taxes` begins in column 3, so CommonMark takes the line with two spaces for a list of its own.

/// The outermost item that was closed last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Closed {
    /// Its block.
    pub(super) block: usize,
    /// Where it begins.
    pub(super) at: usize,
}

/// Spaces before the marker of the list or item at `at`; `None` if something else stands there.
fn indent(source: &str, at: usize) -> Option<usize> {
    let start = line_start(source, at);
    let line = &source[start..];
    let spaces = line.bytes().take_while(|byte| *byte == b' ').count();
    (start + spaces >= at).then_some(spaces)
}

/// The block that the list at `at` hangs on: the item right above, if its marker stands further left.
pub(super) fn item_above(source: &str, at: usize, closed: Option<Closed>) -> Option<usize> {
    let closed = closed?;
    let spaces = indent(source, at).filter(|spaces| (1..=3).contains(spaces))?;
    let start = line_start(source, at);
    let above = source[..start].trim_end_matches(['\n', '\r']);
    let blank = source[above.len()..start].matches('\n').count() > 1;
    (!blank && spaces > indent(source, closed.at)?).then_some(closed.block)
}

/// Where the line with byte `at` begins.
fn line_start(source: &str, at: usize) -> usize {
    memchr::memrchr2(b'\n', b'\r', &source.as_bytes()[..at]).map_or(0, |end| end + 1)
}
