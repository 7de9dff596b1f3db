//! What the buttons and menus of `/settings` carry: `s`, a letter for what it does, and a letter for the setting.

use std::fmt;
use std::str::FromStr;

use super::NotOurs;
use crate::store::Setting;

/// One line of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::bot) enum Item {
    /// What a server sets.
    Own(Setting),
    /// The day on which the season ends.
    SeasonEnd,
}

/// A button, a menu or a form of `/settings`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::bot) enum Settings {
    /// Shows all settings.
    All,
    /// The menu of settings; what was picked is a setting's letter.
    Menu,
    /// Takes what was picked for a setting.
    Set(Item),
    /// Opens the form of a setting; the form has the same id.
    Write(Item),
    /// Gives a setting its default again.
    Default(Item),
    /// Asks whether the season shall end now.
    AskSeason,
    /// Ends this season now.
    EndSeason(u32),
}

impl Item {
    /// Every line of the panel, as it is shown.
    pub(in crate::bot) const ALL: [Self; 16] = [
        Self::Own(Setting::HostRole),
        Self::Own(Setting::Channels),
        Self::Own(Setting::Topics),
        Self::Own(Setting::Questions),
        Self::Own(Setting::Seconds),
        Self::Own(Setting::Mode),
        Self::Own(Setting::Answers),
        Self::Own(Setting::Thread),
        Self::Own(Setting::MonthFirst),
        Self::Own(Setting::TimeZone),
        Self::Own(Setting::WeekStartsOnSunday),
        Self::SeasonEnd,
        Self::Own(Setting::PodiumChannel),
        Self::Own(Setting::SinglePlayerCounts),
        Self::Own(Setting::GroupsByAll),
        Self::Own(Setting::Pictures),
    ];

    /// Its letter, which never changes.
    pub(in crate::bot) fn letter(self) -> char {
        match self {
            Self::SeasonEnd => 'e',
            Self::Own(setting) => match setting {
                Setting::HostRole => 'h',
                Setting::Channels => 'c',
                Setting::Topics => 't',
                Setting::Seconds => 's',
                Setting::Questions => 'q',
                Setting::Mode => 'm',
                Setting::Answers => 'a',
                Setting::Thread => 'r',
                Setting::MonthFirst => 'd',
                Setting::TimeZone => 'z',
                Setting::WeekStartsOnSunday => 'w',
                Setting::PodiumChannel => 'p',
                Setting::SinglePlayerCounts => 'l',
                Setting::GroupsByAll => 'g',
                Setting::Pictures => 'i',
            },
        }
    }
}

impl FromStr for Item {
    type Err = NotOurs;

    fn from_str(text: &str) -> Result<Self, NotOurs> {
        let mut all = Self::ALL.into_iter();
        all.find(|item| item.letter().to_string() == text)
            .ok_or(NotOurs)
    }
}

impl fmt::Display for Settings {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => out.write_str("sa"),
            Self::Menu => out.write_str("sm"),
            Self::Set(item) => write!(out, "ss{}", item.letter()),
            Self::Write(item) => write!(out, "sw{}", item.letter()),
            Self::Default(item) => write!(out, "sd{}", item.letter()),
            Self::AskSeason => out.write_str("sq"),
            Self::EndSeason(number) => write!(out, "se{number}"),
        }
    }
}

impl FromStr for Settings {
    type Err = NotOurs;

    /// The caller sees to it that there is one spelling for each.
    fn from_str(text: &str) -> Result<Self, NotOurs> {
        let rest = text.strip_prefix('s').ok_or(NotOurs)?;
        let letter = rest.chars().next().ok_or(NotOurs)?;
        let rest = &rest[letter.len_utf8()..];
        Ok(match (letter, rest) {
            ('a', "") => Self::All,
            ('m', "") => Self::Menu,
            ('q', "") => Self::AskSeason,
            ('s', item) => Self::Set(item.parse()?),
            ('w', item) => Self::Write(item.parse()?),
            ('d', item) => Self::Default(item.parse()?),
            ('e', number) => Self::EndSeason(number.parse().map_err(|_| NotOurs)?),
            _ => return Err(NotOurs),
        })
    }
}
