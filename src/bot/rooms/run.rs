//! A game's task: waits for deadlines, writes down what has happened, then shows it.

mod beside;
mod saving;

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::post::{PostError, Urgency};
use super::room::{Room, State, Step};
use super::{Inner, born};
use crate::bot::custom_id::{CustomId, Does, Quiz};
use crate::bot::draw::Message;
use crate::bot::draw::quiz::{self as draw, Shown};
use crate::quiz::game::{End, Event, Phase};
use crate::store::StoreError;
use saving::Writing;

/// The moment at which a question says that it closes may be so far off before the message is made anew.
const DRIFT: Duration = Duration::from_secs(2);

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

/// What may be posted already: an own button that only this message has.
type Own<'o> = &'o (dyn Fn(&Does) -> bool + Sync);

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

    async fn show(&self, event: Event) -> Result<(), Trouble> {
        match event {
            Event::LobbyOpened { .. } | Event::LeadIn { .. } => self.lobby().await,
            Event::Ask { round } => self.ask(round).await,
            Event::Closed { round, warning } => {
                self.written(Writing::Close(round)).await?;
                self.reveal(round, warning).await
            }
            Event::Paused | Event::Resumed => {
                self.save().await?;
                self.refresh(Urgency::Question).await
            }
            Event::Over(_) => Ok(()),
        }
    }

    async fn save(&self) -> Result<(), Stop> {
        self.written(Writing::State).await
    }

    /// The lobby, or what stands in its place when there is none.
    async fn lobby(&self) -> Result<(), Trouble> {
        self.save().await?;
        if self.room.look(|state| state.marks.lobby.is_some()) {
            return self.refresh(Urgency::Question).await;
        }
        let message = self.draw(|state| draw::lobby(&state.sign(&self.room.lease), &state.game));
        let own = |does: &Does| *does == Does::Join;
        let id = self
            .send(&message, "lobby", &own, Urgency::Question)
            .await?;
        self.room.change(|state| state.marks.lobby = Some(id));
        Ok(self.save().await?)
    }

    /// Posts a question; its time begins with its message.
    async fn ask(&self, round: usize) -> Result<(), Trouble> {
        self.save().await?;
        let (message, shown) = self.room.look(|state| {
            let question = state.game.questions().get(round);
            let time = question.and_then(|question| state.game.settings().time_for(question));
            let closes = time.map(|time| self.rooms.clock.now() + time);
            let shown = Shown::Open { closes };
            let sign = state.sign(&self.room.lease);
            (draw::question(&sign, &state.game, round, shown), closes)
        });
        let own = move |does: &Does| asks(does, round);
        let nonce = format!("ask{round}");
        let id = self.send(&message, &nonce, &own, Urgency::Question).await?;
        let now = self.rooms.clock.now();
        self.room.change(|state| {
            state.marks.question = Some((round, id));
            state.game.posted(born(id));
            if self.looks_first() {
                // It may have been posted long ago.
                state.game.revive(now, now);
            }
            let closes = closes(state);
            if let (Some(told), Some(closes)) = (shown, closes)
                && told.abs_diff(closes) >= DRIFT
            {
                state.refresh_now();
            }
        });
        Ok(self.save().await?)
    }

    /// Shows a closed question and, in a new message, what was right.
    async fn reveal(&self, round: usize, warning: bool) -> Result<(), Trouble> {
        let reveal = self
            .draw(|state| draw::reveal(&state.sign(&self.room.lease), &state.game, round, warning));
        let own = move |does: &Does| {
            *does
                == Does::Report {
                    round: round as u16,
                }
        };
        let nonce = format!("tell{round}");
        let (closed, revealed) = tokio::join!(
            self.close_question(round),
            self.send(&reveal, &nonce, &own, Urgency::Close)
        );
        let id = revealed?;
        self.room
            .change(|state| state.marks.reveal = Some((round, id)));
        self.tell_who_was_near(round);
        self.save().await?;
        closed
    }

    /// Takes the buttons from a question.
    async fn close_question(&self, round: usize) -> Result<(), Trouble> {
        let posted = self.room.look(|state| {
            let (_, id) = state.marks.question.filter(|(own, _)| *own == round)?;
            let sign = state.sign(&self.room.lease);
            Some((id, draw::question(&sign, &state.game, round, Shown::Closed)))
        });
        match posted {
            None => Ok(()),
            Some((id, message)) => self.edit(id, &message, Urgency::Close).await,
        }
    }

    /// Makes the newest message anew.
    async fn refresh(&self, urgency: Urgency) -> Result<(), Trouble> {
        let newest = self.room.look(|state| {
            let sign = state.sign(&self.room.lease);
            match in_pause(state.game.phase()) {
                Phase::Lobby { .. } | Phase::LeadIn { .. } => {
                    Some((state.marks.lobby?, draw::lobby(&sign, &state.game)))
                }
                Phase::Open(_) => {
                    let (round, id) = state.marks.question?;
                    let closes = closes(state);
                    let shown = Shown::Open { closes };
                    Some((id, draw::question(&sign, &state.game, round, shown)))
                }
                _ => None,
            }
        });
        match newest {
            None => Ok(()),
            Some((id, message)) => self.edit(id, &message, urgency).await,
        }
    }

    /// Takes the buttons from the last message, posts the podium, and frees the channel.
    async fn over(&self) -> Result<(), Stop> {
        self.save().await?;
        let n_closed = self.room.look(|state| state.game.rounds().len());
        // Whatever is wrong with an old message, the podium comes all the same.
        drop(self.close_question(n_closed).await);
        if n_closed == 0 {
            drop(self.close_lobby().await);
        }
        let podium = self.draw(|state| draw::podium(&state.sign(&self.room.lease), &state.game));
        let own = |does: &Does| *does == Does::PlayAgain;
        match self.send(&podium, "podium", &own, Urgency::Close).await {
            Ok(id) => self.illustrate(id, &podium),
            Err(Trouble::Stop(stop)) => return Err(stop),
            Err(Trouble::Deleted) => {}
        }
        self.written(Writing::End).await
    }

    async fn close_lobby(&self) -> Result<(), Trouble> {
        let posted = self.room.look(|state| {
            let sign = state.sign(&self.room.lease);
            Some((state.marks.lobby?, draw::lobby(&sign, &state.game)))
        });
        match posted {
            None => Ok(()),
            Some((id, message)) => self.edit(id, &message, Urgency::Question).await,
        }
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

    fn draw(&self, draw: impl FnOnce(&State) -> Message) -> Message {
        self.room.look(draw)
    }

    /// Sends a message of the game, once: after a restart it is looked for first.
    async fn send(
        &self,
        message: &Message,
        what: &str,
        own: Own<'_>,
        urgency: Urgency,
    ) -> Result<u64, Trouble> {
        let game = self.room.lease.game;
        let post = &*self.rooms.post;
        if self.looks_first() {
            let after = self.room.look(|state| state.marks.newest());
            let is_own = |id: &str| match id.parse() {
                Ok(CustomId::Quiz(Quiz { game: other, does })) => other == game && own(&does),
                _ => false,
            };
            if let Some(found) = post
                .find(self.room.channel, &is_own, after)
                .await
                .map_err(told)?
            {
                return Ok(found);
            }
        }
        let nonce = format!("q{}{what}", game.0);
        let sent = self.rooms.clock.now();
        let id = post
            .send(self.room.channel, message, &nonce, urgency)
            .await
            .map_err(told)?;
        if !self.looks_first() {
            self.rooms.clock.saw(id, sent);
        }
        Ok(id)
    }

    async fn edit(&self, id: u64, message: &Message, urgency: Urgency) -> Result<(), Trouble> {
        let edited = self
            .rooms
            .post
            .edit(self.room.channel, id, message, urgency)
            .await;
        match edited {
            Ok(()) | Err(PostError::LeftOut) => Ok(()),
            // The game is in the next message already.
            Err(PostError::Failed(fault)) => {
                tracing::warn!(
                    fault = format!("{fault:#}"),
                    "A message of a game was not changed"
                );
                Ok(())
            }
            Err(error) => Err(told(error)),
        }
    }
}

fn told(error: PostError) -> Trouble {
    match error {
        PostError::Deleted => Trouble::Deleted,
        PostError::Shut(why) => Trouble::Stop(Stop::Shut(why)),
        PostError::Failed(fault) => Trouble::Stop(Stop::Failed(fault)),
        PostError::LeftOut => {
            Trouble::Stop(Stop::Failed(anyhow::anyhow!("a message was left out")))
        }
    }
}

/// Whether a button belongs to question `round`.
fn asks(does: &Does, asked: usize) -> bool {
    match does {
        Does::Choose { round, .. } | Does::Type { round } | Does::Order { round, .. } => {
            usize::from(*round) == asked
        }
        _ => false,
    }
}

/// When the open question closes for the players, if it has a clock.
fn closes(state: &State) -> Option<Duration> {
    match in_pause(state.game.phase()) {
        Phase::Open(open) => open.time.map(|time| open.opened + time),
        _ => None,
    }
}

/// What a game does, or did before it was paused.
fn in_pause(phase: &Phase) -> &Phase {
    match phase {
        Phase::Paused { was, .. } => was,
        other => other,
    }
}
