//! Stories of what a person may do with their own data, in a server and in direct messages.

use std::time::Duration;

use crate::harness::{CARDS, EXAM, Member, SCHOOL, Setup, TestBot, right_answer, types};

/// Ann and Ben play a quiz of two cards, and Ann is right.
async fn play(ann: &Member, ben: &Member) {
    ann.runs("/quiz start lobby:off seconds:5")
        .await
        .privately();
    for number in ["1 of 2", "2 of 2"] {
        let question = ann.waits_for(&format!("Question {number}")).await;
        types(ann, &question, right_answer(&question)).await;
        types(ben, &question, "Nobody at all").await;
    }
    ann.waits_for("The quiz is over").await;
}

/// The one file of a message.
async fn file(told: &crate::harness::Told) -> String {
    let url = told.message().raw["attachments"][0]["url"]
        .as_str()
        .unwrap();
    let file = reqwest::get(url).await.unwrap().error_for_status().unwrap();
    file.text().await.unwrap()
}

async fn a_person_gets_hides_and_deletes_their_data(bot: TestBot) {
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    play(&ann, &ben).await;
    let about = ann.runs("/privacy about").await;
    about
        .privately()
        .shows("What Clio keeps of you")
        .shows("Single answers for 400 days")
        .shows("deleted after 30 days")
        .shows("Whoever runs this Clio can read its database");

    let export = ann.presses_on(about.message(), "Get my data").await;
    export.privately().shows("clio-my-data.json");
    let data: serde_json::Value = serde_json::from_str(&file(&export).await).unwrap();
    let own = ann.person.id().to_string();
    assert_eq!(data["player"], own);
    assert_eq!(data["kept"]["answers"].as_array().unwrap().len(), 2);
    assert!(
        !data.to_string().contains(&ben.person.id().to_string()),
        "nobody else is in it"
    );
    // In direct messages it is the same.
    let alone = ann.in_direct_messages();
    let again = alone.runs("/privacy export").await;
    let again: serde_json::Value = serde_json::from_str(&file(&again).await).unwrap();
    assert_eq!(again["kept"]["answers"], data["kept"]["answers"]);

    let hidden = alone.runs("/privacy hide").await;
    hidden.privately().shows("no board any more");
    ann.runs("/privacy about")
        .await
        .shows("You are on no board just now");
    ann.runs("/privacy show")
        .await
        .shows("boards of your servers again");

    let asked = ann.runs("/privacy delete").await;
    asked.privately().shows("This cannot be taken back");
    let kept = ann.presses_on(asked.message(), "Keep it").await;
    kept.in_place_of(asked.message())
        .shows("What Clio keeps of you");
    let asked = ann.runs("/privacy delete").await;
    ann.presses_on(asked.message(), "Delete everything")
        .await
        .in_place_of(asked.message())
        .shows("is deleted, in every server");
    let export = ann.runs("/privacy export").await;
    let data: serde_json::Value = serde_json::from_str(&file(&export).await).unwrap();
    assert_eq!(data["kept"], serde_json::json!({}));
    let others = ben.runs("/privacy export").await;
    assert!(
        file(&others).await.contains("\"answers\""),
        "others keep theirs"
    );
    bot.ends().await;
}

#[tokio::test]
async fn a_person_gets_hides_and_deletes_their_data_in_process() {
    let bot = Setup::new().notes(CARDS).start().await;
    a_person_gets_hides_and_deletes_their_data(bot).await;
}

#[tokio::test]
async fn a_person_gets_hides_and_deletes_their_data_as_a_process() {
    let bot = Setup::new().notes(CARDS).in_another_process().start().await;
    a_person_gets_hides_and_deletes_their_data(bot).await;
}

#[tokio::test]
async fn with_the_first_join_it_is_said_once_what_is_kept() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben, cleo) = (bot.member("ann"), bot.member("ben"), bot.member("cleo"));
    let once = "/privacy shows what is kept";
    ann.runs("/quiz start").await.privately().hides(once);
    ann.waits_for("A quiz begins").await;
    ben.presses("Join")
        .await
        .privately()
        .shows("You are in.")
        .shows(once);
    ben.presses("Join").await.hides(once);
    ann.presses("Start now").await;
    let first = ann.waits_for("Question 1 of 2").await;
    let told = types(&ben, &first, "Nobody at all").await;
    assert!(!told.contains(once), "{told}");
    // Who answers without having joined is told as well.
    let told = types(&cleo, &first, "Nobody at all").await;
    assert!(told.contains("Saved") && told.contains(once), "{told}");
    let told = types(&cleo, &first, "Somebody else").await;
    assert!(!told.contains(once), "{told}");
    ann.runs("/quiz stop").await;
    ann.runs_until("/quiz start", "You are the host").await;
    ann.waits_for("A quiz begins").await;
    ben.presses("Join").await.shows("You are in.").hides(once);
    ann.runs("/quiz stop").await;
    bot.ends().await;
}

/// When the bot was removed from a server, as its database has it.
async fn left_at(bot: &TestBot, server: u64) -> Option<i64> {
    use sqlx::ConnectOptions as _;
    use sqlx::Row as _;
    let options =
        sqlx::sqlite::SqliteConnectOptions::new().filename(bot.folder().join("data/clio.db"));
    let mut database: sqlx::SqliteConnection = options.connect().await.unwrap();
    let row = sqlx::query("SELECT left_at FROM servers WHERE server = $1")
        .bind(server as i64)
        .fetch_optional(&mut database)
        .await
        .unwrap();
    row.and_then(|row| row.get(0))
}

async fn until(bot: &TestBot, server: u64, is_left: bool) {
    for _ in 0..200 {
        if left_at(bot, server).await.is_some() == is_left {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!(
        "left: {:?}, and it should be {is_left}",
        left_at(bot, server).await
    );
}

#[tokio::test]
async fn a_server_that_removes_the_bot_is_marked_and_comes_back_whole() {
    let mut bot = Setup::new().notes(CARDS).in_another_process().start().await;
    let (mia, ann, ben) = (bot.member("mia"), bot.member("ann"), bot.member("ben"));
    play(&ann, &ben).await;
    let exam = mia.at_in("Exam Cram", "general");
    exam.runs("/settings show").await;
    exam.picks("Change a setting", "Points").await;
    exam.picks("Pick what shall hold", "race")
        .await
        .shows("Saved");

    // In an outage a server is away as well, and nobody has removed the bot.
    bot.playground.outage_begins(SCHOOL);
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(left_at(&bot, SCHOOL).await, None);
    bot.playground.outage_ends(SCHOOL);
    // Events that come within a moment are handled side by side, in any order.
    tokio::time::sleep(Duration::from_millis(500)).await;

    bot.playground.removes_bot(SCHOOL);
    until(&bot, SCHOOL, true).await;
    assert_eq!(left_at(&bot, EXAM).await, None);
    bot.playground.invites_bot(SCHOOL);
    until(&bot, SCHOOL, false).await;
    let export = ann.runs("/privacy export").await;
    assert!(
        file(&export).await.contains("\"answers\""),
        "nothing is lost"
    );

    // The same while the bot is away.
    bot.is_stopped().await;
    bot.playground.removes_bot(EXAM);
    bot.comes_back().await;
    until(&bot, EXAM, true).await;
    bot.is_stopped().await;
    bot.playground.invites_bot(EXAM);
    bot.comes_back().await;
    until(&bot, EXAM, false).await;
    exam.runs("/settings show").await.shows("Points: **race**");
    bot.ends().await;
}
