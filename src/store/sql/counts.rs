//! Running totals: how answers are added up, and the same from the start.
//!
//! Everything that is counted is a sum over `counts`: the answers that are kept, and the days that older ones were folded into. So totals
//! can be added to as questions close, and made anew at any time.

use async_trait::async_trait;

use super::{Link, StoreError, Write};
use crate::quiz::Server;

/// What is counted of both kinds of games: in company, and alone. `each` takes rows as they are, where none is of the same player.
macro_rules! measures {
    (sum) => {
        $crate::store::sql::counts::measures!(@ "SUM")
    };
    (each) => {
        $crate::store::sql::counts::measures!(@ "")
    };
    (@ $sum:literal) => {
        concat!(
            "CAST(", $sum, "(c.points) AS BIGINT), CAST(", $sum, "(c.correct) AS BIGINT), CAST(", $sum, "(c.answers) AS BIGINT), \
             CAST(", $sum, "(c.games) AS BIGINT), CAST(", $sum, "(c.topic_games) AS BIGINT), \
             CAST(", $sum, "(c.alone_points) AS BIGINT), CAST(", $sum, "(c.alone_correct) AS BIGINT), \
             CAST(", $sum, "(c.alone_answers) AS BIGINT), CAST(", $sum, "(c.alone_games) AS BIGINT), \
             CAST(", $sum, "(c.alone_topic_games) AS BIGINT)"
        )
    };
    (names) => {
        "points, correct, answers, games, topic_games, alone_points, alone_correct, alone_answers, alone_games, alone_topic_games"
    };
    (add $table:literal) => {
        concat!(
            "DO UPDATE SET points = ", $table, ".points + excluded.points, correct = ", $table, ".correct + excluded.correct, \
             answers = ", $table, ".answers + excluded.answers, games = ", $table, ".games + excluded.games, \
             topic_games = ", $table, ".topic_games + excluded.topic_games, \
             alone_points = ", $table, ".alone_points + excluded.alone_points, \
             alone_correct = ", $table, ".alone_correct + excluded.alone_correct, \
             alone_answers = ", $table, ".alone_answers + excluded.alone_answers, \
             alone_games = ", $table, ".alone_games + excluded.alone_games, \
             alone_topic_games = ", $table, ".alone_topic_games + excluded.alone_topic_games"
        )
    };
}

/// Rows as they stand in `totals`, of those that a condition on `c` names: for the season and for ever (season 0), for the topic and for all of them (no name).
macro_rules! total_rows {
    (each $from:literal, $which:literal) => {
        $crate::store::sql::counts::total_rows!(@ "", "", $from, $which)
    };
    ($from:literal $(, $which:literal)?) => {
        $crate::store::sql::counts::total_rows!(@ "SUM", " GROUP BY 1, 2, 3, 4", $from $(, $which)?)
    };
    (@ $sum:literal, $group:literal, $from:literal $(, $which:literal)?) => {
        concat!(
            "SELECT c.server, CASE WHEN scope.season = 0 THEN 0 ELSE c.season END, CASE WHEN scope.topic = 0 THEN '' ELSE c.topic END, \
             c.player, CAST(", $sum, "(c.points) AS BIGINT), CAST(", $sum, "(c.correct) AS BIGINT), CAST(", $sum, "(c.answers) AS BIGINT), \
             CAST(", $sum, "(CASE WHEN scope.topic = 0 THEN c.games ELSE c.topic_games END) AS BIGINT), \
             CAST(", $sum, "(c.alone_points) AS BIGINT), CAST(", $sum, "(c.alone_correct) AS BIGINT), \
             CAST(", $sum, "(c.alone_answers) AS BIGINT), \
             CAST(", $sum, "(CASE WHEN scope.topic = 0 THEN c.alone_games ELSE c.alone_topic_games END) AS BIGINT) \
             FROM ", $from, " AS c CROSS JOIN \
             (SELECT 0 AS season, 0 AS topic UNION ALL SELECT 0, 1 UNION ALL SELECT 1, 0 UNION ALL SELECT 1, 1) AS scope WHERE 1 = 1"
            $(, " AND ", $which)?, $group
        )
    };
}

/// Adds rows of the shape of `counts` to the totals.
macro_rules! add_to_totals {
    ($($rows:tt)+) => {
        concat!(
            "INSERT INTO totals (server, season, topic, player, points, correct, answers, games, \
             alone_points, alone_correct, alone_answers, alone_games) ",
            $crate::store::sql::counts::total_rows!($($rows)+),
            " ON CONFLICT (server, season, topic, player) \
             DO UPDATE SET points = totals.points + excluded.points, correct = totals.correct + excluded.correct, \
             answers = totals.answers + excluded.answers, games = totals.games + excluded.games, \
             alone_points = totals.alone_points + excluded.alone_points, alone_correct = totals.alone_correct + excluded.alone_correct, \
             alone_answers = totals.alone_answers + excluded.alone_answers, alone_games = totals.alone_games + excluded.alone_games"
        )
    };
}

/// Adds rows of the shape of `counts` to the days.
macro_rules! add_to_days {
    (each $from:literal, $which:literal) => {
        $crate::store::sql::counts::add_to_days!(@ each, "", $from, $which)
    };
    ($from:literal $(, $which:literal)?) => {
        $crate::store::sql::counts::add_to_days!(@ sum, " GROUP BY 1, 2, 3, 4", $from $(, $which)?)
    };
    (@ $how:tt, $group:literal, $from:literal $(, $which:literal)?) => {
        concat!(
            "INSERT INTO days (server, day, topic, player, ", $crate::store::sql::counts::measures!(names),
            ") SELECT c.server, c.day, c.topic, c.player, ", $crate::store::sql::counts::measures!($how),
            " FROM ", $from, " AS c WHERE 1 = 1" $(, " AND ", $which)?, $group,
            " ON CONFLICT (server, day, topic, player) ", $crate::store::sql::counts::measures!(add "days")
        )
    };
}

/// Adds rows of the shape of `counts` to the baseline that stands for answers that are gone.
macro_rules! add_to_folded {
    ($from:literal $(, $which:literal)?) => {
        concat!(
            "INSERT INTO folded (server, season, day, topic, player, ", $crate::store::sql::counts::measures!(names),
            ") SELECT c.server, c.season, c.day, c.topic, c.player, ", $crate::store::sql::counts::measures!(sum),
            " FROM ", $from, " AS c" $(, " WHERE ", $which)?, " GROUP BY 1, 2, 3, 4, 5 ON CONFLICT (server, season, day, topic, player) ",
            $crate::store::sql::counts::measures!(add "folded")
        )
    };
}

pub(super) use {add_to_days, add_to_folded, add_to_totals, measures, total_rows};

/// Makes the days of a server anew, as after a change of its time zone.
pub(super) async fn days_anew(link: &mut Link, server: Server) -> Result<(), StoreError> {
    let server = [server.into()];
    link.run("DELETE FROM days WHERE server = $1", &server)
        .await?;
    link.run(
        add_to_days!("(SELECT * FROM counts WHERE server = $1)"),
        &server,
    )
    .await?;
    Ok(())
}

/// How many rows of totals and days are not what the answers add up to.
pub(super) async fn wrong(link: &mut Link) -> Result<u64, StoreError> {
    let row = link
        .row(
            concat!(
                "WITH made AS (", total_rows!("counts"), "), \
                 kept AS (SELECT server, season, topic, player, points, correct, answers, games, \
                     alone_points, alone_correct, alone_answers, alone_games FROM totals) \
                 SELECT (SELECT COUNT(*) FROM (SELECT * FROM made EXCEPT SELECT * FROM kept) AS missing) \
                      + (SELECT COUNT(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM made) AS superfluous)"
            ),
            &[],
        )
        .await?;
    let totals = row.map_or(Ok(0), |row| row.unsigned(0))?;
    let row = link
        .row(
            concat!(
                "WITH made AS (SELECT c.server, c.day, c.topic, c.player, ", measures!(sum), " FROM counts AS c GROUP BY 1, 2, 3, 4), \
                 kept AS (SELECT server, day, topic, player, ", measures!(names), " FROM days) \
                 SELECT (SELECT COUNT(*) FROM (SELECT * FROM made EXCEPT SELECT * FROM kept) AS missing) \
                      + (SELECT COUNT(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM made) AS superfluous)"
            ),
            &[],
        )
        .await?;
    Ok(totals + row.map_or(Ok(0), |row| row.unsigned(0))?)
}

/// Makes every total and every day anew.
#[derive(Debug)]
pub(super) struct Recount;

#[async_trait]
impl Write for Recount {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let wrong = wrong(link).await?;
        link.run("DELETE FROM totals", &[]).await?;
        link.run("DELETE FROM days", &[]).await?;
        link.run(add_to_totals!("counts"), &[]).await?;
        link.run(add_to_days!("counts"), &[]).await?;
        Ok(wrong as i64)
    }
}
