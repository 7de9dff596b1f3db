//! What stands inside a block: emphasis, links, code, highlights.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::links;
use super::walk::Walk;
use super::{Link, MarkKind};

/// How many characters of the file are looked through for one that the parser gives back changed.
const NEAR: usize = 16;

/// What is open inside a block.
pub(super) enum Span {
    /// A mark, from this byte of the visible text on.
    Mark(MarkKind, u32),
    /// Not shown.
    Hidden,
    /// A mark that is complete already; what the parser has for it is not shown.
    Shown,
    /// Shown as it is.
    Nothing,
}

/// Whether `text` stands in `source` as it is; as a rule it is that very part of it.
#[inline]
fn stands_at(source: &str, range: &Range<usize>, text: &str) -> bool {
    if text.len() != range.len() {
        return false;
    }
    let offset = (text.as_ptr() as usize).wrapping_sub(source.as_ptr() as usize);
    offset == range.start || source.get(range.clone()) == Some(text)
}

impl Walk<'_> {
    pub(super) fn start_span(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let span = match tag {
            Tag::Emphasis => self.mark(MarkKind::Emphasis, range),
            Tag::Strong => self.mark(MarkKind::Strong, range),
            Tag::Strikethrough if self.source[range.clone()].starts_with("~~") => Span::Hidden,
            Tag::Image { link_type, .. } => {
                if let LinkType::WikiLink { .. } = link_type {
                    let (link, _) = links::wikilink(&self.source[range.clone()]);
                    self.link(link, range);
                }
                Span::Hidden
            }
            Tag::Link {
                link_type: LinkType::WikiLink { .. },
                ..
            } => self.wikilink(range),
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => self.mark(MarkKind::Address, range),
            Tag::Link { dest_url, .. } => match links::local(dest_url) {
                Some((target, anchor)) => {
                    let shown = self.source[range.clone()]
                        .trim_start_matches('[')
                        .split(']')
                        .next()
                        .unwrap_or_default()
                        .to_owned();
                    let link = self.link(
                        Link {
                            target,
                            anchor,
                            shown,
                            embed: false,
                            line: 0,
                            span: 0..0,
                        },
                        range,
                    );
                    self.mark(MarkKind::Wikilink(link), range)
                }
                None => Span::Nothing,
            },
            _ => Span::Nothing,
        };
        if let Span::Hidden | Span::Shown = span {
            self.hidden += 1;
        }
        self.spans.push(span);
    }

    pub(super) fn end_span(&mut self) {
        match self.spans.pop() {
            Some(Span::Hidden | Span::Shown) => self.hidden -= 1,
            Some(Span::Mark(kind, from)) => {
                if let Some(open) = &mut self.sink.current {
                    open.text.mark(kind, from);
                }
            }
            Some(Span::Nothing) | None => {}
        }
    }

    /// Text, code and HTML inside a block.
    pub(super) fn inline(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::InlineHtml(html) => self.inline_html(html, range),
            _ if self.hidden > 0 => {}
            Event::Text(text) => self.text(text, range),
            Event::Code(text) => self.inline_code(text, range),
            // Footnote marks are not part of the sentence; blocks of HTML are read where they start.
            _ => {}
        }
    }

    fn mark(&mut self, kind: MarkKind, range: &Range<usize>) -> Span {
        Span::Mark(kind, self.open_for_text(range.start).text.len())
    }

    fn link(&mut self, mut link: Link, range: &Range<usize>) -> usize {
        link.span = range.start + self.base..range.end + self.base;
        link.line = self.sink.lines.line(link.span.start);
        self.sink.document.links.push(link);
        self.sink.document.links.len() - 1
    }

    fn wikilink(&mut self, range: &Range<usize>) -> Span {
        let source = self.source;
        let (link, shown) = links::wikilink(&source[range.clone()]);
        if self.hidden > 0 {
            self.link(link, range);
            return Span::Hidden;
        }
        let mark = MarkKind::Wikilink(self.link(link, range));
        let at = range.start + shown.at;
        let base = self.base;
        let open = self.open_for_text(range.start);
        let from = open.text.len();
        let words = &source[at..at + shown.length];
        if words.contains('\n') {
            let line: Vec<&str> = words.split_whitespace().collect();
            self.respell(&line.join(" "), &(at..at + shown.length));
        } else {
            let bare = words.trim_matches(['*', ' ']);
            open.text.verbatim(
                bare,
                at + base + (bare.as_ptr() as usize - words.as_ptr() as usize),
            );
        }
        if let Some(open) = &mut self.sink.current {
            open.text.mark(mark, from);
        }
        Span::Shown
    }

    pub(super) fn text(&mut self, text: &str, range: &Range<usize>) {
        let base = self.base;
        let source = self.source;
        let verbatim = stands_at(source, range, text);
        if self.skip_to > range.start {
            self.text_behind_marker(text, range, verbatim);
        } else if verbatim {
            let open = self.open_for_text(range.start);
            open.text
                .shown(text, range.start + base, || &source[range.start..]);
        } else {
            self.respell(text, range);
        }
    }

    /// Text of which the start, or all, is a marker.
    fn text_behind_marker(&mut self, text: &str, range: &Range<usize>, verbatim: bool) {
        let skipped = self.skip_to - range.start;
        if skipped >= range.len() {
            return;
        }
        if !verbatim {
            self.respell(text, range);
            return;
        }
        let (source, base) = (self.source, self.base);
        let open = self.open_for_text(range.start);
        let shown = text.get(skipped..).unwrap_or(text).trim_start();
        let at = range.end - shown.len();
        open.text.shown(shown, at + base, || &source[at..]);
    }

    fn inline_code(&mut self, text: &str, range: &Range<usize>) {
        let base = self.base;
        let inside = self.source[range.clone()].find(text);
        let open = self.open_for_text(range.start);
        let from = open.text.len();
        match inside {
            Some(offset) => open.text.verbatim(text, range.start + base + offset),
            None => self.respell(text, range),
        }
        if let Some(open) = &mut self.sink.current {
            open.text.mark(MarkKind::Code, from);
        }
    }

    /// Adds text that the file spells otherwise: an entity, a code span over a line's end.
    pub(super) fn respell(&mut self, text: &str, range: &Range<usize>) {
        let (source, base) = (self.source, self.base);
        let inside = &source[range.clone()];
        let open = self.open_for_text(range.start);
        if inside.is_ascii() {
            open.text
                .respelt(text, &(range.start + base..range.end + base));
            return;
        }
        let mut at = 0;
        for char in text.chars() {
            let same = |found: char| found == char || (char == ' ' && found.is_whitespace());
            let mut near = inside[at..].char_indices().take(NEAR);
            match near.find(|(_, found)| same(*found)) {
                Some((step, found)) => {
                    let start = at + step;
                    at = start + found.len_utf8();
                    if found == char {
                        open.text
                            .verbatim(&inside[start..at], range.start + base + start);
                    } else {
                        open.text.joint(" ", range.start + base + start);
                    }
                }
                None => open
                    .text
                    .joint(char.encode_utf8(&mut [0; 4]), range.start + base + at),
            }
        }
    }

    /// `<br>` ends the line; a number in `<sup>` is a footnote's.
    fn inline_html(&mut self, html: &str, range: &Range<usize>) {
        let name = html.trim_start_matches(['<', '/']);
        let is = |tag: &str| {
            name.get(..tag.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(tag))
        };
        if is("br") || is("/p") || is("p>") {
            let base = self.base;
            if let (0, Some(open)) = (self.hidden, &mut self.sink.current) {
                open.text.line_break(range.start + base, true);
            }
        } else if is("sup>") && !html.starts_with("</") {
            let rest = &self.source[range.end..];
            let inside = rest
                .bytes()
                .take(12)
                .take_while(|byte| *byte != b'<')
                .count();
            if rest.as_bytes()[..inside]
                .iter()
                .all(|byte| byte.is_ascii_digit() || matches!(byte, b'[' | b']' | b',' | b' '))
            {
                self.skip_to = range.end + inside;
            }
        }
    }
}
