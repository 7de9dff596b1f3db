//! One person's own place on a board, for them alone.

use super::about;
use crate::bot::custom_id::{BoardOf, By};
use crate::bot::draw::scores::{
    Embed, GOLD, Message, counted, medal, message, number, ordinal, period_name, right_of,
};
use crate::bot::draw::sentence;
use crate::store::{ENOUGH, Place};

/// One person's own place, private: the only place where a board tells them how much they had right.
pub(in crate::bot) fn my_place(
    of: &BoardOf,
    (topic, group): (Option<&str>, Option<&str>),
    (mine, players): (&Place, u64),
    before: Option<&Place>,
) -> Message {
    let tally = &mine.tally;
    let mut lines = vec![
        about(topic, group),
        format!(
            "**{}** in {}.",
            counted(tally.points, "point"),
            counted(tally.games, "game")
        ),
        format!("Right: {}.", right_of(tally)),
    ];
    if let Some(before) = before.filter(|_| of.by == By::Points) {
        let missing = before.tally.points.saturating_sub(tally.points);
        lines.push(format!(
            "{} to the {} place.",
            counted(missing, "point"),
            ordinal(before.rank)
        ));
    }
    lines.retain(|line| !line.is_empty());
    let embed = Embed {
        title: format!(
            "{}Your place, {}: {} of {}",
            medal(mine.rank),
            period_name(of.period),
            ordinal(mine.rank),
            number(players)
        ),
        description: lines.join("\n"),
        ..Embed::default()
    };
    message(embed, GOLD, Vec::new()).privately()
}

/// What somebody is told who is not on a board.
pub(in crate::bot) fn not_on_board(of: &BoardOf, is_hidden: bool) -> Message {
    if is_hidden {
        return sentence("You are hidden from the boards, as you wished. /privacy puts you back.");
    }
    let period = period_name(of.period);
    sentence(&match of.by {
        By::Accuracy => format!(
            "You are ranked by right answers from {ENOUGH} answers on, and have fewer that count for {period}. /quiz start begins a quiz."
        ),
        _ => format!(
            "You are not on this board, as you have no answers that count for {period}. Answer in a quiz with others: /quiz start begins one."
        ),
    })
}
