//! What a person is told about their own data, in plain words. Private.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::embed::Embed;
use super::{File, Message};
use crate::bot::custom_id::{CustomId, Privacy};
use crate::config;

const COLOUR: u32 = 0x5b_6c_8f;

/// What is kept, for how long, and who can see what.
pub(in crate::bot) fn about(kept: &config::Privacy, hidden: bool) -> Message {
    let answers = days(kept.answer_retention);
    let servers = days(kept.server_retention);
    let fields = [
        (
            "What is kept",
            "Your Discord number, and with it: your answers in quizzes, points and totals of them, the quizzes that you started, your \
             study groups, and reports that you sent. Not your name, not your messages, nothing of /practice and of look-ups."
                .to_owned(),
        ),
        (
            "For how long",
            format!(
                "Single answers for {answers}; then they are added to totals, which stay. What you typed in a quiz is cleared away \
                 within a day or two of its end. When Clio is removed from a server, all that is kept of it is deleted after {servers}."
            ),
        ),
        (
            "Who can see what",
            "Everybody in a server: your points, games and streak there, and your place at the end of a quiz; never what you \
             answered, unless you reply to a question where all can read it. You alone: what you got wrong, your accuracy, your \
             weak topics. Moderators: the reports that you sent. Whoever runs this Clio can read its database."
                .to_owned(),
        ),
        (
            "What you can do",
            "Get all of it as a file, stand on no board, or delete it everywhere. The buttons below do it, and so do /privacy export, \
             hide, show and delete."
                .to_owned(),
        ),
    ];
    let (label, does) = match hidden {
        true => ("Put me back on boards", Privacy::Show),
        false => ("Take me off boards", Privacy::Hide),
    };
    let footer = match hidden {
        true => "You are on no board just now.",
        false => "You are on the boards of your servers.",
    };
    let description = fields
        .iter()
        .map(|(title, text)| format!("**{title}**\n{text}"))
        .collect::<Vec<_>>()
        .join("\n\n");
    let embed = Embed {
        title: "What Clio keeps of you".to_owned(),
        description,
        footer: footer.to_owned(),
        ..Embed::default()
    };
    private(
        embed,
        vec![
            button(Privacy::Export, "Get my data", ButtonStyle::Primary),
            button(does, label, ButtonStyle::Secondary),
            button(Privacy::AskDelete, "Delete my data", ButtonStyle::Danger),
        ],
    )
}

/// The file with everything that names a person.
pub(in crate::bot) fn exported(file: File) -> Message {
    Message {
        content: Some(
            "This is everything that Clio keeps of you, in every server. Only you see this message."
                .to_owned(),
        ),
        files: vec![file],
        private: true,
        ..Message::default()
    }
}

/// A person is on no board now, or back.
pub(in crate::bot) fn hidden(hides: bool) -> Message {
    let (text, label, does) = match hides {
        true => (
            "You are on no board any more, in any server. Your points still count for your own profile.",
            "Put me back on boards",
            Privacy::Show,
        ),
        false => (
            "You are on the boards of your servers again.",
            "Take me off boards",
            Privacy::Hide,
        ),
    };
    said(text, vec![button(does, label, ButtonStyle::Secondary)])
}

/// Asks whether everything shall be deleted.
pub(in crate::bot) fn ask_delete() -> Message {
    said(
        "Delete everything that Clio keeps of you, in every server? Points, games, streaks, study groups and reports go; old answers stay \
         as numbers that name nobody. This cannot be taken back. A quiz that is running now still knows you until its end, and what you \
         answer from now on is kept anew.",
        vec![
            button(Privacy::Delete, "Delete everything", ButtonStyle::Danger),
            button(Privacy::About, "Keep it", ButtonStyle::Secondary),
        ],
    )
}

/// Everything is deleted.
pub(in crate::bot) fn deleted() -> Message {
    said(
        "Everything that Clio kept of you is deleted, in every server. What stands in messages of Discord, such as old podiums, stays there.",
        Vec::new(),
    )
}

/// What is said once, with the first Join or answer.
pub(in crate::bot) const ONCE: &str = "Your answers are kept for your scores: /privacy shows what is kept, and deletes it when you want.";

fn said(text: &str, buttons: Vec<CreateButton>) -> Message {
    let rows = match buttons.is_empty() {
        true => Vec::new(),
        false => vec![CreateActionRow::Buttons(buttons)],
    };
    Message {
        content: Some(text.to_owned()),
        rows,
        private: true,
        ..Message::default()
    }
}

fn private(mut embed: Embed, buttons: Vec<CreateButton>) -> Message {
    let clipped = embed.clip();
    Message {
        embed: Some(embed.build(COLOUR)),
        rows: vec![CreateActionRow::Buttons(buttons)],
        private: true,
        clipped,
        ..Message::default()
    }
}

fn button(does: Privacy, label: &str, style: ButtonStyle) -> CreateButton {
    CreateButton::new(CustomId::Privacy(does).to_string())
        .label(label)
        .style(style)
}

fn days(n: u16) -> String {
    match n {
        1 => "a day".to_owned(),
        n => format!("{n} days"),
    }
}
