//! The forms of a quiz: for a typed answer, and for a report.

use serenity::all::{
    ActionRowComponent, CreateActionRow, CreateInputText, CreateModal, InputTextStyle,
    ModalInteraction,
};

use crate::bot::custom_id::{CustomId, Quiz};
use crate::bot::{draw, escape};
use crate::quiz::question::Question;

/// Discord's limits of forms.
const PLACEHOLDER: usize = 100;
const LONGEST_ANSWER: u16 = 200;
const LONGEST_REASON: u16 = 500;

/// The names of the fields of forms.
const ANSWER: &str = "answer";
pub(super) const REASON: &str = "reason";

/// The form for a typed answer to a question of a game.
pub(super) fn form_of(id: &Quiz, round: u16, question: &Question) -> CreateModal {
    let title = format!("Question {}", round + 1);
    answer_form(&CustomId::Quiz(id.clone()), title, question)
}

/// The form for a typed answer; it repeats the question.
pub(in crate::bot::presses) fn answer_form(
    id: &CustomId,
    title: String,
    question: &Question,
) -> CreateModal {
    let prompt = escape::plain(&question.prompt);
    let mut placeholder = prompt.clone();
    let is_long = draw::cut(&mut placeholder, PLACEHOLDER);
    let answer = CreateInputText::new(InputTextStyle::Short, "Your answer", ANSWER)
        .placeholder(placeholder)
        .max_length(LONGEST_ANSWER);
    let mut rows = vec![CreateActionRow::InputText(answer)];
    if is_long {
        // What does not fit above the line to write on stands whole below it.
        let whole = CreateInputText::new(InputTextStyle::Paragraph, "The question", "question")
            .value(prompt)
            .required(false);
        rows.push(CreateActionRow::InputText(whole));
    }
    CreateModal::new(id.to_string(), title).components(rows)
}

/// What was typed into the form of an answer.
pub(in crate::bot::presses) fn typed_answer(interaction: &ModalInteraction) -> String {
    field(interaction, ANSWER)
}

pub(super) fn report_form(id: &Quiz) -> CreateModal {
    let reason = CreateInputText::new(
        InputTextStyle::Paragraph,
        "What is wrong with this question?",
        REASON,
    )
    .placeholder("Two answers are right, the date is off, it makes no sense …")
    .max_length(LONGEST_REASON);
    CreateModal::new(CustomId::Quiz(id.clone()).to_string(), "Report a question")
        .components(vec![CreateActionRow::InputText(reason)])
}

/// What stands in a field of a form.
pub(in crate::bot::presses) fn field(interaction: &ModalInteraction, name: &str) -> String {
    let parts = interaction
        .data
        .components
        .iter()
        .flat_map(|row| &row.components);
    let mut inputs = parts.filter_map(|part| match part {
        ActionRowComponent::InputText(input) if input.custom_id == name => input.value.clone(),
        _ => None,
    });
    inputs.next().unwrap_or_default()
}
