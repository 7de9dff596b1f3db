//! `/timeline`: events in order, of a topic, a span or a person.

use jiff::civil::Date;

use super::card::{AlongTime, Card, Dated, Kind, Line, Span};
use super::draft::Draft;
use super::look::{Filter, Look, What};
use super::{nothing, words};
use crate::library::{Event, Fact, Library};
use crate::notes::when::When;

/// Events on a page.
const EVENTS: usize = 10;
/// Characters of an event; the date leads to the rest.
const LETTERS: usize = 240;

/// The events that pass the filter.
pub(super) fn card(library: &Library, look: &Look, filter: &Filter) -> Card {
    let Some(sieve) = Sieve::of(library, filter) else {
        return nothing::gone(library);
    };
    let events: Vec<&Event> = library
        .dates()
        .all()
        .iter()
        .filter(|event| sieve.admits(library, event))
        .collect();
    if events.is_empty() {
        return nothing::no_timeline(library);
    }
    let n_pages = events.len().div_ceil(EVENTS);
    let at = usize::from(look.page).min(n_pages - 1);
    let shown = &events[at * EVENTS..events.len().min((at + 1) * EVENTS)];
    let mut draft = Draft::new(library, look, Kind::Timeline, sieve.title());
    draft.card.byline = Some(words::counted(events.len(), "event"));
    draft.is_page(at, n_pages);
    draft.card.along_time = along_time(library, &events, shown);
    let same_year = |a: &&Event, b: &&Event| year(a) == year(b);
    for group in shown.chunk_by(same_year) {
        let title = match year(group[0]) {
            Some(year) if group.len() > 1 => When::year(year.into()).map(When::words),
            _ => None,
        };
        let of_title = title.is_some().then(|| year(group[0])).flatten();
        draft.section(title);
        for event in group {
            let date = match of_title {
                Some(_) => words::capitalised(&words::short(event.when, of_title)),
                None => words::titled(event.when),
            };
            draft.tell(told(library, event, date), event.statement);
        }
    }
    draft.without_context();
    if let (Some(first), Some(last)) = (events.first(), events.last()) {
        let label = |event: &Event| words::titled(event.when);
        let date = |event: &Event| Some(What::Date(event.when.to_string()).into());
        draft.related("From", vec![(label(first), date(first))]);
        draft.related("To", vec![(label(last), date(last))]);
    }
    draft.finish()
}

/// The events of the page by their days; one event alone is no time line.
fn along_time(library: &Library, events: &[&Event], page: &[&Event]) -> Option<AlongTime> {
    let dated = |event: &&Event| {
        let (first, last) = days(event.when);
        let date = words::titled(event.when);
        let text = words::said_behind_date(library, event);
        Dated {
            first,
            last,
            is_about: event.when.approximate,
            text: words::clipped(&words::capitalised(&text), LETTERS),
            date,
        }
    };
    let all = match events.len() > page.len() {
        true => events.iter().map(|event| days(event.when).0).collect(),
        false => Vec::new(),
    };
    (events.len() > 1).then(|| AlongTime {
        page: page.iter().map(dated).collect(),
        all,
    })
}

/// The first and the last day of a date. Where it is open at one end, that end is the other.
fn days(when: When) -> (Date, Date) {
    let (first, last) = (when.earliest(), when.latest());
    match (first == Date::MIN, last == Date::MAX) {
        (true, false) => (last, last),
        (false, true) => (first, first),
        _ => (first, last),
    }
}

fn told(library: &Library, event: &Event, date: String) -> Line {
    let words = words::said_behind_date(library, event);
    let mut spans = vec![
        Span::Strong(date),
        Span::Text(format!("  {}", words::clipped(&words, LETTERS))),
    ];
    spans.extend(words::whence(event).map(|whence| Span::Quiet(format!(" ({whence})"))));
    Line {
        depth: 0,
        bullet: true,
        spans,
    }
}

/// The year of an event that is finer than a year.
fn year(event: &Event) -> Option<i16> {
    let unit = event.when.unit()?;
    unit.month()
        .and_then(|_| unit.year())
        .filter(|_| !event.when.approximate)
}

/// A filter with its keys looked up.
struct Sieve {
    topic: Option<(String, Vec<u32>)>,
    person: Option<(String, u32)>,
    from: Option<When>,
    to: Option<When>,
}

impl Sieve {
    fn of(library: &Library, filter: &Filter) -> Option<Self> {
        let topic = match filter.topic.map(|key| library.by_key(key)) {
            None => None,
            Some(Some(Fact::Topic(topic))) => {
                let topic = &library.topics()[topic as usize];
                Some((topic.name.clone(), topic.notes.clone()))
            }
            Some(Some(Fact::Note(note))) => Some((library.note(note).title.clone(), vec![note])),
            Some(_) => return None,
        };
        let person = match filter.person.map(|key| library.by_key(key)) {
            None => None,
            Some(Some(Fact::Person(person))) => {
                Some((library.people()[person as usize].name.clone(), person))
            }
            Some(_) => return None,
        };
        let date = |code: &Option<String>| match code {
            None => Some(None),
            Some(code) => code.parse().ok().map(Some),
        };
        Some(Self {
            topic,
            person,
            from: date(&filter.from)?,
            to: date(&filter.to)?,
        })
    }

    fn admits(&self, library: &Library, event: &Event) -> bool {
        let note = library.statement(event.statement).note;
        let of_person = |person: u32| {
            library
                .people_of(event.statement)
                .any(|named| named == person)
        };
        self.from
            .is_none_or(|from| event.when.latest() >= from.earliest())
            && self
                .to
                .is_none_or(|to| event.when.earliest() <= to.latest())
            && self
                .topic
                .as_ref()
                .is_none_or(|(_, notes)| notes.binary_search(&note).is_ok())
            && self
                .person
                .as_ref()
                .is_none_or(|(_, person)| of_person(*person))
    }

    fn title(&self) -> String {
        let mut title = match (&self.topic, &self.person) {
            (Some((topic, _)), Some((person, _))) => format!("{topic}: {person}"),
            (Some((name, _)), None) | (None, Some((name, _))) => name.clone(),
            (None, None) => "Timeline".to_owned(),
        };
        match (self.from, self.to) {
            (Some(from), Some(to)) => {
                title.push_str(&format!(", {} to {}", from.words(), to.words()));
            }
            (Some(from), None) => title.push_str(&format!(", from {}", from.words())),
            (None, Some(to)) => title.push_str(&format!(", until {}", to.words())),
            (None, None) => {}
        }
        title
    }
}
