//! The tokens of the block that is read, and what is at their edges.

use std::borrow::Cow;

use super::words::without_possessive;
use crate::notes::lex::{Kind, Token};
use crate::notes::markdown::{Block, MarkKind};
use crate::notes::people::lexicon::{self, Cue, Word};
use crate::notes::word_key::{Words, key, words};

/// A tag of the block.
#[derive(Debug, Clone, Copy)]
pub(in crate::notes::people) struct Tagged {
    /// Bytes of the visible text.
    pub(in crate::notes::people) bytes: (u32, u32),
    /// `#person`.
    pub(in crate::notes::people) person: bool,
}

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

    /// Goes on with the marks of `block`: apart, since most have none.
    #[inline(never)]
    fn open_marks(&mut self, block: &Block) {
        for mark in &block.marks {
            let (start, end) = (mark.range.start, mark.range.end);
            match &mark.kind {
                MarkKind::Tag(tag) => {
                    self.masked.push((start, end));
                    self.tags.push(Tagged {
                        bytes: (start, end),
                        person: is_person_tag(tag),
                    });
                }
                MarkKind::Code if is_prose(&self.text[start as usize..end as usize]) => {}
                MarkKind::Address | MarkKind::Code => self.masked.push((start, end)),
                MarkKind::Wikilink(_)
                | MarkKind::Strong
                | MarkKind::Emphasis
                | MarkKind::Highlight => {}
            }
            self.edges.extend([start, end]);
        }
        self.edges.sort_unstable();
        self.masked.sort_unstable();
        self.tags.sort_unstable_by_key(|tag| tag.bytes);
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

    /// Whether a word is the end of a mark and an `s` behind it: the `Brandts` of `[[Otto Brandt]]s`.
    #[inline]
    pub(super) fn ends_after_a_mark(&self, token: &Token) -> bool {
        !self.edges.is_empty()
            && token.end - token.start > 2
            && self.text.as_bytes().get(token.end as usize - 1) == Some(&b's')
            && self.edges.binary_search(&(token.end - 1)).is_ok()
    }

    /// What the word at `at` is known to be, letter by letter as it stands.
    #[inline]
    pub(super) fn know_as_is(&self, at: usize) -> Word {
        self.keys.get(at).map_or_else(Word::default, |key| {
            lexicon::know_by(*key, || self.word(at))
        })
    }

    /// What some bytes of the text are known to be.
    #[inline]
    pub(super) fn know_bytes(&self, bytes: (u32, u32)) -> Word {
        lexicon::know_at(self.text, self.ahead, bytes.0 as usize, bytes.1 as usize)
    }

    /// Some bytes of the text.
    #[inline]
    pub(super) fn text(&self, start: u32, end: u32) -> &'d str {
        &self.text[start as usize..end as usize]
    }

    /// Whether a small word of names stands at `at`: `von`.
    #[inline]
    pub(super) fn is_particle(&self, at: usize) -> bool {
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

    /// Whether the token at `at` is part of a tag, an address or code.
    #[inline]
    pub(super) fn is_masked(&self, at: usize) -> bool {
        if self.masked.is_empty() {
            return false;
        }
        let token = &self.all[at];
        let after = self.masked.partition_point(|range| range.1 <= token.start);
        self.masked
            .get(after)
            .is_some_and(|range| range.0 < token.end)
    }

    /// Whether a mark begins or ends between the token at `right` and the one before.
    #[inline]
    pub(in crate::notes::people) fn is_parted(&self, right: usize) -> bool {
        if self.edges.is_empty() {
            return false;
        }
        let (left, right) = (&self.all[right - 1], &self.all[right]);
        let at = self.edges.partition_point(|edge| *edge < left.end);
        self.edges.get(at).is_some_and(|edge| *edge <= right.start)
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

    /// The tag that begins with the token at `at`.
    pub(in crate::notes::people) fn tag_at(&self, at: usize) -> Option<&Tagged> {
        if self.tags.is_empty() {
            return None;
        }
        let start = self.all.get(at)?.start;
        let index = self
            .tags
            .binary_search_by_key(&start, |tag| tag.bytes.0)
            .ok()?;
        self.tags.get(index)
    }
}

/// Bytes that somebody marks with back-ticks, at most.
const LONGEST_MARKED: usize = 200;

/// Whether words between back-ticks are marked rather than quoted from a program: several, with no sign that only programs have.
pub(in crate::notes::people) fn is_prose(code: &str) -> bool {
    code.len() <= LONGEST_MARKED
        && code.contains(' ')
        && !code.contains("()")
        && !code.contains(|sign: char| {
            sign.is_ascii_punctuation() && !matches!(sign, '.' | ',' | '\'' | '-' | '(' | ')' | ':')
        })
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

/// `#person`, `#people`, `#person/ruler`.
fn is_person_tag(tag: &str) -> bool {
    let tag = tag.as_bytes();
    let top = tag.iter().position(|byte| *byte == b'/');
    words!("person people persons figure figures keyfigure character who")
        .contains(key(&tag[..top.unwrap_or(tag.len())]))
}
