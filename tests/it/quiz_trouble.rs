//! Stories of quizzes in trouble: what other bots died of, one after the other.

use clio::playground::Disturbance;
use clio::playground::admin::Permissions;
use clio::playground::people::Seen;

use crate::harness::{CARDS, EXAM, SCHOOL, Setup, TestBot, right_answer, types};

/// A game of two cards whose first question is open.
async fn playing(bot: &TestBot) -> Seen {
    let ann = bot.member("ann");
    ann.runs("/quiz start lobby:off").await.privately();
    ann.waits_for("Question 1 of 2").await
}

/// Waits until no quiz runs in the whole server.
async fn nothing_runs(bot: &TestBot) {
    let ann = bot.member("ann");
    ann.runs_until("/quiz status", "No quiz is running in this channel.")
        .await;
}

#[tokio::test]
async fn a_channel_is_free_again_after_a_stop_and_a_stuck_buttons_press_is_answered() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben, mia) = (bot.member("ann"), bot.member("ben"), bot.member("mia"));
    let question = playing(&bot).await;
    ben.runs("/quiz start")
        .await
        .privately()
        .shows("running in this channel already");
    ben.runs("/quiz stop")
        .await
        .privately()
        .shows("Only the host");
    ben.runs("/quiz pause")
        .await
        .privately()
        .shows("Only the host");
    ben.at("quiz-night")
        .runs("/quiz status")
        .await
        .privately()
        .shows("but in <#");
    mia.at("quiz-night")
        .runs("/quiz stop")
        .await
        .privately()
        .shows("No quiz is running");
    mia.runs("/quiz stop").await.openly().shows("stopped");
    nothing_runs(&bot).await;
    let podium = ann.waits_for("It was stopped").await;
    // The old button was there until the end; whoever presses late is told.
    let stale = ann.forges(&question, "qt1.0").await;
    stale.privately().shows("closed");
    ann.presses_on(&podium, "Play again")
        .await
        .privately()
        .shows("You are the host");
    bot.ends().await;
}

#[tokio::test]
async fn a_press_at_the_bell_is_answered_whether_it_counts_or_not() {
    let bot = Setup::new().notes(CARDS).start().await;
    let ann = bot.member("ann");
    ann.runs("/quiz start lobby:off seconds:5")
        .await
        .privately();
    let question = ann.waits_for("Question 1 of 2").await;
    let form = ann.presses_on(&question, "Answer").await;
    ann.waits_for("Nobody answered").await;
    ann.submits(&form, &[("answer", "too late")])
        .await
        .privately()
        .shows("This question is closed");
    ann.forges(&question, "qt1.0")
        .await
        .privately()
        .shows("closed");
    bot.ends().await;
}

#[tokio::test]
async fn nobody_learns_what_is_right_before_the_question_closes() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    let question = playing(&bot).await;
    let right = types(&ann, &question, right_answer(&question)).await;
    let wrong = types(&ben, &question, "Somebody else").await;
    let wording = |told: &str, answer: &str| told.replace(answer, "…");
    assert_eq!(
        wording(&right, right_answer(&question)),
        wording(&wrong, "Somebody else")
    );
    ann.runs("/quiz status")
        .await
        .hides(right_answer(&question));
    let lobby = ann.sees();
    assert!(
        lobby
            .iter()
            .filter(|seen| !seen.is_ephemeral())
            .all(|seen| !seen.text().contains("point for"))
    );
    bot.ends().await;
}

#[tokio::test]
async fn in_direct_messages_quizzes_are_refused_in_a_sentence() {
    let bot = Setup::new().notes(CARDS).start().await;
    let ann = bot.member("ann").in_direct_messages();
    ann.runs("/quiz start")
        .await
        .shows("in the channels of a server");
    for command in ["/quiz stop", "/quiz skip", "/quiz pause", "/quiz resume"] {
        ann.runs(command).await.shows("No quiz is running");
    }
    ann.runs("/quiz status")
        .await
        .shows("in the channels of a server");
    bot.ends().await;
}

#[tokio::test]
async fn what_clio_may_not_do_in_a_channel_is_said_before_a_game_begins() {
    let bot = Setup::new().notes(CARDS).start().await;
    let ann = bot.member("ann").at("announcements");
    ann.runs("/quiz start")
        .await
        .privately()
        .shows("Clio lacks a permission")
        .shows("Send Messages");
    ann.runs("/quiz status")
        .await
        .privately()
        .shows("No quiz is running");
    bot.ends().await;
}

#[tokio::test]
async fn a_permission_that_is_revoked_between_rounds_ends_the_game_at_once() {
    let bot = Setup::new().notes(CARDS).start().await;
    let ann = bot.member("ann");
    let question = playing(&bot).await;
    types(&ann, &question, right_answer(&question)).await;
    bot.playground
        .forbids(ann.person.channel_id(), Permissions::SEND_MESSAGES);
    ann.runs("/quiz skip").await;
    nothing_runs(&bot).await;
    let refused = bot.counters().requests.get();
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    assert_eq!(
        bot.counters().requests.get(),
        refused,
        "it is not tried again"
    );
    bot.ends().await;
}

#[tokio::test]
async fn a_deleted_question_ends_the_game_with_the_points_so_far() {
    let bot = Setup::new().notes(CARDS).start().await;
    let ann = bot.member("ann");
    let question = playing(&bot).await;
    let form = ann.presses_on(&question, "Answer").await;
    bot.playground
        .deletes_message(ann.person.channel_id(), question.id());
    ann.submits(&form, &[("answer", "Joseph Stalin")]).await;
    ann.waits_for("a message of it was deleted").await;
    nothing_runs(&bot).await;
    bot.ends().await;
}

#[tokio::test]
async fn a_game_has_its_own_thread_and_ends_with_it() {
    let bot = Setup::new().notes(CARDS).start().await;
    let ann = bot.member("ann");
    ann.runs("/quiz start lobby:off thread:true topic:berlin cards")
        .await
        .privately()
        .shows("It is played in <#");
    let there = ann.at("Quiz: Berlin cards");
    there.waits_for("Question 1 of 2").await;
    ann.runs("/quiz status")
        .await
        .privately()
        .shows("but in <#");
    there
        .runs("/quiz start thread:true")
        .await
        .privately()
        .shows("thread cannot be opened");
    bot.playground.deletes_channel(there.person.channel_id());
    nothing_runs(&bot).await;
    bot.ends().await;
}

#[tokio::test]
async fn a_deleted_channel_and_a_removed_bot_end_their_games() {
    let bot = Setup::new().notes(CARDS).start().await;
    let ann = bot.member("ann");
    let night = ann.at("quiz-night");
    night.runs("/quiz start lobby:off").await.privately();
    night.waits_for("Question 1 of 2").await;
    bot.playground.deletes_channel(night.person.channel_id());
    nothing_runs(&bot).await;

    let exam = ann.at_in("Exam Cram", "general");
    exam.runs("/quiz start lobby:off").await.privately();
    exam.waits_for("Question 1 of 2").await;
    bot.playground.removes_bot(EXAM);
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    bot.playground.invites_bot(EXAM);
    exam.runs("/quiz start lobby:off")
        .await
        .privately()
        .shows("You are the host");
    bot.ends().await;
}

#[tokio::test]
async fn an_outage_of_a_server_neither_ends_its_game_nor_counts_as_leaving() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    let question = playing(&bot).await;
    types(&ann, &question, right_answer(&question)).await;
    bot.playground.outage_begins(SCHOOL);
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    bot.playground.outage_ends(SCHOOL);
    let told = types(&ben, &question, right_answer(&question)).await;
    assert!(told.contains("Saved"), "{told}");
    ann.waits_for("All 2 answers were right").await;
    bot.ends().await;
}

#[tokio::test]
async fn a_game_hears_presses_again_after_a_reconnect() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    let question = playing(&bot).await;
    types(&ann, &question, right_answer(&question)).await;
    bot.playground.disturb(Disturbance::Drop);
    for _ in 0..200 {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        if bot.playground.is_bot_online() {
            break;
        }
    }
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let told = types(&ben, &question, right_answer(&question)).await;
    assert!(told.contains("Saved"), "{told}");
    ann.waits_for("All 2 answers were right").await;
    bot.ends().await;
}

#[tokio::test]
async fn a_reply_is_an_answer_and_a_message_elsewhere_is_none() {
    let bot = Setup::new().notes(CARDS).reading_messages().start().await;
    let (ann, ben, cleo) = (bot.member("ann"), bot.member("ben"), bot.member("cleo"));
    let question = playing(&bot).await;
    let right = right_answer(&question);
    ann.person.replies(&question, right).unwrap();
    ben.person.says(right).unwrap();
    cleo.at("quiz-night").person.says(right).unwrap();
    ann.waits_for("2 have answered").await;
    ann.runs("/quiz pause").await.openly();
    ann.runs("/quiz resume").await.openly().shows("goes on");
    ann.waits_for("All 2 answers were right").await;
    bot.ends().await;
}

#[tokio::test]
async fn a_pause_stops_the_clock_and_answers_wait() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    ann.runs("/quiz start lobby:off seconds:10")
        .await
        .privately();
    let question = ann.waits_for("Question 1 of 2").await;
    ann.runs("/quiz pause").await.openly().shows("paused");
    tokio::time::sleep(std::time::Duration::from_secs(11)).await;
    assert_eq!(ann.counts("✓"), 0, "the clock stands still");
    let told = ben.presses_on(&question, "Answer").await;
    told.privately().shows("paused");
    ann.runs("/quiz pause").await.privately().shows("is paused");
    ann.runs("/quiz resume").await.openly();
    let told = types(&ben, &question, right_answer(&question)).await;
    assert!(told.contains("Saved"), "{told}");
    bot.ends().await;
}

#[tokio::test]
async fn wrong_options_and_unknown_topics_are_told_privately() {
    let bot = Setup::new().notes(CARDS).start().await;
    let ann = bot.member("ann");
    ann.runs("/quiz start seconds:soon")
        .await
        .privately()
        .shows("5 to 120");
    ann.runs("/quiz start topic:zzyzx")
        .await
        .privately()
        .shows("topic");
    ann.runs("/quiz start kind:Date of an event")
        .await
        .privately()
        .shows("The notes give no question");
    assert!(ann.sees().iter().all(Seen::is_ephemeral));
    bot.ends().await;
}
