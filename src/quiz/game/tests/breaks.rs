//! Pauses, restarts, and times away.

use std::time::Duration;

use super::{ANN, BEN, next, opened, question, seconds};
use crate::quiz::game::score::Answer;
use crate::quiz::game::settings::Settings;
use crate::quiz::game::{AnswerRefused, End, Event, Game, Left, Phase, Saved};

#[test]
fn a_pause_keeps_the_time_that_was_left() {
    let mut game = opened(1, &Settings::default());
    assert_eq!(game.pause(seconds(15)), Some(Event::Paused));
    assert_eq!(game.pause(seconds(16)), None);
    assert_eq!(game.tick(seconds(900)), None);
    assert_eq!(
        game.answer(0, ANN, Answer::Choice(1), seconds(17)),
        Err(AnswerRefused::Paused)
    );
    assert_eq!(game.resume(seconds(115)), Some(Event::Resumed));
    assert_eq!(game.next_deadline(), Some(Duration::from_millis(125_500)));
    assert_eq!(
        game.answer(0, ANN, Answer::Choice(1), seconds(125)),
        Ok(Saved::First)
    );
}

#[test]
fn a_pause_that_everybody_forgot_ends_the_game() {
    let mut game = opened(1, &Settings::default());
    game.pause(seconds(15));
    assert_eq!(game.tick(seconds(15 + 1799)), None);
    assert_eq!(
        game.tick(seconds(15 + 1800)),
        Some(Event::Over(End::Forgotten))
    );
}

#[test]
fn a_restart_gives_the_time_that_was_left_and_at_least_ten_seconds() {
    let mut game = opened(1, &Settings::default());
    game.answer(0, ANN, Answer::Choice(1), seconds(6)).unwrap();
    let written = serde_json::to_string(&game).unwrap();
    let mut early: Game = serde_json::from_str(&written).unwrap();
    assert_eq!(early, game, "it reads back as it was written");
    assert_eq!(
        early.revive(seconds(7), seconds(107)),
        Left::Question(seconds(18))
    );
    let mut late = game.clone();
    assert_eq!(
        late.revive(seconds(24), seconds(224)),
        Left::Question(seconds(10))
    );
    assert_eq!(
        late.answer(0, BEN, Answer::Choice(1), seconds(234)),
        Ok(Saved::First)
    );
    assert_eq!(
        late.answer(0, BEN, Answer::Choice(0), seconds(235)),
        Err(AnswerRefused::Closed)
    );
    next(&mut late);
    assert_eq!(
        late.standings().len(),
        2,
        "the answer from before counts, once"
    );
}

#[test]
fn a_restart_while_posting_asks_again() {
    let (mut game, _) = Game::new(
        Settings {
            lobby: None,
            ..Settings::default()
        },
        ANN,
        vec![question(0)],
        seconds(0),
    );
    next(&mut game);
    assert_eq!(game.revive(seconds(5), seconds(60)), Left::Asking);
    game.posted(seconds(61));
    assert!(matches!(game.phase(), Phase::Open(_)));
}

#[test]
fn after_a_long_time_away_the_open_question_is_asked_again() {
    let mut game = opened(2, &Settings::default());
    game.answer(0, ANN, Answer::Choice(1), seconds(6)).unwrap();
    next(&mut game);
    next(&mut game);
    game.posted(seconds(40));
    let until = seconds(9005);
    assert_eq!(game.play_on(seconds(9000)), Event::LeadIn { until });
    assert_eq!(game.tick(until), Some(Event::Ask { round: 1 }));
    assert_eq!(game.standings()[0].points, 10, "the points so far are kept");
}
