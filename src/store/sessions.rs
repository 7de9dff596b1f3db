//! Sessions that were begun at Discord's gateway, which allows so many in a day, however often the bot was started anew.

use std::time::Duration;

use async_trait::async_trait;

use super::StoreError;

/// How long a beginning is remembered.
pub const A_DAY: Duration = Duration::from_hours(24);

/// Beginnings of sessions.
#[async_trait]
pub trait Sessions {
    /// Writes down that a session was begun, whichever shard's, and forgets what is older than a day.
    async fn session_started(&self, at: Duration) -> Result<(), StoreError>;

    /// When sessions were begun since then, over all shards, the first first.
    async fn session_starts(&self, since: Duration) -> Result<Vec<Duration>, StoreError>;
}
