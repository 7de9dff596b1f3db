//! The YAML block at the top of a note.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use super::facts::Warning;
use super::markdown::FrontMatter;

/// Reads the front matter of the note `text`, and says how many bytes it takes up; 0 or a byte-order mark where there is none.
///
/// `---` encloses YAML and `+++` (Hugo's other form) TOML. Only at byte 0 does either open one.
pub(super) fn read(text: &str, warnings: &mut Vec<Warning>) -> (FrontMatter, usize) {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let (format, body) = match find(text, start) {
        Found::Block(format, body) => (format, body),
        Found::Nothing => return (FrontMatter::default(), start),
        Found::Unclosed(mark) => {
            warnings.push(Warning {
                line: 1,
                span: Some(start..start + 3),
                message: "The front matter is never closed, so it is read as text".to_owned(),
                help: format!("Put a line of `{mark}` after its last line."),
            });
            return (FrontMatter::default(), start);
        }
    };
    let end = body.end
        + text[body.end..]
            .find('\n')
            .map_or(text.len() - body.end, |end| end + 1);
    let n_lines = text[..end].lines().count() as u32;
    let mut found = match fields(format, &text[body.clone()]) {
        Ok(fields) => of(&fields, &text[body]),
        Err(line) => {
            warnings.push(Warning {
                line: line.clamp(1, n_lines),
                span: None,
                message: "The front matter could not be read, so it was left out".to_owned(),
                help: "Mend this line, or put its value in quotes.".to_owned(),
            });
            FrontMatter::default()
        }
    };
    found.lines = n_lines;
    (found, end)
}

#[derive(Clone, Copy)]
enum Format {
    Yaml,
    Toml,
}

enum Found {
    /// Its format, and the bytes between the two marks.
    Block(Format, Range<usize>),
    Unclosed(&'static str),
    Nothing,
}

fn find(text: &str, start: usize) -> Found {
    let mut lines = text[start..].split_inclusive('\n');
    let opening = lines.next().unwrap_or_default();
    let (format, mark) = match opening.trim_end() {
        "---" => (Format::Yaml, "---"),
        "+++" => (Format::Toml, "+++"),
        _ => return Found::Nothing,
    };
    let body = start + opening.len();
    let mut at = body;
    let mut fields = 0;
    for line in lines {
        if line.trim_end() == mark || (mark == "---" && line.trim_end() == "...") {
            // Two rules with prose between them are no front matter.
            let empty = text[body..at].trim().is_empty();
            return if fields > 0 || empty {
                Found::Block(format, body..at)
            } else {
                Found::Nothing
            };
        }
        fields += usize::from(is_field(line));
        at += line.len();
    }
    let first = text[body..].lines().next().unwrap_or_default();
    if is_field(first) {
        Found::Unclosed(mark)
    } else {
        Found::Nothing
    }
}

/// `key: value`, `key:` or `key = value`, with a key of one word.
fn is_field(line: &str) -> bool {
    let line = line.trim_start();
    let key = line
        .find(|char: char| !(char.is_alphanumeric() || matches!(char, '_' | '-' | '"' | '\'')))
        .unwrap_or(line.len());
    key > 0 && line[key..].trim_start().starts_with([':', '='])
}

/// The fields; the line of the file that could not be read where it is broken.
fn fields(format: Format, body: &str) -> Result<BTreeMap<String, Value>, u32> {
    if body.trim().is_empty() {
        return Ok(BTreeMap::new());
    }
    match format {
        Format::Yaml if let Some(fields) = bare_fields(body) => Ok(fields),
        Format::Yaml => serde_saphyr::from_str(body)
            .map_err(|fault| fault.location().map_or(1, |place| place.line() as u32 + 1)),
        Format::Toml => toml::from_str(body).map_err(|fault| {
            let at = fault.span().map_or(0, |span| span.start.min(body.len()));
            body.as_bytes()[..at]
                .iter()
                .filter(|byte| **byte == b'\n')
                .count() as u32
                + 2
        }),
    }
}

/// The fields of YAML that is as plain as most: `key: words`, `key: 1948`, `key: [some, words]`. `None` for anything else,
/// which is left to a reader of all of YAML; that takes as long as half a note.
fn bare_fields(body: &str) -> Option<BTreeMap<String, Value>> {
    let mut fields = BTreeMap::new();
    for line in body.lines() {
        let (key, value) = line.split_once(": ")?;
        let Value::String(key) = bare(key)? else {
            return None;
        };
        let value = match value.strip_prefix('[') {
            Some(list) => {
                let values = list.strip_suffix(']')?.split(", ").map(bare);
                Value::Array(values.collect::<Option<_>>()?)
            }
            None => bare(value)?,
        };
        if fields.insert(key, value).is_some() {
            return None;
        }
    }
    Some(fields)
}

/// A whole number, or words that YAML can take for nothing but words.
fn bare(text: &str) -> Option<Value> {
    let first = *text.as_bytes().first()?;
    let last = *text.as_bytes().last()?;
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && text.len() < 10 && first != b'0' {
        return text.parse::<u64>().ok().map(Value::from);
    }
    let words = first.is_ascii_alphabetic()
        && last != b' '
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-' | b'_'));
    let meant_otherwise = [
        "true", "false", "null", "yes", "no", "on", "off", "y", "n", "inf", "nan",
    ];
    let otherwise = |word: &&str| word.eq_ignore_ascii_case(text);
    (words && !meant_otherwise.iter().any(otherwise)).then(|| Value::String(text.to_owned()))
}

/// What Clio uses of the fields.
fn of(fields: &BTreeMap<String, Value>, body: &str) -> FrontMatter {
    let mut found = FrontMatter::default();
    for (key, value) in fields {
        match key.to_ascii_lowercase().as_str() {
            "title" => found.title = words(value).into_iter().next(),
            "alias" | "aliases" => found.aliases.extend(words(value)),
            "tag" | "tags" => found.tags.extend(
                words(value)
                    .iter()
                    .map(|tag| tag.trim_start_matches('#').to_owned()),
            ),
            // Hugo and Dendron keep their own things here; what is neither of these is not used.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_fields_are_read_as_all_of_yaml_would_be() {
        for body in [
            "title: Great War 1\nyear: 1914\n",
            "tags: [history, unit3]\r\naliases: [The Great War, WW1]\r\n",
            "key-2: 0\n",
            "year: 1948",
            "clio: on-demand\n",
        ] {
            let slow: BTreeMap<String, Value> = serde_saphyr::from_str(body).unwrap();
            match bare_fields(body) {
                Some(fast) => assert_eq!(fast, slow, "{body:?}"),
                None => assert!(body.contains(" 0"), "{body:?}"),
            }
        }
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_yaml_reader() {
        for body in [
            "clio: false\n",
            "title: \"Quoted\"\n",
            "title: 1: 2\n",
            "year: 0123\n",
            "year: 1e3\n",
            "a: b\na: c\n",
            "tags:\n- a\n",
            "a: b # comment\n",
            "a: [b, [c]]\n",
            "a: [b,c]\n",
            "  a: b\n",
            "a: b\n\n",
            "a: \n",
            "a:  b\n",
        ] {
            assert_eq!(bare_fields(body), None, "{body:?}");
        }
    }
}
