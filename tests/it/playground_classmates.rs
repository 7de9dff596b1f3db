//! Simulated classmates: told with a small quiz bot made by hand, since they know a game by its messages alone.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use clio::playground::people::Seen;
use clio::playground::{Classmates, Options};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::time::{Instant, timeout_at};

use crate::playground_client::{GENERAL, Gateway, Raw};
use crate::playground_judge::rows;

/// Classmates that are quick enough for a test.
fn class(count: u16, seed: u64) -> Raw {
    Raw::start_with(&Options {
        classmates: Classmates {
            count,
            seed,
            haste: 20.0,
        },
        ..Options::default()
    })
}

fn press(label: &str) -> Value {
    json!({"type": 2, "style": 2, "label": label, "custom_id": label})
}

/// A press: who, and on which button.
type Pressed = (String, String);

/// A bot that takes every press and keeps them.
struct Bot<'a> {
    raw: &'a Raw,
    gateway: Gateway,
}

impl<'a> Bot<'a> {
    async fn connects(raw: &'a Raw) -> Self {
        let mut gateway = raw.identifies(1).await;
        gateway.event("GUILD_CREATE").await;
        Self { raw, gateway }
    }

    async fn posts(&self, content: &str, labels: &[&str]) -> Value {
        let buttons = labels.iter().map(|label| press(label)).collect();
        let body = json!({"content": content, "components": rows(vec![buttons])});
        let path = format!("/channels/{GENERAL}/messages");
        let (status, message) = self.raw.post(&path, body).await;
        assert_eq!(status, 200, "{message}");
        message
    }

    /// Takes what people do for a while; `answer` says how each is answered.
    async fn hears(&mut self, wait: Duration, answer: impl Fn(&Value) -> Value) -> Vec<Pressed> {
        let until = Instant::now() + wait;
        let mut pressed = Vec::new();
        while let Ok(interaction) =
            timeout_at(until, self.gateway.event("INTERACTION_CREATE")).await
        {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let who = text(&interaction["member"]["user"]["username"]);
            pressed.push((who, text(&interaction["data"]["custom_id"])));
            let (id, token) = (text(&interaction["id"]), text(&interaction["token"]));
            let path = format!("/interactions/{id}/{token}/callback");
            let (status, refusal) = self.raw.post(&path, answer(&interaction)).await;
            assert_eq!(status, 204, "{refusal}");
        }
        pressed
    }
}

fn saved(_: &Value) -> Value {
    json!({"type": 4, "data": {"content": "Saved.", "flags": 64}})
}

/// `<t:…:R>` in so many seconds.
fn in_seconds(seconds: i64) -> String {
    format!("<t:{}:R>", jiff::Timestamp::now().as_second() + seconds)
}

#[tokio::test]
async fn classmates_join_and_answer_each_in_their_own_way() {
    let raw = class(12, 3);
    let mut bot = Bot::connects(&raw).await;
    bot.posts("A quiz of 4 questions.", &["Join", "Start now"])
        .await;
    let joined = bot.hears(Duration::from_millis(1500), saved).await;
    let names: BTreeSet<&str> = joined.iter().map(|(who, _)| who.as_str()).collect();
    assert!((8..=12).contains(&names.len()), "{joined:?}");
    assert_eq!(names.len(), joined.len(), "nobody joins twice");
    assert!(joined.iter().all(|(_, button)| button == "Join"));

    let mut answers = Vec::new();
    for n in 0..4 {
        let text = format!(
            "Question {n} · closes {}\nWhich of these was it?\nA One\nB Two\nC Three\nD Four",
            in_seconds(20)
        );
        let question = bot.posts(&text, &["A", "B", "C", "D"]).await;
        answers.extend(bot.hears(Duration::from_secs(1), saved).await);
        let path = format!(
            "/channels/{GENERAL}/messages/{}",
            question["id"].as_str().unwrap()
        );
        let closed = json!({"content": "closed", "components": []});
        raw.call(Method::PATCH, &path, closed).await;
        bot.posts("It was B: Two.", &["Report"]).await;
    }
    let mut chosen: BTreeMap<&str, usize> = BTreeMap::new();
    for (who, button) in &answers {
        *chosen.entry(button).or_default() += 1;
        assert!(names.contains(who.as_str()), "{who} did not join");
    }
    assert!(
        chosen.keys().all(|button| "ABCD".contains(button)) && chosen.len() == 4,
        "{chosen:?}"
    );
    assert!(answers.len() > 20, "{answers:?}");

    bot.posts("The podium", &["Play again", "My result"]).await;
    let after = bot.hears(Duration::from_millis(700), saved).await;
    assert_eq!(after, [], "a podium is looked at");
    let lines: Vec<Seen> = raw
        .playground
        .person("ann")
        .messages()
        .into_iter()
        .filter(|message| !message.is_of_a_bot())
        .collect();
    assert!((1..40).contains(&lines.len()), "{lines:?}");
}

#[tokio::test]
async fn one_seed_is_one_class() {
    let mut classes = Vec::new();
    for seed in [7, 7, 8] {
        let raw = class(6, seed);
        let mut bot = Bot::connects(&raw).await;
        bot.posts("Which?\nA One\nB Two\nC Three", &["A", "B", "C"])
            .await;
        let mut presses = bot.hears(Duration::from_millis(1500), saved).await;
        presses.sort();
        classes.push(presses);
    }
    assert_eq!(classes[0], classes[1]);
    assert_ne!(classes[0], classes[2]);
}

/// The form that a typed answer is written into.
fn form() -> Value {
    let input = json!({"type": 4, "custom_id": "typed", "label": "Who sent the second letter?", "style": 1, "max_length": 60});
    json!({"type": 9, "data": {"custom_id": "form", "title": "Your answer", "components": rows(vec![vec![input]])}})
}

#[tokio::test]
async fn forms_are_filled_in_and_events_are_put_in_order() {
    let raw = class(5, 1);
    let mut bot = Bot::connects(&raw).await;
    bot.posts("Who sent the second letter?", &["Answer"]).await;
    let typed = std::sync::Mutex::new(Vec::new());
    let pressed = bot
        .hears(Duration::from_secs(2), |interaction| {
            if interaction["type"] == json!(5) {
                let value = &interaction["data"]["components"][0]["components"][0]["value"];
                typed
                    .lock()
                    .unwrap()
                    .push(value.as_str().unwrap().to_owned());
                return saved(interaction);
            }
            form()
        })
        .await;
    let typed = typed.into_inner().unwrap();
    assert!(
        !typed.is_empty() && typed.iter().all(|text| !text.is_empty()),
        "{typed:?}"
    );
    assert_eq!(
        pressed.iter().filter(|(_, id)| id == "Answer").count(),
        typed.len()
    );

    bot.posts("Put these in order.", &["Answer"]).await;
    let pressed = bot
        .hears(Duration::from_secs(3), |interaction| {
            // Each event that was pressed is switched off; those that are left can be pressed.
            let shown = &interaction["message"]["components"][0]["components"];
            let id = interaction["data"]["custom_id"].as_str().unwrap();
            if id == "Answer" {
                let buttons = ["First", "Second", "Third", "Start again"].map(press).to_vec();
                return json!({"type": 4, "data": {"content": "In which order?", "flags": 64, "components": rows(vec![buttons])}});
            }
            let mut buttons = shown.as_array().unwrap().clone();
            for button in &mut buttons {
                if button["custom_id"] == json!(id) {
                    button["disabled"] = json!(true);
                }
            }
            json!({"type": 7, "data": {"content": "In which order?", "components": rows(vec![buttons])}})
        })
        .await;
    let mut orders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (who, id) in pressed {
        orders.entry(who).or_default().push(id);
    }
    assert!(!orders.is_empty());
    for (who, order) in &orders {
        assert_eq!(order[0], "Answer", "{who}");
        let pressed: BTreeSet<&str> = order[1..].iter().map(String::as_str).collect();
        assert_eq!(
            pressed,
            BTreeSet::from(["First", "Second", "Third"]),
            "{who}: {order:?}"
        );
        assert_eq!(order.len(), 4, "{who}: {order:?}");
    }
}

#[tokio::test]
async fn classmates_are_seen_by_everyone_and_nobody_can_be_one() {
    let raw = class(45, 1);
    let mut gateway = raw.identifies(1).await;
    let guild = gateway.event("GUILD_CREATE").await;
    assert_eq!(guild["member_count"], json!(6 + 45));
    let (_, found) = raw
        .get(&format!(
            "/guilds/{}/members/search?query=ela&limit=5",
            guild["id"].as_str().unwrap()
        ))
        .await;
    let names: Vec<&str> = found
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|member| member["user"]["global_name"].as_str())
        .collect();
    assert_eq!(names, ["Ela", "Ela 2"]);
    let url = format!("ws://{}/page/ws?person=ela", raw.playground.address());
    let (mut page, _) = tokio_tungstenite::connect_async(url).await.unwrap();
    let first = futures_util::StreamExt::next(&mut page)
        .await
        .unwrap()
        .unwrap();
    assert!(first.is_close(), "{first:?}");
}
