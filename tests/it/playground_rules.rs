//! More rules of Discord, each with one body that passes and one that is refused: commands, laid-out messages, forms,
//! suggestions, threads, mentions.
#![expect(clippy::too_many_lines, reason = "tables of rules")]

use reqwest::Method;
use serde_json::{Value, json};

use crate::playground_client::{GENERAL, Gateway, Raw};
use crate::playground_judge::{judge, refused, rows};

/// A rule, a body that passes, one that is refused, and the fault that is found in it.
type Rule<'a> = (&'a str, Value, Value, &'a str);

async fn check(raw: &Raw, method: Method, path: &str, table: Vec<Rule<'_>>) {
    for (rule, passes, fails, fault) in table {
        judge(rule, raw.call(method.clone(), path, passes).await, Ok(()));
        judge(
            rule,
            raw.call(method.clone(), path, fails).await,
            refused(fault),
        );
    }
}

#[tokio::test]
async fn commands_say_where_they_belong_in_discords_words() {
    let raw = Raw::start();
    let with = |key: &str, value: Value| {
        let mut command = json!({"name": "event", "description": "d"});
        command[key] = value;
        command
    };
    let option = |changes: Value| {
        let mut option = json!({"type": 4, "name": "n", "description": "d"});
        for (key, value) in changes.as_object().unwrap() {
            option[key] = value.clone();
        }
        with("options", json!([option]))
    };
    let table = vec![
        (
            "contexts",
            with("contexts", json!([0, 1])),
            with("contexts", json!([3])),
            "contexts.0: BASE_TYPE_CHOICES",
        ),
        (
            "a context",
            with("contexts", json!([0])),
            with("contexts", json!([])),
            "contexts: BASE_TYPE_BAD_LENGTH",
        ),
        (
            "contexts once",
            with("contexts", json!([0, 1, 2])),
            with("contexts", json!([0, 0])),
            "contexts.1: SET_TYPE_CONTAINS_DUPLICATES",
        ),
        (
            "kinds of installation",
            with("integration_types", json!([0, 1])),
            with("integration_types", json!([2])),
            "integration_types.0: BASE_TYPE_CHOICES",
        ),
        (
            "permissions",
            with("default_member_permissions", json!("32")),
            with("default_member_permissions", json!("manage")),
            "default_member_permissions: NUMBER_TYPE_COERCE",
        ),
        (
            "translated names",
            with("name_localizations", json!({"de": "ereignis"})),
            with("name_localizations", json!({"de": "Das Ereignis"})),
            "name_localizations.de: APPLICATION_COMMAND_INVALID_NAME",
        ),
        (
            "translated descriptions",
            with("description_localizations", json!({"de": "d".repeat(100)})),
            with("description_localizations", json!({"de": "d".repeat(101)})),
            "description_localizations.de: BASE_TYPE_BAD_LENGTH",
        ),
        (
            "bounds",
            option(json!({"min_value": 1, "max_value": 1})),
            option(json!({"min_value": 2, "max_value": 1})),
            "options.0.min_value: APPLICATION_COMMAND_OPTIONS_RANGE_INVALID",
        ),
        (
            "whole bounds",
            option(json!({"min_value": 1.0})),
            option(json!({"min_value": 1.5})),
            "options.0.min_value: NUMBER_TYPE_COERCE",
        ),
        (
            "bounds of numbers",
            option(json!({"type": 10, "min_value": 1.5})),
            option(json!({"type": 10, "min_value": "much"})),
            "options.0.min_value: NUMBER_TYPE_COERCE",
        ),
        (
            "length",
            option(json!({"type": 3, "max_length": 6000})),
            option(json!({"type": 3, "max_length": 6001})),
            "options.0.max_length: NUMBER_TYPE_MAX",
        ),
        (
            "yes or no",
            with("nsfw", json!(true)),
            with("nsfw", json!("yes")),
            "nsfw: BOOLEAN_TYPE_CONVERT",
        ),
    ];
    check(&raw, Method::POST, &raw.commands(), table).await;
}

#[tokio::test]
async fn components_have_the_parts_that_discord_describes() {
    let raw = Raw::start();
    let plain =
        |component: Value| json!({"content": "x", "components": rows(vec![vec![component]])});
    let button = |changes: Value| {
        let mut button = json!({"type": 2, "style": 1, "label": "l", "custom_id": "b"});
        for (key, value) in changes.as_object().unwrap() {
            button[key] = value.clone();
        }
        plain(button)
    };
    let link = |length: usize| {
        let url = format!("https://example.org/{}", "a".repeat(length - 20));
        plain(json!({"type": 2, "style": 5, "label": "l", "url": url}))
    };
    let laid_out = |component: Value| json!({"flags": 1 << 15, "components": [component]});
    let text = |length: usize| json!({"type": 10, "content": "t".repeat(length)});
    let picture = || json!({"media": {"url": "https://example.org/a.png"}});
    let section = |texts: usize, accessory: Value| {
        laid_out(json!({"type": 9, "components": vec![text(1); texts], "accessory": accessory}))
    };
    let thumbnail = || json!({"type": 11, "media": {"url": "https://example.org/a.png"}});
    let own = "components.0.components.0";
    let table = vec![
        (
            "an emoji's name",
            button(json!({"emoji": {"name": "🎲"}})),
            button(json!({"emoji": {"id": null}})),
            format!("{own}.emoji.name: BASE_TYPE_REQUIRED"),
        ),
        (
            "a number of its own",
            button(json!({"id": 7})),
            button(json!({"id": -1})),
            format!("{own}.id: NUMBER_TYPE_MIN"),
        ),
        (
            "an address of 512",
            link(512),
            link(513),
            format!("{own}.url: BASE_TYPE_BAD_LENGTH"),
        ),
        (
            "no address on a plain button",
            button(json!({})),
            button(json!({"url": "https://example.org"})),
            format!("{own}.url: BUTTON_COMPONENT_URL_NOT_ALLOWED"),
        ),
        (
            "a text",
            laid_out(text(4000)),
            laid_out(text(4001)),
            "components.0.content: BASE_TYPE_BAD_LENGTH".into(),
        ),
        (
            "a text that says something",
            laid_out(text(1)),
            laid_out(json!({"type": 10})),
            "components.0.content: BASE_TYPE_REQUIRED".into(),
        ),
        (
            "texts in all",
            laid_out(json!({"type": 17, "components": [text(2000), text(2000)]})),
            laid_out(json!({"type": 17, "components": [text(2000), text(2001)]})),
            "components: COMPONENT_MAX_TOTAL_LENGTH_EXCEEDED".into(),
        ),
        (
            "no content beside them",
            laid_out(text(1)),
            json!({"flags": 1 << 15, "content": "x", "components": [text(1)]}),
            "content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2".into(),
        ),
        (
            "three texts in a section",
            section(3, thumbnail()),
            section(4, thumbnail()),
            "components.0.components: BASE_TYPE_BAD_LENGTH".into(),
        ),
        (
            "a section's accessory",
            section(1, thumbnail()),
            section(1, Value::Null),
            "components.0.accessory: BASE_TYPE_REQUIRED".into(),
        ),
        (
            "ten pictures",
            laid_out(json!({"type": 12, "items": vec![picture(); 10]})),
            laid_out(json!({"type": 12, "items": vec![picture(); 11]})),
            "components.0.items: BASE_TYPE_BAD_LENGTH".into(),
        ),
        (
            "a picture's address",
            laid_out(json!({"type": 12, "items": [picture()]})),
            laid_out(json!({"type": 12, "items": [{"media": {}}]})),
            "components.0.items.0.media.url: BASE_TYPE_REQUIRED".into(),
        ),
        (
            "a colour",
            laid_out(json!({"type": 17, "accent_color": 0xFF_FFFF, "components": [text(1)]})),
            laid_out(json!({"type": 17, "accent_color": 0x100_0000, "components": [text(1)]})),
            "components.0.accent_color: NUMBER_TYPE_MAX".into(),
        ),
        (
            "no container in a container",
            laid_out(json!({"type": 17, "components": [text(1)]})),
            laid_out(json!({"type": 17, "components": [{"type": 17, "components": [text(1)]}]})),
            "components.0.components.0.type: UNION_TYPE_CHOICES".into(),
        ),
        (
            "laid-out parts need their flag",
            laid_out(text(1)),
            json!({"components": [text(1)]}),
            "components.0.type: UNION_TYPE_CHOICES".into(),
        ),
        (
            "users once",
            json!({"content": "x", "allowed_mentions": {"users": ["1", "2"]}}),
            json!({"content": "x", "allowed_mentions": {"users": ["1", "1"]}}),
            "allowed_mentions.users.1: SET_TYPE_CONTAINS_DUPLICATES".into(),
        ),
    ];
    let table = table
        .iter()
        .map(|(rule, passes, fails, fault)| (*rule, passes.clone(), fails.clone(), fault.as_str()))
        .collect();
    check(
        &raw,
        Method::POST,
        &format!("/channels/{GENERAL}/messages"),
        table,
    )
    .await;
}

#[tokio::test]
async fn threads_keep_to_discords_limits() {
    let raw = Raw::start();
    let thread = |changes: Value| {
        let mut thread = json!({"name": "Quiz", "type": 11});
        for (key, value) in changes.as_object().unwrap() {
            thread[key] = value.clone();
        }
        thread
    };
    let table = vec![
        (
            "a name of 100",
            thread(json!({"name": "n".repeat(100)})),
            thread(json!({"name": "n".repeat(101)})),
            "name: BASE_TYPE_BAD_LENGTH",
        ),
        (
            "a name",
            thread(json!({})),
            thread(json!({"name": null})),
            "name: BASE_TYPE_REQUIRED",
        ),
        (
            "a time to rest",
            thread(json!({"auto_archive_duration": 60})),
            thread(json!({"auto_archive_duration": 61})),
            "auto_archive_duration: BASE_TYPE_CHOICES",
        ),
        (
            "a kind",
            thread(json!({"type": 11})),
            thread(json!({"type": 0})),
            "type: BASE_TYPE_CHOICES",
        ),
        (
            "slow mode",
            thread(json!({"rate_limit_per_user": 21_600})),
            thread(json!({"rate_limit_per_user": 21_601})),
            "rate_limit_per_user: NUMBER_TYPE_MAX",
        ),
        (
            "invitations",
            thread(json!({"invitable": true})),
            thread(json!({"invitable": 5})),
            "invitable: BOOLEAN_TYPE_CONVERT",
        ),
    ];
    check(
        &raw,
        Method::POST,
        &format!("/channels/{GENERAL}/threads"),
        table,
    )
    .await;
    let private = raw
        .post(
            &format!("/channels/{GENERAL}/threads"),
            json!({"name": "Quiz", "type": 12}),
        )
        .await;
    judge(
        "not private without permission",
        private,
        Err((403, 50013, "")),
    );
}

/// Ann gives `/hello` or types its option; gives where it is answered.
async fn callback(raw: &Raw, gateway: &mut Gateway, typing: Option<&'static str>) -> String {
    let ann = raw.playground.person("ann");
    let acting = tokio::spawn(async move {
        match typing {
            Some(option) => drop(ann.completes("hello", &[], option, "1").await),
            None => drop(ann.command("hello", &[]).await),
        }
    });
    let interaction = gateway.event("INTERACTION_CREATE").await;
    acting.abort();
    let text = |key: &str| interaction[key].as_str().unwrap().to_owned();
    format!("/interactions/{}/{}/callback", text("id"), text("token"))
}

/// What is refused leaves the interaction open; so each rule needs one interaction.
async fn check_answers(typing: Option<&'static str>, table: Vec<Rule<'_>>) {
    let raw = Raw::start();
    let option = |kind: u8, name: &str| json!({"type": kind, "name": name, "description": "d", "autocomplete": true});
    let options = json!([option(3, "who"), option(4, "count"), option(10, "part")]);
    raw.registers("hello", options).await;
    let mut gateway = raw.identifies(1).await;
    for (rule, passes, fails, fault) in table {
        let path = callback(&raw, &mut gateway, typing).await;
        judge(rule, raw.post(&path, fails).await, refused(fault));
        judge(rule, raw.post(&path, passes.clone()).await, Ok(()));
        judge(rule, raw.post(&path, passes).await, Err((400, 40060, "")));
    }
}

#[tokio::test]
async fn forms_keep_to_discords_limits() {
    let input = |changes: Value| {
        let mut input = json!({"type": 4, "custom_id": "i", "label": "L", "style": 1});
        for (key, value) in changes.as_object().unwrap() {
            input[key] = value.clone();
        }
        input
    };
    let form = |changes: Value| {
        let mut form = json!({"custom_id": "f", "title": "T", "components": rows(vec![vec![input(json!({}))]])});
        for (key, value) in changes.as_object().unwrap() {
            form[key] = value.clone();
        }
        json!({"type": 9, "data": form})
    };
    let with = |changes: Value| form(json!({"components": rows(vec![vec![input(changes)]])}));
    let many = |n: usize| {
        let lines = (0..n)
            .map(|n| vec![input(json!({"custom_id": n.to_string()}))])
            .collect();
        form(json!({"components": rows(lines)}))
    };
    let x = |n: usize| "x".repeat(n);
    let first = "data.components.0.components.0";
    let table: Vec<(&str, Value, Value, String)> = vec![
        (
            "a title of 45",
            form(json!({"title": x(45)})),
            form(json!({"title": x(46)})),
            "data.title: BASE_TYPE_BAD_LENGTH".into(),
        ),
        (
            "a title",
            form(json!({})),
            form(json!({"title": null})),
            "data.title: BASE_TYPE_REQUIRED".into(),
        ),
        (
            "a custom id of 100",
            form(json!({"custom_id": x(100)})),
            form(json!({"custom_id": x(101)})),
            "data.custom_id: BASE_TYPE_BAD_LENGTH".into(),
        ),
        (
            "5 lines",
            many(5),
            many(6),
            "data.components: BASE_TYPE_BAD_LENGTH".into(),
        ),
        (
            "custom ids once",
            many(2),
            form(json!({"components": rows(vec![vec![input(json!({}))], vec![input(json!({}))]])})),
            "data.components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED".into(),
        ),
        (
            "one input in a line",
            many(1),
            form(
                json!({"components": rows(vec![vec![input(json!({})), input(json!({"custom_id": "j"}))]])}),
            ),
            "data.components.0.components: BASE_TYPE_BAD_LENGTH".into(),
        ),
        (
            "a label of 45",
            with(json!({"label": x(45)})),
            with(json!({"label": x(46)})),
            format!("{first}.label: BASE_TYPE_BAD_LENGTH"),
        ),
        (
            "a style",
            with(json!({"style": 2})),
            with(json!({"style": 3})),
            format!("{first}.style: BASE_TYPE_CHOICES"),
        ),
        (
            "a placeholder of 100",
            with(json!({"placeholder": x(100)})),
            with(json!({"placeholder": x(101)})),
            format!("{first}.placeholder: BASE_TYPE_MAX_LENGTH"),
        ),
        (
            "a value of 4,000",
            with(json!({"value": x(4000)})),
            with(json!({"value": x(4001)})),
            format!("{first}.value: BASE_TYPE_MAX_LENGTH"),
        ),
        (
            "a length of 4,000",
            with(json!({"max_length": 4000})),
            with(json!({"max_length": 4001})),
            format!("{first}.max_length: NUMBER_TYPE_MAX"),
        ),
        (
            "lengths in order",
            with(json!({"min_length": 2, "max_length": 2})),
            with(json!({"min_length": 3, "max_length": 2})),
            format!("{first}.min_length: TEXT_INPUT_INVALID_RANGE"),
        ),
    ];
    let table = table
        .iter()
        .map(|(rule, passes, fails, fault)| (*rule, passes.clone(), fails.clone(), fault.as_str()))
        .collect();
    check_answers(None, table).await;
}

#[tokio::test]
async fn answers_keep_to_discords_limits() {
    let answer = |data: Value| json!({"type": 4, "data": data});
    let table = vec![
        (
            "content 2,000",
            answer(json!({"content": "x".repeat(2000)})),
            answer(json!({"content": "x".repeat(2001)})),
            "data.content: BASE_TYPE_MAX_LENGTH",
        ),
        (
            "a card",
            answer(json!({"embeds": [{"title": "t"}]})),
            answer(json!({"embeds": [{"title": "x".repeat(257)}]})),
            "data.embeds.0.title: BASE_TYPE_MAX_LENGTH",
        ),
        (
            "a kind that there is",
            json!({"type": 5}),
            json!({"type": 99}),
            "type: BASE_TYPE_CHOICES",
        ),
        (
            "a kind that fits",
            json!({"type": 5}),
            json!({"type": 6}),
            "type: BASE_TYPE_CHOICES",
        ),
        (
            "no suggestions for a command",
            json!({"type": 5}),
            json!({"type": 8, "data": {"choices": []}}),
            "type: BASE_TYPE_CHOICES",
        ),
    ];
    check_answers(None, table).await;
}

#[tokio::test]
async fn suggestions_keep_to_discords_limits() {
    let choices = |choices: Value| json!({"type": 8, "data": {"choices": choices}});
    let one =
        |name: usize, value: Value| choices(json!([{"name": "n".repeat(name), "value": value}]));
    let many = |n: usize| choices(json!(vec![json!({"name": "n", "value": "v"}); n]));
    let table = vec![
        (
            "25",
            many(25),
            many(26),
            "data.choices: BASE_TYPE_MAX_LENGTH",
        ),
        (
            "a name of 100",
            one(100, json!("v")),
            one(101, json!("v")),
            "data.choices.0.name: BASE_TYPE_BAD_LENGTH",
        ),
        (
            "a value",
            one(1, json!("v")),
            one(1, Value::Null),
            "data.choices.0.value: BASE_TYPE_REQUIRED",
        ),
        (
            "a value of 100",
            one(1, json!("v".repeat(100))),
            one(1, json!("v".repeat(101))),
            "data.choices.0.value: BASE_TYPE_BAD_LENGTH",
        ),
        (
            "text for text",
            one(1, json!("v")),
            one(1, json!(3)),
            "data.choices.0.value: STRING_TYPE_CONVERT",
        ),
        (
            "a list",
            many(0),
            json!({"type": 8, "data": {}}),
            "data.choices: BASE_TYPE_REQUIRED",
        ),
        (
            "no message for suggestions",
            many(1),
            json!({"type": 4, "data": {"content": "x"}}),
            "type: BASE_TYPE_CHOICES",
        ),
    ];
    check_answers(Some("who"), table).await;
    let table = vec![
        (
            "a whole number",
            one(1, json!(3)),
            one(1, json!("3")),
            "data.choices.0.value: NUMBER_TYPE_COERCE",
        ),
        (
            "no part of one",
            one(1, json!(-3)),
            one(1, json!(3.5)),
            "data.choices.0.value: NUMBER_TYPE_COERCE",
        ),
        (
            "up to 2^53",
            one(1, json!(1_i64 << 53)),
            one(1, json!((1_i64 << 53) + 2)),
            "data.choices.0.value: NUMBER_TYPE_MAX",
        ),
    ];
    check_answers(Some("count"), table).await;
    let table = vec![(
        "a number",
        one(1, json!(3.5)),
        one(1, json!(true)),
        "data.choices.0.value: STRING_TYPE_CONVERT",
    )];
    check_answers(Some("part"), table).await;
}
