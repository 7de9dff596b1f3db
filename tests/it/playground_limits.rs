//! The limits of messages, components and commands: for each one body that passes and one that is refused.
#![expect(clippy::too_many_lines, reason = "tables of rules")]

use reqwest::Method;
use serde_json::{Value, json};

use crate::playground_client::{GENERAL, Raw};
use crate::playground_judge::{Verdict, button, judge, refused, rows};

/// Sends `body` as a message to the first channel.
async fn message(raw: &Raw, rule: &str, body: Value, expected: Verdict<'_>) {
    let answer = raw
        .post(&format!("/channels/{GENERAL}/messages"), body)
        .await;
    judge(rule, answer, expected);
}

#[expect(clippy::needless_pass_by_value, reason = "a body is made of it")]
fn with_components(components: Value) -> Value {
    json!({"content": "x", "components": components})
}

#[tokio::test]
async fn messages_keep_to_discords_limits() {
    let raw = Raw::start();
    let x = |n: usize| "ü".repeat(n);
    let embed = |embed: Value| json!({"embeds": [embed]});
    let table: Vec<(&str, Value, Verdict<'_>)> = vec![
        ("content 2,000", json!({"content": x(2000)}), Ok(())),
        (
            "content 2,001",
            json!({"content": x(2001)}),
            refused("content: BASE_TYPE_MAX_LENGTH"),
        ),
        (
            "content is text",
            json!({"content": 5}),
            refused("content: STRING_TYPE_CONVERT"),
        ),
        (
            "something to show",
            json!({"content": "  "}),
            Err((400, 50006, "")),
        ),
        ("an object", json!([]), refused(": DICT_TYPE_CONVERT")),
        (
            "10 embeds",
            json!({"embeds": vec![json!({"title": "t"}); 10]}),
            Ok(()),
        ),
        (
            "11 embeds",
            json!({"embeds": vec![json!({"title": "t"}); 11]}),
            refused("embeds: BASE_TYPE_MAX_LENGTH"),
        ),
        ("title 256", embed(json!({"title": x(256)})), Ok(())),
        (
            "title 257",
            embed(json!({"title": x(257)})),
            refused("embeds.0.title: BASE_TYPE_MAX_LENGTH"),
        ),
        (
            "description 4,096",
            embed(json!({"description": x(4096)})),
            Ok(()),
        ),
        (
            "description 4,097",
            embed(json!({"description": x(4097)})),
            refused("embeds.0.description: BASE_TYPE_MAX_LENGTH"),
        ),
        (
            "footer 2,048",
            embed(json!({"title": "t", "footer": {"text": x(2048)}})),
            Ok(()),
        ),
        (
            "footer 2,049",
            embed(json!({"title": "t", "footer": {"text": x(2049)}})),
            refused("embeds.0.footer.text: BASE_TYPE_BAD_LENGTH"),
        ),
        (
            "author 256",
            embed(json!({"title": "t", "author": {"name": x(256)}})),
            Ok(()),
        ),
        (
            "author 257",
            embed(json!({"title": "t", "author": {"name": x(257)}})),
            refused("embeds.0.author.name: BASE_TYPE_BAD_LENGTH"),
        ),
        (
            "25 fields",
            embed(json!({"fields": vec![json!({"name": "n", "value": "v"}); 25]})),
            Ok(()),
        ),
        (
            "26 fields",
            embed(json!({"fields": vec![json!({"name": "n", "value": "v"}); 26]})),
            refused("embeds.0.fields: BASE_TYPE_MAX_LENGTH"),
        ),
        (
            "field value 1,024",
            embed(json!({"fields": [{"name": x(256), "value": x(1024)}]})),
            Ok(()),
        ),
        (
            "field value 1,025",
            embed(json!({"fields": [{"name": "n", "value": x(1025)}]})),
            refused("embeds.0.fields.0.value: BASE_TYPE_BAD_LENGTH"),
        ),
        (
            "field name 257",
            embed(json!({"fields": [{"name": x(257), "value": "v"}]})),
            refused("embeds.0.fields.0.name: BASE_TYPE_BAD_LENGTH"),
        ),
        (
            "field without a value",
            embed(json!({"fields": [{"name": "n"}]})),
            refused("embeds.0.fields.0.value: BASE_TYPE_REQUIRED"),
        ),
        (
            "field with an empty value",
            embed(json!({"fields": [{"name": "n", "value": ""}]})),
            refused("embeds.0.fields.0.value: BASE_TYPE_REQUIRED"),
        ),
        (
            "6,000 in all",
            json!({"embeds": [{"description": x(3000)}, {"description": x(3000)}]}),
            Ok(()),
        ),
        (
            "6,001 in all",
            json!({"embeds": [{"description": x(3000)}, {"description": x(3001)}]}),
            refused("embeds: MAX_EMBED_SIZE_EXCEEDED"),
        ),
        (
            "an embed with nothing",
            embed(json!({})),
            refused("embeds.0.description: BASE_TYPE_REQUIRED"),
        ),
        (
            "colour",
            embed(json!({"title": "t", "color": 0xFF_FFFF})),
            Ok(()),
        ),
        (
            "colour too large",
            embed(json!({"title": "t", "color": 0x100_0000})),
            refused("embeds.0.color: NUMBER_TYPE_MAX"),
        ),
        (
            "timestamp",
            embed(json!({"title": "t", "timestamp": "2026-08-01T12:00:00.000Z"})),
            Ok(()),
        ),
        (
            "timestamp in words",
            embed(json!({"title": "t", "timestamp": "noon"})),
            refused("embeds.0.timestamp: DATE_TIME_TYPE_PARSE"),
        ),
        (
            "url",
            embed(json!({"title": "t", "url": "https://example.org/a"})),
            Ok(()),
        ),
        (
            "url without a scheme",
            embed(json!({"title": "t", "url": "example.org"})),
            refused("embeds.0.url: URL_TYPE_INVALID_URL"),
        ),
        (
            "url of another scheme",
            embed(json!({"title": "t", "url": "ftp://example.org"})),
            refused("embeds.0.url: URL_TYPE_INVALID_SCHEME"),
        ),
        (
            "nonce 25",
            json!({"content": "x", "nonce": "n".repeat(25)}),
            Ok(()),
        ),
        (
            "nonce 26",
            json!({"content": "x", "nonce": "n".repeat(26)}),
            refused("nonce: BASE_TYPE_MAX_LENGTH"),
        ),
        (
            "mentions",
            json!({"content": "x", "allowed_mentions": {"parse": ["users"]}}),
            Ok(()),
        ),
        (
            "mentions of what",
            json!({"content": "x", "allowed_mentions": {"parse": ["cats"]}}),
            refused("allowed_mentions.parse.0: BASE_TYPE_CHOICES"),
        ),
        (
            "mentions twice",
            json!({"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}}),
            refused("allowed_mentions.users: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"),
        ),
        (
            "reply to nothing",
            json!({"content": "x", "message_reference": {"message_id": "5"}}),
            refused("message_reference: REPLIES_UNKNOWN_MESSAGE"),
        ),
        (
            "reply to nothing allowed",
            json!({"content": "x", "message_reference": {"message_id": "5", "fail_if_not_exists": false}}),
            Ok(()),
        ),
        (
            "a file that did not come",
            json!({"content": "x", "attachments": [{"id": 0}]}),
            refused("attachments.0.id: ATTACHMENT_NOT_FOUND"),
        ),
    ];
    for (rule, body, expected) in table {
        message(&raw, rule, body, expected).await;
    }
}

#[tokio::test]
async fn components_keep_to_discords_limits() {
    let raw = Raw::start();
    let five = |row: usize| {
        (0..5)
            .map(|n| button(&format!("{row}-{n}")))
            .collect::<Vec<_>>()
    };
    let option = |value: &str| json!({"label": "l", "value": value});
    let select = |changes: Value| {
        let mut select = json!({"type": 3, "custom_id": "s", "options": [option("a")]});
        for (key, value) in changes.as_object().unwrap() {
            select[key] = value.clone();
        }
        with_components(rows(vec![vec![select]]))
    };
    let one = |changes: Value| {
        let mut one = button("a");
        for (key, value) in changes.as_object().unwrap() {
            one[key] = value.clone();
        }
        with_components(rows(vec![vec![one]]))
    };
    let first = "components.0.components.0";
    let table: Vec<(&str, Value, String)> = vec![
        (
            "5 rows of 5",
            with_components(rows((0..5).map(five).collect())),
            String::new(),
        ),
        (
            "6 rows",
            with_components(rows(
                (0..6).map(|row| vec![button(&row.to_string())]).collect(),
            )),
            "components: BASE_TYPE_MAX_LENGTH".into(),
        ),
        (
            "6 buttons in a row",
            with_components(rows(vec![(0..6).map(|n| button(&n.to_string())).collect()])),
            "components.0.components: BASE_TYPE_BAD_LENGTH".into(),
        ),
        (
            "an empty row",
            with_components(rows(vec![vec![]])),
            "components.0.components: BASE_TYPE_BAD_LENGTH".into(),
        ),
        (
            "a button outside a row",
            with_components(json!([button("a")])),
            "components.0.type: UNION_TYPE_CHOICES".into(),
        ),
        (
            "a text input in a message",
            with_components(rows(vec![vec![json!({"type": 4})]])),
            format!("{first}.type: UNION_TYPE_CHOICES"),
        ),
        (
            "two of one custom id",
            with_components(rows(vec![vec![button("a"), button("a")]])),
            "components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED".into(),
        ),
        (
            "two of one custom id in two rows",
            with_components(rows(vec![vec![button("a")], vec![button("a")]])),
            "components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED".into(),
        ),
        (
            "label 80",
            one(json!({"label": "l".repeat(80)})),
            String::new(),
        ),
        (
            "label 81",
            one(json!({"label": "l".repeat(81)})),
            format!("{first}.label: BASE_TYPE_MAX_LENGTH"),
        ),
        (
            "custom id 100",
            one(json!({"custom_id": "c".repeat(100)})),
            String::new(),
        ),
        (
            "custom id 101",
            one(json!({"custom_id": "c".repeat(101)})),
            format!("{first}.custom_id: BASE_TYPE_BAD_LENGTH"),
        ),
        (
            "custom id of nothing",
            one(json!({"custom_id": ""})),
            format!("{first}.custom_id: BASE_TYPE_REQUIRED"),
        ),
        (
            "no custom id",
            one(json!({"custom_id": null})),
            format!("{first}.custom_id: BASE_TYPE_REQUIRED"),
        ),
        (
            "a style that is none",
            one(json!({"style": 9})),
            format!("{first}.style: BASE_TYPE_CHOICES"),
        ),
        (
            "neither label nor emoji",
            one(json!({"label": null})),
            format!("{first}.label: BUTTON_COMPONENT_LABEL_REQUIRED"),
        ),
        (
            "an emoji",
            one(json!({"label": null, "emoji": {"name": "🎲"}})),
            String::new(),
        ),
        (
            "a link",
            one(json!({"style": 5, "custom_id": null, "url": "https://example.org"})),
            String::new(),
        ),
        (
            "a link without address",
            one(json!({"style": 5, "custom_id": null})),
            format!("{first}.url: BASE_TYPE_REQUIRED"),
        ),
        (
            "a link with custom id",
            one(json!({"style": 5, "url": "https://example.org"})),
            format!("{first}.custom_id: BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE"),
        ),
        ("a menu", select(json!({})), String::new()),
        (
            "25 options",
            select(json!({"options": (0..25).map(|n| option(&n.to_string())).collect::<Vec<_>>()})),
            String::new(),
        ),
        (
            "26 options",
            select(json!({"options": (0..26).map(|n| option(&n.to_string())).collect::<Vec<_>>()})),
            format!("{first}.options: BASE_TYPE_BAD_LENGTH"),
        ),
        (
            "two options of one value",
            select(json!({"options": [option("a"), option("a")]})),
            format!("{first}.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"),
        ),
        (
            "option label 101",
            select(json!({"options": [{"label": "l".repeat(101), "value": "v"}]})),
            format!("{first}.options.0.label: BASE_TYPE_BAD_LENGTH"),
        ),
        (
            "placeholder 151",
            select(json!({"placeholder": "p".repeat(151)})),
            format!("{first}.placeholder: BASE_TYPE_MAX_LENGTH"),
        ),
        (
            "more at least than at most",
            select(json!({"min_values": 2, "max_values": 1})),
            format!("{first}.min_values: SELECT_COMPONENT_INVALID_RANGE"),
        ),
        (
            "a menu beside a button",
            with_components(rows(vec![vec![
                button("b"),
                json!({"type": 3, "custom_id": "s", "options": [option("a")]}),
            ]])),
            "components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED".into(),
        ),
    ];
    for (rule, body, fault) in table {
        let expected = if fault.is_empty() {
            Ok(())
        } else {
            refused(&fault)
        };
        message(&raw, rule, body, expected).await;
    }
}

#[tokio::test]
async fn commands_keep_to_discords_limits() {
    let raw = Raw::start();
    let option = |name: &str, changes: Value| {
        let mut option = json!({"type": 3, "name": name, "description": "d"});
        for (key, value) in changes.as_object().unwrap() {
            option[key] = value.clone();
        }
        option
    };
    let with =
        |options: Vec<Value>| json!({"name": "event", "description": "d", "options": options});
    let sub = |name: &str, options: Vec<Value>| json!({"type": 1, "name": name, "description": "d", "options": options});
    let choice = |name: &str, value: Value| json!({"name": name, "value": value});
    let table: Vec<(&str, Value, &str)> = vec![
        ("a command", with(vec![]), ""),
        ("a name of 32", json!({"name": "n".repeat(32), "description": "d"}), ""),
        ("a name of 33", json!({"name": "n".repeat(33), "description": "d"}), "name: BASE_TYPE_BAD_LENGTH"),
        ("letters of other scripts", json!({"name": "été_ß-1", "description": "d"}), ""),
        ("a capital letter", json!({"name": "Event", "description": "d"}), "name: APPLICATION_COMMAND_INVALID_NAME"),
        ("a space", json!({"name": "the event", "description": "d"}), "name: APPLICATION_COMMAND_INVALID_NAME"),
        ("no description", json!({"name": "event"}), "description: BASE_TYPE_REQUIRED"),
        ("a description of 100", json!({"name": "event", "description": "d".repeat(100)}), ""),
        ("a description of 101", json!({"name": "event", "description": "d".repeat(101)}), "description: BASE_TYPE_BAD_LENGTH"),
        ("25 options", with((0..25).map(|n| option(&format!("o{n}"), json!({}))).collect()), ""),
        ("26 options", with((0..26).map(|n| option(&format!("o{n}"), json!({}))).collect()), "options: BASE_TYPE_MAX_LENGTH"),
        ("required first", with(vec![option("a", json!({"required": true})), option("b", json!({}))]), ""),
        ("required last", with(vec![option("a", json!({})), option("b", json!({"required": true}))]), "options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"),
        ("two options of one name", with(vec![option("a", json!({})), option("a", json!({}))]), "options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED"),
        ("an option with a capital", with(vec![option("When", json!({}))]), "options.0.name: APPLICATION_COMMAND_INVALID_NAME"),
        ("a kind that is none", with(vec![option("a", json!({"type": 12}))]), "options.0.type: BASE_TYPE_CHOICES"),
        ("25 choices", with(vec![option("a", json!({"choices": (0..25).map(|n| choice(&n.to_string(), json!("v"))).collect::<Vec<_>>()}))]), ""),
        ("26 choices", with(vec![option("a", json!({"choices": (0..26).map(|n| choice(&n.to_string(), json!("v"))).collect::<Vec<_>>()}))]), "options.0.choices: BASE_TYPE_MAX_LENGTH"),
        ("a choice of 101", with(vec![option("a", json!({"choices": [choice(&"n".repeat(101), json!("v"))]}))]), "options.0.choices.0.name: BASE_TYPE_BAD_LENGTH"),
        ("a choice of another kind", with(vec![option("a", json!({"type": 4, "choices": [choice("n", json!("v"))]}))]), "options.0.choices.0.value: NUMBER_TYPE_COERCE"),
        ("choices and autocomplete", with(vec![option("a", json!({"autocomplete": true, "choices": [choice("n", json!("v"))]}))]), "options.0.autocomplete: APPLICATION_COMMAND_AUTOCOMPLETE_INVALID"),
        ("autocomplete of a yes or no", with(vec![option("a", json!({"type": 5, "autocomplete": true}))]), "options.0.autocomplete: APPLICATION_COMMAND_AUTOCOMPLETE_INVALID"),
        ("subcommands", with(vec![sub("start", vec![option("a", json!({}))]), sub("stop", vec![])]), ""),
        ("subcommands and options", with(vec![sub("start", vec![]), option("a", json!({}))]), "options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
        ("a subcommand in a subcommand", with(vec![sub("a", vec![sub("b", vec![sub("c", vec![])])])]), "options.0.options.0.options.0.type: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
        ("too much text", with((0..25).map(|n| option(&format!("o{n}"), json!({"choices": (0..25).map(|m| choice(&format!("{}{m}", "n".repeat(10)), json!("v".repeat(10)))).collect::<Vec<_>>()}))).collect()), ": APPLICATION_COMMAND_TOO_LARGE"),
    ];
    for (rule, body, fault) in table {
        let expected = if fault.is_empty() {
            Ok(())
        } else {
            refused(fault)
        };
        judge(rule, raw.post(&raw.commands(), body).await, expected);
    }
    let twice = json!([{"name": "a", "description": "d"}, {"name": "a", "description": "d"}]);
    judge(
        "two commands of one name",
        raw.call(Method::PUT, &raw.commands(), twice).await,
        refused("1.name: APPLICATION_COMMANDS_DUPLICATE_NAME"),
    );
    let many = |n: usize| {
        (0..n)
            .map(|n| json!({"name": format!("c{n}"), "description": "d"}))
            .collect::<Value>()
    };
    judge(
        "100 commands",
        raw.call(Method::PUT, &raw.commands(), many(100)).await,
        Ok(()),
    );
    judge(
        "101 commands",
        raw.call(Method::PUT, &raw.commands(), many(101)).await,
        Err((400, 30032, "")),
    );
}
