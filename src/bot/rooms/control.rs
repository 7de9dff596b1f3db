//! What the host and the moderators may do with a running game, and what everybody may.

use std::sync::Arc;

use super::answer::Outcome;
use super::refusal::Refusal;
use super::room::Room;
use super::{Rooms, born};
use crate::quiz::Player;
use crate::quiz::game::settings::Seconds;
use crate::quiz::game::{End, Phase};
use crate::store::{Channel, GameId};

/// Who does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::bot) struct Presser {
    pub(in crate::bot) player: Player,
    pub(in crate::bot) is_moderator: bool,
}

/// What came of a wish to skip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::bot) enum Skipped {
    /// The question is skipped.
    Now,
    /// So many have voted, and so many must.
    Voted { votes: usize, needed: usize },
}

/// How a running game stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::bot) struct Status {
    /// In words.
    pub(in crate::bot) text: String,
    /// Its newest message.
    pub(in crate::bot) message: Option<u64>,
}

impl Rooms {
    /// Stops all clocks of a game.
    ///
    /// # Errors
    /// A refusal inside, a fault of the database outside.
    pub(in crate::bot) async fn pause(&self, channel: Channel, who: Presser) -> Outcome<()> {
        let now = self.now();
        self.controlled(channel, who, "pause", |room| {
            room.change(|state| match state.game.phase() {
                Phase::Paused { .. } => Err(Refusal::IsPaused),
                Phase::Asking => Err(Refusal::NotNow),
                _ => {
                    let event = state.game.pause(now).ok_or(Refusal::Over)?;
                    state.happened(event);
                    Ok(())
                }
            })
        })
        .await
    }

    /// Goes on with a paused game.
    ///
    /// # Errors
    /// A refusal inside, a fault of the database outside.
    pub(in crate::bot) async fn resume(&self, channel: Channel, who: Presser) -> Outcome<()> {
        let now = self.now();
        self.controlled(channel, who, "resume", |room| {
            room.change(|state| {
                let event = state.game.resume(now).ok_or(Refusal::NotPaused)?;
                state.happened(event);
                Ok(())
            })
        })
        .await
    }

    /// Ends a game; also one that stands in the database and that nobody runs. A game of another server is never found here.
    ///
    /// # Errors
    /// A refusal inside, a fault of the database outside.
    pub(in crate::bot) async fn stop(&self, channel: Channel, who: Presser) -> Outcome<()> {
        if self.inner.room(channel).is_err() && who.is_moderator {
            let running = self.store().running().await?;
            if let Some(left) = running.iter().find(|left| left.channel == channel) {
                self.inner.end_left_over(left.game).await?;
                return Ok(Ok(()));
            }
        }
        self.controlled(channel, who, "stop", |room| {
            room.change(|state| {
                let event = state.game.stop(End::Stopped).ok_or(Refusal::Over)?;
                state.happened(event);
                Ok(())
            })
        })
        .await
    }

    /// Skips the open question: at once for the host and moderators, by a vote of more than half for the others.
    ///
    /// # Errors
    /// A refusal inside, a fault of the database outside.
    pub(in crate::bot) async fn skip(&self, channel: Channel, who: Presser) -> Outcome<Skipped> {
        let now = self.now();
        let room = match self.inner.room(channel) {
            Ok(room) => room,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if room.is_stalled() {
            return Ok(Err(Refusal::NotSaved));
        }
        let skipped = room.change(|state| {
            if let Phase::Paused { .. } = state.game.phase() {
                return Err(Refusal::IsPaused);
            }
            let may = who.is_moderator || state.game.host() == who.player;
            let (done, event) = match may {
                true => (Skipped::Now, state.game.skip(now)),
                false => {
                    let vote = state.game.vote_skip(who.player, now);
                    let (votes, needed, event) = vote.ok_or(Refusal::NothingToSkip)?;
                    match event {
                        Some(event) => (Skipped::Now, Some(event)),
                        None => return Ok(Skipped::Voted { votes, needed }),
                    }
                }
            };
            state.happened(event.ok_or(Refusal::NothingToSkip)?);
            Ok(done)
        });
        self.saved(&room, skipped).await
    }

    /// Ends the lobby early.
    ///
    /// # Errors
    /// A refusal inside, a fault of the database outside.
    pub(in crate::bot) async fn start_now(
        &self,
        channel: Channel,
        game: GameId,
        who: Presser,
        press: u64,
    ) -> Outcome<()> {
        self.in_lobby(channel, game, |room| {
            may_control(room, who, "start")?;
            room.change(|state| {
                let event = state
                    .game
                    .start_now(born(press))
                    .ok_or(Refusal::LobbyOver)?;
                state.happened(event);
                Ok(())
            })
        })
        .await
    }

    /// Closes a question that has no clock.
    ///
    /// # Errors
    /// A refusal inside, a fault of the database outside.
    pub(in crate::bot) async fn close_now(
        &self,
        (channel, game, round): (Channel, GameId, usize),
        who: Presser,
    ) -> Outcome<()> {
        let now = self.now();
        self.in_lobby(channel, game, |room| {
            may_control(room, who, "close a question of")?;
            room.change(|state| {
                let is_open = state.game.rounds().len() == round
                    && state.game.settings().seconds == Seconds::Unlimited;
                let event = is_open.then(|| state.game.close_now(now)).flatten();
                state.happened(event.ok_or(Refusal::Closed)?);
                Ok(())
            })
        })
        .await
    }

    /// How the game of a channel stands.
    ///
    /// # Errors
    /// When there is none.
    pub(in crate::bot) fn status(&self, channel: Channel) -> Result<Status, Refusal> {
        let room = self.inner.room(channel)?;
        let is_stalled = room.is_stalled();
        Ok(room.look(|state| {
            let game = &state.game;
            let (now, all) = (game.rounds().len(), game.questions().len());
            let text = match game.phase() {
                _ if is_stalled => {
                    "Clio cannot save answers just now. The quiz waits, and goes on by itself."
                        .to_owned()
                }
                Phase::Lobby { .. } => "The lobby is open.".to_owned(),
                Phase::LeadIn { .. } => "The first question is about to come.".to_owned(),
                Phase::Asking | Phase::Open(_) => format!("Question {} of {all} is open.", now + 1),
                Phase::Reveal { .. } => format!("{now} of {all} questions are played."),
                Phase::Paused { .. } => {
                    format!(
                        "The quiz is paused after {now} of {all} questions. /quiz resume goes on."
                    )
                }
                Phase::Over(_) => "The quiz is over.".to_owned(),
            };
            let newest = state.marks.newest();
            Status {
                text,
                message: (newest > 0).then_some(newest),
            }
        }))
    }

    /// The running games of a server, for who looks for one in the wrong channel.
    pub(in crate::bot) fn elsewhere(&self, server: crate::quiz::Server) -> Vec<Channel> {
        let rooms = self.inner.rooms();
        let here = rooms.iter().filter(|room| room.server == server);
        here.map(|room| room.channel).collect()
    }

    async fn controlled(
        &self,
        channel: Channel,
        who: Presser,
        what: &'static str,
        change: impl FnOnce(&Room) -> Result<(), Refusal>,
    ) -> Outcome<()> {
        let room: Arc<Room> = match self.inner.room(channel) {
            Ok(room) => room,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let changed = may_control(&room, who, what).and_then(|()| match room.is_stalled() {
            true => Err(Refusal::NotSaved),
            false => change(&room),
        });
        self.saved(&room, changed).await
    }
}

/// The host and moderators may.
fn may_control(room: &Room, who: Presser, what: &'static str) -> Result<(), Refusal> {
    let host = room.look(|state| state.game.host());
    match who.is_moderator || host == who.player {
        true => Ok(()),
        false => Err(Refusal::OnlyHost(what)),
    }
}
