//! What each word of a note is known to be, looked up once for all readers.

use std::ops::Range;

use super::causes::{self, Flags};
use super::dates;
use super::known::{self, Known};
use super::lex::{Kind, Token};
use super::markdown::Document;
use super::word_key::{key_in, pad};

/// The [key](super::word_key::key) of each token of each block, and what is [known] of it.
#[derive(Debug, Default)]
pub(super) struct Keys {
    keys: Vec<u128>,
    /// At least as many as there are keys: those behind are room.
    flags: Vec<Flags>,
    dates: Vec<u8>,
    blocks: Vec<End>,
}

/// Where the tokens of a block end.
#[derive(Debug, Clone, Copy)]
struct End {
    end: u32,
    /// There may be a date in it.
    may_date: bool,
}

impl Keys {
    /// The keys of a document that was read by itself.
    pub(super) fn of(document: &Document) -> Self {
        let n_tokens = document.blocks.iter().map(|block| block.tokens.len()).sum();
        let mut keys = Self::with_room(n_tokens, document.blocks.len());
        let mut padded = Vec::new();
        for block in &document.blocks {
            pad(&block.text.visible, &mut padded);
            keys.push(&block.text.visible, &padded, &block.tokens);
        }
        keys
    }

    /// The keys of a text by itself, as its only block.
    pub(super) fn of_text(text: &str, tokens: &[Token]) -> Self {
        let mut keys = Self::with_room(tokens.len(), 1);
        let mut padded = Vec::new();
        pad(text, &mut padded);
        keys.push(text, &padded, tokens);
        keys
    }

    /// None, with room for those of so many tokens in so many blocks.
    pub(super) fn with_room(n_tokens: usize, n_blocks: usize) -> Self {
        Self {
            keys: Vec::with_capacity(n_tokens),
            flags: vec![0; n_tokens],
            dates: vec![0; n_tokens],
            blocks: Vec::with_capacity(n_blocks),
        }
    }

    /// Adds the keys of the next block, whose text is `text`, and `padded` where it is [padded](pad): in two short loops.
    pub(super) fn push(&mut self, text: &str, padded: &[u8], tokens: &[Token]) {
        let start = self.keys.len();
        self.keys.extend(tokens.iter().map(|token| {
            let length = (token.end - token.start) as usize;
            key_in(padded, token.start as usize, length)
        }));
        let end = self.keys.len();
        if self.flags.len() < end {
            self.flags.resize(2 * end, 0);
            self.dates.resize(2 * end, 0);
        }
        let into = self.flags[start..end]
            .iter_mut()
            .zip(&mut self.dates[start..end]);
        let mut may_date = false;
        for ((token, key), (flags, date)) in tokens.iter().zip(&self.keys[start..]).zip(into) {
            let known = if token.kind == Kind::Word && *key != 0 {
                known::of_key(*key)
            } else {
                of_other(text, token, *key)
            };
            may_date = may_date || dates::may_date(token, known.date, text);
            (*flags, *date) = (known.flags, known.date);
        }
        self.blocks.push(End {
            end: end as u32,
            may_date,
        });
    }

    /// Where the keys of a block stand among all keys of the note, and its tokens among all tokens.
    #[inline]
    pub(super) fn range(&self, block: usize) -> Range<usize> {
        let start = block
            .checked_sub(1)
            .map_or(0, |before| self.blocks[before].end);
        start as usize..self.blocks[block].end as usize
    }

    /// The keys of a block's tokens.
    #[inline]
    pub(super) fn of_block(&self, block: usize) -> &[u128] {
        &self.keys[self.range(block)]
    }

    /// What the tokens of a block can be in a clause, each by itself.
    #[inline]
    pub(super) fn flags(&self, block: usize) -> &[Flags] {
        &self.flags[self.range(block)]
    }

    /// The keys of some tokens of a block, and what they can be in a clause.
    #[inline]
    pub(super) fn of_tokens(&self, block: usize, tokens: &Range<usize>) -> (&[u128], &[Flags]) {
        let start = self.range(block).start;
        let range = start + tokens.start..start + tokens.end;
        (&self.keys[range.clone()], &self.flags[range])
    }

    /// Which words of dates the tokens of a block are.
    #[inline]
    pub(super) fn dates(&self, block: usize) -> &[u8] {
        &self.dates[self.range(block)]
    }

    /// Whether there may be a date in a block.
    #[inline]
    pub(super) fn may_date(&self, block: usize) -> bool {
        self.blocks[block].may_date
    }
}

/// What is known of a token that is no word with a key.
fn of_other(text: &str, token: &Token, key: u128) -> Known {
    let flags = match token.kind {
        Kind::Punct if key != 0 => causes::of_mark(key),
        Kind::Number => 0,
        // A word may have the other apostrophe.
        Kind::Word | Kind::Punct | Kind::Arrow => causes::odd(text, token),
    };
    Known {
        flags,
        ..Known::default()
    }
}
