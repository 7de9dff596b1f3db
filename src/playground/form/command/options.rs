//! The options of a command: subcommands, and values with their choices and bounds.

use std::collections::HashSet;

use serde_json::Value;
use twilight_validate::command::{CHOICES_LIMIT, OPTIONS_LIMIT};

use super::{description, kind, name};
use crate::playground::form::{Form, choice, join};
use crate::playground::refusal::Faults;

/// Most characters that an option may ask for.
const OPTION_TEXT_LENGTH: i64 = 6000;
/// The largest whole number that an option may hold: 2^53.
pub(in crate::playground::form) const LARGEST: f64 = 9_007_199_254_740_992.0;

pub(super) fn options(form: &Form<'_>, depth: usize, faults: &mut Faults) {
    let list = form
        .list("options", 0..=OPTIONS_LIMIT, faults)
        .unwrap_or_default();
    let mut names = HashSet::new();
    let mut optional_seen = false;
    let mut kinds = HashSet::new();
    for (index, option) in list.iter().enumerate() {
        let path = join(&form.at("options"), &index.to_string());
        let Some(option) = Form::open(option, &path, faults) else {
            continue;
        };
        let kind = head(&option, &mut names, faults);
        let required = option.boolean("required", faults).unwrap_or(false);
        if required && optional_seen {
            let message = "Required options must be placed before non-required options";
            option.fault(
                "",
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                message,
                faults,
            );
        }
        let Some(kind) = kind else { continue };
        let nests = kind <= kind::GROUP;
        optional_seen |= !required && !nests;
        kinds.insert(nests);
        if nests {
            let message = "Sub-command nesting is too deep";
            let too_deep = (kind == kind::GROUP && depth > 0) || depth > 1;
            let code = "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID";
            faults.check(!too_deep, &option.at("type"), code, message);
            options(&option, depth + 1, faults);
        } else {
            value_option(&option, kind, faults);
        }
    }
    if kinds.len() == 2 {
        let message = "Sub-command and sub-command group option types are mutually exclusive to all other types";
        form.fault(
            "options",
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            message,
            faults,
        );
    }
}

/// A whole number, which some libraries write as `1.0`.
pub(in crate::playground::form) fn is_whole(value: &Value) -> bool {
    value.as_f64().is_some_and(|value| value.fract() == 0.0)
}

/// What every option has: a kind, a name of its own, a description. Gives the kind.
fn head(option: &Form<'_>, names: &mut HashSet<String>, faults: &mut Faults) -> Option<i64> {
    option.require("type", faults);
    let known: Vec<i64> = (kind::SUBCOMMAND..=kind::ATTACHMENT).collect();
    let kind = option.choice("type", &known, faults);
    name(option, faults);
    description(option, faults);
    let repeated = option
        .get("name")
        .is_some_and(|name| !names.insert(name.to_string()));
    let message = "Option name already exists";
    let code = "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED";
    faults.check(!repeated, &option.at("name"), code, message);
    kind
}

/// An option that holds a value: its choices and bounds.
fn value_option(option: &Form<'_>, kind: i64, faults: &mut Faults) {
    let takes_choices = matches!(kind, kind::STRING | kind::INTEGER | kind::NUMBER);
    let autocomplete = option.boolean("autocomplete", faults).unwrap_or(false);
    let choices = option
        .list("choices", 0..=CHOICES_LIMIT, faults)
        .unwrap_or_default();
    if autocomplete && (!choices.is_empty() || !takes_choices) {
        let message = "Autocomplete cannot be used with this option";
        option.fault(
            "autocomplete",
            "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID",
            message,
            faults,
        );
    }
    let path = option.at("choices");
    choice::check(choices, &path, kind, faults);
    choice::check_names(choices, &path, faults);
    let longest = option.integer("max_length", 1..=OPTION_TEXT_LENGTH, faults);
    let shortest = option.integer("min_length", 0..=OPTION_TEXT_LENGTH, faults);
    if let (Some(shortest), Some(longest)) = (shortest, longest)
        && shortest > longest
    {
        let message = "min_length must be less than or equal to max_length";
        option.fault(
            "min_length",
            "APPLICATION_COMMAND_OPTIONS_RANGE_INVALID",
            message,
            faults,
        );
    }
    let mut bounds = [None, None];
    for (key, bound) in ["min_value", "max_value"].iter().zip(&mut bounds) {
        let Some(value) = option.get(key) else {
            continue;
        };
        *bound = value.as_f64().filter(|value| value.abs() <= LARGEST);
        if bound.is_none() || (kind == kind::INTEGER && !is_whole(value)) {
            let message = "Value is not a number in the allowed range.";
            option.fault(key, "NUMBER_TYPE_COERCE", message, faults);
        }
    }
    if let [Some(least), Some(most)] = bounds
        && least > most
    {
        let message = "min_value must be less than or equal to max_value";
        option.fault(
            "min_value",
            "APPLICATION_COMMAND_OPTIONS_RANGE_INVALID",
            message,
            faults,
        );
    }
}
