//! The parser's events → blocks, headings and links.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::blocks::{Open, Sink};
use super::{BlockKind, Document, Link, MarkKind};

/// Chosen one by one; `tests` in `markdown.rs` has a note for each.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS
}

/// What is open around the event at hand.
struct Walk<'s> {
    /// What the parser saw: front matter left out, comments blanked; the first byte stands at `base` in the file.
    source: &'s str,
    base: usize,
    sink: Sink<'s>,
    /// Open list items, each with the block of its own text once it is known.
    items: Vec<Option<usize>>,
    /// The block that the items of each open list hang on.
    lists: Vec<Option<usize>>,
    quotes: u32,
    footnote: bool,
    /// Start of what is open: emphasis, links, struck-out words.
    spans: Vec<Span>,
    /// Pictures and struck-out words are not read.
    hidden: u32,
    code: Option<Code>,
    table: Option<Table>,
}

enum Span {
    Mark(MarkKind, u32),
    Address(u32),
    Hidden,
    Nothing,
}

/// Whether the lines of the open code block are read.
enum Code {
    Lines,
    Program,
}

#[derive(Default)]
struct Table {
    header: Option<usize>,
    cells: u32,
}

/// Reads `source`, the text of the file from byte `base` on, into `document`.
pub(super) fn walk(source: &str, base: usize, sink: Sink<'_>) -> Document {
    let mut walk = Walk {
        source,
        base,
        sink,
        items: Vec::new(),
        lists: Vec::new(),
        quotes: 0,
        footnote: false,
        spans: Vec::new(),
        hidden: 0,
        code: None,
        table: None,
    };
    for (event, range) in Parser::new_ext(source, options()).into_offset_iter() {
        walk.event(event, range);
    }
    walk.close();
    walk.sink.finish()
}

impl Walk<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, &range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(text) if self.code.is_some() => self.code_lines(&text, &range),
            Event::Text(text) => self.text(&text, &range),
            Event::Code(text) => self.inline_code(&text, &range),
            Event::SoftBreak | Event::HardBreak => self.line_break(range.start),
            Event::TaskListMarker(done) => self.open_for_text(range.start).task = Some(done),
            Event::InlineHtml(html) => {
                if html.len() >= 3
                    && html[1..]
                        .trim_start_matches('/')
                        .to_ascii_lowercase()
                        .starts_with("br")
                {
                    self.line_break(range.start);
                }
            }
            Event::Rule => {
                self.close();
                self.sink.last = None;
            }
            // Footnote marks are not part of the sentence; HTML blocks are read by nobody; the rest is switched off.
            Event::FootnoteReference(_)
            | Event::Html(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.close();
                self.open_for_text(range.start);
            }
            Tag::Heading { level, .. } => {
                self.close();
                let mut open = self.sink.open(BlockKind::Heading, range.start + self.base);
                open.level = level as u8;
                self.sink.current = Some(open);
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::CodeBlock(kind) => {
                self.close();
                self.code = Some(if is_program(&kind) {
                    Code::Program
                } else {
                    Code::Lines
                });
            }
            Tag::List(_) => {
                self.close();
                let above = match self.items.last() {
                    Some(item) => *item,
                    None => self.sink.lead_in(),
                };
                self.lists.push(above);
            }
            Tag::Item => {
                self.close();
                self.items.push(None);
            }
            Tag::FootnoteDefinition(_) => {
                self.close();
                self.footnote = true;
            }
            Tag::Table(_) => {
                self.close();
                self.table = Some(Table::default());
            }
            Tag::TableHead | Tag::TableRow => {
                let mut open = self.sink.open(BlockKind::Row, range.start + self.base);
                if let Some(table) = &mut self.table {
                    table.cells = 0;
                    open.parent = table.header;
                    open.header = table.header.is_none();
                }
                self.context(&mut open);
                self.sink.current = Some(open);
            }
            Tag::TableCell => {
                let first = self.table.as_mut().is_none_or(|table| {
                    table.cells += 1;
                    table.cells == 1
                });
                if let (false, Some(open)) = (first, &mut self.sink.current) {
                    open.text.joint(" | ", range.start + self.base);
                }
            }
            Tag::Emphasis => self.span(MarkKind::Emphasis, range),
            Tag::Strong => self.span(MarkKind::Strong, range),
            Tag::Strikethrough if self.source[range.clone()].starts_with("~~") => {
                self.hidden += 1;
                self.spans.push(Span::Hidden);
            }
            Tag::Image {
                link_type,
                dest_url,
                ..
            } => {
                if let LinkType::WikiLink { .. } = link_type {
                    self.link(&dest_url, true, range);
                }
                self.hidden += 1;
                self.spans.push(Span::Hidden);
            }
            Tag::Link {
                link_type: LinkType::WikiLink { .. },
                dest_url,
                ..
            } => {
                let link = self.link(&dest_url, false, range);
                self.span(MarkKind::Wikilink(link), range);
            }
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => {
                let at = self.open_for_text(range.start).text.len();
                self.spans.push(Span::Address(at));
            }
            Tag::Link { .. } | Tag::Strikethrough => self.spans.push(Span::Nothing),
            Tag::HtmlBlock => {
                self.close();
            }
            Tag::MetadataBlock(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableRow => {
                self.close();
            }
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes -= 1;
            }
            TagEnd::CodeBlock => self.code = None,
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::Item => {
                self.close();
                self.items.pop();
            }
            TagEnd::FootnoteDefinition => {
                self.close();
                self.footnote = false;
            }
            TagEnd::TableHead => {
                let header = self.close();
                if let Some(table) = &mut self.table {
                    table.header = header;
                }
            }
            TagEnd::Table => self.table = None,
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Image
            | TagEnd::Link => self.end_span(range),
            TagEnd::TableCell
            | TagEnd::HtmlBlock
            | TagEnd::MetadataBlock(_)
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
        }
    }

    fn span(&mut self, kind: MarkKind, range: &Range<usize>) {
        let at = self.open_for_text(range.start).text.len();
        self.spans.push(Span::Mark(kind, at));
    }

    fn end_span(&mut self, _range: &Range<usize>) {
        match self.spans.pop() {
            Some(Span::Hidden) => self.hidden -= 1,
            Some(Span::Mark(kind, from)) => {
                if let Some(open) = &mut self.sink.current {
                    open.text.mark(kind, from);
                }
            }
            Some(Span::Address(from)) => {
                if let Some(open) = &mut self.sink.current {
                    open.text.mark(MarkKind::Address, from);
                }
            }
            Some(Span::Nothing) | None => {}
        }
    }

    fn link(&mut self, target: &CowStr<'_>, embed: bool, range: &Range<usize>) -> usize {
        // In a table the bar between target and alias is escaped, and the parser keeps the backslash.
        let target = target.trim().trim_end_matches('\\');
        let (note, anchor) = match target.split_once('#') {
            Some((note, anchor)) => (note, Some(anchor.trim().to_owned())),
            None => (target, None),
        };
        let span = range.start + self.base..range.end + self.base;
        let inner = self.source[range.clone()]
            .trim_start_matches('!')
            .trim_start_matches('[')
            .trim_end_matches(']');
        let shown = inner.rsplit_once('|').map_or(inner, |(_, alias)| alias);
        let line = self.sink.lines.line(span.start);
        self.sink.document.links.push(Link {
            target: note.trim().to_owned(),
            anchor,
            shown: shown.trim().to_owned(),
            embed,
            line,
            span,
        });
        self.sink.document.links.len() - 1
    }

    fn text(&mut self, text: &CowStr<'_>, range: &Range<usize>) {
        if self.hidden > 0 {
            return;
        }
        let base = self.base;
        let source = self.source;
        let verbatim = source.get(range.clone()) == Some(text);
        let wikilink = match self.spans.last() {
            Some(Span::Mark(MarkKind::Wikilink(_), from)) => Some(*from),
            _ => None,
        };
        let open = self.open_for_text(range.start);
        if !verbatim {
            open.text
                .respelt(text, &(range.start + base..range.end + base));
        } else if wikilink.is_some_and(|from| from == open.text.len()) {
            let shown = shown_target(text);
            open.text
                .verbatim(shown, range.start + base + (text.len() - shown.len()));
        } else {
            let rest = &source[range.start..];
            open.text.with_highlights(text, range.start + base, rest);
        }
    }

    fn inline_code(&mut self, text: &CowStr<'_>, range: &Range<usize>) {
        if self.hidden > 0 {
            return;
        }
        let base = self.base;
        let inside = self.source[range.clone()].find(&**text);
        let open = self.open_for_text(range.start);
        let from = open.text.len();
        match inside {
            Some(offset) => open.text.verbatim(text, range.start + base + offset),
            None => open
                .text
                .respelt(text, &(range.start + base..range.end + base)),
        }
        open.text.mark(MarkKind::Code, from);
    }

    fn line_break(&mut self, at: usize) {
        let at = at + self.base;
        if let Some(open) = &mut self.sink.current {
            open.text.line_break(at);
        }
    }

    /// Each line of a code block is a block of its own.
    fn code_lines(&mut self, text: &CowStr<'_>, range: &Range<usize>) {
        if let Some(Code::Program) = self.code {
            return;
        }
        let verbatim = self.source.get(range.clone()) == Some(text);
        let mut at = range.start;
        for line in text.split_inclusive('\n') {
            let words = line.trim();
            if !words.is_empty() {
                let start = at + (line.len() - line.trim_start().len());
                let mut open = self.sink.open(BlockKind::Code, start + self.base);
                self.context(&mut open);
                if verbatim {
                    open.text.verbatim(words, start + self.base);
                } else {
                    open.text
                        .respelt(words, &(range.start + self.base..range.end + self.base));
                }
                self.sink.current = Some(open);
                self.close();
            }
            if verbatim {
                at += line.len();
            }
        }
    }

    /// The block that text goes to now; opens one where none is open.
    fn open_for_text(&mut self, at: usize) -> &mut Open {
        if self.sink.current.is_none() {
            let kind = if self.footnote {
                BlockKind::Footnote
            } else if self.items.is_empty() {
                BlockKind::Paragraph
            } else {
                BlockKind::Item
            };
            let mut open = self.sink.open(kind, at + self.base);
            self.context(&mut open);
            self.sink.current = Some(open);
        }
        self.sink.current.as_mut().expect("opened just above")
    }

    /// Fills in what a block has from the lists and quotes around it.
    fn context(&self, open: &mut Open) {
        open.quoted = self.quotes > 0;
        open.depth = u8::try_from(self.items.len()).unwrap_or(u8::MAX);
        if let Some(item) = self.items.last() {
            open.parent = item.or_else(|| self.lists.last().copied().flatten());
        }
    }

    /// Closes the open block, and remembers it as the text of the item it is the first of.
    fn close(&mut self) -> Option<usize> {
        let open = self.sink.current.take()?;
        let kind = open.kind;
        let block = self.sink.close(open)?;
        if let (BlockKind::Item, Some(item @ None)) = (kind, self.items.last_mut()) {
            *item = Some(block);
        }
        Some(block)
    }
}

/// What a reader sees of `[[folder/note#heading]]`: the last part.
fn shown_target(target: &str) -> &str {
    let from = target.rfind('#').map_or(0, |sign| sign + 1);
    let name = &target[from..];
    let shown = if from == 0 {
        name.rfind('/').map_or(name, |slash| &name[slash + 1..])
    } else {
        name
    };
    let shown = shown.trim_start_matches('^').trim_start();
    if shown.is_empty() { target } else { shown }
}

/// A fence that names a programming language is no text.
fn is_program(kind: &CodeBlockKind<'_>) -> bool {
    let CodeBlockKind::Fenced(info) = kind else {
        return false;
    };
    let language = info
        .split([' ', ',', '{', ':'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    !matches!(
        language.as_str(),
        "" | "text" | "txt" | "plain" | "plaintext" | "md" | "markdown" | "note" | "notes"
    ) && !language.starts_with("ad-")
}
