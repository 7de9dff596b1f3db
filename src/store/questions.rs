//! What a server was asked, and what its members found fault with.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use async_trait::async_trait;

use super::StoreError;
use crate::quiz::choose::Asked;
use crate::quiz::question::Question;
use crate::quiz::{Player, Server};

/// A question that somebody found fault with.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Its number.
    pub id: i64,
    /// Who reported it.
    pub player: Player,
    /// The question as it was shown.
    pub question: Question,
    /// Why, in the person's words.
    pub reason: String,
    /// When.
    pub at: Duration,
}

/// Questions that were asked, reported, taken out.
#[async_trait]
pub trait Questions {
    /// How often each question was asked in a server.
    async fn asked(&self, server: Server) -> Result<BTreeMap<String, Asked>, StoreError>;

    /// Keeps a report on a question.
    async fn report(
        &self,
        server: Server,
        player: Player,
        question: &Question,
        reason: &str,
        at: Duration,
    ) -> Result<(), StoreError>;

    /// Reports of a server that nobody has dealt with, oldest first.
    async fn reports(&self, server: Server) -> Result<Vec<Report>, StoreError>;

    /// Closes a report; with `block`, its fact is never asked in this server again.
    async fn close_report(
        &self,
        server: Server,
        report: i64,
        by: Player,
        block: bool,
        at: Duration,
    ) -> Result<(), StoreError>;

    /// Facts that are not to be asked in a server.
    async fn blocked(&self, server: Server) -> Result<BTreeSet<String>, StoreError>;

    /// Takes a fact out of a server's questions without a report.
    async fn block(
        &self,
        server: Server,
        fact: &str,
        by: Player,
        at: Duration,
    ) -> Result<(), StoreError>;
}
