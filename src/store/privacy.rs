//! What a person may see, take away and hide; what is forgotten by itself.

use std::time::Duration;

use async_trait::async_trait;

use super::StoreError;
use crate::quiz::{Player, Server};

/// Everybody's right to their own rows.
#[async_trait]
pub trait Privacy {
    /// Everything that is kept about a person, of every server, as one JSON value.
    async fn export_person(&self, player: Player) -> Result<serde_json::Value, StoreError>;

    /// Takes away every row that names a person, in every server. Their answers become counts without a name and without a day.
    ///
    /// A game that they are playing in right now forgets them when it is [cleared away](Self::clear_games).
    async fn forget_person(&self, player: Player) -> Result<(), StoreError>;

    /// Takes a person off all boards, or puts them back.
    async fn set_hidden(
        &self,
        player: Player,
        hidden: bool,
        at: Duration,
    ) -> Result<(), StoreError>;

    /// Whether a person is off the boards.
    async fn is_hidden(&self, player: Player) -> Result<bool, StoreError>;

    /// A person is told what is kept of them. Says whether that is the first time.
    async fn tell(&self, player: Player, at: Duration) -> Result<bool, StoreError>;

    /// The servers of which something is kept, and whether each was left.
    async fn servers(&self) -> Result<Vec<(Server, bool)>, StoreError>;

    /// The bot was removed from a server. The first time counts; [`server_returned`](Self::server_returned) takes it back.
    async fn server_left(&self, server: Server, at: Duration) -> Result<(), StoreError>;

    /// The bot is in a server (again).
    async fn server_returned(&self, server: Server) -> Result<(), StoreError>;

    /// Deletes all that is kept of servers that were left before `before`; says how many.
    async fn purge_servers(&self, before: Duration) -> Result<u64, StoreError>;

    /// Folds the answers of games that ended before `before` into totals; says how many games. What boards and profiles say stays as it
    /// is, but for what was missed and for answer streaks that reach back so far.
    async fn fold_answers(&self, before: Duration) -> Result<u64, StoreError>;

    /// Clears away how games stood that ended before `before`: who sat there, what was typed. Says how many.
    async fn clear_games(&self, before: Duration) -> Result<u64, StoreError>;
}
