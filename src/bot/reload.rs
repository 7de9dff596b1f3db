//! Reading the notes again: on SIGHUP, on a change of the files, on `/notes reload`. The old library answers until the new one is whole.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::disk::{self, DiskError, Report, Shelf, Watch};

use super::Bot;

/// Reads one shelf again, where it may block.
pub(super) async fn one(shelf: Arc<Shelf>) -> Result<Report, DiskError> {
    let folders = shelf
        .source()
        .folders
        .iter()
        .map(|folder| folder.display().to_string())
        .collect::<Vec<_>>()
        .join(", ");
    let reading =
        tokio::task::spawn_blocking(move || shelf.reload().map(|loaded| loaded.report.clone()));
    let outcome = reading.await.unwrap_or_else(|fault| {
        Err(DiskError::Unreadable {
            folder: folders.clone().into(),
            why: fault.to_string(),
        })
    });
    match &outcome {
        Ok(report) => tracing::info!(
            notes.count = report.n_notes,
            notes.findings = report.findings.len(),
            "Read {} notes again from {folders}",
            report.n_notes
        ),
        Err(error) => {
            tracing::warn!(fault = %error, "The notes in {folders} were not read again, the old ones stay");
        }
    }
    outcome
}

/// Reads every shelf again, one after the other.
pub(super) async fn all(bot: &Bot) {
    let reloading = bot.reloading.lock().await;
    for shelf in bot.shelves.all() {
        // What went wrong is in the log; the old library stays.
        drop(one(Arc::clone(shelf)).await);
    }
    drop(reloading);
}

/// Reads again whenever the host sends SIGHUP, for as long as the bot runs.
#[cfg(unix)]
pub(super) async fn on_hangup(bot: Arc<Bot>) {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::hangup()) {
        Err(fault) => tracing::warn!(%fault, "SIGHUP cannot be listened to: use /notes reload"),
        Ok(mut hangups) => {
            while hangups.recv().await.is_some() {
                all(&bot).await;
            }
        }
    }
}

/// Reads again whenever a shelf's files change, for as long as the watches are held. A shelf that cannot be watched is said.
pub(super) fn watches(bot: &Bot, changed: &Arc<Notify>) -> Vec<Watch> {
    let watch = |shelf: &Arc<Shelf>| {
        let changed = Arc::clone(changed);
        disk::watch(shelf.source(), move || changed.notify_one())
    };
    let started = bot.shelves.all().map(watch);
    started
        .filter_map(|watch| watch.inspect_err(|fault| tracing::warn!("{fault}")).ok())
        .collect()
}

/// Reads all shelves again whenever `changed` says so.
pub(super) async fn on_change(bot: Arc<Bot>, changed: Arc<Notify>) {
    loop {
        changed.notified().await;
        all(&bot).await;
    }
}
