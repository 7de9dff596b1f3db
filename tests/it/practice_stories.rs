//! Stories of practice and of moderators: questions for one person alone, and what becomes of a report.

use crate::harness::{CARDS, Setup, right_answer, types};

#[tokio::test]
async fn a_member_practises_alone_and_nobody_else_sees_it() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    let before = ben.sees().len();
    let first = ann.runs("/practice topic:berlin cards").await;
    first
        .privately()
        .shows("Practice, question 1 of 2")
        .shows("no clock");
    let form = ann.presses_on(first.message(), "Answer").await;
    let right = right_answer(first.message());
    let told = ann.submits(&form, &[("answer", right)]).await;
    told.in_place_of(first.message())
        .shows("Right.")
        .shows(right);

    let second = ann.presses_on(told.message(), "Next question").await;
    second.in_place_of(first.message()).shows("question 2 of 2");
    let told = ann.presses_on(second.message(), "Show me").await;
    told.shows(right_answer(second.message())).hides("Right.");
    let over = ann.presses_on(told.message(), "Result").await;
    over.privately().shows("1 of 2 right");
    ann.presses_on(over.message(), "Practise again")
        .await
        .in_place_of(first.message())
        .shows("question 1 of 2");
    assert_eq!(ben.sees().len(), before, "others see nothing of it");
    bot.ends().await;
}

#[tokio::test]
async fn a_practice_goes_on_after_a_restart() {
    let mut bot = Setup::new().notes(CARDS).in_another_process().start().await;
    let ann = bot.member("ann");
    let first = ann.runs("/practice topic:berlin cards").await;
    bot.is_killed();
    bot.comes_back().await;
    let form = ann.presses_on(first.message(), "Answer").await;
    let told = ann.submits(&form, &[("answer", "Nobody at all")]).await;
    told.shows("Not this time.")
        .shows(right_answer(first.message()));
    bot.ends().await;
}

#[tokio::test]
async fn a_card_asks_about_what_it_tells() {
    let bot = Setup::new().start().await;
    let ann = bot.member("ann");
    let card = ann.runs("/person name:kennedy").await;
    let question = ann.presses_on(card.message(), "Quiz me on this").await;
    question.privately().shows("Practice, question 1 of");
    let told = ann.presses_on(question.message(), "Show me").await;
    told.in_place_of(question.message()).shows("line");
    bot.ends().await;
}

#[tokio::test]
async fn a_topic_that_is_not_there_and_a_kind_that_nothing_fits_are_said() {
    let bot = Setup::new().notes(CARDS).start().await;
    let ann = bot.member("ann");
    ann.runs("/practice topic:astrophysics")
        .await
        .privately()
        .shows("no topic called “astrophysics”");
    ann.runs("/practice kind:7")
        .await
        .privately()
        .shows("Leave kind out");
    bot.ends().await;
}

#[tokio::test]
async fn a_reported_question_is_kept_or_never_asked_again() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (admin, ann) = (bot.member("mia"), bot.member("ann"));
    ann.runs("/quiz start questions:2 lobby:off topic:berlin cards")
        .await;
    for number in ["1 of 2", "2 of 2"] {
        let question = ann.waits_for(&format!("Question {number}")).await;
        types(&ann, &question, right_answer(&question)).await;
    }
    let reveal = ann.waits_for("The one answer was right").await;
    ann.waits_for("The quiz is over").await;
    let form = ann.presses_on(&reveal, "Report").await;
    ann.submits(&form, &[("reason", "Everybody knows that")])
        .await;

    let hidden = ann.runs("/reports list").await;
    assert!(hidden.answer.failed.is_some(), "only moderators see it");
    let report = admin.runs("/reports list").await;
    report
        .privately()
        .shows("Report 1 of 1")
        .shows("Everybody knows that")
        .shows("line");
    let done = admin.presses_on(report.message(), "Never ask again").await;
    done.in_place_of(report.message())
        .shows("not asked again")
        .shows("There are no reports");
    ann.runs("/practice topic:berlin cards")
        .await
        .shows("question 1 of 1");

    let preview = admin.runs("/reports preview topic:berlin cards").await;
    preview.privately().shows("Preview, place 1 of");
    let next = admin.presses_on(preview.message(), "Keep, next").await;
    next.in_place_of(preview.message())
        .shows("Preview, place 2 of")
        .shows("West Berlin");
    bot.ends().await;
}
