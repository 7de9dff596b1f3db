//! What is known at a place of the note: its title's year, the headings and bullets over it, the dates before it.

use std::ops::Range;

use super::era::{self, NoteEra};
use super::habit::Habit;
use super::narrative::{Narrative, Point, Standing};
use super::place::{Placed, is_closed_aside};
use super::spoken::Spoken;
use super::title::{metadata_year, of_title, only_year, title_heading};
use super::units::stated;
use super::{
    Dated, Found, bytes, is_compared, is_date_alone, is_since, line_in, line_of, sentence_start,
};
use crate::notes::dates::partial::{End, Expression, Relative, Scale};
use crate::notes::dates::sources::Cited;
use crate::notes::dates::words::Era;
use crate::notes::facts::{Basis, Warning};
use crate::notes::keys::Keys;
use crate::notes::lex;
use crate::notes::markdown::{Block, BlockKind, Document, MarkKind};
use crate::notes::when::{Unit, When};

/// Paragraphs and dates ahead that are looked at, at most.
const AHEAD: usize = 8;

/// Bytes that the lines of running text have on average, at least.
const PROSE: usize = 200;

/// A date that opened a list item, for the items below it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lead {
    parent: Option<usize>,
    heading: Option<usize>,
    pub(super) date: usize,
}

/// The note as far as it has been read.
pub(in crate::notes::dates) struct Context<'d> {
    pub(super) document: &'d Document,
    /// What all dates of the note say, and which of them stand in each block.
    all: &'d [Expression],
    of_block: &'d [Range<usize>],
    pub(super) found: Found,
    /// The note's one year, from its metadata or title, and the line that says so.
    pub(super) note_year: Option<(i32, u32)>,
    /// The era of the title: "(133-27 BC)".
    pub(super) title_era: Option<Era>,
    /// The era of short years, where no date of the note says it.
    pub(super) note_era: Option<NoteEra>,
    /// The note writes years with two digits.
    pub(super) habit: Option<Habit>,
    /// Whether "1782-1650" is before Christ.
    pub(super) counts_down: bool,
    /// The one year that all full dates of the note agree on.
    pub(super) only_year: Option<(i32, u32)>,
    /// The note marks days with no more than their number: `7: surrender`.
    pub(super) lists_days: bool,
    /// For each heading, the date it states.
    pub(super) heading_dates: Vec<Option<usize>>,
    /// For each block, the date it opens with.
    pub(super) leads: Vec<Option<usize>>,
    /// For each depth of list, the last item that opened with a date of known year.
    pub(super) lists: Vec<Option<Lead>>,
    /// The same for the last item that states a year anywhere.
    pub(super) told: Vec<Option<Lead>>,
    /// The last paragraph that was nothing but a date, and the heading it stands under.
    pub(super) date_paragraph: Option<(usize, Option<usize>)>,
    pub(super) narrative: Narrative,
    pub(super) spoken: Spoken,
    /// The year in brackets after the name that the date being read is part of: "the February 26 Incident (1936)".
    pub(super) year_of_name: Option<i32>,
    /// What the next date says of when the date being read was: "two years later, in 1941".
    pub(super) said_after: Option<Unit>,
    /// Where the dates of the block being read start.
    pub(super) block_start: usize,
}

impl<'d> Context<'d> {
    pub(super) fn new(
        document: &'d Document,
        keys: &Keys,
        all: &'d [Expression],
        of_block: &'d [Range<usize>],
        cited: &[(usize, Cited)],
    ) -> Self {
        let title = title_heading(document);
        let (title_year, title_era) = of_title(document, title, keys);
        let note_year = document
            .front_matter
            .year
            .or_else(|| metadata_year(document, all, of_block))
            .or(title_year);
        Self {
            document,
            all,
            of_block,
            found: Found {
                dates: Vec::with_capacity(all.len()),
                of_block: Vec::with_capacity(document.blocks.len()),
                warnings: Vec::new(),
                title_heading: title,
            },
            note_year,
            title_era,
            note_era: era::of_note(document, keys, all, of_block),
            habit: Habit::of(document, all, of_block, cited),
            counts_down: era::counts_down(all),
            only_year: only_year(document, all, of_block),
            lists_days: all.iter().any(is_plain_day),
            heading_dates: vec![None; document.headings.len()],
            leads: vec![None; document.blocks.len()],
            lists: Vec::new(),
            told: Vec::new(),
            date_paragraph: None,
            narrative: Narrative::default(),
            spoken: Spoken::of(all),
            year_of_name: None,
            said_after: None,
            block_start: 0,
        }
    }

    /// Before the dates of a block are read.
    pub(super) fn enter(&mut self, block: usize) {
        self.block_start = self.found.dates.len();
        if self.document.blocks[block].kind == BlockKind::Heading {
            self.date_paragraph = None;
            self.lists.clear();
            self.told.clear();
        } else if leads_anew(self.document, block) {
            self.date_paragraph = None;
        }
    }

    /// After the dates of a block that has some were read.
    pub(super) fn leave(&mut self, index: usize, dates: Range<usize>) {
        let block = &self.document.blocks[index];
        let first = &self.found.dates[dates.start];
        if stands_for_a_heading(block) {
            let one = dates.len() == 1;
            let unit = first.when.unit().filter(|_| one);
            let year = unit.and_then(Unit::year).map(i32::from);
            let section = year.map(|year| Point {
                year,
                month: None,
                date: dates.start,
            });
            self.narrative.enter_section(section);
        }
        let opens = block.tokens[..first.tokens.start]
            .iter()
            .all(|token| token.kind != lex::Kind::Word);
        if block.kind == BlockKind::Item {
            let brackets = block.signs.any(b"(");
            let here = &self.found.dates[dates.clone()];
            let told = here
                .iter()
                .position(|date| !brackets || !is_closed_aside(block, date, block.tokens.len()));
            if let Some(told) = told.filter(|told| here[*told].own_year) {
                remember(&mut self.told, block, dates.start + told);
            }
        }
        if opens && first.from != Basis::Relative {
            self.leads[index] = Some(dates.start);
            if block.kind == BlockKind::Item && first.when.start().year().is_some() {
                remember(&mut self.lists, block, dates.start);
            }
        }
        if block.kind == BlockKind::Heading {
            if let Some(own) = block
                .heading
                .and_then(|heading| self.heading_dates.get_mut(heading))
            {
                *own = Some(dates.start);
            }
        } else if block.depth == 0 {
            let here = &self.found.dates[dates.clone()];
            if is_date_alone(block, here) || is_dated_lead(self.document, index, here) {
                self.date_paragraph = Some((dates.start, block.heading));
            }
        }
    }

    /// Files a date.
    pub(super) fn add(
        &mut self,
        block: usize,
        tokens: &Range<usize>,
        ends: super::Ends,
        when: When,
        placed: &Placed,
        own: &End,
    ) {
        self.found.dates.push(Dated {
            block,
            tokens: tokens.clone(),
            when,
            from: placed.from,
            from_line: placed.line,
            ends,
            own_year: own.partial.scale.is_some() && own.relative.is_none(),
        });
    }

    /// Tells the narrative of the date that was filed last.
    pub(super) fn observe(
        &mut self,
        mut standing: Standing,
        block: usize,
        expression: &Expression,
    ) {
        let date = self.found.dates.len() - 1;
        let told = &self.found.dates[date];
        // "### 1864-5" begins in its first year.
        let heads = self.document.blocks[told.block].kind == BlockKind::Heading;
        let unit = if heads && told.when.unit().is_none() {
            told.when.start()
        } else {
            told.when.end()
        };
        let Some(year) = unit.year().map(i32::from) else {
            return;
        };
        let month = unit.month().or_else(|| match unit {
            Unit::Season(..) => Some(unit.first().month().unsigned_abs()),
            _ => None,
        });
        let point = Point { year, month, date };
        if self.narrative.leaps(point, standing)
            && let Some(next) = self.next_year(block, expression)
            && self.narrative.comes_back(point, next)
        {
            if standing == Standing::Within {
                return;
            }
            standing = Standing::Aside;
        }
        self.narrative.observe(point, standing);
    }

    /// The year of the next date in a later sentence of the running text of the same section that states one.
    fn next_year(&self, index: usize, expression: &Expression) -> Option<i32> {
        let blocks = &self.document.blocks;
        let own = &blocks[index];
        if !is_prose(own) {
            return None;
        }
        let told = |block: &&Block| {
            block.kind == BlockKind::Paragraph && block.heading == own.heading && block.depth == 0
        };
        let here = blocks[index..].iter().take(AHEAD).take_while(told).count();
        let sentence = sentence_start(own, expression.first.tokens.start);
        (index..index + here)
            .filter(|at| is_prose(&blocks[*at]))
            .flat_map(|at| {
                let dates = &self.all[self.of_block[at].clone()];
                dates.iter().map(move |next| (at, next))
            })
            .filter(|(at, next)| {
                let start = next.first.tokens.start;
                (*at > index || sentence_start(own, start) > sentence)
                    && !is_since(&blocks[*at], start)
                    && !is_compared(&blocks[*at], start)
            })
            .take(AHEAD)
            .find_map(|(_, next)| single_year(next))
    }

    /// The lead of the item above in the same list.
    pub(super) fn list_lead(&self, index: usize) -> Option<&Dated> {
        self.above_in_list(&self.lists, index)
    }

    /// The first date of the last item of the same list that states a year.
    pub(super) fn list_told(&self, index: usize) -> Option<&Dated> {
        self.above_in_list(&self.told, index)
    }

    fn above_in_list(&self, lists: &[Option<Lead>], index: usize) -> Option<&Dated> {
        let block = &self.document.blocks[index];
        if block.kind != BlockKind::Item {
            return None;
        }
        let lead = lists.get(usize::from(block.depth))?.as_ref()?;
        (lead.parent == block.parent && lead.heading == block.heading)
            .then(|| &self.found.dates[lead.date])
    }

    /// The line of a date.
    pub(super) fn line(&self, date: &Dated) -> u32 {
        let block = &self.document.blocks[date.block];
        line_in(self.document, block, bytes(block, &date.tokens).start)
    }

    /// The line on which the year of a date stands.
    pub(super) fn source_line(&self, date: &Dated) -> u32 {
        let taken = date.from_line.filter(|_| date.from == Basis::Context);
        taken.unwrap_or_else(|| self.line(date))
    }

    pub(super) fn warn_impossible(&mut self, index: usize, tokens: &Range<usize>) {
        let span = bytes(&self.document.blocks[index], tokens);
        let words = self.words(index, tokens);
        self.found.warnings.push(Warning {
            line: line_of(self.document, span.start),
            span: Some(span),
            message: format!("“{words}” is no day of the calendar"),
            help: "Correct the day or the month.".to_owned(),
        });
    }

    pub(super) fn warn_no_year(&mut self, index: usize, tokens: &Range<usize>) {
        let span = bytes(&self.document.blocks[index], tokens);
        let words = self.words(index, tokens);
        self.found.warnings.push(Warning {
            line: line_of(self.document, span.start),
            span: Some(span),
            message: format!("“{words}” has no year, and the note names none for it"),
            help: "Write the year here, in a heading above, or in the front matter (`year: 1962`)."
                .to_owned(),
        });
    }

    fn words(&self, index: usize, tokens: &Range<usize>) -> &'d str {
        let block = &self.document.blocks[index];
        let start = block.tokens[tokens.start].start as usize;
        let end = block.tokens[tokens.end - 1].end as usize;
        &block.text.visible[start..end]
    }
}

/// Whether a paragraph is running text: short lines under each other are notes in no order.
fn is_prose(block: &Block) -> bool {
    let lines = (block.lines.1 - block.lines.0 + 1) as usize;
    block.kind == BlockKind::Paragraph && block.text.visible.len() >= PROSE * lines
}

/// Remembers a date of an item for those below it in the same list; what is nested deeper is past.
fn remember(lists: &mut Vec<Option<Lead>>, block: &Block, date: usize) {
    let depth = usize::from(block.depth);
    lists.resize(lists.len().max(depth + 1), None);
    lists.truncate(depth + 1);
    lists[depth] = Some(Lead {
        parent: block.parent,
        heading: block.heading,
        date,
    });
}

/// A heading, or a short line by itself that is no sentence: "The campaign of 1799".
fn stands_for_a_heading(block: &Block) -> bool {
    let text = &block.text.visible;
    let line = block.kind == BlockKind::Paragraph && block.depth == 0 && !block.quoted;
    block.kind == BlockKind::Heading
        || (line || block.kind == BlockKind::Loose)
            && block.lines.0 == block.lines.1
            && text.len() < 80
            && !text.ends_with(['.', ';', ',', '!', '?'])
}

/// Whether a paragraph opens something new, so that a date over the list before it is no longer said of what follows:
/// "**Q7** What came of it?"
pub(in crate::notes::dates) fn leads_anew(document: &Document, index: usize) -> bool {
    let blocks = &document.blocks;
    let block = &blocks[index];
    let is_item = |block: &Block| block.kind == BlockKind::Item;
    let after_list = index > 0 && is_item(&blocks[index - 1]);
    if block.kind != BlockKind::Paragraph || block.depth > 0 || !after_list {
        return false;
    }
    let bold = block
        .marks
        .first()
        .is_some_and(|mark| mark.kind == MarkKind::Strong && mark.range.start == 0);
    bold || block.text.visible.ends_with(['?', ':']) || blocks.get(index + 1).is_some_and(is_item)
}

/// "Meiji 22 (1889)": a few words over a list, with their year in brackets.
fn is_dated_lead(document: &Document, index: usize, dates: &[Dated]) -> bool {
    let block = &document.blocks[index];
    let over_list = document
        .blocks
        .get(index + 1)
        .is_some_and(|next| next.kind == BlockKind::Item);
    let [only] = dates else { return false };
    let closed = block.tokens.len() == only.tokens.end + 1
        && block.tokens[only.tokens.end].of(&block.text.visible) == ")";
    over_list && closed && only.own_year && stands_for_a_heading(block)
}

/// The year of an expression that states just one.
pub(super) fn single_year(expression: &Expression) -> Option<i32> {
    let year = |end: &End| match end.partial.scale {
        Some(Scale::Year(_)) if end.relative.is_none() && !end.partial.weak => {
            stated(&end.partial)?.year().map(i32::from)
        }
        _ => None,
    };
    let first = year(&expression.first)?;
    match &expression.last {
        Some(last) if year(last) != Some(first) => None,
        _ => Some(first),
    }
}

/// A number that is marked as a day, whose month may stand above.
fn is_plain_day(expression: &Expression) -> bool {
    let own = &expression.first;
    own.relative == Some(Relative::MonthAbove) && !own.partial.weak
}
