//! [`When`] written as EDTF and read from it.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::{Extent, Season, Unit, When};

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl Unit {
    fn write(self, out: &mut impl fmt::Write) -> fmt::Result {
        match self {
            Self::Century(number) => {
                let hundreds = if number > 0 { number - 1 } else { number + 1 };
                sign(out, number > 0)?;
                digits(out, hundreds.unsigned_abs(), 2)?;
                out.write_str("XX")
            }
            Self::Decade(tens) => {
                let since = if tens >= 0 { tens } else { tens + 1 };
                sign(out, tens >= 0)?;
                digits(out, since.unsigned_abs(), 3)?;
                out.write_char('X')
            }
            Self::Year(year) => write_year(out, year),
            Self::Season(year, season) => {
                write_year(out, year)?;
                out.write_char('-')?;
                digits(out, 21 + season as u16, 2)
            }
            Self::Month(year, month) => {
                write_year(out, year)?;
                out.write_char('-')?;
                digits(out, month.into(), 2)
            }
            Self::Day(day) => {
                write_year(out, day.year())?;
                out.write_char('-')?;
                digits(out, day.month().unsigned_abs().into(), 2)?;
                out.write_char('-')?;
                digits(out, day.day().unsigned_abs().into(), 2)
            }
        }
    }
}

impl When {
    /// Writes what [`Display`](fmt::Display) shows, without the detour of a formatter: every event's id is made of it.
    pub(in crate::notes) fn write(self, out: &mut impl fmt::Write) -> fmt::Result {
        let about = if self.approximate { "~" } else { "" };
        match self.extent {
            Extent::One(unit) => unit.write(out)?,
            Extent::Range(first, last) => {
                first.write(out)?;
                out.write_str(about)?;
                out.write_char('/')?;
                last.write(out)?;
            }
            Extent::Since(first) => {
                first.write(out)?;
                out.write_str(about)?;
                return out.write_str("/..");
            }
            Extent::Until(last) => {
                out.write_str("../")?;
                last.write(out)?;
            }
        }
        out.write_str(about)
    }
}

fn sign(out: &mut impl fmt::Write, positive: bool) -> fmt::Result {
    out.write_str(if positive { "" } else { "-" })
}

/// Four digits at least, with a sign where it is negative.
fn write_year(out: &mut impl fmt::Write, year: i16) -> fmt::Result {
    sign(out, year >= 0)?;
    digits(out, year.unsigned_abs(), 4)
}

/// `number` with zeros before it, so that it has `least` digits, which are two at least.
#[inline]
fn digits(out: &mut impl fmt::Write, number: u16, least: usize) -> fmt::Result {
    let (hundreds, rest) = (usize::from(number / 100), usize::from(number % 100));
    match hundreds {
        0 if least == 2 => {}
        0..10 if least < 4 => out.write_str(&TWO_DIGITS[2 * hundreds + 1..2 * hundreds + 2])?,
        0..100 => out.write_str(&TWO_DIGITS[2 * hundreds..2 * hundreds + 2])?,
        _ => write!(out, "{hundreds}")?,
    }
    out.write_str(&TWO_DIGITS[2 * rest..2 * rest + 2])
}

/// The numbers below a hundred, of two digits each.
const TWO_DIGITS: &str = match str::from_utf8(&DIGITS) {
    Ok(digits) => digits,
    Err(_) => panic!("digits are ASCII"),
};

const DIGITS: [u8; 200] = {
    let mut digits = [0; 200];
    let mut number = 0;
    while number < 100 {
        digits[2 * number] = b'0' + (number / 10) as u8;
        digits[2 * number + 1] = b'0' + (number % 10) as u8;
        number += 1;
    }
    digits
};

/// The text is no date in the part of EDTF that Clio writes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date such as 1962-10-27, 196X or 1914/1918")]
pub struct NotEdtf(pub String);

impl FromStr for When {
    type Err = NotEdtf;

    /// Reads what [`Display`](fmt::Display) writes.
    ///
    /// # Errors
    ///
    /// [`NotEdtf`] for any other text, and for days that the calendar has not.
    fn from_str(text: &str) -> Result<Self, NotEdtf> {
        when(text).ok_or_else(|| NotEdtf(text.to_owned()))
    }
}

fn when(text: &str) -> Option<When> {
    let about = text.contains('~');
    let end = |text: &str| unit(text.strip_suffix('~').unwrap_or(text));
    let when = match text.split_once('/') {
        None => end(text)?.into(),
        Some(("..", last)) => When::until(end(last)?),
        Some((first, "..")) => When::since(end(first)?),
        Some((first, last)) => When::range(end(first)?, end(last)?),
    };
    Some(if about { when.about() } else { when })
}

fn unit(text: &str) -> Option<Unit> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if let Some(hundreds) = digits.strip_suffix("XX") {
        let number = number(hundreds, 2)? + 1;
        return Some(Unit::Century(if negative { -number } else { number }));
    }
    if let Some(tens) = digits.strip_suffix('X') {
        let tens = number(tens, 3)?;
        return Some(Unit::Decade(if negative { -tens - 1 } else { tens }));
    }
    let mut parts = digits.split('-');
    let year = number(parts.next()?, 4)?;
    let year = if negative { -year } else { year };
    let Some(second) = parts.next() else {
        return Some(Unit::Year(year));
    };
    let second = number(second, 2)?;
    let Some(day) = parts.next() else {
        return month_or_season(year, second);
    };
    let day = i8::try_from(number(day, 2)?).ok()?;
    let date = Date::new(year, i8::try_from(second).ok()?, day).ok()?;
    parts.next().is_none().then_some(Unit::Day(date))
}

fn month_or_season(year: i16, number: i16) -> Option<Unit> {
    let season = match number {
        1..=12 => return Some(Unit::Month(year, u8::try_from(number).ok()?)),
        21 => Season::Spring,
        22 => Season::Summer,
        23 => Season::Autumn,
        24 => Season::Winter,
        _ => return None,
    };
    Some(Unit::Season(year, season))
}

/// Exactly `n_digits` ASCII digits.
fn number(digits: &str, n_digits: usize) -> Option<i16> {
    let plain = digits.len() == n_digits && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof, proptest};

    use super::*;

    fn units() -> impl Strategy<Value = Unit> {
        let seasons = prop_oneof![
            Just(Season::Spring),
            Just(Season::Summer),
            Just(Season::Autumn),
            Just(Season::Winter)
        ];
        prop_oneof![
            (1_i16..=100).prop_map(Unit::Century),
            (-100_i16..=-1).prop_map(Unit::Century),
            (-999_i16..=999).prop_map(Unit::Decade),
            (-9999_i16..=9999).prop_map(Unit::Year),
            (-9999_i16..=9999, seasons).prop_map(|(year, season)| Unit::Season(year, season)),
            (-9999_i16..=9999, 1_u8..=12).prop_map(|(year, month)| Unit::Month(year, month)),
            (-9999_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| Unit::Day(
                Date::new(year, month, day).expect("days to 28 are in every month")
            )),
        ]
    }

    fn whens() -> impl Strategy<Value = When> {
        let plain = prop_oneof![
            units().prop_map(When::from),
            (units(), units()).prop_map(|(first, last)| When::range(first, last)),
            units().prop_map(When::since),
            units().prop_map(When::until),
        ];
        (plain, any::<bool>()).prop_map(|(when, about)| if about { when.about() } else { when })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(when in whens()) {
            prop_assert_eq!(when.to_string().parse(), Ok(when));
        }

        #[test]
        fn a_date_starts_before_it_ends_and_contains_itself(when in whens()) {
            assert!(when.earliest() <= when.latest(), "{when}");
            assert!(when.contains(when) && when.overlaps(when), "{when}");
            assert!(!when.words().is_empty());
        }

        #[test]
        fn only_equal_dates_compare_equal(one in whens(), other in whens()) {
            prop_assert_eq!(one.cmp(&other).is_eq(), one == other);
            prop_assert_eq!(one.cmp(&other), other.cmp(&one).reverse());
        }
    }

    #[test]
    fn other_texts_are_no_dates() {
        for text in [
            "",
            "62",
            "1962-13",
            "1961-02-29",
            "1962-10-16-1",
            "X",
            "196x",
            "../..",
            "18X",
            "1962-1",
            "+1962",
        ] {
            assert_eq!(text.parse::<When>(), Err(NotEdtf(text.to_owned())));
        }
    }
}
