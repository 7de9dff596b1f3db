//! Floor 1: all facts of a shelf of notes, indexed. Built once, then only read; a reload builds another beside it.

use crate::notes::Note;

/// The notes of one shelf and what is known from them.
#[derive(Debug, Default)]
pub struct Library {
    notes: Vec<Note>,
}

impl Library {
    /// Indexes `notes`. Private notes (`clio: false`, `#private`) are left out.
    #[must_use]
    pub fn build(notes: Vec<Note>) -> Self {
        Self {
            notes: notes
                .into_iter()
                .filter(|note| !note.document.private)
                .collect(),
        }
    }

    /// The notes, in the order of their paths.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// There is nothing to answer from.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }
}
