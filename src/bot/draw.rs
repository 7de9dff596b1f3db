//! Cards drawn as embeds: one embed, a row of buttons, and a menu of what the card mentions.
//!
//! `answers` makes pages that fit. The clipping here is a safety net for Discord's limits, and says that it clipped.

use serenity::all::{
    ButtonStyle, CreateActionRow, CreateButton, CreateEmbed, CreateEmbedAuthor, CreateEmbedFooter,
    CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
};

use super::custom_id::CustomId;
use super::escape;
use crate::answers::{Card, Kind, Line, Look, Press, Section, Span};

// Discord's limits in characters: https://discord.com/developers/docs/resources/message#embed-object-embed-limits
const AUTHOR: usize = 256;
const TITLE: usize = 256;
const DESCRIPTION: usize = 4_096;
const FIELDS: usize = 25;
const FIELD_NAME: usize = 256;
const FIELD_VALUE: usize = 1_024;
const FOOTER: usize = 2_048;
const EMBED: usize = 6_000;
// https://discord.com/developers/docs/components/reference
const BUTTONS: usize = 25;
const BUTTONS_IN_A_ROW: usize = 5;
const LABEL: usize = 80;
const OPTIONS: usize = 25;
const OPTION: usize = 100;

const CLIPPED: &str = "… This was too long for Discord. The rest is in the notes.";

/// One message, ready for the door.
#[derive(Debug, Clone, Default)]
pub(super) struct Message {
    /// Above the embed.
    pub(super) content: Option<String>,
    /// The card.
    pub(super) embed: Option<CreateEmbed>,
    /// Buttons and menus.
    pub(super) rows: Vec<CreateActionRow>,
    /// Seen only by who asked.
    pub(super) private: bool,
    /// Something had to be left out.
    pub(super) clipped: bool,
}

/// One private sentence.
pub(super) fn sentence(text: &str) -> Message {
    Message {
        content: Some(escape::markdown(text)),
        private: true,
        ..Message::default()
    }
}

/// `card` as an answer to `asker`, who alone may turn its pages in place.
pub(super) fn card(card: &Card, asker: u64) -> Message {
    let mut embed = Embed::of(card);
    let clipped = embed.clip();
    Message {
        content: None,
        embed: Some(embed.build(colour(card.kind))),
        rows: rows(card, asker),
        private: card.private,
        clipped,
    }
}

/// The texts of an embed, already escaped.
#[derive(Debug, Default)]
struct Embed {
    author: String,
    title: String,
    description: String,
    fields: Vec<(String, String)>,
    footer: String,
}

impl Embed {
    fn of(card: &Card) -> Self {
        let mut footer = card
            .source
            .iter()
            .map(|source| escape::plain(source))
            .collect::<Vec<_>>();
        if card.page.1 > 1 {
            footer.push(format!("Page {} of {}", card.page.0, card.page.1));
        }
        let fields = card
            .related
            .iter()
            .filter(|related| !related.items.is_empty())
            .map(|related| {
                let items: Vec<String> = related
                    .items
                    .iter()
                    .map(|(item, _)| escape::markdown(item))
                    .collect();
                (escape::markdown(&related.label), joined(&items))
            });
        Self {
            author: card
                .byline
                .as_deref()
                .map(escape::plain)
                .unwrap_or_default(),
            title: escape::markdown(&card.title),
            description: card
                .sections
                .iter()
                .map(section)
                .collect::<Vec<_>>()
                .join("\n\n"),
            fields: fields.collect(),
            footer: footer.join("\n"),
        }
    }

    /// Cuts what Discord would refuse; whether anything was cut.
    fn clip(&mut self) -> bool {
        let mut clipped = cut(&mut self.author, AUTHOR)
            | cut(&mut self.title, TITLE)
            | cut(&mut self.footer, FOOTER);
        clipped |= self.fields.len() > FIELDS;
        self.fields.truncate(FIELDS);
        for (name, value) in &mut self.fields {
            clipped |= cut(name, FIELD_NAME) | cut(value, FIELD_VALUE);
        }
        let fields: usize = self
            .fields
            .iter()
            .map(|(name, value)| length(name) + length(value))
            .sum();
        let beside = length(&self.author) + length(&self.title) + length(&self.footer) + fields;
        let room = DESCRIPTION.min(EMBED.saturating_sub(beside));
        if length(&self.description) > room {
            clipped = true;
            let mut kept = String::new();
            for line in self.description.lines() {
                if length(&kept) + length(line) + length(CLIPPED) + 2 > room {
                    break;
                }
                kept += line;
                kept.push('\n');
            }
            kept += CLIPPED;
            self.description = kept;
            cut(&mut self.description, room);
        }
        clipped
    }

    fn build(self, colour: u32) -> CreateEmbed {
        let mut embed = CreateEmbed::new().colour(colour);
        if !self.author.is_empty() {
            embed = embed.author(CreateEmbedAuthor::new(self.author));
        }
        if !self.title.is_empty() {
            embed = embed.title(self.title);
        }
        if !self.description.is_empty() {
            embed = embed.description(self.description);
        }
        if !self.footer.is_empty() {
            embed = embed.footer(CreateEmbedFooter::new(self.footer));
        }
        embed.fields(
            self.fields
                .into_iter()
                .map(|(name, value)| (name, value, true)),
        )
    }
}

/// A bar at the card's edge; it says nothing that the words do not.
fn colour(kind: Kind) -> u32 {
    match kind {
        Kind::Event | Kind::Timeline => 0x3b_82_c4,
        Kind::Person => 0x2f_9e_6e,
        Kind::Cause => 0xc9_7b_2a,
        Kind::Search | Kind::Note | Kind::Context => 0x7a_6f_b8,
        Kind::Help => 0x5b_6b_7a,
        Kind::Nothing => 0x8a_8a_8a,
    }
}

fn section(section: &Section) -> String {
    let title = section
        .title
        .iter()
        .map(|title| format!("**{}**", escape::markdown(title)));
    title
        .chain(section.lines.iter().map(line))
        .collect::<Vec<_>>()
        .join("\n")
}

fn line(line: &Line) -> String {
    let depth = usize::from(line.depth);
    let lead = if line.bullet {
        "  ".repeat(depth) + "- "
    } else {
        // Discord drops spaces at the start of a line, not em spaces.
        "\u{2003}".repeat(depth)
    };
    lead + &line.spans.iter().map(span).collect::<String>()
}

fn span(span: &Span) -> String {
    let mark = match span {
        Span::Text(_) => "",
        Span::Strong(_) => "**",
        Span::Quiet(_) => "*",
    };
    let text = span.text();
    let escaped = escape::markdown(text);
    if escaped.is_empty() {
        return if text.is_empty() {
            String::new()
        } else {
            " ".to_owned()
        };
    }
    let blank = |at_edge: bool| if at_edge { " " } else { "" };
    let before = blank(text.starts_with(char::is_whitespace));
    let after = blank(text.ends_with(char::is_whitespace));
    format!("{before}{mark}{escaped}{mark}{after}")
}

/// As many items as a field holds, and how many there are besides.
fn joined(items: &[String]) -> String {
    let mut value = String::new();
    for (n_shown, item) in items.iter().enumerate() {
        let more = format!(" · and {} more", items.len() - n_shown);
        if length(&value) + length(item) + length(&more) + 3 > FIELD_VALUE {
            return value + &more;
        }
        if n_shown > 0 {
            value += " · ";
        }
        value += item;
    }
    value
}

fn rows(card: &Card, asker: u64) -> Vec<CreateActionRow> {
    let buttons: Vec<CreateButton> = card
        .buttons
        .iter()
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
            };
            let mut label = escape::plain(&button.label);
            cut(&mut label, LABEL);
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
