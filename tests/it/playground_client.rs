//! A bot by hand, to test the playground with: raw REST requests and a raw Gateway connection.

use std::net::TcpListener;
use std::time::Duration;

use clio::playground::{Options, Playground, start};
use futures_util::{SinkExt, StreamExt};
use reqwest::Method;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// The first channel of the larger server, and the others after it.
pub(crate) const GENERAL: u64 = channel(0);
/// Where the bot may read but not post.
pub(crate) const ANNOUNCEMENTS: u64 = channel(3);
/// What the bot cannot see.
pub(crate) const TUTORS: u64 = channel(4);
/// Long enough for anything on loopback.
const PATIENCE: Duration = Duration::from_secs(10);

/// The `n`-th channel of the seed world.
const fn channel(n: u64) -> u64 {
    (336_643_200_000 << 22) + 40 + n
}

/// A playground and a client with the bot's token.
pub(crate) struct Raw {
    pub(crate) playground: Playground,
    http: reqwest::Client,
}

impl Raw {
    pub(crate) fn start() -> Self {
        Self::start_with(&Options {
            keep_record: true,
            ..Options::default()
        })
    }

    pub(crate) fn start_with(options: &Options) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        Self {
            playground: start(listener, options).unwrap(),
            http: reqwest::Client::new(),
        }
    }

    /// A request with the bot's token: status and JSON of the answer.
    pub(crate) async fn call(&self, method: Method, path: &str, body: Value) -> (u16, Value) {
        let authorization = format!("Bot {}", self.playground.token());
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        let headers = [
            ("authorization", authorization.as_str()),
            ("content-type", "application/json"),
        ];
        self.raw_call(method, path, &headers, body.into_bytes())
            .await
    }

    pub(crate) async fn raw_call(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> (u16, Value) {
        let answer = self.response(method, path, headers, body).await;
        let status = answer.status().as_u16();
        let text = answer.text().await.unwrap();
        (status, serde_json::from_str(&text).unwrap_or(Value::Null))
    }

    async fn response(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> reqwest::Response {
        let url = format!("{}/api/v10{path}", self.playground.api_url());
        let mut request = self.http.request(method, url).body(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send().await.unwrap()
    }

    /// A request with the bot's token and without a body: status, headers and text of the answer.
    pub(crate) async fn asks(&self, method: Method, path: &str) -> (u16, HeaderMap, String) {
        let authorization = format!("Bot {}", self.playground.token());
        let headers = [("authorization", authorization.as_str())];
        let answer = self.response(method, path, &headers, Vec::new()).await;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        (status, headers, answer.text().await.unwrap())
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        self.call(Method::POST, path, body).await
    }

    pub(crate) async fn get(&self, path: &str) -> (u16, Value) {
        self.call(Method::GET, path, Value::Null).await
    }

    /// Path of the application's commands.
    pub(crate) fn commands(&self) -> String {
        format!(
            "/applications/{}/commands",
            self.playground.application_id()
        )
    }

    /// Registers one command with these options.
    pub(crate) async fn registers(&self, name: &str, options: Value) {
        let body = json!({"name": name, "description": "A command", "options": options});
        let (status, answer) = self.post(&self.commands(), body).await;
        assert_eq!(status, 201, "{answer}");
    }

    /// Connects to the Gateway without saying anything.
    pub(crate) async fn connects(&self, query: &str) -> Gateway {
        let url = format!("ws://{}/gateway/{query}", self.playground.address());
        let (socket, _) = connect_async(url).await.unwrap();
        Gateway {
            socket,
            sequence: 0,
            session: String::new(),
        }
    }

    /// Connects and identifies with these intents.
    pub(crate) async fn identifies(&self, intents: u64) -> Gateway {
        let mut gateway = self.connects("?v=10&encoding=json").await;
        assert_eq!(gateway.frame().await["op"], json!(10));
        gateway
            .says(2, self.identity(&json!({"intents": intents})))
            .await;
        let ready = gateway.event("READY").await;
        gateway.session = ready["session_id"].as_str().unwrap().to_owned();
        gateway
    }

    /// The data of an IDENTIFY, with changes.
    pub(crate) fn identity(&self, changes: &Value) -> Value {
        let mut data = json!({
            "token": self.playground.token(), "intents": 1, "properties": {"os": "linux"},
        });
        for (key, value) in changes.as_object().unwrap() {
            data[key] = value.clone();
        }
        data
    }
}

/// A raw connection to the Gateway.
pub(crate) struct Gateway {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    pub(crate) sequence: u64,
    pub(crate) session: String,
}

impl Gateway {
    pub(crate) async fn says(&mut self, op: u64, data: Value) {
        let frame = json!({"op": op, "d": data}).to_string();
        self.says_text(&frame).await;
    }

    pub(crate) async fn says_text(&mut self, text: &str) {
        self.socket
            .send(Message::Text(text.to_owned().into()))
            .await
            .unwrap();
    }

    /// The next thing on the socket.
    pub(crate) async fn next(&mut self) -> Message {
        let next = timeout(PATIENCE, self.socket.next()).await;
        next.expect("the Gateway says something")
            .unwrap_or(Ok(Message::Close(None)))
            .unwrap_or(Message::Close(None))
    }

    /// The next frame as JSON.
    pub(crate) async fn frame(&mut self) -> Value {
        let message = self.next().await;
        let Message::Text(text) = &message else {
            panic!("a text frame was expected, not {message:?}");
        };
        let frame: Value = serde_json::from_str(text).unwrap();
        if let Some(sequence) = frame["s"].as_u64() {
            self.sequence = sequence;
        }
        frame
    }

    /// The data of the next event of this name; others are passed over.
    pub(crate) async fn event(&mut self, name: &str) -> Value {
        loop {
            let frame = self.frame().await;
            if frame["t"] == json!(name) {
                return frame["d"].clone();
            }
        }
    }

    /// The code that the Gateway closes with.
    pub(crate) async fn closes(&mut self) -> Option<u16> {
        loop {
            if let Message::Close(frame) = self.next().await {
                return frame.map(|frame| frame.code.into());
            }
        }
    }

    /// Goes away without a word.
    pub(crate) fn drops(self) -> (String, u64) {
        (self.session, self.sequence)
    }
}
