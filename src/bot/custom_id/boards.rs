//! What the buttons of boards carry: `b`, a letter for what it does, and which board. Topics go by their key, so that it always fits.

use std::fmt;
use std::str::FromStr;

use super::{NotOurs, base36, digit};
use crate::library::Key;
use crate::store::{GroupId, Period};

/// A button or a menu of boards, and of what stands beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::bot) enum Boards {
    /// Shows a page of a board: in place for `asker`, others get a private copy.
    Show {
        /// Where the button stands, since Discord wants every custom id of a message to differ.
        slot: u8,
        asker: u64,
        board: BoardOf,
        /// Counted from 0.
        page: u32,
    },
    /// Tells the presser their own place, privately.
    MyPlace(BoardOf),
    /// Shows the board of the season beside the podium of a quiz.
    Season,
    /// Begins a quiz on a topic.
    Quiz(Key),
    /// The menu of topics to be asked about; what was picked is a topic's key.
    QuizMenu,
    /// Takes a study group away, once that was asked.
    Remove(GroupId),
}

/// Which board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::bot) struct BoardOf {
    pub(in crate::bot) period: Period,
    pub(in crate::bot) by: By,
    /// Only of the topic that has this key.
    pub(in crate::bot) topic: Option<Key>,
    /// Only members of this study group.
    pub(in crate::bot) group: Option<GroupId>,
}

/// What a board lists, and what comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::bot) enum By {
    /// People by points.
    #[default]
    Points,
    /// People by the share of right answers. Shown privately.
    Accuracy,
    /// People by games played.
    Games,
    /// Study groups by points per active member.
    Groups,
}

/// The key that stands for a topic.
pub(in crate::bot) fn key_of_topic(topic: &str) -> Key {
    Key::of(&["topic of a board", topic])
}

impl fmt::Display for BoardOf {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = match self.by {
            By::Points => 'p',
            By::Accuracy => 'a',
            By::Games => 'g',
            By::Groups => 't',
        };
        write!(out, "{by}")?;
        match self.period {
            Period::Season => out.write_str("s")?,
            Period::OneSeason(number) => write!(out, "o{number}")?,
            Period::Month => out.write_str("m")?,
            Period::Week => out.write_str("w")?,
            Period::Day => out.write_str("d")?,
            Period::ThirtyDays => out.write_str("t")?,
            Period::All => out.write_str("a")?,
        }
        out.write_str(".")?;
        if let Some(topic) = self.topic {
            write!(out, "{topic}")?;
        }
        out.write_str(".")?;
        match self.group {
            Some(group) => out.write_str(&base36(group.0.unsigned_abs())),
            None => Ok(()),
        }
    }
}

impl FromStr for BoardOf {
    type Err = NotOurs;

    fn from_str(text: &str) -> Result<Self, NotOurs> {
        let mut parts = text.split('.');
        let mut next = || parts.next().ok_or(NotOurs);
        let (head, topic, group) = (next()?, next()?, next()?);
        if parts.next().is_some() {
            return Err(NotOurs);
        }
        let mut letters = head.chars();
        let by = match letters.next().ok_or(NotOurs)? {
            'p' => By::Points,
            'a' => By::Accuracy,
            'g' => By::Games,
            't' => By::Groups,
            _ => return Err(NotOurs),
        };
        let kind = letters.next().ok_or(NotOurs)?;
        let period = match (kind, letters.as_str()) {
            ('s', "") => Period::Season,
            ('o', number) => Period::OneSeason(number.parse().map_err(|_| NotOurs)?),
            ('m', "") => Period::Month,
            ('w', "") => Period::Week,
            ('d', "") => Period::Day,
            ('t', "") => Period::ThirtyDays,
            ('a', "") => Period::All,
            _ => return Err(NotOurs),
        };
        let topic = match topic {
            "" => None,
            key => Some(key.parse().map_err(|_| NotOurs)?),
        };
        let group = match group {
            "" => None,
            number => Some(group_of(number)?),
        };
        Ok(Self {
            period,
            by,
            topic,
            group,
        })
    }
}

fn group_of(text: &str) -> Result<GroupId, NotOurs> {
    i64::from_str_radix(text, 36)
        .map(GroupId)
        .map_err(|_| NotOurs)
}

impl fmt::Display for Boards {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Show {
                slot,
                asker,
                board,
                page,
            } => {
                let (slot, asker) = (digit(*slot), base36(*asker));
                write!(out, "bb{slot}{asker}.{}.{board}", base36((*page).into()))
            }
            Self::MyPlace(board) => write!(out, "bm{board}"),
            Self::Season => out.write_str("bs"),
            Self::Quiz(topic) => write!(out, "bq{topic}"),
            Self::QuizMenu => out.write_str("bu"),
            Self::Remove(group) => write!(out, "br{}", base36(group.0.unsigned_abs())),
        }
    }
}

impl FromStr for Boards {
    type Err = NotOurs;

    /// The caller sees to it that there is one spelling for each.
    fn from_str(text: &str) -> Result<Self, NotOurs> {
        let rest = text.strip_prefix('b').ok_or(NotOurs)?;
        let letter = rest.chars().next().ok_or(NotOurs)?;
        let rest = &rest[letter.len_utf8()..];
        Ok(match letter {
            'b' => {
                let (head, rest) = rest.split_once('.').ok_or(NotOurs)?;
                let (page, board) = rest.split_once('.').ok_or(NotOurs)?;
                let slot = head.chars().next().and_then(|slot| slot.to_digit(36));
                let asker = head.get(1..).ok_or(NotOurs)?;
                Self::Show {
                    slot: slot.ok_or(NotOurs)? as u8,
                    asker: u64::from_str_radix(asker, 36).map_err(|_| NotOurs)?,
                    board: board.parse()?,
                    page: u32::from_str_radix(page, 36).map_err(|_| NotOurs)?,
                }
            }
            'm' => Self::MyPlace(rest.parse()?),
            's' if rest.is_empty() => Self::Season,
            'q' => Self::Quiz(rest.parse().map_err(|_| NotOurs)?),
            'u' if rest.is_empty() => Self::QuizMenu,
            'r' => Self::Remove(group_of(rest)?),
            _ => return Err(NotOurs),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::CustomId;
    use super::*;

    #[track_caller]
    fn comes_back(boards: &Boards) {
        let text = CustomId::Boards(boards.clone()).to_string();
        assert!(text.len() <= 100, "Discord allows 100 characters: {text}");
        let read = text.parse();
        assert_eq!(read, Ok(CustomId::Boards(boards.clone())), "{text}");
    }

    #[test]
    fn every_button_of_a_board_comes_back_and_fits() {
        let largest = BoardOf {
            period: Period::OneSeason(u32::MAX),
            by: By::Groups,
            topic: Some(key_of_topic(&"é".repeat(400))),
            group: Some(GroupId(i64::MAX)),
        };
        for board in [BoardOf::default(), largest] {
            comes_back(&Boards::MyPlace(board));
            for (slot, asker, page) in [(0, 0, 0), (35, u64::MAX, u32::MAX)] {
                comes_back(&Boards::Show {
                    slot,
                    asker,
                    board,
                    page,
                });
            }
        }
        for by in [By::Points, By::Accuracy, By::Games, By::Groups] {
            for period in [
                Period::Season,
                Period::OneSeason(1),
                Period::Month,
                Period::Week,
                Period::Day,
                Period::ThirtyDays,
                Period::All,
            ] {
                comes_back(&Boards::MyPlace(BoardOf {
                    period,
                    by,
                    ..BoardOf::default()
                }));
            }
        }
        for boards in [
            Boards::Season,
            Boards::Quiz(key_of_topic("cold-war")),
            Boards::QuizMenu,
            Boards::Remove(GroupId(i64::MAX)),
        ] {
            comes_back(&boards);
        }
    }

    #[test]
    fn what_is_no_board_is_refused() {
        for text in [
            "b",
            "bs1",
            "bé",
            "bb",
            "bbé.0.ps..",
            "bb07.0.ps.",
            "bb007.0.ps..",
            "bb07.00.ps..",
            "bb07.0.xs..",
            "bb07.0.po..",
            "bb07.0.po01..",
            "bmps..0.",
            "bmps.short.",
            "bq",
            "br",
            "br-1",
        ] {
            assert_eq!(text.parse::<CustomId>(), Err(NotOurs), "{text}");
        }
    }
}
