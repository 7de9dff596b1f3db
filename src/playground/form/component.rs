//! Components of messages: rows, buttons and menus, and a plain check of the newer layout components.
//!
//! <https://discord.com/developers/docs/components/reference>

mod layout;
mod row;

use std::collections::HashSet;

use serde_json::{Value, json};
use twilight_validate::component::{COMPONENT_COUNT, COMPONENT_V2_COUNT};

use super::{Form, drop_nulls, join};
use crate::playground::refusal::Faults;

pub(crate) use row::check_select;

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

/// Most characters of all texts of a laid-out message.
const LAYOUT_TEXT: usize = 4000;

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
