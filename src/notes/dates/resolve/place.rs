//! One end of an expression, put on the calendar with the help of what is around it.

use super::context::Context;
use super::units::{astronomical, in_year, stated, year_of};
use super::{Dated, relative, sentence_start};
use crate::notes::dates::partial::{End, Partial, Relative, Scale};
use crate::notes::dates::words::{Era, Span};
use crate::notes::facts::Basis;
use crate::notes::markdown::BlockKind;
use crate::notes::when::{Precision, Season, Unit};

/// How many dates or headings back are looked at: what is further away says nothing of a date here.
const NEAR: usize = 64;

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
            return self.place_weak(index, partial);
        }
        match partial.scale {
            Some(Scale::ShortYear(year)) => self.place_short(index, partial, i32::from(year)),
            Some(Scale::ShortDecade(tens)) => {
                self.place_short(index, partial, i32::from(tens) * 10)
            }
            Some(_) => {
                let unit = stated(partial)?;
                Some(Placed {
                    unit,
                    from: Basis::Stated,
                    line: None,
                    about: false,
                })
            }
            None => self.place_yearless(index, partial),
        }
    }

    fn place_yearless(&self, index: usize, partial: &Partial) -> Option<Placed> {
        let (year, line) = self.year_for(index, partial)?;
        // 29 February of a year that has none stays undated.
        let unit = in_year(partial, year)?;
        Some(Placed {
            unit,
            from: Basis::Context,
            line: Some(line),
            about: false,
        })
    }

    /// The year of a date that states none, and the line that says so.
    fn year_for(&self, index: usize, partial: &Partial) -> Option<(i32, u32)> {
        let block = &self.document.blocks[index];
        // Earlier in the same line.
        let here = &self.found.dates[self.block_start..];
        if let Some(date) = here
            .iter()
            .rev()
            .take(NEAR)
            .find(|date| date.when.end().year().is_some())
        {
            if block.kind == BlockKind::Paragraph {
                return self.narrative_year(index, partial);
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
            .or_else(|| self.narrative_year(index, partial))
            .or(self.only_year)
    }

    /// The year of the nearest enclosing heading that states one.
    fn heading_year(&self, index: usize) -> Option<(i32, &Dated)> {
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
    fn narrative_year(&self, index: usize, partial: &Partial) -> Option<(i32, u32)> {
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
        let month = partial
            .month
            .or_else(|| partial.season.map(Season::first_month));
        let (year, date) = self.narrative.year_of(month, fits)?;
        Some((year, self.source_line(&self.found.dates[date])))
    }

    fn place_relative(&self, index: usize, end: &End, relative: Relative) -> Option<Placed> {
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
        let points_back = matches!(relative, Relative::Same(_) | Relative::SameYear);
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
        front().or_else(before)
    }

    /// "Killed in 121": a year only where the note is about such years.
    fn place_weak(&self, index: usize, partial: &Partial) -> Option<Placed> {
        let Some(Scale::Year(value)) = partial.scale else {
            return None;
        };
        let here = self.found.dates[self.block_start..]
            .iter()
            .rev()
            .take(NEAR)
            .find(|date| date.when.end().year().is_some());
        let (era, line) = match here {
            _ if partial.bare => self.bare_era(index, value)?,
            Some(date) => (ancient(date, value)?, self.line(date)),
            // "Dies in 54": only beside years as near.
            None if value < 100 => self.bare_era(index, value)?,
            None => self.weak_era(index, value)?,
        };
        let unit = in_year(partial, astronomical(value, Some(era)))?;
        Some(Placed {
            unit,
            from: Basis::Context,
            line: Some(line),
            about: false,
        })
    }

    /// The era that the headings, the title or the narrative give to a bare short year.
    fn weak_era(&self, index: usize, value: u16) -> Option<(Era, u32)> {
        if let Some(date) = self.dated_heading(index)
            && let Some(era) = ancient(date, value)
        {
            return Some((era, self.line(date)));
        }
        if let Some(era) = self.note_era {
            return Some((era, 1));
        }
        let date = self.found.dates[..self.block_start]
            .iter()
            .rev()
            .take(NEAR)
            .find(|date| date.when.end().year().is_some())?;
        Some((ancient(date, value)?, self.line(date)))
    }

    /// The era of a number that nothing but its place shows to be a year: it must be near the years of its heading, or
    /// of a date in the same line or in the line before.
    fn bare_era(&self, index: usize, value: u16) -> Option<(Era, u32)> {
        let near = |date: &&Dated| {
            let era = ancient(date, value);
            let year = astronomical(value, era);
            let (from, to) = (year_of(date.when.start()), year_of(date.when.end()));
            era.is_some() && from - 60 <= year && year <= to + 60
        };
        let last = self
            .found
            .dates
            .last()
            .filter(|date| date.block + 1 >= index);
        let date = self
            .dated_heading(index)
            .filter(near)
            .or_else(|| last.filter(near))?;
        Some((ancient(date, value)?, self.line(date)))
    }

    /// The date of the nearest enclosing heading that states a year or years.
    fn dated_heading(&self, index: usize) -> Option<&Dated> {
        let mut heading = self.document.blocks[index].heading;
        while let Some(at) = heading {
            let date = self.heading_dates[at].map(|date| &self.found.dates[date]);
            if let Some(date) = date.filter(|date| date.when.end().year().is_some()) {
                return Some(date);
            }
            heading = self.document.headings[at].parent;
        }
        None
    }

    /// `'89`, "the sixties": in the century that comes nearest to the narrative, else the 20th.
    fn place_short(&self, index: usize, partial: &Partial, short: i32) -> Option<Placed> {
        let near = self
            .found
            .dates
            .iter()
            .rev()
            .take(6)
            .find(|date| date.own_year && date.when.end().year().is_some())
            .map(|date| (year_of(date.when.end()), self.line(date)))
            .or_else(|| {
                self.heading_year(index)
                    .map(|(year, date)| (year, self.line(date)))
            })
            .or(self.note_year);
        let (year, line) = near.map_or((1950, None), |(year, line)| (year, Some(line)));
        let century = (year - short + 50).div_euclid(100) * 100;
        let full = century + short;
        let unit = match partial.scale {
            Some(Scale::ShortDecade(_)) if year > 0 => Unit::Decade(i16::try_from(full / 10).ok()?),
            // "The 70s" in a note on the Roman republic.
            Some(Scale::ShortDecade(tens)) => Unit::Decade(-i16::from(tens) - 1),
            _ => in_year(partial, full).filter(|_| full > 0)?,
        };
        let from = if line.is_some() {
            Basis::Context
        } else {
            Basis::Stated
        };
        Some(Placed {
            unit,
            from,
            line,
            about: false,
        })
    }
}

/// The one year that a date lies in.
fn one_year(date: &Dated) -> Option<i32> {
    let year = date.when.start().year()?;
    (date.when.end().year() == Some(year)).then_some(i32::from(year))
}

/// The era of a date with a year before 1000, where a short year may be of the same times.
fn ancient(date: &Dated, value: u16) -> Option<Era> {
    let year = year_of(date.when.end());
    let near = |other: i32| (other - i32::from(value)).abs() <= 400;
    match year {
        ..=0 if near(1 - year) => Some(Era::Before),
        1..1000 if near(year) => Some(Era::After),
        _ => None,
    }
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
