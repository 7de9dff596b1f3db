//! Housekeeping on a real file, at times that the test makes.

use std::time::Duration;

use async_trait::async_trait;
use serde_json::json;
use tempfile::TempDir;
use tokio::sync::Mutex;

use super::{Housekeeping, OLD, Present, TRIES};
use crate::bot::draw::Message;
use crate::bot::rooms::{HasButton, Line, PodiumStands, Post, PostError, Urgency};
use crate::config;
use crate::quiz::game::Game;
use crate::quiz::game::settings::Settings as GameSettings;
use crate::quiz::{Player, Server};
use crate::store::{
    Change, Channel, Database, Games as _, Privacy as _, Questions as _, Seasons as _,
    Settings as _, Sqlite, Upkeep as _,
};

const HERE: Server = Server(7);
const THERE: Server = Server(8);
const MIA: Player = Player(5);
const DAY: u64 = 24 * 3600;

fn at(seconds: u64) -> Duration {
    Duration::from_secs(1_790_000_000 + seconds)
}

/// A channel that takes messages, or does not for a while.
#[derive(Debug, Default)]
struct Board {
    said: Mutex<Vec<(Channel, String)>>,
    fails: std::sync::atomic::AtomicBool,
}

#[async_trait]
impl Post for Board {
    async fn send(
        &self,
        channel: Channel,
        message: &Message,
        _: &str,
        _: Urgency,
    ) -> Result<u64, PostError> {
        if self.fails.load(std::sync::atomic::Ordering::Relaxed) {
            return Err(PostError::Failed(anyhow::anyhow!("503")));
        }
        let text = serde_json::to_string(&message.embed).unwrap();
        self.said.lock().await.push((channel, text));
        Ok(1)
    }

    async fn edit(&self, _: Channel, _: u64, _: &Message, _: Urgency) -> Result<(), PostError> {
        Err(PostError::Deleted)
    }

    async fn find(&self, _: Channel, _: HasButton<'_>, _: u64) -> Result<Option<u64>, PostError> {
        Ok(None)
    }

    async fn whisper(&self, _: &Line, _: &Message) {}

    fn podium_stands(&self, _: PodiumStands) {}

    async fn open_thread(&self, _: Channel, _: &str) -> Result<Channel, PostError> {
        Err(PostError::Deleted)
    }
}

async fn store() -> (TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).await.unwrap();
    (folder, store)
}

fn housekeeping() -> Housekeeping {
    Housekeeping::new(config::Privacy::default())
}

/// How many rows a table has.
async fn rows(store: &Database, table: &str) -> u64 {
    let rows = store.check().await.unwrap().rows;
    rows.into_iter().find(|(name, _)| *name == table).unwrap().1
}

/// A game that ended, and said something about who sat there.
async fn plays(store: &Database, server: Server, channel: u64, ended: Duration) {
    let (game, _) = Game::new(GameSettings::default(), MIA, Vec::new(), ended);
    let lease = store
        .begin_game(server, Channel(channel), &game, "one", ended)
        .await
        .unwrap();
    let messages = json!({"lobby": 1});
    store
        .save_game(&lease, &game, &messages, ended)
        .await
        .unwrap();
    store.end_game(&lease, &game, ended).await.unwrap();
}

#[tokio::test]
async fn what_is_old_is_forgotten_at_the_start_and_at_intervals() {
    let (_folder, store) = store().await;
    let board = Board::default();
    let mut housekeeping = housekeeping();
    plays(&store, HERE, 70, at(0)).await;
    plays(&store, THERE, 80, at(0)).await;
    store.block(THERE, "fact", MIA, at(0)).await.unwrap();
    store.server_left(THERE, at(0)).await.unwrap();

    housekeeping.tidy(&store, &board, at(10)).await;
    assert_eq!(rows(&store, "games").await, 2, "nothing is old yet");
    let (month, year) = (at(31 * DAY), at(401 * DAY));
    housekeeping.tidy(&store, &board, at(60)).await;
    assert_eq!(rows(&store, "games").await, 2);
    housekeeping.tidy(&store, &board, month).await;
    assert_eq!(
        rows(&store, "games").await,
        1,
        "the server that was left is gone"
    );
    assert_eq!(rows(&store, "blocked").await, 0);
    let mut lines = Vec::new();
    store.export(&mut lines).await.unwrap();
    let lines = String::from_utf8(lines).unwrap();
    assert!(
        !lines.contains("lobby"),
        "who sat there is cleared away: {lines}"
    );
    housekeeping.tidy(&store, &board, month + OLD / 2).await;
    housekeeping.tidy(&store, &board, year).await;
    assert_eq!(rows(&store, "games").await, 0, "old games are folded");
}

#[tokio::test]
async fn a_season_ends_on_its_day_and_its_podium_comes_when_the_channel_takes_it() {
    let (_folder, store) = store().await;
    let board = Board::default();
    let mut housekeeping = housekeeping();
    let podium = Change::PodiumChannel(Some(99));
    store
        .change_settings(HERE, MIA, &podium, at(0))
        .await
        .unwrap();
    for server in [HERE, THERE] {
        store
            .plan_season_end(server, Some(at(100)), Player(1), at(0))
            .await
            .unwrap();
    }
    housekeeping.tidy(&store, &board, at(99)).await;
    assert_eq!(store.seasons(HERE).await.unwrap().len(), 1);

    board
        .fails
        .store(true, std::sync::atomic::Ordering::Relaxed);
    housekeeping.tidy(&store, &board, at(100)).await;
    for server in [HERE, THERE] {
        let seasons = store.seasons(server).await.unwrap();
        assert_eq!((seasons.len(), seasons[0].ends), (2, Some(at(100))));
    }
    assert!(board.said.lock().await.is_empty());
    board
        .fails
        .store(false, std::sync::atomic::Ordering::Relaxed);
    // Another process has it as well.
    let mut housekeeping = self::housekeeping();
    housekeeping.tidy(&store, &board, at(160)).await;
    housekeeping.tidy(&store, &board, at(220)).await;
    let said = board.said.lock().await;
    assert_eq!(said.len(), 1, "once, and only where a channel is set");
    assert_eq!(said[0].0, Channel(99));
    assert!(said[0].1.contains("Season 1 is over"), "{}", said[0].1);
    drop(said);
}

#[tokio::test]
async fn a_podium_that_never_can_be_posted_is_given_up() {
    let (_folder, store) = store().await;
    let board = Board::default();
    let podium = Change::PodiumChannel(Some(99));
    store
        .change_settings(HERE, MIA, &podium, at(0))
        .await
        .unwrap();
    store.end_season(HERE, 1, Some(MIA), at(1)).await.unwrap();
    board
        .fails
        .store(true, std::sync::atomic::Ordering::Relaxed);
    let mut housekeeping = housekeeping();
    for minute in 1..u64::from(TRIES) {
        housekeeping.tidy(&store, &board, at(60 * minute)).await;
        assert_eq!(store.podiums_owed().await.unwrap(), [(HERE, 1)]);
    }
    housekeeping.tidy(&store, &board, at(DAY)).await;
    assert_eq!(store.podiums_owed().await.unwrap(), []);
}

#[tokio::test]
async fn servers_that_discord_does_not_name_any_more_were_left() {
    let (_folder, store) = store().await;
    plays(&store, HERE, 70, at(0)).await;
    plays(&store, THERE, 80, at(0)).await;
    let present = Present::default();
    let left = async || {
        let mut servers = store.servers().await.unwrap();
        servers.retain(|(_, left)| *left);
        servers
            .into_iter()
            .map(|(server, _)| server.0)
            .collect::<Vec<_>>()
    };
    present.all(&store, &[7], |_| true, at(1)).await.unwrap();
    assert_eq!(left().await, [8]);
    // An event of a server that was named says nothing new; one of another does.
    present.entered(&store, 7).await.unwrap();
    present.entered(&store, 8).await.unwrap();
    assert_eq!(left().await, [0_u64; 0]);
    // Another shard's servers are none of this one's business.
    present
        .all(&store, &[7], |server| server == 7, at(2))
        .await
        .unwrap();
    assert_eq!(left().await, [0_u64; 0]);
    present.left(&store, 7, at(3)).await.unwrap();
    assert_eq!(left().await, [7]);
    present.all(&store, &[7, 8], |_| true, at(4)).await.unwrap();
    assert_eq!(left().await, [0_u64; 0]);
}
