//! A question: the prompt, its options, and a row of buttons that a thumb can hit.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::{
    CLOSED, Embed, Message, OPEN, Sign, button, counted, escaped, letter, message, moment, press,
};
use crate::bot::custom_id::{CustomId, Does, Quiz};
use crate::bot::escape;
use crate::quiz::game::{Game, Phase};
use crate::quiz::question::{Form, Question};
use crate::store::GameId;

/// An option stands on its button whole where all of them are at most this long.
const SHORT: usize = 24;
/// The most that a title holds; a longer prompt opens the description.
const TITLE: usize = 256;

/// How a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::bot) enum Shown {
    /// As its phase says; while it is being posted, as if it opened now.
    Open {
        /// When it closes by the clock, if it has one.
        closes: Option<std::time::Duration>,
    },
    /// Its buttons are gone.
    Closed,
}

/// Question `round` of a game.
pub(in crate::bot) fn question(
    sign: &Sign<'_>,
    game: &Game,
    round: usize,
    shown: Shown,
) -> Message {
    let Some(question) = game.questions().get(round) else {
        return super::super::sentence("This question is gone.");
    };
    let number = format!("Question {} of {}", round + 1, game.questions().len());
    let typed = game.settings().is_typed(question);
    let mut embed = body(question, typed);
    embed.footer = footer(game, round, shown);
    let (content, colour, rows) = match shown {
        Shown::Closed => (format!("{number} · closed"), CLOSED, Vec::new()),
        Shown::Open { closes } => {
            let time = match (game.phase(), closes) {
                (Phase::Paused { .. }, _) => "paused, /quiz resume goes on".to_owned(),
                (_, None) => "no clock: it closes when all have answered".to_owned(),
                (_, Some(closes)) => {
                    let time = game.settings().time_for(question).unwrap_or_default();
                    format!(
                        "closes {} ({})",
                        moment(closes),
                        counted(time.as_secs() as usize, "second")
                    )
                }
            };
            let rows = rows(sign.game, round, question, typed, closes.is_none());
            (format!("{number} · {time}"), OPEN, rows)
        }
    };
    message(content, embed, colour, rows)
}

/// The question without anything that belongs to a game.
pub(super) fn body(question: &Question, typed: bool) -> Embed {
    let prompt = escaped(&question.prompt);
    let mut parts = Vec::new();
    let fits = prompt.chars().count() <= TITLE && !prompt.contains('\n');
    if !fits {
        parts.push(format!("**{}**", prompt.replace('\n', "**\n**")));
    }
    match &question.form {
        _ if typed => parts.push("Press *Answer*, or reply to this message.".to_owned()),
        Form::Choice { options, .. } => parts.push(listed(options)),
        Form::Order { items, .. } => {
            parts.push(
                items
                    .iter()
                    .map(|item| format!("- {}", escape::markdown(item)))
                    .collect::<Vec<_>>()
                    .join("\n"),
            );
            parts.push("Press *Answer* and put them in order, the earliest first.".to_owned());
        }
        Form::Typed => {}
    }
    Embed {
        title: if fits { prompt } else { String::new() },
        description: parts.join("\n\n"),
        ..Embed::default()
    }
}

/// Options with their letters, a line each.
fn listed(options: &[String]) -> String {
    options
        .iter()
        .enumerate()
        .map(|(index, option)| format!("**{}**\u{2003}{}", letter(index), escape::markdown(option)))
        .collect::<Vec<_>>()
        .join("\n")
}

fn footer(game: &Game, round: usize, shown: Shown) -> String {
    if let Some(closed) = game.rounds().get(round) {
        return match (closed.skipped, closed.marked.len()) {
            (true, _) => "Skipped.".to_owned(),
            (false, 0) => "Nobody has answered.".to_owned(),
            (false, 1) => "1 has answered.".to_owned(),
            (false, n) => format!("{n} have answered."),
        };
    }
    match game.progress() {
        _ if shown == Shown::Closed => String::new(),
        None | Some((0, 0)) => "Nobody has answered yet.".to_owned(),
        Some((n, all)) if all > n => format!("{n} of {all} have answered."),
        Some((1, _)) => "1 has answered.".to_owned(),
        Some((n, _)) => format!("{n} have answered."),
    }
}

fn rows(
    game: GameId,
    round: usize,
    question: &Question,
    typed: bool,
    without_clock: bool,
) -> Vec<CreateActionRow> {
    let round = round as u16;
    let buttons: Vec<CreateButton> = match &question.form {
        _ if typed => vec![button(
            game,
            Does::Type { round },
            "Answer",
            ButtonStyle::Primary,
        )],
        Form::Choice { options, .. } => choices(options, |choice| {
            CustomId::Quiz(Quiz::new(game, Does::Choose { round, choice }))
        }),
        Form::Order { .. } => vec![button(
            game,
            Does::Order {
                round,
                placed: Vec::new(),
            },
            "Answer",
            ButtonStyle::Primary,
        )],
        Form::Typed => Vec::new(),
    };
    let mut rows = vec![CreateActionRow::Buttons(buttons)];
    if without_clock {
        rows.push(CreateActionRow::Buttons(vec![button(
            game,
            Does::CloseNow { round },
            "Close now",
            ButtonStyle::Secondary,
        )]));
    }
    rows
}

/// A button for each option; `id` says what pressing one does.
pub(super) fn choices(options: &[String], id: impl Fn(u8) -> CustomId) -> Vec<CreateButton> {
    let labels: Vec<String> = options.iter().map(|option| escape::plain(option)).collect();
    let short = labels.iter().all(|label| label.chars().count() <= SHORT);
    labels
        .iter()
        .enumerate()
        .take(5)
        .map(|(index, label)| {
            let letter = letter(index);
            let label = match short {
                true => format!("{letter}: {label}"),
                false => letter.to_string(),
            };
            press(&id(index as u8), &label, ButtonStyle::Secondary)
        })
        .collect()
}

/// The private message in which a player of a game puts items in order; `placed` stand already.
pub(in crate::bot) fn ordering(
    game: GameId,
    round: usize,
    question: &Question,
    placed: &[u8],
) -> Message {
    let round = round as u16;
    ordering_of(question, placed, |placed| {
        CustomId::Quiz(Quiz::new(game, Does::Order { round, placed }))
    })
}

/// A message in which items are put in order; `id` says what a button does that leads to these being placed.
pub(super) fn ordering_of(
    question: &Question,
    placed: &[u8],
    id: impl Fn(Vec<u8>) -> CustomId,
) -> Message {
    let items: &[String] = match &question.form {
        Form::Order { items, .. } => items,
        Form::Choice { .. } | Form::Typed => &[],
    };
    let mut rows: Vec<CreateActionRow> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let index = index as u8;
        if placed.contains(&index) {
            continue;
        }
        let label = super::super::label(item, super::super::LABEL);
        let next = placed.iter().copied().chain([index]).collect();
        rows.push(CreateActionRow::Buttons(vec![press(
            &id(next),
            &label,
            ButtonStyle::Secondary,
        )]));
    }
    let is_done = rows.is_empty();
    if !placed.is_empty() {
        let again = press(&id(Vec::new()), "Start again", ButtonStyle::Danger);
        match rows.pop() {
            // Discord takes five rows; the last one has room for another button.
            Some(CreateActionRow::Buttons(mut last)) if rows.len() == 4 => {
                last.push(again);
                rows.push(CreateActionRow::Buttons(last));
            }
            last => {
                rows.extend(last);
                rows.push(CreateActionRow::Buttons(vec![again]));
            }
        }
    }
    let stand = standing(items, placed);
    let embed = Embed {
        title: "The earliest first".to_owned(),
        description: match stand.is_empty() {
            true => "Press the events in the order in which they happened.".to_owned(),
            false => stand.join("\n"),
        },
        ..Embed::default()
    };
    let content = match is_done {
        true => "Saved. You can change it until the question closes.",
        false => "",
    };
    message(content.to_owned(), embed, OPEN, rows).privately()
}

/// Items in their places, a numbered line each.
fn standing(items: &[String], placed: &[u8]) -> Vec<String> {
    let texts = placed
        .iter()
        .filter_map(|&item| items.get(usize::from(item)));
    texts
        .zip(1..)
        .map(|(item, place)| format!("{place}\\. {}", escape::markdown(item)))
        .collect()
}
