//! What `/settings` and its buttons, menus and forms come to. Every press is checked anew: who may no longer manage the server is
//! told so, and changes nothing.

use serenity::all::{
    ComponentInteraction, ComponentInteractionDataKind, CreateActionRow, CreateInputText,
    CreateModal, InputTextStyle, ModalInteraction,
};

use super::quiz::field;
use crate::bot::Bot;
use crate::bot::custom_id::{CustomId, Item, Settings};
use crate::bot::door::Answer;
use crate::bot::draw::Message;
use crate::bot::draw::settings::{self as draw, Panel};
use crate::bot::errors::{CommandError, UserError};
use crate::bot::playing::manages;
use crate::bot::{seasons, settings};
use crate::quiz::{Player, Server};
use crate::store::{Calendar, Change, Setting};

/// The name of a form's field.
const WRITTEN: &str = "written";
/// A form takes so many characters.
const LONGEST: u16 = 2_000;

/// The server, for who manages it.
pub(in crate::bot) fn admin(server: Option<u64>, manages: bool) -> Result<Server, UserError> {
    let server = server.ok_or(UserError::ServerOnly)?;
    match manages {
        true => Ok(Server(server)),
        false => Err(UserError::AdminsOnly),
    }
}

/// Answers a press or a pick.
pub(super) async fn press(
    bot: &Bot,
    interaction: &ComponentInteraction,
    does: Settings,
) -> Result<Answer, CommandError> {
    let server = interaction.guild_id.map(Into::into);
    let server = admin(server, manages(interaction.member.as_ref()))?;
    let by = interaction.user.id.get();
    let kind = &interaction.data.kind;
    let item = match (does, kind) {
        (Settings::Menu, ComponentInteractionDataKind::StringSelect { values }) => {
            let item = values.first().and_then(|letter| letter.parse().ok());
            item.ok_or(UserError::UnknownButton)?
        }
        (Settings::Set(Item::Own(setting)), kind) => {
            let change = change(setting, kind).ok_or(UserError::UnknownButton)?;
            return Ok(Answer::Replace(
                changed(bot, server, by, setting, &change).await?,
            ));
        }
        (Settings::Write(item), _) => {
            let panel = panel(bot, server).await?;
            return Ok(Answer::Form(form_of(&panel, item)));
        }
        _ => return Ok(Answer::Replace(message(bot, server, by, does).await?)),
    };
    let panel = panel(bot, server).await?;
    Ok(Answer::Replace(draw::one(&panel, item, "")))
}

/// Answers a form.
pub(super) async fn form(
    bot: &Bot,
    interaction: &ModalInteraction,
    does: Settings,
) -> Result<Answer, CommandError> {
    let server = interaction.guild_id.map(Into::into);
    let server = admin(server, manages(interaction.member.as_ref()))?;
    let by = interaction.user.id.get();
    let typed = field(interaction, WRITTEN);
    let change = match does {
        Settings::Write(Item::Own(Setting::TimeZone)) => Change::TimeZone(settings::zone(&typed)?),
        Settings::Write(Item::Own(Setting::Topics)) => {
            let library = bot.shelf(Some(server.0))?.library();
            Change::Topics(settings::topics(&library, &typed)?)
        }
        Settings::Write(Item::SeasonEnd) => {
            let own = bot.records.settings(server).await.map_err(fault)?;
            let now = bot.rooms.now();
            let due = settings::last_day(&Calendar::of(&own), &typed, now)?;
            let planned = bot
                .records
                .plan_season_end(server, Some(due), Player(by), now)
                .await;
            planned.map_err(fault)?;
            let panel = panel(bot, server).await?;
            return Ok(Answer::Replace(draw::all(&panel, "Saved.")));
        }
        _ => return Err(UserError::UnknownForm.into()),
    };
    let setting = match change {
        Change::TimeZone(_) => Setting::TimeZone,
        _ => Setting::Topics,
    };
    Ok(Answer::Replace(
        changed(bot, server, by, setting, &change).await?,
    ))
}

/// The message that a button leads to; what it changes is written down first.
pub(in crate::bot) async fn message(
    bot: &Bot,
    server: Server,
    by: u64,
    does: Settings,
) -> Result<Message, CommandError> {
    bot.shelf(Some(server.0))?;
    match does {
        Settings::Default(Item::Own(setting)) => {
            let change = Change::Default(setting);
            return changed(bot, server, by, setting, &change).await;
        }
        Settings::Default(Item::SeasonEnd) => {
            let now = bot.rooms.now();
            let planned = bot
                .records
                .plan_season_end(server, None, Player(by), now)
                .await;
            planned.map_err(fault)?;
        }
        Settings::EndSeason(number) => return end_season(bot, server, by, number).await,
        _ => {}
    }
    let panel = panel(bot, server).await?;
    Ok(match does {
        Settings::AskSeason => draw::ask_season(&panel),
        Settings::Default(_) => draw::all(&panel, "Saved: the season has no date any more."),
        _ => draw::all(&panel, ""),
    })
}

async fn panel(bot: &Bot, server: Server) -> Result<Panel, CommandError> {
    let set = bot.records.chosen_settings(server).await.map_err(fault)?;
    let seasons = bot.records.seasons(server).await.map_err(fault)?;
    let season = *seasons
        .last()
        .ok_or_else(|| anyhow::anyhow!("a server without a season"))?;
    let now = bot.rooms.now();
    Ok(Panel { set, season, now })
}

/// Writes a change down and shows all settings again.
async fn changed(
    bot: &Bot,
    server: Server,
    by: u64,
    setting: Setting,
    change: &Change,
) -> Result<Message, CommandError> {
    bot.shelf(Some(server.0))?;
    let now = bot.rooms.now();
    let written = bot
        .records
        .change_settings(server, Player(by), change, now)
        .await;
    written.map_err(fault)?;
    let item = Item::Own(setting);
    let said = match change {
        Change::Default(_) => format!("{} has the default again.", draw::name(item)),
        _ => format!("Saved: {}.", draw::name(item)),
    };
    let said = format!("{said}{}", draw::told_of_days(item));
    Ok(draw::all(&panel(bot, server).await?, &said))
}

async fn end_season(
    bot: &Bot,
    server: Server,
    by: u64,
    number: u32,
) -> Result<Message, CommandError> {
    let before = panel(bot, server).await?;
    if before.season.number != number {
        return Err(UserError::SeasonOver.into());
    }
    let now = bot.rooms.now();
    let ended = bot
        .records
        .end_season(server, number, Some(Player(by)), now)
        .await;
    let on = ended.map_err(fault)?;
    let posted = seasons::post_podium(&*bot.records, &*bot.door, server, number, now).await;
    let said = match posted {
        Ok(Some(channel)) => format!("Its podium stands in <#{}>.", channel.0),
        Ok(None) => {
            "Its podium was posted nowhere, as no channel is set for it; boards of that season can still be read.".to_owned()
        }
        Err(fault) => {
            tracing::warn!(fault = format!("{fault:#}"), server = server.0, "A season's podium was not posted");
            "Its podium could not be posted yet: allow Clio to write in its channel, and it comes there. Clio tries for half an hour.".to_owned()
        }
    };
    let said = format!("Season {number} is over, season {on} has begun. {said}");
    Ok(draw::all(&panel(bot, server).await?, &said))
}

/// What was picked in a setting's own menu.
fn change(setting: Setting, kind: &ComponentInteractionDataKind) -> Option<Change> {
    match (setting, kind) {
        (Setting::HostRole, ComponentInteractionDataKind::RoleSelect { values }) => {
            Some(Change::HostRole(values.first().map(|role| role.get())))
        }
        (Setting::Channels, ComponentInteractionDataKind::ChannelSelect { values }) => Some(
            Change::Channels(values.iter().map(|channel| channel.get()).collect()),
        ),
        (Setting::PodiumChannel, ComponentInteractionDataKind::ChannelSelect { values }) => Some(
            Change::PodiumChannel(values.first().map(|channel| channel.get())),
        ),
        (setting, ComponentInteractionDataKind::StringSelect { values }) => {
            settings::picked(setting, values.first()?)
        }
        _ => None,
    }
}

fn form_of(panel: &Panel, item: Item) -> CreateModal {
    let (label, placeholder, value) = draw::field(panel, item);
    let (style, required) = match item {
        Item::Own(Setting::Topics) => (InputTextStyle::Paragraph, false),
        _ => (InputTextStyle::Short, true),
    };
    let mut input = CreateInputText::new(style, label, WRITTEN)
        .placeholder(placeholder)
        .required(required)
        .max_length(LONGEST);
    if !value.is_empty() && value.chars().count() <= usize::from(LONGEST) {
        input = input.value(value);
    }
    let id = CustomId::Settings(Settings::Write(item)).to_string();
    CreateModal::new(id, draw::name(item)).components(vec![CreateActionRow::InputText(input)])
}

fn fault(fault: crate::store::StoreError) -> CommandError {
    anyhow::Error::from(fault).into()
}
