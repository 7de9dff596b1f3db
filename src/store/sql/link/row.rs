//! What comes out of a query, column by column.

use std::time::Duration;

use serde::de::DeserializeOwned;
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;

use crate::store::StoreError;

/// What a query gave.
#[derive(Debug)]
pub(in crate::store) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
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
