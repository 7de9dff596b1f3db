//! One end of an expression, put on the calendar with the help of what is around it.

use super::context::Context;
use super::units::{in_year, stated};
use crate::notes::dates::partial::{End, Partial, Scale};
use crate::notes::facts::Basis;
use crate::notes::when::Unit;

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
            return self
                .place_weak(index, end)
                .or_else(|| self.place_named(index, end));
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
}
