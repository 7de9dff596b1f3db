//! Markdown text → [`Document`]: front matter, headings, statements, links and tags, every byte accounted for.

mod block;
mod document;
mod text;

mod builder;
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
mod tight;
mod title;
mod visible;
mod walk;

use super::facts::Warning;
use super::front_matter;
use super::keys::Keys;
pub use block::{Block, BlockKind, Mark, MarkKind};
pub use document::{Document, FrontMatter, Heading, Link, Statement};
pub use text::{Piece, Text};
pub(super) use title::is_span_of_years;
pub use visible::Visible;
pub use walk::OPTIONS;

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
    document.title = title::title(path, &document);
    let says_private = |tag: &String| {
        tag.split('/')
            .next()
            .is_some_and(|tag| tag.eq_ignore_ascii_case("private"))
    };
    document.private =
        document.front_matter.clio == Some(false) || document.tags.iter().any(says_private);
    (document, keys)
}

#[cfg(test)]
mod tests;
