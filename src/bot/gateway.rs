//! A look at Discord's gateway before connecting, and why a bot does not start.

use std::time::Duration;

use serenity::all::{GatewayIntents, Http, HttpBuilder, HttpError};
use serenity::model::gateway::BotGateway;

use crate::config::{self, Secret, is_loopback};

/// How long a connection and a whole request may take. Serenity sets no limits of its own.
const CONNECT: Duration = Duration::from_secs(3);
const REQUEST: Duration = Duration::from_secs(10);

/// The first pause of a bot that waits for Discord; each next one is twice as long, to [`LONGEST`].
const FIRST: Duration = Duration::from_secs(2);
const LONGEST: Duration = Duration::from_mins(1);

/// Why the bot is not running, written for its host.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Discord does not know the token.
    #[error(
        "Discord refuses the token. Make a new one at https://discord.com/developers/applications (page Bot, Reset Token) and put it in DISCORD_TOKEN."
    )]
    Token,
    /// The privileged intent is asked for and not switched on.
    #[error(
        "Discord does not let this bot read messages. Switch on \"Message Content Intent\" at https://discord.com/developers/applications (page Bot), or set discord.message_content = false."
    )]
    Intents,
    /// All sessions of today are used up.
    #[error("Discord allows no more connections for this token in the next {hours} h. Wait that long before starting again: trying anyway makes Discord reset the token.", hours = .0.as_secs().div_ceil(3600))]
    Sessions(Duration),
    /// Nobody answers, or not sensibly.
    #[error("Discord cannot be reached: {0}. Check the network, then start again.")]
    Unreachable(String),
    /// Discord was reached and has trouble of its own, which passes.
    #[error(
        "Discord was reached and does not answer as it should: {0}. Start again in a few minutes."
    )]
    Failing(String),
    /// A stand-in on this machine names a gateway elsewhere.
    #[error(
        "{0} is not on this machine, but discord.api_url is. Clio does not connect; leave discord.api_url out to use Discord itself."
    )]
    Elsewhere(String),
    /// Clio has connected so often that Discord would make the token void.
    #[error("Clio has connected to Discord as often as is wise in one day, far more than it needs, and stops: after 1,000 times Discord makes the token void. Look in the log for what ended the connections, then start it in {hours} h.", hours = .0.as_secs().div_ceil(3600))]
    TooOften(Duration),
    /// 4010.
    #[error(
        "Discord refuses the numbers of Clio's connections (4010). Start it again; if it ends again, please report it."
    )]
    Shard,
    /// 4011.
    #[error(
        "The bot is in more servers now than its connections may serve (4011). Start it again: Clio then asks Discord how many it needs."
    )]
    TooFewShards,
    /// 4012 and 4013.
    #[error(
        "Discord no longer takes what this version of Clio asks for ({0}). Get a newer version of Clio."
    )]
    Outdated(u16),
    /// The connection ended for good.
    #[error(
        "The connection to Discord ended: {0}. Start again; if it ends again, look at the log."
    )]
    Ended(String),
    /// The address for monitoring is taken, or is none of this machine's.
    #[error("Clio cannot listen at {0}: {1}. Change metrics.listen, or leave it out.")]
    Endpoint(std::net::SocketAddr, std::io::Error),
    /// What outlives a restart cannot be kept.
    #[error("{0}.")]
    Store(#[from] crate::store::StoreError),
    /// The bot's own thread broke down.
    #[error("The bot stopped in an unexpected way. The log says more; please report it.")]
    Panicked,
}

/// What the bot asks to be told of.
pub(super) fn intents(discord: &config::Discord) -> GatewayIntents {
    // Replies to a question come with their text also without the privileged intent.
    let mut intents = GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES;
    if discord.message_content {
        intents |= GatewayIntents::MESSAGE_CONTENT;
    }
    intents
}

/// The HTTP client of everything that goes to Discord.
pub(super) fn http_client(discord: &config::Discord) -> Result<reqwest::Client, StartError> {
    let mut client = reqwest::Client::builder()
        .connect_timeout(CONNECT)
        .timeout(REQUEST)
        .redirect(reqwest::redirect::Policy::none());
    if discord.api_url.is_some() {
        // A proxy would carry what is meant for this machine elsewhere.
        client = client.no_proxy();
    }
    client
        .build()
        .map_err(|fault| StartError::Unreachable(fault.to_string()))
}

/// Serenity's client for everything but answers: with its rate limiter, except on loopback, where the limiter ignores the address.
pub(super) fn http(token: &Secret, discord: &config::Discord, client: reqwest::Client) -> Http {
    let builder = HttpBuilder::new(token.expose()).client(client);
    match &discord.api_url {
        Some(url) => builder.proxy(url).ratelimiter_disabled(true).build(),
        None => builder.build(),
    }
}

/// Asks where the gateway is and whether a session may be started.
pub(super) async fn look(http: &Http, discord: &config::Discord) -> Result<BotGateway, StartError> {
    let gateway = http.get_bot_gateway().await.map_err(unreachable)?;
    if discord.api_url.is_some() && !is_loopback(&gateway.url) {
        return Err(StartError::Elsewhere(gateway.url));
    }
    let limit = &gateway.session_start_limit;
    if limit.remaining < u64::from(gateway.shards) {
        return Err(StartError::Sessions(Duration::from_millis(
            limit.reset_after,
        )));
    }
    tracing::info!(
        shards = gateway.shards,
        sessions.remaining = limit.remaining,
        "Discord answers: {} shards, {} of {} connections left today",
        gateway.shards,
        limit.remaining,
        limit.total
    );
    Ok(gateway)
}

/// [`look`], again and again while Discord has trouble of its own; with `waits`, also while it cannot be reached.
pub(super) async fn look_until_found(
    http: &Http,
    discord: &config::Discord,
    waits: bool,
) -> Result<BotGateway, StartError> {
    let mut pause = FIRST;
    loop {
        match look(http, discord).await {
            Err(StartError::Failing(why)) => {
                tracing::warn!(
                    "Discord does not answer as it should: {why}. Trying again in {} s",
                    pause.as_secs()
                );
            }
            Err(StartError::Unreachable(why)) if waits => {
                tracing::warn!(
                    "Discord cannot be reached: {why}. Trying again in {} s",
                    pause.as_secs()
                );
            }
            found => return found,
        }
        tokio::time::sleep(pause).await;
        pause = LONGEST.min(pause * 2);
    }
}

/// Without the address, which may carry a token.
pub(super) fn unreachable(error: serenity::Error) -> StartError {
    match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            match response.status_code.as_u16() {
                401 => StartError::Token,
                status @ (429 | 500..) => StartError::Failing(format!("status {status}")),
                status => StartError::Unreachable(format!("status {status}")),
            }
        }
        serenity::Error::Http(HttpError::Request(error)) => {
            // Whoever was connected to and says nothing, or half of it, is there.
            let is_there = !error.is_connect() && !error.is_builder();
            let error = error.without_url();
            let cause = std::iter::successors(Some(&error as &dyn std::error::Error), |error| {
                error.source()
            })
            .last()
            .map(ToString::to_string);
            let cause = cause.unwrap_or_default();
            match is_there {
                true => StartError::Failing(cause),
                false => StartError::Unreachable(cause),
            }
        }
        other => StartError::Unreachable(other.to_string()),
    }
}
