//! Blocks → tokens, sentences and statements with their ids: one pass over all blocks of the note.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::lines::Lines;
use super::marks;
use super::sentences::{self, LineEnds, Sentences};
use super::{Block, BlockKind, Document, Heading, Mark, MarkKind, Statement, Text, Visible};
use crate::notes::ids::{self, Id, Ids, Stem};
use crate::notes::keys::Keys;
use crate::notes::lex::{self, Marks, Plain, Token, Tokens};
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

/// Makes statements.
struct Maker<'d> {
    lines: &'d mut Lines,
    /// What the ids of statements below no heading begin with.
    path: Stem,
    /// What those below each heading so far begin with: the path and the words of the headings.
    stems: Vec<Stem>,
    ids: Ids,
    /// What the id at hand is made of besides; kept for its room.
    id_parts: Vec<u8>,
    /// The last statement of each block.
    last: Vec<Option<usize>>,
    made: Vec<Statement>,
}

impl Maker<'_> {
    /// Adds the statements of block `index`, which is cut into `words`: each sentence of a paragraph, else the whole block.
    fn state(&mut self, index: usize, block: &Block, words: &Cut<'_>) {
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
    fn enter(&mut self, heading: &mut Heading, words: &Cut<'_>) {
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
