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
    /// At least as many of each as there are tokens: those behind are room.
    keys: Vec<u128>,
    flags: Vec<Flags>,
    dates: Vec<u8>,
    blocks: Vec<Part>,
}

/// For how many tokens of blocks to come there is room made at once.
const STEP: usize = 64;

/// Where the tokens of a block stand among all.
#[derive(Debug, Clone, Copy)]
struct Part {
    start: u32,
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
            flags: Vec::with_capacity(n_tokens),
            dates: Vec::with_capacity(n_tokens),
            blocks: Vec::with_capacity(n_blocks),
        }
    }

    /// Adds the keys of the next block, whose text is `text`, and `padded` where it is [padded](pad).
    pub(super) fn push(&mut self, text: &str, padded: &[u8], tokens: &[Token]) {
        let start = self.blocks.last().map_or(0, |last| last.end as usize);
        let end = start + tokens.len();
        self.make_room(end);
        let keys = self.keys[start..end].iter_mut();
        let into = self.flags[start..end]
            .iter_mut()
            .zip(&mut self.dates[start..end]);
        let mut may_date = false;
        for ((token, key), (flags, date)) in tokens.iter().zip(keys).zip(into) {
            let length = (token.end - token.start) as usize;
            *key = key_in(padded, token.start as usize, length);
            let known = if token.kind == Kind::Word && *key != 0 {
                known::of_key(*key)
            } else {
                of_other(text, token, *key)
            };
            may_date = may_date || dates::may_date(token, known.date, text);
            (*flags, *date) = (known.flags, known.date);
        }
        self.blocks.push(Part {
            start: start as u32,
            end: end as u32,
            may_date,
        });
    }

    /// Makes room for all tokens up to `end`, and for a few more: little by little, for it to be near the processor when it is filled.
    fn make_room(&mut self, end: usize) {
        if self.keys.len() < end {
            let room = end + STEP;
            self.keys.resize(room, 0);
            self.flags.resize(room, 0);
            self.dates.resize(room, 0);
        }
    }

    /// Where the keys of a block stand among all keys of the note, and its tokens among all tokens.
    #[inline]
    pub(super) fn range(&self, block: usize) -> Range<usize> {
        let part = &self.blocks[block];
        part.start as usize..part.end as usize
    }

    /// The keys of all tokens, block by block.
    #[inline]
    pub(super) fn all(&self) -> &[u128] {
        let n_tokens = self.blocks.last().map_or(0, |last| last.end as usize);
        &self.keys[..n_tokens]
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
