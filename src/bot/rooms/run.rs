//! A game's task: waits for deadlines, writes down what has happened, then shows it.

mod beside;
mod saving;
mod sending;
mod showing;

use std::sync::atomic::{AtomicBool, Ordering};

use super::Inner;
use super::post::PostError;
use super::room::{Room, Step};
use crate::quiz::game::{End, Event, Phase};
use crate::store::StoreError;
use saving::Writing;

/// Why a game's task ends before its game does.
#[derive(Debug)]
pub(super) enum Stop {
    /// Another process runs the game now.
    TakenOver,
    /// The channel, the permission or the bot is gone.
    Shut(String),
    /// It is our fault, or Discord's for a long time.
    Failed(anyhow::Error),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::TakenOver => Self::TakenOver,
            other => Self::Failed(other.into()),
        }
    }
}

/// Runs a game to its end. Where another process ran it before, something may be posted that is not written down: it is looked
/// for first.
pub(super) async fn run(rooms: &Inner, room: &Room, is_back: bool) -> Result<(), Stop> {
    let task = Task {
        rooms,
        room,
        looks_first: AtomicBool::new(is_back),
    };
    if is_back {
        task.welcome_back().await?;
    }
    loop {
        match room.step(rooms.clock.now()) {
            Step::Stalled => task.save().await?,
            Step::Show(Event::Over(_)) => return task.over().await,
            Step::Show(event) => {
                task.survive(task.show(event).await)?;
                task.looks_first.store(false, Ordering::Relaxed);
            }
            Step::Refresh(urgency) => task.survive(task.refresh(urgency).await)?,
            Step::Wait(at) => {
                room.wait(&rooms.clock, at).await;
                if let Some(late) = at.and_then(|at| rooms.clock.now().checked_sub(at)) {
                    rooms.measured.timer_lag.observe(late.as_secs_f64());
                }
            }
        }
    }
}

struct Task<'t> {
    rooms: &'t Inner,
    room: &'t Room,
    /// Something may be posted that is not written down.
    looks_first: AtomicBool,
}

/// Why something was not shown.
enum Trouble {
    Stop(Stop),
    /// A message of the game is deleted.
    Deleted,
}

impl<E: Into<Stop>> From<E> for Trouble {
    fn from(error: E) -> Self {
        Self::Stop(error.into())
    }
}

impl Task<'_> {
    fn looks_first(&self) -> bool {
        self.looks_first.load(Ordering::Relaxed)
    }

    /// A deleted message ends the game in good order; everything else ends the task.
    fn survive(&self, shown: Result<(), Trouble>) -> Result<(), Stop> {
        match shown {
            Ok(()) => Ok(()),
            Err(Trouble::Stop(stop)) => Err(stop),
            Err(Trouble::Deleted) => {
                self.room.change(|state| {
                    if let Some(event) = state.game.stop(End::Lost) {
                        state.happened(event);
                    }
                });
                Ok(())
            }
        }
    }

    async fn save(&self) -> Result<(), Stop> {
        self.written(Writing::State).await
    }

    /// Says once that Clio was away, and shows again what the players had before them.
    async fn welcome_back(&self) -> Result<(), Stop> {
        self.save().await?;
        let (is_over, is_paused) = self.room.look(|state| {
            let is_paused = matches!(state.game.phase(), Phase::Paused { .. });
            (state.game.is_over(), is_paused)
        });
        if is_over {
            return Ok(());
        }
        let text = match is_paused {
            true => "Clio was away for a moment. The quiz is still paused: /quiz resume goes on.",
            false => {
                "Clio was away for a moment. The quiz goes on, and every saved answer still counts."
            }
        };
        let lease = &self.room.lease;
        let nonce = format!("q{}e{}", lease.game.0, lease.epoch);
        match self.rooms.say(self.room, text, &nonce).await {
            Ok(_) => Ok(()),
            Err(PostError::Shut(why)) => Err(Stop::Shut(why)),
            Err(fault) => {
                tracing::debug!(%fault, "Players could not be told that Clio is back");
                Ok(())
            }
        }
    }
}
