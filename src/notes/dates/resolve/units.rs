//! From a partial date with its year to a unit of the calendar.

use crate::notes::dates::partial::{Partial, Scale};
use crate::notes::dates::words::Era;
use crate::notes::when::{Unit, When};

/// The unit that `partial` names in `year` (astronomical); `None` where the calendar has no such day.
pub(in crate::notes::dates) fn in_year(partial: &Partial, year: i32) -> Option<Unit> {
    let when = match (partial.season, partial.month, partial.day) {
        (_, Some(month), Some(day)) => When::day(year, month, day),
        (_, Some(month), None) => When::month(year, month),
        (Some(season), ..) => {
            return i16::try_from(year)
                .ok()
                .map(|year| Unit::Season(year, season));
        }
        _ => When::year(year),
    };
    when?.unit()
}

/// A year as people count it, as an astronomical one.
pub(super) fn astronomical(year: u16, era: Option<Era>) -> i32 {
    match era {
        Some(Era::Before) => 1 - i32::from(year),
        _ => i32::from(year),
    }
}

/// The unit, where its own words name the century, decade or year.
pub(in crate::notes::dates) fn stated(partial: &Partial) -> Option<Unit> {
    let before = partial.era == Some(Era::Before);
    match partial.scale? {
        Scale::Century(number) => {
            let number = i16::try_from(number).ok()?;
            Some(Unit::Century(if before { -number } else { number }))
        }
        Scale::Decade(tens) => {
            let tens = i16::try_from(tens).ok()?;
            Some(Unit::Decade(if before { -tens - 1 } else { tens }))
        }
        Scale::Year(year) => in_year(partial, astronomical(year, partial.era)),
        Scale::ShortYear(_) | Scale::ShortDecade(_) => None,
    }
}

/// The year of a unit as a number to count from, and of a decade or century its first.
pub(super) fn year_of(unit: Unit) -> i32 {
    i32::from(unit.year().unwrap_or_else(|| unit.first().year()))
}
