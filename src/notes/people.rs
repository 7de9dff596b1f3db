//! People of a note.

use super::dates::DateFacts;
use super::facts::Person;
use super::markdown::Document;

/// Everyone whom a note names; what is a date is no name.
#[must_use]
pub fn read(_document: &Document, _dates: &DateFacts) -> Vec<Person> {
    Vec::new()
}
