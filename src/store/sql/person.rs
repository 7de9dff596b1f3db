//! Everything that names a person, as one JSON value.

use serde_json::{Map, Value as Json, json};

use super::Database;
use super::move_rows::object;
use super::tables::{TABLES, Table};
use crate::quiz::Player;
use crate::store::StoreError;

/// Which rows of which table name a person.
const NAMED: &[(&str, &str)] = &[
    (
        "answers",
        "SELECT game, round, player, server, question, fact, topic, verdict, points, at, day, season, alone, opens, opens_topic \
        FROM answers WHERE server = $2 AND player = $1 ORDER BY at",
    ),
    (
        "folded",
        "SELECT server, season, day, topic, player, points, correct, answers, games, topic_games, alone_points, alone_correct, \
        alone_answers, alone_games, alone_topic_games FROM folded WHERE server = $2 AND player = $1 ORDER BY day",
    ),
    (
        "totals",
        "SELECT server, season, topic, player, points, correct, answers, games, alone_points, alone_correct, alone_answers, \
        alone_games FROM totals WHERE server = $2 AND player = $1 ORDER BY season, topic",
    ),
    (
        "days",
        "SELECT server, day, topic, player, points, correct, answers, games, topic_games, alone_points, alone_correct, \
        alone_answers, alone_games, alone_topic_games FROM days WHERE server = $2 AND player = $1 ORDER BY day",
    ),
];

/// The same, of all servers at once.
const NAMED_ANYWHERE: &[(&str, &str)] = &[
    (
        "choices",
        "SELECT game, round, player, answer, at FROM choices WHERE player = $1",
    ),
    (
        "members",
        "SELECT study_group, player, server, joined FROM members WHERE player = $1",
    ),
    ("hidden", "SELECT player, at FROM hidden WHERE player = $1"),
    ("told", "SELECT player, at FROM told WHERE player = $1"),
    (
        "reports",
        "SELECT id, server, player, question, fact, shown, reason, at, closed FROM reports WHERE player = $1 ORDER BY id",
    ),
    (
        "blocked",
        "SELECT server, fact, player, at FROM blocked WHERE player = $1 ORDER BY at",
    ),
    (
        "settings_changes",
        "SELECT id, server, player, at, before, after FROM settings_changes WHERE player = $1 ORDER BY id",
    ),
    (
        "study_groups",
        "SELECT id, server, name, name_key, created_by, created FROM study_groups WHERE created_by = $1 ORDER BY id",
    ),
    (
        "seasons",
        "SELECT server, number, begins, ends, due, ended_by, podium_owed FROM seasons WHERE ended_by = $1 ORDER BY server, number",
    ),
    (
        "hosted",
        "SELECT id, server, channel, started, ended FROM games WHERE host = $1 ORDER BY id",
    ),
];

impl Database {
    pub(super) async fn rows_of(&self, player: Player) -> Result<Json, StoreError> {
        let servers = self
            .readers
            .rows(
                "SELECT DISTINCT server FROM totals WHERE player = $1 ORDER BY server",
                &[player.into()],
            )
            .await?;
        let mut tables = Map::new();
        for row in &servers {
            let server = row.number(0)?;
            for (name, sql) in NAMED {
                let rows = self
                    .readers
                    .rows(sql, &[player.into(), server.into()])
                    .await?;
                let found = tables.entry(*name).or_insert_with(|| json!([]));
                for row in &rows {
                    if let Json::Array(list) = found {
                        list.push(Json::Object(object(table(name), row)?));
                    }
                }
            }
        }
        for (name, sql) in NAMED_ANYWHERE {
            let rows = self.readers.rows(sql, &[player.into()]).await?;
            let mut list = Vec::with_capacity(rows.len());
            for row in &rows {
                list.push(match *name {
                    "hosted" => json!({
                        "game": row.number(0)?, "server": row.number(1)?.to_string(), "channel": row.number(2)?.to_string(),
                        "started": row.number(3)?, "ended": row.number_if_any(4)?,
                    }),
                    name => Json::Object(object(table(name), row)?),
                });
            }
            tables.insert((*name).to_owned(), list.into());
        }
        tables.retain(|_, rows| rows.as_array().is_some_and(|rows| !rows.is_empty()));
        Ok(
            json!({"format": 1, "player": player.0.to_string(), "times": "milliseconds since 1970-01-01 UTC", "kept": tables}),
        )
    }
}

fn table(name: &str) -> &'static Table {
    TABLES
        .iter()
        .find(|table| table.name == name)
        .expect("a test reads the rows of every name in both lists")
}
