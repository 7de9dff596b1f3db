//! One date with everything that belongs to it: "the end of March 1944", "c. 200 BC", "early in the 19th century".

mod part;

use super::day::{self, Read};
use super::{century, easter, numeric, relative, season, slashed, year};
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{End, Partial, Relative, Scale};
use crate::notes::dates::words::{Span, Word};
use crate::notes::word_key::words;
use part::{about, edge, mid, part};

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
            let century = century::century(line, at + 1).map(|(partial, end)| (partial, None, end));
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
            .or_else(|| century::century(line, at).map(absolute))
            .or_else(|| relative::relative(line, at))
            .or_else(|| day::year_first(line, at))
            .or_else(|| year::year(line, at, false).map(absolute)),
        Word::Ordinal(_) => century::century(line, at)
            .map(absolute)
            .or_else(|| day::day_first(line, at)),
        Word::Cardinal(_) => century::century(line, at)
            .map(absolute)
            .or_else(|| relative::relative(line, at)),
        Word::Roman(_) => century::century(line, at).map(absolute),
        Word::Century(number, ended) => {
            century::short_century(line, at, number, ended).map(absolute)
        }
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
