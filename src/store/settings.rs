//! A server's own settings, as its admins set them.

use std::time::Duration;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use super::StoreError;
use crate::quiz::game::settings::{Answers, Mode, Seconds};
use crate::quiz::{Player, Server};

/// What a server may set. Kept as JSON; what is not set has the default, what is unknown is passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServerSettings {
    /// The role that may start quizzes; everybody where there is none.
    pub host_role: Option<u64>,
    /// Channels in which quizzes may be played; all where the list is empty.
    pub channels: Vec<u64>,
    /// Topics that may be asked; all where the list is empty.
    pub topics: Vec<String>,
    /// How long questions stay open.
    pub seconds: Seconds,
    /// How many questions a game has.
    pub questions: u16,
    /// How answers score.
    pub mode: Mode,
    /// How answers are given.
    pub answers: Answers,
    /// A game opens a thread of its own.
    pub thread: bool,
    /// `3/4` is the fourth of March.
    pub month_first: bool,
    /// IANA name of the time zone in which days and weeks begin.
    pub time_zone: String,
    /// A week begins on Sunday.
    pub week_starts_on_sunday: bool,
    /// Where the podium of a season is posted.
    pub podium_channel: Option<u64>,
    /// Games with one player count for the leaderboard.
    pub single_player_counts: bool,
    /// Everybody may make study groups, not only those who manage the server.
    pub groups_by_all: bool,
    /// Answers come with pictures.
    pub pictures: bool,
}

impl Default for ServerSettings {
    fn default() -> Self {
        Self {
            host_role: None,
            channels: Vec::new(),
            topics: Vec::new(),
            seconds: Seconds::Auto,
            questions: 10,
            mode: Mode::Study,
            answers: Answers::Buttons,
            thread: false,
            month_first: false,
            time_zone: "UTC".to_owned(),
            week_starts_on_sunday: false,
            podium_channel: None,
            single_player_counts: false,
            groups_by_all: false,
            pictures: true,
        }
    }
}

/// Settings of servers.
#[async_trait]
pub trait Settings {
    /// A server's settings; the defaults where it has none of its own.
    async fn settings(&self, server: Server) -> Result<ServerSettings, StoreError>;

    /// Replaces a server's settings, and writes down who did so.
    ///
    /// A new time zone moves the answers that are still kept to the days they fall on there; days that were folded keep theirs.
    async fn set_settings(
        &self,
        server: Server,
        by: Player,
        settings: &ServerSettings,
        at: Duration,
    ) -> Result<(), StoreError>;
}
