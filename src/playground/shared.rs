//! The one lock around the world, the clock that it is told, and the delivery of what happened.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{Notify, watch};

use super::gateway::session::{Order, Sessions};
use super::record::Record;
use super::state::event::Event;
use super::state::ids::UserId;
use super::state::world::World;

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
    /// Requests that are to fail, as a test wants them to.
    faults: Mutex<Vec<Fault>>,
    /// Rings when a deadline may have come nearer.
    changed: Notify,
    stop: watch::Sender<bool>,
}

/// Requests that are to fail without being looked at.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    pub(crate) method: String,
    /// The end of the path, without the query.
    pub(crate) path: String,
    /// The HTTP status to fail with.
    pub(crate) status: u16,
    /// How many such requests fail.
    pub(crate) times: u32,
}

/// What the lock guards.
#[derive(Debug)]
pub(crate) struct Core {
    pub(crate) world: World,
    pub(crate) sessions: Sessions,
    pages: Vec<Page>,
    next_page: u64,
    was_online: bool,
}

/// Someone who looks on as a person: a window of the page, or a test.
#[derive(Debug)]
struct Page {
    number: u64,
    person: UserId,
    link: UnboundedSender<Frame>,
}

/// A frame for a page: `t` and `d`.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    pub(crate) name: &'static str,
    pub(crate) data: Value,
}

/// The receiving end of a page; dropping it ends the watching.
#[derive(Debug)]
pub(crate) struct Watching {
    shared: Shared,
    number: u64,
    pub(crate) frames: UnboundedReceiver<Frame>,
}

impl Shared {
    pub(crate) fn new(world: World, token: String, address: SocketAddr, record: Record) -> Self {
        Self {
            inner: Arc::new(Inner {
                core: Mutex::new(Core {
                    world,
                    sessions: Sessions::default(),
                    pages: Vec::new(),
                    next_page: 0,
                    was_online: false,
                }),
                token,
                address,
                record,
                faults: Mutex::default(),
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

    /// Lets the next requests of a kind fail.
    pub(crate) fn refuse(&self, fault: Fault) {
        self.faults().push(fault);
    }

    /// The status that this request is to fail with, if it is.
    pub(crate) fn fault(&self, method: &str, path: &str) -> Option<u16> {
        let fits = |fault: &&mut Fault| {
            fault.times > 0 && fault.method == method && path.ends_with(&fault.path)
        };
        self.faults().iter_mut().find(fits).map(|fault| {
            fault.times -= 1;
            fault.status
        })
    }

    fn faults(&self) -> MutexGuard<'_, Vec<Fault>> {
        self.inner
            .faults
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
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
        core.deliver();
        drop(core);
        self.inner.changed.notify_one();
        result
    }

    fn lock(&self) -> MutexGuard<'_, Core> {
        self.inner
            .core
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks on as `person` from now on.
    pub(crate) fn watch(&self, person: UserId) -> Watching {
        let (link, frames) = unbounded_channel();
        let mut core = self.lock();
        core.next_page += 1;
        let number = core.next_page;
        core.pages.push(Page {
            number,
            person,
            link,
        });
        drop(core);
        Watching {
            shared: self.clone(),
            number,
            frames,
        }
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
                core.world.tick(Self::now());
                core.world.next_deadline()
            });
            let wait = next.map(|next| {
                let left = next.duration_since(Self::now());
                std::time::Duration::try_from(left).unwrap_or_default()
            });
            // One millisecond more than needed, so that rounding never wakes too early in a circle.
            let sleep = async {
                match wait {
                    Some(wait) => {
                        tokio::time::sleep(wait + std::time::Duration::from_millis(1)).await;
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
            let first = self.lock().world.next_deadline();
            if first.is_some_and(|first| next.is_none_or(|next| first < next)) {
                return;
            }
        }
    }
}

impl Core {
    /// Sends out what has happened.
    fn deliver(&mut self) {
        let online = self.sessions.is_online();
        if online != self.was_online {
            self.was_online = online;
            let everyone = super::state::event::Audience::Everyone;
            self.world
                .tell(everyone, "PRESENCE", json!({"bot_online": online}));
        }
        for event in std::mem::take(&mut self.world.events) {
            match event {
                Event::Bot(dispatch) => self.sessions.dispatch(&dispatch),
                Event::People { to, name, data } => {
                    for page in self.pages.iter().filter(|page| to.contains(&page.person)) {
                        let frame = Frame {
                            name,
                            data: data.clone(),
                        };
                        // A window that has just closed needs no frames.
                        page.link.send(frame).ok();
                    }
                }
            }
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let number = self.number;
        self.shared
            .lock()
            .pages
            .retain(|page| page.number != number);
    }
}
