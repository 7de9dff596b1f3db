//! Discord's own description of its API as a judge of what the bot sends.
//!
//! It lies beside the repository (`../shared/discord-openapi`, or below `CLIO_SHARED`), and is not always there.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{LazyLock, Mutex, PoisonError};

use clio::playground::Playground;
use clio::playground::record::{Direction, What};
use jsonschema::Validator;
use serde_json::{Value, json};

/// Where material that is not part of the repository lies.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let shared = std::env::var_os("CLIO_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    Some(shared.join(path)).filter(|path| path.exists())
}

/// Judges request bodies.
pub(crate) struct Judge {
    document: Value,
    validators: HashMap<(String, String), Option<Validator>>,
}

impl Judge {
    /// The judge, if the description is there.
    pub(crate) fn here() -> Option<Self> {
        let path = shared("discord-openapi/openapi.json")?;
        let document = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        Some(Self {
            document,
            validators: HashMap::new(),
        })
    }

    /// What is wrong with `body` as the body of a request; nothing for a request that has none by the description.
    pub(crate) fn faults(&mut self, method: &str, path: &str, body: &Value) -> Vec<String> {
        let path = path.split('?').next().unwrap();
        let path = path.trim_start_matches("/api").trim_start_matches("/v10");
        let Some(template) = self.template(method, path) else {
            return vec![format!("no operation {method} {path}")];
        };
        let key = (method.to_owned(), template.clone());
        if !self.validators.contains_key(&key) {
            let validator = self.validator(method, &template);
            self.validators.insert(key.clone(), validator);
        }
        match &self.validators[&key] {
            None => Vec::new(),
            Some(validator) => validator
                .iter_errors(&with_numbers(body))
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect(),
        }
    }

    /// The path of the description that `path` is an example of; literal parts win over `{parameters}`.
    fn template(&self, method: &str, path: &str) -> Option<String> {
        let parts: Vec<&str> = path.split('/').collect();
        let fits = |template: &str| {
            let wanted: Vec<&str> = template.split('/').collect();
            wanted.len() == parts.len()
                && wanted
                    .iter()
                    .zip(&parts)
                    .all(|(wanted, part)| wanted.starts_with('{') || wanted == part)
        };
        let paths = self.document["paths"].as_object().unwrap();
        let fitting = paths
            .iter()
            .filter(|(template, item)| item.get(method.to_lowercase()).is_some() && fits(template));
        fitting
            .min_by_key(|(template, _)| template.matches('{').count())
            .map(|(template, _)| template.clone())
    }

    fn validator(&self, method: &str, template: &str) -> Option<Validator> {
        let operation = &self.document["paths"][template][method.to_lowercase()];
        let content = operation.get("requestBody")?["content"]
            .as_object()
            .unwrap();
        let mut schema = content
            .get("application/json")
            .or_else(|| content.values().next())?["schema"]
            .clone();
        schema["components"] = self.document["components"].clone();
        Some(jsonschema::draft202012::options().build(&schema).unwrap())
    }
}

/// Permissions are documented as strings and described as numbers: both are right.
fn with_numbers(body: &Value) -> Value {
    match body {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| {
                let number = value.as_str().and_then(|digits| digits.parse::<u64>().ok());
                let value = match (name.as_str(), number) {
                    (
                        "default_member_permissions" | "permissions" | "allow" | "deny",
                        Some(number),
                    ) => json!(number),
                    _ => with_numbers(value),
                };
                (name.clone(), value)
            })
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(values) => values.iter().map(with_numbers).collect(),
        other => other.clone(),
    }
}

#[test]
fn the_judge_takes_what_is_right_and_refuses_what_is_not() {
    let Some(mut judge) = Judge::here() else {
        println!("Not judged: ../shared/discord-openapi is not here.");
        return;
    };
    let mut verdict = |method, path, body: Value| judge.faults(method, path, &body).is_empty();
    let answer = |data: Value| json!({"type": 4, "data": data});
    let callback = "/api/v10/interactions/1/token/callback";
    assert!(verdict(
        "POST",
        callback,
        answer(
            json!({"content": "Hello.", "flags": 64, "embeds": [{"title": "A"}], "allowed_mentions": {"parse": []}})
        )
    ));
    assert!(!verdict("POST", callback, answer(json!({"content": 7}))));
    assert!(!verdict(
        "POST",
        callback,
        answer(json!({"embeds": [{"title": "x".repeat(257)}]}))
    ));
    assert!(!verdict("POST", callback, json!({"type": 99})));
    let commands = "/api/v10/applications/1/commands";
    assert!(verdict(
        "PUT",
        commands,
        json!([{"name": "event", "description": "What?", "options": [{"type": 3, "name": "when", "description": "A date", "required": true, "autocomplete": true}], "default_member_permissions": "32"}])
    ));
    assert!(!verdict(
        "PUT",
        commands,
        json!([{"name": "x".repeat(33), "description": "What?"}])
    ));
    assert!(!verdict(
        "PUT",
        commands,
        json!([{"name": "event", "description": "What?", "options": [{"type": 3, "name": "when"}]}])
    ));
    assert!(!verdict("PUT", "/nowhere", json!({})));
}

/// Holds every request that the bot made against Discord's own description, if that is here.
#[expect(
    clippy::print_stdout,
    reason = "who runs the tests should know what was left out"
)]
pub(super) fn judge(playground: &Playground) {
    static JUDGE: LazyLock<Option<Mutex<Judge>>> = LazyLock::new(|| Judge::here().map(Mutex::new));
    let Some(judge) = &*JUDGE else {
        println!("Not judged: ../shared/discord-openapi is not here.");
        return;
    };
    let mut judge = judge.lock().unwrap_or_else(PoisonError::into_inner);
    let mut n_judged = 0;
    for entry in playground.record() {
        if let (
            Direction::In,
            What::Rest {
                method,
                path,
                status: None,
            },
        ) = (entry.direction, &entry.what)
        {
            let faults = judge.faults(method, path, &as_described(&entry.body));
            assert!(
                faults.is_empty(),
                "{method} {path}: {faults:#?}\n{:#}",
                entry.body
            );
            n_judged += 1;
        }
    }
    drop(judge);
    assert!(n_judged > 0, "the playground kept no record");
}

/// A body as Discord's description has it: what files came along stands beside it, and what numbers files have is text there,
/// though Discord's own examples write numbers.
fn as_described(body: &Value) -> Value {
    let mut body = body.clone();
    if let Some(fields) = body.as_object_mut() {
        fields.remove("files");
    }
    for place in ["/attachments", "/data/attachments"] {
        let files = body.pointer_mut(place).and_then(Value::as_array_mut);
        for file in files.into_iter().flatten() {
            if let Some(number) = file["id"].as_u64() {
                file["id"] = number.to_string().into();
            }
        }
    }
    body
}
