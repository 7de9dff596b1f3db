//! Every write, and the statements it is made of.

use std::time::Duration;

use sqlx::Row as _;
use sqlx::sqlite::SqliteConnection;
use sqlx::{Connection as _, query};

use super::{Channel, Closing, GameId, Lease, Player, Server, StoreError, as_i64, millis};
use crate::quiz::judge::Verdict;

/// One thing to write.
#[derive(Debug)]
pub(super) enum Write {
    Settings {
        server: Server,
        by: Player,
        settings: String,
        at: Duration,
    },
    Begin {
        server: Server,
        channel: Channel,
        host: Player,
        state: String,
        owner: String,
        at: Duration,
    },
    Save {
        lease: Lease,
        state: String,
        messages: String,
        at: Duration,
    },
    Choice {
        lease: Lease,
        round: usize,
        player: Player,
        answer: String,
        at: Duration,
    },
    CloseRound(Box<Closed>),
    End {
        lease: Lease,
        state: String,
        at: Duration,
    },
    Beat {
        owner: String,
        at: Duration,
    },
    TakeOver {
        game: GameId,
        epoch: i64,
        owner: String,
        at: Duration,
    },
    Report {
        server: Server,
        player: Player,
        question: String,
        fact: String,
        shown: String,
        reason: String,
        at: Duration,
    },
    CloseReport {
        server: Server,
        report: i64,
        by: Player,
        block: bool,
        at: Duration,
    },
    Block {
        server: Server,
        fact: String,
        by: Player,
        at: Duration,
    },
    /// Ends the writer.
    Close,
}

/// A closed question, owned.
#[derive(Debug)]
pub(super) struct Closed {
    lease: Lease,
    state: String,
    server: Server,
    round: usize,
    question: String,
    fact: String,
    topic: String,
    rows: Vec<(Player, Verdict, u32)>,
    at: Duration,
}

impl Write {
    pub(super) fn close(lease: &Lease, state: String, closing: &Closing<'_>) -> Self {
        Self::CloseRound(Box::new(Closed {
            lease: lease.clone(),
            state,
            server: closing.server,
            round: closing.round,
            question: closing.question.id.clone(),
            fact: closing.question.fact.clone(),
            topic: closing.topic.to_owned(),
            rows: closing
                .marked
                .iter()
                .map(|row| (row.player, row.verdict, row.points))
                .collect(),
            at: closing.at,
        }))
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one arm a statement reads best in one place"
    )]
    /// Runs it inside the transaction that is open on `connection`.
    pub(super) async fn run(self, connection: &mut SqliteConnection) -> Result<i64, StoreError> {
        match self {
            Self::Settings {
                server,
                by,
                settings,
                at,
            } => set_settings(connection, server, by, &settings, at).await,
            Self::Begin {
                server,
                channel,
                host,
                state,
                owner,
                at,
            } => begin(connection, server, channel, host, &state, &owner, at).await,
            Self::Save {
                lease,
                state,
                messages,
                at,
            } => {
                let saved = query("UPDATE games SET state = $4, messages = $5, beat = $6 WHERE id = $1 AND owner = $2 AND epoch = $3 AND ended IS NULL")
                    .bind(lease.game.0).bind(&lease.owner).bind(lease.epoch)
                    .bind(state).bind(messages).bind(millis(at))
                    .execute(connection).await?;
                fenced(saved.rows_affected())
            }
            Self::Choice {
                lease,
                round,
                player,
                answer,
                at,
            } => {
                let saved = query(
                    "INSERT INTO choices (game, round, player, answer, at) \
                     SELECT id, $4, $5, $6, $7 FROM games WHERE id = $1 AND owner = $2 AND epoch = $3 AND ended IS NULL \
                     ON CONFLICT (game, round, player) DO UPDATE SET answer = excluded.answer, at = excluded.at")
                    .bind(lease.game.0).bind(&lease.owner).bind(lease.epoch)
                    .bind(round as i64).bind(as_i64(player.0)).bind(answer).bind(millis(at))
                    .execute(connection).await?;
                fenced(saved.rows_affected())
            }
            Self::CloseRound(closed) => closed.run(connection).await,
            Self::End { lease, state, at } => {
                let ended = query("UPDATE games SET state = $4, ended = $5, beat = $5 WHERE id = $1 AND owner = $2 AND epoch = $3 AND ended IS NULL")
                    .bind(lease.game.0).bind(&lease.owner).bind(lease.epoch)
                    .bind(state).bind(millis(at))
                    .execute(&mut *connection).await?;
                query("DELETE FROM choices WHERE game = $1")
                    .bind(lease.game.0)
                    .execute(connection)
                    .await?;
                fenced(ended.rows_affected())
            }
            Self::Beat { owner, at } => {
                let games = query("UPDATE games SET beat = $2 WHERE owner = $1 AND ended IS NULL")
                    .bind(owner)
                    .bind(millis(at))
                    .execute(connection)
                    .await?;
                Ok(games.rows_affected() as i64)
            }
            Self::TakeOver {
                game,
                epoch,
                owner,
                at,
            } => {
                let taken = query("UPDATE games SET owner = $3, epoch = epoch + 1, beat = $4 WHERE id = $1 AND epoch = $2 AND ended IS NULL")
                    .bind(game.0).bind(epoch).bind(owner).bind(millis(at))
                    .execute(connection).await?;
                fenced(taken.rows_affected()).map(|_| epoch + 1)
            }
            Self::Report {
                server,
                player,
                question,
                fact,
                shown,
                reason,
                at,
            } => {
                let new = query("INSERT INTO reports (server, player, question, fact, shown, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7)")
                    .bind(as_i64(server.0)).bind(as_i64(player.0)).bind(question).bind(fact).bind(shown).bind(reason).bind(millis(at))
                    .execute(connection).await?;
                Ok(new.last_insert_rowid())
            }
            Self::CloseReport {
                server,
                report,
                by,
                block,
                at,
            } => close_report(connection, server, report, by, block, at).await,
            Self::Block {
                server,
                fact,
                by,
                at,
            } => {
                let blocked = query("INSERT INTO blocked (server, fact, player, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING")
                    .bind(as_i64(server.0)).bind(fact).bind(as_i64(by.0)).bind(millis(at))
                    .execute(connection).await?;
                Ok(blocked.rows_affected() as i64)
            }
            Self::Close => Ok(0),
        }
    }
}

impl Closed {
    async fn run(self, connection: &mut SqliteConnection) -> Result<i64, StoreError> {
        // Several statements that stand or fall together, inside the batch.
        let mut part = connection.begin().await?;
        let saved = query("UPDATE games SET state = $4, beat = $5 WHERE id = $1 AND owner = $2 AND epoch = $3 AND ended IS NULL")
            .bind(self.lease.game.0).bind(&self.lease.owner).bind(self.lease.epoch)
            .bind(&self.state).bind(millis(self.at))
            .execute(&mut *part).await?;
        fenced(saved.rows_affected())?;
        let (mut answers, mut wrong) = (0_i64, 0_i64);
        for (player, verdict, points) in &self.rows {
            let new = query("INSERT INTO answers (game, round, player, server, question, fact, topic, verdict, points, at) \
                             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING")
                .bind(self.lease.game.0).bind(self.round as i64).bind(as_i64(player.0)).bind(as_i64(self.server.0))
                .bind(&self.question).bind(&self.fact).bind(&self.topic)
                .bind(verdict_name(*verdict)).bind(i64::from(*points)).bind(millis(self.at))
                .execute(&mut *part).await?;
            answers += new.rows_affected() as i64;
            wrong += if *verdict == Verdict::Right {
                0
            } else {
                new.rows_affected() as i64
            };
        }
        // A question that was closed before has all its rows: nothing is counted twice.
        if answers > 0 || self.rows.is_empty() {
            query("INSERT INTO asked (server, question, times, answers, wrong, last) VALUES ($1, $2, 1, $3, $4, $5) \
                   ON CONFLICT (server, question) DO UPDATE SET times = times + 1, answers = answers + excluded.answers, \
                   wrong = wrong + excluded.wrong, last = excluded.last")
                .bind(as_i64(self.server.0)).bind(&self.question).bind(answers).bind(wrong).bind(millis(self.at))
                .execute(&mut *part).await?;
        }
        query("DELETE FROM choices WHERE game = $1 AND round <= $2")
            .bind(self.lease.game.0)
            .bind(self.round as i64)
            .execute(&mut *part)
            .await?;
        part.commit().await?;
        Ok(answers)
    }
}

async fn set_settings(
    connection: &mut SqliteConnection,
    server: Server,
    by: Player,
    settings: &str,
    at: Duration,
) -> Result<i64, StoreError> {
    let mut part = connection.begin().await?;
    let before: Option<String> = query("SELECT settings FROM servers WHERE server = $1")
        .bind(as_i64(server.0))
        .fetch_optional(&mut *part)
        .await?
        .map(|row| row.try_get(0))
        .transpose()?;
    query("INSERT INTO servers (server, settings) VALUES ($1, $2) ON CONFLICT (server) DO UPDATE SET settings = excluded.settings")
        .bind(as_i64(server.0)).bind(settings)
        .execute(&mut *part).await?;
    query("INSERT INTO settings_changes (server, player, at, before, after) VALUES ($1, $2, $3, $4, $5)")
        .bind(as_i64(server.0)).bind(as_i64(by.0)).bind(millis(at))
        .bind(before.as_deref().unwrap_or("{}")).bind(settings)
        .execute(&mut *part).await?;
    part.commit().await?;
    Ok(1)
}

async fn begin(
    connection: &mut SqliteConnection,
    server: Server,
    channel: Channel,
    host: Player,
    state: &str,
    owner: &str,
    at: Duration,
) -> Result<i64, StoreError> {
    let running: Option<i64> = query("SELECT id FROM games WHERE channel = $1 AND ended IS NULL")
        .bind(as_i64(channel.0))
        .fetch_optional(&mut *connection)
        .await?
        .map(|row| row.try_get(0))
        .transpose()?;
    if let Some(game) = running {
        return Err(StoreError::ChannelBusy(GameId(game)));
    }
    let new = query("INSERT INTO games (server, channel, host, state, owner, beat, started) VALUES ($1, $2, $3, $4, $5, $6, $6)")
        .bind(as_i64(server.0)).bind(as_i64(channel.0)).bind(as_i64(host.0))
        .bind(state).bind(owner).bind(millis(at))
        .execute(connection).await?;
    Ok(new.last_insert_rowid())
}

async fn close_report(
    connection: &mut SqliteConnection,
    server: Server,
    report: i64,
    by: Player,
    block: bool,
    at: Duration,
) -> Result<i64, StoreError> {
    let mut part = connection.begin().await?;
    if block {
        query("INSERT INTO blocked (server, fact, player, at) SELECT server, fact, $3, $4 FROM reports WHERE id = $2 AND server = $1 ON CONFLICT DO NOTHING")
            .bind(as_i64(server.0)).bind(report).bind(as_i64(by.0)).bind(millis(at))
            .execute(&mut *part).await?;
    }
    let closed =
        query("UPDATE reports SET closed = $3 WHERE id = $2 AND server = $1 AND closed IS NULL")
            .bind(as_i64(server.0))
            .bind(report)
            .bind(millis(at))
            .execute(&mut *part)
            .await?;
    part.commit().await?;
    Ok(closed.rows_affected() as i64)
}

/// A write under a lease that changed no row was made by who is no longer the owner.
fn fenced(rows: u64) -> Result<i64, StoreError> {
    if rows == 0 {
        return Err(StoreError::TakenOver);
    }
    Ok(rows as i64)
}

fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "right",
        Verdict::Almost => "almost",
        Verdict::Wrong => "wrong",
    }
}
