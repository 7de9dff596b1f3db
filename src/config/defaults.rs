//! `[defaults]`: what holds in servers whose admins have set nothing with /settings.

use serde::Deserialize;
use serde::de::{self, Deserializer};

use crate::quiz::game::settings::{Answers, Mode, Seconds};

/// `[defaults]`: what holds in servers whose admins have set nothing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Defaults {
    /// `defaults.topics` (`CLIO_DEFAULTS_TOPICS`): quizzes ask only about these. Default: everything.
    pub topics: Vec<String>,
    /// `defaults.questions` (`CLIO_DEFAULTS_QUESTIONS`): how many a quiz has. Default: 10.
    pub questions: u16,
    /// `defaults.seconds` (`CLIO_DEFAULTS_SECONDS`): `auto`, `none`, or 5 to 120. Default: auto.
    pub seconds: Time,
    /// `defaults.mode` (`CLIO_DEFAULTS_MODE`): `study` or `race`. Default: study.
    pub mode: Mode,
    /// `defaults.answers` (`CLIO_DEFAULTS_ANSWERS`): `buttons` or `typed`. Default: buttons.
    pub answers: Answers,
    /// `defaults.thread` (`CLIO_DEFAULTS_THREAD`): quizzes open threads of their own. Default: false.
    pub thread: bool,
    /// `defaults.dates` (`CLIO_DEFAULTS_DATES`): `day-month` or `month-day`. Default: day-month.
    pub dates: Dates,
    /// `defaults.time_zone` (`CLIO_DEFAULTS_TIME_ZONE`): an IANA name. Default: UTC.
    pub time_zone: String,
    /// `defaults.week_start` (`CLIO_DEFAULTS_WEEK_START`): `monday` or `sunday`. Default: monday.
    pub week_start: WeekStart,
    /// `defaults.single_player_counts` (`CLIO_DEFAULTS_SINGLE_PLAYER_COUNTS`): quizzes played alone count for boards. Default: false.
    pub single_player_counts: bool,
    /// `defaults.groups_by_all` (`CLIO_DEFAULTS_GROUPS_BY_ALL`): everybody may make study groups. Default: false.
    pub groups_by_all: bool,
    /// `defaults.pictures` (`CLIO_DEFAULTS_PICTURES`): answers come with pictures. Default: true.
    pub pictures: bool,
}

/// How dates in digits are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dates {
    /// `3/4` is the third of April.
    #[default]
    DayMonth,
    /// `3/4` is the fourth of March.
    MonthDay,
}

/// The day on which weeks begin.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WeekStart {
    /// Monday.
    #[default]
    Monday,
    /// Sunday.
    Sunday,
}

/// How long a question stays open, as the file writes it: `"auto"`, `"none"`, or a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time(pub Seconds);

impl std::str::FromStr for Time {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim() {
            "auto" => Ok(Self(Seconds::Auto)),
            "none" => Ok(Self(Seconds::Unlimited)),
            number => match number.parse() {
                Ok(seconds @ 5..=120) => Ok(Self(Seconds::Fixed(seconds))),
                _ => Err(format!(
                    "is `{number}`. Write auto, none, or a number of seconds from 5 to 120."
                )),
            },
        }
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(u16),
            Word(String),
        }
        let text = match Written::deserialize(deserializer)? {
            Written::Number(number) => number.to_string(),
            Written::Word(word) => word,
        };
        text.parse()
            .map_err(|fault| de::Error::custom(format!("`seconds` {fault}")))
    }
}

impl Default for Defaults {
    fn default() -> Self {
        Self {
            topics: Vec::new(),
            questions: 10,
            seconds: Time(Seconds::Auto),
            mode: Mode::Study,
            answers: Answers::Buttons,
            thread: false,
            dates: Dates::default(),
            time_zone: "UTC".to_owned(),
            week_start: WeekStart::default(),
            single_player_counts: false,
            groups_by_all: false,
            pictures: true,
        }
    }
}

impl Defaults {
    /// What types alone cannot say: the setting that cannot be, and why.
    pub(super) fn fault(&self) -> Option<(&'static str, String)> {
        if !(1..=50).contains(&self.questions) {
            let fault = format!("is {}. Write a number from 1 to 50.", self.questions);
            return Some(("defaults.questions", fault));
        }
        if jiff::tz::TimeZone::get(&self.time_zone).is_err() {
            let fault = format!(
                "is `{}`, and there is no such time zone. Write it as in Europe/Vienna or America/New_York.",
                self.time_zone
            );
            return Some(("defaults.time_zone", fault));
        }
        None
    }
}
