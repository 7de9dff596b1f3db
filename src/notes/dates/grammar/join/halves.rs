//! What two halves lend each other, and whether they make a range.

use crate::notes::dates::partial::{End, Partial, Scale};
use crate::notes::dates::words::Era;

/// Gives each half what only the other one says.
pub(super) fn lend(first: &mut Partial, last: &mut Partial) {
    let own = *first;
    first.fill_from(last);
    // "31 BC to AD 14", "September 1914 to August": a year goes forward to a month, never to another year.
    if last.scale.is_none() {
        last.scale = own
            .scale
            .filter(|scale| matches!(scale, Scale::Year(_) | Scale::ShortYear(_)));
        last.era = last.era.or(own.era);
    }
    // "the 1850s and 60s"
    if let (Some(Scale::Decade(one)), Some(Scale::ShortDecade(tens))) = (own.scale, last.scale)
        && own.era != Some(Era::Before)
        && u16::from(tens) > one % 10
    {
        last.scale = Some(Scale::Decade(one / 10 * 10 + u16::from(tens)));
    }
    if matches!(own.scale, Some(Scale::Year(_))) && last.weak {
        last.era = last.era.or(own.era);
    }
    if first.weak && first.era.is_some() {
        first.weak = false;
    }
    if last.weak && last.era.is_some() {
        last.weak = false;
    }
}

/// Where a half that borrowed its year would run backwards, it is in the year before or after: "November to January
/// 1943", "December 1941 to March".
pub(super) fn turn_the_year(first: &mut Partial, last: &mut Partial, borrowed: (bool, bool)) {
    let (Some(Scale::Year(one)), Some(Scale::Year(other))) = (first.scale, last.scale) else {
        return;
    };
    let (Some(month), Some(later)) = (first.month, last.month) else {
        return;
    };
    let day = |partial: &Partial| partial.day.unwrap_or(1);
    if one != other || first.era.is_some() || (month, day(first)) <= (later, day(last)) {
        return;
    }
    if borrowed.0 {
        first.scale = Some(Scale::Year(one - 1));
    } else if borrowed.1 {
        last.scale = Some(Scale::Year(other + 1));
    }
}

/// Whether two halves make a range: alike in kind, or each with its own year, and not backwards.
pub(super) fn is_forward(first: &End, last: &End) -> bool {
    let (one, other) = (&first.partial, &last.partial);
    if last.relative.is_some() && first.relative.is_none() {
        return false;
    }
    let kind = |partial: &Partial| {
        (
            partial.month.is_some(),
            partial.day.is_some(),
            partial.season.is_some(),
        )
    };
    let years = match (one.scale, other.scale) {
        (Some(Scale::Year(one_year)), Some(Scale::Year(other_year))) => {
            match (one.era, other.era) {
                (None | Some(Era::After), None) => one_year <= other_year || one.weak && other.weak,
                _ => true,
            }
        }
        _ => true,
    };
    years
        && (kind(one) == kind(other)
            || other.scale.is_some() && other.month.is_none() && one.scale.is_some())
        || years && one.scale.is_some() && other.scale.is_some()
}

/// "The 1850s and 1860s", "15 and 16 April", "March and April 1918": one after the other.
pub(super) fn are_neighbours(first: &Partial, last: &Partial) -> bool {
    let step = match (first.scale, last.scale) {
        (Some(Scale::Century(one)), Some(Scale::Century(other)))
        | (Some(Scale::Decade(one)), Some(Scale::Decade(other))) => one.abs_diff(other) == 1,
        (Some(Scale::ShortDecade(one)), Some(Scale::ShortDecade(other))) => one + 1 == other,
        (Some(Scale::Year(one)), Some(Scale::Year(other)))
            if first.month.is_none() && last.month.is_none() =>
        {
            one.abs_diff(other) == 1 && first.season == last.season
        }
        _ => false,
    };
    let same_year = first.scale == last.scale && first.season.is_none();
    let months = same_year
        && match (first.month, last.month, first.day, last.day) {
            (Some(one), Some(other), None, None) => one + 1 == other,
            (Some(one), Some(other), Some(day), Some(next)) => one == other && day + 1 == next,
            _ => false,
        };
    step || months
}

/// "Dec 209 or Jan 208 BC": one month and the next, on either side of a year's end.
pub(super) fn are_months_on_end(first: &Partial, last: &Partial) -> bool {
    let (Some(Scale::Year(one)), Some(Scale::Year(other))) = (first.scale, last.scale) else {
        return false;
    };
    let before = last.era == Some(Era::Before);
    let next = if before {
        other + 1 == one
    } else {
        one + 1 == other
    };
    let no_day = first.day.is_none() && last.day.is_none();
    next && no_day && first.era == last.era && (first.month, last.month) == (Some(12), Some(1))
}

/// Years from the first to the second of a range that counts down, at most.
const LONGEST: u16 = 1000;

/// Whether two years make a range that can only be before Christ.
pub(super) fn counts_down(first: &End, last: &End) -> bool {
    let years = first.partial.falls_to(&last.partial);
    years.is_some_and(|years| years <= LONGEST)
}
