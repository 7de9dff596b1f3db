//! Questions as lines of text, made to be read by the hundred.

use std::collections::BTreeMap;

use anstyle::Style;
use textwrap::Options;

use crate::quiz::question::{Form, Question};

const STRONG: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();

/// Where everything but the number begins.
const INDENT: usize = 5;

/// The lines of `questions` for an output of `width` columns.
pub(super) fn drawn(questions: &[Question], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for (number, question) in (1..).zip(questions) {
        if number > 1 {
            lines.push(String::new());
        }
        let lead = format!("{:<INDENT$}", format!("{number}."));
        put(&mut lines, STRONG, &lead, INDENT, &question.prompt, width);
        answers(&mut lines, question, width);
        for line in question.explanation.lines() {
            put(&mut lines, QUIET, "", INDENT, line, width);
        }
        put(&mut lines, QUIET, "", INDENT, &source(question), width);
    }
    lines
}

fn answers(lines: &mut Vec<String>, question: &Question, width: usize) {
    let mut row = |mark: &str, text: &str| {
        let lead = format!("{:INDENT$}{mark}  ", "");
        put(
            lines,
            Style::new(),
            &lead,
            lead.chars().count(),
            text,
            width,
        );
    };
    match &question.form {
        Form::Choice { options, right } => {
            for ((letter, at), option) in ('A'..).zip(0_u8..).zip(options) {
                let tick = if at == *right { '✓' } else { ' ' };
                row(&format!("{tick} {letter}"), option);
            }
        }
        Form::Order { items, right } => {
            let places: BTreeMap<u8, usize> = right.iter().copied().zip(1..).collect();
            for (at, item) in (0_u8..).zip(items) {
                let place = places.get(&at).copied().unwrap_or_default();
                row(&format!("  {place}"), item);
            }
        }
        Form::Typed => {}
    }
    let typed = question.typed_answers();
    if !typed.is_empty() && !matches!(question.form, Form::Order { .. }) {
        let tick = match question.form {
            Form::Typed => "✓ ⌨",
            _ => "  ⌨",
        };
        row(tick, &typed.join(" · "));
    }
}

/// `note.md:12 · Heading › Heading · kind · difficulty · id`.
fn source(question: &Question) -> String {
    let source = &question.source;
    let place = format!("{}:{}", source.path, source.line);
    let headings = source.headings.join(" › ");
    let parts = [
        &*place,
        &headings,
        question.kind.name(),
        question.difficulty.name(),
        &question.id,
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// Wraps `text` behind `lead`; the lines after the first begin at column `indent`.
fn put(lines: &mut Vec<String>, style: Style, lead: &str, indent: usize, text: &str, width: usize) {
    let rest = " ".repeat(indent);
    let first = if lead.is_empty() { &rest } else { lead };
    let options = Options::new(width.max(indent + 20))
        .initial_indent(first)
        .subsequent_indent(&rest);
    for line in textwrap::wrap(text, options) {
        lines.push(format!("{style}{line}{style:#}"));
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::drawn;
    use crate::cli::quiz::tests::some;

    #[test]
    fn questions_are_read_with_their_answers_and_where_they_stand() {
        let drawn = drawn(&some(), 60).join("\n");
        let plain = anstream::adapter::strip_str(&drawn).to_string();
        expect![[r#"
            1.   Storms: when did <b>the river</b> rise over the bridge,
                 according to the notes?
                 ✓ ⌨  3 May 1962
                 The river rose. It fell again.
                 storms.md:7 · 1962 › 3 May · date-of-event · normal ·
                 0a

            2.   Storms: when did <b>the river</b> rise over the bridge,
                 according to the notes?
                   A  1961
                 ✓ B  1962
                   C  1963
                   ⌨  3 May 1962
                 The river rose. It fell again.
                 storms.md:7 · 1962 › 3 May · date-of-event · normal ·
                 0a

            3.   Storms: when did <b>the river</b> rise over the bridge,
                 according to the notes?
                   2  the rain
                   1  the storm
                   3  the flood
                 The river rose. It fell again.
                 storms.md:7 · 1962 › 3 May · order · normal · 0a
        "#]]
        .assert_eq(&(plain + "\n"));
    }
}
