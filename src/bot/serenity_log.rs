//! What serenity tells nobody and writes to its log only: that a session is begun or taken up, and that Discord has closed a connection
//! for good.
//!
//! It goes on with a connection that was closed so, and takes up a session that is refused, without a rest and without an end. A story for each code holds the wording.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, mpsc};
use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::filter::FilterFn;
use tracing_subscriber::layer::{Context, Layer};

use super::sessions::{self, Resumes, TooMany};
use super::watchdog::Pulse;
use super::{Bot, StartError};

/// What was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heard {
    /// A session is begun: an IDENTIFY is on its way.
    Begun,
    /// A session is taken up again: a RESUME is on its way.
    Resumed,
    /// 4003: the session is over; another may be begun.
    NotAuthenticated,
    /// 4010: the numbers of the shard are wrong.
    InvalidShard,
    /// 4011: there are too few shards.
    ShardingRequired,
    /// 4012: this version of the gateway is gone.
    InvalidVersion,
}

/// Where serenity writes, and what it says there, in its own words.
const FRAMES: &str = "serenity::gateway::ws";
const SHARDS: &str = "serenity::gateway::shard";
const SAID: [(&str, &str, Heard); 6] = [
    (FRAMES, "] Identifying", Heard::Begun),
    (SHARDS, "] Attempting to resume", Heard::Resumed),
    (SHARDS, "Sent no authentication.", Heard::NotAuthenticated),
    (SHARDS, "Sent invalid shard data.", Heard::InvalidShard),
    (
        SHARDS,
        "Shard has too many guilds.",
        Heard::ShardingRequired,
    ),
    (SHARDS, "Unknown unclean close 4012:", Heard::InvalidVersion),
];

/// So much may wait to be heard.
const UNHEARD: usize = 256;

/// Serenity's log, for the bot.
#[derive(Debug)]
pub struct SerenityLog(mpsc::Receiver<Heard>);

impl SerenityLog {
    /// A layer for the process's log, what it is to be shown, and what it hears.
    pub fn listen<S: Subscriber>() -> (impl Layer<S>, FilterFn, Self) {
        let (tell, told) = mpsc::channel(UNHEARD);
        let only = FilterFn::new(is_heard as fn(&Metadata<'_>) -> bool);
        let only = only.with_max_level_hint(LevelFilter::DEBUG);
        (Ear(tell), only, Self(told))
    }
}

/// Its words only: serenity opens several spans for each event of Discord's, which would be kept for nobody.
fn is_heard(metadata: &Metadata<'_>) -> bool {
    metadata.is_event()
        && *metadata.level() <= Level::DEBUG
        && [FRAMES, SHARDS].contains(&metadata.target())
}

/// Listens to the log.
struct Ear(mpsc::Sender<Heard>);

impl<S: Subscriber> Layer<S> for Ear {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut message = Message::default();
        event.record(&mut message);
        let target = event.metadata().target();
        let means =
            |(at, said, _): &&(&str, &str, Heard)| target == *at && message.0.contains(said);
        if let Some((_, _, heard)) = SAID.iter().find(means) {
            // Without a bot there is nobody to tell; and who hears nothing for so long is started anew by the watchdog.
            self.0.try_send(*heard).ok();
        }
    }
}

/// The message of an event.
#[derive(Default)]
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}

/// Does what follows from what is heard.
pub(super) struct Follower {
    pub(super) bot: Arc<Bot>,
    pub(super) n_shards: u32,
    pub(super) pulse: Arc<Pulse>,
    /// Where the gateway is: serenity looks here before each connection.
    pub(super) gateway: Arc<Mutex<String>>,
}

impl Follower {
    /// Comes when the bot has to end.
    pub(super) async fn follow(self, log: Option<SerenityLog>) -> StartError {
        let mut resumes = Resumes::default();
        if let Some(mut log) = log {
            while let Some(heard) = log.0.recv().await {
                match heard {
                    Heard::Begun => {
                        if let Err(TooMany(wait)) = self.begun().await {
                            return StartError::TooOften(wait);
                        }
                    }
                    Heard::Resumed => self.resumed(&mut resumes).await,
                    // Serenity begins no other by itself.
                    Heard::NotAuthenticated => self.pulse.unheard(),
                    Heard::InvalidShard => return StartError::Shard,
                    Heard::ShardingRequired => return StartError::TooFewShards,
                    Heard::InvalidVersion => return StartError::Outdated(4012),
                }
            }
        }
        std::future::pending().await
    }

    /// Counts a session, and holds the next connection back where they come too often.
    async fn begun(&self) -> Result<(), TooMany> {
        let now = self.bot.rooms.now();
        let pause = sessions::count(&*self.bot.records, self.n_shards, now).await?;
        if !pause.is_zero() {
            tracing::warn!(
                "Clio has connected often within an hour; it does so again in {} s at the earliest",
                pause.as_secs_f64().ceil()
            );
            self.hold(pause).await;
        }
        Ok(())
    }

    /// The same for a session that is taken up again, which nothing else slows down.
    async fn resumed(&self, resumes: &mut Resumes) {
        let pause = resumes.count(self.bot.rooms.now(), self.n_shards);
        if !pause.is_zero() {
            tracing::warn!(
                "Clio has taken up its connection often within a minute; it does so again in {} s at the earliest",
                pause.as_secs_f64().ceil()
            );
            self.hold(pause).await;
        }
    }

    /// Keeps every shard from connecting for so long.
    async fn hold(&self, pause: Duration) {
        self.pulse.excuse(pause);
        let held = Arc::clone(&self.gateway).lock_owned().await;
        tokio::spawn(async move {
            tokio::time::sleep(pause).await;
            drop(held);
        });
    }
}
