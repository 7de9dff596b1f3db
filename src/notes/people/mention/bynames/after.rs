//! The tokens of a block, among which what follows a name is read.

use std::ops::Range;

use super::LONGEST;
use crate::notes::lex::{Kind, Token};
use crate::notes::people::mention::Note;
use crate::notes::word_key::{Words, words};

/// The tokens of a block.
pub(super) struct After<'n> {
    pub(super) text: &'n str,
    pub(super) tokens: &'n [Token],
    /// The key of each.
    pub(super) keys: &'n [u128],
}

impl<'n> After<'n> {
    pub(super) fn of(note: &'n Note<'_>, block: usize) -> Self {
        let own = &note.document.blocks[block];
        Self {
            text: &own.text.visible,
            tokens: &own.tokens,
            keys: note.keys.of_block(block),
        }
    }

    /// Whether one of `words` stands at `at`, whatever its capitals.
    #[inline]
    pub(super) fn any(&self, at: usize, words: Words) -> bool {
        self.keys.get(at).is_some_and(|key| words.contains(*key))
    }

    /// Whether "of" stands at `at`.
    #[inline]
    pub(super) fn is_of(&self, at: usize) -> bool {
        self.any(at, words!("of")) && self.word(at) == "of"
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// The bytes of tokens.
    pub(super) fn bytes(&self, from: usize, end: usize) -> (u32, u32) {
        (self.tokens[from].start, self.tokens[end - 1].end)
    }

    /// The text of tokens.
    pub(super) fn text_of(&self, tokens: Range<usize>) -> &'n str {
        let (start, end) = self.bytes(tokens.start, tokens.end);
        &self.text[start as usize..end as usize]
    }

    /// Where the quotation that opens at `open` closes, behind [`LONGEST`] tokens at most.
    pub(super) fn close_of(&self, open: usize) -> Option<usize> {
        (open + 2..=open + 1 + LONGEST).find(|at| is_quote(self.word(*at)))
    }

    /// Where the quotation that closes at `close` opens.
    pub(super) fn open_of(&self, close: usize) -> Option<usize> {
        let mut before = (close.saturating_sub(LONGEST)..close).rev();
        before.find(|at| is_quote(self.word(*at)))
    }

    /// The token after words with capitals, and small ones between them.
    pub(super) fn capitals(&self, from: usize) -> usize {
        let mut end = from;
        for at in from..(from + LONGEST).min(self.tokens.len()) {
            let token = &self.tokens[at];
            if token.kind != Kind::Word || at > from && !token.spaced {
                break;
            }
            if token.capital {
                end = at + 1;
            } else if at == from || !matches!(self.word(at), "of" | "the" | "with" | "in" | "and") {
                break;
            }
        }
        end
    }

    /// Whether a dash with spaces around it stands at `at`.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        let spaced = |at: usize| self.tokens.get(at).is_none_or(|token| token.spaced);
        is_dash(self.word(at)) && spaced(at) && spaced(at + 1)
    }
}

/// Whether a token is a quotation mark.
pub(in crate::notes::people::mention) fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "'" | "‘" | "’")
}

/// Whether a token is a dash.
pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}
