//! Modals sent off, once all that they ask for is filled in.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::Act;
use crate::playground::form::component::kind;
use crate::playground::form::modal;
use crate::playground::state::ids::{InteractionId, UserId};
use crate::playground::state::interaction::{Kind, Request};
use crate::playground::state::world::World;

impl World {
    /// A person sends off a modal that the answer to interaction `opener` opened.
    pub(crate) fn submit_modal(
        &mut self,
        person: UserId,
        opener: InteractionId,
        custom_id: &str,
        components: &Value,
        nonce: Value,
        now: Timestamp,
    ) -> Act<InteractionId> {
        let opened = self
            .interactions
            .get_mut(&opener)
            .filter(|interaction| interaction.person == person);
        let late = || "That form is not open any more.".to_owned();
        let opened = opened.ok_or_else(late)?;
        let asked = opened
            .modal
            .clone()
            .filter(|modal| modal.custom_id == custom_id)
            .ok_or_else(late)?;
        let given: Vec<Value> = components.as_array().cloned().unwrap_or_default();
        check_modal(&asked.components, &given)?;
        opened.modal = None;
        let (channel, source) = (opened.channel, opened.source);
        let opened_by = Some(Box::new(opened.origin.clone()));
        Ok(self.begin(
            Request {
                kind: Kind::Modal,
                person,
                channel,
                nonce,
                data: json!({"custom_id": custom_id, "components": given}),
                command: None,
                source,
                opened_by,
            },
            now,
        ))
    }
}

/// Is every text input and menu of a modal filled in as it asks?
fn check_modal(asked: &[Value], given: &[Value]) -> Act<()> {
    let filled = modal::inputs(given);
    for input in modal::inputs(asked) {
        let answer = filled
            .iter()
            .find(|filled| filled["custom_id"] == input["custom_id"]);
        if input["type"].as_i64() != Some(kind::TEXT_INPUT) {
            continue;
        }
        let label = input["label"].as_str().unwrap_or("The text");
        let length = answer
            .and_then(|answer| answer["value"].as_str())
            .map_or(0, |text| text.chars().count() as u64);
        let required = input["required"] != json!(false);
        let least = input["min_length"]
            .as_u64()
            .unwrap_or(0)
            .max(u64::from(required));
        let most = input["max_length"].as_u64().unwrap_or(4000);
        if length > most || (length < least && (required || length > 0)) {
            return Err(format!("\"{label}\" takes {least} to {most} characters."));
        }
    }
    Ok(())
}
