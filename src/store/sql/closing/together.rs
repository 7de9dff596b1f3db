//! Questions that close at the same time, in the same statements.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Before, CloseRound, verdict_name};
use crate::quiz::Server;
use crate::quiz::judge::Verdict;
use crate::store::StoreError;
use crate::store::sql::counts::{add_to_days, add_to_totals};
use crate::store::sql::link::Value;
use crate::store::sql::{Link, Row, json};

/// A question that is counted now.
struct Counted<'c> {
    close: &'c CloseRound,
    before: Before,
    n_answers: i64,
    n_wrong: i64,
}

/// Closes many questions; gives for each how many answers were counted.
pub(in crate::store::sql) async fn close_rounds(
    link: &mut Link,
    closings: &[&CloseRound],
) -> Result<Vec<Result<i64, StoreError>>, StoreError> {
    let mut results = Vec::with_capacity(closings.len());
    let mut rest = closings;
    while !rest.is_empty() {
        // A game's next question builds on the one before, and one statement cannot change a row twice.
        let (mut games, mut players) = (HashSet::new(), HashSet::new());
        let mut are_new = |close: &CloseRound| {
            let mut rows = close.rows.iter();
            games.insert(close.lease.game.0)
                && rows.all(|(player, ..)| players.insert((close.server, *player)))
        };
        let apart = rest
            .iter()
            .take_while(|close| are_new(close))
            .count()
            .max(1);
        let (now, later) = rest.split_at(apart);
        results.extend(close_apart(link, now).await?);
        rest = later;
    }
    Ok(results)
}

async fn close_apart(
    link: &mut Link,
    closings: &[&CloseRound],
) -> Result<Vec<Result<i64, StoreError>>, StoreError> {
    let known = known(link, closings).await?;
    let (mut go_on, mut counted) = (Vec::new(), Vec::with_capacity(closings.len()));
    for close in closings {
        let Some(row) = known.get(&close.lease.game.0) else {
            continue;
        };
        let before = close.before(row)?;
        go_on.push(*close);
        if before.counted {
            continue;
        }
        if before.were_alone && !close.alone {
            close.in_company(link).await?;
        }
        counted.push(Counted {
            close,
            before,
            n_answers: 0,
            n_wrong: 0,
        });
    }
    games_go_on(link, &go_on).await?;
    if !counted.is_empty() {
        answers(link, &mut counted).await?;
        add_up(link, &counted).await?;
        asked(link, &counted).await?;
        no_choices(link, &counted).await?;
    }
    let n_answers: HashMap<i64, i64> = counted
        .iter()
        .map(|one| (one.close.lease.game.0, one.n_answers))
        .collect();
    Ok(closings
        .iter()
        .map(|close| match known.get(&close.lease.game.0) {
            Some(_) => Ok(n_answers.get(&close.lease.game.0).copied().unwrap_or(0)),
            None => Err(StoreError::TakenOver),
        })
        .collect())
}

/// The games that are still their runner's: their number, how many questions are counted, the server's settings, its season, and how
/// many answers were given alone.
async fn known(link: &mut Link, closings: &[&CloseRound]) -> Result<HashMap<i64, Row>, StoreError> {
    let leases: Vec<_> = closings
        .iter()
        .map(|close| {
            (
                close.lease.game,
                &close.lease.owner,
                close.lease.epoch,
                close.server,
            )
        })
        .collect();
    // CROSS JOIN keeps SQLite from walking all games first.
    let rows = link
        .rows(
            "SELECT games.id, games.counted, \
                 (SELECT settings FROM servers WHERE server = CAST(given.value ->> 3 AS BIGINT)), \
                 COALESCE((SELECT MAX(number) FROM seasons WHERE server = CAST(given.value ->> 3 AS BIGINT)), 1), \
                 (SELECT COUNT(*) FROM answers WHERE game = games.id AND alone = 1) \
             FROM json_each($1) AS given CROSS JOIN games \
             WHERE games.id = CAST(given.value ->> 0 AS BIGINT) AND games.owner = given.value ->> 1 \
                 AND games.epoch = CAST(given.value ->> 2 AS BIGINT) AND games.ended IS NULL",
            &[(&json(&leases)?).into()],
        )
        .await?;
    rows.into_iter()
        .map(|row| Ok((row.number(0)?, row)))
        .collect()
}

/// `UPDATE games` for as many games as rows stand in `$rows`.
macro_rules! games_go_on {
    ($rows:literal) => {
        concat!(
            "WITH given (id, state, beat, counted) AS (VALUES ",
            $rows,
            ") UPDATE games SET state = given.state, beat = given.beat, \
                 counted = CASE WHEN games.counted < given.counted THEN given.counted ELSE games.counted END \
             FROM given WHERE games.id = given.id"
        )
    };
}

/// Keeps the games as they go on. A game's state is a text of some length, which is not wrapped in a list of JSON and read again.
async fn games_go_on(link: &mut Link, closings: &[&CloseRound]) -> Result<(), StoreError> {
    const TOGETHER: usize = 8;
    let eight = games_go_on!(
        "(CAST($1 AS BIGINT), CAST($2 AS TEXT), CAST($3 AS BIGINT), CAST($4 AS BIGINT)), ($5, $6, $7, $8), \
         ($9, $10, $11, $12), ($13, $14, $15, $16), ($17, $18, $19, $20), ($21, $22, $23, $24), ($25, $26, $27, $28), \
         ($29, $30, $31, $32)"
    );
    let one = games_go_on!(
        "(CAST($1 AS BIGINT), CAST($2 AS TEXT), CAST($3 AS BIGINT), CAST($4 AS BIGINT))"
    );
    let (all, rest) = closings.as_chunks::<TOGETHER>();
    let statements = all
        .iter()
        .map(|games| (eight, games.as_slice()))
        .chain(rest.iter().map(|game| (one, std::slice::from_ref(game))));
    for (sql, games) in statements {
        let values: Vec<Value<'_>> = games
            .iter()
            .flat_map(|close| {
                [
                    close.lease.game.into(),
                    (&close.state).into(),
                    close.at.into(),
                    (close.round + 1).into(),
                ]
            })
            .collect();
        link.run(sql, &values).await?;
    }
    Ok(())
}

/// Writes the answers, and how many there are and how many were not right.
async fn answers(link: &mut Link, counted: &mut [Counted<'_>]) -> Result<(), StoreError> {
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
async fn add_up(link: &mut Link, counted: &[Counted<'_>]) -> Result<(), StoreError> {
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
async fn asked(link: &mut Link, counted: &[Counted<'_>]) -> Result<(), StoreError> {
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

/// What was chosen is answers now, and what came too late is nothing.
async fn no_choices(link: &mut Link, counted: &[Counted<'_>]) -> Result<(), StoreError> {
    let rounds: Vec<_> = counted
        .iter()
        .flat_map(|one| (0..=one.close.round).map(|round| (one.close.lease.game, round)))
        .collect();
    link.run(
        "DELETE FROM choices WHERE (game, round) IN (SELECT CAST(value ->> 0 AS BIGINT), CAST(value ->> 1 AS BIGINT) FROM json_each($1))",
        &[(&json(&rounds)?).into()],
    )
    .await
    .map(drop)
}
