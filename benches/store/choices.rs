//! Durable answers a second with 64 players in 8 games, beside raw group commit.

use std::sync::Arc;
use std::time::{Duration, Instant};

use clio::quiz::Player;
use clio::quiz::game::score::Answer;
use clio::store::{Database, Games as _, Lease};

use super::floor::Floor;
use super::games;
use super::{Place, done, millis, percentile};

const PLAYERS: u64 = 64;
const GAMES: u64 = 8;
const LONG: Duration = Duration::from_secs(3);
const TIMES: usize = 3;

/// Answers a second, and how long each took, sorted.
type Run = (f64, Vec<Duration>);

pub(crate) async fn measure(name: &str, url: Option<&str>) {
    let place = Place::new(url).await;
    let store = Arc::new(place.open().await);
    let mut leases = Vec::new();
    for number in 0..GAMES {
        leases.push(games::open(&store, number).await.0);
    }
    let floor = Arc::new(Floor::open(&place).await);
    let (mut ours, mut raw): (Vec<Run>, Vec<Run>) = (Vec::new(), Vec::new());
    // Turn by turn, so that a busy moment of the machine meets both.
    for _ in 0..TIMES {
        raw.push(run(&floor, &leases, raw_choice).await);
        ours.push(run(&store, &leases, our_choice).await);
    }
    let by_speed = |runs: &mut Vec<Run>| runs.sort_by(|left, right| left.0.total_cmp(&right.0));
    by_speed(&mut ours);
    by_speed(&mut raw);
    let ((speed, times), (raw_speed, raw_times)) = (&ours[TIMES / 2], &raw[TIMES / 2]);
    println!("{name}: durable answers, {PLAYERS} players, median of {TIMES} runs");
    println!(
        "  Clio       {speed:>9.0}/s  p50 {:>6.2} ms  p99 {:>6.2} ms",
        millis(percentile(times, 50)),
        millis(percentile(times, 99))
    );
    println!(
        "  raw floor  {raw_speed:>9.0}/s  p50 {:>6.2} ms  p99 {:>6.2} ms",
        millis(percentile(raw_times, 50)),
        millis(percentile(raw_times, 99))
    );
    println!("  ratio      {:>9.2}", speed / raw_speed);
    drop(floor);
    let store = Arc::into_inner(store).unwrap();
    done(store, place).await;
}

async fn our_choice(store: Arc<Database>, lease: Lease, player: u64, number: u64) {
    let answer = Answer::Choice((number % 4) as u8);
    store
        .save_choice(&lease, 0, Player(player), &answer, games::at(number))
        .await
        .unwrap();
}

async fn raw_choice(floor: Arc<Floor>, lease: Lease, player: u64, number: u64) {
    floor
        .choice(lease.game.0, player as i64, number as i64)
        .await;
}

async fn run<S, F>(
    store: &Arc<S>,
    leases: &[Lease],
    choose: fn(Arc<S>, Lease, u64, u64) -> F,
) -> Run
where
    S: Send + Sync + 'static,
    F: Future<Output = ()> + Send + 'static,
{
    let begin = Instant::now();
    let players: Vec<_> = (0..PLAYERS)
        .map(|player| {
            let (store, lease) = (Arc::clone(store), leases[(player % GAMES) as usize].clone());
            tokio::spawn(async move {
                let mut times = Vec::new();
                for number in 0.. {
                    let before = Instant::now();
                    choose(Arc::clone(&store), lease.clone(), player, number).await;
                    times.push(before.elapsed());
                    if begin.elapsed() > LONG {
                        break;
                    }
                }
                times
            })
        })
        .collect();
    let mut times = Vec::new();
    for player in players {
        times.extend(player.await.unwrap());
    }
    let speed = times.len() as f64 / begin.elapsed().as_secs_f64();
    times.sort();
    (speed, times)
}
