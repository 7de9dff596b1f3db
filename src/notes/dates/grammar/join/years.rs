//! The second year of a range, which says less than the first: `1914–18`, `478/7`, `264 to 241 BC`.

use crate::notes::dates::grammar::quantity;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{End, Expression, Partial, Scale};
use crate::notes::dates::words::{Era, Word};
use crate::notes::word_key::words;

/// `18` of "1914–18", `94` of "1990-94", `49` of "winter 1948-49".
pub(super) fn short_year(line: &Line<'_>, at: usize, first: &End) -> Option<End> {
    // "'31-33"
    if let (Some(Scale::ShortYear(year)), Word::Number(value, 2)) =
        (first.partial.scale, line.word(at))
        && line.word(first.tokens.start) == Word::Apostrophe
        && line.glued(at)
        && quantity_free(line, at)
    {
        let value = u8::try_from(value).ok().filter(|value| *value > year)?;
        return Some(End {
            tokens: at..at + 1,
            partial: Partial::of(Scale::ShortYear(value)),
            relative: None,
        });
    }
    let Some(Scale::Year(year @ 1000..)) = first.partial.scale else {
        return None;
    };
    let Word::Number(value, digits @ 1..=2) = line.word(at) else {
        return None;
    };
    if first.partial.month.is_some() || !line.glued(at) || !quantity_free(line, at) {
        return None;
    }
    let unit = if digits == 2 { 100 } else { 10 };
    let value = u16::try_from(value).ok()?;
    let end = year / unit * unit + value;
    let follows = value > year % unit && !(line.glued(at + 1) && line.is_word(at + 1));
    // "1899-00".
    let turns = digits == 2 && value == 0 && year % 100 == 99;
    let end = if turns { year + 1 } else { end };
    (follows || turns).then_some(End {
        tokens: at..at + 1,
        partial: Partial::year(end),
        relative: None,
    })
}

/// "In power from 45-51", "45-51: welfare state": years of two digits, both in the century of the note. Without as much
/// before or after them, "premier 49-76" and "73-4 Criticise Lin" are years only in a note that writes them so.
pub(super) fn short_years(line: &Line<'_>, at: usize) -> Option<Expression> {
    let (Word::Number(first @ 13..=99, 2), Word::Number(last, digits @ 1..=2)) =
        (line.word(at), line.word(at + 2))
    else {
        return None;
    };
    let last = if digits == 1 {
        first / 10 * 10 + last
    } else {
        last
    };
    let end = at + 3;
    let ranged = line.word(at + 1) == Word::Dash && line.glued(at + 1) && line.glued(at + 2);
    if !ranged || first >= last || line.glued(at) && at > 0 {
        return None;
    }
    // "64-5 for ceasefire": votes.
    if line.is(end, words!("for against majority vote votes win wins")) {
        return None;
    }
    let leads = at == 0 && first > 31 && line.word(end) == Word::Colon;
    let led = at > 0 && line.is(at - 1, words!("from")) && line.stops(end);
    let weak = digits == 1 || !(leads || led);
    if weak && !(last > 31 && may_be_years(line, at, end)) {
        return None;
    }
    let half = |at: usize, year| {
        let year = u8::try_from(year).ok()?;
        Some(End {
            tokens: at..at + 1,
            partial: Partial {
                weak,
                ..Partial::of(Scale::ShortYear(year))
            },
            relative: None,
        })
    };
    Some(Expression {
        first: half(at, first)?,
        last: Some(half(at + 2, last)?),
        onwards: false,
    })
}

/// "31-36 drought" may be pages, "73-4 Criticise Lin" hardly.
fn first_is_no_day(line: &Line<'_>, at: usize) -> bool {
    matches!(line.word(at), Word::Number(32.., _))
}

/// Whether a range of short numbers stands as years do: behind a word with nothing after it, or before a name at the start of a line.
fn may_be_years(line: &Line<'_>, at: usize, end: usize) -> bool {
    let counted = || {
        line.is(
            at - 1,
            words!(
                "aged age ages by lost won beat score p pp page pages lines about almost over under"
            ),
        )
    };
    let behind = at > 0 && line.is_word(at - 1) && !line.opens_line(at) && !counted();
    let opens =
        first_is_no_day(line, at) && line.opens(at) && line.capital(end) && !line.glued(end);
    let plain = !line.is_mark(end, &["%", "°", "/", "-"]);
    behind && (line.stops(end) && plain || line.opens_line(end)) || opens
}

/// `36` of "1535 + 36".
pub(super) fn added_year(line: &Line<'_>, at: usize, first: &End) -> Option<End> {
    let (Some(Scale::Year(year @ 1000..)), Word::Number(value, 2)) =
        (first.partial.scale, line.word(at))
    else {
        return None;
    };
    let alone = first.partial.month.is_none() && line.stops(at + 1) && quantity_free(line, at);
    let value = u16::try_from(value)
        .ok()
        .filter(|value| *value > year % 100)?;
    alone.then_some(End {
        tokens: at..at + 1,
        partial: Partial::year(year / 100 * 100 + value),
        relative: None,
    })
}

/// `7` of "478/7", `2` of "691/2": the year after, which counts down before Christ.
pub(super) fn next_year(line: &Line<'_>, at: usize, first: &End) -> Option<End> {
    let Some(Scale::Year(year @ 100..1000)) = first.partial.scale else {
        return None;
    };
    let Word::Number(last, digits @ 1..=2) = line.word(at) else {
        return None;
    };
    // "711-12"
    if digits == 2
        && line.word(at - 1) != Word::Slash
        && line.glued(at)
        && quantity_free(line, at)
        && line.stops(at + 1)
    {
        let last = u16::try_from(last).ok()?;
        let last = year / 100 * 100 + last;
        return (last != year && first.partial.weak).then(|| bare(at, last));
    }
    if !quantity::is_next_year(line, at - 2) {
        return None;
    }
    let unit = if digits == 2 { 100 } else { 10 };
    let down = u32::from(year) % unit == (last + 1) % unit;
    Some(bare(at, if down { year - 1 } else { year + 1 }))
}

/// A year that is one only where the note is about such years.
fn bare(at: usize, year: u16) -> End {
    End {
        tokens: at..at + 1,
        partial: Partial {
            weak: true,
            ..Partial::year(year)
        },
        relative: None,
    }
}

/// Whether nothing but a mark is glued to the number's right.
fn quantity_free(line: &Line<'_>, at: usize) -> bool {
    let marked = matches!(line.word(at + 1), Word::Sign | Word::Slash);
    let number_after = line.glued(at + 2) && matches!(line.word(at + 2), Word::Number(..));
    !line.glued(at + 1) || !(marked || number_after)
}

/// A bare number of any length after a dash, where the first half is a bare number too: "264 to 241 BC".
pub(super) fn bare_year(line: &Line<'_>, at: usize, first: &Partial) -> Option<End> {
    let Word::Number(value, 1..=4) = line.word(at) else {
        return None;
    };
    let Some(Scale::Year(year)) = first.scale else {
        return None;
    };
    let both_bare = first.weak || first.era.is_some();
    let counts = !line.stops(at + 1) && quantity::counts(line, at);
    let stops = line.stops(at + 1) || first.era.is_some() || year >= 100 && !counts;
    if !both_bare || !quantity::stands_alone(line, at) || !stops {
        return None;
    }
    // The first number is the later one only before Christ.
    // "from 79 to 90"
    let led = first.scale == Some(Scale::Year(year))
        && line.word(at - 1) == Word::To
        && at > 2
        && line.word(at - 3) == Word::From;
    let after = first.era != Some(Era::Before) && (year >= 100 || led);
    let value = u16::try_from(value)
        .ok()
        .filter(|value| *value > 0 && (*value < year || after && *value > year))?;
    Some(bare(at, value))
}
