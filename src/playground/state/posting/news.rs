//! Who is told that a message is new, changed or gone, or that somebody types.

use jiff::Timestamp;
use serde_json::json;

use crate::playground::refusal::Outcome;
use crate::playground::state::event::{Audience, Dispatch, Event, Need};
use crate::playground::state::ids::{ChannelId, UserId};
use crate::playground::state::message::Message;
use crate::playground::state::world::World;

impl World {
    /// Tells of a message that is new or changed.
    pub(super) fn announce(&mut self, message: &Message, name: &'static str) {
        let channel = message.channel;
        let guild = self
            .channels
            .get(&channel)
            .and_then(|channel| channel.guild);
        let mut drawn = self.draw_message(message);
        if !self.onlookers().is_empty() {
            let mut for_people = drawn.clone();
            for_people["guild_id"] = json!(guild);
            let to = message
                .only_for
                .map_or(Audience::Channel(channel), Audience::Person);
            self.tell(to, name, for_people);
        }
        // The documentation: `guild_id` and `member` are missing for ephemeral messages.
        if message.only_for.is_none()
            && let Some(guild) = guild
        {
            drawn["guild_id"] = json!(guild);
            if message.origin.is_none()
                && let Ok(member) = self.member(guild, message.author)
            {
                drawn["member"] = member.draw_partial();
            }
        }
        if !self.sees(self.bot, channel) {
            return;
        }
        let reads = guild.is_none()
            || message.author == self.bot
            || message.mentions.users.contains(&self.bot);
        let blanked = (!reads).then(|| {
            let mut blanked = drawn.clone();
            blanked["content"] = json!("");
            for key in ["embeds", "attachments", "components"] {
                blanked[key] = json!([]);
            }
            blanked
        });
        self.events.push(Event::Bot(Dispatch {
            name,
            guild,
            data: drawn,
            need: need(guild.is_some() && message.only_for.is_none()),
            blanked,
        }));
    }

    /// Someone is typing; `user` is the bot or a person.
    pub(crate) fn typing(
        &mut self,
        user: UserId,
        channel: ChannelId,
        now: Timestamp,
    ) -> Outcome<()> {
        let guild = self.channel(channel)?.guild;
        let mut data = json!({
            "channel_id": channel, "user_id": user, "timestamp": now.as_second(),
        });
        if let Some(guild) = guild {
            data["guild_id"] = json!(guild);
            if let (Ok(member), Ok(user)) = (self.member(guild, user), self.user(user)) {
                data["member"] = member.draw(user);
            }
        }
        self.tell(Audience::Channel(channel), "TYPING_START", data.clone());
        if user != self.bot && self.sees(self.bot, channel) {
            let need = if guild.is_some() {
                Need::GuildTyping
            } else {
                Need::DirectTyping
            };
            self.dispatch("TYPING_START", guild, data, need);
        }
        Ok(())
    }
}

pub(super) const fn need(in_guild: bool) -> Need {
    if in_guild {
        Need::GuildMessages
    } else {
        Need::DirectMessages
    }
}
