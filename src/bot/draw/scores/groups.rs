//! The study groups of a server as a list, and the question whether one is to be taken away.

use serenity::all::{ButtonStyle, CreateActionRow};

use super::super::sentence;
use super::{BLUE, Embed, Message, button, counted, message, shown};
use crate::bot::custom_id::Boards;
use crate::store::Group;

/// The most groups that are listed by name.
const LISTED: usize = 40;

/// A server's study groups; `own` are those of who asks.
pub(in crate::bot) fn listed(groups: &[Group], own: &[Group]) -> Message {
    if groups.is_empty() {
        return sentence("There are no study groups here yet. /group create makes one.");
    }
    let line = |group: &Group| {
        let is_own = own.iter().any(|one| one.id == group.id);
        format!(
            "- **{}**: {}{}",
            shown(&group.name),
            counted(group.members, "member"),
            if is_own { ", you among them" } else { "" }
        )
    };
    let mut lines: Vec<String> = groups.iter().take(LISTED).map(line).collect();
    if let Some(more) = groups.len().checked_sub(LISTED).filter(|more| *more > 0) {
        lines.push(format!("- and {more} more; type a name to find them"));
    }
    let embed = Embed {
        title: "Study groups".to_owned(),
        description: lines.join("\n"),
        footer: "/group join and /group leave, /group board for their scores".to_owned(),
        ..Embed::default()
    };
    message(embed, BLUE, Vec::new()).privately()
}

/// Asks whether a group is to be taken away.
pub(in crate::bot) fn remove(group: &Group) -> Message {
    let embed = Embed {
        title: format!("Remove {}?", shown(&group.name)),
        description: format!(
            "It has {}. They keep their points; who was in it is forgotten.",
            counted(group.members, "member")
        ),
        ..Embed::default()
    };
    let yes = button(
        Boards::Remove(group.id),
        "Remove the group",
        ButtonStyle::Danger,
    );
    message(embed, BLUE, vec![CreateActionRow::Buttons(vec![yes])]).privately()
}
