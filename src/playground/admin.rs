//! What the administrator of a server can do to a bot, for tests: rules of channels, deletions, putting the bot out.

use twilight_model::id::Id;

use super::Playground;
use super::refusal::Outcome;
use super::state::ids::{ChannelId, GuildId, MessageId};
use super::state::world::World;

pub use twilight_model::guild::Permissions;

impl Playground {
    /// Forbids the bot something in a channel, whatever its roles allow.
    ///
    /// # Panics
    ///
    /// If there is no such channel: the test is wrong. The same holds for what follows.
    pub fn forbids(&self, channel: u64, what: Permissions) {
        self.rules(channel, Permissions::empty(), what);
    }

    /// Takes back what was forbidden to the bot in a channel.
    pub fn forbids_nothing(&self, channel: u64) {
        self.rules(channel, Permissions::empty(), Permissions::empty());
    }

    /// Forbids a person something in a channel; nothing takes it back.
    pub fn forbids_to(&self, name: &str, channel: u64, what: Permissions) {
        let person = Id::new(self.person(name).id());
        self.does(|world| world.rule(channel_id(channel), person, Permissions::empty(), what));
    }

    fn rules(&self, channel: u64, allow: Permissions, deny: Permissions) {
        self.does(|world| world.rule(channel_id(channel), world.bot, allow, deny));
    }

    /// Deletes a channel or a thread.
    pub fn deletes_channel(&self, channel: u64) {
        self.does(|world| world.delete_channel(channel_id(channel)));
    }

    /// Deletes a message, whoever wrote it.
    pub fn deletes_message(&self, channel: u64, message: u64) {
        let message: MessageId = Id::new(message);
        self.does(|world| world.remove(channel_id(channel), message));
    }

    /// Puts a person out of a server; what they wrote stays.
    pub fn puts_out(&self, name: &str, server: u64) {
        let person = Id::new(self.person(name).id());
        let server: GuildId = Id::new(server);
        self.does(|world| world.remove_member(server, person));
    }

    /// Gives a person another name in a server.
    pub fn calls(&self, name: &str, server: u64, nick: &str) {
        let person = Id::new(self.person(name).id());
        let server: GuildId = Id::new(server);
        self.does(|world| world.nickname(server, person, nick));
    }

    /// Puts the bot out of a server.
    pub fn removes_bot(&self, server: u64) {
        let server: GuildId = Id::new(server);
        self.does(|world| world.remove_bot(server));
    }

    /// Tells the bot that a server is unavailable, as Discord does in an outage.
    pub fn outage_begins(&self, server: u64) {
        self.does(|world| world.outage(Id::new(server), true));
    }

    /// Tells the bot that a server is there again.
    pub fn outage_ends(&self, server: u64) {
        self.does(|world| world.outage(Id::new(server), false));
    }

    /// Lets the bot into a server again.
    pub fn invites_bot(&self, server: u64) {
        let server: GuildId = Id::new(server);
        let invited = self
            .shared
            .change(|world, now| world.invite_bot(server, now));
        invited.expect("the test names a server of the playground");
    }

    fn does(&self, act: impl FnOnce(&mut World) -> Outcome<()>) {
        let done = self.shared.change(|world, _| act(world));
        done.expect("the test names what is there");
    }
}

fn channel_id(channel: u64) -> ChannelId {
    Id::new(channel)
}
