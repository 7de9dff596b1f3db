//! The whole of what is known, with the look-ups that everything else is built on.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use twilight_model::guild::Permissions;

use super::command::Registry;
use super::event::{Audience, Dispatch, Event, Need};
use super::guild::{Channel, ChannelKind, Guild, Member, User};
use super::ids::{ApplicationId, ChannelId, GuildId, InteractionId, MessageId, Snowflakes, UserId};
use super::interaction::Interaction;
use super::message::{Cast, Message};
use super::roll::Roll;
use super::{permissions, seed};
use crate::playground::refusal::{Outcome, Refusal};

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
    pub(super) fn onlookers(&self) -> Vec<UserId> {
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
        drawn["joined_at"] = json!(super::ids::iso(seed::begun()));
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

/// Discord does not keep a nonce: it is told when the message is sent, and never again.
pub(super) fn drop_nonce(drawn: &mut Value) {
    if let Some(fields) = drawn.as_object_mut() {
        fields.remove("nonce");
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
