//! The options of `/quiz start`: what can be chosen, and what is suggested while one types.

use std::future::Ready;

use serenity::all::CreateAutocompleteResponse;

use crate::answers::Choice;
use crate::bot::commands::Context;
use crate::bot::door;
use crate::bot::rooms::Refusal;
use crate::quiz::choose;
use crate::quiz::game::settings::{Answers, Mode, Seconds};
use crate::quiz::question::{Difficulty, Kind};

/// What a question asks for.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub(in crate::bot::commands) enum KindChoice {
    #[name = "Date of an event"]
    DateOfEvent,
    #[name = "Event on a date"]
    EventOnDate,
    #[name = "Who did it"]
    Who,
    #[name = "What somebody did"]
    Deed,
    #[name = "Cause of a thing"]
    CauseOf,
    #[name = "Effect of a thing"]
    EffectOf,
    #[name = "Missing link of a chain"]
    MissingMiddle,
    #[name = "Put events in order"]
    Order,
    #[name = "Before or after"]
    BeforeOrAfter,
    #[name = "Fill the gap"]
    Cloze,
    #[name = "True or false"]
    TrueFalse,
    #[name = "Odd one out"]
    OddOneOut,
    #[name = "Flashcards"]
    Flashcard,
}

impl From<KindChoice> for Kind {
    fn from(choice: KindChoice) -> Self {
        match choice {
            KindChoice::DateOfEvent => Self::DateOfEvent,
            KindChoice::EventOnDate => Self::EventOnDate,
            KindChoice::Who => Self::Who,
            KindChoice::Deed => Self::Deed,
            KindChoice::CauseOf => Self::CauseOf,
            KindChoice::EffectOf => Self::EffectOf,
            KindChoice::MissingMiddle => Self::MissingMiddle,
            KindChoice::Order => Self::Order,
            KindChoice::BeforeOrAfter => Self::BeforeOrAfter,
            KindChoice::Cloze => Self::Cloze,
            KindChoice::TrueFalse => Self::TrueFalse,
            KindChoice::OddOneOut => Self::OddOneOut,
            KindChoice::Flashcard => Self::Flashcard,
        }
    }
}

#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub(super) enum DifficultyChoice {
    #[name = "easy"]
    Easy,
    #[name = "normal"]
    Normal,
    #[name = "hard"]
    Hard,
}

impl From<DifficultyChoice> for Difficulty {
    fn from(choice: DifficultyChoice) -> Self {
        match choice {
            DifficultyChoice::Easy => Self::Easy,
            DifficultyChoice::Normal => Self::Normal,
            DifficultyChoice::Hard => Self::Hard,
        }
    }
}

#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub(super) enum ModeChoice {
    #[name = "study"]
    Study,
    #[name = "race"]
    Race,
}

impl From<ModeChoice> for Mode {
    fn from(choice: ModeChoice) -> Self {
        match choice {
            ModeChoice::Study => Self::Study,
            ModeChoice::Race => Self::Race,
        }
    }
}

#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub(super) enum AnswersChoice {
    #[name = "buttons"]
    Buttons,
    #[name = "typed"]
    Typed,
}

impl From<AnswersChoice> for Answers {
    fn from(choice: AnswersChoice) -> Self {
        match choice {
            AnswersChoice::Buttons => Self::Buttons,
            AnswersChoice::Typed => Self::Typed,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub(super) enum FromChoice {
    #[name = "notes"]
    Notes,
    #[name = "missed"]
    Missed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub(super) enum LobbyChoice {
    #[name = "on"]
    On,
    #[name = "off"]
    Off,
}

pub(super) fn read_seconds(typed: &str) -> Result<Seconds, Refusal> {
    let typed = typed.trim().to_lowercase();
    match typed.as_str() {
        "auto" => Ok(Seconds::Auto),
        "none" => Ok(Seconds::Unlimited),
        number => match number.trim_end_matches(['s', ' ']).parse() {
            Ok(seconds @ 5..=120) => Ok(Seconds::Fixed(seconds)),
            _ => Err(Refusal::Seconds(typed)),
        },
    }
}

pub(in crate::bot::commands) fn topic_name(
    ctx: Context<'_>,
    typed: &str,
) -> Ready<CreateAutocompleteResponse> {
    let bot = ctx.framework.user_data;
    let offered = match bot.shelf(ctx.interaction.guild_id.map(Into::into)) {
        Ok(shelf) => choose::complete(&shelf.library(), typed),
        Err(_) => Vec::new(),
    };
    let offered = offered.into_iter().map(|choice| Choice {
        name: choice.name,
        value: choice.value,
    });
    std::future::ready(door::choices(offered.collect()))
}

pub(super) fn seconds_offered(_: Context<'_>, typed: &str) -> Ready<CreateAutocompleteResponse> {
    const OFFERED: [(&str, &str); 9] = [
        ("auto", "by the length of the question"),
        ("none", "no clock"),
        ("10", "10 seconds"),
        ("15", "15 seconds"),
        ("20", "20 seconds"),
        ("30", "30 seconds"),
        ("45", "45 seconds"),
        ("60", "a minute"),
        ("120", "two minutes"),
    ];
    let offered = OFFERED
        .iter()
        .filter(|(value, _)| value.starts_with(typed.trim()))
        .map(|(value, words)| Choice {
            name: format!("{value}: {words}"),
            value: (*value).to_owned(),
        });
    std::future::ready(door::choices(offered.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_auto_none_or_five_to_a_hundred_and_twenty() {
        assert_eq!(read_seconds(" Auto"), Ok(Seconds::Auto));
        assert_eq!(read_seconds("none"), Ok(Seconds::Unlimited));
        assert_eq!(read_seconds("5"), Ok(Seconds::Fixed(5)));
        assert_eq!(read_seconds("120 s"), Ok(Seconds::Fixed(120)));
        for typed in ["4", "121", "-5", "soon", "", "5.5"] {
            let refused = read_seconds(typed).unwrap_err().to_string();
            assert!(refused.contains("5 to 120"), "{refused}");
        }
    }
}
