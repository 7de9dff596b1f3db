//! What holds for every answer: what is accepted is right, what is another thing is not.

use proptest::prelude::{Strategy, any, prop, prop_assume, prop_oneof, proptest};

use crate::notes::dates::Order;
use crate::notes::when::{Unit, When};
use crate::quiz::judge::fold::fold;
use crate::quiz::judge::{Judge, Verdict, judge};
use crate::quiz::question::{Accepted, Sort};

/// Names and words, and things that are nearly them.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9}){0,2}",
        "(The |King |Pope )?[A-Z][a-zéü]{3,7} (VII|VIII|IX|[0-9]{1,4})",
        "[a-c]{3,6} [a-c]{3,6}",
        "[0-9,]{1,7} (soldiers|ships|million dollars)",
        "\\PC{1,20}",
    ]
}

fn sorts() -> impl Strategy<Value = Sort> {
    prop::sample::select(vec![Sort::Name, Sort::Words, Sort::Number])
}

fn dates() -> impl Strategy<Value = When> {
    let year = -800_i16..2030;
    let one = (year, 1_u8..=12, 1_u8..=28, 0_u8..6).prop_map(|(year, month, day, which)| {
        let when = match which {
            0 | 1 => When::day(year.into(), month, day),
            2 => When::month(year.into(), month),
            3 if year > 0 => Some(Unit::Decade(year / 10).into()),
            4 if year > 0 => Some(Unit::Century(year / 100 + 1).into()),
            _ => When::year(year.into()),
        };
        when.expect("such days are in every month")
    });
    let ends = (one.clone(), one.clone());
    let range = ends.prop_map(|(first, last)| When::range(first.start(), last.start()));
    (prop_oneof![4 => one, 1 => range], any::<bool>())
        .prop_map(|(when, about)| if about { when.about() } else { when })
}

proptest! {
    #[test]
    fn an_accepted_answer_is_always_right(
        answers in prop::collection::vec(texts(), 1..4), rivals in prop::collection::vec(texts(), 0..6), sort in sorts(),
    ) {
        prop_assume!(answers.iter().all(|answer| !answer.trim().is_empty()));
        let accepted = Accepted { sort, answers, rivals };
        for answer in &accepted.answers {
            assert_eq!(judge(&accepted, answer, Order::DayFirst), Verdict::Right, "{answer}");
        }
    }

    #[test]
    fn a_rival_is_never_right(
        answers in prop::collection::vec(texts(), 1..4), rivals in prop::collection::vec(texts(), 1..6), sort in sorts(),
    ) {
        let same = |one: &String, other: &String| {
            one.trim() == other.trim() || fold(one).full == fold(other).full
        };
        prop_assume!(!answers.iter().any(|answer| rivals.iter().any(|rival| same(answer, rival))));
        let accepted = Accepted { sort, answers, rivals };
        for rival in &accepted.rivals {
            assert_ne!(judge(&accepted, rival, Order::DayFirst), Verdict::Right, "{rival}");
        }
    }

    #[test]
    fn a_date_is_right_as_it_is_shown_and_as_it_stands(when in dates(), month_first in any::<bool>()) {
        let accepted = Accepted {
            sort: Sort::Date,
            answers: vec![when.to_string()],
            rivals: Vec::new(),
        };
        let order = if month_first { Order::MonthFirst } else { Order::DayFirst };
        for typed in [when.words(), when.to_string()] {
            assert_eq!(judge(&accepted, &typed, order), Verdict::Right, "{typed}");
        }
    }

    #[test]
    fn a_date_that_shares_no_day_with_the_answer_is_wrong(when in dates(), other in dates(), told in any::<bool>()) {
        prop_assume!(!when.overlaps(other));
        let accepted = Accepted {
            sort: Sort::Date,
            answers: vec![when.to_string()],
            rivals: vec![other.to_string()],
        };
        let prompt = if told { "In 1962?" } else { "" };
        let judge = Judge::new(&accepted, prompt, Order::DayFirst);
        assert_ne!(judge.verdict(&other.words()), Verdict::Right, "{other} for {when}");
    }

    #[test]
    fn whatever_is_typed_is_judged(typed in "\\PC{0,60}", date in dates(), text in texts()) {
        for (sort, answer) in [
            (Sort::Date, date.to_string()),
            (Sort::Words, text.clone()),
            (Sort::Number, text),
        ] {
            let accepted = Accepted { sort, answers: vec![answer], rivals: Vec::new() };
            let verdict = judge(&accepted, &typed, Order::MonthFirst);
            assert!(verdict == judge(&accepted, &typed, Order::MonthFirst));
        }
    }
}
