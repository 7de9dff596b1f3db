//! What classmates do at what they see.

use std::collections::BTreeMap;

use super::*;

const CHANNEL: ChannelId = ChannelId::new(7);

fn now() -> Timestamp {
    Timestamp::from_second(1_700_000_000).unwrap()
}

fn question(n_options: usize, seconds: i64) -> Sight {
    let choices = ["A", "B", "C", "D", "E"].iter().take(n_options);
    Sight::Question {
        text: "Which of these happened on 16 October 1962, according to the notes?".to_owned(),
        choices: choices
            .map(|label| Choice {
                label: (*label).to_owned(),
                text: format!("option {label}"),
            })
            .collect(),
        closes: Some(now().as_second() + seconds),
    }
}

/// Everything that a class of `all` does about 30 questions, in order.
fn class(seed: u64, all: usize) -> Vec<Vec<Plan>> {
    let mut minds: Vec<Mind> = (0..all as u64)
        .map(|nth| Mind::new(seed, nth, all))
        .collect();
    (0..30)
        .flat_map(|message| {
            let asked = question(4, 30);
            let plans = minds
                .iter_mut()
                .map(|mind| mind.meets(CHANNEL, message, &asked, now()));
            plans.collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn one_seed_is_one_class() {
    assert_eq!(class(5, 6), class(5, 6));
    assert_ne!(class(5, 6), class(6, 6));
}

#[test]
fn a_class_answers_at_all_times_and_all_ways_but_never_after_the_bell() {
    let plans = class(1, 20);
    let mut chosen: BTreeMap<&str, usize> = BTreeMap::new();
    for plan in plans.iter().flatten() {
        assert!(plan.after < Duration::from_secs(30), "{plan:?}");
        let Act::Press(label) = &plan.act else {
            panic!("nobody speaks while a question is open: {plan:?}");
        };
        *chosen.entry(label).or_default() += 1;
    }
    let presses = chosen.values().sum::<usize>();
    assert!(
        chosen.len() == 4 && chosen.values().all(|n| *n * 8 > presses),
        "{chosen:?}"
    );
    let silent = plans.iter().filter(|plans| plans.is_empty()).count();
    let changed = plans.iter().filter(|plans| plans.len() == 2).count();
    assert!(
        (10..200).contains(&silent),
        "{silent} of {} sat out",
        plans.len()
    );
    assert!(
        (20..250).contains(&changed),
        "{changed} of {} changed",
        plans.len()
    );
    for plans in plans.iter().filter(|plans| plans.len() == 2) {
        assert!(plans[0].after < plans[1].after && plans[0].act != plans[1].act);
    }
    let quickest = plans.iter().flatten().map(|plan| plan.after).min().unwrap();
    let slowest = plans.iter().flatten().map(|plan| plan.after).max().unwrap();
    assert!(quickest < Duration::from_secs(3), "{quickest:?}");
    assert!(slowest > Duration::from_secs(12), "{slowest:?}");
}

#[test]
fn a_message_is_thought_about_once_however_often_it_is_edited() {
    let mut mind = Mind::new(1, 0, 1);
    let lobby = Sight::Lobby {
        join: "Join".to_owned(),
    };
    let plans = mind.meets(CHANNEL, 9, &lobby, now());
    assert!(
        plans.len() <= 2
            && plans
                .iter()
                .any(|plan| plan.act == Act::Press("Join".to_owned()))
    );
    assert_eq!(mind.meets(CHANNEL, 9, &lobby, now()), []);
}

#[test]
fn who_pays_attention_knows_what_was_revealed() {
    let mut mind = Mind::new(1, 0, 1);
    mind.temper.attention = 1.0;
    mind.temper.absence = 0.0;
    let reveal = Sight::Reveal {
        text: "16 October 1962: Kennedy found out. Which happened on that day, notes: option C"
            .to_owned(),
    };
    mind.meets(CHANNEL, 1, &reveal, now());
    let Sight::Question { text, closes, .. } = question(4, 60) else {
        unreachable!("it is a question");
    };
    let choices = ["alpha", "Berlin airlift", "Kennedy found out", "delta"];
    let choices = choices.iter().zip(["A", "B", "C", "D"]);
    let asked = Sight::Question {
        text,
        choices: choices
            .map(|(text, label)| Choice {
                label: label.to_owned(),
                text: (*text).to_owned(),
            })
            .collect(),
        closes,
    };
    for message in 10..30 {
        let plans = mind.meets(CHANNEL, message, &asked, now());
        assert!(
            plans
                .iter()
                .all(|plan| plan.act == Act::Press("C".to_owned())),
            "{plans:?}"
        );
    }
    assert_eq!(
        mind.writes("What happened on 16 October 1962, which day, Which?"),
        "Kennedy"
    );
}
