//! The bot's application, and the way to the Gateway.

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::playground::shared::Shared;
use crate::playground::state::guild::User;
use crate::playground::state::world::World;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/applications/@me", get(application))
        .route("/oauth2/applications/@me", get(application))
        .route("/applications/{application}/emojis", get(emojis))
}

async fn application(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.look(draw))
}

async fn emojis() -> Json<Value> {
    Json(json!({"items": []}))
}

/// `GET /gateway`: no token needed.
pub(crate) async fn gateway(State(shared): State<Shared>) -> Json<Value> {
    Json(json!({"url": url(&shared)}))
}

/// `GET /gateway/bot`.
pub(crate) async fn gateway_bot(State(shared): State<Shared>) -> Json<Value> {
    let said = shared.with(|core| core.starts.said(Shared::now()));
    let (total, remaining, reset_after, max_concurrency) = said;
    let limit = json!({
        "total": total, "remaining": remaining, "reset_after": reset_after,
        "max_concurrency": max_concurrency,
    });
    let shards = shared.least_shards();
    Json(json!({"url": url(&shared), "shards": shards, "session_start_limit": limit}))
}

fn url(shared: &Shared) -> String {
    format!("ws://{}/gateway", shared.address())
}

/// The application object.
fn draw(world: &World) -> Value {
    let bot = world.user(world.bot).ok();
    let name = bot.map(|bot| bot.display.clone()).unwrap_or_default();
    let guilds = world
        .guilds
        .iter()
        .filter(|guild| guild.member(world.bot).is_some());
    json!({
        "id": world.application(), "name": name, "icon": null, "description": "", "summary": "",
        "type": null, "rpc_origins": [], "bot_public": false, "bot_require_code_grant": false,
        "owner": world.user(world.admin).map(User::draw).ok(), "team": null,
        "verify_key": "0".repeat(64), "flags": world.application_flags(),
        "flags_new": world.application_flags().to_string(), "bot": bot.map(User::draw),
        "approximate_guild_count": guilds.count(), "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0, "redirect_uris": [],
        "interactions_endpoint_url": null, "role_connections_verification_url": null,
        "event_webhooks_url": null, "event_webhooks_status": 1, "event_webhooks_types": [],
        "tags": [], "hook": true, "is_monetized": false, "is_verified": false,
        "integration_types_config": {"0": {}}, "explicit_content_filter": 0,
        "eligible_oauth2_scopes": [],
    })
}
