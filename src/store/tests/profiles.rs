//! Profiles, and what a server gets wrong; told to both stores.

use super::play::{ANN, BEN, CAT, HERE, Played, at, days, play, told_to_both};
use crate::store::{Records, Tally};

told_to_both!(
    a_profile_tells_what_was_answered,
    a_server_learns_what_it_gets_wrong,
);

#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
async fn a_profile_tells_what_was_answered(store: &dyn Records) {
    for day in [0, 2, 3, 4] {
        let mut game = Played::begin(store, HERE, 70, at(0) + days(day)).await;
        for minute in 0..3 {
            let moment = at(60 * minute + 30) + days(day);
            let topic = if minute == 0 { "Greece" } else { "Rome" };
            game.round(topic, &[(ANN, minute > 0 || day > 3), (BEN, true)], moment)
                .await;
        }
        game.end(at(300) + days(day)).await;
    }
    play(
        store,
        HERE,
        "Norway",
        &[(ANN, true), (BEN, false)],
        at(600) + days(4),
    )
    .await;
    let now = at(3600) + days(5);
    let profile = store.profile(HERE, ANN, now).await.unwrap();
    assert_eq!(
        profile.season,
        Tally {
            points: 100,
            right: 10,
            answers: 13,
            games: 5
        }
    );
    assert_eq!(profile.all, profile.season);
    assert_eq!((profile.rank, profile.players), (Some(2), 2));
    assert_eq!(
        profile.answer_streak, 6,
        "the last day's three, the day before's two, and one from Norway"
    );
    assert_eq!(profile.day_streak, 3, "today is not over");
    let topics: Vec<_> = profile
        .topics
        .iter()
        .map(|(name, tally)| (name.as_str(), tally.right, tally.answers))
        .collect();
    assert_eq!(
        topics,
        [("Rome", 8, 8)],
        "four answers on Greece are too few to judge by"
    );
    assert_eq!(profile.days.len(), 30);
    let last: Vec<_> = profile.days[24..].iter().map(|day| day.points).collect();
    assert_eq!(last, [20, 0, 20, 20, 40, 0]);
    assert_eq!(profile.missed, [], "the question was right the last time");
    let other = store.profile(HERE, BEN, now).await.unwrap();
    assert_eq!(other.answer_streak, 0);
    let missed: Vec<_> = other
        .missed
        .iter()
        .map(|missed| (missed.question.as_str(), missed.prompt.as_str()))
        .collect();
    assert_eq!(missed, [("q0", "Who is q0?")]);
    let nobody = store.profile(HERE, CAT, now).await.unwrap();
    assert_eq!((nobody.rank, nobody.all), (None, Tally::default()));
}

async fn a_server_learns_what_it_gets_wrong(store: &dyn Records) {
    for day in 0..3 {
        let mut game = Played::begin(store, HERE, 70, at(0) + days(day)).await;
        game.round("Rome", &[(ANN, false), (BEN, true)], at(30) + days(day))
            .await;
        game.round("Greece", &[(ANN, false), (BEN, false)], at(90) + days(day))
            .await;
        game.round("Norway", &[(ANN, true), (BEN, true)], at(150) + days(day))
            .await;
        game.end(at(200) + days(day)).await;
    }
    let weak = store.weak(HERE, 10).await.unwrap();
    let said: Vec<_> = weak
        .iter()
        .map(|weak| {
            (
                weak.topic.as_str(),
                weak.heading.as_str(),
                weak.wrong,
                weak.answers,
            )
        })
        .collect();
    assert_eq!(
        said,
        [("Greece", "About q1", 6, 6), ("Rome", "About q0", 3, 6)]
    );
    assert_eq!(store.weak(HERE, 1).await.unwrap().len(), 1);
    let topics = store.topics(HERE).await.unwrap();
    assert_eq!(topics.len(), 3);
}
