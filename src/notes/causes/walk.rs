//! One pass over a note's blocks, top to bottom: takes in what each sentence states, and hands headings, lists and tables to those who
//! follow what they promise.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::CauseFacts;
use super::cues::{Cue, Shape};
use super::flow::Flow;
use super::inline::{Found, Side};
use super::lists::Tie;
use super::promise::Direction;
use super::reading::{Reading, Readings};
use super::sentence::Sentence;
use super::sides::{
    is_link, leaves_out_subject, opens_behind_label, opens_cell, opens_phrase, with_subject,
};
use super::tables::Column;
use super::title;
use crate::notes::facts::{CauseKind, CauseLink, End, Warning};
use crate::notes::ids::{Ids, push};
use crate::notes::keys::Keys;
use crate::notes::markdown::{Block, BlockKind, Document, Visible};

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

    fn link(
        &mut self,
        index: usize,
        number: usize,
        sentence: &Sentence<'_>,
        found: &Found,
        tied: bool,
    ) {
        let block = &self.document.blocks[index];
        let before = found.cause == Side::Before || found.effect == Side::Before;
        let first = number == 0 && sentence.base + found.cue.start <= 1;
        // "Long term: led to strikes"
        let opens = first
            || before && number == 0 && sentence.base == 0 && opens_behind_label(sentence, found);
        if self.arrowed && before && found.cue.start == sentence.start {
            return;
        }
        // A pointer ("→ [[See also]]"), or "Led to X" below "Consequences", which is tied to the heading.
        // "The result was hunger", among causes, goes on from the item above.
        let tied = tied && found.shape != Shape::Result;
        if opens
            && before
            && (tied || (found.kind == CauseKind::Arrow && is_link(block, sentence, &found.effect)))
        {
            return;
        }
        // A heading that is a statement: "The revolt failed because it had no guns". Arrows in headings join all kinds of things.
        if block.kind == BlockKind::Heading && (before || found.kind == CauseKind::Arrow) {
            return;
        }
        if self.stands_astray(index, sentence, found)
            || found.kind == CauseKind::Arrow && self.explains_word(block, sentence, found)
        {
            return;
        }
        let left_out = opens && leaves_out_subject(block, sentence, found);
        let mut end = |side: &Side| match side {
            Side::Here(range) => self
                .pointed_at((index, number), sentence, range)
                .or_else(|| Some(self.here(index, sentence, &with_subject(sentence, range)))),
            // "| Stamp Act | Passed because of debt |"
            Side::Before if block.kind == BlockKind::Row && opens_cell(sentence, found) => {
                self.first_cell(index, sentence.base + found.cue.start)
            }
            Side::Before if left_out => self.spoken_of(index, sentence),
            Side::Before
                if opens && found.kind == CauseKind::Arrow && self.is_first_child(block) =>
            {
                self.bullet_over(index)
            }
            Side::Before => self
                .before(index, number, opens)
                .filter(|end| found.of_heading() || end.statement.is_some()),
        };
        let (Some(cause), Some(effect)) = (end(&found.cause), end(&found.effect)) else {
            return;
        };
        let line = self.line(block, sentence.base + found.cue.start);
        let cue = sentence.words(&found.cue);
        let forces = matches!(found.shape, Shape::Force(_));
        // "… forcing the king to flee. So …": what follows goes on from all of that, not from half a clause.
        if self.push(cause, effect, line, cue, found.kind, index) && !forces {
            let last = self.facts.links.len() - 1;
            match self.last_links.last_mut() {
                Some((sentence, link)) if *sentence == (index, number) => *link = last,
                _ => self.last_links.push(((index, number), last)),
            }
        }
    }

    /// "Response to the tax" says of a heading what it was where it comes first; further down, or over a list of its own, it is about
    /// the response. "A key reason why he lost" is said of the bullet over it alone.
    fn stands_astray(&self, index: usize, sentence: &Sentence<'_>, found: &Found) -> bool {
        let block = &self.document.blocks[index];
        match found.shape {
            Shape::Response if found.effect == Side::Before => {
                self.has_children(index)
                    || block.kind != BlockKind::Item
                    || self.has_siblings(block)
                        && !self.hangs_on_name(block)
                        && !self.items_speak_of_title()
            }
            Shape::Reason if found.cause == Side::Before => {
                opens_phrase(sentence, found) && !self.is_first_child(block)
            }
            _ => false,
        }
    }

    /// Whether a bullet hangs on one that is no more than a name, of which all below it is said: "- Comecon:".
    fn hangs_on_name(&self, block: &Block) -> bool {
        block.parent.is_some_and(|parent| {
            let over = &self.document.blocks[parent];
            over.tokens.len() <= NAME && over.text.visible.ends_with(':')
        })
    }

    /// Whether an item of its list stands above `block`.
    fn has_siblings(&self, block: &Block) -> bool {
        let above = self
            .flow
            .before(block)
            .filter(|above| Some(*above) != block.parent);
        above.is_some_and(|above| self.document.blocks[above].kind == BlockKind::Item)
    }

    /// The end that `range` of a sentence of block `index` is.
    pub(super) fn here(&self, index: usize, sentence: &Sentence<'_>, range: &Range<usize>) -> End {
        let token = sentence.base + range.start;
        End {
            text: sentence.words(range),
            line: self.line(&self.document.blocks[index], token),
            statement: self.statement(index, token),
        }
    }

    /// The last link that a sentence states, by its block and number.
    pub(super) fn last_link(&self, sentence: (usize, usize)) -> Option<&CauseLink> {
        let place = self
            .last_links
            .binary_search_by_key(&sentence, |(sentence, _)| *sentence);
        Some(&self.facts.links[self.last_links[place.ok()?].1])
    }

    /// The statement that token `token` of block `index` belongs to.
    fn statement(&self, index: usize, token: usize) -> Option<usize> {
        let end = self.statements[index] as usize;
        let start = index
            .checked_sub(1)
            .map_or(0, |before| self.statements[before] as usize);
        let own = &self.document.statements[start..end];
        let n_before = own.partition_point(|statement| statement.tokens.start <= token);
        Some(start + n_before.checked_sub(1)?)
    }

    pub(super) fn line(&self, block: &Block, token: usize) -> u32 {
        if block.lines.0 == block.lines.1 {
            return block.lines.0;
        }
        let offset = block.tokens.get(token).map_or(block.span.start, |token| {
            block.text.file_offset(token.start)
        });
        self.document
            .line_starts
            .partition_point(|&start| start as usize <= offset) as u32
    }

    /// Files a link that block `index` states; `false` if its two ends are one.
    pub(super) fn push(
        &mut self,
        cause: End,
        effect: End,
        line: u32,
        cue: Visible,
        kind: CauseKind,
        index: usize,
    ) -> bool {
        let ends = [cause.text.as_bytes(), effect.text.as_bytes()];
        if cause.text.is_empty() || effect.text.is_empty() || ends[0].eq_ignore_ascii_case(ends[1])
        {
            return false;
        }
        // A table's column and the words of its cell may say the same.
        let links = &self.facts.links;
        let mut last = links[links.len().saturating_sub(8)..].iter();
        if last.any(|link| link.line == line && link.cause == cause && link.effect == effect) {
            return false;
        }
        let statement = self.statement(index, 0);
        let statement = statement.or(cause.statement).or(effect.statement);
        let document = self.document;
        let id = self.ids.of_pushed(|parts| {
            match statement {
                Some(statement) => push(parts, &document.statements[statement].id.digits()),
                None => push(parts, document.title.as_bytes()),
            }
            push(parts, b"cause");
            push(parts, ends[0]);
            push(parts, ends[1]);
        });
        let mut heading = self.document.blocks[index].heading;
        while let Some(at) = heading {
            self.kept[at] = true;
            heading = self.document.headings[at].parent;
        }
        self.facts.links.push(CauseLink {
            id,
            cause,
            effect,
            line,
            cue,
            kind,
        });
        true
    }

    /// Warns of headings that promise causes or effects and have none.
    fn warn(&mut self) {
        for (index, tie) in self.headings.iter().enumerate() {
            let Some(tie) = tie
                .as_ref()
                .filter(|tie| !self.kept[index] && tie.heading == Some(index))
            else {
                continue;
            };
            let heading = &self.document.headings[index];
            let block = &self.document.blocks[heading.block];
            let (many, one) = match tie.direction {
                Direction::Causes => ("causes", "cause"),
                Direction::Effects => ("effects", "effect"),
            };
            self.facts.warnings.push(Warning {
                line: heading.line,
                span: Some(block.span.clone()),
                message: format!(
                    "“{}” promises {many}, and none were found under it",
                    block.text.visible.trim_end_matches(':')
                ),
                help: format!("Put each {one} in a bullet of its own below the heading."),
            });
        }
    }
}

/// Tokens of a bullet that is no more than a name and a colon, at most.
const NAME: usize = 5;
