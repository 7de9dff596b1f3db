//! What Discord sends: interactions go to poise or to `presses`, the rest is counted.

mod interactions;

use std::sync::{Arc, OnceLock};

use serenity::all::{Context, Event, Http, RawEventHandler, Ready, ShardManager, UserId};
use tokio::sync::{RwLock, watch};

use super::errors::CommandError;
use super::watchdog::Pulse;
use super::{Bot, invite, playing, register};

/// Kinds of events that the bot cannot do without.
const NEEDED: &[&str] = &[
    "READY",
    "RESUMED",
    "INTERACTION_CREATE",
    "GUILD_CREATE",
    "GUILD_DELETE",
];

/// What events lead to.
pub(super) struct Events {
    pub(super) bot: Arc<Bot>,
    /// What the commands are registered with.
    pub(super) http: Http,
    /// Every event is a sign of life.
    pub(super) pulse: Arc<Pulse>,
    pub(super) options: poise::FrameworkOptions<Bot, CommandError>,
    pub(super) development_server: Option<u64>,
    /// Set as soon as serenity has one, before it connects.
    pub(super) shards: OnceLock<Arc<ShardManager>>,
    /// Who the bot is, since READY.
    pub(super) me: OnceLock<UserId>,
    /// Turns true when the commands are registered.
    pub(super) ready: watch::Sender<bool>,
    /// Held for reading while something is answered, so that a shutdown can wait for it.
    pub(super) answering: RwLock<()>,
}

/// Hands every event on. The only one of its kind: serenity copies each event, and starts a task, for each handler that there is.
pub(super) struct Listener(pub(super) Arc<Events>);

#[serenity::async_trait]
impl RawEventHandler for Listener {
    async fn raw_event(&self, ctx: Context, event: Event) {
        self.0.heard(&ctx, &event).await;
    }
}

impl Events {
    async fn heard(&self, ctx: &Context, event: &Event) {
        self.pulse.heard(ctx.shard_id.0);
        match event {
            Event::InteractionCreate(event) => self.interaction(ctx, &event.interaction).await,
            // What is rarer is boxed, so that a command needs little room.
            event => Box::pin(self.heard_besides(event)).await,
        }
    }

    /// Every event but interactions.
    async fn heard_besides(&self, event: &Event) {
        match event {
            Event::MessageCreate(event) => {
                let answering = self.answering.read().await;
                playing::typed(&self.bot, &event.message).await;
                drop(answering);
            }
            Event::Ready(event) => self.ready(&event.ready).await,
            Event::GuildCreate(event) => self.entered(event.guild.id.get()).await,
            // Otherwise the server is only unavailable for a while.
            Event::GuildDelete(event) if !event.guild.unavailable => {
                self.left(event.guild.id.get()).await;
            }
            Event::ChannelDelete(event) => self.without_channel(event.channel.id.get()).await,
            Event::ThreadDelete(event) => self.without_channel(event.thread.id.get()).await,
            Event::Unknown(event) => self.unread(&event.kind),
            _ => {}
        }
    }

    async fn ready(&self, ready: &Ready) {
        self.http.set_application_id(ready.application.id);
        tracing::info!(
            servers = ready.guilds.len(),
            "Connected as {} to {} servers",
            ready.user.name,
            ready.guilds.len()
        );
        self.is_in(ready).await;
        // READY comes again with every new session; the commands are registered once.
        if self.me.set(ready.user.id).is_err() {
            return;
        }
        tracing::info!(
            "Invite link: {}",
            invite::invite_link(ready.application.id.get())
        );
        // Games go on whether the commands can be registered or not.
        let rooms = self.bot.rooms.clone();
        tokio::spawn(async move { rooms.revive().await });
        let commands = poise::builtins::create_application_commands(&self.options.commands);
        register::until_done(&self.http, self.development_server, commands).await;
        self.ready.send_replace(true);
    }

    /// A channel or a thread is gone.
    async fn without_channel(&self, gone: u64) {
        self.bot.rooms.gone(|_, channel| channel.0 == gone).await;
    }

    /// The bot was removed from a server.
    async fn left(&self, gone: u64) {
        self.bot.rooms.gone(|server, _| server.0 == gone).await;
        let now = self.bot.rooms.now();
        let left = self.bot.present.left(&*self.bot.records, gone, now).await;
        if let Err(fault) = left {
            tracing::error!(%fault, server = gone, "It could not be written down that Clio left a server");
        }
    }

    /// The bot is in a server: at the start, after an outage, or because it was invited.
    async fn entered(&self, here: u64) {
        let entered = self.bot.present.entered(&*self.bot.records, here).await;
        if let Err(fault) = entered {
            tracing::error!(%fault, server = here, "It could not be written down that Clio is in a server");
        }
    }

    /// An event that does not fit serenity's types would be lost in silence.
    fn unread(&self, kind: &str) {
        let count = self.bot.counters.unknown_event(kind);
        if NEEDED.contains(&kind) {
            tracing::warn!(kind, count, "An event of Discord's could not be read");
        }
    }

    /// Compares the servers that Discord names with those that something is kept of.
    async fn is_in(&self, ready: &Ready) {
        let servers: Vec<u64> = ready.guilds.iter().map(|server| server.id.get()).collect();
        let shard = ready.shard;
        let is_own = |server: u64| match shard {
            Some(shard) if shard.total > 0 => {
                (server >> 22) % u64::from(shard.total) == u64::from(shard.id.0)
            }
            _ => true,
        };
        let (bot, now) = (&self.bot, self.bot.rooms.now());
        let compared = bot.present.all(&*bot.records, &servers, is_own, now).await;
        if let Err(fault) = compared {
            tracing::error!(%fault, "The servers that Clio is in could not be compared with those it knows");
        }
    }
}
