//! One pass over a note's blocks, top to bottom: takes in what each sentence states, and hands headings, lists and tables to those who
//! follow what they promise.

mod filing;
mod stated;

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::CauseFacts;
use super::cues::Cue;
use super::flow::Flow;
use super::lists::Tie;
use super::reading::{Reading, Readings};
use super::sentence::Sentence;
use super::tables::Column;
use super::title;
use crate::notes::facts::End;
use crate::notes::ids::Ids;
use crate::notes::keys::Keys;
use crate::notes::markdown::{BlockKind, Document};

/// The state of the pass.
pub(super) struct Walk<'d> {
    pub(super) document: &'d Document,
    pub(super) keys: &'d Keys,
    facts: CauseFacts,
    ids: Ids,
    /// How many statements there are up to the end of each block.
    statements: Vec<u32>,
    /// What each heading promises.
    pub(super) headings: Vec<Option<Rc<Tie>>>,
    /// What the title promises of what stands under no heading, and of the uppermost headings.
    title: Option<Rc<Tie>>,
    /// What each heading's section is about, once that was asked.
    pub(super) topics: Vec<OnceCell<Option<End>>>,
    /// Which headings kept their promise.
    pub(super) kept: Vec<bool>,
    /// Which headings have a list right under them.
    lists: Vec<bool>,
    /// Whether a list stands under no heading.
    list_of_title: bool,
    /// What the blocks over lists promise.
    pub(super) lead_ins: FxHashMap<usize, Rc<Tie>>,
    /// What the line over the list that is being read promises, where the list does not hang on it.
    pub(super) over: Option<Rc<Tie>>,
    /// The columns of a table, by its header row, that hold causes or effects.
    pub(super) columns: FxHashMap<usize, Vec<Column>>,
    /// The last link of a sentence, by block and number of the sentence, in their order.
    last_links: Vec<((usize, usize), usize)>,
    /// What sentences state.
    readings: &'d Readings,
    /// Those of the block at hand among them.
    own: Range<usize>,
    /// The lines of the block at hand have an arrow for a bullet.
    arrowed: bool,
    /// What the items of a run that all begin with a verb share as their cause.
    pub(super) openers: FxHashMap<usize, End>,
    /// The block before each block in the flow of the text: the item above, else the item or lead-in over the list.
    pub(super) flow: Flow,
}

/// How many statements there are up to the end of each block.
fn n_statements(document: &Document) -> Vec<u32> {
    let mut n_statements = vec![0; document.blocks.len()];
    for statement in &document.statements {
        n_statements[statement.block] += 1;
    }
    let mut sum = 0;
    for own in &mut n_statements {
        sum += *own;
        *own = sum;
    }
    n_statements
}

impl<'d> Walk<'d> {
    /// Reads `document` from top to bottom.
    pub(super) fn over(document: &'d Document, keys: &'d Keys) -> CauseFacts {
        let mut lists = vec![false; document.headings.len()];
        let mut list_of_title = false;
        for block in document
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Item)
        {
            match block.heading {
                Some(heading) => lists[heading] = true,
                None => list_of_title = true,
            }
        }
        let readings = Readings::of(document, keys);
        let mut walk = Walk {
            document,
            keys,
            facts: CauseFacts {
                links: Vec::with_capacity((document.statements.len() / 2).min(64)),
                ..CauseFacts::default()
            },
            ids: Ids::for_facts(document.blocks.len().min(256)),
            statements: n_statements(document),
            headings: vec![None; document.headings.len()],
            title: title::tie(document).map(Rc::new),
            topics: vec![OnceCell::new(); document.headings.len()],
            kept: vec![false; document.headings.len()],
            lists,
            list_of_title,
            lead_ins: FxHashMap::default(),
            over: None,
            columns: FxHashMap::default(),
            last_links: Vec::new(),
            readings: &readings,
            own: 0..0,
            arrowed: false,
            openers: FxHashMap::default(),
            flow: Flow::default(),
        };
        for (index, block) in document.blocks.iter().enumerate() {
            walk.block(index);
            walk.flow.pass(index, block);
        }
        walk.warn();
        walk.facts
    }

    /// What a heading promises, or the title where there is none.
    pub(super) fn promised_under(&self, heading: Option<usize>) -> Option<&Rc<Tie>> {
        match heading {
            Some(heading) => self.headings[heading].as_ref(),
            None => self.title.as_ref(),
        }
    }

    /// Whether a list stands right under a heading, or under none.
    pub(super) fn has_list(&self, heading: Option<usize>) -> bool {
        heading.map_or(self.list_of_title, |heading| self.lists[heading])
    }

    /// The sentence that `range` of the tokens of block `index` is.
    #[inline]
    pub(super) fn sentence(&self, index: usize, range: &Range<usize>) -> Sentence<'d> {
        Sentence::of(self.document, self.keys, index, range)
    }

    /// All of block `index`, as if it were one sentence.
    #[inline]
    pub(super) fn whole(&self, index: usize) -> Sentence<'d> {
        self.sentence(index, &(0..self.document.blocks[index].tokens.len()))
    }

    fn block(&mut self, index: usize) {
        let block = &self.document.blocks[index];
        let heading = block
            .heading
            .map(|heading| &self.document.headings[heading]);
        if heading.is_some_and(|heading| heading.housekeeping && !heading.metadata) {
            return;
        }
        if !matches!(
            block.kind,
            BlockKind::Item | BlockKind::Paragraph | BlockKind::Loose
        ) {
            self.over = None;
        }
        match block.kind {
            BlockKind::Heading => self.heading(index),
            BlockKind::Loose | BlockKind::Footnote => {}
            BlockKind::Row if block.header => self.header(index),
            BlockKind::Row => {
                self.sentences(index, false);
                self.row(index);
            }
            BlockKind::Code => self.sentences(index, false),
            BlockKind::Paragraph | BlockKind::Item | BlockKind::CalloutTitle => {
                let tie = self.tie_of(index);
                self.arrowed = tie.as_ref().is_some_and(|tie| self.is_arrowed(block, tie));
                self.sentences(index, tie.is_some());
                self.arrowed = false;
                if let Some(tie) = tie {
                    self.item(index, &tie);
                }
                self.replies(index);
                self.lead_in(index);
            }
        }
    }

    /// Takes in what the sentences of a block state. `tied`: the block is an item of a list that says what its items are.
    pub(super) fn sentences(&mut self, index: usize, tied: bool) {
        let rest = &self.readings.all[self.own.end..];
        let n_passed = rest.iter().take_while(|own| own.block < index).count();
        let own = rest[n_passed..].iter().take_while(|own| own.block == index);
        let start = self.own.end + n_passed;
        self.own = start..start + own.count();
        self.take_in(self.readings, self.own.clone(), tied);
    }

    /// Takes in what the words of a heading state.
    pub(super) fn words_of_heading(&mut self, index: usize) {
        let readings = Readings::of_block(self.document, self.keys, index);
        self.take_in(&readings, 0..readings.all.len(), false);
    }

    fn take_in(&mut self, readings: &Readings, own: Range<usize>, tied: bool) {
        for own in &readings.all[own] {
            let (index, number) = (own.block, own.number);
            let mut sentence = self.sentence(index, &own.tokens);
            if let Some(opening) = &own.opening {
                sentence.start = opening.from;
                if opening.is_clause {
                    self.announced(index, &sentence, &opening.promise, opening.mark);
                } else {
                    self.label((index, number), &sentence, &opening.promise, opening.mark);
                }
            }
            sentence.start = own.start;
            for found in readings.links(own) {
                self.link(index, number, &sentence, found, tied);
            }
        }
    }

    /// The cues of a sentence of the block at hand, if it was read from its first token on.
    pub(super) fn cues(&self, sentence: &Range<usize>) -> Option<&'d [Cue]> {
        let readings = self.readings;
        let whole = |own: &&Reading| own.start == 0 && own.tokens == *sentence;
        let own = readings.all[self.own.clone()].iter().find(whole)?;
        Some(readings.cues(own))
    }
}
