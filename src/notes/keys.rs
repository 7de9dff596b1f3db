//! What each word of a note is known to be, looked up once for all readers.

use super::causes::{self, Flags};
use super::dates;
use super::known::{self, Known};
use super::lex::{Kind, Token};
use super::markdown::{Block, Document};
use super::word_key::{key_in, pad};

/// The [key](super::word_key::key) of each token of each block, and what is [known] of it.
#[derive(Debug, Default)]
pub(super) struct Keys {
    keys: Vec<u128>,
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
        let mut keys = Self::for_blocks(&document.blocks);
        let mut padded = Vec::new();
        for block in &document.blocks {
            pad(&block.text.visible, &mut padded);
            keys.push(&block.text.visible, &padded, &block.tokens);
        }
        keys
    }

    /// The keys of a text by itself, as its only block.
    pub(super) fn of_text(text: &str, tokens: &[Token]) -> Self {
        let mut keys = Self::default();
        let mut padded = Vec::new();
        pad(text, &mut padded);
        keys.push(text, &padded, tokens);
        keys
    }

    /// None, with room for those of `blocks`.
    pub(super) fn for_blocks(blocks: &[Block]) -> Self {
        let n_tokens = blocks.iter().map(|block| block.tokens.len()).sum();
        Self {
            keys: Vec::with_capacity(n_tokens),
            flags: Vec::with_capacity(n_tokens),
            dates: Vec::with_capacity(n_tokens),
            blocks: Vec::with_capacity(blocks.len()),
        }
    }

    /// Adds the keys of the next block, whose text is `text`, and `padded` where it is [padded](pad).
    pub(super) fn push(&mut self, text: &str, padded: &[u8], tokens: &[Token]) {
        let length = |token: &Token| (token.end - token.start) as usize;
        self.keys.extend(
            tokens
                .iter()
                .map(|token| key_in(padded, token.start as usize, length(token))),
        );
        let start = self.flags.len();
        let mut may_date = false;
        self.flags.resize(start + tokens.len(), 0);
        self.dates.resize(start + tokens.len(), 0);
        let keyed = tokens.iter().zip(&self.keys[start..]);
        let filled = self.flags[start..].iter_mut().zip(&mut self.dates[start..]);
        for ((token, key), (flags, date)) in keyed.zip(filled) {
            let known = match token.kind {
                Kind::Word if *key != 0 => known::of_key(*key),
                Kind::Number => Known::default(),
                Kind::Punct if *key != 0 => Known::default(),
                // With the other apostrophe, perhaps.
                Kind::Word | Kind::Punct | Kind::Arrow => Known {
                    flags: causes::odd(text, token),
                    ..Known::default()
                },
            };
            may_date |= match token.kind {
                Kind::Word => dates::may_date(token, known.date, text),
                Kind::Number => true,
                Kind::Punct | Kind::Arrow => false,
            };
            (*flags, *date) = (known.flags, known.date);
        }
        self.blocks.push(End {
            end: self.keys.len() as u32,
            may_date,
        });
    }

    /// Where the keys of a block stand among all keys of the note.
    #[inline]
    fn range(&self, block: usize) -> std::ops::Range<usize> {
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
