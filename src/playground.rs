//! A stand-in for Discord on loopback: its REST API, its Gateway, and a web page to be people in.
//!
//! ```text
//! bot ── REST, Gateway ──┐
//!                        ├── shared (one lock, one clock) ── state (pure: time in, events out)
//! page, tests ── client ─┘
//! ```
//!
//! It uses nothing of serenity or poise, so that it is a second witness of the protocol: limits and flags come from
//! `twilight-validate` and `twilight-model`, everything else from Discord's documentation.

pub(crate) mod state;

pub(crate) mod refusal;

pub(crate) mod form;

pub mod limits;

pub mod faults;

pub(crate) mod shared;

pub(crate) mod rest;

pub(crate) mod gateway;

pub(crate) mod client;

pub(crate) mod page;

pub(crate) mod host;

pub(crate) mod serve;

pub mod record;

pub mod people;

pub mod admin;

pub mod classmates;

pub mod load;

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use axum::serve::ListenerExt;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::RngExt;
use tokio::task::JoinHandle;

pub use self::classmates::Classmates;
pub use self::faults::Fault;
use self::faults::Faults;
pub use self::gateway::session::Disturbance;
pub use self::limits::RateLimits;
use self::people::Person;
use self::record::{Entry, Record};
use self::shared::{Setup, Shared};
use self::state::seed;
use self::state::world::World;

/// The port that `clio playground` listens on unless it is told another.
pub const PORT: u16 = 4962;

/// How a playground is started.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The bot's token; made up where there is none.
    pub token: Option<String>,
    /// Where the bot's traffic is written as JSON lines.
    pub record: Option<PathBuf>,
    /// Whether the traffic is kept in memory too, for [`Playground::record`].
    pub keep_record: bool,
    /// Whether the application lacks the privileged intents (members, presences, message content), as a new one does.
    pub without_privileged_intents: bool,
    /// Simulated people who play along.
    pub classmates: Classmates,
    /// How often the bot may ask; `None`: as often as it likes.
    pub rate_limits: Option<RateLimits>,
    /// With fewer shards than this a bot is refused, as one in thousands of servers is.
    pub least_shards: u64,
    /// Time between two heartbeats that a bot is told; `None`: Discord's 41.25 seconds.
    pub heartbeat: Option<Duration>,
    /// What goes wrong from the start.
    pub faults: Vec<Fault>,
    /// Whether faults can be switched, and loads offered, under `/control`.
    pub control: bool,
    /// Servers beside the two of every playground.
    pub servers: u64,
}

/// A running playground. It ends when this is dropped.
#[derive(Debug)]
pub struct Playground {
    shared: Shared,
    tasks: Vec<JoinHandle<()>>,
}

/// Starts a playground on `listener`, with its tasks on the current tokio runtime.
///
/// # Errors
///
/// The listener is not on loopback, or the file for the record cannot be made.
pub fn start(listener: TcpListener, options: &Options) -> anyhow::Result<Playground> {
    let address = listener.local_addr()?;
    anyhow::ensure!(
        address.ip().is_loopback(),
        "the playground listens on loopback only, and {address} is not"
    );
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    #[expect(clippy::disallowed_methods, reason = "the edge where chance comes in")]
    let mut rng = rand::rng();
    let token = options.token.clone().unwrap_or_else(|| {
        let id = URL_SAFE_NO_PAD.encode(seed::BOT.to_string());
        let random: [u8; 24] = rng.random();
        format!("{id}.playground.{}", URL_SAFE_NO_PAD.encode(random))
    });
    let record = Record::new(&token, options.record.as_deref(), options.keep_record)
        .context("the file for the record cannot be made")?;
    let mut world = World::new(format!("http://{address}"), rng.random());
    world.privileged_intents = !options.without_privileged_intents;
    let classmates = world.add_classmates(options.classmates.count.min(classmates::MOST).into());
    world.add_servers(options.servers);
    let mut faults = Faults::new(rng.random());
    for fault in &options.faults {
        faults.add(fault.clone(), Shared::now());
    }
    let shared = Shared::new(Setup {
        world,
        token,
        address,
        record,
        rate_limits: options.rate_limits,
        faults,
        control: options.control,
        least_shards: options.least_shards,
        heartbeat: options.heartbeat.unwrap_or(gateway::HEARTBEAT),
    });
    let serving = shared.clone();
    let serve = tokio::spawn(async move {
        let stopped = serving.clone();
        let app = serve::router(serving);
        // Small frames and answers leave at once: a frame must not wait until the one before is acknowledged.
        let listener = listener.tap_io(|connection| {
            if let Err(why) = connection.set_nodelay(true) {
                tracing::debug!(%why, "A connection waits for more to send");
            }
        });
        let serve = axum::serve(listener, app)
            .with_graceful_shutdown(async move { stopped.stopped().await });
        if let Err(why) = serve.await {
            tracing::error!(%why, "The playground cannot listen any more");
        }
    });
    let clock = tokio::spawn(shared.clone().keep_time());
    let mut tasks = vec![serve, clock];
    tasks.extend(classmates::start(&shared, &classmates, options.classmates));
    Ok(Playground { shared, tasks })
}

impl Playground {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.shared.address()
    }

    /// What the bot is to use in place of `https://discord.com`: `http://127.0.0.1:PORT`.
    pub fn api_url(&self) -> String {
        format!("http://{}", self.address())
    }

    /// The address of the page.
    pub fn page_url(&self) -> String {
        format!("http://{}/", self.address())
    }

    /// The bot's token.
    pub fn token(&self) -> &str {
        self.shared.token()
    }

    /// The application's id, which is also the bot's user id.
    pub fn application_id(&self) -> u64 {
        seed::BOT.get()
    }

    /// Someone by name (`ann`, `ben`, `cleo`, `dev`, or the admin `mia`), in the first channel of the first server.
    ///
    /// # Panics
    ///
    /// If there is nobody of that name: a test that asks for one is wrong.
    pub fn person(&self, name: &str) -> Person {
        let id = self.shared.look(|world| client::who(world, Some(name)));
        let id = id.expect("the playground's people are ann, ben, cleo, dev and mia");
        Person::new(self.shared.clone(), id, seed::GENERAL)
    }

    /// Is a bot connected?
    pub fn is_bot_online(&self) -> bool {
        self.shared.with(|core| core.sessions.is_online())
    }

    /// The names of the commands that `name` may use now, in the order of their registration.
    pub fn commands_of(&self, name: &str) -> Vec<String> {
        self.shared.look(|world| {
            let person = client::who(world, Some(name));
            let commands = person.map(|person| world.commands_for(person));
            commands
                .into_iter()
                .flatten()
                .filter_map(|command| command["name"].as_str().map(str::to_owned))
                .collect()
        })
    }

    /// Lets the next `times` requests fail with `status`: those with this method whose path holds this.
    pub fn refuse_next(&self, method: &str, route: &str, status: u16, times: u32) {
        self.shared
            .add_fault(Fault::refusing(method, route, status, times));
    }

    /// Switches a fault on, written as in [`faults::spec`].
    ///
    /// # Panics
    ///
    /// If it is written wrongly: a test that does so is wrong.
    pub fn goes_wrong(&self, spec: &str) {
        let fault = spec.parse().expect("the test names a fault that there is");
        self.shared.add_fault(fault);
    }

    /// Switches all faults off.
    pub fn goes_well(&self) {
        self.shared.with(|core| core.faults.clear());
    }

    /// Sends the newest interaction to the bot once more, as Discord may after a reconnect.
    pub fn send_interaction_again(&self) {
        self.shared.change(|world, _| world.send_again());
    }

    /// Disturbs every connection to the Gateway.
    pub fn disturb(&self, disturbance: Disturbance) {
        self.shared.with(|core| core.sessions.disturb(disturbance));
    }

    /// The bot's traffic so far, if it is kept.
    pub fn record(&self) -> Vec<Entry> {
        self.shared.record().entries()
    }

    /// Closes every connection and waits until nothing runs any more.
    pub async fn stop(mut self) {
        self.shared.stop();
        for task in std::mem::take(&mut self.tasks) {
            // A task that was ended or panicked has nothing more to do.
            task.await.ok();
        }
    }
}

impl Drop for Playground {
    fn drop(&mut self) {
        self.shared.stop();
        for task in &self.tasks {
            task.abort();
        }
    }
}
