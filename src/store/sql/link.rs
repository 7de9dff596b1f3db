//! A connection to either database, and the values that go in and come out: whole numbers and text, nothing else.

use std::borrow::Cow;
use std::time::Duration;

use futures_util::TryStreamExt as _;
use serde::de::DeserializeOwned;
use sqlx::postgres::{PgConnection, PgPool, PgRow};
use sqlx::sqlite::{SqliteConnection, SqlitePool, SqliteRow};
use sqlx::{Connection as _, Row as _};

use crate::quiz::{Player, Server};
use crate::store::{Channel, GameId, GroupId, StoreError};

/// One connection.
#[derive(Debug)]
pub(in crate::store) enum Link {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// Connections for reading.
#[derive(Debug)]
pub(in crate::store) enum Readers {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// What is bound to a placeholder.
#[derive(Debug, Clone)]
pub(in crate::store) enum Value<'v> {
    Number(i64),
    Text(&'v str),
}

/// What a query gave.
#[derive(Debug)]
pub(in crate::store) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

macro_rules! bound {
    ($sql:expr, $values:expr) => {{
        let mut query = sqlx::query($sql);
        for value in $values {
            query = match value {
                Value::Number(number) => query.bind(*number),
                Value::Text(text) => query.bind(without_nul(text).into_owned()),
            };
        }
        query
    }};
}

impl Link {
    /// Runs a statement; gives how many rows it changed.
    pub(in crate::store) async fn run(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<u64, StoreError> {
        Ok(match self {
            Self::Sqlite(link) => bound!(sql, values).execute(link).await?.rows_affected(),
            Self::Postgres(link) => bound!(sql, values).execute(link).await?.rows_affected(),
        })
    }

    /// All rows of a query.
    pub(in crate::store) async fn rows(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<Vec<Row>, StoreError> {
        Ok(match self {
            Self::Sqlite(link) => {
                let rows = bound!(sql, values).fetch_all(link).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Self::Postgres(link) => {
                let rows = bound!(sql, values).fetch_all(link).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The first row of a query.
    pub(in crate::store) async fn row(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<Option<Row>, StoreError> {
        Ok(match self {
            Self::Sqlite(link) => bound!(sql, values)
                .fetch_optional(link)
                .await?
                .map(Row::Sqlite),
            Self::Postgres(link) => bound!(sql, values)
                .fetch_optional(link)
                .await?
                .map(Row::Postgres),
        })
    }

    /// Shows every row of a query, one at a time.
    pub(in crate::store) async fn each(
        &mut self,
        sql: &'static str,
        mut show: impl FnMut(&Row) -> Result<(), StoreError> + Send,
    ) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(link) => {
                let mut rows = sqlx::query(sql).fetch(link);
                while let Some(row) = rows.try_next().await? {
                    show(&Row::Sqlite(row))?;
                }
            }
            Self::Postgres(link) => {
                let mut rows = sqlx::query(sql).fetch(link);
                while let Some(row) = rows.try_next().await? {
                    show(&Row::Postgres(row))?;
                }
            }
        }
        Ok(())
    }

    /// After rows came with their numbers: new ones get higher numbers. SQLite sees to it by itself.
    pub(in crate::store) async fn continue_numbers(&mut self) -> Result<(), StoreError> {
        if let Self::Postgres(_) = self {
            for sql in [
                "SELECT setval(pg_get_serial_sequence('games', 'id'), COALESCE(MAX(id), 0) + 1, false) FROM games",
                "SELECT setval(pg_get_serial_sequence('reports', 'id'), COALESCE(MAX(id), 0) + 1, false) FROM reports",
                "SELECT setval(pg_get_serial_sequence('study_groups', 'id'), COALESCE(MAX(id), 0) + 1, false) FROM study_groups",
                "SELECT setval(pg_get_serial_sequence('settings_changes', 'id'), COALESCE(MAX(id), 0) + 1, false) FROM settings_changes",
            ] {
                self.row(sql, &[]).await?;
            }
        }
        Ok(())
    }

    /// Begins a transaction that will write.
    pub(in crate::store) async fn begin(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(_) => self.run("BEGIN IMMEDIATE", &[]).await,
            Self::Postgres(_) => self.run("BEGIN", &[]).await,
        }
        .map(drop)
    }

    /// Begins a transaction that sees one moment and writes nothing.
    pub(in crate::store) async fn begin_reading(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(_) => self.run("BEGIN", &[]).await,
            Self::Postgres(_) => {
                self.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", &[])
                    .await
            }
        }
        .map(drop)
    }

    pub(in crate::store) async fn commit(&mut self) -> Result<(), StoreError> {
        self.run("COMMIT", &[]).await.map(drop)
    }

    pub(in crate::store) async fn rollback(&mut self) -> Result<(), StoreError> {
        self.run("ROLLBACK", &[]).await.map(drop)
    }

    pub(in crate::store) async fn close(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(link) => link.close().await?,
            Self::Postgres(link) => link.close().await?,
        }
        Ok(())
    }
}

impl Readers {
    /// All rows of a query.
    pub(in crate::store) async fn rows(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<Vec<Row>, StoreError> {
        Ok(match self {
            Self::Sqlite(pool) => {
                let rows = bound!(sql, values).fetch_all(pool).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Self::Postgres(pool) => {
                let rows = bound!(sql, values).fetch_all(pool).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The first row of a query.
    pub(in crate::store) async fn row(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<Option<Row>, StoreError> {
        Ok(match self {
            Self::Sqlite(pool) => bound!(sql, values)
                .fetch_optional(pool)
                .await?
                .map(Row::Sqlite),
            Self::Postgres(pool) => bound!(sql, values)
                .fetch_optional(pool)
                .await?
                .map(Row::Postgres),
        })
    }

    /// A connection of one's own, for a long reading; it does not go back to the pool.
    pub(in crate::store) async fn own(&self) -> Result<Link, StoreError> {
        Ok(match self {
            Self::Sqlite(pool) => Link::Sqlite(pool.acquire().await?.detach()),
            Self::Postgres(pool) => Link::Postgres(pool.acquire().await?.detach()),
        })
    }

    pub(in crate::store) async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Row {
    pub(in crate::store) fn number(&self, column: usize) -> Result<i64, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    pub(in crate::store) fn text(&self, column: usize) -> Result<&str, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    pub(in crate::store) fn number_if_any(&self, column: usize) -> Result<Option<i64>, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    pub(in crate::store) fn text_if_any(&self, column: usize) -> Result<Option<&str>, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.try_get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    /// A snowflake, a time or a count.
    pub(in crate::store) fn unsigned(&self, column: usize) -> Result<u64, StoreError> {
        let number = self.number(column)?;
        u64::try_from(number).map_err(|_| {
            StoreError::Unreadable(format!("{number} where no negative number belongs"))
        })
    }

    /// A count that stays small.
    pub(in crate::store) fn count(&self, column: usize) -> Result<u32, StoreError> {
        let number = self.number(column)?;
        u32::try_from(number)
            .map_err(|_| StoreError::Unreadable(format!("{number} where a count belongs")))
    }

    pub(in crate::store) fn time(&self, column: usize) -> Result<Duration, StoreError> {
        self.unsigned(column).map(Duration::from_millis)
    }

    pub(in crate::store) fn json<T: DeserializeOwned>(
        &self,
        column: usize,
    ) -> Result<T, StoreError> {
        serde_json::from_str(self.text(column)?)
            .map_err(|fault| StoreError::Unreadable(fault.to_string()))
    }
}

/// PostgreSQL cannot keep the character NUL; so that both stores hold the same, SQLite does without it too.
fn without_nul(text: &str) -> Cow<'_, str> {
    if text.contains('\0') {
        Cow::Owned(text.replace('\0', "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A snowflake or a count as it is kept; Discord's stay below 2^63 for the next 60 years.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Number(signed(number))
    }
}
impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}
impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(signed(number as u64))
    }
}
impl From<bool> for Value<'_> {
    fn from(switch: bool) -> Self {
        Self::Number(switch.into())
    }
}
impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(text)
    }
}
impl<'v> From<&'v String> for Value<'v> {
    fn from(text: &'v String) -> Self {
        Self::Text(text)
    }
}
impl From<Server> for Value<'_> {
    fn from(server: Server) -> Self {
        server.0.into()
    }
}
impl From<Player> for Value<'_> {
    fn from(player: Player) -> Self {
        player.0.into()
    }
}
impl From<Channel> for Value<'_> {
    fn from(channel: Channel) -> Self {
        channel.0.into()
    }
}
impl From<GameId> for Value<'_> {
    fn from(game: GameId) -> Self {
        Self::Number(game.0)
    }
}
impl From<GroupId> for Value<'_> {
    fn from(group: GroupId) -> Self {
        Self::Number(group.0)
    }
}
/// Milliseconds since the epoch.
impl From<Duration> for Value<'_> {
    fn from(at: Duration) -> Self {
        Self::Number(i64::try_from(at.as_millis()).unwrap_or(i64::MAX))
    }
}
