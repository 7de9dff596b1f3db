//! The texts of a note's blocks in one piece.

use std::sync::Arc;

use crate::notes::markdown::{Text, Visible};
use crate::notes::word_key;

/// The texts of a note's blocks in one piece, each with one byte behind it, and room for a key behind the last.
#[derive(Debug)]
pub(in crate::notes::markdown) struct Texts(String);

impl Texts {
    /// None, with room for those of a file.
    pub(in crate::notes::markdown) fn for_file(text: &str) -> Self {
        Self(String::with_capacity(text.len() + 2 * word_key::LONGEST))
    }

    /// Adds the text of the next block.
    pub(in crate::notes::markdown) fn push(&mut self, text: &str) -> Visible {
        let start = self.0.len();
        self.0.push_str(text);
        let end = self.0.len();
        self.0.push('\n');
        Visible::at(start..end)
    }

    /// The text of a block before it is given its own.
    pub(in crate::notes::markdown) fn of(&self, text: &Text) -> &str {
        &self.0[text.visible.range()]
    }

    /// All of them, with room for a key behind the last.
    pub(super) fn whole(mut self) -> Arc<str> {
        self.0.push_str(ROOM);
        self.0.into()
    }
}

/// As many bytes as a key has at most.
const ROOM: &str = match str::from_utf8(&[0; word_key::LONGEST]) {
    Ok(room) => room,
    Err(_) => panic!("zeros are ASCII"),
};
