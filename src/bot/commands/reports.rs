//! `/reports list` and `/reports preview`, for those who moderate.

use super::quiz::topic_name;
use super::{Context, Done};
use crate::answers::{Look, Subject, What, Words};
use crate::bot::custom_id::Reports;
use crate::bot::door::{Answer, To};
use crate::bot::presses::reports;

/// What players reported, and what could be asked.
#[poise::command(
    slash_command,
    subcommands("list", "preview"),
    subcommand_required,
    guild_only,
    default_member_permissions = "MANAGE_MESSAGES"
)]
pub(super) async fn reports(ctx: Context<'_>) -> Done {
    show(ctx, Reports::Show { at: 0 }).await
}

/// Questions that players found fault with.
#[poise::command(slash_command, guild_only)]
async fn list(ctx: Context<'_>) -> Done {
    show(ctx, Reports::Show { at: 0 }).await
}

/// Look through all questions that the notes give.
#[poise::command(slash_command, guild_only)]
async fn preview(
    ctx: Context<'_>,
    #[description = "A folder, a tag, a note, a person or a span of dates; everything without it"]
    #[autocomplete = "topic_name"]
    #[max_length = 200]
    topic: Option<String>,
) -> Done {
    let topic = topic.filter(|topic| !topic.trim().is_empty());
    let about = topic.map(|topic| Look::from(What::Thing(Subject::Words(Words::new(&topic)))));
    let first = Reports::Preview {
        at: 0,
        back: false,
        about,
    };
    show(ctx, first).await
}

async fn show(ctx: Context<'_>, does: Reports) -> Done {
    let (bot, interaction) = (ctx.framework.user_data, ctx.interaction);
    let moderator = crate::bot::playing::presser_of_command(interaction);
    let server = interaction.guild_id.map(Into::into);
    let message = reports::message(bot, server, moderator, does).await?;
    bot.door
        .answer(&To::command(interaction), Answer::Show(message))
        .await;
    Ok(())
}
