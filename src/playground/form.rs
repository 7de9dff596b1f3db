//! Reads request bodies as Discord does: every fault is collected with its path, and nothing is used if there is one.
//!
//! Limits are taken from `twilight-validate` where it has them, so that they have a second source.
//! The codes of faults are Discord's where its documentation or its answers show them.

pub(crate) mod choice;
pub(crate) mod command;
pub(crate) mod component;
pub(crate) mod embed;
pub(crate) mod message;
pub(crate) mod modal;

use std::ops::RangeInclusive;

use serde_json::{Map, Value};
use twilight_model::id::Id;

use super::refusal::Faults;

/// One JSON object of a body and where it stands in it.
#[derive(Debug, Clone)]
pub(crate) struct Form<'a> {
    fields: &'a Map<String, Value>,
    path: String,
}

impl<'a> Form<'a> {
    /// Opens `value`, which stands at `path`.
    pub(crate) fn open(value: &'a Value, path: &str, faults: &mut Faults) -> Option<Self> {
        let Value::Object(fields) = value else {
            faults.push(
                path,
                "DICT_TYPE_CONVERT",
                "Only dictionaries may be used in a DictType",
            );
            return None;
        };
        Some(Self {
            fields,
            path: path.to_owned(),
        })
    }

    /// The path of a field of this object.
    pub(crate) fn at(&self, key: &str) -> String {
        join(&self.path, key)
    }

    /// A field that is there and not null.
    pub(crate) fn get(&self, key: &str) -> Option<&'a Value> {
        self.fields.get(key).filter(|value| !value.is_null())
    }

    /// The names of its fields.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &'a str> {
        self.fields.keys().map(String::as_str)
    }

    /// Is the field there at all, be it null?
    pub(crate) fn mentions(&self, key: &str) -> bool {
        self.fields.contains_key(key)
    }

    /// Adds a fault at a field.
    pub(crate) fn fault(&self, key: &str, code: &str, message: &str, faults: &mut Faults) {
        faults.push(&self.at(key), code, message);
    }

    /// Says that a field is missing unless it is there.
    pub(crate) fn require(&self, key: &str, faults: &mut Faults) {
        if self.get(key).is_none() {
            faults.push(
                &self.at(key),
                "BASE_TYPE_REQUIRED",
                "This field is required",
            );
        }
    }

    /// A text whose length, counted in characters, lies in `length`.
    pub(crate) fn text(
        &self,
        key: &str,
        length: RangeInclusive<usize>,
        faults: &mut Faults,
    ) -> Option<&'a str> {
        let value = self.get(key)?;
        let Some(text) = value.as_str() else {
            self.fault(
                key,
                "STRING_TYPE_CONVERT",
                "Could not interpret value as string.",
                faults,
            );
            return None;
        };
        let n_characters = text.chars().count();
        let (least, most) = (*length.start(), *length.end());
        if n_characters == 0 && least > 0 {
            self.fault(key, "BASE_TYPE_REQUIRED", "This field is required", faults);
        } else if !length.contains(&n_characters) {
            wrong_length(&self.at(key), least, most, faults);
        }
        Some(text)
    }

    /// A text that must be there.
    pub(crate) fn required_text(
        &self,
        key: &str,
        length: RangeInclusive<usize>,
        faults: &mut Faults,
    ) -> Option<&'a str> {
        self.require(key, faults);
        self.text(key, length, faults)
    }

    /// A whole number in `range`; Discord also takes one written as a text.
    pub(crate) fn integer(
        &self,
        key: &str,
        range: RangeInclusive<i64>,
        faults: &mut Faults,
    ) -> Option<i64> {
        let value = self.get(key)?;
        let number = value
            .as_i64()
            .or_else(|| value.as_str().and_then(|text| text.parse().ok()));
        let Some(number) = number else {
            let message = format!("Value \"{}\" is not int.", plain(value));
            self.fault(key, "NUMBER_TYPE_COERCE", &message, faults);
            return None;
        };
        if number < *range.start() {
            let message = format!(
                "int value should be greater than or equal to {}.",
                range.start()
            );
            self.fault(key, "NUMBER_TYPE_MIN", &message, faults);
        } else if number > *range.end() {
            let message = format!("int value should be less than or equal to {}.", range.end());
            self.fault(key, "NUMBER_TYPE_MAX", &message, faults);
        }
        Some(number)
    }

    /// One of a few numbers that stand for kinds.
    pub(crate) fn choice(&self, key: &str, known: &[i64], faults: &mut Faults) -> Option<i64> {
        let value = self.get(key)?;
        let number = value.as_i64();
        if number.is_none_or(|number| !known.contains(&number)) {
            let known: Vec<String> = known.iter().map(ToString::to_string).collect();
            let message = format!("Value must be one of {{{}}}.", known.join(", "));
            self.fault(key, "BASE_TYPE_CHOICES", &message, faults);
            return None;
        }
        number
    }

    /// Yes or no.
    pub(crate) fn boolean(&self, key: &str, faults: &mut Faults) -> Option<bool> {
        let value = self.get(key)?;
        if !value.is_boolean() {
            let message = "Must be either true or false.";
            self.fault(key, "BOOLEAN_TYPE_CONVERT", message, faults);
        }
        value.as_bool()
    }

    /// A list with a number of items in `count`.
    pub(crate) fn list(
        &self,
        key: &str,
        count: RangeInclusive<usize>,
        faults: &mut Faults,
    ) -> Option<&'a [Value]> {
        let value = self.get(key)?;
        let Some(items) = value.as_array() else {
            self.fault(
                key,
                "LIST_TYPE_CONVERT",
                "Only iterables may be used in a ListType",
                faults,
            );
            return None;
        };
        if !count.contains(&items.len()) {
            wrong_length(&self.at(key), *count.start(), *count.end(), faults);
        }
        Some(items)
    }

    /// An object in a field.
    pub(crate) fn object(&self, key: &str, faults: &mut Faults) -> Option<Self> {
        let value = self.get(key)?;
        Form::open(value, &self.at(key), faults)
    }

    /// An id.
    pub(crate) fn snowflake<T>(&self, key: &str, faults: &mut Faults) -> Option<Id<T>> {
        let value = self.get(key)?;
        let id = snowflake(value);
        if id.is_none() {
            let message = format!("Value \"{}\" is not snowflake.", plain(value));
            self.fault(key, "NUMBER_TYPE_COERCE", &message, faults);
        }
        id
    }

    /// A web address; `also` is one more scheme that may stand here.
    pub(crate) fn url(
        &self,
        key: &str,
        also: Option<&str>,
        faults: &mut Faults,
    ) -> Option<&'a str> {
        let url = self.text(key, 1..=2048, faults)?;
        let Some((scheme, rest)) = url.split_once("://") else {
            self.fault(
                key,
                "URL_TYPE_INVALID_URL",
                "Not a well formed URL.",
                faults,
            );
            return None;
        };
        let known = matches!(scheme, "http" | "https") || Some(scheme) == also;
        if !known {
            let message = format!(
                "Scheme \"{scheme}\" is not supported. Scheme must be one of ('http', 'https')."
            );
            self.fault(key, "URL_TYPE_INVALID_SCHEME", &message, faults);
        } else if rest.is_empty() || rest.contains(char::is_whitespace) {
            self.fault(
                key,
                "URL_TYPE_INVALID_URL",
                "Not a well formed URL.",
                faults,
            );
        }
        Some(url)
    }
}

/// An id in a body: a text, or a number as some clients write it.
pub(crate) fn snowflake<T>(value: &Value) -> Option<Id<T>> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => Id::new_checked(number.as_u64()?),
        _ => None,
    }
}

/// Leaves out fields of null at every depth: Discord gives back what was set and nothing else. Those in `keep` stay.
pub(crate) fn drop_nulls(value: &mut Value, keep: &[&str]) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, field| !field.is_null() || keep.contains(&key.as_str()));
            fields
                .values_mut()
                .for_each(|field| drop_nulls(field, keep));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| drop_nulls(item, keep)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// `path` and one more step.
pub(crate) fn join(path: &str, step: &str) -> String {
    if path.is_empty() {
        step.to_owned()
    } else {
        format!("{path}.{step}")
    }
}

/// Says which length or count was wanted.
fn wrong_length(path: &str, least: usize, most: usize, faults: &mut Faults) {
    if least == 0 {
        let message = format!("Must be {most} or fewer in length.");
        faults.push(path, "BASE_TYPE_MAX_LENGTH", message);
    } else {
        let message = format!("Must be between {least} and {most} in length.");
        faults.push(path, "BASE_TYPE_BAD_LENGTH", message);
    }
}

/// A value as it is quoted in a fault.
fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests;
