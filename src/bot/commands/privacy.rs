//! `/privacy`: what is kept of a person, and what they may do with it; in direct messages too.

use super::{Context, Done};
use crate::bot::custom_id::Privacy;
use crate::bot::door::{Answer, To};
use crate::bot::presses::privacy;
use crate::quiz::Player;

/// What Clio keeps of you, and what you can do with it.
#[poise::command(
    slash_command,
    subcommands("about", "export", "hide", "show", "delete"),
    subcommand_required,
    interaction_context = "Guild|BotDm"
)]
pub(super) async fn privacy(ctx: Context<'_>) -> Done {
    tell(ctx, Privacy::About).await
}

/// What is kept of you, for how long, and who can see it.
#[poise::command(slash_command)]
async fn about(ctx: Context<'_>) -> Done {
    tell(ctx, Privacy::About).await
}

/// Get everything that is kept of you, as a file.
#[poise::command(slash_command)]
async fn export(ctx: Context<'_>) -> Done {
    tell(ctx, Privacy::Export).await
}

/// Stand on no board, in any server.
#[poise::command(slash_command)]
async fn hide(ctx: Context<'_>) -> Done {
    tell(ctx, Privacy::Hide).await
}

/// Stand on the boards again.
#[poise::command(slash_command)]
async fn show(ctx: Context<'_>) -> Done {
    tell(ctx, Privacy::Show).await
}

/// Delete everything that is kept of you, in every server. You are asked first.
#[poise::command(slash_command)]
async fn delete(ctx: Context<'_>) -> Done {
    tell(ctx, Privacy::AskDelete).await
}

async fn tell(ctx: Context<'_>, does: Privacy) -> Done {
    let (bot, interaction) = (ctx.framework.user_data, ctx.interaction);
    let player = Player(interaction.user.id.get());
    let message = privacy::message(bot, player, does).await?;
    bot.door
        .answer(&To::command(interaction), Answer::Show(message))
        .await;
    Ok(())
}
