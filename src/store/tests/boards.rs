//! Boards and profiles, asked of both stores and compared with what a plain list of answers says.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::play::{ANN, BEN, CAT, HERE, Played, THERE, at, days, play, told_to_both};
use crate::quiz::Player;
use crate::store::{Board, Calendar, Change, ENOUGH, Period, Records, Sort, Tally, View, date_of};

told_to_both!(
    players_with_the_same_points_share_a_rank,
    nobody_learns_anything_while_a_question_is_open,
    games_alone_count_for_the_profile_and_not_for_the_board,
    who_is_joined_later_played_in_company,
    every_board_says_what_the_answers_say,
    pages_have_ten_rows_and_the_last_is_shown_past_the_end,
);

fn ranks(board: &Board) -> Vec<(u64, u64, u64)> {
    board
        .places
        .iter()
        .map(|place| (place.rank, place.player.0, place.tally.points))
        .collect()
}

async fn players_with_the_same_points_share_a_rank(store: &dyn Records) {
    play(
        store,
        HERE,
        "Rome",
        &[(ANN, true), (BEN, true), (CAT, false)],
        at(0),
    )
    .await;
    let board = store.board(&View::of(HERE), at(100)).await.unwrap();
    assert_eq!(
        ranks(&board),
        [(1, BEN.0, 10), (1, ANN.0, 10), (3, CAT.0, 0)]
    );
    assert_eq!((board.players, board.page, board.pages), (3, 0, 1));
    let elsewhere = store.board(&View::of(THERE), at(100)).await.unwrap();
    assert_eq!(elsewhere.places, []);
}

async fn nobody_learns_anything_while_a_question_is_open(store: &dyn Records) {
    play(store, HERE, "Rome", &[(ANN, true), (BEN, false)], at(0)).await;
    let all = async || {
        let mut said = Vec::new();
        for period in PERIODS {
            for sort in [Sort::Points, Sort::Accuracy, Sort::Games] {
                let view = View {
                    period,
                    sort,
                    me: Some(ANN),
                    ..View::of(HERE)
                };
                said.push(format!("{:?}", store.board(&view, at(500)).await.unwrap()));
            }
            said.push(format!(
                "{:?}",
                store
                    .group_board(HERE, period, None, at(500))
                    .await
                    .unwrap()
            ));
        }
        for player in [ANN, BEN, CAT] {
            said.push(format!(
                "{:?}",
                store.profile(HERE, player, at(500)).await.unwrap()
            ));
        }
        said.push(format!("{:?}", store.weak(HERE, 10).await.unwrap()));
        said
    };
    let before = all().await;
    let mut game = Played::begin(store, HERE, 70, at(200)).await;
    game.open(&[(ANN, false), (BEN, true), (CAT, true)], at(300))
        .await;
    assert_eq!(all().await, before);
    game.close("Rome", at(400)).await;
    assert_ne!(all().await, before);
}

const PERIODS: [Period; 6] = [
    Period::Season,
    Period::Month,
    Period::Week,
    Period::Day,
    Period::ThirtyDays,
    Period::All,
];

async fn games_alone_count_for_the_profile_and_not_for_the_board(store: &dyn Records) {
    play(store, HERE, "Rome", &[(ANN, true)], at(0)).await;
    play(store, HERE, "Rome", &[(ANN, true), (BEN, true)], at(1000)).await;
    for period in PERIODS {
        let view = View {
            period,
            ..View::of(HERE)
        };
        let board = store.board(&view, at(2000)).await.unwrap();
        assert_eq!(
            ranks(&board),
            [(1, BEN.0, 10), (1, ANN.0, 10)],
            "{period:?}"
        );
    }
    let profile = store.profile(HERE, ANN, at(2000)).await.unwrap();
    assert_eq!((profile.season.points, profile.season.games), (20, 2));
    store
        .change_settings(HERE, ANN, &Change::SinglePlayerCounts(true), at(3000))
        .await
        .unwrap();
    for period in PERIODS {
        let view = View {
            period,
            ..View::of(HERE)
        };
        let board = store.board(&view, at(4000)).await.unwrap();
        assert_eq!(
            ranks(&board),
            [(1, ANN.0, 20), (2, BEN.0, 10)],
            "{period:?}"
        );
    }
}

async fn who_is_joined_later_played_in_company(store: &dyn Records) {
    let mut game = Played::begin(store, HERE, 70, at(0)).await;
    game.round("Rome", &[(ANN, true)], at(10)).await;
    let board = store.board(&View::of(HERE), at(20)).await.unwrap();
    assert_eq!(ranks(&board), []);
    game.round("Greece", &[(ANN, true), (BEN, false)], at(60))
        .await;
    let board = store.board(&View::of(HERE), at(70)).await.unwrap();
    assert_eq!(ranks(&board), [(1, ANN.0, 20), (2, BEN.0, 0)]);
    assert_eq!(store.check().await.unwrap().wrong_totals, 0);
}

/// One answer as the plain list keeps it.
struct Given {
    player: Player,
    game: u64,
    topic: &'static str,
    right: bool,
    season: u32,
    at: Duration,
}

const TOPICS: [&str; 3] = ["Rome", "Greece", "Cold War"];

/// Games of 25 players over 70 days in Vienna, around the end of summer time, in two seasons; nobody plays alone.
async fn much(store: &dyn Records) -> Vec<Given> {
    let zone = Change::TimeZone("Europe/Vienna".to_owned());
    store
        .change_settings(HERE, ANN, &zone, at(0))
        .await
        .unwrap();
    let begin = at(0) - days(70);
    let mut chance = 12_345_u64;
    let mut next = move |below: u64| {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % below
    };
    let mut given = Vec::new();
    for game in 0..60 {
        let season = if game < 40 { 1 } else { 2 };
        if game == 40 {
            let on = store
                .end_season(HERE, 1, Some(ANN), begin + days(45))
                .await
                .unwrap();
            assert_eq!(on, 2);
        }
        let mut moment = begin + Duration::from_secs(game * 70 * 86_400 / 60 + next(80_000));
        let mut played = Played::begin(store, HERE, 70, moment).await;
        let mut first = true;
        for _ in 0..=next(3) {
            moment += Duration::from_secs(60);
            let topic = TOPICS[next(3) as usize];
            // Two at least in the first question.
            let mut players: BTreeSet<u64> = (0..=next(6)).map(|_| 1 + next(25)).collect();
            if first {
                players.extend([1, 2]);
            }
            first = false;
            let answers: Vec<_> = players
                .into_iter()
                .map(|player| (Player(player), next(3) > 0))
                .collect();
            played.round(topic, &answers, moment).await;
            given.extend(answers.iter().map(|&(player, right)| Given {
                player,
                game,
                topic,
                right,
                season,
                at: moment,
            }));
        }
        played.end(moment + Duration::from_secs(60)).await;
    }
    given
}

#[expect(clippy::too_many_lines, reason = "a story is told in one piece")]
async fn every_board_says_what_the_answers_say(store: &dyn Records) {
    let given = much(store).await;
    let group = store
        .create_group(HERE, "Night owls", ANN, at(0))
        .await
        .unwrap();
    for player in [1, 4, 9, 16] {
        store
            .join_group(HERE, group, Player(player), at(0))
            .await
            .unwrap();
    }
    store.set_hidden(Player(2), true, at(0)).await.unwrap();
    let calendar = Calendar::of(&store.settings(HERE).await.unwrap());
    let mut boards = 0;
    for period in PERIODS
        .into_iter()
        .chain([Period::OneSeason(1), Period::OneSeason(2)])
    {
        for topic in [None, Some("Rome"), Some("Nowhere")] {
            for (sort, least) in [
                (Sort::Points, 1),
                (Sort::Accuracy, ENOUGH),
                (Sort::Games, 1),
            ] {
                for group in [None, Some(group)] {
                    let counts = |answer: &&Given| {
                        let day = calendar.day(answer.at);
                        answer.player != Player(2)
                            && topic.is_none_or(|topic| topic == answer.topic)
                            && (group.is_none() || [1, 4, 9, 16].contains(&answer.player.0))
                            && match period {
                                Period::Season => answer.season == 2,
                                Period::OneSeason(number) => answer.season == number,
                                Period::All => true,
                                days => calendar.days(days, at(0)).unwrap().contains(&day),
                            }
                    };
                    let expected = plain(given.iter().filter(counts), sort, least.into());
                    let view = View {
                        period,
                        topic: topic.map(str::to_owned),
                        group,
                        sort,
                        ..View::of(HERE)
                    };
                    let mut found = Vec::new();
                    for page in 0.. {
                        let board = store
                            .board(
                                &View {
                                    page,
                                    ..view.clone()
                                },
                                at(0),
                            )
                            .await
                            .unwrap();
                        found.extend(
                            board
                                .places
                                .iter()
                                .map(|place| (place.rank, place.player, place.tally)),
                        );
                        if page + 1 >= board.pages {
                            break;
                        }
                    }
                    assert_eq!(
                        found,
                        expected,
                        "{period:?} {topic:?} {sort:?} {group:?} from {}",
                        date_of(calendar.day(at(0)))
                    );
                    boards += usize::from(!expected.is_empty());
                }
            }
        }
    }
    assert!(boards > 40, "{boards} boards had anybody on them");
}

/// A board from a plain list.
fn plain<'g>(
    given: impl Iterator<Item = &'g Given>,
    sort: Sort,
    least: u64,
) -> Vec<(u64, Player, Tally)> {
    let mut tallies: BTreeMap<Player, (Tally, BTreeSet<u64>)> = BTreeMap::new();
    for answer in given {
        let (tally, games) = tallies.entry(answer.player).or_default();
        tally.answers += 1;
        tally.right += u64::from(answer.right);
        tally.points += if answer.right { 10 } else { 0 };
        games.insert(answer.game);
        tally.games = games.len() as u64;
    }
    let score = |tally: &Tally| match sort {
        Sort::Points => tally.points,
        Sort::Accuracy => tally.right * 100_000 / tally.answers,
        Sort::Games => tally.games,
    };
    let mut rows: Vec<_> = tallies
        .into_iter()
        .map(|(player, (tally, _))| (player, tally))
        .filter(|(_, tally)| tally.answers >= least)
        .collect();
    rows.sort_by_key(|(player, tally)| (std::cmp::Reverse(score(tally)), *player));
    rows.iter()
        .map(|(player, tally)| {
            let better = rows
                .iter()
                .filter(|(_, other)| score(other) > score(tally))
                .count();
            (better as u64 + 1, *player, *tally)
        })
        .collect()
}

async fn pages_have_ten_rows_and_the_last_is_shown_past_the_end(store: &dyn Records) {
    let answers: Vec<_> = (1..=23)
        .map(|player| (Player(player), player % 2 == 0))
        .collect();
    play(store, HERE, "Rome", &answers, at(0)).await;
    let page = async |page, me| {
        let view = View {
            page,
            me,
            ..View::of(HERE)
        };
        store.board(&view, at(100)).await.unwrap()
    };
    let first = page(0, Some(Player(23))).await;
    assert_eq!(
        (first.places.len(), first.pages, first.players),
        (10, 3, 23)
    );
    let mine = first.mine.unwrap();
    assert_eq!((mine.rank, mine.line, mine.player), (12, 22, Player(23)));
    assert_eq!(page(2, None).await.places.len(), 3);
    let past = page(9, None).await;
    assert_eq!((past.page, past.places.len(), past.mine), (2, 3, None));
    let past = page(9, Some(Player(2))).await;
    assert_eq!((past.page, past.places.len()), (2, 3));
    assert_eq!(past.mine.map(|mine| mine.player), Some(Player(2)));
    let empty = View {
        page: 9,
        ..View::of(THERE)
    };
    let empty = store.board(&empty, at(100)).await.unwrap();
    assert_eq!((empty.page, empty.pages, empty.players), (0, 1, 0));
}
