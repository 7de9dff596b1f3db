//! `/person`: what the notes say of a person, what is dated first, in the order of time.

use std::collections::BTreeMap;

use super::card::{Card, Kind, Line, Span};
use super::draft::Draft;
use super::look::{Look, Subject, What};
use super::{nothing, words};
use crate::library::{self, Event, Fact, Library, person_key};
use crate::notes::Basis;

/// The person whom `subject` means.
pub(super) fn of(library: &Library, look: &Look, subject: &Subject) -> Card {
    match subject {
        Subject::Key(key) => match library.by_key(*key) {
            Some(Fact::Person(person)) => card(library, look, person),
            _ => nothing::gone(library),
        },
        Subject::Words(name) => {
            let mut found = library.find_people(name.as_str(), 6);
            if found.is_empty() {
                // One that is spelt nearly so is meant; of several the person picks.
                found = library.find(library::Kind::Person, name.as_str(), 2);
                found.truncate(if found.len() == 1 { 1 } else { 0 });
            }
            match found.split_first() {
                Some((first, others)) => with_namesakes(library, look, *first, others),
                None => nothing::no_person(library, name.as_str()),
            }
        }
    }
}

fn with_namesakes(library: &Library, look: &Look, person: u32, others: &[u32]) -> Card {
    let mut draft = draft(library, look, person);
    draft.related("Others of this name", links(library, others));
    draft.finish()
}

/// All that the notes say of one person.
pub(super) fn card(library: &Library, look: &Look, person: u32) -> Card {
    draft(library, look, person).finish()
}

/// `also JFK, Kennedy`.
fn other_names(person: &library::Joined) -> Option<String> {
    let mut shown: Vec<&str> = Vec::new();
    for alias in &person.aliases {
        let name = alias.trim_start_matches('#');
        let known = std::iter::once(&person.name.as_str())
            .chain(&shown)
            .any(|known| known.eq_ignore_ascii_case(name));
        if !known {
            shown.push(name);
        }
    }
    (!shown.is_empty()).then(|| format!("also {}", shown.join(", ")))
}

fn draft<'l>(library: &'l Library, look: &Look, person: u32) -> Draft<'l> {
    let it = &library.people()[person as usize];
    let mut draft = Draft::new(library, look, Kind::Person, it.name.clone());
    draft.card.byline = other_names(it);
    let mut statements: BTreeMap<u32, Basis> = BTreeMap::new();
    for place in &it.mentions {
        let first = library.note(place.note).statements.start;
        if let Some(statement) = place.statement.map(|at| first + at) {
            let from = statements.entry(statement).or_insert(place.from);
            // Named once is named, whatever pronouns follow.
            *from = (*from).min(place.from);
        }
    }
    let mut events: Vec<&Event> = statements
        .keys()
        .filter_map(|statement| library.events_of(*statement).next())
        .collect();
    events.sort_by_key(|event| (event.when.earliest(), event.statement));
    if !events.is_empty() {
        draft.section(Some("In time order".to_owned()));
    }
    for event in events {
        let mut line = words::dated(library, event);
        bring_lead_in(&mut draft, library, event.statement, &mut line);
        draft.tell(line, event.statement);
    }
    let mut now = None;
    for (statement, from) in statements {
        if draft.has(statement) || library.events_of(statement).next().is_some() {
            continue;
        }
        let place = (
            library.statement(statement).note,
            library.statement(statement).heading,
        );
        if now != Some(place) {
            now = Some(place);
            draft.section(Some(super::places::path(library, place.0, place.1)));
        }
        let aside = (from == Basis::Pronoun).then(|| "by a pronoun".to_owned());
        draft.statement(statement, aside);
    }
    if draft.is_empty() {
        draft.section(None);
        let line = "The notes name this person only in passing: in a tag or a heading.";
        draft.line(Line::plain(line));
    }
    draft
}

/// A line that hangs on a lead-in or an item brings its words along.
fn bring_lead_in(draft: &mut Draft<'_>, library: &Library, statement: u32, line: &mut Line) {
    let Some(parent) = library.statement(statement).parent else {
        return;
    };
    if draft.has(parent) {
        return;
    }
    let over = words::said(library, parent);
    let over = over.trim_end_matches([':', '.', ' ']);
    // Behind the date, before the words.
    line.spans
        .insert(1, Span::Quiet(format!("  {}:", words::clipped(over, 120))));
}

/// People to look up.
pub(super) fn links(library: &Library, people: &[u32]) -> Vec<(String, Option<Look>)> {
    people
        .iter()
        .map(|person| {
            let name = library.people()[*person as usize].name.clone();
            let look = What::Person(Subject::Key(person_key(&name))).into();
            (name, Some(look))
        })
        .collect()
}
