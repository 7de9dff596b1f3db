//! What a quiz looks like: long labels, ticking clocks, edits, switched-off buttons, on a desk and on a telephone;
//! and the ways that a player takes: direct messages, a quiet reply, a channel that goes away.

use fantoccini::key::Key;
use reqwest::Method;
use serde_json::{Value, json};

use super::browser::{Browser, Screen, browse};
use super::host::Host;

/// Five options that no telephone holds side by side.
fn buttons(disabled: bool) -> Value {
    let options = [
        "A: 16 October",
        "B: Khrushchev sends it back",
        "C: The Berlin airlift ends",
        "D: Kennedy delays the attack",
        "E: AVeryLongWordThatCannotBeBrokenAnywhereAtAllButMustFitAllTheSameOnATelephone",
    ];
    let buttons: Vec<Value> = options
        .iter()
        .enumerate()
        .map(|(at, label)| json!({"type": 2, "style": 2, "label": label, "custom_id": at.to_string(), "disabled": disabled}))
        .collect();
    json!([{"type": 1, "components": buttons}])
}

fn question(closes: i64) -> Value {
    json!({
        "content": format!("Question 3 of 10 · closes <t:{closes}:R> (20 seconds)"),
        "embeds": [{"description": "**Missile Crisis**: which of these happened on 16 October 1962, according to the notes?\n\n4 of 6 have answered", "color": 0x00C9_762F}],
        "components": buttons(false),
        "allowed_mentions": {"parse": []},
    })
}

/// Where the buttons stand and whether anything sticks out.
const LOOK: &str = r##"
    const message = [...document.querySelectorAll("li.message")].at(-1);
    const buttons = [...message.querySelectorAll(".row .button")];
    const edges = buttons.map((button) => button.getBoundingClientRect());
    const right = document.querySelector("#scroller").getBoundingClientRect().right;
    return {
      inside: edges.every((edge) => edge.right <= right && edge.width > 30),
      high: edges.every((edge) => edge.height >= 34),
      rows: new Set(edges.map((edge) => Math.round(edge.top))).size,
      cut: buttons.filter((button) => button.scrollWidth > button.clientWidth + 1).length,
      off: buttons.filter((button) => button.disabled).length,
      bar: getComputedStyle(message.querySelector(".embed"), "::before").backgroundColor,
      edited: message.querySelectorAll(".edited").length,
    };
"##;

async fn tells_of_a_question(screen: Screen) {
    let host = Host::alone();
    let channel = host.playground().person("ann").channel_id();
    let path = format!("/channels/{channel}/messages");
    let now = jiff::Timestamp::now().as_second();
    let asked = host.caller().posts(&path, &question(now + 20)).await;
    let asked = format!("{path}/{}", asked["id"].as_str().unwrap());
    let caller = host.caller();
    browse(&host.address(), screen, |page| async move {
        page.opens("/?as=ann").await;
        page.shows("Question 3 of 10").await;
        let open = page.runs(LOOK, Value::Null).await;
        for (what, expected) in [
            ("inside", json!(true)),
            ("high", json!(true)),
            ("cut", json!(0)),
            ("off", json!(0)),
            ("edited", json!(0)),
            ("bar", json!("rgb(201, 118, 47)")),
        ] {
            assert_eq!(open[what], expected, "{what}: {open}");
        }
        assert!(
            screen == Screen::Wide || open["rows"].as_u64() > Some(2),
            "{open}"
        );
        page.fits().await;
        // The clock ticks by itself, from "in 18 seconds" to "in 17 seconds".
        let clock = "document.querySelector('time[data-relative]').innerText";
        let first = page.evaluates(clock).await;
        assert!(first.as_str().unwrap().starts_with("in "), "{first}");
        page.sees(&format!("{clock} !== {first}")).await;

        let closed = json!({"content": "Question 3 of 10 · closed", "components": buttons(true)});
        caller.calls_with(Method::PATCH, &asked, &closed).await;
        page.shows("Question 3 of 10 · closed").await;
        let closed = page.runs(LOOK, Value::Null).await;
        assert_eq!(
            (&closed["off"], &closed["edited"]),
            (&json!(5), &json!(1)),
            "{closed}"
        );
        page.is_at_peace().await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_question_is_readable_on_a_desk() {
    tells_of_a_question(Screen::Wide).await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_question_is_readable_on_a_telephone() {
    tells_of_a_question(Screen::Narrow).await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn direct_messages_are_opened_from_the_members() {
    let host = Host::alone();
    let ann = host.playground().person("ann");
    browse(&host.address(), Screen::Narrow, |page| async move {
        page.opens("/?as=ann").await;
        page.clicks("Members").await;
        page.sees("document.querySelector('#members').getBoundingClientRect().right <= innerWidth")
            .await;
        page.clicks("Write to Clio directly").await;
        page.sees("document.querySelector('#header h2').innerText === 'Clio'").await;
        page.sees("document.activeElement.id === 'message-box'").await;
        page.types("Between us").await;
        page.presses_key(Key::Enter).await;
        page.sees("[...document.querySelectorAll('#messages .markup')].at(-1)?.innerText === 'Between us'").await;
        assert_eq!(ann.in_direct_messages().messages().len(), 1);
        page.fits().await;
        page.reloads().await;
        page.sees("document.querySelector('#header h2').innerText === 'Clio'").await;
        page.is_at_peace().await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_reply_can_be_sent_without_a_mention() {
    let host = Host::alone();
    let (ann, ben) = (
        host.playground().person("ann"),
        host.playground().person("ben"),
    );
    ann.says("Who knows?").unwrap();
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=ben").await;
        for (words, mentions) in [("I do", 1), ("Me too", 0)] {
            page.clicks_on("#message-box").await;
            page.evaluates("document.querySelector('li.message [aria-label=\"Reply to Ann\"]').click()")
                .await;
            if mentions == 0 {
                page.clicks("Mention Ann with the reply").await;
                page.sees("document.querySelector('.ping').ariaChecked === 'false'").await;
            }
            page.types(words).await;
            page.presses_key(Key::Enter).await;
            page.sees(&format!("[...document.querySelectorAll('#messages .markup')].at(-1)?.innerText === '{words}'")).await;
            let last = ben.messages().pop().unwrap();
            assert_eq!(last.raw["mentions"].as_array().unwrap().len(), mentions, "{words}");
        }
        page.is_at_peace().await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_channel_that_is_deleted_while_it_is_open_gives_way_to_another() {
    let host = Host::alone();
    let ann = host.playground().person("ann").at("quiz-night");
    ann.says("Shall we?").unwrap();
    let channel = ann.channel_id();
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=ann").await;
        page.clicks_on("#channels li:nth-child(3) .channel").await;
        page.shows("Shall we?").await;
        host.playground().deletes_channel(channel);
        page.sees("document.querySelector('#header h2').innerText === 'general'")
            .await;
        page.sees("!document.querySelector('#channels').innerText.includes('quiz-night')")
            .await;
        page.is_at_peace().await;
    })
    .await;
}

impl Browser {
    /// Nothing sticks out at the sides.
    pub(super) async fn fits(&self) {
        self.sees("document.documentElement.scrollWidth <= innerWidth && document.querySelector('#scroller').scrollWidth <= document.querySelector('#scroller').clientWidth").await;
    }
}
