//! `[data]` and `[quiz]`: where what outlives a restart is kept, and the pace and number of group quizzes.

use std::path::PathBuf;
use std::time::Duration;

use serde::Deserialize;

/// `[data]`: what outlives a restart.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Data {
    /// `data.folder` (`CLIO_DATA_FOLDER`): holds the database; only one Clio at a time uses it. Default: `data`.
    pub folder: PathBuf,
}

impl Default for Data {
    fn default() -> Self {
        Self {
            folder: PathBuf::from("data"),
        }
    }
}

/// `[quiz]`: the pace of group quizzes, and how many there may be.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Quiz {
    /// `quiz.lobby` (`CLIO_QUIZ_LOBBY`): seconds in which people can join. Default: 30.
    pub lobby: u16,
    /// `quiz.lead_in` (`CLIO_QUIZ_LEAD_IN`): seconds before the first question. Default: 5.
    pub lead_in: u16,
    /// `quiz.reveal` (`CLIO_QUIZ_REVEAL`): seconds that a reveal stands at least. Default: 6.
    pub reveal: u16,
    /// `quiz.resume_within` (`CLIO_QUIZ_RESUME_WITHIN`): seconds that Clio may be away and a quiz still goes on by itself. Default: 600.
    pub resume_within: u32,
    /// `quiz.games_per_server` (`CLIO_QUIZ_GAMES_PER_SERVER`): quizzes that run in one server at once. Default: 3.
    pub games_per_server: u16,
    /// `quiz.between_games` (`CLIO_QUIZ_BETWEEN_GAMES`): seconds from one start to the next by the same host. Default: 60.
    pub between_games: u16,
}

impl Default for Quiz {
    fn default() -> Self {
        Self {
            lobby: 30,
            lead_in: 5,
            reveal: 6,
            resume_within: 600,
            games_per_server: 3,
            between_games: 60,
        }
    }
}

impl Quiz {
    /// [`Self::resume_within`] as a time.
    #[must_use]
    pub fn resume_within(&self) -> Duration {
        Duration::from_secs(self.resume_within.into())
    }
}
