//! One piece of a run, and what it is to the name.

use crate::notes::people::lexicon::{Cue, Is};

/// What a piece of a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::notes::people) enum Shape {
    /// A word with a capital.
    Word,
    /// `F.`, or the `X` of Malcolm X.
    Initial,
    /// `von`, `de la`, `bin`.
    Particle,
    /// `XIV`.
    Numeral,
    /// A nickname in quotation marks or brackets between two words.
    Nickname,
    /// `the Great`.
    Epithet,
    /// `of Aquitaine`.
    Origin,
    /// The `Soter` of Ptolemy I Soter.
    Byname,
}

/// One piece of a run.
#[derive(Debug, Clone, Copy)]
pub(in crate::notes::people) struct Piece {
    pub(in crate::notes::people) shape: Shape,
    /// First token, and the one past the last.
    pub(in crate::notes::people) tokens: (usize, usize),
    /// Bytes of the visible text, possessive cut off.
    pub(in crate::notes::people) bytes: (u32, u32),
    pub(in crate::notes::people) is: Is,
    pub(in crate::notes::people) cue: Cue,
    /// Ends in `'s`.
    pub(in crate::notes::people) possessive: bool,
    /// All capitals, two letters at least.
    pub(in crate::notes::people) shouted: bool,
}

impl Piece {
    /// Whether it is one syllable, of five letters at most.
    pub(in crate::notes::people) fn is_short(&self) -> bool {
        self.len() <= 5
    }

    /// How many bytes it has.
    #[inline]
    pub(in crate::notes::people) fn len(&self) -> u32 {
        self.bytes.1 - self.bytes.0
    }
}
