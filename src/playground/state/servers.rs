//! Further servers, as many as a load wants: each with a few channels and people, all owned by the admin.

use twilight_model::id::Id;

use super::guild::{Channel, Guild, Member, Role, User};
use super::ids::{ChannelId, GuildId, UserId};
use super::seed;
use super::world::World;

/// The channels of each.
pub(crate) const CHANNELS: [&str; 4] = ["general", "revision", "reading", "quiz-night"];
/// How many people are in each, beside the admin and the bot.
pub(crate) const PEOPLE: usize = 4;

/// Ids that belong to the `n`-th further server; each was made in a millisecond of its own, so that they spread over shards.
const fn id(server: u64, of: u64) -> u64 {
    ((seed::MADE + 1 + server) << 22) + of
}

/// The id of the `n`-th further server.
pub(crate) const fn server(n: u64) -> GuildId {
    Id::new(id(n, 0))
}

/// The `nth` channel of the `n`-th further server.
pub(crate) const fn channel(n: u64, nth: u64) -> ChannelId {
    Id::new(id(n, 1 + nth))
}

impl World {
    /// Adds `count` servers. They share their few people, as servers of one school do.
    pub(crate) fn add_servers(&mut self, count: u64) {
        let people = self.add_people(if count > 0 { PEOPLE } else { 0 });
        for n in 0..count {
            self.guilds.push(guild(n, self.bot, &people));
            for (name, nth) in CHANNELS.iter().zip(0_u32..) {
                let channel = Channel::text(channel(n, nth.into()), server(n), name, nth);
                self.channels.insert(channel.id, channel);
            }
        }
    }

    /// Adds people who are in no server yet; gives their ids.
    pub(crate) fn add_people(&mut self, count: usize) -> Vec<UserId> {
        let known = self.users.len() as u64;
        let add = |n: u64| {
            let number = known + n;
            let user = User {
                id: seed::person(number),
                username: format!("student{number}"),
                display: format!("Student {number}"),
                bot: false,
                simulated: true,
            };
            let id = user.id;
            self.users.push(user);
            id
        };
        (0..count as u64).map(add).collect()
    }

    /// Lets people into a server. The bot is not told: it has not asked for that intent.
    pub(crate) fn let_in(&mut self, guild: GuildId, people: &[UserId]) {
        if let Some(guild) = self.guilds.find_mut(guild) {
            guild
                .members
                .extend(people.iter().map(|user| member(*user)));
        }
    }
}

fn guild(n: u64, bot: UserId, people: &[UserId]) -> Guild {
    let role = |id, name: &str, permissions, position, managed_by| Role {
        id,
        name: name.to_owned(),
        permissions,
        colour: 0,
        position,
        managed_by,
    };
    let everyone = server(n).cast();
    let own = Id::new(id(n, 1 + CHANNELS.len() as u64));
    let mut members: Vec<Member> = people.iter().map(|user| member(*user)).collect();
    members.push(member(seed::ADMIN));
    members.push(Member {
        roles: vec![own],
        ..member(bot)
    });
    Guild {
        id: server(n),
        name: format!("Study Group {}", n + 1),
        owner: seed::ADMIN,
        roles: vec![
            role(everyone, "@everyone", seed::everyone(), 0, None),
            role(own, "Clio", seed::bots(), 1, Some(bot)),
        ],
        members,
    }
}

fn member(user: UserId) -> Member {
    Member {
        user,
        nick: None,
        roles: Vec::new(),
        joined: seed::begun(),
    }
}
