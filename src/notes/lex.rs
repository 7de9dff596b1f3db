//! Visible text cut into tokens once, for the date, people and cause readers to share.

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters (with inner apostrophes: `Castro's`, `don’t`); digits may follow letters (`SPD2`).
    Word,
    /// ASCII digits only. `1960s` is `1960` and, glued to it, `s`; `16th` is `16` and `th`; `60BC` is `60` and `BC`.
    Number,
    /// `->`, `→`, `=>`, `⇒`, `-->`, `$\to$` and the like, one token each.
    Arrow,
    /// Any other single character.
    Punct,
}

/// One token of a visible text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Byte offset of its first byte in the visible text.
    pub start: u32,
    /// Byte offset past its last byte.
    pub end: u32,
    /// What it is made of.
    pub kind: Kind,
    /// White space, or the start of the text, stands before it.
    pub spaced: bool,
    /// The first letter is upper case.
    pub capital: bool,
    /// All letters are upper case, and there are at least two.
    pub shouted: bool,
}

impl Token {
    /// The token's own words.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
}
