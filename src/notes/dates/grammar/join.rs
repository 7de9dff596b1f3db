//! Ranges and lists: `16–28 October 1962`, `1914–18`, `from 1933 to 1945`, `March and April 1918`, `the 1850s and 1860s`.
//!
//! Each half lends the other what it leaves out: the month, the year, the era.

mod days;
mod years;

use super::day;
use super::day_alone;
use super::point::point;
use super::quantity;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{End, Expression, Partial, Relative, Scale};
use crate::notes::dates::words::{Era, Word};
use crate::notes::word_key::words;
use days::{days_of_one_month, slashed_days};
use years::{added_year, bare_year, next_year, short_year, short_years};

/// What stands between two dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// `-`, `/`.
    Dash,
    /// `to`, `until`, `through`.
    To,
    /// `and`.
    And,
    /// `or`, `,`.
    List,
}

/// Reads the date at `at` with what is joined to it, adds it to `found`, and returns the token after it.
pub(super) fn expressions(
    line: &Line<'_>,
    at: usize,
    found: &mut Vec<Expression>,
) -> Option<usize> {
    let point = || days_of_one_month(line, at).or_else(|| point(line, at));
    let days = slashed_days(line, at).or_else(|| short_years(line, at));
    let Some(mut first) = point().filter(|_| days.is_none()) else {
        let days = days.or_else(|| day_alone::under_a_month(line, at))?;
        let end = days.end();
        found.push(days);
        return Some(end);
    };
    let start = found.len();
    loop {
        let end = first.tokens.end;
        if let Some(after) = onwards(line, &first) {
            found.push(Expression {
                first,
                last: None,
                onwards: true,
            });
            return Some(after);
        }
        let joined = joint(line, end)
            .and_then(|(joint, next)| Some((joint, second(line, joint, next, &first)?)));
        let Some((joint, mut last)) = joined else {
            if is_half_of_a_count(line, &first) {
                return Some(end);
            }
            return push_last(first, found, start);
        };
        let borrowed = (first.partial.scale.is_none(), last.partial.scale.is_none());
        lend(&mut first.partial, &mut last.partial);
        let between = at > 0 && line.word(at - 1) == Word::Between;
        let range = match joint {
            Joint::Dash if line.glued(end) && line.glued(end + 1) => {
                is_forward(&first, &last) || counts_down(&first, &last)
            }
            Joint::Dash | Joint::To => is_forward(&first, &last),
            Joint::And => between || are_neighbours(&first.partial, &last.partial),
            Joint::List => false,
        };
        if range {
            let end = last.tokens.end;
            turn_the_year(&mut first.partial, &mut last.partial, borrowed);
            found.push(Expression {
                first,
                last: Some(last),
                onwards: false,
            });
            return Some(end);
        }
        if matches!(joint, Joint::Dash | Joint::To)
            && first.relative.is_none()
            && last.partial.scale.is_none()
        {
            return push_single(first, found);
        }
        push_single(first, found);
        first = last;
    }
}

/// Years from the first to the second of a range that counts down, at most.
const LONGEST: u16 = 1000;

/// Whether two years make a range that can only be before Christ.
fn counts_down(first: &End, last: &End) -> bool {
    let years = first.partial.falls_to(&last.partial);
    years.is_some_and(|years| years <= LONGEST)
}

/// Adds the last date of a list, which lends its year to those since `start`: "In March, June and September 1994".
fn push_last(last: End, found: &mut Vec<Expression>, start: usize) -> Option<usize> {
    let full = last.partial;
    let end = push_single(last, found);
    for before in &mut found[start..] {
        if before.first.relative.is_none() && before.first.partial.month.is_some() {
            before.first.partial.fill_from(&full);
        }
    }
    end
}

fn push_single(first: End, found: &mut Vec<Expression>) -> Option<usize> {
    let end = first.tokens.end;
    // A day that waited for its month in vain.
    if first.partial.month.is_none() && first.partial.day.is_some() && first.relative.is_none() {
        return None;
    }
    found.push(Expression {
        first,
        last: None,
        onwards: false,
    });
    Some(end)
}

/// What joins the date that ends at `at` to another one, and the token after it.
fn joint(line: &Line<'_>, at: usize) -> Option<(Joint, usize)> {
    match line.word(at) {
        Word::Dash => Some((Joint::Dash, at + 1)),
        Word::Slash if line.glued(at) && line.glued(at + 1) => Some((Joint::Dash, at + 1)),
        Word::To => Some((Joint::To, at + 1)),
        Word::And if line.is(at, words!("or")) => Some((Joint::List, at + 1)),
        Word::And => Some((Joint::And, at + 1)),
        // "1535 + 36"
        Word::Sign if line.is_mark(at, &["+"]) => Some((Joint::And, at + 1)),
        Word::Comma if line.is(at + 1, words!("and")) => Some((Joint::And, at + 2)),
        Word::Comma => Some((Joint::List, at + 1)),
        _ => None,
    }
}

/// The date after a joint.
fn second(line: &Line<'_>, joint: Joint, at: usize, first: &End) -> Option<End> {
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
    if joint == Joint::List
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
    if !plain || !after || joint == Joint::List && !listed || super::era::era(line, end).is_some() {
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

/// Gives each half what only the other one says.
fn lend(first: &mut Partial, last: &mut Partial) {
    let own = *first;
    first.fill_from(last);
    // "31 BC to AD 14", "September 1914 to August": a year goes forward to a month, never to another year.
    if last.scale.is_none() {
        last.scale = own
            .scale
            .filter(|scale| matches!(scale, Scale::Year(_) | Scale::ShortYear(_)));
        last.era = last.era.or(own.era);
    }
    // "the 1850s and 60s"
    if let (Some(Scale::Decade(one)), Some(Scale::ShortDecade(tens))) = (own.scale, last.scale)
        && own.era != Some(Era::Before)
        && u16::from(tens) > one % 10
    {
        last.scale = Some(Scale::Decade(one / 10 * 10 + u16::from(tens)));
    }
    if matches!(own.scale, Some(Scale::Year(_))) && last.weak {
        last.era = last.era.or(own.era);
    }
    if first.weak && first.era.is_some() {
        first.weak = false;
    }
    if last.weak && last.era.is_some() {
        last.weak = false;
    }
}

/// Where a half that borrowed its year would run backwards, it is in the year before or after: "November to January
/// 1943", "December 1941 to March".
fn turn_the_year(first: &mut Partial, last: &mut Partial, borrowed: (bool, bool)) {
    let (Some(Scale::Year(one)), Some(Scale::Year(other))) = (first.scale, last.scale) else {
        return;
    };
    let (Some(month), Some(later)) = (first.month, last.month) else {
        return;
    };
    let day = |partial: &Partial| partial.day.unwrap_or(1);
    if one != other || first.era.is_some() || (month, day(first)) <= (later, day(last)) {
        return;
    }
    if borrowed.0 {
        first.scale = Some(Scale::Year(one - 1));
    } else if borrowed.1 {
        last.scale = Some(Scale::Year(other + 1));
    }
}

/// Whether two halves make a range: alike in kind, or each with its own year, and not backwards.
fn is_forward(first: &End, last: &End) -> bool {
    let (one, other) = (&first.partial, &last.partial);
    if last.relative.is_some() && first.relative.is_none() {
        return false;
    }
    let kind = |partial: &Partial| {
        (
            partial.month.is_some(),
            partial.day.is_some(),
            partial.season.is_some(),
        )
    };
    let years = match (one.scale, other.scale) {
        (Some(Scale::Year(one_year)), Some(Scale::Year(other_year))) => {
            match (one.era, other.era) {
                (None | Some(Era::After), None) => one_year <= other_year || one.weak && other.weak,
                _ => true,
            }
        }
        _ => true,
    };
    years
        && (kind(one) == kind(other)
            || other.scale.is_some() && other.month.is_none() && one.scale.is_some())
        || years && one.scale.is_some() && other.scale.is_some()
}

/// "The 1850s and 1860s", "15 and 16 April", "March and April 1918": one after the other.
fn are_neighbours(first: &Partial, last: &Partial) -> bool {
    let step = match (first.scale, last.scale) {
        (Some(Scale::Century(one)), Some(Scale::Century(other)))
        | (Some(Scale::Decade(one)), Some(Scale::Decade(other))) => one.abs_diff(other) == 1,
        (Some(Scale::ShortDecade(one)), Some(Scale::ShortDecade(other))) => one + 1 == other,
        (Some(Scale::Year(one)), Some(Scale::Year(other)))
            if first.month.is_none() && last.month.is_none() =>
        {
            one.abs_diff(other) == 1 && first.season == last.season
        }
        _ => false,
    };
    let same_year = first.scale == last.scale && first.season.is_none();
    let months = same_year
        && match (first.month, last.month, first.day, last.day) {
            (Some(one), Some(other), None, None) => one + 1 == other,
            (Some(one), Some(other), Some(day), Some(next)) => one == other && day + 1 == next,
            _ => false,
        };
    step || months
}

/// "From 1648 onwards", "1990–present": the token after it.
fn onwards(line: &Line<'_>, first: &End) -> Option<usize> {
    let end = first.tokens.end;
    match (line.word(end), line.word(end + 1)) {
        (Word::Onwards, _) => Some(end + 1),
        (Word::Dash | Word::To, Word::Now) if first.relative.is_none() => Some(end + 2),
        (Word::To, Word::The) if line.word(end + 2) == Word::Now => Some(end + 3),
        _ => None,
    }
}

/// "1500 to 2000 men": the first number counts what the second does.
fn is_half_of_a_count(line: &Line<'_>, first: &End) -> bool {
    let bare = matches!(line.word(first.tokens.start), Word::Number(..)) && first.tokens.len() == 1;
    let Some((Joint::Dash | Joint::To | Joint::And | Joint::List, next)) =
        joint(line, first.tokens.end)
    else {
        return false;
    };
    // "the famine of 1943, 3 million dead", "the platform of 1932 - 200 pages"
    let apart = match line.word(first.tokens.end) {
        Word::Comma => true,
        Word::Dash => !line.glued(first.tokens.end) && line.glued(next) == line.glued(next - 1),
        _ => false,
    };
    let alike = matches!(line.word(next), Word::Number(_, 4..)) || !apart;
    bare && alike && matches!(line.word(next), Word::Number(..)) && quantity::counts(line, next)
}
