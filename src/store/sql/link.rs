//! A connection to either database, and the values that go in and come out: whole numbers and text, nothing else.

mod row;
mod values;

use futures_util::TryStreamExt as _;
use sqlx::Connection as _;
use sqlx::postgres::{PgConnection, PgPool};
use sqlx::sqlite::{SqliteConnection, SqlitePool};

use crate::store::StoreError;
use values::without_nul;

pub(in crate::store) use row::Row;
pub(in crate::store) use values::Value;

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
