//! Messages as the bot reads them back.

use serde_json::Value;
use twilight_model::guild::Permissions;

use super::ids::{ChannelId, MessageId};
use super::message::Message;
use super::world::World;
use crate::playground::refusal::{Outcome, Refusal};

impl World {
    /// One message as the bot may read it.
    pub(crate) fn read_message(&self, channel: ChannelId, id: MessageId) -> Outcome<Value> {
        self.history_permission(channel)?;
        Ok(self.draw_message(self.message_for_bot(channel, id)?))
    }

    /// Messages of a channel as the bot may read them, newest first.
    pub(crate) fn read_messages(
        &self,
        channel: ChannelId,
        limit: usize,
        keep: impl Fn(MessageId) -> bool,
        oldest: bool,
    ) -> Outcome<Vec<Value>> {
        self.history_permission(channel)?;
        let known = self.messages.get(&channel);
        let visible = known
            .into_iter()
            .flat_map(|messages| messages.values())
            .filter(|message| message.only_for.is_none() && keep(message.id));
        let mut picked: Vec<&Message> = if oldest {
            visible.take(limit).collect()
        } else {
            let mut all: Vec<&Message> = visible.collect();
            all.split_off(all.len().saturating_sub(limit))
        };
        picked.reverse();
        Ok(picked
            .into_iter()
            .map(|message| self.draw_message(message))
            .collect())
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
