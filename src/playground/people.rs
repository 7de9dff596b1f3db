//! People as a test tells of them: the same verbs as the page's, in this process.
//!
//! ```no_run
//! # async fn story(playground: clio::playground::Playground) {
//! let ann = playground.person("ann");
//! let answer = ann.command("event", &[("when", "27-october")]).await;
//! assert!(answer.message().text().contains("27 October"));
//! let context = ann.presses("Context").await;
//! assert!(context.message().is_ephemeral());
//! # }
//! ```

mod asking;
mod line;
mod seen;
mod waiting;

use serde_json::Value;

use super::shared::{Frame, Shared, Watching};
use super::state::acting::Reply;
use super::state::ids::{ChannelId, MessageId, UserId};
use super::state::world::World;

pub(crate) use self::line::command_data;
pub use self::seen::{Answer, Button, Choice, OpenModal, Seen};

/// Someone in a channel.
#[derive(Debug, Clone)]
pub struct Person {
    shared: Shared,
    id: UserId,
    channel: ChannelId,
}

/// What a person's page hears, as it comes.
#[derive(Debug)]
pub struct Events {
    watching: Watching,
}

impl Events {
    /// The next frame: its name (`MESSAGE_CREATE` …) and its data. `None` when the playground ends.
    pub async fn next(&mut self) -> Option<(&'static str, Value)> {
        let Frame { name, data } = self.watching.frames.recv().await?;
        Some((name, data))
    }
}

impl Person {
    pub(crate) fn new(shared: Shared, id: UserId, channel: ChannelId) -> Self {
        Self {
            shared,
            id,
            channel,
        }
    }

    /// The person's id.
    pub fn id(&self) -> u64 {
        self.id.get()
    }

    /// The id of the channel that the person is in.
    pub fn channel_id(&self) -> u64 {
        self.channel.get()
    }

    /// The same person in another channel or thread of the same server.
    ///
    /// # Panics
    ///
    /// If the server has no channel of that name: the test is wrong.
    #[must_use]
    pub fn at(&self, channel: &str) -> Self {
        let guild = self
            .shared
            .look(|world| world.channels[&self.channel].guild);
        let channel = self
            .shared
            .look(|world| find_channel(world, channel, |own| own.guild == guild));
        self.moved(channel.expect("the test names a channel of this server"))
    }

    /// The same person in a channel of another server.
    ///
    /// # Panics
    ///
    /// If there is no such server or channel: the test is wrong.
    #[must_use]
    pub fn at_in(&self, server: &str, channel: &str) -> Self {
        let channel = self.shared.look(|world| {
            let guild = world.guilds.iter().find(|guild| guild.name == server)?.id;
            find_channel(world, channel, |own| own.guild == Some(guild))
        });
        self.moved(channel.expect("the test names a server and a channel of it"))
    }

    /// The same person in direct messages with the bot.
    #[must_use]
    pub fn in_direct_messages(&self) -> Self {
        let channel = self
            .shared
            .change(|world, now| world.direct_channel(self.id, now));
        self.moved(channel.expect("every person can write to the bot"))
    }

    fn moved(&self, channel: ChannelId) -> Self {
        Self {
            channel,
            ..self.clone()
        }
    }

    /// Everything that this person's page hears from now on.
    pub fn events(&self) -> Events {
        Events {
            watching: self.shared.watch(self.id),
        }
    }

    /// The messages of the channel as this person sees them, newest last.
    pub fn messages(&self) -> Vec<Seen> {
        self.shared.look(|world| {
            let messages = world.look_back(self.id, self.channel, None, 100);
            let (messages, _) = messages.unwrap_or_default();
            messages
                .into_iter()
                .map(|message| Seen::new(world.draw_message(message)))
                .collect()
        })
    }

    /// One message as it is now, if the person sees it.
    pub fn sees(&self, id: u64) -> Option<Seen> {
        let id = MessageId::new_checked(id)?;
        self.shared.look(|world| {
            let message = world.message(self.channel, id).ok()?;
            let own = message.only_for.is_none_or(|only| only == self.id) && !message.dismissed;
            let sees = own && world.sees(self.id, self.channel);
            sees.then(|| Seen::new(world.draw_message(message)))
        })
    }

    /// Writes a message.
    ///
    /// # Errors
    ///
    /// A sentence on why it cannot be sent.
    pub fn says(&self, text: &str) -> Result<Seen, String> {
        self.writes(text, None)
    }

    /// Replies to a message.
    ///
    /// # Errors
    ///
    /// A sentence on why it cannot be sent.
    pub fn replies(&self, to: &Seen, text: &str) -> Result<Seen, String> {
        let to = MessageId::new_checked(to.id());
        self.writes(text, to.map(|to| Reply { to, ping: true }))
    }

    /// Replies to a message without mentioning who wrote it.
    ///
    /// # Errors
    ///
    /// A sentence on why it cannot be sent.
    pub fn replies_quietly(&self, to: &Seen, text: &str) -> Result<Seen, String> {
        let to = MessageId::new_checked(to.id());
        self.writes(text, to.map(|to| Reply { to, ping: false }))
    }

    fn writes(&self, text: &str, reply: Option<Reply>) -> Result<Seen, String> {
        self.shared.change(|world, now| {
            let id = world.say(self.id, self.channel, text, reply, Value::Null, now)?;
            let message = world
                .message(self.channel, id)
                .map_err(|refusal| refusal.message.into_owned())?;
            Ok(Seen::new(world.draw_message(message)))
        })
    }

    /// Puts an ephemeral message away.
    ///
    /// # Errors
    ///
    /// A sentence on why not.
    pub fn dismisses(&self, message: &Seen) -> Result<(), String> {
        let id = MessageId::new_checked(message.id()).ok_or("that is no message")?;
        self.shared.change(|world, _| world.dismiss(self.id, id))
    }
}

fn find_channel(
    world: &World,
    name: &str,
    keep: impl Fn(&super::state::guild::Channel) -> bool,
) -> Option<ChannelId> {
    let name = name.trim_start_matches('#');
    world
        .channels
        .values()
        .find(|channel| channel.name == name && keep(channel))
        .map(|channel| channel.id)
}
