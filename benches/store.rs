//! How fast the store keeps answers, closes questions and shows boards, beside the same database without Clio's code.
//!
//! `cargo bench --bench store` measures SQLite; with `CLIO_TEST_POSTGRES` set, PostgreSQL too.

#![expect(clippy::print_stdout, reason = "a table is what it is for")]
#![expect(clippy::disallowed_methods, reason = "it measures time")]
#![expect(clippy::unwrap_used, reason = "what fails here is the measurement")]

#[path = "store/boards.rs"]
mod boards;
#[path = "store/choices.rs"]
mod choices;
#[path = "store/closing.rs"]
mod closing;
#[path = "store/floor.rs"]
mod floor;
#[path = "store/games.rs"]
mod games;

use std::path::Path;
use std::time::Duration;

use clio::store::{Database, Postgres, Sqlite, Store as _};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

/// Where a store is, so that it can be spoken to without Clio's code too.
pub(crate) enum Place {
    Folder(tempfile::TempDir),
    Url(String),
}

impl Place {
    /// An empty database of its own.
    async fn new(postgres: Option<&str>) -> Self {
        let Some(url) = postgres else {
            return Self::Folder(tempfile::tempdir_in(folder()).unwrap());
        };
        let mut admin = PgConnection::connect(url).await.unwrap();
        let name = format!("clio_bench_{}", rand::random::<u32>());
        admin
            .execute(AssertSqlSafe(format!("CREATE DATABASE {name}")))
            .await
            .unwrap();
        let (server, _) = url.rsplit_once('/').unwrap();
        Self::Url(format!("{server}/{name}"))
    }

    async fn open(&self) -> Database {
        match self {
            Self::Folder(folder) => Sqlite::open(folder.path()).await.unwrap(),
            Self::Url(url) => Postgres::open(url).await.unwrap(),
        }
    }
}

/// Not the system's folder for temporary files: that may be memory, where writing through costs nothing.
fn folder() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
}

/// The value below which so many hundredths of the sorted times lie.
pub(crate) fn percentile(sorted: &[Duration], hundredths: usize) -> Duration {
    sorted[(sorted.len() - 1) * hundredths / 100]
}

pub(crate) fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let url = std::env::var("CLIO_TEST_POSTGRES").ok();
    let only: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let wanted = |part: &str| only.is_empty() || only.iter().any(|word| word == part);
    runtime.block_on(async {
        for (name, url) in [("SQLite", None), ("PostgreSQL", url.as_deref())] {
            if name == "PostgreSQL" && url.is_none() {
                println!("PostgreSQL: not measured, CLIO_TEST_POSTGRES is not set");
                continue;
            }
            if wanted("choices") {
                choices::measure(name, url).await;
            }
            if wanted("closing") {
                closing::measure(name, url).await;
            }
            if wanted("boards") {
                boards::measure(name, url).await;
            }
        }
    });
}

/// Closes a store before its folder goes.
pub(crate) async fn done(store: Database, place: Place) {
    store.close().await;
    drop(store);
    drop(place);
}
