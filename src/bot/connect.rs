//! Before the bot connects: its database, where Discord's gateway is, whether it may go there yet, and the parts it is put together from.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use serenity::Client;
use serenity::all::{ClientBuilder, Http};
use tokio::sync::{RwLock, mpsc, watch};

use super::command_limits::CommandLimits;
use super::door::Door;
use super::events::{Events, Listener};
use super::gateway::{self, StartError};
use super::pictures::Pictures;
use super::rooms::{Clock, PodiumStands, Rooms};
use super::running::Life;
use super::sessions::{self, TooMany};
use super::watchdog::Pulse;
use super::{
    Bot, Counters, Settings, commands, errors, housekeeping, illustrate, names, once, rate_limits,
};
use crate::config::{self, Secret};
use crate::store::{Postgres, Records, Sqlite, StoreError};

/// A bot that is about to connect.
pub(super) struct Connecting {
    /// Knows where the gateway is and has not gone there yet.
    pub(super) serenity: Client,
    pub(super) events: Arc<Events>,
    pub(super) n_shards: u32,
}

/// Puts everything together. Waits where the bot has connected too often lately.
pub(super) async fn prepare(
    settings: Settings,
    life: Life,
    podiums: mpsc::Sender<PodiumStands>,
) -> Result<Connecting, StartError> {
    let Settings {
        token,
        discord,
        shelves,
        data,
        database,
        quiz,
        commands,
        privacy,
        defaults,
        ..
    } = settings;
    let records = open_store(&data, database.as_ref(), &defaults).await?;
    let client = gateway::http_client(&discord)?;
    let http = gateway::http(&token, &discord, client.clone());
    let found = gateway::look_until_found(&http, &discord, life.is_back).await?;
    let n_shards = found.shards.max(1);
    let clock = Clock::start();
    sessions::wait(&*records, n_shards, clock.now())
        .await
        .map_err(|TooMany(wait)| StartError::TooOften(wait))?;
    let intents = gateway::intents(&discord);

    let registering = registering(&token, &discord, &client, &life.counters);
    let door = door(token, &discord, client, Arc::clone(&life.counters), podiums);
    let owner = format!("{}-{}", std::process::id(), clock.now().as_millis());
    let (store, post) = (Arc::clone(&records) as _, Arc::clone(&door) as _);
    let bot = Bot {
        privacy,
        told: once::Once::default(),
        present: housekeeping::Present::default(),
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
        limits: CommandLimits::new(&commands),
        counters: Arc::clone(&life.counters),
        reloading: Arc::default(),
    };
    let life = (life.ready, life.pulse);
    let events = events(bot, registering, discord.development_server, life);
    let serenity = ClientBuilder::new_with_http(http, intents)
        .raw_event_handler(Listener(Arc::clone(&events)))
        .await
        .map_err(gateway::unreachable)?;
    // Serenity asked by itself, and would take Discord's real gateway where that fails.
    serenity.ws_url.lock().await.clone_from(&found.url);
    events.shards.set(Arc::clone(&serenity.shard_manager)).ok();
    Ok(Connecting {
        serenity,
        events,
        n_shards,
    })
}

/// With a client of its own, so that what games send never waits behind what serenity sends by itself.
fn door(
    token: Secret,
    discord: &config::Discord,
    client: reqwest::Client,
    counters: Arc<Counters>,
    podiums: mpsc::Sender<PodiumStands>,
) -> Arc<Door> {
    let http = Arc::new(gateway::http(&token, discord, client.clone()));
    let api_url = discord.api_url.clone();
    let per_second = discord.requests_a_second;
    let per_second = per_second.unwrap_or(config::Discord::REQUESTS_A_SECOND);
    let door = Door::new(client, token, api_url, counters, http, podiums);
    Arc::new(door.with_requests(per_second))
}

async fn open_store(
    data: &Path,
    database: Option<&Secret>,
    defaults: &config::Defaults,
) -> Result<Arc<dyn Records>, StoreError> {
    let database = match database {
        Some(url) => Postgres::open(url.expose()).await?,
        None => Sqlite::open(data).await?,
    };
    let defaults = super::settings::defaults(defaults);
    Ok(Arc::new(database.with_defaults(&defaults)))
}

fn events(
    bot: Bot,
    http: Http,
    development_server: Option<u64>,
    (ready, pulse): (watch::Sender<bool>, Arc<Pulse>),
) -> Arc<Events> {
    Arc::new(Events {
        bot: Arc::new(bot),
        http,
        pulse,
        options: options(),
        development_server,
        shards: OnceLock::new(),
        me: OnceLock::new(),
        ready,
        answering: RwLock::new(()),
    })
}

/// The client that the commands are registered with, which tells of it where Discord lets it wait.
fn registering(
    token: &Secret,
    discord: &config::Discord,
    client: &reqwest::Client,
    counters: &Arc<Counters>,
) -> Http {
    let mut http = gateway::http(token, discord, client.clone());
    rate_limits::tell_of(&mut http, Arc::clone(counters));
    http
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
