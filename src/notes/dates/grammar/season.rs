//! Seasons and feasts: "the spring of 1916", "Christmas 1914", "the Ides of March 44 BC".

use super::day::{Read, with_year};
use super::easter;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::Partial;
use crate::notes::dates::words::{Feast, Span, Word};
use crate::notes::when::Season;
use crate::notes::word_key::words;

/// A season with a year, or by itself after "in", "the", "that".
pub(super) fn season(line: &Line<'_>, at: usize) -> Option<Read> {
    let Word::Season(season) = line.word(at) else {
        return None;
    };
    let partial = Partial {
        season: Some(season),
        ..Partial::default()
    };
    let (read, relative, end) = with_year(line, partial, at + 1);
    if read.scale.is_some() || relative.is_some() {
        return Some((read, relative, end));
    }
    // "autumn: over the Alps"
    let heads = line.word(at + 1) == Word::Colon && line.opens(at);
    let led = match line.before(at) {
        Word::In | Word::By | Word::Part | Word::From | Word::To => true,
        // "That winter they starve", "later that summer"; "ideas that spring to mind".
        Word::That if at >= 2 && !line.capital(at - 1) => {
            !line.is_word(at - 2)
                || matches!(
                    line.word(at - 2),
                    Word::In
                        | Word::By
                        | Word::Of
                        | Word::To
                        | Word::From
                        | Word::Later
                        | Word::Part
                )
                || line.is(at - 2, words!("and but all"))
        }
        Word::That => true,
        Word::The => {
            at >= 2
                && matches!(
                    line.word(at - 2),
                    Word::In | Word::By | Word::Of | Word::To | Word::From
                )
        }
        Word::Dash => at >= 2 && line.word(at - 2) == Word::Mid,
        _ => false,
    };
    // "the fall of France", "spring up"; "Causes of the fall", but "at the end of the fall".
    let falls = |at: usize| {
        let of = at >= 3 && line.before(at) == Word::The && line.word(at - 2) == Word::Of;
        !line.stops(at + 1) || of && !matches!(line.word(at - 3), Word::Edge | Word::Part)
    };
    let other = line.word(at + 1) == Word::Of
        || season == Season::Autumn && line.is(at, words!("fall")) && falls(at);
    ((led || heads) && !other && (!line.capital(at) || !line.capital(at + 1))).then_some((
        partial,
        None,
        at + 1,
    ))
}

/// "Christmas 1914", "Christmas Day, 1776", "the Ides of March 44 BC".
pub(super) fn feast(line: &Line<'_>, at: usize) -> Option<Read> {
    let Word::Feast(feast) = line.word(at) else {
        return None;
    };
    match feast {
        Feast::Easter => easter::easter(line, at),
        Feast::Christmas => {
            let (day, end) = match line.word(at + 1) {
                Word::Span(Span::Day, false) => (25, at + 2),
                Word::Eve => (24, at + 2),
                _ => (25, at + 1),
            };
            let partial = Partial {
                month: Some(12),
                day: Some(day),
                ..Partial::default()
            };
            let read = with_year(line, partial, end);
            // "By Christmas", but not "the Christmas truce".
            let led = line.before(at) == Word::By || at > 0 && line.is(at - 1, words!("at"));
            let alone = led && !line.capital(end);
            (read.0.scale.is_some() || read.1.is_some() || end > at + 1 || alone).then_some(read)
        }
        Feast::Ides => {
            let Word::Month(month, _) = line.word(at + 2) else {
                return None;
            };
            let day = if matches!(month, 3 | 5 | 7 | 10) {
                15
            } else {
                13
            };
            let partial = Partial {
                month: Some(month),
                day: Some(day),
                ..Partial::default()
            };
            (line.word(at + 1) == Word::Of).then(|| with_year(line, partial, at + 3))
        }
    }
}
