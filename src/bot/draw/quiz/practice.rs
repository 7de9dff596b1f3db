//! A practice drawn: its question, what was right, its end. Private, all of it.

use serenity::all::{ButtonStyle, CreateActionRow, CreateButton};

use super::question::{body, choices, ordering_of};
use super::reveal::answer;
use super::{Embed, Message, OPEN, PODIUM, REVEAL, given, message, press};
use crate::bot::custom_id::{CustomId, Practice, SEEDS, Step};
use crate::quiz::game::score::Answer;
use crate::quiz::judge::Verdict;
use crate::quiz::question::{Form, Question};

/// An answered question.
#[derive(Debug, Clone, Copy)]
pub(in crate::bot) struct Outcome<'q> {
    pub(in crate::bot) question: &'q Question,
    /// None where the answer was only to be shown.
    pub(in crate::bot) answer: Option<&'q Answer>,
    pub(in crate::bot) verdict: Option<Verdict>,
}

/// The question that a practice is at, of `n`.
pub(in crate::bot) fn question(practice: &Practice, question: &Question, n: usize) -> Message {
    let mut embed = body(question, false);
    if matches!(question.form, Form::Typed) {
        embed.description = [embed.description.as_str(), "Press *Answer* and type."]
            .join("\n\n")
            .trim()
            .to_owned();
    }
    embed.footer = "Only you see this. There is no clock.".to_owned();
    let mut buttons = match &question.form {
        Form::Choice { options, .. } => choices(options, |choice| {
            CustomId::Practice(practice.doing(Step::Choose(choice)))
        }),
        Form::Order { .. } => vec![to(
            practice,
            Step::Order(Vec::new()),
            "Answer",
            ButtonStyle::Primary,
        )],
        Form::Typed => vec![to(practice, Step::Type, "Answer", ButtonStyle::Primary)],
    };
    let show = to(practice, Step::Show, "Show me", ButtonStyle::Secondary);
    let rows = match buttons.len() {
        5.. => vec![
            CreateActionRow::Buttons(buttons),
            CreateActionRow::Buttons(vec![show]),
        ],
        _ => {
            buttons.push(show);
            vec![CreateActionRow::Buttons(buttons)]
        }
    };
    let number = format!("Practice, question {} of {n}", practice.at + 1);
    message(number, embed, OPEN, rows).privately()
}

/// Items put in order one by one; `placed` stand already.
pub(in crate::bot) fn ordering(practice: &Practice, question: &Question, placed: &[u8]) -> Message {
    ordering_of(question, placed, |placed| {
        CustomId::Practice(practice.doing(Step::Order(placed)))
    })
    .privately()
}

/// What was right, where it stands, and the way on; `practice` is at the next question already.
pub(in crate::bot) fn told(practice: &Practice, outcome: &Outcome<'_>, n: usize) -> Message {
    let question = outcome.question;
    let mut embed = answer(question);
    let verdict = match outcome.verdict {
        Some(Verdict::Right) => "Right.",
        Some(Verdict::Almost) => "Almost: look at the spelling.",
        Some(Verdict::Wrong) => "Not this time.",
        None => "",
    };
    let asked = body(question, false);
    let prompt = match asked.title.is_empty() {
        true => asked.description,
        false => asked.title,
    };
    let mut parts = vec![prompt];
    if let Some(answer) = outcome.answer {
        parts.push(format!("You: {}", given(question, answer)));
    }
    if !embed.title.is_empty() {
        parts.push(format!("**{}**", embed.title));
    }
    parts.push(std::mem::take(&mut embed.description));
    embed.title = verdict.to_owned();
    parts.retain(|part| !part.is_empty());
    embed.description = parts.join("\n\n");
    let is_last = usize::from(practice.at) >= n;
    let label = if is_last { "Result" } else { "Next question" };
    let next = to(practice, Step::Ask, label, ButtonStyle::Primary);
    let number = format!("Practice, question {} of {n}", practice.at);
    let rows = vec![CreateActionRow::Buttons(vec![next])];
    message(number, embed, REVEAL, rows).privately()
}

/// The end of a practice of `n` questions.
pub(in crate::bot) fn over(practice: &Practice, n: usize) -> Message {
    let embed = Embed {
        title: format!("{} of {n} right", practice.right),
        description: match usize::from(practice.right) {
            right if right == n => "All of them. Time for another topic.",
            right if right * 2 >= n => "More than half already. Once more, and the rest follows.",
            _ => "Read the notes again, and come back: what you missed comes in another order.",
        }
        .to_owned(),
        ..Embed::default()
    };
    let again = Practice {
        at: 0,
        right: 0,
        check: 0,
        // Another order: any other seed will do.
        seed: (practice.seed + 7_919) % SEEDS,
        ..practice.clone()
    };
    let again = to(&again, Step::Ask, "Practise again", ButtonStyle::Success);
    let rows = vec![CreateActionRow::Buttons(vec![again])];
    message("Practice".to_owned(), embed, PODIUM, rows).privately()
}

fn to(practice: &Practice, does: Step, label: &str, style: ButtonStyle) -> CreateButton {
    press(&CustomId::Practice(practice.doing(does)), label, style)
}
