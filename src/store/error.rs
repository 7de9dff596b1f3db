//! Why the store did not do something, and what can be done about it.

use super::GameId;

/// Why the store did not do something.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is a game in this channel already.
    #[error("a quiz is running in this channel already")]
    ChannelBusy(GameId),
    /// Another process runs this game now.
    #[error("another process of Clio runs this game now")]
    TakenOver,
    /// A study group of this name exists in the server.
    #[error("there is a study group of that name already")]
    NameTaken,
    /// There is no such study group.
    #[error("there is no such study group")]
    NoSuchGroup,
    /// The name is empty or too long.
    #[error("a study group's name has 1 to 32 characters")]
    BadName,
    /// There is no such time zone.
    #[error("there is no time zone called {0}. Write it as in Europe/Vienna or America/New_York")]
    NoSuchZone(String),
    /// Another process has the database file open.
    #[error(
        "another Clio is using the database {0}. Stop it first, or give this one a folder of its own with --data"
    )]
    InUse(String),
    /// The SQLite that was built in is too old.
    #[error(
        "this build carries SQLite {0}; Clio needs 3.51.3 or newer, as older ones can damage a database in WAL mode. Build Clio again with its own Cargo.lock"
    )]
    TooOld(String),
    /// What stands in the database cannot be read.
    #[error("the database holds something that this version of Clio cannot read: {0}")]
    Unreadable(String),
    /// What was to be imported is not an export, or does not fit.
    #[error("this cannot be imported: {0}")]
    NotImported(String),
    /// The writer has ended.
    #[error("the database is closed")]
    Closed,
    /// The disk is full.
    #[error(
        "the disk that holds the database is full. Make room; what was not written can be tried again"
    )]
    Full,
    /// The file or the database may not be written.
    #[error(
        "the database may only be read. Let Clio write to it; what was not written can be tried again"
    )]
    ReadOnly,
    /// The file is damaged or is no database.
    #[error(
        "the database file is damaged, or is not a database. Put a backup in its place (clio db backup makes them)"
    )]
    Damaged,
    /// The database cannot be reached.
    #[error(
        "the database cannot be reached. Check that it runs and that database.url is right; Clio goes on as soon as it is back"
    )]
    Away,
    /// It was reached and lets nobody in, or there is no such database.
    #[error(
        "PostgreSQL refused: {0}. Check the user, the password and the name of the database in database.url"
    )]
    Refused(String),
    /// It was reached, and no encrypted connection came about.
    #[error(
        "the connection to PostgreSQL could not be encrypted: {0}. Check sslmode and sslrootcert in database.url, and the server's certificate"
    )]
    Tls(String),
    /// The address is none.
    #[error(
        "database.url is not the address of a PostgreSQL database, such as postgres://clio:password@localhost/clio"
    )]
    BadUrl,
    /// The transaction was not written.
    #[error(
        "the database could not be written. Is there room on the disk, and may Clio write to it?"
    )]
    NotWritten,
    /// The database refused.
    #[error("the database did not answer as it should")]
    Database(#[source] sqlx::Error),
    /// The database could not be brought up to date.
    #[error("the database could not be brought up to date")]
    Migrate(#[source] sqlx::migrate::MigrateError),
    /// The folder or the file could not be used.
    #[error("the folder for Clio's data cannot be used")]
    Folder(#[from] std::io::Error),
}

impl StoreError {
    /// Whether it was the database that failed, so that the transaction it happened in is void. Everything else is a refusal, which has
    /// changed nothing.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        matches!(
            self,
            Self::Full
                | Self::ReadOnly
                | Self::Damaged
                | Self::Away
                | Self::Tls(_)
                | Self::NotWritten
                | Self::Database(_)
        )
    }

    /// The same for the next who waited for the same transaction.
    pub(super) fn again(&self) -> Self {
        match self {
            Self::Full => Self::Full,
            Self::ReadOnly => Self::ReadOnly,
            Self::Damaged => Self::Damaged,
            Self::Away => Self::Away,
            _ => Self::NotWritten,
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(fault: sqlx::Error) -> Self {
        match &fault {
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::Protocol(_) => Self::Away,
            sqlx::Error::Tls(why) => Self::Tls(why.to_string()),
            sqlx::Error::Database(database) => {
                let code = database.code().unwrap_or_default();
                match by_sqlite(&code).or_else(|| by_postgres(&code)) {
                    Some(known) => known,
                    None if code.starts_with("28") || code == "3D000" => {
                        Self::Refused(database.message().to_owned())
                    }
                    None => Self::Database(fault),
                }
            }
            _ => Self::Database(fault),
        }
    }
}

impl From<sqlx::migrate::MigrateError> for StoreError {
    fn from(fault: sqlx::migrate::MigrateError) -> Self {
        match fault {
            sqlx::migrate::MigrateError::Execute(fault) => match Self::from(fault) {
                Self::Database(fault) => Self::Migrate(sqlx::migrate::MigrateError::Execute(fault)),
                known => known,
            },
            other => Self::Migrate(other),
        }
    }
}

/// SQLite's extended codes carry the kind in their low byte (<https://www.sqlite.org/rescode.html>).
fn by_sqlite(code: &str) -> Option<StoreError> {
    let number: u32 = code.parse().ok()?;
    // Five digits are a code of PostgreSQL.
    if code.len() == 5 {
        return None;
    }
    match number & 0xff {
        8 => Some(StoreError::ReadOnly),
        11 | 26 => Some(StoreError::Damaged),
        13 => Some(StoreError::Full),
        10 | 14 => Some(StoreError::NotWritten),
        _ => None,
    }
}

/// The classes of PostgreSQL's SQLSTATE (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).
fn by_postgres(code: &str) -> Option<StoreError> {
    match code {
        "53100" => Some(StoreError::Full),
        "25006" => Some(StoreError::ReadOnly),
        "XX001" | "XX002" => Some(StoreError::Damaged),
        _ if code.starts_with("08") || code.starts_with("57P") || code == "53300" => {
            Some(StoreError::Away)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{StoreError, by_postgres, by_sqlite};

    #[test]
    fn codes_of_both_databases_become_sentences() {
        let kind = |code: &str| {
            by_sqlite(code)
                .or_else(|| by_postgres(code))
                .map(|fault| format!("{fault:?}"))
        };
        for (code, expected) in [
            ("13", Some("Full")),
            ("8", Some("ReadOnly")),
            ("1032", Some("ReadOnly")),
            ("11", Some("Damaged")),
            ("26", Some("Damaged")),
            ("10", Some("NotWritten")),
            ("2067", None),
            ("53100", Some("Full")),
            ("25006", Some("ReadOnly")),
            ("57P01", Some("Away")),
            ("08006", Some("Away")),
            ("23505", None),
        ] {
            assert_eq!(kind(code).as_deref(), expected, "{code}");
        }
        assert!(!StoreError::TakenOver.is_fault());
    }
}
