//! Serenity as it is at Discord, with its rate limiter on: quizzes, acknowledgements while requests fail, and memory.
//!
//! Those called `by_hand` take long: `tests/run` leaves them out, and `CLIO_INTERACTIONS` says how many interactions they take.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use clio::playground::people::{Person, Seen};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::harness::{CARDS, Setup, TestBot, right_answer, types};

/// In how many windows at once each person uses the bot in the long runs.
const WINDOWS: usize = 8;

fn setup() -> (Setup, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap();
    let setup = Setup::new().notes(CARDS).in_another_process();
    (setup.monitored_at(at), at)
}

fn wanted(usual: usize) -> usize {
    let wanted = std::env::var("CLIO_INTERACTIONS").ok();
    wanted.map_or(usual, |text| text.parse().unwrap())
}

/// A number that the bot itself tells.
async fn told(at: SocketAddr, name: &str) -> f64 {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let answer = client.get(format!("http://{at}/metrics")).send().await;
    let metrics = answer.unwrap().text().await.unwrap();
    let line = metrics.lines().find(|line| line.starts_with(name));
    let line = line.unwrap_or_else(|| panic!("{name} is not in\n{metrics}"));
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

/// What people did, and how long each waited for an answer.
#[derive(Debug, Default)]
struct Done {
    waits: Vec<Duration>,
    n_unanswered: usize,
}

impl Done {
    fn percentile(&mut self, share: f64) -> Duration {
        self.waits.sort_unstable();
        let last = self.waits.len() - 1;
        self.waits[(last as f64 * share).round() as usize]
    }
}

/// Two people use the bot `n` times in all, each in a channel of their own and in `at_once` windows.
async fn use_it(bot: &TestBot, n: usize, at_once: usize) -> Done {
    let places = [("ann", "general"), ("ben", "quiz-night")];
    let mut using = JoinSet::new();
    for (name, channel) in places.into_iter().cycle().take(places.len() * at_once) {
        let person = bot.member(name).at(channel).person;
        using.spawn(uses_it(person, n / (places.len() * at_once)));
    }
    let mut all = Done::default();
    while let Some(done) = using.join_next().await {
        let done = done.unwrap();
        all.waits.extend(done.waits);
        all.n_unanswered += done.n_unanswered;
    }
    all
}

async fn uses_it(person: Person, n: usize) -> Done {
    let mut done = Done::default();
    let mut card = searched(&person).await;
    for nth in 0..n {
        // The playground keeps the newest messages only: an old card would be gone.
        if nth % 200 == 199 {
            card = searched(&person).await;
        }
        let began = Instant::now();
        let failed = match nth % 4 {
            0 => person.runs("/help").await.failed,
            1 => person.runs("/search text:berlin private:true").await.failed,
            2 => person.completes("search", &[], "text", "ber").await.err(),
            _ => person.forges(&card, "x9.another version").await.failed,
        };
        match failed {
            None => done.waits.push(began.elapsed()),
            Some(_) => done.n_unanswered += 1,
        }
    }
    done
}

/// A message with buttons; asked for again where a fault took the answer.
async fn searched(person: &Person) -> Seen {
    loop {
        if let Some(card) = person.runs("/search text:berlin").await.message {
            return card;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_quiz_is_played_while_serenity_holds_discords_limits() {
    let (setup, at) = setup();
    let bot = setup.on_the_true_path().start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    ann.runs("/quiz start lobby:off seconds:none")
        .await
        .privately();
    for number in 1..=2 {
        let question = ann.waits_for(&format!("Question {number} of 2")).await;
        types(&ann, &question, right_answer(&question)).await;
        types(&ben, &question, "Nobody at all").await;
        ann.presses_on(&question, "Close now").await;
    }
    ann.waits_for("The quiz is over").await;
    ann.runs("/leaderboard").await.openly();
    assert!(
        told(at, "clio_rate_limit_routes").await >= 1.0,
        "the limiter is on"
    );
    assert!(
        told(
            at,
            "clio_requests_total{route=\"POST /channels/messages\",status=\"200\"}"
        )
        .await
            >= 4.0
    );
    bot.ends().await;
}

/// A tenth of all requests fails: nearly all are answered, soon, and serenity's table of limits stays small.
#[expect(clippy::print_stdout, reason = "the figures of the test are wanted")]
async fn answers_while_requests_fail(n: usize, at_once: usize, share: f64) {
    let (setup, at) = setup();
    let bot = setup.on_the_true_path().start().await;
    let ann = bot.member("ann");
    ann.runs("/quiz start lobby:off seconds:none")
        .await
        .privately();
    ann.waits_for("Question 1 of 2").await;
    bot.playground.goes_wrong("status=500,chance=0.1");
    let began = Instant::now();
    let mut done = use_it(&bot, n, at_once).await;
    let took = began.elapsed();
    bot.playground.goes_well();
    let (half, most) = (done.percentile(0.5), done.percentile(0.99));
    let routes = told(at, "clio_rate_limit_routes").await;
    let all = told(at, "clio_acknowledgement_seconds_count").await;
    let soon = told(at, "clio_acknowledgement_seconds_bucket{le=\"0.5\"}").await;
    println!(
        "{n} interactions in {took:?}: {:.2} % acknowledged within half a second of their arrival; people waited {half:?} (p50), {most:?} (p99); \
         {} unanswered, {routes} routes in the table",
        soon * 100.0 / all,
        done.n_unanswered
    );
    // What people waited holds the time of this test itself.
    assert!(soon >= all * share, "{soon} of {all}");
    assert!(done.n_unanswered <= n / 200, "{}", done.n_unanswered);
    assert!(routes <= 1_000.0, "{routes}");
    ann.runs_until("/quiz stop", "stopped").await;
    bot.ends_after_faults().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_a_tenth_of_requests_fails_answers_come_soon() {
    // Other tests run at the same time; on a quiet machine it is 99 of 100.
    answers_while_requests_fail(2_000, 1, 0.95).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes; run by hand: 50,000 interactions on the true path"]
async fn by_hand_answers_come_soon_while_a_tenth_of_requests_fails() {
    answers_while_requests_fail(wanted(50_000), WINDOWS, 0.99).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes an hour or so; run by hand: a million interactions on the fast path"]
async fn by_hand_memory_stays_flat_over_a_million_interactions() {
    let n = wanted(1_000_000);
    let (setup, _) = setup();
    let bot = setup.without_a_record().start().await;
    // Names, what is drawn and what allocators keep are there after a twentieth.
    use_it(&bot, n / 20, WINDOWS).await;
    let before = bot.resident_kib();
    let (mut most, mut n_unanswered) = (before, 0);
    let began = Instant::now();
    for _ in 0..19 {
        n_unanswered += use_it(&bot, n / 20, WINDOWS).await.n_unanswered;
        most = most.max(bot.resident_kib());
        println!("{:?}: {} KiB", began.elapsed(), bot.resident_kib());
    }
    println!(
        "{n} interactions: {before} KiB after warm-up, at most {most} KiB, {n_unanswered} unanswered"
    );
    assert!(most * 100 <= before * 105, "{before} KiB, then {most} KiB");
    assert_eq!(n_unanswered, 0);
    bot.ends().await;
}
