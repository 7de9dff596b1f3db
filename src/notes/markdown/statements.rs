//! Blocks → tokens, sentences and statements with their ids: two short passes, each over all blocks of the note.

use std::sync::Arc;

use smallvec::SmallVec;

use super::lines::Lines;
use super::sentences::{self, LineEnds};
use super::{Block, BlockKind, Document, Heading, Statement, Text, Visible};
use crate::notes::ids::{self, Id, Ids, Stem};
use crate::notes::keys::Keys;
use crate::notes::lex::{self, Plain, Token, Tokens};
use crate::notes::word_key;

/// The texts of a note's blocks in one piece, each with one byte behind it, and room for a key behind the last.
#[derive(Debug)]
pub(super) struct Texts(String);

impl Texts {
    /// None, with room for those of a file.
    pub(super) fn for_file(text: &str) -> Self {
        Self(String::with_capacity(text.len() + 2 * word_key::LONGEST))
    }

    /// Adds the text of the next block.
    pub(super) fn push(&mut self, text: &str) -> Visible {
        let start = self.0.len();
        self.0.push_str(text);
        let end = self.0.len();
        self.0.push('\n');
        Visible::at(start..end)
    }

    /// The text of a block before it is given its own.
    pub(super) fn of(&self, text: &Text) -> &str {
        &self.0[text.visible.range()]
    }

    /// All of them, with room for a key behind the last.
    fn whole(mut self) -> Arc<str> {
        self.0.push_str(ROOM);
        self.0.into()
    }
}

/// As many bytes as a key has at most.
const ROOM: &str = match str::from_utf8(&[0; word_key::LONGEST]) {
    Ok(room) => room,
    Err(_) => panic!("zeros are ASCII"),
};

/// Adds the statements of all blocks, whose texts are `texts`, for the note at `path`; the keys of its words are what is left over.
pub(super) fn add(
    document: &mut Document,
    texts: Texts,
    path: &str,
    lines: &mut Lines,
    line_ends: &[LineEnds],
    heading_words: &[String],
) -> Keys {
    let texts = texts.whole();
    let tokens = cut(&mut document.blocks, &texts, line_ends);
    let n_blocks = document.blocks.len();
    let mut maker = Maker {
        headings: &document.headings,
        heading_words,
        lines,
        path: Stem::of(path),
        heading: None,
        stem: Stem::default(),
        ids: Ids::for_facts(n_blocks),
        id_parts: Vec::new(),
        last: vec![None; n_blocks],
        made: Vec::with_capacity(n_blocks),
    };
    maker.enter(None);
    let mut keys = Keys::with_room(tokens.len(), n_blocks);
    let mut start = 0;
    for (index, block) in document.blocks.iter_mut().enumerate() {
        let end = start + block.sentences.last().map_or(0, |last| last.end);
        block.tokens = Tokens::part(&tokens, start..end);
        start = end;
        let padded = &texts.as_bytes()[block.text.visible.range().start..];
        keys.push(&block.text.visible, padded, &block.tokens);
        if is_stated(block) {
            maker.state(index, block, padded);
        }
    }
    document.statements = maker.made;
    keys
}

/// Cuts the texts into tokens, and parts them into sentences.
fn cut(blocks: &mut [Block], texts: &Arc<str>, line_ends: &[LineEnds]) -> Arc<[Token]> {
    let plain = Plain::of(texts.as_bytes());
    let mut tokens = Vec::with_capacity(texts.len() / 3);
    let mut line_ends = line_ends.iter().peekable();
    for (index, block) in blocks.iter_mut().enumerate() {
        block.text.visible.share(texts);
        let text = block.text.visible.as_str();
        let start = tokens.len();
        let marks = lex::cut(text, &plain, block.text.visible.range().start, &mut tokens);
        let ends = match line_ends.next_if(|ends| ends.0 == index) {
            Some((_, ends)) => &ends[..],
            None => &[],
        };
        block.sentences = if !ends.is_empty() || marks.any(b".!?") || marks.any_wide() {
            sentences::split(text, &tokens[start..], ends)
        } else {
            std::iter::once(0..tokens.len() - start).collect()
        };
    }
    tokens.into()
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
    /// What all ids begin with.
    path: Stem,
    /// The heading that `stem` is made for.
    heading: Option<usize>,
    /// What the ids of statements here begin with: the path and the headings.
    stem: Stem,
    ids: Ids,
    /// What the id at hand is made of besides; kept for its room.
    id_parts: Vec<u8>,
    /// The last statement of each block.
    last: Vec<Option<usize>>,
    made: Vec<Statement>,
}

impl Maker<'_> {
    /// Puts together what the ids of the statements below a heading begin with.
    fn enter(&mut self, heading: Option<usize>) {
        self.heading = heading;
        self.stem = self.path;
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

    fn id(&mut self, text: &str, padded: &[u8], tokens: &[Token]) -> Id {
        let length = ids::normalise_tokens(text, padded, tokens, &mut self.id_parts);
        self.id_parts[length] = ids::END;
        self.ids.of(&self.stem, &self.id_parts[..=length])
    }

    /// Adds the statements of block `index`: each sentence of a paragraph, else the whole block. `padded` is its text.
    fn state(&mut self, index: usize, block: &Block, padded: &[u8]) {
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
            let id = self.id(&block.text.visible, padded, &block.tokens[tokens.clone()]);
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
