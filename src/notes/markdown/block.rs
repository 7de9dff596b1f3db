//! A run of text that is read at once, with its readable words and what the marks in it say.

use std::ops::Range;

use smallvec::SmallVec;

use super::text::Text;
use crate::notes::lex::{Marks, Tokens};

/// A run of text that is read at once: one paragraph, list item, table row, code line or heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The heading it stands under (for a heading: its own index), an index into [`Document::headings`](super::Document::headings).
    pub heading: Option<usize>,
    /// The block it hangs on: the list item it is nested in, the paragraph ending in a colon over its list, or the
    /// header of its table.
    pub parent: Option<usize>,
    /// List nesting: 0 outside lists, 1 for top items.
    pub depth: u8,
    /// Bytes of the file from its first to its last visible character.
    pub span: Range<usize>,
    /// 1-based first and last line.
    pub lines: (u32, u32),
    /// Inside a block quote or callout.
    pub quoted: bool,
    /// For a task-list item: whether its box is ticked.
    pub task: Option<bool>,
    /// The header row of a table: no statement, but the parent of its rows.
    pub header: bool,
    /// Its readable text.
    pub text: Text,
    /// `text.visible`, cut into tokens.
    pub tokens: Tokens,
    /// Which marks there are among and in its tokens, to pass over a block without those that are looked for.
    pub(in crate::notes) signs: Marks,
    /// Sentences, as ranges of `tokens`; one for an item, a row and a heading that have no inner full stop.
    pub sentences: SmallVec<[Range<usize>; 2]>,
    /// Links, tags and emphasis, as ranges of `text.visible`.
    pub marks: Vec<Mark>,
}

impl Block {
    /// Whether it is a paragraph all in bold: a heading in all but its mark.
    pub(in crate::notes) fn is_bold_alone(&self) -> bool {
        self.kind == BlockKind::Paragraph && is_all_bold(&self.marks, self.text.visible.len())
    }

    /// Whether it says where to read on: `Reading: Figes, Natasha's Dance ch 4`.
    #[inline]
    pub(in crate::notes) fn lists_sources(&self) -> bool {
        self.signs.any(b":") && self.opens_with_sources()
    }

    /// Whether it opens with a word for sources and a colon.
    fn opens_with_sources(&self) -> bool {
        // Most are told by their first letter to say something else.
        let first = self.tokens.first().map_or(0, |first| first.start as usize);
        let letter = self.text.visible.as_bytes().get(first);
        if !matches!(
            letter,
            Some(b'F' | b'f' | b'E' | b'R' | b'r' | b'B' | b'L' | b'l' | b'T' | b't' | b'H' | b'h')
        ) {
            return false;
        }
        let word = |at: usize| {
            let token = self.tokens.get(at);
            token.map_or("", |token| token.of(&self.text.visible))
        };
        let further = matches!(word(0), "Further" | "further" | "Extra" | "Recommended");
        let list = usize::from(further);
        // "Readings for Friday: …", "reading for week 3: …"
        let colon = match word(list + 1) {
            "for" => word(list + 3) == ":" || word(list + 4) == ":",
            next => next == ":",
        };
        if !colon {
            return false;
        }
        matches!(
            word(list),
            "Reading"
                | "reading"
                | "Readings"
                | "readings"
                | "Bibliography"
                | "References"
                | "Refs"
                | "Lit"
                | "lit"
                | "Literature"
                | "todo"
                | "Todo"
                | "TODO"
                | "hw"
                | "HW"
                | "homework"
                | "Homework"
        )
    }
}

/// Whether the first of `marks` makes a text of `length` bytes bold, but for a stop at its end.
pub(super) fn is_all_bold(marks: &[Mark], length: usize) -> bool {
    marks
        .first()
        .is_some_and(|mark| mark.kind == MarkKind::Strong && mark.range.len() + 2 > length)
}

/// What a block of text is in the Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// `# …`
    Heading,
    /// A paragraph outside lists (in block quotes and callouts too).
    Paragraph,
    /// The own text of a list item, without its sub-lists.
    Item,
    /// A table row, cells joined by ` | `.
    Row,
    /// One line of a code fence or an indented code block.
    Code,
    /// A callout's title line.
    CalloutTitle,
    /// The text of a footnote definition (a source, as a rule).
    Footnote,
    /// A line of tags alone, or of a stamp alone: no statement.
    Loose,
}

/// A run of words with a meaning of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Which.
    pub kind: MarkKind,
    /// Byte offsets in `text.visible`.
    pub range: Range<u32>,
}

/// What a [`Mark`] says of its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// `[[target#anchor|shown]]`: an index into [`Document::links`](super::Document::links).
    Wikilink(usize),
    /// `#tag`, without the `#` in the string.
    Tag(String),
    /// `**bold**`.
    Strong,
    /// `*italic*`.
    Emphasis,
    /// `==highlight==`.
    Highlight,
    /// Inline code.
    Code,
    /// A Markdown link or a bare address; dates and names inside an address are not history.
    Address,
}
