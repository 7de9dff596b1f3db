//! One pass over a note's blocks: reads each sentence, follows lead-ins and headings down to their items, and finds what
//! "This" points to.

use std::collections::HashMap;
use std::ops::Range;

use super::CauseFacts;
use super::clause::Sentence;
use super::cues;
use super::inline::{self, Side};
use super::promise::{self, Direction, Promise};
use super::words::{self, Flags};
use crate::notes::facts::{CauseKind, CauseLink, End, Warning};
use crate::notes::ids::{self, Ids};
use crate::notes::markdown::{Block, BlockKind, Document, MarkKind};

/// What a promise's items are tied to.
#[derive(Debug, Clone)]
struct Tie {
    direction: Direction,
    /// `None`: nothing to tie them to was found.
    other: Option<End>,
    cue: String,
    kind: CauseKind,
    /// The heading that made the promise, for the warning.
    heading: Option<usize>,
}

/// The state of the pass.
pub(super) struct Walk<'d> {
    document: &'d Document,
    facts: CauseFacts,
    ids: Ids,
    /// What each heading promises.
    headings: Vec<Option<Tie>>,
    /// Which headings kept their promise.
    kept: Vec<bool>,
    /// Which headings have a list right under them.
    lists: Vec<bool>,
    /// The columns of a table, by its header, that hold causes or effects.
    columns: HashMap<usize, Vec<(usize, Direction, String)>>,
    /// What the blocks over lists promise.
    lead_ins: HashMap<usize, Tie>,
    /// The last effect stated in a sentence: (block, sentence) → its end.
    effects: HashMap<(usize, usize), End>,
    /// What the items of a run that all begin with a verb share as their cause.
    openers: HashMap<usize, End>,
    /// First statement of each block.
    statements: Vec<u32>,
    flags: Vec<Flags>,
}

impl<'d> Walk<'d> {
    /// Reads `document` from top to bottom.
    pub(super) fn over(document: &'d Document) -> CauseFacts {
        let mut statements = vec![u32::MAX; document.blocks.len()];
        for (index, statement) in document.statements.iter().enumerate().rev() {
            statements[statement.block] = index as u32;
        }
        let mut lists = vec![false; document.headings.len()];
        for block in document
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Item)
        {
            if let Some(heading) = block.heading {
                lists[heading] = true;
            }
        }
        let mut walk = Walk {
            document,
            facts: CauseFacts::default(),
            ids: Ids::default(),
            headings: vec![None; document.headings.len()],
            kept: vec![false; document.headings.len()],
            lists,
            columns: HashMap::new(),
            lead_ins: HashMap::new(),
            effects: HashMap::new(),
            openers: HashMap::new(),
            statements,
            flags: Vec::new(),
        };
        for block in 0..document.blocks.len() {
            walk.block(block);
        }
        walk.warn();
        walk.facts
    }

    fn block(&mut self, index: usize) {
        let block = &self.document.blocks[index];
        match block.kind {
            BlockKind::Heading => self.heading(index),
            BlockKind::Loose | BlockKind::Footnote => {}
            BlockKind::Row if block.header => {
                let columns = self.columns(block);
                if !columns.is_empty() {
                    self.columns.insert(index, columns);
                }
            }
            BlockKind::Paragraph
            | BlockKind::Item
            | BlockKind::Row
            | BlockKind::Code
            | BlockKind::CalloutTitle => {
                let tie = self.tie_of(index);
                self.sentences(index, tie.is_some());
                if let Some(tie) = tie {
                    self.item(index, &tie);
                }
                if block.kind == BlockKind::Row {
                    self.row(index);
                } else if block.kind != BlockKind::Code {
                    self.lead_in(index);
                }
            }
        }
    }

    /// The flags of a block's tokens.
    fn flags(&mut self, block: &Block) -> Vec<Flags> {
        let mut flags = std::mem::take(&mut self.flags);
        flags.clear();
        flags.extend(
            block
                .tokens
                .iter()
                .map(|token| words::flags(&block.text.visible, token)),
        );
        flags
    }

    // ---- sentences

    fn sentences(&mut self, index: usize, tied: bool) {
        let block = &self.document.blocks[index];
        let text = &block.text.visible;
        let housekeeping = block
            .heading
            .is_some_and(|heading| self.document.headings[heading].housekeeping);
        if housekeeping
            || !(block
                .tokens
                .iter()
                .any(|token| cues::may_begin(text, token))
                || block
                    .sentences
                    .iter()
                    .any(|range| promise::may_label(text, &block.tokens[range.clone()])))
        {
            return;
        }
        let flags = self.flags(block);
        for (number, range) in block.sentences.iter().enumerate() {
            let sentence = Sentence {
                text,
                tokens: &block.tokens,
                flags: &flags,
                start: range.start,
                end: range.end,
            };
            let sentence = match promise::label(&sentence) {
                Some((promise, colon)) => {
                    self.label(index, &sentence, &promise, colon);
                    Sentence {
                        start: colon + 1,
                        ..sentence
                    }
                }
                None => sentence,
            };
            for found in inline::links(&sentence) {
                let opens = number == 0 && found.cue.start <= range.start + 1;
                if found.kind == CauseKind::Arrow
                    && opens
                    && found.cause == Side::Before
                    && is_link(block, &found.effect)
                {
                    continue;
                }
                // Below "Consequences", "Led to X" is tied to the heading, not to the item above.
                if tied && opens && (found.cause == Side::Before || found.effect == Side::Before) {
                    continue;
                }
                let cause = self.end(
                    &found.cause,
                    index,
                    number,
                    &sentence,
                    opens,
                    found.of_heading,
                );
                let effect = self.end(
                    &found.effect,
                    index,
                    number,
                    &sentence,
                    opens,
                    found.of_heading,
                );
                let (Some(cause), Some(effect)) = (cause, effect) else {
                    continue;
                };
                self.effects.insert((index, number), effect.clone());
                let line = self.line(block, found.cue.start);
                self.push(
                    cause,
                    effect,
                    line,
                    sentence.words(&found.cue).to_owned(),
                    found.kind,
                    index,
                );
            }
        }
        self.flags = flags;
    }

    /// `Cause: the plates slid`, `Effects: flooding; cholera`: tied to the item above it or to what the section is about.
    fn label(&mut self, index: usize, sentence: &Sentence<'_>, promise: &Promise, colon: usize) {
        let block = &self.document.blocks[index];
        let over = block
            .parent
            .filter(|&parent| self.document.blocks[parent].kind == BlockKind::Item);
        let other = match (&promise.of, over) {
            (Some(of), _) => Some(self.here(index, of, sentence.words(of))),
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
                let end = self.here(index, &piece, sentence.words(&piece));
                self.tied(end, &tie, index);
            }
        }
    }

    fn end(
        &mut self,
        side: &Side,
        index: usize,
        number: usize,
        sentence: &Sentence<'_>,
        opens: bool,
        of_heading: bool,
    ) -> Option<End> {
        match side {
            Side::Here(range) => Some(self.here(index, range, sentence.words(range))),
            Side::Before => self
                .before(index, number, opens)
                .filter(|end| of_heading || end.statement.is_some()),
        }
    }

    fn here(&self, index: usize, range: &Range<usize>, text: &str) -> End {
        let block = &self.document.blocks[index];
        End {
            text: text.to_owned(),
            line: self.line(block, range.start),
            statement: self.statement(index, range.start),
        }
    }

    /// The statement that token `token` of block `index` belongs to.
    fn statement(&self, index: usize, token: usize) -> Option<usize> {
        let first = self.statements[index];
        let mut at = usize::try_from(first)
            .ok()
            .filter(|&at| at < self.document.statements.len())?;
        while self
            .document
            .statements
            .get(at + 1)
            .is_some_and(|next| next.block == index && next.tokens.start <= token)
        {
            at += 1;
        }
        Some(at)
    }

    fn line(&self, block: &Block, token: usize) -> u32 {
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

    // ---- what "This" points to

    /// What was said before sentence `number` of block `index`.
    fn before(&mut self, index: usize, number: usize, opens: bool) -> Option<End> {
        if number > 0 {
            return self.said(index, number - 1);
        }
        let block = &self.document.blocks[index];
        if block.kind == BlockKind::Row {
            return None;
        }
        let said = match self.previous(index) {
            Some(previous) => {
                if opens && let Some(shared) = self.openers.get(&previous).cloned() {
                    self.openers.insert(index, shared.clone());
                    return Some(shared);
                }
                match self.lead_ins.get(&previous) {
                    Some(tie) => tie.other.clone(),
                    None => {
                        let last = self.document.blocks[previous]
                            .sentences
                            .len()
                            .checked_sub(1)?;
                        self.said(previous, last)
                    }
                }
            }
            None => self.topic_of(block),
        };
        if opens && let Some(said) = &said {
            self.openers.insert(index, said.clone());
        }
        said
    }

    /// What the section that a block stands in is about.
    fn topic_of(&self, block: &Block) -> Option<End> {
        match block.heading {
            Some(heading) => self.topic(heading),
            None => Some(self.title()),
        }
    }

    /// The block that comes before `index` in the flow of the text: the item above, else the item or lead-in over the list.
    fn previous(&self, index: usize) -> Option<usize> {
        let blocks = &self.document.blocks;
        let block = &blocks[index];
        let candidates = blocks[..index].iter().enumerate().rev();
        for (at, other) in candidates.take_while(|(_, other)| other.kind != BlockKind::Heading) {
            if other.heading != block.heading {
                return None;
            }
            if matches!(
                other.kind,
                BlockKind::Loose | BlockKind::Footnote | BlockKind::CalloutTitle
            ) || other.header
            {
                continue;
            }
            if Some(at) == block.parent {
                return Some(at);
            }
            if block.kind == BlockKind::Item {
                if other.parent == block.parent && other.depth == block.depth {
                    return Some(at);
                }
                if block.parent.is_none() && other.kind == BlockKind::Paragraph {
                    return Some(at);
                }
                continue;
            }
            // After a list: its lead-in, or its last item of the first level.
            if other.kind == BlockKind::Item {
                if other.depth > 1 {
                    continue;
                }
                return match other.parent {
                    Some(lead_in) => Some(lead_in),
                    None => Some(at),
                };
            }
            return Some(at);
        }
        None
    }

    /// The last effect that a sentence states, else all of it.
    fn said(&mut self, index: usize, number: usize) -> Option<End> {
        if let Some(effect) = self.effects.get(&(index, number)) {
            return Some(effect.clone());
        }
        let block = &self.document.blocks[index];
        let range = block.sentences.get(number)?.clone();
        let flags = self.flags(block);
        let sentence = Sentence {
            text: &block.text.visible,
            tokens: &block.tokens,
            flags: &flags,
            start: range.start,
            end: range.end,
        };
        if let Some((promise, _)) = promise::label(&sentence) {
            // "Primary effects: …" over "Secondary effects:".
            let of = match &promise.of {
                Some(of) => Some(self.here(index, of, sentence.words(of))),
                None => self.topic_of(block),
            };
            self.flags = flags;
            return of;
        }
        let mut range = sentence.trim(range);
        // What a question asks after is what its answer explains.
        if let Some(asked) = promise::asked(&sentence) {
            range = asked;
        }
        let end =
            (!sentence.hollow(&range)).then(|| self.here(index, &range, sentence.words(&range)));
        self.flags = flags;
        end
    }

    // ---- headings

    fn heading(&mut self, index: usize) {
        let block = &self.document.blocks[index];
        let Some(own) = block.heading else { return };
        let heading = &self.document.headings[own];
        if heading.housekeeping {
            return;
        }
        let flags = self.flags(block);
        let text = &block.text.visible;
        let sentence = Sentence {
            text,
            tokens: &block.tokens,
            flags: &flags,
            start: 0,
            end: block.tokens.len(),
        };
        let above = heading
            .parent
            .and_then(|parent| self.headings[parent].clone());
        let promise = promise::heading(&sentence);
        if let Some(promise) = promise {
            let other = match &promise.of {
                Some(of) => self
                    .definite(&sentence, of, heading.parent)
                    .or_else(|| Some(self.here(index, of, sentence.words(of)))),
                None => self.topic_above(own),
            };
            self.headings[own] = Some(Tie {
                direction: promise.direction,
                other,
                cue: sentence.words(&promise.cue).to_owned(),
                kind: CauseKind::Heading,
                heading: Some(own),
            });
        } else if let Some(tie) = above {
            if promise::is_category(&sentence) {
                self.headings[own] = Some(tie);
            } else {
                let range = sentence.trim(0..block.tokens.len());
                let listed = heading.parent.is_some_and(|parent| self.lists[parent]);
                if !listed && !sentence.hollow(&range) {
                    let end = self.here(index, &range, sentence.words(&range));
                    self.tied(end, &tie, index);
                }
            }
        }
        self.flags = flags;
    }

    /// "the war" in a note about the Thirty Years' War is that war.
    fn definite(
        &self,
        sentence: &Sentence<'_>,
        of: &Range<usize>,
        parent: Option<usize>,
    ) -> Option<End> {
        let the = sentence.any(of.start, "the this that");
        let pronoun = of.len() == 1 && sentence.any(of.start, "it this that they them");
        if !pronoun && !(the && of.len() == 2) {
            return None;
        }
        let end = match parent {
            Some(parent) => self.topic(parent)?,
            None => self.title(),
        };
        let named = pronoun || {
            let word = ids::normalised(sentence.word(of.end - 1));
            ids::normalised(&end.text)
                .split(' ')
                .any(|other| other == word)
        };
        named.then_some(end)
    }

    /// What a heading without a name of its own is about.
    fn topic_above(&self, own: usize) -> Option<End> {
        match self.document.headings[own].parent {
            Some(parent) => self.topic(parent),
            None => Some(self.title()),
        }
    }

    /// The thing that the section `heading` is about: its title, or for "Causes" what the causes are of.
    fn topic(&self, heading: usize) -> Option<End> {
        if let Some(tie) = &self.headings[heading] {
            return tie.other.clone();
        }
        let index = self.document.headings[heading].block;
        let block = &self.document.blocks[index];
        let text = block.text.visible.as_str();
        let flags: Vec<Flags> = block
            .tokens
            .iter()
            .map(|token| words::flags(text, token))
            .collect();
        let sentence = Sentence {
            text,
            tokens: &block.tokens,
            flags: &flags,
            start: 0,
            end: block.tokens.len(),
        };
        let mut range = sentence.trim(0..block.tokens.len());
        // "Fall of the Republic (133-27 BC)"
        if let Some(bracket) = range
            .clone()
            .find(|&at| sentence.mark(at, "("))
            .filter(|&at| at > range.start && sentence.mark(range.end - 1, ")"))
        {
            range = sentence.trim(range.start..bracket);
        }
        let plain = sentence.hollow(&range)
            || sentence.is_date(&range)
            || self.document.headings[heading].housekeeping
            || sentence.any(
                range.start,
                "overview introduction background summary notes context",
            ) && range.len() == 1;
        if plain {
            return self.topic_above(heading);
        }
        Some(self.here(index, &range, sentence.words(&range)))
    }

    fn title(&self) -> End {
        let title = &self.document.title;
        let text = match title.find(" (") {
            Some(bracket) if title.ends_with(')') => &title[..bracket],
            _ => title,
        };
        let text = text.split(" #").next().unwrap_or(text);
        End {
            text: text.trim().to_owned(),
            line: 1,
            statement: None,
        }
    }

    // ---- lists

    /// What the items of the list that `index` is in are tied to.
    fn tie_of(&self, index: usize) -> Option<Tie> {
        let block = &self.document.blocks[index];
        if let Some(parent) = block.parent {
            if let Some(tie) = self.lead_ins.get(&parent) {
                return (block.kind == BlockKind::Item).then(|| tie.clone());
            }
            // A plain lead-in ("These were:") passes the heading's promise on; an item does not.
            let over = &self.document.blocks[parent];
            if !(over.kind == BlockKind::Paragraph || over.header) {
                return None;
            }
        }
        let tie = self.headings[block.heading?].clone()?;
        let text = block.text.visible.trim_end();
        if text.contains("::") || text.ends_with('?') {
            return None;
        }
        let top = match block.kind {
            BlockKind::Item => block.task.is_none(),
            // Where nothing is listed, single sentences are the list.
            BlockKind::Paragraph => {
                let heading = block.heading?;
                block.sentences.len() == 1
                    && !block.quoted
                    && !text.ends_with(':')
                    && !self.lists[heading]
            }
            _ => false,
        };
        top.then_some(tie)
    }

    /// The link of an item to what its lead-in or heading is about.
    fn item(&mut self, index: usize, tie: &Tie) {
        let block = &self.document.blocks[index];
        let flags = self.flags(block);
        let text = &block.text.visible;
        let end = if block.kind == BlockKind::Row {
            (0..block.tokens.len())
                .find(|&at| block.tokens[at].of(text) == "|")
                .unwrap_or(block.tokens.len())
        } else {
            block.sentences.first().map_or(0, |first| first.end)
        };
        let sentence = Sentence {
            text,
            tokens: &block.tokens,
            flags: &flags,
            start: 0,
            end,
        };
        let parents_more = self.has_children(index);
        if parents_more && promise::is_category(&sentence) {
            self.lead_ins.insert(index, tie.clone());
        } else if self.own_promise(&sentence).is_none() {
            let range = promise::item(&sentence);
            if !sentence.hollow(&range) && !sentence.is_date(&range) {
                let end = self.here(index, &range, sentence.words(&range));
                self.tied(end, tie, index);
            }
        }
        self.flags = flags;
    }

    /// An item that is a lead-in of its own is no item of the list.
    fn own_promise(&self, sentence: &Sentence<'_>) -> Option<Promise> {
        let colon = sentence.mark(sentence.end.saturating_sub(1), ":");
        if colon {
            promise::lead_in(sentence)
        } else {
            None
        }
    }

    /// The columns called "Cause" or "Effect".
    fn columns(&mut self, block: &Block) -> Vec<(usize, Direction, String)> {
        let flags = self.flags(block);
        let all = Sentence {
            text: &block.text.visible,
            tokens: &block.tokens,
            flags: &flags,
            start: 0,
            end: block.tokens.len(),
        };
        let columns = cells(&all)
            .into_iter()
            .enumerate()
            .filter_map(|(column, cell)| {
                let name = Sentence {
                    start: cell.start,
                    end: cell.end,
                    ..all
                };
                let promise = promise::heading(&name).filter(|_| !cell.is_empty())?;
                Some((
                    column,
                    promise.direction,
                    name.words(&all.trim(cell)).to_owned(),
                ))
            });
        let columns = columns.collect();
        self.flags = flags;
        columns
    }

    /// The links of a table row: from its cause to its effect, or to what stands in its first cell.
    fn row(&mut self, index: usize) {
        let block = &self.document.blocks[index];
        let Some(columns) = block
            .parent
            .and_then(|header| self.columns.get(&header))
            .cloned()
        else {
            return;
        };
        let flags = self.flags(block);
        let all = Sentence {
            text: &block.text.visible,
            tokens: &block.tokens,
            flags: &flags,
            start: 0,
            end: block.tokens.len(),
        };
        let cells: Vec<Option<End>> = cells(&all)
            .into_iter()
            .map(|cell| {
                let cell = all.trim(cell);
                (!all.hollow(&cell)).then(|| self.here(index, &cell, all.words(&cell)))
            })
            .collect();
        let cell = |column: usize| cells.get(column).cloned().flatten();
        let of = |direction| columns.iter().filter(move |column| column.1 == direction);
        let mut links = Vec::new();
        for (column, direction, name) in &columns {
            match direction {
                Direction::Effects if of(Direction::Causes).next().is_some() => {
                    links.extend(
                        of(Direction::Causes).filter_map(|cause| {
                            Some((cell(cause.0)?, cell(*column)?, name.clone()))
                        }),
                    );
                }
                Direction::Effects => links.extend(
                    cell(0)
                        .zip(cell(*column))
                        .map(|(cause, effect)| (cause, effect, name.clone())),
                ),
                Direction::Causes if of(Direction::Effects).next().is_none() => {
                    links.extend(
                        cell(0)
                            .zip(cell(*column))
                            .map(|(effect, cause)| (cause, effect, name.clone())),
                    );
                }
                Direction::Causes => {}
            }
        }
        for (cause, effect, name) in links {
            self.push(
                cause,
                effect,
                block.lines.0,
                name,
                CauseKind::Heading,
                index,
            );
        }
        self.flags = flags;
    }

    fn has_children(&self, index: usize) -> bool {
        self.document
            .blocks
            .get(index + 1)
            .is_some_and(|next| next.parent == Some(index))
    }

    /// Whether a block promises something of the list below it.
    fn lead_in(&mut self, index: usize) {
        if self.lead_ins.contains_key(&index) {
            return;
        }
        let block = &self.document.blocks[index];
        let Some(last) = block.sentences.last().cloned() else {
            return;
        };
        let listed = self.has_children(index);
        if !listed {
            return;
        }
        let flags = self.flags(block);
        let sentence = Sentence {
            text: &block.text.visible,
            tokens: &block.tokens,
            flags: &flags,
            start: last.start,
            end: last.end,
        };
        if let Some(promise) = promise::lead_in(&sentence) {
            let other = match &promise.of {
                Some(of) => Some(self.here(index, of, sentence.words(of))),
                None if block.kind == BlockKind::CalloutTitle => self.topic_of(block),
                None => self.before(index, block.sentences.len() - 1, false),
            };
            let cue = sentence.words(&promise.cue).to_owned();
            self.lead_ins.insert(
                index,
                Tie {
                    direction: promise.direction,
                    other,
                    cue,
                    kind: CauseKind::LeadIn,
                    heading: None,
                },
            );
        }
        self.flags = flags;
    }

    fn tied(&mut self, item: End, tie: &Tie, index: usize) {
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

    fn push(
        &mut self,
        cause: End,
        effect: End,
        line: u32,
        cue: String,
        kind: CauseKind,
        index: usize,
    ) {
        let (from, to) = (ids::normalised(&cause.text), ids::normalised(&effect.text));
        if from.is_empty() || to.is_empty() || from == to {
            return;
        }
        let place = match self
            .statement(index, 0)
            .or(cause.statement)
            .or(effect.statement)
        {
            Some(statement) => self.document.statements[statement].id.as_str(),
            None => self.document.title.as_str(),
        };
        let id = self.ids.next(&[place, "cause", &from, &to]);
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
    }

    fn warn(&mut self) {
        for (index, tie) in self.headings.iter().enumerate() {
            let Some(tie) = tie else { continue };
            if self.kept[index] || tie.heading != Some(index) {
                continue;
            }
            let heading = &self.document.headings[index];
            let block = &self.document.blocks[heading.block];
            let (what, one) = match tie.direction {
                Direction::Causes => ("causes", "cause"),
                Direction::Effects => ("effects", "effect"),
            };
            self.facts.warnings.push(Warning {
                line: heading.line,
                span: Some(block.span.clone()),
                message: format!(
                    "“{}” promises {what}, and none were found under it",
                    block.text.visible.trim_end_matches(':')
                ),
                help: format!("Put each {one} in a bullet of its own below the heading."),
            });
        }
    }
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

/// Whether a side is one wikilink and nothing else: "→ [[See also]]" is a pointer.
fn is_link(block: &Block, side: &Side) -> bool {
    let Side::Here(range) = side else {
        return false;
    };
    let (Some(first), Some(last)) = (
        block.tokens.get(range.start),
        block.tokens.get(range.end - 1),
    ) else {
        return false;
    };
    block.marks.iter().any(|mark| {
        matches!(mark.kind, MarkKind::Wikilink(_) | MarkKind::Address)
            && mark.range.start <= first.start
            && last.end <= mark.range.end
    })
}
