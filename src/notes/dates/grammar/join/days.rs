//! Days that share the month after the last of them: `16–28 October`, `15, 16 and 17 April`, `5/6 May`.

use super::joint;
use crate::notes::dates::grammar::{day, numeric, slashed};
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{End, Expression, Partial, Relative};
use crate::notes::dates::words::Word;
use crate::notes::word_key::words;

/// `16` of "16-28 October", `28` of "28 and 29 May": a day whose month comes after another day.
pub(super) fn days_of_one_month(line: &Line<'_>, at: usize) -> Option<End> {
    let start = at + usize::from(line.word(at) == Word::The);
    if !matches!(line.word(start), Word::Number(_, ..=2)) {
        return None;
    }
    // "bill no. 1, 8 April"
    if at > 1 && line.before(at) == Word::Dot && line.is(at - 2, words!("no nos pt vol")) {
        return None;
    }
    let (number, end) = day::day_number(line, start)?;
    // "16.–19.10.1813"
    let dotted = line.word(end) == Word::Dot
        && line.glued(end)
        && line.glued(end + 1)
        && line.word(end + 1) == Word::Dash;
    let end = end + usize::from(dotted);
    let mut next = end;
    // "15, 16 and 17 April".
    for _ in 0..3 {
        let (_, after) = joint(line, next)?;
        let after = after + usize::from(line.word(after) == Word::The);
        // "13–17.3.1920"
        let numeric = || {
            line.glued(after)
                && numeric::numeric(line, after)
                    .or_else(|| slashed::slashed(line, after))
                    .is_some_and(|(last, _)| last.day > Some(number))
        };
        if day::day_first(line, after).is_some_and(|(partial, ..)| partial.month.is_some())
            || numeric()
        {
            let partial = Partial {
                day: Some(number),
                ..Partial::default()
            };
            return Some(End {
                tokens: at..end,
                partial,
                relative: None,
            });
        }
        next = day::day_number(line, after)?.1;
    }
    None
}

/// "July 1918 | castle burnt on 11/12th": two days of the month that is spoken of; "2/3rd" is a share, "18/19th century" none.
fn of_this_month(line: &Line<'_>, at: usize, (one, other): (u32, u32)) -> Option<Expression> {
    let century = matches!(line.word(at + 4), Word::Span(..));
    if one <= 10 || other != one + 1 || other > 31 || century {
        return None;
    }
    let half = |tokens, day| {
        Some(End {
            tokens,
            partial: Partial {
                day: Some(u8::try_from(day).ok()?),
                ..Partial::default()
            },
            relative: Some(Relative::SameMonth),
        })
    };
    Some(Expression {
        first: half(at..at + 1, one)?,
        last: half(at + 2..at + 4, other),
        onwards: false,
    })
}

/// "The night of 5/6 May", "10/11 June 323 BC", "8/9th November".
pub(super) fn slashed_days(line: &Line<'_>, at: usize) -> Option<Expression> {
    let (Word::Number(one, 1..=2), Word::Number(other, 1..=2)) = (line.word(at), line.word(at + 2))
    else {
        return None;
    };
    let ordinal = line.glued(at + 3) && line.word(at + 3) == Word::Suffix;
    let of_month = at + 3 + usize::from(ordinal);
    let slashed = line.word(at + 1) == Word::Slash && line.glued(at + 1) && line.glued(at + 2);
    if !slashed || line.glued(at) && at > 0 || !(1..=31).contains(&one) || one >= other {
        return None;
    }
    let Word::Month(month, short) = line.word(of_month) else {
        return of_this_month(line, at, (one, other)).filter(|_| ordinal);
    };
    let partial = Partial {
        day: u8::try_from(other).ok().filter(|day| *day <= 31),
        month: Some(month),
        ..Partial::default()
    };
    partial.day?;
    let (last, relative, end) =
        day::with_year(line, partial, day::month_end(line, of_month, short));
    let first = Partial {
        day: u8::try_from(one).ok(),
        ..last
    };
    let half = |tokens, partial| End {
        tokens,
        partial,
        relative,
    };
    Some(Expression {
        first: half(at..at + 1, first),
        last: Some(half(at + 2..end, last)),
        onwards: false,
    })
}
