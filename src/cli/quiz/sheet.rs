//! Questions as a sheet to print: one page of HTML by itself, the questions first, the answers and where they stand at the end.
//!
//! `maud` escapes every text of a note on its way in. There are no scripts, and nothing is fetched.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::quiz::question::{Form, Question};

const STYLE: &str = include_str!("sheet.css");

/// The whole page. `topic` is empty where the questions are from all notes.
pub(super) fn page(topic: &str, questions: &[Question]) -> String {
    let title = match topic {
        "" => "Quiz".to_owned(),
        topic => format!("Quiz: {topic}"),
    };
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (title) }
                p.name { "Name" span {} "Date" span {} }
                ol.questions {
                    @for question in questions { li { (asked(question)) } }
                }
                section.answers {
                    h2 { "Answers" }
                    ol {
                        @for question in questions { li { (answered(question)) } }
                    }
                }
            }
        }
    };
    page.into_string()
}

fn asked(question: &Question) -> Markup {
    html! {
        p.prompt { (question.prompt) }
        @match &question.form {
            Form::Choice { options, .. } => ol.options type="A" {
                @for option in options { li { (option) } }
            },
            Form::Order { items, .. } => ul.items {
                @for item in items { li { span.box {} (item) } }
            },
            Form::Typed => p.line {},
        }
    }
}

fn answered(question: &Question) -> Markup {
    let source = &question.source;
    let letter = match &question.form {
        Form::Choice { right, .. } => ('A'..).nth(usize::from(*right)),
        Form::Order { .. } | Form::Typed => None,
    };
    html! {
        p {
            strong {
                @if let Some(letter) = letter { (letter) " – " }
                (question.answer())
            }
        }
        @for line in question.explanation.lines() { p { (line) } }
        p.source {
            (source.title)
            @for heading in &source.headings { ", " (heading) }
            " (" (source.path) ", line " (source.line) ")"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::cli::quiz::tests::some;

    #[test]
    fn a_sheet_asks_first_and_answers_at_the_end() {
        let page = page("Storms & rain", &some());
        let (asked, answered) = page
            .split_once("<h2>Answers</h2>")
            .expect("there are answers");
        assert!(asked.contains("<h1>Quiz: Storms &amp; rain</h1>"));
        for question in some() {
            let prompt = question.prompt.replace('<', "&lt;").replace('>', "&gt;");
            assert!(asked.contains(&prompt), "{prompt}");
            assert!(!asked.contains(&question.explanation));
            assert!(
                answered.contains(&question.answer()),
                "{}",
                question.answer()
            );
        }
        assert!(answered.contains("B – 1962"));
        assert!(answered.contains("storms.md, line 7"));
    }

    #[test]
    fn nothing_of_a_note_becomes_markup() {
        let page = page("<script>alert(1)</script>", &some());
        assert!(!page.contains("<script"), "{page}");
        assert!(!page.contains("<b>"), "{page}");
        for outside in ["http:", "https:", "url(", "@import", "src="] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
}
