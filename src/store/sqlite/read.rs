//! Every reading.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde::de::DeserializeOwned;
use sqlx::Row as _;
use sqlx::query;
use sqlx::sqlite::{SqlitePool, SqliteRow};

use super::{
    Asked, Channel, GameId, Player, Report, Running, Server, ServerSettings, StoreError, as_i64,
};
use crate::quiz::game::Game;
use crate::quiz::game::score::Answer;

pub(super) async fn settings(
    pool: &SqlitePool,
    server: Server,
) -> Result<ServerSettings, StoreError> {
    query("SELECT settings FROM servers WHERE server = $1")
        .bind(as_i64(server.0))
        .fetch_optional(pool)
        .await?
        .map_or_else(|| Ok(ServerSettings::default()), |row| json(&row, 0))
}

pub(super) async fn running(pool: &SqlitePool) -> Result<Vec<Running>, StoreError> {
    let rows = query("SELECT id, server, channel, state, messages, beat, epoch FROM games WHERE ended IS NULL ORDER BY id")
        .fetch_all(pool)
        .await?;
    let mut games = Vec::with_capacity(rows.len());
    for row in rows {
        let game = GameId(row.try_get(0)?);
        let mut state: Game = json(&row, 3)?;
        state.restore_answers(choices(pool, game, state.rounds().len()).await?);
        games.push(Running {
            game,
            server: Server(unsigned(&row, 1)?),
            channel: Channel(unsigned(&row, 2)?),
            state,
            messages: json(&row, 4)?,
            beat: Duration::from_millis(unsigned(&row, 5)?),
            epoch: row.try_get(6)?,
        });
    }
    Ok(games)
}

async fn choices(
    pool: &SqlitePool,
    game: GameId,
    round: usize,
) -> Result<Vec<(Player, Answer, Duration)>, StoreError> {
    let rows = query("SELECT player, answer, at FROM choices WHERE game = $1 AND round = $2")
        .bind(game.0)
        .bind(round as i64)
        .fetch_all(pool)
        .await?;
    rows.iter()
        .map(|row| {
            let at = Duration::from_millis(unsigned(row, 2)?);
            Ok((Player(unsigned(row, 0)?), json(row, 1)?, at))
        })
        .collect()
}

pub(super) async fn asked(
    pool: &SqlitePool,
    server: Server,
) -> Result<BTreeMap<String, Asked>, StoreError> {
    let rows = query("SELECT question, times, answers, wrong FROM asked WHERE server = $1")
        .bind(as_i64(server.0))
        .fetch_all(pool)
        .await?;
    rows.iter()
        .map(|row| {
            let asked = Asked {
                times: row.try_get(1)?,
                answers: row.try_get(2)?,
                wrong: row.try_get(3)?,
            };
            Ok((row.try_get(0)?, asked))
        })
        .collect()
}

pub(super) async fn reports(pool: &SqlitePool, server: Server) -> Result<Vec<Report>, StoreError> {
    let rows = query("SELECT id, player, shown, reason, at FROM reports WHERE server = $1 AND closed IS NULL ORDER BY at, id")
        .bind(as_i64(server.0))
        .fetch_all(pool)
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Report {
                id: row.try_get(0)?,
                player: Player(unsigned(row, 1)?),
                question: json(row, 2)?,
                reason: row.try_get(3)?,
                at: Duration::from_millis(unsigned(row, 4)?),
            })
        })
        .collect()
}

pub(super) async fn blocked(
    pool: &SqlitePool,
    server: Server,
) -> Result<BTreeSet<String>, StoreError> {
    let rows = query("SELECT fact FROM blocked WHERE server = $1")
        .bind(as_i64(server.0))
        .fetch_all(pool)
        .await?;
    rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
}

fn unsigned(row: &SqliteRow, column: usize) -> Result<u64, StoreError> {
    let number: i64 = row.try_get(column)?;
    u64::try_from(number)
        .map_err(|_| StoreError::Unreadable(format!("{number} where a number of Discord belongs")))
}

fn json<T: DeserializeOwned>(row: &SqliteRow, column: usize) -> Result<T, StoreError> {
    let text: &str = row.try_get(column)?;
    serde_json::from_str(text).map_err(|fault| StoreError::Unreadable(fault.to_string()))
}
