//! Choosing: from candidates made up at random, and from notes.

mod topics;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use proptest::prelude::{Strategy, any, prop, proptest};

use super::{Asked, History, Scope, Wish, choose_among, seeded};
use crate::library::{Key, Library};
use crate::notes;
use crate::quiz::make::{Candidate, Deck, Listed};
use crate::quiz::question::{Difficulty, Form, Kind, Question, Source};

/// Three notes of 20 statements under 4 headings each.
fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(made_up)
}

fn made_up() -> Library {
    let note = |number: usize| {
        let mut text = format!("# Note {number}\n\nWhat is asked?::This.\n\n");
        for heading in 0..4 {
            text += &format!("## Part {heading}\n");
            for line in 0..5 {
                text += &format!("- Thing {heading}{line} of note {number} came about.\n");
            }
        }
        notes::read(&format!("folder/note{number}.md"), &text)
    };
    Library::build((0..3).map(note).collect())
}

fn first_of(library: &Library) -> Candidate {
    let first = Deck::of(library).candidates().next();
    first.expect("a note with a card gives a candidate")
}

/// A candidate that was made up, and whether a question can be made of it.
#[derive(Debug, Clone)]
struct Made {
    candidate: Candidate,
    shows: Vec<u32>,
    refused: bool,
    doubtful: bool,
}

fn candidates(library: &Library, most: usize) -> impl Strategy<Value = Vec<Made>> + use<> {
    let base = first_of(library);
    let starts: Vec<u32> = library
        .notes()
        .iter()
        .map(|note| note.statements.start)
        .collect();
    let one = (
        0..Kind::ALL.len(),
        0..3_usize,
        prop::option::of(1_u32..20),
        0_u64..60,
        prop::collection::vec(1_u32..20, 0..3),
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.2),
    );
    prop::collection::vec(one, 0..most).prop_map(move |all| {
        let numbered = (0_u64..).zip(all);
        let made = numbered.map(
            |(id, (kind, note, statement, fact, near, refused, doubtful))| {
                let mut candidate = base;
                candidate.id = Key(id);
                candidate.fact = Key(fact);
                candidate.kind = Kind::ALL[kind];
                candidate.note = u32::try_from(note).unwrap();
                candidate.statement = statement.map(|at| starts[note] + at);
                let mut shows: Vec<u32> = near.into_iter().map(|at| starts[note] + at).collect();
                shows.extend(candidate.statement);
                Made {
                    candidate,
                    shows,
                    refused,
                    doubtful,
                }
            },
        );
        made.collect()
    })
}

fn question(library: &Library, made: &Made) -> Question {
    let shown = made
        .shows
        .iter()
        .map(|at| library.statement(*at).key.to_string());
    Question {
        id: made.candidate.id.to_string(),
        fact: made.candidate.fact.to_string(),
        shows: shown.collect(),
        kind: made.candidate.kind,
        difficulty: Difficulty::Normal,
        prompt: format!("What is number {}?", made.candidate.id),
        form: Form::Typed,
        accepted: None,
        explanation: String::new(),
        source: Source {
            path: String::new(),
            title: String::new(),
            line: 1,
            headings: Vec::new(),
        },
        doubtful: made.doubtful,
    }
}

fn wish(n: usize) -> Wish {
    Wish {
        scope: Scope::All,
        n,
        kind: None,
        difficulty: Difficulty::Normal,
        missed: false,
    }
}

#[derive(Debug, Clone, Default)]
struct Server {
    asked: BTreeMap<String, Asked>,
    blocked: BTreeSet<String>,
}

fn chosen(library: &Library, all: &[Made], wish: &Wish, server: &Server, seed: u64) -> Vec<Made> {
    let listed = Listed::of(all.iter().map(|made| made.candidate).collect());
    let history = History {
        asked: &server.asked,
        blocked: &server.blocked,
    };
    let find = |id: Key| all.iter().find(|made| made.candidate.id == id).unwrap();
    let make = |candidate: &Candidate| {
        let made = find(candidate.id);
        (!made.refused).then(|| question(library, made))
    };
    choose_among(library, &listed, wish, &history, &mut seeded(seed), make)
        .into_iter()
        .map(|question| find(question.id.parse().unwrap()).clone())
        .collect()
}

fn n_of(game: &[Made], kind: Kind) -> usize {
    game.iter()
        .filter(|made| made.candidate.kind == kind)
        .count()
}

fn servers() -> impl Strategy<Value = Server> {
    let asked = (0_u32..4, 0_u32..6, 0_u32..6).prop_map(|(times, answers, wrong)| Asked {
        times,
        answers,
        wrong: wrong.min(answers),
    });
    let asked = prop::collection::btree_map(0_u64..120, asked, 0..60);
    let blocked = prop::collection::btree_set(0_u64..60, 0..20);
    (asked, blocked).prop_map(|(asked, blocked)| Server {
        asked: asked
            .into_iter()
            .map(|(id, asked)| (Key(id).to_string(), asked))
            .collect(),
        blocked: blocked.into_iter().map(|id| Key(id).to_string()).collect(),
    })
}

proptest! {
    #[test]
    fn a_game_repeats_nothing_and_asks_nothing_that_was_shown(
        all in candidates(library(), 120), n in 0_usize..25, server in servers(), seed in any::<u64>(),
    ) {
        let library = library();
        let game = chosen(library, &all, &wish(n), &server, seed);
        assert!(game.len() <= n);
        for (at, later) in game.iter().enumerate() {
            assert!(!later.refused);
            assert!(!server.blocked.contains(&later.candidate.fact.to_string()));
            for earlier in &game[..at] {
                assert_ne!(earlier.candidate.id, later.candidate.id);
                assert_ne!(earlier.candidate.fact, later.candidate.fact);
                if let Some(event) = later.candidate.statement {
                    assert!(!earlier.shows.contains(&event), "{earlier:?} shows {later:?}");
                }
            }
        }
    }

    #[test]
    fn no_kind_is_over_two_fifths_unless_nothing_else_is_left(
        all in candidates(library(), 120), n in 1_usize..25, seed in any::<u64>(),
    ) {
        let library = library();
        let game = chosen(library, &all, &wish(n), &Server::default(), seed);
        let most = (n * 2).div_ceil(5);
        let over = Kind::ALL.iter().any(|kind| n_of(&game, *kind) > most);
        let free = |made: &&Made| {
            let clash = |other: &Made| {
                other.candidate.fact == made.candidate.fact
                    || other.candidate.statement.is_some_and(|at| made.shows.contains(&at))
                    || made.candidate.statement.is_some_and(|at| other.shows.contains(&at))
            };
            !made.refused && n_of(&game, made.candidate.kind) < most && !game.iter().any(clash)
        };
        let left: Vec<&Made> = all.iter().filter(free).collect();
        assert!(!over || left.is_empty(), "{left:?}");
        assert!(game.len() == n || left.is_empty(), "{left:?}");
    }

    #[test]
    fn the_same_seed_gives_the_same_game(
        all in candidates(library(), 60), server in servers(), seed in any::<u64>(),
    ) {
        let library = library();
        let ids = || {
            let game = chosen(library, &all, &wish(10), &server, seed);
            game.iter().map(|made| made.candidate.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(), ids());
    }

    #[test]
    fn only_what_was_answered_wrongly_is_asked_again_where_that_is_wished(
        all in candidates(library(), 120), server in servers(), seed in any::<u64>(),
    ) {
        let library = library();
        let wish = Wish { missed: true, ..wish(10) };
        for made in chosen(library, &all, &wish, &server, seed) {
            assert!(server.asked[&made.candidate.id.to_string()].wrong > 0);
        }
    }

    #[test]
    fn only_the_kind_and_the_notes_that_are_wished_for(
        all in candidates(library(), 120), kind in 0..Kind::ALL.len(), note in 0_u32..3, seed in any::<u64>(),
    ) {
        let library = library();
        let kind = Some(Kind::ALL[kind]);
        let wish = Wish { kind, scope: Scope::Notes(vec![note]), ..wish(4) };
        for made in chosen(library, &all, &wish, &Server::default(), seed) {
            assert_eq!(Some(made.candidate.kind), kind);
            assert_eq!(made.candidate.note, note);
        }
    }
}

/// 60 candidates that have nothing to do with each other, 15 of each of four kinds.
fn apart(library: &Library) -> Vec<Made> {
    let base = first_of(library);
    let made = (0_u64..60).map(|number| {
        let mut candidate = base;
        candidate.id = Key(number);
        candidate.fact = Key(number);
        candidate.kind = Kind::ALL[number as usize % 4];
        candidate.note = number as u32 % 3;
        candidate.statement = None;
        Made {
            candidate,
            shows: Vec::new(),
            refused: false,
            doubtful: false,
        }
    });
    made.collect()
}

/// Plays `games` games of 10 on one server; `wrong` says how many of ten answers to a question are wrong.
fn played(games: u64, wrong: impl Fn(u64) -> u32) -> Vec<Vec<u64>> {
    let library = library();
    let all = apart(library);
    let mut server = Server::default();
    let mut played = Vec::new();
    for game in 0..games {
        let game = chosen(library, &all, &wish(10), &server, game);
        for made in &game {
            let asked = server
                .asked
                .entry(made.candidate.id.to_string())
                .or_default();
            asked.times += 1;
            asked.answers += 10;
            asked.wrong += wrong(made.candidate.id.0);
        }
        played.push(game.iter().map(|made| made.candidate.id.0).collect());
    }
    played
}

#[test]
fn what_was_known_comes_again_only_after_everything_else() {
    let played = played(12, |_| 0);
    let first: BTreeSet<u64> = played[..6].iter().flatten().copied().collect();
    let second: BTreeSet<u64> = played[6..].iter().flatten().copied().collect();
    assert_eq!((first.len(), second.len()), (60, 60));
}

#[test]
fn what_was_not_known_comes_again_soon() {
    // Every tenth question is never known.
    let played = played(6, |id| if id % 10 == 0 { 10 } else { 0 });
    let mut times: BTreeMap<u64, usize> = BTreeMap::new();
    for id in played.iter().flatten() {
        *times.entry(*id).or_default() += 1;
    }
    let again: Vec<u64> = times
        .iter()
        .filter(|(_, n)| **n > 1)
        .map(|(id, _)| *id)
        .collect();
    assert!(!again.is_empty(), "{times:?}");
    assert!(again.iter().all(|id| id % 10 == 0), "{times:?}");
    for game in &played {
        let wrong = game.iter().filter(|id| *id % 10 == 0).count();
        assert!(wrong <= 6, "{game:?}");
    }
}

#[test]
fn kinds_and_notes_take_turns() {
    let library = library();
    let all = apart(library);
    for seed in 0..20 {
        let game = chosen(library, &all, &wish(12), &Server::default(), seed);
        assert_eq!(game.len(), 12);
        for kind in &Kind::ALL[..4] {
            assert_eq!(n_of(&game, *kind), 3);
        }
        for note in 0..3 {
            let of_note = game.iter().filter(|made| made.candidate.note == note);
            assert!((3..=5).contains(&of_note.count()), "{game:?}");
        }
        for pair in game.windows(2) {
            assert_ne!(pair[0].candidate.kind, pair[1].candidate.kind);
        }
    }
}

#[test]
fn what_a_reveal_shows_is_asked_before_it_or_not_at_all() {
    let library = library();
    let mut all = apart(library);
    all.truncate(2);
    let first = library.note(0).statements.start;
    for (made, statement) in all.iter_mut().zip([first + 1, first + 2]) {
        made.candidate.statement = Some(statement);
        made.shows = vec![statement];
    }
    // The first shows what the second asks.
    all[0].shows.push(first + 2);
    for seed in 0..20 {
        let game = chosen(library, &all, &wish(5), &Server::default(), seed);
        let ids: Vec<u64> = game.iter().map(|made| made.candidate.id.0).collect();
        assert_eq!(ids, [1, 0]);
    }
    // Each shows the other.
    all[1].shows.push(first + 1);
    for seed in 0..20 {
        assert_eq!(
            chosen(library, &all, &wish(5), &Server::default(), seed).len(),
            1
        );
    }
}

#[test]
fn what_is_likely_misspelt_is_asked_only_where_nothing_else_is_left() {
    let library = library();
    let mut all = apart(library);
    for made in &mut all {
        made.doubtful = made.candidate.id.0 >= 20;
    }
    for seed in 0..20 {
        let doubtful = |n: usize| {
            let game = chosen(library, &all, &wish(n), &Server::default(), seed);
            assert_eq!(game.len(), n);
            game.iter().filter(|made| made.doubtful).count()
        };
        assert_eq!((doubtful(10), doubtful(20), doubtful(25)), (0, 0, 5));
    }
}

#[test]
fn a_kind_that_makes_no_questions_does_not_hold_a_game_up() {
    let library = library();
    let mut all = apart(library);
    let barren = all[0].clone();
    all.extend((60_u64..4_000).map(|number| {
        let mut made = barren.clone();
        (made.candidate.id, made.candidate.fact) = (Key(number), Key(number));
        made
    }));
    let listed = Listed::of(all.iter().map(|made| made.candidate).collect());
    let (asked, blocked) = (BTreeMap::new(), BTreeSet::new());
    let history = History {
        asked: &asked,
        blocked: &blocked,
    };
    for seed in 0..20 {
        let tried = Cell::new(0);
        let make = |candidate: &Candidate| {
            tried.set(tried.get() + 1);
            let made = &all[usize::try_from(candidate.id.0).unwrap()];
            (candidate.kind != barren.candidate.kind).then(|| question(library, made))
        };
        let game = choose_among(
            library,
            &listed,
            &wish(10),
            &history,
            &mut seeded(seed),
            make,
        );
        assert_eq!(game.len(), 10);
        assert!(tried.get() < 100, "{} tried", tried.get());
    }
}

#[test]
fn an_edit_elsewhere_leaves_most_of_a_game_as_it_was() {
    let library = library();
    let all = apart(library);
    let ids = |all: &[Made]| -> BTreeSet<u64> {
        let game = chosen(library, all, &wish(10), &Server::default(), 7);
        game.iter().map(|made| made.candidate.id.0).collect()
    };
    let kept = ids(&all).intersection(&ids(&all[3..])).count();
    assert!(kept >= 6, "{kept}");
}

#[test]
fn kinds_are_numbered_as_they_are_listed() {
    for (number, kind) in Kind::ALL.into_iter().enumerate() {
        assert_eq!(kind as usize, number);
    }
}
