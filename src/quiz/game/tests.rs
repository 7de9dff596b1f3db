//! Games played by hand: times are seconds, players are numbers.

mod breaks;
mod laws;

use std::time::Duration;

use super::score::Answer;
use super::settings::{Answers, Mode, Seconds, Settings};
use super::{AnswerRefused, End, Event, Game, Saved};
use crate::quiz::Player;
use crate::quiz::judge::Verdict;
use crate::quiz::question::{Accepted, Difficulty, Form, Kind, Question, Sort, Source};

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn question(number: usize) -> Question {
    Question {
        id: format!("q{number}"),
        fact: format!("f{number}"),
        shows: Vec::new(),
        kind: Kind::DateOfEvent,
        difficulty: Difficulty::Normal,
        prompt: "When?".to_owned(),
        form: Form::Choice {
            options: ["1961", "1962", "1963"].map(str::to_owned).to_vec(),
            right: 1,
        },
        accepted: Some(Accepted {
            sort: Sort::Number,
            answers: vec!["1962".to_owned()],
            rivals: Vec::new(),
        }),
        explanation: "It was 1962.".to_owned(),
        source: Source {
            path: "a.md".to_owned(),
            title: "A".to_owned(),
            line: 1,
            headings: Vec::new(),
        },
        doubtful: false,
    }
}

fn ordering() -> Question {
    Question {
        form: Form::Order {
            items: ["b", "a", "c"].map(str::to_owned).to_vec(),
            right: vec![1, 0, 2],
        },
        ..question(0)
    }
}

/// A game of 20 s questions without a lobby, its first question open since second 5.
fn opened(questions: usize, settings: &Settings) -> Game {
    let settings = Settings {
        lobby: None,
        ..settings.clone()
    };
    let (mut game, _) = Game::new(
        settings,
        Player(1),
        (0..questions).map(question).collect(),
        seconds(0),
    );
    assert_eq!(game.tick(seconds(5)), Some(Event::Ask { round: 0 }));
    game.posted(seconds(5));
    game
}

fn next(game: &mut Game) -> Option<Event> {
    let at = game.next_deadline()?;
    game.tick(at)
}

const ANN: Player = Player(1);
const BEN: Player = Player(2);

#[test]
#[expect(clippy::too_many_lines, reason = "one story")]
fn a_game_goes_from_the_lobby_to_the_podium() {
    let (mut game, event) = Game::new(
        Settings::default(),
        ANN,
        vec![question(0), question(1)],
        seconds(100),
    );
    assert_eq!(
        event,
        Event::LobbyOpened {
            until: seconds(130)
        }
    );
    assert!(game.join(ANN));
    assert!(!game.join(ANN), "a second press changes nothing");
    assert!(game.join(BEN));
    assert_eq!(game.tick(seconds(129)), None, "too early");
    assert_eq!(
        game.tick(seconds(130)),
        Some(Event::LeadIn {
            until: seconds(135)
        })
    );
    assert_eq!(next(&mut game), Some(Event::Ask { round: 0 }));
    assert_eq!(game.next_deadline(), None, "waits for the message");
    game.posted(seconds(136));
    assert_eq!(
        game.answer(0, ANN, Answer::Choice(0), seconds(140)),
        Ok(Saved::First)
    );
    assert_eq!(
        game.answer(0, ANN, Answer::Choice(1), seconds(141)),
        Ok(Saved::Changed)
    );
    assert_eq!(
        game.answer(0, ANN, Answer::Choice(1), seconds(142)),
        Ok(Saved::Same)
    );
    assert_eq!(
        game.answer(0, BEN, Answer::Choice(2), seconds(143)),
        Ok(Saved::First)
    );
    assert_eq!(
        game.next_deadline(),
        Some(seconds(146)),
        "all have answered: 3 s more"
    );
    assert_eq!(
        next(&mut game),
        Some(Event::Closed {
            round: 0,
            warning: false
        })
    );
    assert_eq!(next(&mut game), Some(Event::Ask { round: 1 }));
    game.posted(seconds(160));
    assert_eq!(
        game.answer(1, BEN, Answer::Choice(1), seconds(161)),
        Ok(Saved::First)
    );
    assert_eq!(
        game.next_deadline(),
        Some(Duration::from_millis(180_500)),
        "ann is waited for"
    );
    assert_eq!(
        next(&mut game),
        Some(Event::Closed {
            round: 1,
            warning: false
        })
    );
    assert_eq!(next(&mut game), Some(Event::Over(End::Finished)));
    assert_eq!(next(&mut game), None);
    let points: Vec<_> = game
        .standings()
        .iter()
        .map(|row| (row.rank, row.player, row.points))
        .collect();
    assert_eq!(points, [(1, ANN, 10), (1, BEN, 10)]);
}

#[test]
fn an_answer_at_the_bell_counts_and_one_after_it_does_not() {
    let mut game = opened(1, &Settings::default());
    assert_eq!(
        game.answer(0, ANN, Answer::Choice(1), seconds(25)),
        Ok(Saved::First)
    );
    let late = seconds(25) + Duration::from_millis(1);
    assert_eq!(
        game.answer(0, BEN, Answer::Choice(1), late),
        Err(AnswerRefused::Closed)
    );
}

#[test]
fn an_answer_to_another_question_is_refused() {
    let mut game = opened(2, &Settings::default());
    assert_eq!(
        game.answer(1, ANN, Answer::Choice(1), seconds(6)),
        Err(AnswerRefused::Closed)
    );
    assert_eq!(
        game.answer(0, ANN, Answer::Choice(3), seconds(6)),
        Err(AnswerRefused::NoSuchOption)
    );
    assert_eq!(
        game.answer(0, ANN, Answer::Order(vec![0]), seconds(6)),
        Err(AnswerRefused::NoSuchOption)
    );
    assert_eq!(
        game.answer(0, ANN, Answer::Typed(" ?".to_owned()), seconds(6)),
        Err(AnswerRefused::Empty)
    );
    next(&mut game);
    assert_eq!(
        game.answer(0, ANN, Answer::Choice(1), seconds(6)),
        Err(AnswerRefused::Closed)
    );
}

#[test]
fn one_fast_player_does_not_end_the_first_question_for_everybody() {
    let mut game = opened(2, &Settings::default());
    game.answer(0, ANN, Answer::Choice(1), seconds(6)).unwrap();
    assert_eq!(
        game.next_deadline(),
        Some(Duration::from_millis(25_500)),
        "nobody joined: the whole time"
    );
    next(&mut game);
    next(&mut game);
    game.posted(seconds(40));
    game.answer(1, ANN, Answer::Choice(1), seconds(41)).unwrap();
    assert_eq!(game.next_deadline(), Some(seconds(44)), "ann plays alone");
    game.answer(1, ANN, Answer::Choice(2), seconds(43)).unwrap();
    assert_eq!(
        game.next_deadline(),
        Some(seconds(46)),
        "3 s after the last change"
    );
}

#[test]
fn who_missed_two_questions_is_not_waited_for() {
    let mut game = opened(4, &Settings::default());
    game.join(ANN);
    game.join(BEN);
    for round in 0..3 {
        game.answer(round, ANN, Answer::Choice(1), game.open().unwrap().2.opened)
            .unwrap();
        let early = game.open().unwrap().2.settles.is_some();
        assert_eq!(early, round == 2, "question {round}");
        next(&mut game);
        assert_eq!(next(&mut game), Some(Event::Ask { round: round + 1 }));
        game.posted(seconds(100 * (round as u64 + 1)));
    }
}

#[test]
fn three_questions_without_an_answer_end_the_game_with_a_warning_at_two() {
    let mut game = opened(9, &Settings::default());
    let mut told = Vec::new();
    while let Some(event) = next(&mut game) {
        if let Event::Ask { .. } = event {
            game.posted(seconds(1000 * (game.rounds().len() as u64 + 1)));
        } else {
            told.push(event);
        }
    }
    assert_eq!(
        told,
        [
            Event::Closed {
                round: 0,
                warning: false
            },
            Event::Closed {
                round: 1,
                warning: true
            },
            Event::Closed {
                round: 2,
                warning: false
            },
            Event::Over(End::Idle),
        ]
    );
}

#[test]
fn points_are_unknown_until_the_question_closes() {
    let mut game = opened(1, &Settings::default());
    game.answer(0, ANN, Answer::Choice(1), seconds(6)).unwrap();
    assert!(game.standings().is_empty());
    assert!(game.rounds().is_empty());
    next(&mut game);
    assert_eq!(game.standings()[0].points, 10);
    assert_eq!(game.rounds()[0].marked[0].verdict, Verdict::Right);
}

#[test]
fn a_race_pays_for_speed() {
    let race = Settings {
        mode: Mode::Race,
        ..Settings::default()
    };
    for (at, points) in [(5, 15), (15, 13), (25, 10)] {
        let mut game = opened(1, &race);
        game.answer(0, ANN, Answer::Choice(1), seconds(at)).unwrap();
        next(&mut game);
        assert_eq!(game.standings()[0].points, points, "answered at {at}");
    }
}

#[test]
fn an_order_earns_the_share_of_pairs_in_order() {
    for (given, points) in [(vec![1, 0, 2], 10), (vec![0, 1, 2], 7), (vec![2, 0, 1], 0)] {
        let settings = Settings {
            lobby: None,
            ..Settings::default()
        };
        let (mut game, _) = Game::new(settings, ANN, vec![ordering()], seconds(0));
        next(&mut game);
        game.posted(seconds(5));
        game.answer(0, ANN, Answer::Order(given.clone()), seconds(6))
            .unwrap();
        next(&mut game);
        assert_eq!(game.standings()[0].points, points, "{given:?}");
    }
    let mut game = Game::new(
        Settings {
            lobby: None,
            ..Settings::default()
        },
        ANN,
        vec![ordering()],
        seconds(0),
    )
    .0;
    next(&mut game);
    game.posted(seconds(5));
    assert_eq!(
        game.answer(0, ANN, Answer::Order(vec![1, 0]), seconds(6)),
        Err(AnswerRefused::Empty)
    );
    assert_eq!(
        game.answer(0, ANN, Answer::Order(vec![1, 0, 3]), seconds(6)),
        Err(AnswerRefused::NoSuchOption)
    );
    assert_eq!(
        game.answer(0, ANN, Answer::Order(vec![1, 1, 0]), seconds(6)),
        Err(AnswerRefused::Empty)
    );
}

#[test]
fn more_time_is_half_as_much_again_for_the_whole_game() {
    let (mut game, _) = Game::new(Settings::default(), ANN, vec![question(0)], seconds(0));
    assert!(game.more_time());
    assert!(!game.more_time());
    game.start_now(seconds(1));
    assert!(!game.more_time(), "only in the lobby");
    next(&mut game);
    game.posted(seconds(10));
    assert_eq!(game.open().unwrap().2.time, Some(seconds(30)));
}

#[test]
fn time_goes_by_the_length_of_the_question() {
    let time = |prompt: usize, form: Form, seconds: Seconds| {
        let settings = Settings {
            seconds,
            ..Settings::default()
        };
        let question = Question {
            prompt: "x".repeat(prompt),
            form,
            ..question(0)
        };
        settings.time_for(&question).map(|time| time.as_secs())
    };
    let choice = || Form::Choice {
        options: vec![String::new()],
        right: 0,
    };
    assert_eq!(time(0, choice(), Seconds::Auto), Some(20));
    assert_eq!(
        time(144, choice(), Seconds::Auto),
        Some(25),
        "10 + 12 is rounded up"
    );
    assert_eq!(time(144, Form::Typed, Seconds::Auto), Some(40));
    assert_eq!(time(5000, choice(), Seconds::Auto), Some(90));
    assert_eq!(time(5000, choice(), Seconds::Fixed(7)), Some(7));
    assert_eq!(time(5000, choice(), Seconds::Fixed(1)), Some(5));
    assert_eq!(time(5000, choice(), Seconds::Unlimited), None);
}

#[test]
fn a_question_without_a_clock_closes_when_all_have_answered_or_after_five_minutes() {
    let mut game = opened(
        2,
        &Settings {
            seconds: Seconds::Unlimited,
            ..Settings::default()
        },
    );
    assert_eq!(game.next_deadline(), Some(seconds(305)));
    game.join(ANN);
    game.answer(0, ANN, Answer::Choice(1), seconds(200))
        .unwrap();
    assert_eq!(game.next_deadline(), Some(seconds(203)));
    assert_eq!(
        game.close_now(seconds(201)),
        Some(Event::Closed {
            round: 0,
            warning: false
        })
    );
}

#[test]
fn of_two_presses_that_change_places_on_the_way_the_later_one_counts() {
    let mut game = opened(1, &Settings::default());
    game.answer(0, ANN, Answer::Choice(1), seconds(8)).unwrap();
    assert_eq!(
        game.answer(0, ANN, Answer::Choice(0), seconds(7)),
        Ok(Saved::Same)
    );
    next(&mut game);
    assert_eq!(game.rounds()[0].marked[0].answer, Answer::Choice(1));
}

#[test]
fn who_joins_during_a_question_is_waited_for() {
    let mut game = opened(1, &Settings::default());
    game.join(ANN);
    game.answer(0, ANN, Answer::Choice(1), seconds(6)).unwrap();
    assert_eq!(game.next_deadline(), Some(seconds(9)));
    assert_eq!(game.progress(), Some((1, 1)));
    game.join(BEN);
    assert_eq!(game.next_deadline(), Some(Duration::from_millis(25_500)));
    assert_eq!(game.progress(), Some((1, 2)));
}

#[test]
fn more_than_half_of_the_players_skip_a_question() {
    let mut game = opened(2, &Settings::default());
    for player in 1..=4 {
        game.join(Player(player));
    }
    assert_eq!(game.vote_skip(Player(1), seconds(6)), Some((1, 3, None)));
    assert_eq!(
        game.vote_skip(Player(1), seconds(6)),
        Some((1, 3, None)),
        "once each"
    );
    assert_eq!(game.vote_skip(Player(2), seconds(6)), Some((2, 3, None)));
    let closed = Event::Closed {
        round: 0,
        warning: false,
    };
    assert_eq!(
        game.vote_skip(Player(3), seconds(7)),
        Some((3, 3, Some(closed)))
    );
    assert!(game.rounds()[0].skipped);
    assert!(
        game.standings().is_empty(),
        "a skipped question counts for nothing"
    );
}

#[test]
fn a_stopped_game_is_over_at_once() {
    let mut game = opened(2, &Settings::default());
    game.answer(0, ANN, Answer::Choice(1), seconds(6)).unwrap();
    assert_eq!(game.stop(End::Stopped), Some(Event::Over(End::Stopped)));
    assert_eq!(game.stop(End::Stopped), None);
    assert!(
        game.standings().is_empty(),
        "the open question does not count"
    );
    assert_eq!(
        game.answer(0, ANN, Answer::Choice(1), seconds(7)),
        Err(AnswerRefused::Closed)
    );
}

#[test]
fn a_typed_answer_is_marked_at_the_close() {
    let mut game = opened(
        1,
        &Settings {
            answers: Answers::Typed,
            ..Settings::default()
        },
    );
    game.answer(0, ANN, Answer::Typed("1962!".to_owned()), seconds(6))
        .unwrap();
    game.answer(0, BEN, Answer::Typed("1963".to_owned()), seconds(6))
        .unwrap();
    next(&mut game);
    let verdicts: Vec<_> = game.rounds()[0]
        .marked
        .iter()
        .map(|row| row.verdict)
        .collect();
    assert_eq!(verdicts, [Verdict::Right, Verdict::Wrong]);
}
