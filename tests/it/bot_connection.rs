//! Stories of the bot's connection to Discord: closed for good, lost without a word, begun too often; and of what its log never holds.

use std::time::Duration;

use clio::playground::Disturbance;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tokio::time::Instant;

use crate::harness::{CARDS, Setup, TestBot, right_answer, types};

/// How the playground's tokens of interactions begin: `interaction:` in Base64.
const INTERACTION: &str = "aW50ZXJhY3Rpb246";

#[tokio::test]
async fn a_close_for_good_ends_the_bot_with_one_sentence_and_without_another_try() {
    for (code, sentence) in [
        (4004, "Discord refuses the token."),
        (4010, "Discord refuses the numbers of Clio's connections"),
        (4011, "The bot is in more servers now"),
        (4012, "Discord no longer takes what this version"),
        (4013, "Discord no longer takes what this version"),
        (4014, "Switch on \"Message Content Intent\""),
    ] {
        let mut bot = TestBot::process().await;
        bot.playground.disturb(Disturbance::Close(code));
        let (is_success, log) = bot.ends_by_itself().await;
        assert!(!is_success, "{code}");
        let said = log.iter().filter(|line| line.starts_with("clio: "));
        let said: Vec<&String> = said.collect();
        assert!(
            said.len() == 1 && said[0].contains(sentence),
            "{code}: {log:#?}"
        );
        assert_eq!(bot.n_identifies(), 1, "{code}");
    }
}

#[tokio::test]
async fn a_session_that_discord_has_ended_is_begun_anew_at_once() {
    let bot = TestBot::process().await;
    let ann = bot.member("ann");
    ann.runs("/help").await.privately();
    bot.playground.disturb(Disturbance::Close(4003));
    comes_back(&bot, 1, Duration::from_secs(30)).await;
    assert!(says(
        &bot,
        "Starting anew: Discord has ended a session (4003)"
    ));
    ann.runs("/help").await.privately();
    bot.ends().await;
}

/// Waits until the bot has begun one session more than `before`, and is deaf no longer.
#[expect(clippy::print_stdout, reason = "the figure of the test is wanted")]
async fn comes_back(bot: &TestBot, before: usize, within: Duration) {
    let lost = Instant::now();
    while bot.n_identifies() == before {
        assert!(lost.elapsed() < within, "{:#?}", bot.log());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    println!("back after {:?}", lost.elapsed());
    tokio::time::sleep(Duration::from_secs(2)).await;
}

fn says(bot: &TestBot, words: &str) -> bool {
    bot.log().iter().any(|line| line.contains(words))
}

#[tokio::test]
async fn a_connection_that_is_lost_without_a_word_is_back_within_a_minute_and_a_quiz_goes_on() {
    // Serenity would notice when the next heartbeat cannot be sent, and meanwhile goes round without a rest: here it never does.
    let setup = Setup::new().notes(CARDS).in_another_process();
    let never = Duration::from_secs(3_600);
    let bot = setup.heartbeats_every(never).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    ann.runs("/quiz start lobby:off seconds:none")
        .await
        .privately();
    let question = ann.waits_for("Question 1 of 2").await;
    types(&ann, &question, right_answer(&question)).await;
    bot.playground.disturb(Disturbance::CloseWithoutCode);
    comes_back(&bot, 1, Duration::from_secs(60)).await;
    assert!(says(&bot, "Starting anew: "), "{:#?}", bot.log());
    ann.waits_for("Clio was away for a moment").await;
    let saved = types(&ben, &question, right_answer(&question)).await;
    assert!(saved.contains("Saved"), "{saved}");
    ann.presses("Close now").await;
    ann.waits_for("All 2 answers were right").await;
    ann.runs("/quiz stop").await;
    bot.ends().await;
}

#[tokio::test]
async fn a_connection_that_hears_nothing_any_more_is_back_within_a_minute() {
    let bot = TestBot::process().await;
    bot.playground.goes_wrong("no-ack");
    comes_back(&bot, 1, Duration::from_secs(60)).await;
    assert!(says(
        &bot,
        "Starting anew: connection 0 has heard nothing from Discord for"
    ));
    bot.playground.goes_well();
    bot.member("ann").runs("/help").await.privately();
    bot.ends().await;
}

#[tokio::test]
async fn after_800_sessions_in_a_day_it_starts_no_more() {
    use sqlx::ConnectOptions as _;

    let mut bot = TestBot::process().await;
    assert_eq!(bot.n_identifies(), 1);
    bot.is_stopped().await;
    let options = SqliteConnectOptions::new().filename(bot.folder().join("data/clio.db"));
    let mut database: SqliteConnection = options.connect().await.unwrap();
    // The one that the bot has begun is counted; 798 more leave room for one.
    let copies = sqlx::query(
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 798)
         INSERT INTO session_starts (at) SELECT at - 4000000 FROM session_starts, n",
    );
    let copied = copies.execute(&mut database).await.unwrap();
    assert_eq!(copied.rows_affected(), 798);
    sqlx::Connection::close(database).await.unwrap();

    for n_begun in [2, 2] {
        bot.is_started_again();
        let (is_success, log) = bot.ends_by_itself().await;
        assert!(!is_success);
        let sentence = "Clio has connected to Discord as often as is wise in one day";
        let said = log.iter().filter(|line| line.contains(sentence));
        assert_eq!(said.count(), 1, "{log:#?}");
        assert!(log.iter().any(|line| line.contains("start it in 23 h")));
        assert_eq!(bot.n_identifies(), n_begun);
    }
}

#[tokio::test]
async fn the_log_holds_no_tokens_however_much_is_asked_for() {
    let setup = Setup::new().notes(CARDS).in_another_process();
    let bot = setup.logging("trace").start().await;
    let ann = bot.member("ann");
    ann.runs("/help").await.privately();
    ann.is_offered("search", "text", "be").await;
    ann.runs("/quiz start lobby:off").await.privately();
    let question = ann.waits_for("Question 1 of 2").await;
    bot.playground
        .goes_wrong("status=503,route=/callback,times=1");
    bot.playground
        .goes_wrong("status=500,route=POST /messages,times=1");
    types(&ann, &question, right_answer(&question)).await;
    bot.playground
        .goes_wrong("status=500,route=/callback,times=3");
    ann.runs("/help").await;
    ann.waits_for("Question 2 of 2").await;
    bot.playground.disturb(Disturbance::Drop);
    tokio::time::sleep(Duration::from_secs(1)).await;
    ann.runs("/quiz stop").await;
    let log = bot.log();
    for token in [INTERACTION, bot.playground.token()] {
        let leak = log.iter().find(|line| line.contains(token));
        assert_eq!(leak, None, "{token}");
    }
    assert!(
        log.iter()
            .any(|line| line.contains("DEBUG") || line.contains("TRACE")),
        "the finer lines of Clio itself are there"
    );
    bot.ends().await;
}
