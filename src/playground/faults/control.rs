//! The control endpoint: faults switched on and off while the playground runs. Off unless asked for, loopback only.
//!
//! ```text
//! curl http://127.0.0.1:4962/control/faults                          which are on
//! curl -d 'drop,every=30s' http://127.0.0.1:4962/control/faults      one more
//! curl -X DELETE http://127.0.0.1:4962/control/faults                none
//! ```

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::Fault;
use crate::playground::shared::Shared;

/// `GET /control/faults`.
pub(crate) async fn list(State(shared): State<Shared>) -> Response {
    closed_or(&shared, || {
        let faults = shared.with(|core| core.faults.list());
        Json(json!({"faults": faults})).into_response()
    })
}

/// `POST /control/faults` with a fault as it is written.
pub(crate) async fn add(State(shared): State<Shared>, text: String) -> Response {
    closed_or(&shared, || match text.parse::<Fault>() {
        Ok(fault) => {
            shared.add_fault(fault);
            StatusCode::NO_CONTENT.into_response()
        }
        Err(why) => (StatusCode::BAD_REQUEST, why.to_string()).into_response(),
    })
}

/// `DELETE /control/faults`.
pub(crate) async fn clear(State(shared): State<Shared>) -> Response {
    closed_or(&shared, || {
        shared.with(|core| core.faults.clear());
        StatusCode::NO_CONTENT.into_response()
    })
}

fn closed_or(shared: &Shared, open: impl FnOnce() -> Response) -> Response {
    if shared.has_control() {
        open()
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}
