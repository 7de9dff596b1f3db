//! The year after a day or month.

use super::Read;
use crate::notes::dates::grammar::era::era;
use crate::notes::dates::grammar::relative::relative;
use crate::notes::dates::grammar::{quantity, year};
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Relative, Scale};
use crate::notes::dates::words::{Span, Word};
use crate::notes::word_key::words;

/// Adds the year after a day or month: `1962`, `, 1962`, `of 1962`, `'62`, `44 BC`, `of that year`.
pub(in crate::notes::dates::grammar) fn with_year(
    line: &Line<'_>,
    mut partial: Partial,
    at: usize,
) -> Read {
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
pub(super) fn is_impossible(partial: &Partial) -> bool {
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
            // "Dec 209 or Jan 208 BC"
            || line.word(*end) == Word::And && matches!(line.word(*end + 1), Word::Month(..))
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
