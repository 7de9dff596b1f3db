//! What holds whatever happens in a game, in whatever order.

use std::time::Duration;

use proptest::prelude::{Strategy, any, prop, prop_oneof, proptest};

use super::{ANN, question, seconds};
use crate::quiz::Player;
use crate::quiz::game::score::Answer;
use crate::quiz::game::settings::Settings;
use crate::quiz::game::{Event, Game};

#[derive(Debug, Clone)]
enum Move {
    Join(u64),
    Answer(u64, u8),
    Old(u64),
    Wait(u64),
    Tick,
    Posted,
    Pause,
    Resume,
    Vote(u64),
    Skip,
    MoreTime,
    StartNow,
    Restart(u64),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        (0..5_u64).prop_map(Move::Join),
        (0..5_u64, 0..4_u8).prop_map(|(player, choice)| Move::Answer(player, choice)),
        (0..5_u64).prop_map(Move::Old),
        (0..40_000_u64).prop_map(Move::Wait),
        any::<bool>().prop_map(|_| Move::Tick),
        any::<bool>().prop_map(|_| Move::Posted),
        any::<bool>().prop_map(|_| Move::Pause),
        any::<bool>().prop_map(|_| Move::Resume),
        (0..5_u64).prop_map(Move::Vote),
        any::<bool>().prop_map(|_| Move::Skip),
        any::<bool>().prop_map(|_| Move::MoreTime),
        any::<bool>().prop_map(|_| Move::StartNow),
        (0..100_u64).prop_map(Move::Restart),
    ];
    prop::collection::vec(one, 0..120)
}

proptest! {
    #[test]
    fn whatever_happens_in_whatever_order_the_books_agree(moves in moves()) {
        let questions: Vec<_> = (0..4).map(question).collect();
        let (mut game, _) = Game::new(Settings::default(), ANN, questions, seconds(0));
        let mut now = Duration::ZERO;
        let mut closed = 0;
        for step in moves {
            let points_before: u32 = game.seats().values().map(|seat| seat.points).sum();
            let rounds_before = game.rounds().len();
            let round = rounds_before;
            match step {
                Move::Join(player) => { game.join(Player(player)); }
                Move::Answer(player, choice) => {
                    // Taken or refused: the books are looked at below.
                    game.answer(round, Player(player), Answer::Choice(choice), now).ok();
                }
                Move::Old(player) => assert!(round == 0 || game.answer(round - 1, Player(player), Answer::Choice(1), now).is_err()),
                Move::Wait(millis) => now += Duration::from_millis(millis),
                Move::Tick => { game.tick(now); }
                Move::Posted => game.posted(now),
                Move::Pause => { game.pause(now); }
                Move::Resume => { game.resume(now); }
                Move::Vote(player) => { game.vote_skip(Player(player), now); }
                Move::Skip => { game.skip(now); }
                Move::MoreTime => { game.more_time(); }
                Move::StartNow => { game.start_now(now); }
                Move::Restart(away) => {
                    game = serde_json::from_str(&serde_json::to_string(&game).unwrap()).unwrap();
                    let beat = now;
                    now += seconds(away);
                    game.revive(beat, now);
                }
            }
            assert!(game.rounds().len() <= rounds_before + 1, "one question closes at a time");
            closed += game.rounds().len() - rounds_before;
            let points: u32 = game.seats().values().map(|seat| seat.points).sum();
            assert!(points == points_before || game.rounds().len() == rounds_before + 1, "points come at a close only");
            let booked: u32 = game.rounds().iter().flat_map(|round| &round.marked).map(|row| row.points).sum();
            assert_eq!(points, booked, "the seats and the rounds agree");
            for round in game.rounds() {
                let mut players: Vec<_> = round.marked.iter().map(|row| row.player).collect();
                players.dedup();
                assert_eq!(players.len(), round.marked.len(), "nobody is scored twice");
            }
        }
        assert_eq!(closed, game.rounds().len());
        assert!(game.rounds().len() <= 4);
    }

    #[test]
    fn every_game_that_is_ticked_comes_to_an_end(answers in prop::collection::vec((0..4_usize, 0..3_u64, 0..3_u8), 0..12)) {
        let questions: Vec<_> = (0..4).map(question).collect();
        let (mut game, _) = Game::new(Settings::default(), ANN, questions, seconds(0));
        let mut now;
        let mut steps = 0;
        while let Some(at) = game.next_deadline() {
            now = at;
            if let Some(Event::Ask { round }) = game.tick(now) {
                game.posted(now);
                for &(_, player, choice) in answers.iter().filter(|(at, ..)| *at == round) {
                    game.answer(round, Player(player), Answer::Choice(choice), now).unwrap();
                }
            }
            steps += 1;
            assert!(steps < 50, "it does not end: {game:?}");
        }
        assert!(game.is_over());
    }
}
