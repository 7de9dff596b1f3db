//! Games to measure with.

use std::time::Duration;

use clio::quiz::game::Game;
use clio::quiz::game::settings::Settings;
use clio::quiz::question::{Difficulty, Form, Kind, Question, Source};
use clio::quiz::{Player, Server};
use clio::store::{Channel, Database, Games as _, Lease};

pub(crate) fn at(seconds: u64) -> Duration {
    Duration::from_secs(1_796_000_000 + seconds)
}

fn question(number: usize) -> Question {
    Question {
        id: format!("question-{number}"),
        fact: format!("fact-{number}"),
        shows: Vec::new(),
        kind: Kind::EventOnDate,
        difficulty: Difficulty::Normal,
        prompt: "Which of these happened on 16 October 1962, according to the notes?".to_owned(),
        form: Form::Choice {
            options: [
                "Cuba gets blockaded",
                "Kennedy found out",
                "Kennedy delays",
                "Letters",
            ]
            .map(str::to_owned)
            .to_vec(),
            right: 1,
        },
        accepted: None,
        explanation: "Kennedy found out about the missiles.".to_owned(),
        doubtful: false,
        source: Source {
            path: "cold-war/cuban-missile-crisis.md".to_owned(),
            title: "Cuban Missile Crisis".to_owned(),
            line: 98,
            headings: vec!["The October Crisis".to_owned(), "16 October".to_owned()],
        },
    }
}

/// A game whose first question is open.
pub(crate) async fn open(store: &Database, number: u64) -> (Lease, Game) {
    let settings = Settings {
        lobby: None,
        ..Settings::default()
    };
    let questions = (0..10).map(question).collect();
    let (mut game, _) = Game::new(settings, Player(1), questions, at(0));
    game.tick(at(60));
    game.posted(at(60));
    let lease = store
        .begin_game(
            Server(1 + number % 20),
            Channel(1000 + number),
            &game,
            "bench",
            at(0),
        )
        .await
        .unwrap();
    (lease, game)
}
