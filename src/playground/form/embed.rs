//! Embeds: <https://discord.com/developers/docs/resources/message#embed-object-embed-limits>.

use jiff::Timestamp;
use serde_json::{Value, json};
use twilight_validate::embed::{
    AUTHOR_NAME_LENGTH, COLOR_MAXIMUM, DESCRIPTION_LENGTH, EMBED_TOTAL_LENGTH, FIELD_COUNT,
    FIELD_NAME_LENGTH, FIELD_VALUE_LENGTH, FOOTER_TEXT_LENGTH, TITLE_LENGTH,
};

use super::{Form, drop_nulls, join};
use crate::playground::refusal::Faults;
use crate::playground::state::ids::iso;

/// Checks the embeds of a message and completes them as Discord does; `path` is where the list stands.
pub(crate) fn read(embeds: &[Value], path: &str, faults: &mut Faults) -> Vec<Value> {
    let mut n_characters = 0;
    let mut read = Vec::with_capacity(embeds.len());
    for (index, embed) in embeds.iter().enumerate() {
        let path = join(path, &index.to_string());
        let Some(form) = Form::open(embed, &path, faults) else {
            continue;
        };
        n_characters += check(&form, faults);
        read.push(complete(embed));
    }
    if n_characters > EMBED_TOTAL_LENGTH {
        let message = format!("Embed size exceeds maximum size of {EMBED_TOTAL_LENGTH}");
        faults.push(path, "MAX_EMBED_SIZE_EXCEEDED", message);
    }
    read
}

/// Checks one embed and counts the characters that the limit over all embeds counts.
fn check(embed: &Form<'_>, faults: &mut Faults) -> usize {
    let mut n_characters = 0;
    let mut count =
        |text: Option<&str>| n_characters += text.map_or(0, |text| text.chars().count());
    count(embed.text("title", 0..=TITLE_LENGTH, faults));
    count(embed.text("description", 0..=DESCRIPTION_LENGTH, faults));
    embed.url("url", None, faults);
    embed.integer("color", 0..=i64::from(COLOR_MAXIMUM), faults);
    if let Some(time) = embed.text("timestamp", 1..=64, faults)
        && time.parse::<Timestamp>().is_err()
    {
        let message = format!("Could not parse {time}. Should be ISO8601.");
        embed.fault("timestamp", "DATE_TIME_TYPE_PARSE", &message, faults);
    }
    if let Some(author) = embed.object("author", faults) {
        count(author.required_text("name", 1..=AUTHOR_NAME_LENGTH, faults));
        author.url("url", None, faults);
        author.url("icon_url", Some("attachment"), faults);
    }
    if let Some(footer) = embed.object("footer", faults) {
        count(footer.required_text("text", 1..=FOOTER_TEXT_LENGTH, faults));
        footer.url("icon_url", Some("attachment"), faults);
    }
    for picture in ["image", "thumbnail"] {
        if let Some(picture) = embed.object(picture, faults) {
            picture.require("url", faults);
            picture.url("url", Some("attachment"), faults);
        }
    }
    let fields = embed.list("fields", 0..=FIELD_COUNT, faults);
    for (index, field) in fields.into_iter().flatten().enumerate() {
        let path = join(&embed.at("fields"), &index.to_string());
        if let Some(field) = Form::open(field, &path, faults) {
            count(field.required_text("name", 1..=FIELD_NAME_LENGTH, faults));
            count(field.required_text("value", 1..=FIELD_VALUE_LENGTH, faults));
            field.boolean("inline", faults);
        }
    }
    let shown = [
        "title",
        "description",
        "author",
        "footer",
        "fields",
        "image",
        "thumbnail",
        "timestamp",
    ];
    if shown.iter().all(|key| embed.get(key).is_none()) {
        embed.require("description", faults);
    }
    n_characters
}

/// The embed as Discord gives it back.
fn complete(embed: &Value) -> Value {
    let mut embed = embed.clone();
    drop_nulls(&mut embed, &[]);
    if let Some(fields) = embed.as_object_mut() {
        fields.insert("type".to_owned(), json!("rich"));
    }
    let time = embed.get("timestamp").and_then(Value::as_str);
    let time = time.and_then(|time| time.parse().ok());
    if let Some(time) = time {
        embed["timestamp"] = json!(iso(time));
    }
    let fields = embed.get_mut("fields").and_then(Value::as_array_mut);
    for field in fields.into_iter().flatten() {
        if let Some(field) = field.as_object_mut() {
            field.entry("inline").or_insert(json!(false));
        }
    }
    embed
}
