//! `/group create`, `join`, `leave`, `list`, `board`, `rename`, `remove`: study groups inside a server.

use serenity::all::{CreateAutocompleteResponse, Permissions};

use super::scores::{PeriodChoice, counted_topic, me, offered, server, show_board, tell};
use super::{Context, Done};
use crate::bot::custom_id::By;
use crate::bot::door;
use crate::bot::draw::{self, Message};
use crate::bot::errors::{CommandError, UserError};
use crate::bot::escape;
use crate::bot::patience::in_time;
use crate::bot::scores::{self, fault};

/// Study groups of this server.
#[poise::command(
    slash_command,
    subcommands("create", "join", "leave", "list", "board", "rename", "remove"),
    subcommand_required,
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn group(ctx: Context<'_>) -> Done {
    // Discord only lets subcommands be called.
    tell(ctx, all(ctx).await?).await
}

/// Make a study group. For those who manage the server, unless its settings allow it to all.
#[poise::command(slash_command)]
async fn create(
    ctx: Context<'_>,
    #[description = "Its name, 1 to 32 characters"]
    #[max_length = 32]
    name: String,
) -> Done {
    let (bot, server) = (ctx.framework.user_data, server(ctx)?);
    let settings = crate::bot::playing::settings(bot, server).await?;
    if !settings.groups_by_all {
        managers_only(ctx)?;
    }
    let name = seen(&name)?;
    let made = bot
        .records
        .create_group(server, &name, me(ctx), bot.rooms.now());
    in_time(async { made.await.map_err(fault) }).await?;
    let name = escape::markdown(&name);
    tell(
        ctx,
        draw::openly(&format!(
            "The study group **{name}** is there. Join it with /group join."
        )),
    )
    .await
}

/// Join a study group.
#[poise::command(slash_command)]
async fn join(
    ctx: Context<'_>,
    #[description = "Which"]
    #[autocomplete = "group_name"]
    #[max_length = 64]
    name: String,
) -> Done {
    let (bot, server) = (ctx.framework.user_data, server(ctx)?);
    let group = scores::group_named(bot, server, &name).await?;
    let joined = bot
        .records
        .join_group(server, group.id, me(ctx), bot.rooms.now());
    in_time(async { joined.await.map_err(fault) }).await?;
    let name = escape::markdown(&group.name);
    tell(
        ctx,
        draw::openly(&format!(
            "You are in **{name}**. Your points count for it from the first answer on; /group board shows how it stands."
        )).privately(),
    )
    .await
}

/// Leave a study group.
#[poise::command(slash_command)]
async fn leave(
    ctx: Context<'_>,
    #[description = "Which"]
    #[autocomplete = "own_group_name"]
    #[max_length = 64]
    name: String,
) -> Done {
    let (bot, server) = (ctx.framework.user_data, server(ctx)?);
    let group = scores::group_named(bot, server, &name).await?;
    let left = bot.records.leave_group(server, group.id, me(ctx));
    let was_in = in_time(async { left.await.map_err(fault) }).await?;
    let name = escape::markdown(&group.name);
    tell(
        ctx,
        draw::openly(&match was_in {
            true => format!("You have left **{name}**. Your points stay yours."),
            false => format!("You are not in **{name}**. /group list shows your groups."),
        })
        .privately(),
    )
    .await
}

/// The study groups of this server, and which of them are yours.
#[poise::command(slash_command)]
async fn list(ctx: Context<'_>) -> Done {
    tell(ctx, all(ctx).await?).await
}

/// The study groups by points per active member.
#[poise::command(slash_command)]
async fn board(
    ctx: Context<'_>,
    #[description = "From when; this season without it"] period: Option<PeriodChoice>,
    #[description = "Only answers on one topic"]
    #[autocomplete = "counted_topic"]
    #[max_length = 200]
    topic: Option<String>,
) -> Done {
    show_board(ctx, By::Groups, period, topic, None).await
}

/// Give a study group another name. For those who manage the server.
#[poise::command(slash_command)]
async fn rename(
    ctx: Context<'_>,
    #[description = "Which"]
    #[autocomplete = "group_name"]
    #[max_length = 64]
    name: String,
    #[description = "Its new name, 1 to 32 characters"]
    #[max_length = 32]
    to: String,
) -> Done {
    let (bot, server) = (ctx.framework.user_data, server(ctx)?);
    managers_only(ctx)?;
    let group = scores::group_named(bot, server, &name).await?;
    let to = seen(&to)?;
    let renamed = bot.records.rename_group(server, group.id, &to);
    in_time(async { renamed.await.map_err(fault) }).await?;
    let (old, new) = (escape::markdown(&group.name), escape::markdown(&to));
    tell(
        ctx,
        draw::openly(&format!("**{old}** is called **{new}** now.")),
    )
    .await
}

/// Take a study group away. For those who manage the server; asks once more.
#[poise::command(slash_command)]
async fn remove(
    ctx: Context<'_>,
    #[description = "Which"]
    #[autocomplete = "group_name"]
    #[max_length = 64]
    name: String,
) -> Done {
    let (bot, server) = (ctx.framework.user_data, server(ctx)?);
    managers_only(ctx)?;
    let group = scores::group_named(bot, server, &name).await?;
    tell(ctx, draw::scores::remove(&group)).await
}

async fn all(ctx: Context<'_>) -> Result<Message, CommandError> {
    let (bot, server) = (ctx.framework.user_data, server(ctx)?);
    let groups = bot.records.groups(server).await.map_err(fault)?;
    let own = bot
        .records
        .groups_of(server, me(ctx))
        .await
        .map_err(fault)?;
    Ok(draw::scores::listed(&groups, &own))
}

/// A name as others will see it: without what is not seen, so that no two look the same and none looks empty.
fn seen(name: &str) -> Result<String, UserError> {
    let name = escape::plain(name);
    let is_empty = escape::markdown(&name).is_empty();
    (!is_empty).then_some(name).ok_or(UserError::GroupName)
}

fn managers_only(ctx: Context<'_>) -> Result<(), UserError> {
    let member = ctx.interaction.member.as_deref();
    match manages(member.and_then(|member| member.permissions)) {
        true => Ok(()),
        false => Err(UserError::ManagersOnly),
    }
}

/// Whether somebody with these permissions manages the server.
pub(in crate::bot) fn manages(permissions: Option<Permissions>) -> bool {
    let has = permissions.unwrap_or_default();
    has.contains(Permissions::MANAGE_GUILD) || has.contains(Permissions::ADMINISTRATOR)
}

/// The server's study groups.
pub(super) async fn group_name(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let groups = match server(ctx) {
        Ok(server) => ctx.framework.user_data.records.groups(server).await,
        Err(_) => Ok(Vec::new()),
    };
    let groups = groups.unwrap_or_default().into_iter();
    door::choices(offered(groups.map(|group| group.name), typed))
}

/// The study groups that somebody is in.
async fn own_group_name(ctx: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let groups = match server(ctx) {
        Ok(server) => {
            let records = &ctx.framework.user_data.records;
            records.groups_of(server, me(ctx)).await
        }
        Err(_) => Ok(Vec::new()),
    };
    let groups = groups.unwrap_or_default().into_iter();
    door::choices(offered(groups.map(|group| group.name), typed))
}
