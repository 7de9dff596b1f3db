//! Questions from about 100,000 facts: listing what could be asked, making one, choosing a game of ten; judging what was typed; and
//! what a game does with an answer and with time.

#![expect(clippy::print_stdout, reason = "a bench says what it measures")]

mod vault;

use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::time::Duration;

use clio::library::Library;
use clio::notes;
use clio::notes::dates::Order;
use clio::quiz::Player;
use clio::quiz::choose::{Asked, History, Scope, Wish, choose, complete, seeded};
use clio::quiz::game::score::Answer;
use clio::quiz::game::settings::Settings;
use clio::quiz::game::{Event, Game};
use clio::quiz::judge::Judge;
use clio::quiz::make::{Candidate, Deck};
use clio::quiz::question::{Accepted, Difficulty, Form, Sort};
use criterion::measurement::WallTime;
use criterion::{
    BatchSize, BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main,
};

/// Notes of the made-up vault; about 40 facts each.
const NOTES: usize = 2_500;

fn library() -> Library {
    let files = vault::files(NOTES);
    Library::build(
        files
            .iter()
            .map(|(path, text)| notes::read(path, text))
            .collect(),
    )
}

fn choosing(criterion: &mut Criterion) {
    let library = library();
    let deck = Deck::of(&library);
    println!(
        "{} statements, {} events, {} cause links: {} questions could be made",
        library.statements().len(),
        library.dates().all().len(),
        library.causes().links().len(),
        deck.candidates().count()
    );
    let mut group = criterion.benchmark_group("quiz");
    group.sample_size(20);
    group.bench_function("list", |bench| {
        bench.iter(|| Deck::of(&library));
    });
    group.bench_function("make", |bench| {
        let all: Vec<Candidate> = deck.candidates().collect();
        let mut candidates = all.iter().cycle().step_by(997);
        bench.iter(|| {
            let candidate = candidates.next().expect("a cycle has no end");
            deck.make(&library, candidate, Difficulty::Normal).is_ok()
        });
    });
    games(&mut group, &library, &deck);
    for typed in ["", "t", "the", "19"] {
        group.bench_function(format!("topics_typed_{typed}"), |bench| {
            bench.iter(|| complete(&library, black_box(typed)));
        });
    }
    group.finish();
}

/// The questions of a game: the first that a library is asked for, and later ones.
fn games(group: &mut BenchmarkGroup<'_, WallTime>, library: &Library, deck: &Deck) {
    let wish = Wish {
        scope: Scope::All,
        n: 10,
        kind: None,
        difficulty: Difficulty::Normal,
        missed: false,
    };
    // A server that has played a while: every tenth question was asked.
    let asked: BTreeMap<String, Asked> = (0_u32..)
        .zip(deck.candidates().step_by(10))
        .map(|(number, candidate)| {
            let asked = Asked {
                times: 1,
                answers: 4,
                wrong: number % 4,
            };
            (candidate.id.to_string(), asked)
        })
        .collect();
    let (nothing, blocked) = (BTreeMap::new(), BTreeSet::new());
    group.bench_function("choose_10_first", |bench| {
        let history = History {
            asked: &nothing,
            blocked: &blocked,
        };
        let mut seed = 0;
        bench.iter_batched_ref(
            || Deck::of(library),
            |deck| {
                seed += 1;
                choose(library, deck, &wish, &history, &mut seeded(seed)).len()
            },
            BatchSize::PerIteration,
        );
    });
    // From here on every note has been read for questions, as after a few dozen games.
    let mut last = None;
    for candidate in deck
        .candidates()
        .filter(|it| last.replace(it.note) != Some(it.note))
    {
        let made = deck.make(library, &candidate, Difficulty::Normal);
        black_box(made.is_ok());
    }
    for (name, asked) in [("choose_10", &nothing), ("choose_10_after_many", &asked)] {
        let history = History {
            asked,
            blocked: &blocked,
        };
        let mut seed = 0;
        group.bench_function(name, |bench| {
            bench.iter(|| {
                seed += 1;
                choose(library, deck, &wish, &history, &mut seeded(seed)).len()
            });
        });
    }
}

fn judging(criterion: &mut Criterion) {
    let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
    let name = Accepted {
        sort: Sort::Name,
        answers: texts(&["John F. Kennedy", "Kennedy", "JFK"]),
        rivals: texts(&[
            "Nikita Khrushchev",
            "Fidel Castro",
            "Robert Kennedy",
            "Leonid Brezhnev",
            "Dwight D. Eisenhower",
            "Konrad Adenauer",
            "Josip Broz Tito",
            "Harry S. Truman",
        ]),
    };
    let date = Accepted {
        sort: Sort::Date,
        answers: texts(&["1962-10-27"]),
        rivals: Vec::new(),
    };
    let mut group = criterion.benchmark_group("judge");
    for (name, accepted, typed) in [
        ("name", &name, "President Kenedy"),
        ("other_name", &name, "Nikita Khrushchov"),
        (
            "long_message",
            &name,
            "I think that it was either Kennedy or one of his ninety-nine advisers",
        ),
        ("date", &date, "27th of October 1962"),
        (
            "date_in_words",
            &date,
            "twenty-seventh of Ocotber nineteen sixty-two",
        ),
    ] {
        let judge = Judge::new(accepted, "Who or when was it?", Order::DayFirst);
        group.bench_function(name, |bench| bench.iter(|| judge.verdict(black_box(typed))));
    }
    group.bench_function("fold_a_question", |bench| {
        bench.iter(|| Judge::new(black_box(&name), "Who was it?", Order::DayFirst).verdict(""));
    });
    group.finish();
}

/// Players of the game whose steps are measured.
const PLAYERS: u64 = 64;

/// A game of ten questions from the notes, one of them open, everybody there.
fn opened() -> (Game, Duration) {
    let library = library();
    let deck = Deck::of(&library);
    let questions = deck
        .candidates()
        .filter_map(|candidate| deck.make(&library, &candidate, Difficulty::Normal).ok())
        .filter(|question| matches!(question.form, Form::Choice { .. }))
        .take(10)
        .collect();
    let settings = Settings {
        lobby: None,
        ..Settings::default()
    };
    let (mut game, _) = Game::new(settings, Player(1), questions, Duration::ZERO);
    let at = game.next_deadline().expect("the first question is to come");
    assert_eq!(game.tick(at), Some(Event::Ask { round: 0 }), "it is asked");
    game.posted(at);
    for player in 0..PLAYERS {
        game.join(Player(player));
    }
    (game, at)
}

fn playing(criterion: &mut Criterion) {
    let (game, at) = opened();
    let mut group = criterion.benchmark_group("game");
    group.throughput(Throughput::Elements(PLAYERS));
    group.bench_function(format!("{PLAYERS}_answers"), |bench| {
        bench.iter_batched_ref(
            || game.clone(),
            |game| {
                for player in 0..PLAYERS {
                    let answer = Answer::Choice((player % 3) as u8);
                    let saved = game.answer(0, Player(player), answer, at);
                    black_box(saved).expect("the question is open");
                }
            },
            BatchSize::SmallInput,
        );
    });
    let mut answered = game.clone();
    for player in 0..PLAYERS {
        let answer = Answer::Choice((player % 3) as u8);
        let saved = answered.answer(0, Player(player), answer, at);
        saved.expect("the question is open");
    }
    group.bench_function(format!("close_with_{PLAYERS}_answers"), |bench| {
        let closes = answered.next_deadline().expect("it is open");
        bench.iter_batched_ref(
            || answered.clone(),
            |game| black_box(game.tick(closes)),
            BatchSize::SmallInput,
        );
    });
    group.finish();
}

criterion_group!(benches, choosing, judging, playing);
criterion_main!(benches);
