//! What each sentence of a note states by itself, read in a row before anything is tied to what stands around it.
//!
//! The two together do not fit the processor's cache for instructions; one after the other, each nearly does.

use std::ops::Range;

use smallvec::SmallVec;

use super::cues::{self, Cue};
use super::inline::{self, Found};
use super::promise::{self, Promise};
use super::replies::asks_at;
use super::sentence::Sentence;
use super::sides::listed_behind;
use super::words::{COLON, CUE};
use crate::notes::keys::Keys;
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, BlockKind, Document};

/// A sentence of more tokens is read in pieces of this many: what stands further apart is not one thought, and the time
/// that a sentence takes grows with its length.
const LONGEST: usize = 250;

/// Bytes of a line that was broken on purpose, at most.
const SHORT: u32 = 60;

/// A sentence, or a piece of a long one, that may state something.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) block: usize,
    /// Which sentence of its block it is, or is a piece of.
    pub(super) number: usize,
    /// Among the tokens of its block.
    pub(super) tokens: Range<usize>,
    /// What it opens with.
    pub(super) opening: Option<Opening>,
    /// Where among `tokens` the rest begins.
    pub(super) start: usize,
    /// The cues of the rest, among all.
    cues: Range<u32>,
    /// The links that the rest states, among all.
    links: Range<u32>,
}

/// The front of a sentence that promises what the rest holds.
#[derive(Debug)]
pub(super) struct Opening {
    pub(super) promise: Promise,
    /// Where the sentence begins: past the mark of an answer.
    pub(super) from: usize,
    /// The colon or dash behind it.
    pub(super) mark: usize,
    /// "There were two causes: debt and hunger", and no label: "Causes: debt".
    pub(super) is_clause: bool,
}

/// The readings of some blocks, with what they state.
#[derive(Debug, Default)]
pub(super) struct Readings {
    /// In the order of the note.
    pub(super) all: Vec<Reading>,
    cues: Vec<Cue>,
    links: Vec<Found>,
}

impl Readings {
    /// Those of all blocks but headings.
    pub(super) fn of(document: &Document, keys: &Keys) -> Self {
        let mut readings = Self::default();
        for (index, block) in document.blocks.iter().enumerate() {
            if block.kind != BlockKind::Heading && is_read(document, block) {
                readings.find(document, keys, index);
            }
        }
        readings.link(document, keys);
        readings
    }

    /// Those of one block.
    pub(super) fn of_block(document: &Document, keys: &Keys, index: usize) -> Self {
        let mut readings = Self::default();
        readings.find(document, keys, index);
        readings.link(document, keys);
        readings
    }

    /// The cues of one of them.
    pub(super) fn cues(&self, own: &Reading) -> &[Cue] {
        &self.cues[own.cues.start as usize..own.cues.end as usize]
    }

    /// The links of one of them.
    pub(super) fn links(&self, own: &Reading) -> &[Found] {
        &self.links[own.links.start as usize..own.links.end as usize]
    }

    /// Adds a reading of each sentence of block `index` that may state something, without its links.
    fn find(&mut self, document: &Document, keys: &Keys, index: usize) {
        let block = &document.blocks[index];
        let (flags, own) = (keys.flags(index), keys.of_block(index));
        if flags.iter().fold(0, |all, flags| all | flags) & (CUE | COLON) == 0 {
            return;
        }
        for (number, whole) in block.sentences.iter().enumerate() {
            let labelled = promise::may_label(&block.text.visible, &block.tokens[whole.clone()]);
            let begins = || {
                whole
                    .clone()
                    .any(|at| flags[at] & CUE != 0 && cues::may_begin(&own[..whole.end], at))
            };
            if !labelled && !begins() {
                continue;
            }
            let answers = number > 0 && asks_at(block, number - 1);
            for tokens in parts(document, block, whole) {
                let start = tokens.start;
                let mut sentence = Sentence::of(document, keys, index, &tokens);
                if answers && start == whole.start {
                    sentence.start = promise::answer_mark(&sentence, true);
                }
                let opening = Opening::of(&sentence, labelled);
                if let Some(opening) = &opening
                    && (!opening.is_clause || opening.promise.cue.start == sentence.start)
                {
                    sentence.start = opening.mark + 1;
                }
                let n_before = self.cues.len() as u32;
                self.cues.extend(inline::find(&sentence));
                self.all.push(Reading {
                    block: index,
                    number,
                    tokens,
                    opening,
                    start: sentence.start,
                    cues: n_before..self.cues.len() as u32,
                    links: 0..0,
                });
            }
        }
    }

    /// Finds the links of all, one for each item of a list behind a cue.
    fn link(&mut self, document: &Document, keys: &Keys) {
        for own in self.all.iter_mut().filter(|own| !own.cues.is_empty()) {
            let n_before = self.links.len() as u32;
            let mut sentence = Sentence::of(document, keys, own.block, &own.tokens);
            sentence.start = own.start;
            let cues = &self.cues[own.cues.start as usize..own.cues.end as usize];
            for found in inline::links(&sentence, cues) {
                let listed = listed_behind(&sentence, &found);
                if listed.is_empty() {
                    self.links.push(found);
                } else {
                    self.links.extend(listed);
                }
            }
            own.links = n_before..self.links.len() as u32;
        }
    }
}

/// The parts of a sentence that are read by themselves: all of it, as a rule. Short lines with arrows are a line each, although the
/// next begins in small letters: "crop fails → bread riots" over "king flees → new council".
pub(super) fn parts(
    document: &Document,
    block: &Block,
    whole: &Range<usize>,
) -> SmallVec<[Range<usize>; 2]> {
    let mut parts: SmallVec<[Range<usize>; 2]> = SmallVec::new();
    let is_arrow = |at: usize| block.tokens[at].kind == Kind::Arrow;
    let mut start = whole.start;
    if block.lines.0 != block.lines.1 && whole.clone().any(is_arrow) {
        let line = |at: usize| {
            let offset = block.text.file_offset(block.tokens[at].start);
            let starts = &document.line_starts;
            starts.partition_point(|&start| start as usize <= offset)
        };
        let mut last = line(start);
        for at in whole.start + 1..whole.end {
            let own = line(at);
            let length = block.tokens[at - 1].end - block.tokens[start].start;
            let joined = is_arrow(at) || is_arrow(at - 1) || length > SHORT;
            if own != last && !joined {
                parts.push(start..at);
                start = at;
            }
            last = own;
        }
    }
    if whole.end - start <= LONGEST {
        parts.push(start..whole.end);
        return parts;
    }
    let rest = (start..whole.end).step_by(LONGEST);
    parts.extend(rest.map(|start| start..whole.end.min(start + LONGEST)));
    parts
}

/// Whether anything is read in a block.
fn is_read(document: &Document, block: &Block) -> bool {
    let silent = matches!(block.kind, BlockKind::Loose | BlockKind::Footnote);
    let heading = block.heading.map(|heading| &document.headings[heading]);
    !silent
        && !block.header
        && !heading.is_some_and(|heading| heading.housekeeping && !heading.metadata)
}

impl Opening {
    /// What a sentence opens with, which has a label if `labelled`.
    fn of(sentence: &Sentence<'_>, labelled: bool) -> Option<Self> {
        let announced = promise::announced(sentence);
        let is_clause = announced.is_some();
        let (promise, mark) =
            announced.or_else(|| labelled.then(|| promise::label(sentence)).flatten())?;
        Some(Self {
            promise,
            from: sentence.start,
            mark,
            is_clause,
        })
    }
}
