//! The date after a joint, which may leave out what the one before it says.

use super::Joint;
use super::years::{added_year, bare_year, next_year, short_year};
use crate::notes::dates::grammar::era::era;
use crate::notes::dates::grammar::point::point;
use crate::notes::dates::grammar::{day, quantity};
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{End, Partial, Relative};
use crate::notes::dates::words::Word;
use crate::notes::word_key::words;

/// The date after a joint.
pub(super) fn second(line: &Line<'_>, joint: Joint, at: usize, first: &End) -> Option<End> {
    let ranged = matches!(joint, Joint::Dash | Joint::To);
    if ranged && let Some(end) = short_year(line, at, first).or_else(|| next_year(line, at, first))
    {
        return Some(end);
    }
    if joint == Joint::And && matches!(line.word(at - 1), Word::Sign) {
        return added_year(line, at, first);
    }
    let own = &first.partial;
    // "October 16-28", "May 4 and 5, 1865", "May 6 and 7th".
    let month_first = own.month.is_some() && own.day.is_some() && own.scale.is_none();
    if (month_first || own.month.is_none() && own.day.is_some())
        && let Some(end) = another_day(line, joint, at, own)
    {
        return Some(end);
    }
    // "Dec 209 or Jan 208 BC"
    let either = joint == Joint::List
        && line.is(at - 1, words!("or"))
        && own.month.is_some()
        && own.day.is_none()
        && matches!(line.word(at), Word::Month(..));
    if joint == Joint::List
        && !either
        && !(own.scale.is_none() && first.relative.is_none() && own.month.is_some())
    {
        return None;
    }
    let last = point(line, at).or_else(|| {
        if ranged {
            bare_year(line, at, own)
        } else {
            None
        }
    })?;
    let counted = last.relative.is_some_and(|relative| {
        !matches!(
            relative,
            Relative::OfYear(_) | Relative::SameMonth | Relative::EndOfMonth
        )
    });
    let listed = joint != Joint::List
        || own.day.is_some() == last.partial.day.is_some() && last.partial.month.is_some();
    (!counted && listed && last.tokens.start == at).then_some(last)
}

/// `28` of "October 16-28, 1962".
fn another_day(line: &Line<'_>, joint: Joint, at: usize, first: &Partial) -> Option<End> {
    let start = at + usize::from(line.word(at) == Word::The);
    let (number, end) = day::day_number(line, start)?;
    if matches!(line.word(end), Word::Month(..)) || line.word(end) == Word::Of {
        let (partial, relative, end) = day::day_first(line, start)?;
        return Some(End {
            tokens: at..end,
            partial,
            relative,
        });
    }
    let month = first.month?;
    // "October 22, 25 and 27".
    let goes_on = line.is(end, words!("and"))
        && day::day_number(line, end + 1)
            .is_some_and(|(next, after)| next > number && line.stops(after));
    let listed = joint == Joint::List && goes_on;
    // In a list only what is plainly a day: "May 6 and 7th", "May 4 and 5", not "May 4, 30 men".
    let plain = joint == Joint::Dash
        || listed
        || end > start + 1
        || line.stops(end)
        || quantity::follows_year(line, end);
    let after = first.day.is_some_and(|day| number > day);
    // "5 Dec - 21st Amendment"
    let named = end > start + 1 && line.is_word(end) && line.capital(end) && !line.glued(start);
    if named && joint == Joint::Dash {
        return None;
    }
    if !plain || !after || joint == Joint::List && !listed || era(line, end).is_some() {
        return None;
    }
    let partial = Partial {
        day: Some(number),
        month: Some(month),
        ..Partial::default()
    };
    let (partial, relative, end) = day::with_year(line, partial, end);
    Some(End {
        tokens: at..end,
        partial,
        relative,
    })
}
