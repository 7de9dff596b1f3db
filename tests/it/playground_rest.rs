//! The playground's REST API: commands, messages, threads, files, and what is not there or not allowed.
#![expect(clippy::too_many_lines, reason = "tables of rules")]

use reqwest::Method;
use serde_json::{Value, json};

use crate::playground_client::{ANNOUNCEMENTS, GENERAL, Raw, TUTORS};
use crate::playground_judge::{judge, refused};

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
