//! What an administrator does to a server: rules of channels, channels and messages that go, the bot that comes and goes.

use jiff::Timestamp;
use serde_json::{Value, json};
use twilight_model::guild::Permissions;

use super::event::{Audience, Need};
use super::guild::{Member, Overwrite};
use super::ids::{ChannelId, GuildId, UserId};
use super::seed;
use super::world::World;
use crate::playground::refusal::{Outcome, Refusal};

impl World {
    /// Sets what `user` may and may not do in a channel, whatever roles say. Nothing in both takes the exception away.
    pub(crate) fn rule(
        &mut self,
        channel: ChannelId,
        user: UserId,
        allow: Permissions,
        deny: Permissions,
    ) -> Outcome<()> {
        let saw = self.people_who_see(channel);
        let place = self.channel_mut(channel)?;
        place
            .overwrites
            .retain(|overwrite| !overwrite.is_member || overwrite.id != user.get());
        if !(allow | deny).is_empty() {
            place.overwrites.push(Overwrite {
                id: user.get(),
                is_member: true,
                allow,
                deny,
            });
        }
        let guild = place.guild;
        let drawn = self.draw_channel(self.channel(channel)?);
        let see = self.people_who_see(channel);
        for person in self.onlookers() {
            let name = match (saw.contains(&person), see.contains(&person)) {
                (true, true) => "CHANNEL_UPDATE",
                (false, true) => "CHANNEL_CREATE",
                (true, false) => "CHANNEL_DELETE",
                (false, false) => continue,
            };
            self.tell(Audience::Person(person), name, drawn.clone());
        }
        self.dispatch("CHANNEL_UPDATE", guild, drawn, Need::Guilds);
        Ok(())
    }

    /// Takes a channel away, with its threads and messages.
    pub(crate) fn delete_channel(&mut self, id: ChannelId) -> Outcome<()> {
        let threads: Vec<ChannelId> = self
            .channels
            .values()
            .filter(|channel| channel.parent == Some(id))
            .map(|channel| channel.id)
            .collect();
        for gone in threads.into_iter().chain([id]) {
            self.close_channel(gone)?;
        }
        Ok(())
    }

    /// Takes one channel or thread away and tells everyone who may know.
    pub(super) fn close_channel(&mut self, id: ChannelId) -> Outcome<Value> {
        let channel = self.channel(id)?;
        let (guild, parent, kind) = (channel.guild, channel.parent, channel.kind);
        let drawn = self.draw_channel(channel);
        self.tell(Audience::Channel(id), "CHANNEL_DELETE", drawn.clone());
        if kind.is_thread() {
            let gone =
                json!({"id": id, "guild_id": guild, "parent_id": parent, "type": kind.number()});
            self.dispatch("THREAD_DELETE", guild, gone, Need::Guilds);
        } else {
            self.dispatch("CHANNEL_DELETE", guild, drawn.clone(), Need::Guilds);
        }
        self.channels.remove(&id);
        self.messages.remove(&id);
        Ok(drawn)
    }

    /// Puts the bot out of a server.
    pub(crate) fn remove_bot(&mut self, guild: GuildId) -> Outcome<()> {
        self.guild_of_bot(guild)?;
        // The bot is told while it still is a member: afterwards it hears nothing of this server.
        self.dispatch(
            "GUILD_DELETE",
            Some(guild),
            json!({"id": guild}),
            Need::Guilds,
        );
        self.remove_member(guild, self.bot)
    }

    /// Lets a server be unavailable to the bot for a while, or there again: the bot stays a member, and is told what Discord tells it in an
    /// outage.
    pub(crate) fn outage(&mut self, guild: GuildId, begins: bool) -> Outcome<()> {
        let known = self.guild_of_bot(guild)?;
        let (event, body) = match begins {
            true => ("GUILD_DELETE", json!({"id": guild, "unavailable": true})),
            false => ("GUILD_CREATE", self.draw_guild_for(known, self.bot)),
        };
        self.dispatch(event, Some(guild), body, Need::Guilds);
        Ok(())
    }

    /// Puts somebody out of a server. The bot is not told of people: it has not asked for that intent.
    pub(crate) fn remove_member(&mut self, guild: GuildId, user: UserId) -> Outcome<()> {
        let members = &mut self.guild_mut(guild)?.members;
        members.retain(|member| member.user != user);
        self.tell_of_guild(guild);
        Ok(())
    }

    /// Gives a member another name.
    pub(crate) fn nickname(&mut self, guild: GuildId, user: UserId, nick: &str) -> Outcome<()> {
        let members = &mut self.guild_mut(guild)?.members;
        if let Some(member) = members.iter_mut().find(|member| member.user == user) {
            member.nick = Some(nick.to_owned());
        }
        self.tell_of_guild(guild);
        Ok(())
    }

    /// Lets the bot into a server again, with its own role.
    pub(crate) fn invite_bot(&mut self, guild: GuildId, now: Timestamp) -> Outcome<()> {
        if self.has_bot(Some(guild)) {
            return Ok(());
        }
        let bot = self.bot;
        let known = self.guild_mut(guild)?;
        let roles = known
            .roles
            .iter()
            .filter(|role| role.managed_by == Some(seed::BOT))
            .map(|role| role.id)
            .collect();
        known.members.push(Member {
            user: bot,
            nick: None,
            roles,
            joined: now,
        });
        let drawn = self.draw_guild_for(self.guild(guild)?, bot);
        self.dispatch("GUILD_CREATE", Some(guild), drawn, Need::Guilds);
        self.tell_of_guild(guild);
        Ok(())
    }

    fn guild_mut(&mut self, id: GuildId) -> Outcome<&mut super::guild::Guild> {
        self.guilds.find_mut(id).ok_or(Refusal::UNKNOWN_GUILD)
    }

    /// Shows every member the server as it is now.
    fn tell_of_guild(&mut self, id: GuildId) {
        for person in self.onlookers() {
            let Ok(guild) = self.guild(id) else { return };
            if guild.member(person).is_some() {
                let drawn = self.draw_guild_for(guild, person);
                self.tell(Audience::Person(person), "GUILD_CREATE", drawn);
                let commands = json!({"commands": self.commands_for(person)});
                self.tell(Audience::Person(person), "COMMANDS_UPDATE", commands);
            }
        }
    }

    /// Everyone who is no bot.
    pub(crate) fn people(&self) -> Vec<UserId> {
        self.users
            .iter()
            .filter(|user| !user.bot)
            .map(|user| user.id)
            .collect()
    }

    fn people_who_see(&self, channel: ChannelId) -> Vec<UserId> {
        let mut people = self.onlookers();
        people.retain(|person| self.sees(*person, channel));
        people
    }
}
