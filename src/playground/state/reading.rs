//! Messages as the bot reads them back.

use serde_json::Value;
use twilight_model::guild::Permissions;

use super::ids::{ChannelId, MessageId};
use super::message::Message;
use super::world::{World, drop_nonce};
use crate::playground::refusal::{Outcome, Refusal};

/// Which messages of a channel are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Window {
    Newest,
    Before(u64),
    After(u64),
    /// As many on each side, with the message itself if it is there.
    Around(u64),
}

impl World {
    /// One message as the bot may read it.
    pub(crate) fn read_message(&self, channel: ChannelId, id: MessageId) -> Outcome<Value> {
        self.history_permission(channel)?;
        Ok(self.draw_from_the_past(self.message_for_bot(channel, id)?))
    }

    /// Messages of a channel as the bot may read them, newest first.
    pub(crate) fn read_messages(
        &self,
        channel: ChannelId,
        window: Window,
        limit: usize,
    ) -> Outcome<Vec<Value>> {
        self.history_permission(channel)?;
        let visible: Vec<&Message> = self
            .messages
            .get(&channel)
            .into_iter()
            .flat_map(|messages| messages.values())
            .filter(|message| message.only_for.is_none())
            .collect();
        let border = |id: u64| visible.partition_point(|message| message.id.get() < id);
        let (first, last) = match window {
            Window::Newest => (visible.len().saturating_sub(limit), visible.len()),
            Window::Before(id) => (border(id).saturating_sub(limit), border(id)),
            Window::After(id) => {
                let first = border(id.saturating_add(1));
                (first, first.saturating_add(limit))
            }
            Window::Around(id) => {
                let first = border(id).saturating_sub(limit / 2);
                (first, first.saturating_add(limit))
            }
        };
        let picked = &visible[first..last.min(visible.len())];
        Ok(picked
            .iter()
            .rev()
            .map(|message| self.draw_from_the_past(message))
            .collect())
    }

    fn draw_from_the_past(&self, message: &Message) -> Value {
        let mut drawn = self.draw_message(message);
        drop_nonce(&mut drawn);
        drawn
    }

    fn history_permission(&self, channel: ChannelId) -> Outcome<()> {
        let allowed = self.bot_permissions(channel)?;
        if allowed.contains(Permissions::READ_MESSAGE_HISTORY) {
            return Ok(());
        }
        Err(Refusal::MISSING_ACCESS)
    }

    /// Ephemeral messages are not to be reached through their channel.
    pub(crate) fn message_for_bot(&self, channel: ChannelId, id: MessageId) -> Outcome<&Message> {
        let message = self.message(channel, id)?;
        match message.only_for {
            None => Ok(message),
            Some(_) => Err(Refusal::UNKNOWN_MESSAGE),
        }
    }
}
