//! The one task that writes: what arrives while a transaction is under way shares the next one.

use sqlx::Connection as _;
use sqlx::sqlite::SqliteConnection;
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::task::JoinHandle;

use super::StoreError;
use super::write::Write;

/// Writes that share one commit at most.
const BATCH: usize = 512;
/// Writes that wait at most; past that, who asks waits before it is in the queue.
const QUEUE: usize = 4096;

type Reply = oneshot::Sender<Result<i64, StoreError>>;

/// The way to the writing task.
#[derive(Debug)]
pub(super) struct Writer {
    queue: mpsc::Sender<(Write, Option<Reply>)>,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    pub(super) fn start(connection: SqliteConnection) -> Self {
        let (queue, writes) = mpsc::channel(QUEUE);
        Self {
            queue,
            task: Mutex::new(Some(tokio::spawn(run(connection, writes)))),
        }
    }

    /// Durable when it returns. The number is what the write gives: a new id, a new epoch, or rows changed.
    pub(super) async fn write(&self, write: Write) -> Result<i64, StoreError> {
        let (reply, answer) = oneshot::channel();
        self.queue
            .send((write, Some(reply)))
            .await
            .map_err(|_| StoreError::Closed)?;
        answer.await.map_err(|_| StoreError::Closed)?
    }

    /// Writes what is queued and closes the file.
    pub(super) async fn close(&self) {
        let Some(task) = self.task.lock().await.take() else {
            return;
        };
        // Without a reply to wait for: the writer ends at it.
        if self.queue.send((Write::Close, None)).await.is_ok()
            && let Err(fault) = task.await
        {
            tracing::error!(%fault, "The database's writer ended badly");
        }
    }
}

async fn run(mut connection: SqliteConnection, mut writes: mpsc::Receiver<(Write, Option<Reply>)>) {
    let mut batch = Vec::with_capacity(BATCH);
    let mut open = true;
    while open && writes.recv_many(&mut batch, BATCH).await > 0 {
        if let Some(end) = batch
            .iter()
            .position(|(write, _)| matches!(write, Write::Close))
        {
            batch.truncate(end);
            open = false;
        }
        commit(&mut connection, &mut batch).await;
    }
    if let Err(fault) = connection.close().await {
        tracing::error!(%fault, "The database could not be closed");
    }
}

/// Runs a batch in one transaction and answers everybody. Each write stands or falls alone, unless the commit fails.
async fn commit(connection: &mut SqliteConnection, batch: &mut Vec<(Write, Option<Reply>)>) {
    if batch.is_empty() {
        return;
    }
    let mut done = Vec::with_capacity(batch.len());
    let fault = match connection.begin_with("BEGIN IMMEDIATE").await {
        Err(fault) => Some(fault),
        Ok(mut transaction) => {
            for (write, reply) in batch.drain(..) {
                done.push((write.run(&mut transaction).await, reply));
            }
            transaction.commit().await.err()
        }
    };
    if let Some(fault) = &fault {
        tracing::error!(%fault, writes = done.len() + batch.len(), "A transaction could not be written");
        done.extend(batch.drain(..).map(|(_, reply)| (Ok(0), reply)));
    }
    for (result, reply) in done {
        let result = match &fault {
            Some(_) => Err(StoreError::NotWritten),
            None => result,
        };
        if let Some(reply) = reply {
            // Who asked may have gone; the write stands all the same.
            drop(reply.send(result));
        }
    }
}
