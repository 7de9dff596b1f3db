//! Answers as Discord takes them: JSON, with files beside it.

use reqwest::multipart::{Form, Part};
use serenity::all::{
    AutocompleteChoice, CreateAllowedMentions, CreateAttachment, CreateAutocompleteResponse,
    CreateInteractionResponse, CreateInteractionResponseMessage,
};

use super::Answer;
use crate::answers::Choice;
use crate::bot::draw::{self, File, Message};
use crate::bot::escape;

/// Discord takes 25 choices of 100 characters.
const CHOICES: usize = 25;
const CHOICE: usize = 100;

/// Files as Discord takes them: each a part, beside the message as JSON.
pub(super) fn form(body: Vec<u8>, files: &[File]) -> Form {
    let json = Part::bytes(body)
        .mime_str("application/json")
        .expect("it is a media type");
    let mut form = Form::new().part("payload_json", json);
    for (number, file) in files.iter().enumerate() {
        let part = Part::bytes(file.bytes.clone()).file_name(file.name.clone());
        form = form.part(format!("files[{number}]"), part);
    }
    form
}

/// The body of an answer. A message that is made anew loses the picture of what it showed before.
pub(super) fn json(answer: Answer, files: &[File]) -> serde_json::Result<Vec<u8>> {
    let is_emptied = matches!(answer, Answer::Replace(_)) && files.is_empty();
    let response = response(answer, files);
    if !is_emptied {
        return serde_json::to_vec(&response);
    }
    let mut body = serde_json::to_value(response)?;
    body["data"]["attachments"] = serde_json::json!([]);
    serde_json::to_vec(&body)
}

fn response(answer: Answer, files: &[File]) -> CreateInteractionResponse {
    match answer {
        Answer::Show(message) => {
            let private = message.private;
            CreateInteractionResponse::Message(body(message, files).ephemeral(private))
        }
        Answer::Replace(message) => CreateInteractionResponse::UpdateMessage(body(message, files)),
        Answer::Choices(choices) => CreateInteractionResponse::Autocomplete(choices),
        Answer::Form(form) => CreateInteractionResponse::Modal(form),
    }
}

/// `choices` as far as Discord takes them.
pub(in crate::bot) fn choices(choices: Vec<Choice>) -> CreateAutocompleteResponse {
    CreateAutocompleteResponse::new().set_choices(
        choices
            .into_iter()
            .filter_map(choice)
            .take(CHOICES)
            .collect(),
    )
}

/// `None` for a choice that Discord would refuse, which would lose all the others.
fn choice(choice: Choice) -> Option<AutocompleteChoice> {
    let mut name = escape::plain(&choice.name);
    draw::cut(&mut name, CHOICE);
    let fits =
        !name.is_empty() && !choice.value.is_empty() && choice.value.chars().count() <= CHOICE;
    fits.then(|| AutocompleteChoice::new(name, choice.value))
}

fn body(message: Message, files: &[File]) -> CreateInteractionResponseMessage {
    let attachments = files.iter().map(|file| {
        // Only what is said of it: its bytes go beside the JSON.
        CreateAttachment::bytes(Vec::new(), file.name.clone()).description(file.description.clone())
    });
    CreateInteractionResponseMessage::new()
        .files(attachments)
        .content(message.content.unwrap_or_default())
        .embeds(message.embed.into_iter().collect())
        .components(message.rows)
        .allowed_mentions(CreateAllowedMentions::new())
}
