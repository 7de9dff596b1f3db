//! Presses of a quiz's buttons, and its forms.

mod answers;
mod forms;

use serenity::all::{ComponentInteraction, MessageFlags, ModalInteraction};

use crate::bot::Bot;
use crate::bot::custom_id::{Does, Quiz};
use crate::bot::door::Answer as Reply;
use crate::bot::draw::quiz::{Sign, my_result, review};
use crate::bot::draw::{self, Message};
use crate::bot::errors::CommandError;
use crate::bot::playing::{self, place_of_press, presser_of_press};
use crate::bot::rooms::{Line, Refusal};
use crate::config::Secret;
use crate::quiz::Player;
use crate::quiz::game::score::Answer;
use crate::store::{Channel, GameId, Running};
use answers::{keep, order, told};
use forms::{REASON, form_of, report_form};

pub(super) use forms::{answer_form, field, typed_answer};

/// Answers a press.
pub(super) async fn press(
    bot: &Bot,
    interaction: &ComponentInteraction,
    id: &Quiz,
) -> Result<Reply, CommandError> {
    let rooms = &bot.rooms;
    let (channel, game) = (Channel(interaction.channel_id.get()), id.game);
    let who = presser_of_press(interaction);
    let is_private = is_private(interaction);
    let said = match &id.does {
        Does::Join => return join(bot, channel, game, who.player).await,
        Does::MoreTime => match fault(rooms.more_time(channel, game).await)? {
            true => "Every question now stays open half as long again. Nobody is told who asked.",
            false => "More time has been asked for already.",
        },
        Does::StartNow => {
            fault(
                rooms
                    .start_now(channel, game, who, interaction.id.get())
                    .await,
            )?;
            "The quiz begins."
        }
        Does::CloseNow { round } => {
            let question = (channel, game, usize::from(*round));
            fault(rooms.close_now(question, who).await)?;
            "The question is closed."
        }
        Does::Choose { round, choice } => {
            let answer = Answer::Choice(*choice);
            let kept = keep(bot, interaction, game, *round, answer).await?;
            return Ok(shown(told(bot, who.player, &kept).await));
        }
        Does::Type { round } => {
            let question = rooms.open_question(channel, game, usize::from(*round))?;
            return Ok(Reply::Form(form_of(id, *round, &question)));
        }
        Does::Order { round, placed } => {
            let message = order(bot, interaction, game, *round, placed, is_private).await?;
            return Ok(in_place(message, is_private));
        }
        Does::Report { .. } => return Ok(Reply::Form(report_form(id))),
        Does::MyResult => {
            let kept = kept_game(bot, interaction.guild_id, game).await?;
            return Ok(shown(my_result(&kept.state, who.player)));
        }
        Does::Review { miss } => {
            let kept = kept_game(bot, interaction.guild_id, game).await?;
            let sign = Sign {
                game,
                topic: "",
                wished: 0,
            };
            let message = review(&sign, &kept.state, who.player, usize::from(*miss));
            return Ok(in_place(message, is_private));
        }
        Does::PlayAgain => return play_again(bot, interaction, game).await,
        Does::PlayOn => return play_on(bot, interaction, game).await,
    };
    Ok(shown(draw::sentence(said)))
}

/// A seat, and with the first one what is kept of who takes it.
async fn join(
    bot: &Bot,
    channel: Channel,
    game: GameId,
    player: Player,
) -> Result<Reply, CommandError> {
    let is_new = fault(bot.rooms.join(channel, game, player).await)?;
    if !is_new {
        return Ok(shown(draw::sentence("You are in already.")));
    }
    let once = playing::told_once(bot, player).await.unwrap_or_default();
    let told = format!("You are in. {once}");
    Ok(shown(draw::openly(told.trim_end())))
}

/// Answers a form.
pub(super) async fn form(
    bot: &Bot,
    interaction: &ModalInteraction,
    id: &Quiz,
) -> Result<Reply, CommandError> {
    let player = Player(interaction.user.id.get());
    let said = match &id.does {
        Does::Type { round } => {
            let channel = Channel(interaction.channel_id.get());
            let typed = Answer::Typed(typed_answer(interaction));
            let message = interaction.message.as_ref().map(|message| message.id.get());
            let question = (channel, id.game, usize::from(*round));
            let press = interaction.id.get();
            let kept = bot
                .rooms
                .answer(question, player, typed, press, message)
                .await;
            let kept = fault(kept)?;
            let line = Line {
                application: interaction.application_id.get(),
                token: Secret::new(interaction.token.as_str()),
            };
            bot.rooms.can_tell(channel, id.game, player, line);
            return Ok(shown(told(bot, player, &kept).await));
        }
        Does::Report { round } => {
            let kept = kept_game(bot, interaction.guild_id, id.game).await?;
            let question = kept.state.questions().get(usize::from(*round));
            let question = question.ok_or(Refusal::NotKept)?;
            let reason = field(interaction, REASON);
            let now = bot.rooms.now();
            let store = bot.rooms.store();
            store
                .report(kept.server, player, question, &reason, now)
                .await
                .map_err(anyhow::Error::from)?;
            "Thank you. The moderators of this server will see it.".to_owned()
        }
        _ => return Err(crate::bot::errors::UserError::UnknownForm.into()),
    };
    Ok(shown(draw::sentence(&said)))
}

/// Whether the message with the button is seen by the presser alone.
pub(super) fn is_private(interaction: &ComponentInteraction) -> bool {
    let flags = interaction.message.flags;
    flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

async fn play_again(
    bot: &Bot,
    interaction: &ComponentInteraction,
    game: GameId,
) -> Result<Reply, CommandError> {
    let place = place_of_press(interaction)?;
    let wanted = kept_game(bot, interaction.guild_id, game).await?.wanted;
    let settings = playing::settings(bot, place.server).await?;
    let message = playing::begin(bot, &place, &settings, wanted, false).await?;
    Ok(shown(message))
}

async fn play_on(
    bot: &Bot,
    interaction: &ComponentInteraction,
    game: GameId,
) -> Result<Reply, CommandError> {
    let place = place_of_press(interaction)?;
    let settings = playing::settings(bot, place.server).await?;
    place.check(&settings, false)?;
    fault(bot.rooms.play_on(&place, game).await)?;
    // In place of the question whether to, so that nobody asks for it twice.
    Ok(Reply::Replace(draw::openly("The quiz goes on.")))
}

/// A game as it is kept, with what its host asked for.
struct KeptGame {
    server: crate::quiz::Server,
    state: crate::quiz::game::Game,
    wanted: crate::bot::rooms::Wanted,
}

/// A game of this server, over or not.
async fn kept_game(
    bot: &Bot,
    server: Option<serenity::all::GuildId>,
    game: GameId,
) -> Result<KeptGame, CommandError> {
    let found: Option<Running> = bot
        .rooms
        .store()
        .game(game)
        .await
        .map_err(anyhow::Error::from)?;
    let here = server.map(|server| crate::quiz::Server(server.get()));
    let kept = found
        .filter(|kept| Some(kept.server) == here)
        .ok_or(Refusal::NotKept)?;
    Ok(KeptGame {
        server: kept.server,
        wanted: crate::bot::rooms::wanted_of(&kept.messages),
        state: kept.state,
    })
}

/// A refusal is told as it is, a fault of the database as our own.
fn fault<T>(
    outcome: Result<Result<T, Refusal>, crate::store::StoreError>,
) -> Result<T, CommandError> {
    Ok(outcome.map_err(anyhow::Error::from)??)
}

fn shown(message: Message) -> Reply {
    Reply::Show(message.privately())
}

fn in_place(message: Message, is_private: bool) -> Reply {
    match is_private {
        true => Reply::Replace(message),
        false => shown(message),
    }
}
