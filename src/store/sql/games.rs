//! Games under way.

mod choices;
mod writes;

use std::time::Duration;

use async_trait::async_trait;

use super::closing::CloseRound;
use super::{Database, Row, json};
use crate::quiz::game::Game;
use crate::quiz::game::score::Answer;
use crate::quiz::{Player, Server};
use crate::store::{Channel, Closing, GameId, Games, Lease, Running, StoreError};
use writes::{Beat, Begin, End, Save, TakeOver};

pub(in crate::store) use choices::Choice;
pub(super) use choices::write_choices;

#[async_trait]
impl Games for Database {
    async fn begin_game(
        &self,
        server: Server,
        channel: Channel,
        state: &Game,
        owner: &str,
        at: Duration,
    ) -> Result<Lease, StoreError> {
        let begin = Begin {
            server,
            channel,
            host: state.host(),
            state: json(state)?,
            owner: owner.to_owned(),
            at,
        };
        let game = GameId(self.writer.write(begin).await?);
        Ok(Lease {
            game,
            owner: owner.to_owned(),
            epoch: 1,
        })
    }

    async fn save_game(
        &self,
        lease: &Lease,
        state: &Game,
        messages: &serde_json::Value,
        at: Duration,
    ) -> Result<(), StoreError> {
        let save = Save {
            lease: lease.clone(),
            state: json(state)?,
            messages: messages.to_string(),
            at,
        };
        self.writer.write(save).await.map(drop)
    }

    async fn save_choice(
        &self,
        lease: &Lease,
        round: usize,
        player: Player,
        answer: &Answer,
        at: Duration,
    ) -> Result<(), StoreError> {
        let choice = Choice {
            lease: lease.clone(),
            round: round as i64,
            player,
            answer: json(answer)?,
            at,
        };
        self.writer.write(choice).await.map(drop)
    }

    async fn close_round(
        &self,
        lease: &Lease,
        state: &Game,
        closing: &Closing<'_>,
    ) -> Result<(), StoreError> {
        let close = CloseRound::new(lease, state, closing, &self.defaults)?;
        self.writer.write(close).await.map(drop)
    }

    async fn end_game(&self, lease: &Lease, state: &Game, at: Duration) -> Result<(), StoreError> {
        let end = End {
            lease: lease.clone(),
            state: json(state)?,
            at,
        };
        self.writer.write(end).await.map(drop)
    }

    async fn beat(&self, owner: &str, at: Duration) -> Result<(), StoreError> {
        let beat = Beat {
            owner: owner.to_owned(),
            at,
        };
        self.writer.write(beat).await.map(drop)
    }

    async fn running(&self) -> Result<Vec<Running>, StoreError> {
        let rows = self
            .readers
            .rows("SELECT id, server, channel, state, messages, beat, epoch FROM games WHERE ended IS NULL ORDER BY id", &[])
            .await?;
        let mut games = Vec::with_capacity(rows.len());
        for row in &rows {
            games.push(self.game_of(row).await?);
        }
        Ok(games)
    }

    async fn game(&self, game: GameId) -> Result<Option<Running>, StoreError> {
        let row = self
            .readers
            .row(
                "SELECT id, server, channel, state, messages, beat, epoch FROM games WHERE id = $1 AND state <> '{}'",
                &[game.into()],
            )
            .await?;
        match row {
            None => Ok(None),
            Some(row) => self.game_of(&row).await.map(Some),
        }
    }

    async fn take_over(
        &self,
        game: GameId,
        epoch: i64,
        owner: &str,
        at: Duration,
    ) -> Result<Lease, StoreError> {
        let owner = owner.to_owned();
        let take = TakeOver {
            game,
            epoch,
            owner: owner.clone(),
            at,
        };
        let epoch = self.writer.write(take).await?;
        Ok(Lease { game, owner, epoch })
    }
}

impl Database {
    /// The game of a row, with the answers to its open question.
    async fn game_of(&self, row: &Row) -> Result<Running, StoreError> {
        let game = GameId(row.number(0)?);
        let mut state: Game = row.json(3)?;
        state.restore_answers(self.choices(game, state.rounds().len()).await?);
        Ok(Running {
            game,
            server: Server(row.unsigned(1)?),
            channel: Channel(row.unsigned(2)?),
            state,
            messages: row.json(4)?,
            beat: row.time(5)?,
            epoch: row.number(6)?,
        })
    }

    async fn choices(
        &self,
        game: GameId,
        round: usize,
    ) -> Result<Vec<(Player, Answer, Duration)>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT player, answer, at FROM choices WHERE game = $1 AND round = $2",
                &[game.into(), round.into()],
            )
            .await?;
        rows.iter()
            .map(|row| Ok((Player(row.unsigned(0)?), row.json(1)?, row.time(2)?)))
            .collect()
    }
}
