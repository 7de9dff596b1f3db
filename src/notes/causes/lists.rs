//! Lists and sections: which blocks are their items, and what the words over them tie those to.

use std::ops::Range;
use std::rc::Rc;

use super::promise::{self, Direction, Promise};
use super::sentence::Sentence;
use super::walk::Walk;
use crate::notes::facts::{CauseKind, End};
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, BlockKind, Visible};

/// What the items of a list or section are tied to.
#[derive(Debug, Clone)]
pub(super) struct Tie {
    pub(super) direction: Direction,
    /// `None`: nothing to tie them to was found.
    pub(super) other: Option<End>,
    pub(super) cue: Visible,
    pub(super) kind: CauseKind,
    /// The heading that made the promise.
    pub(super) heading: Option<usize>,
}

impl Tie {
    /// What words over a list, or before it in its line, promise of `other`.
    pub(super) fn of_lead_in(
        sentence: &Sentence<'_>,
        promise: &Promise,
        other: Option<End>,
    ) -> Self {
        Self {
            direction: promise.direction,
            other,
            cue: sentence.words(&promise.cue),
            kind: CauseKind::LeadIn,
            heading: None,
        }
    }
}

impl Walk<'_> {
    /// What the items of the list that `index` is in are tied to.
    pub(super) fn tie_of(&self, index: usize) -> Option<Rc<Tie>> {
        let block = &self.document.blocks[index];
        if let Some(parent) = block.parent {
            if let Some(tie) = self.lead_ins.get(&parent) {
                return (block.kind == BlockKind::Item).then(|| Rc::clone(tie));
            }
            // A plain lead-in ("These were:") passes the heading's promise on; an item does not.
            let is_plain = self.document.blocks[parent].kind == BlockKind::Paragraph;
            if !is_plain || self.denies_all(parent) {
                return None;
            }
        }
        let is_item = block.kind == BlockKind::Item;
        let over = self.over.as_ref().filter(|_| is_item);
        let tie = over.or_else(|| self.promised_under(block.heading))?;
        // Flashcards and questions are no items.
        let has_colon = block.signs.any(b":");
        if has_colon && block.text.visible.contains("::") || ends_with(block, '?') {
            return None;
        }
        if over.is_some() {
            return Some(Rc::clone(tie));
        }
        let item = match block.kind {
            BlockKind::Item => block.task.is_none(),
            // Where nothing is listed, single sentences are the list, and lines that are a sentence each; words in bold over
            // a list are what sub-headings are.
            BlockKind::Paragraph => {
                (block.sentences.len() == 1 || self.is_lines(block) || self.answers(index, tie))
                    && !block.quoted
                    && !ends_with(block, ':')
                    && (!self.has_list(block.heading)
                        || self.is_arrowed(block, tie)
                        || block.is_bold_alone() && self.has_children(index))
            }
            _ => false,
        };
        item.then(|| Rc::clone(tie))
    }

    /// Whether a line over a list says that its items are no causes: "Not causes:".
    fn denies_all(&self, index: usize) -> bool {
        let block = &self.document.blocks[index];
        let last = block.sentences.last();
        last.is_some_and(|last| promise::denies(&self.sentence(index, last)))
    }

    /// Whether a paragraph is the first under a heading that asks why, or a short one under one that names causes: its first
    /// sentence answers.
    fn answers(&self, index: usize, tie: &Tie) -> bool {
        let asks = tie.cue.eq_ignore_ascii_case("why");
        let over = tie
            .heading
            .map(|heading| self.document.headings[heading].block);
        let is_short = self.document.blocks[index].sentences.len() <= 2;
        over == index.checked_sub(1) && (asks || is_short)
    }

    /// Whether the lines of a paragraph under "Results" all begin with an arrow, which is the mark of the list then.
    pub(super) fn is_arrowed(&self, block: &Block, tie: &Tie) -> bool {
        let text = &block.text.visible;
        let arrowed = |range: &Range<usize>| {
            let first = &block.tokens[range.start];
            first.kind == Kind::Arrow && !first.of(text).starts_with(['<', '←', '⇐'])
        };
        block.kind == BlockKind::Paragraph
            && tie.direction == Direction::Effects
            && block
                .tokens
                .first()
                .is_some_and(|first| first.kind == Kind::Arrow)
            && self.is_lines(block)
            && self.openers(block).all(arrowed)
    }

    /// Whether each line of a paragraph, of several, begins a sentence: a list without its marks.
    pub(super) fn is_lines(&self, block: &Block) -> bool {
        let n_lines = (block.lines.1 - block.lines.0 + 1) as usize;
        n_lines > 1
            && block.sentences.len() >= n_lines
            && self.openers(block).take(n_lines + 1).count() == n_lines
    }

    /// The sentences of a block that begin a line.
    pub(super) fn openers<'b>(
        &'b self,
        block: &'b Block,
    ) -> impl Iterator<Item = &'b Range<usize>> {
        let line = |token: usize| self.line(block, token);
        let mut sentences = block.sentences.iter();
        std::iter::from_fn(move || {
            sentences.find(|range| {
                let before = range.start.checked_sub(1).map(line);
                before != Some(line(range.start))
            })
        })
    }

    pub(super) fn has_children(&self, index: usize) -> bool {
        self.document
            .blocks
            .get(index + 1)
            .is_some_and(|next| next.parent == Some(index))
    }

    /// Files the link between an item and what its list is tied to.
    pub(super) fn tied(&mut self, item: End, tie: &Tie, index: usize) {
        let Some(other) = tie.other.clone() else {
            return;
        };
        let line = item.line;
        let (cause, effect) = match tie.direction {
            Direction::Causes => (item, other),
            Direction::Effects => (other, item),
        };
        if let Some(heading) = tie.heading {
            self.kept[heading] = true;
        }
        self.push(cause, effect, line, tie.cue.clone(), tie.kind, index);
    }
}

/// Whether a mark of ASCII is the last thing in a block.
fn ends_with(block: &Block, mark: char) -> bool {
    block.signs.any(&[mark as u8]) && block.text.visible.trim_end().ends_with(mark)
}
