//! A stand-in for the date reader's own reading of a query.

use crate::notes::dates::Order;
use crate::notes::when::When;

/// What a person typed as a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Query {
    /// With its year.
    When(When),
    /// A day or month of any year, or from one to another.
    Yearless {
        first: (u8, Option<u8>),
        last: Option<(u8, Option<u8>)>,
    },
}

pub(super) fn parse_query(text: &str, _order: Order) -> Option<Query> {
    let text = text.to_lowercase().replace(['-', '/', ','], " ");
    let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let (mut day, mut to, mut month, mut year) = (None, None, None, None);
    for word in text.split_whitespace() {
        if let Ok(number) = word.trim_end_matches("th").parse::<i32>() {
            match number {
                1..=31 if day.is_none() => day = u8::try_from(number).ok(),
                1..=31 => to = u8::try_from(number).ok(),
                _ => year = Some(number),
            }
        } else if let Some(at) = months.iter().position(|month| word.starts_with(month)) {
            month = u8::try_from(at + 1).ok();
        } else if let Some(tens) = word.strip_suffix("0s") {
            return format!("{tens}X").parse().ok().map(Query::When);
        } else {
            return None;
        }
    }
    match (day, to, month, year) {
        (Some(first), Some(last), Some(month), Some(year)) => Some(Query::When(When::range(
            When::day(year, month, first)?.unit()?,
            When::day(year, month, last)?.unit()?,
        ))),
        (Some(day), None, Some(month), Some(year)) => When::day(year, month, day).map(Query::When),
        (None, None, Some(month), Some(year)) => When::month(year, month).map(Query::When),
        (None, None, None, Some(year)) => When::year(year).map(Query::When),
        (first, last, Some(month), None) => Some(Query::Yearless {
            first: (month, first),
            last: last.map(|last| (month, Some(last))),
        }),
        _ => None,
    }
}
