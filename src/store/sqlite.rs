//! The store in one SQLite file: WAL, `synchronous=FULL`, one writer with group commit, readers apart.

#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions as _, Row as _};

use super::settings::Defaults;
use super::sql::{Connect, Database, Link, Readers, Writer};
use super::{StoreError, migrations};

/// Earlier versions have a bug that can damage a database in WAL mode.
const OLDEST: [u32; 3] = [3, 51, 3];

/// The store in the file `clio.db` of a folder.
#[derive(Debug, Clone, Copy)]
pub struct Sqlite;

impl Sqlite {
    /// Opens `folder/clio.db`, makes both where they are missing, and brings the tables up to date.
    ///
    /// # Errors
    /// [`StoreError`]: another process has it open, the folder cannot be written, or the file is not a database.
    pub async fn open(folder: &Path) -> Result<Database, StoreError> {
        fs::create_dir_all(folder)?;
        let file = folder.join("clio.db");
        let lock = File::create(folder.join("clio.lock"))?;
        if lock.try_lock().is_err() {
            return Err(StoreError::InUse(file.display().to_string()));
        }
        let options = options(&file)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        let mut connection = options.connect().await?;
        check_version(&mut connection).await?;
        migrations::sqlite()
            .run_direct(None, &mut connection, false)
            .await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options.clone().read_only(true).create_if_missing(false))
            .await?;
        Ok(Database {
            readers: Readers::Sqlite(readers),
            writer: Writer::start(Link::Sqlite(connection), Box::new(Again(options))),
            defaults: Defaults::default(),
            _lock: Some(lock),
        })
    }

    /// Opens `folder/clio.db` for reading alone, beside whoever writes to it.
    ///
    /// # Errors
    /// [`StoreError`]: there is none, or it is not a database.
    pub async fn look(folder: &Path) -> Result<Database, StoreError> {
        // In whichever mode it is: a copy that was made by `backup` is not in WAL mode before it is opened for writing.
        let options = options(&folder.join("clio.db"))
            .read_only(true)
            .create_if_missing(false);
        let readers = SqlitePoolOptions::new()
            .max_connections(2)
            .connect_with(options)
            .await?;
        Ok(Database {
            readers: Readers::Sqlite(readers),
            writer: Writer::none(),
            defaults: Defaults::default(),
            _lock: None,
        })
    }
}

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .disable_statement_logging()
}

/// Makes the writer's connection again.
struct Again(SqliteConnectOptions);

#[async_trait]
impl Connect for Again {
    async fn connect(&self) -> Result<Link, StoreError> {
        let options = self.0.clone().create_if_missing(false);
        Ok(Link::Sqlite(options.connect().await?))
    }
}

async fn check_version(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let row = sqlx::query("SELECT sqlite_version()")
        .fetch_one(connection)
        .await?;
    let version: String = row.try_get(0)?;
    let numbers: Vec<u32> = version
        .split('.')
        .filter_map(|part| part.parse().ok())
        .collect();
    if numbers.as_slice() < OLDEST.as_slice() {
        return Err(StoreError::TooOld(version));
    }
    Ok(())
}
