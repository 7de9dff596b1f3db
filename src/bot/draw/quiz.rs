//! A quiz drawn: the lobby, a question, its reveal, the podium, and what a player sees alone.
//!
//! Drawing is pure: the same game gives the same message. Custom ids carry the game and the question, so that every message is
//! understood, and found again, after a restart.

mod lobby;
mod podium;
pub(in crate::bot) mod practice;
mod question;
pub(in crate::bot) mod reports;
mod reveal;

use std::time::Duration;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::Message;
use super::embed::Embed;
use crate::bot::custom_id::{CustomId, Does, Quiz};
use crate::bot::escape;
use crate::quiz::question::Source;
use crate::store::GameId;

pub(in crate::bot) use lobby::{away, lobby};
pub(in crate::bot) use podium::{about, best, given, my_result, podium, review};
pub(in crate::bot) use question::{Shown, ordering, question};
pub(in crate::bot) use reveal::{almost, reveal};

/// What a game is called besides its state.
#[derive(Debug, Clone, Copy)]
pub(in crate::bot) struct Sign<'s> {
    /// Its number.
    pub(in crate::bot) game: GameId,
    /// What it asks about; empty where it asks about everything.
    pub(in crate::bot) topic: &'s str,
    /// How many questions were asked for.
    pub(in crate::bot) wished: usize,
}

// A bar at the edge of each message; it says nothing that the words do not.
const OPEN: u32 = 0x4f_6b_d8;
const CLOSED: u32 = 0x8a_8a_8a;
const REVEAL: u32 = 0x2f_9e_6e;
const LOBBY: u32 = 0x3b_82_c4;
const PODIUM: u32 = 0xd4_a0_1e;

/// A message of one embed.
fn message(content: String, mut embed: Embed, colour: u32, rows: Vec<CreateActionRow>) -> Message {
    let clipped = embed.clip();
    Message {
        content: Some(content),
        embed: Some(embed.build(colour)),
        rows,
        clipped,
        ..Message::default()
    }
}

/// One button of a quiz.
fn button(game: GameId, does: Does, label: &str, style: ButtonStyle) -> CreateButton {
    press(&CustomId::Quiz(Quiz::new(game, does)), label, style)
}

/// One button.
fn press(id: &CustomId, label: &str, style: ButtonStyle) -> CreateButton {
    CreateButton::new(id.to_string()).label(label).style(style)
}

/// The letter of an option: A for the first.
pub(in crate::bot) fn letter(option: usize) -> char {
    char::from(b'A' + (option % 26) as u8)
}

/// A moment as every reader's own clock counts to it.
fn moment(at: Duration) -> String {
    format!("<t:{}:R>", at.as_secs_f64().round() as u64)
}

/// Lines of the notes, each as it stands there.
fn escaped(text: &str) -> String {
    text.lines()
        .map(escape::markdown)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Where a question comes from, in one line: title, headings, line.
fn place(source: &Source) -> String {
    let title = escape::plain(&source.title);
    let headings = source.headings.iter().map(|heading| escape::plain(heading));
    let mut parts: Vec<String> = headings.filter(|heading| *heading != title).collect();
    parts.insert(0, title);
    parts.push(format!("line {}", source.line));
    parts.join(", ")
}

/// `1 question`, `6 questions`.
fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
