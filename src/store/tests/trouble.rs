//! The disk is full, the file is read-only or damaged, the database is away: a sentence each time, and nothing that was kept is lost.

use std::os::unix::fs::FileExt as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};

use super::play::{ANN, BEN, HERE, Played, at, play, postgres, sqlite};
use crate::quiz::Player;
use crate::quiz::game::score::Answer;
use crate::store::sql::{Link, Write};
use crate::store::{Database, Games as _, Postgres, Records, Sqlite, StoreError, Upkeep as _};

/// One statement on the writer's own connection.
#[derive(Debug)]
struct Sql(&'static str);

#[async_trait]
impl Write for Sql {
    async fn run(&self, link: &mut Link) -> Result<i64, StoreError> {
        link.rows(self.0, &[]).await.map(|rows| rows.len() as i64)
    }
}

pub(super) async fn run_sql(store: &Database, sql: &'static str) -> Result<i64, StoreError> {
    store.writer.write(Sql(sql)).await
}

async fn choose(store: &dyn Records, game: &Played<'_>, player: u64) -> Result<(), StoreError> {
    store
        .save_choice(&game.lease, 0, Player(player), &Answer::Choice(0), at(20))
        .await
}

async fn kept(store: &dyn Records) -> usize {
    store.running().await.unwrap()[0]
        .state
        .open()
        .unwrap()
        .2
        .given
        .len()
}

/// While `trouble` lasts a write is refused in words; afterwards the same write goes through.
async fn refused_until_it_is_over(trouble: &'static str, over: &'static str, words: &str) {
    let (_folder, store) = sqlite().await;
    let mut game = Played::begin(&store, HERE, 70, at(0)).await;
    game.open(&[(ANN, true)], at(10)).await;
    run_sql(&store, trouble).await.unwrap();
    // More than fits into the page that is there.
    let mut refused = None;
    for player in 100..4000 {
        if let Err(fault) = choose(&store, &game, player).await {
            refused = Some((player, fault));
            break;
        }
    }
    let (player, fault) = refused.expect("a write was refused");
    assert!(fault.to_string().contains(words), "{fault}");
    assert_eq!(
        kept(&store).await,
        1 + (player as usize - 100),
        "what was acknowledged is there"
    );
    run_sql(&store, over).await.unwrap();
    choose(&store, &game, player).await.unwrap();
    game.close("Rome", at(30)).await;
    assert_eq!(store.check().await.unwrap().wrong_totals, 0);
}

#[tokio::test]
async fn a_full_disk_refuses_in_words_and_the_write_can_be_tried_again() {
    refused_until_it_is_over(
        "PRAGMA max_page_count = 1",
        "PRAGMA max_page_count = 1000000",
        "is full",
    )
    .await;
}

#[tokio::test]
async fn a_read_only_database_refuses_in_words_and_the_write_can_be_tried_again() {
    refused_until_it_is_over(
        "PRAGMA query_only = 1",
        "PRAGMA query_only = 0",
        "may only be read",
    )
    .await;
}

#[tokio::test]
async fn a_damaged_file_is_told_as_such() {
    let (folder, store) = sqlite().await;
    for channel in 0..40 {
        play(
            &store,
            HERE,
            "Rome",
            &[(ANN, true), (BEN, false)],
            at(channel * 100),
        )
        .await;
    }
    crate::store::Store::close(&store).await;
    drop(store);
    let path = folder.path().join("clio.db");
    let file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    let length = file.metadata().unwrap().len();
    // Page 1 stays: it looks like a database.
    let noise: Vec<u8> = (0..length - 4096).map(|at| (at * 7 + 13) as u8).collect();
    file.write_at(&noise, 4096).unwrap();
    drop(file);
    let fault = match Sqlite::open(folder.path()).await {
        Err(fault) => fault,
        Ok(store) => store.running().await.unwrap_err(),
    };
    assert!(fault.to_string().contains("damaged"), "{fault}");
}

#[tokio::test]
async fn a_write_that_makes_the_transaction_fail_does_not_take_the_others_along() {
    let (_folder, store) = sqlite().await;
    let mut game = Played::begin(&store, HERE, 70, at(0)).await;
    game.open(&[], at(10)).await;
    let bad = async {
        // No such game: the foreign key refuses.
        run_sql(
            &store,
            "INSERT INTO choices (game, round, player, answer, at) VALUES (999, 0, 1, '', 0)",
        )
        .await
    };
    let good = futures_util::future::join_all((1..50).map(|player| choose(&store, &game, player)));
    let (bad, good) = tokio::join!(bad, good);
    assert!(matches!(bad, Err(StoreError::Database(_))), "{bad:?}");
    assert!(good.iter().all(Result::is_ok), "{good:?}");
    assert_eq!(kept(&store).await, 49);
}

#[tokio::test]
async fn an_address_that_is_none_and_a_database_that_is_not_there_are_told_apart() {
    let none = Postgres::open("mysql://somewhere").await.unwrap_err();
    assert!(
        none.to_string().contains("database.url is not the address"),
        "{none}"
    );
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = closed.local_addr().unwrap().port();
    drop(closed);
    let away = Postgres::open(&format!("postgres://clio@127.0.0.1:{port}/clio"))
        .await
        .unwrap_err();
    assert!(matches!(away, StoreError::Away), "{away:?}");
}

#[tokio::test]
#[ignore = "needs CLIO_TEST_POSTGRES"]
async fn who_is_not_let_in_is_told_why() {
    let (url, _store) = postgres().await;
    let (server, _) = url.rsplit_once('/').unwrap();
    let refused = Postgres::open(&format!("{server}/no_such_database"))
        .await
        .unwrap_err();
    assert!(
        refused.to_string().contains("no_such_database"),
        "{refused}"
    );
}

#[tokio::test]
#[ignore = "needs CLIO_TEST_POSTGRES with TLS, and its certificate in CLIO_TEST_POSTGRES_CERTIFICATE"]
async fn what_goes_to_the_database_is_encrypted_where_that_is_asked_for() {
    const ENCRYPTED: &str = "SELECT 1 FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl";
    let certificate = std::env::var("CLIO_TEST_POSTGRES_CERTIFICATE").expect(
        "CLIO_TEST_POSTGRES_CERTIFICATE names the certificate of the PostgreSQL to test with",
    );
    let (url, _store) = postgres().await;
    for (mode, encrypted) in [
        ("sslmode=disable".to_owned(), 0),
        ("sslmode=require".to_owned(), 1),
        (format!("sslmode=verify-full&sslrootcert={certificate}"), 1),
    ] {
        let store = Postgres::open(&format!("{url}?{mode}")).await.unwrap();
        assert_eq!(
            run_sql(&store, ENCRYPTED).await.unwrap(),
            encrypted,
            "{mode}"
        );
        let read = store.readers.rows(ENCRYPTED, &[]).await.unwrap();
        assert_eq!(read.len() as i64, encrypted, "{mode}");
    }
    // Nobody vouches for the certificate here.
    let refused = Postgres::open(&format!("{url}?sslmode=verify-full"))
        .await
        .unwrap_err();
    assert!(matches!(refused, StoreError::Tls(_)), "{refused:?}");
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
            let (to, open) = (to.clone(), open.clone());
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
async fn a_database_that_was_away_is_written_to_again_as_soon_as_it_is_back() {
    let (url, direct) = postgres().await;
    let open = Arc::new(AtomicBool::new(true));
    let (before, after) = url.split_once('@').unwrap();
    let (server, name) = after.split_once('/').unwrap();
    let port = door(server.to_owned(), open.clone()).await;
    let store = Postgres::open(&format!("{before}@127.0.0.1:{port}/{name}"))
        .await
        .unwrap();
    let mut game = Played::begin(&store, HERE, 70, at(0)).await;
    game.open(&[(ANN, true)], at(10)).await;
    open.store(false, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_millis(50)).await;
    for player in 1..10 {
        let refused = choose(&store, &game, player).await.unwrap_err();
        assert!(
            refused.to_string().contains("cannot be reached"),
            "{refused}"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(kept(&direct).await, 1);
    open.store(true, Ordering::SeqCst);
    let mut tries = 0;
    while choose(&store, &game, 1).await.is_err() {
        tries += 1;
        assert!(tries < 100, "back within ten seconds");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(kept(&store).await, 2);
    game.close("Rome", at(30)).await;
    assert_eq!(store.check().await.unwrap().wrong_totals, 0);
}
