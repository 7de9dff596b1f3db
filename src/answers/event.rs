//! `/event`: what happened at a date, or what the notes say of a thing.

mod thing;

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::card::{Card, Kind, Line, Span};
use super::draft::Draft;
use super::look::{Look, What};
use super::span::Asked;
use super::{nothing, words};
use crate::library::{Event, Library, coarsened};
use crate::notes::when::When;

pub(super) use thing::{tell_section, thing};

/// What happened at a date.
pub(super) fn on_date(library: &Library, look: &Look, asked: Asked) -> Card {
    let years = asked.years(library.dates());
    let spans: Vec<When> = years
        .iter()
        .filter_map(|year| asked.in_year(*year))
        .collect();
    match (asked.when(), spans.as_slice()) {
        (Some(span), _) => in_span(library, look, span),
        (None, [span]) => in_span(library, look, *span),
        (None, []) => nothing::no_date(library, &asked),
        (None, spans) => in_years(library, look, &asked, spans),
    }
}

/// One span: a day, a year, an interval.
fn in_span(library: &Library, look: &Look, span: When) -> Card {
    let exact: Vec<&Event> = library.dates().within(span).collect();
    let around = library.dates().around(span);
    if exact.is_empty() && around.is_empty() {
        return nothing::no_event(library, span);
    }
    let mut title = words::titled(span);
    let whence = common_whence(library, &exact);
    if let Some(whence) = &whence {
        title = format!("{title} ({whence})");
    }
    let mut draft = Draft::new(library, look, Kind::Event, title);
    draft.card.byline = only_note(library, exact.iter().chain(&around).copied());
    tell_groups(&mut draft, library, &exact, Some(span), whence.is_some());
    if exact.is_empty() {
        draft.section(None);
        draft.line(Line::plain(
            "The notes state nothing for exactly this date.",
        ));
    }
    less_exact(&mut draft, library, &around);
    let year = span.start().year();
    if let Some(event) = library.dates().before(span) {
        let to = coarsened(event.when, span.precision());
        draft.earlier(&words::short(to, year), What::Date(to.to_string()).into());
    }
    if let Some(event) = library.dates().after(span) {
        let to = coarsened(event.when, span.precision());
        draft.later(&words::short(to, year), What::Date(to.to_string()).into());
    }
    draft.finish()
}

/// A day or month without a year that fits several: each is listed, none is guessed.
fn in_years(library: &Library, look: &Look, asked: &Asked, spans: &[When]) -> Card {
    let title = format!(
        "{} in {} years",
        words::capitalised(&asked.words()),
        spans.len()
    );
    let mut draft = Draft::new(library, look, Kind::Event, title);
    let stated = |span: &When| {
        let exact: Vec<&Event> = library.dates().within(*span).collect();
        match exact.is_empty() {
            true => library.dates().around(*span),
            false => exact,
        }
    };
    let events: Vec<&Event> = spans.iter().flat_map(stated).collect();
    draft.card.byline = only_note(library, events.iter().copied());
    tell_groups(&mut draft, library, &events, None, false);
    let dates = spans.iter().map(|span| {
        let look = What::Date(span.to_string()).into();
        (words::titled(*span), Some(look))
    });
    draft.related("Dates", dates.collect());
    draft.finish()
}

/// Events by date and note, each under its date; a group that is all of `span` needs no title.
fn tell_groups(
    draft: &mut Draft<'_>,
    library: &Library,
    events: &[&Event],
    span: Option<When>,
    whence_is_told: bool,
) {
    let note_of = |event: &Event| library.statement(event.statement).note;
    let same = |a: &&Event, b: &&Event| a.when == b.when && note_of(a) == note_of(b);
    let many_notes = only_note(library, events.iter().copied()).is_none();
    let many_dates = events.iter().any(|event| Some(event.when) != span);
    for group in events.chunk_by(same) {
        let first = group[0];
        let mut title = Vec::new();
        if many_dates {
            title.push(words::titled(first.when));
        }
        if many_notes {
            title.push(library.note(note_of(first)).title.clone());
        }
        let mut title = title.join(" · ");
        let whence = common_whence(library, group);
        if let (Some(whence), false, false) = (&whence, whence_is_told, title.is_empty()) {
            title.push_str(&format!(" ({whence})"));
        }
        draft.section(Some(title).filter(|title| !title.is_empty()));
        for event in group {
            let aside = match whence {
                Some(_) => None,
                None => words::whence(event),
            };
            draft.statement(event.statement, aside);
        }
    }
}

/// Wider or approximate dates that cover the span; a heading's date that covers many lines is told once.
fn less_exact(draft: &mut Draft<'_>, library: &Library, around: &[&Event]) {
    let mut groups: Vec<(&Event, usize)> = Vec::new();
    let mut known: FxHashMap<_, usize> = FxHashMap::default();
    for event in around.iter().filter(|event| !draft.has(event.statement)) {
        let place = (event.when, library.statement(event.statement).heading);
        match known.entry(place) {
            Entry::Occupied(group) => groups[*group.get()].1 += 1,
            Entry::Vacant(new) => {
                new.insert(groups.len());
                groups.push((event, 0));
            }
        }
    }
    if !groups.is_empty() {
        draft.section(Some("Less exact".to_owned()));
    }
    for (event, n_more) in groups {
        let mut line = words::dated(library, event);
        let heading = library.statement(event.statement).heading;
        if let (1.., Some(heading)) = (n_more, heading) {
            let more = words::counted(n_more, "more line");
            let text = &library.heading(heading).text;
            line.spans
                .push(Span::Quiet(format!(" (and {more} under {text})")));
        }
        draft.tell(line, event.statement);
    }
}

/// Where all events of one note took their year from the same line.
fn common_whence(library: &Library, events: &[&Event]) -> Option<String> {
    let first = events.first()?;
    let place = |event: &Event| {
        let note = library.statement(event.statement).note;
        (note, event.from, event.from_line)
    };
    let whence = words::whence(first)?;
    events
        .iter()
        .all(|event| place(event) == place(first))
        .then_some(whence)
}

fn only_note<'e>(library: &Library, mut events: impl Iterator<Item = &'e Event>) -> Option<String> {
    let note_of = |event: &Event| library.statement(event.statement).note;
    let first = note_of(events.next()?);
    events
        .all(|event| note_of(event) == first)
        .then(|| library.note(first).title.clone())
}
