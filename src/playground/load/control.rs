//! The control endpoint: a load while the playground runs, so that several can be offered to one bot.
//!
//! ```text
//! curl -d 'event=400,complete=100,for=30s' http://127.0.0.1:4962/control/load      waits, and gives the report
//! ```

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::run;
use super::spec::Spec;
use crate::playground::shared::Shared;

/// `POST /control/load` with a load as it is written.
pub(crate) async fn offer(State(shared): State<Shared>, text: String) -> Response {
    if !shared.has_control() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let spec = match text.parse::<Spec>() {
        Ok(spec) if spec.servers.is_some() => {
            let why = "a playground has its servers from the start: give --servers there";
            return (StatusCode::BAD_REQUEST, why).into_response();
        }
        Ok(spec) => spec,
        Err(why) => return (StatusCode::BAD_REQUEST, why.to_string()).into_response(),
    };
    match run::run(&shared, &spec).await {
        Ok(report) => Json(report).into_response(),
        Err(why) => (StatusCode::CONFLICT, why.to_string()).into_response(),
    }
}
