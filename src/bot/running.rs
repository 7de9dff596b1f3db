//! A bot's life: its thread and runtime, connecting, the small tasks beside it, and an orderly end.

use std::future::Future;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use serenity::all::{GatewayError, ShardManager};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;

use super::connect;
use super::events::Events;
use super::gateway::StartError;
use super::serenity_log::{self, SerenityLog};
use super::watchdog::Pulse;
use super::{Counters, Settings, endpoint, housekeeping, illustrate, rate_limits, reload};

/// So many threads answer, where there are so many cores.
const WORKERS: usize = 2;
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
    pulse: Arc<Pulse>,
}

/// What a bot has that is alone in its process.
#[derive(Debug)]
pub struct OwnProcess {
    /// What serenity says in the process's log and nowhere else.
    pub log: SerenityLog,
    /// It was connected before and has been started anew: it waits for a Discord that cannot be reached.
    pub is_back: bool,
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

    /// Its signs of life.
    #[must_use]
    pub fn pulse(&self) -> Arc<Pulse> {
        Arc::clone(&self.pulse)
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
    begin(settings, None, shutdown)
}

/// Starts a bot that has the process for itself.
///
/// # Errors
/// When the system gives no thread or no runtime.
pub fn start_in_own_process(
    settings: Settings,
    own: OwnProcess,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<Running> {
    begin(settings, Some(own), shutdown)
}

fn begin(
    settings: Settings,
    own: Option<OwnProcess>,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<Running> {
    // Two that share one core would only wake each other.
    let workers = std::thread::available_parallelism().map_or(WORKERS, |cores| cores.get());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers.min(WORKERS))
        .thread_name("bot")
        .enable_all()
        .build()?;
    let counters = Arc::new(Counters::default());
    let (ready, is_ready) = watch::channel(false);
    let pulse = Arc::new(Pulse::new());
    let life = Life {
        counters: Arc::clone(&counters),
        ready,
        pulse: Arc::clone(&pulse),
        is_back: own.as_ref().is_some_and(|own| own.is_back),
    };
    let log = own.map(|own| own.log);
    let thread = std::thread::Builder::new()
        .name("bot".to_owned())
        .spawn(move || {
            let outcome = runtime.block_on(run(settings, life, log, shutdown));
            runtime.shutdown_timeout(GRACE);
            outcome
        })?;
    Ok(Running {
        thread,
        ready: is_ready,
        counters,
        pulse,
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

/// What those outside see of a bot, from the inside.
pub(super) struct Life {
    pub(super) counters: Arc<Counters>,
    pub(super) ready: watch::Sender<bool>,
    pub(super) pulse: Arc<Pulse>,
    /// It was connected before and has been started anew.
    pub(super) is_back: bool,
}

async fn run(
    settings: Settings,
    life: Life,
    log: Option<SerenityLog>,
    shutdown: impl Future<Output = ()>,
) -> Result<(), StartError> {
    let mut shutdown = pin!(shutdown);
    let watch = settings.watch;
    let endpoint = match settings.metrics.listen {
        Some(at) => Some(endpoint::listen(at).await?),
        None => None,
    };
    let is_ready = life.ready.subscribe();
    let pulse = Arc::clone(&life.pulse);
    let (podiums, standing) = mpsc::channel(illustrate::WAITING);
    let mut beside = JoinSet::new();
    beside.spawn(Arc::clone(&pulse).beat());
    let mut prepared = tokio::select! {
        prepared = connect::prepare(settings, life, podiums) => prepared?,
        () = &mut shutdown => return Ok(()),
    };
    let (serenity, bot) = (&mut prepared.serenity, &prepared.events.bot);
    let shards = Arc::clone(&serenity.shard_manager);

    beside.spawn(rate_limits::prune(Arc::clone(&serenity.http)));
    beside.spawn(rate_limits::prune(bot.door.http()));
    beside.spawn(bot.rooms.clone().beat());
    beside.spawn(illustrate::podiums(Arc::clone(bot), standing));
    beside.spawn(Arc::clone(&pulse).listen(Arc::clone(&shards)));
    beside.spawn(housekeeping::keep(Arc::clone(bot)));
    if let Some(listener) = endpoint {
        let seen = endpoint::Seen {
            bot: Arc::clone(bot),
            shards: Arc::clone(&shards),
            http: Arc::clone(&serenity.http),
            ready: is_ready,
        };
        beside.spawn(endpoint::serve(listener, seen));
    }
    #[cfg(unix)]
    beside.spawn(reload::on_hangup(Arc::clone(bot)));
    let changed = Arc::default();
    let watches = if watch {
        reload::watches(bot, &changed)
    } else {
        Vec::new()
    };
    beside.spawn(reload::on_change(Arc::clone(bot), changed));

    pulse.expect(prepared.n_shards);
    let follower = serenity_log::Follower {
        bot: Arc::clone(bot),
        n_shards: prepared.n_shards,
        pulse: Arc::clone(&pulse),
        gateway: Arc::clone(&serenity.ws_url),
    };
    let outcome = tokio::select! {
        ended = serenity.start_shards(prepared.n_shards) => ended.map_err(ended_because),
        why = follower.follow(log) => Err(why),
        () = shutdown => Ok(()),
    };
    drop(watches);
    // An end may hang on the connection that has brought it about: then the watchdog says why.
    pulse.ends(outcome.as_ref().err().map(ToString::to_string));
    end(&prepared.events, &shards).await;
    outcome
}

/// An orderly end. Told to stop, a service has a few seconds: all of this together takes less than eight.
async fn end(events: &Events, shards: &ShardManager) {
    tracing::info!("Shutting down");
    let rooms = &events.bot.rooms;
    let quiet = tokio::time::timeout(HANG_UP, shards.shutdown_all());
    let (_, hung_up) = tokio::join!(rooms.close(), quiet);
    if hung_up.is_err() {
        tracing::debug!("Discord was left without a farewell");
    }
    let is_late = tokio::time::timeout(GRACE, events.answering.write())
        .await
        .is_err();
    if is_late {
        tracing::warn!("Some answers were not finished in time");
    }
    rooms.store().close().await;
}

fn ended_because(error: serenity::Error) -> StartError {
    match error {
        serenity::Error::Gateway(GatewayError::InvalidAuthentication) => StartError::Token,
        serenity::Error::Gateway(GatewayError::InvalidGatewayIntents) => StartError::Outdated(4013),
        serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents) => StartError::Intents,
        other => StartError::Ended(other.to_string()),
    }
}
