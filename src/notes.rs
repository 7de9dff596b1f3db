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
mod known;
mod word_key;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use facts::{
    Basis, CauseKind, CauseLink, DateMention, Definition, End, Event, Flashcard, Mention, Note,
    Person, Warning,
};

/// How many notes [`read_all`] takes at once: few enough for what is known of them to stay near the processor.
pub const BATCH: usize = 8;

/// Reads one note. `path` is below the content folder, with `/`; `text` is the whole file.
#[must_use]
pub fn read(path: &str, text: &str) -> Note {
    let mut read = read_all(vec![(path.to_owned(), text.to_owned())]);
    read.pop().expect("one note in is one note out")
}

/// Reads many notes, each a path and a text as for [`read`], in less time than one by one.
///
/// The whole reader does not fit the processor's cache for instructions; here each of its parts reads several notes in a row.
#[must_use]
pub fn read_all(files: Vec<(String, String)>) -> Vec<Note> {
    let mut read = Vec::with_capacity(files.len());
    let mut files = files.into_iter();
    while files.len() > 0 {
        read_batch(files.by_ref().take(BATCH), &mut read);
    }
    read
}

/// Reads a few notes, part by part.
fn read_batch(files: impl Iterator<Item = (String, String)>, read: &mut Vec<Note>) {
    let first = read.len();
    let mut all_keys = Vec::with_capacity(BATCH);
    for (path, source) in files {
        let mut warnings = Vec::new();
        let (document, keys) = markdown::read_keyed(&path, &source, &mut warnings);
        all_keys.push(keys);
        read.push(Note {
            path,
            source,
            document,
            dates: Vec::new(),
            events: Vec::new(),
            people: Vec::new(),
            causes: Vec::new(),
            definitions: Vec::new(),
            flashcards: Vec::new(),
            warnings,
        });
    }
    let notes = &mut read[first..];
    for (note, keys) in notes.iter_mut().zip(&all_keys) {
        let (document, warnings) = (&note.document, &mut note.warnings);
        let dates = guarded("dates", warnings, || dates::read_keyed(document, keys));
        note.dates = dates.dates;
        note.events = dates.events;
        note.warnings.extend(dates.warnings);
    }
    for (note, keys) in notes.iter_mut().zip(&all_keys) {
        let (document, warnings) = (&note.document, &mut note.warnings);
        note.people = guarded("people", warnings, || people::read_keyed(document, keys));
    }
    for (note, keys) in notes.iter_mut().zip(&all_keys) {
        let (document, warnings) = (&note.document, &mut note.warnings);
        let causes = guarded("causes", warnings, || causes::read_keyed(document, keys));
        note.causes = causes.links;
        note.warnings.extend(causes.warnings);
    }
    for note in notes {
        let (document, warnings) = (&note.document, &mut note.warnings);
        let flashcards = guarded("flashcards", warnings, || {
            flashcards::read(&note.path, &note.source, document)
        });
        let definitions = || definitions::read(document, &flashcards);
        note.definitions = guarded("definitions", warnings, definitions);
        note.flashcards = flashcards;
        note.warnings.sort_by_key(|warning| warning.line);
    }
}

/// What `read` finds; nothing and a warning where it panics. No words of a note should make it, but one note that does must not
/// keep all others from being read.
fn guarded<T: Default>(what: &str, warnings: &mut Vec<Warning>, read: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        warnings.push(Warning {
            line: 1,
            span: None,
            message: format!(
                "The {what} in this note could not be read: a fault in Clio, not in the note"
            ),
            help:
                "Please report it with the note, if you may share it. All else in the note works."
                    .to_owned(),
        });
        T::default()
    })
}

#[cfg(test)]
mod tests;
