//! Topics by name, and scopes that are put together.

use expect_test::expect;

use super::library;
use crate::library::Library;
use crate::notes;
use crate::quiz::choose::{Scope, Topic};

fn topic(typed: &str) -> String {
    let crisis = "---\ntags: [missiles]\n---\n# The Crisis\n\n## Causes\n- 1961: John F. Kennedy sent exiles.\n\n## Letters\n- 26 October 1962: Khrushchev sent a letter to Kennedy.\n- 27 October 1962: A second letter came.\n";
    let rome = "# Rome\n\n## Causes\n- 44 BC: Julius Caesar was killed by Brutus.\n\n## The Republic\n- 1962: a film was made of it.\n";
    let library = Library::build(vec![
        notes::read("cold-war/crisis.md", crisis),
        notes::read("old/rome.md", rome),
    ]);
    match Topic::named(&library, typed) {
        Err(unknown) => format!("none: {}", unknown.nearest.join(", ")),
        Ok(Topic { name, scope }) => match scope {
            Scope::All => "all".to_owned(),
            Scope::Notes(notes) => format!("{name}: notes {notes:?}"),
            Scope::Parts { notes, statements } => {
                let texts = statements.into_iter().flatten();
                let texts: Vec<&str> = texts.map(|at| &*library.statement(at).text).collect();
                let lead = if notes.is_empty() {
                    String::new()
                } else {
                    format!(" notes {notes:?}")
                };
                format!("{name}:{lead} {}", texts.join(" | "))
            }
        },
    }
}

#[test]
fn topics_are_folders_tags_titles_headings_people_and_dates() {
    let typed = [
        "",
        "cold war",
        "Cold-War",
        "#missiles",
        "rome",
        "the crisis",
        "crisis",
        "causes",
        "republic",
        "john f kennedy",
        "kennedy",
        "caesar",
        "1962",
        "october 1962",
        "26 october",
        "1960s",
        "44 BC",
        "1st century BC",
        "1850",
        "letter",
        "kenedy",
        "napoleon",
        "crisis of napoleon",
        "=196X",
        "=d:1962-10:0",
        "=0123456789abc",
    ];
    let told = typed.map(|typed| format!("{typed} => {}\n", topic(typed)));
    expect![[r#"
         => all
        cold war => cold-war: notes [0]
        Cold-War => cold-war: notes [0]
        #missiles => missiles: notes [0]
        rome => Rome: notes [1]
        the crisis => The Crisis: notes [0]
        crisis => The Crisis: notes [0]
        causes => Causes: 1961: John F. Kennedy sent exiles. | 44 BC: Julius Caesar was killed by Brutus.
        republic => The Republic: 1962: a film was made of it.
        john f kennedy => John F. Kennedy: 1961: John F. Kennedy sent exiles. | 26 October 1962: Khrushchev sent a letter to Kennedy.
        kennedy => John F. Kennedy: 1961: John F. Kennedy sent exiles. | 26 October 1962: Khrushchev sent a letter to Kennedy.
        caesar => Julius Caesar: 44 BC: Julius Caesar was killed by Brutus.
        1962 => 1962: 26 October 1962: Khrushchev sent a letter to Kennedy. | 27 October 1962: A second letter came. | 1962: a film was made of it.
        october 1962 => October 1962: 26 October 1962: Khrushchev sent a letter to Kennedy. | 27 October 1962: A second letter came.
        26 october => 26 october: 26 October 1962: Khrushchev sent a letter to Kennedy.
        1960s => the 1960s: 1961: John F. Kennedy sent exiles. | 26 October 1962: Khrushchev sent a letter to Kennedy. | 27 October 1962: A second letter came. | 1962: a film was made of it.
        44 BC => 44 BC: 44 BC: Julius Caesar was killed by Brutus.
        1st century BC => the 1st century BC: 44 BC: Julius Caesar was killed by Brutus.
        1850 => none: 44 BC, 1961, 1962
        letter => Letters: 26 October 1962: Khrushchev sent a letter to Kennedy. | 27 October 1962: A second letter came.
        kenedy => none: John F. Kennedy
        napoleon => none: cold-war, missiles, old
        crisis of napoleon => none: The Crisis
        =196X => the 1960s: 1961: John F. Kennedy sent exiles. | 26 October 1962: Khrushchev sent a letter to Kennedy. | 27 October 1962: A second letter came. | 1962: a film was made of it.
        =d:1962-10:0 => October 1962: 26 October 1962: Khrushchev sent a letter to Kennedy. | 27 October 1962: A second letter came.
        =0123456789abc => none: cold-war, missiles, old
    "#]].assert_eq(&told.concat());
}

#[test]
fn scopes_are_put_together_and_cut() {
    let library = library();
    let first = library.note(0).statements.start;
    let some =
        |statements: std::ops::Range<u32>| Scope::of_statements(statements.map(|at| first + at));
    let note = Scope::Notes(vec![0]);
    let nothing = Scope::Notes(Vec::new());
    let statements = library.note(0).statements.clone();
    let whole = Scope::of_statements(statements);
    assert_eq!(some(0..3).or(&some(2..6)), some(0..6));
    assert_eq!(some(0..3).and(library, &some(2..6)), some(2..3));
    assert_eq!(some(0..3).or(&nothing), some(0..3));
    assert_eq!(note.and(library, &some(2..6)), some(2..6));
    assert_eq!(
        note.and(library, &Scope::Notes(vec![0, 1])),
        note.or(&whole)
    );
    assert_eq!(note.and(library, &Scope::All), note);
    assert_eq!(note.or(&Scope::All), Scope::All);
    assert!(some(0..3).and(library, &some(4..6)).is_empty());
}
