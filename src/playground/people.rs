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

mod line;
mod seen;
mod waiting;

use serde_json::{Value, json};

pub(crate) use self::line::command_data;
pub use self::seen::{Answer, Button, Choice, OpenModal, Seen};
use self::waiting::{next_frame, next_nonce};
use super::shared::{Frame, Shared, Watching};
use super::state::acting::Reply;
use super::state::ids::{ChannelId, InteractionId, MessageId, UserId};
use super::state::interaction::Kind;
use super::state::world::World;

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

    /// Gives a command: its name with subcommands (`quiz start`), and its options.
    pub async fn command(&self, name: &str, options: &[(&str, &str)]) -> Answer {
        let data = command_data(name, options, None);
        self.acts(|world, nonce, now| world.give_command(self.id, self.channel, &data, nonce, now))
            .await
    }

    /// Gives a command as it is typed: `/event when:27-october`, or `/event 27-october` for the first option.
    pub async fn runs(&self, typed: &str) -> Answer {
        let known = self.shared.look(|world| world.commands_for(self.id));
        match line::read(typed, &known) {
            Ok((name, options)) => {
                let options: Vec<(&str, &str)> = options
                    .iter()
                    .map(|(name, value)| (name.as_str(), value.as_str()))
                    .collect();
                self.command(&name, &options).await
            }
            Err(why) => Answer::refused(why),
        }
    }

    /// What is suggested while `typed` stands in an option; `options` are those filled in before.
    ///
    /// # Errors
    ///
    /// A sentence on why nothing is suggested.
    pub async fn completes(
        &self,
        name: &str,
        options: &[(&str, &str)],
        option: &str,
        typed: &str,
    ) -> Result<Vec<Choice>, String> {
        let data = command_data(name, options, Some((option, typed)));
        let mut watching = self.shared.watch(self.id);
        let nonce = next_nonce();
        self.shared.change(|world, now| {
            world.complete(self.id, self.channel, &data, nonce.clone(), now)
        })?;
        loop {
            let frame = next_frame(&mut watching).await?;
            if frame.data["nonce"] != nonce {
                continue;
            }
            match frame.name {
                "AUTOCOMPLETE" => return Ok(seen::choices(&frame.data)),
                "INTERACTION_FAILURE" => return Err(seen::text_of(&frame.data["reason"])),
                _ => {}
            }
        }
    }

    /// Presses the button with this label (or the start of it) on the newest message that has one.
    pub async fn presses(&self, label: &str) -> Answer {
        let messages = self.messages();
        let found = messages
            .iter()
            .rev()
            .find(|message| message.button(label).is_some());
        match found {
            Some(message) => self.presses_on(message, label).await,
            None => Answer::refused(format!("there is no button \"{label}\" to press")),
        }
    }

    /// Presses a button of one message.
    pub async fn presses_on(&self, message: &Seen, label: &str) -> Answer {
        let Some(custom_id) = message.button(label).and_then(|button| button.custom_id) else {
            return Answer::refused(format!("there is no button \"{label}\" to press"));
        };
        self.uses(
            message,
            &json!({"component_type": 2, "custom_id": custom_id}),
        )
        .await
    }

    /// Chooses from the menu with this custom id or placeholder on the newest message that has one; options by label or value.
    pub async fn chooses(&self, menu: &str, options: &[&str]) -> Answer {
        for message in self.messages().iter().rev() {
            if let Some(data) = message.choose(menu, options) {
                return self.uses(message, &data).await;
            }
        }
        Answer::refused(format!("there is no menu \"{menu}\" to choose from"))
    }

    async fn uses(&self, message: &Seen, data: &Value) -> Answer {
        let Some(message) = MessageId::new_checked(message.id()) else {
            return Answer::refused("that is no message".to_owned());
        };
        self.acts(|world, nonce, now| {
            world.use_component(self.id, self.channel, message, data, nonce, now)
        })
        .await
    }

    /// Uses a component that is not on the message, as an altered client could.
    pub async fn forges(&self, message: &Seen, custom_id: &str) -> Answer {
        let source = MessageId::new_checked(message.id());
        let data = json!({"component_type": 2, "custom_id": custom_id, "id": 1});
        self.acts(|world, nonce, now| {
            Ok(world.begin(
                super::state::interaction::Request {
                    kind: Kind::Component,
                    person: self.id,
                    channel: self.channel,
                    nonce,
                    data,
                    command: None,
                    source,
                    opened_by: None,
                },
                now,
            ))
        })
        .await
    }

    /// Fills in and sends off a modal; fields by custom id or label.
    pub async fn submits(&self, modal: &OpenModal, fields: &[(&str, &str)]) -> Answer {
        let Some(opener) = InteractionId::new_checked(modal.opener) else {
            return Answer::refused("that form is not open any more".to_owned());
        };
        let components = modal.filled(fields);
        self.acts(|world, nonce, now| {
            world.submit_modal(self.id, opener, &modal.custom_id, &components, nonce, now)
        })
        .await
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
