//! The parser's events → blocks.

mod line_break;
mod open;
mod start;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, TagEnd};

use super::bullets::{Letters, Nest};
use super::hung::Closed;
use super::sink::Sink;
use crate::notes::facts::Warning;
use crate::notes::keys::Keys;

/// The extensions of CommonMark that notes are read with, chosen one by one.
///
/// Off on purpose: metadata blocks (a pair of `---` in mid-note would swallow what stands between), smart
/// punctuation (offsets), definition lists (`: ` opens ordinary lines), heading attributes (`{1962}` would go), formulas
/// (a lone `$` is money; the lexer knows `$\to$`), GitHub's quotes (callouts here have any name), sub- and superscript.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_WIKILINKS);

/// What is open around the event at hand.
pub(super) struct Walk<'s> {
    /// What the parser sees: comments are blanked; the first byte stands at `base` in the file.
    pub(super) source: &'s str,
    /// The same bytes as they stand in the file.
    written: &'s str,
    pub(super) base: usize,
    /// A `.txt` file: what is indented is no code.
    pub(super) plain: bool,
    pub(super) sink: Sink,
    pub(super) warnings: Vec<Warning>,
    /// Open list items, each with the block of its own text once it is known.
    pub(super) items: Vec<Option<usize>>,
    /// The block that the items of each open list hang on.
    lists: Vec<Option<usize>>,
    /// The outermost item that was closed last, if nothing came after it.
    closed: Option<Closed>,
    /// The open lists hang on an item that Markdown does not nest them in.
    is_hung: bool,
    /// Open quotes, each with the block of its callout's title.
    pub(super) quotes: Vec<Option<usize>>,
    footnote: bool,
    /// What is open inside the block, innermost last.
    pub(super) spans: Vec<super::inline::Span>,
    /// More than 0 inside pictures, struck-out words and links already shown.
    pub(super) hidden: u32,
    /// Text before this byte of `source` was a marker and is not shown.
    pub(super) skip_to: usize,
    /// Lines of the open code block: where they start, and their words.
    pub(super) code: Option<Vec<(Range<usize>, String)>>,
    /// Items that only look like a list.
    pub(super) nest: Nest,
    /// The block at hand is a line that CommonMark counts to the list item above it, though it stands at the margin.
    at_margin: bool,
    /// How far the outline has come.
    letters: Letters,
    /// The header row of the open table, once it is known.
    header: Option<usize>,
    cells: u32,
}

/// Reads `source`, the text of the file from byte `base` on, as it is masked; `written` is what stands there.
pub(super) fn walk<'s>(
    source: &'s str,
    written: &'s str,
    base: usize,
    plain: bool,
    sink: Sink,
) -> (super::Document, Keys, Vec<Warning>) {
    let mut walk = Walk {
        source,
        written,
        base,
        plain,
        sink,
        warnings: Vec::new(),
        items: Vec::new(),
        lists: Vec::new(),
        closed: None,
        is_hung: false,
        quotes: Vec::new(),
        footnote: false,
        spans: Vec::new(),
        hidden: 0,
        skip_to: 0,
        code: None,
        nest: Nest::default(),
        at_margin: false,
        letters: Letters::default(),
        header: None,
        cells: 0,
    };
    let mut events = Parser::new_ext(source, OPTIONS).into_offset_iter();
    // Each is looked at where it is, since it is large.
    while let Some((event, range)) = &events.next() {
        match event {
            // Nearly a third of all.
            Event::Text(text) if walk.shows_text() => walk.text(text, range),
            event => walk.event(event, range),
        }
    }
    walk.close();
    let (document, keys) = walk.sink.finish();
    (document, keys, walk.warnings)
}

impl Walk<'_> {
    /// Whether what a text says is shown, as it is.
    #[inline]
    fn shows_text(&self) -> bool {
        self.code.is_none() && self.hidden == 0
    }

    #[inline]
    pub(super) fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag, range),
            event => self.lone(event, range),
        }
    }

    /// Takes in what neither starts nor ends anything.
    fn lone(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(text) if self.code.is_some() => self.code_text(text, range),
            Event::SoftBreak | Event::HardBreak => {
                self.line_break(range, matches!(event, Event::HardBreak));
            }
            Event::TaskListMarker(done) => self.open_for_text(range.start).task = Some(*done),
            Event::Rule => {
                self.close();
                self.sink.last = None;
            }
            event => self.inline(event, range),
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript => self.end_span(),
            TagEnd::BlockQuote(_) => {
                self.leave_nest();
                self.quotes.pop();
            }
            TagEnd::CodeBlock => self.end_code(range),
            TagEnd::List(_) => {
                self.leave_nest();
                self.lists.pop();
            }
            TagEnd::Item => {
                self.leave_nest();
                self.sink.end_item(self.items.len());
                let item = self.items.pop().flatten();
                if self.items.is_empty() && self.quotes.is_empty() && !self.is_hung {
                    let at = range.start;
                    self.closed = item.map(|block| Closed { block, at });
                }
            }
            TagEnd::FootnoteDefinition => {
                self.leave_nest();
                self.footnote = false;
            }
            TagEnd::TableHead => self.header = self.close(),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableRow => {
                self.close();
            }
            _ => {}
        }
    }
}

/// The rest of the line from byte `at` on, without its end.
pub(super) fn line_at(source: &str, at: usize) -> &str {
    let rest = &source[at..];
    let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
    &rest[..end]
}
