//! What was earned, drawn: boards, profiles, study groups, and what a server gets wrong.
//!
//! Numbers stand in a column of their own in front of the names, so that names of any script and length leave the columns straight,
//! and a line that is too long for a phone breaks within the name.

mod board;
mod groups;
mod profile;
mod weak;

#[cfg(test)]
mod tests;

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::Message;
use super::embed::Embed;
use crate::bot::custom_id::{Boards, CustomId};
use crate::bot::escape;
use crate::bot::names::Known;
use crate::quiz::Player;
use crate::store::{Period, Tally};

pub(in crate::bot) use board::{Drawn, Rows, board, my_place, not_on_board};
pub(in crate::bot) use groups::{listed, remove};
pub(in crate::bot) use profile::{other, own};
pub(in crate::bot) use weak::weak;

/// Names on a board are no longer than Discord lets nicknames be.
const NAME: usize = 32;

// A bar at the edge of each message; it says nothing that the words do not.
const GOLD: u32 = 0xd4_a0_1e;
const BLUE: u32 = 0x4f_6b_d8;

/// A message of one embed.
fn message(mut embed: Embed, colour: u32, rows: Vec<CreateActionRow>) -> Message {
    let clipped = embed.clip();
    Message {
        embed: Some(embed.build(colour)),
        rows,
        clipped,
        ..Message::default()
    }
}

fn button(does: Boards, label: &str, style: ButtonStyle) -> CreateButton {
    CreateButton::new(CustomId::Boards(does).to_string())
        .label(label)
        .style(style)
}

/// What a period is called: "this week".
pub(in crate::bot) fn period_name(period: Period) -> String {
    match period {
        Period::Season => "this season".to_owned(),
        Period::OneSeason(number) => format!("season {number}"),
        Period::Month => "this month".to_owned(),
        Period::Week => "this week".to_owned(),
        Period::Day => "today".to_owned(),
        Period::ThirtyDays => "the last 30 days".to_owned(),
        Period::All => "all time".to_owned(),
    }
}

/// Somebody's name, escaped; who could not be asked for is mentioned, which the reader's own Discord turns into a name where it can.
fn named(known: &Known, player: Player) -> String {
    let name = known.get(&player).cloned().unwrap_or_default();
    let text = name.text.map(|text| shown(&text));
    match (text.filter(|text| !text.is_empty()), name.left) {
        (Some(text), false) => format!("**{text}**"),
        (Some(text), true) => format!("**{text}** (left the server)"),
        (None, false) => format!("<@{}>", player.0),
        (None, true) => "somebody who left the server".to_owned(),
    }
}

/// A name that somebody gave, in one line and no longer than [`NAME`].
fn shown(name: &str) -> String {
    let mut plain = escape::plain(name);
    super::cut(&mut plain, NAME);
    escape::markdown(&plain)
}

/// `1,240`.
fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 point`, `1,240 points`.
pub(super) fn counted(n: u64, what: &str) -> String {
    format!("{} {what}{}", number(n), if n == 1 { "" } else { "s" })
}

/// `1st`, `2nd`, `11th`.
fn ordinal(n: u64) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{}{ending}", number(n))
}

/// A sign for the first three; nothing that the rank beside it does not say.
fn medal(rank: u64) -> &'static str {
    match rank {
        1 => "🥇 ",
        2 => "🥈 ",
        3 => "🥉 ",
        _ => "",
    }
}

/// `45 of 60, 75 %`.
fn right_of(tally: &Tally) -> String {
    let (right, answers) = (number(tally.right), number(tally.answers));
    match tally.accuracy() {
        Some(share) => format!("{right} of {answers}, {share} %"),
        None => format!("{right} of {answers}"),
    }
}

/// Rows of columns, each in one piece of code in front of what it tells of; the first row is the names of the columns.
///
/// The blanks do not break: Discord's phones would else drop those at the edges.
fn columns(rows: &[(Vec<String>, String)]) -> String {
    let n_columns = rows.first().map_or(0, |(cells, _)| cells.len());
    let widths: Vec<usize> = (0..n_columns)
        .map(|column| {
            let cells = rows.iter().map(|(cells, _)| super::length(&cells[column]));
            cells.max().unwrap_or(0)
        })
        .collect();
    let line = |(cells, told): &(Vec<String>, String)| {
        let cells: Vec<String> = cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| {
                "\u{a0}".repeat(width - super::length(cell)) + &cell.replace(' ', "\u{a0}")
            })
            .collect();
        let line = format!("`{}` {told}", cells.join("\u{a0}\u{a0}"));
        line.trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
