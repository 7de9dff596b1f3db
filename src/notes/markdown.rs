//! Markdown text → [`Document`]: front matter, headings, statements, links and tags, every byte accounted for.

mod bullets;
mod code;
mod html;
mod hung;
mod inline;
mod lines;
mod links;
mod loose;
mod marks;
mod mask;
mod mermaid;
mod sentences;
mod signs;
mod sink;
mod statements;
mod text;
mod tight;
mod visible;
mod walk;

use std::ops::Range;

use smallvec::SmallVec;

use super::facts::Warning;
use super::front_matter;
use super::ids::Id;
use super::keys::Keys;
use super::lex::{Marks, Tokens};
pub use visible::Visible;
pub use walk::OPTIONS;

/// The readable text of a block without its markup, and the way back to the file.
///
/// `[[Kennedy|JFK]] said` is `JFK said`; a soft break is a space; `%%comments%%` and footnote marks are gone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// What a reader sees.
    pub visible: Visible,
    /// Pieces in order: (offset in `visible`, offset in the file); between two entries both advance together.
    pub pieces: SmallVec<[Piece; 2]>,
}

/// An offset in the visible text of a block, and the one in the file that it stands for.
pub type Piece = (u32, u32);

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

/// A run of text that is read at once: one paragraph, list item, table row, code line or heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The heading it stands under (for a heading: its own index), an index into [`Document::headings`].
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
    pub(super) signs: Marks,
    /// Sentences, as ranges of `tokens`; one for an item, a row and a heading that have no inner full stop.
    pub sentences: SmallVec<[Range<usize>; 2]>,
    /// Links, tags and emphasis, as ranges of `text.visible`.
    pub marks: Vec<Mark>,
}

impl Block {
    /// Whether it is a paragraph all in bold: a heading in all but its mark.
    pub(super) fn is_bold_alone(&self) -> bool {
        self.kind == BlockKind::Paragraph && is_all_bold(&self.marks, self.text.visible.len())
    }

    /// Whether it says where to read on: `Reading: Figes, Natasha's Dance ch 4`.
    #[inline]
    pub(super) fn lists_sources(&self) -> bool {
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
fn is_all_bold(marks: &[Mark], length: usize) -> bool {
    marks
        .first()
        .is_some_and(|mark| mark.kind == MarkKind::Strong && mark.range.len() + 2 > length)
}

/// What a [`Mark`] says of its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// `[[target#anchor|shown]]`: an index into [`Document::links`].
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

/// A run of words with a meaning of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Which.
    pub kind: MarkKind,
    /// Byte offsets in `text.visible`.
    pub range: Range<u32>,
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

/// Reads the structure of the note at `path` (below the content folder, with `/`); what is odd goes to `warnings`.
#[must_use]
pub fn read(path: &str, text: &str, warnings: &mut Vec<Warning>) -> Document {
    read_keyed(path, text, warnings).0
}

/// As [`read`], with the keys of the document's words.
pub(super) fn read_keyed(path: &str, text: &str, warnings: &mut Vec<Warning>) -> (Document, Keys) {
    let mut document = Document::default();
    let (front_matter, base) = front_matter::read(text, warnings);
    document.tags.clone_from(&front_matter.tags);
    document.front_matter = front_matter;
    let plain = path
        .rsplit('.')
        .next()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
    let mut lines = lines::Lines::of(text);
    let starts = lines.starts.iter().map(|start| *start as usize);
    let starts = starts.filter_map(|start| start.checked_sub(base));
    let tight = tight::any(&text[base..], starts);
    let (masked, unclosed) = mask::mask(&text[base..], tight);
    if let Some(span) = unclosed {
        warnings.push(Warning {
            line: lines.line(base + span.start),
            span: Some(base + span.start..base + span.end),
            message: "This comment is never closed, so it is read like the rest of the note"
                .to_owned(),
            help: "Put `%%` where the comment ends.".to_owned(),
        });
    }
    let (mut document, keys, odd) = walk::walk(
        &masked,
        &text[base..],
        base,
        plain,
        sink::Sink::new(path, &masked, document, lines),
    );
    warnings.extend(odd);
    document.title = title(path, &document);
    let says_private = |tag: &String| {
        tag.split('/')
            .next()
            .is_some_and(|tag| tag.eq_ignore_ascii_case("private"))
    };
    document.private =
        document.front_matter.clio == Some(false) || document.tags.iter().any(says_private);
    (document, keys)
}

/// The front matter's title, else the only H1 that is not housekeeping, else the file name.
fn title(path: &str, document: &Document) -> String {
    if let Some(title) = document
        .front_matter
        .title
        .as_ref()
        .filter(|title| !title.is_empty())
    {
        return title.clone();
    }
    let mut tops = document
        .headings
        .iter()
        .filter(|heading| heading.level == 1 && !heading.housekeeping);
    if let (Some(only), None) = (tops.next(), tops.next()) {
        let title = untagged(&document.blocks[only.block]);
        if !title.is_empty() {
            return title;
        }
    }
    file_title(path)
}

/// The words of a heading without its tags and its colon.
fn untagged(heading: &Block) -> String {
    let visible = &heading.text.visible;
    let mut words = String::with_capacity(visible.len());
    let mut from = 0;
    for mark in heading
        .marks
        .iter()
        .filter(|mark| matches!(mark.kind, MarkKind::Tag(_)))
    {
        words.push_str(&visible[from..(mark.range.start as usize).max(from)]);
        from = mark.range.end as usize;
    }
    words.push_str(&visible[from..]);
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").trim_end_matches([':', ',', ' ']).to_owned()
}

/// Whether the part of a note's name before or behind a comma is no more than its years: `1956, Hungary`, `1950 - 1953, Korea`.
pub(super) fn is_span_of_years(part: &str) -> bool {
    part.bytes().filter(u8::is_ascii_digit).count() >= 3
        && part
            .chars()
            .all(|sign| sign.is_ascii_digit() || " -–/".contains(sign))
}

/// `cold-war/bay-of-pigs.md` is `Bay Of Pigs`; a name with spaces or capitals is left as it is.
fn file_title(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    // Notion adds a number of 32 hexadecimal digits to every name.
    let stem = match stem.rsplit_once(' ') {
        Some((words, number))
            if number.len() == 32 && number.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            words
        }
        _ => stem,
    };
    if stem.contains(' ') || stem.contains(char::is_uppercase) {
        return stem.to_owned();
    }
    let mut title = String::with_capacity(stem.len());
    for word in stem.split(['-', '_']).filter(|word| !word.is_empty()) {
        if !title.is_empty() {
            title.push(' ');
        }
        let mut letters = word.chars();
        title.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        title.push_str(letters.as_str());
    }
    if title.is_empty() {
        stem.to_owned()
    } else {
        title
    }
}

#[cfg(test)]
mod tests;
