//! A row of a message: buttons, or a menu.

use std::collections::HashSet;

use serde_json::Value;
use twilight_validate::component::{
    ACTION_ROW_COMPONENT_COUNT, COMPONENT_BUTTON_LABEL_LENGTH, COMPONENT_CUSTOM_ID_LENGTH,
    SELECT_MAXIMUM_VALUES_LIMIT, SELECT_OPTION_COUNT, SELECT_OPTION_DESCRIPTION_LENGTH,
    SELECT_OPTION_LABEL_LENGTH, SELECT_OPTION_VALUE_LENGTH, SELECT_PLACEHOLDER_LENGTH,
};

use super::{Check, kind, kind_of};
use crate::playground::form::{Form, join};
use crate::playground::refusal::Faults;

/// Button style that opens a web address.
const LINK: i64 = 5;
/// Most characters of the address of a button.
const LINK_LENGTH: usize = 512;

/// Button style that sells something.
const PREMIUM: i64 = 6;

impl Check {
    pub(super) fn row(&mut self, row: &Form<'_>, faults: &mut Faults) {
        self.n_components += 1;
        row.require("components", faults);
        let items = row.list("components", 1..=ACTION_ROW_COMPONENT_COUNT, faults);
        let items = items.unwrap_or_default();
        let mut n_units = 0;
        for (index, item) in items.iter().enumerate() {
            let path = join(&row.at("components"), &index.to_string());
            let Some(item) = Form::open(item, &path, faults) else {
                continue;
            };
            let mut known = vec![kind::BUTTON];
            known.extend(kind::SELECTS);
            item.integer("id", 0..=i64::from(i32::MAX), faults);
            match kind_of(&item, &known, faults) {
                Some(kind::BUTTON) => {
                    n_units += 1;
                    self.button(&item, faults);
                }
                Some(select) => {
                    n_units += ACTION_ROW_COMPONENT_COUNT;
                    self.select(&item, select, faults);
                }
                None => {}
            }
        }
        if n_units > ACTION_ROW_COMPONENT_COUNT && items.len() <= ACTION_ROW_COMPONENT_COUNT {
            let message = "The specified component exceeds the maximum width";
            row.fault(
                "components",
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                message,
                faults,
            );
        }
    }

    pub(super) fn button(&mut self, button: &Form<'_>, faults: &mut Faults) {
        self.n_components += 1;
        button.require("style", faults);
        let style = button.choice("style", &[1, 2, 3, 4, LINK, PREMIUM], faults);
        button.text("label", 0..=COMPONENT_BUTTON_LABEL_LENGTH, faults);
        button.boolean("disabled", faults);
        check_emoji(button, faults);
        let Some(style) = style.filter(|style| *style != PREMIUM) else {
            return;
        };
        let has_label = button
            .get("label")
            .and_then(Value::as_str)
            .is_some_and(|label| !label.is_empty());
        if !has_label && button.get("emoji").is_none() {
            let message = "A label or an emoji is required";
            button.fault("label", "BUTTON_COMPONENT_LABEL_REQUIRED", message, faults);
        }
        if style == LINK {
            button.require("url", faults);
            button.text("url", 1..=LINK_LENGTH, faults);
            button.url("url", Some("discord"), faults);
            if button.get("custom_id").is_some() {
                let message = "A custom id and url cannot both be specified";
                button.fault(
                    "custom_id",
                    "BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE",
                    message,
                    faults,
                );
            }
        } else {
            if button.get("url").is_some() {
                let message = "A url cannot be specified for this button style";
                button.fault("url", "BUTTON_COMPONENT_URL_NOT_ALLOWED", message, faults);
            }
            self.custom_id(button, faults);
        }
    }

    fn select(&mut self, select: &Form<'_>, kind: i64, faults: &mut Faults) {
        self.n_components += 1;
        self.custom_id(select, faults);
        check_select(select, kind, faults);
    }

    fn custom_id(&mut self, component: &Form<'_>, faults: &mut Faults) {
        let custom_id =
            component.required_text("custom_id", 1..=COMPONENT_CUSTOM_ID_LENGTH, faults);
        if let Some(custom_id) = custom_id
            && !self.custom_ids.insert(custom_id.to_owned())
        {
            let message = "Component custom id cannot be duplicated";
            component.fault(
                "custom_id",
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                message,
                faults,
            );
        }
    }
}

/// An emoji has a name.
fn check_emoji(holder: &Form<'_>, faults: &mut Faults) {
    if let Some(emoji) = holder.object("emoji", faults) {
        emoji.required_text("name", 1..=32, faults);
        emoji.snowflake::<()>("id", faults);
    }
}

/// The rules of a menu that hold in messages and modals.
pub(crate) fn check_select(select: &Form<'_>, kind: i64, faults: &mut Faults) {
    let most = i64::try_from(SELECT_MAXIMUM_VALUES_LIMIT).unwrap_or(25);
    select.text("placeholder", 0..=SELECT_PLACEHOLDER_LENGTH, faults);
    let least = select.integer("min_values", 0..=most, faults).unwrap_or(1);
    let most = select.integer("max_values", 1..=most, faults).unwrap_or(1);
    if least > most {
        let message = "min_values must be less than or equal to max_values";
        select.fault(
            "min_values",
            "SELECT_COMPONENT_INVALID_RANGE",
            message,
            faults,
        );
    }
    select.boolean("disabled", faults);
    if kind != kind::STRING_SELECT {
        return;
    }
    select.require("options", faults);
    let options = select.list("options", 1..=SELECT_OPTION_COUNT, faults);
    let mut values = HashSet::new();
    for (index, option) in options.into_iter().flatten().enumerate() {
        let path = join(&select.at("options"), &index.to_string());
        let Some(option) = Form::open(option, &path, faults) else {
            continue;
        };
        option.required_text("label", 1..=SELECT_OPTION_LABEL_LENGTH, faults);
        option.text("description", 0..=SELECT_OPTION_DESCRIPTION_LENGTH, faults);
        option.boolean("default", faults);
        check_emoji(&option, faults);
        let value = option.required_text("value", 1..=SELECT_OPTION_VALUE_LENGTH, faults);
        if value.is_some_and(|value| !values.insert(value)) {
            let message = "The specified option value is already used";
            option.fault(
                "value",
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                message,
                faults,
            );
        }
    }
}
