//! The YAML block at the top of a note.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use super::facts::Warning;
use super::markdown::FrontMatter;

/// What stands between the two `---` lines at the top of `text`, and the bytes that the whole block takes up.
///
/// Only a `---` at byte 0 (after a byte-order mark) opens one. `Err` where it is never closed.
pub(super) fn find(text: &str) -> Result<Option<(&str, Range<usize>)>, ()> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut lines = text[start..].split_inclusive('\n');
    let Some(opening) = lines.next().filter(|line| line.trim_end() == "---") else {
        return Ok(None);
    };
    let body = start + opening.len();
    let mut at = body;
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return Ok(Some((&text[body..at], start..at + line.len())));
        }
        at += line.len();
    }
    Err(())
}

/// Reads the YAML `body`, whose first line is line 2 of the file.
pub(super) fn read(body: &str, warnings: &mut Vec<Warning>) -> FrontMatter {
    let mut found = FrontMatter {
        lines: body.lines().count() as u32 + 2,
        ..FrontMatter::default()
    };
    if body.trim().is_empty() {
        return found;
    }
    let fields: BTreeMap<String, Value> = match serde_saphyr::from_str(body) {
        Ok(fields) => fields,
        Err(fault) => {
            let line = fault.location().map_or(1, |place| place.line() as u32);
            warnings.push(Warning {
                line: line + 1,
                span: None,
                message: "The front matter is not valid YAML, so it was left out".to_owned(),
                help: "Mend this line, or put the value in quotes.".to_owned(),
            });
            return found;
        }
    };
    for (key, value) in &fields {
        match key.to_ascii_lowercase().as_str() {
            "title" => found.title = words(value).into_iter().next(),
            "alias" | "aliases" => found.aliases.extend(words(value)),
            "tag" | "tags" => found.tags.extend(
                words(value)
                    .iter()
                    .map(|tag| tag.trim_start_matches('#').to_owned()),
            ),
            "year" => found.year = year(value).map(|year| (year, line_of(body, key))),
            "clio" => found.clio = value.as_bool(),
            _ => {}
        }
    }
    found
}

/// A string, number or list of those as texts; `a, b` is two.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.trim().to_owned()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(values) => values.iter().flat_map(words).collect(),
        _ => Vec::new(),
    }
}

fn year(value: &Value) -> Option<i32> {
    let year = match value {
        Value::Number(number) => number.as_i64()?,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    i32::try_from(year)
        .ok()
        .filter(|year| (-4000..=2100).contains(year))
}

/// The line of the file on which `key` stands.
fn line_of(body: &str, key: &str) -> u32 {
    body.lines()
        .position(|line| line.trim_start().starts_with(key))
        .unwrap_or(0) as u32
        + 2
}
