//! The transaction that closes questions: answers, running totals, and what servers were asked.
//!
//! Many games close a question in the same moment, so all that wait share their statements too.

mod together;

use std::time::Duration;

use async_trait::async_trait;

pub(super) use together::close_rounds;

use super::counts::{add_to_days, add_to_totals};
use super::{Link, Row, Write, json};
use crate::quiz::game::Game;
use crate::quiz::judge::Verdict;
use crate::quiz::{Player, Server};
use crate::store::settings::{Defaults, Own};
use crate::store::{Calendar, Closing, Lease, StoreError};

/// The topic of a question that has none: no topic at all means all of them.
const NO_TOPIC: &str = "Notes";

/// A closed question, owned.
#[derive(Debug)]
pub(in crate::store) struct CloseRound {
    lease: Lease,
    state: String,
    server: Server,
    round: usize,
    question: String,
    fact: String,
    topic: String,
    note: String,
    heading: String,
    prompt: String,
    rows: Vec<(Player, &'static str, u32)>,
    /// Only one person plays: it counts apart.
    alone: bool,
    at: Duration,
    defaults: Defaults,
}

/// What the database knows before.
struct Before {
    /// This question was counted already.
    counted: bool,
    /// Earlier questions of this game were played alone.
    were_alone: bool,
    day: i64,
    season: i64,
}

impl CloseRound {
    pub(super) fn new(
        lease: &Lease,
        state: &Game,
        closing: &Closing<'_>,
        defaults: &Defaults,
    ) -> Result<Self, StoreError> {
        let question = closing.question;
        let heading = question.source.headings.last();
        Ok(Self {
            lease: lease.clone(),
            state: json(state)?,
            server: closing.server,
            round: closing.round,
            question: question.id.clone(),
            fact: question.fact.clone(),
            topic: Some(closing.topic)
                .filter(|topic| !topic.is_empty())
                .unwrap_or(NO_TOPIC)
                .to_owned(),
            note: question.source.title.clone(),
            heading: heading.cloned().unwrap_or_default(),
            prompt: question.prompt.clone(),
            rows: closing
                .marked
                .iter()
                .map(|row| (row.player, verdict_name(row.verdict), row.points))
                .collect(),
            alone: state.seats().len() < 2,
            at: closing.at,
            defaults: defaults.clone(),
        })
    }

    fn before(&self, row: &Row) -> Result<Before, StoreError> {
        let own: Own = match row.text_if_any(2)? {
            Some(_) => row.json(2)?,
            None => Own::new(),
        };
        let settings = self.defaults.with(&own)?;
        Ok(Before {
            counted: row.number(1)? > self.round as i64,
            were_alone: row.number(4)? > 0,
            day: Calendar::of(&settings).day(self.at),
            season: row.number(3)?,
        })
    }

    /// Somebody has come to who played alone: the whole game counts as played together.
    async fn in_company(&self, link: &mut Link) -> Result<(), StoreError> {
        let game = [self.lease.game.into()];
        link.run(add_to_totals!("moved_to_company", "c.game = $1"), &game)
            .await?;
        link.run(add_to_days!("moved_to_company", "c.game = $1"), &game)
            .await?;
        link.run(
            "UPDATE answers SET alone = 0 WHERE game = $1 AND alone = 1",
            &game,
        )
        .await?;
        Ok(())
    }
}

#[async_trait]
impl Write for CloseRound {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        let mut results = close_rounds(link, &[self]).await?;
        results.pop().unwrap_or(Err(StoreError::TakenOver))
    }

    fn closing(&self) -> Option<&CloseRound> {
        Some(self)
    }
}

pub(super) fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "right",
        Verdict::Almost => "almost",
        Verdict::Wrong => "wrong",
    }
}
