//! Where something of a text is left out: a second space, a tab, a blanked byte.

use crate::notes::markdown::mask::FILLER;

/// Whether something is left out of a text: without a way out of the loop, so that many bytes are looked at in one step.
#[inline]
pub(super) fn has_gaps(bytes: &[u8]) -> bool {
    let odd = |byte: u8| (byte == b'\t') | (byte == FILLER as u8);
    let Some((last, rest)) = bytes.split_last() else {
        return false;
    };
    let pairs = rest.iter().zip(&bytes[1..]);
    let found = pairs.fold(false, |found, (one, next)| {
        found | odd(*one) | ((*one == b' ') & (*next == b' '))
    });
    found | odd(*last)
}

/// The places of a text where something is left out: a second space, a tab, a blanked byte.
pub(super) struct Gaps<'t> {
    bytes: &'t [u8],
    double: Option<usize>,
    odd: Option<usize>,
}

impl<'t> Gaps<'t> {
    pub(super) fn of(bytes: &'t [u8]) -> Self {
        Self {
            bytes,
            double: memchr::memmem::find(bytes, b"  ").map(|at| at + 1),
            odd: memchr::memchr2(b'\t', FILLER as u8, bytes),
        }
    }

    /// The first such place from byte `from` on. Each kind is looked for again only once it is passed, so that all of a text's
    /// places are found in one pass.
    pub(super) fn next(&mut self, from: usize) -> Option<usize> {
        if self.double.is_some_and(|at| at < from) {
            self.double = memchr::memmem::find(&self.bytes[from..], b"  ").map(|at| from + at + 1);
        }
        if self.odd.is_some_and(|at| at < from) {
            self.odd =
                memchr::memchr2(b'\t', FILLER as u8, &self.bytes[from..]).map(|at| from + at);
        }
        match (self.double, self.odd) {
            (Some(double), Some(odd)) => Some(double.min(odd)),
            (double, odd) => double.or(odd),
        }
    }
}
