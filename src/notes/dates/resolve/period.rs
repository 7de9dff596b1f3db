//! The few years that a section or a list is about: "*Oct 1536 - Feb 1537, Lincs*", "What were the steps in 1533–34?"

use super::context::Context;
use super::dated::Dated;
use super::place::NEAR;
use super::units::in_year;
use crate::notes::dates::partial::Partial;
use crate::notes::markdown::BlockKind;

/// Years of a period in which a month is looked for, at most.
const LONGEST: i32 = 2;

/// The first and the last year of a few.
fn years(date: &Dated) -> Option<(i32, i32)> {
    let first = i32::from(date.when.start().year()?);
    let last = i32::from(date.when.end().year()?);
    (first < last && last - first < LONGEST).then_some((first, last))
}

impl Context<'_> {
    /// The one year that a date lies in within the period that the first line of its section states, or of one around it, and
    /// the line of that.
    pub(super) fn year_of_section(&self, index: usize, partial: &Partial) -> Option<(i32, u32)> {
        let mut heading = self.document.blocks[index].heading;
        while let Some(at) = heading {
            let own = &self.document.headings[at];
            let date = self.leads.get(own.block + 1).copied().flatten();
            if let Some(date) = date.map(|date| &self.found.dates[date])
                && let Some((first, last)) = years(date)
            {
                let (start, end) = (date.when.start().first(), date.when.end().last());
                let mut fits = (first..=last).filter(|year| {
                    in_year(partial, *year)
                        .is_some_and(|unit| unit.last() >= start && unit.first() <= end)
                });
                if let (Some(year), None) = (fits.next(), fits.next()) {
                    return Some((year, self.source_line(date)));
                }
            }
            heading = own.parent;
        }
        None
    }

    /// The first of the few years that the line over a list names, and that line: a list begins where they begin.
    pub(super) fn first_year_over(&self, index: usize) -> Option<(i32, u32)> {
        let blocks = &self.document.blocks;
        let block = &blocks[index];
        if block.kind != BlockKind::Item || block.depth > 1 {
            return None;
        }
        let above = (index.saturating_sub(NEAR)..index)
            .rev()
            .find(|other| blocks[*other].kind != BlockKind::Item)?;
        let is_lead =
            blocks[above].kind == BlockKind::Paragraph && blocks[above].heading == block.heading;
        let [date] = self
            .found
            .dates
            .get(self.found.of_block.get(above)?.clone())?
        else {
            return None;
        };
        let (first, _) = years(date).filter(|_| is_lead)?;
        Some((first, self.source_line(date)))
    }
}
