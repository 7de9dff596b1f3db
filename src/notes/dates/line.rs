//! One block's text as the grammar sees it: tokens, and what each can mean in a date.

use super::Order;
use super::words::{self, Word};
use crate::notes::keys::Keys;
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, BlockKind, Text};
use crate::notes::word_key::Words;

/// A text cut into tokens, with the meaning of each.
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    /// Their keys.
    keys: &'t [u128],
    /// As many as there are tokens.
    words: &'t [Word],
    /// How `1/2/1962` is read.
    pub(super) order: Order,
    /// Where the tokens stand in the file, if that is several lines.
    source: Option<(&'t Text, &'t [u32])>,
    /// The text is a heading.
    pub(super) heading: bool,
    /// The text is a line in a code fence.
    pub(super) fenced: bool,
}

impl<'t> Line<'t> {
    /// A text, by its keys and its place among them. `words` is a buffer that is used again from line to line.
    pub(super) fn new(
        text: &'t str,
        tokens: &'t [Token],
        (keys, block): (&'t Keys, usize),
        words: &'t mut Vec<Word>,
        order: Order,
    ) -> Self {
        words.clear();
        let known = tokens.iter().zip(keys.dates(block));
        words.extend(known.map(|(token, date)| words::classify(token, *date, text)));
        Self {
            text,
            tokens,
            keys: keys.of_block(block),
            words,
            order,
            source: None,
            heading: false,
            fenced: false,
        }
    }

    /// A block, by its keys and its place among them; it may run over several lines of the file.
    pub(super) fn of_block(
        block: &'t Block,
        keys: (&'t Keys, usize),
        line_starts: &'t [u32],
        words: &'t mut Vec<Word>,
        order: Order,
    ) -> Self {
        let several = block.lines.0 != block.lines.1;
        let line = Self::new(&block.text.visible, &block.tokens, keys, words, order);
        Self {
            source: several.then_some((&block.text, line_starts)),
            heading: block.kind == BlockKind::Heading,
            fenced: block.kind == BlockKind::Code,
            ..line
        }
    }

    /// Whether token `at` is the first of its line in the file.
    #[inline]
    pub(super) fn opens_line(&self, at: usize) -> bool {
        let (Some((text, starts)), true) = (self.source, at > 0) else {
            return at == 0;
        };
        let line = |at: usize| {
            let offset = self
                .tokens
                .get(at)
                .map_or(0, |token| text.file_offset(token.start));
            starts.partition_point(|start| *start as usize <= offset)
        };
        line(at - 1) != line(at)
    }

    /// Whether token `at` opens its line in the file, with at most a mark before it: the `: Sept` of a definition list.
    pub(super) fn opens(&self, at: usize) -> bool {
        self.opens_line(at) || matches!(self.before(at), Word::Colon) && self.opens_line(at - 1)
    }

    #[inline]
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
    #[inline]
    pub(super) fn is(&self, at: usize, words: Words) -> bool {
        self.keys.get(at).is_some_and(|key| words.contains(*key))
    }

    /// Whether token `at` is one of `marks`.
    #[inline]
    pub(super) fn is_mark(&self, at: usize, marks: &[&str]) -> bool {
        marks.contains(&self.str(at))
    }

    /// Whether the text ends at `at` or goes on with a mark rather than a word.
    #[inline]
    pub(super) fn stops(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_none_or(|token| matches!(token.kind, Kind::Punct | Kind::Arrow))
    }
}
