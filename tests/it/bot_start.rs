//! What a bot looks at before it connects, and what it tells its host when it does not start.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use clio::bot::{Settings, StartError, start};
use clio::config::{Discord, Metrics, Quiz, Secret};
use clio::disk::{Shelf, Shelves, Source};
use clio::library::Library;

/// What a bot comes to whose `/gateway/bot` answers so.
async fn started_against(status: u16, body: &'static str) -> Result<(), StartError> {
    let status = StatusCode::from_u16(status).unwrap();
    let app = Router::new().route(
        "/api/v10/gateway/bot",
        get(move || std::future::ready((status, body))),
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let serving = tokio::spawn(async move { axum::serve(listener, app).await });
    let outcome = started_at(address, Metrics::default()).await;
    serving.abort();
    outcome
}

async fn started_at(api_url: String, metrics: Metrics) -> Result<(), StartError> {
    let shelf = Shelf::holding(Library::build(Vec::new()), Source::default());
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        token: Secret::new("token"),
        discord: Discord {
            api_url: Some(api_url),
            ..Discord::default()
        },
        shelves: Shelves::new(shelf.into()),
        watch: false,
        data: folder.path().to_owned(),
        database: None,
        privacy: clio::config::Privacy::default(),
        defaults: clio::config::Defaults::default(),
        quiz: Quiz::default(),
        commands: clio::config::Commands::default(),
        metrics,
    };
    let mut bot = start(settings, std::future::pending()).unwrap();
    assert!(!bot.ready().await);
    tokio::task::spawn_blocking(|| bot.join()).await.unwrap()
}

#[tokio::test]
async fn a_refused_token_is_said_with_where_to_get_another() {
    let refused = started_against(401, r#"{"message": "401: Unauthorized", "code": 0}"#)
        .await
        .unwrap_err();
    assert!(matches!(refused, StartError::Token), "{refused}");
    assert!(refused.to_string().contains("Reset Token"));
}

#[tokio::test]
async fn a_gateway_elsewhere_is_not_connected_to() {
    let elsewhere = r#"{"url": "wss://gateway.discord.gg", "shards": 1, "session_start_limit": {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}}"#;
    let refused = started_against(200, elsewhere).await.unwrap_err();
    assert!(matches!(refused, StartError::Elsewhere(_)), "{refused}");
}

#[tokio::test]
async fn with_no_connection_left_today_it_waits_for_its_host() {
    let used_up = r#"{"url": "ws://127.0.0.1:1", "shards": 1, "session_start_limit": {"total": 1000, "remaining": 0, "reset_after": 7000000, "max_concurrency": 1}}"#;
    let refused = started_against(200, used_up).await.unwrap_err();
    assert!(refused.to_string().contains("in the next 2 h"), "{refused}");
}

#[tokio::test]
async fn nobody_there_is_said_without_the_address() {
    let free = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let refused = started_at(format!("http://{free}"), Metrics::default())
        .await
        .unwrap_err();
    assert!(matches!(refused, StartError::Unreachable(_)), "{refused}");
    assert!(
        !refused.to_string().contains(&free.port().to_string()),
        "{refused}"
    );
}

#[tokio::test]
async fn an_address_for_monitoring_that_is_taken_is_said() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let metrics = Metrics {
        listen: Some(taken.local_addr().unwrap()),
    };
    let nowhere = "http://127.0.0.1:1".to_owned();
    let refused = started_at(nowhere, metrics).await.unwrap_err().to_string();
    assert!(refused.contains("Change metrics.listen"), "{refused}");
}
