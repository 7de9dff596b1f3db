//! Finished blocks → headings, tags and statements of the [`Document`].

use super::lines::Lines;
use super::sentences;
use super::text::Builder;
use super::{Block, BlockKind, Document, Heading, Mark, MarkKind, Statement};
use crate::notes::ids::{self, Ids};
use crate::notes::lex::{self, Kind, Token};

/// A block that is being read.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) kind: BlockKind,
    pub(super) text: Builder,
    pub(super) parent: Option<usize>,
    pub(super) depth: u8,
    pub(super) quoted: bool,
    pub(super) level: u8,
    pub(super) task: Option<bool>,
    /// The header row of a table.
    pub(super) header: bool,
    start: usize,
}

/// Takes finished blocks.
#[derive(Debug)]
pub(super) struct Sink<'s> {
    pub(super) document: Document,
    pub(super) lines: Lines,
    /// The block that is being read.
    pub(super) current: Option<Open>,
    /// The block that a list right below may hang on.
    pub(super) last: Option<usize>,
    path: &'s str,
    ids: Ids,
    /// The headings open here, outermost first, and their words for ids.
    open_headings: Vec<(usize, String)>,
    heading_path: String,
    /// The last statement of each block.
    statements: Vec<Option<usize>>,
}

impl<'s> Sink<'s> {
    pub(super) fn new(path: &'s str, document: Document, lines: Lines) -> Self {
        Self {
            document,
            lines,
            current: None,
            last: None,
            path,
            ids: Ids::default(),
            open_headings: Vec::new(),
            heading_path: String::new(),
            statements: Vec::new(),
        }
    }

    pub(super) fn open(&self, kind: BlockKind, start: usize) -> Open {
        Open {
            kind,
            text: Builder::default(),
            parent: None,
            depth: 0,
            quoted: false,
            level: 0,
            task: None,
            header: false,
            start,
        }
    }

    /// The paragraph right above that ends in a colon, for a list to hang on.
    pub(super) fn lead_in(&self) -> Option<usize> {
        let block = self.last?;
        let text = &self.document.blocks[block].text.visible;
        text.trim_end_matches([' ', '-', '–', '—', '*'])
            .ends_with(':')
            .then_some(block)
    }

    pub(super) fn finish(mut self) -> Document {
        self.document.line_starts = self.lines.starts;
        self.document
    }

    /// Files a block; `None` if it has no text.
    pub(super) fn close(&mut self, mut open: Open) -> Option<usize> {
        open.text.finish();
        if open.text.is_empty() {
            return None;
        }
        let tokens = lex::tokens(&open.text.text.visible);
        let mut marks = std::mem::take(&mut open.text.marks);
        find_tags(&open.text.text.visible, &mut marks);
        find_addresses(&open.text.text.visible, &mut marks);
        for mark in &marks {
            if let MarkKind::Tag(tag) = &mark.kind
                && !self
                    .document
                    .tags
                    .iter()
                    .any(|known| known.eq_ignore_ascii_case(tag))
            {
                self.document.tags.push(tag.clone());
            }
        }
        let kind = if open.kind == BlockKind::Paragraph
            && is_loose(
                &open.text.text.visible,
                &tokens,
                &marks,
                self.document.blocks.is_empty(),
            ) {
            BlockKind::Loose
        } else {
            open.kind
        };
        let sentences = sentences::split(&open.text.text.visible, &tokens, &[]);
        let span = open.text.span.clone().unwrap_or(open.start..open.start);
        let lines = (
            self.lines.line(span.start),
            self.lines.line(span.end.saturating_sub(1).max(span.start)),
        );
        let block = self.document.blocks.len();
        self.document.blocks.push(Block {
            kind,
            heading: self.open_headings.last().map(|heading| heading.0),
            parent: open.parent,
            depth: open.depth,
            span,
            lines,
            quoted: open.quoted,
            task: open.task,
            header: open.header,
            text: open.text.text,
            tokens,
            sentences,
            marks,
        });
        self.statements.push(None);
        self.last = (kind == BlockKind::Paragraph).then_some(block);
        match kind {
            BlockKind::Heading => self.heading(block, open.level),
            BlockKind::Loose | BlockKind::Footnote => {}
            _ if open.header => {}
            _ => self.state(block),
        }
        Some(block)
    }

    fn heading(&mut self, block: usize, level: u8) {
        while self
            .open_headings
            .last()
            .is_some_and(|open| self.document.headings[open.0].level >= level)
        {
            self.open_headings.pop();
        }
        let parent = self.open_headings.last().map(|open| open.0);
        let heading = self.document.headings.len();
        let words = ids::normalised(&self.document.blocks[block].text.visible);
        let line = self.document.blocks[block].lines.0;
        let housekeeping = is_housekeeping(&words);
        self.document.headings.push(Heading {
            level,
            block,
            parent,
            line,
            housekeeping,
        });
        self.document.blocks[block].heading = Some(heading);
        self.open_headings.push((heading, words));
        self.heading_path.clear();
        for (_, words) in &self.open_headings {
            self.heading_path.push_str(words);
            self.heading_path.push('\u{1f}');
        }
    }

    /// Adds the statements of a block.
    fn state(&mut self, block: usize) {
        let text = &self.document.blocks[block];
        let parent = text.parent.and_then(|parent| self.statements[parent]);
        let whole = 0..text.tokens.len();
        let ranges = if text.kind == BlockKind::Paragraph {
            text.sentences.clone()
        } else {
            vec![whole]
        };
        for tokens in ranges {
            let text = &self.document.blocks[block];
            let (Some(first), Some(last)) = (
                text.tokens.get(tokens.start),
                text.tokens.get(tokens.end - 1),
            ) else {
                continue;
            };
            let visible = first.start..last.end;
            let span = text.text.file_span(visible.clone());
            let words =
                ids::normalised(&text.text.visible[visible.start as usize..visible.end as usize]);
            let lines = (
                self.lines.line(span.start),
                self.lines.line(span.end.saturating_sub(1).max(span.start)),
            );
            let id = self.ids.next(&[self.path, &self.heading_path, &words]);
            self.statements[block] = Some(self.document.statements.len());
            self.document.statements.push(Statement {
                id,
                block,
                tokens,
                lines,
                parent,
            });
        }
    }
}

/// Headings over what is no history: the note's own data, its table of contents, its sources.
fn is_housekeeping(words: &str) -> bool {
    matches!(
        words,
        "metadata"
            | "meta data"
            | "meta"
            | "contents"
            | "table of contents"
            | "toc"
            | "index"
            | "sources"
            | "source"
            | "references"
            | "reference"
            | "bibliography"
            | "works cited"
            | "citations"
            | "footnotes"
            | "further reading"
            | "see also"
            | "links"
            | "related"
            | "related notes"
            | "backlinks"
            | "tags"
    )
}

/// Marks every `#tag`: after white space, of letters, digits, `_`, `-` and `/`, not digits alone.
fn find_tags(text: &str, marks: &mut Vec<Mark>) {
    for sign in memchr::memchr_iter(b'#', text.as_bytes()) {
        let before = text[..sign].chars().next_back();
        if before.is_some_and(|char| !char.is_whitespace() && !matches!(char, '(' | ',' | '|')) {
            continue;
        }
        let name = &text[sign + 1..];
        let end = name
            .find(|char: char| !(char.is_alphanumeric() || matches!(char, '_' | '-' | '/')))
            .unwrap_or(name.len());
        let name = name[..end].trim_end_matches('/');
        let place = sign as u32..(sign + 1 + name.len()) as u32;
        let in_code = marks
            .iter()
            .any(|mark| mark.kind == MarkKind::Code && mark.range.contains(&place.start));
        if !in_code && name.chars().any(|char| !char.is_ascii_digit()) {
            marks.push(Mark {
                kind: MarkKind::Tag(name.to_owned()),
                range: place,
            });
        }
    }
}

/// Marks bare addresses.
fn find_addresses(text: &str, marks: &mut Vec<Mark>) {
    let mut from = 0;
    while let Some(found) = memchr::memmem::find(&text.as_bytes()[from..], b"://") {
        let sign = from + found;
        let start = text[..sign]
            .rfind(|char: char| !char.is_ascii_alphanumeric())
            .map_or(0, |before| {
                before + text[before..].chars().next().map_or(1, char::len_utf8)
            });
        let end = text[sign..]
            .find(char::is_whitespace)
            .map_or(text.len(), |end| sign + end);
        marks.push(Mark {
            kind: MarkKind::Address,
            range: start as u32..end as u32,
        });
        from = end;
    }
}

/// Whether a paragraph is tags alone, or the stamp of the note's creation.
fn is_loose(text: &str, tokens: &[Token], marks: &[Mark], first: bool) -> bool {
    let in_tag = |token: &Token| {
        marks
            .iter()
            .any(|mark| matches!(mark.kind, MarkKind::Tag(_)) && mark.range.contains(&token.start))
    };
    let mut rest = tokens
        .iter()
        .filter(|token| token.kind != Kind::Punct && !in_tag(token));
    if first {
        rest.all(|token| token.kind == Kind::Number) && !text.is_empty()
    } else {
        rest.next().is_none()
    }
}
