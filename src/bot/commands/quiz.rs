//! `/quiz start`, `stop`, `skip`, `pause`, `resume`, `status`.

mod options;

use super::{Context, Done};
use crate::bot::door::{Answer, To};
use crate::bot::draw::{self, Message};
use crate::bot::errors::CommandError;
use crate::bot::playing::{self, place_of_command, presser_of_command};
use crate::bot::rooms::{Refusal, Skipped};
use crate::quiz::question::Kind;
use crate::store::Channel;
use options::{
    AnswersChoice, DifficultyChoice, FromChoice, LobbyChoice, ModeChoice, read_seconds,
    seconds_offered,
};

pub(super) use options::{KindChoice, topic_name};

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
            wanted.difficulty = difficulty.into();
        }
        if let Some(mode) = mode {
            wanted.mode = mode.into();
        }
        if let Some(answers) = answers {
            wanted.answers = answers.into();
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
