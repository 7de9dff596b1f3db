//! Sessions that were begun at Discord's gateway.

use std::time::Duration;

use async_trait::async_trait;

use super::{Database, Link, Write};
use crate::store::StoreError;
use crate::store::sessions::{A_DAY, Sessions};

#[async_trait]
impl Sessions for Database {
    async fn session_started(&self, at: Duration) -> Result<(), StoreError> {
        self.writer.write(Started { at }).await.map(drop)
    }

    async fn session_starts(&self, since: Duration) -> Result<Vec<Duration>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT at FROM session_starts WHERE at > $1 ORDER BY at",
                &[since.into()],
            )
            .await?;
        rows.iter().map(|row| row.time(0)).collect()
    }
}

#[derive(Debug)]
struct Started {
    at: Duration,
}

#[async_trait]
impl Write for Started {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let forgotten = self.at.saturating_sub(A_DAY);
        link.run(
            "DELETE FROM session_starts WHERE at <= $1",
            &[forgotten.into()],
        )
        .await?;
        link.run(
            "INSERT INTO session_starts (at) VALUES ($1)",
            &[self.at.into()],
        )
        .await?;
        Ok(1)
    }
}
