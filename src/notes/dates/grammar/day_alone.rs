//! Days without a month: "on the 21st", and under a heading that states the month `7: surrender`, `22nd Kennedy shot`, `(19th)`.

use super::day::{self, day_number};
use super::quantity;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{End, Expression, Partial, Relative};
use crate::notes::dates::words::Word;
use crate::notes::word_key::{Words, words};

/// What is numbered rather than dated: "on the 2nd floor", "the 14th Amendment".
const NUMBERED: Words = words!(
    "airborne amendment anniversary armored armoured army article attack attempt ballot battalion battle \
     birthday brigade canto cavalry century chapter class coalition column commandment congress corps \
     council count crusade day degree division duke dynasty earl edition empire estate fleet floor \
     generation go grade guards hour infantry international king legion letter line lord marquess minute \
     month page panzer parallel party plan president regiment reich republic round session squadron state \
     street avenue term time verse volume war week wing world year"
);

/// Whether the number that ends at `end` counts off what follows it.
fn is_numbered(line: &Line<'_>, end: usize) -> bool {
    let joined = line.word(end) == Word::Dash && line.glued(end) && line.glued(end + 1);
    // "the 1st Marine Division", "the 2nd attack".
    let soon = (end..end + 3).take_while(|at| line.is_word(*at) && line.word(*at) == Word::Other);
    // "16th St church"
    let street = line.is(end, words!("st")) && !line.capital(end + 1);
    joined
        || street
        || matches!(line.word(end), Word::Span(..))
        || soon.into_iter().any(|at| line.is(at, NUMBERED))
}

/// "On the 20th", "by the 25th", "the 30th of that month": a day of the month that the narrative is in.
pub(super) fn of_this_month(line: &Line<'_>, at: usize) -> Option<day::Read> {
    let (number, end) = suffixed(line, at + 1)?;
    let led = matches!(
        line.before(at),
        Word::In | Word::By | Word::From | Word::To | Word::Of | Word::And | Word::Between
    ) || line.before(at) == Word::Weekday && line.stops(end);
    let partial = Partial {
        day: Some(number),
        ..Partial::default()
    };
    if line.word(end) == Word::Of {
        let after = month_in_words(line, end + 1)?;
        return Some((partial, Some(Relative::SameMonth), after));
    }
    let ended = line.stops(end) || !is_numbered(line, end);
    (led && ended).then_some((partial, Some(Relative::SameMonth), end))
}

/// `that month`, `the month`, `the same month`: the token after it.
fn month_in_words(line: &Line<'_>, at: usize) -> Option<usize> {
    use crate::notes::dates::words::Span;
    let end = match (line.word(at), line.word(at + 1)) {
        (Word::The | Word::That | Word::This, Word::Same) => at + 2,
        (Word::The | Word::That | Word::This, _) => at + 1,
        _ => return None,
    };
    (line.word(end) == Word::Span(Span::Month, false)).then_some(end + 1)
}

/// `21st` and the token after it.
fn suffixed(line: &Line<'_>, at: usize) -> Option<(u8, usize)> {
    let Word::Number(_, 1..=2) = line.word(at) else {
        return None;
    };
    day_number(line, at).filter(|(_, end)| *end == at + 2)
}

/// One or two days at `at` that a heading or bullet above may give their month.
pub(super) fn under_a_month(line: &Line<'_>, at: usize) -> Option<Expression> {
    let Word::Number(_, 1..=2) = line.word(at) else {
        return None;
    };
    let (first, mut end) = day(line, at)?;
    let mut last = None;
    if line.word(end) == Word::Dash
        && let Some((number, after)) = day(line, end + 1)
        && number > first
    {
        last = Some(here(end + 1..after, number, false));
        end = after;
    }
    let weak = match stands_for_a_day(line, at, end) {
        Some(Sure::Plainly) => false,
        Some(Sure::IfOthersDo) => true,
        None if last.is_some() && is_added(line, at, end) => true,
        None => return None,
    };
    let tokens = at..last
        .as_ref()
        .map_or(end, |last: &End| last.tokens.start - 1);
    Some(Expression {
        first: here(tokens, first, weak),
        last,
        onwards: false,
    })
}

fn here(tokens: std::ops::Range<usize>, day: u8, weak: bool) -> End {
    End {
        tokens,
        partial: Partial {
            day: Some(day),
            weak,
            ..Partial::default()
        },
        relative: Some(Relative::MonthAbove),
    }
}

/// `7`, `7th` and the token after it, a dash to another number being no part of a larger one.
fn day(line: &Line<'_>, at: usize) -> Option<(u8, usize)> {
    let Word::Number(value, 1..=2) = line.word(at) else {
        return None;
    };
    let suffix = line.glued(at + 1) && line.word(at + 1) == Word::Suffix;
    let day = u8::try_from(value)
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    Some((day, at + 1 + usize::from(suffix)))
}

/// "Chancellorsville, 1-4.": days behind a name, where nothing goes on.
fn is_added(line: &Line<'_>, at: usize, end: usize) -> bool {
    at > 1
        && line.before(at) == Word::Comma
        && line.capital(at - 2)
        && !line.glued(at)
        && line.stops(end)
}

/// How sure it is that a number is a day where a heading states the month.
enum Sure {
    Plainly,
    /// Only in a note that begins other lines with days.
    IfOthersDo,
}

/// Whether the number at `at`, with what it ranges to up to `end`, is set as a day.
fn stands_for_a_day(line: &Line<'_>, at: usize, end: usize) -> Option<Sure> {
    let suffixed = line.word(end - 1) == Word::Suffix;
    let opens = line.opens(at) || suffixed && line.before(at) == Word::The && line.opens(at - 1);
    if !opens {
        let enclosed = line.before(at) == Word::Open && line.word(end) == Word::Close;
        let added = line.before(at) == Word::Comma && line.stops(end);
        let led = matches!(line.before(at), Word::In | Word::By | Word::From | Word::To)
            && line.stops(end);
        // "hit 20 Aug 1940, died 21st"
        let led = led
            || line.stops(end)
                && line.is(
                    at - 1,
                    words!("died dies dead killed shot arrested executed hanged beheaded"),
                );
        // "14th (1868), 15th (1870)" are amendments.
        let dated =
            line.word(end) == Word::Open && matches!(line.word(end + 1), Word::Number(_, 4));
        // "22nd Kennedy speaks; 24th ships stop"
        let next = line.is_mark(at - 1, &[";"]) && !is_numbered(line, end);
        return (suffixed && !dated && (enclosed || added || led || next)).then_some(Sure::Plainly);
    }
    let spaced = !line.glued(end) && !line.glued(end + 1);
    let marked = match line.word(end) {
        Word::Colon => !line.glued(end + 1),
        Word::Dash => spaced || line.glued(end) && !line.glued(end + 1),
        Word::Arrow => true,
        // "13.: he arrives"
        Word::Dot if line.glued(end) && line.word(end + 1) == Word::Colon => {
            line.glued(end + 1) && !line.glued(end + 2)
        }
        // "**The 14th.** Richard meets them", "**15th, Smithfield.**", "| 26th | …".
        Word::Dot | Word::Comma => suffixed,
        _ if line.is_mark(end, &["|"]) => suffixed,
        _ if line.is_mark(end, &["="]) => spaced,
        _ => end >= line.len() && suffixed,
    };
    if marked {
        return Some(Sure::Plainly);
    }
    if line.glued(end) || !line.capital(end) || is_numbered(line, end) {
        return None;
    }
    if suffixed {
        return Some(Sure::Plainly);
    }
    let counted = quantity::counts(line, end - 1) || quantity::counts_soon(line, end);
    (!counted).then_some(Sure::IfOthersDo)
}
