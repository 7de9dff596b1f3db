//! The texts of a card as an embed has them: escaped, and never longer than Discord takes.

use serenity::all::{CreateEmbed, CreateEmbedAuthor, CreateEmbedFooter};

use super::{cut, length};
use crate::answers::{Card, Kind, Line, Section, Span};
use crate::bot::escape;

// Discord's limits in characters: https://discord.com/developers/docs/resources/message#embed-object-embed-limits
const AUTHOR: usize = 256;
const TITLE: usize = 256;
const DESCRIPTION: usize = 4_096;
const FIELDS: usize = 25;
const FIELD_NAME: usize = 256;
const FIELD_VALUE: usize = 1_024;
const FOOTER: usize = 2_048;
const EMBED: usize = 6_000;

const CLIPPED: &str = "… This was too long for Discord. The rest is in the notes.";

/// The texts of an embed, already escaped.
#[derive(Debug, Default)]
pub(super) struct Embed {
    pub(super) author: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) fields: Vec<(String, String)>,
    pub(super) footer: String,
}

impl Embed {
    pub(super) fn of(card: &Card) -> Self {
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
            .map(|related| {
                let items: Vec<String> = related
                    .items
                    .iter()
                    .map(|(item, _)| escape::markdown(item))
                    .filter(|item| !item.is_empty())
                    .collect();
                (escape::markdown(&related.label), joined(&items))
            })
            .filter(|(name, value)| !name.is_empty() && !value.is_empty());
        Self {
            author: card
                .byline
                .as_deref()
                .map(escape::plain)
                .unwrap_or_default(),
            title: escape::markdown(&card.title),
            description: description(&card.sections),
            fields: fields.collect(),
            footer: footer.join("\n"),
        }
    }

    /// Cuts what Discord would refuse; whether anything was cut.
    pub(super) fn clip(&mut self) -> bool {
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

    pub(super) fn build(self, colour: u32) -> CreateEmbed {
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
pub(super) fn colour(kind: Kind) -> u32 {
    match kind {
        Kind::Event | Kind::Timeline => 0x3b_82_c4,
        Kind::Person => 0x2f_9e_6e,
        Kind::Cause => 0xc9_7b_2a,
        Kind::Search | Kind::Note | Kind::Context => 0x7a_6f_b8,
        Kind::Help => 0x5b_6b_7a,
        Kind::Nothing => 0x8a_8a_8a,
    }
}

/// Sections with a blank line between them, each under its title.
fn description(sections: &[Section]) -> String {
    let mut text = String::with_capacity(512);
    for (at, section) in sections.iter().enumerate() {
        if at > 0 {
            text.push_str("\n\n");
        }
        let mut is_first = true;
        if let Some(title) = &section.title {
            text.extend(["**", &escape::markdown(title), "**"]);
            is_first = false;
        }
        for line in &section.lines {
            if !std::mem::take(&mut is_first) {
                text.push('\n');
            }
            push_line(line, &mut text);
        }
    }
    text
}

fn push_line(line: &Line, text: &mut String) {
    // Discord drops spaces at the start of a line, not em spaces.
    let lead = if line.bullet { "  " } else { "\u{2003}" };
    text.extend((0..line.depth).map(|_| lead));
    if line.bullet {
        text.push_str("- ");
    }
    for span in &line.spans {
        push_span(span, text);
    }
}

fn push_span(span: &Span, out: &mut String) {
    let mark = match span {
        Span::Text(_) => "",
        Span::Strong(_) => "**",
        Span::Quiet(_) => "*",
    };
    let text = span.text();
    let escaped = escape::markdown(text);
    let blank = |at_edge: bool| if at_edge { " " } else { "" };
    if escaped.is_empty() {
        return out.push_str(blank(!text.is_empty()));
    }
    let before = blank(text.starts_with(char::is_whitespace));
    let after = blank(text.ends_with(char::is_whitespace));
    out.extend([before, mark, &escaped, mark, after]);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_of_names_says_how_many_are_left_out() {
        let items: Vec<String> = (0..400).map(|n| format!("Person {n}")).collect();
        let value = joined(&items);
        assert!(length(&value) <= FIELD_VALUE);
        assert!(value.ends_with(" · and 315 more"), "{value}");
    }
}
