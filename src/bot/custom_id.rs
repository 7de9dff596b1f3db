//! What a button of Clio's carries, and back: at most 100 characters, understood after any restart.

mod boards;
mod practice;
mod privacy;
mod quiz;
mod reports;
mod settings;

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

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::*;
    use crate::answers::{What, Words};
    use crate::store::GameId;

    #[track_caller]
    fn comes_back(id: &CustomId) {
        let text = id.to_string();
        assert!(text.len() <= 100, "Discord allows 100 characters: {text}");
        assert_eq!(text.parse().as_ref(), Ok(id), "{text}");
    }

    fn longest() -> Look {
        Look::from(What::Search(Words::new(&"é".repeat(400)))).on_page(usize::MAX)
    }

    #[test]
    fn every_custom_id_comes_back_and_fits() {
        let look = longest();
        comes_back(&CustomId::Turn {
            asker: u64::MAX,
            slot: 35,
            look: look.clone(),
        });
        comes_back(&CustomId::Turn {
            asker: 0,
            slot: 0,
            look: What::Help.into(),
        });
        comes_back(&CustomId::Open { slot: 4, look });
        comes_back(&CustomId::Menu);
        comes_back(&CustomId::Findings { page: u16::MAX });
    }

    #[test]
    fn every_button_of_a_quiz_comes_back_and_fits() {
        let round = u16::MAX;
        for does in [
            Does::Join,
            Does::StartNow,
            Does::MoreTime,
            Does::Choose { round, choice: 25 },
            Does::Type { round },
            Does::Order {
                round,
                placed: vec![4, 0, 3, 1, 2],
            },
            Does::Order {
                round: 0,
                placed: Vec::new(),
            },
            Does::CloseNow { round },
            Does::Report { round },
            Does::MyResult,
            Does::Review { miss: round },
            Does::PlayAgain,
            Does::PlayOn,
        ] {
            for game in [0, 1, i64::MAX] {
                comes_back(&CustomId::Quiz(Quiz::new(GameId(game), does.clone())));
            }
        }
    }

    #[test]
    fn every_button_of_a_practice_comes_back_and_fits() {
        for does in [
            Step::Begin,
            Step::Ask,
            Step::Choose(4),
            Step::Type,
            Step::Order(Vec::new()),
            Step::Order(vec![4, 2, 0, 1, 3]),
            Step::Show,
        ] {
            for (about, kind) in [
                (None, None),
                (
                    Some(longest()),
                    Some(crate::quiz::question::Kind::Flashcard),
                ),
            ] {
                comes_back(&CustomId::Practice(Practice {
                    about,
                    misses: false,
                    kind,
                    seed: SEEDS - 1,
                    at: u8::MAX,
                    right: 35,
                    check: CHECKS - 1,
                    does: does.clone(),
                }));
            }
            comes_back(&CustomId::Practice(Practice::of_misses().doing(does)));
        }
    }

    #[test]
    fn every_button_of_a_moderator_comes_back_and_fits() {
        let fact = crate::library::Key(u64::MAX);
        for about in [None, Some(longest())] {
            for does in [
                Reports::Show { at: u16::MAX },
                Reports::Keep {
                    report: i64::MAX,
                    at: 0,
                },
                Reports::Block { report: 0, at: 7 },
                Reports::Preview {
                    at: 1_600_000,
                    back: false,
                    about: about.clone(),
                },
                Reports::Preview {
                    at: 0,
                    back: true,
                    about: about.clone(),
                },
                Reports::Never {
                    fact,
                    at: 1_600_000,
                    about: about.clone(),
                },
            ] {
                comes_back(&CustomId::Reports(does));
            }
        }
    }

    #[test]
    fn every_button_of_the_settings_and_of_privacy_comes_back_and_fits() {
        for item in Item::ALL {
            for does in [
                Settings::Set(item),
                Settings::Write(item),
                Settings::Default(item),
            ] {
                comes_back(&CustomId::Settings(does));
            }
        }
        for does in [
            Settings::All,
            Settings::Menu,
            Settings::AskSeason,
            Settings::EndSeason(u32::MAX),
        ] {
            comes_back(&CustomId::Settings(does));
        }
        for does in [
            Privacy::About,
            Privacy::Export,
            Privacy::Hide,
            Privacy::Show,
            Privacy::AskDelete,
            Privacy::Delete,
        ] {
            comes_back(&CustomId::Privacy(does));
        }
    }

    #[test]
    fn what_is_no_custom_id_is_refused() {
        for text in [
            "",
            ".",
            "t",
            "m.",
            "t0.h::0",
            "t07",
            "t0+7.h::0",
            "t0007.h::0",
            "o07.h::0",
            "o!.h::0",
            "x0.h::0",
            "t07.nonsense",
            "é.h::0",
            "t0A.h::0",
            "f",
            "f07",
            "f+1",
            "f65536",
            "p",
            "pb-00000000000",
            "pc-00000000000.",
            "pz-00000000000.",
            "pbz00000000000.",
            "pb-zz000000000.",
            "po-00000000000123456.",
            "r",
            "rs",
            "rs01",
            "rk.0",
            "rn0.",
            "rx0.",
            "s",
            "sx",
            "ss",
            "ssx",
            "se",
            "se01",
            "sa1",
            "v",
            "vx",
            "vaa",
            "q",
            "qj",
            "qj+1",
            "qj-1",
            "qj1.2",
            "qjZ",
            "qé1",
            "qa1.2",
            "qa1.2.300",
            "qa1.02.3",
            "qo1.2",
            "qo1.2.é",
            "qx1",
        ] {
            assert_eq!(text.parse::<CustomId>(), Err(NotOurs), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_custom_id_comes_back(asker: u64, slot in 0_u8..36, words in "\\PC{0,80}", page: u16) {
            let look = Look::from(What::Search(Words::new(&words))).on_page(page.into());
            for id in [CustomId::Turn { asker, slot, look: look.clone() }, CustomId::Open { slot, look }] {
                let text = id.to_string();
                prop_assert!(text.chars().count() <= 100);
                prop_assert_eq!(text.parse(), Ok(id));
            }
        }

        #[test]
        fn any_text_is_read_or_refused_but_never_changed(text in any::<String>()) {
            if let Ok(id) = text.parse::<CustomId>() {
                prop_assert_eq!(id.to_string(), text);
            }
        }
    }
}
