//! The tokens of the block that is read, and what is at their edges.

mod edges;
mod known;

pub(in crate::notes::people) use edges::is_prose;

use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::Block;
use crate::notes::word_key::{Words, key};
use edges::Tagged;

/// A block's tokens. Its room is used again for the next block.
#[derive(Debug, Default)]
pub(in crate::notes::people) struct Tokens<'d> {
    block: Option<&'d Block>,
    /// All of them, in order.
    pub(in crate::notes::people) all: &'d [Token],
    /// The key of each.
    keys: &'d [u128],
    text: &'d str,
    /// The bytes of `text` and all behind it.
    ahead: &'d [u8],
    /// Edges of marks: no name goes over one.
    edges: Vec<u32>,
    /// Bytes that are no text: tags, addresses, inline code.
    masked: Vec<(u32, u32)>,
    /// Tags, in order.
    tags: Vec<Tagged>,
    /// Some word may be a `d'Alembert`.
    elides: bool,
}

impl<'d> Tokens<'d> {
    /// Goes on with `block`, whose tokens have these keys.
    pub(super) fn open(&mut self, block: &'d Block, keys: &'d [u128]) {
        self.block = Some(block);
        self.all = &block.tokens;
        self.keys = keys;
        self.text = &block.text.visible;
        self.ahead = block.text.visible.ahead();
        self.edges.clear();
        self.masked.clear();
        self.tags.clear();
        self.elides = block.signs.any(b"'") || block.signs.any_wide();
        if !block.marks.is_empty() {
            self.open_marks(block);
        }
    }

    /// The block that is read.
    pub(in crate::notes::people) fn block(&self) -> &'d Block {
        self.block
            .expect("a block is opened before its runs are read")
    }

    /// The word at `at`; nothing past the last.
    #[inline]
    pub(in crate::notes::people) fn word(&self, at: usize) -> &'d str {
        self.all.get(at).map_or("", |token| token.of(self.text))
    }

    /// Whether `word`, one that has a [key], stands at `at`, letter by letter.
    #[inline]
    pub(in crate::notes::people) fn is(&self, at: usize, word: &'static str) -> bool {
        self.keys.get(at) == Some(&key(word.as_bytes())) && self.word(at) == word
    }

    /// Whether one of `words` stands at `at`, in small letters.
    #[inline]
    pub(in crate::notes::people) fn any(&self, at: usize, words: Words) -> bool {
        self.keys.get(at).is_some_and(|key| words.contains(*key)) && self.is_small(at)
    }

    /// Whether the word at `at` has more letters than particles of names have.
    #[inline]
    pub(in crate::notes::people) fn is_long(&self, at: usize) -> bool {
        self.all[at].end - self.all[at].start > 4
    }

    /// Whether no letter of the word at `at` is a capital.
    #[inline(never)]
    fn is_small(&self, at: usize) -> bool {
        !self
            .word(at)
            .bytes()
            .any(|letter| letter.is_ascii_uppercase())
    }

    /// Some bytes of the text.
    #[inline]
    pub(super) fn text(&self, start: u32, end: u32) -> &'d str {
        &self.text[start as usize..end as usize]
    }

    /// The first word with a capital from `at` on.
    #[inline]
    pub(super) fn next_capital(&self, at: usize) -> Option<usize> {
        let rest = self.all.get(at..)?;
        let next = if self.elides {
            // `d'Alembert` has no key where its apostrophe is the other one.
            let may_elide = |key: u128| matches!(key as u16, 0 | ELIDED_D | ELIDED_L);
            let mut rest = rest.iter().zip(self.keys.get(at..)?).zip(at..);
            rest.position(|((token, key), at)| {
                token.capital || may_elide(*key) && self.is_capital(at)
            })
        } else {
            rest.iter().position(|token| token.capital)
        };
        next.map(|next| at + next)
    }

    /// Whether a number of so many digits stands at `at`: a year has four.
    #[inline]
    pub(in crate::notes::people) fn is_number(&self, at: usize, n_digits: u32) -> bool {
        self.all
            .get(at)
            .is_some_and(|token| token.kind == Kind::Number && token.end - token.start == n_digits)
    }

    /// Whether no space stands before the token at `at`.
    #[inline]
    pub(in crate::notes::people) fn is_glued(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| !token.spaced)
    }

    /// Whether a word with a capital stands at `at`; `d'Alembert` has one.
    #[inline]
    pub(in crate::notes::people) fn is_capital(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| {
            token.capital
                || self.elides && token.kind == Kind::Word && is_elided(token.of(self.text))
        })
    }

    /// Whether a hyphen at `at` glues two words together.
    #[inline]
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.is_glued(at)
            && self.all[at].kind == Kind::Punct
            && matches!(self.word(at), "-" | "‐" | "‑" | "–")
            && self.is_glued(at + 1)
            && self.all[at + 1].kind == Kind::Word
            && !self.is_parted(at + 1)
    }

    /// Whether a full stop is glued to the word before `at`.
    #[inline]
    pub(super) fn is_stop(&self, at: usize) -> bool {
        self.is_glued(at) && self.word(at) == "."
    }

    /// Whether an apostrophe alone makes a possessive of the word before `at`.
    pub(super) fn is_bare_possessive(&self, at: usize) -> bool {
        self.is_glued(at)
            && matches!(self.word(at), "'" | "’")
            && self
                .all
                .get(at + 1)
                .is_some_and(|after| after.spaced && after.kind == Kind::Word)
    }
}

/// What the key of `d'Alembert` begins with.
const ELIDED_D: u16 = u16::from_le_bytes(*b"d'");
/// What the key of `l'Hopital` begins with.
const ELIDED_L: u16 = u16::from_le_bytes(*b"l'");

/// `d'Alembert`, `l’Hôpital`.
fn is_elided(word: &str) -> bool {
    if !matches!(word.as_bytes(), [b'd' | b'l', b'\'' | 0xe2, ..]) {
        return false;
    }
    word.strip_prefix(['d', 'l'])
        .and_then(|rest| rest.strip_prefix(['\'', '’']))
        .and_then(|rest| rest.chars().next())
        .is_some_and(char::is_uppercase)
}
