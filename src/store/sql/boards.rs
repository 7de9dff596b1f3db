//! Pages of boards.

use std::time::Duration;

use super::{Database, Row};
use crate::quiz::{Player, Server};
use crate::store::{Board, Calendar, ENOUGH, PAGE, Period, Place, Sort, StoreError, Tally, View};

/// Who is on a board with what; `$1` to `$3` say where it comes from. `$4` is 1 where games played alone count too, `$5` is a study group
/// or 0.
macro_rules! scored {
    (totals) => {
        "SELECT player, points + $4 * alone_points AS points, correct + $4 * alone_correct AS correct, \
             answers + $4 * alone_answers AS answers, games + $4 * alone_games AS games \
         FROM totals WHERE server = $1 AND season = $2 AND topic = $3 AND player <> 0 \
             AND ($5 = 0 OR player IN (SELECT player FROM members WHERE study_group = $5)) \
             AND player NOT IN (SELECT player FROM hidden)"
    };
    (days) => {
        "SELECT player, CAST(SUM(points + $4 * alone_points) AS BIGINT) AS points, \
             CAST(SUM(correct + $4 * alone_correct) AS BIGINT) AS correct, \
             CAST(SUM(answers + $4 * alone_answers) AS BIGINT) AS answers, \
             CAST(SUM(CASE WHEN $3 = '' THEN games + $4 * alone_games ELSE topic_games + $4 * alone_topic_games END) AS BIGINT) AS games \
         FROM days WHERE server = $1 AND day >= $2 AND day <= $6 AND ($3 = '' OR topic = $3) AND player <> 0 \
             AND ($5 = 0 OR player IN (SELECT player FROM members WHERE study_group = $5)) \
             AND player NOT IN (SELECT player FROM hidden) GROUP BY player"
    };
}

/// One page, or the last where that is past the end, and the row of who asks. `$7` sorts, `$8` is the least number of answers, `$9` the
/// page's first line, `$10` who asks.
macro_rules! page {
    ($from:tt) => {
        concat!(
            "WITH scored AS (", scored!($from), "), \
             sorted AS (SELECT scored.*, CASE $7 WHEN 0 THEN points WHEN 1 THEN correct * 100000 / answers ELSE games END AS score \
                 FROM scored WHERE answers >= $8), \
             ranked AS (SELECT sorted.*, RANK() OVER (ORDER BY score DESC) AS place, \
                 ROW_NUMBER() OVER (ORDER BY score DESC, player) - 1 AS line, COUNT(*) OVER () AS players FROM sorted) \
             SELECT player, points, correct, answers, games, place, line, players FROM ranked \
             WHERE line / 10 = CASE WHEN $9 < players THEN $9 ELSE players - 1 END / 10 OR player = $10 ORDER BY line"
        )
    };
}

/// Where a board's rows come from, and the values that say so.
#[derive(Debug, Clone, Copy)]
pub(super) enum From {
    /// A season, or 0 for all.
    Totals(i64),
    /// From one day to another.
    Days(i64, i64),
}

impl Database {
    pub(super) async fn page(&self, view: &View, at: Duration) -> Result<Board, StoreError> {
        let (from, alone) = self.source(view.server, view.period, at).await?;
        self.page_of(view, from, alone).await
    }

    pub(super) async fn page_of(
        &self,
        view: &View,
        from: From,
        alone: bool,
    ) -> Result<Board, StoreError> {
        let (sql, first, last) = match from {
            From::Totals(season) => (page!(totals), season, 0),
            From::Days(first, last) => (page!(days), first, last),
        };
        let (sort, least): (i64, u32) = match view.sort {
            Sort::Points => (0, 1),
            Sort::Accuracy => (1, ENOUGH),
            Sort::Games => (2, 1),
        };
        let rows = self
            .readers
            .rows(
                sql,
                &[
                    view.server.into(),
                    first.into(),
                    view.topic.as_deref().unwrap_or_default().into(),
                    alone.into(),
                    view.group.map_or(0, |group| group.0).into(),
                    last.into(),
                    sort.into(),
                    least.into(),
                    (view.page * PAGE).into(),
                    view.me.map_or(0, |me| me.0).into(),
                ],
            )
            .await?;
        let mut places = rows.iter().map(place).collect::<Result<Vec<_>, _>>()?;
        let players = rows.first().map_or(Ok(0), |row| row.unsigned(7))?;
        let mine = places
            .iter()
            .copied()
            .find(|place| Some(place.player) == view.me);
        let pages = pages(players);
        let page = view.page.min(pages - 1);
        let lines = u64::from(page * PAGE)..u64::from((page + 1) * PAGE);
        places.retain(|place| lines.contains(&place.line));
        Ok(Board {
            places,
            page,
            pages,
            players,
            mine,
        })
    }

    /// Where the rows of a period are, and whether games played alone count.
    pub(super) async fn source(
        &self,
        server: Server,
        period: Period,
        at: Duration,
    ) -> Result<(From, bool), StoreError> {
        let (settings, season) = self.settings_and_season(server).await?;
        let from = match Calendar::of(&settings).days(period, at) {
            Some(days) => From::Days(*days.start(), *days.end()),
            None => From::Totals(match period {
                Period::OneSeason(number) => number.into(),
                Period::All => 0,
                _ => season,
            }),
        };
        Ok((from, settings.single_player_counts))
    }
}

fn place(row: &Row) -> Result<Place, StoreError> {
    Ok(Place {
        player: Player(row.unsigned(0)?),
        tally: tally(row, 1)?,
        rank: row.unsigned(5)?,
        line: row.unsigned(6)?,
    })
}

/// Four columns from `first` on.
pub(super) fn tally(row: &Row, first: usize) -> Result<Tally, StoreError> {
    Ok(Tally {
        points: row.unsigned(first)?,
        right: row.unsigned(first + 1)?,
        answers: row.unsigned(first + 2)?,
        games: row.unsigned(first + 3)?,
    })
}

fn pages(players: u64) -> u32 {
    u32::try_from(players.div_ceil(PAGE.into()).max(1)).unwrap_or(u32::MAX)
}
