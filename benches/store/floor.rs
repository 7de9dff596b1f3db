//! Group commit through sqlx with nothing of Clio around it: what arrives while a transaction is under way shares the next, one
//! statement an answer.

use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _};
use tokio::sync::{mpsc, oneshot};

use super::Place;

type Order = ((i64, i64, i64), oneshot::Sender<()>);

/// The way to the raw writer.
pub(crate) struct Floor(mpsc::Sender<Order>);

macro_rules! writer {
    ($connection:expr, $begin:literal, $orders:expr) => {
        tokio::spawn(async move {
            let (mut connection, mut orders): (_, mpsc::Receiver<Order>) = ($connection, $orders);
            let mut batch = Vec::new();
            while orders.recv_many(&mut batch, 512).await > 0 {
                let mut transaction = connection.begin_with($begin).await.unwrap();
                for ((game, player, at), _) in &batch {
                    sqlx::query(
                        "INSERT INTO raw_choices (game, round, player, answer, at) VALUES ($1, 0, $2, '{\"choice\":1}', $3) \
                         ON CONFLICT (game, round, player) DO UPDATE SET answer = excluded.answer, at = excluded.at",
                    )
                    .bind(game)
                    .bind(player)
                    .bind(at)
                    .execute(&mut *transaction)
                    .await
                    .unwrap();
                }
                transaction.commit().await.unwrap();
                for (_, reply) in batch.drain(..) {
                    reply.send(()).unwrap();
                }
            }
        })
    };
}

const TABLE: &str = "CREATE TABLE raw_choices (game BIGINT NOT NULL, round BIGINT NOT NULL, player BIGINT NOT NULL, \
     answer TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (game, round, player))";

impl Floor {
    pub(crate) async fn open(place: &Place) -> Self {
        let (sender, orders) = mpsc::channel(4096);
        match place {
            Place::Folder(folder) => {
                let mut connection = SqliteConnectOptions::new()
                    .filename(folder.path().join("raw.db"))
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .disable_statement_logging()
                    .connect()
                    .await
                    .unwrap();
                sqlx::query(TABLE).execute(&mut connection).await.unwrap();
                writer!(connection, "BEGIN IMMEDIATE", orders);
            }
            Place::Url(url) => {
                let options: PgConnectOptions = url.parse().unwrap();
                let mut connection = options.disable_statement_logging().connect().await.unwrap();
                sqlx::query(TABLE).execute(&mut connection).await.unwrap();
                writer!(connection, "BEGIN", orders);
            }
        }
        Self(sender)
    }

    pub(crate) async fn choice(&self, game: i64, player: i64, at: i64) {
        let (reply, answer) = oneshot::channel();
        self.0.send(((game, player, at), reply)).await.unwrap();
        answer.await.unwrap();
    }
}
