//! Writing a game down, also where the database fails for a while: the game stands still, and goes on by itself.

use std::time::Duration;

use super::{Stop, Task};
use crate::quiz::game::LONGEST_PAUSE;
use crate::store::StoreError;

/// How soon a failed write is tried again; doubles up to [`SLOWEST`].
const FIRST_WAIT: Duration = Duration::from_millis(250);
const SLOWEST: Duration = Duration::from_secs(4);
/// Players are told when a write takes longer than this.
const PATIENCE: Duration = Duration::from_millis(2_500);

/// What players are told while nothing can be saved, and after it.
const WAITS: &str = "Clio cannot save answers just now. The quiz waits and goes on by itself: no time passes, and every saved answer counts.";
const GOES_ON: &str = "Saving works again. The quiz goes on.";

/// What is written down.
#[derive(Debug, Clone, Copy)]
pub(super) enum Writing {
    /// How the game stands.
    State,
    /// That a question is closed, and what counted.
    Close(usize),
    /// That the game is over.
    End,
}

impl Task<'_> {
    /// Writes, and tries again for as long as the database fails: meanwhile no time passes in the game, and its players are told.
    pub(super) async fn written(&self, what: Writing) -> Result<(), Stop> {
        let (room, clock) = (self.room, &self.rooms.clock);
        let began = clock.now();
        let (mut wait, mut n_failed) = (FIRST_WAIT, 0);
        let mut is_told = false;
        loop {
            let now = clock.now();
            let mut writing = std::pin::pin!(self.write(what, now));
            let done = loop {
                tokio::select! {
                    biased;
                    done = &mut writing => break done,
                    () = clock.sleep_until(now + PATIENCE), if !is_told => {
                        room.stall(now);
                        is_told = true;
                        self.tell(began, WAITS, "w").await;
                    }
                }
            };
            match done {
                Err(fault) if fault.is_fault() => {
                    room.stall(now);
                    n_failed += 1;
                    let is_long = clock.now() >= began + LONGEST_PAUSE;
                    if is_long {
                        return Err(Stop::Failed(fault.into()));
                    }
                    tracing::warn!(game = room.lease.game.0, %fault, n_failed, "A game waits for the database");
                    // Once is a hiccup, which nobody needs to hear of.
                    if n_failed > 1 && !is_told {
                        is_told = true;
                        self.tell(began, WAITS, "w").await;
                    }
                }
                Err(other) => return Err(other.into()),
                Ok(()) => {
                    room.go_on(clock.now());
                    if is_told {
                        self.tell(began, GOES_ON, "o").await;
                    }
                    return Ok(());
                }
            }
            clock.sleep_until(clock.now() + wait).await;
            wait = (wait * 2).min(SLOWEST);
        }
    }

    async fn write(&self, what: Writing, now: Duration) -> Result<(), StoreError> {
        let (room, store) = (self.room, &*self.rooms.store);
        match what {
            Writing::State => room.save(store, now).await,
            Writing::Close(round) => room.save_close(store, round, now).await,
            Writing::End => room.save_end(store, now).await,
        }
    }

    /// Tells the players of trouble that began then; who cannot be told cannot be told.
    async fn tell(&self, began: Duration, text: &str, which: &str) {
        let nonce = format!(
            "q{}{which}{:x}",
            self.room.lease.game.0,
            began.as_secs() & 0xff_ffff
        );
        if let Err(fault) = self.rooms.say(self.room, text, &nonce).await {
            tracing::debug!(%fault, "Players could not be told that the quiz waits");
        }
    }
}
