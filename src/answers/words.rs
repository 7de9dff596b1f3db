//! Facts in words: a statement as it is said, a date, where something stands.

use crate::library::facts::{ARROW, BACK_ARROW};
use crate::library::{Event, Library};
use crate::notes::Basis;
use crate::notes::dates::{Order, parse_query};
use crate::notes::markdown::BlockKind;
use crate::notes::when::{Unit, When, month_name};

use super::card::{Line, Span};

/// A statement as it is said: causal arrows are *led to*, the cells of a row stand apart.
pub(super) fn said(library: &Library, statement: u32) -> String {
    let statement = library.statement(statement);
    let text = match statement.kind {
        BlockKind::Row => cells(&statement.text),
        _ => statement.text.to_string(),
    };
    if statement.causal_arrows {
        in_words(&text)
    } else {
        text
    }
}

/// The cells of a row that say something, apart: `| 25 May | USA |` is *25 May · USA*.
fn cells(row: &str) -> String {
    let row = row.trim_matches(|letter| matches!(letter, '|' | ' '));
    let cells = row.split(" | ").map(str::trim);
    let told: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    told.join(" · ")
}

/// `text` with its arrows in words; an arrow behind a date is a colon.
fn in_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(at) = rest.find([ARROW, BACK_ARROW]) {
        let back = rest[at..].starts_with(BACK_ARROW);
        let before = rest[..at]
            .trim_end()
            .trim_end_matches(['.', ',', ';', ':', '-', '–', '—'])
            .trim_end();
        words.push_str(before);
        words.push_str(match () {
            () if words.is_empty() => "",
            () if back => ", because of ",
            () if is_date(before) => ": ",
            () => ", led to ",
        });
        let sign = if back { BACK_ARROW } else { ARROW };
        rest = rest[at + sign.len_utf8()..].trim_start();
    }
    words.push_str(rest);
    words
}

fn is_date(text: &str) -> bool {
    parse_query(text.trim(), Order::DayFirst).is_some()
}

/// A statement that cannot stand alone (*It was a failure*) with its heading before it.
pub(super) fn said_alone(library: &Library, statement: u32) -> String {
    let words = said(library, statement);
    let first = words
        .split(|letter: char| !letter.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let points_back = [
        "it", "he", "she", "they", "this", "these", "that", "those", "his", "her", "their", "its",
    ]
    .iter()
    .any(|word| first.eq_ignore_ascii_case(word));
    match library.headings_over(statement).next() {
        Some(heading) if points_back => format!("{}: {words}", library.heading(heading).text),
        _ => words,
    }
}

/// What an event's statement says behind its date, which stands before it already: `1066: Harold wins` is `Harold wins`.
pub(super) fn said_behind_date(library: &Library, event: &Event) -> String {
    let words = said_alone(library, event.statement);
    let year = event.when.unit().and_then(Unit::year);
    let date = titled(event.when);
    let typed = date.replace('–', "-");
    let dates = [date, typed, short(event.when, year)];
    let rest = dates.iter().find_map(|date| behind_date(&words, date));
    rest.map_or_else(|| words.clone(), capitalised)
}

/// What stands behind a date at the front and a mark, or a space and a capital: "1918 was hard" stays whole, and so does "1914-18".
fn behind_date<'w>(words: &'w str, date: &str) -> Option<&'w str> {
    const MARKS: [char; 5] = [':', ',', '-', '–', '—'];
    let rest = words.strip_prefix(date)?;
    let is_marked = rest.trim_start().starts_with(MARKS);
    let said = rest.trim_start_matches(|letter| letter == ' ' || MARKS.contains(&letter));
    let first = said.chars().next()?;
    let is_parted = said.len() < rest.len() && !first.is_numeric();
    (is_parted && (is_marked || first.is_uppercase())).then_some(said)
}

/// A date without its year where that is `year`: `26 October`.
pub(super) fn short(when: When, year: Option<i16>) -> String {
    match when.unit() {
        Some(unit) if !when.approximate && unit.year() == year => match unit {
            Unit::Day(day) => {
                let month = day.month().unsigned_abs();
                format!("{} {}", day.day(), month_name(month))
            }
            Unit::Month(_, month) => month_name(month).to_owned(),
            _ => when.words(),
        },
        _ => when.words(),
    }
}

/// A date as the first letter of a line or a title: `The 1960s`.
pub(super) fn titled(when: When) -> String {
    capitalised(&when.words())
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// `year from line 3`, where not all of an event's date was stated.
pub(super) fn whence(event: &Event) -> Option<String> {
    let line = event.from_line?;
    match event.from {
        Basis::Context => Some(format!("year from line {line}")),
        Basis::Relative => Some(format!("counted from line {line}")),
        Basis::Stated | Basis::Pronoun => None,
    }
}

/// `27 October 1962: Khrushchev sends …`, the date first.
pub(super) fn dated(library: &Library, event: &Event) -> Line {
    let mut spans = vec![
        Span::Strong(titled(event.when)),
        Span::Text(format!("  {}", said_behind_date(library, event))),
    ];
    if let Some(whence) = whence(event) {
        spans.push(Span::Quiet(format!(" ({whence})")));
    }
    Line {
        depth: 0,
        bullet: true,
        spans,
    }
}

/// `line 98`, `lines 98 to 102`.
pub(super) fn lines(first: u32, last: u32) -> String {
    if first == last {
        format!("line {first}")
    } else {
        format!("lines {first} to {last}")
    }
}

/// `text` at most `most` characters long, cut at a word with an ellipsis.
pub(super) fn clipped(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let room: String = text.chars().take(most.saturating_sub(1)).collect();
    let cut = room
        .rfind(' ')
        .filter(|at| at * 2 > room.len())
        .unwrap_or(room.len());
    format!("{}…", room[..cut].trim_end_matches([',', ';', ':', ' ']))
}

/// `1 note`, `12 notes`.
pub(super) fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::{behind_date, cells};

    #[test]
    fn a_row_is_told_without_its_empty_cells() {
        assert_eq!(cells("| 25 May | USA |  | a|b |"), "25 May · USA · a|b");
        assert_eq!(cells("1961 | Gagarin"), "1961 · Gagarin");
    }

    #[test]
    fn a_date_at_the_front_goes_where_the_words_can_stand_alone() {
        for (words, date, said) in [
            ("1066: Harold wins", "1066", Some("Harold wins")),
            (
                "1863 Lincoln frees the slaves",
                "1863",
                Some("Lincoln frees the slaves"),
            ),
            (
                "27 October – a plane is shot down",
                "27 October",
                Some("a plane is shot down"),
            ),
            ("1918 was hard", "1918", None),
            ("1914-18 was the war", "1914", None),
            ("10661 ducks", "1066", None),
            ("1066:", "1066", None),
        ] {
            assert_eq!(behind_date(words, date), said, "{words}");
        }
    }
}
