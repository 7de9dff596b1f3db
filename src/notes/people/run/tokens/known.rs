//! What the words of a block are known to be.

use std::borrow::Cow;

use super::Tokens;
use crate::notes::lex::{Kind, Token};
use crate::notes::people::lexicon::{self, Cue, Word};
use crate::notes::people::run::words::without_possessive;

impl<'d> Tokens<'d> {
    /// The word at `at` without `'s`, and what it is known to be; nothing where no word stands.
    #[inline]
    pub(in crate::notes::people) fn know(&self, at: usize) -> (&'d str, Word) {
        match self.all.get(at) {
            Some(token) if token.kind == Kind::Word => {
                let word = without_possessive(token.of(self.text)).0;
                (word, self.known(at))
            }
            _ => ("", Word::default()),
        }
    }

    /// What the word at `at` is known to be, without `'s`; nothing where no word stands.
    pub(in crate::notes::people) fn known(&self, at: usize) -> Word {
        match self.all.get(at) {
            Some(token) if token.kind == Kind::Word => {
                if self.elides && self.is_owned(token) {
                    self.know_owned(token)
                } else {
                    self.know_as_is(at)
                }
            }
            _ => Word::default(),
        }
    }

    /// Whether a word may be a possessive: an `s` and a mark, or part of one, before it.
    #[inline]
    fn is_owned(&self, token: &Token) -> bool {
        let end = token.end as usize;
        let bytes = self.text.as_bytes();
        matches!(bytes.get(end.wrapping_sub(2)), Some(b'\'' | 0x99))
            && matches!(bytes.get(end - 1), Some(b's' | b'S'))
    }

    /// As [`Self::known`], for a word that may be a possessive: apart, since most are none.
    #[inline(never)]
    fn know_owned(&self, token: &Token) -> Word {
        let word = without_possessive(token.of(self.text)).0;
        self.know_bytes((token.start, token.start + word.len() as u32))
    }

    /// What the word at `at` is known to be, letter by letter as it stands.
    #[inline]
    pub(in crate::notes::people::run) fn know_as_is(&self, at: usize) -> Word {
        match self.keys.get(at) {
            Some(key) => lexicon::know_by(*key, || self.word(at)),
            None => Word::default(),
        }
    }

    /// What some bytes of the text are known to be.
    #[inline]
    pub(in crate::notes::people::run) fn know_bytes(&self, bytes: (u32, u32)) -> Word {
        lexicon::know_at(self.text, self.ahead, bytes.0 as usize, bytes.1 as usize)
    }

    /// The word at `at` in lower case without `'s`, and what it is known to be.
    pub(in crate::notes::people) fn lower(&self, at: usize) -> (Cow<'d, str>, Word) {
        let (word, known) = self.know(at);
        if self.all.get(at).is_some_and(|token| token.capital) {
            let mut folded = String::new();
            lexicon::fold(word, &mut folded);
            return (Cow::Owned(folded), known);
        }
        (Cow::Borrowed(word), known)
    }

    /// Whether a small word of names stands at `at`: `von`.
    #[inline]
    pub(in crate::notes::people::run) fn is_particle(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| {
            token.end - token.start <= 5
                && !token.capital
                && self.know_as_is(at).cue.contains(Cue::PARTICLE)
        })
    }

    /// Whether the article of an Arabic name stands at `at`: the `ad` of Nur ad-Din.
    pub(in crate::notes::people) fn is_article(&self, at: usize) -> bool {
        self.is_glued(at + 1)
            && self.is_glued(at + 2)
            && self.word(at + 1) == "-"
            && matches!(
                self.word(at),
                "al" | "el"
                    | "ul"
                    | "ad"
                    | "ud"
                    | "ar"
                    | "ur"
                    | "as"
                    | "us"
                    | "ash"
                    | "at"
                    | "az"
                    | "an"
            )
    }
}
