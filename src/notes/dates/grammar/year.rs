//! Years and decades.

use super::era::{era, era_if_any};
use super::quantity;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Scale};
use crate::notes::dates::words::{Era, Word};
use crate::notes::word_key::{Words, words};

/// What a year, decade or century at `at` says, and the token after it. The number is taken as a year without a look
/// at what follows it where `sure` (it stands after a month, or after "the year").
pub(super) fn year(line: &Line<'_>, at: usize, sure: bool) -> Option<(Partial, usize)> {
    match line.word(at) {
        Word::Number(value, digits) => number(line, at, value, digits, sure),
        Word::Glued(era, value) => {
            let approximate = era.is_none();
            Some((
                Partial {
                    era,
                    approximate,
                    ..Partial::year(value)
                },
                at + 1,
            ))
        }
        Word::Apostrophe
            if line.glued(at + 1)
                && (!line.glued(at) || matches!(line.before(at), Word::Open | Word::Dash)) =>
        {
            apostrophe(line, at)
        }
        Word::Decade(first) => {
            let led = matches!(
                line.before(at),
                Word::The | Word::Part | Word::Mid | Word::Dash | Word::Apostrophe
            ) || at > 0 && line.is(at - 1, words!("roaring swinging"));
            let aged = at > 1 && line.is(at - 2, AGED) || at > 0 && line.is(at - 1, AGED);
            let led = led && !aged;
            led.then_some((Partial::of(Scale::ShortDecade(first / 10)), at + 1))
        }
        _ => {
            let (era, after) = era(line, at)?;
            era_first(line, era, after)
        }
    }
}

/// `AD 14`, `A.D. 476`, `BC 44`.
fn era_first(line: &Line<'_>, era: Era, at: usize) -> Option<(Partial, usize)> {
    let Word::Number(value, 1..=4) = line.word(at) else {
        return None;
    };
    // "App. BC 1.26" is a place in a book.
    let ends = (!line.glued(at + 1) || line.stops(at + 1)) && quantity::stands_alone(line, at);
    let year = u16::try_from(value).ok().filter(|year| *year > 0)?;
    ends.then_some((
        Partial {
            era: Some(era),
            ..Partial::year(year)
        },
        at + 1,
    ))
}

/// `'60s`, `'89`.
fn apostrophe(line: &Line<'_>, at: usize) -> Option<(Partial, usize)> {
    match line.word(at + 1) {
        Word::Number(value, 2) => {
            let value = u8::try_from(value).ok()?;
            if line.glued(at + 2) && line.word(at + 2) == Word::Plural {
                return value
                    .is_multiple_of(10)
                    .then_some((Partial::of(Scale::ShortDecade(value / 10)), at + 3));
            }
            // A closing quotation mark: '89' is quoted, not shortened.
            let quoted = line.glued(at + 2) && line.word(at + 2) == Word::Apostrophe;
            (line.stops(at + 2) || !line.glued(at + 2))
                .then_some((Partial::of(Scale::ShortYear(value)), at + 2))
                .filter(|_| !quoted)
        }
        Word::Decade(first) => Some((Partial::of(Scale::ShortDecade(first / 10)), at + 2)),
        _ => None,
    }
}

/// "1,050 BCE", "1,050 to 500 BC": a year that is written as a count is one by its era alone.
fn thousands(line: &Line<'_>, at: usize, value: u32) -> Option<(Partial, usize)> {
    let Word::Number(rest, 3) = line.word(at + 2) else {
        return None;
    };
    let free = !line.glued(at) || matches!(line.before(at), Word::Open | Word::Circa);
    if !line.glued(at + 1) || !line.glued(at + 2) || !free {
        return None;
    }
    let year = Partial::year(u16::try_from(value * 1000 + rest).ok()?);
    let end = at + 3;
    if let Some((era, after)) = era(line, end) {
        let era = Some(era);
        return Some((Partial { era, ..year }, after));
    }
    let last = match (line.word(end), line.word(end + 1)) {
        (Word::To | Word::Dash, Word::Number(_, 3)) => end + 2,
        (Word::To | Word::Dash, Word::Number(_, 1)) => end + 4,
        _ => return None,
    };
    era(line, last).map(|_| (year, end))
}

fn number(
    line: &Line<'_>,
    at: usize,
    value: u32,
    digits: u8,
    sure: bool,
) -> Option<(Partial, usize)> {
    if digits == 1
        && line.word(at + 1) == Word::Comma
        && let Some(year) = thousands(line, at, value)
    {
        return Some(year);
    }
    if digits > 4 || value == 0 || !quantity::stands_alone(line, at) {
        return None;
    }
    let value = u16::try_from(value).ok()?;
    let end = at + 1;
    if let Some(after) = plural(line, end) {
        // "1965's Man of the Year".
        let owner = digits == 4 && line.word(end) == Word::Apostrophe && !value.is_multiple_of(10);
        if owner && (1000..=2100).contains(&value) {
            return Some((Partial::year(value), end));
        }
        return decade(line, value, digits, after);
    }
    // "Back in 1052 bc he had an army": because.
    let because = digits == 4 && !line.glued(end) && line.str(end) == "bc" && line.is_word(end + 1);
    if let Some((era, after)) = era(line, end).filter(|_| !because) {
        return Some((
            Partial {
                era: Some(era),
                ..Partial::year(value)
            },
            after,
        ));
    }
    if let Some(year) = about(line, end, (value, digits)) {
        return Some((year, end + 1));
    }
    if line.glued(end) && !line.stops(end) {
        return None;
    }
    if digits == 4 && (1000..=2100).contains(&value) {
        let year = sure || quantity::is_year(line, at);
        return year.then_some((Partial::year(value), end));
    }
    // "c. 2686-2181 BC", "2160-2040"
    if digits == 4 && value < 5000 && (quantity::era_ahead(line, end) || falls(line, end, value)) {
        return Some((Partial::year(value), end));
    }
    // "the 68 riots"
    if digits == 2 && value > 31 && line.before(at) == Word::The && line.is(end, NAMED_BY_YEAR) {
        let short = u8::try_from(value).ok()?;
        return Some((Partial::of(Scale::ShortYear(short)), end));
    }
    let weak = sure && digits == 3 || quantity::may_be_short_year(line, at, digits);
    let bare = !weak && quantity::may_be_bare_year(line, at, digits);
    (weak || bare).then_some((
        Partial {
            weak: true,
            bare,
            ..Partial::year(value)
        },
        end,
    ))
}

/// "1940ish": a year up to `end`, and the token behind it.
fn about(line: &Line<'_>, end: usize, (year, digits): (u16, u8)) -> Option<Partial> {
    let rough = line.glued(end) && digits >= 3 && line.is(end, words!("ish"));
    (rough && !quantity::counts_soon(line, end + 1)).then_some(Partial {
        approximate: true,
        weak: digits == 3,
        ..Partial::year(year)
    })
}

/// What is called by the last two digits of its year.
const NAMED_BY_YEAR: Words = words!(
    "assassination coup crash crisis election elections revolt revolution riots rising uprising war"
);

/// Whether a hyphen and an earlier year of four digits follow the year before `at`.
fn falls(line: &Line<'_>, at: usize, year: u16) -> bool {
    let glued = line.glued(at) && line.glued(at + 1) && line.word(at) == Word::Dash;
    let Word::Number(next, 4) = line.word(at + 1) else {
        return false;
    };
    glued && (1000..u32::from(year)).contains(&next) && quantity::is_year(line, at + 1)
}

/// The token after `s` or `'s`.
fn plural(line: &Line<'_>, at: usize) -> Option<usize> {
    if !line.glued(at) {
        return None;
    }
    match line.word(at) {
        Word::Plural => Some(at + 1),
        Word::Apostrophe if line.glued(at + 1) && line.word(at + 1) == Word::Plural => Some(at + 2),
        _ => None,
    }
}

/// Words before an age.
const AGED: Words = words!("over under his her their");

fn decade(line: &Line<'_>, value: u16, digits: u8, end: usize) -> Option<(Partial, usize)> {
    if !value.is_multiple_of(10) {
        return None;
    }
    let (era, after) = era_if_any(line, end);
    // "Sokolov and 100s of officers", "1000's of men"
    let round = digits == 3 || digits == 4 && value.is_multiple_of(1000);
    if round && era.is_none() && line.word(after) == Word::Of {
        return None;
    }
    let scale = match digits {
        // "The 1800s", with no decade in sight, is the century.
        4 if value.is_multiple_of(100) => Scale::Century(value / 100 + 1),
        3 if value.is_multiple_of(100) => Scale::Century(value / 100 + 1),
        4 | 3 => Scale::Decade(value / 10),
        2 if era.is_some() => Scale::Decade(value / 10),
        // "for the over 60s", "in his 60s".
        2 if line.is(end.saturating_sub(3), AGED) || line.is(end.saturating_sub(4), AGED) => {
            return None;
        }
        // "60s/step" are seconds.
        2 if line.glued(end) && line.word(end) == Word::Slash && line.is_word(end + 1) => {
            return None;
        }
        2 => Scale::ShortDecade(u8::try_from(value / 10).ok()?),
        _ => return None,
    };
    Some((
        Partial {
            era,
            ..Partial::of(scale)
        },
        after,
    ))
}
