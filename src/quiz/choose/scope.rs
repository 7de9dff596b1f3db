//! Which facts may be asked: all, or those of notes and statements.

use std::ops::Range;

use crate::library::{Fact, Library};
use crate::notes::dates::Query;
use crate::notes::when::When;
use crate::quiz::make::{Candidate, Listed};

use super::topics::Topic;

/// Which facts may be asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    #[default]
    All,
    /// Facts of these notes, sorted.
    Notes(Vec<u32>),
    /// Facts of these notes, and of these statements; sorted, without overlap.
    Parts {
        /// Whole notes.
        notes: Vec<u32>,
        /// Statements.
        statements: Vec<Range<u32>>,
    },
}

impl Scope {
    /// What a person typed or picked as a topic: a folder, a tag, a title, a heading, a person, or a span of dates.
    ///
    /// # Errors
    /// The nearest topics where there is none of that name; empty where there are no notes.
    pub fn named(library: &Library, typed: &str) -> Result<Self, Vec<String>> {
        match Topic::named(library, typed) {
            Ok(topic) => Ok(topic.scope),
            Err(unknown) => Err(unknown.nearest),
        }
    }

    /// What hangs together with one fact: a note's or a topic's whole notes, a heading's section, a statement with what stands
    /// below it, the statements that name a person or that say what led to what.
    #[must_use]
    pub fn of_fact(library: &Library, fact: Fact) -> Self {
        match fact {
            Fact::Note(note) => Self::Notes(vec![note]),
            Fact::Topic(topic) => Self::Notes(library.topics()[topic as usize].notes.clone()),
            Fact::Heading(heading) => Self::of_statements(library.section(heading)),
            Fact::Statement(at) => {
                Self::of_statements(std::iter::once(at).chain(library.below(at)))
            }
            Fact::Person(person) => Self::of_statements(mentions(library, person)),
            Fact::Definition(at) => {
                let (note, definition) = &library.definitions()[at as usize];
                Self::of_statements(in_library(library, *note, definition.statement))
            }
            Fact::Cause(node) => {
                let causes = library.causes();
                let links = causes.out_of(node).chain(causes.into(node));
                Self::of_statements(links.flat_map(|link| {
                    let link = &causes.links()[link as usize];
                    [link.cause.statement, link.effect.statement]
                        .into_iter()
                        .flatten()
                }))
            }
        }
    }

    /// The statements that are dated within `when`.
    #[must_use]
    pub fn of_dates(library: &Library, when: When) -> Self {
        Self::of_query(library, &Query::When(when))
    }

    /// The statements whose date answers `query`.
    pub(super) fn of_query(library: &Library, query: &Query) -> Self {
        let events = library.dates().all().iter();
        Self::of_statements(
            events
                .filter(|event| query.matches(event.when))
                .map(|event| event.statement),
        )
    }

    /// These statements.
    #[must_use]
    pub fn of_statements(statements: impl IntoIterator<Item = u32>) -> Self {
        let mut all: Vec<u32> = statements.into_iter().collect();
        all.sort_unstable();
        let mut ranges: Vec<Range<u32>> = Vec::new();
        for at in all {
            match ranges.last_mut() {
                Some(last) if last.end >= at => last.end = last.end.max(at + 1),
                _ => ranges.push(at..at + 1),
            }
        }
        Self::Parts {
            notes: Vec::new(),
            statements: ranges,
        }
    }

    /// What is in either.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        let (Some((mut notes, statements)), Some((more, others))) = (self.parts(), other.parts())
        else {
            return Self::All;
        };
        notes.extend(more);
        notes.sort_unstable();
        notes.dedup();
        match Self::of_statements(statements.into_iter().chain(others).flatten()) {
            Self::Parts { statements, .. } if !statements.is_empty() => {
                Self::Parts { notes, statements }
            }
            _ => Self::Notes(notes),
        }
    }

    /// What is in both. Facts that stand in no statement, as flashcards may, are kept only where both name their whole note.
    #[must_use]
    pub fn and(&self, library: &Library, other: &Self) -> Self {
        let (one, two) = match (self.parts(), other.parts()) {
            (None, _) => return other.clone(),
            (_, None) => return self.clone(),
            (Some(one), Some(two)) => (one, two),
        };
        let mut notes = one.0.clone();
        notes.retain(|note| two.0.contains(note));
        let whole = |parts: (Vec<u32>, Vec<Range<u32>>)| {
            let notes = parts.0.into_iter();
            let notes = notes.map(|note| library.note(note).statements.clone());
            notes.chain(parts.1).collect::<Vec<_>>()
        };
        let second = whole(two);
        let mut common: Vec<u32> = Vec::new();
        for range in whole(one) {
            for other in &second {
                common.extend(range.start.max(other.start)..range.end.min(other.end));
            }
        }
        Self::Notes(notes).or(&Self::of_statements(common))
    }

    /// Nothing can be asked from it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::All => false,
            Self::Notes(notes) => notes.is_empty(),
            Self::Parts { notes, statements } => notes.is_empty() && statements.is_empty(),
        }
    }

    /// Whether the candidate's fact is in it.
    #[must_use]
    pub fn holds(&self, candidate: &Candidate) -> bool {
        let noted = |notes: &[u32]| notes.binary_search(&candidate.note).is_ok();
        match self {
            Self::All => true,
            Self::Notes(notes) => noted(notes),
            Self::Parts { notes, statements } => {
                noted(notes)
                    || candidate.statement.is_some_and(|at| {
                        let after = statements.partition_point(|range| range.end <= at);
                        statements.get(after).is_some_and(|range| range.start <= at)
                    })
            }
        }
    }

    /// Where candidates that are in it may be among all: those of its notes, and of the notes that its statements stand in.
    pub(super) fn within(&self, library: &Library, listed: &Listed) -> Vec<Range<usize>> {
        let Some((mut notes, statements)) = self.parts() else {
            return std::iter::once(0..listed.len()).collect();
        };
        for statements in statements.iter().filter(|range| !range.is_empty()) {
            let note_of = |at: u32| library.statement(at).note;
            notes.extend(note_of(statements.start)..=note_of(statements.end - 1));
        }
        notes.sort_unstable();
        notes.dedup();
        notes.into_iter().map(|note| listed.of_note(note)).collect()
    }

    /// Whole notes, and ranges of statements; `None` for everything.
    fn parts(&self) -> Option<(Vec<u32>, Vec<Range<u32>>)> {
        match self {
            Self::All => None,
            Self::Notes(notes) => Some((notes.clone(), Vec::new())),
            Self::Parts { notes, statements } => Some((notes.clone(), statements.clone())),
        }
    }
}

/// The statements that name or mean a person.
fn mentions(library: &Library, person: u32) -> impl Iterator<Item = u32> {
    let places = library.people()[person as usize].mentions.iter();
    places.filter_map(|place| {
        let first = library.note(place.note).statements.start;
        Some(first + place.statement?)
    })
}

/// The number in the library of a note's own statement.
fn in_library(library: &Library, note: u32, statement: usize) -> Option<u32> {
    let all = &library.note(note).statements;
    let at = all.start.checked_add(u32::try_from(statement).ok()?)?;
    all.contains(&at).then_some(at)
}
