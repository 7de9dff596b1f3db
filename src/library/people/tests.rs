//! Who is joined, and who stays apart.

use super::*;
use expect_test::{Expect, expect};

/// One note per line, its people parted by semicolons, each `name = alias, alias`.
fn check(notes: &[&str], expected: &Expect) {
    let people: Vec<Vec<Person>> = notes
        .iter()
        .map(|note| note.split("; ").map(person).collect())
        .collect();
    let shown: Vec<String> = join(&people)
        .iter()
        .map(|one| {
            format!(
                "{} = {} ({})\n",
                one.name,
                one.aliases.join(", "),
                one.mentions.len()
            )
        })
        .collect();
    expected.assert_eq(&shown.concat());
}

fn person(text: &str) -> Person {
    let (name, aliases) = text.split_once(" = ").unwrap_or((text, ""));
    let mention = crate::notes::Mention {
        line: 1,
        span: 0..1,
        statement: Some(0),
        from: Basis::Stated,
    };
    Person {
        name: name.to_owned(),
        aliases: aliases
            .split(", ")
            .filter(|alias| !alias.is_empty())
            .map(str::to_owned)
            .collect(),
        mentions: vec![mention],
    }
}

#[test]
fn a_surname_goes_to_the_one_who_bears_it() {
    check(
        &[
            "Kennedy = #Kennedy; George Kennan",
            "John F. Kennedy = Kennedy, JFK",
            "President Kennedy; Khrushchev",
            "Nikita Khrushchev; JFK",
        ],
        &expect![[r#"
            John F. Kennedy = Kennedy, JFK, #Kennedy, President Kennedy (4)
            Nikita Khrushchev = Khrushchev (2)
            George Kennan =  (1)
        "#]],
    );
}

#[test]
fn two_notes_may_call_one_person_by_two_names_of_history() {
    check(
        &[
            "Octavian; Mark Antony",
            "Augustus; Livia",
            "Koba = Koba",
            "Stalin; James VI",
            "James I; Octavian; Augustus",
            "Duke of York; Duke of Wellington",
            "Arthur Wellesley; William of Orange",
            "William III; James II",
        ],
        &expect![[r#"
            Octavian = Augustus (3)
            Arthur Wellesley = Duke of Wellington (2)
            James I = James VI (2)
            Koba = Stalin (2)
            Augustus =  (1)
            Duke of York =  (1)
            James II =  (1)
            Livia =  (1)
            Mark Antony =  (1)
            William III =  (1)
            William of Orange =  (1)
        "#]],
    );
}

#[test]
fn namesakes_stay_apart() {
    check(
        &[
            "John Adams; John Quincy Adams; Adams",
            "Samuel Adams",
            "Henry VII; Henry VIII; Napoleon",
            "Napoleon III; Napoleon Bonaparte",
            "Bobby Kennedy; Kennedy",
        ],
        &expect![[r#"
            Napoleon Bonaparte = Napoleon (2)
            Adams =  (1)
            Bobby Kennedy =  (1)
            Henry VII =  (1)
            Henry VIII =  (1)
            John Adams =  (1)
            John Quincy Adams =  (1)
            Kennedy =  (1)
            Napoleon III =  (1)
            Samuel Adams =  (1)
        "#]],
    );
}

#[test]
fn family_names_may_stand_first() {
    check(
        &["Mao", "Mao Zedong = Mao; Zhou Enlai", "Mao Tse-tung; Zhou"],
        &expect![[r#"
            Mao Tse-tung = Mao Zedong, Mao (3)
            Zhou Enlai = Zhou (2)
        "#]],
    );
}

#[test]
fn a_byname_is_kept_once_whatever_its_article() {
    check(
        &["Arthur Wellesley = Iron Duke, the Iron Duke, The Great"],
        &expect![[r#"
            Arthur Wellesley = Iron Duke, The Great (1)
        "#]],
    );
}
