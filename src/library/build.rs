//! The facts of notes → a library: what does not wait for one another is indexed at the same time.

mod names;
mod only_dates;

use super::by_key::ByKey;
use super::excerpt::{Excerpt, Words};
use super::facts::{Entry, Event, Heading, Mark, NoteFacts, SeeAlso, Statement, Told};
use super::links::{Outline, Targets};
use super::{Causes, Dates, Index, Key, Library, people, person_key, topics};
use crate::notes::Person;
use names::names_of;

impl Library {
    /// Indexes the facts of notes that are not private.
    #[must_use]
    pub fn of(mut entries: Vec<Entry>) -> Self {
        let people: Vec<Vec<Person>> = entries
            .iter_mut()
            .map(|entry| std::mem::take(&mut entry.people))
            .collect();
        let (people, mut library) = rayon::join(
            move || people::join(&people),
            || Self::without_people(entries),
        );
        library.people = people;
        library.topics = topics::topics(&library.notes, &library.people);
        library.index_people();
        let (by_key, names) = rayon::join(
            || library.facts_by_key(),
            || (library.names_of_people(), library.names_of_topics()),
        );
        library.by_key = by_key;
        (library.names.people, library.names.topics) = names;
        library
    }

    /// All that does not need to know who is who.
    fn without_people(entries: Vec<Entry>) -> Self {
        let mut library = Self::default();
        let outlines: Vec<Outline<'_>> = entries.iter().map(Entry::outline).collect();
        let targets = Targets::of(&outlines);
        let (mut events, mut causes) = library.reserve(&entries);
        let whole = Words::joined(entries.iter().map(|entry| &entry.words));
        let mut base = 0;
        for entry in entries {
            let n_bytes = entry.words.len();
            let text = |excerpt: Excerpt| excerpt.bound(&whole, base);
            library.put(entry, &targets, text, &mut events, &mut causes);
            base += n_bytes;
        }
        let ((dates, of_dates, names_of_dates), (causes, names)) = rayon::join(
            || {
                let dates = Dates::build(events);
                let (of_dates, names) = names_of(&dates);
                (dates, of_dates, names)
            },
            || {
                rayon::join(
                    || Causes::build(causes, &library.statements),
                    || library.names_of_things(),
                )
            },
        );
        (library.dates, library.causes) = (dates, causes);
        library.names = Index {
            dates: names_of_dates,
            of_dates,
            ..names
        };
        library
    }

    /// Makes room for all facts; a list that grows doubles.
    fn reserve(&mut self, entries: &[Entry]) -> (Vec<Event>, Vec<Told>) {
        let sum = |of: fn(&Entry) -> usize| entries.iter().map(of).sum();
        self.notes.reserve_exact(entries.len());
        self.headings.reserve_exact(sum(|it| it.headings.len()));
        self.statements.reserve_exact(sum(|it| it.statements.len()));
        self.see_also.reserve_exact(sum(|it| it.see_also.len()));
        self.marks.reserve_exact(sum(|it| it.marks.len()));
        self.definitions
            .reserve_exact(sum(|it| it.definitions.len()));
        self.flashcards.reserve_exact(sum(|it| it.flashcards.len()));
        (
            Vec::with_capacity(sum(|it| it.events.len())),
            Vec::with_capacity(sum(|it| it.causes.len())),
        )
    }

    /// Appends a note's facts, its indices shifted to the library's.
    fn put(
        &mut self,
        entry: Entry,
        targets: &Targets,
        text: impl Fn(Excerpt) -> Excerpt,
        events: &mut Vec<Event>,
        causes: &mut Vec<Told>,
    ) {
        let note = length(&self.notes);
        let (first_heading, first) = (length(&self.headings), length(&self.statements));
        self.headings
            .extend(entry.headings.into_iter().map(|heading| Heading {
                note,
                parent: heading.parent.map(|parent| parent + first_heading),
                text: text(heading.text),
                ..heading
            }));
        self.statements
            .extend(entry.statements.into_iter().map(|statement| Statement {
                note,
                heading: statement.heading.map(|heading| heading + first_heading),
                parent: statement.parent.map(|parent| parent + first),
                text: text(statement.text),
                ..statement
            }));
        // A section called contents or sources tells no events.
        let told = entry.events.into_iter().map(|event| Event {
            statement: event.statement + first,
            ..event
        });
        events.extend(told.filter(|event| {
            !self.is_housekeeping(event.statement)
                && !self.is_only_a_date(event.statement)
                && !self.says_only_when(event.statement)
        }));
        causes.extend(entry.causes.into_iter().map(|mut told| {
            for end in [&mut told.link.cause, &mut told.link.effect] {
                end.statement = end.statement.map(|statement| statement + first);
            }
            told.link.note = note;
            told.link.cue = text(told.link.cue);
            told.cause = text(told.cause);
            told.effect = text(told.effect);
            told
        }));
        self.see_also.extend(
            entry
                .see_also
                .into_iter()
                .map(|(statement, link, shown)| SeeAlso {
                    statement: statement + first,
                    shown: text(shown),
                    note: targets.find(&entry.links[link as usize].target),
                }),
        );
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

    fn facts_by_key(&self) -> ByKey {
        ByKey::of([
            &mut self.notes.iter().map(|it| it.key),
            &mut self.topics.iter().map(|it| it.key),
            &mut self.people.iter().map(|it| person_key(&it.name)),
            &mut self.headings.iter().map(|it| it.key),
            &mut self.statements.iter().map(|it| it.key),
            &mut self.definitions.iter().map(|(_, it)| {
                it.id
                    .parse()
                    .unwrap_or_else(|_| Key::of(&["definition", &it.id]))
            }),
            &mut self.causes.nodes().iter().map(|it| it.key),
        ])
    }
}

fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).expect("256 MiB of notes hold fewer facts")
}
