//! `/practice`: questions for one person alone.

use super::quiz::{KindChoice, topic_name};
use super::{Context, Done};
use crate::bot::custom_id::Practice;
use crate::bot::door::{Answer, To};
use crate::bot::practice;

/// Practise alone: questions that only you see, without a clock.
#[poise::command(slash_command, interaction_context = "Guild|BotDm")]
pub(super) async fn practice(
    ctx: Context<'_>,
    #[description = "A folder, a tag, a note, a person or a span of dates; everything without it"]
    #[autocomplete = "topic_name"]
    #[max_length = 200]
    topic: Option<String>,
    #[description = "Only one kind of question"] kind: Option<KindChoice>,
) -> Done {
    let (bot, interaction) = (ctx.framework.user_data, ctx.interaction);
    let wanted = Practice::on(topic.as_deref(), kind.map(Into::into), interaction.id.get());
    let server = interaction.guild_id.map(Into::into);
    let standing = practice::standing(bot, server, interaction.user.id.get(), wanted).await?;
    bot.door
        .answer(&To::command(interaction), Answer::Show(standing.step(None)))
        .await;
    Ok(())
}
