//! Text with `==highlights==` in it.

use super::Builder;
use crate::notes::markdown::MarkKind;
use crate::notes::markdown::signs::double;

impl Builder {
    /// Adds text with `==highlights==` in it; `source` is the file from the text on, to look for what follows the opening `==`,
    /// as the parser's text may end before `**` or `~`, and for the closing one on the same line.
    pub(super) fn with_highlights(&mut self, text: &str, at: usize, source: &str) {
        let mut from = 0;
        while let Some(found) = double(b'=', &text.as_bytes()[from..]) {
            let sign = from + found;
            let after = sign + 2;
            let closes = self.highlight.is_some();
            let opens = !closes
                && !self.no_highlight_closes
                && source[after..]
                    .chars()
                    .next()
                    .is_some_and(|next| !next.is_whitespace() && !matches!(next, '=' | '>'));
            if closes {
                self.verbatim(&text[from..sign], at + from);
                let start = self.highlight.take().unwrap_or_default();
                self.mark(MarkKind::Highlight, start);
            } else if opens && closes_on_its_line(&source[after..]) {
                self.verbatim(&text[from..sign], at + from);
                self.highlight = Some(self.len());
            } else {
                self.no_highlight_closes |= opens;
                self.verbatim(&text[from..after], at + from);
            }
            from = after;
        }
        self.verbatim(&text[from..], at + from);
    }
}

/// Whether a `==` stands on the first line of `source`.
fn closes_on_its_line(source: &str) -> bool {
    let bytes = source.as_bytes();
    memchr::memchr2_iter(b'=', b'\n', bytes)
        .find(|at| bytes[*at] == b'\n' || bytes.get(at + 1) == Some(&b'='))
        .is_some_and(|at| bytes[at] == b'=')
}
