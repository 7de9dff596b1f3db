//! Lists, labels and tables: their items are tied to what the words over them name.

use std::ops::Range;
use std::rc::Rc;

use super::clause::Sentence;
use super::promise::{self, Direction, Promise};
use super::walk::{self, Walk, sentence};
use super::words::Marks;
use crate::notes::facts::{CauseKind, End};
use crate::notes::markdown::{Block, BlockKind};

/// Bytes of a line that stands over a list as a heading would, at most.
const LINE: usize = 60;

/// What the items of a list or section are tied to.
#[derive(Debug, Clone)]
pub(super) struct Tie {
    pub(super) direction: Direction,
    /// `None`: nothing to tie them to was found.
    pub(super) other: Option<End>,
    pub(super) cue: String,
    pub(super) kind: CauseKind,
    /// The heading that made the promise.
    pub(super) heading: Option<usize>,
}

/// A column of a table that holds causes or effects.
#[derive(Debug, Clone)]
pub(super) struct Column {
    number: usize,
    direction: Direction,
    name: String,
}

impl Walk<'_> {
    /// What the items of the list that `index` is in are tied to.
    pub(super) fn tie_of(&self, index: usize) -> Option<Rc<Tie>> {
        let block = &self.document.blocks[index];
        let text = block.text.visible.trim_end();
        if let Some(parent) = block.parent {
            if let Some(tie) = self.lead_ins.get(&parent) {
                return (block.kind == BlockKind::Item).then(|| Rc::clone(tie));
            }
            // A plain lead-in ("These were:") passes the heading's promise on; an item does not.
            if self.document.blocks[parent].kind != BlockKind::Paragraph {
                return None;
            }
        }
        // Flashcards and questions are no items.
        if text.contains("::") || text.ends_with('?') {
            return None;
        }
        if block.kind == BlockKind::Item && self.over.is_some() {
            return self.over.clone();
        }
        let heading = block.heading?;
        let tie = self.headings[heading].clone()?;
        let item = match block.kind {
            BlockKind::Item => block.task.is_none(),
            // Where nothing is listed, single sentences are the list, and lines that are a sentence each.
            BlockKind::Paragraph => {
                (block.sentences.len() == 1 || is_line_by_line(block))
                    && !block.quoted
                    && !text.ends_with(':')
                    && !self.lists[heading]
            }
            _ => false,
        };
        item.then_some(tie)
    }

    /// The link of an item to what its lead-in or heading is about.
    pub(super) fn item(&mut self, index: usize, tie: &Rc<Tie>, marks: &mut Marks<'_>) {
        let block = &self.document.blocks[index];
        let n_items = if block.kind == BlockKind::Item {
            1
        } else {
            block.sentences.len()
        };
        for range in block.sentences.iter().take(n_items) {
            self.item_of(index, range, tie, marks);
        }
    }

    fn item_of(
        &mut self,
        index: usize,
        range: &Range<usize>,
        tie: &Rc<Tie>,
        marks: &mut Marks<'_>,
    ) {
        let block = &self.document.blocks[index];
        let sentence = sentence(block, range, marks.of(index, block, range));
        if self.has_children(index) && promise::is_category(&sentence) {
            self.lead_ins.insert(index, Rc::clone(tie));
            return;
        }
        // "**Economic.** The slump pushed …": the first sentence is a label.
        let next = block.sentences.iter().find(|next| next.start >= range.end);
        if promise::is_category(&sentence)
            && let Some(next) = next
        {
            return self.item_of(index, next, tie, marks);
        }
        // An item that is a lead-in of its own is no item of the list.
        let colon = sentence.mark(sentence.end.saturating_sub(1), ":");
        if (colon && promise::lead_in(&sentence).is_some()) || promise::label(&sentence).is_some() {
            return;
        }
        let range = promise::item(&sentence);
        if !sentence.hollow(&range) && !sentence.is_date(&range) {
            let end = self.here(index, &sentence, &range);
            self.tied(end, tie, index);
        }
    }

    fn has_children(&self, index: usize) -> bool {
        self.document
            .blocks
            .get(index + 1)
            .is_some_and(|next| next.parent == Some(index))
    }

    /// Whether a block is a paragraph of several sentences under a heading.
    fn is_long(&self, block: Option<usize>) -> bool {
        block.is_some_and(|at| {
            let block = &self.document.blocks[at];
            block.kind == BlockKind::Paragraph
                && block.sentences.len() > 1
                && block.heading.is_some()
        })
    }

    /// Whether a block is a short line right over a list that does not hang on it, as a heading would stand: "Causes of the war".
    fn is_line_over(&self, index: usize) -> bool {
        let block = &self.document.blocks[index];
        let text = block.text.visible.trim_end();
        let next = self.document.blocks.get(index + 1);
        block.kind == BlockKind::Paragraph
            && block.depth == 0
            && block.lines.0 == block.lines.1
            && block.sentences.len() == 1
            && text.len() <= LINE
            && !text.ends_with(['.', ';', ',', '!'])
            && next.is_some_and(|next| {
                next.kind == BlockKind::Item && next.parent.is_none() && next.quoted == block.quoted
            })
    }

    /// Files what a block over a list promises of it.
    pub(super) fn lead_in(&mut self, index: usize, marks: &mut Marks<'_>) {
        let block = &self.document.blocks[index];
        let is_paragraph = block.kind == BlockKind::Paragraph;
        let over = if is_paragraph { self.over.take() } else { None };
        let hangs = self.has_children(index);
        if !hangs && !self.is_line_over(index) || self.lead_ins.contains_key(&index) {
            return;
        }
        let Some(last) = block.sentences.last() else {
            return;
        };
        let mut sentence = sentence(block, last, marks.of(index, block, last));
        // "Q: Why did it fail? A:" over the list of answers.
        let asked = promise::is_answer_mark(&sentence)
            .then(|| block.sentences.len().checked_sub(2))
            .flatten();
        if let Some(asked) = asked {
            let range = &block.sentences[asked];
            sentence = walk::sentence(block, range, marks.of(index, block, range));
        }
        let promise = if asked.is_some() {
            promise::heading(&Sentence {
                end: sentence.end - usize::from(sentence.mark(sentence.end - 1, "?")),
                ..sentence
            })
        } else if hangs {
            promise::lead_in(&sentence)
        } else {
            promise::heading(&sentence)
        };
        let Some(promise) = promise else {
            return;
        };
        let previous = self.flow.before(block);
        let after_list = is_paragraph
            && previous.is_some_and(|at| self.document.blocks[at].kind == BlockKind::Item);
        let other = match &promise.of {
            Some(of) => Some(self.here(index, &sentence, of)),
            None if block.kind == BlockKind::CalloutTitle => self.topic_of(block),
            // Two lists with a word over each are about the same thing, and not the second about the end of the first.
            None if after_list || !hangs => over
                .and_then(|tie| tie.other.clone())
                .or_else(|| self.topic_of(block)),
            // "Consequences:" after several sentences is about all of them.
            None if is_paragraph && block.sentences.len() == 1 && self.is_long(previous) => {
                self.topic_of(block)
            }
            None => self.before(index, block.sentences.len() - 1, false),
        };
        let cue = sentence.words(&promise.cue).to_owned();
        let tie = Tie {
            direction: promise.direction,
            other,
            cue,
            kind: CauseKind::LeadIn,
            heading: None,
        };
        if hangs {
            self.lead_ins.insert(index, Rc::new(tie));
        } else {
            self.over = Some(Rc::new(tie));
        }
    }

    /// `Cause: the plates slid`, `Effects: flooding; cholera`: tied to the item above or to what the section is about.
    pub(super) fn label(
        &mut self,
        (index, number): (usize, usize),
        sentence: &Sentence<'_>,
        promise: &Promise,
        colon: usize,
    ) {
        let block = &self.document.blocks[index];
        let over = block
            .parent
            .filter(|&parent| self.document.blocks[parent].kind == BlockKind::Item);
        let other = match (&promise.of, over) {
            (Some(of), _) => Some(self.here(index, sentence, of)),
            // "Bengal was parted. Result: a boycott"
            (None, _) if number > 0 => self.said(index, number - 1),
            (None, Some(parent)) => self.said(parent, 0),
            (None, None) => self.topic_of(block),
        };
        let cue = sentence.words(&promise.cue).to_owned();
        let tie = Tie {
            direction: promise.direction,
            other,
            cue,
            kind: CauseKind::LeadIn,
            heading: None,
        };
        for piece in promise::pieces(sentence, colon + 1) {
            let piece = promise::item(&Sentence {
                start: piece.start,
                end: piece.end,
                ..*sentence
            });
            if !sentence.hollow(&piece) && !sentence.is_date(&piece) {
                let end = self.here(index, sentence, &piece);
                self.tied(end, &tie, index);
            }
        }
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

    /// Notes which columns of a table are called "Cause" or "Effect".
    pub(super) fn header(&mut self, index: usize, marks: &mut Marks<'_>) {
        let block = &self.document.blocks[index];
        let all = 0..block.tokens.len();
        let row = sentence(block, &all, marks.of(index, block, &all));
        let columns: Vec<Column> = cells(&row)
            .into_iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty())
            .filter_map(|(number, cell)| {
                let promise = promise::heading(&Sentence {
                    start: cell.start,
                    end: cell.end,
                    ..row
                })?;
                Some(Column {
                    number,
                    direction: promise.direction,
                    name: row.words(&row.trim(cell)).to_owned(),
                })
            })
            .collect();
        if !columns.is_empty() {
            self.columns.insert(index, columns);
        }
    }

    /// The links of a table row: from its cause to its effect, or to what stands in its first cell.
    pub(super) fn row(&mut self, index: usize, marks: &mut Marks<'_>) {
        let block = &self.document.blocks[index];
        let Some(columns) = block
            .parent
            .and_then(|header| self.columns.get(&header))
            .cloned()
        else {
            return;
        };
        let all = 0..block.tokens.len();
        let row = sentence(block, &all, marks.of(index, block, &all));
        let cells = cells(&row);
        let dated = cells
            .first()
            .is_some_and(|cell| row.is_date(&row.trim(cell.clone())));
        let cells: Vec<Option<End>> = cells
            .into_iter()
            .map(|cell| {
                let cell = row.trim(cell);
                (!row.hollow(&cell)).then(|| self.here(index, &row, &cell))
            })
            .collect();
        for (cause, effect, name) in pairs(&columns) {
            // A row that opens with its date is about what comes next.
            let cause = if cause == 0 && effect > 1 && dated {
                1
            } else {
                cause
            };
            let cell = |number: usize| cells.get(number).cloned().flatten();
            if let (Some(cause), Some(effect)) = (cell(cause), cell(effect)) {
                self.push(
                    cause,
                    effect,
                    block.lines.0,
                    name.to_owned(),
                    CauseKind::Heading,
                    index,
                );
            }
        }
    }
}

/// Whether a paragraph has as many lines as sentences, and more than one.
fn is_line_by_line(block: &Block) -> bool {
    block.sentences.len() > 1
        && (block.lines.1 - block.lines.0 + 1) as usize == block.sentences.len()
}

/// Which columns hold the cause and the effect of each link of a row, and the heading that says so.
fn pairs(columns: &[Column]) -> Vec<(usize, usize, &str)> {
    let of = |direction| {
        columns
            .iter()
            .filter(move |column| column.direction == direction)
    };
    let causes = of(Direction::Causes).count();
    let effects = of(Direction::Effects).count();
    if causes > 0 && effects > 0 {
        let crossed = of(Direction::Effects).flat_map(|effect| {
            of(Direction::Causes)
                .map(move |cause| (cause.number, effect.number, effect.name.as_str()))
        });
        return crossed.collect();
    }
    let to_first = columns.iter().map(|column| match column.direction {
        Direction::Causes => (column.number, 0, column.name.as_str()),
        Direction::Effects => (0, column.number, column.name.as_str()),
    });
    to_first.collect()
}

/// The cells of a table row, as ranges of its tokens.
fn cells(row: &Sentence<'_>) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = row.start;
    for at in row.start..row.end {
        if row.mark(at, "|") {
            cells.push(start..at);
            start = at + 1;
        }
    }
    cells.push(start..row.end);
    cells
}
