//! Study groups.

mod writes;

use std::time::Duration;

use async_trait::async_trait;

use super::boards::From;
use super::{Database, Row};
use crate::quiz::{Player, Server};
use crate::store::{Group, GroupId, GroupPlace, Groups, Period, StoreError};
use writes::{Create, Join, Leave, Remove, Rename};

/// Characters that a name may have.
const LONGEST: usize = 32;

#[async_trait]
impl Groups for Database {
    async fn create_group(
        &self,
        server: Server,
        name: &str,
        by: Player,
        at: Duration,
    ) -> Result<GroupId, StoreError> {
        let create = Create {
            server,
            name: checked(name)?,
            by,
            at,
        };
        self.writer.write(create).await.map(GroupId)
    }

    async fn rename_group(
        &self,
        server: Server,
        group: GroupId,
        name: &str,
    ) -> Result<(), StoreError> {
        let rename = Rename {
            server,
            group,
            name: checked(name)?,
        };
        self.writer.write(rename).await.map(drop)
    }

    async fn remove_group(&self, server: Server, group: GroupId) -> Result<(), StoreError> {
        self.writer.write(Remove { server, group }).await.map(drop)
    }

    async fn join_group(
        &self,
        server: Server,
        group: GroupId,
        player: Player,
        at: Duration,
    ) -> Result<(), StoreError> {
        let join = Join {
            server,
            group,
            player,
            at,
        };
        self.writer.write(join).await.map(drop)
    }

    async fn leave_group(
        &self,
        server: Server,
        group: GroupId,
        player: Player,
    ) -> Result<bool, StoreError> {
        let leave = Leave {
            server,
            group,
            player,
        };
        Ok(self.writer.write(leave).await? > 0)
    }

    async fn groups(&self, server: Server) -> Result<Vec<Group>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT id, name, (SELECT COUNT(*) FROM members WHERE study_group = study_groups.id) FROM study_groups \
                 WHERE server = $1 ORDER BY name_key",
                &[server.into()],
            )
            .await?;
        rows.iter().map(group).collect()
    }

    async fn groups_of(&self, server: Server, player: Player) -> Result<Vec<Group>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT id, name, (SELECT COUNT(*) FROM members WHERE study_group = study_groups.id) FROM study_groups \
                 WHERE server = $1 AND id IN (SELECT study_group FROM members WHERE player = $2 AND server = $1) ORDER BY name_key",
                &[server.into(), player.into()],
            )
            .await?;
        rows.iter().map(group).collect()
    }

    async fn group_board(
        &self,
        server: Server,
        period: Period,
        topic: Option<&str>,
        at: Duration,
    ) -> Result<Vec<GroupPlace>, StoreError> {
        let (from, alone) = self.source(server, period, at).await?;
        let (sql, first, last) = match from {
            From::Totals(season) => (BOARD_OF_TOTALS, season, 0),
            From::Days(first, last) => (BOARD_OF_DAYS, first, last),
        };
        let values = [
            server.into(),
            first.into(),
            topic.unwrap_or_default().into(),
            alone.into(),
            last.into(),
        ];
        let rows = self.readers.rows(sql, &values).await?;
        let mut places = rows
            .iter()
            .map(|row| {
                let (active, points) = (row.unsigned(3)?, row.unsigned(4)?);
                Ok(GroupPlace {
                    rank: 0,
                    group: group(row)?,
                    active,
                    points,
                    average: points as f64 / active.max(1) as f64,
                })
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        // Stable: groups of the same average stay by name.
        places.sort_by(|left, right| right.average.total_cmp(&left.average));
        rank(&mut places);
        Ok(places)
    }
}

/// Numbers places that are sorted; the same average shares a rank.
fn rank(places: &mut [GroupPlace]) {
    let mut last: Option<(f64, u64)> = None;
    for (number, place) in (1..).zip(places) {
        place.rank = match last {
            Some((average, rank)) if average.total_cmp(&place.average).is_eq() => rank,
            _ => number,
        };
        last = Some((place.average, place.rank));
    }
}

/// Hidden people count for their group: nobody is named on its board.
macro_rules! board {
    ($sums:literal) => {
        concat!(
            "SELECT study_groups.id, study_groups.name, (SELECT COUNT(*) FROM members WHERE study_group = study_groups.id), \
             COUNT(sums.player), CAST(COALESCE(SUM(sums.points), 0) AS BIGINT) FROM study_groups \
             LEFT JOIN members ON members.study_group = study_groups.id \
             LEFT JOIN (", $sums, ") AS sums ON sums.player = members.player \
             WHERE study_groups.server = $1 GROUP BY study_groups.id, study_groups.name, study_groups.name_key \
             ORDER BY study_groups.name_key"
        )
    };
}

const BOARD_OF_TOTALS: &str = board!(
    "SELECT player, points + $4 * alone_points AS points FROM totals \
     WHERE server = $1 AND season = $2 AND topic = $3 AND answers + $4 * alone_answers > 0 AND $5 = 0"
);
const BOARD_OF_DAYS: &str = board!(
    "SELECT player, SUM(points + $4 * alone_points) AS points FROM days \
     WHERE server = $1 AND day >= $2 AND day <= $5 AND ($3 = '' OR topic = $3) \
     GROUP BY player HAVING SUM(answers + $4 * alone_answers) > 0"
);

fn group(row: &Row) -> Result<Group, StoreError> {
    Ok(Group {
        id: GroupId(row.number(0)?),
        name: row.text(1)?.to_owned(),
        members: row.unsigned(2)?,
    })
}

/// A name without blanks around it, and not too long.
fn checked(name: &str) -> Result<String, StoreError> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > LONGEST {
        return Err(StoreError::BadName);
    }
    Ok(name)
}
