//! A deployment moves from one database to the other and back, and a backup is made while games go on.

use super::play::{ANN, BEN, CAT, HERE, Played, THERE, at, days, play, postgres, question, sqlite};
use crate::store::{Change, Records, Sqlite, StoreError, Upkeep as _};

/// Something in every table, a game under way among it.
async fn filled(store: &dyn Records) {
    play(
        store,
        HERE,
        "Old",
        &[(ANN, true), (BEN, true)],
        at(0) - days(500),
    )
    .await;
    store.fold_answers(at(0) - days(400)).await.unwrap();
    play(store, HERE, "Rome", &[(ANN, true), (BEN, false)], at(0)).await;
    play(
        store,
        THERE,
        "Größe, \"quoted\"\n漢字",
        &[(CAT, true)],
        at(0),
    )
    .await;
    let group = store.create_group(HERE, "Owls", ANN, at(5)).await.unwrap();
    store.join_group(HERE, group, ANN, at(6)).await.unwrap();
    store
        .report(HERE, ANN, &question("q1"), "odd", at(7))
        .await
        .unwrap();
    store.block(HERE, "f1", ANN, at(8)).await.unwrap();
    store
        .change_settings(HERE, ANN, &Change::Thread(true), at(9))
        .await
        .unwrap();
    store.server_left(THERE, at(9)).await.unwrap();
    store
        .plan_season_end(THERE, Some(at(999)), ANN, at(9))
        .await
        .unwrap();
    store.end_season(HERE, 1, Some(ANN), at(10)).await.unwrap();
    store.set_hidden(CAT, true, at(11)).await.unwrap();
    store.session_started(at(11)).await.unwrap();
    store.tell(CAT, at(12)).await.unwrap();
    let mut game = Played::begin(store, HERE, 77, at(12)).await;
    game.open(&[(ANN, true), (BEN, false)], at(20)).await;
}

/// The lines of an export, sorted: rows of a table come in no order.
async fn lines(store: &dyn Records) -> Vec<String> {
    let mut out = Vec::new();
    store.export(&mut out).await.unwrap();
    let mut lines: Vec<_> = String::from_utf8(out)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    lines.sort();
    lines
}

/// What `from` holds, in `to`.
async fn moves(from: &dyn Records, to: &dyn Records) {
    let mut out = Vec::new();
    let rows = from.export(&mut out).await.unwrap();
    assert_eq!(to.import(&mut out.as_slice()).await.unwrap(), rows);
    assert_eq!(lines(to).await, lines(from).await);
    assert_eq!(to.check().await.unwrap().wrong_totals, 0);
    assert_eq!(to.running().await.unwrap(), from.running().await.unwrap());
}

#[tokio::test]
async fn everything_moves_from_file_to_file() {
    let ((_first, from), (_second, to)) = (sqlite().await, sqlite().await);
    filled(&from).await;
    let every_table = from.check().await.unwrap().rows;
    assert!(
        every_table.iter().all(|(_, rows)| *rows > 0),
        "{every_table:?}"
    );
    moves(&from, &to).await;
    let again = to.import(&mut b"".as_slice()).await;
    assert!(
        matches!(again, Err(StoreError::NotImported(_))),
        "an empty file is no export"
    );
    let mut out = Vec::new();
    from.export(&mut out).await.unwrap();
    let full = to.import(&mut out.as_slice()).await.unwrap_err();
    assert!(
        full.to_string()
            .contains("an import goes into an empty one"),
        "{full}"
    );
    let cut = &out[..out.len() - 20];
    let (_third, empty) = sqlite().await;
    let cut = empty.import(&mut &*cut).await.unwrap_err();
    assert!(matches!(cut, StoreError::NotImported(_)), "{cut}");
    assert!(
        empty
            .check()
            .await
            .unwrap()
            .rows
            .iter()
            .all(|(_, rows)| *rows == 0),
        "all or nothing"
    );
}

#[tokio::test]
#[ignore = "needs CLIO_TEST_POSTGRES"]
async fn everything_moves_to_postgres_and_back() {
    let ((_first, file), (_url, server), (_second, back)) =
        (sqlite().await, postgres().await, sqlite().await);
    filled(&file).await;
    moves(&file, &server).await;
    moves(&server, &back).await;
    assert_eq!(lines(&back).await, lines(&file).await);
    // New games, groups and reports get numbers of their own.
    play(
        &server,
        HERE,
        "Rome",
        &[(ANN, true), (BEN, false)],
        at(5000),
    )
    .await;
    assert_eq!(server.check().await.unwrap().wrong_totals, 0);
}

#[tokio::test]
async fn a_backup_is_made_while_games_go_on() {
    let (folder, store) = sqlite().await;
    let other = tempfile::tempdir().unwrap();
    let file = other.path().join("clio.db");
    let mut game = Played::begin(&store, HERE, 70, at(0)).await;
    game.round("Rome", &[(ANN, true), (BEN, false)], at(10))
        .await;
    game.open(&[(ANN, true)], at(20)).await;
    let before = lines(&store).await;
    // As `clio db backup` does it, beside the process that writes.
    let beside = Sqlite::look(folder.path()).await.unwrap();
    let (backup, ()) = tokio::join!(beside.backup(&file), async {
        game.close("Rome", at(30)).await;
        game.round("Rome", &[(ANN, true), (BEN, false)], at(40))
            .await;
    });
    backup.unwrap();
    let copy = Sqlite::open(other.path()).await.unwrap();
    let checked = copy.check().await.unwrap();
    assert_eq!((checked.faults.len(), checked.wrong_totals), (0, 0));
    let after = lines(&store).await;
    let kept = lines(&copy).await;
    assert!(
        kept.len() >= before.len().min(after.len()),
        "one moment between before and after"
    );
    let refused = beside.recount().await;
    assert!(
        matches!(refused, Err(StoreError::Closed)),
        "who looks does not write"
    );
}
