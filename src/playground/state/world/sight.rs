//! Who may see and do what in a channel, and who is therefore told of what happens.

use serde_json::Value;
use twilight_model::guild::Permissions;

use super::World;
use crate::playground::refusal::{Outcome, Refusal};
use crate::playground::state::event::{Audience, Dispatch, Event, Need};
use crate::playground::state::guild::{Channel, ChannelKind};
use crate::playground::state::ids::{ChannelId, GuildId, UserId};
use crate::playground::state::permissions;

impl World {
    /// What `user` may do in `channel`; nothing at all for who is not there.
    pub(crate) fn permissions(&self, user: UserId, channel: &Channel) -> Permissions {
        let Some(guild) = channel.guild else {
            let is_party = user == self.bot || channel.recipient == Some(user);
            return if is_party {
                in_direct_messages()
            } else {
                Permissions::empty()
            };
        };
        let Ok(guild) = self.guild(guild) else {
            return Permissions::empty();
        };
        let Some(member) = guild.member(user) else {
            return Permissions::empty();
        };
        let ruling = channel.parent.and_then(|parent| self.channels.get(&parent));
        let allowed = permissions::in_channel(guild, member, ruling.unwrap_or(channel));
        let hidden = channel.kind == ChannelKind::PrivateThread
            && !channel.joined.contains(&user)
            && !allowed.contains(Permissions::MANAGE_THREADS);
        if hidden {
            Permissions::empty()
        } else {
            allowed
        }
    }

    /// Can `user` see `channel`?
    pub(crate) fn sees(&self, user: UserId, channel: ChannelId) -> bool {
        self.channels.get(&channel).is_some_and(|channel| {
            self.permissions(user, channel)
                .contains(Permissions::VIEW_CHANNEL)
        })
    }

    /// The bot's permissions in a channel that it can see: 10003 and 50001 otherwise.
    pub(crate) fn bot_permissions(&self, channel: ChannelId) -> Outcome<Permissions> {
        let allowed = self.permissions(self.bot, self.channel(channel)?);
        if !allowed.contains(Permissions::VIEW_CHANNEL) {
            return Err(Refusal::MISSING_ACCESS);
        }
        Ok(allowed)
    }

    /// Tells people.
    pub(crate) fn tell(&mut self, to: Audience, name: &'static str, data: Value) {
        let to = match to {
            Audience::Everyone => self.onlookers(),
            Audience::Channel(channel) => {
                let mut people = self.onlookers();
                people.retain(|id| self.sees(*id, channel));
                people
            }
            Audience::Person(person) if self.looks_on(person) => vec![person],
            Audience::Person(_) => return,
        };
        self.events.push(Event::People { to, name, data });
    }

    /// Whom news could reach: who looks on, or everyone who is no bot.
    pub(in crate::playground::state) fn onlookers(&self) -> Vec<UserId> {
        match &self.onlookers {
            Some(onlookers) => onlookers.clone(),
            None => self.people(),
        }
    }

    /// Could news reach this person?
    fn looks_on(&self, person: UserId) -> bool {
        self.onlookers
            .as_ref()
            .is_none_or(|onlookers| onlookers.contains(&person))
    }

    /// Is the bot in this server? Direct messages are everywhere.
    pub(crate) fn has_bot(&self, guild: Option<GuildId>) -> bool {
        guild.is_none_or(|guild| {
            self.guild(guild)
                .is_ok_and(|guild| guild.member(self.bot).is_some())
        })
    }

    /// Tells the bot, if it is in that server.
    pub(crate) fn dispatch(
        &mut self,
        name: &'static str,
        guild: Option<GuildId>,
        data: Value,
        need: Need,
    ) {
        if !self.has_bot(guild) {
            return;
        }
        self.events.push(Event::Bot(Dispatch {
            name,
            guild,
            data,
            need,
            blanked: None,
        }));
    }
}

/// What both parties may do in direct messages.
fn in_direct_messages() -> Permissions {
    Permissions::VIEW_CHANNEL
        | Permissions::SEND_MESSAGES
        | Permissions::EMBED_LINKS
        | Permissions::ATTACH_FILES
        | Permissions::READ_MESSAGE_HISTORY
        | Permissions::MENTION_EVERYONE
        | Permissions::USE_EXTERNAL_EMOJIS
        | Permissions::ADD_REACTIONS
}
