//! The structure of one note: its headings, blocks, statements and links.

use std::ops::Range;

use super::block::Block;
use crate::notes::ids::Id;

/// One note's structure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The front matter.
    pub front_matter: FrontMatter,
    /// The front matter's title, else the only H1 that is not housekeeping, else the file name.
    pub title: String,
    /// Tags of the whole note, front matter and text, without `#`, in order, once each.
    pub tags: Vec<String>,
    /// Headings in file order.
    pub headings: Vec<Heading>,
    /// Blocks in file order, headings included.
    pub blocks: Vec<Block>,
    /// Statements in file order.
    pub statements: Vec<Statement>,
    /// Wikilinks in file order.
    pub links: Vec<Link>,
    /// Byte offset of the start of each line.
    pub line_starts: Vec<u32>,
    /// `clio: false` or `#private`: not to be used for anything.
    pub private: bool,
}

/// A heading of the note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its words, with tokens.
    pub block: usize,
    /// The heading it stands under, an index into [`Document::headings`].
    pub parent: Option<usize>,
    /// 1-based line.
    pub line: u32,
    /// `metadata`, `contents`, `sources`, `references`, `bibliography`: neither title nor event.
    pub housekeeping: bool,
    /// It is housekeeping over what may yet be history: `# METADATA:`.
    pub metadata: bool,
    /// It opens a list item and stands over the rest of it alone: a line of an outline.
    pub outlined: bool,
}

/// One statement: an item, a sentence of a paragraph, a table row or a quoted line.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Stable id: hash of note path, heading path and normalised text (and an ordinal among equals).
    pub id: Id,
    /// The block it is part of.
    pub block: usize,
    /// Its tokens in that block.
    pub tokens: Range<usize>,
    /// 1-based first and last line.
    pub lines: (u32, u32),
    /// The statement it hangs on: the parent item or the lead-in ending in a colon.
    pub parent: Option<usize>,
}

/// `[[target#anchor|shown]]` or `![[embed]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The note it names, without anchor.
    pub target: String,
    /// The heading or `^block` after `#`.
    pub anchor: Option<String>,
    /// What the reader sees.
    pub shown: String,
    /// `![[…]]`.
    pub embed: bool,
    /// 1-based line.
    pub line: u32,
    /// Bytes of the file.
    pub span: Range<usize>,
}

/// What the front matter says, as far as Clio uses it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// `title:`
    pub title: Option<String>,
    /// `aliases:` / `alias:`
    pub aliases: Vec<String>,
    /// `tags:` / `tag:`, without `#`.
    pub tags: Vec<String>,
    /// A year stated as the note's subject (`year: 1948`), with its line. Never `date`, `created`, `updated`, `lastmod`.
    pub year: Option<(i32, u32)>,
    /// `clio: false` leaves the note out of everything.
    pub clio: Option<bool>,
    /// Lines of the file it takes up; 0 if there is none.
    pub lines: u32,
}
