//! A bot that does as little as can be done: it shows how much the playground itself bears.
//!
//! It reads three fields of an interaction, and writes the same answer as raw HTTP over connections that stay open.
//! `DISCORD_TOKEN` and `API_URL` (`http://127.0.0.1:PORT`) say where it belongs.

#![expect(clippy::unwrap_used, reason = "what fails here is the measurement")]

use futures_util::{SinkExt, StreamExt};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_tungstenite::tungstenite::Message;

/// Connections that answers are spread over.
const CONNECTIONS: usize = 16;
/// How often it says that it lives.
const HEARTBEAT: std::time::Duration = std::time::Duration::from_secs(30);

/// A card as large as Clio's for a day with three events.
fn card() -> String {
    let line = "**1962**\u{2003}An event that is told in about as many words as one of the notes tells it, no more\n";
    let button = |n: u32| json!({"type": 2, "style": 2, "label": "Context", "custom_id": format!("look.{n}")});
    json!({"type": 4, "data": {
        "embeds": [{
            "title": "27 October", "description": line.repeat(3), "color": 0x0034_98DB,
            "footer": {"text": "3 events, from 2 notes"},
        }],
        "components": [{"type": 1, "components": [button(1), button(2), button(3)]}],
        "allowed_mentions": {"parse": []},
    }})
    .to_string()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let token = std::env::var("DISCORD_TOKEN").unwrap();
    let api = std::env::var("API_URL").unwrap();
    let host = api.strip_prefix("http://").unwrap().to_owned();
    register(&host, &token).await;
    let answers: Vec<UnboundedSender<Vec<u8>>> =
        (0..CONNECTIONS).map(|_| connection(&host)).collect();
    let (card, choices) = (
        card(),
        r#"{"type":8,"data":{"choices":[{"name":"27 October","value":"27-october"}]}}"#,
    );
    let url = format!("ws://{host}/gateway?v=10&encoding=json");
    let (mut socket, _) = tokio_tungstenite::connect_async(url).await.unwrap();
    let identity =
        json!({"op": 2, "d": {"token": token, "intents": 1, "properties": {"os": "linux"}}});
    socket
        .send(Message::text(identity.to_string()))
        .await
        .unwrap();
    let mut beat = tokio::time::interval(HEARTBEAT);
    let mut next = 0;
    loop {
        tokio::select! {
            _ = beat.tick() => socket.send(Message::text(r#"{"op":1,"d":null}"#)).await.unwrap(),
            frame = socket.next() => {
                let Some(Ok(Message::Text(frame))) = frame else { return };
                if let Some(asked) = Asked::read(&frame) {
                    let body = if asked.is_typing() { choices } else { card.as_str() };
                    next = (next + 1) % CONNECTIONS;
                    answers[next].send(asked.answer(&host, body)).unwrap();
                }
            }
        }
    }
}

/// A dispatch of the gateway, as far as it matters here.
#[derive(Deserialize)]
struct Dispatch<'f> {
    #[serde(borrow)]
    d: Asked<'f>,
    t: &'f str,
}

/// What an answer needs to know of an interaction.
#[derive(Deserialize)]
struct Asked<'f> {
    id: &'f str,
    token: &'f str,
    #[serde(rename = "type")]
    kind: u8,
}

impl<'f> Asked<'f> {
    /// Nothing where the frame is something else.
    fn read(frame: &'f str) -> Option<Self> {
        let dispatch: Dispatch<'f> = serde_json::from_str(frame).ok()?;
        (dispatch.t == "INTERACTION_CREATE").then_some(dispatch.d)
    }

    const fn is_typing(&self) -> bool {
        self.kind == 4
    }

    fn answer(&self, host: &str, body: &str) -> Vec<u8> {
        let path = format!("/api/v10/interactions/{}/{}/callback", self.id, self.token);
        request("POST", &path, host, "", body)
    }
}

fn request(method: &str, path: &str, host: &str, header: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "{method} {path} HTTP/1.1\r\nhost: {host}\r\n{header}content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

/// Sends requests over a connection of its own, one after the other.
fn connection(host: &str) -> UnboundedSender<Vec<u8>> {
    let (send, requests) = unbounded_channel();
    tokio::spawn(send_all(host.to_owned(), requests));
    send
}

async fn send_all(host: String, mut requests: UnboundedReceiver<Vec<u8>>) {
    let mut stream = TcpStream::connect(host).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let mut answer = [0; 4096];
    while let Some(request) = requests.recv().await {
        stream.write_all(&request).await.unwrap();
        let n_read = stream.read(&mut answer).await.unwrap();
        let answer = String::from_utf8_lossy(&answer[..n_read]);
        // Above the playground's ceiling answers come too late; the playground counts those.
        let is_late = answer.starts_with("HTTP/1.1 404") && answer.contains("\"code\":10062");
        assert!(answer.starts_with("HTTP/1.1 204") || is_late, "{answer:?}");
    }
}

async fn register(host: &str, token: &str) {
    use base64::Engine as _;
    let id = token.split('.').next().unwrap();
    let id = base64::engine::general_purpose::URL_SAFE_NO_PAD
        .decode(id)
        .unwrap();
    let path = format!(
        "/api/v10/applications/{}/commands",
        String::from_utf8(id).unwrap()
    );
    let commands: Value = json!([{"name": "event", "description": "What happened then?", "options": [
        {"type": 3, "name": "when", "description": "A date", "required": true, "autocomplete": true},
    ]}]);
    let authorization = format!("authorization: Bot {token}\r\n");
    let request = request("PUT", &path, host, &authorization, &commands.to_string());
    let mut stream = TcpStream::connect(host).await.unwrap();
    stream.write_all(&request).await.unwrap();
    let mut answer = [0; 4096];
    let n_read = stream.read(&mut answer).await.unwrap();
    assert!(answer[..n_read].starts_with(b"HTTP/1.1 200"));
}
