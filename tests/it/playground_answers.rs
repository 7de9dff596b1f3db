//! Interactions by hand: what the bot gets, how it may answer, what the person sees.
#![expect(clippy::too_many_lines, reason = "whole conversations")]

use clio::playground::people::Answer;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use crate::playground_client::{GENERAL, Gateway, Raw};
use crate::playground_judge::{button, judge, refused, rows};

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
async fn hello(raw: &Raw, gateway: &mut Gateway) -> (Value, JoinHandle<Answer>) {
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
