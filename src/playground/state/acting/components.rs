//! Buttons and menus in use: which there is, what may be chosen, what the bot is sent.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::Act;
use crate::playground::form::component::kind;
use crate::playground::state::ids::{ChannelId, InteractionId, MessageId, UserId};
use crate::playground::state::interaction::{Kind, Request};
use crate::playground::state::world::World;

impl World {
    /// A person presses a button or chooses from a menu; `data` has `component_type`, `custom_id` and perhaps `values`.
    pub(crate) fn use_component(
        &mut self,
        person: UserId,
        channel: ChannelId,
        message: MessageId,
        data: &Value,
        nonce: Value,
        now: Timestamp,
    ) -> Act<InteractionId> {
        self.place(person, channel)?;
        let gone = || "That message is not there any more.".to_owned();
        let shown = self.message(channel, message).map_err(|_| gone())?;
        if shown.only_for.is_some_and(|only| only != person) {
            return Err(gone());
        }
        let custom_id = data["custom_id"].as_str().unwrap_or_default();
        let component = find_component(&shown.body.components, custom_id)
            .ok_or_else(|| "That button is not there any more.".to_owned())?;
        if component["disabled"] == json!(true) {
            return Err("That button is switched off.".to_owned());
        }
        let checked = component_data(component, data)?;
        let checked = self.resolve_choice(channel, component, checked);
        Ok(self.begin(
            Request {
                kind: Kind::Component,
                person,
                channel,
                nonce,
                data: checked,
                command: None,
                source: Some(message),
                opened_by: None,
            },
            now,
        ))
    }

    /// Menus of users, roles and channels bring the objects that were chosen.
    fn resolve_choice(&self, channel: ChannelId, component: &Value, mut data: Value) -> Value {
        let guild = self
            .channels
            .get(&channel)
            .and_then(|channel| channel.guild);
        let guild = guild.and_then(|id| self.guild(id).ok());
        let kind_of = component["type"].as_i64().unwrap_or_default();
        if kind_of == kind::BUTTON || kind_of == kind::STRING_SELECT {
            return data;
        }
        let mut resolved = json!({});
        let values: Vec<String> = data["values"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|value| value.as_str().map(str::to_owned))
            .collect();
        for value in values {
            if let Ok(user) = value.parse::<UserId>()
                && let Ok(user) = self.user(user)
            {
                resolved["users"][&value] = user.draw();
                if let Some(member) = guild.and_then(|guild| guild.member(user.id)) {
                    resolved["members"][&value] = member.draw_partial();
                }
            }
            if let Ok(role) = value.parse()
                && let Some(role) = guild.and_then(|guild| guild.role(role))
            {
                resolved["roles"][&value] = role.draw();
            }
            if let Ok(channel) = value.parse::<ChannelId>()
                && let Ok(channel) = self.channel(channel)
            {
                resolved["channels"][&value] = self.draw_channel(channel);
            }
        }
        data["resolved"] = resolved;
        data
    }
}

/// The component with this custom id, at any depth.
pub(crate) fn find_component<'a>(components: &'a [Value], custom_id: &str) -> Option<&'a Value> {
    components.iter().find_map(|component| {
        if component["custom_id"].as_str() == Some(custom_id) {
            return Some(component);
        }
        let inner = component["components"]
            .as_array()
            .map_or(&[][..], Vec::as_slice);
        let accessory = component
            .get("accessory")
            .map_or(&[][..], std::slice::from_ref);
        find_component(inner, custom_id).or_else(|| find_component(accessory, custom_id))
    })
}

/// The interaction's `data` for a component, with what was chosen.
fn component_data(component: &Value, given: &Value) -> Act<Value> {
    let kind_of = component["type"].as_i64().unwrap_or_default();
    let mut data = json!({"id": component["id"], "component_type": kind_of, "custom_id": component["custom_id"]});
    if kind_of == kind::BUTTON {
        return Ok(data);
    }
    let values = given["values"].as_array().map_or(&[][..], Vec::as_slice);
    let least = component["min_values"].as_u64().unwrap_or(1);
    let most = component["max_values"].as_u64().unwrap_or(1);
    if !(least..=most).contains(&(values.len() as u64)) {
        return Err(format!("Choose {least} to {most} of the menu."));
    }
    if kind_of == kind::STRING_SELECT {
        let options = component["options"]
            .as_array()
            .map_or(&[][..], Vec::as_slice);
        let known = |value: &Value| options.iter().any(|option| option["value"] == *value);
        if !values.iter().all(known) {
            return Err("That is not in the menu.".to_owned());
        }
    }
    data["values"] = json!(values);
    Ok(data)
}
