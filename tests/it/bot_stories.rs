//! Stories of members and the bot, told through the playground: commands, presses, privacy, and what goes wrong.

use crate::harness::{Setup, TestBot};

/// The look-ups as a member meets them first.
async fn commands_answer(bot: TestBot) {
    let ann = bot.member("ann");
    ann.runs("/help").await.privately().shows("/event");
    ann.runs("/event when:27-october")
        .await
        .openly()
        .shows("27 October 1962");
    ann.runs("/event when:27-october private:true")
        .await
        .privately()
        .shows("27 October 1962");
    bot.ends().await;
}

#[tokio::test]
async fn commands_answer_in_this_process() {
    commands_answer(TestBot::in_process().await).await;
}

#[tokio::test]
async fn commands_answer_from_another_process() {
    commands_answer(TestBot::process().await).await;
}

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
