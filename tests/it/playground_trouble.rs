//! What a game needs of Discord, and what befalls it: nonces, history, threads, replies, and an administrator who
//! forbids, deletes and puts the bot out.

use clio::playground::admin::Permissions;
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{EXAM, SCHOOL};
use crate::playground_client::{ANNOUNCEMENTS, GENERAL, Raw, TUTORS};
use crate::playground_judge::{button, judge, refused, rows};

const GUILDS: u64 = 1;
const GUILD_MESSAGES: u64 = 1 << 9;
const DIRECT_MESSAGES: u64 = 1 << 12;

fn messages(channel: u64) -> String {
    format!("/channels/{channel}/messages")
}

fn id(object: &Value) -> u64 {
    object["id"].as_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn the_same_nonce_gives_the_first_message_again() {
    let raw = Raw::start();
    let send = |content: &str, nonce: &str, enforce: bool| {
        let body = json!({"content": content, "nonce": nonce, "enforce_nonce": enforce});
        let path = messages(GENERAL);
        let raw = &raw;
        async move { raw.post(&path, body).await }
    };
    let (status, first) = send("one", "round-1", true).await;
    assert_eq!((status, &first["nonce"]), (200, &json!("round-1")));
    let (status, again) = send("another", "round-1", true).await;
    assert_eq!((status, &again["id"]), (200, &first["id"]));
    assert_eq!(again["content"], json!("one"));
    let (_, other) = send("two", "round-2", true).await;
    assert_ne!(other["id"], first["id"]);
    let (_, unforced) = send("three", "round-1", false).await;
    assert_ne!(
        unforced["id"], first["id"],
        "without enforce_nonce it is a label alone"
    );
    let (_, list) = raw.get(&messages(GENERAL)).await;
    assert_eq!(list.as_array().unwrap().len(), 3);
    for message in list.as_array().unwrap() {
        assert_eq!(message.get("nonce"), None, "Discord does not keep a nonce");
    }
}

#[tokio::test]
async fn history_is_read_before_after_and_around_a_message() {
    let raw = Raw::start();
    let mut ids = Vec::new();
    for n in 0..7 {
        let (_, message) = raw
            .post(&messages(GENERAL), json!({"content": n.to_string()}))
            .await;
        ids.push(id(&message));
    }
    let table: [(String, &str); 9] = [
        (String::new(), "6543210"),
        ("?limit=2".to_owned(), "65"),
        (format!("?before={}&limit=2", ids[3]), "21"),
        (format!("?after={}&limit=2", ids[3]), "54"),
        (format!("?after={}", ids[6]), ""),
        (format!("?around={}&limit=3", ids[3]), "432"),
        (format!("?around={}&limit=5", ids[0]), "43210"),
        (format!("?around={}&limit=1", ids[3]), "3"),
        (format!("?around={}&limit=4", ids[6]), "654"),
    ];
    for (query, expected) in table {
        let (status, list) = raw.get(&format!("{}{query}", messages(GENERAL))).await;
        assert_eq!(status, 200);
        let found: String = list
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|message| message["content"].as_str())
            .collect();
        assert_eq!(found, expected, "{query}");
    }
    let (status, answer) = raw.get(&format!("{}?limit=101", messages(GENERAL))).await;
    judge(
        "101 at once",
        (status, answer),
        refused("limit: NUMBER_TYPE_MAX"),
    );
}

#[tokio::test]
async fn a_thread_holds_a_game_of_its_own() {
    let raw = Raw::start();
    let mut gateway = raw.identifies(GUILDS | GUILD_MESSAGES).await;
    let body = json!({"name": "Quiz", "type": 11, "auto_archive_duration": 60});
    let (status, thread) = raw
        .post(&format!("/channels/{GENERAL}/threads"), body)
        .await;
    assert_eq!(
        (status, &thread["type"], &thread["parent_id"]),
        (201, &json!(11), &json!(GENERAL.to_string()))
    );
    gateway.event("THREAD_CREATE").await;
    let thread = id(&thread);
    let question = json!({"content": "Which?", "components": rows(vec![vec![button("a")]])});
    let (status, question) = raw.post(&messages(thread), question).await;
    assert_eq!(status, 200);
    let ann = raw.playground.person("ann").at("Quiz");
    assert_eq!(ann.messages().len(), 1);
    let pressing = tokio::spawn({
        let ann = ann.clone();
        async move { ann.presses("Press").await }
    });
    let press = gateway.event("INTERACTION_CREATE").await;
    assert_eq!(press["channel_id"], json!(thread.to_string()));
    assert_eq!(press["channel"]["parent_id"], json!(GENERAL.to_string()));
    assert_eq!(press["message"]["id"], question["id"]);
    pressing.abort();

    let archive = json!({"archived": true});
    let path = format!("/channels/{thread}");
    judge(
        "archive",
        raw.call(Method::PATCH, &path, archive).await,
        Ok(()),
    );
    judge(
        "wake",
        raw.post(&messages(thread), json!({"content": "x"})).await,
        Ok(()),
    );
    let (_, woken) = raw.get(&path).await;
    assert_eq!(woken["thread_metadata"]["archived"], json!(false));
    let lock = json!({"archived": true, "locked": true});
    judge("lock", raw.call(Method::PATCH, &path, lock).await, Ok(()));
    judge(
        "locked",
        raw.post(&messages(thread), json!({"content": "x"})).await,
        Err((400, 50083, "")),
    );
    assert_eq!(ann.says("x").unwrap_err(), "This thread is locked.");
}

#[tokio::test]
async fn a_reply_brings_its_text_only_where_the_bot_is_meant() {
    let raw = Raw::start();
    raw.registers("hello", json!([])).await;
    let mut gateway = raw
        .identifies(GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES)
        .await;
    let ann = raw.playground.person("ann");
    let (_, own) = raw
        .post(&messages(GENERAL), json!({"content": "mine"}))
        .await;
    gateway.event("MESSAGE_CREATE").await;
    let own = ann.sees(id(&own)).unwrap();
    let answering = tokio::spawn({
        let ann = ann.clone();
        async move { ann.command("hello", &[]).await }
    });
    let interaction = gateway.event("INTERACTION_CREATE").await;
    let text = |key: &str| interaction[key].as_str().unwrap();
    let callback = format!("/interactions/{}/{}/callback", text("id"), text("token"));
    raw.post(
        &callback,
        json!({"type": 4, "data": {"content": "an answer"}}),
    )
    .await;
    let answer = answering.await.unwrap().message().clone();
    gateway.event("MESSAGE_CREATE").await;

    ann.says("plain").unwrap();
    ann.replies(&own, "loud").unwrap();
    ann.replies_quietly(&own, "quiet").unwrap();
    ann.replies(&answer, "to an answer").unwrap();
    ann.in_direct_messages().says("direct").unwrap();
    for (content, mentions, replied) in [
        ("", 0, false),
        ("loud", 1, true),
        ("", 0, true),
        ("", 0, true),
        ("direct", 0, false),
    ] {
        let heard = gateway.event("MESSAGE_CREATE").await;
        assert_eq!(heard["content"], json!(content));
        assert_eq!(
            heard["mentions"].as_array().unwrap().len(),
            mentions,
            "{heard}"
        );
        assert_eq!(heard.get("message_reference").is_some(), replied, "{heard}");
    }
}

#[tokio::test]
async fn the_bot_hears_nothing_of_what_it_cannot_see() {
    let raw = Raw::start();
    let mut gateway = raw.identifies(GUILDS | GUILD_MESSAGES).await;
    raw.playground
        .person("dev")
        .at("tutors")
        .says("between us")
        .unwrap();
    let ann = raw.playground.person("ann").at("announcements");
    let open = ann.says("for all").unwrap();
    let heard = gateway.event("MESSAGE_CREATE").await;
    assert_eq!(heard["channel_id"], json!(ANNOUNCEMENTS.to_string()));
    assert_eq!(heard["id"], json!(open.id().to_string()));
    judge(
        "no look",
        raw.get(&messages(TUTORS)).await,
        Err((403, 50001, "")),
    );
}

#[tokio::test]
async fn what_is_forbidden_is_refused_until_it_is_allowed_again() {
    let raw = Raw::start();
    let mut gateway = raw.identifies(GUILDS | GUILD_MESSAGES).await;
    let hello = || json!({"content": "hello"});
    let card = || json!({"embeds": [{"title": "t"}]});
    let (_, own) = raw.post(&messages(GENERAL), hello()).await;
    let own = format!("{}/{}", messages(GENERAL), id(&own));
    let playground = &raw.playground;

    playground.forbids(GENERAL, Permissions::EMBED_LINKS);
    let changed = gateway.event("CHANNEL_UPDATE").await;
    assert_eq!(changed["permission_overwrites"][0]["type"], json!(1));
    judge(
        "a card",
        raw.post(&messages(GENERAL), card()).await,
        Err((403, 50013, "")),
    );
    judge("plain", raw.post(&messages(GENERAL), hello()).await, Ok(()));

    playground.forbids(GENERAL, Permissions::SEND_MESSAGES);
    judge(
        "plain",
        raw.post(&messages(GENERAL), hello()).await,
        Err((403, 50013, "")),
    );
    judge("edit", raw.call(Method::PATCH, &own, hello()).await, Ok(()));

    playground.forbids(GENERAL, Permissions::READ_MESSAGE_HISTORY);
    judge(
        "read",
        raw.get(&messages(GENERAL)).await,
        Err((403, 50001, "")),
    );

    playground.forbids(GENERAL, Permissions::VIEW_CHANNEL);
    judge(
        "plain",
        raw.post(&messages(GENERAL), hello()).await,
        Err((403, 50001, "")),
    );
    judge(
        "edit",
        raw.call(Method::PATCH, &own, hello()).await,
        Err((403, 50001, "")),
    );

    playground.forbids_nothing(GENERAL);
    judge("again", raw.post(&messages(GENERAL), card()).await, Ok(()));

    playground.forbids_to("ann", GENERAL, Permissions::SEND_MESSAGES);
    let why = playground.person("ann").says("hello").unwrap_err();
    assert!(why.contains("do not have permission"), "{why}");
}

#[tokio::test]
async fn an_interaction_says_what_the_bot_may_do_where_it_was_begun() {
    let raw = Raw::start();
    raw.registers("hello", json!([])).await;
    let mut gateway = raw.identifies(GUILDS).await;
    let mut may = async |channel: &str| -> Permissions {
        let ann = raw.playground.person("ann").at(channel);
        let asking = tokio::spawn(async move { ann.command("hello", &[]).await });
        let interaction = gateway.event("INTERACTION_CREATE").await;
        asking.abort();
        let bits = interaction["app_permissions"].as_str().unwrap();
        Permissions::from_bits_truncate(bits.parse().unwrap())
    };
    assert!(may("general").await.contains(Permissions::SEND_MESSAGES));
    assert!(
        !may("announcements")
            .await
            .contains(Permissions::SEND_MESSAGES)
    );
    raw.playground.forbids(GENERAL, Permissions::SEND_MESSAGES);
    assert!(!may("general").await.contains(Permissions::SEND_MESSAGES));
}

#[tokio::test]
async fn what_an_administrator_deletes_is_gone_and_told() {
    let raw = Raw::start();
    let mut gateway = raw.identifies(GUILDS | GUILD_MESSAGES).await;
    let (_, question) = raw
        .post(&messages(GENERAL), json!({"content": "Which?"}))
        .await;
    let question = id(&question);
    raw.playground.deletes_message(GENERAL, question);
    assert_eq!(
        gateway.event("MESSAGE_DELETE").await["id"],
        json!(question.to_string())
    );
    let edit = raw
        .call(
            Method::PATCH,
            &format!("{}/{question}", messages(GENERAL)),
            json!({"content": "closed"}),
        )
        .await;
    judge("edit what is gone", edit, Err((404, 10008, "")));

    let body = json!({"name": "Quiz", "type": 11});
    let (_, thread) = raw
        .post(&format!("/channels/{GENERAL}/threads"), body)
        .await;
    raw.playground.deletes_channel(GENERAL);
    assert_eq!(gateway.event("THREAD_DELETE").await["id"], thread["id"]);
    assert_eq!(
        gateway.event("CHANNEL_DELETE").await["id"],
        json!(GENERAL.to_string())
    );
    let hello = json!({"content": "hello"});
    judge(
        "post",
        raw.post(&messages(GENERAL), hello.clone()).await,
        Err((404, 10003, "")),
    );
    judge(
        "thread",
        raw.post(&messages(id(&thread)), hello).await,
        Err((404, 10003, "")),
    );
}

#[tokio::test]
async fn a_bot_that_is_put_out_hears_and_may_do_nothing_there() {
    let raw = Raw::start();
    let mut gateway = raw.identifies(GUILDS | GUILD_MESSAGES).await;
    let hello = || json!({"content": "hello"});
    raw.playground.removes_bot(SCHOOL);
    assert_eq!(
        gateway.event("GUILD_DELETE").await,
        json!({"id": SCHOOL.to_string()})
    );
    judge(
        "post",
        raw.post(&messages(GENERAL), hello()).await,
        Err((403, 50001, "")),
    );
    judge(
        "server",
        raw.get(&format!("/guilds/{SCHOOL}")).await,
        Err((403, 50001, "")),
    );
    raw.playground.person("ann").says("is it gone?").unwrap();
    let ann = raw.playground.person("ann").at_in("Exam Cram", "general");
    ann.says("here it is").unwrap();
    let heard = gateway.event("MESSAGE_CREATE").await;
    assert_eq!(
        heard["guild_id"],
        json!(EXAM.to_string()),
        "of the other server nothing"
    );
    raw.playground.invites_bot(SCHOOL);
    assert_eq!(
        gateway.event("GUILD_CREATE").await["id"],
        json!(SCHOOL.to_string())
    );
    judge("post", raw.post(&messages(GENERAL), hello()).await, Ok(()));
}

#[tokio::test]
async fn several_presses_at_once_are_several_interactions() {
    let raw = Raw::start();
    let mut gateway = raw.identifies(GUILDS).await;
    let body = json!({"content": "Which?", "components": rows(vec![vec![button("a"), json!({"type": 2, "style": 1, "label": "Other", "custom_id": "b"})]])});
    raw.post(&messages(GENERAL), body).await;
    let presses: Vec<_> = ["ann", "ann", "ben", "cleo"]
        .into_iter()
        .zip(["Press", "Other", "Press", "Press"])
        .map(|(name, label)| {
            let person = raw.playground.person(name);
            tokio::spawn(async move { person.presses(label).await })
        })
        .collect();
    let mut answers = Vec::new();
    for _ in 0..4 {
        let press = gateway.event("INTERACTION_CREATE").await;
        let text = |key: &str| press[key].as_str().unwrap().to_owned();
        answers.push((
            format!("/interactions/{}/{}/callback", text("id"), text("token")),
            format!(
                "{} {}",
                press["member"]["user"]["username"], press["data"]["custom_id"]
            ),
        ));
    }
    // Answered in another order than they came.
    answers.reverse();
    for (path, what) in &answers {
        let saved = json!({"type": 4, "data": {"content": format!("Saved: {what}"), "flags": 64}});
        judge(what, raw.post(path, saved).await, Ok(()));
    }
    let mut told = Vec::new();
    for press in presses {
        told.push(press.await.unwrap().message().text());
    }
    told.sort();
    let expected = [
        r#"Saved: "ann" "a""#,
        r#"Saved: "ann" "b""#,
        r#"Saved: "ben" "a""#,
        r#"Saved: "cleo" "a""#,
    ];
    assert_eq!(told, expected);
    assert_eq!(
        raw.playground.person("ann").messages().len(),
        3,
        "the question and two of her own"
    );
}
