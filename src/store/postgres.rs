//! The store in PostgreSQL: one writer with group commit, a pool of readers, both back by themselves when the database was away.

use std::str::FromStr as _;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, Executor as _};

use super::settings::Defaults;
use super::sql::{Connect, Database, Link, Readers, Writer};
use super::{StoreError, migrations};

/// How long a connection is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a connection that was alive is taken to be so.
const TRUSTED: Duration = Duration::from_secs(1);

/// The store in a PostgreSQL database.
#[derive(Debug, Clone, Copy)]
pub struct Postgres;

impl Postgres {
    /// Connects to the database at `url` (`postgres://user:password@host/name`, `?sslmode=verify-full` to insist on TLS) and brings its
    /// tables up to date.
    ///
    /// # Errors
    /// [`StoreError`]: the address is not one, the database cannot be reached, or it refuses.
    pub async fn open(url: &str) -> Result<Database, StoreError> {
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(StoreError::BadUrl);
        }
        let options = PgConnectOptions::from_str(url)
            .map_err(|_| StoreError::BadUrl)?
            .application_name("clio")
            // Whatever the server's default: an answer that was acknowledged is on the disk.
            .options([("synchronous_commit", "on")])
            .disable_statement_logging();
        let again = Again(options.clone());
        let mut connection = again.connection().await?;
        // Under an advisory lock, which sqlx takes: two processes that start at once do not both migrate.
        migrations::postgres()
            .run_direct(None, &mut connection, false)
            .await?;
        Ok(Database {
            readers: Readers::Postgres(readers(options)),
            writer: Writer::start(Link::Postgres(connection), Box::new(again)),
            defaults: Defaults::default(),
            _lock: None,
        })
    }
}

/// The pool of readers.
fn readers(options: PgConnectOptions) -> PgPool {
    PgPoolOptions::new()
        .max_connections(8)
        .acquire_timeout(PATIENCE)
        // Asking whether it is alive costs as much as most queries do. It was when it came back to the pool.
        .test_before_acquire(false)
        .before_acquire(|connection, known| {
            Box::pin(async move {
                if known.idle_for >= TRUSTED {
                    connection.ping().await?;
                }
                Ok(true)
            })
        })
        // What is read is found by its keys, whatever the values are; by default a board would be planned anew every time, which takes
        // longer than reading it. Said after connecting, as poolers in between refuse it at the start; who will not hear of it plans anew.
        .after_connect(|connection, _| {
            Box::pin(async move {
                drop(
                    connection
                        .execute("SET plan_cache_mode = force_generic_plan")
                        .await,
                );
                Ok(())
            })
        })
        .connect_lazy_with(options)
}

/// Makes the writer's connection again.
struct Again(PgConnectOptions);

impl Again {
    async fn connection(&self) -> Result<sqlx::PgConnection, StoreError> {
        match tokio::time::timeout(PATIENCE, self.0.connect()).await {
            Ok(connection) => Ok(connection?),
            Err(_) => Err(StoreError::Away),
        }
    }
}

#[async_trait]
impl Connect for Again {
    async fn connect(&self) -> Result<Link, StoreError> {
        self.connection().await.map(Link::Postgres)
    }
}
