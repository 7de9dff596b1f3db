//! The parser's events → blocks.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::BlockKind;
use super::bullets::{Bullet, Letters, Nest, is_outer};
use super::hung::{self, Closed};
use super::loose::is_tag_line;
use super::sink::{Open, Sink};
use super::tight;
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

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Superscript
            | Tag::Subscript => self.start_span(tag, range),
            tag => self.start_block(tag, range),
        }
    }

    fn start_block(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        if self.items.is_empty() && !matches!(tag, Tag::List(_) | Tag::Item) {
            self.closed = None;
        }
        match tag {
            Tag::Paragraph => self.start_paragraph(range),
            Tag::Heading { level, .. } => {
                self.leave_nest();
                let mut open = self.sink.open(BlockKind::Heading, range.start + self.base);
                open.underlined = !self.source[range.start..].starts_with('#');
                open.level = (*level as u8).max(tight::level(&self.written[range.start..]));
                self.context(&mut open);
                self.sink.current = Some(open);
            }
            Tag::BlockQuote(_) => {
                self.leave_nest();
                self.quotes.push(None);
            }
            Tag::CodeBlock(_) => {
                self.close();
                self.code = Some(Vec::new());
            }
            Tag::List(_) => self.start_list(range.start),
            Tag::Item => {
                self.close();
                if std::mem::take(&mut self.at_margin)
                    && let Some(above) = self.lists.last_mut()
                {
                    *above = self.sink.lead_in();
                }
                self.items.push(None);
            }
            Tag::FootnoteDefinition(_) => {
                self.leave_nest();
                self.footnote = true;
            }
            Tag::Table(_) => {
                self.leave_nest();
                self.header = None;
            }
            Tag::TableHead | Tag::TableRow => self.start_row(range),
            Tag::TableCell => {
                self.cells += 1;
                if let (true, Some(open)) = (self.cells > 1, &mut self.sink.current) {
                    open.text.joint(" | ", range.start + self.base);
                }
            }
            Tag::HtmlBlock => {
                self.leave_nest();
                self.html(range);
            }
            _ => {}
        }
    }

    /// Opens the list at byte `at` of the source.
    fn start_list(&mut self, at: usize) {
        self.close();
        let outer = self.outer_item();
        self.at_margin = false;
        self.leave_nest();
        let above = match self.items.last() {
            Some(item) => *item,
            None => {
                let item = hung::item_above(self.source, at, self.closed).or(outer);
                self.is_hung = item.is_some();
                item.or_else(|| self.sink.lead_in())
                    .or_else(|| self.quotes.last().copied().flatten())
            }
        };
        self.lists.push(above);
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

    fn start_paragraph(&mut self, range: &Range<usize>) {
        self.close();
        let line = line_at(self.source, range.start);
        if let (Some(None), Some(label)) = (self.quotes.last(), callout_label(line)) {
            let mut open = self
                .sink
                .open(BlockKind::CalloutTitle, range.start + self.base);
            self.context(&mut open);
            self.sink.current = Some(open);
            self.skip_to = range.start + label;
            return;
        }
        let bullet = self.letters.bullet(line, self.sink.signs);
        match bullet.filter(|_| self.items.is_empty()) {
            Some(bullet) => {
                self.hand_made_item(bullet.indent, range.start, range.start + bullet.text);
            }
            None => {
                self.leave_nest();
                self.open_for_text(range.start);
            }
        }
    }

    /// The line ends; what follows may be a block of its own that CommonMark does not see as one.
    fn line_break(&mut self, range: &Range<usize>, hard: bool) {
        let next = range.end
            + self.source[range.end..]
                .bytes()
                .take_while(|byte| matches!(byte, b'>' | b' ' | b'\t'))
                .count();
        let line = line_at(self.source, next);
        let anew = self.quotes.is_empty() && self.sink.starts_anew(line);
        let Some(open) = &mut self.sink.current else {
            return;
        };
        if open.kind == BlockKind::CalloutTitle {
            let title = self.close();
            if let Some(quote) = self.quotes.last_mut() {
                *quote = title;
            }
            return;
        }
        let line_start = memchr::memrchr2(b'\n', b'\r', &self.source.as_bytes()[..next])
            .map_or(0, |end| end + 1);
        let loose = open.kind == BlockKind::Paragraph
            && (open.text.is_loose(self.sink.document.blocks.len()) || is_tag_line(line));
        let bullet = if open.kind == BlockKind::Heading {
            None
        } else {
            let whole = &self.source[line_start..next + line.len()];
            let said = || said_of_date(open, self.source, (next - line_start, line), self.base);
            self.letters.bullet(whole, self.sink.signs).or_else(said)
        };
        // `   A. Batista flees` below `III. Cuba`, `B. Hunger` below `A. Taxes`.
        let outlined = self.items.is_empty()
            && bullet.is_some()
            && line.starts_with(|first: char| first.is_ascii_uppercase() || first.is_ascii_digit());
        if loose {
            self.close();
        } else if anew && !outlined {
            self.line_at_margin(next);
        } else if let Some(bullet) = bullet {
            let nested = open.kind == BlockKind::Item;
            let block = self.close();
            if self.nest.is_empty() {
                self.nest.above = if nested {
                    block.or_else(|| self.items.last().copied().flatten())
                } else {
                    self.sink.lead_in()
                };
            }
            self.hand_made_item(bullet.indent, next, line_start + bullet.text);
        } else {
            open.text.line_break(range.start + self.base, hard);
        }
    }

    /// A line at the margin right below a list, which CommonMark takes for the item's own: a statement that hangs on nothing.
    fn line_at_margin(&mut self, at: usize) {
        self.leave_nest();
        let open = self.sink.open(BlockKind::Paragraph, at + self.base);
        self.sink.current = Some(open);
        self.at_margin = true;
    }

    /// The item of an outline, such as `IV. Results`, that was read last: the list right below hangs on it.
    fn outer_item(&self) -> Option<usize> {
        let block = self.nest.last()?;
        let text = self.sink.document.blocks[block].span.start - self.base;
        let start = memchr::memrchr2(b'\n', b'\r', &self.source.as_bytes()[..text])
            .map_or(0, |end| end + 1);
        is_outer(&self.source[start..text]).then_some(block)
    }

    /// Opens an item whose marker ends at `text` of the source.
    pub(super) fn hand_made_item(&mut self, indent: usize, start: usize, text: usize) {
        let (parent, depth) = self.nest.parent(indent);
        let mut open = self.sink.open(BlockKind::Item, start + self.base);
        self.context(&mut open);
        open.parent = parent.or(open.parent);
        open.depth = open
            .depth
            .saturating_add(u8::try_from(depth).unwrap_or(u8::MAX))
            .saturating_add(1);
        open.hand_made = Some(indent);
        self.skip_to = text;
        self.sink.current = Some(open);
    }

    pub(super) fn leave_nest(&mut self) {
        self.close();
        self.nest.leave();
    }

    fn start_row(&mut self, range: &Range<usize>) {
        let mut open = self.sink.open(BlockKind::Row, range.start + self.base);
        self.context(&mut open);
        open.parent = self.header.or(open.parent);
        open.header = self.header.is_none();
        self.cells = 0;
        self.sink.current = Some(open);
    }

    /// The block that text goes to now; opens one where none is open.
    #[inline]
    pub(super) fn open_for_text(&mut self, at: usize) -> &mut Open {
        if self.sink.current.is_none() {
            self.open_by_place(at);
        }
        self.sink.current.as_mut().expect("opened just above")
    }

    /// Opens a block of the kind that text is here.
    fn open_by_place(&mut self, at: usize) {
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

    /// Fills in what a block has from the lists and quotes around it.
    pub(super) fn context(&self, open: &mut Open) {
        open.quoted = !self.quotes.is_empty();
        let depth = self.items.len() + usize::from(self.is_hung && !self.items.is_empty());
        open.depth = u8::try_from(depth).unwrap_or(u8::MAX);
        open.parent = match self.items.last() {
            Some(item) => item.or_else(|| self.lists.last().copied().flatten()),
            None => self.quotes.last().copied().flatten(),
        };
    }

    /// Closes the open block, and remembers it as the text of the item it is the first of.
    pub(super) fn close(&mut self) -> Option<usize> {
        let open = self.sink.current.take()?;
        let (kind, hand_made) = (open.kind, open.hand_made);
        let block = self.sink.close(open);
        if kind == BlockKind::CalloutTitle
            && let Some(quote) = self.quotes.last_mut()
        {
            *quote = block;
        }
        let block = block?;
        match (hand_made, self.items.last_mut()) {
            (Some(indent), _) => self.nest.push(indent, block),
            (None, Some(item @ None)) if kind == BlockKind::Item => *item = Some(block),
            _ => {}
        }
        Some(block)
    }
}

/// The rest of the line from byte `at` on, without its end.
pub(super) fn line_at(source: &str, at: usize) -> &str {
    let rest = &source[at..];
    let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
    &rest[..end]
}

/// The length of `[!kind]`, with its fold sign, at the start of a quote.
fn callout_label(line: &str) -> Option<usize> {
    let kind = line.strip_prefix("[!")?;
    let close = kind.find(']')?;
    let fold = usize::from(kind[close + 1..].starts_with(['+', '-']));
    (close > 0).then_some(2 + close + 1 + fold)
}

/// The `: ` of a definition list whose term is a date, as the marker of an item: `1789` over `: the Bastille falls`. `line` stands
/// `before` bytes into its line of the file.
fn said_of_date(
    open: &Open,
    source: &str,
    (before, line): (usize, &str),
    base: usize,
) -> Option<Bullet> {
    let text = line.strip_prefix(": ")?.trim_start();
    let goes_on = || source[..open.start - base].trim_end().ends_with("\n:");
    let dated = match open.hand_made {
        None => open.kind == BlockKind::Paragraph && open.text.is_number(),
        Some(_) => goes_on(),
    };
    (dated && !text.is_empty()).then_some(Bullet {
        indent: 0,
        text: before + line.len() - text.len(),
    })
}
