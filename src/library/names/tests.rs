//! Names found by what is typed of them.

use super::*;

const PEOPLE: &[&str] = &[
    "Nikita Khrushchev",
    "John F. Kennedy",
    "Robert Kennedy",
    "Fidel Castro",
    "Kennedy Airport",
    "Lech Wałęsa",
];

fn names() -> Names {
    Names::build((0..).zip(PEOPLE.iter().copied()))
}

#[track_caller]
fn check(typed: &str, expected: &[&str]) {
    let found: Vec<&str> = names()
        .starting(typed, 25)
        .into_iter()
        .map(|at| PEOPLE[at as usize])
        .collect();
    assert_eq!(found, expected, "{typed}");
}

#[test]
fn a_name_is_found_by_the_start_of_any_word() {
    check(
        "ken",
        &["Kennedy Airport", "John F. Kennedy", "Robert Kennedy"],
    );
    check("f kennedy", &["John F. Kennedy"]);
    check("kennedy f", &["John F. Kennedy"]);
    check("KHRUSH", &["Nikita Khrushchev"]);
    check("walesa", &["Lech Wałęsa"]);
    check("", PEOPLE);
    check("zz", &[]);
    check("john x", &[]);
}

#[test]
fn a_misspelt_name_is_found_when_asked_for() {
    let near = |typed: &str| names().nearly(typed, 25);
    assert_eq!(near("kruschew"), Vec::<u32>::new(), "three letters off");
    assert_eq!(near("khruschev"), [0]);
    assert_eq!(near("kenedy"), [4, 1, 2]);
    assert_eq!(near("robrt kenedy"), [2]);
    assert_eq!(near(""), Vec::<u32>::new());
    assert_eq!(near(&"x".repeat(300)), Vec::<u32>::new());
}

#[test]
fn no_more_than_asked_for() {
    assert_eq!(names().starting("ken", 2), [4, 1]);
    assert_eq!(names().starting("", 2), [0, 1]);
}
