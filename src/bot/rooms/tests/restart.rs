//! What becomes of games when the process ends and another begins.

use std::sync::Arc;
use std::time::Duration;

use super::book::Book;
use super::channels::Channels;
use super::time::Made;
use super::{BEN, CLEO, World, place};
use crate::bot::rooms::Refusal;
use crate::quiz::game::score::Answer;
use crate::store::{Channel, Games as _};

/// What is left of a world whose process is gone.
fn killed(world: &World) -> (Arc<Book>, Arc<Channels>, Arc<Made>) {
    for room in world.rooms.inner.rooms() {
        world.rooms.inner.interrupt(&room);
    }
    let (book, channels) = (Arc::clone(&world.book), Arc::clone(&world.channels));
    (book, channels, Arc::clone(&world.time))
}

#[tokio::test]
async fn a_game_goes_on_after_a_restart_at_any_moment_and_says_nothing_twice() {
    // Every pause between 0 and 40 s hits the lead-in, an open question, a reveal or the podium.
    for tenths in (0..400).step_by(7) {
        let world = World::new();
        let game = world.begins(70, 2).await;
        world.time.sleep(Duration::from_millis(100 * tenths)).await;
        let open = world.rooms.inner.room(Channel(70)).ok();
        let open =
            open.and_then(|room| room.look(|state| state.game.open().map(|(round, ..)| round)));
        // Between the bell and the close it is too late.
        let counts = match open {
            Some(round) => world.tries(70, game, round, BEN, 1).await.is_ok(),
            None => false,
        };
        let was_over = !world.rooms.is_playing(Channel(70));
        let (book, channels, time) = killed(&world);
        book.beats("one", world.rooms.now());
        time.sleep(Duration::from_secs(30)).await;

        let world = World::over(book, channels, time, "two");
        world.rooms.revive().await;
        world.until(70, "The quiz is over", 1).await;
        world.time.sleep(Duration::from_secs(5)).await;
        let texts = world.channels.sent(70);
        let count = |words: &str| texts.iter().filter(|text| text.contains(words)).count();
        for once in ["Question 1 of 2", "Question 2 of 2", "The quiz is over"] {
            assert_eq!(
                count(once),
                1,
                "killed after {tenths} tenths: {once} in {texts:#?}"
            );
        }
        assert_eq!(count("✓"), 2, "killed after {tenths} tenths: {texts:#?}");
        let is_back = count("Clio was away for a moment");
        assert!(
            is_back <= 1 && (was_over || is_back == 1 || open.is_none()),
            "{texts:#?}"
        );
        assert_eq!(world.book.points(BEN), if counts { 10 } else { 0 });
        assert!(world.book.running().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn after_a_long_time_away_clio_asks_first_and_the_channel_is_free() {
    let world = World::new();
    let game = world.begins(70, 2).await;
    world.until(70, "Question 1 of 2", 1).await;
    world.answers(70, game, 0, BEN, 1).await;
    world.until(70, "Question 2 of 2", 1).await;
    let (book, channels, time) = killed(&world);
    book.beats("one", world.rooms.now());
    time.sleep(Duration::from_secs(601)).await;

    let world = World::over(book, channels, time, "two");
    world.rooms.revive().await;
    world.until(70, "Clio was away. Play on?", 1).await;
    assert!(!world.rooms.is_playing(Channel(70)));
    let on = world.rooms.play_on(&place(70, CLEO), game).await;
    assert_eq!(on.unwrap().unwrap().n_questions, 1);
    world.until(70, "Question 2 of 2", 2).await;
    let again = world.rooms.play_on(&place(70, CLEO), game).await;
    assert_eq!(again.unwrap(), Err(Refusal::ChannelBusy));
    world.until(70, "The quiz is over", 1).await;
    let texts = world.channels.texts(70).join("\n");
    assert!(
        texts.contains("<@2>"),
        "the points from before stand: {texts}"
    );
}

#[tokio::test]
async fn at_a_shutdown_players_are_told_and_the_state_is_written() {
    let world = World::new();
    let game = world.begins(70, 2).await;
    world.until(70, "Question 1 of 2", 1).await;
    world.answers(70, game, 0, BEN, 1).await;
    world.rooms.close().await;
    world.until(70, "Clio restarts", 1).await;
    let left = world.book.running().await.unwrap();
    let (_, _, open) = left[0].state.open().unwrap();
    assert_eq!(open.given[&BEN].0, Answer::Choice(1));
}

#[tokio::test]
async fn a_game_that_nobody_runs_does_not_lock_its_channel() {
    let world = World::new();
    world.begins(70, 2).await;
    let (book, channels, time) = killed(&world);
    // The new process has not looked yet, and somebody starts a game.
    let world = World::over(book, channels, time, "two");
    world.begins(70, 1).await;
    world.until(70, "Question 1 of 1", 1).await;
    assert_eq!(world.book.running().await.unwrap().len(), 1);
}
