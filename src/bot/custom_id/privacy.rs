//! What the buttons of `/privacy` carry: `v` and a letter for what it does to the data of who presses.

use std::fmt;
use std::str::FromStr;

use super::NotOurs;

/// A button of `/privacy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::bot) enum Privacy {
    /// Says what is kept.
    About,
    /// Gives the person everything that names them.
    Export,
    /// Takes the person off all boards.
    Hide,
    /// Puts the person back.
    Show,
    /// Asks whether everything shall be deleted.
    AskDelete,
    /// Deletes everything that names the person.
    Delete,
}

const LETTERS: [(Privacy, char); 6] = [
    (Privacy::About, 'a'),
    (Privacy::Export, 'e'),
    (Privacy::Hide, 'h'),
    (Privacy::Show, 's'),
    (Privacy::AskDelete, 'q'),
    (Privacy::Delete, 'd'),
];

impl fmt::Display for Privacy {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = LETTERS.iter().find(|(does, _)| does == self);
        write!(out, "v{}", letter.map_or('a', |(_, letter)| *letter))
    }
}

impl FromStr for Privacy {
    type Err = NotOurs;

    fn from_str(text: &str) -> Result<Self, NotOurs> {
        let letter = text.strip_prefix('v').ok_or(NotOurs)?;
        let found = LETTERS.iter().find(|(_, own)| own.to_string() == letter);
        found.map(|(does, _)| *does).ok_or(NotOurs)
    }
}
