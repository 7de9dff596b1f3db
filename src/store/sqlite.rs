//! The store in one SQLite file: WAL, `synchronous=FULL`, one writer with group commit, readers apart.

mod read;
mod write;
mod writer;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::migrate::Migrator;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use sqlx::{ConnectOptions as _, Row as _};

use super::{
    Asked, Channel, Closing, GameId, Lease, Report, Running, ServerSettings, Store, StoreError,
};
use crate::quiz::game::Game;
use crate::quiz::game::score::Answer;
use crate::quiz::question::Question;
use crate::quiz::{Player, Server};
use write::Write;
use writer::Writer;

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// Earlier versions have a bug that can damage a database in WAL mode.
const OLDEST: [u32; 3] = [3, 51, 3];

/// The store in the file `clio.db` of a folder.
#[derive(Debug)]
pub struct Sqlite {
    readers: SqlitePool,
    writer: Writer,
    /// Held as long as the store lives, so that no second process opens the same file.
    _lock: File,
}

impl Sqlite {
    /// Opens `folder/clio.db`, makes both where they are missing, and brings the tables up to date.
    ///
    /// # Errors
    /// [`StoreError`]: another process has it open, the folder cannot be written, or the file is not a database.
    pub async fn open(folder: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(folder)?;
        let file = folder.join("clio.db");
        let lock = File::create(folder.join("clio.lock"))?;
        if lock.try_lock().is_err() {
            return Err(StoreError::InUse(file.display().to_string()));
        }
        let options = SqliteConnectOptions::new()
            .filename(&file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .disable_statement_logging();
        let mut connection = options.connect().await?;
        check_version(&mut connection).await?;
        MIGRATIONS.run_direct(None, &mut connection, false).await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options.read_only(true).create_if_missing(false))
            .await?;
        Ok(Self {
            readers,
            writer: Writer::start(connection),
            _lock: lock,
        })
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

#[async_trait]
impl Store for Sqlite {
    async fn settings(&self, server: Server) -> Result<ServerSettings, StoreError> {
        read::settings(&self.readers, server).await
    }

    async fn set_settings(
        &self,
        server: Server,
        by: Player,
        settings: &ServerSettings,
        at: Duration,
    ) -> Result<(), StoreError> {
        let settings = json(settings)?;
        let write = Write::Settings {
            server,
            by,
            settings,
            at,
        };
        self.writer.write(write).await.map(drop)
    }

    async fn begin_game(
        &self,
        server: Server,
        channel: Channel,
        state: &Game,
        owner: &str,
        at: Duration,
    ) -> Result<Lease, StoreError> {
        let write = Write::Begin {
            server,
            channel,
            host: state.host(),
            state: json(state)?,
            owner: owner.to_owned(),
            at,
        };
        let game = GameId(self.writer.write(write).await?);
        Ok(Lease {
            game,
            owner: owner.to_owned(),
            epoch: 1,
        })
    }

    async fn save_game(
        &self,
        lease: &Lease,
        state: &Game,
        messages: &serde_json::Value,
        at: Duration,
    ) -> Result<(), StoreError> {
        let write = Write::Save {
            lease: lease.clone(),
            state: json(state)?,
            messages: messages.to_string(),
            at,
        };
        self.writer.write(write).await.map(drop)
    }

    async fn save_choice(
        &self,
        lease: &Lease,
        round: usize,
        player: Player,
        answer: &Answer,
        at: Duration,
    ) -> Result<(), StoreError> {
        let write = Write::Choice {
            lease: lease.clone(),
            round,
            player,
            answer: json(answer)?,
            at,
        };
        self.writer.write(write).await.map(drop)
    }

    async fn close_round(
        &self,
        lease: &Lease,
        state: &Game,
        closing: &Closing<'_>,
    ) -> Result<(), StoreError> {
        let write = Write::close(lease, json(state)?, closing);
        self.writer.write(write).await.map(drop)
    }

    async fn end_game(&self, lease: &Lease, state: &Game, at: Duration) -> Result<(), StoreError> {
        let write = Write::End {
            lease: lease.clone(),
            state: json(state)?,
            at,
        };
        self.writer.write(write).await.map(drop)
    }

    async fn beat(&self, owner: &str, at: Duration) -> Result<(), StoreError> {
        let write = Write::Beat {
            owner: owner.to_owned(),
            at,
        };
        self.writer.write(write).await.map(drop)
    }

    async fn running(&self) -> Result<Vec<Running>, StoreError> {
        read::running(&self.readers).await
    }

    async fn take_over(
        &self,
        game: GameId,
        epoch: i64,
        owner: &str,
        at: Duration,
    ) -> Result<Lease, StoreError> {
        let owner = owner.to_owned();
        let write = Write::TakeOver {
            game,
            epoch,
            owner: owner.clone(),
            at,
        };
        let epoch = self.writer.write(write).await?;
        Ok(Lease { game, owner, epoch })
    }

    async fn asked(&self, server: Server) -> Result<BTreeMap<String, Asked>, StoreError> {
        read::asked(&self.readers, server).await
    }

    async fn report(
        &self,
        server: Server,
        player: Player,
        question: &Question,
        reason: &str,
        at: Duration,
    ) -> Result<(), StoreError> {
        let write = Write::Report {
            server,
            player,
            question: question.id.clone(),
            fact: question.fact.clone(),
            shown: json(question)?,
            reason: reason.to_owned(),
            at,
        };
        self.writer.write(write).await.map(drop)
    }

    async fn reports(&self, server: Server) -> Result<Vec<Report>, StoreError> {
        read::reports(&self.readers, server).await
    }

    async fn close_report(
        &self,
        server: Server,
        report: i64,
        by: Player,
        block: bool,
        at: Duration,
    ) -> Result<(), StoreError> {
        let write = Write::CloseReport {
            server,
            report,
            by,
            block,
            at,
        };
        self.writer.write(write).await.map(drop)
    }

    async fn blocked(&self, server: Server) -> Result<BTreeSet<String>, StoreError> {
        read::blocked(&self.readers, server).await
    }

    async fn block(
        &self,
        server: Server,
        fact: &str,
        by: Player,
        at: Duration,
    ) -> Result<(), StoreError> {
        let write = Write::Block {
            server,
            fact: fact.to_owned(),
            by,
            at,
        };
        self.writer.write(write).await.map(drop)
    }

    async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// A value as it is kept.
fn json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|fault| StoreError::Unreadable(fault.to_string()))
}

/// A snowflake or a count as SQLite keeps it; Discord's stay below 2^63 for the next 60 years.
fn as_i64(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Milliseconds since the epoch.
fn millis(at: Duration) -> i64 {
    i64::try_from(at.as_millis()).unwrap_or(i64::MAX)
}
