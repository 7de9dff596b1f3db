//! The reveal: what was right, why, where it stands, and how many chose what. It names nobody.

use serenity::all::{ButtonStyle, CreateActionRow};

use super::{
    Embed, Message, REVEAL, Sign, button, counted, escaped, letter, message, moment, place,
};
use crate::bot::custom_id::Does;
use crate::bot::escape;
use crate::quiz::game::score::{Answer, Marked};
use crate::quiz::game::{Game, Phase};
use crate::quiz::judge::Verdict;
use crate::quiz::question::{Form, Question};

const WARNING: &str =
    "Nobody answered two questions in a row. If nobody answers the next one, the quiz ends.";

/// The reveal of closed question `round`.
pub(in crate::bot) fn reveal(sign: &Sign<'_>, game: &Game, round: usize, warning: bool) -> Message {
    let (Some(question), Some(closed)) = (game.questions().get(round), game.rounds().get(round))
    else {
        return super::super::sentence("This question is gone.");
    };
    let is_last = round + 1 == game.questions().len();
    let mut content = match game.phase() {
        Phase::Reveal { until } if is_last => format!("Result: {}", moment(*until)),
        Phase::Reveal { until } => format!("Next question: {}", moment(*until)),
        Phase::Lobby { .. }
        | Phase::LeadIn { .. }
        | Phase::Asking
        | Phase::Open(_)
        | Phase::Paused { .. }
        | Phase::Over(_) => String::new(),
    };
    if warning {
        content = format!("{WARNING}\n{content}");
    }
    let mut embed = answer(question);
    let told = match closed.skipped {
        true => "Skipped: it counts for nobody.".to_owned(),
        false => counts(question, &closed.marked),
    };
    embed.fields.push((format!("Question {}", round + 1), told));
    let report = button(
        sign.game,
        Does::Report {
            round: round as u16,
        },
        "Report",
        ButtonStyle::Secondary,
    );
    message(
        content,
        embed,
        REVEAL,
        vec![CreateActionRow::Buttons(vec![report])],
    )
}

/// What somebody is told alone whose typed answer was near.
pub(in crate::bot) fn almost(question: &Question, typed: &str) -> Message {
    let (typed, answer) = (typed.trim(), question.answer());
    super::super::sentence(&format!(
        "Almost: you wrote “{typed}”, and the answer is {answer}. It does not count, but you were near."
    ))
}

/// What is right, why, and where it stands.
pub(super) fn answer(question: &Question) -> Embed {
    let right = match &question.form {
        Form::Choice { options, right } => {
            let right = usize::from(*right);
            let option = options.get(right).map_or("", String::as_str);
            format!("{}: {}", letter(right), escape::markdown(option))
        }
        Form::Order { .. } | Form::Typed => escape::markdown(&question.answer()),
    };
    let explanation = escaped(&question.explanation);
    let title = format!("✓ {right}");
    let fits = title.chars().count() <= 256;
    Embed {
        description: match fits {
            true => explanation,
            false => format!("**{title}**\n\n{explanation}"),
        },
        title: if fits { title } else { String::new() },
        footer: place(&question.source),
        ..Embed::default()
    }
}

fn counts(question: &Question, marked: &[Marked]) -> String {
    if marked.is_empty() {
        return "Nobody answered.".to_owned();
    }
    let right = marked
        .iter()
        .filter(|row| row.verdict == Verdict::Right)
        .count();
    let all = marked.len();
    let mut told = match right {
        _ if all == 1 && right == 1 => "The one answer was right.".to_owned(),
        _ if all == 1 => "The one answer was not right.".to_owned(),
        n if n == all => format!("All {all} answers were right."),
        0 => format!("None of {all} answers was right."),
        n => format!("{n} of {} right.", counted(all, "answer")),
    };
    if let Form::Choice { options, right } = &question.form {
        let chosen = |option: usize| {
            let this = Answer::Choice(option as u8);
            marked.iter().filter(|row| row.answer == this).count()
        };
        let by_option: Vec<String> = (0..options.len())
            .map(|option| match option == usize::from(*right) {
                true => format!("**{} {}**", letter(option), chosen(option)),
                false => format!("{} {}", letter(option), chosen(option)),
            })
            .collect();
        told = format!("{told}\n{}", by_option.join(" · "));
    }
    told
}
