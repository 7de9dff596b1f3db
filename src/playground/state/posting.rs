//! Messages sent, edited and deleted: by the bot through REST, by people through the page.

mod filling;
mod news;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use twilight_model::channel::message::MessageFlags;
use twilight_model::guild::Permissions;

use super::event::Audience;
use super::ids::{ChannelId, MessageId, UserId};
use super::mentions;
use super::message::{Body, Message, Origin};
use super::world::World;
use crate::playground::form::message::Draft;
use crate::playground::refusal::{Outcome, Refusal};
use news::need;

/// How many messages of a channel are kept, so that a playground can run for days.
const KEPT: usize = 10_000;
/// How long a nonce is remembered for `enforce_nonce`.
const NONCE_LIFE: SignedDuration = SignedDuration::from_mins(5);

/// Messages that are older than this are not edited often.
const OLD: SignedDuration = SignedDuration::from_hours(1);
/// Discord does not say how often: this is what bots have met, for a channel.
const OLD_EDITS: usize = 3;
const OLD_EDITS_WITHIN: SignedDuration = SignedDuration::from_secs(20);

/// What is known of a new message beside its draft.
#[derive(Debug, Default)]
pub(crate) struct Circumstances {
    pub(crate) origin: Option<Origin>,
    pub(crate) only_for: Option<UserId>,
    pub(crate) flags: Option<MessageFlags>,
    pub(crate) reply_to: Option<MessageId>,
}

impl World {
    /// The bot sends a message to a channel.
    pub(crate) fn create_message(
        &mut self,
        channel: ChannelId,
        draft: Draft,
        now: Timestamp,
    ) -> Outcome<Value> {
        let allowed = self.bot_permissions(channel)?;
        let needed = self.channel(channel)?.kind.to_send();
        let has = |list: &Option<Vec<Value>>| list.as_ref().is_some_and(|list| !list.is_empty());
        let lacks = |permission, wanted: bool| wanted && !allowed.contains(permission);
        if lacks(needed, true)
            || lacks(Permissions::EMBED_LINKS, has(&draft.embeds))
            || lacks(Permissions::ATTACH_FILES, !draft.uploads.is_empty())
            || lacks(Permissions::READ_MESSAGE_HISTORY, draft.reply_to.is_some())
        {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        if let Some(target) = draft.reply_to
            && draft.reply_must_exist
            && self.message(channel, target).is_err()
        {
            return Err(Refusal::form(
                "message_reference",
                "REPLIES_UNKNOWN_MESSAGE",
                "Unknown message",
            ));
        }
        if draft.enforce_nonce
            && let Some(earlier) = self.same_nonce(channel, draft.nonce.as_ref(), now)
        {
            return Ok(self.draw_message(earlier));
        }
        self.wake(channel, allowed)?;
        let reply_to = draft
            .reply_to
            .filter(|id| self.message(channel, *id).is_ok());
        let circumstances = Circumstances {
            reply_to,
            ..Circumstances::default()
        };
        let id = self.post(self.bot, channel, draft, circumstances, now)?;
        Ok(self.draw_message(self.message(channel, id)?))
    }

    fn same_nonce(
        &self,
        channel: ChannelId,
        nonce: Option<&Value>,
        now: Timestamp,
    ) -> Option<&Message> {
        self.messages.get(&channel)?.values().rev().find(|message| {
            nonce.is_some()
                && message.nonce.as_ref() == nonce
                && message.author == self.bot
                && now.duration_since(message.sent) < NONCE_LIFE
        })
    }

    /// Puts a message into a channel and tells everyone who may know; permissions are the caller's to check.
    pub(crate) fn post(
        &mut self,
        author: UserId,
        channel: ChannelId,
        draft: Draft,
        circumstances: Circumstances,
        now: Timestamp,
    ) -> Outcome<MessageId> {
        let id: MessageId = self.snowflakes.next(now);
        let mut flags = draft.flags.unwrap_or(MessageFlags::empty());
        flags |= circumstances.flags.unwrap_or(MessageFlags::empty());
        let mut message = Message {
            id,
            channel,
            author,
            body: Body::default(),
            edited: None,
            mentions: mentions::Mentions::default(),
            flags,
            reply_to: circumstances.reply_to,
            origin: circumstances.origin,
            nonce: draft.nonce.clone(),
            only_for: circumstances.only_for,
            sent: now,
            tts: draft.tts,
            has_thread: false,
            dismissed: false,
        };
        self.apply(&mut message, draft, now)?;
        if message.body.is_empty() && !message.is_loading() {
            return Err(Refusal::EMPTY_MESSAGE);
        }
        if message.only_for.is_none() {
            let place = self.channel_mut(channel)?;
            place.last_message = Some(id);
            place.n_messages += 1;
        }
        self.announce(&message, "MESSAGE_CREATE");
        let messages = self.messages.entry(channel).or_default();
        messages.insert(id, message);
        if messages.len() > KEPT {
            messages.pop_first();
        }
        Ok(id)
    }

    /// Changes a message as `draft` says and tells everyone who may know.
    pub(crate) fn edit(
        &mut self,
        channel: ChannelId,
        id: MessageId,
        draft: Draft,
        now: Timestamp,
    ) -> Outcome<Value> {
        let mut message = self.message(channel, id)?.clone();
        let was_loading = message.is_loading();
        if let Some(flags) = draft.flags {
            let settable = MessageFlags::SUPPRESS_EMBEDS;
            message.flags = (message.flags & !settable) | (flags & settable);
        }
        self.apply(&mut message, draft, now)?;
        if message.body.is_empty() {
            return Err(Refusal::EMPTY_MESSAGE);
        }
        message.flags.remove(MessageFlags::LOADING);
        if !was_loading {
            message.edited = Some(now);
        }
        self.announce(&message, "MESSAGE_UPDATE");
        let drawn = self.draw_message(&message);
        *self.message_mut(channel, id)? = message;
        Ok(drawn)
    }

    /// The bot edits a message of a channel: its own only.
    pub(crate) fn edit_message(
        &mut self,
        channel: ChannelId,
        id: MessageId,
        draft: Draft,
        now: Timestamp,
    ) -> Outcome<Value> {
        self.bot_permissions(channel)?;
        let message = self.message_for_bot(channel, id)?;
        if message.author != self.bot {
            return Err(Refusal::NOT_THE_AUTHOR);
        }
        if now.duration_since(message.sent) > OLD {
            let edits = self.old_edits.entry(channel).or_default();
            edits.retain(|edit| now.duration_since(*edit) < OLD_EDITS_WITHIN);
            if edits.len() >= OLD_EDITS {
                return Err(Refusal::TOO_MANY_OLD_EDITS);
            }
            edits.push(now);
        }
        self.edit(channel, id, draft, now)
    }

    /// The bot deletes a message: its own, or any where it may manage messages.
    pub(crate) fn delete_message(&mut self, channel: ChannelId, id: MessageId) -> Outcome<()> {
        let allowed = self.bot_permissions(channel)?;
        let message = self.message_for_bot(channel, id)?;
        if message.author != self.bot && !allowed.contains(Permissions::MANAGE_MESSAGES) {
            return Err(Refusal::MISSING_PERMISSIONS);
        }
        self.remove(channel, id)
    }

    /// Takes a message away and tells everyone who may know.
    pub(crate) fn remove(&mut self, channel: ChannelId, id: MessageId) -> Outcome<()> {
        let message = self
            .messages
            .get_mut(&channel)
            .and_then(|messages| messages.remove(&id))
            .ok_or(Refusal::UNKNOWN_MESSAGE)?;
        let guild = self.channel(channel)?.guild;
        let mut data = json!({"id": id, "channel_id": channel});
        if let Some(guild) = guild {
            data["guild_id"] = json!(guild);
        }
        let to = message
            .only_for
            .map_or(Audience::Channel(channel), Audience::Person);
        self.tell(to, "MESSAGE_DELETE", data.clone());
        if message.only_for.is_none() && self.sees(self.bot, channel) {
            self.dispatch("MESSAGE_DELETE", guild, data, need(guild.is_some()));
        }
        Ok(())
    }
}
