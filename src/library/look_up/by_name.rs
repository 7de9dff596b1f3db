//! Facts by what somebody types of their names.

use crate::library::names::Names;
use crate::library::{Fact, Library};
use crate::notes::people::Name;
use crate::notes::when::When;

/// Names of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// People, by name and alias.
    Person,
    /// Notes, by title and alias.
    Note,
    /// Topics.
    Topic,
    /// Titles, headings and terms.
    Thing,
    /// Dates as they stand in the notes.
    Date,
    /// Ends of cause links.
    Cause,
}

impl Library {
    /// The numbers of the names that hold every word that is typed.
    #[must_use]
    pub fn find_whole(&self, kind: Kind, typed: &str, most: usize) -> Vec<u32> {
        self.names_of(kind).whole(typed, most)
    }

    /// The numbers of the names that hold what is typed: whole words where that finds any, else words that begin so.
    #[must_use]
    pub fn find_exactly(&self, kind: Kind, typed: &str, most: usize) -> Vec<u32> {
        let names = self.names_of(kind);
        let whole = names.whole(typed, most);
        if whole.is_empty() {
            names.starting(typed, most)
        } else {
            whole
        }
    }

    /// The people whose names hold what is typed, as [`Self::find_exactly`] finds them; where it finds none, whom history knows by what is
    /// typed: Stalin, for Koba, whether the notes call him so or not.
    #[must_use]
    pub fn find_people(&self, typed: &str, most: usize) -> Vec<u32> {
        let found = self.find_exactly(Kind::Person, typed, most);
        if found.is_empty() {
            self.known_as(typed)
        } else {
            found
        }
    }

    /// As [`Self::find`] for people, of whom one whom history knows by what is typed comes before those of nearly that name.
    #[must_use]
    pub fn suggest_people(&self, typed: &str, most: usize) -> Vec<u32> {
        let names = &self.names.people;
        let mut found = names.starting(typed, most);
        if found.is_empty() {
            found = self.known_as(typed);
        }
        if found.is_empty() {
            found = names.nearly(typed, most);
        }
        found
    }

    /// Whom history knows by what is typed, under another name that the notes have.
    fn known_as(&self, typed: &str) -> Vec<u32> {
        let mut others = Name::others(typed).map(|name| self.find_whole(Kind::Person, name, 1));
        others.find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// The numbers of the names that hold what is typed, the last word perhaps unfinished; nearly so where that finds none.
    #[must_use]
    pub fn find(&self, kind: Kind, typed: &str, most: usize) -> Vec<u32> {
        let names = self.names_of(kind);
        let found = names.starting(typed, most);
        if found.is_empty() {
            names.nearly(typed, most)
        } else {
            found
        }
    }

    fn names_of(&self, kind: Kind) -> &Names {
        match kind {
            Kind::Person => &self.names.people,
            Kind::Note => &self.names.notes,
            Kind::Topic => &self.names.topics,
            Kind::Thing => &self.names.things,
            Kind::Date => &self.names.dates,
            Kind::Cause => self.causes.names(),
        }
    }

    /// What a number of [`Kind::Thing`] is.
    #[must_use]
    pub fn thing(&self, number: u32) -> Fact {
        self.names.of_things[number as usize]
    }

    /// What a number of [`Kind::Date`] is.
    #[must_use]
    pub fn date(&self, number: u32) -> When {
        self.names.of_dates[number as usize]
    }
}
