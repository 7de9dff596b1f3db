//! Discord's REST API v10: routes, and the door that every request goes through.
//!
//! The door reads the body, keeps the record, and sees to it that a refusal has Discord's shape.

pub(crate) mod application;
pub(crate) mod call;
pub(crate) mod channels;
pub(crate) mod commands;
pub(crate) mod guilds;
pub(crate) mod interactions;
pub(crate) mod messages;
pub(crate) mod users;

use axum::Json;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use serde_json::{Value, json};

use self::call::Sent;
use super::record::{Direction, What};
use super::refusal::Refusal;
use super::shared::Shared;

/// Most bytes of a request: ten files of ten megabytes would be more than Discord takes at once.
const REQUEST_SIZE: usize = 26 * 1024 * 1024;

/// The API without its prefix.
pub(crate) fn router(shared: &Shared) -> Router<Shared> {
    let with_token = Router::new()
        .merge(application::routes())
        .merge(commands::routes())
        .merge(guilds::routes())
        .merge(users::routes())
        .route("/gateway/bot", get(application::gateway_bot))
        .route(
            "/channels/{channel}",
            get(channels::read)
                .patch(channels::edit)
                .delete(channels::delete),
        )
        .route("/channels/{channel}/typing", post(channels::typing))
        .route("/channels/{channel}/threads", post(channels::start_thread))
        .route(
            "/channels/{channel}/thread-members/{user}",
            put(channels::join),
        )
        .route(
            "/channels/{channel}/messages",
            get(messages::list).post(messages::create),
        )
        .route(
            "/channels/{channel}/messages/bulk-delete",
            post(messages::bulk_delete),
        )
        .route(
            "/channels/{channel}/messages/{message}",
            get(messages::read)
                .patch(messages::edit)
                .delete(messages::delete),
        )
        .route(
            "/channels/{channel}/messages/{message}/threads",
            post(channels::start_thread_from),
        )
        .route_layer(from_fn_with_state(shared.clone(), check_token));
    Router::new()
        .route("/gateway", get(application::gateway))
        .merge(interactions::routes())
        .merge(with_token)
        .fallback(|| async { Refusal::NOT_FOUND })
        .method_not_allowed_fallback(|| async { Refusal::METHOD_NOT_ALLOWED })
        .layer(from_fn_with_state(shared.clone(), door))
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        (status, Json(self.body())).into_response()
    }
}

/// 401 without the bot's token.
async fn check_token(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let given = request
        .headers()
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    let known = given.and_then(|given| given.strip_prefix("Bot ")) == Some(shared.token());
    if !known {
        return Refusal::UNAUTHORIZED.into_response();
    }
    next.run(request).await
}

/// Reads the body once for everyone, and writes both directions down.
async fn door(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let method = parts.method.to_string();
    let path = parts
        .uri
        .path_and_query()
        .map_or_else(|| parts.uri.path().to_owned(), ToString::to_string);
    let sent = match to_bytes(body, REQUEST_SIZE).await {
        Ok(bytes) => call::read_body(&parts.headers, bytes).await,
        Err(_) => Err(Refusal::TOO_LARGE),
    };
    let note = |direction, status, body: &Value| {
        let what = What::Rest {
            method: method.clone(),
            path: path.clone(),
            status,
        };
        shared.record().put(direction, what, body, Shared::now());
    };
    let fault = shared.fault(&method, parts.uri.path());
    let response = match sent {
        Ok(sent) if fault.is_some() => {
            note(Direction::In, None, &as_recorded(&sent));
            failed(fault.unwrap_or(500))
        }
        Ok(sent) => {
            note(Direction::In, None, &as_recorded(&sent));
            parts.extensions.insert(sent);
            next.run(Request::from_parts(parts, Body::empty())).await
        }
        Err(refusal) => {
            note(Direction::In, None, &Value::Null);
            refusal.into_response()
        }
    };
    if !shared.record().is_on() {
        return response;
    }
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let answer = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    note(Direction::Out, Some(parts.status.as_u16()), &answer);
    Response::from_parts(parts, Body::from(bytes))
}

/// An answer with this status that says nothing of the request, as Discord gives when it is not well.
fn failed(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if status != StatusCode::TOO_MANY_REQUESTS {
        let body = json!({"message": status.to_string(), "code": 0});
        return (status, Json(body)).into_response();
    }
    let headers = [
        ("retry-after", "1"),
        ("x-ratelimit-scope", "user"),
        ("x-ratelimit-limit", "5"),
        ("x-ratelimit-remaining", "0"),
        ("x-ratelimit-reset-after", "0.1"),
    ];
    let body =
        json!({"message": "You are being rate limited.", "retry_after": 0.1, "global": false});
    (status, headers, Json(body)).into_response()
}

/// A body with the names and sizes of its files.
fn as_recorded(sent: &Sent) -> Value {
    let mut body = sent.json.clone();
    if !sent.uploads.is_empty() && body.is_object() {
        body["files"] = sent
            .uploads
            .iter()
            .map(|file| json!({"name": file.filename, "size": file.bytes.len()}))
            .collect();
    }
    body
}

/// Is the value of a header this text?
pub(crate) fn header_is(headers: &HeaderMap, name: header::HeaderName, starts: &str) -> bool {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.to_ascii_lowercase().starts_with(starts))
}
