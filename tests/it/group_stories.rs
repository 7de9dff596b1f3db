//! Stories of study groups: who makes them, who joins, and how they compare.

use clio::quiz::{Player, Server};
use clio::store::{Change, Settings as _};

use crate::harness::{CARDS, SCHOOL, Setup};
use crate::score_stories::{lines, meanwhile, now, play};

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story")]
async fn study_groups_are_made_joined_compared_and_removed() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben, mia) = (bot.member("ann"), bot.member("ben"), bot.member("mia"));
    ann.runs("/group list")
        .await
        .privately()
        .shows("There are no study groups here yet");
    mia.runs("/group create name:Red Team")
        .await
        .openly()
        .shows("The study group **Red Team** is there");
    mia.runs("/group create name:red team")
        .await
        .privately()
        .shows("a study group of that name already");
    mia.runs("/group create name:**@everyone** `x`")
        .await
        .openly()
        .shows("**\\*\\*@\u{200b}everyone\\*\\* \\`x\\`**");
    mia.runs("/group create name:\u{200b}")
        .await
        .privately()
        .shows("1 to 32 characters");
    let offered = ann.is_offered("group join", "name", "red").await;
    assert_eq!(offered[0].name, "Red Team");
    ann.runs("/group join name:red team")
        .await
        .privately()
        .shows("You are in **Red Team**");
    ben.runs("/group join name:everyone").await.privately();
    ben.runs("/group join name:green")
        .await
        .privately()
        .shows("called “green”")
        .shows("Red Team");
    play(&ann, &[(&ann, 2), (&ben, 1)]).await;

    let board = ben.runs("/group board").await;
    board.openly().shows("Study groups: this season");
    let rows = lines(board.message());
    assert_eq!(rows[0], "`rank  average  active`");
    assert_eq!(rows[1], "` 1st     20.0  1 of 1` 🥇 **Red Team**");
    assert!(
        rows[2].starts_with("` 2nd     10.0  1 of 1` 🥈"),
        "{rows:?}"
    );
    ben.runs("/leaderboard groups:true").await.shows("20.0");
    ben.runs("/leaderboard group:Red Team")
        .await
        .shows("Study group: Red Team")
        .shows("**Ann**")
        .hides("**Ben**");
    ann.runs("/group list")
        .await
        .privately()
        .shows("**Red Team**: 1 member, you among them");

    mia.runs("/group rename name:Red Team to:Reds")
        .await
        .openly()
        .shows("**Red Team** is called **Reds** now");
    ann.runs("/group leave name:Reds")
        .await
        .privately()
        .shows("You have left **Reds**");
    ann.runs("/group leave name:Reds")
        .await
        .privately()
        .shows("You are not in **Reds**");
    let asked = mia.runs("/group remove name:Reds").await;
    asked.privately().shows("Remove Reds?");
    mia.presses_on(asked.message(), "Remove the group")
        .await
        .in_place_of(asked.message())
        .shows("**Reds** is removed");
    ann.runs("/group join name:Reds")
        .await
        .shows("There is no study group called “Reds”");
    bot.ends().await;
}

#[tokio::test]
async fn groups_are_made_by_those_who_may() {
    let mut bot = Setup::new().notes(CARDS).in_another_process().start().await;
    let (ann, mia) = (bot.member("ann"), bot.member("mia"));
    mia.runs("/group create name:Red").await.openly();
    mia.runs("/group create name:Old").await.openly();
    let refused = "Only those who manage this server may do that";
    for (command, by_admin) in [
        ("/group create name:Blue", "**Blue** is there"),
        ("/group rename name:Old to:New", "is called **New** now"),
        ("/group remove name:Red", "Remove Red?"),
    ] {
        ann.runs(command).await.privately().shows(refused);
        mia.runs(command).await.shows(by_admin);
    }
    let asked = mia.runs("/group remove name:Red").await;
    let button = asked.message().button("Remove the group").unwrap();
    ann.forges(asked.message(), &button.custom_id.unwrap())
        .await
        .privately()
        .shows(refused);

    meanwhile(&mut bot, async |store| {
        let change = Change::GroupsByAll(true);
        let set = store.change_settings(Server(SCHOOL), Player(1), &change, now());
        set.await.unwrap();
    })
    .await;
    ann.runs("/group create name:Green")
        .await
        .openly()
        .shows("**Green** is there");
    ann.runs("/group rename name:Green to:Mine")
        .await
        .privately()
        .shows(refused);
    bot.ends().await;
}
