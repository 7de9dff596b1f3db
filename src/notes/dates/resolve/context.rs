//! What is known at a place of the note: its title's year, the headings and bullets over it, the dates before it.

mod heads;
mod list;
mod telling;
mod warnings;

use std::ops::Range;

use super::dated::{Dated, Ends, Found, bytes, is_date_alone, line_in};
use super::era::{self, NoteEra};
use super::habit::Habit;
use super::narrative::{Narrative, Point};
use super::place::Placed;
use super::spoken::Spoken;
use super::title::{metadata_year, of_title, only_year, title_heading};
use super::year_for::is_closed_aside;
use crate::notes::dates::partial::{End, Expression, Relative};
use crate::notes::dates::sources::Cited;
use crate::notes::dates::words::Era;
use crate::notes::facts::Basis;
use crate::notes::keys::Keys;
use crate::notes::lex;
use crate::notes::markdown::{BlockKind, Document};
use crate::notes::when::{Unit, When};
pub(in crate::notes::dates) use heads::leads_anew;
use heads::{is_dated_lead, stands_for_a_heading};
use list::{Lead, remember};
pub(super) use telling::single_year;

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
    lists: Vec<Option<Lead>>,
    /// The same for the last item that states a year anywhere.
    told: Vec<Option<Lead>>,
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
        ends: Ends,
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
}

/// A number that is marked as a day, whose month may stand above.
fn is_plain_day(expression: &Expression) -> bool {
    let own = &expression.first;
    own.relative == Some(Relative::MonthAbove) && !own.partial.weak
}
