//! What holds for every question from whatever notes are at hand.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::super::options::alike;
use super::{Deck, made};
use crate::library::{Library, folded};
use crate::notes;
use crate::quiz::question::{Difficulty, Form, Kind, Question, Sort};

/// The notes below a folder, in the order of their paths; none where there is no such folder.
fn notes_of(folder: &Path) -> Vec<notes::Note> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let Ok(entries) = std::fs::read_dir(folder) else {
            return;
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "md")
                && !path.ends_with("README.md")
            {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(folder, &mut found);
    found.sort();
    found
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            notes::read(path.strip_prefix(folder).unwrap().to_str().unwrap(), &text)
        })
        .collect()
}

fn content() -> Library {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    Library::build(notes_of(&folder))
}

/// The hand-labelled notes beside the repository, where they are.
fn gold() -> Option<Library> {
    let shared = std::env::var_os("CLIO_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let notes = notes_of(&shared.join("gold/notes"));
    if notes.is_empty() {
        eprintln!("the hand-labelled notes are not here: their questions were not looked at");
    }
    (!notes.is_empty()).then(|| Library::build(notes))
}

#[test]
fn every_question_keeps_the_laws() {
    for library in std::iter::once(content()).chain(gold()) {
        let deck = Deck::of(&library);
        let mut ids = BTreeSet::new();
        for candidate in deck.candidates() {
            assert!(
                ids.insert(candidate.id),
                "two candidates have one id: {candidate:?}"
            );
            for difficulty in [Difficulty::Easy, Difficulty::Normal, Difficulty::Hard] {
                let made = deck.make(&library, &candidate, difficulty);
                assert_eq!(made, deck.make(&library, &candidate, difficulty));
                if let Ok(question) = made {
                    keeps_form(&question);
                    hides_answer(&question);
                    has_one_right(&library, &question);
                }
            }
        }
    }
}

/// Lengths, distinct options without gaps, one right.
fn keeps_form(question: &Question) {
    let shown = format!("{question:#?}");
    assert!(question.prompt.chars().count() <= 1_000, "{shown}");
    assert!(question.explanation.chars().count() <= 1_500, "{shown}");
    assert!(!question.shows.is_empty(), "{shown}");
    let texts = match &question.form {
        Form::Choice { options, right } => {
            assert!(usize::from(*right) < options.len(), "{shown}");
            assert!((2..=4).contains(&options.len()), "{shown}");
            let authored = question.kind == Kind::Flashcard;
            assert!(
                authored || alike(options.iter().map(String::as_str)),
                "{shown}"
            );
            options
        }
        Form::Order { items, right } => {
            assert!((3..=5).contains(&items.len()), "{shown}");
            let places: BTreeSet<u8> = right.iter().copied().collect();
            assert!(places.len() == items.len() && !right.is_sorted(), "{shown}");
            items
        }
        Form::Typed => {
            assert!(question.accepted.is_some(), "{shown}");
            return;
        }
    };
    let distinct: BTreeSet<String> = texts.iter().map(|text| folded(text)).collect();
    assert_eq!(distinct.len(), texts.len(), "{shown}");
    for text in texts {
        assert!(text.chars().count() <= 300, "{shown}");
        // What was cut out of a line leaves no gap.
        assert!(!text.contains("  "), "{shown}");
    }
}

/// No accepted answer, and no right option, stands in the prompt.
fn hides_answer(question: &Question) {
    if question.kind == Kind::Flashcard || question.kind == Kind::TrueFalse {
        return;
    }
    let prompt = format!(" {} ", folded(&question.prompt));
    let mut answers: Vec<String> = Vec::new();
    if let Form::Choice { .. } = question.form {
        answers.push(question.answer());
    }
    if let Some(accepted) = question
        .accepted
        .as_ref()
        .filter(|it| it.sort != Sort::Date)
    {
        answers.extend(accepted.answers.iter().cloned());
    }
    for answer in answers {
        let words = format!(" {} ", folded(&answer));
        assert!(!prompt.contains(&words), "{answer} stands in {question:#?}");
    }
}

/// By the dates of the library, nothing but the right option is right.
fn has_one_right(library: &Library, question: &Question) {
    let Form::Choice { options, right } = &question.form else {
        return;
    };
    if !matches!(question.kind, Kind::DateOfEvent | Kind::Who) {
        return;
    }
    let own: Vec<u32> = (0_u32..)
        .zip(library.statements())
        .filter(|(_, it)| {
            it.lines.0 == question.source.line && library.note(it.note).path == question.source.path
        })
        .map(|(at, _)| at)
        .collect();
    for (at, option) in options.iter().enumerate() {
        if at == usize::from(*right) {
            continue;
        }
        if question.kind == Kind::DateOfEvent {
            let stated = own.iter().flat_map(|at| library.events_of(*at));
            for event in stated.filter(|_| own.len() == 1) {
                assert_ne!(&event.when.words(), option, "{question:#?}");
            }
        } else {
            let person = library
                .people()
                .iter()
                .find(|it| it.name == *option)
                .unwrap();
            let accepted = question.accepted.as_ref().unwrap();
            assert!(!accepted.answers.contains(&person.name), "{question:#?}");
        }
    }
}

#[test]
fn the_notes_at_hand_give_enough_questions() {
    let (questions, _) = made(&content(), None);
    assert!(questions.len() >= 300, "only {} questions", questions.len());
    let shared = std::env::var_os("CLIO_SHARED").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(shared.join("gold/notes/seed-cuban-missile-crisis.md"))
    else {
        eprintln!("the user's note is not here: its questions were not counted");
        return;
    };
    let library = Library::build(vec![notes::read("cuban-missile-crisis.md", &text)]);
    let (questions, _) = made(&library, None);
    let prompts: BTreeSet<(&str, String)> = questions
        .iter()
        .map(|it| (it.prompt.as_str(), it.answer()))
        .collect();
    let kinds: BTreeSet<Kind> = questions.iter().map(|it| it.kind).collect();
    assert!(prompts.len() >= 40, "only {} questions", prompts.len());
    assert!(kinds.len() >= 8, "only {kinds:?}");
}
