//! PostgreSQL databases for stories.

use std::str::FromStr as _;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::ConnectOptions as _;
use sqlx::postgres::PgConnectOptions;

/// Does something as whoever runs the server that `CLIO_TEST_POSTGRES` names.
pub(crate) async fn as_administrator(statements: &[String]) {
    let server = std::env::var("CLIO_TEST_POSTGRES")
        .expect("CLIO_TEST_POSTGRES names a PostgreSQL to test with");
    let options = PgConnectOptions::from_str(&server).unwrap();
    let mut connection = options.connect().await.unwrap();
    for sql in statements {
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql.clone()))
            .execute(&mut connection)
            .await
            .unwrap();
    }
}

/// The address of an empty database in the server that `CLIO_TEST_POSTGRES` names.
pub(crate) async fn new_database() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let server = std::env::var("CLIO_TEST_POSTGRES")
        .expect("CLIO_TEST_POSTGRES names a PostgreSQL to test with");
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("story_{}_{count}", std::process::id());
    as_administrator(&[
        format!("DROP DATABASE IF EXISTS {name}"),
        format!("CREATE DATABASE {name}"),
    ])
    .await;
    let (start, _) = server.rsplit_once('/').unwrap();
    format!("{start}/{name}")
}
