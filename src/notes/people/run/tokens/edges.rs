//! Where marks begin and end, and what of the text is none: tags, addresses, inline code.

use super::Tokens;
use crate::notes::lex::Token;
use crate::notes::markdown::{Block, MarkKind};
use crate::notes::word_key::{key, words};

/// A tag of the block.
#[derive(Debug, Clone, Copy)]
pub(in crate::notes::people) struct Tagged {
    /// Bytes of the visible text.
    pub(in crate::notes::people) bytes: (u32, u32),
    /// `#person`.
    pub(in crate::notes::people) person: bool,
}

impl Tokens<'_> {
    /// Goes on with the marks of `block`: apart, since most have none.
    #[inline(never)]
    pub(super) fn open_marks(&mut self, block: &Block) {
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

    /// Whether a word is the end of a mark and an `s` behind it: the `Brandts` of `[[Otto Brandt]]s`.
    #[inline]
    pub(in crate::notes::people::run) fn ends_after_a_mark(&self, token: &Token) -> bool {
        !self.edges.is_empty()
            && token.end - token.start > 2
            && self.text.as_bytes().get(token.end as usize - 1) == Some(&b's')
            && self.edges.binary_search(&(token.end - 1)).is_ok()
    }

    /// Whether the token at `at` is part of a tag, an address or code.
    #[inline]
    pub(in crate::notes::people::run) fn is_masked(&self, at: usize) -> bool {
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

/// `#person`, `#people`, `#person/ruler`.
fn is_person_tag(tag: &str) -> bool {
    let tag = tag.as_bytes();
    let top = tag.iter().position(|byte| *byte == b'/');
    words!("person people persons figure figures keyfigure character who")
        .contains(key(&tag[..top.unwrap_or(tag.len())]))
}
