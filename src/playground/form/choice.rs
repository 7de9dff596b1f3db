//! Choices of a command's option, and suggestions for one that is being typed.

use std::collections::HashSet;

use serde_json::Value;
use twilight_validate::command::{
    OPTION_CHOICE_NAME_LENGTH_MAX, OPTION_CHOICE_STRING_VALUE_LENGTH_MAX,
};

use super::command::{LARGEST, is_whole, kind};
use super::{Form, join};
use crate::playground::refusal::Faults;

/// The name of a choice stands once in an option.
pub(super) fn check_names(choices: &[Value], path: &str, faults: &mut Faults) {
    let mut names = HashSet::new();
    for (index, choice) in choices.iter().enumerate() {
        let name = choice["name"].as_str();
        if name.is_some_and(|name| !names.insert(name)) {
            let path = join(&join(path, &index.to_string()), "name");
            let message = "Option choice names must be unique";
            let code = "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE";
            faults.push(&path, code, message);
        }
    }
}

/// Choices of an option, or suggestions for it; `kind` is the option's.
pub(crate) fn check(choices: &[Value], path: &str, kind: i64, faults: &mut Faults) {
    for (index, choice) in choices.iter().enumerate() {
        let Some(choice) = Form::open(choice, &join(path, &index.to_string()), faults) else {
            continue;
        };
        choice.required_text("name", 1..=OPTION_CHOICE_NAME_LENGTH_MAX, faults);
        choice.require("value", faults);
        let numeric = matches!(kind, kind::INTEGER | kind::NUMBER);
        match choice.get("value") {
            Some(Value::String(_)) if numeric => {
                let message = "Could not interpret value as a number.";
                choice.fault("value", "NUMBER_TYPE_COERCE", message, faults);
            }
            Some(Value::String(_)) => {
                choice.text("value", 1..=OPTION_CHOICE_STRING_VALUE_LENGTH_MAX, faults);
            }
            Some(value @ Value::Number(number)) if kind == kind::INTEGER && !is_whole(value) => {
                let message = format!("Value \"{number}\" is not int.");
                choice.fault("value", "NUMBER_TYPE_COERCE", &message, faults);
            }
            Some(Value::Number(number)) if numeric => {
                let size = number.as_f64().map_or(f64::INFINITY, f64::abs);
                let message = "Value is not in the allowed range.";
                faults.check(
                    size <= LARGEST,
                    &choice.at("value"),
                    "NUMBER_TYPE_MAX",
                    message,
                );
            }
            Some(_) => {
                let message = "Could not interpret value as string.";
                choice.fault("value", "STRING_TYPE_CONVERT", message, faults);
            }
            None => {}
        }
    }
}
