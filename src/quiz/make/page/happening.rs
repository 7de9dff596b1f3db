//! Statements with one date, and what of it stands in the words of the note.

use crate::library::{Event, Library};
use crate::notes::Basis;
use crate::notes::phrase::Phrase;
use crate::notes::when::{Extent, Precision, Unit, When, month_name};
use crate::quiz::make::Refusal;
use crate::quiz::make::reading::Reading;

/// A statement with one date that may be asked for.
#[derive(Debug, Clone, Copy)]
pub(in crate::quiz::make) struct Happening {
    pub(in crate::quiz::make) statement: u32,
    pub(in crate::quiz::make) when: When,
    pub(in crate::quiz::make) said: Said,
}

/// Which parts of a date stand in the words of the note; the rest was inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::quiz::make) enum Said {
    /// All of it.
    Whole,
    /// Day and month.
    DayOfYear,
    /// The month.
    MonthOfYear,
}

/// The one date of a statement, where it can be asked for.
pub(in crate::quiz::make) fn happening(
    library: &Library,
    statement: u32,
    reading: &Reading,
) -> Result<Happening, Refusal> {
    use Refusal::{Inferred, NothingToAsk, Unclear};
    let mut events = library.events_of(statement);
    let (Some(event), None) = (events.next(), events.next()) else {
        return Err(if library.events_of(statement).next().is_none() {
            NothingToAsk
        } else {
            Unclear
        });
    };
    let when = event.when;
    if when.approximate || matches!(when.extent, Extent::Since(_) | Extent::Until(_)) {
        return Err(Unclear);
    }
    if reading.said_dates().count() > 1 {
        return Err(Unclear);
    }
    let said = said(library, event, reading).ok_or(Inferred)?;
    Ok(Happening {
        statement,
        when,
        said,
    })
}

/// Which parts of an event's date stand in the notes.
fn said(library: &Library, event: &Event, reading: &Reading) -> Option<Said> {
    match event.from {
        Basis::Stated => return Some(Said::Whole),
        Basis::Relative | Basis::Pronoun => return None,
        Basis::Context => {}
    }
    let (month, day, year) = match reading.said_dates().next() {
        Some(date) if date.relative => return None,
        Some(date) => (date.month, date.day, date.year),
        None => {
            // Handed down by a bullet: the bullet may be about more than one day.
            let statement = library.statement(event.statement);
            if statement
                .parent
                .is_some_and(|parent| library.events_of(parent).next().is_some())
            {
                return None;
            }
            library.headings_over(event.statement).find_map(|heading| {
                let phrase = Phrase::of(&library.heading(heading).text);
                phrase
                    .dates
                    .first()
                    .map(|date| (date.month, date.day, date.year))
            })?
        }
    };
    match (event.when.precision(), year) {
        (_, true) => None,
        (Precision::Day, false) if month && day => Some(Said::DayOfYear),
        (Precision::Month, false) if month => Some(Said::MonthOfYear),
        _ => None,
    }
}

/// A date in the words that were said: `16 October`, `1962`.
pub(in crate::quiz::make) fn in_words(when: When, said: Said) -> String {
    let Some(unit) = when.unit() else {
        return match said {
            Said::Whole => when.words(),
            _ => without_year(&when.words()),
        };
    };
    match (said, unit) {
        (Said::DayOfYear, Unit::Day(day)) => {
            format!("{} {}", day.day(), month_name(day.month().unsigned_abs()))
        }
        (Said::MonthOfYear, Unit::Month(_, month)) => month_name(month).to_owned(),
        _ => when.words(),
    }
}

fn without_year(words: &str) -> String {
    words
        .rsplit_once(' ')
        .map_or(words, |(days, _)| days)
        .to_owned()
}
