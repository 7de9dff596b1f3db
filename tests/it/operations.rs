//! What who keeps the bot running can ask: alive, ready, in numbers, and `clio healthcheck`.

use std::net::{SocketAddr, TcpListener};
use std::process::{Command, Output};

use serde_json::Value;

use crate::harness::{CARDS, Setup, right_answer, types};

/// An address that nobody listens at.
fn free() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap()
}

async fn asked(at: SocketAddr, path: &str) -> (u16, String) {
    let answer = reqwest::get(format!("http://{at}{path}")).await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

async fn health(at: Option<SocketAddr>) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_clio"));
    command.arg("healthcheck").current_dir(folder.path());
    if let Some(at) = at {
        command.env("CLIO_METRICS_LISTEN", at.to_string());
    }
    tokio::task::spawn_blocking(move || command.output().unwrap())
        .await
        .unwrap()
}

/// The value of a line of metrics that begins so.
fn value(metrics: &str, begins: &str) -> f64 {
    let line = metrics
        .lines()
        .find(|line| line.starts_with(begins))
        .unwrap_or_else(|| panic!("{begins} is not in\n{metrics}"));
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_running_bot_says_that_it_is_ready_and_what_it_did() {
    let at = free();
    let bot = Setup::new().notes(CARDS).monitored_at(at).start().await;
    let ann = bot.member("ann");
    ann.runs("/search text:berlin").await.openly();
    ann.runs("/quiz start lobby:off").await.privately();
    let question = ann.waits_for("Question 1 of 2").await;
    types(&ann, &question, right_answer(&question)).await;
    assert_eq!(asked(at, "/livez").await.0, 200);
    assert_eq!(
        asked(at, "/readyz").await,
        (200, "Clio is ready.\n".to_owned())
    );
    let (status, metrics) = asked(at, "/metrics").await;
    assert_eq!(status, 200);
    let counted = |begins: &str| value(&metrics, begins);
    let of = |command: &str| {
        counted(&format!(
            "clio_interactions_total{{command=\"{command}\",outcome=\"answered\"}}"
        ))
    };
    assert!(
        of("search") >= 1.0 && of("quiz") >= 1.0 && of("form") >= 1.0,
        "{metrics}"
    );
    assert!(counted("clio_acknowledgement_seconds_count") >= 3.0);
    assert!(counted("clio_commit_seconds_count") >= 1.0);
    assert!(counted("clio_timer_lag_seconds_count") >= 1.0);
    assert!(
        counted("clio_requests_total{route=\"POST /channels/messages\",status=\"200\"}") >= 1.0
    );
    assert!((counted("clio_games_running") - 1.0).abs() < 0.1);
    assert!((counted("clio_shards_connected") - 1.0).abs() < 0.1);
    assert!((counted("clio_notes") - 1.0).abs() < 0.1);
    assert!(metrics.ends_with("# EOF\n"));
    let ids = [ann.person.id(), ann.person.channel_id()];
    assert!(
        ids.iter().all(|id| !metrics.contains(&id.to_string())),
        "{metrics}"
    );

    let healthy = health(Some(at)).await;
    assert!(healthy.status.success());
    bot.ends().await;
    let gone = health(Some(at)).await;
    assert!(!gone.status.success());
    let said = String::from_utf8(gone.stderr).unwrap();
    assert!(said.contains("No bot answers at"), "{said}");
}

#[tokio::test]
async fn without_commands_the_bot_is_alive_and_not_ready() {
    let at = free();
    let bot = Setup::new().monitored_at(at).registration_fails(1_000);
    let mut answered = (0, String::new());
    for _ in 0..200 {
        if let Ok(answer) = reqwest::get(format!("http://{at}/readyz")).await {
            answered = (answer.status().as_u16(), answer.text().await.unwrap());
            if answered.1.contains("not registered") {
                break;
            }
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(answered.0, 503, "{answered:?}");
    assert!(answered.1.contains("not registered yet"), "{answered:?}");
    assert_eq!(asked(at, "/livez").await.0, 200);
    assert!(!health(Some(at)).await.status.success());
    bot.ends().await;
}

#[tokio::test]
async fn a_health_check_without_an_address_says_what_to_set() {
    let checked = health(None).await;
    assert!(!checked.status.success());
    let said = String::from_utf8(checked.stderr).unwrap();
    assert!(said.contains("Set metrics.listen"), "{said}");
}

#[tokio::test]
async fn a_failure_is_logged_once_with_the_reference_that_the_person_sees() {
    use sqlx::ConnectOptions as _;

    let bot = Setup::new().in_another_process().start().await;
    let ann = bot.member("ann");
    ann.runs("/leaderboard").await.openly();
    let options =
        sqlx::sqlite::SqliteConnectOptions::new().filename(bot.folder().join("data/clio.db"));
    let mut database = options.connect().await.unwrap();
    let gone = sqlx::raw_sql("ALTER TABLE totals RENAME TO elsewhere");
    gone.execute(&mut database).await.unwrap();
    let told = ann.runs("/leaderboard").await;
    let text = told.privately().message().text();
    let reference = text
        .rsplit("this reference: ")
        .next()
        .unwrap()
        .trim_end_matches('.');
    assert!(reference.len() == 6 && !text.contains("totals"), "{text}");
    let back = sqlx::raw_sql("ALTER TABLE elsewhere RENAME TO totals");
    back.execute(&mut database).await.unwrap();
    ann.runs("/leaderboard").await.openly();

    // Nobody looks at a terminal here, so each line is for machines.
    let lines: Vec<Value> = bot
        .log()
        .iter()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let failures: Vec<&Value> = lines
        .iter()
        .filter(|line| line["level"] == "ERROR" || line.to_string().contains(reference))
        .collect();
    let [failure] = failures[..] else {
        panic!("not once: {failures:#?}");
    };
    let fields = &failure["fields"];
    assert_eq!(fields["reference"], reference);
    assert!(
        fields["fault"].as_str().unwrap().contains("totals"),
        "{failure}"
    );
    assert!(fields["message"].as_str().unwrap().contains(reference));
    bot.ends().await;
}
