//! Components of messages: rows, buttons and menus, and a plain check of the newer layout components.
//!
//! <https://discord.com/developers/docs/components/reference>

mod layout;

use std::collections::HashSet;

use serde_json::{Value, json};
use twilight_validate::component::{
    ACTION_ROW_COMPONENT_COUNT, COMPONENT_BUTTON_LABEL_LENGTH, COMPONENT_COUNT,
    COMPONENT_CUSTOM_ID_LENGTH, COMPONENT_V2_COUNT, SELECT_MAXIMUM_VALUES_LIMIT,
    SELECT_OPTION_COUNT, SELECT_OPTION_DESCRIPTION_LENGTH, SELECT_OPTION_LABEL_LENGTH,
    SELECT_OPTION_VALUE_LENGTH, SELECT_PLACEHOLDER_LENGTH,
};

use super::{Form, drop_nulls, join};
use crate::playground::refusal::Faults;

/// Discord's numbers for kinds of components.
pub(crate) mod kind {
    pub(crate) const ROW: i64 = 1;
    pub(crate) const BUTTON: i64 = 2;
    pub(crate) const STRING_SELECT: i64 = 3;
    pub(crate) const TEXT_INPUT: i64 = 4;
    pub(crate) const USER_SELECT: i64 = 5;
    pub(crate) const ROLE_SELECT: i64 = 6;
    pub(crate) const MENTIONABLE_SELECT: i64 = 7;
    pub(crate) const CHANNEL_SELECT: i64 = 8;
    pub(crate) const SECTION: i64 = 9;
    pub(crate) const TEXT: i64 = 10;
    pub(crate) const THUMBNAIL: i64 = 11;
    pub(crate) const GALLERY: i64 = 12;
    pub(crate) const FILE: i64 = 13;
    pub(crate) const SEPARATOR: i64 = 14;
    pub(crate) const CONTAINER: i64 = 17;
    pub(crate) const LABEL: i64 = 18;
    pub(crate) const SELECTS: [i64; 5] = [
        STRING_SELECT,
        USER_SELECT,
        ROLE_SELECT,
        MENTIONABLE_SELECT,
        CHANNEL_SELECT,
    ];
}

/// Button style that opens a web address.
const LINK: i64 = 5;
/// Most characters of the address of a button.
const LINK_LENGTH: usize = 512;
/// Most characters of all texts of a laid-out message.
const LAYOUT_TEXT: usize = 4000;
/// Button style that sells something.
const PREMIUM: i64 = 6;

/// One check over all components of a message.
#[derive(Debug, Default)]
struct Check {
    custom_ids: HashSet<String>,
    n_components: usize,
    /// Characters of laid-out texts.
    n_characters: usize,
}

/// Checks the components of a message and completes them; `layout` says that the message has the flag for layout components.
pub(crate) fn read(
    components: &[Value],
    path: &str,
    layout: bool,
    faults: &mut Faults,
) -> Vec<Value> {
    let mut check = Check::default();
    if !layout && components.len() > COMPONENT_COUNT {
        let message = format!("Must be {COMPONENT_COUNT} or fewer in length.");
        faults.push(path, "BASE_TYPE_MAX_LENGTH", message);
    }
    for (index, component) in components.iter().enumerate() {
        let path = join(path, &index.to_string());
        if let Some(form) = Form::open(component, &path, faults) {
            check.top(&form, layout, faults);
        }
    }
    if layout && check.n_components > COMPONENT_V2_COUNT {
        let message = format!("Must be {COMPONENT_V2_COUNT} or fewer in length.");
        faults.push(path, "BASE_TYPE_MAX_LENGTH", message);
    }
    if check.n_characters > LAYOUT_TEXT {
        let message = format!("Must be {LAYOUT_TEXT} or fewer in length.");
        faults.push(path, "COMPONENT_MAX_TOTAL_LENGTH_EXCEEDED", message);
    }
    let mut next = 1;
    components
        .iter()
        .map(|component| complete(component, &mut next))
        .collect()
}

impl Check {
    fn top(&mut self, form: &Form<'_>, layout: bool, faults: &mut Faults) {
        let known: &[i64] = if layout {
            &[
                kind::ROW,
                kind::SECTION,
                kind::TEXT,
                kind::GALLERY,
                kind::FILE,
                kind::SEPARATOR,
                kind::CONTAINER,
            ]
        } else {
            &[kind::ROW]
        };
        form.integer("id", 0..=i64::from(i32::MAX), faults);
        match kind_of(form, known, faults) {
            Some(kind::ROW) => self.row(form, faults),
            Some(kind) => self.layout(form, kind, faults),
            None => {}
        }
    }

    fn row(&mut self, row: &Form<'_>, faults: &mut Faults) {
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

    fn button(&mut self, button: &Form<'_>, faults: &mut Faults) {
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

/// The kind of a component, if it may stand where it stands.
pub(crate) fn kind_of(form: &Form<'_>, known: &[i64], faults: &mut Faults) -> Option<i64> {
    form.require("type", faults);
    let kind = form.get("type")?.as_i64();
    if kind.is_none_or(|kind| !known.contains(&kind)) {
        let known: Vec<String> = known.iter().map(ToString::to_string).collect();
        let message = format!(
            "Value of field \"type\" must be one of ({},).",
            known.join(", ")
        );
        form.fault("type", "UNION_TYPE_CHOICES", &message, faults);
        return None;
    }
    kind
}

/// The component as Discord gives it back: numbered, and without empty fields.
pub(crate) fn complete(component: &Value, next: &mut u64) -> Value {
    let mut component = component.clone();
    drop_nulls(&mut component, &[]);
    if let Some(fields) = component.as_object_mut() {
        fields.entry("id").or_insert(json!(*next));
        *next += 1;
        let kind = fields.get("type").and_then(Value::as_i64);
        if kind.is_some_and(|kind| kind::SELECTS.contains(&kind)) {
            fields.entry("min_values").or_insert(json!(1));
            fields.entry("max_values").or_insert(json!(1));
        }
    }
    let inner = component
        .get_mut("components")
        .and_then(Value::as_array_mut);
    for item in inner.into_iter().flatten() {
        *item = complete(item, next);
    }
    if let Some(item) = component.get_mut("accessory") {
        *item = complete(item, next);
    }
    component
}
