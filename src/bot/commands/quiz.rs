//! `/quiz start`, `stop`, `skip`, `pause`, `resume`, `status`.

use std::future::Ready;

use serenity::all::CreateAutocompleteResponse;

use super::{Context, Done};
use crate::answers::Choice;
use crate::bot::door::{self, Answer, To};
use crate::bot::draw::{self, Message};
use crate::bot::errors::CommandError;
use crate::bot::playing::{self, place_of_command, presser_of_command};
use crate::bot::rooms::{Refusal, Skipped};
use crate::quiz::choose;
use crate::quiz::game::settings::{Answers, Mode, Seconds};
use crate::quiz::question::{Difficulty, Kind};
use crate::store::Channel;

/// A group quiz made from the notes.
#[poise::command(
    slash_command,
    subcommands("start", "stop", "skip", "pause", "resume", "status"),
    subcommand_required,
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn quiz(ctx: Context<'_>) -> Done {
    // Discord only lets subcommands be called.
    tell(ctx, Err(Refusal::NoGame.into())).await
}

/// What a question asks for.
#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
pub(super) enum KindChoice {
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
enum DifficultyChoice {
    #[name = "easy"]
    Easy,
    #[name = "normal"]
    Normal,
    #[name = "hard"]
    Hard,
}

#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
enum ModeChoice {
    #[name = "study"]
    Study,
    #[name = "race"]
    Race,
}

#[derive(Debug, Clone, Copy, poise::ChoiceParameter)]
enum AnswersChoice {
    #[name = "buttons"]
    Buttons,
    #[name = "typed"]
    Typed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
enum FromChoice {
    #[name = "notes"]
    Notes,
    #[name = "missed"]
    Missed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
enum LobbyChoice {
    #[name = "on"]
    On,
    #[name = "off"]
    Off,
}

/// Start a quiz in this channel.
#[poise::command(slash_command)]
#[expect(
    clippy::too_many_arguments,
    reason = "an argument of the function is an option of the command"
)]
async fn start(
    ctx: Context<'_>,
    #[description = "A folder, a tag, a note, a person or a span of dates; everything without it"]
    #[autocomplete = "topic_name"]
    #[max_length = 200]
    topic: Option<String>,
    #[description = "How many questions"]
    #[min = 1]
    #[max = 50]
    questions: Option<u8>,
    #[description = "How long a question stays open: auto, none, or 5 to 120 seconds"]
    #[autocomplete = "seconds_offered"]
    #[max_length = 10]
    seconds: Option<String>,
    #[description = "Only one kind of question"] kind: Option<KindChoice>,
    #[description = "How near the wrong options are"] difficulty: Option<DifficultyChoice>,
    #[description = "study: 10 points however late; race: up to 5 more for speed"] mode: Option<
        ModeChoice,
    >,
    #[description = "How answers are given"] answers: Option<AnswersChoice>,
    #[description = "From all notes, or only what was missed before"] from: Option<FromChoice>,
    #[description = "Let people join before it begins"] lobby: Option<LobbyChoice>,
    #[description = "Play in a thread of its own"] thread: Option<bool>,
) -> Done {
    let bot = ctx.framework.user_data;
    let begun = async {
        let place = place_of_command(ctx.interaction)?;
        let settings = playing::settings(bot, place.server).await?;
        let mut wanted = crate::bot::rooms::Wanted::of_server(&settings);
        wanted.topic = topic.filter(|topic| !topic.trim().is_empty());
        wanted.kind = kind.map(Kind::from);
        wanted.missed = from == Some(FromChoice::Missed);
        wanted.lobby = lobby != Some(LobbyChoice::Off);
        if let Some(questions) = questions {
            wanted.questions = questions.into();
        }
        if let Some(seconds) = seconds {
            wanted.seconds = read_seconds(&seconds)?;
        }
        if let Some(difficulty) = difficulty {
            wanted.difficulty = match difficulty {
                DifficultyChoice::Easy => Difficulty::Easy,
                DifficultyChoice::Normal => Difficulty::Normal,
                DifficultyChoice::Hard => Difficulty::Hard,
            };
        }
        if let Some(mode) = mode {
            wanted.mode = match mode {
                ModeChoice::Study => Mode::Study,
                ModeChoice::Race => Mode::Race,
            };
        }
        if let Some(answers) = answers {
            wanted.answers = match answers {
                AnswersChoice::Buttons => Answers::Buttons,
                AnswersChoice::Typed => Answers::Typed,
            };
        }
        let thread = thread.unwrap_or(settings.thread);
        playing::begin(bot, &place, &settings, wanted, thread).await
    };
    tell(ctx, begun.await).await
}

/// End the quiz in this channel. For its host and moderators.
#[poise::command(slash_command)]
async fn stop(ctx: Context<'_>) -> Done {
    let rooms = &ctx.framework.user_data.rooms;
    let who = presser_of_command(ctx.interaction);
    let stopped = rooms
        .stop(here(ctx), who)
        .await
        .map_err(anyhow::Error::from)?;
    let told = stopped.map(|()| draw::openly("The quiz is stopped."));
    tell(ctx, told.map_err(CommandError::from)).await
}

/// Skip the open question: at once for the host and moderators, by vote for the others.
#[poise::command(slash_command)]
async fn skip(ctx: Context<'_>) -> Done {
    let rooms = &ctx.framework.user_data.rooms;
    let who = presser_of_command(ctx.interaction);
    let skipped = rooms
        .skip(here(ctx), who)
        .await
        .map_err(anyhow::Error::from)?;
    let told = skipped.map(|skipped| match skipped {
        Skipped::Now => draw::openly("The question is skipped."),
        Skipped::Voted { votes, needed } => draw::openly(&format!(
            "{votes} of {needed} votes to skip this question. /quiz skip adds yours."
        )),
    });
    tell(ctx, told.map_err(CommandError::from)).await
}

/// Stop the clock of the quiz in this channel. For its host and moderators.
#[poise::command(slash_command)]
async fn pause(ctx: Context<'_>) -> Done {
    let rooms = &ctx.framework.user_data.rooms;
    let who = presser_of_command(ctx.interaction);
    let paused = rooms
        .pause(here(ctx), who)
        .await
        .map_err(anyhow::Error::from)?;
    let told = paused.map(|()| {
        draw::openly("The quiz is paused. /quiz resume goes on; after half an hour it ends.")
    });
    tell(ctx, told.map_err(CommandError::from)).await
}

/// Go on with the paused quiz in this channel. For its host and moderators.
#[poise::command(slash_command)]
async fn resume(ctx: Context<'_>) -> Done {
    let rooms = &ctx.framework.user_data.rooms;
    let who = presser_of_command(ctx.interaction);
    let resumed = rooms
        .resume(here(ctx), who)
        .await
        .map_err(anyhow::Error::from)?;
    let told = resumed.map(|()| draw::openly("The quiz goes on."));
    tell(ctx, told.map_err(CommandError::from)).await
}

/// How the quiz in this channel stands, and where its newest message is.
#[poise::command(slash_command)]
async fn status(ctx: Context<'_>) -> Done {
    let rooms = &ctx.framework.user_data.rooms;
    let Some(server) = ctx.interaction.guild_id else {
        return tell(ctx, Err(Refusal::DirectMessage.into())).await;
    };
    let channel = here(ctx);
    let text = match rooms.status(channel) {
        Ok(status) => {
            let link = status.message.map(|message| {
                format!(
                    " https://discord.com/channels/{server}/{}/{message}",
                    channel.0
                )
            });
            format!("{}{}", status.text, link.unwrap_or_default())
        }
        Err(_) => match rooms
            .elsewhere(crate::quiz::Server(server.get()))
            .as_slice()
        {
            [] => Refusal::NoGame.to_string(),
            others => {
                let others: Vec<_> = others
                    .iter()
                    .map(|other| format!("<#{}>", other.0))
                    .collect();
                format!(
                    "No quiz is running in this channel, but in {}.",
                    others.join(", ")
                )
            }
        },
    };
    let message = draw::openly(&text).privately();
    tell(ctx, Ok(message)).await
}

/// Answers a command with what it came to.
async fn tell(ctx: Context<'_>, told: Result<Message, CommandError>) -> Done {
    let message = told?;
    ctx.framework
        .user_data
        .door
        .answer(&To::command(ctx.interaction), Answer::Show(message))
        .await;
    Ok(())
}

fn here(ctx: Context<'_>) -> Channel {
    Channel(ctx.interaction.channel_id.get())
}

fn read_seconds(typed: &str) -> Result<Seconds, Refusal> {
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

pub(super) fn topic_name(ctx: Context<'_>, typed: &str) -> Ready<CreateAutocompleteResponse> {
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

fn seconds_offered(_: Context<'_>, typed: &str) -> Ready<CreateAutocompleteResponse> {
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
