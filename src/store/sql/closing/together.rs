//! Questions that close at the same time, in the same statements.

mod counting;

use std::collections::{HashMap, HashSet};

use super::{Before, CloseRound};
use crate::store::StoreError;
use crate::store::sql::link::Value;
use crate::store::sql::{Link, Row, json};
use counting::{add_up, answers, asked};

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
