//! Messages as any bot may send them: cards, buttons of every style, menus, and presses that nobody answers.

use fantoccini::key::Key;
use serde_json::{Value, json};

use super::browser::{Screen, browse};
use super::host::Host;

/// A message with one of everything.
fn message() -> Value {
    json!({
        "content": "Look: ||hidden||",
        "embeds": [{
            "title": "A day", "description": "- one\n- two", "color": 0x00C9_762F, "author": {"name": "A note"}, "footer": {"text": "lines 1 to 2"},
            "fields": [{"name": "People", "value": "Kennedy", "inline": true}, {"name": "See also", "value": "CENTO", "inline": true}, {"name": "Long", "value": "Alone"}],
            "image": {"url": "https://elsewhere.example/picture.png"},
        }],
        "components": [
            {"type": 1, "components": [
                {"type": 2, "style": 1, "label": "One", "custom_id": "1"}, {"type": 2, "style": 2, "label": "Two", "custom_id": "2"},
                {"type": 2, "style": 3, "label": "Three", "custom_id": "3"}, {"type": 2, "style": 4, "label": "Four", "custom_id": "4", "disabled": true},
                {"type": 2, "style": 5, "label": "Five", "url": "https://elsewhere.example/"},
            ]},
            {"type": 1, "components": [{"type": 3, "custom_id": "menu", "placeholder": "Choose a topic", "options": [
                {"label": "Cold War", "value": "a", "description": "1947 to 1991"}, {"label": "Rome", "value": "b"},
            ]}]},
        ],
    })
}

/// What is seen of the last message, part by part.
const PARTS: &str = r#"
    const message = [...document.querySelectorAll("li.message")].at(-1);
    const texts = (selector) => [...message.querySelectorAll(selector)].map((node) => node.innerText.trim());
    const top = (selector) => [...message.querySelectorAll(selector)].map((node) => Math.round(node.getBoundingClientRect().top));
    const tops = top(".embed-field");
    return { author: texts(".author, .tag"), title: texts(".embed-title"), items: texts(".embed li"), fields: texts(".embed-field-name"), beside: tops[0] === tops[1] && tops[1] < tops[2],
      footer: texts(".embed-footer"), buttons: texts(".row .button"), off: texts(".button:disabled"), menu: texts(".menu-face"), elsewhere: texts(".elsewhere"), images: message.querySelectorAll("img").length,
      bar: getComputedStyle(message.querySelector(".embed"), "::before").backgroundColor };
"#;

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_message_is_drawn_with_all_its_parts() {
    let host = Host::alone();
    let channel = host.playground().person("ann").channel_id();
    host.caller()
        .posts(&format!("/channels/{channel}/messages"), &message())
        .await;
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=ann").await;
        let drawn = page.runs(PARTS, json!(null)).await;
        let wanted = json!({
            "author": ["Clio", "BOT"], "title": ["A day"], "items": ["one", "two"], "fields": ["People", "See also", "Long"], "beside": true,
            "footer": ["lines 1 to 2"], "buttons": ["One", "Two", "Three", "Four", "Five"], "off": ["Four"], "menu": ["Choose a topic"],
            "elsewhere": ["Picture elsewhere: https://elsewhere.example/picture.png"], "images": 0, "bar": "rgb(201, 118, 47)",
        });
        assert_eq!(drawn, wanted);
        // A spoiler opens.
        page.sees("getComputedStyle(document.querySelector('.hidden-words')).opacity === '0'").await;
        page.clicks_on(".spoiler").await;
        page.sees("getComputedStyle(document.querySelector('.hidden-words')).opacity === '1'").await;
        // A menu is worked with the keyboard; nobody answers.
        page.evaluates("document.querySelector('.menu-face').focus()").await;
        page.presses_key(Key::Enter).await;
        page.presses_key(Key::Down).await;
        page.presses_key(Key::Enter).await;
        page.sees("document.querySelector('.menu-face[aria-busy=true]') !== null").await;
        page.shows("The application did not respond").await;
        page.clicks("One").await;
        page.sees("document.querySelector('.button[aria-busy=true]')?.dataset.id === '1'").await;
        page.sees("document.querySelector('.button[aria-busy=true]') === null").await;
        page.shows("The application did not respond").await;
        page.is_at_peace().await;
    })
    .await;
}
