//! What is written of a game as a whole: its beginning, how it stands, its end, who runs it.

use std::time::Duration;

use async_trait::async_trait;

use crate::quiz::{Player, Server};
use crate::store::sql::{Link, Write};
use crate::store::{Channel, GameId, Lease, StoreError};

#[derive(Debug)]
pub(super) struct Begin {
    pub(super) server: Server,
    pub(super) channel: Channel,
    pub(super) host: Player,
    pub(super) state: String,
    pub(super) owner: String,
    pub(super) at: Duration,
}

#[async_trait]
impl Write for Begin {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        // Two processes may begin at once: who comes second is told by the index, and asks who was first.
        let new = link
            .row(
                "INSERT INTO games (server, channel, host, state, owner, beat, started) VALUES ($1, $2, $3, $4, $5, $6, $6) \
                 ON CONFLICT (channel) WHERE ended IS NULL DO NOTHING RETURNING id",
                &[
                    self.server.into(),
                    self.channel.into(),
                    self.host.into(),
                    (&self.state).into(),
                    (&self.owner).into(),
                    self.at.into(),
                ],
            )
            .await?;
        if let Some(row) = new {
            return row.number(0);
        }
        let running = link
            .row(
                "SELECT id FROM games WHERE channel = $1 AND ended IS NULL",
                &[self.channel.into()],
            )
            .await?;
        let game = running.map_or(Ok(0), |row| row.number(0))?;
        Err(StoreError::ChannelBusy(GameId(game)))
    }
}

#[derive(Debug)]
pub(super) struct Save {
    pub(super) lease: Lease,
    pub(super) state: String,
    pub(super) messages: String,
    pub(super) at: Duration,
}

#[async_trait]
impl Write for Save {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let saved = link
            .run(
                "UPDATE games SET state = $4, messages = $5, beat = $6 \
                 WHERE id = $1 AND owner = $2 AND epoch = $3 AND ended IS NULL",
                &[
                    self.lease.game.into(),
                    (&self.lease.owner).into(),
                    self.lease.epoch.into(),
                    (&self.state).into(),
                    (&self.messages).into(),
                    self.at.into(),
                ],
            )
            .await?;
        fenced(saved)
    }
}

#[derive(Debug)]
pub(super) struct End {
    pub(super) lease: Lease,
    pub(super) state: String,
    pub(super) at: Duration,
}

#[async_trait]
impl Write for End {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let ended = link
            .run(
                "UPDATE games SET state = $5, ended = $4, beat = $4 \
                 WHERE id = $1 AND owner = $2 AND epoch = $3 AND ended IS NULL",
                &[
                    self.lease.game.into(),
                    (&self.lease.owner).into(),
                    self.lease.epoch.into(),
                    self.at.into(),
                    (&self.state).into(),
                ],
            )
            .await?;
        fenced(ended)?;
        let game = [self.lease.game.into()];
        link.run("DELETE FROM choices WHERE game = $1", &game)
            .await?;
        Ok(1)
    }
}

#[derive(Debug)]
pub(super) struct Beat {
    pub(super) owner: String,
    pub(super) at: Duration,
}

#[async_trait]
impl Write for Beat {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let games = link
            .run(
                "UPDATE games SET beat = $2 WHERE owner = $1 AND ended IS NULL",
                &[(&self.owner).into(), self.at.into()],
            )
            .await?;
        Ok(games as i64)
    }
}

#[derive(Debug)]
pub(super) struct TakeOver {
    pub(super) game: GameId,
    pub(super) epoch: i64,
    pub(super) owner: String,
    pub(super) at: Duration,
}

#[async_trait]
impl Write for TakeOver {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let taken = link
            .run(
                "UPDATE games SET owner = $3, epoch = epoch + 1, beat = $4 WHERE id = $1 AND epoch = $2 AND ended IS NULL",
                &[self.game.into(), self.epoch.into(), (&self.owner).into(), self.at.into()],
            )
            .await?;
        fenced(taken).map(|_| self.epoch + 1)
    }
}

/// A write under a lease that changed no row was made by who is no longer the owner.
fn fenced(rows: u64) -> Result<i64, StoreError> {
    if rows == 0 {
        return Err(StoreError::TakenOver);
    }
    Ok(rows as i64)
}
