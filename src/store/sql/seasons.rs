//! Seasons. The first has no row until it is planned or ended: a server that never ends one is in season 1.

use std::collections::BTreeMap;
use std::time::Duration;

use async_trait::async_trait;

use super::settings::audit;
use super::{Database, Link, Row, Write, json};
use crate::quiz::{Player, Server};
use crate::store::{Season, Seasons, StoreError};

#[async_trait]
impl Seasons for Database {
    async fn seasons(&self, server: Server) -> Result<Vec<Season>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT number, begins, ends, due FROM seasons WHERE server = $1 ORDER BY number",
                &[server.into()],
            )
            .await?;
        let time = |millis: Option<i64>| {
            millis.map(|millis| Duration::from_millis(u64::try_from(millis).unwrap_or(0)))
        };
        let mut seasons = rows
            .iter()
            .map(|row| {
                Ok(Season {
                    number: row.count(0)?,
                    begins: row.time(1)?,
                    ends: time(row.number_if_any(2)?),
                    due: time(row.number_if_any(3)?),
                })
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        if seasons.is_empty() {
            seasons.push(Season {
                number: 1,
                begins: Duration::ZERO,
                ends: None,
                due: None,
            });
        }
        Ok(seasons)
    }

    async fn end_season(
        &self,
        server: Server,
        number: u32,
        by: Option<Player>,
        at: Duration,
    ) -> Result<u32, StoreError> {
        let end = End {
            server,
            number,
            by: by.unwrap_or(Player(0)),
            at,
        };
        let on = self.writer.write(end).await?;
        u32::try_from(on).map_err(|_| StoreError::Unreadable(format!("season {on}")))
    }

    async fn plan_season_end(
        &self,
        server: Server,
        due: Option<Duration>,
        by: Player,
        at: Duration,
    ) -> Result<(), StoreError> {
        let plan = Plan {
            server,
            due,
            by,
            at,
        };
        self.writer.write(plan).await.map(drop)
    }

    async fn seasons_due(&self, at: Duration) -> Result<Vec<(Server, u32)>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT server, number FROM seasons WHERE ends IS NULL AND due IS NOT NULL AND due <= $1 ORDER BY due, server",
                &[at.into()],
            )
            .await?;
        named(&rows)
    }

    async fn podiums_owed(&self) -> Result<Vec<(Server, u32)>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT server, number FROM seasons WHERE podium_owed = 1 ORDER BY server, number",
                &[],
            )
            .await?;
        named(&rows)
    }

    async fn podium_settled(&self, server: Server, number: u32) -> Result<(), StoreError> {
        let settled = Settled { server, number };
        self.writer.write(settled).await.map(drop)
    }
}

/// Rows of a server and a season's number.
fn named(rows: &[Row]) -> Result<Vec<(Server, u32)>, StoreError> {
    rows.iter()
        .map(|row| Ok((Server(row.unsigned(0)?), row.count(1)?)))
        .collect()
}

/// Gives the first season its row.
async fn begin_first(link: &mut Link, server: Server) -> Result<(), StoreError> {
    link.run(
        "INSERT INTO seasons (server, number, begins) SELECT CAST($1 AS BIGINT), 1, 0 \
         WHERE NOT EXISTS (SELECT 1 FROM seasons WHERE server = $1) ON CONFLICT DO NOTHING",
        &[server.into()],
    )
    .await
    .map(drop)
}

#[derive(Debug)]
struct End {
    server: Server,
    number: u32,
    by: Player,
    at: Duration,
}

#[async_trait]
impl Write for End {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        begin_first(link, self.server).await?;
        let (server, number) = (self.server.into(), self.number.into());
        let ended = link
            .run(
                "UPDATE seasons SET ends = $3, ended_by = $4, podium_owed = 1 WHERE server = $1 AND number = $2 AND ends IS NULL",
                &[server, number, self.at.into(), self.by.into()],
            )
            .await?;
        if ended > 0 {
            link.run(
                "INSERT INTO seasons (server, number, begins) VALUES ($1, $2, $3)",
                &[self.server.into(), (self.number + 1).into(), self.at.into()],
            )
            .await?;
        }
        link.row(
            "SELECT MAX(number) FROM seasons WHERE server = $1",
            &[self.server.into()],
        )
        .await?
        .map_or(Ok(1), |row| row.number(0))
    }
}

#[derive(Debug)]
struct Settled {
    server: Server,
    number: u32,
}

#[async_trait]
impl Write for Settled {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let settled = link
            .run(
                "UPDATE seasons SET podium_owed = NULL WHERE server = $1 AND number = $2",
                &[self.server.into(), self.number.into()],
            )
            .await?;
        Ok(settled as i64)
    }
}

#[derive(Debug)]
struct Plan {
    server: Server,
    due: Option<Duration>,
    by: Player,
    at: Duration,
}

#[async_trait]
impl Write for Plan {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        begin_first(link, self.server).await?;
        let before = link
            .row(
                "SELECT due FROM seasons WHERE server = $1 AND ends IS NULL",
                &[self.server.into()],
            )
            .await?
            .map_or(Ok(None), |row| row.number_if_any(0))?;
        let after = self.due.map(|due| due.as_millis() as i64);
        if before == after {
            return Ok(0);
        }
        let said = |due: Option<i64>| json(&BTreeMap::from([("season_end", due)]));
        audit(
            link,
            self.server,
            self.by,
            self.at,
            (&said(before)?, &said(after)?),
        )
        .await?;
        let changed = match self.due {
            Some(due) => {
                link.run(
                    "UPDATE seasons SET due = $2 WHERE server = $1 AND ends IS NULL",
                    &[self.server.into(), due.into()],
                )
                .await?
            }
            None => {
                link.run(
                    "UPDATE seasons SET due = NULL WHERE server = $1 AND ends IS NULL",
                    &[self.server.into()],
                )
                .await?
            }
        };
        Ok(changed as i64)
    }
}
