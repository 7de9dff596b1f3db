//! Dates counted from the date before them: "two days later", "the same year", "the following spring", "later that month".

use super::day::{self, Read};
use super::day_alone;
use super::quantity;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Relative};
use crate::notes::dates::words::{Span, Word};
use crate::notes::word_key::{Words, words};

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
    // "Over the next decade": a stretch too.
    let the = usize::from(line.before(at) == Word::The);
    let decade = matches!(line.word(at + 1), Word::Span(Span::Decade, _));
    if decade && at > the && line.is(at - the - 1, words!("over throughout within")) {
        return None;
    }
    let way = if back { -1 } else { 1 };
    match line.word(at + 1) {
        Word::Span(span, false) => counted(way, span, at + 2),
        Word::Month(month, short) if line.capital(at + 1) => {
            let partial = Partial {
                month: Some(month),
                ..Partial::default()
            };
            let end = day::month_end(line, at + 1, short);
            Some((
                partial,
                Some(Relative::Nearest(if back { -1 } else { 1 })),
                end,
            ))
        }
        Word::Season(season) => {
            let partial = Partial {
                season: Some(season),
                ..Partial::default()
            };
            Some((
                partial,
                Some(Relative::Nearest(if back { -1 } else { 1 })),
                at + 2,
            ))
        }
        _ => None,
    }
}

/// "two days later", "a year earlier", "14 years before".
fn steps(line: &Line<'_>, at: usize) -> Option<Read> {
    // "He reigned for three years before he fell": how long, not when.
    if at > 0 && line.is(at - 1, words!("for")) && line.is(at + 2, words!("before")) {
        return None;
    }
    let (count, unit) = match (line.word(at), line.word(at + 1), line.word(at + 2)) {
        // "a further two years later", "a mere two years later" start at the number.
        (Word::A, Word::Span(..), _) => (1, at + 1),
        (Word::Cardinal(tens @ 20..), Word::Dash, Word::Cardinal(ones @ 1..=9)) => {
            (i16::from(tens + ones), at + 3)
        }
        (Word::Cardinal(count), ..) => (i16::from(count), at + 1),
        (Word::Number(count @ 1..=999, _), ..) if quantity::stands_alone(line, at) => {
            (i16::try_from(count).ok()?, at + 1)
        }
        _ => return None,
    };
    let Word::Span(span, _) = line.word(unit) else {
        return None;
    };
    if line.word(unit + 1) == Word::By
        && let Some(read) = from_name(line, unit + 1, count, span)
    {
        return Some(read);
    }
    let way = match line.word(unit + 1) {
        Word::Later => 1,
        Word::Earlier if !line.is(unit + 1, words!("ago")) => -1,
        // "Six months after they had got back": of what is told nowhere else.
        Word::By
            if line.is(unit + 1, words!("after"))
                && line.is(unit + 2, words!("he she they it"))
                && line.is(unit + 3, words!("had")) =>
        {
            return None;
        }
        Word::By if line.is(unit + 1, words!("after")) && ends(line, unit + 2) => 1,
        // "ten years after that", but not "two days after that battle".
        Word::By
            if line.is(unit + 1, words!("after before"))
                && matches!(line.word(unit + 2), Word::That | Word::This)
                && (ends(line, unit + 3)
                    || line.capital(unit + 3)
                    || line.word(unit + 3) == Word::The) =>
        {
            let way = if line.is(unit + 1, words!("after")) {
                1
            } else {
                -1
            };
            return counted(count * way, span, unit + 3);
        }
        // "Two days after the sinking": of what was told last.
        Word::By if line.is(unit + 1, words!("after")) && span <= Span::Week => {
            return after_what(line, unit + 2).and_then(|end| counted(count, span, end));
        }
        Word::By if line.is(unit + 1, words!("before")) && ends(line, unit + 2) => -1,
        _ => return None,
    };
    // "A decade earlier" is a year, "two decades earlier" a decade.
    if count == 1 && span == Span::Decade {
        return counted(way * 10, Span::Year, unit + 2);
    }
    counted(count * way, span, unit + 2)
}

/// What befalls a place or a ship, and is told of with its day.
const BEFALLS: Words = words!(
    "attack battle bombing bombardment capture conquest crossing defeat evacuation fall invasion landing landings \
     liberation loss massacre occupation relief siege signing sinking storming surrender treaty victory"
);

/// `after Marathon`, `before the fall of Girona`, from "after" or "before" on: counted from the day that is told with that name.
fn from_name(line: &Line<'_>, at: usize, count: i16, span: Span) -> Option<Read> {
    let way = if line.is(at, words!("after")) {
        1
    } else if line.is(at, words!("before")) {
        -1
    } else {
        return None;
    };
    let befalls = line.word(at + 1) == Word::The
        && line.is(at + 2, BEFALLS)
        && !line.capital(at + 2)
        && line.word(at + 3) == Word::Of;
    let start = at + if befalls { 4 } else { 1 };
    let start = start + usize::from(befalls && line.word(start) == Word::The);
    let named =
        |at: &usize| line.capital(*at) && line.is_word(*at) && line.word(*at) == Word::Other;
    let end = start + (start..start + LONGEST_NAME + 1).take_while(named).count();
    let whole = (1..=LONGEST_NAME).contains(&(end - start)) && line.stops(end);
    let dashed = line.word(end) == Word::Dash && line.glued(end);
    let counts = span != Span::Moment && whole && !dashed && !line.is_mark(end, &["'", "’"]);
    counts.then_some((
        Partial::default(),
        Some(Relative::FromName(count * way, span)),
        end,
    ))
}

/// Words of a name, at most.
const LONGEST_NAME: usize = 3;

/// `the sinking`, `the attack`: the token after one lower-case word with its article.
fn after_what(line: &Line<'_>, at: usize) -> Option<usize> {
    let named = line.word(at) == Word::The && line.word(at + 1) == Word::Other;
    let short = line.stops(at + 2) || line.word(at + 2) == Word::The;
    (named && line.is_word(at + 1) && !line.capital(at + 1) && short).then_some(at + 2)
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
