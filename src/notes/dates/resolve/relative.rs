//! "Two days later", "the following spring": counted from the date that the narrative has come to.

use jiff::ToSpan;

use super::units::{in_year, year_of};
use crate::notes::dates::partial::{Partial, Relative};
use crate::notes::dates::words::Span;
use crate::notes::when::{Season, Unit};

/// The unit that `relative` means, seen from `anchor`; `None` where the anchor is too coarse to count from.
pub(super) fn from_anchor(relative: Relative, partial: &Partial, anchor: Unit) -> Option<Unit> {
    match relative {
        Relative::Same(span) => same(span, anchor),
        Relative::Steps(steps, span) | Relative::FromName(steps, span) => step(steps, span, anchor),
        Relative::Nearest(way) => nearest(way, partial, anchor),
        Relative::OfYear(steps) => {
            anchor.year()?;
            in_year(partial, year_of(anchor) + i32::from(steps))
        }
        Relative::SameMonth => {
            let month = Partial {
                month: anchor.month(),
                ..*partial
            };
            month.month?;
            in_year(&month, year_of(anchor))
        }
        Relative::EndOfMonth => same(Span::Month, anchor).map(|month| Unit::Day(month.last())),
        // Placed by the heading above.
        Relative::MonthAbove => None,
        Relative::TurnOfCentury => {
            let year = year_of(anchor);
            let turn = (year + 50).div_euclid(100) * 100;
            in_year(&Partial::default(), turn).filter(|_| year > 0)
        }
    }
}

fn same(span: Span, anchor: Unit) -> Option<Unit> {
    let year = i16::try_from(year_of(anchor)).ok()?;
    match span {
        Span::Day | Span::Week => anchor.day().map(|_| anchor),
        Span::Month => anchor.month().map(|month| Unit::Month(year, month)),
        Span::Year => anchor.year().map(Unit::Year),
        Span::Decade => Some(decade(year)),
        Span::Century => Some(century(year)),
        Span::Moment => None,
    }
}

fn decade(year: i16) -> Unit {
    if year > 0 {
        return Unit::Decade(year / 10);
    }
    Unit::Decade(-((1 - year) / 10) - 1)
}

fn century(year: i16) -> Unit {
    if year > 0 {
        return Unit::Century(year / 100 + 1);
    }
    Unit::Century(-((-year) / 100) - 1)
}

fn step(steps: i16, span: Span, anchor: Unit) -> Option<Unit> {
    let year = i16::try_from(year_of(anchor)).ok()?;
    match span {
        Span::Day => day_steps(i64::from(steps), anchor),
        Span::Week => day_steps(i64::from(steps) * 7, anchor),
        Span::Month => {
            let months = i32::from(year) * 12 + i32::from(anchor.month()?) - 1 + i32::from(steps);
            let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
            Some(Unit::Month(
                i16::try_from(months.div_euclid(12)).ok()?,
                month,
            ))
        }
        Span::Year => {
            anchor.year()?;
            in_year(&Partial::default(), i32::from(year) + i32::from(steps))
        }
        Span::Decade => Some(decade(year.checked_add(steps.checked_mul(10)?)?)),
        Span::Century => Some(century(year.checked_add(steps.checked_mul(100)?)?)),
        Span::Moment => None,
    }
}

fn day_steps(days: i64, anchor: Unit) -> Option<Unit> {
    let Unit::Day(day) = anchor else { return None };
    day.checked_add(days.days()).ok().map(Unit::Day)
}

/// The first such month or season after (or before) the anchor.
fn nearest(way: i8, partial: &Partial, anchor: Unit) -> Option<Unit> {
    let year = year_of(anchor);
    let here = anchor.first().month();
    let wanted = match (partial.month, partial.season) {
        (Some(month), _) => i8::try_from(month).ok()?,
        (_, Some(Season::Spring)) => 3,
        (_, Some(Season::Summer)) => 6,
        (_, Some(Season::Autumn)) => 9,
        (_, Some(Season::Winter)) => 12,
        _ => return None,
    };
    let coarse = anchor.month().is_none() && !matches!(anchor, Unit::Season(..));
    let year = match way {
        1 if coarse || wanted <= here => year + 1,
        -1 if coarse || wanted >= here => year - 1,
        _ => year,
    };
    in_year(partial, year)
}
