//! Lists and sections: their items are tied to what the words over them name.

use std::ops::Range;
use std::rc::Rc;

use super::clause::Part;
use super::promise::{self, Direction, Promise};
use super::sentence::Sentence;
use super::walk::Walk;
use crate::notes::facts::{CauseKind, End};
use crate::notes::lex::Kind;
use crate::notes::markdown::{Block, BlockKind, Visible};
use crate::notes::word_key::words;

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
    fn is_lines(&self, block: &Block) -> bool {
        let n_lines = (block.lines.1 - block.lines.0 + 1) as usize;
        n_lines > 1
            && block.sentences.len() >= n_lines
            && self.openers(block).take(n_lines + 1).count() == n_lines
    }

    /// The sentences of a block that begin a line.
    fn openers<'b>(&'b self, block: &'b Block) -> impl Iterator<Item = &'b Range<usize>> {
        let line = |token: usize| self.line(block, token);
        let mut sentences = block.sentences.iter();
        std::iter::from_fn(move || {
            sentences.find(|range| {
                let before = range.start.checked_sub(1).map(line);
                before != Some(line(range.start))
            })
        })
    }

    /// The link of an item to what its lead-in or heading is about.
    pub(super) fn item(&mut self, index: usize, tie: &Rc<Tie>) {
        let document = self.document;
        let block = &document.blocks[index];
        if block.kind != BlockKind::Item && self.is_lines(block) {
            let openers: Vec<Range<usize>> = self.openers(block).cloned().collect();
            for range in &openers {
                self.item_of(index, range, tie);
            }
        } else if let Some(range) = block.sentences.first() {
            self.item_of(index, range, tie);
        }
    }

    fn item_of(&mut self, index: usize, range: &Range<usize>, tie: &Rc<Tie>) {
        let block = &self.document.blocks[index];
        let sentence = self.sentence(index, range);
        if self.has_children(index) && promise::is_category(&sentence) {
            self.lead_ins.insert(index, Rc::clone(tie));
            return;
        }
        // "**Economic.** The slump pushed …": the first sentence is a label.
        let next = block.sentences.iter().find(|next| next.start >= range.end);
        if promise::is_category(&sentence)
            && let Some(next) = next
        {
            return self.item_of(index, next, tie);
        }
        if promise::denies(&sentence) {
            return;
        }
        // An item that is a lead-in of its own is no item of the list.
        let colon = sentence.mark(sentence.end.saturating_sub(1), ":");
        let leads = Some(&sentence).filter(|_| colon).and_then(promise::lead_in);
        if let Some(promise) = leads {
            // "The guilds thought it wise for two reasons:" is an item as far as it is a clause.
            if let Some(of) = promise.of.filter(|of| sentence.verb(of.clone()).is_some()) {
                let end = self.here(index, &sentence, &of);
                self.tied(end, tie, index);
            }
            return;
        }
        self.plain_item(index, &sentence, range, tie);
    }

    /// Ties an item that is neither a label nor a lead-in of its own.
    fn plain_item(
        &mut self,
        index: usize,
        sentence: &Sentence<'_>,
        range: &Range<usize>,
        tie: &Rc<Tie>,
    ) {
        let block = &self.document.blocks[index];
        // "→ arrested next day" goes on from the item above; "TAG U GEI" helps to remember the list.
        let goes_on = sentence.end > 0
            && sentence.tokens[0].kind == Kind::Arrow
            && !self.is_arrowed(block, tie);
        let short = |at: usize| {
            let word = sentence.word(at).as_bytes();
            word.len() <= 3 && word.iter().all(u8::is_ascii_uppercase)
        };
        let is_mnemonic = block.kind == BlockKind::Paragraph && (0..sentence.end).all(short);
        // "Links to [[the strike]]"
        let points = sentence.any(0, words!("link links see")) && sentence.is(1, "to");
        if goes_on || is_mnemonic || points || promise::label(sentence).is_some() {
            return;
        }
        if let Some(pieces) = promise::numbered(sentence, 0..sentence.end) {
            return self.pieces(index, sentence, pieces, tie);
        }
        // "The factors were debt, hunger and war"
        if let Some(pieces) = promise::factors_were(sentence) {
            return self.pieces(index, sentence, pieces, tie);
        }
        let asks = tie.cue.eq_ignore_ascii_case("why") || tie.cue.starts_with("what");
        if asks
            && tie
                .other
                .as_ref()
                .is_some_and(|other| promise::restates(sentence, &other.text))
        {
            return;
        }
        let range = match self.cues(range) {
            Some(cues) => promise::item_with(sentence, cues),
            None => promise::item(sentence),
        };
        if !sentence.hollow(&range) && !sentence.is_date(&range) {
            let end = self.with_first_words(index, sentence, &range);
            self.tied(end, tie, index);
        }
    }

    /// An item that a word or two open, with the clause that says what they mean: "Money. The king left debts".
    fn with_first_words(&self, index: usize, label: &Sentence<'_>, own: &Range<usize>) -> End {
        let block = &self.document.blocks[index];
        let stop = label.base + label.end;
        let rest = block.sentences.iter().find(|next| next.start == stop);
        let short = own.len() <= 2
            && own.end + 1 == label.end
            && label.mark(own.end, ".")
            && label.verb(own.clone()).is_none();
        let Some(rest) = rest.filter(|rest| short && rest.len() > 3) else {
            return self.here(index, label, own);
        };
        let whole = self.sentence(index, &(label.base..rest.end));
        let from = rest.start - label.base;
        let end = whole.clause_end(from, whole.end, Part::Clause);
        let range = whole.trim(own.start..end);
        match whole.verb(from..range.end) {
            Some(_) => self.here(index, &whole, &range),
            None => self.here(index, label, own),
        }
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
