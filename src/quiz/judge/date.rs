//! Whether a typed date is the one that was asked for, as a fair teacher compares them: by the parts that were asked.
//!
//! A finer date that lies in the one asked for is right (*27 October 1962* for *1962*). What the prompt tells need not be typed
//! (*27 October* where the prompt says 1962). What is true but leaves out something that was asked is [`Verdict::Almost`].

use super::Verdict;
use super::spelt;
use crate::notes::dates::{MonthDay, Order, Query, parse_query};
use crate::notes::when::{Extent, Unit, When, month_name};

/// A date that is accepted, and what the prompt tells of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    when: When,
    /// The prompt names its year.
    year_told: bool,
    /// The prompt names its month.
    month_told: bool,
    /// The prompt says BC.
    era_told: bool,
}

impl Asked {
    /// The dates among `answers`.
    pub(super) fn all(answers: &[String], prompt: &str) -> Vec<Self> {
        let words: Vec<String> = prompt
            .split(|letter: char| !letter.is_alphanumeric())
            .map(str::to_lowercase)
            .collect();
        let tells = |word: &str| words.iter().any(|told| told == word);
        let dates = answers
            .iter()
            .filter_map(|answer| answer.parse::<When>().ok());
        dates
            .map(|when| {
                let start = when.start();
                let year = start.first().year();
                let shown = if year > 0 { year } else { 1 - year };
                let month = start.month().map(|month| month_name(month).to_lowercase());
                Self {
                    when,
                    year_told: tells(&shown.to_string()),
                    month_told: month.is_some_and(|month| tells(&month)),
                    era_told: tells("bc") || tells("bce"),
                }
            })
            .collect()
    }

    /// Whether the prompt says already that it was in `given`, the year or the month.
    fn tells(&self, given: When) -> bool {
        match given.unit() {
            Some(Unit::Month(..)) => self.year_told && self.month_told,
            Some(Unit::Day(_) | Unit::Season(..)) | None => false,
            Some(Unit::Year(_) | Unit::Decade(_) | Unit::Century(_)) => self.year_told,
        }
    }
}

/// The best verdict that any of the accepted dates gives.
pub(super) fn verdict(all: &[Asked], typed: &str, order: Order) -> Verdict {
    let typed = spelt::as_date(typed);
    let other = match order {
        Order::DayFirst => Order::MonthFirst,
        Order::MonthFirst => Order::DayFirst,
    };
    // Who writes the month first where others write the day first, or the other way round, is not wrong. Words have one order only.
    let has_signs =
        typed.contains(|letter: char| !letter.is_alphanumeric() && !" ,".contains(letter));
    let mut readings: Vec<Query> = std::iter::once(order)
        .chain(has_signs.then_some(other))
        .filter_map(|order| parse_query(&typed, order))
        .chain(in_two_numbers(&typed))
        .collect();
    readings.dedup();
    let verdicts = all.iter().flat_map(|asked| {
        let read = readings.iter().map(|query| by_query(asked, query));
        read.chain([in_its_era(asked, &typed, order), by_number(asked, &typed)])
    });
    verdicts
        .min_by_key(|verdict| *verdict as u8)
        .unwrap_or(Verdict::Wrong)
}

fn by_query(asked: &Asked, query: &Query) -> Verdict {
    match *query {
        Query::When(given) => match by_date(asked.when, given) {
            Verdict::Almost if asked.tells(given) => Verdict::Wrong,
            verdict => verdict,
        },
        Query::Yearless(from, to) => {
            let given = in_years(asked.when, from, to);
            let same = given.map_or(Verdict::Wrong, |given| by_date(asked.when, given));
            match short_of(same, asked.year_told) {
                Verdict::Almost if from.day.is_none() && asked.month_told => Verdict::Wrong,
                verdict => verdict,
            }
        }
    }
}

/// A day and a month, or a month and a year, in digits: `27/10`, `10/1962`. Both readings of a day and a month.
fn in_two_numbers(typed: &str) -> Vec<Query> {
    let Some((first, second)) = typed.split_once(['/', '.', '-']) else {
        return Vec::new();
    };
    let (Ok(one), Ok(other)) = (first.parse::<u8>(), second.parse::<i32>()) else {
        return Vec::new();
    };
    if second.len() == 4 {
        return When::month(other, one)
            .map(Query::When)
            .into_iter()
            .collect();
    }
    let Ok(other) = u8::try_from(other) else {
        return Vec::new();
    };
    [(one, other), (other, one)]
        .into_iter()
        // A year that has a 29 February.
        .filter(|(day, month)| When::day(2000, *month, *day).is_some())
        .map(|(day, month)| {
            let part = MonthDay {
                month,
                day: Some(day),
            };
            Query::Yearless(part, part)
        })
        .collect()
}

/// Right only where the prompt tells what was left out.
fn short_of(verdict: Verdict, told: bool) -> Verdict {
    match verdict {
        Verdict::Right if !told => Verdict::Almost,
        other => other,
    }
}

fn by_date(asked: When, given: When) -> Verdict {
    let same_span = asked.earliest() == given.earliest() && asked.latest() == given.latest();
    let in_unit = |unit: Unit| When::from(unit).contains(given);
    let is_unit = given.unit().is_some();
    let right = same_span
        || match (asked.extent, given.extent) {
            (Extent::One(unit), Extent::One(_) | Extent::Range(..)) => in_unit(unit),
            (Extent::Range(first, last), Extent::Range(from, to)) => {
                When::from(first).contains(from.into()) && When::from(last).contains(to.into())
            }
            (Extent::Since(unit), Extent::Since(from) | Extent::One(from)) => {
                When::from(unit).contains(from.into())
            }
            (Extent::Until(unit), Extent::Until(to) | Extent::One(to)) => {
                When::from(unit).contains(to.into())
            }
            _ => false,
        };
    let near = match asked.extent {
        Extent::One(_) => is_unit && given.contains(asked),
        Extent::Range(first, last) => {
            is_unit && (given.contains(asked) || in_unit(first) || in_unit(last))
        }
        Extent::Since(unit) | Extent::Until(unit) => is_unit && given.contains(unit.into()),
    };
    match (right, near) {
        (true, _) => Verdict::Right,
        (false, true) => Verdict::Almost,
        (false, false) => Verdict::Wrong,
    }
}

/// A day or month, or a range of those, in the years of the date that was asked for.
fn in_years(asked: When, from: MonthDay, to: MonthDay) -> Option<When> {
    let unit = |year: i16, part: MonthDay| {
        let year = i32::from(year);
        match part.day {
            Some(day) => When::day(year, part.month, day),
            None => When::month(year, part.month),
        }?
        .unit()
    };
    // Of a year, a day of it says nothing.
    asked.start().month()?;
    let (first, last) = (asked.start().year()?, asked.end().year()?);
    match from == to {
        true => unit(first, from).map(When::from),
        false => Some(When::range(unit(first, from)?, unit(last, to)?)),
    }
}

/// A year before our era that was typed without saying so.
fn in_its_era(asked: &Asked, typed: &str, order: Order) -> Verdict {
    let is_before = asked.when.start().first().year() <= 0;
    let says_era = typed.contains(|letter: char| letter.is_alphabetic())
        && ["bc", "ad", "ce"].iter().any(|era| {
            let mut words = typed.split(|letter: char| !letter.is_alphabetic());
            words.any(|word| word.to_lowercase().starts_with(era) && word.len() <= 3)
        });
    if !is_before || says_era {
        return Verdict::Wrong;
    }
    match parse_query(&format!("{typed} BC"), order) {
        Some(query @ Query::When(_)) => short_of(by_query(asked, &query), asked.era_told),
        _ => Verdict::Wrong,
    }
}

/// A bare number: a year of our era before 1000, or the day of a month that the prompt tells.
fn by_number(asked: &Asked, typed: &str) -> Verdict {
    let typed = typed.trim_start_matches("on ").trim_start_matches("the ");
    let digits = typed.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let ending = &typed[digits.len()..];
    let Ok(number) = digits.parse::<i16>() else {
        return Verdict::Wrong;
    };
    match asked.when.unit() {
        Some(Unit::Day(day)) if ["", "st", "nd", "rd", "th"].contains(&ending) => {
            let same = number == i16::from(day.day());
            match asked.year_told && asked.month_told && same {
                true => Verdict::Right,
                false => Verdict::Wrong,
            }
        }
        Some(Unit::Year(year)) if ending.is_empty() && year > 0 => {
            if number == year {
                Verdict::Right
            } else if digits.len() == 2 && year >= 1000 && number == year % 100 {
                // "62": the century is left out.
                Verdict::Almost
            } else {
                Verdict::Wrong
            }
        }
        _ => Verdict::Wrong,
    }
}
