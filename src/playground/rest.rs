//! Discord's REST API v10: routes, and the door that every request goes through.
//!
//! The [`door`] that every request goes through reads its body, counts it and keeps the record.

pub(crate) mod application;
pub(crate) mod call;
pub(crate) mod channels;
pub(crate) mod commands;
pub(crate) mod door;
pub(crate) mod guilds;
pub(crate) mod interactions;
pub(crate) mod messages;
pub(crate) mod users;

use axum::Json;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};

use super::refusal::Refusal;
use super::shared::Shared;

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
        .layer(from_fn_with_state(shared.clone(), door::pass))
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
    if !shared.is_token(given.and_then(|given| given.strip_prefix("Bot "))) {
        return Refusal::UNAUTHORIZED.into_response();
    }
    next.run(request).await
}

/// Is the value of a header this text?
pub(crate) fn header_is(headers: &HeaderMap, name: header::HeaderName, starts: &str) -> bool {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.to_ascii_lowercase().starts_with(starts))
}
