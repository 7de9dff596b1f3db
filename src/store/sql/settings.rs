//! Settings of servers, and what a new time zone does to answers that are kept.

use std::time::Duration;

use async_trait::async_trait;

use super::counts::days_anew;
use super::{Database, Link, Write, json};
use crate::quiz::{Player, Server};
use crate::store::{Calendar, ServerSettings, Settings, StoreError};

#[async_trait]
impl Settings for Database {
    async fn settings(&self, server: Server) -> Result<ServerSettings, StoreError> {
        self.readers
            .row(
                "SELECT settings FROM servers WHERE server = $1",
                &[server.into()],
            )
            .await?
            .map_or_else(|| Ok(ServerSettings::default()), |row| row.json(0))
    }

    async fn set_settings(
        &self,
        server: Server,
        by: Player,
        settings: &ServerSettings,
        at: Duration,
    ) -> Result<(), StoreError> {
        if !Calendar::knows(&settings.time_zone) {
            return Err(StoreError::NoSuchZone(settings.time_zone.clone()));
        }
        let set = Set {
            server,
            by,
            settings: settings.clone(),
            at,
        };
        self.writer.write(set).await.map(drop)
    }
}

#[derive(Debug)]
struct Set {
    server: Server,
    by: Player,
    settings: ServerSettings,
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
        let (before, zone) = match &row {
            Some(row) => (row.text(0)?, row.json::<ServerSettings>(0)?.time_zone),
            None => ("{}", ServerSettings::default().time_zone),
        };
        let after = json(&self.settings)?;
        link.run(
            "INSERT INTO servers (server, settings) VALUES ($1, $2) ON CONFLICT (server) DO UPDATE SET settings = excluded.settings",
            &[self.server.into(), (&after).into()],
        )
        .await?;
        link.run(
            "INSERT INTO settings_changes (server, player, at, before, after) VALUES ($1, $2, $3, $4, $5)",
            &[self.server.into(), self.by.into(), self.at.into(), before.into(), (&after).into()],
        )
        .await?;
        if zone != self.settings.time_zone {
            self.move_days(link).await?;
        }
        Ok(1)
    }
}

impl Set {
    /// Gives every answer that is kept the day that it falls on in the new time zone.
    async fn move_days(&self, link: &mut Link) -> Result<(), StoreError> {
        let row = link
            .row(
                "SELECT COALESCE(MIN(at), 0), COALESCE(MAX(at), 0) FROM answers WHERE server = $1",
                &[self.server.into()],
            )
            .await?
            .ok_or(StoreError::NotWritten)?;
        let (first, last) = (row.time(0)?, row.time(1)?);
        let stretches = Calendar::of(&self.settings).stretches(first, last);
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
