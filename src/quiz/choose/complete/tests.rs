//! What is offered while a topic is typed.

use expect_test::{Expect, expect};

use super::complete;
use crate::library::Library;
use crate::notes;
use crate::quiz::choose::Topic;

fn library() -> Library {
    let crisis = "# The Crisis\n#missiles\n\n## Background\n- 1961: John F. Kennedy became president.\n- In 1959 Fidel Castro came to power.\n\n## Letters\n- 26 October 1962: Khrushchev sent a letter to Kennedy.\n- 27 October 1962: A second letter came.\n";
    let rome = "# Rome\n- 44 BC: Julius Caesar was killed by Brutus.\n- In the 5th century the empire fell.\n- 1962: a film was made of it.\n";
    Library::build(vec![
        notes::read("cold-war/crisis.md", crisis),
        notes::read("old/rome.md", rome),
    ])
}

#[track_caller]
#[expect(
    clippy::needless_pass_by_value,
    reason = "`expect![…]` reads as it stands"
)]
fn check(typed: &str, expected: Expect) {
    let library = library();
    let choices = complete(&library, typed);
    let told: Vec<String> = choices
        .iter()
        .map(|choice| format!("{}\n", choice.name))
        .collect();
    expected.assert_eq(&told.concat());
    for choice in choices {
        let topic = Topic::named(&library, &choice.value).expect("a choice is a topic");
        assert!(!topic.scope.is_empty(), "{}", choice.name);
        assert!(
            choice.name.starts_with(&topic.name),
            "{} {}",
            choice.name,
            topic.name
        );
    }
}

#[test]
fn before_anything_is_typed_there_is_some_of_each() {
    check(
        "",
        expect![[r#"
        cold-war · 1 note
        missiles · 1 note
        old · 1 note
        Rome · 1 note
        The Crisis · 1 note
        John F. Kennedy · 2 mentions
        Brutus · 1 mention
        Fidel Castro · 1 mention
        Julius Caesar · 1 mention
        Khrushchev · 1 mention
        the 1st century BC · 1 dated line
        the 1950s · 1 dated line
        the 1960s · 4 dated lines
    "#]],
    );
}

#[test]
fn what_is_typed_is_looked_for_everywhere() {
    check(
        "cri",
        expect![[r#"
        The Crisis · 1 note
    "#]],
    );
    check(
        "ken",
        expect![[r#"
        John F. Kennedy · 2 mentions
    "#]],
    );
    check(
        "let",
        expect![[r#"
        Letters · The Crisis
    "#]],
    );
    check(
        "196",
        expect![[r#"
        the 1960s · 4 dated lines
    "#]],
    );
    check(
        "1962",
        expect![[r#"
        1962 · 3 dated lines
    "#]],
    );
    check(
        "the 1",
        expect![[r#"
        the 1st century BC · 1 dated line
        the 1950s · 1 dated line
        the 1960s · 4 dated lines
    "#]],
    );
    check(
        "cent",
        expect![[r#"
        the 1st century BC · 1 dated line
        the 5th century · 1 dated line
        the 20th century · 5 dated lines
    "#]],
    );
}

#[test]
fn who_goes_back_to_a_choice_begins_anew() {
    let library = library();
    assert_eq!(complete(&library, "=0123456789abc"), complete(&library, ""));
}
