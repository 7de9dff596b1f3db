//! Statements with their ids: each sentence of a paragraph, else the whole block.

use std::ops::Range;

use super::Cut;
use crate::notes::ids::{Id, Ids, Stem};
use crate::notes::markdown::lines::Lines;
use crate::notes::markdown::{Block, BlockKind, Heading, Statement};

/// Makes statements.
pub(super) struct Maker<'d> {
    pub(super) lines: &'d mut Lines,
    /// What the ids of statements below no heading begin with.
    pub(super) path: Stem,
    /// What those below each heading so far begin with: the path and the words of the headings.
    pub(super) stems: Vec<Stem>,
    pub(super) ids: Ids,
    /// What the id at hand is made of besides; kept for its room.
    pub(super) id_parts: Vec<u8>,
    /// The last statement of each block.
    pub(super) last: Vec<Option<usize>>,
    pub(super) made: Vec<Statement>,
}

impl Maker<'_> {
    /// Adds the statements of block `index`, which is cut into `words`: each sentence of a paragraph, else the whole block.
    pub(super) fn state(&mut self, index: usize, block: &Block, words: &Cut<'_>) {
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
                _ => 0..words.tokens.len(),
            };
            let (Some(first), Some(last)) = (
                words.tokens.get(tokens.start),
                words.tokens.get(tokens.end - 1),
            ) else {
                continue;
            };
            let (start, end) = (first.start, last.end);
            let lines = if block.lines.0 == block.lines.1 {
                block.lines
            } else {
                self.lines.of_span(&block.text.file_span(start..end))
            };
            let id = self.id(block, words, tokens.clone());
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

    /// Takes in the next heading, whose block is cut into `words`.
    pub(super) fn enter(&mut self, heading: &mut Heading, words: &Cut<'_>) {
        let parts = words.normalised(0..words.tokens.len(), &mut self.id_parts);
        let [_, words @ .., end] = parts else { return };
        heading.housekeeping = is_housekeeping(words);
        heading.metadata = heading.housekeeping && words.starts_with(b"meta");
        *end = HEADING_END;
        let mut stem = heading.parent.map_or(self.path, |above| self.stems[above]);
        stem.add(&parts[1..]);
        self.stems.push(stem);
    }

    /// The id of the statement of these tokens.
    fn id(&mut self, block: &Block, words: &Cut<'_>, tokens: Range<usize>) -> Id {
        let parts = words.normalised(tokens, &mut self.id_parts);
        let stem = block
            .heading
            .map_or(&self.path, |heading| &self.stems[heading]);
        self.ids.of(stem, parts)
    }
}

/// Stands behind the words of each heading in ids.
const HEADING_END: u8 = 0x1f;

/// Headings over what is no history: the note's own data, its table of contents, its sources.
fn is_housekeeping(words: &[u8]) -> bool {
    matches!(
        words,
        b"metadata"
            | b"meta data"
            | b"meta"
            | b"contents"
            | b"table of contents"
            | b"toc"
            | b"index"
            | b"sources"
            | b"source"
            | b"references"
            | b"reference"
            | b"bibliography"
            | b"works cited"
            | b"citations"
            | b"footnotes"
            | b"further reading"
            | b"see also"
            | b"links"
            | b"related"
            | b"related notes"
            | b"backlinks"
            | b"tags"
    )
}
