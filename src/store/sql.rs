//! The store in SQL: one text for SQLite and PostgreSQL, which both take `$1`, `ON CONFLICT`, `RETURNING`, window functions and `->>`.
//!
//! Where lists go in, they go as one JSON text through `json_each`, SQLite's own function; PostgreSQL gets one of that name from its
//! first migration. Columns are whole numbers or text, so that a row can be carried from one database to the other.

mod link;
mod writer;

mod closing;
mod counts;
mod games;
mod questions;
mod settings;

mod boards;
mod profile;

mod groups;
mod seasons;

mod forget;
mod person;
mod privacy;

mod sessions;

mod move_rows;
mod tables;
mod upkeep;

use std::fs::File;

use async_trait::async_trait;

use super::settings::Defaults;
use super::{ServerSettings, Store, StoreError};

pub(super) use link::{Link, Readers, Row};
pub(super) use writer::{Connect, Writer};

/// The store, in whichever database it is.
#[derive(Debug)]
pub struct Database {
    pub(super) readers: Readers,
    pub(super) writer: Writer,
    pub(super) defaults: Defaults,
    /// Held as long as the store lives, so that no second process writes to the same file.
    pub(super) _lock: Option<File>,
}

impl Database {
    /// The same, where servers that have set nothing themselves have these settings.
    #[must_use]
    pub fn with_defaults(self, settings: &ServerSettings) -> Self {
        Self {
            defaults: Defaults::of(settings),
            ..self
        }
    }
}

#[async_trait]
impl Store for Database {
    async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// One thing to write, inside a transaction that others may share.
///
/// It may be run again after a transaction that failed. A refusal ([`StoreError::is_fault`] says no) must have changed nothing.
#[async_trait]
pub(super) trait Write: std::fmt::Debug + Send + Sync {
    /// Gives a number: a new id, a new epoch, or rows changed.
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError>;

    /// An answer to an open question, which is written together with others.
    fn choice(&self) -> Option<&games::Choice> {
        None
    }

    /// A question that closes, which is written together with others.
    fn closing(&self) -> Option<&closing::CloseRound> {
        None
    }
}

/// A value as it is kept.
fn json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|fault| StoreError::Unreadable(fault.to_string()))
}
