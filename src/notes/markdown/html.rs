//! The words of an HTML block, between its tags.

use std::ops::Range;

use super::walk::Walk;

/// A run of words of an HTML block.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    /// Bytes of the block.
    range: Range<usize>,
    /// A tag that begins a line, a row or a paragraph stands before it.
    breaks: bool,
    /// A tag that begins a table cell stands before it.
    cell: bool,
}

impl Walk<'_> {
    /// Reads the words of an HTML block.
    pub(super) fn html(&mut self, range: &Range<usize>) {
        let source = self.source;
        let mut before = range.start;
        for run in runs(&source[range.clone()]) {
            let start = range.start + run.range.start;
            let between = &source.as_bytes()[before..start];
            before = range.start + run.range.end;
            if run.breaks {
                self.close();
            }
            let base = self.base;
            let open = self.open_for_text(start);
            if open.text.is_empty() || between.contains(&b'\n') && !run.cell {
                open.text.line_break(start + base, false);
            } else if run.cell {
                open.text.joint(" | ", start + base);
            } else if between.starts_with(b" ") || between.ends_with(b" ") {
                // "<a>Tiberius</a> (14–37)": one line goes on.
                open.text.joint(" ", start + base);
            }
            open.text
                .verbatim(&source[start..range.start + run.range.end], start + base);
        }
        self.close();
    }
}

/// The runs of words in `html`; comments, scripts and styles have none.
fn runs(html: &str) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let mut at = 0;
    let (mut breaks, mut cell) = (false, false);
    while at < html.len() {
        let end =
            memchr::memchr(b'<', &html.as_bytes()[at..]).map_or(html.len(), |found| at + found);
        for line in html[at..end].split_inclusive('\n') {
            let start = line.as_ptr() as usize - html.as_ptr() as usize;
            let words = line.trim();
            if words.is_empty() {
                continue;
            }
            let start = start + (line.len() - line.trim_start().len());
            found.push(Run {
                range: start..start + words.len(),
                breaks,
                cell,
            });
            (breaks, cell) = (false, false);
        }
        at = end;
        if at == html.len() {
            break;
        }
        let rest = &html[at..];
        let (length, name) = tag(rest);
        let closing = name.strip_prefix('/').unwrap_or(name).to_ascii_lowercase();
        match closing.as_str() {
            "td" | "th" => cell = true,
            "b" | "i" | "em" | "strong" | "u" | "a" | "span" | "mark" | "small" | "sup" | "sub"
            | "font" | "code" => {}
            _ => breaks = true,
        }
        at += match closing.as_str() {
            name @ ("script" | "style") if !rest.starts_with("</") => {
                skip_to(rest, &format!("</{name}"))
            }
            _ => length,
        };
    }
    found
}

/// The length of the tag or comment that `rest` begins with, and its name.
fn tag(rest: &str) -> (usize, &str) {
    if rest.starts_with("<!--") {
        return (rest.find("-->").map_or(rest.len(), |end| end + 3), "!--");
    }
    let name = &rest[1..];
    let name_end = name
        .find(|char: char| !(char.is_ascii_alphanumeric() || char == '/' || char == '!'))
        .unwrap_or(name.len());
    if name_end == 0 {
        return (1, "");
    }
    (
        rest.find('>').map_or(rest.len(), |end| end + 1),
        &name[..name_end],
    )
}

fn skip_to(rest: &str, close: &str) -> usize {
    rest[1..].find(close).map_or(rest.len(), |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &[&str]) {
        let words: Vec<String> = runs(html)
            .into_iter()
            .map(|run| {
                format!(
                    "{}{}{}",
                    if run.breaks { "/ " } else { "" },
                    if run.cell { "| " } else { "" },
                    &html[run.range]
                )
            })
            .collect();
        assert_eq!(words, expected, "{html:?}");
    }

    #[test]
    fn only_the_words_between_tags_are_read() {
        check(
            "<div class=\"x\">\nRome <b>fell</b>\n</div>\n",
            &["/ Rome", "fell"],
        );
        check(
            "<!-- 1962 -->\n<script>var a = 1 < 2;</script><p>yes</p>",
            &["/ yes"],
        );
        check(
            "<tr><td>476</td><td>Odoacer</td></tr>",
            &["/ | 476", "| Odoacer"],
        );
        check("<img src=\"1962.png\">", &[]);
        check("< broken", &["/ broken"]);
    }
}
