//! One note as questions see it: its statements read, what happened when, who did what.

mod happening;

use std::cmp::Reverse;

use super::options::holds;
use super::place::named;
use super::reading::{Reading, ends_as};
use super::shape::{Shape, Tense};
use super::{Deck, Refusal};
use crate::library::{Library, folded};

pub(super) use happening::{Happening, Said, happening, in_words};

/// A note, read for questions.
#[derive(Debug, Clone)]
pub(super) struct Page {
    pub(super) note: u32,
    first: u32,
    readings: Vec<Reading>,
    /// Statements that tell what happened on one date, in the order of the note.
    pub(super) events: Vec<Happening>,
    /// Statements whose subject is a person.
    pub(super) doers: Vec<u32>,
    /// The people whom the note names or means, with the statement.
    pub(super) people: Vec<(u32, u32)>,
    /// First heading, and what prompts call the headings from there on.
    headings: (u32, Vec<Option<String>>),
    /// Those whom it names in more than a source.
    pub(super) cast: Vec<Member>,
    /// Causes and effects that stand in it first.
    pub(super) ends: Vec<End>,
    /// The statements of those, sorted.
    causal: Vec<u32>,
}

/// A cause or an effect as it can be shown.
#[derive(Debug, Clone)]
pub(super) struct End {
    pub(super) node: u32,
    pub(super) text: String,
    pub(super) shape: Shape,
    pub(super) tense: Tense,
    pub(super) statement: Option<u32>,
    pub(super) dangling: bool,
    pub(super) flaw: Option<Refusal>,
}

impl Page {
    pub(super) fn of(library: &Library, deck: &Deck, note: u32) -> Self {
        let range = library.note(note).statements.clone();
        let mut page = Self {
            note,
            first: range.start,
            readings: Vec::with_capacity(range.len()),
            events: Vec::new(),
            doers: Vec::new(),
            people: Vec::new(),
            ends: Vec::new(),
            headings: headings(library, note),
            cast: Vec::new(),
            causal: Vec::new(),
        };
        for at in range {
            let named: Vec<u32> = deck.named_in(at).collect();
            let reading = Reading::of(library, at, &named);
            page.people
                .extend(library.people_of(at).map(|person| (person, at)));
            if reading.doer.is_some() && reading.stands().is_ok() {
                page.doers.push(at);
            }
            if let Ok(happening) = happening(library, at, &reading)
                && reading.told.is_some()
            {
                page.events.push(happening);
            }
            page.readings.push(reading);
        }
        page.ends = deck
            .nodes_of(note)
            .map(|node| ends_as(library, node))
            .collect();
        page.causal = page.ends.iter().filter_map(|end| end.statement).collect();
        page.causal.sort_unstable();
        page.count_cast(library);
        page
    }

    /// One of its statements.
    pub(super) fn reading(&self, statement: u32) -> &Reading {
        &self.readings[(statement - self.first) as usize]
    }

    /// A cause or an effect stands in `statement`.
    pub(super) fn is_causal(&self, statement: u32) -> bool {
        self.causal.binary_search(&statement).is_ok()
    }

    /// All its statements.
    pub(super) fn readings(&self) -> impl Iterator<Item = (u32, &Reading)> {
        (self.first..).zip(&self.readings)
    }

    /// What a prompt calls a heading of the note, where it says anything.
    pub(super) fn heading(&self, at: u32) -> Option<&str> {
        let (first, names) = &self.headings;
        names.get(at.checked_sub(*first)? as usize)?.as_deref()
    }

    /// A person of the note.
    pub(super) fn member(&self, person: u32) -> Option<&Member> {
        self.cast.iter().find(|member| member.person == person)
    }

    /// The people of the note, those named most often first; who is named in a source only is none.
    fn count_cast(&mut self, library: &Library) {
        let mut counted: Vec<(usize, u32)> = Vec::new();
        for (person, statement) in &self.people {
            let told = matches!(
                self.reading(*statement).flaw,
                None | Some(
                    Refusal::Dangling | Refusal::Labelled | Refusal::TooLong | Refusal::Hedged
                )
            );
            match counted.iter_mut().find(|entry| entry.1 == *person) {
                Some(entry) => entry.0 += usize::from(told),
                None => counted.push((usize::from(told), *person)),
            }
        }
        counted.retain(|(count, _)| *count > 0);
        counted.sort_by_key(|(count, person)| (Reverse(*count), *person));
        self.cast = counted
            .into_iter()
            .map(|(_, person)| Member::of(library, person))
            .collect();
    }
}

fn headings(library: &Library, note: u32) -> (u32, Vec<Option<String>>) {
    let range = library.note(note).headings.clone();
    let names = range.clone().map(|at| named(library.heading(at))).collect();
    (range.start, names)
}

/// A person of a note with all names folded.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) person: u32,
    pub(super) names: Vec<String>,
}

impl Member {
    pub(super) fn of(library: &Library, person: u32) -> Self {
        let joined = &library.people()[person as usize];
        let names = std::iter::once(&joined.name)
            .chain(&joined.aliases)
            .map(|name| folded(name.trim_start_matches('#')))
            .collect();
        Self { person, names }
    }

    /// Two entries that may be one person: a name of one is part of a name of the other.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.names.iter().any(|one| {
            other
                .names
                .iter()
                .any(|other| holds(one, other) || holds(other, one))
        })
    }
}
