//! Reads what a person typed as a date.

use super::{MonthDay, Query};
use crate::notes::dates::Order;
use crate::notes::dates::grammar;
use crate::notes::dates::line::Line;
use crate::notes::dates::partial::{Expression, Partial, Scale};
use crate::notes::dates::resolve::units;
use crate::notes::dates::words::Word;
use crate::notes::keys::Keys;
use crate::notes::known;
use crate::notes::lex::{self, Kind};
use crate::notes::when::{Unit, When};
use crate::notes::word_key::words;

/// Reads what a person typed as a date; `None` if it is anything else, or more than a date.
///
/// ```
/// use clio::notes::dates::{Order, Query, parse_query};
/// let Some(Query::When(when)) = parse_query("27/10/62", Order::DayFirst) else { panic!() };
/// assert_eq!(when.to_string(), "1962-10-27");
/// assert_eq!(parse_query("bay of pigs", Order::DayFirst), None);
/// ```
#[must_use]
pub fn parse_query(text: &str, order: Order) -> Option<Query> {
    read(text, order, |found, line, text| {
        let Some(expression) = found else {
            return bare_month(line).or_else(|| short_year(text));
        };
        with_year(expression)
            .map(Query::When)
            .or_else(|| yearless(expression))
    })
}

/// The day that a person typed and that no calendar has: `31 june`, `29 february 1963`.
///
/// ```
/// use clio::notes::dates::{MonthDay, Order, no_such_day};
/// let june = MonthDay { month: 6, day: Some(31) };
/// assert_eq!(no_such_day("31-june", Order::DayFirst), Some(june));
/// assert_eq!(no_such_day("30-june", Order::DayFirst), None);
/// ```
#[must_use]
pub fn no_such_day(text: &str, order: Order) -> Option<MonthDay> {
    read(text, order, |found, _, _| {
        let expression = found?;
        let is_date = with_year(expression).is_some() || yearless(expression).is_some();
        let is_none = !is_date && expression.first.relative.is_none() && expression.last.is_none();
        let Partial { month, day, .. } = expression.first.partial;
        month
            .filter(|_| is_none && day.is_some())
            .map(|month| MonthDay { month, day })
    })
}

/// Whether `text` has a digit or a word of dates, as all dates have: most names that are looked up have none.
fn may_be_date(text: &str) -> bool {
    let mut words = text.split(|letter: char| !letter.is_ascii_alphabetic());
    text.bytes().any(|byte| byte.is_ascii_digit())
        || words.any(|word| known::of(word.as_bytes()).date != 0)
}

/// Reads what a person typed that is one expression of a date, or none that the grammar knows; `None` if it is more than that.
fn read<T>(
    text: &str,
    order: Order,
    make: impl FnOnce(Option<&Expression>, &Line<'_>, &str) -> Option<T>,
) -> Option<T> {
    if !may_be_date(text) {
        return None;
    }
    let text = respelled(text);
    let tokens = lex::tokens(&text);
    let keys = Keys::of_text(&text, &tokens);
    let mut words = Vec::new();
    let line = Line::new(&text, &tokens, (&keys, 0), &mut words, order);
    let mut found = Vec::new();
    grammar::find(&line, &mut found);
    let [expression] = found.as_slice() else {
        return make(None, &line, &text);
    };
    let used = expression.first.tokens.start..expression.end();
    let rest = |at: usize| !used.contains(&at);
    let alone = tokens.iter().enumerate().all(|(at, token)| {
        !rest(at)
            || token.kind == Kind::Punct
            || line.is(at, words!("on in from between the of year during when"))
    });
    if !alone {
        return None;
    }
    make(Some(expression), &line, &text)
}

/// The date of an expression that says its year.
fn with_year(expression: &Expression) -> Option<When> {
    let unit = |partial: &Partial| -> Option<Unit> {
        match partial.scale {
            Some(Scale::ShortYear(year)) => units::in_year(partial, 1900 + i32::from(year)),
            Some(Scale::ShortDecade(tens)) => Some(Unit::Decade(190 + i16::from(tens))),
            _ => units::stated(partial),
        }
    };
    if expression.first.relative.is_some() || expression.first.partial.impossible {
        return None;
    }
    let first = unit(&expression.first.partial)?;
    let when = match &expression.last {
        Some(last) => When::range(first, unit(&last.partial)?),
        None if expression.onwards => When::since(first),
        None => first.into(),
    };
    Some(if expression.first.partial.approximate {
        when.about()
    } else {
        when
    })
}

fn yearless(expression: &Expression) -> Option<Query> {
    let month_day = |partial: &Partial| {
        let plain = partial.scale.is_none() && !partial.impossible;
        partial.month.filter(|_| plain).map(|month| MonthDay {
            month,
            day: partial.day,
        })
    };
    if expression.first.relative.is_some() {
        return None;
    }
    let first = month_day(&expression.first.partial)?;
    let last = match &expression.last {
        Some(last) => month_day(&last.partial)?,
        None => first,
    };
    Some(Query::Yearless(first, last))
}

/// "may", "march", "sep": by itself a month, whatever else the word means.
fn bare_month(line: &Line<'_>) -> Option<Query> {
    let Word::Month(month, short) = line.word(0) else {
        return None;
    };
    let month = MonthDay { month, day: None };
    let alone = line.len() == 1 + usize::from(short && line.word(1) == Word::Dot);
    alone.then_some(Query::Yearless(month, month))
}

/// A bare year that no note would be read so: `476`, `44`.
fn short_year(text: &str) -> Option<Query> {
    let text = text.trim();
    let digits = (3..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = digits
        .then(|| text.parse().ok())
        .flatten()
        .filter(|year| (1..=2100).contains(year))?;
    When::year(year).map(Query::When)
}

/// `27-october` and `oct_27` as a note would spell them: spaces for hyphens beside letters, capitals for names.
fn respelled(text: &str) -> String {
    let letters: Vec<char> = text.trim().chars().collect();
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| letters.get(at))
            .is_some_and(|letter| letter.is_alphabetic())
    };
    let spaced: String = letters
        .iter()
        .enumerate()
        .map(|(at, letter)| match letter {
            '-' | '_' if is_letter(at.checked_sub(1)) || is_letter(Some(at + 1)) => ' ',
            letter => *letter,
        })
        .collect();
    let words = spaced.split_whitespace().map(|word| {
        let mut letters = word.chars();
        match letters.next() {
            _ if ["ad", "bc", "bce", "ce"].contains(&word) => word.to_uppercase(),
            Some(first) if word.len() > 2 && first.is_alphabetic() => {
                first.to_uppercase().chain(letters).collect()
            }
            _ => word.to_owned(),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}
