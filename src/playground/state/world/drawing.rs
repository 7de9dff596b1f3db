//! Channels, messages and servers as Discord's objects.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::World;
use crate::playground::state::guild::{Channel, Guild};
use crate::playground::state::ids::{GuildId, UserId};
use crate::playground::state::message::{Cast, Message};
use crate::playground::state::seed;

impl World {
    /// The channel object.
    pub(crate) fn draw_channel(&self, channel: &Channel) -> Value {
        let recipient = channel.recipient.and_then(|id| self.user(id).ok());
        channel.draw(recipient)
    }

    /// The direct messages of a person as their page shows them: they are with the bot.
    pub(crate) fn draw_direct(&self, channel: &Channel) -> Value {
        channel.draw(self.user(self.bot).ok())
    }

    /// The message object, with the message that it replies to.
    pub(crate) fn draw_message(&self, message: &Message) -> Value {
        let mut drawn = self.draw_alone(message);
        if let Some(target) = message.reply_to {
            let guild = self.channels.get(&message.channel).and_then(|at| at.guild);
            drawn["message_reference"] =
                json!({"type": 0, "message_id": target, "channel_id": message.channel});
            if let Some(guild) = guild {
                drawn["message_reference"]["guild_id"] = json!(guild);
            }
            drawn["referenced_message"] = match self.message(message.channel, target) {
                Ok(target) => {
                    let mut target = self.draw_alone(target);
                    drop_nonce(&mut target);
                    target
                }
                Err(_) => Value::Null,
            };
        }
        drawn
    }

    fn draw_alone(&self, message: &Message) -> Value {
        let nobody = &self.users[0];
        let cast = Cast {
            author: self.user(message.author).unwrap_or(nobody),
            mentioned: message
                .mentions
                .users
                .iter()
                .filter_map(|id| self.user(*id).ok())
                .collect(),
            asker: message
                .origin
                .as_ref()
                .and_then(|origin| self.user(origin.user).ok()),
            application: self.bot.get(),
        };
        let mut drawn = message.draw(&cast);
        if message.has_thread
            && let Some(thread) = self.channels.get(&message.id.cast())
        {
            drawn["thread"] = self.draw_channel(thread);
        }
        drawn
    }

    /// The server with its channels, threads and members, as `GUILD_CREATE` and the page want it; `viewer` decides what shows.
    pub(crate) fn draw_guild_for(&self, guild: &Guild, viewer: UserId) -> Value {
        let own = self.channels.values();
        let own: Vec<&Channel> = own.filter(|own| own.guild == Some(guild.id)).collect();
        self.draw_guild_with(guild, &own, viewer)
    }

    /// All servers that `wanted` picks, drawn for `viewer`; the channels of thousands of servers are looked through once.
    pub(crate) fn draw_guilds_for(
        &self,
        viewer: UserId,
        wanted: impl Fn(&Guild) -> bool,
    ) -> Vec<Value> {
        let mut channels: HashMap<GuildId, Vec<&Channel>> = HashMap::new();
        for channel in self.channels.values() {
            if let Some(guild) = channel.guild {
                channels.entry(guild).or_default().push(channel);
            }
        }
        let own = |guild: &Guild| channels.get(&guild.id).map_or(&[][..], Vec::as_slice);
        self.guilds
            .iter()
            .filter(|guild| wanted(guild))
            .map(|guild| self.draw_guild_with(guild, own(guild), viewer))
            .collect()
    }

    fn draw_guild_with(&self, guild: &Guild, own: &[&Channel], viewer: UserId) -> Value {
        let mut drawn = guild.draw();
        let visible = |thread: bool| -> Vec<Value> {
            own.iter()
                .filter(|channel| channel.kind.is_thread() == thread && !channel.archived)
                .filter(|channel| self.sees(viewer, channel.id))
                .map(|channel| self.draw_channel(channel))
                .collect()
        };
        let mut channels = visible(false);
        channels.sort_by_key(|channel| channel["position"].as_u64());
        let members: Vec<Value> = guild
            .members
            .iter()
            .filter_map(|member| Some(member.draw(self.user(member.user).ok()?)))
            .collect();
        drawn["joined_at"] = json!(crate::playground::state::ids::iso(seed::begun()));
        drawn["large"] = json!(false);
        drawn["unavailable"] = json!(false);
        drawn["member_count"] = json!(members.len());
        drawn["channels"] = json!(channels);
        drawn["threads"] = json!(visible(true));
        drawn["members"] = json!(members);
        for empty in [
            "voice_states",
            "presences",
            "stage_instances",
            "guild_scheduled_events",
            "soundboard_sounds",
        ] {
            drawn[empty] = json!([]);
        }
        drawn
    }
}

/// Discord does not keep a nonce: it is told when the message is sent, and never again.
pub(in crate::playground::state) fn drop_nonce(drawn: &mut Value) {
    if let Some(fields) = drawn.as_object_mut() {
        fields.remove("nonce");
    }
}
