//! The readable text of one block, or of some of its words: a part of the text that all blocks of a note share.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// What a reader sees of one block, or some words of it; reads as a `str`.
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

    /// Its bytes, without a look at whether its ends are those of characters.
    #[inline]
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.all {
            Some(all) => &all.as_bytes()[self.start as usize..self.end as usize],
            None => &[],
        }
    }

    /// How many bytes it has.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it has no bytes.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// The bytes of the text and all that follow them in what is shared: a word at its end is taken out as any other.
    #[inline]
    pub(in crate::notes) fn ahead(&self) -> &[u8] {
        let all = self.all.as_ref().map_or(&[][..], |all| all.as_bytes());
        all.get(self.start as usize..).unwrap_or_default()
    }

    /// The bytes in `range` of it, as a part of the same text: a fact that quotes it needs no text of its own.
    #[inline]
    #[must_use]
    pub(in crate::notes) fn part(&self, range: Range<u32>) -> Self {
        debug_assert!(self.get(range.start as usize..range.end as usize).is_some());
        Self {
            all: self.all.clone(),
            start: self.start + range.start,
            end: self.start + range.end,
        }
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

impl fmt::Display for Visible {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), out)
    }
}

impl PartialEq for Visible {
    fn eq(&self, other: &Self) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Visible {}

impl fmt::Debug for Visible {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), out)
    }
}
