//! The slash commands: what each takes, and whom it asks.

mod groups;
mod look_up;
mod notes;
mod practice;
mod privacy;
mod quiz;
mod reports;
mod scores;
mod settings;

use std::future::{Ready, ready};

use serenity::all::CreateAutocompleteResponse;

use super::door::{self, Answer, To};
use super::errors::CommandError;
use super::{Bot, draw};
use crate::answers::{self, Card, Field};
use crate::library::Library;

pub(super) use groups::manages;
pub(super) use notes::findings;

/// A command that was run.
type Context<'c> = poise::ApplicationContext<'c, Bot, CommandError>;
/// What a command comes to. The answer has left when it is `Ok`.
type Done = Result<(), CommandError>;

/// All commands, as they are registered.
pub(super) fn all() -> Vec<poise::Command<Bot, CommandError>> {
    vec![
        look_up::event(),
        look_up::person(),
        look_up::cause(),
        look_up::timeline(),
        look_up::search(),
        look_up::note(),
        look_up::help(),
        quiz::quiz(),
        practice::practice(),
        scores::leaderboard(),
        scores::profile(),
        groups::group(),
        scores::weak(),
        reports::reports(),
        settings::settings(),
        privacy::privacy(),
        notes::notes(),
    ]
}

/// Answers a look-up with the card that `look_up` finds, to everybody unless `private` is asked for.
async fn answer(
    ctx: Context<'_>,
    private: Option<bool>,
    look_up: impl FnOnce(&Library) -> Card,
) -> Done {
    let bot = ctx.framework.user_data;
    let interaction = ctx.interaction;
    let card = bot.card(interaction.guild_id.map(Into::into), look_up)?;
    let mut message = draw::card(&card, interaction.user.id.get());
    message.private |= private.unwrap_or(false);
    if !message.private && bot.is_playing(interaction.channel_id.get()) {
        // Nobody is to read the answer to the open question in the channel.
        message.private = true;
        message.content =
            Some("A quiz is running in this channel, so only you see this.".to_owned());
    }
    bot.answer(&To::command(interaction), Answer::Show(message))
        .await;
    Ok(())
}

/// What an argument could be, from what is known of it so far.
fn complete(ctx: Context<'_>, field: Field, typed: &str) -> Ready<CreateAutocompleteResponse> {
    // Where the bot may not be used there is nothing to choose; running the command says why.
    let choices = match ctx
        .framework
        .user_data
        .shelf(ctx.interaction.guild_id.map(Into::into))
    {
        Ok(shelf) => answers::complete(&shelf.library(), field, typed),
        Err(_) => Vec::new(),
    };
    ready(door::choices(choices))
}
