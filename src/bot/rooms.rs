//! Running games: who plays where, one task a game, and what becomes of a game that breaks.
//!
//! [`Rooms`] is a small handle. Presses and commands change a game at once, behind a lock that nobody holds while waiting; the game's
//! task waits for deadlines, writes down what has happened, and only then shows it.

mod answer;
mod clock;
mod control;
mod ending;
mod places;
mod post;
mod refusal;
mod revive;
mod room;
mod run;
mod start;
mod wanted;

#[cfg(test)]
mod tests;

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::FutureExt as _;

use super::metrics::Pace;
use crate::config;
use crate::quiz::Server;
use crate::store::{Channel, Store, StoreError};
use answer::Outcome;
use places::{Places, Playing};
use room::Room;

pub(super) use answer::Kept;
pub(super) use clock::{Clock, born};
pub(super) use control::{Presser, Skipped};
pub(super) use post::{HasButton, Line, PodiumStands, Post, PostError, Urgency};
pub(super) use refusal::Refusal;
pub(super) use revive::wanted_of;
pub(super) use start::{Place, Started};
pub(super) use wanted::{Wanted, questions};

/// A sign of life is written so often.
const BEAT: Duration = Duration::from_secs(2);
/// At a shutdown, telling the players takes no longer than this.
const FAREWELL: Duration = Duration::from_secs(4);

/// Every running game. Cheap to clone; all clones see the same.
#[derive(Debug, Clone)]
pub(super) struct Rooms {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    store: Arc<dyn Store>,
    post: Arc<dyn Post>,
    clock: Clock,
    pace: config::Quiz,
    measured: Pace,
    /// A name of this process that is new at every start.
    owner: String,
    // A plain mutex: nobody waits for Discord or the database while holding it.
    places: Mutex<Places>,
}

impl Rooms {
    /// No game yet; `owner` is a name of this process that is new at every start.
    pub(super) fn new(
        store: Arc<dyn Store>,
        post: Arc<dyn Post>,
        clock: Clock,
        pace: config::Quiz,
        owner: String,
    ) -> Self {
        Self {
            inner: Arc::new(Inner {
                store,
                post,
                clock,
                pace,
                measured: Pace::default(),
                owner,
                places: Mutex::default(),
            }),
        }
    }

    /// Whether a game runs in this channel.
    pub(super) fn is_playing(&self, channel: Channel) -> bool {
        self.inner.places().by_channel.contains_key(&channel)
    }

    /// How punctual the games are.
    pub(super) fn measured(&self) -> &Pace {
        &self.inner.measured
    }

    /// How many games run.
    pub(super) fn n_running(&self) -> usize {
        self.inner.places().by_channel.len()
    }

    /// What outlives a restart.
    pub(super) fn store(&self) -> &dyn Store {
        &*self.inner.store
    }

    /// Now, on Discord's clock.
    pub(super) fn now(&self) -> Duration {
        self.inner.clock.now()
    }

    /// Waits on the same clock.
    pub(super) async fn sleep(&self, time: Duration) {
        let until = self.now() + time;
        self.inner.clock.sleep_until(until).await;
    }

    /// Writes signs of life for as long as the process runs.
    pub(super) async fn beat(self) {
        let mut is_told = false;
        loop {
            tokio::time::sleep(BEAT).await;
            let now = self.inner.clock.now();
            match self.inner.store.beat(&self.inner.owner, now).await {
                Ok(()) => is_told = false,
                // Once, not every two seconds.
                Err(fault) if !is_told => {
                    tracing::warn!(%fault, "A sign of life could not be written");
                    is_told = true;
                }
                Err(_) => {}
            }
        }
    }

    /// These channels are gone: their games end, and say nothing.
    pub(super) async fn gone(&self, is_gone: impl Fn(Server, Channel) -> bool) {
        let rooms = self.inner.rooms();
        for room in rooms
            .iter()
            .filter(|room| is_gone(room.server, room.channel))
        {
            self.inner.interrupt(room);
            self.inner.abandon(room).await;
        }
    }

    /// What came of writing for a press: where the database failed, the game waits, and who pressed is told to press again.
    fn kept<T>(&self, room: &Room, written: Result<T, StoreError>) -> Outcome<T> {
        match written {
            Ok(done) => Ok(Ok(done)),
            Err(fault) if fault.is_fault() => {
                tracing::warn!(game = room.lease.game.0, %fault, "A press could not be written down");
                room.stall(self.now());
                Ok(Err(Refusal::NotSaved))
            }
            Err(refusal) => Err(refusal),
        }
    }

    /// Begins no more games.
    pub(super) fn refuse_new(&self) {
        self.inner.places().closing = true;
    }

    /// Begins no more games, writes down how all stand and tells the players that they go on.
    pub(super) async fn close(&self) {
        self.refuse_new();
        let rooms = self.inner.rooms();
        let farewells = rooms.iter().map(|room| async {
            self.inner.interrupt(room);
            self.inner.farewell(room).await;
        });
        let all = futures_util::future::join_all(farewells);
        if tokio::time::timeout(FAREWELL, all).await.is_err() {
            tracing::warn!("Not all players could be told in time that Clio restarts");
        }
    }
}

impl Inner {
    /// Lets a game run in a task of its own, and cleans up whatever becomes of it; `is_back` where another process ran it before.
    fn play(self: &Arc<Self>, room: Arc<Room>, is_back: bool) {
        let channel = room.channel;
        let playing = Playing::Now(Arc::clone(&room), None);
        self.places().by_channel.insert(channel, playing);
        let inner = Arc::clone(self);
        let task = tokio::spawn(async move {
            let run = AssertUnwindSafe(run::run(&inner, &room, is_back)).catch_unwind();
            match run.await {
                Ok(Ok(())) => inner.free(&room),
                Ok(Err(stop)) => inner.broke(&room, stop).await,
                Err(_) => inner.panicked(&room).await,
            }
        });
        // The task may be over already; then there is nothing to interrupt.
        if let Some(Playing::Now(_, handle)) = self.places().by_channel.get_mut(&channel) {
            *handle = Some(task.abort_handle());
        }
    }
}
