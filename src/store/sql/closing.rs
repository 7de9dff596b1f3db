//! The transaction that closes a question: answers, running totals, and what the server was asked.

use std::time::Duration;

use async_trait::async_trait;

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
pub(super) struct CloseRound {
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

    async fn before(&self, link: &mut Link) -> Result<Before, StoreError> {
        let row = link
            .row(
                "SELECT counted, (SELECT settings FROM servers WHERE server = $4), \
                     COALESCE((SELECT MAX(number) FROM seasons WHERE server = $4), 1), \
                     (SELECT COUNT(*) FROM answers WHERE game = $1 AND alone = 1) \
                 FROM games WHERE id = $1 AND owner = $2 AND epoch = $3 AND ended IS NULL",
                &[
                    self.lease.game.into(),
                    (&self.lease.owner).into(),
                    self.lease.epoch.into(),
                    self.server.into(),
                ],
            )
            .await?
            .ok_or(StoreError::TakenOver)?;
        let own: Own = match row.text_if_any(1)? {
            Some(_) => row.json(1)?,
            None => Own::new(),
        };
        let settings = self.defaults.with(&own)?;
        Ok(Before {
            counted: row.number(0)? > self.round as i64,
            were_alone: row.number(3)? > 0,
            day: Calendar::of(&settings).day(self.at),
            season: row.number(2)?,
        })
    }

    /// Writes the answers; gives how many there are and how many were not right.
    async fn answers(&self, link: &mut Link, before: &Before) -> Result<(i64, i64), StoreError> {
        // A player's first answer of a game opens the game for the board, and the first of a topic opens it there.
        let new: Vec<Row> = link
            .rows(
                "INSERT INTO answers (game, round, player, server, question, fact, topic, verdict, points, at, day, season, alone, \
                     opens, opens_topic) \
                 SELECT $1, $2, CAST(given.value ->> 0 AS BIGINT), $3, $4, $5, $6, given.value ->> 1, \
                     CAST(given.value ->> 2 AS BIGINT), $7, $8, $9, $10, \
                     CASE WHEN EXISTS (SELECT 1 FROM answers AS old WHERE old.game = $1 \
                         AND old.player = CAST(given.value ->> 0 AS BIGINT)) THEN 0 ELSE 1 END, \
                     CASE WHEN EXISTS (SELECT 1 FROM answers AS old WHERE old.game = $1 AND old.topic = $6 \
                         AND old.player = CAST(given.value ->> 0 AS BIGINT)) THEN 0 ELSE 1 END \
                 FROM json_each($11) AS given WHERE 1 = 1 ON CONFLICT DO NOTHING RETURNING verdict",
                &[
                    self.lease.game.into(),
                    self.round.into(),
                    self.server.into(),
                    (&self.question).into(),
                    (&self.fact).into(),
                    (&self.topic).into(),
                    self.at.into(),
                    before.day.into(),
                    before.season.into(),
                    self.alone.into(),
                    (&json(&self.rows)?).into(),
                ],
            )
            .await?;
        let mut wrong = 0;
        for row in &new {
            wrong += i64::from(row.text(0)? != verdict_name(Verdict::Right));
        }
        Ok((new.len() as i64, wrong))
    }

    /// Somebody has come to who played alone: the whole game counts as played together.
    async fn in_company(&self, link: &mut Link) -> Result<(), StoreError> {
        let game = [self.lease.game.into()];
        link.run(add_to_totals!("moved_to_company", "$1"), &game)
            .await?;
        link.run(add_to_days!("moved_to_company", "$1"), &game)
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
        let before = self.before(link).await?;
        let game = self.lease.game;
        link.run(
            "UPDATE games SET state = $2, beat = $3, counted = CASE WHEN counted < $4 THEN $4 ELSE counted END WHERE id = $1",
            &[game.into(), (&self.state).into(), self.at.into(), (self.round + 1).into()],
        )
        .await?;
        if before.counted {
            return Ok(0);
        }
        if before.were_alone && !self.alone {
            self.in_company(link).await?;
        }
        let (answers, wrong) = if self.rows.is_empty() {
            (0, 0)
        } else {
            let counted = self.answers(link, &before).await?;
            let round = [game.into(), self.round.into()];
            link.run(
                add_to_totals!("answer_counts", "$1 AND c.round = $2"),
                &round,
            )
            .await?;
            link.run(add_to_days!("answer_counts", "$1 AND c.round = $2"), &round)
                .await?;
            counted
        };
        self.asked(link, answers, wrong).await?;
        link.run(
            "DELETE FROM choices WHERE game = $1 AND round <= $2",
            &[game.into(), self.round.into()],
        )
        .await?;
        Ok(answers)
    }
}

impl CloseRound {
    async fn asked(&self, link: &mut Link, answers: i64, wrong: i64) -> Result<(), StoreError> {
        link.run(
            "INSERT INTO asked (server, question, times, answers, wrong, last, fact, topic, note, heading, prompt) \
             VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10) \
             ON CONFLICT (server, question) DO UPDATE SET times = asked.times + 1, answers = asked.answers + excluded.answers, \
             wrong = asked.wrong + excluded.wrong, last = excluded.last, fact = excluded.fact, topic = excluded.topic, \
             note = excluded.note, heading = excluded.heading, prompt = excluded.prompt",
            &[
                self.server.into(),
                (&self.question).into(),
                answers.into(),
                wrong.into(),
                self.at.into(),
                (&self.fact).into(),
                (&self.topic).into(),
                (&self.note).into(),
                (&self.heading).into(),
                (&self.prompt).into(),
            ],
        )
        .await
        .map(drop)
    }
}

pub(super) fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "right",
        Verdict::Almost => "almost",
        Verdict::Wrong => "wrong",
    }
}
