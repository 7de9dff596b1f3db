//! One end of an expression, put on the calendar with the help of what is around it.

use super::context::Context;
use super::narrative::Point;
use super::units::{in_year, stated, year_of};
use super::{Dated, is_since, relative, sentence_start};
use crate::notes::dates::partial::{End, Partial, Relative, Scale};
use crate::notes::dates::words::Span;
use crate::notes::facts::Basis;
use crate::notes::markdown::{Block, BlockKind};
use crate::notes::when::{Precision, Season, Unit};

/// How many dates or headings back are looked at: what is further away says nothing of a date here.
pub(super) const NEAR: usize = 64;

/// A unit of the calendar, and how it was come by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(super) unit: Unit,
    pub(super) from: Basis,
    /// The line that gave what was missing.
    pub(super) line: Option<u32>,
    /// Only about, whatever the words say.
    pub(super) about: bool,
}

impl Context<'_> {
    /// Where `end`, which stands in block `index`, is on the calendar; `None` where nothing tells.
    pub(super) fn place(&self, index: usize, end: &End) -> Option<Placed> {
        if let Some(relative) = end.relative {
            return self.place_relative(index, end, relative);
        }
        let partial = &end.partial;
        if partial.weak {
            return self.place_weak(index, end);
        }
        match partial.scale {
            Some(Scale::ShortYear(year)) => self.place_short(index, partial, i32::from(year)),
            Some(Scale::ShortDecade(tens)) => {
                self.place_short(index, partial, i32::from(tens) * 10)
            }
            Some(_) => {
                let unsaid = self.unsaid_era(index, partial);
                let partial = Partial {
                    era: partial.era.or(unsaid.map(|(era, _)| era)),
                    ..*partial
                };
                Some(Placed {
                    unit: stated(&partial)?,
                    from: unsaid.map_or(Basis::Stated, |_| Basis::Context),
                    line: unsaid.map(|(_, line)| line),
                    about: false,
                })
            }
            None => self.place_yearless(index, end),
        }
    }

    fn place_yearless(&self, index: usize, end: &End) -> Option<Placed> {
        let (year, line) = self.year_for(index, end)?;
        // 29 February of a year that has none stays undated.
        let unit = in_year(&end.partial, year)?;
        Some(Placed {
            unit,
            from: Basis::Context,
            line: Some(line),
            about: false,
        })
    }

    /// The year of a date that states none, and the line that says so.
    fn year_for(&self, index: usize, end: &End) -> Option<(i32, u32)> {
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
            return Some((rolled(partial, lead), self.source_line(lead)));
        }
        // The bullets it hangs on.
        let mut parent = block.parent;
        for _ in 0..NEAR {
            let Some(above) = parent else { break };
            if let Some(date) = self.leads[above].map(|date| &self.found.dates[date])
                && let Some(year) = one_year(date)
            {
                return Some((year, self.source_line(date)));
            }
            parent = self.document.blocks[above].parent;
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
        if let Some(lead) = self.list_lead(index) {
            return Some((rolled(partial, lead), self.source_line(lead)));
        }
        self.note_year
            .or_else(|| self.narrative_year(index, end))
            .or(self.only_year)
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
    fn heading_before(&self, index: usize) -> Option<&Dated> {
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
            .or_else(|| self.narrative.year_of(month, sentence, fits))?;
        Some((year, self.source_line(&self.found.dates[date])))
    }

    fn place_relative(&self, index: usize, end: &End, relative: Relative) -> Option<Placed> {
        if relative == Relative::MonthAbove {
            return self.place_in_month_above(index, &end.partial);
        }
        let needed = match relative {
            Relative::Steps(_, Span::Day | Span::Week) | Relative::Same(Span::Day) => {
                Precision::Day
            }
            Relative::Steps(_, Span::Month) | Relative::Same(Span::Month) | Relative::SameMonth => {
                Precision::Month
            }
            Relative::Same(Span::Decade | Span::Century)
            | Relative::TurnOfCentury
            | Relative::Steps(_, Span::Decade | Span::Century) => Precision::Century,
            _ => Precision::Year,
        };
        let anchor = self.anchor(index, end, needed, relative)?;
        let unit = relative::from_anchor(relative, &end.partial, anchor.when.end())?;
        let about = relative == Relative::TurnOfCentury;
        Some(Placed {
            unit,
            from: Basis::Relative,
            line: Some(self.line(anchor)),
            about,
        })
    }

    /// `7: surrender` under `### May`. A bare "31 Johnson speaks" only in a note that marks other days.
    fn place_in_month_above(&self, index: usize, partial: &Partial) -> Option<Placed> {
        if partial.weak && !self.lists_days {
            return None;
        }
        // "Freedom Rides (May 1961): a bus is burnt on 14th"
        let here = self.found.dates[self.block_start..].iter().rev().take(NEAR);
        let mut here = here.filter(|date| date.when.end().month().is_some());
        let above = here.next().map_or_else(|| self.dated_above(index), Some)?;
        let (year, month) = match above.when.end() {
            Unit::Month(year, month) => (year, month),
            Unit::Day(day) if above.block == index => (day.year(), day.month().unsigned_abs()),
            _ => return None,
        };
        let day = Partial {
            month: Some(month),
            weak: false,
            ..*partial
        };
        Some(Placed {
            unit: in_year(&day, year.into())?,
            from: Basis::Context,
            line: Some(self.line(above)),
            about: false,
        })
    }

    /// The nearest date that stands over a block: that of a bullet it hangs on, of a line that is only a date, or of a heading.
    fn dated_above(&self, index: usize) -> Option<&Dated> {
        let block = &self.document.blocks[index];
        let mut parent = block.parent;
        for _ in 0..NEAR {
            let Some(above) = parent else { break };
            if let Some(date) = self.leads[above] {
                return Some(&self.found.dates[date]);
            }
            parent = self.document.blocks[above].parent;
        }
        if let Some((date, heading)) = self.date_paragraph
            && heading == block.heading
        {
            return Some(&self.found.dates[date]);
        }
        let mut heading = block.heading;
        if block.kind == BlockKind::Heading {
            heading = self.document.headings.get(heading?)?.parent;
        }
        while let Some(at) = heading {
            if let Some(date) = self.heading_dates[at] {
                return Some(&self.found.dates[date]);
            }
            heading = self.document.headings[at].parent;
        }
        None
    }

    /// The date to count from, at least as fine as `needed`: the last of the sentence, else the one that the telling has
    /// come to, else the last.
    fn anchor(
        &self,
        index: usize,
        end: &End,
        needed: Precision,
        relative: Relative,
    ) -> Option<&Dated> {
        let fine = |date: &&Dated| date.when.end().precision() >= needed;
        let block = &self.document.blocks[index];
        let start = sentence_start(block, end.tokens.start);
        let here = self.found.dates[self.block_start..]
            .iter()
            .rev()
            .take(NEAR)
            .find(fine);
        // "That year" is the one just named, whatever the telling is about.
        let points_back = matches!(relative, Relative::Same(_) | Relative::OfYear(0));
        if let Some(date) = here.filter(|date| date.tokens.start >= start || points_back) {
            return Some(date);
        }
        let front = || {
            self.narrative
                .front()
                .map(|date| &self.found.dates[date])
                .filter(fine)
        };
        if here.is_some() {
            return front().filter(|date| date.block == index).or(here);
        }
        let heading = block
            .heading
            .and_then(|heading| self.heading_dates[heading])
            .map(|date| &self.found.dates[date])
            .filter(|date| date.when.end().precision() == Precision::Day);
        let before = || {
            self.found.dates[..self.block_start]
                .iter()
                .rev()
                .take(6)
                .find(fine)
        };
        // An aside in another bullet does not move the day that the heading states.
        if let Some(date) = heading {
            let counted =
                before().filter(|last| last.from == Basis::Relative && last.block > date.block);
            return counted.or(Some(date));
        }
        // "- Perry arrives on 8 July 1853" and, under it, "- comes back the next February"; or what stands beside it there.
        let over = block.parent.and_then(|parent| {
            let is_near = |last: &&Dated| {
                last.block == parent || self.document.blocks[last.block].parent == Some(parent)
            };
            before().filter(is_near)
        });
        // The years that a title spans are no part of the telling, once it has begun.
        let told = front().filter(|date| {
            self.document.blocks[date.block].kind != BlockKind::Heading
                || before().is_none_or(|last| last.block <= date.block)
        });
        over.or(told).or_else(before)
    }
}

/// Whether a date stands in brackets that are closed before token `at`.
fn is_closed_aside(block: &Block, date: &Dated, at: usize) -> bool {
    let is = |at: usize, mark: &str| block.tokens[at].of(&block.text.visible) == mark;
    let before = date.tokens.start.saturating_sub(12)..date.tokens.start;
    let opened = before.rev().find(|at| is(*at, "(") || is(*at, ")"));
    let after = date.tokens.end..at.min(date.tokens.end + 12);
    opened.is_some_and(|at| is(at, "(")) && after.into_iter().any(|at| is(at, ")"))
}

/// The one year that a date lies in.
fn one_year(date: &Dated) -> Option<i32> {
    let year = date.when.start().year()?;
    (date.when.end().year() == Some(year)).then_some(i32::from(year))
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
