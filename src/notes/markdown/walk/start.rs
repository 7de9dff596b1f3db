//! What begins: a heading, a paragraph, a list, a table, a quote.

use std::ops::Range;

use pulldown_cmark::Tag;

use super::{Walk, line_at};
use crate::notes::markdown::{BlockKind, hung, tight};

impl Walk<'_> {
    pub(super) fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
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

    fn start_row(&mut self, range: &Range<usize>) {
        let mut open = self.sink.open(BlockKind::Row, range.start + self.base);
        self.context(&mut open);
        open.parent = self.header.or(open.parent);
        open.header = self.header.is_none();
        self.cells = 0;
        self.sink.current = Some(open);
    }
}

/// The length of `[!kind]`, with its fold sign, at the start of a quote.
fn callout_label(line: &str) -> Option<usize> {
    let kind = line.strip_prefix("[!")?;
    let close = kind.find(']')?;
    let fold = usize::from(kind[close + 1..].starts_with(['+', '-']));
    (close > 0).then_some(2 + close + 1 + fold)
}
