//! Runs of capitalised words cut into spots: places where a person may be named, each weighed by what it looks like.

mod edges;
mod finder;
mod listed;
mod look;
mod part;
mod shape;
mod spell;

pub(super) use finder::Finder;

use std::ops::Range;

use super::folded::Folded;
use super::lexicon::Is;

/// Weight from which a spot names a person.
pub(super) const ENOUGH: i32 = 6;

/// What names nobody looks like, whatever stands around it.
pub(super) const NOBODY: i32 = -50;

/// Whether "he" or "she" can mean somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Gender {
    /// "He".
    He,
    /// "She".
    She,
    /// The notes do not say.
    #[default]
    Unknown,
}

/// A place where a person may be named.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    /// Index into `Document::blocks`.
    pub(super) block: usize,
    /// Tokens of the name, without title and possessive.
    pub(super) tokens: Range<usize>,
    /// Bytes of the visible text that the name takes up.
    pub(super) bytes: Range<u32>,
    /// Where the title before the name begins.
    pub(super) title: Option<u32>,
    /// The title's folded word.
    pub(super) title_word: Folded,
    /// Folded words of the name without particles before it: `john f kennedy`.
    pub(super) key: Folded,
    /// Numeral, epithet, origin: `iii`, `the great`, `of aquitaine`.
    pub(super) tail: Folded,
    /// What follows the numeral: the `soter` of Ptolemy I Soter.
    pub(super) byname: Folded,
    /// Words in `key` that are no initials.
    pub(super) words: usize,
    /// `key` has one word, and there is no numeral or epithet.
    pub(super) single: bool,
    /// What the first and the last word of `key` are.
    pub(super) first: Is,
    /// See `first`.
    pub(super) last: Is,
    /// All in capitals.
    pub(super) shouted: bool,
    /// In a heading, or after a full stop: the capital says nothing.
    pub(super) opens: bool,
    /// What it looks like by itself.
    pub(super) shape: i32,
    /// What stands around it.
    pub(super) context: i32,
    /// A possessive.
    pub(super) possessive: bool,
    /// A word with a capital stands right before it.
    pub(super) follows_capital: bool,
    /// It stands in a heading.
    pub(super) in_heading: bool,
    /// "The", "a" or the like stands before it.
    pub(super) after_article: bool,
    /// Nobody whom the note names so elsewhere: who wrote a book about it all (`Kennedy *Freedom from Fear* (1999)`), or
    /// `Ephialtes (a different one)`.
    pub(super) cited: bool,
    /// An `s` at the end makes it several: Rangers, but not Doria or Callisthenes.
    pub(super) ends_as_plural: bool,
    /// "Son", "brother" or the like stands before it.
    pub(super) kin: bool,
    /// A link says whom it means.
    pub(super) linked: bool,
    /// An Arabic article or `Ibn` stands before it: al-Razi, Ibn Rushd.
    pub(super) arabic: bool,
}

impl Spot {
    /// A single word without numeral or epithet.
    pub(super) fn is_single(&self) -> bool {
        self.single
    }

    /// Where the name begins, its title with it.
    pub(super) fn start(&self) -> u32 {
        self.title.unwrap_or(self.bytes.start)
    }
}
