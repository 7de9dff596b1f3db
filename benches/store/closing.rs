//! A hundred games close a question of ten players at once.

use std::time::{Duration, Instant};

use clio::quiz::Player;
use clio::quiz::game::Game;
use clio::quiz::game::score::Answer;
use clio::store::{Closing, Games as _};
use futures_util::future::join_all;

use super::{Place, done, games, millis, percentile};

const GAMES: u64 = 100;
const PLAYERS: u64 = 10;
const ROUNDS: usize = 9;

pub(crate) async fn measure(name: &str, url: Option<&str>) {
    let place = Place::new(url).await;
    let store = place.open().await;
    let mut open = Vec::new();
    for number in 0..GAMES {
        open.push(games::open(&store, number).await);
    }
    let mut times: Vec<Duration> = Vec::new();
    for round in 0..ROUNDS {
        let moment = games::at(60 + 100 * round as u64);
        for ((_, game), number) in open.iter_mut().zip(0..) {
            answer_all(game, round, number, moment);
        }
        let closings: Vec<_> = open
            .iter()
            .zip(0..)
            .map(|((lease, game), number)| {
                let closing = Closing {
                    server: clio::quiz::Server(1 + number % 20),
                    round,
                    question: &game.questions()[round],
                    topic: "Cold War",
                    marked: &game.rounds()[round].marked,
                    at: moment,
                };
                (lease, game, closing)
            })
            .collect();
        let begin = Instant::now();
        let closed = join_all(
            closings
                .iter()
                .map(|(lease, game, closing)| store.close_round(lease, game, closing)),
        );
        for result in closed.await {
            result.unwrap();
        }
        times.push(begin.elapsed());
    }
    times.sort();
    println!("{name}: closing {GAMES} questions of {PLAYERS} players, {ROUNDS} times");
    println!(
        "  median {:>7.1} ms, best {:.1} ms, worst {:.1} ms",
        millis(percentile(&times, 50)),
        millis(times[0]),
        millis(times[ROUNDS - 1])
    );
    done(store, place).await;
}

/// Everybody answers the next question of a game, and it closes.
fn answer_all(game: &mut Game, round: usize, number: u64, moment: Duration) {
    if round > 0 {
        game.tick(moment);
        game.posted(moment);
    }
    for player in 0..PLAYERS {
        let answer = Answer::Choice((player % 2) as u8);
        let player = Player(1 + number * 7 + player);
        game.answer(round, player, answer, moment).unwrap();
    }
    game.close_now(moment).unwrap();
}
