//! Mermaid diagrams, as Obsidian draws them: the labels of a flow chart with the arrows between, the entries of a timeline.

use std::ops::Range;

/// Words that open a line of which nothing is drawn.
const SILENT: [&str; 14] = [
    "graph",
    "flowchart",
    "timeline",
    "title",
    "end",
    "style",
    "class",
    "classDef",
    "linkStyle",
    "click",
    "direction",
    "sequenceDiagram",
    "gantt",
    "mindmap",
];

/// Whether the opening line of a fence is that of a diagram.
pub(super) fn is_diagram(fence: &str) -> bool {
    fence.trim_start_matches(['`', '~']).trim() == "mermaid"
}

/// The parts of a diagram's line that a reader of the drawing sees: `murder`, `-->` and `ultimatum` of `A[murder] --> B[ultimatum]`.
pub(super) fn shown(line: &str) -> Vec<Range<usize>> {
    let words = line.trim();
    let start = line.len() - line.trim_start().len();
    let first = words.split(' ').next().unwrap_or_default();
    if words.starts_with("%%") || SILENT.contains(&first) {
        return Vec::new();
    }
    let labels = labels(line);
    if labels.is_empty() {
        return std::iter::once(start..start + words.len()).collect();
    }
    let mut shown: Vec<Range<usize>> = Vec::with_capacity(2 * labels.len());
    for label in labels {
        if let Some(before) = shown.last()
            && let Some(between) =
                arrow(line, before.end..label.start).or_else(|| sign(line, before.end..label.start))
        {
            shown.push(between);
        }
        shown.push(label);
    }
    shown
}

/// The texts in brackets right behind a word.
fn labels(line: &str) -> Vec<Range<usize>> {
    let bytes = line.as_bytes();
    let mut labels = Vec::new();
    // What stands behind the last of each closing mark need not be looked through again.
    let last = |close| memchr::memrchr(close, bytes).unwrap_or(0);
    let ends = [last(b']'), last(b')'), last(b'}')];
    let mut at = 1;
    while at < bytes.len() {
        let named = bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_';
        let (close, last) = match bytes[at] {
            b'[' => (b']', ends[0]),
            b'(' => (b')', ends[1]),
            b'{' => (b'}', ends[2]),
            _ => (0, 0),
        };
        // What opens a label is one byte, so that a text may be cut there.
        let end = if named && at < last {
            memchr::memchr(close, &bytes[at..])
        } else {
            None
        };
        if let Some(end) = end {
            let inside = &line[at..at + end];
            let text = inside.trim_start_matches(['[', '(', '{', '"', ' ']);
            let from = at + inside.len() - text.len();
            let text = text.trim_end_matches(['"', ' ']);
            labels.push(from..from + text.len());
            at += end;
        }
        at += 1;
    }
    labels.retain(|label| !label.is_empty());
    labels
}

/// The arrow in `range`, with the blanks around it.
fn arrow(line: &str, range: Range<usize>) -> Option<Range<usize>> {
    let between = line.get(range.clone())?;
    let head = between.find('>')?;
    let tail = between[..head]
        .rfind([']', ')', '}', ' '])
        .map_or(0, |tail| tail + 1);
    let blank = usize::from(tail > 0 && between.as_bytes()[tail - 1] == b' ');
    let after = usize::from(between.as_bytes().get(head + 1) == Some(&b' '));
    Some(range.start + tail - blank..range.start + head + 1 + after)
}

/// The `&`, or the line without a head, in `range`, with the blanks around it: `A[Ada] & B[Ivo]`, `A[Ada] --- B[Ivo]`.
fn sign(line: &str, range: Range<usize>) -> Option<Range<usize>> {
    let between = line.get(range.clone())?;
    let signs = ["&", "---", "-.-", "==="];
    let (from, sign) = signs
        .iter()
        .find_map(|sign| Some((between.find(sign)?, sign)))?;
    let to = from + sign.len();
    let blank = |at: usize| usize::from(between.as_bytes().get(at) == Some(&b' '));
    let before = from.checked_sub(1).map_or(0, blank);
    Some(range.start + from - before..range.start + to + blank(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &str) {
        let shown: String = shown(line).into_iter().map(|part| &line[part]).collect();
        assert_eq!(shown, expected, "{line:?}");
    }

    #[test]
    fn a_line_shows_its_labels_and_arrows() {
        check(
            "A[murder 28 June] --> B[blank cheque]",
            "murder 28 June --> blank cheque",
        );
        check("    B --> C(\"ultimatum\")", "ultimatum");
        check("C{{war?}} ==> D[[yes]]", "war? ==> yes");
        check(
            "    30 June 1971 : Soyuz 11 : Volkov",
            "30 June 1971 : Soyuz 11 : Volkov",
        );
        check("café déjà A[été] --> B[fin]", "été --> fin");
        check(
            "B[Ada I]-->C[Ivo II] & D[Ada II]",
            "Ada I-->Ivo II & Ada II",
        );
        check("A[Ada] --- B[Ivo]", "Ada --- Ivo");
        check("graph TD", "");
        check("%% not drawn", "");
        check("A --> B", "A --> B");
    }
}
