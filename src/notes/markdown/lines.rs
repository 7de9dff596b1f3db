//! Byte offsets ↔ line numbers.

use std::ops::Range;

use crate::notes::lex::bits;

/// Where the lines of a file start; answers best when asked in file order.
#[derive(Debug)]
pub(super) struct Lines {
    pub(super) starts: Vec<u32>,
    cursor: usize,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = Vec::with_capacity(memchr::memchr_iter(b'\n', bytes).count() + 1);
        starts.push(0);
        if memchr::memchr(b'\r', bytes).is_none() {
            add_line_feeds(bytes, &mut starts);
        } else {
            let ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
            let ends =
                ends.filter(|end| bytes[*end] == b'\n' || bytes.get(end + 1) != Some(&b'\n'));
            starts.extend(ends.map(|end| end as u32 + 1));
        }
        Self { starts, cursor: 0 }
    }

    /// The first and the last line of some bytes of the file.
    #[inline]
    pub(super) fn of_span(&mut self, span: &Range<usize>) -> (u32, u32) {
        let last = span.end.saturating_sub(1).max(span.start);
        (self.line(span.start), self.line(last))
    }

    /// The 1-based line that byte `offset` stands on.
    #[inline]
    pub(super) fn line(&mut self, offset: usize) -> u32 {
        let offset = offset as u32;
        if self.starts[self.cursor] > offset {
            self.cursor = self.starts.partition_point(|start| *start <= offset) - 1;
        }
        let mut steps = 0;
        while self
            .starts
            .get(self.cursor + 1)
            .is_some_and(|start| *start <= offset)
        {
            self.cursor += 1;
            steps += 1;
            if steps == 32 {
                self.cursor = self.starts.partition_point(|start| *start <= offset) - 1;
            }
        }
        self.cursor as u32 + 1
    }
}

/// Adds the byte behind each line feed: lines are so short that a search for each takes longer.
fn add_line_feeds(bytes: &[u8], starts: &mut Vec<u32>) {
    let mut at = 0;
    for found in bits(bytes, |byte| byte == b'\n') {
        let mut found = u64::from_le_bytes(found);
        while found != 0 {
            starts.push(at + found.trailing_zeros() + 1);
            found &= found - 1;
        }
        at += u64::BITS;
    }
}
