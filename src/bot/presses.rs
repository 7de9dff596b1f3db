//! The one place where presses of buttons, picks from menus and sent forms come in.

mod boards;
mod practice;
pub(super) mod privacy;
mod quiz;
pub(super) mod reports;
pub(super) mod settings;

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt as _;
use serenity::all::{ComponentInteraction, ComponentInteractionDataKind, ModalInteraction};

use super::custom_id::{CustomId, Privacy as CustomPrivacy, Settings};
use super::door::{Answer, To};
use super::errors::{self, CommandError, UserError};
use super::patience::in_time;
use super::{Bot, commands, draw};
use crate::answers::{self, Kind, Look};
use crate::quiz::Player;

/// Answers a press or a pick.
pub(super) async fn component(bot: &Bot, interaction: &ComponentInteraction) {
    let to = To::component(interaction);
    let pressed = AssertUnwindSafe(press(bot, interaction)).catch_unwind();
    match pressed
        .await
        .unwrap_or_else(|_| Err(anyhow::anyhow!("panicked").into()))
    {
        Ok(answer) => bot.answer(&to, answer).await,
        Err(error) => errors::tell(bot, &to, "A press", error).await,
    }
}

/// Answers a form.
pub(super) async fn modal(bot: &Bot, interaction: &ModalInteraction) {
    let to = To::modal(interaction);
    let sent = AssertUnwindSafe(form(bot, interaction)).catch_unwind();
    match sent
        .await
        .unwrap_or_else(|_| Err(anyhow::anyhow!("panicked").into()))
    {
        Ok(answer) => bot.answer(&to, answer).await,
        Err(error) => errors::tell(bot, &to, "A form", error).await,
    }
}

async fn form(bot: &Bot, interaction: &ModalInteraction) -> Result<Answer, CommandError> {
    match interaction.data.custom_id.parse() {
        Ok(CustomId::Quiz(id)) => quiz::form(bot, interaction, &id).await,
        Ok(CustomId::Practice(id)) => practice::form(bot, interaction, id).await,
        Ok(CustomId::Settings(does)) => in_time(settings::form(bot, interaction, does)).await,
        _ => Err(UserError::UnknownForm.into()),
    }
}

async fn press(bot: &Bot, interaction: &ComponentInteraction) -> Result<Answer, CommandError> {
    let server = interaction.guild_id.map(Into::into);
    let presser = interaction.user.id.get();
    let id: CustomId = interaction
        .data
        .custom_id
        .parse()
        .map_err(|_| UserError::UnknownButton)?;
    Ok(match id {
        CustomId::Turn { asker, look, .. } => {
            let card = bot.card(server, |library| answers::show(library, &look))?;
            // Only who asked turns the card itself, and never into "nothing found"; nobody while others are being asked.
            let is_asked = bot.is_playing(interaction.channel_id.get());
            let in_place = asker == presser && card.kind != Kind::Nothing && !is_asked;
            let message = draw::card(&card, presser);
            if in_place {
                Answer::Replace(message)
            } else {
                Answer::Show(message.privately())
            }
        }
        CustomId::Open { look, .. } => open(bot, server, presser, &look)?,
        CustomId::Menu => {
            let picked = match &interaction.data.kind {
                ComponentInteractionDataKind::StringSelect { values } => values.first(),
                _ => None,
            };
            let look = picked
                .and_then(|code| Look::parse(code))
                .ok_or(UserError::UnknownButton)?;
            open(bot, server, presser, &look)?
        }
        CustomId::Findings { page } => Answer::Replace(commands::findings(bot, server, page)?),
        CustomId::Quiz(id) => {
            // A server that may not use the bot has no quiz either.
            bot.shelf(server)?;
            quiz::press(bot, interaction, &id).await?
        }
        CustomId::Practice(id) => practice::press(bot, interaction, id).await?,
        CustomId::Boards(does) => boards::press(bot, interaction, does).await?,
        // It posts a podium besides.
        CustomId::Settings(does @ Settings::EndSeason(_)) => {
            settings::press(bot, interaction, does).await?
        }
        CustomId::Settings(does) => in_time(settings::press(bot, interaction, does)).await?,
        CustomId::Privacy(does) => {
            let message = in_time(privacy::message(bot, Player(presser), does)).await?;
            match does {
                // The file comes beside the words, which stay.
                CustomPrivacy::Export => Answer::Show(message),
                _ => Answer::Replace(message),
            }
        }
        CustomId::Reports(does) => {
            let who = super::playing::presser_of_press(interaction);
            Answer::Replace(in_time(reports::message(bot, server, who, does)).await?)
        }
    })
}

/// `look` to the presser alone.
fn open(bot: &Bot, server: Option<u64>, presser: u64, look: &Look) -> Result<Answer, UserError> {
    let card = bot.card(server, |library| answers::show(library, look))?;
    Ok(Answer::Show(draw::card(&card, presser).privately()))
}
