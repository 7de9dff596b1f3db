//! The database cannot be written for a while: games wait, nothing is lost, and they go on by themselves.

use std::time::Duration;

use super::{ANN, BEN, CLEO, World, member};
use crate::bot::rooms::Refusal;
use crate::store::{Channel, Games as _};

const CANNOT: &str = "Clio cannot save answers just now";
const AGAIN: &str = "Saving works again";

#[tokio::test]
async fn while_nothing_can_be_saved_a_question_stays_open_and_answers_are_kept() {
    let world = World::new();
    let game = world.begins(70, 2).await;
    world.until(70, "Question 1 of 2", 1).await;
    world.answers(70, game, 0, ANN, 1).await;
    world.book.fails(true);
    let refused = world.tries(70, game, 0, BEN, 1).await;
    assert_eq!(refused, Err(Refusal::NotSaved));
    world.until(70, CANNOT, 1).await;
    let refused = world.tries(70, game, 0, CLEO, 0).await;
    assert_eq!(
        refused,
        Err(Refusal::NotSaved),
        "nothing is taken meanwhile"
    );
    let paused = world.rooms.pause(Channel(70), member(ANN)).await.unwrap();
    assert_eq!(paused, Err(Refusal::NotSaved));
    // Far longer than the question is open.
    world.time.sleep(Duration::from_secs(300)).await;
    let status = world.rooms.status(Channel(70)).unwrap().text;
    assert!(status.contains("goes on by itself"), "{status}");
    assert_eq!(
        world.channels.texts(70).len(),
        3,
        "the lead-in, the question and the one sentence"
    );

    world.book.fails(false);
    world.until(70, AGAIN, 1).await;
    world.answers(70, game, 0, CLEO, 1).await;
    world.until(70, "answers were right", 1).await;
    world.until(70, "Question 2 of 2", 1).await;
    world.answers(70, game, 1, ANN, 1).await;
    world.until(70, "The quiz is over", 1).await;
    assert_eq!(world.book.points(ANN), 20);
    assert_eq!(
        world.book.points(BEN),
        10,
        "the press that failed is not lost either"
    );
    assert_eq!(world.book.points(CLEO), 10);
    assert_eq!(
        world
            .channels
            .texts(70)
            .iter()
            .filter(|text| text.contains(CANNOT))
            .count(),
        1
    );
}

#[tokio::test]
async fn a_question_that_closes_meanwhile_is_counted_before_it_is_told() {
    let world = World::new();
    let game = world.begins(70, 1).await;
    world.until(70, "Question 1 of 1", 1).await;
    world.answers(70, game, 0, ANN, 1).await;
    world.answers(70, game, 0, BEN, 0).await;
    world.book.fails(true);
    world.until(70, CANNOT, 1).await;
    world.time.sleep(Duration::from_secs(60)).await;
    let texts = world.channels.texts(70).join("\n");
    assert!(!texts.contains("1 of 2 answers right"), "{texts}");
    assert_eq!(world.book.n_counted(), 0);
    world.book.fails(false);
    world.until(70, "1 of 2 answers right", 1).await;
    assert_eq!(world.book.n_counted(), 2);
    world.until(70, "The quiz is over", 1).await;
}

#[tokio::test]
async fn one_hiccup_is_not_told() {
    let world = World::new();
    let game = world.begins(70, 1).await;
    world.until(70, "Question 1 of 1", 1).await;
    world.book.fails(true);
    let refused = world.tries(70, game, 0, ANN, 1).await;
    assert_eq!(refused, Err(Refusal::NotSaved));
    world.book.fails(false);
    world.time.sleep(Duration::from_secs(1)).await;
    world.answers(70, game, 0, ANN, 1).await;
    world.until(70, "The quiz is over", 1).await;
    let texts = world.channels.texts(70).join("\n");
    assert!(!texts.contains(CANNOT) && !texts.contains(AGAIN), "{texts}");
}

#[tokio::test]
async fn a_pause_of_the_host_outlasts_the_trouble() {
    let world = World::new();
    world.begins(70, 1).await;
    world.until(70, "Question 1 of 1", 1).await;
    world
        .rooms
        .pause(Channel(70), member(ANN))
        .await
        .unwrap()
        .unwrap();
    world.book.fails(true);
    let refused = world.rooms.resume(Channel(70), member(ANN)).await.unwrap();
    assert_eq!(refused, Err(Refusal::NotSaved));
    world.until(70, CANNOT, 1).await;
    world.book.fails(false);
    world.until(70, AGAIN, 1).await;
    // What the host wanted has happened.
    world.until(70, "The quiz is over", 1).await;
}

#[tokio::test]
async fn a_game_that_was_written_while_it_waited_goes_on_after_a_restart() {
    let world = World::new();
    let game = world.begins(70, 1).await;
    world.until(70, "Question 1 of 1", 1).await;
    world.book.fails(true);
    assert!(world.tries(70, game, 0, ANN, 1).await.is_err());
    world.book.fails(false);
    world.until(70, "The quiz is over", 1).await;
    let kept = world.book.game(game).await.unwrap().unwrap();
    assert!(kept.state.is_over());
}

#[tokio::test]
async fn after_half_an_hour_of_trouble_the_game_ends_and_the_channel_is_free() {
    let world = World::new();
    let game = world.begins(70, 1).await;
    world.until(70, "Question 1 of 1", 1).await;
    world.book.fails(true);
    assert!(world.tries(70, game, 0, ANN, 1).await.is_err());
    world.until(70, "Sorry, something went wrong", 1).await;
    assert!(!world.rooms.is_playing(Channel(70)));
}
