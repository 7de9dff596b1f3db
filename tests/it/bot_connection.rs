//! Stories of the bot's connection to Discord: closed for good, lost without a word, begun too often; and of what its log never holds.

use std::time::Duration;

use clio::playground::Disturbance;
use clio::playground::record::{Direction, What};
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

/// Writes so many sessions into the books of a bot that does not run, some minutes ago.
async fn had_begun(bot: &TestBot, n: i64) {
    use sqlx::ConnectOptions as _;

    let options = SqliteConnectOptions::new().filename(bot.folder().join("data/clio.db"));
    let mut database: SqliteConnection = options.connect().await.unwrap();
    let copies = sqlx::query(
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < $1)
         INSERT INTO session_starts (at) SELECT at - 400000 FROM session_starts, n",
    );
    let copied = copies.bind(n).execute(&mut database).await.unwrap();
    assert_eq!(i64::try_from(copied.rows_affected()), Ok(n));
    sqlx::Connection::close(database).await.unwrap();
}

async fn n_counted(bot: &TestBot) -> i64 {
    use sqlx::ConnectOptions as _;

    let options = SqliteConnectOptions::new().filename(bot.folder().join("data/clio.db"));
    let mut database: SqliteConnection = options.connect().await.unwrap();
    let counted = sqlx::query_scalar("SELECT count(*) FROM session_starts");
    counted.fetch_one(&mut database).await.unwrap()
}

async fn answers_again(bot: &TestBot) {
    let ann = bot.member("ann");
    let back = async { while ann.person.runs("/help").await.failed.is_some() {} };
    let back = tokio::time::timeout(Duration::from_secs(40), back).await;
    assert!(back.is_ok(), "{:#?}", bot.log());
}

/// When the bot sent frames of this kind, in seconds.
fn sent_at(bot: &TestBot, code: u64) -> Vec<f64> {
    let record = bot.playground.record().into_iter();
    let sent = record.filter(|entry| {
        entry.direction == Direction::In
            && matches!(entry.what, What::Gateway { op, .. } if op == code)
    });
    sent.map(|entry| {
        let at: jiff::Timestamp = entry.time.parse().unwrap();
        at.as_duration().as_secs_f64()
    })
    .collect()
}

#[tokio::test]
async fn sessions_that_are_refused_in_a_row_are_counted_and_begun_ever_more_slowly() {
    let mut bot = TestBot::process().await;
    bot.is_stopped().await;
    had_begun(&bot, 7).await;
    bot.comes_back().await;
    let before = bot.n_identifies();
    bot.playground.goes_wrong("no-session,times=3");
    bot.playground.disturb(Disturbance::Drop);
    // RESUME and two IDENTIFY are refused.
    for n_begun in 1..=3 {
        let lost = Instant::now();
        while bot.n_identifies() < before + n_begun {
            assert!(lost.elapsed() < Duration::from_secs(30), "{:#?}", bot.log());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    let begun = sent_at(&bot, 2).split_off(before);
    let pauses: Vec<f64> = begun.windows(2).map(|two| two[1] - two[0]).collect();
    assert!(pauses[0] > 9.9 && pauses[1] > 19.9, "{pauses:?}");
    assert_eq!(sent_at(&bot, 6).len(), 1);
    answers_again(&bot).await;
    let n_begun = i64::try_from(bot.n_identifies()).unwrap();
    assert_eq!(n_counted(&bot).await, n_begun + 7);
    assert!(says(&bot, "it does so again in 20 s"), "{:#?}", bot.log());
    assert!(!says(&bot, "Starting anew"), "{:#?}", bot.log());
    bot.ends().await;
}

#[tokio::test]
async fn a_session_that_can_never_be_taken_up_is_not_hammered_at() {
    let bot = TestBot::process().await;
    bot.playground.goes_wrong("no-session=resumable");
    bot.playground.disturb(Disturbance::Drop);
    tokio::time::sleep(Duration::from_secs(12)).await;
    // Twenty at once, then after 1, 2, 4 and 8 seconds.
    let n_resumes = sent_at(&bot, 6).len();
    assert!((20..26).contains(&n_resumes), "{n_resumes}");
    bot.playground.goes_well();
    answers_again(&bot).await;
    assert_eq!(bot.n_identifies(), 1);
    bot.ends_after_faults().await;
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
