//! What the host does with the database: check, recount, back up, move.

use std::io::{BufRead, Write};
use std::path::Path;

use async_trait::async_trait;

use super::StoreError;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What the database itself found wrong, in its words.
    pub faults: Vec<String>,
    /// Running totals that do not agree with the answers.
    pub wrong_totals: u64,
    /// How many rows each table has.
    pub rows: Vec<(&'static str, u64)>,
}

/// What the host does with the database.
#[async_trait]
pub trait Upkeep {
    /// Looks whether the database is sound and whether its totals agree with its answers. Changes nothing.
    async fn check(&self) -> Result<Checked, StoreError>;

    /// Makes every running total anew from what was folded and from the answers; says how many were wrong.
    async fn recount(&self) -> Result<u64, StoreError>;

    /// Writes a copy of the database to a new file, as it is at one moment, while games go on.
    async fn backup(&self, file: &Path) -> Result<(), StoreError>;

    /// Writes everything as JSON lines, as it is at one moment; says how many rows.
    async fn export(&self, out: &mut (dyn Write + Send)) -> Result<u64, StoreError>;

    /// Reads what [`export`](Self::export) wrote into a database that is empty, all or nothing; says how many rows.
    async fn import(&self, lines: &mut (dyn BufRead + Send)) -> Result<u64, StoreError>;
}
