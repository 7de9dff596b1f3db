//! Questions about dates: when a thing happened, and what happened then.

use expect_test::expect;

use super::{Deck, OCTOBER, check, told};
use crate::library::Library;
use crate::notes;
use crate::quiz::question::{Difficulty, Form, Kind};

#[test]
fn dates_of_events_are_asked_as_far_as_they_are_stated() {
    check(
        Kind::DateOfEvent,
        OCTOBER,
        &expect![[r#"
        The Crisis: on which date in 1962 did this happen, according to the notes? “Kennedy found out about the missiles”
          26 October / *16 October / 28 October / 20 October
        The Crisis: on which date in 1962 was this, according to the notes? “Cuba is blockaded by the navy”
          22 October / *20 October / 26 October / 16 October
        The Crisis: on which date in 1962 did this happen, according to the notes? “Khrushchev admits to the missiles”
          28 October / 16 October / *26 October / 22 October
        The Crisis: on which date in 1962 did this happen, according to the notes? “Khrushchev removes the weapons from Cuba”
          16 October / 26 October / 22 October / *28 October
        refused: no-sentence"#]],
    );
    check(
        Kind::DateOfEvent,
        "# Wars\n- The first war broke out in 1914.\n- The second war broke out in 1939.\n- In 1945 the second war ended.\n- The Korean war started in about 1950.\n- In June 1950 or in July 1950 the army marched.\n- The treaty of 1919 was signed in Paris.\n",
        &expect![[r#"
            Wars: in which year did this happen, according to the notes? “The first war broke out”
              1945 / 1939 / *1914
            Wars: in which year did this happen, according to the notes? “The second war broke out”
              1914 / *1939 / 1945
            Wars: in which year did this happen, according to the notes? “The second war ended”
              1914 / 1939 / *1945
            refused: date-inside"#]],
    );
}

#[test]
fn events_on_a_date_stand_among_events_of_other_dates() {
    check(
        Kind::EventOnDate,
        OCTOBER,
        &expect![[r#"
        The Crisis: which of these happened on 16 October 1962, according to the notes?
          Khrushchev removes the weapons from Cuba / Khrushchev admits to the missiles / Cuba is blockaded by the navy / *Kennedy found out about the missiles
        The Crisis: which of these happened on 20 October 1962, according to the notes?
          Kennedy found out about the missiles / Khrushchev admits to the missiles / Khrushchev removes the weapons from Cuba / *Cuba is blockaded by the navy
        The Crisis: which of these happened on 26 October 1962, according to the notes?
          *Khrushchev admits to the missiles / Cuba is blockaded by the navy / Khrushchev removes the weapons from Cuba / Kennedy found out about the missiles
        The Crisis: which of these happened on 28 October 1962, according to the notes?
          Kennedy found out about the missiles / *Khrushchev removes the weapons from Cuba / Cuba is blockaded by the navy / Khrushchev admits to the missiles
        refused: no-sentence"#]],
    );
}

#[test]
fn a_date_in_brackets_leaves_no_gap() {
    let note =
        format!("{OCTOBER}\nKhrushchev made a speech (31 October 1962) about the missiles.\n");
    let asked = told(Kind::EventOnDate, &note);
    assert!(
        asked.contains("*Khrushchev made a speech about the missiles"),
        "{asked}"
    );
}

/// Days as students put them: before a colon, a dash or an arrow, or in a table.
#[test]
fn a_date_that_labels_its_line_is_asked_for_like_any_other() {
    let days = [
        ("16 October 1962", "Kennedy found out about the missiles"),
        ("20 October 1962", "Kennedy decides to blockade Cuba"),
        (
            "27 October 1962",
            "An American plane is shot down over Cuba",
        ),
        ("28 October 1962", "Khrushchev agrees to remove the weapons"),
    ];
    let lines = |parted: &str| -> String {
        let lines = days.map(|(day, told)| format!("- {day}{parted}{told}.\n"));
        format!("# Missile Crisis\n{}", lines.concat())
    };
    let rows = days.map(|(day, told)| format!("| {day} | {told} |\n"));
    let table = format!(
        "# Missile Crisis\n| Day | What |\n|---|---|\n{}",
        rows.concat()
    );
    for note in [
        lines(": "),
        lines(" - "),
        lines(" – "),
        lines(" -> "),
        table,
    ] {
        let asked = told(Kind::DateOfEvent, &note);
        assert!(
            asked.contains("“Kennedy decides to blockade Cuba”"),
            "{note}{asked}"
        );
        assert!(asked.contains("*20 October 1962"), "{note}{asked}");
        let asked = told(Kind::Who, &note);
        assert!(
            asked.contains("who agrees to remove the weapons"),
            "{note}{asked}"
        );
        assert!(told(Kind::Order, &note).contains(" → "), "{note}");
    }
}

#[test]
fn the_nearest_dates_are_the_hardest() {
    let lines: String = (0..30)
        .map(|at| {
            format!(
                "- In {} the number {at} bridge was opened by the town.\n",
                1800 + at * 5
            )
        })
        .collect();
    let library = Library::build(vec![notes::read(
        "bridges.md",
        &format!("# Bridges\n{lines}"),
    )]);
    let deck = Deck::of(&library);
    let spread = |difficulty: Difficulty| -> i32 {
        deck.candidates()
            .filter(|it| it.kind == Kind::DateOfEvent)
            .filter_map(|it| deck.make(&library, &it, difficulty).ok())
            .map(|question| {
                let right: i32 = question.answer().parse().unwrap();
                let Form::Choice { options, .. } = question.form else {
                    return 0;
                };
                options
                    .iter()
                    .map(|option| (option.parse::<i32>().unwrap() - right).abs())
                    .sum()
            })
            .sum()
    };
    let (easy, normal, hard) = (
        spread(Difficulty::Easy),
        spread(Difficulty::Normal),
        spread(Difficulty::Hard),
    );
    assert!(easy > normal && normal > hard, "{easy} {normal} {hard}");
}
