//! The playground's Gateway, by hand: identify, heartbeats, resume, shards, intents, close codes.

use clio::playground::record::{Direction, What};
use clio::playground::{Disturbance, Options};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

use crate::playground_client::{GENERAL, Raw};

const GUILDS: u64 = 1;
const GUILD_MESSAGES: u64 = 1 << 9;
const MESSAGE_CONTENT: u64 = 1 << 15;

#[tokio::test]
async fn a_bot_that_identifies_gets_ready_and_its_servers() {
    let raw = Raw::start();
    let mut gateway = raw.connects("?v=10&encoding=json").await;
    let hello = gateway.frame().await;
    assert_eq!(hello["op"], json!(10));
    assert_eq!(hello["d"]["heartbeat_interval"], json!(41_250));
    assert!(!raw.playground.is_bot_online());
    gateway
        .says(
            2,
            raw.identity(&json!({"token": format!("Bot {}", raw.playground.token())})),
        )
        .await;
    let ready = gateway.event("READY").await;
    assert_eq!(ready["guilds"].as_array().unwrap().len(), 2);
    assert_eq!(ready["shard"], json!([0, 1]));
    let guild = gateway.event("GUILD_CREATE").await;
    assert_eq!(guild["name"], json!("History Study Group"));
    let names: Vec<&str> = guild["channels"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|channel| channel["name"].as_str())
        .collect();
    assert_eq!(
        names,
        ["general", "cold-war", "quiz-night", "announcements"]
    );
    gateway.event("GUILD_CREATE").await;
    assert!(raw.playground.is_bot_online());
    gateway.says(1, json!(gateway.sequence)).await;
    assert_eq!(gateway.frame().await["op"], json!(11));
}

/// A frame that a client sends: its opcode and its data.
type Said = (u64, fn(&Raw) -> Value);

/// The code that a connection is closed with after these frames.
async fn code_of(frames: &'static [Said], query: &str) -> Option<u16> {
    let raw = Raw::start();
    let mut gateway = raw.connects(query).await;
    for (op, data) in frames {
        let data = data(&raw);
        gateway.says(*op, data).await;
    }
    gateway.closes().await
}

#[tokio::test]
async fn what_is_wrong_is_told_by_the_close_code() {
    let v10 = "?v=10&encoding=json";
    assert_eq!(code_of(&[(99, |_| json!(null))], v10).await, Some(4001));
    assert_eq!(code_of(&[(3, |_| json!({}))], v10).await, Some(4003));
    assert_eq!(
        code_of(&[(2, |raw| raw.identity(&json!({"token": "wrong"})))], v10).await,
        Some(4004)
    );
    assert_eq!(
        code_of(
            &[
                (2, |raw| raw.identity(&json!({}))),
                (2, |raw| raw.identity(&json!({})))
            ],
            v10
        )
        .await,
        Some(4005)
    );
    assert_eq!(
        code_of(
            &[(
                6,
                |raw| json!({"token": raw.playground.token(), "session_id": "x"})
            )],
            v10
        )
        .await,
        Some(4002)
    );
    assert_eq!(
        code_of(&[(2, |raw| raw.identity(&json!({"shard": [3, 2]})))], v10).await,
        Some(4010)
    );
    assert_eq!(
        code_of(
            &[(2, |raw| raw.identity(&json!({"intents": 1_u64 << 60})))],
            v10
        )
        .await,
        Some(4013)
    );
    assert_eq!(code_of(&[], "?v=6&encoding=json").await, Some(4012));
}

#[tokio::test]
async fn frames_that_cannot_be_read_close_the_connection() {
    for frame in [
        "{",
        "[]",
        "{\"op\": \"x\"}",
        &format!("{{\"op\": 1, \"d\": \"{}\"}}", "x".repeat(5000)),
    ] {
        let raw = Raw::start();
        let mut gateway = raw.connects("?v=10").await;
        gateway.says_text(frame).await;
        assert_eq!(gateway.closes().await, Some(4002), "{frame:.20}");
    }
}

#[tokio::test]
async fn more_than_120_frames_a_minute_are_too_many() {
    let raw = Raw::start();
    let mut gateway = raw.identifies(GUILDS).await;
    for _ in 0..120 {
        gateway.says(3, json!({"status": "online"})).await;
    }
    assert_eq!(gateway.closes().await, Some(4008));
}

#[tokio::test]
async fn a_dropped_connection_resumes_and_hears_what_it_missed() {
    let raw = Raw::start();
    let mut gateway = raw
        .identifies(GUILDS | GUILD_MESSAGES | MESSAGE_CONTENT)
        .await;
    gateway.event("GUILD_CREATE").await;
    gateway.event("GUILD_CREATE").await;
    let (session, sequence) = gateway.drops();
    let ann = raw.playground.person("ann");
    ann.says("first").unwrap();
    ann.says("second").unwrap();
    let mut gateway = raw.connects("?v=10").await;
    // Some clients resume before they have read HELLO.
    let data = json!({"token": raw.playground.token(), "session_id": session, "seq": sequence});
    gateway.says(6, data).await;
    assert_eq!(
        gateway.event("MESSAGE_CREATE").await["content"],
        json!("first")
    );
    assert_eq!(
        gateway.event("MESSAGE_CREATE").await["content"],
        json!("second")
    );
    gateway.event("RESUMED").await;
    ann.says("third").unwrap();
    assert_eq!(
        gateway.event("MESSAGE_CREATE").await["content"],
        json!("third")
    );
    assert_eq!(gateway.sequence, sequence + 4);
}

#[tokio::test]
async fn a_session_that_is_not_known_must_identify_again() {
    let raw = Raw::start();
    let mut gateway = raw.connects("?v=10").await;
    assert_eq!(gateway.frame().await["op"], json!(10));
    let token = raw.playground.token();
    gateway
        .says(6, json!({"token": token, "session_id": "nobody", "seq": 1}))
        .await;
    assert_eq!(
        gateway.frame().await,
        json!({"op": 9, "d": false, "s": null, "t": null})
    );
    gateway.says(2, raw.identity(&json!({}))).await;
    let ready = gateway.event("READY").await;
    let (_, sequence) = gateway.drops();
    let mut gateway = raw.connects("?v=10").await;
    let ahead = json!({"token": token, "session_id": ready["session_id"], "seq": sequence + 50});
    gateway.says(6, ahead).await;
    assert_eq!(gateway.closes().await, Some(4007));
}

#[tokio::test]
async fn connections_can_be_disturbed_as_discord_does() {
    let raw = Raw::start();
    let mut gateway = raw.identifies(GUILDS).await;
    gateway.event("GUILD_CREATE").await;
    gateway.event("GUILD_CREATE").await;
    raw.playground.disturb(Disturbance::Reconnect);
    assert_eq!(gateway.frame().await["op"], json!(7));
    raw.playground.disturb(Disturbance::InvalidSession(true));
    assert_eq!(
        gateway.frame().await,
        json!({"op": 9, "d": true, "s": null, "t": null})
    );
    let resume = json!({
        "token": raw.playground.token(), "session_id": gateway.session, "seq": gateway.sequence,
    });
    gateway.says(6, resume.clone()).await;
    gateway.event("RESUMED").await;
    raw.playground.disturb(Disturbance::InvalidSession(false));
    assert_eq!(gateway.frame().await["d"], json!(false));
    gateway.says(6, resume).await;
    assert_eq!(
        gateway.frame().await["op"],
        json!(9),
        "that session is over"
    );
    gateway.says(2, raw.identity(&json!({}))).await;
    gateway.event("READY").await;
    raw.playground.disturb(Disturbance::Close(4000));
    assert_eq!(gateway.closes().await, Some(4000));
    let mut gateway = raw.identifies(GUILDS).await;
    raw.playground.disturb(Disturbance::Drop);
    assert_eq!(gateway.closes().await, None);
}

#[tokio::test]
async fn a_new_application_has_no_privileged_intents() {
    let raw = Raw::start_with(&Options {
        without_privileged_intents: true,
        ..Options::default()
    });
    let mut gateway = raw.connects("?v=10").await;
    gateway
        .says(
            2,
            raw.identity(&json!({"intents": GUILDS | MESSAGE_CONTENT})),
        )
        .await;
    assert_eq!(gateway.closes().await, Some(4014));
    raw.identifies(GUILDS | GUILD_MESSAGES).await;
}

#[tokio::test]
async fn every_shard_hears_of_its_own_servers_only() {
    let raw = Raw::start();
    let mut heard = Vec::new();
    for shard in 0..2 {
        let mut gateway = raw.connects("?v=10").await;
        gateway
            .says(2, raw.identity(&json!({"shard": [shard, 2]})))
            .await;
        let ready = gateway.event("READY").await;
        for guild in ready["guilds"].as_array().unwrap() {
            let id: u64 = guild["id"].as_str().unwrap().parse().unwrap();
            assert_eq!((id >> 22) % 2, shard);
            heard.push(id);
        }
    }
    assert_eq!(heard.len(), 2, "each server is on one shard");
}

#[tokio::test]
async fn content_is_blank_without_the_intent_except_where_the_bot_is_meant() {
    let raw = Raw::start();
    let mut gateway = raw.identifies(GUILDS | GUILD_MESSAGES).await;
    let mut reader = raw
        .identifies(GUILDS | GUILD_MESSAGES | MESSAGE_CONTENT)
        .await;
    let ann = raw.playground.person("ann");
    let bot = raw.playground.application_id();
    let (status, own) = raw
        .post(
            &format!("/channels/{GENERAL}/messages"),
            json!({"content": "mine"}),
        )
        .await;
    assert_eq!(status, 200);
    ann.says("a secret").unwrap();
    ann.says(&format!("hello <@{bot}>")).unwrap();
    let own = ann
        .sees(own["id"].as_str().unwrap().parse().unwrap())
        .unwrap();
    ann.replies(&own, "a reply").unwrap();
    for (blind, sighted) in [
        ("mine", "mine"),
        ("", "a secret"),
        (&format!("hello <@{bot}>"), &format!("hello <@{bot}>")),
        ("a reply", "a reply"),
    ] {
        assert_eq!(
            gateway.event("MESSAGE_CREATE").await["content"],
            json!(blind)
        );
        assert_eq!(
            reader.event("MESSAGE_CREATE").await["content"],
            json!(sighted)
        );
    }
    raw.playground
        .person("ann")
        .in_direct_messages()
        .says("between us")
        .unwrap();
    let mut direct = raw.identifies(1 << 12).await;
    ann.says("not for this session").unwrap();
    ann.in_direct_messages().says("for you").unwrap();
    let heard = direct.event("MESSAGE_CREATE").await;
    assert_eq!(heard["content"], json!("for you"));
    assert_eq!(heard.get("guild_id"), None);
}

#[tokio::test]
async fn a_zlib_stream_can_be_read_frame_by_frame() {
    let raw = Raw::start();
    let mut gateway = raw
        .connects("?v=10&encoding=json&compress=zlib-stream")
        .await;
    let mut stream = flate2::Decompress::new(true);
    let mut read = |message: Message| -> Value {
        let Message::Binary(bytes) = message else {
            panic!("a binary frame was expected");
        };
        assert!(bytes.ends_with(&[0, 0, 255, 255]));
        let mut text = Vec::with_capacity(1 << 20);
        stream
            .decompress_vec(&bytes, &mut text, flate2::FlushDecompress::Sync)
            .unwrap();
        serde_json::from_slice(&text).unwrap()
    };
    assert_eq!(read(gateway.next().await)["op"], json!(10));
    gateway.says(2, raw.identity(&json!({}))).await;
    assert_eq!(read(gateway.next().await)["t"], json!("READY"));
    assert_eq!(read(gateway.next().await)["t"], json!("GUILD_CREATE"));
}

#[tokio::test]
async fn members_can_be_asked_for_by_name_and_id() {
    let raw = Raw::start();
    let mut gateway = raw.identifies(GUILDS).await;
    let guild = gateway.event("GUILD_CREATE").await["id"].clone();
    gateway
        .says(
            8,
            json!({"guild_id": guild, "query": "a", "limit": 5, "nonce": "n"}),
        )
        .await;
    let chunk = gateway.event("GUILD_MEMBERS_CHUNK").await;
    assert_eq!(chunk["members"][0]["user"]["username"], json!("ann"));
    assert_eq!(chunk["members"].as_array().unwrap().len(), 1);
    assert_eq!(chunk["nonce"], json!("n"));
}

#[tokio::test]
async fn the_record_holds_both_directions_without_tokens() {
    let raw = Raw::start();
    let mut gateway = raw.identifies(GUILDS).await;
    raw.registers("hello", json!([])).await;
    let ann = raw.playground.person("ann");
    let answer = tokio::spawn(async move { ann.command("hello", &[]).await });
    let interaction = gateway.event("INTERACTION_CREATE").await;
    let path = format!(
        "/interactions/{}/{}/callback",
        interaction["id"].as_str().unwrap(),
        interaction["token"].as_str().unwrap()
    );
    let (status, _) = raw
        .post(&path, json!({"type": 4, "data": {"content": "hi"}}))
        .await;
    assert_eq!(status, 204);
    assert_eq!(answer.await.unwrap().message().text(), "hi");
    let record = raw.playground.record();
    let text = serde_json::to_string(&record).unwrap();
    assert!(!text.contains(raw.playground.token()));
    assert!(!text.contains(interaction["token"].as_str().unwrap()));
    let callback = record.iter().find(|entry| matches!(&entry.what, What::Rest { path, status: None, .. } if path.contains("callback")));
    let callback = callback.unwrap();
    assert_eq!(callback.direction, Direction::In);
    assert_eq!(callback.body, json!({"type": 4, "data": {"content": "hi"}}));
    let identify = record
        .iter()
        .find(|entry| matches!(entry.what, What::Gateway { op: 2, .. }))
        .unwrap();
    assert_eq!(identify.body["token"], json!("***"));
}
