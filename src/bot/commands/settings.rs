//! `/settings show` and `/settings season end`, for those who manage the server.

use super::{Context, Done};
use crate::bot::custom_id::Settings;
use crate::bot::door::{Answer, To};
use crate::bot::playing::manages;
use crate::bot::presses::settings;

/// How Clio behaves in this server.
#[poise::command(
    slash_command,
    subcommands("show", "season"),
    subcommand_required,
    guild_only,
    default_member_permissions = "MANAGE_GUILD"
)]
pub(super) async fn settings(ctx: Context<'_>) -> Done {
    panel(ctx, Settings::All).await
}

/// All settings of this server, to look at and to change.
#[poise::command(slash_command, guild_only)]
async fn show(ctx: Context<'_>) -> Done {
    panel(ctx, Settings::All).await
}

/// The season that boards count.
#[poise::command(slash_command, subcommands("end"), subcommand_required, guild_only)]
async fn season(ctx: Context<'_>) -> Done {
    panel(ctx, Settings::AskSeason).await
}

/// End the season now: its podium is posted and boards begin anew. You are asked first.
#[poise::command(slash_command, guild_only)]
async fn end(ctx: Context<'_>) -> Done {
    panel(ctx, Settings::AskSeason).await
}

async fn panel(ctx: Context<'_>, does: Settings) -> Done {
    let (bot, interaction) = (ctx.framework.user_data, ctx.interaction);
    let server = interaction.guild_id.map(Into::into);
    let admin = settings::admin(server, manages(interaction.member.as_deref()))?;
    let message = settings::message(bot, admin, interaction.user.id.get(), does).await?;
    bot.door
        .answer(&To::command(interaction), Answer::Show(message))
        .await;
    Ok(())
}
