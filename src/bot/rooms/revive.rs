//! After a restart: games that were running go on, and those that were left for too long ask first.

use std::sync::Arc;
use std::time::Duration;

use super::answer::Outcome;
use super::post::Urgency;
use super::refusal::Refusal;
use super::room::{Marks, Room};
use super::start::{Place, Started};
use super::wanted::Wanted;
use super::{Inner, Rooms};
use crate::bot::custom_id::{CustomId, Does, Quiz};
use crate::bot::draw::quiz::{Sign, away};
use crate::quiz::game::{Event, Game, Left, Phase};
use crate::store::{GameId, Lease, Running, StoreError};

impl Rooms {
    /// Goes on with every game that another process has left.
    pub(in crate::bot) async fn revive(&self) {
        let running = match self.store().running().await {
            Ok(running) => running,
            Err(fault) => {
                tracing::error!(%fault, "The games that were running cannot be read");
                return;
            }
        };
        for left in running {
            let game = left.game.0;
            if self.inner.room(left.channel).is_ok() {
                continue;
            }
            match self.inner.revive(left).await {
                Ok(()) => {}
                Err(StoreError::TakenOver) => {
                    tracing::info!(game, "A game was taken over by another process");
                }
                Err(fault) => tracing::error!(game, %fault, "A game could not be taken over"),
            }
        }
    }

    /// Goes on, in a new game, with one that was left for too long.
    ///
    /// # Errors
    /// A refusal inside, a fault of the database outside.
    pub(in crate::bot) async fn play_on(&self, place: &Place, game: GameId) -> Outcome<Started> {
        let Some(left) = self.store().game(game).await? else {
            return Ok(Err(Refusal::NotKept));
        };
        if left.server != place.server || left.state.is_over() {
            return Ok(Err(Refusal::Over));
        }
        let now = self.now();
        let taken = match self.inner.take(place, now) {
            Ok(taken) => taken,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let mut state = left.state;
        let event = state.play_on(now);
        let marks = Marks {
            wanted: marks(&left.messages).wanted,
            ..Marks::default()
        };
        let n_questions = state.questions().len() - state.rounds().len();
        let room = taken.write(place, state, marks, Some(event)).await?;
        self.inner.play(room, false);
        taken.kept();
        Ok(Ok(Started {
            channel: place.channel,
            n_questions,
        }))
    }
}

impl Inner {
    async fn revive(self: &Arc<Self>, left: Running) -> Result<(), StoreError> {
        let now = self.clock.now();
        let lease = self
            .store
            .take_over(left.game, left.epoch, &self.owner, now)
            .await?;
        let marks = marks(&left.messages);
        let was_away = now.saturating_sub(left.beat);
        if was_away > self.pace.resume_within() && !left.state.is_over() {
            return self.ask_first(&left, &lease, &marks, now).await;
        }
        let mut game = left.state;
        let event = due(&mut game, &marks, left.beat, now);
        tracing::info!(
            game = left.game.0,
            away_s = was_away.as_secs(),
            "A game goes on"
        );
        let room = Arc::new(Room::new(
            left.server,
            left.channel,
            lease,
            game,
            marks,
            event,
        ));
        if event.is_none() {
            // Its message says another time than now.
            room.change(super::room::State::refresh_now);
        }
        self.play(room, true);
        Ok(())
    }

    /// Posts the scores so far and asks whether to play on; the channel is free.
    async fn ask_first(
        &self,
        left: &Running,
        lease: &Lease,
        marks: &Marks,
        now: Duration,
    ) -> Result<(), StoreError> {
        let game = left.game;
        let sign = Sign {
            game,
            topic: &marks.wanted.topic_name,
            wished: marks.wanted.questions,
        };
        let own = |id: &str| {
            id.parse()
                == Ok(CustomId::Quiz(Quiz {
                    game,
                    does: Does::PlayOn,
                }))
        };
        let found = self.post.find(left.channel, &own, marks.newest()).await;
        if !matches!(found, Ok(Some(_))) {
            let message = away(&sign, &left.state);
            let nonce = format!("q{}away", game.0);
            let sent = self
                .post
                .send(left.channel, &message, &nonce, Urgency::Question)
                .await;
            if let Err(fault) = sent {
                tracing::info!(game = game.0, %fault, "Nobody could be asked whether a game goes on");
            }
        }
        self.store.end_game(lease, &left.state, now).await
    }
}

/// What a game that comes back has to show first; nothing where only its newest message has to be made anew.
fn due(game: &mut Game, marks: &Marks, beat: Duration, now: Duration) -> Option<Event> {
    let round = game.rounds().len();
    match game.revive(beat, now) {
        Left::Asking => Some(Event::Ask { round }),
        Left::Question(_) | Left::Paused => None,
        Left::Over => match game.phase() {
            Phase::Over(end) => Some(Event::Over(*end)),
            _ => None,
        },
        Left::Between => match game.phase() {
            Phase::Lobby { until } if marks.lobby.is_none() => {
                Some(Event::LobbyOpened { until: *until })
            }
            Phase::LeadIn { until } => Some(Event::LeadIn { until: *until }),
            Phase::Reveal { .. } => {
                let round = round.saturating_sub(1);
                let is_shown = marks.reveal.is_some_and(|(shown, _)| shown == round);
                let warning = game.is_warned();
                (!is_shown).then_some(Event::Closed { round, warning })
            }
            _ => None,
        },
    }
}

/// What the shell wrote beside a game; nothing where another version wrote it in another way.
fn marks(written: &serde_json::Value) -> Marks {
    serde_json::from_value(written.clone()).unwrap_or_default()
}

/// What the host of a kept game had asked for.
pub(in crate::bot) fn wanted_of(written: &serde_json::Value) -> Wanted {
    marks(written).wanted
}
