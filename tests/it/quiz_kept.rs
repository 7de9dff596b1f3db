//! Nothing is lost: a real process with a real database is killed, stopped and started again while people play.

use std::path::Path;
use std::time::Duration;

use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tokio::time::Instant;

use crate::harness::{CARDS, Setup, TestBot, right_answer, types};

/// How soon after it is ready a game goes on.
const SOON: Duration = Duration::from_secs(10);

#[expect(clippy::print_stdout, reason = "the figures of the test are wanted")]
async fn is_killed_and_comes_back(bot: &mut TestBot, moment: &str) {
    let ann = bot.member("ann");
    let before = ann.counts("Clio was away for a moment");
    bot.is_killed();
    // Discord notices, and so does everybody.
    tokio::time::sleep(Duration::from_millis(700)).await;
    bot.comes_back().await;
    let ready = Instant::now();
    while ann.counts("Clio was away for a moment") == before {
        assert!(
            ready.elapsed() < SOON,
            "killed in {moment}: the game does not go on"
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    println!(
        "killed in {moment}: goes on {:?} after being ready",
        ready.elapsed()
    );
    assert_eq!(
        ann.counts("Clio was away for a moment"),
        before + 1,
        "it is said once"
    );
}

/// One number from the database.
async fn count(folder: &Path, query: &'static str) -> i64 {
    use sqlx::ConnectOptions as _;
    let options = SqliteConnectOptions::new().filename(folder.join("data/clio.db"));
    let mut database: SqliteConnection = options.connect().await.unwrap();
    let row = sqlx::query(query).fetch_one(&mut database).await.unwrap();
    row.get(0)
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story")]
async fn a_game_outlives_being_killed_in_the_lobby_at_a_question_at_a_reveal_and_at_the_podium() {
    let setup = Setup::new().notes(CARDS).in_another_process();
    let mut bot = setup.quizzes(|quiz| quiz.reveal = 6).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    ann.runs("/quiz start").await.privately();
    ann.waits_for("A quiz begins").await;
    ben.presses("Join").await.privately().shows("You are in.");

    is_killed_and_comes_back(&mut bot, "the lobby").await;
    ben.presses("Join").await.privately().shows("already");
    ann.presses("Start now").await.privately();

    let first = ann.waits_for("Question 1 of 2").await;
    let saved = types(&ann, &first, right_answer(&first)).await;
    assert!(saved.contains("Saved"), "{saved}");
    is_killed_and_comes_back(&mut bot, "an open question").await;
    let changed = types(&ben, &first, "Nobody at all").await;
    assert!(
        changed.contains("Saved"),
        "the same question is open: {changed}"
    );

    ben.waits_for("1 of 2 answers right").await;
    is_killed_and_comes_back(&mut bot, "a reveal").await;

    let second = ann.waits_for("Question 2 of 2").await;
    types(&ann, &second, right_answer(&second)).await;
    types(&ben, &second, right_answer(&second)).await;
    ann.waits_for("The quiz is over").await;
    bot.is_killed();
    bot.comes_back().await;
    tokio::time::sleep(Duration::from_secs(2)).await;

    for once in [
        "Question 1 of 2",
        "Question 2 of 2",
        "1 of 2 answers right",
        "All 2 answers were right",
        "The quiz is over",
    ] {
        assert_eq!(ann.counts(once), 1, "{once}");
    }
    let podium = ann.waits_for("The quiz is over").await;
    assert!(podium.text().contains("20 points"), "{}", podium.text());
    ben.presses_on(&podium, "My result")
        .await
        .privately()
        .shows("10 points, 1 right");
    let answers = count(bot.folder(), "SELECT count(*) FROM answers").await;
    assert_eq!(answers, 4, "each answer counts once");
    assert_eq!(
        count(bot.folder(), "SELECT sum(points) FROM answers").await,
        30
    );
    assert_eq!(
        count(
            bot.folder(),
            "SELECT count(*) FROM games WHERE ended IS NULL"
        )
        .await,
        0
    );
    ann.runs("/quiz start")
        .await
        .privately()
        .shows("You are the host");
    bot.ends().await;
}

#[tokio::test]
async fn on_a_stop_players_are_told_and_the_game_goes_on_after_it() {
    let mut bot = Setup::new().notes(CARDS).in_another_process().start().await;
    let ann = bot.member("ann");
    ann.runs("/quiz start lobby:off").await.privately();
    let first = ann.waits_for("Question 1 of 2").await;
    types(&ann, &first, right_answer(&first)).await;
    let took = bot.is_stopped().await;
    println!("stopped in {took:?}");
    assert!(took < Duration::from_secs(8), "{took:?}");
    assert_eq!(ann.counts("Clio restarts"), 1);
    bot.comes_back().await;
    ann.waits_for("The one answer was right").await;
    ann.waits_for("Question 2 of 2").await;
    bot.ends().await;
}

#[tokio::test]
async fn after_a_long_time_away_it_asks_first() {
    let setup = Setup::new().notes(CARDS).in_another_process();
    let mut bot = setup.quizzes(|quiz| quiz.resume_within = 1).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    ann.runs("/quiz start lobby:off").await.privately();
    let first = ann.waits_for("Question 1 of 2").await;
    types(&ann, &first, right_answer(&first)).await;
    ann.waits_for("The one answer was right").await;
    ann.waits_for("Question 2 of 2").await;
    bot.is_killed();
    tokio::time::sleep(Duration::from_secs(2)).await;
    bot.comes_back().await;
    let asked = ann.waits_for("Clio was away. Play on?").await;
    assert!(asked.text().contains("10 points"), "{}", asked.text());
    ann.runs("/quiz status")
        .await
        .privately()
        .shows("No quiz is running");
    ben.presses_on(&asked, "Play on")
        .await
        .in_place_of(&asked)
        .shows("The quiz goes on");
    for _ in 0..600 {
        if ann.counts("Question 2 of 2") == 2 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let again = ann.waits_for("Question 2 of 2").await;
    let told = types(&ann, &again, right_answer(&again)).await;
    assert!(told.contains("Saved"), "{told}");
    ann.runs("/quiz stop").await;
    bot.ends().await;
}

#[tokio::test]
async fn a_second_process_on_the_same_folder_is_refused() {
    let bot = TestBot::process().await;
    let told = bot.a_second_one_says();
    assert!(
        told.contains("another Clio is using the database"),
        "{told}"
    );
    bot.member("ann").runs("/help").await.privately();
    bot.ends().await;
}
