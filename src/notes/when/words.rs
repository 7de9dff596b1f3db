//! [`When`] in words, as a person would write it.

use super::{Extent, Season, Unit, When};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month, 1 to 12; empty for any other number.
#[must_use]
pub fn month_name(month: u8) -> &'static str {
    MONTHS
        .get(usize::from(month).wrapping_sub(1))
        .copied()
        .unwrap_or_default()
}

impl When {
    /// The date as a person would write it: `27 October 1962`, `16–28 October 1962`, `the 1960s`, `44 BC`, `c. 1450`.
    #[must_use]
    pub fn words(self) -> String {
        let words = match self.extent {
            Extent::One(unit) => unit.words(),
            Extent::Range(first, last) => range(first, last),
            Extent::Since(first) => format!("from {}", first.words()),
            Extent::Until(last) => format!("until {}", last.words()),
        };
        if self.approximate {
            format!("c. {words}")
        } else {
            words
        }
    }
}

impl Unit {
    /// The unit as a person would write it: `27 October 1962`, `spring 1943`, `the 5th century BC`.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Century(number) if number > 0 => format!("the {} century", ordinal(number)),
            Self::Century(number) => format!("the {} century BC", ordinal(-number)),
            // "The 60s" alone are those of the 1900s.
            Self::Decade(tens @ 0..10) => format!("the {}s AD", tens * 10),
            Self::Decade(tens) if tens >= 0 => format!("the {}s", i32::from(tens) * 10),
            Self::Decade(tens) => format!("the {}s BC", i32::from(-tens - 1) * 10),
            Self::Year(year) => year_words(year),
            Self::Season(year, season) => format!("{} {}", season.name(), year_words(year)),
            Self::Month(year, month) => format!("{} {}", month_name(month), year_words(year)),
            Self::Day(day) => {
                let month = month_name(day.month().unsigned_abs());
                format!("{} {month} {}", day.day(), year_words(day.year()))
            }
        }
    }
}

impl Season {
    /// `spring`, `summer`, `autumn`, `winter`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        }
    }
}

/// A range, with what both ends share said once.
fn range(first: Unit, last: Unit) -> String {
    match (first, last) {
        (Unit::Day(from), Unit::Day(to)) if from.first_of_month() == to.first_of_month() => {
            format!("{}–{}", from.day(), last.words())
        }
        (Unit::Day(from), Unit::Day(to)) if from.year() == to.year() => {
            format!(
                "{} {} – {}",
                from.day(),
                month_name(from.month().unsigned_abs()),
                last.words()
            )
        }
        (Unit::Month(from, month), Unit::Month(to, _)) if from == to => {
            format!("{}–{}", month_name(month), last.words())
        }
        (Unit::Year(from), Unit::Year(to)) if from <= 0 && to <= 0 => {
            format!("{}–{}", 1 - from, last.words())
        }
        (Unit::Year(from), Unit::Year(to)) if from >= 1000 && to >= 1000 => format!("{from}–{to}"),
        (Unit::Decade(from), Unit::Decade(to)) if from >= 10 && to >= 10 => {
            format!("{}–{}s", first.words(), i32::from(to) * 10)
        }
        _ => format!("{} – {}", first.words(), last.words()),
    }
}

/// `1962`, `AD 14`, `44 BC`.
fn year_words(year: i16) -> String {
    match year {
        ..=0 => format!("{} BC", 1 - i32::from(year)),
        1..1000 => format!("AD {year}"),
        _ => year.to_string(),
    }
}

fn ordinal(number: i16) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edtf: &str, expected: &str) {
        let when: When = edtf.parse().expect("the table holds EDTF");
        assert_eq!(when.words(), expected);
    }

    #[test]
    fn dates_read_as_a_person_would_write_them() {
        check("1962-10-27", "27 October 1962");
        check("1962-10", "October 1962");
        check("1943-22", "summer 1943");
        check("1962", "1962");
        check("0014-08-19", "19 August AD 14");
        check("-0043", "44 BC");
        check("0000", "1 BC");
        check("-0043-03-15", "15 March 44 BC");
        check("196X", "the 1960s");
        check("006X", "the 60s AD");
        check("-007X", "the 70s BC");
        check("18XX", "the 19th century");
        check("20XX", "the 21st century");
        check("-04XX", "the 5th century BC");
        check("1450~", "c. 1450");
    }

    #[test]
    fn ranges_say_what_they_share_once() {
        check("1962-10-16/1962-10-28", "16–28 October 1962");
        check("1948-02-23/1948-03-06", "23 February – 6 March 1948");
        check("1948-12-30/1949-01-02", "30 December 1948 – 2 January 1949");
        check("1945-07/1945-08", "July–August 1945");
        check("1914/1918", "1914–1918");
        check("-0508/-0026", "509–27 BC");
        check("-0043/0014", "44 BC – AD 14");
        check("185X/186X", "the 1850s–1860s");
        check("006X/007X", "the 60s AD – the 70s AD");
        check("1945/..", "from 1945");
        check("../1945", "until 1945");
        check("1648~/1660~", "c. 1648–1660");
    }
}
