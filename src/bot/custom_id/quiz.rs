//! What the buttons of a quiz carry: `q`, a letter for what it does, the game's number, and where it belongs the question.

use std::fmt;
use std::str::FromStr;

use super::{NotOurs, base36};
use crate::store::GameId;

/// A button or a form of a quiz.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::bot) struct Quiz {
    /// The game that it belongs to.
    pub(in crate::bot) game: GameId,
    /// What it does.
    pub(in crate::bot) does: Does,
}

/// What a button of a quiz does. `round` is the index of a question in its game.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::bot) enum Does {
    /// Takes a seat.
    Join,
    /// Ends the lobby.
    StartNow,
    /// Asks for more time in the whole game.
    MoreTime,
    /// Chooses an option.
    Choose { round: u16, choice: u8 },
    /// Opens the form for a typed answer; the form itself has the same id.
    Type { round: u16 },
    /// Puts an item in its place: those that stand already, the last one being that of this button. Nothing begins anew.
    Order { round: u16, placed: Vec<u8> },
    /// Closes a question that has no clock.
    CloseNow { round: u16 },
    /// Opens the form that reports a question.
    Report { round: u16 },
    /// Shows the presser's own result.
    MyResult,
    /// Shows one of the presser's misses.
    Review { miss: u16 },
    /// Plays the same again.
    PlayAgain,
    /// Goes on with a game that Clio was away from for too long.
    PlayOn,
}

impl Quiz {
    /// A button of `game`.
    pub(in crate::bot) fn new(game: GameId, does: Does) -> Self {
        Self { game, does }
    }
}

impl fmt::Display for Quiz {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match &self.does {
            Does::Join => 'j',
            Does::StartNow => 's',
            Does::MoreTime => 'm',
            Does::Choose { .. } => 'a',
            Does::Type { .. } => 't',
            Does::Order { .. } => 'o',
            Does::CloseNow { .. } => 'c',
            Does::Report { .. } => 'r',
            Does::MyResult => 'y',
            Does::Review { .. } => 'v',
            Does::PlayAgain => 'g',
            Does::PlayOn => 'p',
        };
        write!(out, "q{letter}{}", base36(self.game.0.unsigned_abs()))?;
        match &self.does {
            Does::Join
            | Does::StartNow
            | Does::MoreTime
            | Does::MyResult
            | Does::PlayAgain
            | Does::PlayOn => Ok(()),
            Does::Choose { round, choice } => write!(out, ".{round}.{choice}"),
            Does::Type { round } | Does::CloseNow { round } | Does::Report { round } => {
                write!(out, ".{round}")
            }
            Does::Review { miss } => write!(out, ".{miss}"),
            Does::Order { round, placed } => {
                write!(out, ".{round}.")?;
                placed
                    .iter()
                    .try_for_each(|&item| write!(out, "{}", super::digit(item)))
            }
        }
    }
}

impl FromStr for Quiz {
    type Err = NotOurs;

    /// The caller sees to it that there is one spelling for each.
    fn from_str(text: &str) -> Result<Self, NotOurs> {
        let rest = text.strip_prefix('q').ok_or(NotOurs)?;
        let letter = rest.chars().next().ok_or(NotOurs)?;
        let mut parts = rest[letter.len_utf8()..].split('.');
        let game = parts.next().ok_or(NotOurs)?;
        let game = GameId(i64::from_str_radix(game, 36).map_err(|_| NotOurs)?);
        let mut number = || parts.next().and_then(|part| part.parse::<u16>().ok());
        let does = match letter {
            'j' => Does::Join,
            's' => Does::StartNow,
            'm' => Does::MoreTime,
            'a' => Does::Choose {
                round: number().ok_or(NotOurs)?,
                choice: number()
                    .and_then(|choice| u8::try_from(choice).ok())
                    .ok_or(NotOurs)?,
            },
            't' => Does::Type {
                round: number().ok_or(NotOurs)?,
            },
            'o' => Does::Order {
                round: number().ok_or(NotOurs)?,
                placed: items(parts.next().ok_or(NotOurs)?)?,
            },
            'c' => Does::CloseNow {
                round: number().ok_or(NotOurs)?,
            },
            'r' => Does::Report {
                round: number().ok_or(NotOurs)?,
            },
            'y' => Does::MyResult,
            'v' => Does::Review {
                miss: number().ok_or(NotOurs)?,
            },
            'g' => Does::PlayAgain,
            'p' => Does::PlayOn,
            _ => return Err(NotOurs),
        };
        Ok(Self { game, does })
    }
}

fn items(text: &str) -> Result<Vec<u8>, NotOurs> {
    text.chars()
        .map(|letter| letter.to_digit(36).and_then(|item| u8::try_from(item).ok()))
        .collect::<Option<_>>()
        .ok_or(NotOurs)
}
