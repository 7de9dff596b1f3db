//! Parts of a stretch of time, and dates that are only about: "early to mid 1950s", "the end of 1941", "c. 1450".

use super::{core, modified};
use crate::notes::dates::grammar::day::Read;
use crate::notes::dates::grammar::{relative, year};
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Relative};
use crate::notes::dates::words::{Span, Word};
use crate::notes::word_key::words;

/// "early 1962", "late in 1962", "early to mid 1950s", "late in the year".
pub(super) fn part(line: &Line<'_>, at: usize) -> Option<Read> {
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
pub(super) fn mid(line: &Line<'_>, at: usize) -> Option<Read> {
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
pub(super) fn edge(line: &Line<'_>, at: usize) -> Option<Read> {
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
pub(super) fn about(line: &Line<'_>, at: usize) -> Option<Read> {
    let circa = line.word(at) == Word::Circa;
    let next = at + 1 + usize::from(circa && line.word(at + 1) == Word::Dot);
    let (mut partial, relative, end) = match line.word(next) {
        // "lasted ~400 yrs"
        Word::Number(..) if circa && matches!(line.word(next + 1), Word::Span(_, true)) => {
            return None;
        }
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
