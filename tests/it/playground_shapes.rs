//! Whether what the playground says has the shape of what Discord says, by two witnesses: Discord's own description
//! for REST answers (when it lies beside the repository), and twilight's types for Gateway events.
#![expect(clippy::too_many_lines, reason = "one tour of everything")]

use clio::playground::record::{Direction, Entry, What};
use reqwest::Method;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use twilight_model::application::interaction::Interaction;
use twilight_model::channel::{Channel, Message};
use twilight_model::gateway::payload::incoming::{
    GuildCreate, MemberChunk, MessageDelete, Ready, TypingStart,
};

use crate::harness::openapi::shared;
use crate::playground_client::{GENERAL, Gateway, Raw};
use crate::playground_judge::{button, rows};

/// Talks to the playground about everything that it knows, and gives the record.
async fn tour() -> Vec<Entry> {
    let raw = Raw::start();
    let everything = (1 << 15) | (1 << 14) | (1 << 12) | (1 << 11) | (1 << 9) | 1;
    let mut gateway = raw.identifies(everything).await;
    let guild = gateway.event("GUILD_CREATE").await["id"]
        .as_str()
        .unwrap()
        .to_owned();
    gateway
        .says(8, json!({"guild_id": guild, "query": "a", "limit": 5}))
        .await;
    let bot = raw.playground.application_id();
    let (_, roles) = raw.get(&format!("/guilds/{guild}/roles")).await;
    let role = roles[0]["id"].as_str().unwrap();
    for path in [
        "/gateway".to_owned(),
        "/gateway/bot".to_owned(),
        "/users/@me".to_owned(),
        "/users/@me/guilds".to_owned(),
        "/applications/@me".to_owned(),
        "/oauth2/applications/@me".to_owned(),
        format!("/users/{bot}"),
        format!("/guilds/{guild}"),
        format!("/guilds/{guild}/channels"),
        format!("/guilds/{guild}/roles/{role}"),
        format!("/guilds/{guild}/members?limit=10"),
        format!("/guilds/{guild}/members/{bot}"),
        format!("/guilds/{guild}/members/search?query=a"),
        format!("/guilds/{guild}/threads/active"),
        format!("/guilds/{guild}/emojis"),
        format!("/guilds/{guild}/stickers"),
        format!("/channels/{GENERAL}"),
    ] {
        assert_eq!(raw.get(&path).await.0, 200, "{path}");
    }
    let option = json!({"type": 3, "name": "who", "description": "d", "autocomplete": true});
    raw.registers("hello", json!([option])).await;
    raw.post(&raw.commands(), command_with_nulls()).await;
    let messages = format!("/channels/{GENERAL}/messages");
    let body = json!({
        "content": format!("hi <@{bot}>"), "components": rows(vec![vec![button("go")]]),
        "embeds": [{"title": "t", "fields": [{"name": "n", "value": "v"}], "timestamp": "2026-08-01T12:00:00Z"}],
    });
    let (_, message) = raw.post(&messages, body).await;
    let id = message["id"].as_str().unwrap();
    raw.post(
        &messages,
        json!({"content": "a reply", "message_reference": {"message_id": id}}),
    )
    .await;
    raw.call(
        Method::PATCH,
        &format!("{messages}/{id}"),
        json!({"content": "changed"}),
    )
    .await;
    raw.post(&format!("{messages}/{id}/threads"), json!({"name": "talk"}))
        .await;
    raw.call(
        Method::PATCH,
        &format!("/channels/{id}"),
        json!({"name": "renamed"}),
    )
    .await;
    raw.post(&format!("/channels/{GENERAL}/typing"), Value::Null)
        .await;
    raw.post(&messages, message_with_nulls()).await;
    raw.get(&messages).await;
    let ann = raw.playground.person("ann");
    ann.says("hello").unwrap();
    in_direct_messages(&raw).await;
    interact(
        &raw,
        &mut gateway,
        "/hello",
        json!({"type": 4, "data": {"content": "hi"}}),
    )
    .await;
    interact(
        &raw,
        &mut gateway,
        "press",
        json!({"type": 9, "data": {
            "custom_id": "form", "title": "Form", "components": rows(vec![vec![json!({
                "type": 4, "custom_id": "a", "label": "A", "style": 1})]]),
        }}),
    )
    .await;
    raw.call(Method::DELETE, &format!("{messages}/{id}"), Value::Null)
        .await;
    gateway.event("MESSAGE_DELETE").await;
    raw.playground.record()
}

/// A command whose optional fields are named and null, as many libraries send them.
fn command_with_nulls() -> Value {
    let nothing = |mut filled: Value, keys: &[&str]| {
        for key in keys {
            filled[*key] = Value::Null;
        }
        filled
    };
    let choice = nothing(json!({"name": "n", "value": "v"}), &["name_localizations"]);
    let option = |changes: Value| {
        let keys = [
            "name_localizations",
            "description_localizations",
            "required",
            "choices",
            "options",
            "channel_types",
            "min_value",
            "max_value",
            "min_length",
            "max_length",
            "autocomplete",
        ];
        let mut option = nothing(json!({"type": 3, "description": "d"}), &keys);
        for (key, value) in changes.as_object().unwrap() {
            option[key] = value.clone();
        }
        option
    };
    let options = json!([
        option(json!({"name": "a", "choices": [choice]})),
        option(json!({"name": "b", "type": 4})),
        option(json!({"name": "c", "type": 7})),
    ]);
    nothing(
        json!({"name": "nulls", "description": "d", "options": options}),
        &["contexts", "default_member_permissions", "nsfw"],
    )
}

/// A message in whose card, buttons and menu everything that may be left out is null.
fn message_with_nulls() -> Value {
    let button = json!({"type": 2, "style": 1, "label": "L", "custom_id": "b", "url": null,
        "emoji": {"id": null, "name": "🎲", "animated": null}, "disabled": null});
    let menu = json!({"type": 3, "custom_id": "m", "placeholder": null, "min_values": null, "disabled": null,
        "options": [{"label": "l", "value": "v", "description": null, "emoji": null, "default": null}]});
    json!({
        "content": "x", "tts": null, "nonce": null, "flags": null, "message_reference": null,
        "embeds": [{"title": "t", "url": null, "image": null, "color": null,
            "author": {"name": "n", "url": null, "icon_url": null}, "footer": {"text": "f", "icon_url": null},
            "fields": [{"name": "n", "value": "v", "inline": null}]}],
        "components": rows(vec![vec![button], vec![menu]]),
    })
}

/// What happens in direct messages happens in no server.
async fn in_direct_messages(raw: &Raw) {
    let ann = raw.playground.person("ann");
    let (_, channel) = raw
        .post(
            "/users/@me/channels",
            json!({"recipient_id": ann.id().to_string()}),
        )
        .await;
    let messages = format!("/channels/{}/messages", channel["id"].as_str().unwrap());
    let hers = ann.in_direct_messages().says("hello").unwrap().id();
    let reply =
        json!({"content": "a reply", "message_reference": {"message_id": hers.to_string()}});
    let (_, own) = raw.post(&messages, reply).await;
    let own = own["id"].as_str().unwrap();
    raw.call(Method::DELETE, &format!("{messages}/{own}"), Value::Null)
        .await;
}

/// Ann does something, and the bot answers with `callback`, then edits and follows up.
async fn interact(raw: &Raw, gateway: &mut Gateway, what: &'static str, callback: Value) {
    let ann = raw.playground.person("ann");
    let acting = tokio::spawn(async move {
        if what == "press" {
            ann.presses("Press").await
        } else {
            ann.runs(what).await
        }
    });
    let interaction = gateway.event("INTERACTION_CREATE").await;
    let text = |key: &str| interaction[key].as_str().unwrap().to_owned();
    let path = format!(
        "/interactions/{}/{}/callback?with_response=true",
        text("id"),
        text("token")
    );
    assert_eq!(raw.post(&path, callback).await.0, 200);
    let answer = acting.await.unwrap();
    let hook = format!("/webhooks/{}/{}", text("application_id"), text("token"));
    raw.post(&hook, json!({"content": "more", "flags": 64}))
        .await;
    if answer.message.is_some() {
        raw.call(
            Method::PATCH,
            &format!("{hook}/messages/@original"),
            json!({"content": "edited"}),
        )
        .await;
        raw.get(&format!("{hook}/messages/@original")).await;
    }
}

#[tokio::test]
async fn answers_have_the_shape_that_discord_describes() {
    let Some(path) = shared("discord-openapi/openapi.json") else {
        println!("Not judged: ../shared/discord-openapi is not here.");
        return;
    };
    let document: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut n_judged = 0;
    let mut faults = Vec::new();
    for entry in tour().await {
        let What::Rest {
            method,
            path,
            status: Some(status),
        } = &entry.what
        else {
            continue;
        };
        if *status >= 300 || entry.body.is_null() {
            continue;
        }
        let Some(schema) = schema_of(&document, method, path, *status) else {
            faults.push(format!("{method} {path} {status}: not described"));
            continue;
        };
        let validator = jsonschema::draft202012::options().build(&schema).unwrap();
        n_judged += 1;
        for error in validator.iter_errors(&entry.body) {
            faults.push(format!(
                "{method} {path} {}: {error:.300}",
                error.instance_path()
            ));
        }
    }
    assert!(n_judged > 25, "only {n_judged} answers were judged");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The schema of an answer, with all that it refers to.
fn schema_of(document: &Value, method: &str, path: &str, status: u16) -> Option<Value> {
    let parts: Vec<&str> = path.split('?').next()?.split('/').collect();
    let (_, item) = document["paths"]
        .as_object()?
        .iter()
        .filter(|(_, item)| item.get(method.to_lowercase()).is_some())
        .filter(|(template, _)| {
            let wanted: Vec<&str> = template.split('/').collect();
            wanted.len() == parts.len()
                && wanted
                    .iter()
                    .zip(&parts)
                    .all(|(wanted, part)| wanted.starts_with('{') || wanted == part)
        })
        .min_by_key(|(template, _)| template.matches('{').count())?;
    let answer = &item[method.to_lowercase()]["responses"][status.to_string()];
    let mut schema = answer["content"]["application/json"].get("schema")?.clone();
    schema["components"] = document["components"].clone();
    Some(schema)
}

/// Fields that Discord documents as null where there is nothing; it leaves all others out.
const NULLABLE: &[&str] = &[
    "accent_color",
    "afk_channel_id",
    "application_id",
    "avatar",
    "avatar_decoration_data",
    "banner",
    "collectibles",
    "communication_disabled_until",
    "description",
    "discovery_splash",
    "edited_timestamp",
    "email",
    "home_header",
    "hub_type",
    "icon",
    "icon_hash",
    "incidents_data",
    "inventory_settings",
    "last_message_id",
    "last_pin_timestamp",
    "latest_onboarding_question_id",
    "max_presences",
    "nick",
    "parent_id",
    "premium_since",
    "primary_guild",
    "public_updates_channel_id",
    "referenced_message",
    "rules_channel_id",
    "safety_alerts_channel_id",
    "secondary_color",
    "splash",
    "system_channel_id",
    "tertiary_color",
    "topic",
    "unicode_emoji",
    "vanity_url_code",
    "widget_channel_id",
];
const NONE: Vec<String> = Vec::new();

/// The paths of nulls that stand where Discord writes nothing at all.
fn nulls_of(value: &Value, path: &str) -> Vec<String> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(key, field)| {
                let path = format!("{path}.{key}");
                match field {
                    Value::Null if NULLABLE.contains(&key.as_str()) => Vec::new(),
                    Value::Null => vec![path],
                    _ => nulls_of(field, &path),
                }
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(|item| nulls_of(item, path)).collect(),
        _ => Vec::new(),
    }
}

#[tokio::test]
async fn events_can_be_read_as_another_librarys_types() {
    fn read<T: DeserializeOwned>(data: &Value) -> Result<(), String> {
        serde_json::from_value::<T>(data.clone())
            .map(|_| ())
            .map_err(|why| why.to_string())
    }
    let mut seen = std::collections::BTreeSet::new();
    for entry in tour().await {
        let What::Gateway {
            event: Some(event), ..
        } = &entry.what
        else {
            continue;
        };
        assert_eq!(entry.direction, Direction::Out);
        let result = match event.as_str() {
            "READY" => read::<Ready>(&entry.body),
            "GUILD_CREATE" => read::<GuildCreate>(&entry.body),
            "INTERACTION_CREATE" => read::<Interaction>(&entry.body),
            "MESSAGE_CREATE" | "MESSAGE_UPDATE" => read::<Message>(&entry.body),
            "MESSAGE_DELETE" => read::<MessageDelete>(&entry.body),
            "THREAD_CREATE" | "THREAD_UPDATE" => read::<Channel>(&entry.body),
            "TYPING_START" => read::<TypingStart>(&entry.body),
            "GUILD_MEMBERS_CHUNK" => read::<MemberChunk>(&entry.body),
            other => Err(format!("no type is known for {other}")),
        };
        assert_eq!(result, Ok(()), "{event}: {}", entry.body);
        assert_eq!(nulls_of(&entry.body, ""), NONE, "{event}: {}", entry.body);
        seen.insert(event.clone());
    }
    assert!(seen.len() >= 8, "only {seen:?}");
}
