//! Games under way.

use std::collections::HashSet;
use std::time::Duration;

use async_trait::async_trait;

use super::closing::CloseRound;
use super::{Database, Link, Row, Write, json};
use crate::quiz::game::Game;
use crate::quiz::game::score::Answer;
use crate::quiz::{Player, Server};
use crate::store::{Channel, Closing, GameId, Games, Lease, Running, StoreError};

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

#[derive(Debug)]
struct Begin {
    server: Server,
    channel: Channel,
    host: Player,
    state: String,
    owner: String,
    at: Duration,
}

#[async_trait]
impl Write for Begin {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        // Two processes may begin at once: who comes second is told by the index, and asks who was first.
        let new = link
            .row(
                "INSERT INTO games (server, channel, host, state, owner, beat, started) VALUES ($1, $2, $3, $4, $5, $6, $6) \
                 ON CONFLICT (channel) WHERE ended IS NULL DO NOTHING RETURNING id",
                &[
                    self.server.into(),
                    self.channel.into(),
                    self.host.into(),
                    (&self.state).into(),
                    (&self.owner).into(),
                    self.at.into(),
                ],
            )
            .await?;
        if let Some(row) = new {
            return row.number(0);
        }
        let running = link
            .row(
                "SELECT id FROM games WHERE channel = $1 AND ended IS NULL",
                &[self.channel.into()],
            )
            .await?;
        let game = running.map_or(Ok(0), |row| row.number(0))?;
        Err(StoreError::ChannelBusy(GameId(game)))
    }
}

#[derive(Debug)]
struct Save {
    lease: Lease,
    state: String,
    messages: String,
    at: Duration,
}

#[async_trait]
impl Write for Save {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let saved = link
            .run(
                "UPDATE games SET state = $4, messages = $5, beat = $6 \
                 WHERE id = $1 AND owner = $2 AND epoch = $3 AND ended IS NULL",
                &[
                    self.lease.game.into(),
                    (&self.lease.owner).into(),
                    self.lease.epoch.into(),
                    (&self.state).into(),
                    (&self.messages).into(),
                    self.at.into(),
                ],
            )
            .await?;
        fenced(saved)
    }
}

/// One player's answer to an open question.
#[derive(Debug)]
pub(in crate::store) struct Choice {
    lease: Lease,
    round: i64,
    player: Player,
    answer: String,
    at: Duration,
}

#[async_trait]
impl Write for Choice {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let results = write_choices(link, &[self]).await?;
        results
            .into_iter()
            .next()
            .unwrap_or(Err(StoreError::TakenOver))
    }

    fn choice(&self) -> Option<&Choice> {
        Some(self)
    }
}

/// Writes many answers with one statement; each stands or falls by its own lease.
pub(super) async fn write_choices(
    link: &mut Link,
    choices: &[&Choice],
) -> Result<Vec<Result<i64, StoreError>>, StoreError> {
    let mut results = Vec::with_capacity(choices.len());
    let mut rest = choices;
    while !rest.is_empty() {
        // One statement cannot change a row twice: a second answer of the same player waits for the next.
        let mut seen = HashSet::new();
        let same = rest
            .iter()
            .take_while(|choice| seen.insert(choice.row()))
            .count();
        let (now, later) = rest.split_at(same);
        let written = insert_choices(link, now).await?;
        results.extend(now.iter().map(|choice| {
            if written.contains(&choice.row()) {
                Ok(1)
            } else {
                Err(StoreError::TakenOver)
            }
        }));
        rest = later;
    }
    Ok(results)
}

async fn insert_choices(
    link: &mut Link,
    choices: &[&Choice],
) -> Result<HashSet<(i64, i64, u64)>, StoreError> {
    let values: Vec<_> = choices
        .iter()
        .map(|choice| {
            let lease = &choice.lease;
            let at = choice.at.as_millis() as u64;
            (
                lease.game,
                &lease.owner,
                lease.epoch,
                choice.round,
                choice.player,
                &choice.answer,
                at,
            )
        })
        .collect();
    // CROSS JOIN keeps SQLite from walking all games first.
    let rows = link
        .rows(
            "INSERT INTO choices (game, round, player, answer, at) \
             SELECT games.id, CAST(given.value ->> 3 AS BIGINT), CAST(given.value ->> 4 AS BIGINT), given.value ->> 5, \
                 CAST(given.value ->> 6 AS BIGINT) \
             FROM json_each($1) AS given CROSS JOIN games \
             WHERE games.id = CAST(given.value ->> 0 AS BIGINT) AND games.owner = given.value ->> 1 \
                 AND games.epoch = CAST(given.value ->> 2 AS BIGINT) AND games.ended IS NULL \
             ON CONFLICT (game, round, player) DO UPDATE SET \
                 answer = CASE WHEN excluded.at >= choices.at THEN excluded.answer ELSE choices.answer END, \
                 at = CASE WHEN excluded.at >= choices.at THEN excluded.at ELSE choices.at END \
             RETURNING game, round, player",
            &[(&json(&values)?).into()],
        )
        .await?;
    rows.iter()
        .map(|row: &Row| Ok((row.number(0)?, row.number(1)?, row.unsigned(2)?)))
        .collect()
}

impl Choice {
    /// The key of its row.
    fn row(&self) -> (i64, i64, u64) {
        (self.lease.game.0, self.round, self.player.0)
    }
}

#[derive(Debug)]
struct End {
    lease: Lease,
    state: String,
    at: Duration,
}

#[async_trait]
impl Write for End {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let ended = link
            .run(
                "UPDATE games SET state = $5, ended = $4, beat = $4 \
                 WHERE id = $1 AND owner = $2 AND epoch = $3 AND ended IS NULL",
                &[
                    self.lease.game.into(),
                    (&self.lease.owner).into(),
                    self.lease.epoch.into(),
                    self.at.into(),
                    (&self.state).into(),
                ],
            )
            .await?;
        fenced(ended)?;
        let game = [self.lease.game.into()];
        link.run("DELETE FROM choices WHERE game = $1", &game)
            .await?;
        Ok(1)
    }
}

#[derive(Debug)]
struct Beat {
    owner: String,
    at: Duration,
}

#[async_trait]
impl Write for Beat {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let games = link
            .run(
                "UPDATE games SET beat = $2 WHERE owner = $1 AND ended IS NULL",
                &[(&self.owner).into(), self.at.into()],
            )
            .await?;
        Ok(games as i64)
    }
}

#[derive(Debug)]
struct TakeOver {
    game: GameId,
    epoch: i64,
    owner: String,
    at: Duration,
}

#[async_trait]
impl Write for TakeOver {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let taken = link
            .run(
                "UPDATE games SET owner = $3, epoch = epoch + 1, beat = $4 WHERE id = $1 AND epoch = $2 AND ended IS NULL",
                &[self.game.into(), self.epoch.into(), (&self.owner).into(), self.at.into()],
            )
            .await?;
        fenced(taken).map(|_| self.epoch + 1)
    }
}

/// A write under a lease that changed no row was made by who is no longer the owner.
fn fenced(rows: u64) -> Result<i64, StoreError> {
    if rows == 0 {
        return Err(StoreError::TakenOver);
    }
    Ok(rows as i64)
}
