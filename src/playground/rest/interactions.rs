//! Answers to interactions: the first one, and everything under the interaction's token.
//!
//! These need no bot token: the interaction's own is in the path.

use axum::extract::State;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};
use tokio::time::Instant;

use super::call::{Asked, At, Sent};
use crate::playground::form::message::{self, Use};
use crate::playground::refusal::{Outcome, Refusal};
use crate::playground::shared::Shared;
use crate::playground::state::ids::{ApplicationId, InteractionId, MessageId};

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/interactions/{interaction}/{token}/callback", post(answer))
        .route("/webhooks/{application}/{token}", post(follow_up))
        .route(
            "/webhooks/{application}/{token}/messages/{message}",
            get(read).patch(edit).delete(delete),
        )
}

async fn answer(
    State(shared): State<Shared>,
    At((interaction, token)): At<(InteractionId, String)>,
    asked: Asked,
    sent: Sent,
) -> Outcome<Response> {
    let arrived = Instant::now();
    let answered = shared.change(|world, now| {
        let callback = world.answer(interaction, &token, &sent.json, sent.uploads, now)?;
        if asked.is_true("with_response") {
            return Ok(Json(callback).into_response());
        }
        Ok(StatusCode::NO_CONTENT.into_response())
    });
    shared
        .ledger()
        .played(interaction, arrived, answered.is_ok());
    answered
}

/// The first answer to an interaction of a load, which is judged and counted, and not kept; `None` if it is none of a load's.
pub(crate) fn answer_to_load(
    shared: &Shared,
    parts: &Parts,
    sent: &Sent,
) -> Option<Outcome<Response>> {
    let path = parts.uri.path().strip_prefix("/interactions/")?;
    let (id, token) = path.strip_suffix("/callback")?.split_once('/')?;
    let id: InteractionId = id.parse().ok()?;
    if parts.method != Method::POST {
        return None;
    }
    let answered = shared
        .ledger()
        .answer(id, token, &sent.json, &sent.uploads)?;
    Some(answered.map(|()| match parts.uri.query() {
        Some(query) if query.contains("with_response=true") => {
            Json(json!({"interaction": {"id": id}})).into_response()
        }
        _ => StatusCode::NO_CONTENT.into_response(),
    }))
}

async fn follow_up(
    State(shared): State<Shared>,
    At((application, token)): At<(ApplicationId, String)>,
    sent: Sent,
) -> Outcome<Json<Value>> {
    let draft = message::read(&sent.json, "", sent.uploads, Use::Answer)?;
    shared.change(|world, now| {
        if application != world.application() {
            return Err(Refusal::UNKNOWN_WEBHOOK);
        }
        world.follow_up(&token, draft, now).map(Json)
    })
}

type OneMessage = At<(ApplicationId, String, String)>;

/// `@original` is the first answer.
fn which(message: &str) -> Outcome<Option<MessageId>> {
    if message == "@original" {
        return Ok(None);
    }
    message
        .parse()
        .map(Some)
        .map_err(|_| Refusal::UNKNOWN_MESSAGE)
}

async fn read(
    State(shared): State<Shared>,
    At((_, token, message)): OneMessage,
) -> Outcome<Json<Value>> {
    let message = which(&message)?;
    shared.change(|world, now| world.read_answer(&token, message, now).map(Json))
}

async fn edit(
    State(shared): State<Shared>,
    At((_, token, message)): OneMessage,
    sent: Sent,
) -> Outcome<Json<Value>> {
    let message = which(&message)?;
    let draft = message::read(&sent.json, "", sent.uploads, Use::Answer)?;
    shared.change(|world, now| world.edit_answer(&token, message, draft, now).map(Json))
}

async fn delete(
    State(shared): State<Shared>,
    At((_, token, message)): OneMessage,
) -> Outcome<StatusCode> {
    let message = which(&message)?;
    shared.change(|world, now| {
        world.delete_answer(&token, message, now)?;
        Ok(StatusCode::NO_CONTENT)
    })
}
