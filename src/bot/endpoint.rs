//! An HTTP endpoint for who keeps the bot running: alive, ready, and in numbers. On this machine alone, and only where it is wanted.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};
use serenity::all::{Http, ShardManager};
use serenity::gateway::ConnectionStage;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::{Bot, Counters, StartError, rate_limits};
use crate::store::A_DAY;

/// The media type of metrics.
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What the answers are made from.
pub(super) struct Seen {
    pub(super) bot: Arc<Bot>,
    pub(super) shards: Arc<ShardManager>,
    /// What serenity sends by itself goes through it.
    pub(super) http: Arc<Http>,
    /// True once the commands are registered.
    pub(super) ready: watch::Receiver<bool>,
}

/// Takes the address, before the bot connects: two bots on one are told at the start.
pub(super) async fn listen(at: SocketAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(at)
        .await
        .map_err(|fault| StartError::Endpoint(at, fault))
}

/// Answers for as long as the bot runs.
pub(super) async fn serve(listener: TcpListener, seen: Seen) {
    let router = Router::new()
        .route("/livez", get(async || "Clio is alive.\n"))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(Arc::new(seen));
    if let Err(fault) = axum::serve(listener, router).await {
        tracing::error!(%fault, "The endpoint for monitoring has ended");
    }
}

async fn ready(State(seen): State<Arc<Seen>>) -> (StatusCode, &'static str) {
    let is_connected = connected(&seen.shards).await > 0;
    match (is_connected, *seen.ready.borrow()) {
        (true, true) => (StatusCode::OK, "Clio is ready.\n"),
        (true, false) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "Clio is connected; its commands are not registered yet. The log says why.\n",
        ),
        (false, _) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "Clio is not connected to Discord. The log says why.\n",
        ),
    }
}

async fn metrics(State(seen): State<Arc<Seen>>) -> impl IntoResponse {
    let mut text = String::new();
    let registry = registry(&seen).await;
    match encode(&mut text, &registry) {
        Ok(()) => (StatusCode::OK, [(header::CONTENT_TYPE, OPEN_METRICS)], text),
        Err(fault) => (
            StatusCode::INTERNAL_SERVER_ERROR,
            [(header::CONTENT_TYPE, "text/plain")],
            format!("{fault}\n"),
        ),
    }
}

/// Everything as it stands.
async fn registry(seen: &Seen) -> Registry {
    let mut all = Registry::with_prefix("clio");
    let build = Info::new(vec![("version", env!("CARGO_PKG_VERSION"))]);
    all.register("build", "What runs", build);
    measured(&mut all, &seen.bot);
    counted(&mut all, &seen.bot.counters);
    let just_now = JustNow {
        n_connected: connected(&seen.shards).await,
        n_sessions: sessions_begun(&seen.bot).await,
        n_routes: rate_limits::n_routes(&[&seen.http, &seen.bot.door.http()]).await,
    };
    standing(&mut all, &seen.bot, &just_now);
    all
}

/// What has labels, or is spread over time.
fn measured(all: &mut Registry, bot: &Bot) {
    let (metrics, pace) = (&bot.counters.metrics, bot.rooms.measured());
    let interactions = metrics.interactions.clone();
    all.register(
        "interactions",
        "Interactions by command and outcome",
        interactions,
    );
    let requests = metrics.requests.clone();
    all.register(
        "requests",
        "Requests to channels by route and status",
        requests,
    );
    for (name, what, histogram) in [
        (
            "acknowledgement",
            "From an interaction's arrival to its answer",
            &metrics.acknowledged,
        ),
        (
            "timer_lag",
            "How late games go on after a deadline",
            &pace.timer_lag,
        ),
        (
            "commit",
            "How long an answer takes to be durable",
            &pace.commit,
        ),
    ] {
        all.register_with_unit(name, what, Unit::Seconds, histogram.clone());
    }
}

/// What only grows.
fn counted(all: &mut Registry, counters: &Counters) {
    let unread = counters.unknown_events().values().sum();
    for (name, what, count) in [
        (
            "rate_limits",
            "Requests that Discord wanted later",
            counters.rate_limited.get(),
        ),
        (
            "repeated_interactions",
            "Interactions that came again",
            counters.repeated.get(),
        ),
        (
            "commands_held_up",
            "Commands refused because there were many",
            counters.held_up.get(),
        ),
        (
            "faults",
            "Faults that a person was shown",
            counters.faults.get(),
        ),
        (
            "clipped",
            "Answers clipped to Discord's limits",
            counters.clipped.get(),
        ),
        (
            "unread_events",
            "Events of Discord's that could not be read",
            unread,
        ),
    ] {
        all.register(name, what, ConstCounter::new(count));
    }
}

/// What has to be waited for to be known.
struct JustNow {
    n_connected: usize,
    n_sessions: usize,
    n_routes: usize,
}

/// How things stand just now.
fn standing(all: &mut Registry, bot: &Bot, just_now: &JustNow) {
    let loaded: Vec<_> = bot.shelves.all().map(|shelf| shelf.loaded()).collect();
    let reports = || loaded.iter().map(|loaded| &loaded.report);
    for (name, what, value) in [
        (
            "shards_connected",
            "Connections to Discord's gateway",
            just_now.n_connected,
        ),
        (
            "sessions_begun_in_a_day",
            "Sessions begun at Discord's gateway in the last 24 hours; it allows 1,000",
            just_now.n_sessions,
        ),
        (
            "rate_limit_routes",
            "Routes whose limits are remembered",
            just_now.n_routes,
        ),
        (
            "games_running",
            "Quizzes that are played just now",
            bot.rooms.n_running(),
        ),
        (
            "messages_waiting",
            "Messages that wait for room in the budget",
            bot.door.n_waiting(),
        ),
        (
            "notes",
            "Notes that were read",
            reports().map(|report| report.n_notes).sum(),
        ),
        (
            "note_warnings",
            "Things in notes worth mending",
            reports().map(|report| report.findings.len()).sum(),
        ),
    ] {
        let value = i64::try_from(value).unwrap_or(i64::MAX);
        all.register(name, what, ConstGauge::new(value));
    }
}

async fn sessions_begun(bot: &Bot) -> usize {
    let since = bot.rooms.now().saturating_sub(A_DAY);
    let begun = bot.records.session_starts(since).await;
    begun.map_or(0, |begun| begun.len())
}

async fn connected(shards: &ShardManager) -> usize {
    let runners = shards.runners.lock().await;
    runners
        .values()
        .filter(|shard| shard.stage == ConnectionStage::Connected)
        .count()
}
