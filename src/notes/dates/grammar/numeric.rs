//! Dates all in digits: `1962-10-27`, `27/10/1962`, `27.10.62`, `1962-10`.

use crate::notes::dates::Order;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Scale};
use crate::notes::dates::words::Word;

/// A day and a month at the start of a line or in the first cell of a row: `25.7.`, `16.07. 13:32`, `31/7`.
pub(super) fn day_and_month(line: &Line<'_>, at: usize) -> Option<(Partial, usize)> {
    let (day, n_day) = digits(line, at).filter(|(_, digits)| *digits <= 2)?;
    let separator = line.word(at + 1);
    let (month, n_month) = digits(line, at + 2).filter(|(_, digits)| *digits <= 2)?;
    let glued = line.glued(at + 1) && line.glued(at + 2);
    let end = at + 3;
    let ended = match separator {
        Word::Dot => line.word(end) == Word::Dot && line.glued(end) && !line.glued(end + 1),
        // "1/2" may be a half.
        Word::Slash => (day > 12 || n_day + n_month == 4) && line.is_mark(end, &["|"]),
        _ => false,
    };
    if !glued || !ended || !line.opens(at) {
        return None;
    }
    let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
    let real = (1..=31).contains(&day) && (1..=12).contains(&month);
    let partial = Partial {
        day: Some(day),
        month: Some(month),
        ..Partial::default()
    };
    let end = end + usize::from(separator == Word::Dot);
    real.then_some((partial, end))
}

/// A date in digits that starts with the number at `at`, and the token after it.
pub(super) fn numeric(line: &Line<'_>, at: usize) -> Option<(Partial, usize)> {
    let (first, n_first) = digits(line, at)?;
    let separator = line.word(at + 1);
    if !matches!(separator, Word::Dash | Word::Slash | Word::Dot)
        || !line.glued(at + 1)
        || !line.glued(at + 2)
    {
        return None;
    }
    let (second, n_second) = digits(line, at + 2)?;
    let third = (line.word(at + 3) == separator && line.glued(at + 3) && line.glued(at + 4))
        .then(|| digits(line, at + 4))
        .flatten();
    let (partial, end) = match (third, n_first) {
        (Some((day, ..=2)), 4) if n_second <= 2 => (calendar(first, second, day)?, at + 5),
        (Some((year, n_year @ 2..=4)), ..=2) if n_second <= 2 => {
            let plain = n_year == 2 && is_day_with_dashes(line, at, year);
            if n_year < 4 && separator == Word::Dash && !plain {
                return None;
            }
            (in_order(line.order, first, second, (year, n_year))?, at + 5)
        }
        // `1962-10`, and not `1914-18`: two digits that are a month.
        (None, 4) if n_second == 2 && is_month(line, at, first, second) => (
            Partial {
                month: u8::try_from(second).ok(),
                ..Partial::year(u16::try_from(first).ok()?)
            },
            at + 3,
        ),
        // `1961/4`: a year and a month, where two years would be `1961-4`.
        (None, 4)
            if n_second == 1
                && separator == Word::Slash
                && second > 0
                && (1000..=2100).contains(&first) =>
        {
            (
                Partial {
                    month: u8::try_from(second).ok(),
                    ..Partial::year(u16::try_from(first).ok()?)
                },
                at + 3,
            )
        }
        _ => return None,
    };
    // A time may be glued on (`T18:42`), another digit group not.
    // `24/6/1948–12/5/1949`
    let ranged = line.word(end) == Word::Dash && separator != Word::Dash;
    let goes_on =
        !ranged && line.glued(end) && matches!(line.word(end), Word::Number(..) | Word::Sign)
            || !ranged
                && line.glued(end)
                && line.glued(end + 1)
                && matches!(line.word(end), Word::Dash | Word::Slash | Word::Dot)
                && matches!(line.word(end + 1), Word::Number(..));
    (!goes_on).then_some((partial, end))
}

/// Whether three short numbers with dashes stand by themselves and can be nothing else: `14-6-45`.
fn is_day_with_dashes(line: &Line<'_>, at: usize, year: u32) -> bool {
    let tied = at > 0 && line.glued(at) && line.before(at) != Word::Open;
    let cell = at > 0 && line.is_mark(at - 1, &["|"]) && line.is_mark(at + 5, &["|"]);
    (year > 31 || cell) && !tied && line.stops(at + 5)
}

/// `1962-10` is a month; `1905-06` and `1910-11` are two years, as the second goes on from the first.
fn is_month(line: &Line<'_>, at: usize, year: u32, second: u32) -> bool {
    line.str(at + 1) == "-"
        && (1..=12).contains(&second)
        && year % 100 >= second
        && (1000..=2100).contains(&year)
}

fn digits(line: &Line<'_>, at: usize) -> Option<(u32, u8)> {
    match line.word(at) {
        Word::Number(value, digits @ 1..=4) => Some((value, digits)),
        _ => None,
    }
}

/// Day, month and year by `order`; the other way round where only that is possible.
fn in_order(order: Order, first: u32, second: u32, (year, n_year): (u32, u8)) -> Option<Partial> {
    let (day, month) = match order {
        Order::DayFirst if second > 12 => (second, first),
        Order::MonthFirst if first <= 12 => (second, first),
        Order::DayFirst | Order::MonthFirst => (first, second),
    };
    if n_year > 2 {
        return calendar(year, month, day);
    }
    let partial = calendar(2000, month, day)?;
    Some(Partial {
        scale: Some(Scale::ShortYear(u8::try_from(year).ok()?)),
        ..partial
    })
}

fn calendar(year: u32, month: u32, day: u32) -> Option<Partial> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !(100..=2100).contains(&year) {
        return None;
    }
    Some(Partial {
        month: u8::try_from(month).ok(),
        day: u8::try_from(day).ok(),
        ..Partial::year(u16::try_from(year).ok()?)
    })
}
