//! Sections cut into pages, and lines that are too long into several.

use super::Told;
use crate::answers::card::{Line, Span};

/// Lines of a page, titles included.
const PAGE_LINES: usize = 12;
/// Characters of a page, so that with sources and names it fits into one message.
const PAGE_LETTERS: usize = 3_000;
/// Characters of one line; a longer one goes on in the next.
const LINE_LETTERS: usize = 900;

type Lines = Vec<(Option<String>, Vec<Told>)>;

/// Cuts sections into pages; a section that goes on is titled again.
pub(super) fn paged(sections: Lines) -> Vec<Lines> {
    let mut pages: Vec<Lines> = Vec::new();
    let (mut n_lines, mut n_letters) = (PAGE_LINES, PAGE_LETTERS);
    for (title, lines) in sections {
        let title_letters = title.as_ref().map_or(0, |title| title.chars().count());
        let title_lines = usize::from(title.is_some());
        let mut open = false;
        for told in lines {
            let letters = told.line.text().chars().count() + 2;
            let head = if open {
                (0, 0)
            } else {
                (title_lines, title_letters)
            };
            if n_lines + head.0 + 1 > PAGE_LINES || n_letters + head.1 + letters > PAGE_LETTERS {
                pages.push(Vec::new());
                (n_lines, n_letters) = (0, 0);
                let again = match (&title, open) {
                    (Some(title), true) => Some(format!("{title} (continued)")),
                    _ => title.clone(),
                };
                start(&mut pages, again);
                n_lines += title_lines;
                n_letters += title_letters;
            } else if !open {
                start(&mut pages, title.clone());
                n_lines += title_lines;
                n_letters += title_letters;
            }
            open = true;
            n_lines += 1;
            n_letters += letters;
            if let Some((_, lines)) = pages.last_mut().and_then(|page| page.last_mut()) {
                lines.push(told);
            }
        }
    }
    pages
}

fn start(pages: &mut [Lines], title: Option<String>) {
    if let Some(page) = pages.last_mut() {
        page.push((title, Vec::new()));
    }
}

/// A line that is too long as several.
pub(super) fn cut(line: Line) -> Vec<Line> {
    if line.text().chars().count() <= LINE_LETTERS {
        return vec![line];
    }
    let mut lines = Vec::new();
    let mut now = Line {
        spans: Vec::new(),
        ..line
    };
    let mut room = LINE_LETTERS;
    for span in line.spans {
        let mut rest = span.text();
        while !rest.is_empty() {
            let end = rest.char_indices().nth(room).map_or(rest.len(), |(at, _)| {
                rest[..at]
                    .rfind(' ')
                    .filter(|space| *space > 0)
                    .unwrap_or(at)
            });
            let (part, after) = rest.split_at(end);
            now.spans.push(match span {
                Span::Text(_) => Span::Text(part.to_owned()),
                Span::Strong(_) => Span::Strong(part.to_owned()),
                Span::Quiet(_) => Span::Quiet(part.to_owned()),
            });
            room -= part.chars().count().min(room);
            rest = after;
            if !rest.is_empty() {
                rest = rest.trim_start();
                let next = Line {
                    depth: now.depth,
                    bullet: false,
                    spans: Vec::new(),
                };
                lines.push(std::mem::replace(&mut now, next));
                room = LINE_LETTERS;
            }
        }
    }
    lines.push(now);
    lines
}
