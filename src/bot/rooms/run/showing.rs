//! What the players see of a game, step by step: lobby, questions, what was right, podium.

use std::time::Duration;

use super::saving::Writing;
use super::{Stop, Task, Trouble};
use crate::bot::custom_id::Does;
use crate::bot::draw::quiz::Shown;
use crate::bot::draw::{Message, quiz as draw};
use crate::bot::rooms::born;
use crate::bot::rooms::post::Urgency;
use crate::bot::rooms::room::State;
use crate::quiz::game::{Event, Phase};

/// The moment at which a question says that it closes may be so far off before the message is made anew.
const DRIFT: Duration = Duration::from_secs(2);

impl Task<'_> {
    pub(super) async fn show(&self, event: Event) -> Result<(), Trouble> {
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
    pub(super) async fn refresh(&self, urgency: Urgency) -> Result<(), Trouble> {
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
    pub(super) async fn over(&self) -> Result<(), Stop> {
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

    fn draw(&self, draw: impl FnOnce(&State) -> Message) -> Message {
        self.room.look(draw)
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
