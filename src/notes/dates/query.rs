//! What a person types after `/event`: `27-october`, `27 October 1962`, `Oct 27`, `27/10/62`, `1960s`, `44 BC`,
//! `16-28 october`.

mod typed;

use crate::notes::when::When;
pub use typed::{no_such_day, parse_query};

/// A day or month of no particular year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31; `None` for the whole month.
    pub day: Option<u8>,
}

/// A date that a person asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Query {
    /// A date with its year.
    When(When),
    /// A day, a month or a range of those, of any year; one day is both ends.
    Yearless(MonthDay, MonthDay),
}

impl Query {
    /// Whether `when` is what the person asks for: a date that shares a day with the one asked for and is no coarser,
    /// or, without a year, a day or month (or a range of such, of less than a year) that falls into it.
    #[must_use]
    pub fn matches(&self, when: When) -> bool {
        match *self {
            Self::When(asked) => asked.overlaps(when) && when.precision() >= asked.precision(),
            Self::Yearless(from, to) => yearless_matches(from, to, when),
        }
    }
}

/// Whether a dated month or day, or a range of those, falls into the days from `from` to `to` of any year.
fn yearless_matches(from: MonthDay, to: MonthDay, when: When) -> bool {
    let (start, end) = (when.start(), when.end());
    let (Some(first_month), Some(last_month)) = (start.month(), end.month()) else {
        return false;
    };
    // A month is no answer to a day.
    if from.day.is_some() && (start.day().is_none() || end.day().is_none()) {
        return false;
    }
    if (when.latest() - when.earliest()).get_days() > 366 {
        return false;
    }
    let first = (first_month, start.day().unwrap_or(1));
    let last = (last_month, end.day().unwrap_or(31));
    let asked = (
        (from.month, from.day.unwrap_or(1)),
        (to.month, to.day.unwrap_or(31)),
    );
    let overlap = |one: ((u8, u8), (u8, u8)), other: ((u8, u8), (u8, u8))| {
        one.0 <= other.1 && other.0 <= one.1
    };
    let whole = ((1, 1), (12, 31));
    let parts = |range: ((u8, u8), (u8, u8))| {
        if range.0 <= range.1 {
            [range, range]
        } else {
            [(range.0, whole.1), (whole.0, range.1)]
        }
    };
    parts((first, last))
        .into_iter()
        .any(|one| parts(asked).into_iter().any(|other| overlap(one, other)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::dates::Order;

    #[track_caller]
    fn check(table: &[(&str, &str)]) {
        let read = |text: &str| match parse_query(text, Order::DayFirst) {
            Some(Query::When(when)) => when.to_string(),
            Some(Query::Yearless(from, to)) => {
                let one = |at: MonthDay| match at.day {
                    Some(day) => format!("{:02}-{day:02}", at.month),
                    None => format!("{:02}", at.month),
                };
                if from == to {
                    one(from)
                } else {
                    format!("{}/{}", one(from), one(to))
                }
            }
            None => "-".to_owned(),
        };
        let wrong: Vec<_> = table
            .iter()
            .map(|(text, expected)| (*text, (*expected).to_owned(), read(text)))
            .filter(|(_, expected, read)| expected != read)
            .collect();
        assert!(wrong.is_empty(), "(typed, expected, read): {wrong:#?}");
    }

    #[test]
    fn what_people_type_is_a_date_with_or_without_its_year() {
        check(&[
            ("27-october", "10-27"),
            ("27 October 1962", "1962-10-27"),
            ("27 october 1962", "1962-10-27"),
            ("27-october-1962", "1962-10-27"),
            ("27_oct_1962", "1962-10-27"),
            ("Oct 27", "10-27"),
            ("oct. 27", "10-27"),
            ("october 27th", "10-27"),
            ("27th october", "10-27"),
            ("27th of october", "10-27"),
            ("the 27th of October", "10-27"),
            ("27/10/62", "1962-10-27"),
            ("27/10/1962", "1962-10-27"),
            ("27.10.1962", "1962-10-27"),
            ("1962-10-27", "1962-10-27"),
            ("october 1962", "1962-10"),
            ("Oct 1962", "1962-10"),
            ("1962-10", "1962-10"),
            ("october", "10"),
            ("may", "05"),
            ("march", "03"),
            ("may 1968", "1968-05"),
            ("8 may", "05-08"),
            ("1962", "1962"),
            ("in 1962", "1962"),
            ("1500", "1500"),
            ("476", "0476"),
            ("1960s", "196X"),
            ("the 1960s", "196X"),
            ("60s", "196X"),
            ("1914-18", "1914/1918"),
            ("1914-1918", "1914/1918"),
            ("from 1933 to 1945", "1933/1945"),
            ("44 BC", "-0043"),
            ("44bc", "-0043"),
            ("44 bce", "-0043"),
            ("15 march 44 bc", "-0043-03-15"),
            ("AD 14", "0014"),
            ("ad 14", "0014"),
            ("5th century BC", "-04XX"),
            ("19th century", "18XX"),
            ("nineteenth century", "18XX"),
            ("16-28 october", "10-16/10-28"),
            ("16 - 28 October 1962", "1962-10-16/1962-10-28"),
            ("summer 1943", "1943-22"),
            ("c. 1450", "1450~"),
        ]);
    }

    #[test]
    fn what_is_no_date_is_left_to_the_search() {
        check(&[
            ("bay of pigs", "-"),
            ("", "-"),
            ("kennedy", "-"),
            ("october revolution", "-"),
            ("kennedy 1962", "-"),
            ("31 june", "-"),
            ("5000", "-"),
            ("two days later", "-"),
            ("act of 1832", "-"),
        ]);
    }

    #[test]
    fn a_day_that_no_calendar_has_is_told_from_words() {
        let said = |text: &str| no_such_day(text, Order::DayFirst).map(|at| (at.day, at.month));
        assert_eq!(said("31 june"), Some((Some(31), 6)));
        assert_eq!(said("the 31st of june 1962"), Some((Some(31), 6)));
        assert_eq!(said("31/6/62"), Some((Some(31), 6)));
        assert_eq!(said("29 feb 1963"), Some((Some(29), 2)));
        for other in [
            "29 feb 1964",
            "29 feb",
            "june",
            "31 june kennedy",
            "kennedy",
            "32 june",
            "",
        ] {
            assert_eq!(said(other), None, "{other}");
        }
    }

    #[test]
    fn a_date_answers_a_question_that_it_falls_into() {
        let asked = |text: &str| parse_query(text, Order::DayFirst).expect("a date");
        let when = |text: &str| text.parse::<When>().expect("EDTF");
        assert!(asked("27-october").matches(when("1962-10-27")));
        assert!(asked("27-october").matches(when("1962-10-16/1962-10-28")));
        assert!(!asked("27-october").matches(when("1962-10")));
        assert!(!asked("27-october").matches(when("1962")));
        assert!(asked("october").matches(when("1962-10-27")));
        assert!(asked("january").matches(when("1948-12-30/1949-01-02")));
        assert!(asked("1962").matches(when("1962-10-27")));
        assert!(!asked("1962").matches(when("196X")));
        assert!(asked("1960s").matches(when("1962")));
        assert!(asked("16-28 october").matches(when("1962-10-20")));
    }
}
