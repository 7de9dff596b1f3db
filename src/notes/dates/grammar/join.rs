//! Ranges and lists: `16–28 October 1962`, `1914–18`, `from 1933 to 1945`, `March and April 1918`, `the 1850s and 1860s`.
//!
//! Each half lends the other what it leaves out: the month, the year, the era.

mod days;
mod halves;
mod second;
mod years;

use super::day_alone;
use super::point::point;
use super::quantity;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{End, Expression};
use crate::notes::dates::words::Word;
use crate::notes::word_key::words;
use days::{days_of_one_month, slashed_days};
use halves::{are_months_on_end, are_neighbours, counts_down, is_forward, lend, turn_the_year};
use second::second;
use years::short_years;

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
            Joint::List => are_months_on_end(&first.partial, &last.partial),
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
