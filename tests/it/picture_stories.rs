//! Stories of pictures: the words come first, the picture follows and says the same in words.

use std::time::Duration;

use clio::playground::people::Seen;
use clio::playground::record::Direction;
use clio::quiz::{Player, Server};
use clio::store::{Change, Settings as _, Sqlite, Store as _};

use crate::harness::{CARDS, Member, NOTES, SCHOOL, Setup, TestBot, right_answer, types};

/// The message as soon as its embed shows another picture than `before`.
async fn pictured(member: &Member, message: &Seen, before: &str) -> Seen {
    for _ in 0..600 {
        if let Some(seen) = member.person.sees(message.id())
            && picture(&seen).is_some_and(|url| url != before)
        {
            return seen;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("no picture came: {}", message.text());
}

/// Where the picture is that the embed of a message shows. Discord does not list such a file beside the message.
fn picture(message: &Seen) -> Option<&str> {
    message.raw["embeds"][0]["image"]["url"].as_str()
}

/// The picture has this name and says these words to who cannot see it.
#[track_caller]
fn described(bot: &TestBot, message: &Seen, name: &str, words: &[&str]) {
    let image = &message.raw["embeds"][0]["image"];
    assert!(image["url"].as_str().unwrap().ends_with(name), "{image}");
    assert_eq!(image["width"], 1_000);
    let record = bot.playground.record();
    let sent = record
        .iter()
        .rev()
        .filter(|entry| entry.direction == Direction::In);
    let files = sent.map(|entry| &entry.body["attachments"][0]);
    let file = files
        .into_iter()
        .find(|file| file["filename"] == name)
        .unwrap();
    let description = file["description"].as_str().unwrap();
    for word in words {
        assert!(description.contains(word), "{word:?} in {description:?}");
    }
}

#[tokio::test]
async fn a_time_line_is_shown_as_a_picture_and_so_is_its_next_page() {
    let lines: Vec<String> = (0..14)
        .map(|n| format!("- {} March 1848: The assembly meets for time {n}.\n", n + 1))
        .collect();
    let note = format!("# Assembly\n{}", lines.concat());
    let bot = Setup::new().notes(&[("assembly.md", &note)]).start().await;
    let ann = bot.member("ann");

    let told = ann.runs("/timeline").await;
    let message = pictured(&ann, told.message(), "").await;
    let words = ["14 events", "page 1 of 2", "1 March 1848: "];
    described(&bot, &message, "timeline.png", &words);
    assert!(message.text().contains("1 March"), "the words are there");

    let turned = ann.presses_on(&message, "Page 2 of 2").await;
    turned.in_place_of(&message);
    let second = pictured(&ann, &message, picture(&message).unwrap()).await;
    let words = ["page 2 of 2", "14 March 1848: "];
    described(&bot, &second, "timeline.png", &words);
    assert!(second.offers("Page 1 of 2"), "and the buttons");
    bot.ends().await;
}

/// Ann and Ben play, and Ann knows both answers.
async fn play(ann: &Member, ben: &Member) -> Seen {
    ann.runs("/quiz start questions:2 topic:berlin cards").await;
    ben.waits_for("Start now").await;
    ben.presses("Join").await;
    ann.presses("Start now").await;
    for number in 1..=2 {
        let question = ann.waits_for(&format!("Question {number} of 2")).await;
        types(ann, &question, right_answer(&question)).await;
        types(ben, &question, "Nobody").await;
    }
    ann.waits_for("The quiz is over").await
}

#[tokio::test]
async fn a_podium_a_board_and_a_profile_are_shown_as_pictures() {
    let bot = Setup::new().notes(CARDS).start().await;
    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    let podium = play(&ann, &ben).await;
    let podium = pictured(&ann, &podium, "").await;
    let words = ["The quiz is over", "2 questions", "20 points", "2 players"];
    described(&bot, &podium, "podium.png", &words);
    assert!(podium.offers("Play again"), "the buttons are there");

    let board = ann.runs("/leaderboard").await;
    let board = pictured(&ann, board.message(), "").await;
    let words = ["Leaderboard, this season", "20 points, 1 game"];
    described(&bot, &board, "leaderboard.png", &words);

    let profile = ann.runs("/profile").await;
    let own = pictured(&ann, profile.privately().message(), "").await;
    let words = ["20 points", "2 answers, 2 right, on 1 day", "today"];
    described(&bot, &own, "profile.png", &words);
    bot.ends().await;
}

#[tokio::test]
async fn a_server_that_wants_no_pictures_gets_none() {
    let notes = [NOTES, CARDS].concat();
    let mut bot = Setup::new()
        .notes(&notes)
        .in_another_process()
        .start()
        .await;
    bot.is_stopped().await;
    let store = Sqlite::open(&bot.folder().join("data")).await.unwrap();
    let change = Change::Pictures(false);
    store
        .change_settings(Server(SCHOOL), Player(1), &change, Duration::from_secs(1))
        .await
        .unwrap();
    store.close().await;
    drop(store);
    bot.comes_back().await;

    let (ann, ben) = (bot.member("ann"), bot.member("ben"));
    let told = ann.runs("/timeline").await;
    let podium = play(&ann, &ben).await;
    // The same in direct messages, where no server can object: this picture is drawn after the others would have been.
    let alone = ann.in_direct_messages();
    let there = alone.runs("/timeline").await;
    pictured(&alone, there.message(), "").await;
    for message in [told.message(), &podium] {
        let seen = ann.person.sees(message.id()).unwrap();
        assert_eq!(picture(&seen), None);
    }
    bot.ends().await;
}
