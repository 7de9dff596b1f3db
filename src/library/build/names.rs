//! The names that facts are found by.

use rayon::iter::{
    IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _,
};

use super::only_dates::is_date;
use crate::library::facts::Heading;
use crate::library::names::Names;
use crate::library::{Dates, Fact, Index, Library};
use crate::notes::when::When;

impl Library {
    pub(super) fn names_of_people(&self) -> Names {
        let people = (0_u32..).zip(&self.people);
        Names::build(people.flat_map(|(at, person)| {
            std::iter::once(person.name.as_str())
                .chain(person.aliases.iter().map(String::as_str))
                .map(move |name| (at, name))
        }))
    }

    pub(super) fn names_of_topics(&self) -> Names {
        Names::build((0_u32..).zip(self.topics.iter().map(|topic| topic.name.as_str())))
    }

    /// The names of notes, and of all that is found as a thing: notes, headings, definitions.
    pub(super) fn names_of_things(&self) -> Index {
        let notes = || {
            (0_u32..).zip(&self.notes).flat_map(|(at, note)| {
                std::iter::once(note.title.as_str())
                    .chain(note.aliases.iter().map(String::as_str))
                    .map(move |name| (at, name))
            })
        };
        let mut things: Vec<(Fact, &str)> =
            notes().map(|(at, name)| (Fact::Note(at), name)).collect();
        let mut headings: Vec<(u32, &Heading)> = self
            .headings
            .par_iter()
            .enumerate()
            .filter(|(_, heading)| !heading.housekeeping && !is_date(&heading.text))
            .map(|(at, heading)| (at as u32, heading))
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
        Index {
            notes: Names::build(notes()),
            things: Names::build((0..).zip(things.iter().map(|(_, name)| *name))),
            of_things: things.into_iter().map(|(fact, _)| fact).collect(),
            ..Index::default()
        }
    }
}

/// The dates of events as they stand in the notes, and their names.
pub(super) fn names_of(dates: &Dates) -> (Vec<When>, Names) {
    let mut of_dates: Vec<When> = dates.all().iter().map(|event| event.when).collect();
    of_dates.dedup();
    let words: Vec<String> = of_dates.par_iter().map(|when| when.words()).collect();
    let names = Names::build((0..).zip(words.iter().map(String::as_str)));
    (of_dates, names)
}
