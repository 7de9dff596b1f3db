//! What is taken away: old answers, a person, a server. Totals stay what the rest adds up to.

use std::time::Duration;

use async_trait::async_trait;

use super::counts::{add_to_folded, measures};
use super::{Link, Write};
use crate::quiz;
use crate::store::StoreError;

/// Folds the answers of the oldest games that ended before a moment; gives how many games.
#[derive(Debug)]
pub(super) struct Fold {
    pub(super) before: Duration,
    pub(super) games: u32,
}

#[async_trait]
impl Write for Fold {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let rows = link
            .rows(
                "SELECT id FROM games WHERE ended IS NOT NULL AND ended < $1 ORDER BY ended, id LIMIT $2",
                &[self.before.into(), self.games.into()],
            )
            .await?;
        for row in &rows {
            let game = [row.number(0)?.into()];
            link.run(add_to_folded!("answer_counts", "c.game = $1"), &game)
                .await?;
            // Its answers go with it.
            link.run("DELETE FROM games WHERE id = $1", &game).await?;
        }
        Ok(rows.len() as i64)
    }
}

/// Clears away how games stood that ended before a moment; their answers stay.
#[derive(Debug)]
pub(super) struct Clear(pub(super) Duration);

#[async_trait]
impl Write for Clear {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        link.run(
            "UPDATE games SET state = '{}', messages = '{}' WHERE ended IS NOT NULL AND ended < $1 AND state <> '{}'",
            &[self.0.into()],
        )
        .await
        .map(|rows| rows as i64)
    }
}

/// Forgets a person everywhere. Their counts stay, under no name and no day, so that they cannot be told from others'.
#[derive(Debug)]
pub(super) struct Person(pub(super) quiz::Player);

/// What bears the name of somebody who only did something for others: it stays, without the name.
const UNNAMED: [&str; 5] = [
    "UPDATE games SET host = 0 WHERE host = $1 AND ended IS NOT NULL",
    "UPDATE settings_changes SET player = 0 WHERE player = $1",
    "UPDATE blocked SET player = 0 WHERE player = $1",
    "UPDATE study_groups SET created_by = 0 WHERE created_by = $1",
    "UPDATE seasons SET ended_by = 0 WHERE ended_by = $1",
];

const DELETED: [&str; 6] = [
    // The state of a game that is over names who sat there and what they typed. It is kept for days, so these are few.
    "UPDATE games SET state = '{}', messages = '{}' WHERE ended IS NOT NULL AND state <> '{}' \
         AND state LIKE '%' || CAST($1 AS TEXT) || '%'",
    "DELETE FROM choices WHERE player = $1",
    "DELETE FROM members WHERE player = $1",
    "DELETE FROM reports WHERE player = $1",
    "DELETE FROM hidden WHERE player = $1",
    "DELETE FROM told WHERE player = $1",
];

/// In one server: the order matters, as each statement reads what the next takes away.
const IN_A_SERVER: [&str; 7] = [
    concat!(
        "INSERT INTO folded (server, season, day, topic, player, ",
        measures!(names),
        ") SELECT c.server, c.season, 0, c.topic, 0, ",
        measures!(sum),
        " FROM counts AS c WHERE c.server = $1 AND c.player = $2 GROUP BY c.server, c.season, c.topic \
         ON CONFLICT (server, season, day, topic, player) ",
        measures!(add "folded")
    ),
    "DELETE FROM answers WHERE server = $1 AND player = $2",
    "DELETE FROM folded WHERE server = $1 AND player = $2",
    "INSERT INTO totals (server, season, topic, player, points, correct, answers, games, \
         alone_points, alone_correct, alone_answers, alone_games) \
     SELECT server, season, topic, 0, points, correct, answers, games, alone_points, alone_correct, alone_answers, alone_games \
     FROM totals WHERE server = $1 AND player = $2 ON CONFLICT (server, season, topic, player) \
     DO UPDATE SET points = totals.points + excluded.points, correct = totals.correct + excluded.correct, \
     answers = totals.answers + excluded.answers, games = totals.games + excluded.games, \
     alone_points = totals.alone_points + excluded.alone_points, alone_correct = totals.alone_correct + excluded.alone_correct, \
     alone_answers = totals.alone_answers + excluded.alone_answers, alone_games = totals.alone_games + excluded.alone_games",
    "DELETE FROM totals WHERE server = $1 AND player = $2",
    concat!(
        "INSERT INTO days (server, day, topic, player, ",
        measures!(names),
        ") SELECT c.server, 0, c.topic, 0, ",
        measures!(sum),
        " FROM days AS c WHERE c.server = $1 AND c.player = $2 GROUP BY c.server, c.topic \
         ON CONFLICT (server, day, topic, player) ",
        measures!(add "days")
    ),
    "DELETE FROM days WHERE server = $1 AND player = $2",
];

#[async_trait]
impl Write for Person {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let player = [self.0.into()];
        let servers = link
            .rows(
                "SELECT DISTINCT server FROM totals WHERE player = $1",
                &player,
            )
            .await?;
        for row in &servers {
            for statement in IN_A_SERVER {
                link.run(statement, &[row.number(0)?.into(), self.0.into()])
                    .await?;
            }
        }
        for statement in DELETED.into_iter().chain(UNNAMED) {
            link.run(statement, &player).await?;
        }
        Ok(servers.len() as i64)
    }
}

/// Deletes all that is kept of a server, if it was left before a moment.
#[derive(Debug)]
pub(super) struct Server(pub(super) quiz::Server, pub(super) Duration);

/// Choices and answers go with their games, members with their groups. The server itself goes last.
const OF_A_SERVER: [&str; 10] = [
    "DELETE FROM games WHERE server = $1",
    "DELETE FROM folded WHERE server = $1",
    "DELETE FROM totals WHERE server = $1",
    "DELETE FROM days WHERE server = $1",
    "DELETE FROM asked WHERE server = $1",
    "DELETE FROM reports WHERE server = $1",
    "DELETE FROM blocked WHERE server = $1",
    "DELETE FROM seasons WHERE server = $1",
    "DELETE FROM study_groups WHERE server = $1",
    "DELETE FROM settings_changes WHERE server = $1",
];

#[async_trait]
impl Write for Server {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        // It may have come back in the meantime.
        let left = link
            .run(
                "DELETE FROM servers WHERE server = $1 AND left_at IS NOT NULL AND left_at < $2",
                &[self.0.into(), self.1.into()],
            )
            .await?;
        if left == 0 {
            return Ok(0);
        }
        for statement in OF_A_SERVER {
            link.run(statement, &[self.0.into()]).await?;
        }
        Ok(1)
    }
}
