//! Floor 3: what outlives a restart, behind a few traits.
//!
//! Writes are durable when they return. Writes to a game carry the [`Lease`] under which it is run: once another process has taken
//! the game over, they fail with [`StoreError::TakenOver`] and change nothing. What the database could not do can be tried again.
//!
//! One file a concern says what can be asked, as a trait; `sql` answers it, with one text of SQL for both databases; `sqlite` and
//! `postgres` open them.

mod error;

mod games;
mod questions;
mod settings;

mod period;
mod scores;

mod groups;
mod seasons;

mod privacy;
mod sessions;
mod upkeep;

mod migrations;
mod sql;

mod postgres;
mod sqlite;

#[cfg(test)]
mod tests;

use async_trait::async_trait;

pub use error::StoreError;
pub use games::{Channel, Closing, GameId, Games, Lease, Running};
pub use groups::{Group, GroupId, GroupPlace, Groups};
pub use period::{Calendar, Period, date_of};
pub use postgres::Postgres;
pub use privacy::Privacy;
pub use questions::{Questions, Report};
pub use scores::{Board, ENOUGH, Missed, PAGE, Place, Profile, Scores, Sort, Tally, View, Weak};
pub use seasons::{Season, Seasons};
pub use sessions::{A_DAY, Sessions};
pub use settings::{Change, ChosenSettings, ServerSettings, Setting, Settings};
pub use sql::Database;
pub use sqlite::Sqlite;
pub use upkeep::{Checked, Upkeep};

/// What games lean on.
#[async_trait]
pub trait Store: Games + Questions + Settings + std::fmt::Debug + Send + Sync {
    /// Writes what is under way and closes the database.
    async fn close(&self);
}

/// Everything that Clio keeps.
pub trait Records: Store + Scores + Groups + Seasons + Privacy + Sessions + Upkeep {}

impl Records for Database {}
