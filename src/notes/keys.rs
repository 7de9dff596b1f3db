//! The keys of all tokens of a note, made once for all who look words up.

use super::lex::Token;
use super::markdown::{Block, Document};
use super::word_key::{key_in, pad};

/// The [key](super::word_key::key) of each token of each block.
#[derive(Debug)]
pub(super) struct Keys {
    all: Vec<u128>,
    /// Where the keys of each block end.
    ends: Vec<u32>,
}

impl Keys {
    /// The keys of a document that was read by itself.
    pub(super) fn of(document: &Document) -> Self {
        let mut keys = Self::for_blocks(&document.blocks);
        let mut padded = Vec::new();
        for block in &document.blocks {
            pad(&block.text.visible, &mut padded);
            keys.push(&padded, &block.tokens);
        }
        keys
    }

    /// None, with room for those of `blocks`.
    pub(super) fn for_blocks(blocks: &[Block]) -> Self {
        let n_tokens = blocks.iter().map(|block| block.tokens.len()).sum();
        Self {
            all: Vec::with_capacity(n_tokens),
            ends: Vec::with_capacity(blocks.len()),
        }
    }

    /// Adds the keys of the next block, whose text is [padded](pad).
    pub(super) fn push(&mut self, padded: &[u8], tokens: &[Token]) {
        self.all
            .extend(tokens.iter().map(|token| key_of(padded, token)));
        self.ends.push(self.all.len() as u32);
    }

    /// Where the keys of a block stand among all keys of the note.
    pub(super) fn range(&self, block: usize) -> std::ops::Range<usize> {
        let start = block.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[block] as usize
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The keys of a block's tokens.
    pub(super) fn of_block(&self, block: usize) -> &[u128] {
        &self.all[self.range(block)]
    }
}

/// The keys of the tokens of a text by itself.
pub(super) fn of_text(text: &str, tokens: &[Token]) -> Vec<u128> {
    let mut padded = Vec::with_capacity(text.len() + 16);
    pad(text, &mut padded);
    tokens.iter().map(|token| key_of(&padded, token)).collect()
}

#[inline]
fn key_of(padded: &[u8], token: &Token) -> u128 {
    key_in(
        padded,
        token.start as usize,
        (token.end - token.start) as usize,
    )
}
