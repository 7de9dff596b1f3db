//! Running totals agree with the answers, whatever happens in whatever order.

use proptest::prelude::{Just, ProptestConfig, Strategy, prop_oneof, proptest};
use proptest::{collection, prop_assert_eq};

use super::play::{HERE, Played, THERE, at, days, sqlite, told_to_both};
use crate::quiz::Player;
use crate::store::{Change, Period, Records, View};

told_to_both!(totals_agree_after_a_long_story);

/// Something that happens.
#[derive(Debug, Clone)]
enum Step {
    /// A game; each question is its players, who is right by a bit each.
    Game {
        elsewhere: bool,
        day: u64,
        rounds: Vec<(u8, u8, u8)>,
    },
    Fold {
        before: u64,
    },
    Forget(u64),
    Zone(&'static str),
    EndSeason,
    Recount,
}

const TOPICS: [&str; 3] = ["Rome", "Greece", "Cold War"];

fn step() -> impl Strategy<Value = Step> {
    let round = (0..3_u8, 0..32_u8, 0..32_u8);
    let game = (proptest::bool::ANY, 0..40_u64, collection::vec(round, 1..4));
    prop_oneof![
        6 => game.prop_map(|(elsewhere, day, rounds)| Step::Game { elsewhere, day, rounds }),
        2 => (0..40_u64).prop_map(|before| Step::Fold { before }),
        2 => (1..6_u64).prop_map(Step::Forget),
        2 => prop_oneof![
            Just("UTC"), Just("Europe/Vienna"), Just("Pacific/Kiritimati"), Just("America/St_Johns")
        ].prop_map(Step::Zone),
        1 => Just(Step::EndSeason),
        1 => Just(Step::Recount),
    ]
}

async fn take(store: &dyn Records, step: &Step) -> u64 {
    let mut points = 0;
    match step {
        Step::Game {
            elsewhere,
            day,
            rounds,
        } => {
            // Late in the evening, so that the time zone matters.
            let begin = at(22 * 3600 + day * 400) - days(45) + days(*day);
            let mut game =
                Played::begin(store, if *elsewhere { THERE } else { HERE }, 70, begin).await;
            for ((topic, players, right), minute) in rounds.iter().zip(1..) {
                let answers: Vec<_> = (0..5)
                    .filter(|bit| players >> bit & 1 == 1)
                    .map(|bit| (Player(bit + 1), right >> bit & 1 == 1))
                    .collect();
                points += answers.iter().filter(|(_, right)| *right).count() as u64 * 10;
                let moment = begin + std::time::Duration::from_secs(60 * minute);
                game.round(TOPICS[usize::from(*topic)], &answers, moment)
                    .await;
            }
            game.end(begin + std::time::Duration::from_secs(600)).await;
        }
        Step::Fold { before } => drop(
            store
                .fold_answers(at(0) - days(45) + days(*before))
                .await
                .unwrap(),
        ),
        Step::Forget(player) => store.forget_person(Player(*player)).await.unwrap(),
        Step::Zone(zone) => {
            store
                .change_settings(
                    HERE,
                    Player(1),
                    &Change::TimeZone((*zone).to_owned()),
                    at(0),
                )
                .await
                .unwrap();
        }
        Step::EndSeason => {
            let on = store.seasons(HERE).await.unwrap().last().unwrap().number;
            store.end_season(HERE, on, None, at(0)).await.unwrap();
        }
        Step::Recount => assert_eq!(store.recount().await.unwrap(), 0),
    }
    points
}

/// All points that were ever counted, whether their player is known or forgotten.
async fn all_points(store: &dyn Records) -> u64 {
    let mut out = Vec::new();
    store.export(&mut out).await.unwrap();
    let lines = String::from_utf8(out).unwrap();
    lines
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|line| line["table"] == "totals")
        .map(|line| line["row"].clone())
        .filter(|row| row["season"] == 0 && row["topic"] == "")
        .map(|row| row["points"].as_u64().unwrap() + row["alone_points"].as_u64().unwrap())
        .sum()
}

async fn agree(
    store: &dyn Records,
    steps: &[Step],
) -> Result<(), proptest::test_runner::TestCaseError> {
    let mut points = 0;
    for step in steps {
        points += take(store, step).await;
        prop_assert_eq!(
            store.check().await.unwrap().wrong_totals,
            0,
            "after {:?}",
            step
        );
    }
    prop_assert_eq!(all_points(store).await, points);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 50, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn totals_agree_with_the_answers_whatever_happens(steps in collection::vec(step(), 1..12)) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(async {
            let (_folder, store) = sqlite().await;
            let told = agree(&store, &steps).await;
            crate::store::Store::close(&store).await;
            told
        })?;
    }
}

async fn totals_agree_after_a_long_story(store: &dyn Records) {
    let game = |elsewhere, day, rounds: &[(u8, u8, u8)]| Step::Game {
        elsewhere,
        day,
        rounds: rounds.to_vec(),
    };
    let steps = [
        game(false, 1, &[(0, 1, 1), (1, 3, 1), (0, 31, 21)]),
        game(true, 2, &[(0, 2, 2)]),
        Step::Zone("Pacific/Kiritimati"),
        game(false, 9, &[(2, 2, 2), (2, 7, 3)]),
        Step::Fold { before: 5 },
        Step::Forget(1),
        game(false, 9, &[(0, 1, 0)]),
        Step::EndSeason,
        Step::Zone("America/St_Johns"),
        game(false, 20, &[(0, 31, 31), (1, 16, 16)]),
        Step::Forget(2),
        Step::Fold { before: 39 },
        Step::Recount,
        Step::Forget(3),
    ];
    agree(store, &steps).await.unwrap();
    let board = store
        .board(
            &View {
                period: Period::All,
                ..View::of(HERE)
            },
            at(0),
        )
        .await
        .unwrap();
    assert_eq!(
        board
            .places
            .iter()
            .map(|place| place.player.0)
            .collect::<Vec<_>>(),
        [5, 1, 4],
        "2 and 3 are forgotten, 1 came back"
    );
}

#[tokio::test]
async fn a_total_that_is_wrong_is_found_and_made_anew() {
    let (_folder, store) = sqlite().await;
    super::play::play(
        &store,
        HERE,
        "Rome",
        &[(Player(1), true), (Player(2), true)],
        at(0),
    )
    .await;
    super::trouble::run_sql(
        &store,
        "UPDATE totals SET points = points + 1 WHERE player = 1 AND topic = ''",
    )
    .await
    .unwrap();
    let store: &dyn Records = &store;
    assert_eq!(
        store.check().await.unwrap().wrong_totals,
        4,
        "two rows are wrong, and two are missing"
    );
    assert_eq!(store.recount().await.unwrap(), 4);
    assert_eq!(store.check().await.unwrap().wrong_totals, 0);
}
