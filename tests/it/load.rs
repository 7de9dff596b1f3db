//! Load on the wire: the real bot answers a small one, and what is wrong with a load or a bot is said.

use clio::playground::Options;
use clio::playground::load::Spec;
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Setup, TestBot};
use crate::playground_client::{Gateway, Raw};

#[tokio::test]
async fn a_bot_answers_all_of_a_small_load_and_goes_on_as_before() {
    let bot = TestBot::in_process().await;
    let spec: Spec = "event=20,complete=10,press=10,for=2s,warm=200ms"
        .parse()
        .unwrap();
    let report = bot.playground.load(&spec).await.unwrap();
    let found: Value = serde_json::from_str(&report.json()).unwrap();
    assert_eq!(found["sent"], json!(80), "{report}");
    for kind in [
        &found,
        &found["kinds"]["event"],
        &found["kinds"]["complete"],
        &found["kinds"]["press"],
    ] {
        assert_eq!(kind["answered"], kind["sent"], "{report}");
        assert_eq!(
            (&kind["unanswered"], &kind["refused"]),
            (&json!(0), &json!(0))
        );
        assert!(kind["latency_ms"]["p50"].as_f64() > Some(0.0), "{report}");
        assert!(kind["from_frame_ms"]["max"].as_f64() <= kind["latency_ms"]["max"].as_f64());
    }
    let answer = bot.member("ann").runs("/event when:27-october").await;
    answer.shows("27 October 1962");
    bot.ends().await;
}

#[tokio::test]
async fn a_few_quizzes_at_once_are_played_to_the_end() {
    let bot = Setup::new().further_servers(1).start().await;
    // It ends with the last game. A reveal alone is shown for as long as it takes to read, up to half a minute.
    let spec = "games=2,players=3,questions=2,seconds=5,warm=100ms,for=3m";
    let report = bot.playground.load(&spec.parse().unwrap()).await.unwrap();
    let found: Value = serde_json::from_str(&report.json()).unwrap();
    let games = &found["games"];
    assert_eq!(
        (&games["begun"], &games["finished"]),
        (&json!(2), &json!(2)),
        "{report}"
    );
    assert_eq!(games["questions"], json!(4), "{report}");
    // Three join and one begins.
    assert_eq!(found["kinds"]["join"]["answered"], json!(8), "{report}");
    // Whatever kinds of question came: some are answered by typing, some in steps.
    let answers = found["kinds"]["answer"]["answered"].as_u64();
    assert!(answers > Some(0), "{report}");
    assert_eq!(
        (&found["unanswered"], &found["refused"]),
        (&json!(0), &json!(0)),
        "{report}"
    );
    bot.ends().await;

    let raw = Raw::start_with(&Options {
        control: true,
        servers: 1,
        ..Options::default()
    });
    let command = json!([{"name": "quiz", "description": "d"}]);
    let _gateway = is_ready_with(&raw, command).await;
    let (status, why) = control(&raw, "games=9").await;
    assert_eq!(status, 409);
    assert!(why.contains("--servers 3 or more"), "{why}");
}

/// A bot by hand that has registered these commands and is connected.
async fn is_ready_with(raw: &Raw, commands: Value) -> Gateway {
    let application = raw.playground.application_id();
    let path = format!("/applications/{application}/commands");
    raw.call(Method::PUT, &path, commands).await;
    let mut gateway = raw.connects("?v=10").await;
    gateway.says(2, raw.identity(&json!({}))).await;
    gateway.event("READY").await;
    gateway
}

/// What the control endpoint says to a load.
async fn control(raw: &Raw, spec: &str) -> (u16, String) {
    let url = format!("{}/control/load", raw.playground.api_url());
    let request = reqwest::Client::new().request(Method::POST, url);
    let answer = request.body(spec.to_owned()).send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

#[tokio::test]
async fn a_load_that_cannot_be_offered_is_refused_with_what_to_do() {
    let closed = Raw::start();
    assert_eq!(control(&closed, "event=1").await.0, 404);
    let raw = Raw::start_with(&Options {
        control: true,
        servers: 3,
        ..Options::default()
    });
    for (spec, status, words) in [
        ("party=1", 400, "there is no \"party\" in a load"),
        ("event=1,servers=5", 400, "give --servers there"),
        ("event=1,wait=100ms", 409, "no bot has connected"),
    ] {
        let (found, why) = control(&raw, spec).await;
        assert_eq!(found, status, "{spec}: {why}");
        assert!(why.contains(words), "{spec}: {why}");
    }
    let mut gateway = raw.connects("?v=10").await;
    gateway.says(2, raw.identity(&json!({}))).await;
    let ready = gateway.event("READY").await;
    assert_eq!(ready["guilds"].as_array().unwrap().len(), 5);
    let (status, why) = control(&raw, "event=1,wait=100ms").await;
    assert_eq!(status, 409);
    assert!(why.contains("has not registered /event"), "{why}");
}

#[tokio::test]
async fn a_bot_that_answers_wrongly_twice_or_not_at_all_is_seen() {
    let raw = Raw::start_with(&Options {
        control: true,
        servers: 2,
        ..Options::default()
    });
    let command = json!([{"name": "event", "description": "d", "options": [
        {"type": 3, "name": "when", "description": "d", "required": true},
    ]}]);
    let mut gateway = is_ready_with(&raw, command).await;
    let load = control(&raw, "event=4,for=1s,warm=1ms,dates=Cargo.toml");
    let answers = async {
        let good = json!({"type": 4, "data": {"content": "hi"}});
        let mut statuses = Vec::new();
        for nth in 0..4 {
            let asked = gateway.event("INTERACTION_CREATE").await;
            assert_eq!(asked["data"]["name"], json!("event"));
            let text = |key: &str| asked[key].as_str().unwrap().to_owned();
            let path = format!("/interactions/{}/{}/callback", text("id"), text("token"));
            let forged = path.replace("/callback", "x/callback");
            let bodies = match nth {
                0 => vec![(path, good.clone())],
                1 => vec![
                    (path.clone(), json!({"type": 4, "data": {"content": ""}})),
                    (path, good.clone()),
                ],
                2 => vec![(path.clone(), good.clone()), (path, good.clone())],
                _ => vec![(forged, good.clone())],
            };
            for (path, body) in bodies {
                statuses.push(raw.call(Method::POST, &path, body).await.0);
            }
        }
        statuses
    };
    let ((status, report), statuses) = tokio::join!(load, answers);
    assert_eq!(status, 200, "{report}");
    assert_eq!(statuses, [204, 400, 204, 204, 400, 404]);
    let report: Value = serde_json::from_str(&report).unwrap();
    let counts = ["sent", "answered", "unanswered", "refused"].map(|key| report[key].clone());
    assert_eq!(counts, [json!(4), json!(3), json!(1), json!(1)]);
}
