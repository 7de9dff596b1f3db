//! What the host does with the database on the command line, told on what a played game left in it.

use std::path::Path;
use std::process::{Command, Output};

use clio::quiz::Server;
use clio::store::{Board, Period, Postgres, Records, Sort, Sqlite, Store as _, View};

use crate::harness::{CARDS, SCHOOL, Setup, new_database, right_answer, types};

/// `clio db …` beside the settings that stand in `folder`, with a database of its own.
fn clio(folder: &Path, data: &str, url: Option<&str>, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clio"));
    command
        .arg("db")
        .args(arguments)
        .current_dir(folder)
        .env("CLIO_DATA_FOLDER", folder.join(data));
    if let Some(url) = url {
        command.env("CLIO_DATABASE_URL", url);
    }
    command.output().unwrap()
}

/// What it said; it has succeeded.
#[track_caller]
fn done(output: &Output) -> String {
    let told = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let told = told(&output.stdout) + &told(&output.stderr);
    assert!(output.status.success(), "{told}");
    told
}

/// Every board that a server has, in each period and order.
async fn boards(store: &dyn Records) -> Vec<Board> {
    let mut boards = Vec::new();
    for period in [
        Period::Season,
        Period::Month,
        Period::Week,
        Period::Day,
        Period::ThirtyDays,
        Period::All,
    ] {
        for sort in [Sort::Points, Sort::Accuracy, Sort::Games] {
            let view = View {
                period,
                sort,
                ..View::of(Server(SCHOOL))
            };
            let now = std::time::Duration::from_millis(
                u64::try_from(jiff::Timestamp::now().as_millisecond()).unwrap(),
            );
            boards.push(store.board(&view, now).await.unwrap());
        }
    }
    boards
}

async fn a_deployment_moves(postgres: Option<String>) {
    let mut bot = Setup::new().notes(CARDS).in_another_process().start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    ann.runs("/quiz start lobby:off seconds:5")
        .await
        .privately();
    for number in ["1 of 2", "2 of 2"] {
        let question = ann.waits_for(&format!("Question {number}")).await;
        types(&ann, &question, right_answer(&question)).await;
        types(&ben, &question, "Nobody at all").await;
    }
    ann.waits_for("The quiz is over").await;

    // Beside the bot that runs: a check and a copy.
    let folder = bot.folder().to_owned();
    let told = done(&clio(&folder, "data", None, &["check"]));
    assert!(told.contains("The database is sound"), "{told}");
    std::fs::create_dir_all(folder.join("copy")).unwrap();
    let told = done(&clio(&folder, "data", None, &["backup", "copy/clio.db"]));
    assert!(told.contains("Copied to"), "{told}");
    let twice = clio(&folder, "data", None, &["backup", "copy/clio.db"]);
    assert!(!twice.status.success(), "a copy is never written over");
    let busy = clio(&folder, "data", None, &["recount"]);
    let told = String::from_utf8_lossy(&busy.stderr).into_owned();
    assert!(
        !busy.status.success() && told.contains("another Clio is using"),
        "{told}"
    );

    bot.is_stopped().await;
    let store = Sqlite::look(&folder.join("data")).await.unwrap();
    let before = boards(&store).await;
    store.close().await;
    assert!(before.iter().any(|board| board.players == 2), "{before:?}");
    let copy = Sqlite::look(&folder.join("copy")).await.unwrap();
    assert_eq!(boards(&copy).await, before, "the copy");
    copy.close().await;

    let told = done(&clio(&folder, "data", None, &["recount"]));
    assert!(told.contains("all totals were right"), "{told}");
    let told = done(&clio(&folder, "data", None, &["export", "moved.jsonl"]));
    assert!(told.contains("rows exported"), "{told}");
    let told = done(&clio(&folder, "moved", None, &["import", "moved.jsonl"]));
    assert!(told.contains("rows imported"), "{told}");
    let told = done(&clio(&folder, "moved", None, &["check"]));
    assert!(told.contains("all totals agree"), "{told}");
    let moved = Sqlite::look(&folder.join("moved")).await.unwrap();
    assert_eq!(boards(&moved).await, before, "the other folder");
    moved.close().await;
    let again = clio(&folder, "moved", None, &["import", "moved.jsonl"]);
    assert!(!again.status.success(), "only into an empty database");
    let missing = clio(&folder, "nowhere", None, &["check"]);
    let told = String::from_utf8_lossy(&missing.stderr).into_owned();
    assert!(told.contains("There is no clio.db"), "{told}");

    if let Some(url) = postgres {
        moves_to_postgresql_and_back(&folder, &url, &before).await;
    }
    bot.comes_back().await;
    bot.ends().await;
}

async fn moves_to_postgresql_and_back(folder: &Path, url: &str, before: &[Board]) {
    done(&clio(folder, "data", Some(url), &["import", "moved.jsonl"]));
    let told = done(&clio(folder, "data", Some(url), &["check"]));
    assert!(told.contains("all totals agree"), "{told}");
    let there = Postgres::open(url).await.unwrap();
    assert_eq!(boards(&there).await, before, "PostgreSQL");
    there.close().await;
    done(&clio(folder, "data", Some(url), &["export", "back.jsonl"]));
    done(&clio(folder, "back", None, &["import", "back.jsonl"]));
    let back = Sqlite::look(&folder.join("back")).await.unwrap();
    assert_eq!(boards(&back).await, before, "and back");
    back.close().await;
}

#[tokio::test]
async fn a_deployment_moves_to_another_folder_with_the_same_boards() {
    a_deployment_moves(None).await;
}

#[tokio::test]
#[ignore = "needs CLIO_TEST_POSTGRES"]
async fn a_deployment_moves_to_postgresql_and_back_with_the_same_boards() {
    a_deployment_moves(Some(new_database().await)).await;
}
