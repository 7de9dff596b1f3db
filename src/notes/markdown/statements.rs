//! Blocks → tokens, sentences and statements with their ids: three short passes, each over all blocks of the note.

use std::sync::Arc;

use smallvec::SmallVec;

use super::lines::Lines;
use super::sentences::{self, LineEnds};
use super::{Block, BlockKind, Document, Heading, Statement};
use crate::notes::ids::{self, Id, Ids, Stem};
use crate::notes::keys::Keys;
use crate::notes::lex::{self, Marks, Token, Tokens};
use crate::notes::word_key;

/// Adds the statements of all blocks, for the note at `path`; the keys of its words are what is left over.
pub(super) fn add(
    document: &mut Document,
    path: &str,
    lines: &mut Lines,
    line_ends: &[LineEnds],
    heading_words: &[String],
) -> Keys {
    let marks = cut(&mut document.blocks);
    split(&mut document.blocks, &marks, line_ends);
    let n_blocks = document.blocks.len();
    let mut maker = Maker {
        headings: &document.headings,
        heading_words,
        lines,
        path,
        heading: None,
        stem: Stem::default(),
        ids: Ids::for_facts(n_blocks),
        id_parts: Vec::new(),
        padded: Vec::new(),
        last: vec![None; n_blocks],
        made: Vec::with_capacity(n_blocks),
    };
    maker.enter(None);
    let mut keys = Keys::for_blocks(&document.blocks);
    for (index, block) in document.blocks.iter().enumerate() {
        word_key::pad(&block.text.visible, &mut maker.padded);
        keys.push(&block.text.visible, &maker.padded, &block.tokens);
        if is_stated(block) {
            maker.state(index, block);
        }
    }
    document.statements = maker.made;
    keys
}

/// Cuts the texts into tokens, and tells which marks there are in each.
fn cut(blocks: &mut [Block]) -> Vec<Marks> {
    let n_bytes: usize = blocks.iter().map(|block| block.text.visible.len()).sum();
    let mut all = Vec::with_capacity(n_bytes / 3);
    let cut = |block: &Block| {
        let marks = lex::cut(&block.text.visible, &mut all);
        (marks, all.len())
    };
    let cuts: Vec<(Marks, usize)> = blocks.iter().map(cut).collect();
    let all: Arc<[Token]> = all.into();
    let mut start = 0;
    let mut share = |(block, (marks, end)): (&mut Block, (Marks, usize))| {
        block.tokens = Tokens::part(&all, start..end);
        start = end;
        marks
    };
    blocks.iter_mut().zip(cuts).map(&mut share).collect()
}

/// Parts the blocks into sentences.
fn split(blocks: &mut [Block], marks: &[Marks], line_ends: &[LineEnds]) {
    let mut line_ends = line_ends.iter().peekable();
    for (index, (block, marks)) in blocks.iter_mut().zip(marks).enumerate() {
        let ends = match line_ends.next_if(|ends| ends.0 == index) {
            Some((_, ends)) => &ends[..],
            None => &[],
        };
        block.sentences = if !ends.is_empty() || marks.any(b".!?") || marks.any_wide() {
            sentences::split(&block.text.visible, &block.tokens, ends)
        } else {
            std::iter::once(0..block.tokens.len()).collect()
        };
    }
}

/// Whether a block states something by itself.
fn is_stated(block: &Block) -> bool {
    let silent = matches!(
        block.kind,
        BlockKind::Heading | BlockKind::Loose | BlockKind::Footnote
    );
    !silent && !block.header
}

/// Makes statements.
struct Maker<'d> {
    headings: &'d [Heading],
    heading_words: &'d [String],
    lines: &'d mut Lines,
    path: &'d str,
    /// The heading that `stem` is made for.
    heading: Option<usize>,
    /// What the ids of statements here begin with: the path and the headings.
    stem: Stem,
    ids: Ids,
    /// What the id at hand is made of besides; kept for its room.
    id_parts: Vec<u8>,
    /// The text of the block at hand, with room behind it.
    padded: Vec<u8>,
    /// The last statement of each block.
    last: Vec<Option<usize>>,
    made: Vec<Statement>,
}

impl Maker<'_> {
    /// Puts together what the ids of the statements below a heading begin with.
    fn enter(&mut self, heading: Option<usize>) {
        self.heading = heading;
        self.stem = Stem::default();
        self.stem.push(self.path.as_bytes());
        let mut above = SmallVec::<[usize; 6]>::new();
        let mut next = heading;
        while let Some(at) = next {
            above.push(at);
            next = self.headings[at].parent;
        }
        for at in above.into_iter().rev() {
            self.stem.add(self.heading_words[at].as_bytes());
            self.stem.add(&[0x1f]);
        }
        self.stem.push(b"");
    }

    fn id(&mut self, text: &str, tokens: &[Token]) -> Id {
        self.id_parts.clear();
        ids::normalise_tokens(text, &self.padded, tokens, &mut self.id_parts);
        ids::push(&mut self.id_parts, b"");
        self.ids.of(&self.stem, &self.id_parts)
    }

    /// Adds the statements of block `index`: each sentence of a paragraph, else the whole block.
    fn state(&mut self, index: usize, block: &Block) {
        if self.heading != block.heading {
            self.enter(block.heading);
        }
        let parent = block.parent.and_then(|parent| self.last[parent]);
        let by_sentence = block.kind == BlockKind::Paragraph;
        let n_statements = if by_sentence {
            block.sentences.len()
        } else {
            1
        };
        for number in 0..n_statements {
            let tokens = match block.sentences.get(number) {
                Some(sentence) if by_sentence => sentence.clone(),
                _ => 0..block.tokens.len(),
            };
            let (Some(first), Some(last)) = (
                block.tokens.get(tokens.start),
                block.tokens.get(tokens.end - 1),
            ) else {
                continue;
            };
            let (start, end) = (first.start, last.end);
            let lines = if block.lines.0 == block.lines.1 {
                block.lines
            } else {
                self.lines.of_span(&block.text.file_span(start..end))
            };
            let id = self.id(&block.text.visible, &block.tokens[tokens.clone()]);
            self.last[index] = Some(self.made.len());
            self.made.push(Statement {
                id,
                block: index,
                tokens,
                lines,
                parent,
            });
        }
    }
}
