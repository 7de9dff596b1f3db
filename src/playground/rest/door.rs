//! The door of the REST API: limits, faults, the body read once for everyone, and both directions written down.

use std::time::Duration;

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::call::{self, Sent};
use super::interactions;
use crate::playground::faults::Rest;
use crate::playground::limits::{Left, Scope, Verdict};
use crate::playground::record::{Direction, What};
use crate::playground::refusal::Refusal;
use crate::playground::shared::Shared;

/// Most bytes of a request: ten files of ten megabytes would be more than Discord takes at once.
const REQUEST_SIZE: usize = 26 * 1024 * 1024;
/// How long a bot is asked to wait that is refused for no reason of its own.
const A_WHILE: jiff::SignedDuration = jiff::SignedDuration::from_millis(100);
/// Longer than any client waits for an answer.
const FOR_EVER: Duration = Duration::from_hours(1);

/// Lets a request through, or not, and its answer back, or not.
pub(crate) async fn pass(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let note = Note {
        shared: shared.clone(),
        method: parts.method.to_string(),
        path: parts
            .uri
            .path_and_query()
            .map_or_else(|| parts.uri.path().to_owned(), ToString::to_string),
    };
    let sent = match to_bytes(body, REQUEST_SIZE).await {
        Ok(bytes) => call::read_body(&parts.headers, bytes).await,
        Err(_) => Err(Refusal::TOO_LARGE),
    };
    if shared.record().is_on() {
        let noted = sent.as_ref().map_or(Value::Null, as_recorded);
        note.put(Direction::In, None, &noted);
    }
    let (verdict, fault) = shared.asks(&note.method, parts.uri.path());
    let now = Shared::now();
    let (left, scope, refused) = match verdict {
        Verdict::Passes(left) => match fault {
            Some(Rest::Limited(scope)) => {
                let answer = too_many(scope, now + A_WHILE, now);
                (left, Some(scope), Some(answer))
            }
            Some(Rest::Status(status)) => (left, None, Some(failed(status, now))),
            Some(Rest::Slow(_) | Rest::Lost) | None => (left, None, None),
        },
        Verdict::TooMany { scope, until, left } => {
            (left, Some(scope), Some(too_many(scope, until, now)))
        }
        Verdict::ShutOut { until } => (None, None, Some(shut_out(until, now))),
    };
    let mut response = match (refused, sent) {
        (Some(refused), _) => refused,
        (None, Ok(sent)) => match interactions::answer_to_load(&shared, &parts, &sent) {
            Some(answered) => answered.into_response(),
            None => {
                parts.extensions.insert(sent);
                next.run(Request::from_parts(parts, Body::empty())).await
            }
        },
        (None, Err(refusal)) => refusal.into_response(),
    };
    if let Some(left) = left {
        say_what_is_left(response.headers_mut(), &left, now);
    }
    shared.answered(response.status().as_u16(), scope);
    let response = note.answer(response).await;
    match fault {
        Some(Rest::Slow(time)) => held_back(&shared, time).await,
        Some(Rest::Lost) => held_back(&shared, FOR_EVER).await,
        Some(Rest::Status(_) | Rest::Limited(_)) | None => {}
    }
    response
}

/// Writes a request and its answer into the record.
struct Note {
    shared: Shared,
    method: String,
    path: String,
}

impl Note {
    fn put(&self, direction: Direction, status: Option<u16>, body: &Value) {
        let what = What::Rest {
            method: self.method.clone(),
            path: self.path.clone(),
            status,
        };
        let record = self.shared.record();
        record.put(direction, what, body, Shared::now());
    }

    async fn answer(&self, response: Response) -> Response {
        if !self.shared.record().is_on() {
            return response;
        }
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
        let answer = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        self.put(Direction::Out, Some(parts.status.as_u16()), &answer);
        Response::from_parts(parts, Body::from(bytes))
    }
}

async fn held_back(shared: &Shared, time: Duration) {
    tokio::select! {
        () = tokio::time::sleep(time) => {}
        () = shared.stopped() => {}
    }
}

/// An answer with this status that says nothing of the request, as Discord gives when it is not well.
fn failed(status: u16, now: Timestamp) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if status == StatusCode::TOO_MANY_REQUESTS {
        return too_many(Scope::User, now + A_WHILE, now);
    }
    let body = json!({"message": status.to_string(), "code": 0});
    (status, Json(body)).into_response()
}

/// 429: <https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit>.
fn too_many(scope: Scope, until: Timestamp, now: Timestamp) -> Response {
    let wait = until.duration_since(now).as_secs_f64().max(0.001);
    let body = json!({
        "message": "You are being rate limited.", "retry_after": (wait * 1000.0).ceil() / 1000.0,
        "global": scope == Scope::Global,
    });
    let mut response = (StatusCode::TOO_MANY_REQUESTS, Json(body)).into_response();
    let headers = response.headers_mut();
    put(headers, "retry-after", &wait.ceil().to_string());
    put(headers, "x-ratelimit-scope", scope.word());
    if scope == Scope::Global {
        put(headers, "x-ratelimit-global", "true");
    }
    response
}

/// Who is shut out hears from what stands before Discord, not from Discord: no JSON, no limits in the headers.
fn shut_out(until: Timestamp, now: Timestamp) -> Response {
    let wait = until.duration_since(now).as_secs_f64().max(1.0).ceil();
    let mut response = (StatusCode::TOO_MANY_REQUESTS, "error code: 1015").into_response();
    put(response.headers_mut(), "retry-after", &wait.to_string());
    response
}

fn say_what_is_left(headers: &mut HeaderMap, left: &Left, now: Timestamp) {
    let reset_after = left.reset.duration_since(now).as_secs_f64().max(0.0);
    let milliseconds = left.reset.as_millisecond();
    put(headers, "x-ratelimit-bucket", &left.bucket);
    put(headers, "x-ratelimit-limit", &left.limit.to_string());
    put(
        headers,
        "x-ratelimit-remaining",
        &left.remaining.to_string(),
    );
    put(
        headers,
        "x-ratelimit-reset",
        &format!("{}.{:03}", milliseconds / 1000, milliseconds % 1000),
    );
    put(
        headers,
        "x-ratelimit-reset-after",
        &format!("{reset_after:.3}"),
    );
}

fn put(headers: &mut HeaderMap, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(HeaderName::from_static(name), value);
    }
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
