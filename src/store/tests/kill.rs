//! A process is killed under load, again and again: nothing that was acknowledged is lost, and the sums agree.
//!
//! The test starts itself as the process that is killed. `CLIO_TEST_KILLS` says how often; ten times if it does not.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use futures_util::future::join_all;

use super::play::{HERE, at, question};
use crate::quiz::Player;
use crate::quiz::game::Game;
use crate::quiz::game::score::Answer;
use crate::quiz::game::settings::Settings;
use crate::store::{
    Channel, Closing, Database, Games as _, Lease, Running, Sqlite, Store as _, Upkeep as _,
};

const NAME: &str =
    "store::tests::kill::nothing_that_was_acknowledged_is_lost_when_the_process_is_killed";
const FOLDER: &str = "CLIO_TEST_KILLED_FOLDER";
const GAMES: u64 = 8;
const PLAYERS: u64 = 8;
const CHANGES: u8 = 3;
const ROUNDS: usize = 40;

/// The last acknowledged answer by game, round and player.
type Kept = BTreeMap<(i64, usize, u64), u8>;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_acknowledged_is_lost_when_the_process_is_killed() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return play_until_killed(Path::new(&folder)).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let kills = std::env::var("CLIO_TEST_KILLS").map_or(10, |text| text.parse().unwrap());
    let (mut answers, mut rounds) = (0, 0);
    for kill in 0..kills {
        let (kept, closed) =
            tokio::task::block_in_place(|| run_and_kill(folder.path(), 40 + kill * 37 % 160));
        answers += kept.len();
        rounds += closed.len();
        let store = Sqlite::open(folder.path()).await.unwrap();
        let found = store.check().await.unwrap();
        assert_eq!(
            (found.faults.len(), found.wrong_totals),
            (0, 0),
            "after kill {kill}"
        );
        for (&(game, round, player), &choice) in &kept {
            let game = store
                .game(crate::store::GameId(game))
                .await
                .unwrap()
                .unwrap();
            let given = given(&game, round, Player(player));
            assert!(
                given >= Some(choice),
                "kill {kill}: {choice} was acknowledged, {given:?} is there"
            );
        }
        for (game, round) in closed {
            let game = store
                .game(crate::store::GameId(game))
                .await
                .unwrap()
                .unwrap();
            assert!(
                game.state.rounds().len() > round,
                "kill {kill}: a closed question is open again"
            );
        }
        store.close().await;
    }
    assert!(
        answers > kills as usize && rounds > 0,
        "there was load: {answers} answers, {rounds} closed questions"
    );
    println!("{kills} kills, {answers} acknowledged answers, {rounds} closed questions");
}

/// What a game holds for a player: in the open question, or as it was marked.
fn given(game: &Running, round: usize, player: Player) -> Option<u8> {
    let answer = match game.state.rounds().get(round) {
        Some(closed) => closed
            .marked
            .iter()
            .find(|marked| marked.player == player)
            .map(|marked| marked.answer.clone()),
        None => game
            .state
            .open()
            .and_then(|(_, _, open)| open.given.get(&player).map(|(answer, _)| answer.clone())),
    };
    match answer {
        Some(Answer::Choice(choice)) => Some(choice),
        _ => None,
    }
}

/// Starts the process, kills it after a while, and gives what it acknowledged.
fn run_and_kill(folder: &Path, millis: u64) -> (Kept, Vec<(i64, usize)>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", NAME, "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // The clock runs from its first answer on.
    let first = lines
        .by_ref()
        .map(Result::unwrap)
        .find(|line| line.contains("kept "));
    let rest = std::thread::spawn(move || lines.map_while(Result::ok).collect::<Vec<_>>());
    std::thread::sleep(Duration::from_millis(millis));
    child.kill().unwrap();
    child.wait().unwrap();
    let (mut kept, mut closed) = (Kept::new(), Vec::new());
    for line in first.into_iter().chain(rest.join().unwrap()) {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |at: usize| words[at].parse::<u64>().unwrap();
        match words[..] {
            // A line that was cut in two says nothing.
            ["kept", _, _, _, _, "."] => {
                kept.insert(
                    (number(1) as i64, number(2) as usize, number(3)),
                    number(4) as u8,
                );
            }
            ["closed", _, _, "."] => closed.push((number(1) as i64, number(2) as usize)),
            _ => {}
        }
    }
    (kept, closed)
}

fn say(line: std::fmt::Arguments<'_>) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").unwrap();
    out.flush().unwrap();
}

async fn play_until_killed(folder: &Path) {
    let store = Sqlite::open(folder).await.unwrap();
    let mut left = store.running().await.unwrap();
    let mut games = Vec::new();
    for channel in 0..GAMES {
        let before = left
            .iter()
            .position(|game| game.channel == Channel(channel));
        let before = before.map(|index| left.swap_remove(index));
        games.push(play_on(&store, channel, before));
    }
    join_all(games).await;
}

/// Plays games in a channel for ever, the one that was left first.
async fn play_on(store: &Database, channel: u64, mut before: Option<Running>) {
    // Later than anything that was kept, as of two answers the later stays.
    let mut moment = before.as_ref().map_or(at(1000), |left| left.beat);
    loop {
        let (lease, mut game) = match before.take() {
            Some(left) => {
                let lease = store
                    .take_over(left.game, left.epoch, "again", moment)
                    .await
                    .unwrap();
                (lease, left.state)
            }
            None => begin(store, channel, moment).await,
        };
        while !game.is_over() {
            moment += Duration::from_secs(60);
            round(store, &lease, &mut game, moment).await;
        }
        store.end_game(&lease, &game, moment).await.unwrap();
    }
}

async fn begin(store: &Database, channel: u64, moment: Duration) -> (Lease, Game) {
    let settings = Settings {
        lobby: None,
        ..Settings::default()
    };
    let questions = (0..ROUNDS)
        .map(|number| question(&format!("q{number}")))
        .collect();
    let (game, _) = Game::new(settings, Player(1), questions, moment);
    let lease = store
        .begin_game(HERE, Channel(channel), &game, "again", moment)
        .await
        .unwrap();
    (lease, game)
}

async fn round(store: &Database, lease: &Lease, game: &mut Game, moment: Duration) {
    if game.open().is_none() {
        game.tick(moment);
        if game.is_over() {
            return;
        }
        game.posted(moment);
        store
            .save_game(lease, game, &serde_json::json!({}), moment)
            .await
            .unwrap();
    }
    let round = game.rounds().len();
    for change in 0..CHANGES {
        let given = (0..PLAYERS).map(|player| {
            let at = moment + Duration::from_millis(u64::from(change));
            async move {
                let answer = Answer::Choice(change);
                store
                    .save_choice(lease, round, Player(1 + player), &answer, at)
                    .await
                    .unwrap();
                say(format_args!(
                    "kept {} {round} {} {change} .",
                    lease.game.0,
                    1 + player
                ));
                (Player(1 + player), answer, at)
            }
        });
        game.restore_answers(join_all(given).await);
    }
    game.close_now(moment).unwrap();
    let closing = Closing {
        server: HERE,
        round,
        question: &game.questions()[round],
        topic: "Rome",
        marked: &game.rounds()[round].marked,
        at: moment,
    };
    store.close_round(lease, game, &closing).await.unwrap();
    say(format_args!("closed {} {round} .", lease.game.0));
}
