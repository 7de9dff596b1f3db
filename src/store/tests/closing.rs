//! Games that close a question in the same moment.

use futures_util::future::join_all;

use super::play::{ANN, BEN, CAT, HERE, Played, THERE, at, told_to_both};
use crate::quiz::{Player, Server};
use crate::store::{Period, Records, StoreError, View};

told_to_both!(
    what_closes_at_once_counts_as_what_closes_one_after_the_other,
    who_lost_a_game_closes_nothing_and_the_others_do,
);

const TOPICS: [&str; 3] = ["Rome", "Rome", "Greece"];

/// Three games, with the same questions and partly the same people; in one of them Ben comes to Ann, who played alone.
async fn games(store: &dyn Records, server: Server) -> Vec<Played<'_>> {
    let mut games = Vec::new();
    for channel in 0..3 {
        games.push(Played::begin(store, server, server.0 * 10 + channel, at(0)).await);
    }
    games
}

async fn open_all(games: &mut [Played<'_>], round: u64) {
    let answers: [&[(Player, bool)]; 3] = match round {
        0 => [&[(ANN, true)], &[(BEN, false), (CAT, true)], &[]],
        _ => [
            &[(ANN, false), (BEN, true)],
            &[(CAT, false)],
            &[(ANN, true), (CAT, true)],
        ],
    };
    for (game, answers) in games.iter_mut().zip(answers) {
        game.open(answers, at(round * 100 + 30)).await;
    }
}

async fn what_closes_at_once_counts_as_what_closes_one_after_the_other(store: &dyn Records) {
    let mut together = games(store, HERE).await;
    let mut apart = games(store, THERE).await;
    for round in 0..2 {
        let moment = at(round * 100 + 50);
        open_all(&mut together, round).await;
        let closed = together.iter_mut().zip(TOPICS);
        join_all(closed.map(|(game, topic)| game.close(topic, moment))).await;
        open_all(&mut apart, round).await;
        for (game, topic) in apart.iter_mut().zip(TOPICS) {
            game.close(topic, moment).await;
        }
        assert_eq!(
            store.asked(HERE).await.unwrap(),
            store.asked(THERE).await.unwrap()
        );
        for period in [Period::Season, Period::Day, Period::All] {
            for topic in [None, Some("Rome".to_owned()), Some("Greece".to_owned())] {
                let board = async |server| {
                    let view = View {
                        period,
                        topic: topic.clone(),
                        ..View::of(server)
                    };
                    store.board(&view, moment).await.unwrap().places
                };
                let here = board(HERE).await;
                assert_eq!(here, board(THERE).await, "{period:?} of {topic:?}");
                assert!(topic.is_some() || !here.is_empty());
            }
        }
    }
    let asked = store.asked(HERE).await.unwrap();
    assert_eq!(
        (asked["q0"].times, asked["q0"].answers, asked["q0"].wrong),
        (3, 3, 1)
    );
    assert_eq!(
        (asked["q1"].times, asked["q1"].answers, asked["q1"].wrong),
        (3, 5, 2)
    );
    assert_eq!(store.check().await.unwrap().wrong_totals, 0);
}

async fn who_lost_a_game_closes_nothing_and_the_others_do(store: &dyn Records) {
    let mut games = games(store, HERE).await;
    open_all(&mut games, 0).await;
    let lost = games[1].lease.clone();
    store
        .take_over(lost.game, lost.epoch, "two", at(9))
        .await
        .unwrap();
    let closed = games.iter_mut().zip(TOPICS);
    let closed = join_all(closed.map(|(game, topic)| game.closes(topic, at(50)))).await;
    assert!(matches!(closed[1], Err(StoreError::TakenOver)));
    assert!(closed[0].is_ok() && closed[2].is_ok());
    let asked = store.asked(HERE).await.unwrap();
    assert_eq!((asked["q0"].times, asked["q0"].answers), (2, 1));
    assert_eq!(store.check().await.unwrap().wrong_totals, 0);
}
