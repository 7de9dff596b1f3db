//! Dates counted from the date before them: "two days later", "the same year", "the following spring", "later that month".

mod steps;

use super::day::{self, Read};
use super::day_alone;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Relative};
use crate::notes::dates::words::{Span, Word};
use crate::notes::word_key::words;
use steps::{from_name, steps};

/// A relative date that starts with token `at`, and the token after it.
pub(super) fn relative(line: &Line<'_>, at: usize) -> Option<Read> {
    match line.word(at) {
        Word::The => the(line, at),
        Word::That | Word::This => that(line, at),
        Word::Next | Word::Previous => pointing(line, at),
        Word::Cardinal(_) | Word::Number(..) | Word::A => steps(line, at),
        Word::Later | Word::Earlier | Word::Part => later_that(line, at),
        _ => None,
    }
}

/// "the same day", "the next year", "the year after", "the 20th".
fn the(line: &Line<'_>, at: usize) -> Option<Read> {
    match line.word(at + 1) {
        Word::Same => same(line, at + 2),
        Word::Previous if line.word(at + 2) != Word::Span(Span::Day, false) => {
            pointing(line, at + 1)
        }
        Word::Next => pointing(line, at + 1),
        Word::Previous | Word::Ordinal(1) => edge_of_month(line, at + 1),
        Word::Span(span @ (Span::Month | Span::Year), false) if is_out(line, at + 2) => {
            Some((Partial::default(), Some(Relative::Same(span)), at + 2))
        }
        Word::Span(span, false)
            if line.word(at + 2) == Word::By
                && let Some(read) = from_name(line, at + 2, 1, span) =>
        {
            Some(read)
        }
        Word::Span(span, false) => {
            let step = match line.word(at + 2) {
                Word::Next if line.is(at + 2, words!("following")) => 1,
                Word::By if line.is(at + 2, words!("after")) => 1,
                Word::By if line.is(at + 2, words!("before")) => -1,
                _ => return None,
            };
            let said = line.is(at + 2, words!("following")) && !line.capital(at + 3);
            (said || ends(line, at + 3)).then_some(())?;
            counted(step, span, at + 3)
        }
        Word::Number(..) => day_alone::of_this_month(line, at),
        _ => None,
    }
}

/// Whether a stretch of time is said to end: "before the year was out".
fn is_out(line: &Line<'_>, at: usize) -> bool {
    line.is(at, words!("was is were")) && line.is(at + 1, words!("out over"))
}

/// `last day of the month`, `first day of that month`; or "the last day", as [`pointing`] has it.
fn edge_of_month(line: &Line<'_>, at: usize) -> Option<Read> {
    let of = line.word(at + 1) == Word::Span(Span::Day, false) && line.word(at + 2) == Word::Of;
    let month = matches!(line.word(at + 3), Word::The | Word::That)
        && line.word(at + 4) == Word::Span(Span::Month, false);
    if !of || !month {
        return (line.word(at) == Word::Previous).then(|| pointing(line, at))?;
    }
    let first = line.word(at) == Word::Ordinal(1);
    let partial = Partial {
        day: first.then_some(1),
        ..Partial::default()
    };
    let relative = if first {
        Relative::SameMonth
    } else if line.is(at, words!("last")) {
        Relative::EndOfMonth
    } else {
        return None;
    };
    Some((partial, Some(relative), at + 5))
}

/// "that year", "this same day".
fn that(line: &Line<'_>, at: usize) -> Option<Read> {
    let next =
        at + 1 + usize::from(line.word(at + 1) == Word::Same || line.is(at + 1, words!("very")));
    // "before this decade is out"
    if line.before(at) == Word::By && line.is(at - 1, words!("before")) {
        return None;
    }
    // "that day-to-day work"
    let joined = line.word(next + 1) == Word::Dash && line.glued(next + 1);
    if joined { None } else { same(line, next) }
}

fn same(line: &Line<'_>, at: usize) -> Option<Read> {
    match line.word(at) {
        Word::Span(
            span @ (Span::Day | Span::Month | Span::Year | Span::Decade | Span::Century),
            false,
        ) => Some((Partial::default(), Some(Relative::Same(span)), at + 1)),
        _ => None,
    }
}

/// "next year", "the following spring", "the previous April".
fn pointing(line: &Line<'_>, at: usize) -> Option<Read> {
    let back = line.word(at) == Word::Previous;
    // "the last year", "the past decade" are stretches, counted from who knows when.
    if back && !line.is(at, words!("previous preceding")) {
        return None;
    }
    // "All winter and following spring": how long it went on.
    if line.before(at) == Word::And && at > 1 && matches!(line.word(at - 2), Word::Season(_)) {
        return None;
    }
    // "Over the next decade": a stretch too.
    let the = usize::from(line.before(at) == Word::The);
    let decade = matches!(line.word(at + 1), Word::Span(Span::Decade, _));
    if decade && at > the && line.is(at - the - 1, words!("over throughout within")) {
        return None;
    }
    let way = if back { -1 } else { 1 };
    match line.word(at + 1) {
        Word::Span(span, false) => counted(way.into(), span, at + 2),
        Word::Month(month, short) if line.capital(at + 1) => {
            let partial = Partial {
                month: Some(month),
                ..Partial::default()
            };
            let end = day::month_end(line, at + 1, short);
            Some((partial, Some(Relative::Nearest(way)), end))
        }
        Word::Season(season) => {
            let partial = Partial {
                season: Some(season),
                ..Partial::default()
            };
            Some((partial, Some(Relative::Nearest(way)), at + 2))
        }
        _ => None,
    }
}

/// "later that month", "earlier the same year", "late in the year".
fn later_that(line: &Line<'_>, at: usize) -> Option<Read> {
    let start = at + 1 + usize::from(line.is(at + 1, words!("in on")));
    match line.word(start) {
        Word::That | Word::This => that(line, start),
        Word::The if line.word(start + 1) == Word::Same => same(line, start + 2),
        Word::The if start == at + 2 => same(line, start + 1),
        _ => None,
    }
}

fn counted(steps: i16, span: Span, end: usize) -> Option<Read> {
    (span != Span::Moment).then_some((Partial::default(), Some(Relative::Steps(steps, span)), end))
}

/// Whether nothing follows that the words before belong to: "two years before", not "two years before the war".
pub(super) fn ends(line: &Line<'_>, at: usize) -> bool {
    line.stops(at)
        || matches!(line.word(at), Word::And | Word::In | Word::To | Word::By)
        || line.is(
            at,
            words!("he she they when with but was were had as at because while it"),
        )
}
