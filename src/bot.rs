//! Floor 4: Discord. Commands and presses in, cards out, by serenity and poise.
//!
//! Commands are thin: they ask `answers` for a card and give it back. Everything leaves through `door`, all text of notes and
//! people passes `escape`, presses come in at `presses`. The bot has a thread and a runtime of its own.

mod commands;
mod playing;
mod practice;
mod presses;
mod seasons;
mod settings;

mod illustrate;
mod names;
mod scores;

mod rooms;

mod custom_id;
mod draw;
mod escape;

pub mod pictures;

mod command_limits;
mod counters;
mod door;
mod errors;
mod metrics;
mod once;
mod patience;

mod connect;
mod endpoint;
mod events;
mod gateway;
mod housekeeping;
mod invite;
mod rate_limits;
mod register;
mod reload;
mod serenity_log;
mod sessions;
mod watchdog;

mod running;

use std::path::PathBuf;
use std::sync::Arc;

use serenity::all::CommandInteraction;

use crate::answers::{Asker, Card};
use crate::config::{self, Secret};
use crate::disk::{Shelf, Shelves};
use crate::library::Library;
use crate::store::{Channel, Records};

pub use counters::{Count, Counters};
pub use gateway::StartError;
pub use invite::{ask_invite, invite_link};
pub use running::{OwnProcess, Running, start, start_in_own_process, stop_signal};
pub use serenity_log::SerenityLog;
pub use watchdog::{Alarm, Pulse};

/// What a bot is started with.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The bot's token.
    pub token: Secret,
    /// `[discord]`
    pub discord: config::Discord,
    /// The notes, and which server reads which.
    pub shelves: Shelves,
    /// Read the notes again when a file changes.
    pub watch: bool,
    /// The folder of the database.
    pub data: PathBuf,
    /// A PostgreSQL database in its place.
    pub database: Option<Secret>,
    /// `[quiz]`
    pub quiz: config::Quiz,
    /// `[commands]`
    pub commands: config::Commands,
    /// `[metrics]`
    pub metrics: config::Metrics,
    /// `[privacy]`
    pub privacy: config::Privacy,
    /// `[defaults]`
    pub defaults: config::Defaults,
}

/// What commands and presses share.
#[derive(Debug)]
struct Bot {
    door: Arc<door::Door>,
    rooms: rooms::Rooms,
    /// Scores, study groups, seasons and what people may take away.
    records: Arc<dyn Records>,
    /// How long what is kept.
    privacy: config::Privacy,
    /// Who was told lately what is kept of them.
    told: once::Once,
    /// The servers it is in.
    present: housekeeping::Present,
    shelves: Shelves,
    /// The servers that may use it; all if empty.
    servers: Vec<u64>,
    /// It may read what members write.
    reads_messages: bool,
    /// Who is called what.
    names: names::Names,
    pictures: pictures::Pictures,
    /// Which pages are turned already.
    turns: illustrate::Turns,
    once: once::Once,
    limits: command_limits::CommandLimits,
    counters: Arc<Counters>,
    /// Held while the notes are read again.
    reloading: Arc<tokio::sync::Mutex<()>>,
}

/// A custom id as it is spelt after it was read; `None` if it is none of Clio's. For the fuzz target: the type stays inside of the bot.
#[doc(hidden)]
#[must_use]
pub fn custom_id_again(text: &str) -> Option<String> {
    let id: custom_id::CustomId = text.parse().ok()?;
    Some(id.to_string())
}

impl Bot {
    /// The notes of a server, or of direct messages, if it may read any.
    fn shelf(&self, server: Option<u64>) -> Result<&Arc<Shelf>, errors::UserError> {
        match server {
            Some(server) if !self.servers.is_empty() && !self.servers.contains(&server) => {
                Err(errors::UserError::ServerNotAllowed(server))
            }
            None if !self.servers.is_empty() => Err(errors::UserError::DirectMessage),
            server => Ok(self.shelves.shelf_for(server)),
        }
    }

    /// Whether a command is taken: the server may use the bot, and there are not too many.
    fn takes(&self, command: &CommandInteraction) -> Result<(), errors::UserError> {
        let server = command.guild_id.map(Into::into);
        self.shelf(server)?;
        let passed = self.limits.pass(command.user.id.get(), server);
        if passed.is_err() {
            self.counters.held_up.bump();
        }
        passed
    }

    /// Whether a quiz runs in a channel.
    fn is_playing(&self, channel: u64) -> bool {
        self.rooms.is_playing(Channel(channel))
    }

    /// The card that `look_up` finds in the notes of a server.
    fn card(
        &self,
        server: Option<u64>,
        look_up: impl FnOnce(&Library) -> Card,
    ) -> Result<Card, errors::UserError> {
        Ok(look_up(&self.shelf(server)?.library()))
    }
}

/// What the answer depends on besides the words: today's date where the bot runs, and how the person's language writes dates.
fn asker(locale: &str) -> Asker {
    Asker {
        today: jiff::ZonedDateTime::now().date(),
        day_first: locale != "en-US",
    }
}
