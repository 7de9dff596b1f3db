//! What the buttons of a moderator's lists of questions carry: `r`, a letter for what it does, and where it stands.

use std::fmt;
use std::str::FromStr;

use super::{NotOurs, base36};
use crate::answers::Look;
use crate::library::Key;

/// A button of `/reports`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::bot) enum Reports {
    /// Shows a report, counted from 0, the oldest first.
    Show { at: u16 },
    /// Closes a report; its question is asked as before.
    Keep { report: i64, at: u16 },
    /// Closes a report; its fact is not asked again.
    Block { report: i64, at: u16 },
    /// Shows the first question from a place in the deck on, or the last one before it.
    Preview {
        at: u32,
        back: bool,
        about: Option<Look>,
    },
    /// Takes a fact out, whose question stands at this place in the deck.
    Never {
        fact: Key,
        at: u32,
        about: Option<Look>,
    },
}

impl fmt::Display for Reports {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = |about: &Option<Look>| about.as_ref().map(Look::code).unwrap_or_default();
        let number = |report: &i64| base36(report.unsigned_abs());
        match self {
            Self::Show { at } => write!(out, "rs{at}"),
            Self::Keep { report, at } => write!(out, "rk{}.{at}", number(report)),
            Self::Block { report, at } => write!(out, "rb{}.{at}", number(report)),
            Self::Preview { at, back, about } => {
                let letter = if *back { 'e' } else { 'p' };
                write!(out, "r{letter}{}.{}", base36((*at).into()), code(about))
            }
            Self::Never { fact, at, about } => {
                write!(out, "rn{fact}{}.{}", base36((*at).into()), code(about))
            }
        }
    }
}

impl FromStr for Reports {
    type Err = NotOurs;

    /// The caller sees to it that there is one spelling for each.
    fn from_str(text: &str) -> Result<Self, NotOurs> {
        let rest = text.strip_prefix('r').ok_or(NotOurs)?;
        let letter = rest.chars().next().ok_or(NotOurs)?;
        let rest = &rest[letter.len_utf8()..];
        if letter == 's' {
            let at = rest.parse().map_err(|_| NotOurs)?;
            return Ok(Self::Show { at });
        }
        let (head, tail) = rest.split_once('.').ok_or(NotOurs)?;
        if matches!(letter, 'k' | 'b') {
            let report = i64::from_str_radix(head, 36).map_err(|_| NotOurs)?;
            let at = tail.parse().map_err(|_| NotOurs)?;
            return Ok(match letter {
                'k' => Self::Keep { report, at },
                _ => Self::Block { report, at },
            });
        }
        let about = match tail {
            "" => None,
            code => Some(Look::parse(code).ok_or(NotOurs)?),
        };
        let place = |text: &str| u32::from_str_radix(text, 36).map_err(|_| NotOurs);
        match letter {
            'p' | 'e' => Ok(Self::Preview {
                at: place(head)?,
                back: letter == 'e',
                about,
            }),
            'n' => {
                let (fact, at) = head.split_at_checked(13).ok_or(NotOurs)?;
                Ok(Self::Never {
                    fact: fact.parse().map_err(|_| NotOurs)?,
                    at: place(at)?,
                    about,
                })
            }
            _ => Err(NotOurs),
        }
    }
}
