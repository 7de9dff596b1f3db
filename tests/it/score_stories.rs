//! Stories of what was earned: boards, profiles, and what a server gets wrong.

use std::time::Duration;

use clio::playground::people::Seen;
use clio::quiz::{Player, Server};
use clio::store::{Privacy as _, Seasons as _, Sqlite, Store as _};

use crate::harness::{CARDS, Member, SCHOOL, Setup, TestBot, right_answer, types};

/// A quiz of the two cards, with how many of them each gets right.
pub(crate) async fn play(host: &Member, players: &[(&Member, usize)]) {
    let before = host.counts("The quiz is over");
    let members: Vec<&Member> = players.iter().map(|(player, _)| *player).collect();
    begin(host, &members).await;
    for number in 1..=2 {
        let question = next_question(host, number).await;
        for (player, n_right) in players {
            let answer = match number <= *n_right {
                true => right_answer(&question),
                false => "Nobody at all",
            };
            types(player, &question, answer).await;
        }
    }
    for _ in 0..600 {
        if host.counts("The quiz is over") > before {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the quiz did not end");
}

/// Begins a quiz of the two cards with these players.
async fn begin(host: &Member, players: &[&Member]) {
    host.starts("/quiz start topic:berlin cards")
        .await
        .privately();
    let lobby = newest(host, "Join", "").await;
    for player in players {
        player.presses_on(&lobby, "Join").await.privately();
    }
    host.presses_on(&lobby, "Start now").await.privately();
}

/// The open question of that number.
async fn next_question(member: &Member, number: usize) -> Seen {
    newest(member, "Answer", &format!("Question {number} of 2")).await
}

/// The newest message with this button and these words, as soon as there is one.
async fn newest(member: &Member, button: &str, words: &str) -> Seen {
    for _ in 0..400 {
        let newest = member.sees().into_iter().rev();
        let found = newest
            .into_iter()
            .find(|message| message.text().contains(words) && message.offers(button));
        if let Some(message) = found {
            return message;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("no message with {words:?} and [{button}] was ever shown");
}

/// The lines of a board, blanks as blanks.
pub(crate) fn lines(message: &Seen) -> Vec<String> {
    let text = message.text().replace('\u{a0}', " ");
    let rows = text.lines().filter(|line| line.starts_with('`'));
    rows.map(str::to_owned).collect()
}

#[expect(clippy::too_many_lines, reason = "one story")]
async fn a_group_looks_at_what_it_earned(bot: TestBot) {
    let (ann, ben, cleo) = (bot.member("ann"), bot.member("ben"), bot.member("cleo"));
    ann.runs("/leaderboard")
        .await
        .openly()
        .shows("Nobody is on this board yet");
    ann.runs("/profile")
        .await
        .privately()
        .shows("You have not answered a question here yet");
    play(&ann, &[(&ann, 2), (&ben, 1)]).await;

    let board = ann.runs("/leaderboard").await;
    board.openly().shows("Leaderboard: this season").hides("%");
    assert_eq!(
        lines(board.message()),
        [
            "`rank  points  games`",
            "` 1st      20      1` 🥇 **Ann**",
            "` 2nd      10      1` 🥈 **Ben**",
        ]
    );
    board.shows("2 players");
    let week = ann.presses_on(board.message(), "Week").await;
    week.in_place_of(board.message())
        .shows("Leaderboard: this week")
        .shows("**Ann**");
    let copy = ben.presses_on(week.message(), "All time").await;
    copy.privately().shows("Leaderboard: all time");
    let again = ben.presses_on(copy.message(), "Month").await;
    again.in_place_of(copy.message()).shows("this month");

    ben.presses_on(week.message(), "My place")
        .await
        .privately()
        .shows("2nd of 2")
        .shows("Right: 1 of 2, 50 %")
        .shows("10 points to the 1st place");
    cleo.presses_on(week.message(), "My place")
        .await
        .privately()
        .shows("You are not on this board");
    cleo.runs("/leaderboard sort:accuracy")
        .await
        .privately()
        .shows("Nobody has 5 answers");
    cleo.runs("/leaderboard period:last season")
        .await
        .privately()
        .shows("There is no season before this one yet");
    let podium = ann.waits_for("The quiz is over").await;
    cleo.presses_on(&podium, "Leaderboard")
        .await
        .privately()
        .shows("🥇 **Ann**");

    let topics = ben.is_offered("leaderboard", "topic", "col").await;
    assert_eq!(topics[0].name, "cold-war");
    ben.runs("/leaderboard topic:Cold-War period:30 days")
        .await
        .openly()
        .shows("Topic: cold-war")
        .shows("**Ann**");
    ben.runs("/leaderboard topic:astrophysics")
        .await
        .privately()
        .shows("called “astrophysics”")
        .shows("cold-war");
    the_profiles_say_what_each_may_know(&ann, &ben, &cleo).await;
    bot.ends().await;
}

async fn the_profiles_say_what_each_may_know(ann: &Member, ben: &Member, cleo: &Member) {
    let own = ben.runs("/profile").await;
    own.privately()
        .shows("**2nd** of 2 this season")
        .shows("1\u{a0}of\u{a0}2,\u{a0}50\u{a0}%")
        .shows("10 points on 1 day, 1 of 2 answers right")
        .shows("Missed lately");
    let review = ben.presses_on(own.message(), "Review my misses").await;
    review.privately().shows("question 1 of 1");
    let told = ben.presses_on(review.message(), "Show me").await;
    told.in_place_of(review.message());
    let over = ben.presses_on(told.message(), "Result").await;
    over.shows("0 of 1 right");

    let id = |member: &Member| member.person.id();
    let other = cleo.runs(&format!("/profile member:{}", id(ben))).await;
    other
        .openly()
        .shows("Ben")
        .shows("10 points · 1 game")
        .hides("%")
        .hides("of 2")
        .hides("right")
        .hides("Missed");
    ann.runs(&format!("/profile member:{}", id(cleo)))
        .await
        .privately()
        .shows("**Cleo** has not answered a question here yet");
    ann.runs(&format!("/profile member:{}", id(ann)))
        .await
        .privately()
        .shows("**In a row:** 2 right answers · 1 day");
}

#[tokio::test]
async fn a_group_looks_at_what_it_earned_in_this_process() {
    a_group_looks_at_what_it_earned(Setup::new().notes(CARDS).start().await).await;
}

#[tokio::test]
async fn a_group_looks_at_what_it_earned_from_another_process() {
    let setup = Setup::new().notes(CARDS).in_another_process();
    a_group_looks_at_what_it_earned(setup.start().await).await;
}

/// Stops the bot, changes what it keeps, and starts it again.
pub(crate) async fn meanwhile(bot: &mut TestBot, change: impl AsyncFnOnce(&clio::store::Database)) {
    bot.is_stopped().await;
    let store = Sqlite::open(&bot.folder().join("data")).await.unwrap();
    change(&store).await;
    store.close().await;
    drop(store);
    bot.comes_back().await;
}

pub(crate) fn now() -> Duration {
    let since = jiff::Timestamp::now().as_millisecond();
    Duration::from_millis(since.unsigned_abs())
}

#[tokio::test]
async fn ties_share_a_rank_the_hidden_are_not_listed_and_last_season_stays() {
    let mut bot = Setup::new().notes(CARDS).in_another_process().start().await;
    let (ann, ben, cleo) = (bot.member("ann"), bot.member("ben"), bot.member("cleo"));
    play(&ann, &[(&ann, 1), (&ben, 1), (&cleo, 2)]).await;
    let (hidden, here) = (Player(cleo.person.id()), Server(SCHOOL));
    let board = ann.runs("/leaderboard").await;
    let ranks: Vec<String> = lines(board.message())
        .iter()
        .map(|line| line.chars().take(5).collect())
        .collect();
    assert_eq!(ranks, ["`rank", "` 1st", "` 2nd", "` 2nd"]);

    // Names are not kept: after a restart they are asked for.
    meanwhile(&mut bot, async |store| {
        store.set_hidden(hidden, true, now()).await.unwrap();
    })
    .await;
    let board = ann.runs("/leaderboard").await;
    assert_eq!(
        lines(board.message())[1..],
        [
            "` 1st      10      1` 🥇 **Ann**",
            "` 1st      10      1` 🥇 **Ben**",
        ]
    );
    board.shows("2 players").hides("Cleo");
    cleo.presses_on(board.message(), "My place")
        .await
        .privately()
        .shows("You are hidden from the boards");
    cleo.runs("/profile")
        .await
        .privately()
        .shows("You are hidden from the boards")
        .shows("20\u{a0}\u{a0}2\u{a0}of\u{a0}2");
    ann.runs(&format!("/profile member:{}", hidden.0))
        .await
        .privately()
        .shows("keeps their scores to themselves")
        .hides("20");

    meanwhile(&mut bot, async |store| {
        store.end_season(here, 1, None, now()).await.unwrap();
    })
    .await;
    bot.playground.puts_out("ben", SCHOOL);
    let board = ann.runs("/leaderboard").await;
    board.shows("Nobody is on this board yet");
    let last = ann.presses_on(board.message(), "Last season").await;
    last.in_place_of(board.message())
        .shows("Leaderboard: season 1")
        .shows("🥇 **Ben** (left the server)");
    ann.runs("/leaderboard period:last season")
        .await
        .openly()
        .shows("Leaderboard: season 1");
    bot.ends().await;
}

#[tokio::test]
async fn a_board_does_not_wait_for_names() {
    let mut bot = Setup::new().notes(CARDS).in_another_process().start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    play(&ann, &[(&ann, 1), (&ben, 2)]).await;
    meanwhile(&mut bot, async |_| {}).await;
    bot.playground.goes_wrong("slow=10s,route=GET /guilds/");
    let board = ann.runs("/leaderboard").await;
    let ben_id = ben.person.id();
    let text = board.message().text();
    assert!(text.contains(&format!("🥇 <@{ben_id}>")), "{text}");
    assert!(text.contains("🥈 **Ann**"), "who asks is known: {text}");
    let took = board.answer.took;
    assert!(took < Duration::from_millis(2_500), "{took:?}");
    bot.ends().await;
}

#[tokio::test]
async fn nothing_is_told_of_a_question_that_is_open() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    play(&ann, &[(&ann, 1), (&ben, 1)]).await;
    let ann_id = ann.person.id();
    let asked = [
        "/leaderboard".to_owned(),
        "/leaderboard period:day".to_owned(),
        "/leaderboard period:week".to_owned(),
        "/leaderboard period:month".to_owned(),
        "/leaderboard period:30 days".to_owned(),
        "/leaderboard period:all".to_owned(),
        "/leaderboard sort:games".to_owned(),
        "/leaderboard sort:accuracy".to_owned(),
        "/leaderboard topic:cold-war".to_owned(),
        "/leaderboard groups:true".to_owned(),
        "/group board".to_owned(),
        "/profile".to_owned(),
        format!("/profile member:{ann_id}"),
        "/weak".to_owned(),
    ];
    let mut before = Vec::new();
    for command in &asked {
        before.push(shown(&ben, command).await);
    }
    let mine = shown_by(&ben, "My place").await;
    begin(&ann, &[&ann, &ben]).await;
    let question = next_question(&ann, 1).await;
    types(&ann, &question, right_answer(&question)).await;
    for (command, before) in asked.iter().zip(&before) {
        let during = shown(&ben, command).await;
        // A list of weak parts says that it is private meanwhile.
        let during = during.replace(
            "A quiz is running in this channel, so only you see this.\n",
            "",
        );
        assert_eq!(&during, before, "{command}");
    }
    assert_eq!(shown_by(&ben, "My place").await, mine);
    let question = ann.person.sees(question.id()).unwrap();
    assert!(question.offers("Answer"), "it was open all the while");
    ann.runs("/quiz stop").await;
    bot.ends().await;
}

async fn shown(member: &Member, command: &str) -> String {
    member.runs(command).await.message().text()
}

async fn shown_by(member: &Member, label: &str) -> String {
    let board = member.runs("/leaderboard").await;
    let told = member.presses_on(board.message(), label).await;
    told.message().text()
}

#[tokio::test]
async fn what_a_server_gets_wrong_is_asked_again() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben, cleo) = (bot.member("ann"), bot.member("ben"), bot.member("cleo"));
    ann.runs("/weak")
        .await
        .privately()
        .shows("Nothing stands out yet");
    play(&ann, &[(&ann, 1), (&ben, 0), (&cleo, 0)]).await;
    // The podium is shown a moment before the channel is free.
    let mut weak = ben.runs("/weak").await;
    for _ in 0..100 {
        if !weak.message().is_ephemeral() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        weak = ben.runs("/weak").await;
    }
    weak.openly()
        .shows("What this server gets wrong most")
        .shows("Berlin cards")
        .shows("cold-war");
    assert_eq!(lines(weak.message())[1].split('`').nth(1), Some("5 of 6"));
    ben.presses_on(weak.message(), "Quiz us on this")
        .await
        .privately()
        .shows("The lobby is open. You are the host");
    ben.waits_for("cold-war").await;
    ben.runs("/quiz stop").await;
    bot.ends().await;
}

#[tokio::test]
async fn scores_belong_to_servers() {
    let bot = Setup::new().notes(CARDS).start().await;
    let ann = bot.member("ann").in_direct_messages();
    for command in [
        "/leaderboard",
        "/profile",
        "/weak",
        "/group list",
        "/group board",
        "/group create name:Red",
    ] {
        ann.runs(command)
            .await
            .privately()
            .shows("This works only in a server. Use it in one of yours.");
    }
    bot.ends().await;
}
