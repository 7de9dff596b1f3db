//! What leaves the door, and what becomes of it.

use tokio::time::Instant;

use super::body::json;
use super::to::DEADLINE;
use super::*;
use crate::answers::Choice;
use crate::bot::draw;

fn sent(answer: Answer) -> serde_json::Value {
    serde_json::from_slice(&json(answer, &[]).unwrap()).unwrap()
}

#[test]
fn nothing_that_leaves_can_ping() {
    for answer in [
        Answer::Show(draw::sentence("@everyone")),
        Answer::Replace(draw::sentence("<@1>")),
    ] {
        let data = &sent(answer)["data"];
        assert_eq!(
            data["allowed_mentions"]["parse"],
            serde_json::json!([]),
            "{data}"
        );
    }
}

#[test]
fn choices_are_clamped() {
    let offered = |name: &str, value: &str| Choice {
        name: name.to_owned(),
        value: value.to_owned(),
    };
    let mut offers = vec![
        offered("", "empty"),
        offered("long value", &"x".repeat(101)),
        offered(&"é".repeat(120), "long name"),
    ];
    offers.extend((0..40).map(|n| offered(&n.to_string(), "=v")));
    let sent = sent(Answer::Choices(choices(offers)));
    let sent = sent["data"]["choices"].as_array().unwrap();
    assert_eq!(sent.len(), 25);
    assert_eq!(sent[0]["name"].as_str().unwrap().chars().count(), 100);
}

/// A stand-in for Discord that gives these answers in turn, then the last one again.
async fn discord(answers: &'static [(u16, &'static str, &'static str)]) -> String {
    use axum::http::{StatusCode, header};
    use axum::response::IntoResponse as _;
    use std::sync::atomic::{AtomicUsize, Ordering};

    let asked = Arc::new(AtomicUsize::new(0));
    let app = axum::Router::new().fallback(move || {
        let (status, retry_after, body) =
            answers[asked.fetch_add(1, Ordering::Relaxed).min(answers.len() - 1)];
        let status = StatusCode::from_u16(status).unwrap();
        std::future::ready((status, [(header::RETRY_AFTER, retry_after)], body).into_response())
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(tokio::spawn(
        async move { axum::serve(listener, app).await },
    ));
    address
}

/// What the counters say after one answer: answered, too late, twice, undelivered, rate limited.
async fn after(
    answers: &'static [(u16, &'static str, &'static str)],
    deadline: Duration,
) -> [u64; 5] {
    let counters = Arc::new(Counters::default());
    let door = Door::new(
        reqwest::Client::new(),
        Secret::new("token"),
        Some(discord(answers).await),
        Arc::clone(&counters),
        Arc::new(Http::new("token")),
        mpsc::channel(1).0,
    );
    let to = To {
        id: 1,
        what: "help",
        asker: 7,
        server: None,
        application: 9,
        token: "t",
        deadline: Instant::now() + deadline,
    };
    door.answer(&to, Answer::Show(draw::sentence("Hello.")))
        .await;
    [
        &counters.answered,
        &counters.too_late,
        &counters.answered_twice,
        &counters.undelivered,
        &counters.rate_limited,
    ]
    .map(|count| count.get())
}

#[tokio::test]
async fn answers_leave_nothing_in_the_table_of_limits() {
    let http = Arc::new(Http::new("token"));
    let door = Door::new(
        reqwest::Client::new(),
        Secret::new("token"),
        Some(discord(&[(204, "", "")]).await),
        Arc::default(),
        Arc::clone(&http),
        mpsc::channel(1).0,
    );
    for id in 1..=500 {
        let to = To {
            id,
            what: "help",
            asker: 7,
            server: None,
            application: 9,
            token: "t",
            deadline: Instant::now() + DEADLINE,
        };
        door.answer(&to, Answer::Show(draw::sentence("Hello.")))
            .await;
    }
    assert_eq!(door.counters.answered.get(), 500);
    let limiter = http.ratelimiter.as_ref().unwrap();
    assert!(limiter.routes().read().await.is_empty());
}

#[tokio::test]
async fn what_discord_says_to_an_answer_is_counted() {
    let long = Duration::from_secs(60);
    assert_eq!(after(&[(204, "", "")], long).await, [1, 0, 0, 0, 0]);
    assert_eq!(
        after(
            &[(
                404,
                "",
                r#"{"code": 10062, "message": "Unknown interaction"}"#
            )],
            long
        )
        .await,
        [0, 1, 0, 0, 0]
    );
    assert_eq!(
        after(
            &[(
                400,
                "",
                r#"{"code": 40060, "message": "Already acknowledged"}"#
            )],
            long
        )
        .await,
        [0, 0, 1, 0, 0]
    );
    assert_eq!(after(&[(500, "", "no JSON")], long).await, [0, 0, 0, 1, 0]);
    assert_eq!(
        after(&[(502, "", ""), (500, "", ""), (204, "", "")], long).await,
        [1, 0, 0, 0, 0]
    );
    assert_eq!(
        after(&[(502, "", ""), (400, "", r#"{"code": 40060}"#)], long).await,
        [1, 0, 0, 0, 0]
    );
    assert_eq!(
        after(&[(400, "", r#"{"code": 50035}"#), (204, "", "")], long).await,
        [0, 0, 0, 1, 0]
    );
    assert_eq!(
        after(
            &[(429, "0.01", "{}"), (429, "0.01", "{}"), (204, "", "")],
            long
        )
        .await,
        [1, 0, 0, 0, 2]
    );
    assert_eq!(
        after(&[(429, "30", "{}")], Duration::from_millis(50)).await,
        [0, 1, 0, 0, 1]
    );
}
