//! Centuries, and the ordinal numbers that they are counted with.

use super::era::{era, era_if_any};
use super::quantity;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Partial, Scale};
use crate::notes::dates::words::{Era, Span, Word};
use crate::notes::word_key::words;

/// A century: `19th century`, `nineteenth-century`, `XIX century`, and the first half of `18th and 19th centuries`.
pub(super) fn century(line: &Line<'_>, at: usize) -> Option<(Partial, usize)> {
    // "in the 16thC"
    if let (Word::Number(number @ 1..=21, 1..=2), true) = (line.word(at), line.glued(at + 1))
        && line.is(at + 1, words!("thc stc ndc rdc"))
    {
        let number = u16::try_from(number).ok()?;
        let (era, after) = era_if_any(line, at + 2);
        let century = Partial::of(Scale::Century(number));
        return Some((Partial { era, ..century }, after));
    }
    let (number, end) = ordinal(line, at, true)?;
    if number == 0 || number > 30 {
        return None;
    }
    let century = Partial::of(Scale::Century(u16::from(number)));
    if let Some(after) = century_word(line, end) {
        let (era, after) = era_if_any(line, after);
        return Some((Partial { era, ..century }, after));
    }
    if let Some((era, after)) = era_of_century(line, at, end) {
        let era = Some(era);
        return Some((Partial { era, ..century }, after));
    }
    // "18th and 19th centuries": the word comes later.
    let mut ahead = end;
    while ahead < end + 5
        && matches!(
            line.word(ahead),
            Word::And
                | Word::To
                | Word::Dash
                | Word::Comma
                | Word::Slash
                | Word::Part
                | Word::Mid
                | Word::The
        )
    {
        ahead += 1;
    }
    let (_, last) = if ahead > end {
        ordinal(line, ahead, true)?
    } else {
        return None;
    };
    if let Some((era, _)) = era_of_century(line, ahead, last) {
        let era = Some(era);
        return Some((Partial { era, ..century }, end));
    }
    let after = century_word(line, last).or_else(|| {
        // "16th, 17th and 18th centuries".
        let separated = matches!(
            line.word(last),
            Word::And | Word::To | Word::Dash | Word::Comma
        );
        let (_, third) = separated.then(|| ordinal(line, last + 1, true))??;
        century_word(line, third)
    })?;
    let era = era(line, after).map(|(era, _)| era);
    Some((Partial { era, ..century }, end))
}

/// "C19th", and "C19" where a time stands before it: "in C19", "late C19".
pub(super) fn short_century(
    line: &Line<'_>,
    at: usize,
    number: u8,
    ended: bool,
) -> Option<(Partial, usize)> {
    let led = matches!(line.before(at), Word::In | Word::Part | Word::Mid)
        || matches!(line.before(at), Word::The) && at > 1 && line.word(at - 2) == Word::In;
    let (era, after) = era_if_any(line, at + 1);
    let century = Partial::of(Scale::Century(u16::from(number)));
    (ended || led).then_some((Partial { era, ..century }, after))
}

/// The era that stands for the word after the number from `at` to `end`, and the token after it: `6th BCE`. "May 5th AD 30" has a
/// year behind it, and a month before it.
fn era_of_century(line: &Line<'_>, at: usize, end: usize) -> Option<(Era, usize)> {
    let month = at > 0 && matches!(line.word(at - 1), Word::Month(..));
    if month || !matches!(line.word(at), Word::Number(..)) {
        return None;
    }
    era(line, end).filter(|(_, after)| !matches!(line.word(*after), Word::Number(..)))
}

/// The token after `century`, `centuries`, `-century`, `c.`, `cent.`
fn century_word(line: &Line<'_>, at: usize) -> Option<usize> {
    let at = if line.word(at) == Word::Dash && line.glued(at) {
        at + 1
    } else {
        at
    };
    match line.word(at) {
        Word::Span(Span::Century, _) => Some(at + 1),
        _ if !line.is(at, words!("c")) && line.str(at) != "C" => None,
        // "27 Hen. VIII c. 28": a chapter.
        _ if line.word(at + 1) == Word::Dot && line.glued(at + 1) => {
            (!matches!(line.word(at + 2), Word::Number(..))).then_some(at + 2)
        }
        // "5th c BC Herodotus", "16th C trade"
        _ => {
            let goes_on = line.is_word(at + 1) && !line.capital(at + 1);
            (goes_on || line.stops(at + 1) || era(line, at + 1).is_some()).then_some(at + 1)
        }
    }
}

/// `19th`, `nineteenth`, `twenty-first`, and `XIX` where `roman`: the number and the token after it.
pub(super) fn ordinal(line: &Line<'_>, at: usize, roman: bool) -> Option<(u8, usize)> {
    match line.word(at) {
        Word::Number(value, 1..=2) if line.glued(at + 1) && line.word(at + 1) == Word::Suffix => {
            let alone = quantity::stands_alone(line, at);
            Some((u8::try_from(value).ok()?, at + 2)).filter(|_| alone)
        }
        Word::Ordinal(number) => Some((number, at + 1)),
        Word::Cardinal(tens @ (20 | 30)) => {
            let joined = if line.word(at + 1) == Word::Dash {
                at + 2
            } else {
                at + 1
            };
            match line.word(joined) {
                Word::Ordinal(ones @ 1..=9) => Some((tens + ones, joined + 1)),
                _ => None,
            }
        }
        Word::Roman(number) if roman => {
            let suffixed = line.glued(at + 1) && line.word(at + 1) == Word::Suffix;
            Some((number, at + 1 + usize::from(suffixed)))
        }
        _ => None,
    }
}
