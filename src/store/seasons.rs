//! Seasons: what a server counts from, and up to when.

use std::time::Duration;

use async_trait::async_trait;

use super::StoreError;
use crate::quiz::{Player, Server};

/// One season of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Season {
    /// 1 for the first.
    pub number: u32,
    /// When it began; the first began before anything.
    pub begins: Duration,
    /// When it ended; `None` for the one that is on.
    pub ends: Option<Duration>,
    /// When it is to end by itself.
    pub due: Option<Duration>,
}

/// Seasons.
#[async_trait]
pub trait Seasons {
    /// All seasons of a server, the first first; there is always one that is on, the last.
    async fn seasons(&self, server: Server) -> Result<Vec<Season>, StoreError>;

    /// Ends season `number`, if it is the one that is on, and begins the next; gives the number of the one that is on then. `by` is who did
    /// it, `None` when its date has come. From then on it owes its server a podium.
    async fn end_season(
        &self,
        server: Server,
        number: u32,
        by: Option<Player>,
        at: Duration,
    ) -> Result<u32, StoreError>;

    /// Says when the season that is on is to end by itself, or that it is not; kept with who said so, like a setting.
    async fn plan_season_end(
        &self,
        server: Server,
        due: Option<Duration>,
        by: Player,
        at: Duration,
    ) -> Result<(), StoreError>;

    /// Servers whose season is to have ended by `at`, with its number.
    async fn seasons_due(&self, at: Duration) -> Result<Vec<(Server, u32)>, StoreError>;

    /// Seasons that ended and whose podium was not posted yet, by server and number.
    async fn podiums_owed(&self) -> Result<Vec<(Server, u32)>, StoreError>;

    /// The podium of a season is posted, or wanted nowhere.
    async fn podium_settled(&self, server: Server, number: u32) -> Result<(), StoreError>;
}
