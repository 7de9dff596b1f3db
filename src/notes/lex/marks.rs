//! Which marks a text has, to pass over one without those that are looked for.

/// Which marks there are in a text. A word with any other letter than those of ASCII counts as one with an apostrophe.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::notes) struct Marks([u64; 2]);

impl Marks {
    /// Stands for all marks beyond ASCII.
    pub(super) const WIDE: u8 = 0;

    /// Those of a text that may have any.
    pub(in crate::notes) fn all() -> Self {
        Self([u64::MAX; 2])
    }

    /// Whether one of `marks`, all of ASCII, is in the text.
    #[inline]
    pub(in crate::notes) fn any(self, marks: &[u8]) -> bool {
        marks
            .iter()
            .any(|mark| self.0[usize::from(mark >> 6 & 1)] >> (mark & 63) & 1 != 0)
    }

    /// Whether a mark beyond ASCII is in the text.
    #[inline]
    pub(in crate::notes) fn any_wide(self) -> bool {
        self.any(&[Self::WIDE])
    }

    #[inline]
    pub(super) fn add(&mut self, mark: u8) {
        self.0[usize::from(mark >> 6 & 1)] |= 1 << (mark & 63);
    }
}
