//! Years and decades that leave out their century: `'89`, "the sixties".

use super::context::Context;
use super::place::Placed;
use super::units::{in_year, year_of};
use crate::notes::dates::partial::{Partial, Scale};
use crate::notes::facts::Basis;
use crate::notes::when::Unit;

impl Context<'_> {
    /// `'89`, "the sixties": in the century that comes nearest to the narrative, else the 20th.
    pub(super) fn place_short(
        &self,
        index: usize,
        partial: &Partial,
        short: i32,
    ) -> Option<Placed> {
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
            .or(self.note_year)
            // "31/10/17", some lines above "Worms, 1521"
            .or_else(|| self.habit?.full);
        if let Some(note) = self.note_era.filter(|note| note.is_before())
            && let Some(Scale::ShortYear(short)) = partial.scale
        {
            return Some(Placed {
                unit: in_year(partial, 1 - i32::from(short))?,
                from: Basis::Context,
                line: Some(note.line),
                about: false,
            });
        }
        let (year, line) = near.map_or((1950, None), |(year, line)| (year, Some(line)));
        let century = (year - short + 50).div_euclid(100) * 100;
        let full = century + short;
        // No note tells of what is to come.
        let full = if full > LATEST { full - 100 } else { full };
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

/// Years after this one are not history yet.
const LATEST: i32 = 2035;
