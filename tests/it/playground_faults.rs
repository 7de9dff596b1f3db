//! What goes wrong on purpose, and the endpoint that switches it on and off.

use std::time::Duration;

use clio::playground::Options;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::time::{Instant, timeout};

use crate::playground_client::{GENERAL, Gateway, Raw};
use crate::playground_judge::judge;

const GUILD_MESSAGES: u64 = 1 << 9;
const MESSAGE_CONTENT: u64 = 1 << 15;

/// A bot that hears what is said.
async fn hears(raw: &Raw) -> Gateway {
    let mut gateway = raw.identifies(1 | GUILD_MESSAGES | MESSAGE_CONTENT).await;
    gateway.event("GUILD_CREATE").await;
    gateway.event("GUILD_CREATE").await;
    gateway
}

fn messages() -> String {
    format!("/channels/{GENERAL}/messages")
}

#[tokio::test]
async fn requests_fail_as_often_as_they_shall_and_are_not_done() {
    let raw = Raw::start();
    raw.playground
        .goes_wrong("status=503,route=POST /messages,times=1");
    raw.playground
        .goes_wrong("limited=shared,route=PATCH /messages,times=1");
    let hello = || json!({"content": "hello"});
    let failed = raw.post(&messages(), hello()).await;
    judge("503", failed, Err((503, 0, "")));
    assert!(raw.playground.person("ann").messages().is_empty());
    let (status, message) = raw.post(&messages(), hello()).await;
    assert_eq!(status, 200);
    let own = format!("{}/{}", messages(), message["id"].as_str().unwrap());
    let (status, headers, _) = raw.asks(Method::PATCH, &own).await;
    assert_eq!(status, 429);
    assert_eq!(headers["x-ratelimit-scope"], "shared");
    judge(
        "again",
        raw.call(Method::PATCH, &own, hello()).await,
        Ok(()),
    );
}

#[tokio::test]
async fn a_slow_answer_comes_late_and_a_lost_one_never_though_both_were_done() {
    let raw = Raw::start();
    raw.playground
        .goes_wrong("slow=300ms,route=POST /messages,times=1");
    let begun = Instant::now();
    let (status, _) = raw.post(&messages(), json!({"content": "slow"})).await;
    assert_eq!(status, 200);
    assert!(begun.elapsed() >= Duration::from_millis(300));
    raw.playground
        .goes_wrong("lost,route=POST /messages,times=1");
    let path = messages();
    let lost = raw.post(&path, json!({"content": "lost"}));
    assert!(timeout(Duration::from_millis(300), lost).await.is_err());
    let texts: Vec<String> = raw
        .playground
        .person("ann")
        .messages()
        .iter()
        .map(clio::playground::people::Seen::text)
        .collect();
    assert_eq!(texts, ["slow", "lost"]);
}

#[tokio::test]
async fn connections_are_disturbed_by_the_clock() {
    let raw = Raw::start();
    for (spec, expected) in [("close=4000", Some(4000)), ("close", None), ("drop", None)] {
        let mut gateway = hears(&raw).await;
        raw.playground
            .goes_wrong(&format!("{spec},every=50ms,times=1"));
        assert_eq!(gateway.closes().await, expected, "{spec}");
    }
    for (spec, op, data) in [
        ("reconnect", 7, Value::Null),
        ("invalid-session=resumable", 9, json!(true)),
        ("invalid-session", 9, json!(false)),
    ] {
        let mut gateway = hears(&raw).await;
        raw.playground
            .goes_wrong(&format!("{spec},every=50ms,times=1"));
        let frame = gateway.frame().await;
        assert_eq!((&frame["op"], &frame["d"]), (&json!(op), &data), "{spec}");
    }
}

#[tokio::test]
async fn a_session_that_was_closed_without_a_code_resumes() {
    let raw = Raw::start();
    let mut gateway = hears(&raw).await;
    raw.playground.goes_wrong("close,every=20ms,times=1");
    assert_eq!(gateway.closes().await, None);
    let (session, sequence) = gateway.drops();
    raw.playground.person("ann").says("meanwhile").unwrap();
    let mut gateway = raw.connects("?v=10").await;
    let resume = json!({"token": raw.playground.token(), "session_id": session, "seq": sequence});
    gateway.says(6, resume).await;
    assert_eq!(
        gateway.event("MESSAGE_CREATE").await["content"],
        json!("meanwhile")
    );
    gateway.event("RESUMED").await;
}

#[tokio::test]
async fn acknowledgements_can_stay_away() {
    let raw = Raw::start();
    let mut gateway = hears(&raw).await;
    raw.playground.goes_wrong("no-ack,times=2");
    for _ in 0..3 {
        gateway.says(1, json!(gateway.sequence)).await;
    }
    assert_eq!(gateway.frame().await["op"], json!(11));
    let more = timeout(Duration::from_millis(200), gateway.next()).await;
    assert!(more.is_err(), "two of three were swallowed");
}

#[tokio::test]
async fn events_come_twice_or_after_the_next_one() {
    let raw = Raw::start();
    let mut gateway = hears(&raw).await;
    let ann = raw.playground.person("ann");
    let mut heard = async |expected: &[&str]| {
        let mut last = gateway.sequence;
        for content in expected {
            let event = gateway.event("MESSAGE_CREATE").await;
            assert_eq!(event["content"], json!(content));
            assert_eq!(
                gateway.sequence,
                last + 1,
                "in the order in which they are sent"
            );
            last = gateway.sequence;
        }
    };
    raw.playground.goes_wrong("duplicate,times=1");
    ann.says("one").unwrap();
    ann.says("two").unwrap();
    heard(&["one", "one", "two"]).await;
    raw.playground.goes_wrong("reorder,times=1");
    ann.says("three").unwrap();
    ann.says("four").unwrap();
    heard(&["four", "three"]).await;
    // Without a next one it comes by itself.
    raw.playground.goes_wrong("reorder,times=1");
    ann.says("five").unwrap();
    heard(&["five"]).await;
}

#[tokio::test]
async fn faults_are_switched_from_outside_where_that_is_wanted() {
    let control = async |raw: &Raw, method: Method, body: &str| {
        let url = format!("{}/control/faults", raw.playground.api_url());
        let request = reqwest::Client::new().request(method, url);
        let answer = request.body(body.to_owned()).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    let closed = Raw::start();
    for method in [Method::GET, Method::POST, Method::DELETE] {
        assert_eq!(control(&closed, method, "drop").await.0, 404);
    }
    let raw = Raw::start_with(&Options {
        control: true,
        faults: vec!["status=500,route=/users".parse().unwrap()],
        ..Options::default()
    });
    assert_eq!(control(&raw, Method::POST, "slow=10ms").await.0, 204);
    let (status, list) = control(&raw, Method::GET, "").await;
    let list: Value = serde_json::from_str(&list).unwrap();
    assert_eq!(
        (status, &list["faults"]),
        (200, &json!(["status=500,route=/users", "slow=10ms"]))
    );
    judge("on", raw.get("/users/@me").await, Err((500, 0, "")));
    assert_eq!(control(&raw, Method::DELETE, "").await.0, 204);
    judge("off", raw.get("/users/@me").await, Ok(()));
    let (status, why) = control(&raw, Method::POST, "explode").await;
    assert_eq!(status, 400);
    assert!(why.contains("there is no fault \"explode\""), "{why}");
    let foreign = reqwest::Client::new()
        .post(format!("{}/control/faults", raw.playground.api_url()))
        .header("origin", "http://evil.example")
        .body("drop")
        .send()
        .await
        .unwrap();
    assert_eq!(foreign.status().as_u16(), 403, "not for other pages");
}
