//! What a person gets to see: messages, answers, suggestions, forms.

mod modal;

use std::time::Duration;

use serde_json::{Value, json};

use crate::playground::form::component::kind;

pub use modal::OpenModal;

/// A message as a person sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// The message object.
    pub raw: Value,
}

/// A button of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What stands on it.
    pub label: String,
    /// What it is called to the bot; a link has none.
    pub custom_id: Option<String>,
    /// Where a link leads.
    pub url: Option<String>,
    /// Discord's number of its style.
    pub style: u64,
    /// Switched off.
    pub disabled: bool,
}

/// A suggestion for an option that is being typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What is shown.
    pub name: String,
    /// What is sent when it is chosen.
    pub value: Value,
}

/// What came of something that a person did.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Whether the bot answered in time.
    pub acknowledged: bool,
    /// The message of the answer, or the message that was changed by it.
    pub message: Option<Seen>,
    /// The message is not a new one, but the one whose component was used.
    pub changed: bool,
    /// The form that was opened.
    pub modal: Option<OpenModal>,
    /// Why there is no answer, in words.
    pub failed: Option<String>,
    /// How long it took until the answer could be read.
    pub took: Duration,
}

impl Answer {
    pub(super) fn begun() -> Self {
        Self {
            acknowledged: false,
            message: None,
            changed: false,
            modal: None,
            failed: None,
            took: Duration::ZERO,
        }
    }

    pub(super) fn refused(why: String) -> Self {
        Self {
            failed: Some(why),
            ..Self::begun()
        }
    }

    /// The message of the answer.
    ///
    /// # Panics
    ///
    /// If there is none; says why.
    #[track_caller]
    pub fn message(&self) -> &Seen {
        let Some(message) = &self.message else {
            panic!("there is no message in {self:?}");
        };
        message
    }
}

impl Seen {
    pub(super) fn new(raw: Value) -> Self {
        Self { raw }
    }

    /// A message as a frame of the page brings it.
    pub(crate) fn of_frame(raw: Value) -> Self {
        Self { raw }
    }

    /// Did a bot write it?
    pub fn is_of_a_bot(&self) -> bool {
        self.raw["author"]["bot"] == json!(true)
    }

    /// Does it have a button of exactly this label that can be pressed?
    pub fn offers(&self, label: &str) -> bool {
        let button = self.button(label);
        button.is_some_and(|button| button.label == label && !button.disabled)
    }

    /// The message's id.
    pub fn id(&self) -> u64 {
        self.raw["id"]
            .as_str()
            .and_then(|id| id.parse().ok())
            .unwrap_or(0)
    }

    /// The name of who wrote it.
    pub fn author(&self) -> &str {
        self.raw["author"]["username"].as_str().unwrap_or_default()
    }

    /// Seen by this person only.
    pub fn is_ephemeral(&self) -> bool {
        self.raw["flags"].as_u64().unwrap_or(0) & (1 << 6) != 0
    }

    /// *Thinking…*
    pub fn is_loading(&self) -> bool {
        self.raw["flags"].as_u64().unwrap_or(0) & (1 << 7) != 0
    }

    /// Everything that can be read in it, a line each: content, embeds, file names, labels of buttons in brackets.
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        let mut put = |text: &Value| {
            if let Some(text) = text.as_str().filter(|text| !text.is_empty()) {
                lines.push(text.to_owned());
            }
        };
        put(&self.raw["content"]);
        for embed in list(&self.raw["embeds"]) {
            put(&embed["author"]["name"]);
            put(&embed["title"]);
            put(&embed["description"]);
            for field in list(&embed["fields"]) {
                put(&field["name"]);
                put(&field["value"]);
            }
            put(&embed["footer"]["text"]);
        }
        for file in list(&self.raw["attachments"]) {
            put(&file["filename"]);
        }
        let labels: Vec<String> = self
            .buttons()
            .into_iter()
            .map(|button| format!("[{}]", button.label))
            .collect();
        if !labels.is_empty() {
            lines.push(labels.join(" "));
        }
        lines.join("\n")
    }

    /// Its buttons, in order.
    pub fn buttons(&self) -> Vec<Button> {
        let mut buttons = Vec::new();
        for_each(&self.raw["components"], &mut |component| {
            if component["type"].as_i64() == Some(kind::BUTTON) {
                let text = |key: &str| component[key].as_str().map(str::to_owned);
                let emoji = component["emoji"]["name"].as_str().map(str::to_owned);
                buttons.push(Button {
                    label: text("label").or(emoji).unwrap_or_default(),
                    custom_id: text("custom_id"),
                    url: text("url"),
                    style: component["style"].as_u64().unwrap_or(0),
                    disabled: component["disabled"] == json!(true),
                });
            }
        });
        buttons
    }

    /// The button with this label, or the first whose label begins with it.
    pub fn button(&self, label: &str) -> Option<Button> {
        let buttons = self.buttons();
        let exact = buttons.iter().find(|button| button.label == label);
        let near = || {
            buttons
                .iter()
                .find(|button| button.label.starts_with(label))
        };
        exact.or_else(near).cloned()
    }

    /// The component data for a choice from a menu, if this message has the menu.
    pub(super) fn choose(&self, menu: &str, options: &[&str]) -> Option<Value> {
        let mut data = None;
        for_each(&self.raw["components"], &mut |component| {
            let is_menu = component["type"]
                .as_i64()
                .is_some_and(|own| kind::SELECTS.contains(&own));
            let named = ["custom_id", "placeholder"]
                .iter()
                .any(|key| component[*key].as_str() == Some(menu));
            if is_menu && named {
                let value = |wanted: &&str| {
                    let by_label = list(&component["options"])
                        .iter()
                        .find(|option| option["label"].as_str() == Some(*wanted));
                    by_label.map_or_else(|| json!(wanted), |option| option["value"].clone())
                };
                let values: Vec<Value> = options.iter().map(value).collect();
                data = Some(json!({
                    "component_type": component["type"], "custom_id": component["custom_id"],
                    "values": values,
                }));
            }
        });
        data
    }
}

/// The suggestions in an `AUTOCOMPLETE` frame.
pub(super) fn choices(data: &Value) -> Vec<Choice> {
    list(&data["choices"])
        .iter()
        .map(|choice| Choice {
            name: text_of(&choice["name"]),
            value: choice["value"].clone(),
        })
        .collect()
}

pub(super) fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Visits every component at every depth.
fn for_each(components: &Value, visit: &mut impl FnMut(&Value)) {
    for component in list(components) {
        visit(component);
        for_each(&component["components"], visit);
        if let Some(accessory) = component.get("accessory") {
            visit(accessory);
        }
    }
}
