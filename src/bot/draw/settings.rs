//! The panel of settings drawn: all of them with what holds, and one of them with what can be picked. Private.

mod words;

use std::time::Duration;

use serenity::all::{
    ButtonStyle, ChannelType, CreateActionRow, CreateButton, CreateSelectMenu,
    CreateSelectMenuKind, CreateSelectMenuOption,
};

use super::embed::Embed;
use super::{Message, cut};
use crate::bot::custom_id::{CustomId, Item, Settings};
use crate::bot::settings::{Control, control, options};
use crate::store::{Calendar, ChosenSettings, Season, Setting};

pub(in crate::bot) use words::{field, name};

const COLOUR: u32 = 0x5b_6c_8f;
/// Discord shows so much of an option's description.
const OPTION: usize = 100;

/// What the panel is drawn from.
#[derive(Debug)]
pub(in crate::bot) struct Panel {
    pub(in crate::bot) set: ChosenSettings,
    /// The season that is on.
    pub(in crate::bot) season: Season,
    pub(in crate::bot) now: Duration,
}

/// All settings; `said` stands above them.
pub(in crate::bot) fn all(panel: &Panel, said: &str) -> Message {
    let mut description = String::new();
    for (heading, items) in words::GROUPS {
        description += &format!("**{heading}**\n");
        for item in *items {
            description += &line(panel, *item);
            description.push('\n');
        }
        description.push('\n');
    }
    description += &match panel.set.last {
        None => "Nothing was changed here yet.".to_owned(),
        Some((by, at)) => format!("Last changed {} by {}.", moment(at), words::person(by)),
    };
    let picks = Item::ALL.into_iter().map(|item| {
        let mut now = words::plain_value(panel, item);
        cut(&mut now, OPTION);
        CreateSelectMenuOption::new(name(item), item.letter()).description(now)
    });
    let menu = CreateSelectMenuKind::String {
        options: picks.collect(),
    };
    let menu = CreateSelectMenu::new(id(Settings::Menu), menu).placeholder("Change a setting");
    let rows = vec![
        CreateActionRow::SelectMenu(menu),
        CreateActionRow::Buttons(vec![
            button(
                Settings::AskSeason,
                "End the season now",
                ButtonStyle::Secondary,
            ),
            button(Settings::All, "Refresh", ButtonStyle::Secondary),
        ]),
    ];
    let embed = Embed {
        title: "Settings of this server".to_owned(),
        description,
        ..Embed::default()
    };
    private(said, embed, rows)
}

/// One setting: what it does, what holds, and what can be picked.
pub(in crate::bot) fn one(panel: &Panel, item: Item, said: &str) -> Message {
    let embed = Embed {
        title: name(item).to_owned(),
        description: format!("{}\n\nNow: {}", words::explained(item), value(panel, item)),
        ..Embed::default()
    };
    let mut rows = Vec::new();
    let mut buttons = Vec::new();
    match control(item) {
        Control::Options => rows.push(menu_of(item, "Pick what shall hold", options_of(item))),
        Control::Role => {
            let kind = CreateSelectMenuKind::Role {
                default_roles: None,
            };
            rows.push(menu(item, "Pick a role", kind, 1));
        }
        Control::Channels(most) => {
            let channel_types = vec![ChannelType::Text, ChannelType::News];
            let kind = CreateSelectMenuKind::Channel {
                channel_types: Some(channel_types),
                default_channels: None,
            };
            let words = match most {
                1 => "Pick a channel",
                _ => "Pick all channels that shall be allowed",
            };
            rows.push(menu(item, words, kind, most));
        }
        Control::Text => buttons.push(button(
            Settings::Write(item),
            "Write it",
            ButtonStyle::Primary,
        )),
    }
    if is_own(panel, item) {
        let label = match item {
            Item::SeasonEnd => "No date",
            Item::Own(_) => "Use the default",
        };
        buttons.push(button(
            Settings::Default(item),
            label,
            ButtonStyle::Secondary,
        ));
    }
    buttons.push(button(
        Settings::All,
        "Back to all settings",
        ButtonStyle::Secondary,
    ));
    rows.push(CreateActionRow::Buttons(buttons));
    private(said, embed, rows)
}

/// Asks whether the season shall end now.
pub(in crate::bot) fn ask_season(panel: &Panel) -> Message {
    let number = panel.season.number;
    let posted = match panel.set.settings.podium_channel {
        Some(channel) => format!("Its podium is posted in <#{channel}>."),
        None => "Its podium is posted nowhere, as no channel is set for it.".to_owned(),
    };
    let embed = Embed {
        title: format!("End season {number} now?"),
        description: format!(
            "Boards begin anew at zero with season {}. What was earned stays: last season's boards can still be read. {posted}\n\nThis cannot be taken back.",
            number + 1
        ),
        ..Embed::default()
    };
    let label = format!("End season {number}");
    let rows = vec![CreateActionRow::Buttons(vec![
        button(Settings::EndSeason(number), &label, ButtonStyle::Danger),
        button(
            Settings::All,
            "Back to all settings",
            ButtonStyle::Secondary,
        ),
    ])];
    private("", embed, rows)
}

/// `Questions in a quiz: 20 (default: 10)`.
fn line(panel: &Panel, item: Item) -> String {
    format!("{}: {}", name(item), value(panel, item))
}

/// What holds, and what the default is.
fn value(panel: &Panel, item: Item) -> String {
    let now = words::value(panel, &panel.set.settings, item);
    match item {
        Item::SeasonEnd => now,
        _ if !is_own(panel, item) => format!("**{now}** (default)"),
        Item::Own(_) => {
            let default = words::value(panel, &panel.set.defaults, item);
            format!("**{now}** (default: {default})")
        }
    }
}

fn is_own(panel: &Panel, item: Item) -> bool {
    match item {
        Item::SeasonEnd => panel.season.due.is_some(),
        Item::Own(setting) => panel.set.own.contains(&setting),
    }
}

fn options_of(item: Item) -> Vec<CreateSelectMenuOption> {
    let Item::Own(setting) = item else {
        return Vec::new();
    };
    options(setting)
        .into_iter()
        .map(|option| {
            CreateSelectMenuOption::new(option.label, option.code).description(option.description)
        })
        .collect()
}

fn menu_of(item: Item, words: &str, options: Vec<CreateSelectMenuOption>) -> CreateActionRow {
    menu(item, words, CreateSelectMenuKind::String { options }, 1)
}

fn menu(item: Item, words: &str, kind: CreateSelectMenuKind, most: u8) -> CreateActionRow {
    let menu = CreateSelectMenu::new(id(Settings::Set(item)), kind)
        .placeholder(words)
        .min_values(1)
        .max_values(most);
    CreateActionRow::SelectMenu(menu)
}

fn button(does: Settings, label: &str, style: ButtonStyle) -> CreateButton {
    CreateButton::new(id(does)).label(label).style(style)
}

fn id(does: Settings) -> String {
    CustomId::Settings(does).to_string()
}

fn moment(at: Duration) -> String {
    format!("<t:{}:R>", at.as_secs())
}

/// What the clocks of the server show.
fn clock(panel: &Panel) -> String {
    let local = Calendar::of(&panel.set.settings).local(panel.now);
    local.strftime("%H:%M on %-d %B").to_string()
}

fn private(said: &str, mut embed: Embed, rows: Vec<CreateActionRow>) -> Message {
    let clipped = embed.clip();
    Message {
        content: Some(said.to_owned()),
        embed: Some(embed.build(COLOUR)),
        rows,
        private: true,
        clipped,
        ..Message::default()
    }
}

/// Whether a line of the panel is about time zones, which change what is counted.
pub(in crate::bot) fn told_of_days(item: Item) -> &'static str {
    match item {
        Item::Own(Setting::TimeZone) => {
            " Answers that are still kept move to the days they fall on there; days that are folded into totals already keep theirs."
        }
        _ => "",
    }
}
