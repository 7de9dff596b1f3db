//! The one lock around the world, the clock that it is told, and the delivery of what happened.

mod core;
mod watching;

use core::Core;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::{Notify, watch};

use super::faults::{self, Fault, Faults};
use super::gateway::session::{Order, Sessions};
use super::limits::starts::Starts;
use super::limits::{Limits, RateLimits, Scope, Verdict};
use super::load::ledger::Ledger;
use super::record::Record;
use super::state::world::World;

pub(crate) use watching::{Frame, Watching};

/// A cheap handle; all clones mean the same playground.
#[derive(Debug, Clone)]
pub(crate) struct Shared {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    // A plain mutex: nobody waits for a socket while holding it.
    core: Mutex<Core>,
    token: String,
    address: SocketAddr,
    record: Record,
    /// What a load has offered.
    ledger: Ledger,
    control: bool,
    least_shards: u64,
    heartbeat: Duration,
    /// Rings when a deadline may have come nearer.
    changed: Notify,
    stop: watch::Sender<bool>,
}

/// What a playground is made of.
#[derive(Debug)]
pub(crate) struct Setup {
    pub(crate) world: World,
    pub(crate) token: String,
    pub(crate) address: SocketAddr,
    pub(crate) record: Record,
    /// `None`: a bot may ask as often as it likes.
    pub(crate) rate_limits: Option<RateLimits>,
    pub(crate) faults: Faults,
    /// Whether faults can be switched while it runs.
    pub(crate) control: bool,
    /// With fewer shards a bot is refused.
    pub(crate) least_shards: u64,
    /// Time between two heartbeats.
    pub(crate) heartbeat: Duration,
}

impl Shared {
    pub(crate) fn new(setup: Setup) -> Self {
        let mut world = setup.world;
        world.onlookers = Some(Vec::new());
        Self {
            inner: Arc::new(Inner {
                core: Mutex::new(Core {
                    world,
                    sessions: Sessions::default(),
                    faults: setup.faults,
                    starts: Starts::new(setup.rate_limits),
                    limits: setup.rate_limits.map(Limits::new),
                    held: Vec::new(),
                    pages: Vec::new(),
                    next_page: 0,
                    was_online: false,
                }),
                token: setup.token,
                address: setup.address,
                record: setup.record,
                ledger: Ledger::default(),
                control: setup.control,
                least_shards: setup.least_shards.max(1),
                heartbeat: setup.heartbeat,
                changed: Notify::new(),
                stop: watch::Sender::new(false),
            }),
        }
    }

    pub(crate) fn token(&self) -> &str {
        &self.inner.token
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.inner.address
    }

    pub(crate) fn record(&self) -> &Record {
        &self.inner.record
    }

    /// What a load has offered.
    pub(crate) fn ledger(&self) -> &Ledger {
        &self.inner.ledger
    }

    /// Can faults be switched on and off from outside?
    pub(crate) fn has_control(&self) -> bool {
        self.inner.control
    }

    /// With fewer shards a bot is refused.
    pub(crate) fn least_shards(&self) -> u64 {
        self.inner.least_shards
    }

    /// Time between two heartbeats.
    pub(crate) fn heartbeat(&self) -> Duration {
        self.inner.heartbeat
    }

    /// Is this the bot's token, and still good?
    pub(crate) fn is_token(&self, given: Option<&str>) -> bool {
        given == Some(self.token()) && !self.lock().starts.is_void()
    }

    /// Switches a fault on.
    pub(crate) fn add_fault(&self, fault: Fault) {
        self.with(|core| core.faults.add(fault, Self::now()));
    }

    /// A request has come: whether its limits let it through, and what befalls it.
    pub(crate) fn asks(&self, method: &str, path: &str) -> (Verdict, Option<faults::Rest>) {
        let core = &mut *self.lock();
        let verdict = match &mut core.limits {
            Some(limits) => limits.ask(method, path, Self::now()),
            None => Verdict::Passes(None),
        };
        let fault = match verdict {
            Verdict::Passes(_) => core.faults.on_request(method, path),
            Verdict::TooMany { .. } | Verdict::ShutOut { .. } => None,
        };
        (verdict, fault)
    }

    /// How a request was answered.
    pub(crate) fn answered(&self, status: u16, scope: Option<Scope>) {
        let now = Self::now();
        let mut core = self.lock();
        if let Some(limits) = &mut core.limits {
            limits.answered(status, scope, now);
        }
    }

    /// The time. The only place of the playground that looks at a clock.
    pub(crate) fn now() -> Timestamp {
        Timestamp::now()
    }

    /// Changes the world and delivers what happened before anyone else can change it.
    pub(crate) fn change<T>(&self, act: impl FnOnce(&mut World, Timestamp) -> T) -> T {
        self.with(|core| act(&mut core.world, Self::now()))
    }

    /// Looks at the world without changing it.
    pub(crate) fn look<T>(&self, at: impl FnOnce(&World) -> T) -> T {
        at(&self.lock().world)
    }

    /// Changes for those who also need the gateway's sessions.
    pub(crate) fn with<T>(&self, act: impl FnOnce(&mut Core) -> T) -> T {
        let mut core = self.lock();
        let result = act(&mut core);
        core.deliver(Self::now());
        drop(core);
        self.inner.changed.notify_one();
        result
    }

    /// Takes what makes no news and has no deadline of the world's: nobody is told, no clock is set.
    pub(crate) fn quietly<T>(&self, act: impl FnOnce(&mut Core) -> T) -> T {
        act(&mut self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, Core> {
        self.inner
            .core
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends everything that runs for this playground.
    pub(crate) fn stop(&self) {
        self.inner.stop.send_replace(true);
        self.with(|core| {
            core.sessions
                .order_all(&Order::Close(1001, "The playground is closing"));
        });
    }

    /// Resolves when the playground ends.
    pub(crate) async fn stopped(&self) {
        let mut stop = self.inner.stop.subscribe();
        // An error means that the sender is gone, which is an end as well.
        stop.wait_for(|stopped| *stopped).await.ok();
    }

    /// Tells the world of the passing time whenever something falls due.
    pub(crate) async fn keep_time(self) {
        loop {
            let next = self.with(|core| {
                let now = Self::now();
                core.world.tick(now);
                for disturbance in core.faults.due(now) {
                    core.sessions.disturb(disturbance);
                }
                core.release(now);
                core.next_deadline()
            });
            let wait = next.map(|next| {
                let left = next.duration_since(Self::now());
                Duration::try_from(left).unwrap_or_default()
            });
            // One millisecond more than needed, so that rounding never wakes too early in a circle.
            let sleep = async {
                match wait {
                    Some(wait) => {
                        tokio::time::sleep(wait + Duration::from_millis(1)).await;
                    }
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = sleep => {}
                () = self.next_is_sooner(next) => {}
                () = self.stopped() => return,
            }
        }
    }

    /// Resolves when something falls due before `next`.
    async fn next_is_sooner(&self, next: Option<Timestamp>) {
        loop {
            self.inner.changed.notified().await;
            let first = self.lock().next_deadline();
            if first.is_some_and(|first| next.is_none_or(|next| first < next)) {
                return;
            }
        }
    }
}
