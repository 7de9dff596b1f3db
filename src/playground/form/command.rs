//! Application commands as they are registered.
//!
//! <https://discord.com/developers/docs/interactions/application-commands#application-command-object>

mod options;

use std::collections::HashSet;

use serde_json::{Map, Value, json};
use twilight_validate::command::{DESCRIPTION_LENGTH_MAX, NAME_LENGTH_MAX};

use super::{Form, drop_nulls, join};
use crate::playground::refusal::{Faults, Outcome, Refusal};
use options::options;

pub(super) use options::{LARGEST, is_whole};

/// Most characters over all names, descriptions and values of one command.
const TOTAL_LENGTH: usize = 8000;

/// Discord's numbers for kinds of options.
pub(crate) mod kind {
    pub(crate) const SUBCOMMAND: i64 = 1;
    pub(crate) const GROUP: i64 = 2;
    pub(crate) const STRING: i64 = 3;
    pub(crate) const INTEGER: i64 = 4;
    pub(crate) const BOOLEAN: i64 = 5;
    pub(crate) const USER: i64 = 6;
    pub(crate) const CHANNEL: i64 = 7;
    pub(crate) const ROLE: i64 = 8;
    pub(crate) const MENTIONABLE: i64 = 9;
    pub(crate) const NUMBER: i64 = 10;
    pub(crate) const ATTACHMENT: i64 = 11;
}

/// Fields of options and choices that Discord gives back as null where they were sent so; others it leaves out.
const TRANSLATIONS: [&str; 2] = ["name_localizations", "description_localizations"];

/// A command of type 1 is typed after a slash; 2 and 3 are in the menus of users and messages.
const SLASH: i64 = 1;

/// Reads one command; gives its fields as Discord keeps them.
pub(crate) fn read(command: &Value) -> Outcome<Map<String, Value>> {
    let mut faults = Faults::default();
    check(command, "", &mut faults);
    faults.done()?;
    Ok(complete(command))
}

/// Reads a list that replaces all commands.
pub(crate) fn read_all(commands: &Value) -> Outcome<Vec<Map<String, Value>>> {
    let Some(list) = commands.as_array() else {
        return Err(Refusal::form(
            "",
            "LIST_TYPE_CONVERT",
            "Only iterables may be used in a ListType",
        ));
    };
    let mut faults = Faults::default();
    let mut names = HashSet::new();
    for (index, command) in list.iter().enumerate() {
        check(command, &index.to_string(), &mut faults);
        let name = (
            command["type"].as_i64().unwrap_or(SLASH),
            command["name"].as_str(),
        );
        if name.1.is_some() && !names.insert(name) {
            let path = format!("{index}.name");
            faults.push(
                &path,
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            );
        }
    }
    faults.done()?;
    Ok(list.iter().map(complete).collect())
}

fn check(command: &Value, path: &str, faults: &mut Faults) {
    let Some(form) = Form::open(command, path, faults) else {
        return;
    };
    let kind = form.choice("type", &[1, 2, 3], faults).unwrap_or(SLASH);
    if kind == SLASH {
        name(&form, faults);
        description(&form, faults);
        options(&form, 0, faults);
    } else {
        form.required_text("name", 1..=NAME_LENGTH_MAX, faults);
        for key in ["description", "options"] {
            let filled = form
                .get(key)
                .is_some_and(|value| *value != json!("") && *value != json!([]));
            if filled {
                let message = "Context menu commands cannot have this field";
                form.fault(
                    key,
                    "APPLICATION_COMMAND_CONTEXT_MENU_FIELD",
                    message,
                    faults,
                );
            }
        }
    }
    for key in ["dm_permission", "nsfw"] {
        form.boolean(key, faults);
    }
    places(&form, "contexts", &[0, 1, 2], faults);
    places(&form, "integration_types", &[0, 1], faults);
    if let Some(permissions) = form.text("default_member_permissions", 0..=20, faults)
        && permissions.parse::<u64>().is_err()
    {
        let message = "Value is not a valid permission bit set.";
        form.fault(
            "default_member_permissions",
            "NUMBER_TYPE_COERCE",
            message,
            faults,
        );
    }
    if total_length(command) > TOTAL_LENGTH {
        let message = format!("Command exceeds maximum size ({TOTAL_LENGTH})");
        form.fault("", "APPLICATION_COMMAND_TOO_LARGE", &message, faults);
    }
}

/// Where a command can be used, and how it is installed: each kind once, and at least one.
fn places(form: &Form<'_>, key: &str, known: &[i64], faults: &mut Faults) {
    let listed = form.list(key, 1..=known.len(), faults).unwrap_or_default();
    let mut seen = HashSet::new();
    for (index, place) in listed.iter().enumerate() {
        let path = join(&form.at(key), &index.to_string());
        match place.as_i64().filter(|place| known.contains(place)) {
            None => {
                let known: Vec<String> = known.iter().map(ToString::to_string).collect();
                let message = format!("Value must be one of {{{}}}.", known.join(", "));
                faults.push(&path, "BASE_TYPE_CHOICES", message);
            }
            Some(place) if !seen.insert(place) => {
                faults.push(
                    &path,
                    "SET_TYPE_CONTAINS_DUPLICATES",
                    "Set contains duplicates",
                );
            }
            Some(_) => {}
        }
    }
}

/// A slash command's or an option's name, and its translations.
fn name(form: &Form<'_>, faults: &mut Faults) {
    let Some(name) = form.required_text("name", 1..=NAME_LENGTH_MAX, faults) else {
        return;
    };
    if !is_name(name) {
        let message = "Command name is invalid";
        form.fault("name", "APPLICATION_COMMAND_INVALID_NAME", message, faults);
    }
    if let Some(Value::Object(translations)) = form.get("name_localizations") {
        for (locale, name) in translations {
            if !name.is_null() && !name.as_str().is_some_and(is_name) {
                let path = join(&form.at("name_localizations"), locale);
                faults.push(
                    &path,
                    "APPLICATION_COMMAND_INVALID_NAME",
                    "Command name is invalid",
                );
            }
        }
    }
}

/// A description, and its translations.
fn description(form: &Form<'_>, faults: &mut Faults) {
    form.required_text("description", 1..=DESCRIPTION_LENGTH_MAX, faults);
    if let Some(translations) = form.object("description_localizations", faults) {
        for locale in translations.keys() {
            translations.text(locale, 1..=DESCRIPTION_LENGTH_MAX, faults);
        }
    }
}

/// `^[-_'\p{L}\p{N}]{1,32}$`, in lower case where the script has one.
fn is_name(name: &str) -> bool {
    (1..=NAME_LENGTH_MAX).contains(&name.chars().count())
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || "-_'".contains(letter))
        && name == name.to_lowercase()
}

/// Characters of names, descriptions and values, counted as for the limit over a command.
fn total_length(command: &Value) -> usize {
    let length = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let own =
        length(&command["name"]) + length(&command["description"]) + length(&command["value"]);
    let inner: usize = ["options", "choices"]
        .iter()
        .filter_map(|key| command[*key].as_array())
        .flatten()
        .map(total_length)
        .sum();
    own + inner
}

/// The command's fields with Discord's defaults.
fn complete(command: &Value) -> Map<String, Value> {
    let given = command.as_object().cloned().unwrap_or_default();
    let mut fields = Map::new();
    let mut set = |key: &str, default: Value| {
        let value = given.get(key).filter(|value| !value.is_null());
        fields.insert(key.to_owned(), value.cloned().unwrap_or(default));
    };
    set("type", json!(SLASH));
    set("name", json!(""));
    set("name_localizations", Value::Null);
    set("description", json!(""));
    set("description_localizations", Value::Null);
    set("options", json!([]));
    set("default_member_permissions", Value::Null);
    set("dm_permission", json!(true));
    set("contexts", Value::Null);
    set("integration_types", json!([0]));
    set("nsfw", json!(false));
    if let Some(options) = fields.get_mut("options") {
        drop_nulls(options, &TRANSLATIONS);
    }
    fields
}
