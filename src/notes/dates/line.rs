//! One block's text as the grammar sees it: tokens, and what each can mean in a date.

use super::Order;
use super::words::{self, Word};
use crate::notes::lex::{Kind, Token};

/// A text cut into tokens, with the meaning of each.
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    /// As many as there are tokens.
    words: &'t [Word],
    /// How `1/2/1962` is read.
    pub(super) order: Order,
}

impl<'t> Line<'t> {
    /// `words` is a buffer that is used again from line to line.
    pub(super) fn new(
        text: &'t str,
        tokens: &'t [Token],
        words: &'t mut Vec<Word>,
        order: Order,
    ) -> Self {
        words.clear();
        words.extend(tokens.iter().map(|token| words::classify(token, text)));
        Self {
            text,
            tokens,
            words,
            order,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The meaning of token `at`; [`Word::Other`] past either end.
    #[inline]
    pub(super) fn word(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or(Word::Other)
    }

    /// The meaning of the token before `at`.
    #[inline]
    pub(super) fn before(&self, at: usize) -> Word {
        if at == 0 {
            Word::Other
        } else {
            self.word(at - 1)
        }
    }

    /// Whether token `at` stands right after the one before it.
    #[inline]
    pub(super) fn glued(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// The words of token `at`; empty past the end.
    #[inline]
    pub(super) fn str(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// Whether token `at` starts with a capital letter.
    #[inline]
    pub(super) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// Whether token `at` is made of letters.
    #[inline]
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Word)
    }

    /// Whether token `at` is one of `words`, whatever its capitals.
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        let own = self.str(at);
        words.iter().any(|word| own.eq_ignore_ascii_case(word))
    }

    /// Whether the text ends at `at` or goes on with a mark rather than a word.
    pub(super) fn stops(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_none_or(|token| matches!(token.kind, Kind::Punct | Kind::Arrow))
    }
}
