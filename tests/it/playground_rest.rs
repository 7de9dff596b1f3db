//! The playground's REST API, rule by rule: for each one body that passes and one that is refused.

use reqwest::Method;
use serde_json::{Value, json};

use crate::playground_client::{ANNOUNCEMENTS, GENERAL, Gateway, Raw, TUTORS};

/// One rule: what is sent, and what comes of it. `Ok` is any status below 300.
type Verdict<'a> = Result<(), (u16, u64, &'a str)>;

/// Compares an answer with a verdict: status, code, and for forms the path and code of the first fault.
#[track_caller]
fn judge(rule: &str, (status, answer): (u16, Value), expected: Verdict<'_>) {
    let found = if status < 300 {
        Ok(())
    } else {
        Err((
            status,
            answer["code"].as_u64().unwrap_or(0),
            first_fault(&answer["errors"], ""),
        ))
    };
    let found = found
        .as_ref()
        .map_err(|(status, code, fault)| (*status, *code, fault.as_str()));
    assert_eq!(found.copied(), expected, "{rule}: {answer}");
}

/// `path: CODE` of the first fault in an error object.
fn first_fault(errors: &Value, path: &str) -> String {
    if let Some(code) = errors["_errors"][0]["code"].as_str() {
        return format!("{path}: {code}");
    }
    let Some((step, inner)) = errors.as_object().and_then(|errors| errors.iter().next()) else {
        return String::new();
    };
    let path = if path.is_empty() {
        step.clone()
    } else {
        format!("{path}.{step}")
    };
    first_fault(inner, &path)
}

const FORM: u64 = 50035;

/// Sends `body` as a message to the first channel.
async fn message(raw: &Raw, rule: &str, body: Value, expected: Verdict<'_>) {
    let answer = raw
        .post(&format!("/channels/{GENERAL}/messages"), body)
        .await;
    judge(rule, answer, expected);
}

fn refused(fault: &str) -> Verdict<'_> {
    Err((400, FORM, fault))
}

fn button(custom_id: &str) -> Value {
    json!({"type": 2, "style": 1, "label": "Press", "custom_id": custom_id})
}

fn rows(rows: Vec<Vec<Value>>) -> Value {
    rows.into_iter()
        .map(|components| json!({"type": 1, "components": components}))
        .collect()
}

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

#[tokio::test]
async fn commands_are_made_changed_replaced_and_deleted() {
    let raw = Raw::start();
    let body = |name: &str| json!({"name": name, "description": "d"});
    let (status, made) = raw.post(&raw.commands(), body("one")).await;
    assert_eq!((status, &made["version"]), (201, &made["id"]));
    let (status, again) = raw.post(&raw.commands(), body("one")).await;
    assert_eq!((status, &again["id"]), (200, &made["id"]));
    let path = format!("{}/{}", raw.commands(), made["id"].as_str().unwrap());
    let (status, changed) = raw
        .call(Method::PATCH, &path, json!({"description": "other"}))
        .await;
    assert_eq!(
        (status, &changed["description"], &changed["name"]),
        (200, &json!("other"), &json!("one"))
    );
    assert_eq!(raw.get(&path).await.1, changed);
    let (_, list) = raw
        .call(
            Method::PUT,
            &raw.commands(),
            json!([body("two"), body("one")]),
        )
        .await;
    assert_eq!(list.as_array().unwrap().len(), 2);
    assert!(
        list.as_array()
            .unwrap()
            .iter()
            .any(|command| command["id"] == made["id"])
    );
    assert_eq!(raw.playground.commands_of("ann"), ["one", "two"]);
    judge(
        "delete",
        raw.call(Method::DELETE, &path, Value::Null).await,
        Ok(()),
    );
    judge(
        "delete again",
        raw.call(Method::DELETE, &path, Value::Null).await,
        Err((404, 10063, "")),
    );
    judge(
        "another application",
        raw.get("/applications/5/commands").await,
        Err((404, 10002, "")),
    );
}

#[tokio::test]
async fn what_is_not_there_or_not_allowed_has_discords_codes() {
    let raw = Raw::start();
    let hello = || json!({"content": "hello"});
    let messages = |channel: u64| format!("/channels/{channel}/messages");
    judge("post", raw.post(&messages(GENERAL), hello()).await, Ok(()));
    judge(
        "unknown channel",
        raw.post(&messages(5), hello()).await,
        Err((404, 10003, "")),
    );
    judge(
        "no access",
        raw.post(&messages(TUTORS), hello()).await,
        Err((403, 50001, "")),
    );
    judge(
        "no permission",
        raw.post(&messages(ANNOUNCEMENTS), hello()).await,
        Err((403, 50013, "")),
    );
    judge(
        "read without permission to post",
        raw.get(&messages(ANNOUNCEMENTS)).await,
        Ok(()),
    );
    judge(
        "no access to read",
        raw.get(&messages(TUTORS)).await,
        Err((403, 50001, "")),
    );
    judge(
        "unknown message",
        raw.get(&format!("{}/5", messages(GENERAL))).await,
        Err((404, 10008, "")),
    );
    judge(
        "unknown guild",
        raw.get("/guilds/5").await,
        Err((404, 10004, "")),
    );
    judge(
        "unknown user",
        raw.get("/users/5").await,
        Err((404, 10013, "")),
    );
    judge(
        "unknown route",
        raw.get("/nothing/here").await,
        Err((404, 0, "")),
    );
    judge(
        "wrong method",
        raw.call(Method::PUT, "/gateway", Value::Null).await,
        Err((405, 0, "")),
    );
    judge(
        "no number",
        raw.get("/channels/abc").await,
        refused(": NUMBER_TYPE_COERCE"),
    );
    let hers = raw.playground.person("ann").says("mine").unwrap().id();
    let path = format!("{}/{hers}", messages(GENERAL));
    judge(
        "another's message",
        raw.call(Method::PATCH, &path, hello()).await,
        Err((403, 50005, "")),
    );
    judge(
        "another's message",
        raw.call(Method::DELETE, &path, Value::Null).await,
        Err((403, 50013, "")),
    );
    let json = ("content-type", "application/json");
    let unauthorized = raw
        .raw_call(
            Method::GET,
            "/users/@me",
            &[("authorization", "Bot wrong")],
            Vec::new(),
        )
        .await;
    judge("wrong token", unauthorized, Err((401, 0, "")));
    let bearer = format!("Bearer {}", raw.playground.token());
    let bearer = raw
        .raw_call(
            Method::GET,
            "/users/@me",
            &[("authorization", &bearer)],
            Vec::new(),
        )
        .await;
    judge("not as a bot", bearer, Err((401, 0, "")));
    let token = format!("Bot {}", raw.playground.token());
    let authorization = ("authorization", token.as_str());
    let broken = raw
        .raw_call(
            Method::POST,
            &messages(GENERAL),
            &[authorization, json],
            b"{".to_vec(),
        )
        .await;
    judge("broken JSON", broken, Err((400, 50109, "")));
    let text = raw
        .raw_call(
            Method::POST,
            &messages(GENERAL),
            &[authorization, ("content-type", "text/plain")],
            b"hi".to_vec(),
        )
        .await;
    judge("not JSON", text, refused("_misc: CONTENT_TYPE_INVALID"));
    let host = raw
        .raw_call(
            Method::GET,
            "/gateway",
            &[("host", "evil.example")],
            Vec::new(),
        )
        .await;
    assert_eq!(host.0, 403, "another Host");
    let origin = raw
        .raw_call(
            Method::GET,
            "/gateway",
            &[("origin", "http://evil.example")],
            Vec::new(),
        )
        .await;
    assert_eq!(origin.0, 403, "another Origin");
}

#[tokio::test]
async fn what_libraries_ask_at_the_start_is_answered() {
    let raw = Raw::start();
    for path in [
        "/gateway",
        "/gateway/bot",
        "/users/@me",
        "/users/@me/guilds",
        "/applications/@me",
        "/oauth2/applications/@me",
    ] {
        judge(path, raw.get(path).await, Ok(()));
    }
    let (_, guilds) = raw.get("/users/@me/guilds").await;
    let guild = guilds[0]["id"].as_str().unwrap().to_owned();
    for path in [
        "",
        "/channels",
        "/roles",
        "/members?limit=10",
        "/members/search?query=a",
        "/threads/active",
        "/emojis",
    ] {
        judge(
            path,
            raw.get(&format!("/guilds/{guild}{path}")).await,
            Ok(()),
        );
    }
    let me = raw.playground.application_id();
    let (_, member) = raw.get(&format!("/guilds/{guild}/members/{me}")).await;
    assert_eq!(member["user"]["bot"], json!(true));
    let (_, limit) = raw.get("/gateway/bot").await;
    assert_eq!(limit["session_start_limit"]["remaining"], json!(1000));
    judge(
        "limit",
        raw.get(&format!("/guilds/{guild}/members?limit=1001"))
            .await,
        refused("limit: NUMBER_TYPE_MAX"),
    );
}

#[tokio::test]
async fn a_message_is_edited_listed_and_deleted() {
    let raw = Raw::start();
    let messages = format!("/channels/{GENERAL}/messages");
    let mut ids = Vec::new();
    for content in ["one", "two", "three"] {
        let (_, message) = raw.post(&messages, json!({"content": content})).await;
        ids.push(message["id"].as_str().unwrap().to_owned());
    }
    let contents = |list: Value| -> Vec<String> {
        let list = list.as_array().unwrap().iter();
        list.map(|message| message["content"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        contents(raw.get(&messages).await.1),
        ["three", "two", "one"]
    );
    assert_eq!(
        contents(raw.get(&format!("{messages}?limit=1")).await.1),
        ["three"]
    );
    assert_eq!(
        contents(raw.get(&format!("{messages}?before={}", ids[2])).await.1),
        ["two", "one"]
    );
    assert_eq!(
        contents(
            raw.get(&format!("{messages}?after={}&limit=1", ids[0]))
                .await
                .1
        ),
        ["two"]
    );
    let path = format!("{messages}/{}", ids[0]);
    let (_, edited) = raw
        .call(Method::PATCH, &path, json!({"embeds": [{"title": "t"}]}))
        .await;
    assert_eq!(
        (&edited["content"], &edited["embeds"][0]["title"]),
        (&json!("one"), &json!("t"))
    );
    assert!(edited["edited_timestamp"].is_string());
    judge(
        "nothing left",
        raw.call(Method::PATCH, &path, json!({"content": "", "embeds": []}))
            .await,
        Err((400, 50006, "")),
    );
    judge(
        "delete",
        raw.call(Method::DELETE, &path, Value::Null).await,
        Ok(()),
    );
    judge(
        "delete again",
        raw.call(Method::DELETE, &path, Value::Null).await,
        Err((404, 10008, "")),
    );
    let nonce = json!({"content": "once", "nonce": "n1", "enforce_nonce": true});
    let (_, first) = raw.post(&messages, nonce.clone()).await;
    let (_, second) = raw.post(&messages, nonce).await;
    assert_eq!(
        first["id"], second["id"],
        "the same nonce gives the first message"
    );
}

#[tokio::test]
async fn threads_are_started_from_a_message_and_written_in() {
    let raw = Raw::start();
    let messages = format!("/channels/{GENERAL}/messages");
    let (_, message) = raw.post(&messages, json!({"content": "start"})).await;
    let id = message["id"].as_str().unwrap();
    let threads = format!("{messages}/{id}/threads");
    judge(
        "no name",
        raw.post(&threads, json!({})).await,
        refused("name: BASE_TYPE_REQUIRED"),
    );
    judge(
        "a time that is none",
        raw.post(&threads, json!({"name": "t", "auto_archive_duration": 7}))
            .await,
        refused("auto_archive_duration: BASE_TYPE_CHOICES"),
    );
    judge(
        "a thread",
        raw.post(&threads, json!({"name": "t"})).await,
        Ok(()),
    );
    judge(
        "a second one",
        raw.post(&threads, json!({"name": "t"})).await,
        Err((400, 160_004, "")),
    );
    judge(
        "write",
        raw.post(
            &format!("/channels/{id}/messages"),
            json!({"content": "inside"}),
        )
        .await,
        Ok(()),
    );
    let ann = raw.playground.person("ann").at("t");
    assert_eq!(ann.messages().last().unwrap().text(), "inside");
    judge(
        "archive",
        raw.call(
            Method::PATCH,
            &format!("/channels/{id}"),
            json!({"archived": true}),
        )
        .await,
        Ok(()),
    );
}

/// Says that `boundary` separates a JSON payload and one file.
fn form(payload: &str, name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut form = format!(
        "--b\r\nContent-Disposition: form-data; name=\"payload_json\"\r\nContent-Type: application/json\r\n\r\n{payload}\r\n\
         --b\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n"
    )
    .into_bytes();
    form.extend_from_slice(bytes);
    form.extend_from_slice(b"\r\n--b--\r\n");
    form
}

#[tokio::test]
async fn files_come_along_and_are_served_back() {
    let raw = Raw::start();
    let token = format!("Bot {}", raw.playground.token());
    let headers = [
        ("authorization", token.as_str()),
        ("content-type", "multipart/form-data; boundary=b"),
    ];
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend([0, 0, 0, 8, 0, 0, 0, 4, 8, 2]);
    let path = format!("/channels/{GENERAL}/messages");
    let payload = r#"{"content":"map","attachments":[{"id":0,"description":"A map"}]}"#;
    let (status, message) = raw
        .raw_call(
            Method::POST,
            &path,
            &headers,
            form(payload, "map.png", &png),
        )
        .await;
    assert_eq!(status, 200, "{message}");
    let file = &message["attachments"][0];
    assert_eq!(
        (&file["filename"], &file["description"]),
        (&json!("map.png"), &json!("A map"))
    );
    assert_eq!(
        (&file["width"], &file["height"], &file["size"]),
        (&json!(8), &json!(4), &json!(png.len()))
    );
    let served = reqwest::get(file["url"].as_str().unwrap()).await.unwrap();
    assert_eq!(served.headers()["content-type"], "image/png");
    assert_eq!(served.headers()["x-content-type-options"], "nosniff");
    assert_eq!(served.bytes().await.unwrap(), png);
    let payload = r#"{"embeds":[{"image":{"url":"attachment://map.png"}}]}"#;
    let (_, message) = raw
        .raw_call(
            Method::POST,
            &path,
            &headers,
            form(payload, "map.png", &png),
        )
        .await;
    assert_eq!(message["attachments"], json!([]), "shown by the embed");
    assert!(
        message["embeds"][0]["image"]["url"]
            .as_str()
            .unwrap()
            .starts_with(&raw.playground.api_url())
    );
    let huge = vec![0; 10 * 1024 * 1024 + 1];
    let answer = raw
        .raw_call(Method::POST, &path, &headers, form("{}", "huge.bin", &huge))
        .await;
    judge("10 MiB", answer, Err((413, 40005, "")));
}

/// The callback path of an interaction as the bot got it.
fn callback(interaction: &Value) -> String {
    let text = |key: &str| interaction[key].as_str().unwrap().to_owned();
    format!("/interactions/{}/{}/callback", text("id"), text("token"))
}

fn webhook(interaction: &Value) -> String {
    let text = |key: &str| interaction[key].as_str().unwrap().to_owned();
    format!("/webhooks/{}/{}", text("application_id"), text("token"))
}

/// Ann gives `/hello`; gives the interaction that the bot gets, and her pending answer.
async fn hello(
    raw: &Raw,
    gateway: &mut Gateway,
) -> (
    Value,
    tokio::task::JoinHandle<clio::playground::people::Answer>,
) {
    let ann = raw.playground.person("ann");
    let answer = tokio::spawn(async move { ann.command("hello", &[]).await });
    (gateway.event("INTERACTION_CREATE").await, answer)
}

#[tokio::test]
async fn an_interaction_has_every_documented_field() {
    let raw = Raw::start();
    raw.registers("hello", json!([])).await;
    let mut gateway = raw.identifies(1).await;
    let (interaction, _answer) = hello(&raw, &mut gateway).await;
    for field in [
        "id",
        "application_id",
        "type",
        "data",
        "guild",
        "guild_id",
        "channel",
        "channel_id",
        "member",
        "token",
        "version",
        "app_permissions",
        "locale",
        "guild_locale",
        "entitlements",
        "authorizing_integration_owners",
        "context",
        "attachment_size_limit",
    ] {
        assert!(
            interaction.get(field).is_some(),
            "{field} is missing in {interaction}"
        );
    }
    assert!(interaction["member"]["permissions"].is_string());
    let parsed: Result<twilight_model::application::interaction::Interaction, _> =
        serde_json::from_value(interaction);
    assert!(parsed.is_ok(), "{parsed:?}");
}

#[tokio::test]
async fn the_first_answer_keeps_to_discords_rules() {
    let raw = Raw::start();
    raw.registers("hello", json!([])).await;
    let mut gateway = raw.identifies(1).await;
    let (interaction, answer) = hello(&raw, &mut gateway).await;
    let path = callback(&interaction);
    let hi = || json!({"type": 4, "data": {"content": "hi", "flags": 64}});
    judge(
        "no kind",
        raw.post(&path, json!({})).await,
        refused("type: BASE_TYPE_REQUIRED"),
    );
    judge(
        "a pong",
        raw.post(&path, json!({"type": 1})).await,
        refused("type: BASE_TYPE_CHOICES"),
    );
    judge(
        "an update of nothing",
        raw.post(&path, json!({"type": 7})).await,
        refused("type: BASE_TYPE_CHOICES"),
    );
    judge(
        "nothing to show",
        raw.post(&path, json!({"type": 4, "data": {}})).await,
        Err((400, 50006, "")),
    );
    judge(
        "too long",
        raw.post(
            &path,
            json!({"type": 4, "data": {"content": "x".repeat(2001)}}),
        )
        .await,
        refused("data.content: BASE_TYPE_MAX_LENGTH"),
    );
    judge(
        "before the answer",
        raw.post(&webhook(&interaction), json!({"content": "x"}))
            .await,
        Err((404, 10015, "")),
    );
    judge(
        "another token",
        raw.post(
            &format!("{path}x").replace("/callbackx", "x/callback"),
            hi(),
        )
        .await,
        Err((404, 10062, "")),
    );
    let (status, resource) = raw.post(&format!("{path}?with_response=true"), hi()).await;
    assert_eq!(
        (status, &resource["resource"]["message"]["content"]),
        (200, &json!("hi"))
    );
    assert_eq!(
        resource["interaction"]["response_message_ephemeral"],
        json!(true)
    );
    judge("twice", raw.post(&path, hi()).await, Err((400, 40060, "")));
    let answer = answer.await.unwrap();
    assert!(answer.message().is_ephemeral());
    assert!(
        raw.playground.person("ben").messages().is_empty(),
        "nobody else sees it"
    );
    let id = answer.message().id();
    judge(
        "not by its channel",
        raw.get(&format!("/channels/{GENERAL}/messages/{id}")).await,
        Err((404, 10008, "")),
    );
}

#[tokio::test]
async fn an_answer_is_edited_followed_up_and_deleted() {
    let raw = Raw::start();
    raw.registers("hello", json!([])).await;
    let mut gateway = raw.identifies(1).await;
    let (interaction, answer) = hello(&raw, &mut gateway).await;
    judge(
        "defer",
        raw.post(&callback(&interaction), json!({"type": 5})).await,
        Ok(()),
    );
    let hook = webhook(&interaction);
    let original = format!("{hook}/messages/@original");
    let (_, thinking) = raw.get(&original).await;
    assert_eq!(thinking["flags"], json!(128));
    judge(
        "edit",
        raw.call(Method::PATCH, &original, json!({"content": "done"}))
            .await,
        Ok(()),
    );
    assert_eq!(answer.await.unwrap().message().text(), "done");
    let (status, more) = raw
        .post(&hook, json!({"content": "more", "flags": 64}))
        .await;
    assert_eq!((status, &more["flags"]), (200, &json!(64)));
    let path = format!("{hook}/messages/{}", more["id"].as_str().unwrap());
    judge(
        "edit the second",
        raw.call(Method::PATCH, &path, json!({"content": "changed"}))
            .await,
        Ok(()),
    );
    judge(
        "delete the second",
        raw.call(Method::DELETE, &path, Value::Null).await,
        Ok(()),
    );
    judge("it is gone", raw.get(&path).await, Err((404, 10008, "")));
    judge(
        "delete the first",
        raw.call(Method::DELETE, &original, Value::Null).await,
        Ok(()),
    );
    judge(
        "it is gone",
        raw.get(&original).await,
        Err((404, 10008, "")),
    );
    judge(
        "no such token",
        raw.post(&format!("{hook}x"), json!({"content": "x"})).await,
        Err((404, 10015, "")),
    );
    assert!(raw.playground.person("ann").messages().is_empty());
}

#[tokio::test]
async fn who_does_not_answer_in_three_seconds_is_too_late() {
    let raw = Raw::start();
    raw.registers("hello", json!([])).await;
    let mut gateway = raw.identifies(1).await;
    let (interaction, answer) = hello(&raw, &mut gateway).await;
    let answer = answer.await.unwrap();
    assert_eq!(
        answer.failed.as_deref(),
        Some("The application did not respond")
    );
    let late = raw
        .post(
            &callback(&interaction),
            json!({"type": 4, "data": {"content": "hi"}}),
        )
        .await;
    judge("late", late, Err((404, 10062, "")));
}

#[tokio::test]
async fn buttons_menus_forms_and_suggestions_go_all_the_way() {
    let raw = Raw::start();
    let option = json!({"type": 3, "name": "when", "description": "d", "required": true, "autocomplete": true});
    raw.registers("event", json!([option])).await;
    let mut gateway = raw.identifies(1).await;
    let ann = raw.playground.person("ann");

    let asking = tokio::spawn({
        let ann = ann.clone();
        async move { ann.completes("event", &[], "when", "27").await }
    });
    let interaction = gateway.event("INTERACTION_CREATE").await;
    assert_eq!(
        (
            &interaction["type"],
            &interaction["data"]["options"][0]["focused"]
        ),
        (&json!(4), &json!(true))
    );
    let path = callback(&interaction);
    let choices = |n: usize| json!({"type": 8, "data": {"choices": vec![json!({"name": "27 October", "value": "27-october"}); n]}});
    judge(
        "26 suggestions",
        raw.post(&path, choices(26)).await,
        refused("data.choices: BASE_TYPE_MAX_LENGTH"),
    );
    judge(
        "a message for suggestions",
        raw.post(&path, json!({"type": 4, "data": {"content": "x"}}))
            .await,
        refused("type: BASE_TYPE_CHOICES"),
    );
    judge("a suggestion", raw.post(&path, choices(1)).await, Ok(()));
    assert_eq!(asking.await.unwrap().unwrap()[0].name, "27 October");

    let running = tokio::spawn({
        let ann = ann.clone();
        async move { ann.runs("/event 27-october").await }
    });
    let interaction = gateway.event("INTERACTION_CREATE").await;
    assert_eq!(
        interaction["data"]["options"][0]["value"],
        json!("27-october")
    );
    let menu =
        json!({"type": 3, "custom_id": "menu", "options": [{"label": "First", "value": "1"}]});
    let card = json!({"content": "card", "components": rows(vec![vec![button("go")], vec![menu]])});
    judge(
        "a card",
        raw.post(&callback(&interaction), json!({"type": 4, "data": card}))
            .await,
        Ok(()),
    );
    assert_eq!(running.await.unwrap().message().text(), "card\n[Press]");

    let pressing = tokio::spawn({
        let ann = ann.clone();
        async move { ann.presses("Press").await }
    });
    let interaction = gateway.event("INTERACTION_CREATE").await;
    assert_eq!(
        (
            &interaction["data"]["custom_id"],
            &interaction["message"]["content"]
        ),
        (&json!("go"), &json!("card"))
    );
    let input = json!({"type": 4, "custom_id": "answer", "label": "Your answer", "style": 1, "max_length": 10});
    let modal = |components: Value| json!({"type": 9, "data": {"custom_id": "form", "title": "A form", "components": components}});
    judge(
        "a form of nothing",
        raw.post(&callback(&interaction), modal(json!([]))).await,
        refused("data.components: BASE_TYPE_BAD_LENGTH"),
    );
    judge(
        "a button in a form",
        raw.post(
            &callback(&interaction),
            modal(rows(vec![vec![button("x")]])),
        )
        .await,
        refused("data.components.0.components.0.type: UNION_TYPE_CHOICES"),
    );
    judge(
        "a form",
        raw.post(&callback(&interaction), modal(rows(vec![vec![input]])))
            .await,
        Ok(()),
    );
    let form = pressing.await.unwrap().modal.unwrap();
    let too_long = ann
        .submits(&form, &[("Your answer", "much too long for it")])
        .await;
    assert_eq!(
        too_long.failed.as_deref(),
        Some("\"Your answer\" takes 1 to 10 characters.")
    );
    let submitting = tokio::spawn({
        let ann = ann.clone();
        async move { ann.submits(&form, &[("Your answer", "Cuba")]).await }
    });
    let interaction = gateway.event("INTERACTION_CREATE").await;
    assert_eq!(
        interaction["data"]["components"][0]["components"][0]["value"],
        json!("Cuba")
    );
    judge(
        "change the card",
        raw.post(
            &callback(&interaction),
            json!({"type": 7, "data": {"content": "changed"}}),
        )
        .await,
        Ok(()),
    );
    let answer = submitting.await.unwrap();
    assert!(answer.changed && answer.message().text().starts_with("changed"));

    let choosing = tokio::spawn({
        let ann = ann.clone();
        async move { ann.chooses("menu", &["First"]).await }
    });
    let interaction = gateway.event("INTERACTION_CREATE").await;
    assert_eq!(interaction["data"]["values"], json!(["1"]));
    judge(
        "acknowledge",
        raw.post(&callback(&interaction), json!({"type": 6})).await,
        Ok(()),
    );
    assert!(choosing.await.unwrap().acknowledged);
}

#[tokio::test]
async fn what_a_client_would_not_send_is_told_to_the_person() {
    let raw = Raw::start();
    let options = json!([
        {"type": 4, "name": "count", "description": "d", "required": true, "min_value": 1, "max_value": 10},
        {"type": 3, "name": "kind", "description": "d", "choices": [{"name": "Dates", "value": "dates"}]},
        {"type": 6, "name": "who", "description": "d"},
    ]);
    raw.registers("quiz", options).await;
    let only_admins = json!({"name": "settings", "description": "d", "default_member_permissions": "32", "contexts": [0]});
    judge(
        "register",
        raw.post(&raw.commands(), only_admins).await,
        Ok(()),
    );
    let ann = raw.playground.person("ann");
    let table: &[(&str, &str)] = &[
        ("/nothing", "There is no command /nothing."),
        ("/quiz", "/quiz needs \"count\"."),
        ("/quiz count:many", "\"count\" must be a whole number."),
        ("/quiz count:11", "\"count\" must be at most 10."),
        (
            "/quiz count:5 kind:other",
            "\"kind\" must be one of its choices.",
        ),
        (
            "/quiz count:5 who:nobody",
            "\"who\" must be chosen from the list.",
        ),
        ("/settings", "There is no command /settings."),
    ];
    for (line, why) in table {
        assert_eq!(ann.runs(line).await.failed.as_deref(), Some(*why), "{line}");
    }
    let refused = ann.command("settings", &[]).await;
    assert_eq!(
        refused.failed.as_deref(),
        Some("You do not have permission to use /settings here.")
    );
    assert_eq!(
        raw.playground.commands_of("dev"),
        ["quiz", "settings"],
        "a tutor manages the server"
    );
    let direct = raw
        .playground
        .person("mia")
        .in_direct_messages()
        .command("settings", &[])
        .await;
    assert_eq!(
        direct.failed.as_deref(),
        Some("/settings can be used in servers only.")
    );
    assert!(ann.at("announcements").says("hello").is_ok());
    assert!(ann.says("").is_err());
}

#[tokio::test]
async fn a_request_can_be_made_to_fail() {
    let raw = Raw::start();
    raw.playground.refuse_next("PUT", "/commands", 500, 1);
    judge(
        "fails",
        raw.call(Method::PUT, &raw.commands(), json!([])).await,
        Err((500, 0, "")),
    );
    judge(
        "works",
        raw.call(Method::PUT, &raw.commands(), json!([])).await,
        Ok(()),
    );
}
