//! Code blocks: fences of notes, line by line, and what is only indented.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::bullets::{Nest, bullet};
use super::mermaid::{is_diagram, shown};
use super::walk::{Walk, line_at};
use super::{BlockKind, OPTIONS};
use crate::notes::facts::Warning;

impl Walk<'_> {
    pub(super) fn code_text(&mut self, text: &str, range: &Range<usize>) {
        let verbatim = self.source.get(range.clone()) == Some(text);
        let Some(lines) = &mut self.code else { return };
        let mut at = range.start;
        for line in text.split_inclusive('\n') {
            let place = if verbatim {
                at..at + line.len()
            } else {
                range.clone()
            };
            at += line.len();
            lines.push((place, line.to_owned()));
        }
    }

    /// Each line of a code block is a block of its own; indented lines may be a list, or a text file's paragraph.
    pub(super) fn end_code(&mut self, range: &Range<usize>) {
        let lines = self.code.take().unwrap_or_default();
        let source = self.source;
        let fenced = source[range.clone()]
            .trim_start_matches([' ', '\t'])
            .starts_with(['`', '~'])
            && !self.plain_indent(range);
        if fenced {
            self.check_fence(range);
            if is_diagram(line_at(source, range.start)) {
                self.diagram(&lines);
                return;
            }
            if is_program(line_at(source, range.start)) {
                return;
            }
        }
        let first = lines.iter().find(|line| !line.1.trim().is_empty());
        let listed = !fenced && first.is_some_and(|line| bullet(&line.1, 0).is_some());
        if listed {
            self.nest = Nest::default();
            self.nest.above = self
                .items
                .last()
                .copied()
                .flatten()
                .or_else(|| self.sink.lead_in());
        }
        let mut tree = Tree::default();
        for (place, line) in &lines {
            self.code_line(place, line, (fenced, listed), &mut tree);
        }
        if listed {
            self.leave_nest();
        } else {
            self.close();
        }
    }

    fn code_line(
        &mut self,
        place: &Range<usize>,
        line: &str,
        (fenced, listed): (bool, bool),
        tree: &mut Tree,
    ) {
        let words = line.trim();
        let twig = words.trim_start_matches(|char| is_twig(char) || char == ' ');
        let hangs = twig.len() < words.len() && !twig.is_empty();
        let words = if hangs { twig } else { words };
        if words.is_empty() {
            self.close();
            return;
        }
        let verbatim = self.source.get(place.clone()) == Some(line);
        if listed && verbatim {
            if let Some(bullet) = bullet(line, 0) {
                self.close();
                self.hand_made_item(bullet.indent, place.start, place.start + bullet.text);
            } else if let Some(open) = &mut self.sink.current {
                open.text.line_break(place.start + self.base, false);
            }
            self.inline_markdown(place.clone());
            return;
        }
        let start = place.start + (line.trim_end().len() - words.len());
        let base = self.base;
        let prose = self.plain && !fenced;
        if !prose {
            let above = self.close();
            let mut open = self.sink.open(BlockKind::Code, start + base);
            self.context(&mut open);
            tree.grow(above, hangs);
            open.parent = tree.root.filter(|_| hangs).or(open.parent);
            self.sink.current = Some(open);
        }
        let open = self.open_for_text(start);
        open.text.line_break(start + base, false);
        if verbatim {
            open.text.verbatim(words, start + base);
        } else {
            self.respell(words, place);
        }
    }

    /// Each line of a diagram is a block of its own: what the drawing shows of it.
    fn diagram(&mut self, lines: &[(Range<usize>, String)]) {
        for (place, line) in lines {
            let verbatim = self.source.get(place.clone()) == Some(line.as_str());
            let shown = shown(line);
            let Some(first) = shown.first().filter(|_| verbatim) else {
                continue;
            };
            self.close();
            let base = place.start + self.base;
            let mut open = self.sink.open(BlockKind::Code, base + first.start);
            self.context(&mut open);
            for part in shown {
                open.text.verbatim(&line[part.clone()], base + part.start);
            }
            self.sink.current = Some(open);
        }
        self.close();
    }

    /// Reads the inline markup of a line that the parser took for code.
    fn inline_markdown(&mut self, place: Range<usize>) {
        let from = self.skip_to.clamp(place.start, place.end);
        let (source, base) = (self.source, self.base);
        self.source = source[from..place.end].trim_end();
        self.base = base + from;
        self.skip_to = 0;
        for (event, range) in Parser::new_ext(self.source, OPTIONS).into_offset_iter() {
            match event {
                Event::Start(
                    Tag::Emphasis
                    | Tag::Strong
                    | Tag::Strikethrough
                    | Tag::Link { .. }
                    | Tag::Image { .. },
                )
                | Event::End(
                    TagEnd::Emphasis
                    | TagEnd::Strong
                    | TagEnd::Strikethrough
                    | TagEnd::Link
                    | TagEnd::Image,
                )
                | Event::Text(_)
                | Event::Code(_)
                | Event::InlineHtml(_) => self.event(&event, &range),
                _ => {}
            }
        }
        (self.source, self.base) = (source, base);
    }

    /// An indented block of a text file that happens to begin with a quote mark is no fence.
    fn plain_indent(&self, range: &Range<usize>) -> bool {
        let line_start =
            memchr::memrchr(b'\n', &self.source.as_bytes()[..range.start]).map_or(0, |end| end + 1);
        let indent = self.source[line_start..range.start]
            .bytes()
            .filter(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        !line_at(self.source, range.start)
            .trim_start()
            .starts_with("```")
            && !line_at(self.source, range.start)
                .trim_start()
                .starts_with("~~~")
            || indent >= 4 && self.items.is_empty() && self.quotes.is_empty()
    }

    /// A fence that is never closed takes in the rest of the note: worth a warning.
    fn check_fence(&mut self, range: &Range<usize>) {
        let block = self.source[range.clone()].trim_end();
        let last = block
            .rsplit('\n')
            .next()
            .unwrap_or_default()
            .trim_start_matches([' ', '\t', '>']);
        let closed = block.contains('\n') && (last.starts_with("```") || last.starts_with("~~~"));
        if !closed && range.end + 1 >= self.source.trim_end().len() {
            let line = self.sink.lines.line(range.start + self.base);
            self.warnings.push(Warning {
                line,
                span: Some(
                    range.start + self.base
                        ..range.start + self.base + line_at(self.source, range.start).len(),
                ),
                message: "This code block is never closed, so the rest of the note is read as code"
                    .to_owned(),
                help: "Put a line with the same three marks after its last line.".to_owned(),
            });
        }
    }
}

/// A tree that is drawn line by line: `218 ─┬─ spring: …`, and under it `├─ Sept: …`.
#[derive(Debug, Default)]
struct Tree {
    /// The block of the last line that hangs on no other.
    root: Option<usize>,
    /// The line before hangs on it.
    hangs: bool,
}

impl Tree {
    /// Moves on from the line before, which is block `above`, to one that hangs on the root or is one.
    fn grow(&mut self, above: Option<usize>, hangs: bool) {
        if !self.hangs {
            self.root = above;
        }
        self.hangs = hangs;
    }
}

/// Whether a sign draws the branches of a tree.
fn is_twig(char: char) -> bool {
    matches!(char, '│' | '├' | '└' | '─' | '╰' | '┣' | '┗' | '┃' | '━')
}

/// Whether the opening line of a fence names a programming language: then it holds no notes.
fn is_program(fence: &str) -> bool {
    let info = fence.trim_start_matches(['`', '~']).trim();
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
