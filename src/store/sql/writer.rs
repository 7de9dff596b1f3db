//! The one task that writes: what arrives while a transaction is under way shares the next one.

use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::closing::{self, CloseRound};
use super::games::{self, Choice};
use super::{Link, StoreError, Write};

/// Writes that share one commit at most.
const BATCH: usize = 512;
/// Writes that wait at most; past that, who asks waits before it is in the queue.
const QUEUE: usize = 4096;
/// How long after a connection was lost the next is tried; doubles up to [`SLOWEST`].
const FIRST_WAIT: Duration = Duration::from_millis(50);
const SLOWEST: Duration = Duration::from_secs(2);

type Reply = oneshot::Sender<Result<i64, StoreError>>;

enum Order {
    Write(Box<dyn Write>, Reply),
    Close,
}

/// Makes the writer's connection, at the start and whenever it was lost.
#[async_trait]
pub(in crate::store) trait Connect: Send + Sync {
    async fn connect(&self) -> Result<Link, StoreError>;
}

/// The way to the writing task.
#[derive(Debug)]
pub(in crate::store) struct Writer {
    queue: mpsc::Sender<Order>,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    pub(in crate::store) fn start(link: Link, connect: Box<dyn Connect>) -> Self {
        let (queue, orders) = mpsc::channel(QUEUE);
        let line = Line {
            link: Some(link),
            connect,
            wait: FIRST_WAIT,
            not_before: None,
        };
        Self {
            queue,
            task: Mutex::new(Some(tokio::spawn(run(line, orders)))),
        }
    }

    /// A writer that refuses, for who only reads.
    pub(in crate::store) fn none() -> Self {
        Self {
            queue: mpsc::channel(1).0,
            task: Mutex::new(None),
        }
    }

    /// Durable when it returns.
    pub(in crate::store) async fn write(
        &self,
        write: impl Write + 'static,
    ) -> Result<i64, StoreError> {
        let (reply, answer) = oneshot::channel();
        self.queue
            .send(Order::Write(Box::new(write), reply))
            .await
            .map_err(|_| StoreError::Closed)?;
        answer.await.map_err(|_| StoreError::Closed)?
    }

    /// Writes what is queued and closes the connection.
    pub(super) async fn close(&self) {
        let Some(task) = self.task.lock().await.take() else {
            return;
        };
        if self.queue.send(Order::Close).await.is_ok()
            && let Err(fault) = task.await
        {
            tracing::error!(%fault, "The database's writer ended badly");
        }
    }
}

/// The connection, and when to try again where there is none.
struct Line {
    link: Option<Link>,
    connect: Box<dyn Connect>,
    wait: Duration,
    not_before: Option<Instant>,
}

impl Line {
    /// The connection; makes a new one where it was lost, but not all the time.
    async fn link(&mut self) -> Result<&mut Link, StoreError> {
        if self.link.is_none() {
            if self.not_before.is_some_and(|then| Instant::now() < then) {
                return Err(StoreError::Away);
            }
            match self.connect.connect().await {
                Ok(link) => {
                    tracing::info!("The database is back");
                    self.link = Some(link);
                    self.wait = FIRST_WAIT;
                }
                Err(fault) => {
                    self.not_before = Some(Instant::now() + self.wait);
                    self.wait = (self.wait * 2).min(SLOWEST);
                    return Err(fault);
                }
            }
        }
        self.link.as_mut().ok_or(StoreError::Away)
    }
}

async fn run(mut line: Line, mut orders: mpsc::Receiver<Order>) {
    let mut received = Vec::with_capacity(BATCH);
    let mut open = true;
    while open && orders.recv_many(&mut received, BATCH).await > 0 {
        let mut batch = Vec::with_capacity(received.len());
        for order in received.drain(..) {
            match order {
                Order::Write(write, reply) if open => batch.push((write, reply)),
                // Who wrote after the end is told so by the reply that is dropped.
                Order::Write(..) => {}
                Order::Close => open = false,
            }
        }
        settle(&mut line, batch).await;
    }
    if let Some(link) = line.link
        && let Err(fault) = link.close().await
    {
        tracing::error!(%fault, "The database could not be closed");
    }
}

/// Writes a batch in one transaction and answers everybody. Where one write makes the transaction fail, each has one of its own.
async fn settle(line: &mut Line, batch: Vec<(Box<dyn Write>, Reply)>) {
    if batch.is_empty() {
        return;
    }
    let (writes, replies): (Vec<_>, Vec<_>) = batch.into_iter().unzip();
    match together(line, &writes).await {
        Ok(results) => {
            for (reply, result) in replies.into_iter().zip(results) {
                // Who asked may have gone; the write stands all the same.
                drop(reply.send(result));
            }
        }
        Err(fault) if writes.len() == 1 || !matches!(fault, StoreError::Database(_)) => {
            tracing::error!(%fault, writes = writes.len(), "A transaction could not be written");
            let mut replies = replies.into_iter();
            let first = replies.next();
            for reply in replies {
                drop(reply.send(Err(fault.again())));
            }
            drop(first.map(|reply| reply.send(Err(fault))));
        }
        Err(_) => {
            for (write, reply) in writes.into_iter().zip(replies) {
                Box::pin(settle(line, vec![(write, reply)])).await;
            }
        }
    }
}

/// One transaction for all of them. An error means that nothing was written.
async fn together(
    line: &mut Line,
    writes: &[Box<dyn Write>],
) -> Result<Vec<Result<i64, StoreError>>, StoreError> {
    let link = line.link().await?;
    let done = transaction(link, writes).await;
    let Err(fault) = &done else {
        return done;
    };
    // What cannot even be rolled back is no connection any more.
    if matches!(fault, StoreError::Away) || link.rollback().await.is_err() {
        line.link = None;
        line.not_before = None;
    }
    done
}

async fn transaction(
    link: &mut Link,
    writes: &[Box<dyn Write>],
) -> Result<Vec<Result<i64, StoreError>>, StoreError> {
    link.begin().await?;
    let mut results = Vec::with_capacity(writes.len());
    let mut rest = writes;
    while let Some((next, others)) = rest.split_first() {
        let choices: Vec<&Choice> = rest.iter().map_while(|write| write.choice()).collect();
        if choices.len() > 1 {
            rest = &rest[choices.len()..];
            results.extend(games::write_choices(link, &choices).await?);
            continue;
        }
        let closings: Vec<&CloseRound> = rest.iter().map_while(|write| write.closing()).collect();
        if closings.len() > 1 {
            rest = &rest[closings.len()..];
            results.extend(closing::close_rounds(link, &closings).await?);
            continue;
        }
        rest = others;
        match next.run(link).await {
            Err(fault) if fault.is_fault() => return Err(fault),
            result => results.push(result),
        }
    }
    link.commit().await?;
    Ok(results)
}
