//! What people do on the page: speak, use commands and components, fill in modals, look back.
//!
//! Whatever a Discord client would not let a person do is refused with a sentence for the person.

use jiff::Timestamp;
use serde_json::{Value, json};
use twilight_model::guild::Permissions;

use super::event::Audience;
use super::ids::{ChannelId, InteractionId, MessageId, UserId};
use super::interaction::{Kind, Request};
use super::message::Message;
use super::posting::Circumstances;
use super::world::World;
use crate::playground::form::component::kind;
use crate::playground::form::message::{AllowedMentions, Draft};
use crate::playground::form::modal;

/// Most characters that a person without a subscription can send.
const CONTENT_LENGTH: usize = 2000;

/// What a page's request gives, or a sentence on why not.
pub(crate) type Act<T> = Result<T, String>;

/// What a person replies to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reply {
    pub(crate) to: MessageId,
    /// Whether the author of that message is mentioned by it.
    pub(crate) ping: bool,
}

impl World {
    /// A person says something.
    pub(crate) fn say(
        &mut self,
        person: UserId,
        channel: ChannelId,
        content: &str,
        reply: Option<Reply>,
        nonce: Value,
        now: Timestamp,
    ) -> Act<MessageId> {
        let place = self.place(person, channel)?;
        let needed = if place.kind.is_thread() {
            Permissions::SEND_MESSAGES_IN_THREADS
        } else {
            Permissions::SEND_MESSAGES
        };
        if !self.permissions(person, place).contains(needed) {
            return Err("You do not have permission to send messages in this channel.".to_owned());
        }
        if content.trim().is_empty() {
            return Err("Write something first.".to_owned());
        }
        if content.chars().count() > CONTENT_LENGTH {
            return Err(format!("A message may have {CONTENT_LENGTH} characters."));
        }
        self.wake(channel, Permissions::empty())
            .map_err(|_| "This thread is locked.".to_owned())?;
        let quiet = reply.is_some_and(|reply| !reply.ping);
        let draft = Draft {
            content: Some(content.to_owned()),
            nonce: Some(nonce).filter(|nonce| !nonce.is_null()),
            allowed_mentions: quiet.then(AllowedMentions::all_but_the_author),
            ..Draft::default()
        };
        let circumstances = Circumstances {
            reply_to: reply
                .map(|reply| reply.to)
                .filter(|id| self.message(channel, *id).is_ok()),
            ..Circumstances::default()
        };
        self.post(person, channel, draft, circumstances, now)
            .map_err(|refusal| refusal.message.into_owned())
    }

    /// A person gives a command.
    pub(crate) fn give_command(
        &mut self,
        person: UserId,
        channel: ChannelId,
        data: &Value,
        nonce: Value,
        now: Timestamp,
    ) -> Act<InteractionId> {
        let place = self.place(person, channel)?;
        let invocation = self.invoke(person, place, data, false)?;
        Ok(self.begin(
            Request {
                kind: Kind::Command,
                person,
                channel,
                nonce,
                data: invocation.data,
                command: Some(invocation.name),
                source: None,
                opened_by: None,
            },
            now,
        ))
    }

    /// A person is typing an option that suggests values.
    pub(crate) fn complete(
        &mut self,
        person: UserId,
        channel: ChannelId,
        data: &Value,
        nonce: Value,
        now: Timestamp,
    ) -> Act<InteractionId> {
        let place = self.place(person, channel)?;
        let invocation = self.invoke(person, place, data, true)?;
        Ok(self.begin(
            Request {
                kind: Kind::Autocomplete,
                person,
                channel,
                nonce,
                data: invocation.data,
                command: None,
                source: None,
                opened_by: None,
            },
            now,
        ))
    }

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

    /// Messages of a channel as `person` sees them, newest last, and whether there are older ones.
    pub(crate) fn look_back(
        &self,
        person: UserId,
        channel: ChannelId,
        before: Option<MessageId>,
        limit: usize,
    ) -> Act<(Vec<&Message>, bool)> {
        let place = self.place(person, channel)?;
        if !self
            .permissions(person, place)
            .contains(Permissions::READ_MESSAGE_HISTORY)
        {
            return Ok((Vec::new(), false));
        }
        let mut seen: Vec<&Message> = self
            .messages
            .get(&channel)
            .into_iter()
            .flat_map(|messages| messages.values())
            .filter(|message| {
                message.only_for.is_none_or(|only| only == person) && !message.dismissed
            })
            .filter(|message| before.is_none_or(|before| message.id < before))
            .collect();
        let recent = seen.split_off(seen.len().saturating_sub(limit));
        Ok((recent, !seen.is_empty()))
    }

    /// A person puts an ephemeral message away.
    pub(crate) fn dismiss(&mut self, person: UserId, message: MessageId) -> Act<()> {
        let found = self
            .messages
            .values_mut()
            .find_map(|messages| messages.get_mut(&message))
            .filter(|message| message.only_for == Some(person))
            .ok_or_else(|| "Only a message that only you see can be put away.".to_owned())?;
        found.dismissed = true;
        let data = json!({"id": message, "channel_id": found.channel});
        self.tell(Audience::Person(person), "MESSAGE_DELETE", data);
        Ok(())
    }

    /// A channel that the person can see.
    pub(crate) fn place(&self, person: UserId, channel: ChannelId) -> Act<&super::guild::Channel> {
        self.channels
            .get(&channel)
            .filter(|_| self.sees(person, channel))
            .ok_or_else(|| "You cannot see that channel.".to_owned())
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
