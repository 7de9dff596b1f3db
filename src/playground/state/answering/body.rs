//! The body of a first answer: which kinds an interaction takes, and whether it is well formed.

use serde_json::{Value, json};

use crate::playground::form::message::{self, Upload, Use};
use crate::playground::form::{Form, choice, modal};
use crate::playground::refusal::{Faults, Outcome, Refusal};
use crate::playground::state::interaction::Kind;

/// Discord's numbers for first answers.
pub(super) mod callback {
    pub(in crate::playground::state::answering) const MESSAGE: i64 = 4;
    pub(in crate::playground::state::answering) const DEFERRED_MESSAGE: i64 = 5;
    pub(in crate::playground::state::answering) const DEFERRED_UPDATE: i64 = 6;
    pub(in crate::playground::state::answering) const UPDATE: i64 = 7;
    pub(in crate::playground::state::answering) const CHOICES: i64 = 8;
    pub(in crate::playground::state::answering) const MODAL: i64 = 9;
}

/// Most suggestions of one answer.
const CHOICES_LIMIT: usize = 25;

/// The kind of a first answer, if the interaction can be answered so.
pub(super) fn callback_kind(asked: Kind, from_message: bool, body: &Value) -> Outcome<i64> {
    let mut faults = Faults::default();
    let known: &[i64] = match asked {
        Kind::Command => &[
            callback::MESSAGE,
            callback::DEFERRED_MESSAGE,
            callback::MODAL,
        ],
        Kind::Autocomplete => &[callback::CHOICES],
        Kind::Component => &[
            callback::MESSAGE,
            callback::DEFERRED_MESSAGE,
            callback::DEFERRED_UPDATE,
            callback::UPDATE,
            callback::MODAL,
        ],
        Kind::Modal if from_message => &[
            callback::MESSAGE,
            callback::DEFERRED_MESSAGE,
            callback::DEFERRED_UPDATE,
            callback::UPDATE,
        ],
        Kind::Modal => &[callback::MESSAGE, callback::DEFERRED_MESSAGE],
    };
    let kind = Form::open(body, "", &mut faults).and_then(|form| {
        form.require("type", &mut faults);
        form.choice("type", known, &mut faults)
    });
    faults.done()?;
    kind.ok_or(Refusal::UNKNOWN_INTERACTION)
}

/// Suggestions for an option that is being typed.
pub(super) fn read_choices(data: Option<&Value>, kind: i64) -> Outcome<Vec<Value>> {
    let mut faults = Faults::default();
    let mut read = Vec::new();
    if let Some(form) = Form::open(data.unwrap_or(&Value::Null), "data", &mut faults) {
        form.require("choices", &mut faults);
        let choices = form
            .list("choices", 0..=CHOICES_LIMIT, &mut faults)
            .unwrap_or_default();
        choice::check(choices, &form.at("choices"), kind, &mut faults);
        read = choices.to_vec();
    }
    faults.done()?;
    Ok(read)
}

/// Is `body` a well-formed first answer? For who does not keep what is answered.
///
/// `typing` is the kind of the option that is being typed.
pub(crate) fn check_answer(
    asked: Kind,
    from_message: bool,
    typing: i64,
    body: &Value,
    uploads: Vec<Upload>,
) -> Outcome<()> {
    let data = body.get("data").filter(|data| !data.is_null());
    match callback_kind(asked, from_message, body)? {
        callback::MESSAGE => {
            let draft = message::read(data.unwrap_or(&json!({})), "data", uploads, Use::Answer)?;
            let has =
                |list: &Option<Vec<Value>>| list.as_ref().is_some_and(|list| !list.is_empty());
            let says = draft.content.as_ref().is_some_and(|text| !text.is_empty());
            if !(says || has(&draft.embeds) || has(&draft.components) || !draft.uploads.is_empty())
            {
                return Err(Refusal::EMPTY_MESSAGE);
            }
        }
        callback::UPDATE => {
            if let Some(data) = data {
                message::read(data, "data", uploads, Use::Answer)?;
            }
        }
        callback::CHOICES => drop(read_choices(data, typing)?),
        callback::MODAL => drop(modal::read(data.unwrap_or(&Value::Null))?),
        // Deferred: there is nothing in it yet.
        _ => {}
    }
    Ok(())
}
