//! What a person can take away, and what is forgotten by itself; told to both stores.

use super::play::{ANN, BEN, CAT, HERE, Played, THERE, at, days, play, question, told_to_both};
use crate::quiz::{Player, Server};
use crate::store::{Change, Period, Records, StoreError, View};

told_to_both!(
    a_person_gets_everything_that_names_them,
    a_person_who_is_forgotten_is_named_nowhere_and_the_sums_stay,
    a_hidden_person_is_on_no_board,
    a_server_that_was_left_is_kept_for_a_while,
    folding_old_answers_changes_no_board,
    a_new_time_zone_moves_what_is_kept_and_not_what_was_folded,
);

/// Ann has left a trace in every table that can hold her.
async fn traces(store: &dyn Records) {
    play(store, HERE, "Rome", &[(ANN, true), (BEN, false)], at(0)).await;
    play(store, THERE, "Rome", &[(ANN, false), (CAT, true)], at(0)).await;
    play(
        store,
        HERE,
        "Old",
        &[(ANN, true), (BEN, true)],
        at(0) - days(500),
    )
    .await;
    store.fold_answers(at(0) - days(400)).await.unwrap();
    for server in [HERE, THERE] {
        let group = store
            .create_group(server, "Owls", ANN, at(5))
            .await
            .unwrap();
        store.join_group(server, group, ANN, at(6)).await.unwrap();
        store
            .report(server, ANN, &question("q1"), "odd", at(7))
            .await
            .unwrap();
        store.block(server, "f1", ANN, at(8)).await.unwrap();
        store
            .change_settings(server, ANN, &Change::Thread(true), at(9))
            .await
            .unwrap();
        store
            .end_season(server, 1, Some(ANN), at(10))
            .await
            .unwrap();
    }
    assert!(store.tell(ANN, at(10)).await.unwrap());
    assert!(!store.tell(ANN, at(11)).await.unwrap(), "once");
    store.set_hidden(ANN, true, at(11)).await.unwrap();
    let mut game = Played::begin(store, HERE, 77, at(12)).await;
    game.open(&[(ANN, true)], at(20)).await;
    game.end(at(30)).await;
}

async fn a_person_gets_everything_that_names_them(store: &dyn Records) {
    traces(store).await;
    let mut open = Played::begin(store, HERE, 78, at(12)).await;
    open.open(&[(ANN, true), (BEN, false)], at(40)).await;
    let export = store.export_person(ANN).await.unwrap();
    assert_eq!(export["player"], ANN.0.to_string());
    let counts: Vec<_> = export["kept"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, rows)| (name.as_str(), rows.as_array().unwrap().len()))
        .collect();
    assert_eq!(
        counts,
        [
            ("answers", 2),
            ("blocked", 2),
            ("choices", 1),
            ("days", 3),
            ("folded", 1),
            ("hidden", 1),
            ("hosted", 4),
            ("members", 2),
            ("reports", 2),
            ("seasons", 2),
            ("settings_changes", 2),
            ("study_groups", 2),
            ("told", 1),
            ("totals", 10),
        ]
    );
    assert!(
        !export.to_string().contains("\"player\":2,"),
        "nobody else is named"
    );
    let nobody = store.export_person(Player(99)).await.unwrap();
    assert_eq!(nobody["kept"].as_object().unwrap().len(), 0);
}

/// Everything in the database, as text.
async fn everything(store: &dyn Records) -> String {
    let mut lines = Vec::new();
    store.export(&mut lines).await.unwrap();
    String::from_utf8(lines).unwrap()
}

async fn a_person_who_is_forgotten_is_named_nowhere_and_the_sums_stay(store: &dyn Records) {
    traces(store).await;
    assert!(everything(store).await.contains(&ANN.0.to_string()));
    store.forget_person(ANN).await.unwrap();
    store.forget_person(ANN).await.unwrap();
    assert!(!everything(store).await.contains(&ANN.0.to_string()));
    assert_eq!(store.check().await.unwrap().wrong_totals, 0);
    let view = View {
        period: Period::All,
        ..View::of(HERE)
    };
    let board = store.board(&view, at(100)).await.unwrap();
    let said: Vec<_> = board
        .places
        .iter()
        .map(|place| (place.rank, place.player, place.tally.points))
        .collect();
    assert_eq!(
        said,
        [(1, BEN, 10)],
        "who is left moves up, and nobody without a name is listed"
    );
    assert_eq!(
        store.asked(HERE).await.unwrap()["q0"].answers,
        4,
        "the server's own counts stay"
    );
    play(store, HERE, "Rome", &[(ANN, true), (BEN, false)], at(5000)).await;
    let profile = store.profile(HERE, ANN, at(6000)).await.unwrap();
    assert_eq!(
        (profile.all.answers, profile.hidden),
        (1, false),
        "who comes back begins anew"
    );
}

async fn a_hidden_person_is_on_no_board(store: &dyn Records) {
    play(store, HERE, "Rome", &[(ANN, true), (BEN, false)], at(0)).await;
    store.set_hidden(ANN, true, at(50)).await.unwrap();
    store.set_hidden(ANN, true, at(51)).await.unwrap();
    for period in [Period::Season, Period::Day, Period::All] {
        let view = View {
            period,
            me: Some(ANN),
            ..View::of(HERE)
        };
        let board = store.board(&view, at(100)).await.unwrap();
        assert_eq!(
            board
                .places
                .iter()
                .map(|place| (place.rank, place.player))
                .collect::<Vec<_>>(),
            [(1, BEN)]
        );
        assert_eq!((board.players, board.mine), (1, None));
    }
    let profile = store.profile(HERE, ANN, at(100)).await.unwrap();
    assert_eq!(
        (profile.hidden, profile.rank, profile.all.points),
        (true, None, 10)
    );
    store.set_hidden(ANN, false, at(52)).await.unwrap();
    let board = store.board(&View::of(HERE), at(100)).await.unwrap();
    assert_eq!(board.players, 2);
}

async fn a_server_that_was_left_is_kept_for_a_while(store: &dyn Records) {
    traces(store).await;
    store.server_left(HERE, at(100)).await.unwrap();
    store.server_left(HERE, at(100) + days(5)).await.unwrap();
    assert_eq!(store.purge_servers(at(100)).await.unwrap(), 0, "not yet");
    store.server_returned(HERE).await.unwrap();
    assert_eq!(
        store.purge_servers(at(100) + days(30)).await.unwrap(),
        0,
        "it came back"
    );
    assert_eq!(
        store.board(&View::of(HERE), at(100)).await.unwrap().players,
        0,
        "a new season"
    );
    store.server_left(HERE, at(200)).await.unwrap();
    assert_eq!(store.purge_servers(at(201)).await.unwrap(), 1);
    let left = everything(store).await;
    assert!(!left.contains(&format!("\"server\":{},", HERE.0)), "{left}");
    assert!(left.contains(&format!("\"server\":{},", THERE.0)));
    assert_eq!(store.check().await.unwrap().wrong_totals, 0);
}

/// All that is shown of a server, but for what was missed.
async fn shown(store: &dyn Records, server: Server) -> Vec<String> {
    let mut said = Vec::new();
    for period in [
        Period::Season,
        Period::Month,
        Period::Week,
        Period::Day,
        Period::ThirtyDays,
        Period::All,
    ] {
        for topic in [None, Some("Rome".to_owned())] {
            let view = View {
                period,
                topic,
                ..View::of(server)
            };
            said.push(format!(
                "{period:?} {:?}",
                store.board(&view, at(100)).await.unwrap()
            ));
        }
    }
    for player in [ANN, BEN, CAT] {
        let profile = store.profile(server, player, at(100)).await.unwrap();
        said.push(format!(
            "{:?} {:?} {:?} {:?}",
            profile.all, profile.topics, profile.days, profile.day_streak
        ));
    }
    said
}

async fn folding_old_answers_changes_no_board(store: &dyn Records) {
    for day in 0..12 {
        let mut game = Played::begin(store, HERE, 70, at(0) - days(day)).await;
        game.round(
            "Rome",
            &[(ANN, day % 2 == 0), (BEN, true)],
            at(10) - days(day),
        )
        .await;
        game.round(
            "Greece",
            &[(ANN, true), (CAT, day % 3 == 0)],
            at(20) - days(day),
        )
        .await;
        game.end(at(30) - days(day)).await;
    }
    let before = shown(store, HERE).await;
    assert_eq!(store.fold_answers(at(0) - days(5)).await.unwrap(), 6);
    assert_eq!(store.fold_answers(at(0) - days(5)).await.unwrap(), 0);
    assert_eq!(shown(store, HERE).await, before);
    assert_eq!(store.check().await.unwrap().wrong_totals, 0);
    assert_eq!(store.recount().await.unwrap(), 0);
    assert_eq!(shown(store, HERE).await, before);
    let rows = store.check().await.unwrap().rows;
    let answers = rows.iter().find(|(name, _)| *name == "answers").unwrap().1;
    assert_eq!(answers, 6 * 4, "folded answers are gone");
}

async fn a_new_time_zone_moves_what_is_kept_and_not_what_was_folded(store: &dyn Records) {
    // 23:30 in UTC is the next day in Vienna.
    let late = at(23 * 3600 + 1800);
    play(
        store,
        HERE,
        "Rome",
        &[(ANN, true), (BEN, false)],
        late - days(20),
    )
    .await;
    store.fold_answers(late - days(10)).await.unwrap();
    play(store, HERE, "Rome", &[(ANN, true), (BEN, false)], late).await;
    let points = async |day| {
        let view = View {
            period: Period::Day,
            ..View::of(HERE)
        };
        let board = store.board(&view, day).await.unwrap();
        board.places.first().map_or(0, |place| place.tally.points)
    };
    assert_eq!(
        (points(at(3600)).await, points(at(3600) + days(1)).await),
        (10, 0)
    );
    let vienna = Change::TimeZone("Europe/Vienna".to_owned());
    store
        .change_settings(HERE, ANN, &vienna, late)
        .await
        .unwrap();
    assert_eq!(
        (points(at(3600)).await, points(at(3600) + days(1)).await),
        (0, 10)
    );
    let folded = at(3600) - days(20);
    assert_eq!(
        (points(folded).await, points(folded + days(1)).await),
        (10, 0)
    );
    assert_eq!(store.check().await.unwrap().wrong_totals, 0);
    let nowhere = Change::TimeZone("Mars/Base".to_owned());
    let refused = store.change_settings(HERE, ANN, &nowhere, late).await;
    assert!(
        matches!(refused, Err(StoreError::NoSuchZone(_))),
        "{refused:?}"
    );
}
