//! The podium of a season.

use super::Message;
use super::embed::Embed;
use crate::store::Board;

const COLOUR: u32 = 0xd4_a0_1e;

/// The first page of a season's board, for everybody.
pub(in crate::bot) fn season_podium(number: u32, board: &Board) -> Message {
    let lines: Vec<String> = board
        .places
        .iter()
        .map(|place| {
            let tally = place.tally;
            let line = format!(
                "{}. <@{}>: **{}**, {}",
                place.rank,
                place.player.0,
                counted(tally.points, "point"),
                counted(tally.games, "quiz"),
            );
            match place.rank {
                1..=3 => line,
                _ => line.replace("**", ""),
            }
        })
        .collect();
    let mut description = match lines.is_empty() {
        true => "Nobody has scored in this season.".to_owned(),
        false => lines.join("\n"),
    };
    let listed = board.places.len() as u64;
    if board.players > listed {
        description += &format!("\n… and {} more", board.players - listed);
    }
    let mut embed = Embed {
        title: format!("Season {number} is over"),
        description,
        footer: format!("Season {} has begun: everybody starts at zero.", number + 1),
        ..Embed::default()
    };
    let clipped = embed.clip();
    Message {
        embed: Some(embed.build(COLOUR)),
        clipped,
        ..Message::default()
    }
}

fn counted(n: u64, what: &str) -> String {
    match (n, what) {
        (1, what) => format!("1 {what}"),
        (n, "quiz") => format!("{n} quizzes"),
        (n, what) => format!("{n} {what}s"),
    }
}
