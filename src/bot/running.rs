//! A bot's life: its thread and runtime, connecting, the small tasks beside it, and an orderly end.

use std::future::Future;
use std::io;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::thread::JoinHandle;
use std::time::Duration;

use serenity::Client;
use serenity::all::{ClientBuilder, GatewayError};
use tokio::sync::{RwLock, mpsc, watch};
use tokio::task::JoinSet;

use super::events::{Events, Unread};
use super::gateway::{self, StartError};
use super::pictures::Pictures;
use super::rooms::{Clock, PodiumStands, Post, Rooms};
use super::{
    Bot, Counters, Settings, commands, door, endpoint, errors, illustrate, names, once,
    rate_limits, reload,
};
use crate::config::Secret;
use crate::store::{Postgres, Records, Sqlite, Store, StoreError};

/// How long a shutdown waits for answers that are under way, and again for what else runs.
const GRACE: Duration = Duration::from_millis(1_500);
/// How long it waits for the connections to Discord to close.
const HANG_UP: Duration = Duration::from_secs(2);

/// A bot on its own thread.
#[derive(Debug)]
pub struct Running {
    thread: JoinHandle<Result<(), StartError>>,
    ready: watch::Receiver<bool>,
    counters: Arc<Counters>,
}

impl Running {
    /// Waits until the bot is connected and its commands are registered; false if it ended before.
    pub async fn ready(&mut self) -> bool {
        self.ready.wait_for(|ready| *ready).await.is_ok()
    }

    /// What it has done so far.
    #[must_use]
    pub fn counters(&self) -> Arc<Counters> {
        Arc::clone(&self.counters)
    }

    /// Waits for its end. Blocks.
    ///
    /// # Errors
    /// Why it did not start or not go on.
    pub fn join(self) -> Result<(), StartError> {
        self.thread.join().unwrap_or(Err(StartError::Panicked))
    }
}

/// Starts a bot that runs until `shutdown` comes.
///
/// # Errors
/// When the system gives no thread or no runtime.
pub fn start(
    settings: Settings,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<Running> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("bot")
        .enable_all()
        .build()?;
    let counters = Arc::new(Counters::default());
    let (ready, is_ready) = watch::channel(false);
    let shared = Arc::clone(&counters);
    let thread = std::thread::Builder::new()
        .name("bot".to_owned())
        .spawn(move || {
            let outcome = runtime.block_on(run(settings, shared, ready, shutdown));
            runtime.shutdown_timeout(GRACE);
            outcome
        })?;
    Ok(Running {
        thread,
        ready: is_ready,
        counters,
    })
}

/// Comes when the process is asked to end: Ctrl-C, or SIGTERM.
pub async fn stop_signal() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => return,
                _ = tokio::signal::ctrl_c() => return,
            }
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        // Without signals the process is ended from outside.
        std::future::pending::<()>().await;
    }
}

async fn run(
    settings: Settings,
    counters: Arc<Counters>,
    ready: watch::Sender<bool>,
    shutdown: impl Future<Output = ()>,
) -> Result<(), StartError> {
    let watch = settings.watch;
    let endpoint = match settings.metrics.listen {
        Some(at) => Some(endpoint::listen(at).await?),
        None => None,
    };
    let is_ready = ready.subscribe();
    let (podiums, standing) = mpsc::channel(illustrate::WAITING);
    let (mut serenity, events, n_shards) = connect(settings, counters, ready, podiums).await?;
    let shards = Arc::clone(&serenity.shard_manager);
    let bot = Arc::clone(&events.bot);

    let mut beside = JoinSet::new();
    beside.spawn(rate_limits::prune(Arc::clone(&serenity.http)));
    beside.spawn(rate_limits::prune(bot.door.http()));
    beside.spawn(bot.rooms.clone().beat());
    beside.spawn(illustrate::podiums(Arc::clone(&bot), standing));
    if let Some(listener) = endpoint {
        let (bot, shards) = (Arc::clone(&bot), Arc::clone(&shards));
        let seen = endpoint::Seen {
            bot,
            shards,
            ready: is_ready,
        };
        beside.spawn(endpoint::serve(listener, seen));
    }
    #[cfg(unix)]
    beside.spawn(reload::on_hangup(Arc::clone(&bot)));
    let changed = Arc::default();
    let watches = if watch {
        reload::watches(&bot, &changed)
    } else {
        Vec::new()
    };
    beside.spawn(reload::on_change(Arc::clone(&bot), changed));

    let outcome = tokio::select! {
        ended = serenity.start_shards(n_shards) => ended.map_err(ended_because),
        () = shutdown => Ok(()),
    };
    tracing::info!("Shutting down");
    drop(watches);
    // Told to stop, a service has a few seconds: all of this together takes less than eight.
    let quiet = tokio::time::timeout(HANG_UP, shards.shutdown_all());
    let (_, hung_up) = tokio::join!(bot.rooms.close(), quiet);
    if hung_up.is_err() {
        tracing::debug!("Discord was left without a farewell");
    }
    let is_late = tokio::time::timeout(GRACE, events.answering.write())
        .await
        .is_err();
    if is_late {
        tracing::warn!("Some answers were not finished in time");
    }
    bot.rooms.store().close().await;
    outcome
}

/// A client that knows where the gateway is and has not gone there yet, its events, and its number of shards.
async fn connect(
    settings: Settings,
    counters: Arc<Counters>,
    ready: watch::Sender<bool>,
    podiums: mpsc::Sender<PodiumStands>,
) -> Result<(Client, Arc<Events>, u32), StartError> {
    let Settings {
        token,
        discord,
        shelves,
        data,
        database,
        quiz,
        ..
    } = settings;
    let records = open_store(&data, database.as_ref()).await?;
    let client = gateway::http_client(&discord)?;
    let http = gateway::http(&token, &discord, client.clone());
    let found = gateway::look(&http, &discord).await?;
    let intents = gateway::intents(&discord);

    // A client of its own, so that what games send never waits behind what serenity sends by itself.
    let own_http = Arc::new(gateway::http(&token, &discord, client.clone()));
    let door = Arc::new(door::Door::new(
        client,
        token,
        discord.api_url,
        Arc::clone(&counters),
        own_http,
        podiums,
    ));
    let clock = Clock::start();
    let owner = format!("{}-{}", std::process::id(), clock.now().as_millis());
    let post = Arc::clone(&door) as Arc<dyn Post>;
    let store = Arc::clone(&records) as Arc<dyn Store>;
    let bot = Bot {
        records,
        rooms: Rooms::new(store, post, clock, quiz, owner),
        door,
        shelves,
        servers: discord.servers,
        reads_messages: discord.message_content,
        names: names::Names::default(),
        pictures: Pictures::default(),
        turns: illustrate::Turns::default(),
        once: once::Once::default(),
        counters: Arc::clone(&counters),
        reloading: Arc::default(),
    };
    let events = Arc::new(Events {
        bot: Arc::new(bot),
        options: options(),
        development_server: discord.development_server,
        shards: OnceLock::new(),
        me: OnceLock::new(),
        ready,
        answering: RwLock::new(()),
    });
    let serenity = ClientBuilder::new_with_http(http, intents)
        .event_handler_arc(Arc::clone(&events))
        .raw_event_handler(Unread(counters))
        .await
        .map_err(gateway::unreachable)?;
    // Serenity asked by itself, and would take Discord's real gateway where that fails.
    serenity.ws_url.lock().await.clone_from(&found.url);
    events.shards.set(Arc::clone(&serenity.shard_manager)).ok();
    Ok((serenity, events, found.shards.max(1)))
}

async fn open_store(
    data: &Path,
    database: Option<&Secret>,
) -> Result<Arc<dyn Records>, StoreError> {
    Ok(match database {
        Some(url) => Arc::new(Postgres::open(url.expose()).await?),
        None => Arc::new(Sqlite::open(data).await?),
    })
}

fn options() -> poise::FrameworkOptions<Bot, errors::CommandError> {
    let mut commands = commands::all();
    poise::set_qualified_names(&mut commands);
    poise::FrameworkOptions {
        commands,
        on_error: |error| Box::pin(errors::on_framework_error(error)),
        ..poise::FrameworkOptions::default()
    }
}

fn ended_because(error: serenity::Error) -> StartError {
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication) => StartError::Token,
        serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents) => StartError::Intents,
        other => StartError::Ended(other.to_string()),
    }
}
