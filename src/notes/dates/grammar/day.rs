//! Days, months and seasons: `27 October 1962`, `October 27th, 1962`, `the spring of 1916`, `Christmas 1914`.

use super::era::era;
use super::month_alone::is_bare_month;
use super::quantity;
use super::relative::relative;
use super::year::{self, ordinal};
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Relative, Scale};
use crate::notes::dates::words::{Span, Word};
use crate::notes::word_key::words;

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
        && (line.capital(at) || !matches!(month, 3 | 5))
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

/// Adds the year after a day or month: `1962`, `, 1962`, `of 1962`, `'62`, `44 BC`, `of that year`.
pub(super) fn with_year(line: &Line<'_>, mut partial: Partial, at: usize) -> Read {
    let comma = usize::from(line.word(at) == Word::Comma && line.glued(at));
    let of = usize::from(
        line.word(at + comma) == Word::Of || line.is(at + comma, words!("in")) && comma == 0,
    );
    let start = at + comma + of;
    if let Some((steps, end)) =
        year_in_words(line, start).filter(|(steps, _)| of == 1 || *steps != 0)
    {
        return (partial, Some(Relative::OfYear(steps)), end);
    }
    if opens_entry(line, start) {
        partial.impossible = is_impossible(&partial);
        return (partial, None, at);
    }
    if partial.day.is_some()
        && comma + of == 0
        && let Some(year) = short_year_of_day(line, start)
    {
        partial.scale = Some(Scale::ShortYear(year));
        partial.impossible = is_impossible(&partial);
        return (partial, None, start + 1);
    }
    if let Some((year, end)) = own_year(line, start, partial.day.is_none()) {
        // "14 Nov. 1500 words"
        let counted = quantity::counts(line, start);
        let sure_after_comma =
            !counted || line.glued(end) || comma == 0 && !quantity::measures(line, start);
        // "A low in January of 114", "in May in 300 towns".
        let in_year = of == 0
            || year.era.is_some()
            || matches!(year.scale, Some(Scale::Year(1000..) | Scale::ShortYear(_)));
        if sure_after_comma && in_year {
            let (year, end) = new_style(line, &partial, year, end);
            partial.scale = year.scale;
            partial.era = year.era;
            partial.weak = year.weak;
            partial.impossible = is_impossible(&partial);
            return (partial, None, end);
        }
    }
    partial.impossible = is_impossible(&partial);
    (partial, None, at)
}

/// The two digits at `at`, behind a day and its month, where they are a year: "1 Jan 45; …", "28 June 14: shots in Sarajevo".
fn short_year_of_day(line: &Line<'_>, at: usize) -> Option<u8> {
    let Word::Number(value, 2) = line.word(at) else {
        return None;
    };
    let next = at + 1;
    let ends = line.stops(next) || line.word(next) == Word::To || line.opens_line(next);
    // What could be a day or a count of few has nothing behind it.
    let goes_on = value > 31
        && (line.capital(next)
            || quantity::follows_year(line, next)
            || line.opens(at - 2) && !quantity::counts(line, at));
    // "7 Oct 40th birthday"
    let counted = line.glued(next) && line.word(next) == Word::Suffix;
    let free = !counted && era(line, next).is_none() && quantity::stands_alone(line, at);
    u8::try_from(value)
        .ok()
        .filter(|_| (ends || goes_on) && free)
}

/// "30 January 1648/9": a year that began in March, and the one that began in January, by which we count.
fn new_style(line: &Line<'_>, own: &Partial, old: Partial, end: usize) -> (Partial, usize) {
    let (Some(Scale::Year(year @ 1000..)), Word::Number(next, digits @ 1..=2)) =
        (old.scale, line.word(end + 1))
    else {
        return (old, end);
    };
    let unit = if digits == 2 { 100 } else { 10 };
    let slashed = line.word(end) == Word::Slash && line.glued(end) && line.glued(end + 1);
    let free = !line.glued(end + 2) || line.stops(end + 2);
    let follows = u32::from(year + 1) % unit == next;
    if slashed && free && follows && own.month.is_some_and(|month| month <= 3) {
        return (Partial::year(year + 1), end + 2);
    }
    (old, end)
}

/// Whether the year at `at` opens a new entry of a list written as plain lines: "… 29 Oct ⏎ 1931: …".
fn opens_entry(line: &Line<'_>, at: usize) -> bool {
    let after = at + 1;
    let marked = matches!(line.word(after), Word::Colon | Word::Dash | Word::Arrow)
        || line.is_word(after) && line.capital(after)
        || line.word(after) == Word::Comma && matches!(line.word(after + 1), Word::Month(..));
    marked && matches!(line.word(at), Word::Number(_, 2..=4)) && line.opens_line(at)
}

/// A day that no year has: 31 June, 30 February.
fn is_impossible(partial: &Partial) -> bool {
    let longest = match partial.month {
        Some(2) => 29,
        Some(4 | 6 | 9 | 11) => 30,
        _ => 31,
    };
    partial.day.is_some_and(|day| day > longest)
}

/// The year of a day or month: no decade or century, and no number that could be another day.
fn own_year(line: &Line<'_>, at: usize, month_alone: bool) -> Option<(Partial, usize)> {
    let (year, end) = year::year(line, at, true)?;
    match year.scale? {
        Scale::Year(_) | Scale::ShortYear(_) => Some((year, end)),
        Scale::Century(_) | Scale::Decade(_) | Scale::ShortDecade(_) => None,
    }
    .filter(|(year, end)| {
        // "March to June: 100 days", "in early August 292 prisoners".
        let goes_on = line.stops(*end)
            || quantity::follows_year(line, *end)
            || line.capital(*end) && !matches!(line.word(*end), Word::Span(..));
        let goes_on = goes_on || !month_alone && !quantity::counts(line, at);
        let short = matches!(line.word(at), Word::Number(_, ..=2));
        !year.weak || goes_on && (!short || month_alone)
    })
}

/// `that year`, `the same year`, `that same year`; `the following year`, `the previous year`: how many years on it is, and the token
/// after it.
fn year_in_words(line: &Line<'_>, at: usize) -> Option<(i16, usize)> {
    if let Some((_, Some(Relative::Steps(steps @ (-1 | 1), Span::Year)), end)) = relative(line, at)
    {
        return Some((steps, end));
    }
    let end = match (line.word(at), line.word(at + 1)) {
        (Word::The | Word::That | Word::This, Word::Same) => at + 2,
        (Word::That | Word::This, _) => at + 1,
        _ => return None,
    };
    (line.word(end) == Word::Span(Span::Year, false)).then_some((0, end + 1))
}
