//! A card as lines of text: calm, wrapped to the width, readable without any style.

#[cfg(test)]
mod tests;

use anstyle::Style;
use textwrap::Options;
use textwrap::core::display_width;

use crate::answers::{Card, Kind, Line, Span};

const STRONG: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();

/// The lines of `card` for an output of `width` columns.
pub(super) fn drawn(card: &Card, width: usize) -> Vec<String> {
    let mut lines = headline(card, width);
    for section in &card.sections {
        lines.push(String::new());
        if let Some(title) = &section.title {
            lines.extend(
                wrapped(title, "", width)
                    .iter()
                    .map(|line| styled(STRONG, line)),
            );
        }
        for line in &section.lines {
            lines.extend(drawn_line(line, width));
        }
    }
    let mut rows: Vec<(&str, String)> = Vec::new();
    for related in &card.related {
        let names: Vec<&str> = related
            .items
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        rows.push((&related.label, names.join(" · ")));
    }
    for (at, source) in card.source.iter().enumerate() {
        rows.push((if at == 0 { "Source" } else { "" }, source.clone()));
    }
    if !rows.is_empty() {
        lines.push(String::new());
    }
    let column = rows
        .iter()
        .map(|(label, _)| display_width(label))
        .max()
        .unwrap_or(0);
    for (label, text) in &rows {
        let gap = " ".repeat(column - display_width(label) + 2);
        let indent = " ".repeat(column + 2);
        for (at, line) in wrapped(text, &indent, width).iter().enumerate() {
            lines.push(match at {
                0 => format!("{}{gap}{}", styled(QUIET, label), line.trim_start()),
                _ => line.clone(),
            });
        }
    }
    lines.extend(footer(card, width));
    lines
}

/// The title, and at its right what it belongs to; a rule under both.
fn headline(card: &Card, width: usize) -> Vec<String> {
    let byline = card.byline.as_deref().unwrap_or_default();
    let together = display_width(&card.title) + display_width(byline);
    let mut lines = if byline.is_empty() || together + 2 > width {
        let mut lines: Vec<String> = wrapped(&card.title, "", width)
            .iter()
            .map(|line| styled(STRONG, line))
            .collect();
        lines.extend(
            wrapped(byline, "", width)
                .iter()
                .map(|line| styled(QUIET, line)),
        );
        lines
    } else {
        let gap = " ".repeat(width - together);
        vec![format!(
            "{}{gap}{}",
            styled(STRONG, &card.title),
            styled(QUIET, byline)
        )]
    };
    lines.push(styled(QUIET, &"─".repeat(width)));
    lines
}

fn drawn_line(line: &Line, width: usize) -> Vec<String> {
    let indent = "  ".repeat(usize::from(line.depth));
    let first = if line.bullet {
        format!("{indent}• ")
    } else {
        indent
    };
    let rest = " ".repeat(display_width(&first));
    let text = line.text();
    let options = Options::new(width)
        .initial_indent(&first)
        .subsequent_indent(&rest)
        .break_words(true);
    // Wrap the bare words, then put the styles back where their words went.
    let mut styles = Styles::of(line);
    textwrap::wrap(&text, options)
        .iter()
        .map(|wrapped| {
            let indent = wrapped.len() - wrapped.trim_start_matches([' ', '•']).len();
            let (before, words) = wrapped.split_at(indent.min(first.len()).min(wrapped.len()));
            format!("{before}{}", styles.put_on(words))
        })
        .collect()
}

/// The styles of a line's words, letter by letter but for spaces, which wrapping moves.
struct Styles<'l> {
    letters: std::iter::Peekable<Box<dyn Iterator<Item = (char, Option<Style>)> + 'l>>,
}

impl<'l> Styles<'l> {
    fn of(line: &'l Line) -> Self {
        let letters: Box<dyn Iterator<Item = (char, Option<Style>)> + 'l> =
            Box::new(line.spans.iter().flat_map(|span| {
                let style = match span {
                    Span::Text(_) => None,
                    Span::Strong(_) => Some(STRONG),
                    Span::Quiet(_) => Some(QUIET),
                };
                span.text()
                    .chars()
                    .filter(|letter| !letter.is_whitespace())
                    .map(move |letter| (letter, style))
            }));
        Self {
            letters: letters.peekable(),
        }
    }

    fn put_on(&mut self, words: &str) -> String {
        let mut text = String::new();
        let mut now: Option<Style> = None;
        for letter in words.chars() {
            if !letter.is_whitespace() {
                let style = match self.letters.peek() {
                    Some((same, style)) if *same == letter => {
                        let style = *style;
                        self.letters.next();
                        style
                    }
                    // A hyphen that wrapping put in.
                    _ => now,
                };
                if style != now {
                    close(&mut text, now);
                    if let Some(style) = style {
                        text.push_str(&style.render().to_string());
                    }
                    now = style;
                }
            }
            text.push(letter);
        }
        close(&mut text, now);
        text
    }
}

fn close(text: &mut String, style: Option<Style>) {
    if let Some(style) = style {
        text.push_str(&style.render_reset().to_string());
    }
}

/// Where to go from here: what the buttons say in chat.
fn footer(card: &Card, width: usize) -> Vec<String> {
    let (page, pages) = card.page;
    let mut parts = Vec::new();
    if pages > 1 {
        parts.push(match page < pages {
            true => format!("Page {page} of {pages}, next: --page {}", page + 1),
            false => format!("Page {page} of {pages}"),
        });
    }
    let labels = card.buttons.iter().map(|button| button.label.as_str());
    parts.extend(
        labels
            .filter(|label| label.starts_with("Earlier") || label.starts_with("Later"))
            .map(str::to_owned),
    );
    if parts.is_empty() || card.kind == Kind::Help {
        return Vec::new();
    }
    let mut lines = vec![String::new()];
    let text = parts.join("   ");
    lines.extend(
        wrapped(&text, "", width)
            .iter()
            .map(|line| styled(QUIET, line)),
    );
    lines
}

fn wrapped(text: &str, indent: &str, width: usize) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    let options = Options::new(width)
        .initial_indent(indent)
        .subsequent_indent(indent);
    textwrap::wrap(text, options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}

fn styled(style: Style, text: &str) -> String {
    match text {
        "" => String::new(),
        text => format!("{style}{text}{style:#}"),
    }
}
