//! The database cannot be written while people play: a real SQLite file that somebody else holds or whose disk is
//! full, a real PostgreSQL that is away.

use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sqlx::{ConnectOptions as _, Connection as _};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};

use crate::harness::{CARDS, Setup, TestBot, as_administrator, new_database, right_answer, types};

const CANNOT: &str = "Clio cannot save answers just now";
const AGAIN: &str = "Saving works again";

/// A quiz is under way, nothing can be saved from `begins` to `ends`, and it goes on by itself.
async fn a_quiz_waits_and_goes_on(bot: &TestBot, begins: impl AsyncFn(), ends: impl AsyncFn()) {
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    ann.runs("/quiz start seconds:10").await.privately();
    ann.waits_for("A quiz begins").await;
    ben.presses("Join").await.privately();
    ann.presses("Join").await.privately();
    ann.presses("Start now").await.privately();
    let first = ann.waits_for("Question 1 of 2").await;
    let saved = types(&ann, &first, right_answer(&first)).await;
    assert!(saved.contains("Saved"), "{saved}");

    begins().await;
    let told = types(&ben, &first, "Nobody at all").await;
    assert!(told.contains("Press again"), "{told}");
    ann.waits_for(CANNOT).await;
    ben.presses_on(&first, "Answer")
        .await
        .privately()
        .shows("cannot save anything just now");
    // Longer than the question is open.
    tokio::time::sleep(Duration::from_secs(11)).await;
    assert_eq!(ann.counts("answers right"), 0, "the question is still open");

    ends().await;
    ann.waits_for(AGAIN).await;
    let told = types(&ben, &first, "Somebody else").await;
    assert!(told.contains("Changed") || told.contains("Saved"), "{told}");
    ann.waits_for("1 of 2 answers right").await;
    assert_eq!((ann.counts(CANNOT), ann.counts(AGAIN)), (1, 1));
    ann.waits_for("Question 2 of 2").await;
    ann.runs("/quiz stop").await.shows("stopped");
    let podium = ann.waits_for("10 points").await;
    assert!(podium.text().contains("<@"), "{}", podium.text());
}

#[tokio::test]
async fn a_quiz_waits_while_somebody_else_holds_the_file() {
    let bot = Setup::new().notes(CARDS).in_another_process().start().await;
    let options =
        sqlx::sqlite::SqliteConnectOptions::new().filename(bot.folder().join("data/clio.db"));
    let other = tokio::sync::Mutex::new(options.connect().await.unwrap());
    let run = async |sql: &'static str| {
        let mut other = other.lock().await;
        sqlx::raw_sql(sql).execute(&mut *other).await.unwrap();
        drop(other);
    };
    a_quiz_waits_and_goes_on(
        &bot,
        async || run("BEGIN IMMEDIATE").await,
        async || {
            run("ROLLBACK").await;
        },
    )
    .await;
    other.into_inner().close().await.unwrap();
    bot.ends().await;
}

#[tokio::test]
async fn who_waits_for_a_database_that_is_busy_is_told_so_in_time() {
    let bot = Setup::new().in_another_process().start().await;
    let mia = bot.member("mia");
    mia.runs("/group create name:Red").await.openly();
    let options =
        sqlx::sqlite::SqliteConnectOptions::new().filename(bot.folder().join("data/clio.db"));
    let mut other = options.connect().await.unwrap();
    let hold = sqlx::raw_sql("BEGIN IMMEDIATE");
    hold.execute(&mut other).await.unwrap();
    let told = mia.runs("/group create name:Blue").await;
    told.privately();
    let text = told.message().text();
    assert!(text.contains("Clio is busy: saving takes longer"), "{text}");
    let let_go = sqlx::raw_sql("ROLLBACK");
    let_go.execute(&mut other).await.unwrap();
    other.close().await.unwrap();
    // What was asked for is done when the database is free again.
    mia.runs_until("/group list", "Blue").await;
    bot.ends().await;
}

/// A door to PostgreSQL that can be shut.
async fn door(to: String, open: Arc<AtomicBool>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut inside, _)) = listener.accept().await {
            if !open.load(Ordering::SeqCst) {
                continue;
            }
            let (to, open) = (to.clone(), Arc::clone(&open));
            tokio::spawn(async move {
                let mut outside = TcpStream::connect(to).await.unwrap();
                let shut = async {
                    while open.load(Ordering::SeqCst) {
                        tokio::time::sleep(Duration::from_millis(5)).await;
                    }
                };
                tokio::select! {
                    _ = copy_bidirectional(&mut inside, &mut outside) => {}
                    () = shut => {}
                }
            });
        }
    });
    port
}

#[tokio::test]
#[ignore = "needs CLIO_TEST_POSTGRES"]
async fn a_quiz_waits_while_postgresql_is_away() {
    let url = new_database().await;
    let (before, after) = url.split_once('@').unwrap();
    let (server, name) = after.split_once('/').unwrap();
    let open = Arc::new(AtomicBool::new(true));
    let port = door(server.to_owned(), Arc::clone(&open)).await;
    let setup = Setup::new().notes(CARDS).in_another_process();
    let bot = setup
        .database(&format!("{before}@127.0.0.1:{port}/{name}"))
        .start()
        .await;
    a_quiz_waits_and_goes_on(
        &bot,
        async || open.store(false, Ordering::SeqCst),
        async || open.store(true, Ordering::SeqCst),
    )
    .await;
    bot.ends().await;
}

#[tokio::test]
#[ignore = "needs CLIO_TEST_POSTGRES"]
async fn a_quiz_waits_while_postgresql_puts_everybody_out() {
    let url = new_database().await;
    let (_, name) = url.rsplit_once('/').unwrap();
    let setup = Setup::new().notes(CARDS).in_another_process();
    let bot = setup.database(&url).start().await;
    a_quiz_waits_and_goes_on(
        &bot,
        async || {
            as_administrator(&[
                format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"),
                format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"),
            ])
            .await;
        },
        async || as_administrator(&[format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true")]).await,
    )
    .await;
    bot.ends().await;
}

/// As much as a file takes until its disk is full.
fn fill(file: &Path) {
    let mut filler = std::fs::File::create(file).unwrap();
    for piece in [1 << 20, 4096, 1] {
        let zeros = vec![0; piece];
        // The test gives up where a disk is not small: it must not fill one that others use.
        for _ in 0..256 {
            if filler.write_all(&zeros).is_err() {
                break;
            }
        }
    }
    assert!(
        filler.write_all(&[0]).is_err(),
        "this disk is too large to fill"
    );
}

#[tokio::test]
#[ignore = "needs TMPDIR on a disk of its own with less than 256 MB free"]
async fn by_hand_a_quiz_waits_while_the_disk_is_full() {
    let bot = Setup::new().notes(CARDS).in_another_process().start().await;
    let filler = bot.folder().join("filler");
    a_quiz_waits_and_goes_on(
        &bot,
        async || fill(&filler),
        async || std::fs::remove_file(&filler).unwrap(),
    )
    .await;
    bot.ends().await;
}
