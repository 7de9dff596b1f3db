//! The whole of what is known, with the look-ups that everything else is built on.

mod drawing;
mod sight;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::Value;

use super::command::Registry;
use super::event::{Audience, Event};
use super::guild::{Channel, ChannelKind, Guild, Member, User};
use super::ids::{ApplicationId, ChannelId, GuildId, InteractionId, MessageId, Snowflakes, UserId};
use super::interaction::Interaction;
use super::message::Message;
use super::roll::Roll;
use super::seed;
use crate::playground::refusal::{Outcome, Refusal};

pub(super) use drawing::drop_nonce;

/// Everything that the playground knows.
#[derive(Debug)]
pub(crate) struct World {
    /// The bot's user.
    pub(crate) bot: UserId,
    /// The person who owns the servers.
    pub(crate) admin: UserId,
    /// Whether the bot may have the intents that Discord gives on request only.
    pub(crate) privileged_intents: bool,
    /// People in the order in which they are offered, then the bot.
    pub(crate) users: Roll<User>,
    pub(crate) guilds: Roll<Guild>,
    pub(crate) channels: BTreeMap<ChannelId, Channel>,
    pub(crate) messages: BTreeMap<ChannelId, BTreeMap<MessageId, Message>>,
    pub(crate) commands: Registry,
    pub(crate) interactions: BTreeMap<InteractionId, Interaction>,
    /// Interactions without a first answer, oldest first.
    pub(crate) waiting: BTreeSet<InteractionId>,
    /// The newest interaction as the bot got it, to send it twice.
    pub(crate) newest_interaction: Option<(Option<GuildId>, Value)>,
    /// When messages of a channel were edited that were old by then.
    pub(crate) old_edits: BTreeMap<ChannelId, Vec<Timestamp>>,
    pub(crate) snowflakes: Snowflakes,
    pub(crate) rng: StdRng,
    /// Where files are served: `http://127.0.0.1:PORT`.
    pub(crate) address: String,
    /// Who looks on just now, once for each window; `None` where nobody says, and then everyone is told.
    pub(crate) onlookers: Option<Vec<UserId>>,
    /// What has happened since the shells last looked.
    pub(crate) events: Vec<Event>,
}

impl World {
    /// The seed world, whose files are served at `address`.
    pub(crate) fn new(address: String, seed: u64) -> Self {
        let mut world = Self {
            bot: seed::BOT,
            admin: seed::ADMIN,
            privileged_intents: true,
            users: seed::users().into_iter().collect(),
            guilds: seed::guilds().into_iter().collect(),
            channels: BTreeMap::new(),
            messages: BTreeMap::new(),
            commands: Registry::default(),
            interactions: BTreeMap::new(),
            waiting: BTreeSet::new(),
            newest_interaction: None,
            old_edits: BTreeMap::new(),
            snowflakes: Snowflakes::default(),
            rng: StdRng::seed_from_u64(seed),
            address,
            onlookers: None,
            events: Vec::new(),
        };
        for channel in seed::channels() {
            world.channels.insert(channel.id, channel);
        }
        world
    }

    /// Adds classmates to both servers; gives their ids.
    pub(crate) fn add_classmates(&mut self, count: usize) -> Vec<UserId> {
        let classmates = seed::classmates(count);
        let ids: Vec<UserId> = classmates.iter().map(|user| user.id).collect();
        for guild in self.guilds.iter_mut() {
            guild.members.extend(ids.iter().map(|user| Member {
                user: *user,
                nick: None,
                roles: Vec::new(),
                joined: seed::begun(),
            }));
        }
        for classmate in classmates {
            self.users.push(classmate);
        }
        ids
    }

    /// The bot's application; its id is the bot's own.
    pub(crate) fn application(&self) -> ApplicationId {
        self.bot.cast()
    }

    /// The application's flags, which say the privileged intents that it may have.
    pub(crate) const fn application_flags(&self) -> u64 {
        // Presences, members and message content, each in its form for bots in few servers.
        if self.privileged_intents {
            1 << 13 | 1 << 15 | 1 << 19
        } else {
            0
        }
    }

    /// A new gateway session's id.
    pub(crate) fn session_id(&mut self) -> String {
        let random: u128 = self.rng.random();
        format!("{random:032x}")
    }

    pub(crate) fn user(&self, id: UserId) -> Outcome<&User> {
        self.users.find(id).ok_or(Refusal::UNKNOWN_USER)
    }

    pub(crate) fn guild(&self, id: GuildId) -> Outcome<&Guild> {
        self.guilds.find(id).ok_or(Refusal::UNKNOWN_GUILD)
    }

    /// A server as the bot may see it: 50001 where it is no member.
    pub(crate) fn guild_of_bot(&self, id: GuildId) -> Outcome<&Guild> {
        let guild = self.guild(id)?;
        match guild.member(self.bot) {
            Some(_) => Ok(guild),
            None => Err(Refusal::MISSING_ACCESS),
        }
    }

    pub(crate) fn member(&self, guild: GuildId, user: UserId) -> Outcome<&Member> {
        self.guild(guild)?
            .member(user)
            .ok_or(Refusal::UNKNOWN_MEMBER)
    }

    pub(crate) fn channel(&self, id: ChannelId) -> Outcome<&Channel> {
        self.channels.get(&id).ok_or(Refusal::UNKNOWN_CHANNEL)
    }

    pub(crate) fn channel_mut(&mut self, id: ChannelId) -> Outcome<&mut Channel> {
        self.channels.get_mut(&id).ok_or(Refusal::UNKNOWN_CHANNEL)
    }

    pub(crate) fn message(&self, channel: ChannelId, id: MessageId) -> Outcome<&Message> {
        self.messages
            .get(&channel)
            .and_then(|messages| messages.get(&id))
            .ok_or(Refusal::UNKNOWN_MESSAGE)
    }

    pub(crate) fn message_mut(
        &mut self,
        channel: ChannelId,
        id: MessageId,
    ) -> Outcome<&mut Message> {
        self.messages
            .get_mut(&channel)
            .and_then(|messages| messages.get_mut(&id))
            .ok_or(Refusal::UNKNOWN_MESSAGE)
    }

    /// The direct-message channel between the bot and `person`, made when it is first wanted.
    pub(crate) fn direct_channel(&mut self, person: UserId, now: Timestamp) -> Outcome<ChannelId> {
        if self.user(person)?.bot {
            return Err(Refusal::CANNOT_MESSAGE_USER);
        }
        let known = self
            .channels
            .values()
            .find(|channel| channel.recipient == Some(person));
        if let Some(known) = known {
            return Ok(known.id);
        }
        let id: ChannelId = self.snowflakes.next(now);
        let mut channel = Channel::text(id, seed::SCHOOL, "", 0);
        channel.kind = ChannelKind::Direct;
        channel.guild = None;
        channel.recipient = Some(person);
        let drawn = self.draw_direct(&channel);
        self.channels.insert(id, channel);
        self.tell(Audience::Person(person), "CHANNEL_CREATE", drawn);
        Ok(id)
    }
}
