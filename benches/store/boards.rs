//! Boards and profiles over a million answers of 100,000 players in 1,000 servers, one of which has a tenth of them all.

use std::time::{Duration, Instant};

use clio::quiz::{Player, Server};
use clio::store::{Database, Period, Scores as _, Sort, Upkeep as _, View};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use sqlx::{Connection as _, Executor as _, PgConnection, SqliteConnection};

use super::{Place, done, millis, percentile};

/// 10,000 games of ten rounds and ten players: every tenth in server 1, which has 10,000 players; the others in turn in 999 servers, where
/// nine games have 90 players.
const FILL: [&str; 2] = [
    "INSERT INTO games (id, server, channel, host, state, owner, beat, started, ended) \
     WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) \
     SELECT i + 1, CASE WHEN i % 10 = 0 THEN 1 ELSE 2 + (i - i / 10 - 1) % 999 END, 1, 1, '{}', 'x', 0, 0, 1 FROM n",
    "INSERT INTO answers (game, round, player, server, question, fact, topic, verdict, points, at, day, season, alone, opens, opens_topic) \
     WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999999) \
     SELECT games.id, (i / 10) % 10, \
         CASE WHEN server = 1 THEN 100000 + (games.id * 7 + (i % 10) * 1009) % 10000 \
              ELSE server * 1000000 + ((games.id - (games.id - 1) / 10 - 2) / 999 * 10 + i % 10) % 90 END, \
         server, 'question-' || (i % 500), 'fact', 'topic-' || ((i / 10) % 4), \
         CASE WHEN (i * 31 + games.id) % 3 = 0 THEN 'wrong' ELSE 'right' END, \
         CASE WHEN (i * 31 + games.id) % 3 = 0 THEN 0 ELSE 10 END, \
         1760000000000 + CAST(games.id AS BIGINT) * 2592000 + (i % 100) * 1000, \
         (1760000000000 + CAST(games.id AS BIGINT) * 2592000) / 86400000, 1, 0, \
         CASE WHEN (i / 10) % 10 = 0 THEN 1 ELSE 0 END, CASE WHEN (i / 10) % 10 < 4 THEN 1 ELSE 0 END \
     FROM n JOIN games ON games.id = i / 100 + 1",
];
/// The time of the last answers.
const NOW: Duration = Duration::from_millis(1_760_000_000_000 + 10_000 * 2_592_000);
const LOOKS: usize = 1000;

pub(crate) async fn measure(name: &str, url: Option<&str>) {
    let place = Place::new(url).await;
    let store = place.open().await;
    match &place {
        Place::Folder(folder) => {
            let file = format!("sqlite://{}", folder.path().join("clio.db").display());
            let mut connection = SqliteConnection::connect(&file).await.unwrap();
            for sql in FILL {
                connection.execute(sql).await.unwrap();
            }
            connection.close().await.unwrap();
        }
        Place::Url(url) => {
            let mut connection = PgConnection::connect(url).await.unwrap();
            for sql in FILL {
                connection.execute(sql).await.unwrap();
            }
            connection.close().await.unwrap();
        }
    }
    let begin = Instant::now();
    store.recount().await.unwrap();
    println!(
        "{name}: a million answers, 100,000 players, 1,000 servers (counted anew in {:.1} s)",
        begin.elapsed().as_secs_f64()
    );
    if let Place::Url(url) = &place {
        // As autovacuum does by itself within a minute.
        let mut connection = PgConnection::connect(url).await.unwrap();
        connection.execute("VACUUM ANALYZE").await.unwrap();
    }
    let mut chance = StdRng::seed_from_u64(5);
    let any: Vec<(Server, Player)> = (0..LOOKS)
        .map(|_| {
            let server = chance.random_range(2..1001_u64);
            (
                Server(server),
                Player(server * 1_000_000 + chance.random_range(0..90)),
            )
        })
        .collect();
    let largest: Vec<(Server, Player)> = (0..LOOKS / 5)
        .map(|_| (Server(1), Player(100_000 + chance.random_range(0..10_000))))
        .collect();
    for (which, who) in [("any server", &any), ("the largest", &largest)] {
        boards(&store, which, who, &mut chance).await;
        let mut times = Vec::new();
        for (server, player) in who {
            let begin = Instant::now();
            let profile = store.profile(*server, *player, NOW).await.unwrap();
            times.push(begin.elapsed());
            assert!(profile.players > 0);
        }
        row(which, "profile", &mut times);
    }
    done(store, place).await;
}

async fn boards(store: &Database, which: &str, who: &[(Server, Player)], chance: &mut StdRng) {
    for (what, period, sort) in [
        ("season", Period::Season, Sort::Points),
        ("season by accuracy", Period::Season, Sort::Accuracy),
        ("month", Period::Month, Sort::Points),
        ("30 days", Period::ThirtyDays, Sort::Points),
        ("week", Period::Week, Sort::Points),
        ("all", Period::All, Sort::Points),
    ] {
        let mut times = Vec::new();
        for (server, player) in who {
            let topic = chance.random_bool(0.3).then(|| "topic-1".to_owned());
            let view = View {
                period,
                sort,
                topic,
                page: chance.random_range(0..3),
                me: Some(*player),
                ..View::of(*server)
            };
            let begin = Instant::now();
            store.board(&view, NOW).await.unwrap();
            times.push(begin.elapsed());
        }
        row(which, what, &mut times);
    }
}

fn row(which: &str, what: &str, times: &mut [Duration]) {
    times.sort();
    println!(
        "  {which:<12} {what:<20} p50 {:>7.2} ms  p99 {:>7.2} ms",
        millis(percentile(times, 50)),
        millis(percentile(times, 99))
    );
}
