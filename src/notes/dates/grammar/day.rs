//! Days, months and seasons: `27 October 1962`, `October 27th, 1962`, `the spring of 1916`, `Christmas 1914`.

mod with_year;

use super::century::ordinal;
use super::era::era;
use super::month_alone::is_bare_month;
use super::quantity;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Relative, Scale};
use crate::notes::dates::words::Word;
use crate::notes::word_key::words;
use with_year::is_impossible;
pub(super) use with_year::with_year;

/// What was read, and the token after it.
pub(super) type Read = (Partial, Option<Relative>, usize);

/// A day and month: "27 October 1962", "the 25th of August", "Sunday, 25 June".
pub(super) fn day_first(line: &Line<'_>, at: usize) -> Option<Read> {
    let (day, end) = day_number(line, at)?;
    let end = if matches!(line.word(end), Word::Dash) && line.glued(end) && line.glued(end + 1) {
        end + 1
    } else {
        end
    };
    let end = match line.word(end) {
        Word::Of => end + 1,
        // "Am 9. November 1918".
        Word::Dot if line.glued(end) && !line.glued(end + 1) && line.capital(end + 1) => end + 1,
        _ => end,
    };
    let Word::Month(month, short) = line.word(end) else {
        return None;
    };
    // "5 may not": a lower-case word that is a month only by chance.
    if !line.capital(end)
        && (month == 5 || month == 3 || short)
        && !line.is(end, words!("jan feb apr jun jul aug sept oct nov dec"))
    {
        // "- 5 may Hillary sets out"
        let heads = line.opens(at) && line.capital(end + 1);
        let dated = heads || matches!(line.word(end + 1), Word::Number(..)) || line.stops(end + 1);
        if !dated {
            return None;
        }
    }
    let after = month_end(line, end, short);
    let partial = Partial {
        day: Some(day),
        month: Some(month),
        ..Partial::default()
    };
    let after = if line.word(after) == Word::Dash && line.glued(after) && line.glued(after + 1) {
        match line.word(after + 1) {
            Word::Number(_, 4) if line.word(end - 1) == Word::Dash => after + 1,
            _ => after,
        }
    } else {
        after
    };
    Some(with_year(line, partial, after))
}

/// `27`, `27th`, `first`: 1 to 31.
pub(super) fn day_number(line: &Line<'_>, at: usize) -> Option<(u8, usize)> {
    let (day, end) = match line.word(at) {
        Word::Number(value, 1..=2)
            if !(line.glued(at + 1) && line.word(at + 1) == Word::Suffix) =>
        {
            let alone =
                quantity::stands_alone(line, at) && !(line.glued(at + 1) && line.is_word(at + 1));
            (u8::try_from(value).ok().filter(|_| alone)?, at + 1)
        }
        _ => ordinal(line, at, false)?,
    };
    (1..=31).contains(&day).then_some((day, end))
}

/// The token after a month's name and the full stop of its short form.
pub(super) fn month_end(line: &Line<'_>, at: usize, short: bool) -> usize {
    let stopped = short && line.word(at + 1) == Word::Dot && line.glued(at + 1);
    at + 1 + usize::from(stopped)
}

/// The year of "May-1945", whose month ends at `end`.
fn tied_year(line: &Line<'_>, end: usize) -> Option<u16> {
    let Word::Number(year @ 1000..=2100, 4) = line.word(end + 1) else {
        return None;
    };
    let tied = matches!(line.word(end), Word::Dash | Word::Slash)
        && line.glued(end)
        && line.glued(end + 1)
        && quantity::stands_alone(line, end + 1);
    u16::try_from(year).ok().filter(|_| tied)
}

/// A month with a day or year after it, or by itself where the words around it show that it is one.
pub(super) fn month_first(line: &Line<'_>, at: usize) -> Option<Read> {
    let Word::Month(month, short) = line.word(at) else {
        return None;
    };
    if month == 3 && at > 0 && is_march(line, at) {
        return None;
    }
    let end = month_end(line, at, short);
    let partial = Partial {
        month: Some(month),
        ..Partial::default()
    };
    let number = if line.word(end) == Word::The {
        end + 1
    } else {
        end
    };
    if let Some((day, after)) =
        day_number(line, number).filter(|(_, after)| day_ends(line, number, *after))
    {
        let counted = matches!(line.word(number), Word::Ordinal(_)) && line.word(end) != Word::The;
        // "The May Fourth Movement": a name.
        if counted && line.capital(number) {
            return None;
        }
        let dated = line.stops(after) || matches!(line.word(after), Word::Number(_, 4));
        if !counted && (line.capital(at) || !matches!(month, 3 | 5) || dated) {
            return Some(with_year(
                line,
                Partial {
                    day: Some(day),
                    ..partial
                },
                after,
            ));
        }
    }
    if let Some(year) = tied_year(line, end) {
        let scale = Some(Scale::Year(year));
        return Some((Partial { scale, ..partial }, None, end + 2));
    }
    // "Nov 32", "Aug 85": no day.
    if let Word::Number(value @ 32..=99, 2) = line.word(end)
        && is_no_other_word(line, at, month)
        && (line.stops(end + 1) || goes_on(line, at, end + 1))
        && quantity::stands_alone(line, end)
    {
        let year = Partial {
            scale: u8::try_from(value).ok().map(Scale::ShortYear),
            ..partial
        };
        return Some((year, None, end + 1));
    }
    let dated = with_year(line, partial, end);
    // "Long March 1934-35": what goes on as a range of years is no month.
    let years = line.word(dated.2) == Word::Dash && line.glued(dated.2) && line.glued(dated.2 + 1);
    if years && matches!(line.word(dated.2 + 1), Word::Number(_, 2)) && dated.0.scale.is_some() {
        return None;
    }
    if dated.0.scale.is_some() || dated.1.is_some() {
        return Some(dated);
    }
    is_bare_month(line, at, end, month, short).then_some(dated)
}

/// Whether a month's name before a number means the month: "Mar 67", "from march 67", but not "they march 67 miles".
fn is_no_other_word(line: &Line<'_>, at: usize, month: u8) -> bool {
    line.capital(at) || !matches!(month, 3 | 5) || matches!(line.before(at), Word::In | Word::From)
}

/// Whether people walked it: the Long March, Gandhi's Salt March.
fn is_march(line: &Line<'_>, at: usize) -> bool {
    line.capital(at - 1)
        && line.is(
            at - 1,
            words!("long salt dandi freedom death hunger jarrow mud peace selma"),
        )
}

/// Whether what follows a month with two digits lets them be its year: "Dec 56 Montgomery" at the head of a line or range, "in Dec 56
/// the boycott ends".
fn goes_on(line: &Line<'_>, at: usize, end: usize) -> bool {
    let heads =
        line.opens(at) || line.before(at) == Word::Dash || line.is_mark(at.wrapping_sub(1), &[";"]);
    line.opens_line(end)
        || quantity::follows_year(line, end)
        || heads && line.capital(end) && !line.glued(end) && !quantity::counts(line, end - 1)
}

/// `1960 June`, `1943 (June 4)`, `1861 April 12`: a year with its month and day behind it, in the same line.
pub(super) fn year_first(line: &Line<'_>, at: usize) -> Option<Read> {
    let Word::Number(year @ 1000..=2100, 4) = line.word(at) else {
        return None;
    };
    let open = line.word(at + 1) == Word::Open;
    let start = at + 1 + usize::from(open);
    let Word::Month(month, short) = line.word(start) else {
        return None;
    };
    if !(line.capital(start) || open)
        || line.glued(at + 1)
        || !quantity::stands_alone(line, at)
        || line.opens_line(at + 1)
    {
        return None;
    }
    let mut end = month_end(line, start, short);
    let mut partial = Partial {
        month: Some(month),
        ..Partial::year(u16::try_from(year).ok()?)
    };
    if let Some((day, after)) =
        day_number(line, end).filter(|(_, after)| day_ends(line, end, *after))
    {
        (partial.day, end) = (Some(day), after);
    }
    partial.impossible = is_impossible(&partial);
    if open {
        return (line.word(end) == Word::Close).then_some((partial, None, end + 1));
    }
    // "The 1963 March on Washington", "1848 July Monarchy", "1914 August 1915"
    let next = line.word(end);
    let named = line.is_word(end) && (line.capital(end) || matches!(month, 3 | 5));
    let alone = partial.day.is_none() && (named || matches!(next, Word::Number(..)));
    (!alone).then_some((partial, None, end))
}

/// Whether the number after a month is a day: not `10,000`, not the year `27 BC`, not a time.
fn day_ends(line: &Line<'_>, at: usize, end: usize) -> bool {
    if era(line, end).is_some() {
        return false;
    }
    let joined =
        line.glued(end) && line.glued(end + 1) && matches!(line.word(end + 1), Word::Number(..));
    let thousands =
        joined && line.word(end) == Word::Comma && matches!(line.word(end + 1), Word::Number(_, 3));
    let time = joined && line.word(end) == Word::Colon;
    !thousands && !time && line.word(at) != Word::Ordinal(2)
}
