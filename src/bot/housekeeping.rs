//! What the bot does by itself: forgets what is old, ends seasons whose day has come, and keeps track of the servers it is in.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::rooms::Post;
use super::seasons;
use crate::config;
use crate::quiz::Server;
use crate::store::{Privacy, Scores, Seasons, Settings, StoreError};

/// How often it looks whether a season's day has come.
pub(super) const SEASONS: Duration = Duration::from_secs(60);
/// How often it looks for what is old.
pub(super) const OLD: Duration = Duration::from_secs(6 * 3600);
/// How a game stood is kept so long after its end, for *My result* and *Review my misses*.
const GAMES: Duration = DAY;
/// A podium that could not be posted is tried again this often, once in [`SEASONS`].
const TRIES: u32 = 30;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// What the housekeeping works on.
pub(super) trait Kept: Privacy + Seasons + Scores + Settings + Send + Sync {}

impl<K: Privacy + Seasons + Scores + Settings + Send + Sync + ?Sized> Kept for K {}

/// The housekeeping of one process.
#[derive(Debug)]
pub(super) struct Housekeeping {
    kept_for: config::Privacy,
    /// When it looked for what is old.
    looked: Option<Duration>,
    /// How often this process tried in vain to post a podium.
    tries: BTreeMap<(Server, u32), u32>,
}

impl Housekeeping {
    pub(super) fn new(kept_for: config::Privacy) -> Self {
        Self {
            kept_for,
            looked: None,
            tries: BTreeMap::new(),
        }
    }

    /// Does what is due. What the database cannot do is logged, and done the next time.
    pub(super) async fn tidy<K: Kept + ?Sized>(
        &mut self,
        kept: &K,
        post: &dyn Post,
        now: Duration,
    ) {
        if let Err(fault) = self.end_seasons(kept, now).await {
            tracing::warn!(%fault, "Seasons could not be ended");
        }
        if let Err(fault) = self.post_podiums(kept, post, now).await {
            tracing::warn!(%fault, "Podiums could not be looked up");
        }
        if self.looked.is_some_and(|looked| now < looked + OLD) {
            return;
        }
        match self.forget(kept, now).await {
            Ok(()) => self.looked = Some(now),
            Err(fault) => tracing::warn!(%fault, "What is old could not be cleared away"),
        }
    }

    async fn end_seasons<K: Kept + ?Sized>(
        &self,
        kept: &K,
        now: Duration,
    ) -> Result<(), StoreError> {
        for (server, number) in kept.seasons_due(now).await? {
            kept.end_season(server, number, None, now).await?;
            tracing::info!(server = server.0, season = number, "A season has ended");
        }
        Ok(())
    }

    /// Posts what is owed, also what a process owed that was stopped before it came to that.
    async fn post_podiums<K: Kept + ?Sized>(
        &mut self,
        kept: &K,
        post: &dyn Post,
        now: Duration,
    ) -> Result<(), StoreError> {
        for (server, season) in kept.podiums_owed().await? {
            let Err(fault) = seasons::post_podium(kept, post, server, season, now).await else {
                continue;
            };
            let tries = self.tries.entry((server, season)).or_default();
            *tries += 1;
            if *tries < TRIES {
                tracing::debug!(%fault, server = server.0, season, "A podium is tried again");
                continue;
            }
            tracing::warn!(%fault, server = server.0, season, "A season's podium was not posted");
            kept.podium_settled(server, season).await?;
        }
        Ok(())
    }

    async fn forget<K: Kept + ?Sized>(&self, kept: &K, now: Duration) -> Result<(), StoreError> {
        let before = |days: u16| now.saturating_sub(DAY * u32::from(days));
        let servers = kept
            .purge_servers(before(self.kept_for.server_retention))
            .await?;
        let games = kept
            .fold_answers(before(self.kept_for.answer_retention))
            .await?;
        let cleared = kept.clear_games(now.saturating_sub(GAMES)).await?;
        if servers + games + cleared > 0 {
            tracing::info!(servers, games, cleared, "What is old was cleared away");
        }
        Ok(())
    }
}

/// The servers that the bot is in, as Discord tells.
#[derive(Debug, Default)]
pub(super) struct Present {
    // A plain mutex: nothing waits while holding it.
    servers: Mutex<BTreeSet<u64>>,
}

impl Present {
    /// A connection has begun, and is told all its servers, also those that are unavailable just now. Of all others that belong to this
    /// connection (`is_own`) the bot was removed while it was away; those that were left and are there again have returned.
    pub(super) async fn all<K: Kept + ?Sized>(
        &self,
        kept: &K,
        servers: &[u64],
        is_own: impl Fn(u64) -> bool,
        now: Duration,
    ) -> Result<(), StoreError> {
        {
            let mut here = self.servers.lock().unwrap_or_else(PoisonError::into_inner);
            here.retain(|server| !is_own(*server));
            here.extend(servers);
        }
        for (server, was_left) in kept.servers().await? {
            let is_here = servers.contains(&server.0);
            if is_here && was_left {
                kept.server_returned(server).await?;
            } else if !is_here && !was_left && is_own(server.0) {
                tracing::info!(
                    server = server.0,
                    "Clio was removed from a server while it was away"
                );
                kept.server_left(server, now).await?;
            }
        }
        Ok(())
    }

    /// The bot is in a server, perhaps since just now.
    pub(super) async fn entered<K: Kept + ?Sized>(
        &self,
        kept: &K,
        server: u64,
    ) -> Result<(), StoreError> {
        let is_new = {
            let mut here = self.servers.lock().unwrap_or_else(PoisonError::into_inner);
            here.insert(server)
        };
        match is_new {
            true => kept.server_returned(Server(server)).await,
            false => Ok(()),
        }
    }

    /// The bot was removed from a server.
    pub(super) async fn left<K: Kept + ?Sized>(
        &self,
        kept: &K,
        server: u64,
        now: Duration,
    ) -> Result<(), StoreError> {
        self.servers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&server);
        kept.server_left(Server(server), now).await
    }
}

/// Keeps house for as long as the process runs.
pub(super) async fn keep(bot: Arc<super::Bot>) {
    let mut housekeeping = Housekeeping::new(bot.privacy.clone());
    loop {
        let now = bot.rooms.now();
        housekeeping.tidy(&*bot.records, &*bot.door, now).await;
        bot.rooms.sleep(SEASONS).await;
    }
}
