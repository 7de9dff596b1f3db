//! A form that is open before a person.

use serde_json::{Value, json};

use super::{list, text_of};
use crate::playground::form::component::kind;

/// A form that the bot has opened for a person.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenModal {
    /// The interaction whose answer opened it.
    pub opener: u64,
    /// What it is called to the bot.
    pub custom_id: String,
    /// Its title.
    pub title: String,
    /// Its components.
    pub components: Vec<Value>,
}

impl OpenModal {
    pub(in crate::playground::people) fn read(data: &Value) -> Option<Self> {
        Some(Self {
            opener: data["id"].as_str()?.parse().ok()?,
            custom_id: text_of(&data["custom_id"]),
            title: text_of(&data["title"]),
            components: list(&data["components"]).to_vec(),
        })
    }

    /// Everything that can be read in it: its title, labels and texts, a line each.
    pub fn words(&self) -> String {
        let mut words = vec![self.title.clone()];
        for component in &self.components {
            for key in ["label", "description", "content"] {
                words.extend(component[key].as_str().map(str::to_owned));
            }
            for input in list(&component["components"]) {
                words.extend(input["label"].as_str().map(str::to_owned));
                words.extend(input["placeholder"].as_str().map(str::to_owned));
            }
        }
        words.join("\n")
    }

    /// The custom ids of what can be filled in.
    pub fn fields(&self) -> Vec<&str> {
        crate::playground::form::modal::inputs(&self.components)
            .into_iter()
            .filter_map(|input| input["custom_id"].as_str())
            .collect()
    }

    /// Its components as a client sends them back.
    pub(in crate::playground::people) fn filled(&self, fields: &[(&str, &str)]) -> Value {
        let fill = |input: &Value, label: &Value| {
            let named = |(name, _): &&(&str, &str)| {
                input["custom_id"].as_str() == Some(*name) || label.as_str() == Some(*name)
            };
            let value = fields.iter().find(named).map(|(_, value)| json!(value));
            let value = value
                .or_else(|| input.get("value").cloned())
                .unwrap_or(json!(""));
            json!({"type": input["type"], "id": input["id"], "custom_id": input["custom_id"], "value": value})
        };
        self.components
            .iter()
            .map(|component| {
                if component["type"].as_i64() == Some(kind::LABEL) {
                    let inner = fill(&component["component"], &component["label"]);
                    return json!({"type": component["type"], "id": component["id"], "component": inner});
                }
                let inner: Vec<Value> = list(&component["components"])
                    .iter()
                    .map(|input| fill(input, &input["label"]))
                    .collect();
                json!({"type": component["type"], "id": component["id"], "components": inner})
            })
            .collect()
    }
}
