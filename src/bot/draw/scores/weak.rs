//! What a server gets wrong most, and the way to a quiz on it.

use serenity::all::{
    ButtonStyle, CreateActionRow, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
};

use super::super::sentence;
use super::{BLUE, Embed, Message, button, columns, message, number};
use crate::bot::custom_id::{Boards, CustomId, key_of_topic};
use crate::bot::escape;
use crate::store::{ENOUGH, Weak};

/// How long the name of a section may be.
const SECTION: usize = 120;
/// Discord's limit of a menu's options.
const OPTION: usize = 100;

/// What a server gets wrong, the largest share first.
pub(in crate::bot) fn weak(weak: &[Weak]) -> Message {
    if weak.is_empty() {
        return sentence(&format!(
            "Nothing stands out yet: a part of the notes is listed here from {ENOUGH} answers on, when some of them were wrong. /quiz start begins a quiz."
        ));
    }
    let mut rows = vec![(vec!["wrong".to_owned()], String::new())];
    rows.extend(weak.iter().map(|one| {
        let cell = format!("{} of {}", number(one.wrong), number(one.answers));
        (vec![cell], section(one))
    }));
    let embed = Embed {
        title: "What this server gets wrong most".to_owned(),
        description: columns(&rows),
        footer: format!("Parts of the notes with at least {ENOUGH} answers. Nobody is named."),
        ..Embed::default()
    };
    message(embed, BLUE, vec![quiz(weak)])
}

/// Where it stands: note and heading, each once, and the topic where it says more.
fn section(one: &Weak) -> String {
    let mut note = escape::plain(&one.note);
    super::super::cut(&mut note, SECTION);
    let mut told = format!("**{}**", escape::markdown(&note));
    let heading = escape::plain(&one.heading);
    if !heading.is_empty() && heading != note {
        let mut heading = heading;
        super::super::cut(&mut heading, SECTION);
        told.push_str(&format!(", {}", escape::markdown(&heading)));
    }
    let topic = escape::plain(&one.topic);
    if topic != note {
        told.push_str(&format!(" ({})", escape::markdown(&topic)));
    }
    told
}

/// One button where all is of one topic, a menu where there are several.
fn quiz(weak: &[Weak]) -> CreateActionRow {
    let mut topics: Vec<&str> = Vec::new();
    for one in weak {
        if !topics.contains(&one.topic.as_str()) {
            topics.push(&one.topic);
        }
    }
    if let [only] = topics.as_slice() {
        let does = Boards::Quiz(key_of_topic(only));
        return CreateActionRow::Buttons(vec![button(
            does,
            "Quiz us on this",
            ButtonStyle::Success,
        )]);
    }
    let options = topics
        .into_iter()
        .map(|topic| {
            let label = super::super::label(topic, OPTION);
            CreateSelectMenuOption::new(label, key_of_topic(topic).to_string())
        })
        .collect();
    let id = CustomId::Boards(Boards::QuizMenu).to_string();
    CreateActionRow::SelectMenu(
        CreateSelectMenu::new(id, CreateSelectMenuKind::String { options })
            .placeholder("Quiz us on this"),
    )
}
