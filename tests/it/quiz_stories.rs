//! Stories of group quizzes, told through the playground: a whole game, who may do what, and what a channel is told meanwhile.

use clio::playground::record::{Direction, What};

use crate::harness::{CARDS, Setup, TestBot, right_answer, types};

#[expect(clippy::too_many_lines, reason = "one story")]
async fn a_quiz_is_played(bot: TestBot) {
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    ann.runs("/quiz start questions:5 topic:berlin cards")
        .await
        .privately()
        .shows("You are the host")
        .shows("only 2 questions");
    let lobby = ben.waits_for("Only 2 questions on this topic").await;
    assert!(!lobby.is_ephemeral());
    ben.presses("Join").await.privately().shows("You are in.");
    ben.presses("Join").await.privately().shows("already");
    ben.presses("Start now")
        .await
        .privately()
        .shows("Only the host");
    ben.presses("More time")
        .await
        .privately()
        .shows("half as long again");
    ann.presses("Join").await.privately();
    ann.presses("Start now")
        .await
        .privately()
        .shows("The quiz begins");

    let first = ann.waits_for("Question 1 of 2").await;
    let saved = types(&ann, &first, "Nobody").await;
    assert!(
        saved.contains("Saved: Nobody. You can change it until the question closes."),
        "{saved}"
    );
    let changed = types(&ann, &first, right_answer(&first)).await;
    assert!(changed.contains("Changed to "), "{changed}");
    let looked_up = ben.runs("/search text:berlin").await;
    looked_up
        .privately()
        .shows("A quiz is running in this channel");
    types(&ben, &first, "Harry Truman").await;

    let reveal = ben.waits_for("1 of 2 answers right").await;
    assert!(
        reveal.text().contains(right_answer(&first)),
        "{}",
        reveal.text()
    );
    // The question is closed by an edit beside the reveal, so either may be there first.
    let closed = ben.waits_for("Question 1 of 2 · closed").await;
    assert_eq!(closed.id(), first.id());
    assert!(closed.buttons().is_empty(), "{}", closed.text());

    let second = ann.waits_for("Question 2 of 2").await;
    types(&ann, &second, right_answer(&second)).await;
    types(&ben, &second, right_answer(&second)).await;
    let podium = ben.waits_for("The quiz is over").await;
    let text = podium.text();
    let ann_id = ann.person.id();
    assert!(
        text.contains(&format!("🥇 <@{ann_id}>")) && text.contains("20 points"),
        "{text}"
    );
    ann.presses_on(&podium, "My result")
        .await
        .privately()
        .shows("20 points, 2 right, place 1 of 2");
    ben.presses_on(&podium, "Review my misses")
        .await
        .privately()
        .shows("Miss 1 of 1")
        .shows("You: Harry Truman")
        .shows("Berlin cards");
    ann.presses_on(&podium, "Review my misses")
        .await
        .privately()
        .shows("missed nothing");
    let form = ben.presses_on(&reveal, "Report").await;
    ben.submits(&form, &[("reason", "Two are right")])
        .await
        .privately()
        .shows("Thank you");
    ann.runs("/search text:berlin").await.openly();
    bot.ends().await;
}

#[tokio::test]
async fn a_quiz_is_played_in_this_process() {
    a_quiz_is_played(Setup::new().notes(CARDS).start().await).await;
}

#[tokio::test]
async fn a_quiz_is_played_from_another_process() {
    let setup = Setup::new().notes(CARDS).in_another_process();
    a_quiz_is_played(setup.start().await).await;
}

/// Four days as students write them down, in the order of time.
const DAYS: [(&str, &str); 4] = [
    ("16 October 1962", "Kennedy found out about the missiles"),
    ("20 October 1962", "Kennedy decides to blockade Cuba"),
    (
        "27 October 1962",
        "An American plane is shot down over Cuba",
    ),
    ("28 October 1962", "Khrushchev agrees to remove the weapons"),
];

#[tokio::test]
async fn who_was_near_with_a_typed_answer_is_told_so_alone_at_the_close() {
    let notes = &[(
        "hungary.md",
        "# Hungary\nWho led Hungary in the autumn of 1956?::Nagy\n",
    )];
    let bot = Setup::new().notes(notes).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    ann.runs("/quiz start lobby:off").await.privately();
    let question = ann.waits_for("Question 1 of 1").await;
    let saved = types(&ann, &question, "nagi").await;
    assert!(
        saved.contains("Saved: nagi") && !saved.contains("Nagy"),
        "{saved}"
    );
    types(&ben, &question, "Stalin").await;
    let word = ann
        .waits_for("Almost: you wrote “nagi”, and the answer is Nagy.")
        .await;
    assert!(word.is_ephemeral());
    ben.waits_for("The quiz is over").await;
    assert_eq!(ben.counts("Almost"), 0, "others are told nothing");
    bot.ends().await;
}

#[tokio::test]
async fn options_are_chosen_and_events_put_in_order_with_buttons() {
    let lines = DAYS.map(|(day, told)| format!("- {day}: {told}.\n"));
    let note = format!("# Missile Crisis\n{}", lines.concat());
    let bot = Setup::new().notes(&[("crisis.md", &note)]).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));

    // 1 is the second kind, "Event on a date".
    ann.runs("/quiz start kind:1 questions:1 lobby:off").await;
    let question = ann.waits_for("Question 1 of 1").await;
    let text = question.text();
    let (_, right) = DAYS.iter().find(|(day, _)| text.contains(day)).unwrap();
    let letters = |is_right: bool| {
        let mut options = text
            .lines()
            .filter(|line| DAYS.iter().any(|(_, told)| line.contains(told)));
        let option = options
            .find(|line| line.contains(right) == is_right)
            .unwrap();
        let letter = option.chars().find(char::is_ascii_uppercase).unwrap();
        letter.to_string()
    };
    ann.presses_on(&question, &letters(false))
        .await
        .shows("Saved: ");
    ann.presses_on(&question, &letters(true))
        .await
        .shows("Changed to ");
    ben.presses_on(&question, &letters(false))
        .await
        .shows("Saved: ");
    ann.waits_for("1 of 2 answers right").await.text();
    let podium = ann.waits_for("The quiz is over").await.text();
    assert!(podium.contains("10 points"), "{podium}");

    // 7 is the eighth kind, "Put events in order".
    ben.starts("/quiz start kind:7 questions:1 lobby:off").await;
    let question = ben.waits_for("put these in the order").await;
    let text = question.text();
    let mut told = ben.presses_on(&question, "Answer").await;
    let placed = DAYS.iter().filter(|(_, told)| text.contains(told));
    for (_, item) in placed {
        let message = told.privately().message();
        told = ben.presses_on(message, item).await;
    }
    told.privately().shows("Saved. You can change it");
    ben.waits_for("The one answer was right").await.text();
    bot.ends().await;
}

/// Requests that a bot made to channels: method, and whether it was a question, a close or a reveal.
fn requests(bot: &TestBot) -> Vec<(String, String)> {
    let record = bot.playground.record();
    let requests = record.iter().filter_map(|entry| match &entry.what {
        What::Rest {
            method,
            path,
            status: None,
        } if entry.direction == Direction::In => (path.contains("/channels/")
            && !path.contains("/webhooks/"))
        .then(|| (method.clone(), entry.body.to_string())),
        _ => None,
    });
    requests.collect()
}

#[tokio::test]
async fn a_question_takes_three_requests_and_progress_apart() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    ann.runs("/quiz start lobby:off").await.privately();
    for number in 1..=2 {
        let question = ann.waits_for(&format!("Question {number} of 2")).await;
        let before = requests(&bot).len();
        types(&ann, &question, "Nobody").await;
        types(&ben, &question, "Nobody").await;
        ann.runs("/quiz skip").await;
        ann.waits_for("✓").await;
        let during = requests(&bot).split_off(before);
        let progress = during
            .iter()
            .filter(|(_, body)| body.contains("have answered") || body.contains("has answered"));
        assert!(during.len() - progress.count() <= 3, "{during:#?}");
    }
    ann.waits_for("The quiz is over").await;
    bot.ends().await;
}

#[tokio::test]
async fn one_person_plays_with_classmates() {
    let bot = Setup::new().notes(CARDS).classmates(3).start().await;
    let ann = bot.member("ann");
    ann.runs("/quiz start answers:buttons").await.privately();
    for n in 1..=2 {
        let question = ann.waits_for(&format!("Question {n} of 2")).await;
        types(&ann, &question, right_answer(&question)).await;
    }
    let podium = ann.waits_for("The quiz is over").await;
    let text = podium.text();
    assert!(
        text.contains(&format!("🥇 <@{}>", ann.person.id())),
        "{text}"
    );
    assert!(text.contains("the other 3 who played"), "{text}");
    bot.ends().await;
}
