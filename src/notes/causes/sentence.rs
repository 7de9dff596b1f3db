//! A sentence and what its tokens can be, with the questions that every rule asks of them.

mod marks;

use std::ops::Range;

use crate::notes::keys::Keys;
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Document, Visible};
use crate::notes::word_key::{Words, key, words};

use super::words::{self, ADV, BACK, BE, COORD, DET, DO, Flags, HAVE, MODAL, NEG, PRON};

/// A sentence with what its tokens can be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence<'d> {
    /// The block's visible text.
    pub(super) text: &'d str,
    /// The same, to be a part of it.
    pub(super) visible: &'d Visible,
    /// Its tokens.
    pub(super) tokens: &'d [Token],
    /// Their keys.
    pub(super) keys: &'d [u128],
    /// What each can be by itself.
    pub(super) flags: &'d [Flags],
    /// Where the first of `tokens` stands among the block's tokens.
    pub(super) base: usize,
    /// The first token that is looked at: past a label.
    pub(super) start: usize,
    /// Past its last token.
    pub(super) end: usize,
}

impl<'d> Sentence<'d> {
    /// The sentence that `range` of the tokens of block `index` is.
    #[inline]
    pub(super) fn of(
        document: &'d Document,
        keys: &'d Keys,
        index: usize,
        range: &Range<usize>,
    ) -> Self {
        let block = &document.blocks[index];
        let (keys, flags) = keys.of_tokens(index, range);
        Sentence {
            text: &block.text.visible,
            visible: &block.text.visible,
            tokens: &block.tokens[range.clone()],
            keys,
            flags,
            base: range.start,
            start: 0,
            end: range.len(),
        }
    }

    /// The same sentence, looked at in `tokens` alone.
    #[inline]
    pub(super) fn within(&self, tokens: &Range<usize>) -> Self {
        Sentence {
            start: tokens.start,
            end: tokens.end,
            ..*self
        }
    }

    /// The words of token `at`.
    #[inline]
    pub(super) fn word(&self, at: usize) -> &'d str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// Whether token `at` is `word`, a word of ours that has a [key], in any case.
    #[inline]
    pub(super) fn is(&self, at: usize, word: &'static str) -> bool {
        at < self.end && self.keys[at] == key(word.as_bytes())
    }

    /// Whether token `at` is one of `words`, in any case.
    #[inline]
    pub(super) fn any(&self, at: usize, words: Words) -> bool {
        at < self.end && words.contains(self.keys[at])
    }

    /// Whether token `at` has one of `flags`.
    #[inline]
    pub(super) fn has(&self, at: usize, flags: Flags) -> bool {
        at < self.end && self.flags[at] & flags != 0
    }

    /// The text from the first to the last of `tokens`.
    pub(super) fn words(&self, tokens: &Range<usize>) -> Visible {
        match (
            self.tokens.get(tokens.start),
            self.tokens.get(tokens.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) if tokens.start < tokens.end => {
                self.visible.part(first.start..last.end)
            }
            _ => Visible::default(),
        }
    }

    /// The first token that is looked at, has one of `flags` and is what is sought.
    #[inline]
    pub(super) fn find(&self, flags: Flags, is_sought: impl Fn(usize) -> bool) -> Option<usize> {
        let own = self.flags.get(self.start..self.end)?;
        // Told in fewer steps than where: none, mostly.
        if own.iter().fold(0, |all, own| all | own) & flags == 0 {
            return None;
        }
        let mut flagged = own.iter().zip(self.start..);
        let found = flagged.find(|(own, at)| **own & flags != 0 && is_sought(*at))?;
        Some(found.1)
    }

    /// Whether token `at` is a finite verb here.
    #[inline]
    pub(super) fn finite(&self, at: usize) -> bool {
        at < self.end
            && words::may_be_finite(self.text, &self.tokens[at], self.flags[at])
            && words::finite(self.text, self.tokens, self.keys, self.flags, at)
    }

    /// The first finite verb in `tokens`.
    #[inline]
    pub(super) fn verb(&self, tokens: Range<usize>) -> Option<usize> {
        let floor = tokens.start;
        (floor..tokens.end.min(self.end))
            .find(|&at| (at > floor || !self.has(at, words::BASE)) && self.finite(at))
    }

    /// Whether nothing but conjunctions, adverbs and marks stands in `tokens`.
    pub(super) fn only_joins(&self, mut tokens: Range<usize>) -> bool {
        tokens.all(|at| self.has(at, COORD | ADV) || self.tokens[at].kind == Kind::Punct)
    }

    /// The first token of the auxiliaries and adverbs before the verb at `at`: `would eventually` led.
    pub(super) fn verb_group(&self, low: usize, at: usize) -> usize {
        let mut start = at;
        while start > low && self.helps(low, start - 1) {
            start -= 1;
        }
        start
    }

    /// Whether the word at `at`, of a clause that begins at `low`, helps the verb behind it.
    #[inline]
    fn helps(&self, low: usize, at: usize) -> bool {
        // "went on to cause", "ended up causing"
        let on = at > low
            && (self.is(at, "on") && self.is(at + 1, "to") && self.is(at - 1, "went")
                || self.is(at, "up") && self.any(at - 1, words!("ended ends end")));
        let to = self.is(at, "to")
            && at > low
            && (self.has(at - 1, words::GO_ON)
                || self.is(at - 1, "on") && at > low + 1 && self.is(at - 2, "went"));
        let group = self.has(at, BE | HAVE | DO | MODAL | NEG)
            || self.has(at, ADV) && !self.has(at, BACK)
            || self.is(at, "in") && self.is(at + 1, "turn")
            || self.is(at, "by") && self.any(at + 1, words!("itself himself herself themselves"))
            || self.is(at, "alone") && at > 0 && self.has(at - 1, NEG)
            || self.is(at, "turn");
        // "both", "all" float between subject and verb; a lone subject pronoun does not.
        group && !self.has(at, DET | PRON) || to || on || self.has(at, words::GO_ON)
    }
}
