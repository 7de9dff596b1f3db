//! Presses beside boards and profiles.

use serenity::all::{ComponentInteraction, ComponentInteractionDataKind};

use super::quiz::is_private;
use crate::bot::Bot;
use crate::bot::commands::manages;
use crate::bot::custom_id::{BoardOf, Boards};
use crate::bot::door::Answer as Reply;
use crate::bot::draw::{self, Message};
use crate::bot::errors::{CommandError, UserError};
use crate::bot::escape;
use crate::bot::patience::in_time;
use crate::bot::playing::{self, place_of_press};
use crate::bot::rooms::Wanted;
use crate::bot::scores::{self, fault};
use crate::library::Key;
use crate::quiz::choose::Topic;
use crate::quiz::{Player, Server};
use crate::store::GroupId;

/// Answers a press or a pick.
pub(super) async fn press(
    bot: &Bot,
    interaction: &ComponentInteraction,
    does: Boards,
) -> Result<Reply, CommandError> {
    let server = interaction.guild_id.ok_or(UserError::ServerOnly)?;
    let server = Server(server.get());
    // A server that may not use the bot has no boards either.
    bot.shelf(Some(server.0))?;
    let me = Player(interaction.user.id.get());
    match does {
        Boards::Show {
            asker, board, page, ..
        } => {
            let message = scores::board(bot, server, me, (board, page)).await?;
            // What is for one alone never takes the place of what all see.
            let in_place = is_private(interaction) || asker == me.0 && !message.private;
            Ok(match in_place {
                true => Reply::Replace(message),
                false => privately(message),
            })
        }
        Boards::MyPlace(board) => {
            let message = scores::my_place(bot, server, me, board).await?;
            Ok(privately(message))
        }
        Boards::Season => {
            let season = (BoardOf::default(), 0);
            Ok(privately(scores::board(bot, server, me, season).await?))
        }
        Boards::Quiz(topic) => quiz(bot, interaction, server, topic).await,
        Boards::QuizMenu => {
            let picked = match &interaction.data.kind {
                ComponentInteractionDataKind::StringSelect { values } => values.first(),
                _ => None,
            };
            let topic = picked.and_then(|key| key.parse().ok());
            let topic = topic.ok_or(UserError::UnknownButton)?;
            quiz(bot, interaction, server, topic).await
        }
        Boards::Remove(group) => remove(bot, interaction, server, group).await,
    }
}

/// Begins a quiz on a topic, as `/quiz start` would.
async fn quiz(
    bot: &Bot,
    interaction: &ComponentInteraction,
    server: Server,
    topic: Key,
) -> Result<Reply, CommandError> {
    let place = place_of_press(interaction)?;
    let settings = playing::settings(bot, server).await?;
    let mut topic = scores::topic_of(bot, server, topic).await?;
    let library = bot.shelf(Some(server.0))?.library();
    // A folder within folders is known by its last name.
    if let (Err(_), Some((_, last))) = (Topic::named(&library, &topic), topic.rsplit_once('/')) {
        topic = last.to_owned();
    }
    let mut wanted = Wanted::of_server(&settings);
    wanted.topic = Some(topic);
    let message = playing::begin(bot, &place, &settings, wanted, settings.thread).await?;
    Ok(privately(message))
}

async fn remove(
    bot: &Bot,
    interaction: &ComponentInteraction,
    server: Server,
    group: GroupId,
) -> Result<Reply, CommandError> {
    let member = interaction.member.as_ref();
    if !manages(member.and_then(|member| member.permissions)) {
        return Err(UserError::ManagersOnly.into());
    }
    let found = scores::group(bot, server, group).await?;
    let removed = bot.records.remove_group(server, group);
    in_time(async { removed.await.map_err(fault) }).await?;
    let name = escape::markdown(&found.name);
    let text = format!("The study group **{name}** is removed.");
    Ok(Reply::Replace(draw::openly(&text)))
}

fn privately(message: Message) -> Reply {
    Reply::Show(message.privately())
}
