//! Modals: <https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal>.

use std::collections::HashSet;

use serde_json::Value;
use twilight_validate::component::{
    COMPONENT_CUSTOM_ID_LENGTH, TEXT_INPUT_LABEL_MAX, TEXT_INPUT_LABEL_MIN, TEXT_INPUT_LENGTH_MAX,
    TEXT_INPUT_PLACEHOLDER_MAX,
};

use super::component::{check_select, complete, kind, kind_of};
use super::{Form, join};
use crate::playground::refusal::{Faults, Outcome};

/// Most characters of a modal's title.
const TITLE_LENGTH: usize = 45;
/// Most characters of the text under a label.
const LABEL_DESCRIPTION_LENGTH: usize = 100;

/// A modal that a person is to fill in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Modal {
    pub(crate) custom_id: String,
    pub(crate) title: String,
    pub(crate) components: Vec<Value>,
}

/// Reads the `data` of a callback that opens a modal.
pub(crate) fn read(data: &Value) -> Outcome<Modal> {
    let mut faults = Faults::default();
    let faults = &mut faults;
    let mut modal = Modal {
        custom_id: String::new(),
        title: String::new(),
        components: Vec::new(),
    };
    if let Some(form) = Form::open(data, "data", faults) {
        let custom_id = form.required_text("custom_id", 1..=COMPONENT_CUSTOM_ID_LENGTH, faults);
        let title = form.required_text("title", 1..=TITLE_LENGTH, faults);
        form.require("components", faults);
        let components = form.list("components", 1..=5, faults).unwrap_or_default();
        let mut custom_ids = HashSet::new();
        for (index, component) in components.iter().enumerate() {
            let path = join(&form.at("components"), &index.to_string());
            if let Some(component) = Form::open(component, &path, faults) {
                check(&component, &mut custom_ids, faults);
            }
        }
        let mut next = 1;
        modal = Modal {
            custom_id: custom_id.unwrap_or_default().to_owned(),
            title: title.unwrap_or_default().to_owned(),
            components: components
                .iter()
                .map(|component| complete(component, &mut next))
                .collect(),
        };
    }
    std::mem::take(faults).done()?;
    Ok(modal)
}

/// Every text input and menu of a modal with its custom id.
pub(crate) fn inputs(components: &[Value]) -> Vec<&Value> {
    components
        .iter()
        .flat_map(|component| match component["type"].as_i64() {
            Some(kind::ROW) => component["components"]
                .as_array()
                .into_iter()
                .flatten()
                .collect(),
            Some(kind::LABEL) => vec![&component["component"]],
            _ => Vec::new(),
        })
        .collect()
}

fn check<'a>(component: &Form<'a>, custom_ids: &mut HashSet<&'a str>, faults: &mut Faults) {
    match kind_of(component, &[kind::ROW, kind::TEXT, kind::LABEL], faults) {
        Some(kind::ROW) => {
            component.require("components", faults);
            let items = component.list("components", 1..=1, faults);
            for (index, item) in items.into_iter().flatten().enumerate() {
                let path = join(&component.at("components"), &index.to_string());
                if let Some(item) = Form::open(item, &path, faults)
                    && kind_of(&item, &[kind::TEXT_INPUT], faults).is_some()
                {
                    item.required_text(
                        "label",
                        TEXT_INPUT_LABEL_MIN..=TEXT_INPUT_LABEL_MAX,
                        faults,
                    );
                    text_input(&item, custom_ids, faults);
                }
            }
        }
        Some(kind::LABEL) => {
            component.required_text("label", TEXT_INPUT_LABEL_MIN..=TEXT_INPUT_LABEL_MAX, faults);
            component.text("description", 0..=LABEL_DESCRIPTION_LENGTH, faults);
            component.require("component", faults);
            let mut known = vec![kind::TEXT_INPUT];
            known.extend(kind::SELECTS);
            if let Some(item) = component.object("component", faults) {
                match kind_of(&item, &known, faults) {
                    Some(kind::TEXT_INPUT) => text_input(&item, custom_ids, faults),
                    Some(select) => {
                        custom_id(&item, custom_ids, faults);
                        check_select(&item, select, faults);
                    }
                    None => {}
                }
            }
        }
        _ => {}
    }
}

fn text_input<'a>(input: &Form<'a>, custom_ids: &mut HashSet<&'a str>, faults: &mut Faults) {
    let most = i64::try_from(TEXT_INPUT_LENGTH_MAX).unwrap_or(4000);
    custom_id(input, custom_ids, faults);
    input.require("style", faults);
    input.choice("style", &[1, 2], faults);
    let shortest = input.integer("min_length", 0..=most, faults).unwrap_or(0);
    let longest = input
        .integer("max_length", 1..=most, faults)
        .unwrap_or(most);
    if shortest > longest {
        let message = "min_length must be less than or equal to max_length";
        input.fault("min_length", "TEXT_INPUT_INVALID_RANGE", message, faults);
    }
    input.text("value", 0..=TEXT_INPUT_LENGTH_MAX, faults);
    input.text("placeholder", 0..=TEXT_INPUT_PLACEHOLDER_MAX, faults);
    input.boolean("required", faults);
}

fn custom_id<'a>(input: &Form<'a>, custom_ids: &mut HashSet<&'a str>, faults: &mut Faults) {
    let custom_id = input.required_text("custom_id", 1..=COMPONENT_CUSTOM_ID_LENGTH, faults);
    if custom_id.is_some_and(|custom_id| !custom_ids.insert(custom_id)) {
        let message = "Component custom id cannot be duplicated";
        input.fault(
            "custom_id",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
            message,
            faults,
        );
    }
}
