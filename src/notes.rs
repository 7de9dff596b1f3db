//! Floor 0: Markdown text in, facts out. No disk, no clock, no async, no Discord.
//!
//! [`read`] never fails: an odd line becomes a [`Warning`] and the rest of the note is still used.

pub mod lex;
pub mod markdown;
pub mod when;

pub mod causes;
pub mod dates;
pub mod people;

pub mod phrase;

pub mod definitions;
pub mod flashcards;

pub mod ids;
pub mod json;

mod facts;
mod front_matter;
mod keys;
mod word_key;

pub use facts::{
    Basis, CauseKind, CauseLink, DateMention, Definition, End, Event, Flashcard, Mention, Note,
    Person, Warning,
};

/// Reads one note. `path` is below the content folder, with `/`; `text` is the whole file.
#[must_use]
pub fn read(path: &str, text: &str) -> Note {
    let mut warnings = Vec::new();
    let (document, keys) = markdown::read_keyed(path, text, &mut warnings);
    let dates = dates::read_keyed(&document, &keys);
    let people = people::read(&document, &dates);
    let causes = causes::read_keyed(&document, &keys);
    let flashcards = flashcards::read(path, text, &document);
    let definitions = definitions::read(&document, &flashcards);
    warnings.extend(dates.warnings);
    warnings.extend(causes.warnings);
    warnings.sort_by_key(|warning| warning.line);
    Note {
        path: path.to_owned(),
        source: text.to_owned(),
        document,
        dates: dates.dates,
        events: dates.events,
        people,
        causes: causes.links,
        definitions,
        flashcards,
        warnings,
    }
}

#[cfg(test)]
mod tests;
