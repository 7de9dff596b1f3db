//! Floor 3: what outlives a restart, behind one trait.
//!
//! Writes are durable when they return. Writes to a game carry the [`Lease`] under which it is run: once another process has taken
//! the game over, they fail with [`StoreError::TakenOver`] and change nothing.

mod settings;
mod sqlite;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::quiz::choose::Asked;
use crate::quiz::game::Game;
use crate::quiz::game::score::{Answer, Marked};
use crate::quiz::question::Question;
use crate::quiz::{Player, Server};

pub use settings::ServerSettings;
pub use sqlite::Sqlite;

/// A Discord channel or thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Channel(pub u64);

/// A game's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GameId(pub i64);

/// The right to write to one game.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    /// Which game.
    pub game: GameId,
    /// Who runs it: a name of the process that is new at every start.
    pub owner: String,
    /// Grows by one whenever the game changes hands.
    pub epoch: i64,
}

/// A game that is not over, as it was last written.
#[derive(Debug, Clone, PartialEq)]
pub struct Running {
    /// Its number.
    pub game: GameId,
    /// Where it is played.
    pub server: Server,
    /// Where it is played.
    pub channel: Channel,
    /// The game, with the answers to its open question.
    pub state: Game,
    /// What the shell wrote beside it.
    pub messages: serde_json::Value,
    /// The last sign of life of who ran it.
    pub beat: Duration,
    /// Under which epoch it was run.
    pub epoch: i64,
}

/// A question that somebody found fault with.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Its number.
    pub id: i64,
    /// Who reported it.
    pub player: Player,
    /// The question as it was shown.
    pub question: Question,
    /// Why, in the person's words.
    pub reason: String,
    /// When.
    pub at: Duration,
}

/// What a closed question leaves behind.
#[derive(Debug, Clone, PartialEq)]
pub struct Closing<'a> {
    /// Which server.
    pub server: Server,
    /// Index of the question in its game.
    pub round: usize,
    /// The question.
    pub question: &'a Question,
    /// The topic it counts for.
    pub topic: &'a str,
    /// Everybody's answer.
    pub marked: &'a [Marked],
    /// When.
    pub at: Duration,
}

/// Why the store did not do something.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is a game in this channel already.
    #[error("a quiz is running in this channel already")]
    ChannelBusy(GameId),
    /// Another process runs this game now.
    #[error("another process of Clio runs this game now")]
    TakenOver,
    /// Another process has the database file open.
    #[error(
        "another Clio is using the database {0}. Stop it first, or give this one a folder of its own with --data"
    )]
    InUse(String),
    /// The SQLite that was built in is too old.
    #[error(
        "this build carries SQLite {0}; Clio needs 3.51.3 or newer, as older ones can damage a database in WAL mode. Build Clio again with its own Cargo.lock"
    )]
    TooOld(String),
    /// What stands in the database cannot be read.
    #[error("the database holds something that this version of Clio cannot read: {0}")]
    Unreadable(String),
    /// The writer has ended.
    #[error("the database is closed")]
    Closed,
    /// The transaction was not written: the disk may be full, or the file read-only.
    #[error(
        "the database could not be written. Is there room on the disk, and may Clio write to it?"
    )]
    NotWritten,
    /// The database refused.
    #[error("the database did not answer as it should")]
    Database(#[from] sqlx::Error),
    /// The database could not be brought up to date.
    #[error("the database could not be brought up to date")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// The folder or the file could not be used.
    #[error("the folder for Clio's data cannot be used")]
    Folder(#[from] std::io::Error),
}

/// Everything that Clio keeps.
#[async_trait]
pub trait Store: std::fmt::Debug + Send + Sync {
    /// A server's settings; the defaults where it has none of its own.
    async fn settings(&self, server: Server) -> Result<ServerSettings, StoreError>;

    /// Replaces a server's settings, and writes down who did so.
    async fn set_settings(
        &self,
        server: Server,
        by: Player,
        settings: &ServerSettings,
        at: Duration,
    ) -> Result<(), StoreError>;

    /// Begins a game. [`StoreError::ChannelBusy`] where one is running in that channel.
    async fn begin_game(
        &self,
        server: Server,
        channel: Channel,
        state: &Game,
        owner: &str,
        at: Duration,
    ) -> Result<Lease, StoreError>;

    /// Writes a game down as it stands, and what the shell keeps beside it.
    async fn save_game(
        &self,
        lease: &Lease,
        state: &Game,
        messages: &serde_json::Value,
        at: Duration,
    ) -> Result<(), StoreError>;

    /// Keeps one player's answer to a question, in place of an earlier one.
    async fn save_choice(
        &self,
        lease: &Lease,
        round: usize,
        player: Player,
        answer: &Answer,
        at: Duration,
    ) -> Result<(), StoreError>;

    /// Closes a question: the game as it stands now and what counted, in one transaction. Doing it twice counts once.
    async fn close_round(
        &self,
        lease: &Lease,
        state: &Game,
        closing: &Closing<'_>,
    ) -> Result<(), StoreError>;

    /// Ends a game; its channel is free.
    async fn end_game(&self, lease: &Lease, state: &Game, at: Duration) -> Result<(), StoreError>;

    /// A sign of life for every game of this owner.
    async fn beat(&self, owner: &str, at: Duration) -> Result<(), StoreError>;

    /// The games that are not over.
    async fn running(&self) -> Result<Vec<Running>, StoreError>;

    /// Takes a game over from who ran it under `epoch`.
    async fn take_over(
        &self,
        game: GameId,
        epoch: i64,
        owner: &str,
        at: Duration,
    ) -> Result<Lease, StoreError>;

    /// How often each question was asked in a server.
    async fn asked(&self, server: Server) -> Result<BTreeMap<String, Asked>, StoreError>;

    /// Keeps a report on a question.
    async fn report(
        &self,
        server: Server,
        player: Player,
        question: &Question,
        reason: &str,
        at: Duration,
    ) -> Result<(), StoreError>;

    /// Reports of a server that nobody has dealt with, oldest first.
    async fn reports(&self, server: Server) -> Result<Vec<Report>, StoreError>;

    /// Closes a report; with `block`, its fact is never asked in this server again.
    async fn close_report(
        &self,
        server: Server,
        report: i64,
        by: Player,
        block: bool,
        at: Duration,
    ) -> Result<(), StoreError>;

    /// Facts that are not to be asked in a server.
    async fn blocked(&self, server: Server) -> Result<BTreeSet<String>, StoreError>;

    /// Takes a fact out of a server's questions without a report.
    async fn block(
        &self,
        server: Server,
        fact: &str,
        by: Player,
        at: Duration,
    ) -> Result<(), StoreError>;

    /// Writes what is under way and closes the database.
    async fn close(&self);
}
