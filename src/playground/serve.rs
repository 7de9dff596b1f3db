//! All routes of the playground in one place.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use super::faults::control;
use super::load::control as load;
use super::rest::{self, call::At};
use super::shared::Shared;
use super::state::ids::{AttachmentId, ChannelId};
use super::{client, gateway, host, page};

/// Everything under one roof: the API, the Gateway, the page, and files.
pub(crate) fn router(shared: Shared) -> Router {
    let api = rest::router(&shared);
    Router::new()
        .nest("/api/v10", api.clone())
        .nest("/api/v9", api.clone())
        .nest("/api", api)
        .route("/gateway", get(gateway::connect))
        .route("/gateway/", get(gateway::connect))
        .route(
            "/attachments/{channel}/{attachment}/{filename}",
            get(attachment),
        )
        .route("/page/ws", get(client::connect))
        .route(
            "/control/faults",
            get(control::list).post(control::add).delete(control::clear),
        )
        .route("/control/load", post(load::offer))
        .route(
            "/",
            get(|headers: HeaderMap| async move { asset("/", &headers) }),
        )
        .route(
            "/assets/{*path}",
            get(|Path(path): Path<String>, headers: HeaderMap| async move {
                asset(&format!("/assets/{path}"), &headers)
            }),
        )
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(shared.clone(), host::check))
        .with_state(shared)
}

fn asset(path: &str, headers: &HeaderMap) -> Response {
    let Some(asset) = page::asset(path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or_default();
    let policy = page::content_security_policy(host);
    let mut response = (safe_headers(asset.content_type), asset.bytes).into_response();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        let name = header::CONTENT_SECURITY_POLICY;
        response.headers_mut().insert(name, policy);
    }
    response
}

/// A file of a message; nothing that is served here may run in a browser.
async fn attachment(
    State(shared): State<Shared>,
    At((channel, id, _)): At<(ChannelId, AttachmentId, String)>,
) -> Response {
    let found = shared.look(|world| {
        let files = world
            .messages
            .get(&channel)?
            .values()
            .flat_map(|message| &message.body.attachments);
        let file = files.into_iter().find(|file| file.id == id)?;
        Some((
            file.content_type.clone(),
            Bytes::copy_from_slice(&file.bytes),
        ))
    });
    let Some((content_type, bytes)) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = (safe_headers(&content_type), bytes).into_response();
    let policy = HeaderValue::from_static("default-src 'none'; sandbox");
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

fn safe_headers(content_type: &str) -> [(header::HeaderName, String); 4] {
    [
        (header::CONTENT_TYPE, content_type.to_owned()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
        (header::REFERRER_POLICY, "no-referrer".to_owned()),
    ]
}
