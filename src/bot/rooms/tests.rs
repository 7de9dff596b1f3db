//! Rooms without sockets: a channel that only remembers, a store in memory, and a clock that jumps.

mod book;
mod channels;
mod restart;
pub(super) mod time;
mod trouble;

use std::sync::Arc;
use std::time::Duration;

use serenity::all::Permissions;

use self::book::Book;
use self::channels::Channels;
use self::time::Made;
use super::{Clock, Place, Presser, Refusal, Rooms, Skipped, Wanted};
use crate::config;
use crate::quiz::game::score::Answer;
use crate::quiz::game::settings::Seconds;
use crate::quiz::question::{Difficulty, Form, Kind, Question, Source};
use crate::quiz::{Player, Server};
use crate::store::{Channel, GameId, Games as _};

const ANN: Player = Player(1);
const BEN: Player = Player(2);
const CLEO: Player = Player(3);

fn question(number: usize) -> Question {
    Question {
        id: format!("q{number}"),
        fact: format!("f{number}"),
        shows: Vec::new(),
        kind: Kind::Who,
        difficulty: Difficulty::Normal,
        prompt: format!("Cold War: who did deed {number}, according to the notes?"),
        form: Form::Choice {
            options: ["Stalin", "Truman", "Kennedy"].map(str::to_owned).to_vec(),
            right: 1,
        },
        accepted: None,
        explanation: "Truman did it.".to_owned(),
        source: Source {
            path: "cold-war/a.md".to_owned(),
            title: "Cold War".to_owned(),
            line: 3,
            headings: Vec::new(),
        },
        doubtful: false,
    }
}

fn place(channel: u64, host: Player) -> Place {
    Place {
        server: Server(7),
        channel: Channel(channel),
        is_thread: false,
        parent: None,
        host,
        roles: Vec::new(),
        is_moderator: false,
        bot_may: Permissions::all(),
    }
}

fn member(player: Player) -> Presser {
    Presser {
        player,
        is_moderator: false,
    }
}

fn wanted(questions: usize) -> Wanted {
    Wanted {
        questions,
        seconds: Seconds::Fixed(20),
        lobby: false,
        ..Wanted::default()
    }
}

/// Rooms over a book and channels that can be looked at.
struct World {
    rooms: Rooms,
    book: Arc<Book>,
    channels: Arc<Channels>,
    time: Arc<Made>,
}

impl World {
    fn new() -> Self {
        let time = Made::moving();
        let channels = Arc::new(Channels::new(Arc::clone(&time)));
        Self::over(Arc::default(), channels, time, "one")
    }

    fn over(book: Arc<Book>, channels: Arc<Channels>, time: Arc<Made>, owner: &str) -> Self {
        let pace = config::Quiz {
            between_games: 0,
            games_per_server: u16::MAX,
            ..config::Quiz::default()
        };
        let (store, post) = (Arc::clone(&book), Arc::clone(&channels));
        let clock = Clock::made(Arc::clone(&time));
        let rooms = Rooms::new(store, post, clock, pace, owner.to_owned());
        Self {
            rooms,
            book,
            channels,
            time,
        }
    }

    async fn begins(&self, channel: u64, n_questions: usize) -> GameId {
        let questions = (0..n_questions).map(question).collect();
        let place = place(channel, ANN);
        let begun = self.rooms.begin(&place, wanted(n_questions), questions);
        begun.await.unwrap().unwrap();
        self.rooms.inner.room(Channel(channel)).unwrap().lease.game
    }

    /// Waits until the channel shows this for the `times`-th time.
    async fn until(&self, channel: u64, words: &str, times: usize) {
        for _ in 0..100_000 {
            let texts = self.channels.texts(channel);
            if texts.iter().filter(|text| text.contains(words)).count() >= times {
                return;
            }
            self.time.sleep(Duration::from_millis(100)).await;
        }
        panic!(
            "{words:?} was never shown: {:#?}",
            self.channels.texts(channel)
        );
    }

    async fn answers(&self, channel: u64, game: GameId, round: usize, player: Player, choice: u8) {
        let kept = self.tries(channel, game, round, player, choice).await;
        assert_eq!(kept, Ok(()));
    }

    async fn tries(
        &self,
        channel: u64,
        game: GameId,
        round: usize,
        player: Player,
        choice: u8,
    ) -> Result<(), Refusal> {
        let press = self.channels.next_id();
        let question = (Channel(channel), game, round);
        let kept = self
            .rooms
            .answer(question, player, Answer::Choice(choice), press, None);
        kept.await.unwrap().map(drop)
    }
}

#[tokio::test]
async fn a_game_is_played_to_its_podium_and_the_channel_is_free() {
    let world = World::new();
    let game = world.begins(70, 2).await;
    assert!(world.rooms.is_playing(Channel(70)));
    world.until(70, "Question 1 of 2", 1).await;
    world.answers(70, game, 0, ANN, 1).await;
    world.answers(70, game, 0, BEN, 0).await;
    world.until(70, "1 of 2 answers right", 1).await;
    world.until(70, "Question 2 of 2", 1).await;
    world.answers(70, game, 1, ANN, 1).await;
    world.answers(70, game, 1, BEN, 1).await;
    world.until(70, "The quiz is over", 1).await;
    world.time.sleep(Duration::from_secs(1)).await;
    assert!(!world.rooms.is_playing(Channel(70)));
    assert!(world.book.running().await.unwrap().is_empty());
    assert_eq!(world.book.points(ANN), 20);
    assert_eq!(world.book.points(BEN), 10);
    assert_eq!(world.book.n_counted(), 4, "each answer once");
    let texts = world.channels.texts(70).join("\n");
    assert!(
        texts.contains("<@1>") && texts.contains("**20 points**"),
        "{texts}"
    );
}

#[tokio::test]
async fn a_thousand_games_at_once_all_end_and_count_every_answer_once() {
    const GAMES: u64 = 1_000;
    const QUESTIONS: usize = 3;
    let world = Arc::new(World::new());
    let mut players = Vec::new();
    for channel in 1..=GAMES {
        let world = Arc::clone(&world);
        players.push(tokio::spawn(async move {
            let game = world.begins(channel, QUESTIONS).await;
            for round in 0..QUESTIONS {
                world
                    .until(channel, &format!("Question {} of", round + 1), 1)
                    .await;
                for player in 1..=4 {
                    let choice = ((player + channel) % 3) as u8;
                    let pause = Duration::from_millis(137 * player + channel);
                    world.time.sleep(pause).await;
                    world
                        .answers(
                            channel,
                            game,
                            round,
                            Player(1_000 * channel + player),
                            choice,
                        )
                        .await;
                }
            }
            world.until(channel, "The quiz is over", 1).await;
        }));
    }
    for player in players {
        player.await.unwrap();
    }
    world.time.sleep(Duration::from_secs(1)).await;
    assert!(world.book.running().await.unwrap().is_empty());
    assert_eq!(world.book.n_counted(), GAMES as usize * QUESTIONS * 4);
    for channel in 1..=GAMES {
        let sent = world.channels.n_sent(channel);
        assert_eq!(
            sent,
            1 + 2 * QUESTIONS + 1,
            "lead-in, question and reveal, podium"
        );
        assert!(!world.rooms.is_playing(Channel(channel)));
    }
}

#[tokio::test]
async fn progress_is_told_at_most_every_two_seconds() {
    let world = World::new();
    let game = world.begins(70, 1).await;
    world.until(70, "Question 1 of 1", 1).await;
    let before = world.channels.n_edits(70);
    for player in 1..=40 {
        world.answers(70, game, 0, Player(player), 1).await;
        world.time.sleep(Duration::from_millis(100)).await;
    }
    let edits = world.channels.n_edits(70) - before;
    assert!((2..=3).contains(&edits), "{edits} edits in 4 seconds");
    world.until(70, "The quiz is over", 1).await;
}

#[tokio::test]
async fn a_press_that_is_quicker_than_discords_answer_counts() {
    let world = World::new();
    world.channels.is_slow(Duration::from_millis(800));
    let game = world.begins(70, 1).await;
    world.until(70, "Question 1 of 1", 1).await;
    let (message, _) = world.channels.newest(70);
    let press = world.channels.next_id();
    let question = (Channel(70), game, 0);
    let kept = world
        .rooms
        .answer(question, BEN, Answer::Choice(1), press, Some(message));
    kept.await.unwrap().unwrap();
    world.until(70, "The one answer was right", 1).await;
    assert_eq!(world.book.points(BEN), 10);
}

#[tokio::test]
async fn a_task_that_panics_ends_its_game_with_a_word_and_leaves_the_others_alone() {
    let world = World::new();
    world.begins(71, 1).await;
    world.channels.panics_at("Question 2");
    world.begins(70, 2).await;
    world.until(70, "Sorry, something went wrong", 1).await;
    world.time.sleep(Duration::from_secs(1)).await;
    assert!(!world.rooms.is_playing(Channel(70)));
    world.until(71, "The quiz is over", 1).await;
    assert!(world.book.running().await.unwrap().is_empty());
    world.begins(70, 1).await;
}

#[tokio::test]
async fn a_channel_that_shuts_between_two_questions_frees_itself_without_a_loop() {
    let world = World::new();
    let game = world.begins(70, 3).await;
    world.until(70, "Question 1 of 3", 1).await;
    world.answers(70, game, 0, ANN, 1).await;
    world.until(70, "The one answer was right", 1).await;
    world.channels.shuts(70);
    let asked = world.channels.n_asked(70);
    world.time.sleep(Duration::from_secs(60)).await;
    assert!(!world.rooms.is_playing(Channel(70)));
    assert!(world.channels.n_asked(70) - asked <= 2, "no loop");
    assert_eq!(world.book.points(ANN), 10, "what was played counts");
}

#[tokio::test]
async fn a_deleted_question_ends_the_game_and_the_podium_says_why() {
    let world = World::new();
    let game = world.begins(70, 3).await;
    world.until(70, "Question 1 of 3", 1).await;
    let (message, _) = world.channels.newest(70);
    world.channels.deletes(70, message);
    world.answers(70, game, 0, ANN, 1).await;
    world.until(70, "a message of it was deleted", 1).await;
    world.time.sleep(Duration::from_secs(1)).await;
    assert!(!world.rooms.is_playing(Channel(70)));
}

#[tokio::test]
async fn a_channel_or_a_server_that_is_gone_ends_its_games_in_silence() {
    let world = World::new();
    world.begins(70, 3).await;
    world.until(70, "Question 1 of 3", 1).await;
    let asked = world.channels.n_asked(70);
    world.rooms.gone(|server, _| server == Server(7)).await;
    assert!(!world.rooms.is_playing(Channel(70)));
    world.time.sleep(Duration::from_secs(60)).await;
    assert_eq!(world.channels.n_asked(70), asked);
    assert!(world.book.running().await.unwrap().is_empty());
}

#[tokio::test]
async fn who_may_control_a_game() {
    // Who, of which channel, and whether each control works: pause, resume, skip at once, stop.
    let moderator = Presser {
        player: CLEO,
        is_moderator: true,
    };
    for (who, channel, may) in [
        (member(ANN), 70, true),
        (moderator, 70, true),
        (member(BEN), 70, false),
        (member(ANN), 71, false),
        (moderator, 71, false),
    ] {
        let world = World::new();
        world.begins(70, 3).await;
        world.until(70, "Question 1 of 3", 1).await;
        let here = Channel(channel);
        let rooms = &world.rooms;
        assert_eq!(
            rooms.pause(here, who).await.unwrap().is_ok(),
            may,
            "pause {who:?}"
        );
        if !may {
            rooms
                .pause(Channel(70), member(ANN))
                .await
                .unwrap()
                .unwrap();
        }
        assert_eq!(
            rooms.resume(here, who).await.unwrap().is_ok(),
            may,
            "resume {who:?}"
        );
        if !may {
            rooms
                .resume(Channel(70), member(ANN))
                .await
                .unwrap()
                .unwrap();
        }
        let skipped = rooms.skip(here, who).await.unwrap() == Ok(Skipped::Now);
        // Somebody who plays alone is more than half.
        let is_alone = who.player == BEN && channel == 70;
        assert_eq!(skipped, may || is_alone, "skip {who:?}");
        assert_eq!(
            rooms.stop(here, who).await.unwrap().is_ok(),
            may,
            "stop {who:?}"
        );
        let refused = rooms.stop(here, who).await.unwrap();
        assert!(refused.is_err(), "it is over, or was never theirs");
    }
}

#[tokio::test]
async fn more_than_half_skip_a_question() {
    let world = World::new();
    let game = world.begins(70, 3).await;
    world.until(70, "Question 1 of 3", 1).await;
    for player in [ANN, BEN, CLEO] {
        let joined = world.rooms.join(Channel(70), game, player).await;
        joined.unwrap().unwrap();
    }
    let vote = |player| world.rooms.skip(Channel(70), member(player));
    let voted = Skipped::Voted {
        votes: 1,
        needed: 2,
    };
    assert_eq!(vote(BEN).await.unwrap(), Ok(voted));
    assert_eq!(vote(CLEO).await.unwrap(), Ok(Skipped::Now));
    world.until(70, "Skipped: it counts for nobody", 1).await;
}

#[tokio::test]
async fn limits_are_told_in_a_sentence() {
    let pace = config::Quiz {
        games_per_server: 1,
        ..config::Quiz::default()
    };
    let time = Made::moving();
    let (book, channels) = (Book::default(), Channels::new(Arc::clone(&time)));
    let clock = Clock::made(Arc::clone(&time));
    let rooms = Rooms::new(
        Arc::new(book),
        Arc::new(channels),
        clock,
        pace,
        "one".to_owned(),
    );
    let begin = |place: Place| {
        let rooms = rooms.clone();
        async move {
            rooms
                .begin(&place, wanted(1), vec![question(0)])
                .await
                .unwrap()
        }
    };
    begin(place(70, ANN)).await.unwrap();
    assert_eq!(begin(place(70, BEN)).await, Err(Refusal::ChannelBusy));
    assert_eq!(begin(place(71, BEN)).await, Err(Refusal::ServerBusy(1)));
    rooms.stop(Channel(70), member(ANN)).await.unwrap().unwrap();
    time.sleep(Duration::from_secs(10)).await;
    assert_eq!(begin(place(71, ANN)).await, Err(Refusal::TooSoon(51)));
    begin(place(71, BEN)).await.unwrap();
    rooms.refuse_new();
    assert_eq!(begin(place(72, CLEO)).await, Err(Refusal::Closing));
}

#[tokio::test]
async fn of_many_starts_at_once_in_a_channel_one_begins() {
    let world = World::new();
    let starts = (1..=20).map(|host| {
        let place = place(70, Player(host));
        let rooms = &world.rooms;
        async move {
            rooms
                .begin(&place, wanted(1), vec![question(0)])
                .await
                .unwrap()
        }
    });
    let begun = futures_util::future::join_all(starts).await;
    assert_eq!(begun.iter().filter(|one| one.is_ok()).count(), 1);
}
