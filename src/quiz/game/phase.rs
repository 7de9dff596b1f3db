//! What a game is doing, what has just happened in it, and why it ended.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::score::{Answer, Marked};
use crate::quiz::Player;

/// What has just happened, for who shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// People can join until then.
    LobbyOpened {
        /// When the lobby ends by itself.
        until: Duration,
    },
    /// The first question comes then.
    LeadIn {
        /// When.
        until: Duration,
    },
    /// Post this question, then say when with [`Game::posted`](super::Game::posted).
    Ask {
        /// Index of the question.
        round: usize,
    },
    /// The question is closed: write the points down, then show the reveal.
    Closed {
        /// Index of the question.
        round: usize,
        /// Nobody has answered this one and the one before: one more, and the game ends.
        warning: bool,
    },
    /// Nothing more happens until somebody resumes.
    Paused,
    /// It goes on.
    Resumed,
    /// That was all.
    Over(End),
}

/// Why a game ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// All questions were asked.
    Finished,
    /// Nobody answered [`IDLE_END`](super::IDLE_END) questions in a row.
    Idle,
    /// The host or a moderator stopped it.
    Stopped,
    /// It was paused, and nobody resumed it for [`LONGEST_PAUSE`](super::LONGEST_PAUSE).
    Forgotten,
    /// It cannot go on: the channel, the permission or the bot itself is gone.
    Lost,
}

/// A question that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// When its message appeared.
    pub opened: Duration,
    /// How long presses count; `None` without a clock.
    pub time: Option<Duration>,
    /// When it closes by itself.
    pub closes: Duration,
    /// Set while all who are waited for have answered: it closes then.
    pub settles: Option<Duration>,
    /// What was answered, and when.
    pub given: BTreeMap<Player, (Answer, Duration)>,
    /// Who wants to skip it.
    pub skip_votes: BTreeSet<Player>,
}

/// What the game is doing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// People can join.
    Lobby {
        /// Until then.
        until: Duration,
    },
    /// The first question is about to come.
    LeadIn {
        /// Then.
        until: Duration,
    },
    /// The question is being posted.
    Asking,
    /// The question is open.
    Open(Open),
    /// The answer is being shown.
    Reveal {
        /// Until then.
        until: Duration,
    },
    /// Waiting for somebody to resume.
    Paused {
        /// What it was doing.
        was: Box<Self>,
        /// Since when.
        since: Duration,
    },
    /// It is over.
    Over(End),
}

/// A closed question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Everybody's last answer, marked. Empty where nobody answered or the question was skipped.
    pub marked: Vec<Marked>,
    /// Skipped: nothing counted.
    pub skipped: bool,
}
