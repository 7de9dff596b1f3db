//! Stories of what goes wrong, and of those who run a server: refusals, reloads, old buttons, a Discord with hiccups.

use clio::playground::people::Seen;
use clio::playground::record::What;

use crate::harness::{EXAM, SCHOOL, Setup, TestBot};

#[tokio::test]
async fn without_notes_every_command_says_privately_where_to_put_them() {
    let bot = Setup::new().notes(&[]).start().await;
    let ann = bot.member("ann");
    for command in [
        "/event 1962",
        "/person kennedy",
        "/cause war",
        "/timeline",
        "/search war",
        "/note war",
    ] {
        ann.runs(command).await.privately().shows("content");
    }
    bot.ends().await;
}

#[tokio::test]
async fn a_server_that_is_not_named_gets_one_sentence() {
    let bot = Setup::new().servers(&[SCHOOL]).start().await;
    let ann = bot.member("ann");
    ann.runs("/help").await.hides("not set up for this server");
    let there = ann.at_in("Exam Cram", "general");
    there
        .runs("/event 1962")
        .await
        .privately()
        .shows("not set up for this server")
        .shows(&EXAM.to_string());
    assert!(there.is_offered("event", "when", "19").await.is_empty());
    ann.in_direct_messages()
        .runs("/event 1962")
        .await
        .shows("in one of yours");
    bot.ends().await;
}

#[tokio::test]
async fn servers_read_their_own_shelf() {
    let bot = Setup::new()
        .shelf(
            EXAM,
            &[("rome.md", "# Rome\n- 15 March 44 BC: Caesar is killed.\n")],
        )
        .start()
        .await;
    let ann = bot.member("ann");
    ann.runs("/search text:caesar").await.privately();
    let there = ann.at_in("Exam Cram", "general");
    there
        .runs("/search text:caesar")
        .await
        .openly()
        .shows("Rome");
    there.runs("/search text:airlift").await.privately();
    ann.in_direct_messages()
        .runs("/search text:airlift")
        .await
        .shows("Berlin Blockade");
    bot.ends().await;
}

#[tokio::test]
async fn a_button_of_another_version_is_answered() {
    let bot = TestBot::in_process().await;
    let ann = bot.member("ann");
    let card = ann.runs("/help").await.message().clone();
    for custom_id in ["x9.nonsense", "quiz:7", "t0", "🦀"] {
        ann.forges(&card, custom_id)
            .await
            .privately()
            .shows("another version of Clio");
    }
    bot.ends().await;
}

#[tokio::test]
async fn a_button_whose_fact_is_gone_answers_privately() {
    let bot = TestBot::in_process().await;
    let (ann, mia) = (bot.member("ann"), bot.member("mia"));
    let card = ann
        .runs("/note title:berlin blockade")
        .await
        .openly()
        .message()
        .clone();
    let later = ann
        .runs("/event when:27-october")
        .await
        .openly()
        .message()
        .clone();
    bot.removes_note("cold-war/missile-crisis.md");
    mia.runs("/notes reload")
        .await
        .privately()
        .shows("Read 1 note");
    let answer = ann.presses_on(&later, "Context").await;
    answer.privately();
    assert_eq!(ann.person.sees(card.id()).unwrap().text(), card.text());
    bot.ends().await;
}

#[tokio::test]
async fn those_who_manage_the_server_check_and_reload_the_notes() {
    let bot = TestBot::in_process().await;
    let (ann, mia) = (bot.member("ann"), bot.member("mia"));
    assert!(
        !bot.playground
            .commands_of("ann")
            .contains(&"notes".to_owned())
    );
    assert!(ann.runs("/notes check").await.answer.failed.is_some());
    mia.runs("/notes check").await.privately().shows("2 notes");
    bot.writes_note("rome.md", "# Rome\n- Marcus stood in the forum.\n");
    bot.writes_note("long.md", &"too much ".repeat(150_000));
    mia.runs("/notes reload")
        .await
        .privately()
        .shows("Read 3 notes");
    mia.runs("/notes check")
        .await
        .privately()
        .shows("long.md")
        .shows("Not read");
    ann.runs("/search text:forum").await.openly().shows("Rome");
    bot.ends().await;
}

#[tokio::test]
async fn a_broken_folder_keeps_the_old_notes() {
    let bot = TestBot::in_process().await;
    let mia = bot.member("mia");
    bot.loses_its_notes();
    mia.runs("/notes reload")
        .await
        .privately()
        .shows("the ones from before stay");
    mia.runs("/search text:airlift")
        .await
        .openly()
        .shows("Berlin Blockade");
    bot.ends().await;
}

#[tokio::test]
async fn notes_are_read_again_when_they_change() {
    let bot = Setup::new().watched().start().await;
    bot.writes_note("rome.md", "# Rome\nMarcus stood in the forum.\n");
    bot.member("ann")
        .runs_until("/search text:forum", "Rome")
        .await;
    bot.ends().await;
}

#[tokio::test]
async fn on_hangup_notes_are_read_again() {
    let bot = Setup::new().in_another_process().start().await;
    bot.writes_note("rome.md", "# Rome\nMarcus stood in the forum.\n");
    bot.is_hung_up();
    bot.member("ann")
        .runs_until("/search text:forum", "Rome")
        .await;
    bot.ends().await;
}

#[tokio::test]
async fn an_interaction_that_comes_again_is_answered_once() {
    let bot = TestBot::in_process().await;
    let ann = bot.member("ann");
    ann.runs("/help").await.privately();
    bot.playground.send_interaction_again();
    ann.runs_until("/event when:27-october", "27 October").await;
    let counters = bot.counters();
    assert_eq!(
        (counters.repeated.get(), counters.answered_twice.get()),
        (1, 0)
    );
    bot.ends().await;
}

#[tokio::test]
async fn registration_is_tried_until_it_works() {
    let mut bot = Setup::new().registration_fails(2);
    bot.is_ready().await;
    bot.member("ann").runs("/help").await.shows("/event");
    bot.ends().await;
}

#[tokio::test]
async fn a_development_server_gets_the_commands_alone() {
    let bot = Setup::new().developed_in(EXAM).start().await;
    let ann = bot.member("ann").at_in("Exam Cram", "general");
    ann.runs("/event when:27-october").await.openly();
    let registered = |entry: &What| matches!(entry, What::Rest { method, path, .. } if method == "PUT" && path.ends_with(&format!("/guilds/{EXAM}/commands")));
    assert!(
        bot.playground
            .record()
            .iter()
            .any(|entry| registered(&entry.what))
    );
    let everywhere = |entry: &What| matches!(entry, What::Rest { method, path, .. } if method == "PUT" && !path.contains("/guilds/"));
    assert!(
        !bot.playground
            .record()
            .iter()
            .any(|entry| everywhere(&entry.what))
    );
    bot.ends().await;
}

#[tokio::test]
async fn messages_are_read_only_where_the_host_says_so() {
    // https://discord.com/developers/docs/events/gateway#list-of-intents
    // Replies to the bot come with their text also without the privileged one.
    let (usual, all_messages) = (1 << 0 | 1 << 9, 1 << 15);
    for (setup, expected) in [
        (Setup::new(), usual),
        (Setup::new().reading_messages(), usual | all_messages),
    ] {
        let bot = setup.start().await;
        let record = bot.playground.record();
        let identify = record
            .iter()
            .find(|entry| matches!(entry.what, What::Gateway { op: 2, .. }))
            .unwrap();
        let intents = &identify.body["intents"];
        assert_eq!(intents.as_u64(), Some(expected), "{}", identify.body);
        bot.ends().await;
    }
}

#[tokio::test]
async fn an_answer_that_must_wait_is_sent_again() {
    let bot = TestBot::in_process().await;
    bot.playground.refuse_next("POST", "/callback", 429, 1);
    let told = bot.member("ann").runs("/help").await;
    assert!(told.message().text().contains("/event"));
    assert_eq!(bot.counters().rate_limited.get(), 1);
    bot.ends().await;
}

#[tokio::test]
async fn who_gives_many_commands_is_told_privately_when_the_next_one_works() {
    let bot = Setup::new().limited().start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    let card = ann.runs("/event when:27-october").await;
    let mut n_taken = 1;
    let refused = loop {
        let told = ann.runs("/help").await;
        if told.message().text().contains("many commands") {
            break told;
        }
        n_taken += 1;
        assert!(n_taken < 100, "nobody is held up");
    };
    refused.privately().shows("The next one works in");
    assert!(n_taken >= 30, "{n_taken}");
    assert_eq!(bot.counters().held_up.get(), 1);
    // Presses, suggestions and others go on.
    ann.presses_on(card.message(), "Context").await.privately();
    assert!(!ann.is_offered("event", "when", "27").await.is_empty());
    ben.runs("/help").await.shows("/event");
    ann.runs_until("/help", "/event").await;
    bot.ends().await;
}

#[tokio::test]
async fn nothing_that_a_bot_says_can_ping() {
    let bot = TestBot::in_process().await;
    let ann = bot.member("ann");
    ann.runs("/event when:@everyone <@1>").await;
    ann.runs("/search text:@here **bold**").await;
    assert!(ann.sees().iter().all(pings_nobody));
    bot.ends().await;
}

fn pings_nobody(message: &Seen) -> bool {
    message.raw["mention_everyone"] != true
        && message.raw["mentions"].as_array().is_none_or(Vec::is_empty)
}
