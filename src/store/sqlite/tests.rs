//! The store on real files in a folder of their own.

use std::time::Duration;

use tempfile::TempDir;

use super::{Database, Sqlite};
use crate::quiz::choose::Asked;
use crate::quiz::game::Game;
use crate::quiz::game::score::Answer;
use crate::quiz::game::settings;
use crate::quiz::question::{Difficulty, Form, Kind, Question, Source};
use crate::quiz::{Player, Server};
use crate::store::{
    Change, Channel, Closing, GameId, Games as _, Lease, Privacy as _, Questions as _,
    ServerSettings, Setting, Settings as _, Store as _, StoreError,
};

const HERE: Server = Server(7);
const THERE: Server = Server(8);
const ROOM: Channel = Channel(70);
const ANN: Player = Player(1_234_567_890_123_456_789);
const BEN: Player = Player(2);

fn at(seconds: u64) -> Duration {
    Duration::from_secs(1_790_000_000 + seconds)
}

fn question() -> Question {
    Question {
        id: "q1".to_owned(),
        fact: "f1".to_owned(),
        shows: Vec::new(),
        kind: Kind::Who,
        difficulty: Difficulty::Normal,
        prompt: "Who?".to_owned(),
        form: Form::Choice {
            options: vec!["Ann".to_owned(), "Ben".to_owned()],
            right: 0,
        },
        accepted: None,
        explanation: "Ann did.".to_owned(),
        source: Source {
            path: "a.md".to_owned(),
            title: "A".to_owned(),
            line: 3,
            headings: vec!["Before".to_owned()],
        },
        doubtful: false,
    }
}

async fn store() -> (TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).await.unwrap();
    (folder, store)
}

/// A game whose first question is open since second 5.
fn game() -> Game {
    let settings = settings::Settings {
        lobby: None,
        ..settings::Settings::default()
    };
    let (mut game, _) = Game::new(settings, ANN, vec![question(), question()], at(0));
    game.tick(at(5));
    game.posted(at(5));
    game
}

async fn begun(store: &Database, game: &Game) -> Lease {
    store
        .begin_game(HERE, ROOM, game, "one", at(0))
        .await
        .unwrap()
}

#[tokio::test]
async fn a_game_comes_back_with_every_answer_that_was_kept() {
    let (folder, store) = store().await;
    let mut game = game();
    let lease = begun(&store, &game).await;
    for (player, choice, second) in [(ANN, 1, 6), (BEN, 1, 7), (ANN, 0, 8)] {
        let answer = Answer::Choice(choice);
        game.answer(0, player, answer.clone(), at(second)).unwrap();
        store
            .save_choice(&lease, 0, player, &answer, at(second))
            .await
            .unwrap();
    }
    store.beat("one", at(9)).await.unwrap();
    store.close().await;
    drop(store);

    let store = Sqlite::open(folder.path()).await.unwrap();
    let running = store.running().await.unwrap();
    assert_eq!(running.len(), 1);
    let found = &running[0];
    assert_eq!(
        (found.server, found.channel, found.beat),
        (HERE, ROOM, at(9))
    );
    assert_eq!(
        found.state, game,
        "the last answer of each player, and when it was given"
    );
}

#[tokio::test]
async fn of_two_answers_that_change_places_on_the_way_the_later_one_stays() {
    let (_folder, store) = store().await;
    let lease = begun(&store, &game()).await;
    for (choice, second) in [(1, 8), (0, 7)] {
        let answer = Answer::Choice(choice);
        let saved = store.save_choice(&lease, 0, ANN, &answer, at(second));
        saved.await.unwrap();
    }
    let running = store.running().await.unwrap();
    let (_, _, open) = running[0].state.open().unwrap();
    assert_eq!(open.given[&ANN].0, Answer::Choice(1));
}

#[tokio::test]
async fn a_game_can_be_read_after_its_end() {
    let (_folder, store) = store().await;
    let mut game = game();
    let lease = begun(&store, &game).await;
    game.stop(crate::quiz::game::End::Stopped);
    store.end_game(&lease, &game, at(9)).await.unwrap();
    let found = store.game(lease.game).await.unwrap().unwrap();
    assert_eq!((found.state, found.channel), (game, ROOM));
    assert_eq!(store.game(GameId(99)).await.unwrap(), None);
    assert_eq!(store.clear_games(at(10)).await.unwrap(), 1);
    assert_eq!(store.game(lease.game).await.unwrap(), None);
}

#[tokio::test]
async fn a_channel_has_one_game_and_is_free_when_it_ends() {
    let (_folder, store) = store().await;
    let game = game();
    let lease = begun(&store, &game).await;
    let second = store.begin_game(HERE, ROOM, &game, "one", at(1)).await;
    assert!(matches!(second, Err(StoreError::ChannelBusy(id)) if id == lease.game));
    store
        .begin_game(HERE, Channel(71), &game, "one", at(1))
        .await
        .unwrap();
    store.end_game(&lease, &game, at(2)).await.unwrap();
    store
        .begin_game(HERE, ROOM, &game, "one", at(3))
        .await
        .unwrap();
    assert_eq!(store.running().await.unwrap().len(), 2);
}

#[tokio::test]
async fn who_lost_a_game_cannot_write_to_it() {
    let (_folder, store) = store().await;
    let game = game();
    let old = begun(&store, &game).await;
    let new = store
        .take_over(old.game, old.epoch, "two", at(9))
        .await
        .unwrap();
    assert_eq!(new.epoch, old.epoch + 1);
    let again = store.take_over(old.game, old.epoch, "three", at(9)).await;
    assert!(
        matches!(again, Err(StoreError::TakenOver)),
        "only one can take it over"
    );
    let choice = store
        .save_choice(&old, 0, ANN, &Answer::Choice(0), at(9))
        .await;
    assert!(matches!(choice, Err(StoreError::TakenOver)));
    let save = store
        .save_game(&old, &game, &serde_json::json!({}), at(9))
        .await;
    assert!(matches!(save, Err(StoreError::TakenOver)));
    assert!(matches!(
        store.end_game(&old, &game, at(9)).await,
        Err(StoreError::TakenOver)
    ));
    store
        .save_choice(&new, 0, ANN, &Answer::Choice(1), at(9))
        .await
        .unwrap();
    let running = store.running().await.unwrap();
    let (_, _, open) = running[0].state.open().unwrap();
    assert_eq!(open.given[&ANN].0, Answer::Choice(1));
}

#[tokio::test]
async fn closing_a_question_twice_counts_once() {
    let (_folder, store) = store().await;
    let mut game = game();
    let lease = begun(&store, &game).await;
    game.answer(0, ANN, Answer::Choice(0), at(6)).unwrap();
    game.answer(0, BEN, Answer::Choice(1), at(6)).unwrap();
    game.close_now(at(7));
    let question = question();
    let closing = Closing {
        server: HERE,
        round: 0,
        question: &question,
        topic: "Cold War",
        marked: &game.rounds()[0].marked,
        at: at(7),
    };
    store.close_round(&lease, &game, &closing).await.unwrap();
    store.close_round(&lease, &game, &closing).await.unwrap();
    let asked = store.asked(HERE).await.unwrap();
    assert_eq!(
        asked["q1"],
        Asked {
            times: 1,
            answers: 2,
            wrong: 1
        }
    );
    assert!(store.asked(THERE).await.unwrap().is_empty());
    assert_eq!(
        store.running().await.unwrap()[0].state,
        game,
        "the answers that counted are in the game"
    );
}

#[tokio::test]
async fn a_reported_question_is_kept_as_it_was_shown_and_can_be_taken_out() {
    let (_folder, store) = store().await;
    store
        .report(HERE, ANN, &question(), "two are right", at(1))
        .await
        .unwrap();
    store
        .report(HERE, BEN, &question(), "why?", at(2))
        .await
        .unwrap();
    let reports = store.reports(HERE).await.unwrap();
    let reasons: Vec<_> = reports
        .iter()
        .map(|report| (report.player, report.reason.as_str()))
        .collect();
    assert_eq!(reasons, [(ANN, "two are right"), (BEN, "why?")]);
    assert_eq!(reports[0].question, question());
    assert!(store.reports(THERE).await.unwrap().is_empty());
    store
        .close_report(THERE, reports[0].id, BEN, true, at(3))
        .await
        .unwrap();
    assert_eq!(
        store.reports(HERE).await.unwrap().len(),
        2,
        "another server cannot touch it"
    );
    store
        .close_report(HERE, reports[0].id, BEN, true, at(3))
        .await
        .unwrap();
    store
        .close_report(HERE, reports[1].id, BEN, false, at(3))
        .await
        .unwrap();
    assert!(store.reports(HERE).await.unwrap().is_empty());
    assert!(store.blocked(HERE).await.unwrap().contains("f1"));
    assert!(store.blocked(THERE).await.unwrap().is_empty());
    store.block(THERE, "f9", ANN, at(4)).await.unwrap();
    assert!(store.blocked(THERE).await.unwrap().contains("f9"));
}

#[tokio::test]
async fn settings_are_the_defaults_until_they_are_set() {
    let (_folder, store) = store().await;
    assert_eq!(
        store.settings(HERE).await.unwrap(),
        ServerSettings::default()
    );
    // Two admins at once change different things: both stand.
    let zone = Change::TimeZone("Europe/Vienna".to_owned());
    let (one, two) = tokio::join!(
        store.change_settings(HERE, ANN, &Change::Questions(5), at(1)),
        store.change_settings(HERE, BEN, &zone, at(2)),
    );
    one.and(two).unwrap();
    let set = store.chosen_settings(HERE).await.unwrap();
    assert_eq!(
        set.settings,
        ServerSettings {
            questions: 5,
            time_zone: "Europe/Vienna".to_owned(),
            ..ServerSettings::default()
        }
    );
    assert_eq!(set.own.len(), 2, "{:?}", set.own);
    assert!(set.own.contains(&Setting::Questions) && set.own.contains(&Setting::TimeZone));
    assert!(set.last == Some((ANN, at(1))) || set.last == Some((BEN, at(2))));
    store
        .change_settings(HERE, ANN, &Change::Default(Setting::Questions), at(3))
        .await
        .unwrap();
    assert_eq!(store.settings(HERE).await.unwrap().questions, 10);
    assert_eq!(
        store.settings(THERE).await.unwrap(),
        ServerSettings::default()
    );
}

#[tokio::test]
async fn a_second_process_on_the_same_file_is_refused_in_words() {
    let (folder, store) = store().await;
    let second = Sqlite::open(folder.path()).await.unwrap_err();
    assert!(
        second
            .to_string()
            .contains("another Clio is using the database"),
        "{second}"
    );
    store.close().await;
    drop(store);
    Sqlite::open(folder.path()).await.unwrap();
}

#[tokio::test]
async fn many_writers_at_once_are_all_kept() {
    let (_folder, store) = store().await;
    let game = game();
    let lease = begun(&store, &game).await;
    let writes = (0..500_u64).map(|player| {
        let (store, lease) = (&store, &lease);
        async move {
            let choice = Answer::Choice((player % 2) as u8);
            store
                .save_choice(lease, 0, Player(player), &choice, at(6))
                .await
        }
    });
    for result in futures_util::future::join_all(writes).await {
        result.unwrap();
    }
    let running = store.running().await.unwrap();
    assert_eq!(running[0].state.open().unwrap().2.given.len(), 500);
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("clio.db");
    let text = "not a database, but something that somebody wrote, long enough to have a header "
        .repeat(20);
    std::fs::write(&file, &text).unwrap();
    Sqlite::open(folder.path()).await.unwrap_err();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
}
