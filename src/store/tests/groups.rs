//! Study groups and seasons, told to both stores.

use super::play::{ANN, BEN, CAT, HERE, THERE, at, days, play, told_to_both};
use crate::quiz::Player;
use crate::store::settings::ChosenSettings;
use crate::store::{GroupId, Period, Records, StoreError, View};

told_to_both!(
    a_group_is_made_joined_left_renamed_and_removed,
    groups_are_ranked_by_average_per_active_member,
    a_season_ends_and_its_board_stays,
    a_season_ends_on_its_date,
);

async fn names(store: &dyn Records) -> Vec<(String, u64)> {
    let groups = store.groups(HERE).await.unwrap();
    groups
        .into_iter()
        .map(|group| (group.name, group.members))
        .collect()
}

async fn a_group_is_made_joined_left_renamed_and_removed(store: &dyn Records) {
    let owls = store
        .create_group(HERE, "  Night   Owls ", ANN, at(0))
        .await
        .unwrap();
    let taken = store.create_group(HERE, "night owls", BEN, at(0)).await;
    assert!(matches!(taken, Err(StoreError::NameTaken)), "{taken:?}");
    for name in ["", "   ", "a name of thirty-three characters"] {
        let bad = store.create_group(HERE, name, ANN, at(0)).await;
        assert!(matches!(bad, Err(StoreError::BadName)), "{name:?}");
    }
    let elsewhere = store
        .create_group(THERE, "Night Owls", ANN, at(0))
        .await
        .unwrap();
    assert_ne!(elsewhere, owls);
    let larks = store.create_group(HERE, "Larks", ANN, at(0)).await.unwrap();
    store.join_group(HERE, owls, ANN, at(1)).await.unwrap();
    store.join_group(HERE, owls, ANN, at(2)).await.unwrap();
    store.join_group(HERE, owls, BEN, at(2)).await.unwrap();
    let wrong = store.join_group(THERE, owls, ANN, at(2)).await;
    assert!(
        matches!(wrong, Err(StoreError::NoSuchGroup)),
        "a group of another server"
    );
    assert_eq!(
        names(store).await,
        [("Larks".to_owned(), 0), ("Night Owls".to_owned(), 2)]
    );
    let mine = store.groups_of(HERE, ANN).await.unwrap();
    assert_eq!(
        mine.iter().map(|group| group.id).collect::<Vec<_>>(),
        [owls]
    );
    let taken = store.rename_group(HERE, larks, "NIGHT OWLS").await;
    assert!(matches!(taken, Err(StoreError::NameTaken)));
    store.rename_group(HERE, owls, "NIGHT OWLS").await.unwrap();
    assert!(store.leave_group(HERE, owls, BEN).await.unwrap());
    assert!(!store.leave_group(HERE, owls, BEN).await.unwrap());
    assert_eq!(
        names(store).await,
        [("Larks".to_owned(), 0), ("NIGHT OWLS".to_owned(), 1)]
    );
    store.remove_group(HERE, owls).await.unwrap();
    assert_eq!(store.groups_of(HERE, ANN).await.unwrap(), []);
    for gone in [owls, GroupId(999)] {
        let gone = store.remove_group(HERE, gone).await;
        assert!(matches!(gone, Err(StoreError::NoSuchGroup)));
    }
}

#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
async fn groups_are_ranked_by_average_per_active_member(store: &dyn Records) {
    let owls = store.create_group(HERE, "Owls", ANN, at(0)).await.unwrap();
    let larks = store.create_group(HERE, "Larks", ANN, at(0)).await.unwrap();
    store
        .create_group(HERE, "Nobody", ANN, at(0))
        .await
        .unwrap();
    for (group, player) in [(owls, 1), (owls, 2), (owls, 8), (larks, 3)] {
        store
            .join_group(HERE, group, Player(player), at(0))
            .await
            .unwrap();
    }
    let answers = [
        (Player(1), true),
        (Player(2), false),
        (Player(3), true),
        (Player(4), true),
    ];
    play(store, HERE, "Rome", &answers, at(0)).await;
    for (period, now) in [
        (Period::Season, at(100)),
        (Period::Week, at(100)),
        (Period::All, at(0) + days(90)),
    ] {
        let board = store.group_board(HERE, period, None, now).await.unwrap();
        let said: Vec<_> = board
            .iter()
            .map(|place| {
                (
                    place.rank,
                    place.group.name.as_str(),
                    place.active,
                    place.points,
                    place.average,
                )
            })
            .collect();
        assert_eq!(
            said,
            [
                (1, "Larks", 1, 10, 10.0),
                (2, "Owls", 2, 10, 5.0),
                (3, "Nobody", 0, 0, 0.0)
            ],
            "{period:?}"
        );
    }
    let later = store
        .group_board(HERE, Period::Week, None, at(0) + days(90))
        .await
        .unwrap();
    assert!(
        later
            .iter()
            .all(|place| (place.rank, place.active) == (1, 0)),
        "nobody was active that week"
    );
    let other = store
        .group_board(HERE, Period::All, Some("Greece"), at(100))
        .await
        .unwrap();
    assert!(other.iter().all(|place| place.active == 0));
}

async fn a_season_ends_and_its_board_stays(store: &dyn Records) {
    play(store, HERE, "Rome", &[(ANN, true), (BEN, false)], at(0)).await;
    assert_eq!(
        store.end_season(HERE, 1, Some(ANN), at(100)).await.unwrap(),
        2
    );
    assert_eq!(
        store.end_season(HERE, 1, Some(BEN), at(101)).await.unwrap(),
        2,
        "two admins at once end it once"
    );
    play(store, HERE, "Rome", &[(CAT, true), (BEN, false)], at(200)).await;
    let first = async |period| {
        let board = store
            .board(
                &View {
                    period,
                    ..View::of(HERE)
                },
                at(300),
            )
            .await
            .unwrap();
        board
            .places
            .iter()
            .map(|place| place.player)
            .collect::<Vec<_>>()
    };
    assert_eq!(first(Period::OneSeason(1)).await, [ANN, BEN]);
    assert_eq!(first(Period::Season).await, [CAT, BEN]);
    assert_eq!(first(Period::All).await, [CAT, ANN, BEN]);
    let seasons = store.seasons(HERE).await.unwrap();
    let said: Vec<_> = seasons
        .iter()
        .map(|season| (season.number, season.ends))
        .collect();
    assert_eq!(said, [(1, Some(at(100))), (2, None)]);
    assert_eq!(store.seasons(THERE).await.unwrap().len(), 1);
    let profile = store.profile(HERE, BEN, at(300)).await.unwrap();
    assert_eq!((profile.season.answers, profile.all.answers), (1, 2));
}

async fn a_season_ends_on_its_date(store: &dyn Records) {
    for (server, due, by, now) in [
        (HERE, Some(at(100)), ANN, at(1)),
        (THERE, Some(at(100)), ANN, at(2)),
        (THERE, None, BEN, at(3)),
        // The same again is no change.
        (THERE, None, ANN, at(4)),
    ] {
        store.plan_season_end(server, due, by, now).await.unwrap();
    }
    let last = |settings: ChosenSettings| settings.last;
    let here = store.chosen_settings(HERE).await.unwrap();
    let there = store.chosen_settings(THERE).await.unwrap();
    assert_eq!(last(here), Some((ANN, at(1))));
    assert_eq!(last(there), Some((BEN, at(3))));
    assert_eq!(store.seasons(HERE).await.unwrap()[0].due, Some(at(100)));
    assert_eq!(store.seasons_due(at(99)).await.unwrap(), []);
    assert_eq!(store.seasons_due(at(100)).await.unwrap(), [(HERE, 1)]);
    assert_eq!(store.podiums_owed().await.unwrap(), []);
    store.end_season(HERE, 1, None, at(100)).await.unwrap();
    assert_eq!(store.seasons_due(at(999)).await.unwrap(), []);
    store.end_season(HERE, 1, None, at(101)).await.unwrap();
    assert_eq!(store.podiums_owed().await.unwrap(), [(HERE, 1)]);
    store.podium_settled(HERE, 1).await.unwrap();
    assert_eq!(store.podiums_owed().await.unwrap(), []);
}
