//! A bot that is not Clio, a few lines over the Gateway: it opens a modal and says what was typed into it.

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

use super::browser::{Screen, browse};
use super::host::Host;
use fantoccini::key::Key;

const MODAL: u8 = 9;
const ANSWER: u8 = 4;
const THINKING: u8 = 5;
const ONLY_YOU: u32 = 64;

/// Registers `/report` and `/think`, connects, and answers until the connection ends.
async fn serve(
    host: &Host,
    mut said: tokio::sync::mpsc::Receiver<()>,
) -> impl Future<Output = ()> + use<> {
    let commands = json!([
        {"name": "report", "type": 1, "description": "Say what is wrong"},
        {"name": "think", "type": 1, "description": "Takes a while"},
    ]);
    let application = host.playground().application_id();
    host.caller()
        .puts(&format!("/applications/{application}/commands"), &commands)
        .await;
    let address = host.address().replacen("http", "ws", 1);
    let (mut socket, _) =
        tokio_tungstenite::connect_async(format!("{address}/gateway/?v=10&encoding=json"))
            .await
            .unwrap();
    let identify =
        json!({"op": 2, "d": {"token": host.playground().token(), "intents": 1, "properties": {}}});
    socket
        .send(Message::text(identify.to_string()))
        .await
        .unwrap();
    let caller = host.caller();
    async move {
        while let Some(Ok(frame)) = socket.next().await {
            let Ok(event) = serde_json::from_str::<Value>(frame.to_text().unwrap_or_default())
            else {
                continue;
            };
            if event["t"] != "INTERACTION_CREATE" {
                continue;
            }
            let data = &event["d"];
            let callback = format!(
                "/interactions/{}/{}/callback",
                data["id"].as_str().unwrap(),
                data["token"].as_str().unwrap()
            );
            let typed = &data["data"]["components"][0]["components"][0]["value"];
            match (data["type"].as_u64(), data["data"]["name"].as_str()) {
                (Some(2), Some("report")) => caller.posts(&callback, &json!({"type": MODAL, "data": modal()})).await,
                (Some(2), _) => {
                    caller.posts(&callback, &json!({"type": THINKING})).await;
                    said.recv().await;
                    let followup = format!("/webhooks/{application}/{}", data["token"].as_str().unwrap());
                    caller.posts(&followup, &json!({"content": "Forty-two."})).await
                }
                _ => caller.posts(&callback, &json!({"type": ANSWER, "data": {"content": format!("Noted: {typed}"), "flags": ONLY_YOU}})).await,
            };
        }
    }
}

fn modal() -> Value {
    let field = |id: &str, label: &str, style: u8, required: bool| json!({"type": 1, "components": [{"type": 4, "custom_id": id, "label": label, "style": style, "required": required, "min_length": 3, "max_length": 40}]});
    json!({"title": "Report a mistake", "custom_id": "report", "components": [field("what", "What is wrong", 1, true), field("why", "Why", 2, false)]})
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_modal_opens_in_the_window_that_asked_for_it_alone() {
    let host = Host::alone();
    let (_answer, said) = tokio::sync::mpsc::channel(1);
    let bot = tokio::spawn(serve(&host, said).await);
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=cleo").await;
        let first = page.opens_another("/?as=cleo").await;
        page.clicks_on("#message-box").await;
        page.types("/report").await;
        page.sees("document.querySelector('.suggestion')?.innerText.startsWith('/report')")
            .await;
        page.presses_key(Key::Enter).await;
        page.sees("document.activeElement.dataset.id === 'what'")
            .await;
        page.types("The date").await;
        page.clicks("Submit").await;
        page.shows("Noted: \"The date\"").await;
        // The answer is seen in both, the form was in one.
        page.turns_to(&first).await;
        page.shows("Noted: \"The date\"").await;
        page.sees("document.querySelector('dialog') === null").await;
        page.is_at_peace().await;
    })
    .await;
    bot.abort();
}

#[tokio::test]
#[ignore = "needs chromium and chromedriver; tests/run installs them"]
async fn a_modal_is_filled_in_and_a_slow_answer_is_awaited() {
    let host = Host::alone();
    let (answer, said) = tokio::sync::mpsc::channel(1);
    let bot = tokio::spawn(serve(&host, said).await);
    browse(&host.address(), Screen::Wide, |page| async move {
        page.opens("/?as=cleo").await;
        page.clicks_on("#message-box").await;
        page.types("/report").await;
        page.sees("document.querySelector('.suggestion')?.innerText.startsWith('/report')").await;
        page.presses_key(Key::Enter).await;
        page.sees("document.activeElement.dataset.id === 'what'").await;
        // Too short, and too long to type.
        page.types("No").await;
        page.presses_key(Key::Enter).await;
        page.shows("At least 3 characters.").await;
        page.types(&"w".repeat(50)).await;
        page.sees("document.activeElement.value.length === 40").await;
        page.presses_key(Key::Tab).await;
        page.sees("document.activeElement.dataset.id === 'why'").await;
        page.clicks("Submit").await;
        page.shows(&format!("Noted: \"No{}\"", "w".repeat(38))).await;
        page.sees("document.querySelector('dialog') === null && document.activeElement.id === 'message-box'").await;
        // Thinking stands until the answer comes.
        page.types("/think").await;
        page.presses_key(Key::Enter).await;
        page.shows("Clio is thinking…").await;
        answer.send(()).await.unwrap();
        page.shows("Forty-two.").await;
        page.shows_no_more("thinking…").await;
        page.is_at_peace().await;
    })
    .await;
    bot.abort();
}
