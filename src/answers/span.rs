//! A date as a person asks for it: with its year, or a day or month of any year. Its code is EDTF, `--10-27` without a year.

use crate::library::Dates;
use crate::notes::dates::{MonthDay as Named, Query, parse_query};
use crate::notes::when::{Unit, When, month_name};

use super::Asker;

/// A month, and a day of it.
pub(super) type MonthDay = (u8, Option<u8>);

/// What a date may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// With its year.
    When(When),
    /// A day or month of any year, or from one to another.
    Yearless(MonthDay, Option<MonthDay>),
}

impl Asked {
    /// What a person typed, if it is a date.
    pub(super) fn read(text: &str, asker: &Asker) -> Option<Self> {
        if text.trim().eq_ignore_ascii_case("today") {
            let part = |number: i8| u8::try_from(number).ok();
            return Some(Self::Yearless(
                (part(asker.today.month())?, part(asker.today.day())),
                None,
            ));
        }
        Some(match parse_query(text, asker.order())? {
            Query::When(when) => Self::When(when),
            Query::Yearless(first, last) => {
                let parts = |of: Named| (of.month, of.day);
                Self::Yearless(parts(first), (last != first).then(|| parts(last)))
            }
        })
    }

    /// What a code says.
    pub(super) fn parse(code: &str) -> Option<Self> {
        let Some(rest) = code.strip_prefix("--") else {
            return code.parse().ok().map(Self::When);
        };
        let month_day = |text: &str| -> Option<MonthDay> {
            let (month, day) = match text.split_once('-') {
                Some((month, day)) => (month, Some(day)),
                None => (text, None),
            };
            let month = month
                .parse()
                .ok()
                .filter(|month| (1..=12).contains(month))?;
            let day = match day {
                Some(day) => Some(day.parse().ok().filter(|day| (1..=31).contains(day))?),
                None => None,
            };
            Some((month, day))
        };
        Some(match rest.split_once("/--") {
            Some((first, last)) => Self::Yearless(month_day(first)?, Some(month_day(last)?)),
            None => Self::Yearless(month_day(rest)?, None),
        })
    }

    /// Its code.
    pub(super) fn code(&self) -> String {
        let part = |(month, day): MonthDay| match day {
            Some(day) => format!("--{month:02}-{day:02}"),
            None => format!("--{month:02}"),
        };
        match self {
            Self::When(when) => when.to_string(),
            Self::Yearless(first, None) => part(*first),
            Self::Yearless(first, Some(last)) => format!("{}/{}", part(*first), part(*last)),
        }
    }

    /// The date, where it has its year.
    pub(super) fn when(&self) -> Option<When> {
        match self {
            Self::When(when) => Some(*when),
            Self::Yearless(..) => None,
        }
    }

    /// The years in which something is stated for it.
    pub(super) fn years(&self, dates: &Dates) -> Vec<i16> {
        match self {
            Self::When(_) => Vec::new(),
            Self::Yearless((month, day), None) => dates.years_of(*month, *day),
            Self::Yearless(first, Some(last)) => {
                let mut years: Vec<i16> = months(first.0, last.0)
                    .flat_map(|month| dates.years_of(month, None))
                    .filter(|year| {
                        self.in_year(*year)
                            .is_some_and(|span| dates.within(span).next().is_some())
                    })
                    .collect();
                years.sort_unstable();
                years.dedup();
                years
            }
        }
    }

    /// It, in a year.
    pub(super) fn in_year(&self, year: i16) -> Option<When> {
        let unit = |(month, day): MonthDay, year: i32| -> Option<Unit> {
            match day {
                Some(day) => When::day(year, month, day)?.unit(),
                None => When::month(year, month)?.unit(),
            }
        };
        let year = i32::from(year);
        match self {
            Self::When(when) => Some(*when),
            Self::Yearless(first, None) => unit(*first, year).map(When::from),
            Self::Yearless(first, Some(last)) => {
                // "December to January" ends in the next year.
                let next = i32::from(last < first);
                Some(When::range(unit(*first, year)?, unit(*last, year + next)?))
            }
        }
    }

    /// As a person says it.
    pub(super) fn words(&self) -> String {
        let part = |(month, day): MonthDay| match day {
            Some(day) => format!("{day} {}", month_name(month)),
            None => month_name(month).to_owned(),
        };
        match self {
            Self::When(when) => when.words(),
            Self::Yearless(first, None) => part(*first),
            Self::Yearless((month, Some(first)), Some((same, Some(last)))) if month == same => {
                format!("{first}–{last} {}", month_name(*month))
            }
            Self::Yearless(first, Some(last)) => format!("{} to {}", part(*first), part(*last)),
        }
    }
}

/// The months from one to another, over the turn of the year.
fn months(first: u8, last: u8) -> impl Iterator<Item = u8> {
    let last = if last < first { last + 12 } else { last };
    (first..=last).map(|month| (month - 1) % 12 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_comes_back_from_its_code() {
        for code in [
            "1962-10-27",
            "--10-27",
            "--10",
            "--10-16/--10-28",
            "-0043",
            "1962-10-16/1962-10-28",
        ] {
            let asked = Asked::parse(code).unwrap();
            assert_eq!(asked.code(), code);
        }
        for code in ["--", "--13", "--10-32", "--10-", "x", "", "--10/10"] {
            assert_eq!(Asked::parse(code), None, "{code}");
        }
    }

    #[test]
    fn a_run_over_the_turn_of_the_year_ends_in_the_next() {
        let asked = Asked::parse("--12-20/--01-05").unwrap();
        assert_eq!(
            asked.in_year(1989).unwrap().to_string(),
            "1989-12-20/1990-01-05"
        );
        assert_eq!(asked.words(), "20 December to 5 January");
        assert_eq!(months(11, 2).collect::<Vec<_>>(), [11, 12, 1, 2]);
    }
}
