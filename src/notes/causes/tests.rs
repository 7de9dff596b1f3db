//! What counts as a stated cause, sentence by sentence and note by note.

mod answers;
mod bullets;
mod hurried;
mod lines;
mod notes;
mod phrases;
mod reach;
mod routes;
mod sentences;
mod soup;
mod tables;
mod titles;
mod traps;

use crate::notes::markdown;

/// The links of a note, one a line: `cause => effect [cue]`.
fn links(text: &str) -> String {
    links_of("a folder/The Topic.md", text)
}

/// The same of a note at a path of its own.
fn links_of(path: &str, text: &str) -> String {
    let document = markdown::read(path, text, &mut Vec::new());
    let facts = super::read(&document);
    let links = facts
        .links
        .iter()
        .map(|link| format!("{} => {} [{}]", link.cause.text, link.effect.text, link.cue));
    links.collect::<Vec<_>>().join("\n")
}

/// Checks a table of `sentence || cause => effect [cue] || …`, one sentence a line; `|| none` for no link.
#[track_caller]
fn check_sentences(table: &str) {
    let mut wrong = String::new();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (sentence, expected) = line
            .split_once(" || ")
            .expect("every line of the table has an expectation");
        let expected = match expected {
            "none" => String::new(),
            links => links.replace(" || ", "\n"),
        };
        let got = links(sentence);
        if got != expected {
            wrong.push_str(&format!(
                "\n{sentence}\n  expected {expected:?}\n  got      {got:?}\n"
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Checks the links of one note.
#[track_caller]
fn check_note(text: &str, expected: &expect_test::Expect) {
    expected.assert_eq(&links(text));
}
