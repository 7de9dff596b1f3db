//! The bot's traffic as JSON lines, for people who write bots and for tests. Tokens are blanked.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

/// What stands where a token was.
const BLANK: &str = "***";

/// Which way something went, as the playground sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From the bot.
    In,
    /// To the bot.
    Out,
}

/// A request, an answer, or a gateway frame.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum What {
    /// A REST request, or with a status the answer to one.
    Rest {
        /// `GET`, `POST` …
        method: String,
        /// The path after `/api/v10`, with its query.
        path: String,
        /// HTTP status of an answer.
        #[serde(skip_serializing_if = "Option::is_none")]
        status: Option<u16>,
    },
    /// A gateway frame.
    Gateway {
        /// Opcode.
        op: u64,
        /// Name of a dispatched event.
        #[serde(skip_serializing_if = "Option::is_none")]
        event: Option<String>,
    },
    /// A gateway connection was closed, by the playground if the direction is out.
    Close {
        /// Close code; `None` where there was none.
        close: Option<u16>,
    },
}

/// One line of the record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// ISO 8601, UTC.
    pub time: String,
    /// In or out.
    pub direction: Direction,
    /// What it was.
    #[serde(flatten)]
    pub what: What,
    /// The JSON body; for multipart its `payload_json`, with the files' names and sizes under `files`.
    pub body: Value,
}

/// Keeps the entries, in a file, in memory, or both.
#[derive(Debug, Default)]
pub(crate) struct Record {
    token: String,
    file: Option<Mutex<BufWriter<File>>>,
    memory: Option<Mutex<Vec<Entry>>>,
}

impl Record {
    /// A record that blanks `token`, written to `file` and kept in memory as wanted.
    pub(crate) fn new(token: &str, file: Option<&Path>, keep: bool) -> io::Result<Self> {
        let file = match file {
            Some(path) => Some(Mutex::new(BufWriter::new(File::create(path)?))),
            None => None,
        };
        Ok(Self {
            token: token.to_owned(),
            file,
            memory: keep.then(Mutex::default),
        })
    }

    /// Is anything kept at all?
    pub(crate) fn is_on(&self) -> bool {
        self.file.is_some() || self.memory.is_some()
    }

    /// Writes one line.
    pub(crate) fn put(&self, direction: Direction, what: What, body: &Value, now: Timestamp) {
        if !self.is_on() {
            return;
        }
        let mut body = body.clone();
        blank(&mut body, &self.token);
        let what = match what {
            What::Rest {
                method,
                path,
                status,
            } => What::Rest {
                method,
                path: blank_path(&path),
                status,
            },
            other => other,
        };
        let entry = Entry {
            time: now.to_string(),
            direction,
            what,
            body,
        };
        if let Some(file) = &self.file
            && let Ok(line) = serde_json::to_string(&entry)
        {
            // A full disk must not stop the game: the record is for looking at.
            if let Err(why) = write_line(file, &line) {
                tracing::warn!(%why, "The record could not be written");
            }
        }
        if let Some(memory) = &self.memory {
            memory
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(entry);
        }
    }

    /// What was kept in memory.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.memory.as_ref().map_or_else(Vec::new, |memory| {
            memory
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .clone()
        })
    }
}

fn write_line(file: &Mutex<BufWriter<File>>, line: &str) -> io::Result<()> {
    let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
    writeln!(file, "{line}")?;
    file.flush()
}

/// Blanks every field called `token`, and the bot's token wherever it stands.
fn blank(value: &mut Value, token: &str) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                if key == "token" {
                    *field = BLANK.into();
                } else {
                    blank(field, token);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| blank(item, token)),
        Value::String(text) if !token.is_empty() && text.contains(token) => {
            *text = text.replace(token, BLANK);
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Blanks the token of `/interactions/{id}/{token}/…` and `/webhooks/{id}/{token}…`.
fn blank_path(path: &str) -> String {
    let (path, query) = match path.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (path, None),
    };
    let mut steps: Vec<&str> = path.split('/').collect();
    if matches!(steps.get(1), Some(&"interactions" | &"webhooks"))
        && let Some(token) = steps.get_mut(3)
    {
        *token = BLANK;
    }
    let path = steps.join("/");
    match query {
        Some(query) => format!("{path}?{query}"),
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn tokens_are_blanked_in_paths_and_bodies() {
        assert_eq!(
            blank_path("/interactions/1/abc/callback?with_response=true"),
            "/interactions/1/***/callback?with_response=true"
        );
        assert_eq!(
            blank_path("/webhooks/1/abc/messages/@original"),
            "/webhooks/1/***/messages/@original"
        );
        assert_eq!(blank_path("/channels/1/messages"), "/channels/1/messages");
        let mut body = json!({"d": {"token": "abc", "list": ["Bot secret", 3]}});
        blank(&mut body, "secret");
        assert_eq!(body, json!({"d": {"token": "***", "list": ["Bot ***", 3]}}));
    }

    #[test]
    fn a_line_says_when_which_way_and_what() {
        let record = Record::new("secret", None, true).unwrap();
        let now: Timestamp = "2026-08-01T12:00:00Z".parse().unwrap();
        let what = What::Gateway {
            op: 0,
            event: Some("READY".to_owned()),
        };
        record.put(Direction::Out, what, &json!({}), now);
        assert_eq!(
            serde_json::to_string(&record.entries()[0]).unwrap(),
            r#"{"time":"2026-08-01T12:00:00Z","direction":"out","op":0,"event":"READY","body":{}}"#
        );
    }
}
