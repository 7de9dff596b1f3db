//! Blocks → tokens, sentences and statements with their ids: one pass over all blocks of the note.

mod maker;
mod texts;

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::lines::Lines;
use super::marks;
use super::sentences::{self, LineEnds, Sentences};
use super::{Block, BlockKind, Document, Heading, Mark, MarkKind};
use crate::notes::ids::{self, Ids, Stem};
use crate::notes::keys::Keys;
use crate::notes::lex::{self, Marks, Plain, Token, Tokens};
use maker::Maker;
pub(super) use texts::Texts;

/// Cuts the texts of all blocks, which are `texts`, into tokens and sentences, and adds their statements; the keys of the words
/// are what is left over. `path` is what all ids begin with.
pub(super) fn add(
    document: &mut Document,
    texts: Texts,
    path: Stem,
    lines: &mut Lines,
    line_ends: &[LineEnds],
) -> Keys {
    let texts = texts.whole();
    let plain = Plain::of(texts.as_bytes());
    let n_blocks = document.blocks.len();
    let mut maker = Maker {
        lines,
        path,
        stems: Vec::with_capacity(document.headings.len()),
        ids: Ids::for_facts(n_blocks),
        id_parts: Vec::with_capacity(4 * ids::USUAL),
        last: vec![None; n_blocks],
        made: Vec::with_capacity(n_blocks),
    };
    let mut tags = Tags::of(std::mem::take(&mut document.tags));
    let n_tokens = texts.len() / 3;
    let mut tokens = Vec::with_capacity(n_tokens);
    let mut keys = Keys::with_room(n_tokens, n_blocks);
    let mut line_ends = line_ends.iter().peekable();
    let stated = stated_headings(document);
    for (index, block) in document.blocks.iter_mut().enumerate() {
        let range = block.text.visible.range();
        let (base, start) = (range.start, tokens.len());
        let text = &texts[range];
        let marks = lex::cut(text, &plain, base, &mut tokens);
        keys.push(text, &texts.as_bytes()[base..], &tokens[start..]);
        let words = Cut {
            text,
            tokens: &tokens[start..],
            keys: keys.of_block(index),
            marks,
        };
        let ends = match line_ends.next_if(|ends| ends.0 == index) {
            Some((_, ends)) => &ends[..],
            None => &[],
        };
        // All of them are marks, wherever they stand.
        if marks.any(b"#") || (marks.any(b":") && marks.any(b"/")) {
            marks::add(text, &mut block.marks);
            tags.keep(&block.marks);
        }
        block.sentences = words.sentences(ends);
        block.signs = marks;
        block.text.visible.share(&texts);
        if block.kind == BlockKind::Heading {
            let number = maker.stems.len();
            let heading = &mut document.headings[number];
            maker.enter(heading, &words);
            if stated[number] && !heading.housekeeping {
                maker.state(index, block, &words);
            }
        } else if is_stated(block) {
            maker.state(index, block, &words);
        }
    }
    share(&mut document.blocks, &tokens.into(), &keys);
    document.statements = maker.made;
    document.tags = tags.all;
    keys
}

/// For each heading, whether it states something itself: no title does, but where nothing stands below, as in `## 1917: Lenin
/// returns`, it is all that is said of it, and in an outline a heading is a line like those below it.
fn stated_headings(document: &Document) -> Vec<bool> {
    let headings = &document.headings;
    let is_stated = |(number, heading): (usize, &Heading)| {
        let end = heading.block + 1;
        if heading.outlined {
            return number > 0 || heading.level > 1;
        }
        number > 0
            && match headings.get(number + 1) {
                Some(next) => next.block == end && next.level <= heading.level,
                None => document.blocks.len() == end,
            }
    };
    headings.iter().enumerate().map(is_stated).collect()
}

/// Gives each block its part of all tokens.
fn share(blocks: &mut [Block], tokens: &Arc<[Token]>, keys: &Keys) {
    for (index, block) in blocks.iter_mut().enumerate() {
        block.tokens = Tokens::part(tokens, keys.range(index));
    }
}

/// The text of a block, cut into tokens.
struct Cut<'t> {
    text: &'t str,
    tokens: &'t [Token],
    keys: &'t [u128],
    marks: Marks,
}

impl Cut<'_> {
    /// What an id sees of some of its tokens, with an end on either side, put into `room`.
    fn normalised<'r>(&self, tokens: Range<usize>, room: &'r mut Vec<u8>) -> &'r mut [u8] {
        let keys = &self.keys[tokens.clone()];
        let apostrophes = self.marks.any(b"'");
        ids::normalise_tokens(self.text, &self.tokens[tokens], keys, apostrophes, room)
    }

    /// Its sentences; `ends` are offsets where one ends in any case.
    fn sentences(&self, ends: &[u32]) -> Sentences {
        if !ends.is_empty() || self.marks.any(b".!?") || self.marks.any_wide() {
            return sentences::split(self.text, self.tokens, self.keys, ends);
        }
        let mut sentences = Sentences::new();
        sentences.push(0..self.tokens.len());
        sentences
    }
}

/// Whether a block that is no heading states something by itself.
fn is_stated(block: &Block) -> bool {
    let silent = matches!(block.kind, BlockKind::Loose | BlockKind::Footnote);
    !silent && !block.header
}

/// The tags of a note.
struct Tags {
    /// In order, each once.
    all: Vec<String>,
    /// In lower case.
    seen: FxHashSet<String>,
}

impl Tags {
    /// Those of the front matter.
    fn of(all: Vec<String>) -> Self {
        let seen = all.iter().map(|tag| small(tag)).collect();
        Self { all, seen }
    }

    /// Adds those among `marks`.
    fn keep(&mut self, marks: &[Mark]) {
        for mark in marks {
            if let MarkKind::Tag(tag) = &mark.kind
                && !self.seen.contains(tag)
                && self.seen.insert(small(tag))
            {
                self.all.push(tag.clone());
            }
        }
    }
}

/// `tag` in lower case.
fn small(tag: &str) -> String {
    if tag.is_ascii() {
        tag.to_ascii_lowercase()
    } else {
        tag.to_lowercase()
    }
}
