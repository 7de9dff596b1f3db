//! How often a bot may ask: per route, in all, badly, and how often it may start a session.

use std::time::Duration;

use clio::playground::{Options, RateLimits};
use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::playground_client::{GENERAL, Raw};
use crate::playground_judge::judge;

fn limited(limits: RateLimits) -> Raw {
    Raw::start_with(&Options {
        rate_limits: Some(limits),
        ..Options::default()
    })
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn a_route_says_what_is_left_and_refuses_the_rest() {
    let raw = limited(RateLimits::DISCORD);
    let typing = format!("/channels/{GENERAL}/typing");
    let mut bucket = String::new();
    for left in ["4", "3", "2", "1", "0"] {
        let (status, headers, _) = raw.asks(Method::POST, &typing).await;
        assert_eq!(status, 204);
        assert_eq!(header(&headers, "x-ratelimit-limit"), "5");
        assert_eq!(header(&headers, "x-ratelimit-remaining"), left);
        let after: f64 = header(&headers, "x-ratelimit-reset-after").parse().unwrap();
        assert!((0.0..=5.0).contains(&after), "{after}");
        let reset: f64 = header(&headers, "x-ratelimit-reset").parse().unwrap();
        assert!(reset > 1.7e9);
        bucket = header(&headers, "x-ratelimit-bucket").to_owned();
    }
    let (status, headers, body) = raw.asks(Method::POST, &typing).await;
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(status, 429);
    assert_eq!(body["message"], json!("You are being rate limited."));
    assert_eq!(body["global"], json!(false));
    let wait = body["retry_after"].as_f64().unwrap();
    assert!((0.0..=5.0).contains(&wait), "{wait}");
    assert_eq!(header(&headers, "x-ratelimit-scope"), "user");
    assert_eq!(header(&headers, "x-ratelimit-bucket"), bucket);
    assert_eq!(header(&headers, "x-ratelimit-remaining"), "0");
    let seconds: f64 = header(&headers, "retry-after").parse().unwrap();
    assert!(seconds >= wait, "{seconds} {wait}");
    // Another channel is another matter.
    let (status, headers, _) = raw
        .asks(Method::POST, &format!("/channels/{}/typing", GENERAL + 1))
        .await;
    assert_eq!(
        (status, header(&headers, "x-ratelimit-bucket")),
        (204, &*bucket)
    );
}

#[tokio::test]
async fn the_whole_bot_is_limited_too_except_for_its_answers() {
    let raw = limited(RateLimits {
        a_second: 3,
        ..RateLimits::DISCORD
    });
    for path in ["/users/@me", "/gateway/bot", "/applications/@me"] {
        assert_eq!(raw.asks(Method::GET, path).await.0, 200);
    }
    let (status, headers, body) = raw.asks(Method::GET, "/users/@me/guilds").await;
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((status, &body["global"]), (429, &json!(true)));
    assert_eq!(header(&headers, "x-ratelimit-scope"), "global");
    assert_eq!(header(&headers, "x-ratelimit-global"), "true");
    assert_eq!(header(&headers, "x-ratelimit-bucket"), "");
    let answer = raw
        .post("/interactions/1/abc/callback", json!({"type": 5}))
        .await;
    judge("an answer is not counted", answer, Err((404, 10062, "")));
}

#[tokio::test]
async fn who_asks_badly_too_often_is_not_answered_by_discord_any_more() {
    let raw = limited(RateLimits {
        invalid: 3,
        ..RateLimits::DISCORD
    });
    for _ in 0..3 {
        let refused = raw
            .raw_call(Method::GET, "/users/@me", &[], Vec::new())
            .await;
        judge("no token", refused, Err((401, 0, "")));
    }
    let (status, headers, body) = raw.asks(Method::GET, "/users/@me").await;
    assert_eq!((status, body.as_str()), (429, "error code: 1015"));
    assert_eq!(header(&headers, "x-ratelimit-scope"), "");
    let seconds: f64 = header(&headers, "retry-after").parse().unwrap();
    assert!((590.0..=600.0).contains(&seconds), "{seconds}");
}

#[tokio::test]
async fn without_limits_nobody_is_stopped() {
    let raw = Raw::start();
    for _ in 0..70 {
        let (status, headers, _) = raw.asks(Method::GET, "/users/@me").await;
        assert_eq!((status, header(&headers, "x-ratelimit-limit")), (200, ""));
    }
}

#[tokio::test]
async fn a_second_session_at_once_is_invalid() {
    let raw = limited(RateLimits::DISCORD);
    raw.identifies(1).await;
    let mut second = raw.connects("?v=10").await;
    assert_eq!(second.frame().await["op"], json!(10));
    second.says(2, raw.identity(&json!({}))).await;
    let answer = second.frame().await;
    assert_eq!((&answer["op"], &answer["d"]), (&json!(9), &json!(false)));
    let raw = limited(RateLimits {
        max_concurrency: 2,
        ..RateLimits::DISCORD
    });
    for shard in 0..2 {
        let mut gateway = raw.connects("?v=10").await;
        gateway
            .says(2, raw.identity(&json!({"shard": [shard, 2]})))
            .await;
        gateway.event("READY").await;
    }
}

#[tokio::test]
async fn after_too_many_sessions_in_a_day_the_token_is_void() {
    let raw = limited(RateLimits {
        session_starts: 2,
        max_concurrency: 16,
        ..RateLimits::DISCORD
    });
    let starts = |shard: u64| {
        let raw = &raw;
        async move {
            let mut gateway = raw.connects("?v=10").await;
            gateway
                .says(2, raw.identity(&json!({"shard": [shard, 3]})))
                .await;
            gateway
        }
    };
    let mut first = starts(0).await;
    first.event("READY").await;
    starts(1).await.event("READY").await;
    let (_, said) = raw.get("/gateway/bot").await;
    let limit = &said["session_start_limit"];
    assert_eq!(
        (&limit["total"], &limit["remaining"]),
        (&json!(2), &json!(0))
    );
    assert!(limit["reset_after"].as_u64().unwrap() > 86_000_000);
    assert_eq!(starts(2).await.closes().await, Some(4004));
    assert_eq!(first.closes().await, Some(4004), "the others are ended too");
    judge("void", raw.get("/users/@me").await, Err((401, 0, "")));
    let mut back = raw.connects("?v=10").await;
    let resume = json!({"token": raw.playground.token(), "session_id": first.session, "seq": 1});
    back.says(6, resume).await;
    assert_eq!(back.closes().await, Some(4004));
}

#[tokio::test]
async fn who_sends_no_heartbeats_is_taken_for_dead() {
    let raw = Raw::start_with(&Options {
        heartbeat: Some(Duration::from_millis(200)),
        ..Options::default()
    });
    let mut gateway = raw.connects("?v=10").await;
    assert_eq!(gateway.frame().await["d"]["heartbeat_interval"], json!(200));
    gateway.says(2, raw.identity(&json!({}))).await;
    let ready = gateway.event("READY").await;
    let session = ready["session_id"].as_str().unwrap();
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_millis(700) {
        gateway.says(1, json!(gateway.sequence)).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(raw.playground.is_bot_online(), "its heart beats");
    assert_eq!(gateway.closes().await, Some(4009));
    assert!(begun.elapsed() > Duration::from_millis(900));
    let mut again = raw.connects("?v=10").await;
    let resume = json!({"token": raw.playground.token(), "session_id": session, "seq": 1});
    again.says(6, resume).await;
    again.frame().await;
    assert_eq!(again.frame().await["op"], json!(9), "that session is over");
}

#[tokio::test]
async fn a_bot_in_thousands_of_servers_must_use_shards() {
    let raw = Raw::start_with(&Options {
        least_shards: 2,
        ..Options::default()
    });
    assert_eq!(raw.get("/gateway/bot").await.1["shards"], json!(2));
    let mut gateway = raw.connects("?v=10").await;
    gateway.says(2, raw.identity(&json!({}))).await;
    assert_eq!(gateway.closes().await, Some(4011));
    let mut gateway = raw.connects("?v=10").await;
    gateway
        .says(2, raw.identity(&json!({"shard": [0, 2]})))
        .await;
    gateway.event("READY").await;
}
