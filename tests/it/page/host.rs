//! A playground for the page, with Clio behind it or without.

use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clio::bot::{Running, Settings, start};
use clio::config::{Commands, Discord, Metrics, Quiz, Secret};
use clio::disk::{Shelf, Shelves, Source};
use clio::playground::{Options, Playground};
use reqwest::Method;
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::oneshot;

/// A running playground, ended on drop.
pub(super) struct Host {
    playground: Playground,
    /// Clio ends when its sender is dropped.
    _bot: Option<(Running, oneshot::Sender<()>)>,
    /// The folder of Clio's database.
    data: TempDir,
}

impl Host {
    /// A playground that no bot has come to.
    pub(super) fn alone() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        Self::on(listener)
    }

    fn on(listener: TcpListener) -> Self {
        let playground = clio::playground::start(listener, &Options::default()).unwrap();
        Self {
            playground,
            _bot: None,
            data: tempfile::tempdir().unwrap(),
        }
    }

    /// A playground with Clio, which has read the repository's own notes and registered its commands.
    pub(super) async fn with_clio() -> Self {
        let mut host = Self::alone();
        let source = Source {
            folders: vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("content")],
            ..Source::default()
        };
        let settings = Settings {
            token: Secret::new(host.playground.token()),
            discord: Discord {
                api_url: Some(host.playground.api_url()),
                ..Discord::default()
            },
            shelves: Shelves::new(Arc::new(Shelf::open(source, &|_, _| {}).unwrap())),
            watch: false,
            data: host.data.path().to_owned(),
            database: None,
            privacy: clio::config::Privacy::default(),
            defaults: clio::config::Defaults::default(),
            quiz: Quiz::default(),
            commands: Commands::default(),
            metrics: Metrics::default(),
        };
        let (end, ended) = oneshot::channel();
        let ended = async move { ended.await.unwrap_or_default() };
        let mut bot = start(settings, ended).unwrap();
        assert!(bot.ready().await, "Clio did not start");
        host._bot = Some((bot, end));
        host
    }

    /// Ends it and starts another on the same port, in which nothing has been said yet.
    pub(super) async fn begins_anew(self) -> Self {
        let address = self.playground.address();
        self.playground.stop().await;
        Self::on(TcpListener::bind(address).unwrap())
    }

    /// Where the page is: `http://127.0.0.1:4000`.
    pub(super) fn address(&self) -> String {
        self.playground.api_url()
    }

    /// The playground itself, for what other people do.
    pub(super) fn playground(&self) -> &Playground {
        &self.playground
    }

    /// What a bot calls the API with.
    pub(super) fn caller(&self) -> Caller {
        Caller {
            api: format!("{}/api/v10", self.address()),
            token: format!("Bot {}", self.playground.token()),
        }
    }
}

/// The API as a bot calls it.
pub(super) struct Caller {
    api: String,
    token: String,
}

impl Caller {
    /// Sends a body; gives the answer's.
    pub(super) async fn posts(&self, path: &str, body: &Value) -> Value {
        self.sends(Method::POST, path, body).await
    }

    /// Puts a body in place of what is there; gives the answer's.
    pub(super) async fn puts(&self, path: &str, body: &Value) -> Value {
        self.sends(Method::PUT, path, body).await
    }

    /// Posts a message with files: their names, and what is in them in Base64.
    pub(super) async fn uploads(&self, path: &str, body: &Value, files: &[(&str, &str)]) -> Value {
        const LINE: &str = "a-line-between-parts";
        let mut form = format!(
            "--{LINE}\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{body}\r\n"
        )
        .into_bytes();
        for (at, (name, file)) in files.iter().enumerate() {
            let head = format!(
                "--{LINE}\r\nContent-Disposition: form-data; name=\"files[{at}]\"; filename=\"{name}\"\r\n\r\n"
            );
            form.extend(head.into_bytes());
            form.extend(STANDARD.decode(file).unwrap());
            form.extend(b"\r\n");
        }
        form.extend(format!("--{LINE}--\r\n").into_bytes());
        let kind = format!("multipart/form-data; boundary={LINE}");
        self.calls(Method::POST, path, &kind, form).await
    }

    /// Sends a body with another method; gives the answer's.
    pub(super) async fn calls_with(&self, method: Method, path: &str, body: &Value) -> Value {
        self.sends(method, path, body).await
    }

    async fn sends(&self, method: Method, path: &str, body: &Value) -> Value {
        let body = body.to_string().into_bytes();
        self.calls(method, path, "application/json", body).await
    }

    async fn calls(&self, method: Method, path: &str, kind: &str, body: Vec<u8>) -> Value {
        let answer = reqwest::Client::new()
            .request(method, format!("{}{path}", self.api))
            .header("Authorization", &self.token)
            .header("Content-Type", kind)
            .body(body)
            .send()
            .await
            .unwrap();
        let status = answer.status();
        let text = answer.text().await.unwrap();
        assert!(status.is_success(), "{path}: {status} {text}");
        serde_json::from_str(&text).unwrap_or_default()
    }
}
