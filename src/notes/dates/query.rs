//! What a person types after `/event`: `27-october`, `27 October 1962`, `Oct 27`, `27/10/62`, `1960s`, `44 BC`,
//! `16-28 october`.

use super::Order;
use super::grammar;
use super::line::Line;
use super::partial::{Expression, Partial, Scale};
use super::resolve::units;
use super::words::Word;
use crate::notes::keys::Keys;
use crate::notes::known;
use crate::notes::lex::{self, Kind};
use crate::notes::when::{Unit, When};
use crate::notes::word_key::words;

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

/// Reads what a person typed as a date; `None` if it is anything else, or more than a date.
///
/// ```
/// use clio::notes::dates::{Order, Query, parse_query};
/// let Some(Query::When(when)) = parse_query("27/10/62", Order::DayFirst) else { panic!() };
/// assert_eq!(when.to_string(), "1962-10-27");
/// assert_eq!(parse_query("bay of pigs", Order::DayFirst), None);
/// ```
#[must_use]
pub fn parse_query(text: &str, order: Order) -> Option<Query> {
    read(text, order, |found, line, text| {
        let Some(expression) = found else {
            return bare_month(line).or_else(|| short_year(text));
        };
        with_year(expression)
            .map(Query::When)
            .or_else(|| yearless(expression))
    })
}

/// Whether `text` has a digit or a word of dates, as all dates have: most names that are looked up have none.
fn may_be_date(text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_ascii_alphabetic());
    text.bytes().any(|byte| byte.is_ascii_digit())
        || words.any(|word| known::of(word.as_bytes()).date != 0)
}

/// The day that a person typed and that no calendar has: `31 june`, `29 february 1963`.
///
/// ```
/// use clio::notes::dates::{MonthDay, Order, no_such_day};
/// let june = MonthDay { month: 6, day: Some(31) };
/// assert_eq!(no_such_day("31-june", Order::DayFirst), Some(june));
/// assert_eq!(no_such_day("30-june", Order::DayFirst), None);
/// ```
#[must_use]
pub fn no_such_day(text: &str, order: Order) -> Option<MonthDay> {
    read(text, order, |found, _, _| {
        let expression = found?;
        let is_date = with_year(expression).is_some() || yearless(expression).is_some();
        let is_none = !is_date && expression.first.relative.is_none() && expression.last.is_none();
        let Partial { month, day, .. } = expression.first.partial;
        month
            .filter(|_| is_none && day.is_some())
            .map(|month| MonthDay { month, day })
    })
}

/// Reads what a person typed that is one expression of a date, or none that the grammar knows; `None` if it is more than that.
fn read<T>(
    text: &str,
    order: Order,
    make: impl FnOnce(Option<&Expression>, &Line<'_>, &str) -> Option<T>,
) -> Option<T> {
    if !may_be_date(text) {
        return None;
    }
    let text = respelled(text);
    let tokens = lex::tokens(&text);
    let keys = Keys::of_text(&text, &tokens);
    let mut words = Vec::new();
    let line = Line::new(&text, &tokens, (&keys, 0), &mut words, order);
    let mut found = Vec::new();
    grammar::find(&line, &mut found);
    let [expression] = found.as_slice() else {
        return make(None, &line, &text);
    };
    let used = expression.first.tokens.start..expression.end();
    let rest = |at: usize| !used.contains(&at);
    let alone = tokens.iter().enumerate().all(|(at, token)| {
        !rest(at)
            || token.kind == Kind::Punct
            || line.is(at, words!("on in from between the of year during when"))
    });
    if !alone {
        return None;
    }
    make(Some(expression), &line, &text)
}

/// The date of an expression that says its year.
fn with_year(expression: &Expression) -> Option<When> {
    let unit = |partial: &Partial| -> Option<Unit> {
        match partial.scale {
            Some(Scale::ShortYear(year)) => units::in_year(partial, 1900 + i32::from(year)),
            Some(Scale::ShortDecade(tens)) => Some(Unit::Decade(190 + i16::from(tens))),
            _ => units::stated(partial),
        }
    };
    if expression.first.relative.is_some() || expression.first.partial.impossible {
        return None;
    }
    let first = unit(&expression.first.partial)?;
    let when = match &expression.last {
        Some(last) => When::range(first, unit(&last.partial)?),
        None if expression.onwards => When::since(first),
        None => first.into(),
    };
    Some(if expression.first.partial.approximate {
        when.about()
    } else {
        when
    })
}

fn yearless(expression: &Expression) -> Option<Query> {
    let month_day = |partial: &Partial| {
        let plain = partial.scale.is_none() && !partial.impossible;
        partial.month.filter(|_| plain).map(|month| MonthDay {
            month,
            day: partial.day,
        })
    };
    if expression.first.relative.is_some() {
        return None;
    }
    let first = month_day(&expression.first.partial)?;
    let last = match &expression.last {
        Some(last) => month_day(&last.partial)?,
        None => first,
    };
    Some(Query::Yearless(first, last))
}

/// "may", "march", "sep": by itself a month, whatever else the word means.
fn bare_month(line: &Line<'_>) -> Option<Query> {
    let Word::Month(month, short) = line.word(0) else {
        return None;
    };
    let month = MonthDay { month, day: None };
    let alone = line.len() == 1 + usize::from(short && line.word(1) == Word::Dot);
    alone.then_some(Query::Yearless(month, month))
}

/// A bare year that no note would be read so: `476`, `44`.
fn short_year(text: &str) -> Option<Query> {
    let text = text.trim();
    let digits = (3..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = digits
        .then(|| text.parse().ok())
        .flatten()
        .filter(|year| (1..=2100).contains(year))?;
    When::year(year).map(Query::When)
}

/// `27-october` and `oct_27` as a note would spell them: spaces for hyphens beside letters, capitals for names.
fn respelled(text: &str) -> String {
    let letters: Vec<char> = text.trim().chars().collect();
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| letters.get(at))
            .is_some_and(|letter| letter.is_alphabetic())
    };
    let spaced: String = letters
        .iter()
        .enumerate()
        .map(|(at, letter)| match letter {
            '-' | '_' if is_letter(at.checked_sub(1)) || is_letter(Some(at + 1)) => ' ',
            letter => *letter,
        })
        .collect();
    let words = spaced.split_whitespace().map(|word| {
        let mut letters = word.chars();
        match letters.next() {
            _ if ["ad", "bc", "bce", "ce"].contains(&word) => word.to_uppercase(),
            Some(first) if word.len() > 2 && first.is_alphabetic() => {
                first.to_uppercase().chain(letters).collect()
            }
            _ => word.to_owned(),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

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
