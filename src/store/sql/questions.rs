//! Questions that were asked, reported, taken out.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use async_trait::async_trait;

use super::{Database, Link, Write, json};
use crate::quiz::choose::Asked;
use crate::quiz::question::Question;
use crate::quiz::{Player, Server};
use crate::store::{Questions, Report, StoreError};

#[async_trait]
impl Questions for Database {
    async fn asked(&self, server: Server) -> Result<BTreeMap<String, Asked>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT question, times, answers, wrong FROM asked WHERE server = $1",
                &[server.into()],
            )
            .await?;
        rows.iter()
            .map(|row| {
                let asked = Asked {
                    times: row.count(1)?,
                    answers: row.count(2)?,
                    wrong: row.count(3)?,
                };
                Ok((row.text(0)?.to_owned(), asked))
            })
            .collect()
    }

    async fn report(
        &self,
        server: Server,
        player: Player,
        question: &Question,
        reason: &str,
        at: Duration,
    ) -> Result<(), StoreError> {
        let report = NewReport {
            server,
            player,
            question: question.id.clone(),
            fact: question.fact.clone(),
            shown: json(question)?,
            reason: reason.to_owned(),
            at,
        };
        self.writer.write(report).await.map(drop)
    }

    async fn reports(&self, server: Server) -> Result<Vec<Report>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT id, player, shown, reason, at FROM reports WHERE server = $1 AND closed IS NULL ORDER BY at, id",
                &[server.into()],
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(Report {
                    id: row.number(0)?,
                    player: Player(row.unsigned(1)?),
                    question: row.json(2)?,
                    reason: row.text(3)?.to_owned(),
                    at: row.time(4)?,
                })
            })
            .collect()
    }

    async fn close_report(
        &self,
        server: Server,
        report: i64,
        by: Player,
        block: bool,
        at: Duration,
    ) -> Result<(), StoreError> {
        let close = CloseReport {
            server,
            report,
            by,
            block,
            at,
        };
        self.writer.write(close).await.map(drop)
    }

    async fn blocked(&self, server: Server) -> Result<BTreeSet<String>, StoreError> {
        let rows = self
            .readers
            .rows(
                "SELECT fact FROM blocked WHERE server = $1",
                &[server.into()],
            )
            .await?;
        rows.iter().map(|row| Ok(row.text(0)?.to_owned())).collect()
    }

    async fn block(
        &self,
        server: Server,
        fact: &str,
        by: Player,
        at: Duration,
    ) -> Result<(), StoreError> {
        let block = Block {
            server,
            fact: fact.to_owned(),
            by,
            at,
        };
        self.writer.write(block).await.map(drop)
    }
}

#[derive(Debug)]
struct NewReport {
    server: Server,
    player: Player,
    question: String,
    fact: String,
    shown: String,
    reason: String,
    at: Duration,
}

#[async_trait]
impl Write for NewReport {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        link.run(
            "INSERT INTO reports (server, player, question, fact, shown, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                self.server.into(),
                self.player.into(),
                (&self.question).into(),
                (&self.fact).into(),
                (&self.shown).into(),
                (&self.reason).into(),
                self.at.into(),
            ],
        )
        .await
        .map(|rows| rows as i64)
    }
}

#[derive(Debug)]
struct CloseReport {
    server: Server,
    report: i64,
    by: Player,
    block: bool,
    at: Duration,
}

#[async_trait]
impl Write for CloseReport {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        if self.block {
            link.run(
                "INSERT INTO blocked (server, fact, player, at) SELECT server, fact, CAST($3 AS BIGINT), CAST($4 AS BIGINT) \
                 FROM reports WHERE id = $2 AND server = $1 ON CONFLICT DO NOTHING",
                &[self.server.into(), self.report.into(), self.by.into(), self.at.into()],
            )
            .await?;
        }
        link.run(
            "UPDATE reports SET closed = $3 WHERE id = $2 AND server = $1 AND closed IS NULL",
            &[self.server.into(), self.report.into(), self.at.into()],
        )
        .await
        .map(|rows| rows as i64)
    }
}

#[derive(Debug)]
struct Block {
    server: Server,
    fact: String,
    by: Player,
    at: Duration,
}

#[async_trait]
impl Write for Block {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        link.run(
            "INSERT INTO blocked (server, fact, player, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            &[self.server.into(), (&self.fact).into(), self.by.into(), self.at.into()],
        )
        .await
        .map(|rows| rows as i64)
    }
}
