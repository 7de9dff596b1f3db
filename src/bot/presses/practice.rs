//! Presses of a practice's buttons, and its form.

use serenity::all::{ComponentInteraction, ModalInteraction};

use super::quiz::{answer_form, typed_answer};
use crate::bot::Bot;
use crate::bot::custom_id::{CustomId, Practice, SEEDS, Step};
use crate::bot::door::Answer as Reply;
use crate::bot::draw::{self, Message};
use crate::bot::errors::CommandError;
use crate::bot::practice;

/// Answers a press.
pub(super) async fn press(
    bot: &Bot,
    interaction: &ComponentInteraction,
    id: Practice,
) -> Result<Reply, CommandError> {
    // A card's button begins beside the card; all others stand in the practice's own message.
    let begins = id.does == Step::Begin;
    let id = match begins {
        true => Practice {
            // Every press has a number of its own.
            seed: (interaction.id.get() % u64::from(SEEDS)) as u32,
            ..id.doing(Step::Ask)
        },
        false => id,
    };
    let wants_form = id.does == Step::Type;
    let server = interaction.guild_id.map(Into::into);
    let player = interaction.user.id.get();
    let standing = match practice::standing(bot, server, player, id).await {
        Ok(standing) => standing,
        Err(CommandError::User(refusal)) if !begins => {
            return Ok(Reply::Replace(draw::sentence(&refusal.to_string())));
        }
        Err(other) => return Err(other),
    };
    if wants_form && let Some(question) = standing.question() {
        let title = format!("Question {}", standing.practice.at + 1);
        let id = CustomId::Practice(standing.practice.clone());
        return Ok(Reply::Form(answer_form(&id, title, question)));
    }
    Ok(placed(standing.step(None), !begins))
}

/// Answers the form of a typed answer.
pub(super) async fn form(
    bot: &Bot,
    interaction: &ModalInteraction,
    id: Practice,
) -> Result<Reply, CommandError> {
    let server = interaction.guild_id.map(Into::into);
    let player = interaction.user.id.get();
    let standing = practice::standing(bot, server, player, id).await?;
    let message = standing.step(Some(typed_answer(interaction)));
    Ok(placed(message, true))
}

fn placed(message: Message, in_place: bool) -> Reply {
    match in_place {
        true => Reply::Replace(message),
        false => Reply::Show(message),
    }
}
