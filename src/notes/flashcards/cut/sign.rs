//! A sign that is looked for once in all the note, rather than in each of its lines.

use memchr::memmem::Finder;

/// The next place of a sign; asked for one line after the other.
pub(super) struct Sign<'s> {
    source: &'s str,
    sign: Finder<'static>,
    /// The length of the source where there is none left.
    next: usize,
}

impl<'s> Sign<'s> {
    pub(super) fn first(source: &'s str, sign: &'static str) -> Self {
        let mut first = Self {
            source,
            sign: Finder::new(sign),
            next: 0,
        };
        first.look(0);
        first
    }

    fn look(&mut self, from: usize) {
        let rest = &self.source.as_bytes()[from..];
        let found = self.sign.find(rest);
        self.next = found.map_or(self.source.len(), |found| from + found);
    }

    /// Whether there is none left.
    pub(super) fn is_none(&self) -> bool {
        self.next == self.source.len()
    }

    /// Whether the sign stands in the line from `start` to `end`.
    #[inline]
    pub(super) fn is_in(&mut self, start: usize, end: usize) -> bool {
        if self.next < start {
            self.look(start);
        }
        self.next < end
    }
}
