//! One date with everything that belongs to it: "the end of March 1944", "c. 200 BC", "early in the 19th century".

use super::day::{self, Read};
use super::{easter, numeric, relative, season, slashed, year};
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{End, Partial, Relative, Scale};
use crate::notes::dates::words::{Span, Word};
use crate::notes::word_key::words;

/// The date that starts with token `at`.
pub(super) fn point(line: &Line<'_>, at: usize) -> Option<End> {
    let (partial, relative, end) = modified(line, at)?;
    let start = if relative.is_some() {
        extended(line, at)
    } else {
        at
    };
    Some(End {
        tokens: start..end,
        partial,
        relative,
    })
}

/// "just two years later", "less than a year later", "a mere two years later": the words before that belong to it.
fn extended(line: &Line<'_>, at: usize) -> usize {
    if !matches!(
        line.word(at),
        Word::Cardinal(_) | Word::Number(..) | Word::A
    ) || at == 0
    {
        return at;
    }
    let before = at - 1;
    if line.is(before, words!("than")) && at > 1 && line.is(at - 2, words!("less more")) {
        return at - 2;
    }
    if line.is(before, words!("mere")) && line.before(before) == Word::A {
        return at - 2;
    }
    let near = words!("just almost over nearly only exactly barely some");
    if line.is(before, near) { before } else { at }
}

fn modified(line: &Line<'_>, at: usize) -> Option<Read> {
    match line.word(at) {
        Word::The => definite(line, at),
        Word::Part => part(line, at),
        // "later in 1792"
        Word::Later if line.is(at + 1, words!("in")) => part(line, at),
        Word::Mid => mid(line, at),
        // "less than half of 1969's"
        Word::Edge if !line.is(at, words!("half part remainder rest")) => edge(line, at),
        Word::Ordinal(_) | Word::Previous if is_share(line, at) => edge(line, at + 1),
        Word::Circa | Word::About => about(line, at),
        Word::Span(Span::Month | Span::Year, false)
            if line.is(at + 1, words!("end")) && line.str(at).ends_with('s') =>
        {
            let Word::Span(span, _) = line.word(at) else {
                return None;
            };
            Some((Partial::default(), Some(Relative::Same(span)), at + 2))
        }
        Word::Span(Span::Year, _) => match line.word(at + 1) {
            Word::Number(..) => {
                year::year(line, at + 1, true).map(|(partial, end)| (partial, None, end))
            }
            _ => None,
        },
        _ => core(line, at),
    }
}

/// "first half of", "last quarter of".
fn is_share(line: &Line<'_>, at: usize) -> bool {
    let share = matches!(line.word(at + 1), Word::Edge) || line.is(at + 1, words!("quarter third"));
    share && line.word(at + 2) == Word::Of
}

/// After "the": what takes an article. "The 1848 revolutions" has its date after the article.
fn definite(line: &Line<'_>, at: usize) -> Option<Read> {
    match line.word(at + 1) {
        Word::Part | Word::Mid | Word::Edge | Word::Span(Span::Year, _)
            if line.word(at + 2) != Word::By =>
        {
            let read = match line.word(at + 1) {
                Word::Edge => edge(line, at + 1),
                _ => modified(line, at + 1),
            };
            read.or_else(|| relative::relative(line, at))
        }
        Word::Ordinal(_) | Word::Previous if is_share(line, at + 1) => modified(line, at + 1),
        _ => {
            let century = year::century(line, at + 1).map(|(partial, end)| (partial, None, end));
            let read = century
                .or_else(|| relative::relative(line, at))
                .or_else(|| core(line, at + 1))?;
            let (partial, relative, _) = &read;
            let stretch = matches!(
                partial.scale,
                Some(Scale::Century(_) | Scale::Decade(_) | Scale::ShortDecade(_))
            );
            (relative.is_some()
                || stretch
                || partial.day.is_some() && !matches!(line.word(at + 1), Word::Month(..))
                || partial.season.is_some())
            .then_some(read)
        }
    }
}

/// "early 1962", "late in 1962", "early to mid 1950s", "late in the year".
fn part(line: &Line<'_>, at: usize) -> Option<Read> {
    let mut next = at + 1;
    // "… as he came too late ⏎ 422 Cleon dies"
    if line.opens_line(next) && matches!(line.word(next), Word::Number(..)) {
        return None;
    }
    let joined = matches!(
        line.word(next),
        Word::Dash | Word::To | Word::And | Word::Slash
    );
    if joined {
        let mut far = next + 1;
        if line.word(far) == Word::Dash {
            far += 1;
        }
        if matches!(line.word(far), Word::Part | Word::Mid) {
            return modified(line, far);
        }
        if line.word(next) != Word::Dash {
            return None;
        }
        next += 1;
    }
    // "the early part of".
    if line.word(next) == Word::Edge {
        return edge(line, next);
    }
    let within = line.is(next, words!("in on"));
    stretch(line, next + usize::from(within)).or_else(|| {
        if within {
            relative::relative(line, at)
        } else {
            None
        }
    })
}

/// "mid-1950s", "mid November", "the middle of August".
fn mid(line: &Line<'_>, at: usize) -> Option<Read> {
    if line.is(at, words!("middle")) {
        return edge(line, at);
    }
    let next = at + 1;
    if matches!(line.word(next), Word::Dash | Word::To | Word::Slash) {
        let far = next + 1 + usize::from(line.word(next + 1) == Word::To);
        let far = far + usize::from(line.word(far) == Word::Dash);
        if matches!(line.word(far), Word::Part) {
            return modified(line, far);
        }
        return if line.word(next) == Word::Dash {
            of_the_telling(line, next + 1).or_else(|| stretch(line, next + 1))
        } else {
            None
        };
    }
    stretch(line, next)
}

/// `month` of "at mid-month", `year` of "by mid-year": the one that the narrative is in.
fn of_the_telling(line: &Line<'_>, at: usize) -> Option<Read> {
    match line.word(at) {
        Word::Span(span @ (Span::Month | Span::Year), false) if line.glued(at) => {
            Some((Partial::default(), Some(Relative::Same(span)), at + 1))
        }
        _ => None,
    }
}

/// "the end of 1941", "the turn of the century".
fn edge(line: &Line<'_>, at: usize) -> Option<Read> {
    if line.word(at + 1) != Word::Of {
        return None;
    }
    let inner = at + 2;
    let after_the = inner + usize::from(line.word(inner) == Word::The);
    if line.word(after_the) == Word::Span(Span::Century, false) && line.is(at, words!("turn")) {
        return Some((
            Partial::default(),
            Some(Relative::TurnOfCentury),
            after_the + 1,
        ));
    }
    stretch(line, inner)
}

/// A date that has a beginning and an end to speak of: anything but a day.
fn stretch(line: &Line<'_>, at: usize) -> Option<Read> {
    let plain = match line.word(at) {
        // "the end of the year", "the end of the month".
        Word::The => match line.word(at + 1) {
            Word::Span(span @ (Span::Month | Span::Year | Span::Decade | Span::Century), false) => {
                year_named(line, at + 1).or(Some((
                    Partial::default(),
                    Some(Relative::Same(span)),
                    at + 2,
                )))
            }
            Word::Part | Word::Mid | Word::Edge => modified(line, at),
            _ => relative::relative(line, at).or_else(|| core(line, at + 1)),
        },
        Word::Part | Word::Mid | Word::Span(Span::Year, _) => modified(line, at),
        _ => core(line, at),
    };
    plain.filter(|(partial, relative, _)| partial.day.is_none() || relative.is_some())
}

/// "year 1950".
fn year_named(line: &Line<'_>, at: usize) -> Option<Read> {
    if !matches!(line.word(at + 1), Word::Number(..)) {
        return None;
    }
    year::year(line, at + 1, true).map(|(partial, end)| (partial, None, end))
}

/// "c. 1450", "about 1910", "around the end of March".
fn about(line: &Line<'_>, at: usize) -> Option<Read> {
    let circa = line.word(at) == Word::Circa;
    let next = at + 1 + usize::from(circa && line.word(at + 1) == Word::Dot);
    let (mut partial, relative, end) = match line.word(next) {
        Word::Number(_, digits @ 3..) if circa => {
            let (partial, end) = year::year(line, next, digits == 3)?;
            (partial, None, end)
        }
        Word::Circa => return None,
        _ => modified(line, next)?,
    };
    // "c." may be the third of a), b), c).
    if circa && relative.is_some()
        || circa
            && line.str(at).len() == 1
            && !matches!(line.word(next), Word::Number(..) | Word::Part | Word::Mid)
    {
        return None;
    }
    partial.approximate = true;
    Some((partial, relative, end))
}

/// A date without anything before it.
fn core(line: &Line<'_>, at: usize) -> Option<Read> {
    let absolute = |(partial, end): (Partial, usize)| (partial, None, end);
    match line.word(at) {
        // Neither a day nor a century.
        Word::Number(_, 3..) => numeric::numeric(line, at)
            .map(absolute)
            .or_else(|| relative::relative(line, at))
            .or_else(|| day::year_first(line, at))
            .or_else(|| year::year(line, at, false).map(absolute)),
        Word::Number(..) => numeric::numeric(line, at)
            .or_else(|| numeric::day_and_month(line, at))
            .or_else(|| slashed::slashed(line, at))
            .map(absolute)
            .or_else(|| day::day_first(line, at))
            .or_else(|| year::century(line, at).map(absolute))
            .or_else(|| relative::relative(line, at))
            .or_else(|| day::year_first(line, at))
            .or_else(|| year::year(line, at, false).map(absolute)),
        Word::Ordinal(_) => year::century(line, at)
            .map(absolute)
            .or_else(|| day::day_first(line, at)),
        Word::Cardinal(_) => year::century(line, at)
            .map(absolute)
            .or_else(|| relative::relative(line, at)),
        Word::Roman(_) => year::century(line, at).map(absolute),
        Word::Century(number, ended) => year::short_century(line, at, number, ended).map(absolute),
        Word::Weekday => weekday(line, at),
        Word::Month(..) => day::month_first(line, at),
        Word::Season(_) => season::season(line, at),
        Word::Feast(_) => season::feast(line, at),
        Word::A => year::year(line, at, false)
            .map(absolute)
            .or_else(|| relative::relative(line, at)),
        Word::Decade(_) | Word::Glued(..) | Word::Era(_) | Word::Apostrophe | Word::Letter(_) => {
            year::year(line, at, false).map(absolute)
        }
        Word::That | Word::This | Word::Next | Word::Previous | Word::Later | Word::Earlier => {
            relative::relative(line, at)
        }
        _ => None,
    }
}

/// "Saturday, June 24, 1950", "Sunday 25 June".
fn weekday(line: &Line<'_>, at: usize) -> Option<Read> {
    let mut next = at + 1;
    if line.word(next) == Word::Dot && line.glued(next) {
        next += 1;
    }
    if line.word(next) == Word::Comma {
        next += 1;
    }
    if line.word(next) == Word::The {
        next += 1;
    }
    let dated =
        easter::weekday(line, at).or_else(|| core(line, next).filter(|read| read.0.day.is_some()));
    if dated.is_none() {
        // "thu 24 oct 1929 / mon 28"
        let (day, end) = day::day_number(line, next).filter(|(_, end)| line.stops(*end))?;
        let partial = Partial {
            day: Some(day),
            ..Partial::default()
        };
        return Some((partial, Some(Relative::SameMonth), end));
    }
    dated
}
