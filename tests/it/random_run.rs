//! Members play quizzes by chance while everything goes wrong at once and the bot is killed in the middle; afterwards what was promised
//! must hold.
//!
//! `CLIO_RANDOM_SECONDS` says for how long, a minute if it does not; `CLIO_RANDOM_SEED` tells a run again as far as chance decides it.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use clio::playground::people::Seen;
use clio::playground::record::{Entry, What};
use jiff::Timestamp;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};
use serde_json::{Value, json};
use sqlx::Row as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tokio::time::Instant;

use crate::harness::{CARDS, Member, Setup, TestBot, right_answer};
use crate::random_excuses::{Excuses, Unanswered};

/// All at once. Without a code a connection is closed once: each time costs one of the five starts anew in an hour.
const FAULTS: &[&str] = &[
    "status=500,chance=0.05",
    "limited=user,chance=0.03",
    "limited=shared,chance=0.02,route=/messages",
    "slow=400ms,chance=0.05",
    "lost,chance=0.02",
    "drop,every=11s",
    "close=4000,every=17s",
    "close,every=23s,times=1",
    "reconnect,every=13s",
    "invalid-session,every=29s",
    "invalid-session=resumable,every=19s",
    "duplicate,chance=0.1",
    "reorder,chance=0.1",
    "no-ack,chance=0.1",
];

/// Where a member can play.
fn places(bot: &TestBot, name: &str) -> Vec<Member> {
    let member = bot.member(name);
    let mut places = vec![member.at("general"), member.at("quiz-night")];
    if ["ann", "ben"].contains(&name) {
        places.push(member.at_in("Exam Cram", "general"));
    }
    places
}

/// An answer that somebody tried to give.
#[derive(Debug, Clone)]
struct Try {
    question: (i64, i64),
    player: u64,
    is_right: bool,
    /// Clio said that it is saved.
    is_kept: bool,
}

/// What the members did.
#[derive(Debug, Default)]
struct Diary {
    tries: Vec<Try>,
    n_answered: usize,
    unanswered: Vec<Unanswered>,
}

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap())
}

#[tokio::test]
#[ignore = "takes a minute and more"]
async fn whatever_goes_wrong_nothing_is_lost_counted_twice_locked_or_pinging() {
    let lasts = Duration::from_secs(setting("CLIO_RANDOM_SECONDS").unwrap_or(60));
    let seed =
        setting("CLIO_RANDOM_SEED").unwrap_or(Timestamp::now().as_millisecond().unsigned_abs());
    println!("CLIO_RANDOM_SEED={seed}");
    let setup = Setup::new().notes(CARDS).in_another_process();
    let mut bot = setup.start().await;
    for fault in FAULTS {
        bot.playground.goes_wrong(fault);
    }
    let diary = Mutex::default();
    let members = ["ann", "ben", "cleo", "dev"].map(|name| places(&bot, name));
    let end = Instant::now() + lasts;
    let playing = members.iter().zip(1..).map(|(places, nth)| {
        let rng = StdRng::seed_from_u64(seed.wrapping_add(nth));
        plays(places, rng, end, &diary)
    });
    let playing = futures_util::future::join_all(playing);
    let ((), _) = tokio::join!(starts_again(&mut bot, lasts / 2), playing);

    bot.playground.goes_well();
    let everywhere = &members[0];
    is_well_again(&bot, &everywhere[0]).await;
    for there in everywhere {
        there
            .runs_until("/quiz status", "No quiz is running in this")
            .await;
        let began = there.runs("/quiz start").await;
        began.privately().shows("You are the host");
        there.runs("/quiz stop").await;
    }
    let diary = diary.into_inner().unwrap();
    nothing_is_lost_or_counted_twice(&bot, everywhere, &diary).await;
    let record = bot.playground.record();
    nothing_pings(&record);
    let excuses = Excuses::of(&record);
    let mut n_excused = BTreeMap::new();
    for unanswered in &diary.unanswered {
        let excuse = excuses.excuse(unanswered);
        let excuse =
            excuse.unwrap_or_else(|seen| panic!("without a fault: {unanswered:?}\n{seen}"));
        *n_excused.entry(excuse).or_insert(0) += 1;
    }
    println!(
        "{} answered, {} not, each by a fault: {n_excused:?}; {} answers tried, {} kept, {} sessions begun, {} starts anew since the kill",
        diary.n_answered,
        diary.unanswered.len(),
        diary.tries.len(),
        diary.tries.iter().filter(|tried| tried.is_kept).count(),
        bot.n_identifies(),
        bot.log()
            .iter()
            .filter(|line| line.contains("Starting anew"))
            .count(),
    );
    bot.ends().await;
}

/// The process is killed after a while, and started again at once.
async fn starts_again(bot: &mut TestBot, after: Duration) {
    tokio::time::sleep(after).await;
    bot.is_killed();
    bot.is_started_again();
}

/// One member, until the time is over.
async fn plays(places: &[Member], mut rng: StdRng, end: Instant, diary: &Mutex<Diary>) {
    while Instant::now() < end {
        let there = places.choose(&mut rng).unwrap();
        let question = open_question(there);
        match (question, rng.random_range(0..10)) {
            (Some(question), 0..7) => {
                let is_right = rng.random_bool(0.6);
                answers(there, &question, is_right, diary).await;
            }
            (None, 0..7) => does(there, "/quiz start lobby:off seconds:5", diary).await,
            (_, 7) => does(there, "/search text:berlin", diary).await,
            (_, 8) => does(there, "/leaderboard", diary).await,
            _ => does(there, "/profile", diary).await,
        }
        tokio::time::sleep(Duration::from_millis(rng.random_range(20..400))).await;
    }
}

/// The newest question that can be answered, as far as its button says so.
fn open_question(there: &Member) -> Option<Seen> {
    let seen = there.sees().into_iter().rev();
    seen.into_iter().find(|message| {
        message
            .button("Answer")
            .is_some_and(|button| !button.disabled)
    })
}

/// The game and the round of a question: its button is called `qt`, the game to the base of 36, and the round.
fn round_of(question: &Seen) -> (i64, i64) {
    let id = question.button("Answer").unwrap().custom_id.unwrap();
    let (game, round) = id.strip_prefix("qt").unwrap().split_once('.').unwrap();
    let game = i64::from_str_radix(game, 36).unwrap();
    (game, round.parse().unwrap())
}

async fn does(there: &Member, command: &str, diary: &Mutex<Diary>) {
    let began = Timestamp::now();
    let answer = there.person.runs(command).await;
    note(diary, there, began, answer.failed);
}

fn note(diary: &Mutex<Diary>, who: &Member, from: Timestamp, failed: Option<String>) {
    let mut diary = diary.lock().unwrap();
    match failed {
        Some(why) => diary.unanswered.push(Unanswered {
            person: who.person.id(),
            from,
            to: Timestamp::now(),
            why,
        }),
        None => diary.n_answered += 1,
    }
}

async fn answers(there: &Member, question: &Seen, is_right: bool, diary: &Mutex<Diary>) {
    let began = Timestamp::now();
    let pressed = there.person.presses_on(question, "Answer").await;
    note(diary, there, began, pressed.failed);
    // The question may have been closed meanwhile.
    let Some(form) = pressed.modal else { return };
    let text = if is_right {
        right_answer(question)
    } else {
        "Somebody else"
    };
    let began = Timestamp::now();
    let told = there.person.submits(&form, &[("answer", text)]).await;
    let is_kept = told.failed.is_none()
        && told
            .message
            .as_ref()
            .is_some_and(|message| message.text().contains("Saved"));
    diary.lock().unwrap().tries.push(Try {
        question: round_of(question),
        player: there.person.id(),
        is_right,
        is_kept,
    });
    note(diary, there, began, told.failed);
}

/// Waits until the bot answers again; a connection that was lost without a word takes most of a minute.
async fn is_well_again(bot: &TestBot, member: &Member) {
    for _ in 0..30 {
        if member.person.runs("/help").await.failed.is_none() {
            return;
        }
    }
    let log = bot.log();
    let last = log.len().saturating_sub(40);
    panic!("the bot does not come back: {:#?}", &log[last..]);
}

async fn nothing_is_lost_or_counted_twice(bot: &TestBot, everywhere: &[Member], diary: &Diary) {
    use sqlx::ConnectOptions as _;

    let options = SqliteConnectOptions::new().filename(bot.folder().join("data/clio.db"));
    let mut database: SqliteConnection = options.connect().await.unwrap();
    for tried in diary.tries.iter().filter(|tried| tried.is_kept) {
        let row = sqlx::query(
            "SELECT points FROM answers WHERE game = $1 AND round = $2 AND player = $3",
        )
        .bind(tried.question.0)
        .bind(tried.question.1)
        .bind(i64::try_from(tried.player).unwrap())
        .fetch_optional(&mut database)
        .await
        .unwrap();
        let points: Option<i64> = row.map(|row| row.get(0));
        let same = |other: &&Try| other.question == tried.question && other.player == tried.player;
        let tries: Vec<&Try> = diary.tries.iter().filter(same).collect();
        // What was not acknowledged may have been kept nevertheless.
        let last_kept = tries.iter().rposition(|other| other.is_kept).unwrap();
        let may: Vec<bool> = tries[last_kept..]
            .iter()
            .map(|other| other.is_right)
            .collect();
        let is_right = points.map(|points| points > 0);
        assert!(
            is_right.is_some_and(|is_right| may.contains(&is_right)),
            "{points:?} points for {tries:?}"
        );
    }
    let checked = std::process::Command::new(env!("CARGO_BIN_EXE_clio"))
        .args(["db", "check"])
        .current_dir(bot.folder())
        .output()
        .unwrap();
    assert!(checked.status.success(), "{checked:?}");
    for there in everywhere {
        let row = sqlx::query("SELECT count(*) FROM games WHERE channel = $1")
            .bind(i64::try_from(there.person.channel_id()).unwrap())
            .fetch_one(&mut database)
            .await
            .unwrap();
        let n_games: i64 = row.get(0);
        let seen = there.sees();
        let n_podiums = seen
            .iter()
            .filter(|message| message.offers("Play again"))
            .count();
        assert!(
            n_podiums <= usize::try_from(n_games).unwrap(),
            "{n_podiums} podiums of {n_games} games"
        );
    }
}

/// Every message that the bot sent says that nobody is mentioned.
fn nothing_pings(record: &[Entry]) {
    let mut n_messages = 0;
    for entry in record {
        let What::Rest {
            method,
            path,
            status: None,
        } = &entry.what
        else {
            continue;
        };
        let is_message = matches!(method.as_str(), "POST" | "PATCH") && path.contains("/messages");
        let is_answer = path.contains("/callback")
            && [4, 7].map(|kind| json!(kind)).contains(&entry.body["type"]);
        let message: &Value = match (is_message, is_answer) {
            (true, _) => &entry.body,
            (_, true) => &entry.body["data"],
            _ => continue,
        };
        assert_eq!(
            message["allowed_mentions"]["parse"],
            json!([]),
            "{path} {message}"
        );
        n_messages += 1;
    }
    assert!(n_messages > 20, "{n_messages}");
}
