//! Settings of servers, and what a new time zone does to answers that are kept.

use std::time::Duration;

use async_trait::async_trait;

use super::counts::days_anew;
use super::{Database, Link, Write, json};
use crate::quiz::{Player, Server};
use crate::store::settings::{Change, ChosenSettings, Defaults, Own, Setting};
use crate::store::{Calendar, ServerSettings, Settings, StoreError};

impl Database {
    async fn own(&self, server: Server) -> Result<Own, StoreError> {
        self.readers
            .row(
                "SELECT settings FROM servers WHERE server = $1",
                &[server.into()],
            )
            .await?
            .map_or_else(|| Ok(Own::new()), |row| row.json(0))
    }

    /// What a board needs to know first, asked in one statement: the settings, and the number of the season that is on.
    pub(super) async fn settings_and_season(
        &self,
        server: Server,
    ) -> Result<(ServerSettings, i64), StoreError> {
        let row = self
            .readers
            .row(
                "SELECT COALESCE((SELECT settings FROM servers WHERE server = $1), '{}'), \
                     (SELECT COALESCE(MAX(number), 1) FROM seasons WHERE server = $1)",
                &[server.into()],
            )
            .await?;
        let (own, season) = match row {
            Some(row) => (row.json(0)?, row.number(1)?),
            None => (Own::new(), 1),
        };
        Ok((self.defaults.with(&own)?, season))
    }
}

#[async_trait]
impl Settings for Database {
    async fn settings(&self, server: Server) -> Result<ServerSettings, StoreError> {
        self.defaults.with(&self.own(server).await?)
    }

    async fn chosen_settings(&self, server: Server) -> Result<ChosenSettings, StoreError> {
        let own = self.own(server).await?;
        let last = self
            .readers
            .row(
                "SELECT player, at FROM settings_changes WHERE server = $1 ORDER BY id DESC LIMIT 1",
                &[server.into()],
            )
            .await?;
        let last = match last {
            Some(row) => Some((Player(row.unsigned(0)?), row.time(1)?)),
            None => None,
        };
        let known = |name: &String| serde_json::from_value::<Setting>(name.clone().into()).ok();
        Ok(ChosenSettings {
            settings: self.defaults.with(&own)?,
            defaults: self.defaults.with(&Own::new())?,
            own: own.keys().filter_map(known).collect(),
            last,
        })
    }

    async fn change_settings(
        &self,
        server: Server,
        by: Player,
        change: &Change,
        at: Duration,
    ) -> Result<(), StoreError> {
        if let Change::TimeZone(zone) = change
            && !Calendar::knows(zone)
        {
            return Err(StoreError::NoSuchZone(zone.clone()));
        }
        let set = Set {
            server,
            by,
            change: change.clone(),
            defaults: self.defaults.clone(),
            at,
        };
        self.writer.write(set).await.map(drop)
    }
}

/// Writes down who changed what, and when: before and after, as JSON.
pub(super) async fn audit(
    link: &mut Link,
    server: Server,
    by: Player,
    at: Duration,
    (before, after): (&String, &String),
) -> Result<(), StoreError> {
    link.run(
        "INSERT INTO settings_changes (server, player, at, before, after) VALUES ($1, $2, $3, $4, $5)",
        &[server.into(), by.into(), at.into(), before.into(), after.into()],
    )
    .await
    .map(drop)
}

#[derive(Debug)]
struct Set {
    server: Server,
    by: Player,
    change: Change,
    defaults: Defaults,
    at: Duration,
}

#[async_trait]
impl Write for Set {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let row = link
            .row(
                "SELECT settings FROM servers WHERE server = $1",
                &[self.server.into()],
            )
            .await?;
        let before: Own = row.map_or_else(|| Ok(Own::new()), |row| row.json(0))?;
        let mut after = before.clone();
        self.change.apply(&mut after);
        if after == before {
            return Ok(0);
        }
        let settings = self.defaults.with(&after)?;
        let (old, new) = (json(&before)?, json(&after)?);
        link.run(
            "INSERT INTO servers (server, settings) VALUES ($1, $2) ON CONFLICT (server) DO UPDATE SET settings = excluded.settings",
            &[self.server.into(), (&new).into()],
        )
        .await?;
        audit(link, self.server, self.by, self.at, (&old, &new)).await?;
        if self.defaults.with(&before)?.time_zone != settings.time_zone {
            self.move_days(link, &settings).await?;
        }
        Ok(1)
    }
}

impl Set {
    /// Gives every answer that is kept the day that it falls on in the new time zone.
    async fn move_days(
        &self,
        link: &mut Link,
        settings: &ServerSettings,
    ) -> Result<(), StoreError> {
        let row = link
            .row(
                "SELECT COALESCE(MIN(at), 0), COALESCE(MAX(at), 0) FROM answers WHERE server = $1",
                &[self.server.into()],
            )
            .await?
            .ok_or(StoreError::NotWritten)?;
        let (first, last) = (row.time(0)?, row.time(1)?);
        let stretches = Calendar::of(settings).stretches(first, last);
        for (index, (begin, ahead)) in stretches.iter().enumerate() {
            let end: i64 = stretches
                .get(index + 1)
                .map_or(i64::MAX, |(next, _)| next.as_millis() as i64);
            link.run(
                "UPDATE answers SET day = (at + $4) / 86400000 WHERE server = $1 AND at >= $2 AND at < $3",
                &[self.server.into(), (*begin).into(), end.into(), (*ahead).into()],
            )
            .await?;
        }
        days_anew(link, self.server).await
    }
}
