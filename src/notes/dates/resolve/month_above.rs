//! Days whose month stands above: `7: surrender` under `### May`, `### 3rd` after `### 2 August`.

use super::context::Context;
use super::dated::Dated;
use super::place::{NEAR, Placed};
use super::units::in_year;
use crate::notes::dates::partial::Partial;
use crate::notes::facts::Basis;
use crate::notes::markdown::BlockKind;
use crate::notes::when::Unit;

impl Context<'_> {
    /// `7: surrender` under `### May`. A bare "31 Johnson speaks" only in a note that marks other days.
    pub(super) fn place_in_month_above(&self, index: usize, partial: &Partial) -> Option<Placed> {
        if partial.weak && !self.lists_days {
            return None;
        }
        // "Freedom Rides (May 1961): a bus is burnt on 14th"
        let here = self.found.dates[self.block_start..].iter().rev().take(NEAR);
        let mut here = here.filter(|date| date.when.end().month().is_some());
        let above = here.next().or_else(|| self.dated_above(index));
        let month_of = |date: &Dated| match date.when.end() {
            Unit::Month(year, month) => Some((year, month)),
            Unit::Day(day) if date.block == index => Some((day.year(), day.month().unsigned_abs())),
            _ => None,
        };
        let (above, (year, month)) = above
            .and_then(|above| Some((above, month_of(above)?)))
            .or_else(|| self.day_before(index, partial))?;
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

    /// The day that opens the block before, or one further up of the same list, table or section, and its year and month:
    /// "2 Feb, Mortimer's Cross", "17th: St Albans"; "### 2 August", "### 3rd".
    fn day_before(&self, index: usize, partial: &Partial) -> Option<(&Dated, (i16, u8))> {
        let blocks = &self.document.blocks;
        let block = &blocks[index];
        let alike = |other: usize| {
            let other = &blocks[other];
            other.kind == block.kind
                && other.depth == block.depth
                && other.parent == block.parent
                && other.heading == block.heading
        };
        let date = if block.kind == BlockKind::Heading {
            self.heading_before(index)?
        } else {
            let mut before = (index.saturating_sub(NEAR)..index).rev();
            let date = before.find_map(|other| self.leads[other].filter(|_| alike(other)))?;
            &self.found.dates[date]
        };
        let Unit::Day(day) = date.when.end() else {
            return None;
        };
        let later = partial
            .day
            .is_some_and(|own| i8::try_from(own).is_ok_and(|own| own > day.day()));
        later.then_some((date, (day.year(), day.month().unsigned_abs())))
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
            // "- Black Week Dec 1899" over "- 10: Stormberg"
            if let [only] = &self.found.dates[self.found.of_block[above].clone()]
                && matches!(only.when.unit(), Some(Unit::Month(..)))
            {
                return Some(only);
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
}
