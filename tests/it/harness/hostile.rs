//! Texts that shall do harm where they are shown, and a judge who knows nothing of how Clio escapes them.

use std::collections::BTreeSet;

use clio::playground::Playground;
use clio::playground::record::{Direction, What};
use serde_json::Value;
use unicode_normalization::char::is_combining_mark;

/// All of them hold this word, so that each place where one is shown is known.
pub(crate) const MARK: &str = "evil";

/// What hostile people and notes write; a line each.
pub(crate) const HOSTILE: &[&str] = &[
    "@everyone @here <@1> <@!1> <@&1> <#1> evil",
    "<:evil:1> <a:evil:1> </evil:1> <t:1:R> <id:guide> :evil:",
    "[evil](https://evil.example) <https://evil.example>",
    "http://evil.example discord.gg/evil discordapp.com/invite/evil",
    "**evil** __evil__ ~~evil~~ ||evil|| *evil*",
    "`evil` ```evil``` ``evil",
    "# evil",
    "> evil",
    "-# evil",
    "1. evil",
    "ev\u{202e}il \u{2066}b\u{2069} c\u{200b}\u{feff}\u{3164}\u{ad}\u{1}d \u{e0041}",
    "evil Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}",
    "Аdmіn evil ａｄｍｉｎ",
    "<script>evil()</script> ]]> <svg onload=evil> &amp; \"'",
    "evil \\ \\* \\",
];

/// Tokens that would be live where Discord reads Markdown and no backslash stands before them.
const LIVE: &[&str] = &[
    "<@1>", "<@!1>", "<@&1>", "<#1>", "<:", "<a:", "</", "<t:1:", "<id:", ":evil:", "](",
    "://evil", "__", "~~", "||", "```", "<script", "<svg", "<https",
];
/// Tokens that Discord finds in the raw text, whatever stands before them.
const RAW: &[&str] = &["@everyone", "@here", "discord.gg/", "discordapp.com/invite"];

/// A text as it must be written in a note to be read as it stands.
pub(crate) fn literal(text: &str) -> String {
    let escaped = text.chars().map(|letter| match letter {
        letter if letter.is_ascii_punctuation() => format!("\\{letter}"),
        letter => letter.to_string(),
    });
    escaped.collect()
}

/// Where the bot has shown hostile text, as paths in bodies of requests, and where it did harm.
pub(crate) fn places(playground: &Playground) -> (BTreeSet<String>, Vec<String>) {
    let mut texts: BTreeSet<(String, String)> = BTreeSet::new();
    for entry in playground.record() {
        let What::Rest {
            path, status: None, ..
        } = &entry.what
        else {
            continue;
        };
        if entry.direction == Direction::In && !path.contains("/commands") {
            walk(&entry.body, "", &mut |path, text| {
                texts.insert((path.to_owned(), text.to_owned()));
            });
        }
    }
    let harm = texts.iter().filter_map(|(path, text)| {
        let harm = harm_in(path, text)?;
        Some(format!("{path}: {harm} in {text:?}"))
    });
    let harm = harm.collect();
    let shown = texts.into_iter().filter(|(_, text)| text.contains(MARK));
    (shown.map(|(path, _)| path).collect(), harm)
}

fn walk(value: &Value, path: &str, tell: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => tell(path, text),
        Value::Array(items) => items.iter().for_each(|item| walk(item, path, tell)),
        Value::Object(fields) => {
            for (key, inner) in fields {
                let is_shown = !matches!(key.as_str(), "custom_id" | "nonce" | "filename" | "url");
                // What is sent back by a choice is nobody's to read; what stands in a form's field is.
                let is_code =
                    key == "value" && (path.ends_with("choices") || path.ends_with("options"));
                // Answers wrap a message in `data`.
                let inner_path = match (path, key.as_str()) {
                    (path, "data" | "embed") => path.to_owned(),
                    ("", key) => key.to_owned(),
                    (path, key) => format!("{path}.{key}"),
                };
                if is_shown && !is_code {
                    walk(inner, &inner_path, tell);
                }
            }
        }
        _ => {}
    }
}

/// Discord reads Markdown there.
fn reads_markdown(path: &str) -> bool {
    let plain = [
        "embeds.author",
        "embeds.footer",
        "embeds.image",
        "embeds.type",
    ];
    path == "content"
        || path.starts_with("embeds") && !plain.iter().any(|part| path.starts_with(part))
}

/// What is wrong with a text, if anything.
fn harm_in(path: &str, text: &str) -> Option<String> {
    let in_markdown = reads_markdown(path);
    let bare = if in_markdown {
        text.replace("@\u{200b}", "@ ")
    } else {
        text.to_owned()
    };
    let mut n_marks = 0;
    for letter in bare.chars() {
        n_marks = if is_combining_mark(letter) {
            n_marks + 1
        } else {
            0
        };
        if n_marks > 5 {
            return Some("a tower of marks".to_owned());
        }
        if is_hidden(letter) {
            return Some(format!("{letter:?}"));
        }
    }
    if !in_markdown {
        return None;
    }
    let lower = text.to_lowercase();
    if let Some(token) = RAW.iter().find(|token| lower.contains(**token)) {
        return Some((*token).to_owned());
    }
    let live = live(text);
    if let Some(token) = LIVE.iter().find(|token| live.contains(**token)) {
        return Some((*token).to_owned());
    }
    for line in live.lines() {
        for mark in ["**", "`"] {
            if line.matches(mark).count() % 2 == 1 {
                return Some(format!("{mark} that is not closed"));
            }
        }
        for start in ["# ", "## ", "### ", "> ", ">>> ", "-# "] {
            if line.trim_start_matches("- ").starts_with(start) {
                return Some(format!("{start:?} at the start of a line"));
            }
        }
    }
    None
}

/// `text` with each escaped letter taken out.
fn live(text: &str) -> String {
    let mut live = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter == '\\' {
            letters.next();
            live.push('\u{fffc}');
        } else {
            live.push(letter);
        }
    }
    live
}

fn is_hidden(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{2800}' | '\u{3164}'
        | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}
