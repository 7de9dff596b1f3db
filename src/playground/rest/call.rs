//! What a handler gets of a request, with Discord's refusals where it does not fit.

use std::collections::HashMap;

use axum::body::{Body, Bytes};
use axum::extract::{
    DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Path, Query, Request,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::header_is;
use crate::playground::form::message::Upload;
use crate::playground::refusal::{Outcome, Refusal};

/// The body of a request: its JSON, or the `payload_json` of a form with files.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sent {
    pub(crate) json: Value,
    pub(crate) uploads: Vec<Upload>,
}

impl<S: Send + Sync> FromRequestParts<S> for Sent {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Outcome<Self> {
        Ok(parts.extensions.remove().unwrap_or_default())
    }
}

/// The ids in a path.
pub(crate) struct At<T>(pub(crate) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for At<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Outcome<Self> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(ids)) => Ok(Self(ids)),
            Err(_) => Err(Refusal::form(
                "",
                "NUMBER_TYPE_COERCE",
                "Value is not snowflake.",
            )),
        }
    }
}

/// The query of a request.
pub(crate) struct Asked {
    fields: HashMap<String, String>,
}

impl Asked {
    /// A field that must be a number between two others if it is there.
    pub(crate) fn number(&self, key: &str, least: u64, most: u64) -> Outcome<Option<u64>> {
        let Some(text) = self.fields.get(key) else {
            return Ok(None);
        };
        let number = text.parse::<u64>().map_err(|_| {
            let message = format!("Value \"{text}\" is not int.");
            Refusal::form(key, "NUMBER_TYPE_COERCE", message)
        })?;
        if number < least {
            let message = format!("int value should be greater than or equal to {least}.");
            return Err(Refusal::form(key, "NUMBER_TYPE_MIN", message));
        }
        if number > most {
            let message = format!("int value should be less than or equal to {most}.");
            return Err(Refusal::form(key, "NUMBER_TYPE_MAX", message));
        }
        Ok(Some(number))
    }

    /// A field as it is.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.fields.get(key).map(String::as_str)
    }

    /// A field that says yes.
    pub(crate) fn is_true(&self, key: &str) -> bool {
        self.fields
            .get(key)
            .is_some_and(|value| matches!(value.to_ascii_lowercase().as_str(), "true" | "1"))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Outcome<Self> {
        match Query::from_request_parts(parts, state).await {
            Ok(Query(fields)) => Ok(Self { fields }),
            Err(_) => Err(Refusal::NOT_FOUND),
        }
    }
}

/// Reads a body by its content type.
pub(crate) async fn read_body(headers: &HeaderMap, bytes: Bytes) -> Outcome<Sent> {
    if header_is(headers, header::CONTENT_TYPE, "multipart/form-data") {
        return read_form(headers, bytes).await;
    }
    if bytes.is_empty() {
        return Ok(Sent::default());
    }
    if !header_is(headers, header::CONTENT_TYPE, "application/json") {
        let message = "Expected \"Content-Type\" header to be one of {'application/json'}.";
        return Err(Refusal::form("_misc", "CONTENT_TYPE_INVALID", message));
    }
    let json = serde_json::from_slice(&bytes).map_err(|_| Refusal::INVALID_JSON)?;
    Ok(Sent {
        json,
        uploads: Vec::new(),
    })
}

/// `payload_json` and `files[n]`: <https://discord.com/developers/docs/reference#uploading-files>.
async fn read_form(headers: &HeaderMap, bytes: Bytes) -> Outcome<Sent> {
    let mut request = Request::new(Body::from(bytes));
    *request.headers_mut() = headers.clone();
    // The door has measured the body already.
    DefaultBodyLimit::disable().apply(&mut request);
    let unreadable = || {
        Refusal::form(
            "_misc",
            "CONTENT_TYPE_INVALID",
            "The form could not be read.",
        )
    };
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|_| unreadable())?;
    let mut sent = Sent {
        json: serde_json::json!({}),
        uploads: Vec::new(),
    };
    while let Some(part) = form.next_field().await.map_err(|_| unreadable())? {
        let name = part.name().unwrap_or_default().to_owned();
        let filename = part.file_name().map(str::to_owned);
        let content_type = part.content_type().map(str::to_owned);
        let bytes = part.bytes().await.map_err(|_| unreadable())?;
        if name == "payload_json" {
            sent.json = serde_json::from_slice(&bytes).map_err(|_| Refusal::INVALID_JSON)?;
        } else if let Some(filename) = filename {
            let next = sent.uploads.len() as u64;
            let index = name
                .strip_prefix("files[")
                .and_then(|rest| rest.strip_suffix(']')?.parse().ok());
            sent.uploads.push(Upload {
                index: index.unwrap_or(next),
                filename,
                content_type,
                bytes: bytes.to_vec(),
            });
        }
    }
    Ok(sent)
}
