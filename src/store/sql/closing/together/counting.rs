//! What is counted when questions close: each answer, what players have in all, what servers were asked.

use std::collections::{BTreeMap, HashMap};

use super::Counted;
use crate::quiz::Server;
use crate::quiz::judge::Verdict;
use crate::store::StoreError;
use crate::store::sql::closing::{CloseRound, verdict_name};
use crate::store::sql::counts::{add_to_days, add_to_totals};
use crate::store::sql::{Link, Row, json};

/// Writes the answers, and how many there are and how many were not right.
pub(super) async fn answers(
    link: &mut Link,
    counted: &mut [Counted<'_>],
) -> Result<(), StoreError> {
    let given: Vec<_> = counted
        .iter()
        .map(|Counted { close, before, .. }| {
            (
                close.lease.game,
                close.round,
                close.server,
                &close.question,
                &close.fact,
                &close.topic,
                close.at.as_millis() as u64,
                before.day,
                before.season,
                u8::from(close.alone),
                &close.rows,
            )
        })
        .collect();
    // A player's first answer of a game opens the game for the board, and the first of a topic opens it there.
    let new: Vec<Row> = link
        .rows(
            "WITH closed AS MATERIALIZED ( \
                 SELECT CAST(value ->> 0 AS BIGINT) AS game, CAST(value ->> 1 AS BIGINT) AS round, CAST(value ->> 2 AS BIGINT) AS server, \
                     value ->> 3 AS question, value ->> 4 AS fact, value ->> 5 AS topic, CAST(value ->> 6 AS BIGINT) AS at, \
                     CAST(value ->> 7 AS BIGINT) AS day, CAST(value ->> 8 AS BIGINT) AS season, CAST(value ->> 9 AS BIGINT) AS alone, \
                     value ->> 10 AS answers \
                 FROM json_each($1)), \
             new AS MATERIALIZED ( \
                 SELECT closed.*, CAST(given.value ->> 0 AS BIGINT) AS player, given.value ->> 1 AS verdict, \
                     CAST(given.value ->> 2 AS BIGINT) AS points \
                 FROM closed CROSS JOIN json_each(closed.answers) AS given) \
             INSERT INTO answers (game, round, player, server, question, fact, topic, verdict, points, at, day, season, alone, \
                 opens, opens_topic) \
             SELECT game, round, player, server, question, fact, topic, verdict, points, at, day, season, alone, \
                 CASE WHEN EXISTS (SELECT 1 FROM answers AS old WHERE old.game = new.game AND old.player = new.player) \
                     THEN 0 ELSE 1 END, \
                 CASE WHEN EXISTS (SELECT 1 FROM answers AS old WHERE old.game = new.game AND old.topic = new.topic \
                     AND old.player = new.player) THEN 0 ELSE 1 END \
             FROM new WHERE 1 = 1 ON CONFLICT DO NOTHING RETURNING game, verdict",
            &[(&json(&given)?).into()],
        )
        .await?;
    let mut counts: HashMap<i64, (i64, i64)> = HashMap::new();
    for row in &new {
        let (answers, wrong) = counts.entry(row.number(0)?).or_default();
        *answers += 1;
        *wrong += i64::from(row.text(1)? != verdict_name(Verdict::Right));
    }
    for one in counted {
        if let Some((answers, wrong)) = counts.get(&one.close.lease.game.0) {
            (one.n_answers, one.n_wrong) = (*answers, *wrong);
        }
    }
    Ok(())
}

/// Adds the answers to the running totals and to the days.
pub(super) async fn add_up(link: &mut Link, counted: &[Counted<'_>]) -> Result<(), StoreError> {
    let rounds: Vec<_> = counted
        .iter()
        .map(|one| (one.close.lease.game, one.close.round))
        .collect();
    let rounds = json(&rounds)?;
    link.run(
        add_to_totals!(
            each "answer_counts",
            "(c.game, c.round) IN (SELECT CAST(value ->> 0 AS BIGINT), CAST(value ->> 1 AS BIGINT) FROM json_each($1))"
        ),
        &[(&rounds).into()],
    )
    .await?;
    link.run(
        add_to_days!(
            each "answer_counts",
            "(c.game, c.round) IN (SELECT CAST(value ->> 0 AS BIGINT), CAST(value ->> 1 AS BIGINT) FROM json_each($1))"
        ),
        &[(&rounds).into()],
    )
    .await?;
    Ok(())
}

/// Writes what servers were asked.
pub(super) async fn asked(link: &mut Link, counted: &[Counted<'_>]) -> Result<(), StoreError> {
    // One statement cannot change a row twice: what two games of a server asked is added up here.
    let mut rows: BTreeMap<(Server, &str), (u64, i64, i64, &CloseRound)> = BTreeMap::new();
    for one in counted {
        let close = one.close;
        let row = rows
            .entry((close.server, &close.question))
            .or_insert((0, 0, 0, close));
        *row = (row.0 + 1, row.1 + one.n_answers, row.2 + one.n_wrong, close);
    }
    let given: Vec<_> = rows
        .iter()
        .map(|((server, question), (times, answers, wrong, close))| {
            (
                server,
                question,
                times,
                answers,
                wrong,
                close.at.as_millis() as u64,
                &close.fact,
                &close.topic,
                &close.note,
                &close.heading,
                &close.prompt,
            )
        })
        .collect();
    link.run(
        "INSERT INTO asked (server, question, times, answers, wrong, last, fact, topic, note, heading, prompt) \
         SELECT CAST(value ->> 0 AS BIGINT), value ->> 1, CAST(value ->> 2 AS BIGINT), \
             CAST(value ->> 3 AS BIGINT), CAST(value ->> 4 AS BIGINT), \
             CAST(value ->> 5 AS BIGINT), value ->> 6, value ->> 7, \
             value ->> 8, value ->> 9, value ->> 10 \
         FROM json_each($1) WHERE 1 = 1 \
         ON CONFLICT (server, question) DO UPDATE SET times = asked.times + excluded.times, \
             answers = asked.answers + excluded.answers, wrong = asked.wrong + excluded.wrong, last = excluded.last, \
             fact = excluded.fact, topic = excluded.topic, note = excluded.note, heading = excluded.heading, prompt = excluded.prompt",
        &[(&json(&given)?).into()],
    )
    .await
    .map(drop)
}
