//! A day and a month, or a month and a year, with a slash between them: `20/6`, `16/5, 5/8, 18/8`, `4/69`.

use super::quantity;
use crate::notes::dates::Order;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Scale};
use crate::notes::dates::words::Word;
use crate::notes::word_key::{Words, words};

/// Tokens before and after among which another such day is looked for.
const NEAR: usize = 40;

/// "24/7".
const ROUND_THE_CLOCK: (u32, u32) = (24, 7);

/// The day or month that starts with the number at `at`, and the token after it.
pub(super) fn slashed(line: &Line<'_>, at: usize) -> Option<(Partial, usize)> {
    let (first, second) = halves(line, at)?;
    let end = at + 3;
    if let (1..=12, (year @ 32..=99, 2)) = (first, second) {
        return month_and_year(line, at, first, year);
    }
    let (day, month) = (first, second.0);
    let real = (1..=31).contains(&day) && (1..=12).contains(&month);
    let set_off = is_set_off(line, at) || day > 12 && is_behind_word(line, at);
    if !real || line.order != Order::DayFirst || !set_off || counts(line, end) {
        return None;
    }
    // "24/7", "1/3 of the peasants": what is no fraction of one is a day, others only beside one.
    let always = (day, month) == ROUND_THE_CLOCK;
    let improper = day >= month && line.opens(at) && !line.glued(end) && line.capital(end);
    let ranged = ranges(line, end) || ends_range(line, at);
    if always || !(day > 12 || improper || ranged || is_beside_another(line, at)) {
        return None;
    }
    let partial = Partial {
        day: u8::try_from(day).ok(),
        month: u8::try_from(month).ok(),
        ..Partial::default()
    };
    Some((partial, end))
}

/// The numbers on both sides of a slash, the second with its digits; no part of a longer chain.
fn halves(line: &Line<'_>, at: usize) -> Option<(u32, (u32, u8))> {
    let (Word::Number(first, 1..=2), Word::Number(second, digits @ 1..=2)) =
        (line.word(at), line.word(at + 2))
    else {
        return None;
    };
    let slashed = line.word(at + 1) == Word::Slash && line.glued(at + 1) && line.glued(at + 2);
    let end = at + 3;
    let goes_on = line.glued(end)
        && !ranges(line, end)
        && (line.is_word(end)
            || matches!(line.word(end), Word::Sign | Word::Slash)
            || line.glued(end + 1) && matches!(line.word(end + 1), Word::Number(..)));
    let tied = at > 0 && line.glued(at) && line.before(at) != Word::Open && !ends_range(line, at);
    (slashed && !goes_on && !tied).then_some((first, (second, digits)))
}

/// Whether a dash and another such day follow: "12/3–6/4/30".
fn ranges(line: &Line<'_>, end: usize) -> bool {
    let glued = (end..end + 4).all(|at| line.glued(at));
    let day = matches!(line.word(end + 1), Word::Number(1..=31, _));
    let month = matches!(line.word(end + 3), Word::Number(1..=12, _));
    glued && line.word(end) == Word::Dash && day && line.word(end + 2) == Word::Slash && month
}

/// Whether a dash and a day stand before: "12/3–28/6", "16-20/7".
fn ends_range(line: &Line<'_>, at: usize) -> bool {
    if at < 2 || line.before(at) != Word::Dash || !line.glued(at - 1) {
        return false;
    }
    let slashed = at > 3 && line.word(at - 3) == Word::Slash && line.glued(at - 2);
    match (line.word(at - 2), line.word(at)) {
        (Word::Number(1..=12, _), Word::Number(1..=31, _)) if slashed => true,
        (Word::Number(first @ 1.., _), Word::Number(last @ 13..=31, _)) => first < last,
        // "2–6/9 massacres" opens its line.
        (Word::Number(first @ 1.., _), Word::Number(last @ ..=12, _)) => {
            first < last && line.opens(at - 2)
        }
        _ => false,
    }
}

/// Words before a fraction that is no day: "article 16/5", "a ratio of 13/1".
const LABELS: Words = words!(
    "act article beat by chapter decree due for grade law laws lost mark marks no of over p page pages paper pp q question ratio \
     room score scored section won"
);

/// Whether a word that labels no number stands before a number, and nothing goes on after it: "My Lai 16/3; …".
fn is_behind_word(line: &Line<'_>, at: usize) -> bool {
    let end = at + 3;
    let ended = line.stops(end) && !line.is_mark(end, &["%"]) || line.opens_line(end);
    at > 0 && line.is_word(at - 1) && !line.is(at - 1, LABELS) && ended
}

/// `4/69` behind a name, where nothing goes on: "Ninth Congress 4/69, Lin".
fn month_and_year(line: &Line<'_>, at: usize, month: u32, year: u32) -> Option<(Partial, usize)> {
    let named = is_behind_word(line, at) && line.capital(at - 1);
    let partial = Partial {
        month: u8::try_from(month).ok(),
        ..Partial::of(Scale::ShortYear(u8::try_from(year).ok()?))
    };
    named.then_some((partial, at + 3))
}

/// Whether a number opens its line or a part of it.
fn is_set_off(line: &Line<'_>, at: usize) -> bool {
    line.opens(at)
        || ends_range(line, at)
        || matches!(
            line.before(at),
            Word::Comma | Word::Colon | Word::Arrow | Word::Open | Word::In | Word::From | Word::To
        )
        || line.is_mark(at - 1, &[";"])
}

/// Whether what follows a fraction says what it is one of.
fn counts(line: &Line<'_>, end: usize) -> bool {
    line.word(end) == Word::Of || line.is_word(end) && quantity::counts(line, end - 1)
}

/// Whether a day above the twelfth is written the same way nearby.
fn is_beside_another(line: &Line<'_>, at: usize) -> bool {
    (at.saturating_sub(NEAR)..at + NEAR).any(|other| {
        let plain = |(day, month): (u32, (u32, u8))| {
            (13..=31).contains(&day)
                && (1..=12).contains(&month.0)
                && (day, month.0) != ROUND_THE_CLOCK
        };
        line.word(other) != Word::Other
            && other != at
            && halves(line, other).is_some_and(plain)
            && is_set_off(line, other)
    })
}
