//! What holds for every text whatever: places are in the file, words stand at their places, ids stay, nothing is lost by chance.

mod linear;

use std::collections::BTreeSet;
use std::ops::Range;

use proptest::prelude::*;

use super::ids::Id;
use super::{Note, guarded, json, read};

/// Pieces of notes that mean something to one of the readers, and some that mean trouble.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "  ",
    "\t",
    "# ",
    "## ",
    "- ",
    "* ",
    "\t- ",
    "1. ",
    "> ",
    "> [!info] ",
    "```\n",
    "~~~\n",
    "---\n",
    "| ",
    "|-|-|\n",
    "[[",
    "]]",
    "|",
    "[",
    "](",
    ")",
    "![[",
    "![",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<br>",
    "<sup>",
    "==",
    "**",
    "*",
    "_",
    "~~",
    "`",
    "%%",
    "^[",
    "[^1]",
    "[^1]: ",
    "$$",
    "{{<",
    ">}}",
    "::",
    ":::",
    "?\n",
    "??\n",
    "- [x] ",
    "- [ ] ",
    "&amp;",
    "&nGt;",
    "\\",
    "\u{0}",
    "\u{1}",
    "\u{feff}",
    "é",
    "—",
    "大",
    "🙂",
    "ß",
    "\u{301}",
    "• ",
    "^id",
    "#tag",
    "#Kennedy",
    "Kennedy",
    "John F. Kennedy",
    "Elizabeth I",
    "he ",
    "She said ",
    "Mr ",
    "1962",
    "27 October",
    "October 1962",
    "44 BC",
    "1914–18",
    "the 1960s",
    "early ",
    "c. ",
    "31 June ",
    "13/08/1961",
    "two days later ",
    "-> ",
    " → ",
    "=>",
    "$\\to$",
    " because ",
    " led to ",
    "Because:",
    "Causes",
    "so ",
    ", ",
    ". ",
    ": ",
    "\"",
    "(",
    "The war",
    "Rome fell",
    "title: ",
    "year: 1948\n",
    "!",
    "?",
    "’s ",
    "'",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[A-Za-z]{1,8} ".prop_map(String::from),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn is_in(text: &str, span: &Range<usize>) -> bool {
    span.start <= span.end && text.get(span.clone()).is_some()
}

/// Every place that a note speaks of.
fn places(note: &Note) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    places.extend(note.dates.iter().map(|date| date.span.clone()));
    places.extend(
        note.people
            .iter()
            .flat_map(|person| &person.mentions)
            .map(|mention| mention.span.clone()),
    );
    places.extend(
        note.warnings
            .iter()
            .filter_map(|warning| warning.span.clone()),
    );
    places.extend(note.document.links.iter().map(|link| link.span.clone()));
    for block in &note.document.blocks {
        places.push(block.span.clone());
        places.extend(
            block
                .tokens
                .iter()
                .map(|token| block.text.file_span(token.start..token.end)),
        );
    }
    places
}

fn statement_ids(note: &Note) -> BTreeSet<Id> {
    note.document
        .statements
        .iter()
        .map(|statement| statement.id)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn places_are_in_the_file_on_character_borders(text in text()) {
        let note = read("a/note.md", &text);
        // A bare carriage return ends a line too.
        let n_lines = text.matches(['\n', '\r']).count() as u32 + 1;
        for place in places(&note) {
            prop_assert!(is_in(&text, &place), "{place:?} of {text:?}");
        }
        for statement in &note.document.statements {
            prop_assert!((1..=n_lines).contains(&statement.lines.0) && statement.lines.0 <= statement.lines.1);
        }
        for event in &note.events {
            prop_assert!(event.statement < note.document.statements.len());
        }
        let fault = note.warnings.iter().find(|warning| warning.message.contains("a fault in Clio"));
        prop_assert!(fault.is_none(), "{fault:?} in {text:?}");
        prop_assert_eq!(statement_ids(&note).len(), note.document.statements.len(), "an id twice in {:?}", text);
    }

    #[test]
    fn words_are_verbatim_at_their_places(text in text()) {
        let document = json::note(&read("note.md", &text));
        let dates = document["dates"].as_array().unwrap().iter();
        let people = document["people"].as_array().unwrap().iter();
        let mentions = people.flat_map(|person| person["mentions"].as_array().unwrap());
        for found in dates.chain(mentions) {
            let (start, end) = (found["start"].as_u64().unwrap() as usize, found["end"].as_u64().unwrap() as usize);
            prop_assert_eq!(found["text"].as_str().unwrap(), &text[start..end]);
            let line = text[..start].split_inclusive('\n').filter(|line| line.ends_with('\n')).count() as u64 + 1;
            prop_assert!(found["line"].as_u64().unwrap() >= line, "{} on line {line} of {text:?}", found["text"]);
        }
    }

    #[test]
    fn reading_twice_gives_the_same_document(text in text()) {
        let once = json::document([&read("note.md", &text)]).to_string();
        let twice = json::document([&read("note.md", &text)]).to_string();
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn ids_stay_when_another_section_is_edited(before in "[a-z ]{0,40}", after in "[a-z ]{0,40}", edit in "[a-z0-9 .]{1,60}") {
        let section = "## Crisis of 1962\n\n- 16 October: Kennedy is told -> blockade\n- Castro protests because of it\n\nText of it. More text.\n\nWho blinked?::Khrushchev\n";
        let note = |before: &str, after: &str| read("note.md", &format!("# Title\n\n{before}\n\n{section}\n## After\n\n{after}\n"));
        let (first, second) = (note(&before, &after), note(&edit, &format!("{edit}\n\n- {after}")));
        let ids = |note: &Note| -> (Vec<Id>, Vec<String>) {
            let of_section = |block: usize| note.document.blocks[block].heading == Some(1);
            let mut ids: Vec<Id> = note.document.statements.iter().filter(|statement| of_section(statement.block)).map(|statement| statement.id).collect();
            ids.extend(note.events.iter().filter(|event| of_section(note.document.statements[event.statement].block)).map(|event| event.id));
            ids.extend(note.causes.iter().filter(|link| link.effect.statement.is_some_and(|at| of_section(note.document.statements[at].block))).map(|link| link.id));
            (ids, note.flashcards.iter().map(|card| card.id.clone()).collect())
        };
        prop_assert!(ids(&first).0.len() > 3 && !ids(&first).1.is_empty());
        prop_assert_eq!(ids(&first), ids(&second));
    }
}

#[test]
fn deep_nesting_and_one_long_line_are_read() {
    let n = 20_000;
    for text in [
        "> ".repeat(n),
        "- ".repeat(n),
        "[[".repeat(n),
        "**a ".repeat(n),
        "  ".repeat(n) + "- a",
        "Kennedy came in 1914, so -> war. ".repeat(n / 30),
    ] {
        let note = read("note.md", &text);
        assert!(note.document.line_starts.len() == 1);
    }
}

#[test]
fn a_reader_that_panics_costs_its_own_facts_alone_and_says_so() {
    let mut warnings = Vec::new();
    let read: Vec<u32> = guarded("causes", &mut warnings, || {
        panic!("a fault that this test makes")
    });
    assert!(read.is_empty());
    let said: Vec<&str> = warnings.iter().map(|warning| &*warning.message).collect();
    assert_eq!(
        said,
        ["The causes in this note could not be read: a fault in Clio, not in the note"]
    );
    assert_eq!(guarded("dates", &mut warnings, || vec![1]), [1]);
    assert_eq!(warnings.len(), 1);
}
