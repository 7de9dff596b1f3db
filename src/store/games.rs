//! Games as they are kept: what is under way, and what a closed question leaves behind.

use std::time::Duration;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use super::StoreError;
use crate::quiz::game::Game;
use crate::quiz::game::score::{Answer, Marked};
use crate::quiz::question::Question;
use crate::quiz::{Player, Server};

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

/// A game as it was last written.
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

/// Games that are under way.
#[async_trait]
pub trait Games {
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

    /// Keeps one player's answer to a question, in place of one that was given earlier.
    async fn save_choice(
        &self,
        lease: &Lease,
        round: usize,
        player: Player,
        answer: &Answer,
        at: Duration,
    ) -> Result<(), StoreError>;

    /// Closes a question: the game as it stands now, what counted and every running total, in one transaction. Doing it twice counts once.
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

    /// One game as it was last written, whether it is over or not; `None` once it was cleared away.
    async fn game(&self, game: GameId) -> Result<Option<Running>, StoreError>;

    /// Takes a game over from who ran it under `epoch`.
    async fn take_over(
        &self,
        game: GameId,
        epoch: i64,
        owner: &str,
        at: Duration,
    ) -> Result<Lease, StoreError>;
}
