//! What people do on the page: speak, use commands and components, fill in modals, look back.
//!
//! Whatever a Discord client would not let a person do is refused with a sentence for the person.

mod components;
mod modals;

use jiff::Timestamp;
use serde_json::{Value, json};
use twilight_model::guild::Permissions;

use super::event::Audience;
use super::ids::{ChannelId, InteractionId, MessageId, UserId};
use super::interaction::{Kind, Request};
use super::message::Message;
use super::posting::Circumstances;
use super::world::World;
use crate::playground::form::message::{AllowedMentions, Draft};

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
        let allowed = self.permissions(person, place);
        if !allowed.contains(place.kind.to_send()) {
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
