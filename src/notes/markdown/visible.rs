//! The readable text of one block, a part of the text that all blocks of a note share.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// What a reader sees of one block; reads as a `str`.
#[derive(Clone, Default)]
pub struct Visible {
    /// Nothing until all blocks of the note are read.
    all: Option<Arc<str>>,
    start: u32,
    end: u32,
}

impl Visible {
    /// The text as such.
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.all {
            Some(all) => &all[self.start as usize..self.end as usize],
            None => "",
        }
    }

    /// The bytes of the text and all that follow them in what is shared: a word at its end is taken out as any other.
    #[inline]
    pub(in crate::notes) fn ahead(&self) -> &[u8] {
        let all = self.all.as_ref().map_or(&[][..], |all| all.as_bytes());
        all.get(self.start as usize..).unwrap_or_default()
    }

    /// A text that will be the bytes in `range` of what is shared.
    pub(super) fn at(range: Range<usize>) -> Self {
        Self {
            all: None,
            start: range.start as u32,
            end: range.end as u32,
        }
    }

    /// Its bytes in what is shared.
    #[inline]
    pub(super) fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Gives it what is shared.
    #[inline]
    pub(super) fn share(&mut self, all: &Arc<str>) {
        self.all = Some(Arc::clone(all));
    }
}

impl From<&str> for Visible {
    fn from(text: &str) -> Self {
        let mut visible = Self::at(0..text.len());
        visible.share(&text.into());
        visible
    }
}

impl Deref for Visible {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for Visible {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Visible {}

impl fmt::Debug for Visible {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(out)
    }
}
