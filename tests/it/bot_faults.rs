//! Stories of a Discord that fails often: who is elsewhere does not notice, and who is not answered is counted.

use std::time::Duration;

use clio::playground::record::What;

use crate::harness::{CARDS, Setup, TestBot};

#[tokio::test]
async fn a_storm_of_429s_in_one_server_delays_no_answer_in_another() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    let messages = format!("/channels/{}/messages", ann.person.channel_id());
    bot.playground
        .goes_wrong(&format!("limited=shared,route={messages}"));
    ann.runs("/quiz start lobby:off").await.privately();
    let elsewhere = ben.at_in("Exam Cram", "general");
    for _ in 0..20 {
        // Within a second each.
        elsewhere.runs("/help").await.privately().shows("/event");
        ann.runs("/help").await.privately().shows("/event");
    }
    let record = bot.playground.record();
    let refused = |what: &What| matches!(what, What::Rest { path, status: Some(429), .. } if path.contains(&messages));
    assert!(record.iter().any(|entry| refused(&entry.what)));
    assert_eq!(bot.counters().too_late.get(), 0);
    bot.playground.goes_well();
    ann.runs_until("/quiz stop", "quiz").await;
    bot.ends().await;
}

#[tokio::test]
async fn while_one_request_in_ten_fails_nearly_all_are_answered_and_the_others_counted() {
    let bot = TestBot::in_process().await;
    let ann = bot.member("ann");
    bot.playground.goes_wrong("status=500,chance=0.1");
    let (mut answered, mut not) = (0, 0);
    for _ in 0..200 {
        match ann.person.runs("/help").await.failed {
            None => answered += 1,
            Some(_) => not += 1,
        }
    }
    bot.playground.goes_well();
    println!("{answered} answered, {not} not");
    // Three tries in a row fail once in a thousand times.
    assert!(answered >= 195, "{answered} of 200");
    assert_eq!(bot.counters().undelivered.get(), not);
    bot.ends_after_faults().await;
}

#[tokio::test]
async fn a_bot_that_is_started_while_discord_fails_waits_until_it_answers() {
    for fault in [
        "status=503,route=GET /gateway/bot",
        "limited=user,route=GET /gateway/bot",
        "lost,route=GET /gateway/bot",
    ] {
        let mut bot = TestBot::process().await;
        bot.playground.goes_wrong(fault);
        bot.is_killed();
        bot.is_started_again();
        let said = |bot: &TestBot| {
            bot.log()
                .iter()
                .any(|line| line.contains("Trying again in"))
        };
        for _ in 0..300 {
            if said(&bot) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(said(&bot), "{fault}: {:#?}", bot.log());
        bot.playground.goes_well();
        let ann = bot.member("ann");
        let mut tries = 0;
        while ann.person.runs("/help").await.failed.is_some() {
            tries += 1;
            assert!(tries < 10, "{fault}: {:#?}", bot.log());
        }
        bot.ends_after_faults().await;
    }
}
