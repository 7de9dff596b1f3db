//! What a load found, as JSON and as a table.

mod table;

use std::collections::BTreeMap;

use serde::Serialize;

use super::process::Used;
use super::spec::Spec;
use super::tally::{Tallies, Tally, Times};

/// What a load found.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    spec: String,
    seconds: f64,
    #[serde(flatten)]
    whole: Counts,
    /// Answered a second.
    rate: f64,
    kinds: BTreeMap<&'static str, Counts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    games: Option<Played>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bot: Option<Bot>,
    playground: Own,
}

/// How many, and how long it took.
#[derive(Debug, Clone, Serialize)]
struct Counts {
    sent: u64,
    answered: u64,
    unanswered: u64,
    refused: u64,
    latency_ms: Spread,
    /// Games are sent by the world, which does not say when a frame is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    from_frame_ms: Option<Spread>,
}

/// Times in milliseconds.
#[derive(Debug, Clone, Copy, Serialize)]
struct Spread {
    p50: f64,
    p90: f64,
    p99: f64,
    p999: f64,
    max: f64,
}

/// What the bot's process used in the time that counts.
#[derive(Debug, Clone, Serialize)]
struct Bot {
    cpu_seconds: f64,
    cpu_per_answer_us: f64,
    rss_before: u64,
    rss_after: u64,
}

/// What the playground used, and how late it was.
#[derive(Debug, Clone, Serialize)]
struct Own {
    cpu_seconds: f64,
    /// How late frames were written after they were due: the playground's own share.
    late_ms: Spread,
}

/// What came of games.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Played {
    pub(super) begun: u64,
    pub(super) finished: u64,
    /// Revealed, in all games together.
    pub(super) questions: u64,
    /// Presses and forms for which the question had closed before they could be made.
    pub(super) too_late: u64,
    /// From each game's lobby to its podium, added up.
    pub(super) game_minutes: f64,
    /// The bot's, in milliseconds.
    pub(super) cpu_ms_per_game_minute: Option<f64>,
}

/// What processes have used, from the first that counts to the last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Costs {
    /// The bot's before anything was offered, and when it began to count.
    bot: Option<(Used, Used)>,
    own: Option<Used>,
}

/// The same at the end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spent {
    costs: Costs,
    bot: Option<Used>,
    own: Option<Used>,
}

impl Costs {
    /// What the bot had used before anything was offered, and now.
    pub(super) fn begin(before: Option<Used>, now: Option<Used>) -> Self {
        Self {
            bot: before.zip(now),
            own: Used::by(std::process::id()),
        }
    }

    /// All is over, and the bot has used this.
    pub(super) fn end(self, bot: Option<Used>) -> Spent {
        Spent {
            costs: self,
            bot,
            own: Used::by(std::process::id()),
        }
    }
}

impl Report {
    pub(super) fn new(spec: &Spec, seconds: f64, tallies: &Tallies, spent: Spent) -> Self {
        let whole = tallies.whole();
        let own = spent.costs.own.zip(spent.own);
        let kinds = tallies.kinds.iter();
        Self {
            spec: spec.to_string(),
            seconds,
            rate: whole.answered as f64 / seconds,
            bot: bot(spent, whole.answered),
            kinds: kinds
                .map(|(what, tally)| (what.name(), Counts::of(tally)))
                .collect(),
            playground: Own {
                cpu_seconds: own
                    .map_or(0.0, |(begun, ended)| ended.cpu_seconds - begun.cpu_seconds),
                late_ms: Spread::of(&tallies.late),
            },
            games: None,
            whole: Counts::of(&whole),
        }
    }

    /// The same, of games.
    pub(super) fn of_games(self, mut played: Played) -> Self {
        let cost = |bot: &Bot| bot.cpu_seconds * 1000.0 / played.game_minutes.max(f64::EPSILON);
        played.cpu_ms_per_game_minute = self.bot.as_ref().map(cost);
        Self {
            games: Some(played),
            ..self
        }
    }

    /// How many got no answer that was in order.
    #[must_use]
    pub fn unanswered(&self) -> u64 {
        self.whole.unanswered
    }

    /// How many were sent.
    #[must_use]
    pub fn sent(&self) -> u64 {
        self.whole.sent
    }

    /// One JSON document.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("numbers and names can be written")
    }
}

fn bot(spent: Spent, n_answered: u64) -> Option<Bot> {
    let (before, begun) = spent.costs.bot?;
    let ended = spent.bot?;
    let cpu_seconds = ended.cpu_seconds - begun.cpu_seconds;
    Some(Bot {
        cpu_seconds,
        cpu_per_answer_us: cpu_seconds * 1e6 / (n_answered.max(1)) as f64,
        rss_before: before.bytes,
        rss_after: ended.bytes,
    })
}

impl Counts {
    fn of(tally: &Tally) -> Self {
        let is_timed = tally.answered == 0 || !tally.from_frame.is_empty();
        Self {
            sent: tally.sent,
            answered: tally.answered,
            unanswered: tally.sent - tally.answered,
            refused: tally.refused,
            latency_ms: Spread::of(&tally.latency),
            from_frame_ms: is_timed.then(|| Spread::of(&tally.from_frame)),
        }
    }
}

impl Spread {
    fn of(times: &Times) -> Self {
        Self {
            p50: times.at(0.5),
            p90: times.at(0.9),
            p99: times.at(0.99),
            p999: times.at(0.999),
            max: times.most(),
        }
    }
}
