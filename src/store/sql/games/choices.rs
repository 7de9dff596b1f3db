//! Answers to open questions, many in one statement.

use std::collections::HashSet;
use std::time::Duration;

use async_trait::async_trait;

use crate::quiz::Player;
use crate::store::sql::{Link, Row, Write, json};
use crate::store::{Lease, StoreError};

/// One player's answer to an open question.
#[derive(Debug)]
pub(in crate::store) struct Choice {
    pub(super) lease: Lease,
    pub(super) round: i64,
    pub(super) player: Player,
    pub(super) answer: String,
    pub(super) at: Duration,
}

impl Choice {
    /// The key of its row.
    pub(super) fn row(&self) -> (i64, i64, u64) {
        (self.lease.game.0, self.round, self.player.0)
    }
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
pub(in crate::store::sql) async fn write_choices(
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
