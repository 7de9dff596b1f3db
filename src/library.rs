//! Floor 1: all facts of a shelf of notes, indexed. Built once, then only read; a reload builds another beside it.

pub mod facts;
pub mod key;

mod causes;
mod dates;
mod fold;
mod links;
mod look_up;
mod names;
pub mod people;
mod text;
mod topics;

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::notes::dates::{Order, parse_query};
use crate::notes::{self, Definition, Flashcard};

pub use causes::{Causes, Node};
pub use dates::{Dates, coarsened};
pub use facts::{Entry, Event, Heading, Mark, NoteFacts, SeeAlso, Statement};
pub(crate) use fold::content_words;
pub use fold::folded;
pub use key::Key;
pub use links::{Outline, across};
pub use look_up::Kind;
pub use people::{Joined, Place};
pub use text::{Hits, matches, stems};
pub use topics::Topic;

use facts::Cause;
use names::Names;
use text::Text;

/// The notes of one shelf and what is known from them.
#[derive(Debug, Default)]
pub struct Library {
    notes: Vec<NoteFacts>,
    headings: Vec<Heading>,
    statements: Vec<Statement>,
    dates: Dates,
    /// (statement, event's place in `dates`), sorted.
    events_of: Vec<(u32, u32)>,
    people: Vec<Joined>,
    /// (statement, person), sorted.
    people_of: Vec<(u32, u32)>,
    see_also: Vec<SeeAlso>,
    marks: Vec<Mark>,
    causes: Causes,
    definitions: Vec<(u32, Definition)>,
    flashcards: Vec<(u32, Flashcard)>,
    topics: Vec<Topic>,
    by_key: HashMap<Key, Fact>,
    names: Index,
    text: OnceLock<Text>,
}

/// Anything that has a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fact {
    /// A note.
    Note(u32),
    /// A heading.
    Heading(u32),
    /// A statement.
    Statement(u32),
    /// A person.
    Person(u32),
    /// A topic.
    Topic(u32),
    /// A definition.
    Definition(u32),
    /// A cause or an effect.
    Cause(u32),
}

/// Names of all kinds, by what is typed.
#[derive(Debug, Default)]
struct Index {
    people: Names,
    notes: Names,
    topics: Names,
    things: Names,
    /// What the numbers of `things` are.
    of_things: Vec<Fact>,
    dates: Names,
    /// What the numbers of `dates` are.
    of_dates: Vec<notes::when::When>,
}

impl Library {
    /// Indexes `notes`. Private notes (`clio: false`, `#private`) are left out.
    #[must_use]
    pub fn build(notes: Vec<notes::Note>) -> Self {
        Self::of(
            notes
                .into_iter()
                .filter(|note| !note.document.private)
                .map(Entry::of)
                .collect(),
        )
    }

    /// Indexes the facts of notes that are not private.
    #[must_use]
    pub fn of(entries: Vec<Entry>) -> Self {
        let mut library = Self::default();
        let outlines: Vec<Outline<'_>> = entries.iter().map(Entry::outline).collect();
        let targets = links::Targets::of(&outlines);
        let voices: Vec<people::Voice<'_>> = entries.iter().map(Entry::voice).collect();
        library.people = people::join(&voices);
        let mut events = Vec::new();
        let mut causes = Vec::new();
        for entry in entries {
            library.put(entry, &targets, &mut events, &mut causes);
        }
        library.dates = Dates::build(events);
        library.causes = Causes::build(causes, &library.statements);
        library.index_people();
        library.topics = topics::topics(&library.notes, &library.people);
        library.index_keys();
        library.index_names();
        library
    }

    /// Appends a note's facts, its indices shifted to the library's.
    fn put(
        &mut self,
        entry: Entry,
        targets: &links::Targets,
        events: &mut Vec<Event>,
        causes: &mut Vec<Cause>,
    ) {
        let note = length(&self.notes);
        let (first_heading, first) = (length(&self.headings), length(&self.statements));
        self.headings
            .extend(entry.headings.into_iter().map(|heading| Heading {
                note,
                parent: heading.parent.map(|parent| parent + first_heading),
                ..heading
            }));
        self.statements
            .extend(entry.statements.into_iter().map(|statement| Statement {
                note,
                heading: statement.heading.map(|heading| heading + first_heading),
                parent: statement.parent.map(|parent| parent + first),
                ..statement
            }));
        // A section called metadata or sources tells no events.
        let told = entry.events.into_iter().map(|event| Event {
            statement: event.statement + first,
            ..event
        });
        events.extend(told.filter(|event| !self.is_housekeeping(event.statement)));
        causes.extend(entry.causes.into_iter().map(|mut link| {
            for end in [&mut link.cause, &mut link.effect] {
                end.statement = end.statement.map(|statement| statement + first);
            }
            Cause { note, ..link }
        }));
        self.see_also
            .extend(entry.see_also.iter().map(|(statement, link)| {
                let link = &entry.links[*link as usize];
                SeeAlso {
                    statement: statement + first,
                    shown: link.shown.as_str().into(),
                    note: targets.find(&link.target),
                }
            }));
        self.marks.extend(entry.marks.into_iter().map(|mark| Mark {
            statement: mark.statement + first,
            ..mark
        }));
        self.definitions
            .extend(entry.definitions.into_iter().map(|it| (note, it)));
        self.flashcards
            .extend(entry.flashcards.into_iter().map(|it| (note, it)));
        self.notes.push(NoteFacts {
            headings: first_heading..length(&self.headings),
            statements: first..length(&self.statements),
            ..entry.note
        });
    }

    fn index_people(&mut self) {
        self.events_of = (0_u32..)
            .zip(self.dates.all())
            .map(|(at, event)| (event.statement, at))
            .collect();
        self.events_of.sort_unstable();
        for (person, joined) in (0_u32..).zip(&self.people) {
            for place in &joined.mentions {
                if let Some(statement) = place.statement {
                    let first = self.notes[place.note as usize].statements.start;
                    self.people_of.push((first + statement, person));
                }
            }
        }
        self.people_of.sort_unstable();
        self.people_of.dedup();
    }

    fn index_keys(&mut self) {
        let mut by_key = HashMap::with_capacity(self.statements.len() + self.headings.len());
        let mut put = |keys: &mut dyn Iterator<Item = Key>, fact: &dyn Fn(u32) -> Fact| {
            for (at, key) in (0_u32..).zip(keys) {
                by_key.entry(key).or_insert_with(|| fact(at));
            }
        };
        put(&mut self.notes.iter().map(|it| it.key), &Fact::Note);
        put(&mut self.topics.iter().map(|it| it.key), &Fact::Topic);
        put(
            &mut self.people.iter().map(|it| person_key(&it.name)),
            &Fact::Person,
        );
        put(&mut self.headings.iter().map(|it| it.key), &Fact::Heading);
        put(
            &mut self.statements.iter().map(|it| it.key),
            &Fact::Statement,
        );
        put(
            &mut self.definitions.iter().map(|(_, it)| {
                it.id
                    .parse()
                    .unwrap_or_else(|_| Key::of(&["definition", &it.id]))
            }),
            &Fact::Definition,
        );
        put(
            &mut self.causes.nodes().iter().map(|it| it.key),
            &Fact::Cause,
        );
        self.by_key = by_key;
    }

    fn index_names(&mut self) {
        let people = (0_u32..).zip(&self.people).flat_map(|(at, person)| {
            std::iter::once(person.name.as_str())
                .chain(person.aliases.iter().map(String::as_str))
                .map(move |name| (at, name))
        });
        let notes = || {
            (0_u32..).zip(&self.notes).flat_map(|(at, note)| {
                std::iter::once(note.title.as_str())
                    .chain(note.aliases.iter().map(String::as_str))
                    .map(move |name| (at, name))
            })
        };
        let topics = (0_u32..).zip(self.topics.iter().map(|topic| topic.name.as_str()));
        let mut things: Vec<(Fact, &str)> =
            notes().map(|(at, name)| (Fact::Note(at), name)).collect();
        let mut headings: Vec<(u32, &Heading)> = (0_u32..)
            .zip(&self.headings)
            .filter(|(_, heading)| !heading.housekeeping && !is_date(&heading.text))
            .collect();
        headings.sort_by_key(|(_, heading)| heading.level);
        things.extend(
            headings
                .into_iter()
                .map(|(at, heading)| (Fact::Heading(at), &*heading.text)),
        );
        things.extend(
            (0_u32..)
                .zip(&self.definitions)
                .map(|(at, (_, definition))| (Fact::Definition(at), definition.term.as_str())),
        );
        let mut of_dates: Vec<notes::when::When> =
            self.dates.all().iter().map(|event| event.when).collect();
        of_dates.dedup();
        let dates: Vec<String> = of_dates.iter().map(|when| when.words()).collect();
        self.names = Index {
            people: Names::build(people),
            notes: Names::build(notes()),
            topics: Names::build(topics),
            things: Names::build((0..).zip(things.iter().map(|(_, name)| *name))),
            of_things: things.into_iter().map(|(fact, _)| fact).collect(),
            dates: Names::build((0..).zip(dates.iter().map(String::as_str))),
            of_dates,
        };
    }
}

/// The key of a person.
#[must_use]
pub fn person_key(name: &str) -> Key {
    Key::of(&["person", &folded(name)])
}

/// A heading that is a date is found as a date.
fn is_date(heading: &str) -> bool {
    parse_query(heading, Order::DayFirst).is_some()
}

fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).expect("256 MiB of notes hold fewer facts")
}
