//! The year of a date that states none: from its line, the bullets and headings over it, or the telling so far.

use super::aside::{is_compared, is_since};
use super::context::Context;
use super::dated::Dated;
use super::narrative::Point;
use super::place::NEAR;
use super::standing::sentence_start;
use super::units::{in_year, year_of};
use crate::notes::dates::partial::{End, Partial};
use crate::notes::facts::Basis;
use crate::notes::markdown::{Block, BlockKind};
use crate::notes::when::Season;

impl Context<'_> {
    /// The year of a date that states none, and the line that says so.
    pub(super) fn year_for(&self, index: usize, end: &End) -> Option<(i32, u32)> {
        let block = &self.document.blocks[index];
        let partial = &end.partial;
        if let Some(year) = self.year_of_name {
            return Some((year, block.lines.0));
        }
        // Earlier in the same line.
        if let Some(date) = self.last_here(block, end.tokens.start) {
            if block.kind == BlockKind::Paragraph {
                return self.narrative_year(index, end);
            }
            return Some((rolled(partial, date), self.source_line(date)));
        }
        // The bullet above, as long as it or one above it says its year itself.
        if let Some(lead) = self.list_lead(index).filter(|lead| lead.own_year) {
            let lead = self.gone_on(index, lead).unwrap_or(lead);
            return Some((rolled(partial, lead), self.source_line(lead)));
        }
        if let Some(lead) = self.row_above(index) {
            return Some((rolled(partial, lead), self.source_line(lead)));
        }
        if let Some(told) = self.year_of_bullets(block) {
            return Some(told);
        }
        // The headings it stands under.
        if let Some((date, heading)) = self.date_paragraph
            && heading == block.heading
            && let Some(year) = one_year(&self.found.dates[date])
        {
            return Some((year, self.source_line(&self.found.dates[date])));
        }
        if let Some((year, date)) = self.heading_year(index) {
            return Some((year, self.source_line(date)));
        }
        if block.kind == BlockKind::Heading
            && let Some(date) = self.heading_before(index)
        {
            return Some((rolled(partial, date), self.source_line(date)));
        }
        if let Some(told) = self.year_of_section(index, partial) {
            return Some(told);
        }
        if let Some(lead) = self.list_lead(index) {
            return Some((rolled(partial, lead), self.source_line(lead)));
        }
        if let Some(told) = self.first_of_two(index) {
            return Some(told);
        }
        if let Some(told) = self.first_year_over(index) {
            return Some(told);
        }
        self.note_year
            .or_else(|| self.told_in_list(index, partial))
            .or_else(|| self.narrative_year(index, end))
            .or(self.only_year)
    }

    /// A later year that an item of the same list has come to since `lead`: "- 30/4/70 Cambodia", "- Easter Offensive 1972".
    fn gone_on(&self, index: usize, lead: &Dated) -> Option<&Dated> {
        let told = self.list_told(index)?;
        let later = told.block > lead.block && told.when.start().year() > lead.when.end().year();
        later.then_some(told)
    }

    /// The year of the bullets that a block hangs on.
    fn year_of_bullets(&self, block: &Block) -> Option<(i32, u32)> {
        let mut parent = block.parent;
        for _ in 0..NEAR {
            let above = parent?;
            if let Some(date) = self.leads[above].map(|date| &self.found.dates[date])
                && let Some(year) = one_year(date)
            {
                return Some((year, self.source_line(date)));
            }
            parent = self.document.blocks[above].parent;
        }
        None
    }

    /// The year that an item above in the same list states, where the telling has come no further than a heading.
    fn told_in_list(&self, index: usize, partial: &Partial) -> Option<(i32, u32)> {
        let front = &self.found.dates[self.narrative.front()?];
        let heading = self.document.blocks[front.block].kind == BlockKind::Heading;
        let told = self.list_told(index).filter(|_| heading)?;
        Some((rolled(partial, told), self.source_line(told)))
    }

    /// The date that opens the nearest row above in the same table.
    fn row_above(&self, index: usize) -> Option<&Dated> {
        let blocks = &self.document.blocks;
        let block = &blocks[index];
        if block.kind != BlockKind::Row {
            return None;
        }
        let above = (index.saturating_sub(NEAR)..index).rev();
        let mut rows = above.take_while(|other| {
            blocks[*other].kind == BlockKind::Row && blocks[*other].parent == block.parent
        });
        let date = rows.find_map(|other| self.leads[other])?;
        Some(&self.found.dates[date]).filter(|date| date.own_year || date.from == Basis::Context)
    }

    /// The last date of this block that has a year, by preference none in brackets that are closed again: "in 1932 … (due
    /// 1945). … on July 28".
    fn last_here(&self, block: &Block, at: usize) -> Option<&Dated> {
        let here = self.found.dates[self.block_start..].iter().rev().take(NEAR);
        let with_year = here.filter(|date| date.when.end().year().is_some());
        let mut told = with_year
            .clone()
            .filter(|date| !is_closed_aside(block, date, at));
        told.next().or_else(|| with_year.clone().next())
    }

    /// The year that the narrative has come to.
    fn narrative_year(&self, index: usize, end: &End) -> Option<(i32, u32)> {
        let partial = &end.partial;
        let dates = self.found.dates[..self.block_start].iter().rev().take(40);
        let with_year = dates.filter(|date| date.when.end().year().is_some());
        // A heading looks for a date of its own month first: "in October 1962 …" above `## 16 October`.
        if self.document.blocks[index].kind == BlockKind::Heading {
            let same_month = |date: &&Dated| date.when.end().month() == partial.month;
            if let Some(date) = with_year.clone().find(same_month) {
                return Some((year_of(date.when.end()), self.source_line(date)));
            }
        }
        let fits = |year: i32| in_year(partial, year).is_some();
        let start = sentence_start(&self.document.blocks[index], end.tokens.start);
        let sentence = self.found.dates[self.block_start..]
            .last()
            .filter(|date| date.tokens.start >= start)
            .and_then(|date| {
                let unit = date.when.end();
                Some(Point {
                    year: unit.year()?.into(),
                    month: unit.month(),
                    date: self.found.dates.len() - 1,
                })
            });
        let month = partial
            .month
            .or_else(|| partial.season.map(Season::first_month));
        let since = is_since(&self.document.blocks[index], end.tokens.start);
        let (year, date) = month
            .filter(|_| since)
            .and_then(|month| self.narrative.year_before(month))
            .or_else(|| {
                let front = self.narrative.front()?;
                let inferred = !self.found.dates[front].own_year;
                self.narrative.year_of(
                    month,
                    sentence,
                    self.block_start,
                    inferred,
                    &self.spoken,
                    fits,
                )
            })?;
        Some((year, self.source_line(&self.found.dates[date])))
    }

    /// The first of the two years of the heading over a heading without a year: `### September` below `## Calendar 1814/15`.
    fn first_of_two(&self, index: usize) -> Option<(i32, u32)> {
        let block = &self.document.blocks[index];
        let own = block.heading.filter(|_| block.kind == BlockKind::Heading)?;
        let over = self.document.headings.get(own)?.parent?;
        let date = &self.found.dates[self.heading_dates[over]?];
        let (first, last) = (year_of(date.when.start()), year_of(date.when.end()));
        (first + 1 == last).then_some((first, self.source_line(date)))
    }

    /// The year of the nearest enclosing heading that states one.
    pub(super) fn heading_year(&self, index: usize) -> Option<(i32, &Dated)> {
        let block = &self.document.blocks[index];
        let mut heading = block.heading;
        if block.kind == BlockKind::Heading {
            heading = self.document.headings.get(heading?)?.parent;
        }
        while let Some(at) = heading {
            if let Some(date) = self.heading_dates[at].map(|date| &self.found.dates[date])
                && let Some(year) = one_year(date)
                && date.from != Basis::Relative
            {
                return Some((year, date));
            }
            heading = self.document.headings[at].parent;
        }
        None
    }

    /// The date of the last heading before this one at its level, under the same heading, that states its year.
    pub(super) fn heading_before(&self, index: usize) -> Option<&Dated> {
        let own = self.document.blocks[index].heading?;
        let heading = self.document.headings.get(own)?;
        let alike = |other: usize| {
            let before = &self.document.headings[other];
            before.level == heading.level && before.parent == heading.parent
        };
        let date = (0..own)
            .rev()
            .take(NEAR)
            .filter(|other| alike(*other))
            .find_map(|other| self.heading_dates[other])?;
        let date = &self.found.dates[date];
        date.when.end().year().is_some().then_some(date)
    }
}

/// Whether a date stands in brackets that are closed before token `at`, or only in a word as "post-1956".
pub(super) fn is_closed_aside(block: &Block, date: &Dated, at: usize) -> bool {
    let is = |at: usize, mark: &str| block.tokens[at].of(&block.text.visible) == mark;
    let before = date.tokens.start.saturating_sub(12)..date.tokens.start;
    let opened = before.rev().find(|at| is(*at, "(") || is(*at, ")"));
    let after = date.tokens.end..at.min(date.tokens.end + 12);
    opened.is_some_and(|at| is(at, "(")) && after.into_iter().any(|at| is(at, ")"))
        || is_compared(block, date.tokens.start)
}

/// The year of a date that follows `before` in the narrative: January after December is in the next year.
fn rolled(partial: &Partial, before: &Dated) -> i32 {
    let unit = before.when.end();
    let year = year_of(unit);
    let (Some(month), Some(before)) = (partial.month, unit.month()) else {
        return year;
    };
    if i32::from(month) - i32::from(before) <= -9 {
        year + 1
    } else {
        year
    }
}

/// The one year that a date lies in.
fn one_year(date: &Dated) -> Option<i32> {
    let year = date.when.start().year()?;
    (date.when.end().year() == Some(year)).then_some(i32::from(year))
}
