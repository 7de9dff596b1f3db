//! Cards drawn as embeds: one embed, a row of buttons, and a menu of what the card mentions.
//!
//! `answers` makes pages that fit. The clipping here is a safety net for Discord's limits, and says that it clipped.

mod embed;
mod pictured;
pub(super) mod privacy;
pub(super) mod quiz;
pub(super) mod scores;
mod season;

pub(super) mod settings;
#[cfg(test)]
mod tests;

use embed::Embed;
pub(super) use season::season_podium;
use serenity::all::{
    ButtonStyle, CreateActionRow, CreateButton, CreateEmbed, CreateSelectMenu,
    CreateSelectMenuKind, CreateSelectMenuOption,
};

use super::custom_id::{CustomId, Practice};
use super::escape;
use super::pictures::Picture;
use crate::answers::{Card, Look, Press};

// https://discord.com/developers/docs/resources/message#create-message
const CONTENT: usize = 2_000;
// https://discord.com/developers/docs/components/reference
const BUTTONS: usize = 25;
const BUTTONS_IN_A_ROW: usize = 5;
const LABEL: usize = 80;
const OPTIONS: usize = 25;
const OPTION: usize = 100;

/// One message, ready for the door.
#[derive(Debug, Clone, Default)]
pub(super) struct Message {
    /// Above the embed.
    pub(super) content: Option<String>,
    /// The card.
    pub(super) embed: Option<CreateEmbed>,
    /// Buttons and menus.
    pub(super) rows: Vec<CreateActionRow>,
    /// The same as a picture, which follows where pictures are wanted.
    pub(super) picture: Option<Picture>,
    /// What comes as files.
    pub(super) files: Vec<File>,
    /// Seen only by who asked.
    pub(super) private: bool,
    /// Something had to be left out.
    pub(super) clipped: bool,
}

impl Message {
    /// The same, for who asked alone.
    pub(super) fn privately(self) -> Self {
        Self {
            private: true,
            ..self
        }
    }
}

/// A file of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct File {
    pub(super) name: String,
    /// What it is, for who cannot see it.
    pub(super) description: String,
    pub(super) bytes: Vec<u8>,
}

/// One private sentence. What it echoes may be longer than Discord takes.
pub(super) fn sentence(text: &str) -> Message {
    let mut text = escape::markdown(text);
    cut(&mut text, CONTENT);
    Message {
        content: Some(text),
        private: true,
        ..Message::default()
    }
}

/// One message in Clio's own words, for everybody: nothing of notes or people in it, so nothing is escaped.
pub(super) fn openly(text: &str) -> Message {
    Message {
        content: Some(text.to_owned()),
        ..Message::default()
    }
}

/// `card` as an answer to `asker`, who alone may turn its pages in place.
pub(super) fn card(card: &Card, asker: u64) -> Message {
    let mut embed = Embed::of(card);
    let clipped = embed.clip();
    Message {
        content: None,
        embed: Some(embed.build(embed::colour(card.kind))),
        rows: rows(card, asker),
        picture: pictured::along_time(card),
        private: card.private,
        clipped,
        ..Message::default()
    }
}

fn rows(card: &Card, asker: u64) -> Vec<CreateActionRow> {
    let buttons: Vec<CreateButton> = card
        .buttons
        .iter()
        .filter(|button| !escape::plain(&button.label).is_empty())
        .take(BUTTONS - BUTTONS_IN_A_ROW)
        .zip(0..)
        .map(|(button, slot)| {
            let (id, style) = match &button.press {
                Press::Turn(look) => (
                    CustomId::Turn {
                        asker,
                        slot,
                        look: look.clone(),
                    },
                    ButtonStyle::Secondary,
                ),
                Press::Open(look) => (
                    CustomId::Open {
                        slot,
                        look: look.clone(),
                    },
                    ButtonStyle::Primary,
                ),
                Press::Quiz(look) => (
                    CustomId::Practice(Practice::about(look.clone())),
                    ButtonStyle::Success,
                ),
            };
            let label = label(&button.label, LABEL);
            CreateButton::new(id.to_string()).style(style).label(label)
        })
        .collect();
    let mut rows: Vec<_> = buttons
        .chunks(BUTTONS_IN_A_ROW)
        .map(|row| CreateActionRow::Buttons(row.to_vec()))
        .collect();
    rows.extend(menu(card));
    rows
}

/// Buttons to the pages before and after `page`, counted from 0, of what is odd in the notes.
pub(super) fn findings_row(page: usize, pages: usize) -> Option<CreateActionRow> {
    let turns = [
        (page.checked_sub(1), "Earlier findings"),
        (Some(page + 1).filter(|next| *next < pages), "More findings"),
    ];
    let buttons: Vec<CreateButton> = turns
        .into_iter()
        .filter_map(|(to, label)| {
            let page = u16::try_from(to?).ok()?;
            Some(
                CreateButton::new(CustomId::Findings { page }.to_string())
                    .style(ButtonStyle::Secondary)
                    .label(label),
            )
        })
        .collect();
    (!buttons.is_empty()).then_some(CreateActionRow::Buttons(buttons))
}

/// What the card mentions and the notes know more of, once each.
fn menu(card: &Card) -> Option<CreateActionRow> {
    let mut codes: Vec<String> = Vec::new();
    let mut options = Vec::new();
    let known = card.related.iter().flat_map(|related| {
        let label = &related.label;
        related
            .items
            .iter()
            .filter_map(move |(item, look)| Some((label, item, look.as_ref().map(Look::code)?)))
    });
    for (label, item, code) in known {
        let mut item = escape::plain(item);
        if options.len() == OPTIONS || item.is_empty() || codes.contains(&code) {
            continue;
        }
        cut(&mut item, OPTION);
        options.push(
            CreateSelectMenuOption::new(item, code.clone()).description(escape::plain(label)),
        );
        codes.push(code);
    }
    (!options.is_empty()).then(|| {
        let kind = CreateSelectMenuKind::String { options };
        CreateActionRow::SelectMenu(
            CreateSelectMenu::new(CustomId::Menu.to_string(), kind)
                .placeholder("Look up what this mentions"),
        )
    })
}

/// `text` on a button or in a menu, where Discord takes no empty one.
fn label(text: &str, most: usize) -> String {
    let mut label = escape::plain(text);
    cut(&mut label, most);
    if label.is_empty() {
        label.push('…');
    }
    label
}

/// Discord counts characters.
fn length(text: &str) -> usize {
    text.chars().count()
}

/// Shortens `text` to `most` characters, the last of them an ellipsis; whether it did.
pub(super) fn cut(text: &mut String, most: usize) -> bool {
    if length(text) <= most {
        return false;
    }
    let mut short: String = text.chars().take(most.saturating_sub(1)).collect();
    // A backslash that lost its letter would escape the ellipsis.
    if short
        .chars()
        .rev()
        .take_while(|letter| *letter == '\\')
        .count()
        % 2
        == 1
    {
        short.pop();
    }
    short.push('…');
    *text = short;
    true
}
