//! The tokens of one text, a part of the list that all texts of a note share.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use super::Token;

/// Tokens of one text; reads as a slice.
#[derive(Clone, Default)]
pub struct Tokens {
    all: Arc<[Token]>,
    start: u32,
    end: u32,
}

impl Tokens {
    /// Some of `all`.
    pub(in crate::notes) fn part(all: &Arc<[Token]>, range: Range<usize>) -> Self {
        debug_assert!(range.start <= range.end && range.end <= all.len());
        Self {
            all: Arc::clone(all),
            start: range.start as u32,
            end: range.end as u32,
        }
    }
}

impl From<Vec<Token>> for Tokens {
    fn from(tokens: Vec<Token>) -> Self {
        let end = tokens.len();
        Self::part(&tokens.into(), 0..end)
    }
}

impl Deref for Tokens {
    type Target = [Token];

    #[inline]
    fn deref(&self) -> &[Token] {
        &self.all[self.start as usize..self.end as usize]
    }
}

impl PartialEq for Tokens {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(out)
    }
}
