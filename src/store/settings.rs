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

/// A setting by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "`ServerSettings` says what each is")]
pub enum Setting {
    HostRole,
    Channels,
    Topics,
    Seconds,
    Questions,
    Mode,
    Answers,
    Thread,
    MonthFirst,
    TimeZone,
    WeekStartsOnSunday,
    PodiumChannel,
    SinglePlayerCounts,
    GroupsByAll,
    Pictures,
}

/// A new value for one setting. As JSON it is an object of that one field, so that it lies over what is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "`ServerSettings` says what each is")]
pub enum Change {
    HostRole(Option<u64>),
    Channels(Vec<u64>),
    Topics(Vec<String>),
    Seconds(Seconds),
    Questions(u16),
    Mode(Mode),
    Answers(Answers),
    Thread(bool),
    MonthFirst(bool),
    TimeZone(String),
    WeekStartsOnSunday(bool),
    PodiumChannel(Option<u64>),
    SinglePlayerCounts(bool),
    GroupsByAll(bool),
    Pictures(bool),
    /// This one has the default again.
    Default(Setting),
}

/// What a server has set itself, by the names of the fields; what is not in it has the default.
pub(super) type Own = serde_json::Map<String, serde_json::Value>;

impl Change {
    /// Lays the change over what a server has set itself.
    pub(super) fn apply(&self, own: &mut Own) {
        let Ok(serde_json::Value::Object(field)) = serde_json::to_value(self) else {
            return;
        };
        match self {
            Self::Default(_) => {
                let names = field.values().filter_map(serde_json::Value::as_str);
                names.for_each(|name| drop(own.remove(name)));
            }
            _ => own.extend(field),
        }
    }
}

/// What holds where a server has set nothing itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Defaults(std::sync::Arc<Own>);

impl Defaults {
    pub(super) fn of(settings: &ServerSettings) -> Self {
        Self(std::sync::Arc::new(own_of(settings)))
    }

    /// The settings of a server that has set `own` itself.
    pub(super) fn with(&self, own: &Own) -> Result<ServerSettings, StoreError> {
        let mut all = (*self.0).clone();
        all.extend(own.clone());
        serde_json::from_value(all.into())
            .map_err(|fault| StoreError::Unreadable(fault.to_string()))
    }
}

fn own_of(settings: &ServerSettings) -> Own {
    match serde_json::to_value(settings) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => Own::new(),
    }
}

/// A server's settings, and which of them it has set itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenSettings {
    /// What holds.
    pub settings: ServerSettings,
    /// What would hold if it had set nothing.
    pub defaults: ServerSettings,
    /// What the server has set itself; the rest has the default.
    pub own: Vec<Setting>,
    /// Who changed something last, and when; `Player(0)` for somebody who is forgotten.
    pub last: Option<(Player, Duration)>,
}

/// Settings of servers.
#[async_trait]
pub trait Settings {
    /// A server's settings; the defaults where it has none of its own.
    async fn settings(&self, server: Server) -> Result<ServerSettings, StoreError>;

    /// The same, with what the server has set itself.
    async fn chosen_settings(&self, server: Server) -> Result<ChosenSettings, StoreError>;

    /// Changes one setting and leaves all others as they are, whoever changed them meanwhile; writes down who did so.
    ///
    /// A new time zone moves the answers that are still kept to the days they fall on there; days that were folded keep theirs.
    async fn change_settings(
        &self,
        server: Server,
        by: Player,
        change: &Change,
        at: Duration,
    ) -> Result<(), StoreError>;
}

#[cfg(test)]
mod tests {
    use super::{Change, Defaults, Own, ServerSettings, Setting};

    #[test]
    fn a_change_lies_over_the_defaults_and_can_be_taken_back() {
        let defaults = Defaults::of(&ServerSettings {
            questions: 5,
            thread: true,
            ..ServerSettings::default()
        });
        let mut own = Own::new();
        Change::Questions(20).apply(&mut own);
        Change::HostRole(None).apply(&mut own);
        let settings = defaults.with(&own).unwrap();
        assert_eq!((settings.questions, settings.thread), (20, true));
        assert_eq!(own.len(), 2);
        Change::Default(Setting::Questions).apply(&mut own);
        assert_eq!(defaults.with(&own).unwrap().questions, 5);
    }
}
