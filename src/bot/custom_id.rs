//! What a button of Clio's carries, and back: at most 100 characters, understood after any restart.

mod boards;
mod practice;
mod privacy;
mod quiz;
mod reports;
mod settings;

#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use crate::answers::Look;

pub(super) use boards::{BoardOf, Boards, By, key_of_topic};
pub(super) use practice::{CHECKS, Practice, SEEDS, Step};
pub(super) use privacy::Privacy;
pub(super) use quiz::{Does, Quiz};
pub(super) use reports::Reports;
pub(super) use settings::{Item, Settings};

/// What pressing something does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CustomId {
    /// Shows `look` in the card's place for `asker`; others get a private copy.
    Turn {
        /// Who the card answered.
        asker: u64,
        /// Where the button stands, since Discord wants every custom id of a message to differ.
        slot: u8,
        /// What it leads to.
        look: Look,
    },
    /// Shows `look` privately beside the card.
    Open {
        /// Where the button stands.
        slot: u8,
        /// What it leads to.
        look: Look,
    },
    /// The menu of things that a card mentions; what was picked is a look's code.
    Menu,
    /// Shows another page of what is odd in the notes, in place.
    Findings {
        /// Counted from 0.
        page: u16,
    },
    /// Belongs to a quiz.
    Quiz(Quiz),
    /// Belongs to a practice.
    Practice(Practice),
    /// Belongs to a moderator's lists.
    Reports(Reports),
    /// Belongs to boards and what stands beside them.
    Boards(Boards),
    /// Belongs to the panel of settings.
    Settings(Settings),
    /// Belongs to what a person may do with their own data.
    Privacy(Privacy),
}

/// The text is no custom id of Clio's, or of a version that no longer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotOurs;

impl fmt::Display for CustomId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Turn { asker, slot, look } => write!(
                formatter,
                "t{}{}.{}",
                digit(*slot),
                base36(*asker),
                look.code()
            ),
            Self::Open { slot, look } => write!(formatter, "o{}.{}", digit(*slot), look.code()),
            Self::Menu => formatter.write_str("m"),
            Self::Findings { page } => write!(formatter, "f{page}"),
            Self::Quiz(quiz) => write!(formatter, "{quiz}"),
            Self::Practice(practice) => write!(formatter, "{practice}"),
            Self::Reports(reports) => write!(formatter, "{reports}"),
            Self::Boards(boards) => write!(formatter, "{boards}"),
            Self::Settings(settings) => write!(formatter, "{settings}"),
            Self::Privacy(privacy) => write!(formatter, "{privacy}"),
        }
    }
}

impl FromStr for CustomId {
    type Err = NotOurs;

    fn from_str(text: &str) -> Result<Self, NotOurs> {
        if text == "m" {
            return Ok(Self::Menu);
        }
        if let Some(page) = text.strip_prefix('f') {
            let id = Self::Findings {
                page: page.parse().map_err(|_| NotOurs)?,
            };
            return id.spelt_as(text);
        }
        if text.starts_with('q') {
            return Self::Quiz(text.parse()?).spelt_as(text);
        }
        if text.starts_with('p') {
            return Self::Practice(text.parse()?).spelt_as(text);
        }
        if text.starts_with('r') {
            return Self::Reports(text.parse()?).spelt_as(text);
        }
        if text.starts_with('b') {
            return Self::Boards(text.parse()?).spelt_as(text);
        }
        if text.starts_with('s') {
            return Self::Settings(text.parse()?).spelt_as(text);
        }
        if text.starts_with('v') {
            return Self::Privacy(text.parse()?).spelt_as(text);
        }
        let (head, code) = text.split_once('.').ok_or(NotOurs)?;
        let look = Look::parse(code).ok_or(NotOurs)?;
        let mut letters = head.chars();
        let kind = letters.next();
        let slot = letters
            .next()
            .and_then(|slot| slot.to_digit(36))
            .and_then(|slot| u8::try_from(slot).ok())
            .ok_or(NotOurs)?;
        let rest = letters.as_str();
        let id = match kind {
            Some('t') => Self::Turn {
                asker: u64::from_str_radix(rest, 36).map_err(|_| NotOurs)?,
                slot,
                look,
            },
            Some('o') if rest.is_empty() => Self::Open { slot, look },
            _ => return Err(NotOurs),
        };
        id.spelt_as(text)
    }
}

impl CustomId {
    /// One spelling for each: `+7`, capitals and leading zeros are not ours.
    fn spelt_as(self, text: &str) -> Result<Self, NotOurs> {
        if self.to_string() == text {
            Ok(self)
        } else {
            Err(NotOurs)
        }
    }
}

/// 0 to 35 in one character; Discord allows 25 buttons.
fn digit(slot: u8) -> char {
    char::from_digit(u32::from(slot) % 36, 36).unwrap_or('0')
}

fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(digit((number % 36) as u8));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}
