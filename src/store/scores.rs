//! What was earned: boards, profiles, and what a server gets wrong.

use std::time::Duration;

use async_trait::async_trait;

use super::{GroupId, Period, StoreError};
use crate::quiz::{Player, Server};

/// How many rows a page of a board has.
pub const PAGE: u32 = 10;
/// Under so many answers nobody is ranked by accuracy, and no topic is called strong or weak.
pub const ENOUGH: u32 = 5;

/// What a board is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// Points.
    #[default]
    Points,
    /// Right answers among all answers, from [`ENOUGH`] answers on.
    Accuracy,
    /// Games played.
    Games,
}

/// Which board, and which page of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Whose.
    pub server: Server,
    /// Which answers count.
    pub period: Period,
    /// Only of this topic.
    pub topic: Option<String>,
    /// Only members of this study group.
    pub group: Option<GroupId>,
    /// What comes first.
    pub sort: Sort,
    /// Counted from 0; a page past the end is the last.
    pub page: u32,
    /// Whose own row to look for as well.
    pub me: Option<Player>,
}

impl View {
    /// The first page of a server's season.
    #[must_use]
    pub fn of(server: Server) -> Self {
        Self {
            server,
            period: Period::default(),
            topic: None,
            group: None,
            sort: Sort::default(),
            page: 0,
            me: None,
        }
    }
}

/// What was counted for somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Points.
    pub points: u64,
    /// Right answers.
    pub right: u64,
    /// Answers.
    pub answers: u64,
    /// Games in which there was an answer.
    pub games: u64,
}

impl Tally {
    /// Right answers in a hundred; `None` without answers.
    #[must_use]
    pub fn accuracy(&self) -> Option<u8> {
        let percent = (self.right * 200 + self.answers).checked_div(self.answers * 2)?;
        u8::try_from(percent).ok()
    }
}

/// One line of a board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// 1 for the first; who has the same shares a rank.
    pub rank: u64,
    /// Counted from 0, over all pages.
    pub line: u64,
    /// Who.
    pub player: Player,
    /// What for.
    pub tally: Tally,
}

/// One page of a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// At most [`PAGE`].
    pub places: Vec<Place>,
    /// Which page it is, counted from 0.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
    /// How many are on the board.
    pub players: u64,
    /// The row of who asked, whatever the page; `None` for who is hidden or not on it.
    pub mine: Option<Place>,
}

/// What is told of one player.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// The rank on the season's board; `None` for who is hidden or not on it.
    pub rank: Option<u64>,
    /// How many are on that board.
    pub players: u64,
    /// This season, games played alone among it.
    pub season: Tally,
    /// Ever, games played alone among it.
    pub all: Tally,
    /// Right answers in a row up to now.
    pub answer_streak: u64,
    /// Days in a row with an answer, up to today or yesterday.
    pub day_streak: u64,
    /// Topics with at least [`ENOUGH`] answers, the best known first.
    pub topics: Vec<(String, Tally)>,
    /// Points and answers of each of the last 30 days, today last.
    pub days: Vec<Tally>,
    /// Questions whose last answer was not right, latest first; at most 20.
    pub missed: Vec<Missed>,
    /// Not listed on boards.
    pub hidden: bool,
}

/// A question that a player got wrong the last time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missed {
    /// The question's id.
    pub question: String,
    /// The fact it was made from.
    pub fact: String,
    /// Its topic.
    pub topic: String,
    /// What was asked.
    pub prompt: String,
    /// When it was answered.
    pub at: Duration,
}

/// What a server gets wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weak {
    /// The topic.
    pub topic: String,
    /// The note.
    pub note: String,
    /// The heading over it, or nothing.
    pub heading: String,
    /// Answers to its questions, at least [`ENOUGH`].
    pub answers: u64,
    /// Those that were not right.
    pub wrong: u64,
}

/// Everything that was earned.
#[async_trait]
pub trait Scores {
    /// One page of a board. Nobody is on it who is hidden, or has no answer that counts for it.
    async fn board(&self, view: &View, at: Duration) -> Result<Board, StoreError>;

    /// What is told of a player; nothing but zeros of who never played.
    async fn profile(
        &self,
        server: Server,
        player: Player,
        at: Duration,
    ) -> Result<Profile, StoreError>;

    /// What a server gets wrong most, by topic and heading: the largest share first, at most `most` of them, none without a wrong answer.
    async fn weak(&self, server: Server, most: u32) -> Result<Vec<Weak>, StoreError>;

    /// The topics that a server has answers for, the most answered first.
    async fn topics(&self, server: Server) -> Result<Vec<(String, u64)>, StoreError>;
}
