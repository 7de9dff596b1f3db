//! Round trips, and what is no custom id.

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
