//! Easter and the days counted from it: "Easter 1360", "Easter Monday 1916", "Good Friday 1930", where their year is stated.

use super::day::{Read, with_year};
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Scale};
use crate::notes::dates::words::{Era, Span, Word};
use crate::notes::word_key::words;

/// "Easter 1360", about then; "Easter Monday 1916", that day. "The Easter Rising of 1916" is no day.
pub(super) fn easter(line: &Line<'_>, at: usize) -> Option<Read> {
    let (offset, end) = match line.word(at + 1) {
        Word::Weekday if line.is(at + 1, words!("monday")) => (Some(1), at + 2),
        Word::Weekday if line.is(at + 1, words!("sunday")) => (Some(0), at + 2),
        Word::Span(Span::Day, false) => (Some(0), at + 2),
        _ => (None, at + 1),
    };
    let (mut partial, _, after) = counted(line, end, offset.unwrap_or(0))?;
    partial.approximate = offset.is_none();
    // "The Easter 1916 Rising"
    let names = line.is_word(after) && line.capital(after) && !line.opens_line(after);
    (!names).then_some((partial, None, after))
}

/// The `Friday` of "Good Friday 1930", the `Sunday` of "Palm Sunday 1461".
pub(super) fn weekday(line: &Line<'_>, at: usize) -> Option<Read> {
    let before = at.checked_sub(1).filter(|before| line.capital(*before))?;
    let offset = if line.is(at, words!("friday")) && line.is(before, words!("good")) {
        -2
    } else if !line.is(at, words!("sunday")) {
        return None;
    } else if line.is(before, words!("palm")) {
        -7
    } else if line.is(before, words!("whit")) {
        49
    } else {
        return None;
    };
    counted(line, at + 1, offset)
}

/// So many days from Easter Sunday in the year at `at`.
fn counted(line: &Line<'_>, at: usize, offset: i32) -> Option<Read> {
    let (partial, relative, end) = with_year(line, Partial::default(), at);
    let Some(Scale::Year(year @ 326..)) = partial.scale else {
        return None;
    };
    if partial.weak || relative.is_some() || partial.era == Some(Era::Before) {
        return None;
    }
    let (month, day) = of_march(sunday(i32::from(year)) + offset)?;
    let dated = Partial {
        month: Some(month),
        day: Some(day),
        ..partial
    };
    Some((dated, None, end))
}

/// The month and day of a day counted from the last of February.
fn of_march(mut day: i32) -> Option<(u8, u8)> {
    for (month, length) in [(3, 31), (4, 30), (5, 31), (6, 30)] {
        if day <= length {
            return Some((month, u8::try_from(day).ok()?));
        }
        day -= length;
    }
    None
}

/// Easter Sunday, counted from the last of February: by the Gregorian calendar from 1583 on, by the Julian before.
fn sunday(year: i32) -> i32 {
    let golden = year % 19;
    if year < 1583 {
        let moon = (19 * golden + 15) % 30;
        let week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        return moon + week + 22;
    }
    let (century, rest) = (year / 100, year % 100);
    let drift = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - drift + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * week) / 451;
    moon + week - 7 * late + 22
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_where_the_calendar_of_its_time_has_it() {
        let known = [
            (1066, (4, 16)),
            (1282, (3, 29)),
            (1381, (4, 14)),
            (1461, (4, 5)),
            (1598, (3, 22)),
            (1873, (4, 13)),
            (1916, (4, 23)),
            (1943, (4, 25)),
            (1954, (4, 18)),
            (1981, (4, 19)),
            (1998, (4, 12)),
            (2008, (3, 23)),
            (2049, (4, 18)),
        ];
        for (year, day) in known {
            assert_eq!(of_march(sunday(year)), Some(day), "{year}");
        }
    }
}
