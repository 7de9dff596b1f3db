//! Answers and presses in the lobby: written down first, then acknowledged.

use std::time::Duration;

use super::post::Line;
use super::room::Room;
use super::{Rooms, born};
use crate::bot::rooms::refusal::Refusal;
use crate::quiz::Player;
use crate::quiz::game::score::Answer;
use crate::quiz::game::{AnswerRefused, Phase, Saved};
use crate::quiz::question::Question;
use crate::store::{Channel, GameId, StoreError};

/// Discord waits three seconds for an acknowledgement; saving that takes so long is not waited for.
const PATIENCE: Duration = Duration::from_millis(2_200);

/// An answer that was kept.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::bot) struct Kept {
    /// Whether it took the place of another.
    pub(in crate::bot) saved: Saved,
    /// What the game holds now.
    pub(in crate::bot) answer: Answer,
    /// The question.
    pub(in crate::bot) question: Question,
}

/// What a command or a press comes to: a refusal inside, a fault of the database outside.
pub(in crate::bot) type Outcome<T> = Result<Result<T, Refusal>, StoreError>;

impl Rooms {
    /// Keeps a player's answer to question `round`: `press` is the id of the press, `message` of the question that it stands under.
    ///
    /// # Errors
    /// A refusal inside, a fault of the database outside.
    pub(in crate::bot) async fn answer(
        &self,
        (channel, game, round): (Channel, GameId, usize),
        player: Player,
        answer: Answer,
        press: u64,
        message: Option<u64>,
    ) -> Outcome<Kept> {
        let Ok(room) = self.inner.room_of(channel, game) else {
            return Ok(Err(Refusal::Closed));
        };
        if room.is_stalled() {
            return Ok(Err(Refusal::NotSaved));
        }
        if let Some(message) = message
            && posted(&room, round, message)
        {
            let saved = room.save(self.store(), self.now()).await;
            if let Err(refusal) = self.kept(&room, saved)? {
                return Ok(Err(refusal));
            }
        }
        let at = born(press);
        let now = self.now();
        let taken = room.change(|state| {
            let saved = state.game.answer(round, player, answer, at)?;
            if saved != Saved::Same {
                state.refresh_soon(now);
            }
            let (_, question, open) = state.game.open().ok_or(AnswerRefused::Closed)?;
            let (answer, at) = open.given.get(&player).ok_or(AnswerRefused::Closed)?;
            Ok((saved, answer.clone(), *at, question.clone()))
        });
        let (saved, answer, at, question) = match taken {
            Ok(taken) => taken,
            Err(refused) => return Ok(Err(Refusal::Answer(refused))),
        };
        let save = self
            .store()
            .save_choice(&room.lease, round, player, &answer, at);
        let Ok(done) = tokio::time::timeout(PATIENCE, save).await else {
            // It may still arrive. Until it is known whether anything does, no time passes.
            room.stall(self.now());
            return Ok(Err(Refusal::Slow));
        };
        let kept = self.kept(&room, done)?;
        let took = self.now().saturating_sub(now);
        self.inner.measured.commit.observe(took.as_secs_f64());
        Ok(kept.map(|()| Kept {
            saved,
            answer,
            question,
        }))
    }

    /// Remembers the way to who has just answered by typing: whoever was near the answer is told so when the question closes.
    pub(in crate::bot) fn can_tell(
        &self,
        channel: Channel,
        game: GameId,
        player: Player,
        line: Line,
    ) {
        if let Ok(room) = self.inner.room_of(channel, game) {
            room.change(|state| state.lines.insert(player, line));
        }
    }

    /// The open question of a game, if it is this one.
    pub(in crate::bot) fn open_question(
        &self,
        channel: Channel,
        game: GameId,
        round: usize,
    ) -> Result<Question, Refusal> {
        let room = self
            .inner
            .room_of(channel, game)
            .map_err(|_| Refusal::Closed)?;
        if room.is_stalled() {
            return Err(Refusal::NotSaved);
        }
        room.look(|state| {
            let question = state.game.questions().get(round);
            match state.game.phase() {
                Phase::Paused { .. } => Err(Refusal::IsPaused),
                Phase::Open(_) | Phase::Asking if state.game.rounds().len() == round => {
                    question.cloned().ok_or(Refusal::Closed)
                }
                _ => Err(Refusal::Closed),
            }
        })
    }

    /// The game whose open question this message is.
    pub(in crate::bot) fn asked_by(
        &self,
        channel: Channel,
        message: Option<u64>,
    ) -> Option<(GameId, usize)> {
        let room = self.inner.room(channel).ok()?;
        room.look(|state| {
            let (round, question, _) = state.game.open()?;
            let (_, own) = state.marks.question.filter(|(own, _)| *own == round)?;
            let is_typed = state.game.settings().is_typed(question);
            let is_meant = message.is_none_or(|message| message == own);
            (is_typed && is_meant).then_some((room.lease.game, round))
        })
    }

    /// Takes a seat. Says whether that is new.
    ///
    /// # Errors
    /// A refusal inside, a fault of the database outside.
    pub(in crate::bot) async fn join(
        &self,
        channel: Channel,
        game: GameId,
        player: Player,
    ) -> Outcome<bool> {
        let now = self.now();
        self.in_lobby(channel, game, |room| {
            room.change(|state| {
                let new = state.game.join(player);
                state.refresh_soon(now);
                Ok(new)
            })
        })
        .await
    }

    /// Half as much time again for every question. Says whether that is new.
    ///
    /// # Errors
    /// A refusal inside, a fault of the database outside.
    pub(in crate::bot) async fn more_time(&self, channel: Channel, game: GameId) -> Outcome<bool> {
        let now = self.now();
        self.in_lobby(channel, game, |room| {
            room.change(|state| {
                let Phase::Lobby { .. } = state.game.phase() else {
                    return Err(Refusal::LobbyOver);
                };
                let new = state.game.more_time();
                state.refresh_soon(now);
                Ok(new)
            })
        })
        .await
    }

    /// Writes down what a change has made of a game, before anybody hears of it.
    pub(super) async fn saved<T>(&self, room: &Room, changed: Result<T, Refusal>) -> Outcome<T> {
        let changed = match changed {
            Ok(changed) => changed,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let saved = room.save(self.store(), self.now()).await;
        Ok(self.kept(room, saved)?.map(|()| changed))
    }

    /// Changes a game and writes it down before anybody hears of it.
    pub(super) async fn in_lobby<T>(
        &self,
        channel: Channel,
        game: GameId,
        change: impl FnOnce(&Room) -> Result<T, Refusal>,
    ) -> Outcome<T> {
        let room = match self.inner.room_of(channel, game) {
            Ok(room) => room,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if room.is_stalled() {
            return Ok(Err(Refusal::NotSaved));
        }
        self.saved(&room, change(&room)).await
    }
}

/// A press may come before Discord has told us that the question is there: the message that it stands under says when it opened.
/// Says whether that was so.
fn posted(room: &Room, round: usize, message: u64) -> bool {
    let is_early = room.look(|state| {
        matches!(state.game.phase(), Phase::Asking) && state.game.rounds().len() == round
    });
    is_early
        && room.change(|state| {
            let is_early = matches!(state.game.phase(), Phase::Asking);
            if is_early {
                state.marks.question = Some((round, message));
                state.game.posted(born(message));
            }
            is_early
        })
}
