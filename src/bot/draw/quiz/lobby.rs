//! The lobby: what will be played, who is in, and the buttons to join.

use serenity::all::{ButtonStyle, CreateActionRow};

use super::{Embed, LOBBY, Message, Sign, button, counted, message, moment};
use crate::bot::custom_id::Does;
use crate::bot::escape;
use crate::quiz::game::settings::{Answers, Mode, Seconds};
use crate::quiz::game::{Game, Phase};

/// The lobby of a game as it stands; without buttons once the lead-in has begun.
pub(in crate::bot) fn lobby(sign: &Sign<'_>, game: &Game) -> Message {
    let (content, open) = match game.phase() {
        Phase::Lobby { until } => (format!("A quiz begins {}.", moment(*until)), true),
        Phase::LeadIn { until } => (
            format!("The first question comes {}.", moment(*until)),
            false,
        ),
        Phase::Paused { .. } => (
            "The quiz is paused. /quiz resume goes on.".to_owned(),
            false,
        ),
        Phase::Asking | Phase::Open(_) | Phase::Reveal { .. } => {
            ("The quiz has begun.".to_owned(), false)
        }
        Phase::Over(_) => ("The quiz is over.".to_owned(), false),
    };
    let embed = Embed {
        title: match sign.topic {
            "" => "Quiz".to_owned(),
            topic => format!("Quiz: {}", escape::markdown(topic)),
        },
        description: description(sign, game),
        footer: match joined(game) {
            0 => "Nobody has joined yet. Who does not join may answer all the same.".to_owned(),
            1 => "1 has joined. Who does not join may answer all the same.".to_owned(),
            n => format!("{n} have joined. Who does not join may answer all the same."),
        },
        ..Embed::default()
    };
    message(content, embed, LOBBY, rows(sign, game, open))
}

fn rows(sign: &Sign<'_>, game: &Game, open: bool) -> Vec<CreateActionRow> {
    if !open {
        return Vec::new();
    }
    let mut buttons = vec![
        button(sign.game, Does::Join, "Join", ButtonStyle::Success),
        button(sign.game, Does::StartNow, "Start now", ButtonStyle::Primary),
    ];
    let has_clock = game.settings().seconds != Seconds::Unlimited;
    if has_clock && !game.settings().more_time {
        buttons.push(button(
            sign.game,
            Does::MoreTime,
            "More time",
            ButtonStyle::Secondary,
        ));
    }
    vec![CreateActionRow::Buttons(buttons)]
}

fn description(sign: &Sign<'_>, game: &Game) -> String {
    let n = game.questions().len();
    let mut lines = Vec::new();
    if n < sign.wished {
        lines.push(format!("Only {} on this topic.", counted(n, "question")));
    }
    let settings = game.settings();
    let time = match settings.seconds {
        Seconds::Auto => "time by the length of the question".to_owned(),
        Seconds::Fixed(seconds) => format!("{seconds} seconds each"),
        Seconds::Unlimited => "no clock".to_owned(),
    };
    let answers = match settings.answers {
        Answers::Buttons => "",
        Answers::Typed => ", answers typed",
    };
    let mode = match settings.mode {
        Mode::Study => "10 points for a right answer, however late",
        Mode::Race => "10 points for a right answer, and up to 5 more for speed",
    };
    lines.push(format!(
        "{}, {time}{answers}. {mode}.",
        counted(n, "question")
    ));
    if settings.more_time {
        lines.push("Every question stays open half as long again.".to_owned());
    }
    lines.push(format!("Started by <@{}>.", game.host().0));
    lines.join("\n")
}

fn joined(game: &Game) -> usize {
    game.seats().values().filter(|seat| seat.joined).count()
}

/// Asks whether a game goes on that was left alone for too long.
pub(in crate::bot) fn away(sign: &Sign<'_>, game: &Game) -> Message {
    let standings = super::podium::standings(game);
    let embed = Embed {
        title: "Clio was away. Play on?".to_owned(),
        description: match standings.is_empty() {
            true => "Nobody had points yet.".to_owned(),
            false => standings,
        },
        footer: format!(
            "{} of {} were played.",
            game.rounds().len(),
            counted(game.questions().len(), "question")
        ),
        ..Embed::default()
    };
    let row = CreateActionRow::Buttons(vec![button(
        sign.game,
        Does::PlayOn,
        "Play on",
        ButtonStyle::Primary,
    )]);
    message(String::new(), embed, LOBBY, vec![row])
}
