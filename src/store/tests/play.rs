//! What the stories are told with: a store of either kind, and games that are played in it.

use std::time::Duration;

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use tempfile::TempDir;

use crate::quiz::game::Game;
use crate::quiz::game::score::Answer;
use crate::quiz::game::settings::Settings;
use crate::quiz::question::{Difficulty, Form, Kind, Question, Source};
use crate::quiz::{Player, Server};
use crate::store::{Channel, Closing, Database, Lease, Postgres, Records, Sqlite, StoreError};

pub(super) const HERE: Server = Server(7);
pub(super) const THERE: Server = Server(8);
pub(super) const ANN: Player = Player(1_234_567_890_123_456_789);
pub(super) const BEN: Player = Player(2);
pub(super) const CAT: Player = Player(3);

/// A second on Monday, 30 November 2026, from midnight in UTC.
pub(super) fn at(seconds: u64) -> Duration {
    Duration::from_secs(1_796_000_000 + seconds - 1_796_000_000 % 86_400)
}

pub(super) fn days(number: u64) -> Duration {
    Duration::from_secs(number * 86_400)
}

/// A SQLite file of its own.
pub(super) async fn sqlite() -> (TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).await.unwrap();
    (folder, store)
}

/// A PostgreSQL database of its own, in the server that `CLIO_TEST_POSTGRES` names; gives its address too.
pub(super) async fn postgres() -> (String, Database) {
    let url = std::env::var("CLIO_TEST_POSTGRES")
        .expect("CLIO_TEST_POSTGRES names a PostgreSQL to test with");
    let name = format!("clio_{}", rand::random::<u64>());
    let mut admin = PgConnection::connect(&url).await.unwrap();
    admin
        .execute(AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .await
        .unwrap();
    let (server, _) = url.rsplit_once('/').unwrap();
    let url = format!("{server}/{name}");
    let store = Postgres::open(&url).await.unwrap();
    (url, store)
}

/// Tells each story to both stores.
macro_rules! told_to_both {
    ($($story:ident),+ $(,)?) => {
        mod to_sqlite {
            $(
                #[tokio::test]
                async fn $story() {
                    let (_folder, store) = crate::store::tests::play::sqlite().await;
                    super::$story(&store).await;
                    crate::store::Store::close(&store).await;
                }
            )+
        }
        mod to_postgres {
            $(
                #[tokio::test]
                #[ignore = "needs CLIO_TEST_POSTGRES"]
                async fn $story() {
                    let (_url, store) = crate::store::tests::play::postgres().await;
                    super::$story(&store).await;
                    crate::store::Store::close(&store).await;
                }
            )+
        }
    };
}
pub(super) use told_to_both;

pub(super) fn question(id: &str) -> Question {
    Question {
        id: id.to_owned(),
        fact: format!("fact-{id}"),
        shows: Vec::new(),
        kind: Kind::Who,
        difficulty: Difficulty::Normal,
        prompt: format!("Who is {id}?"),
        form: Form::Choice {
            options: vec!["Right".to_owned(), "Wrong".to_owned()],
            right: 0,
        },
        accepted: None,
        explanation: "So it is.".to_owned(),
        doubtful: false,
        source: Source {
            path: "a.md".to_owned(),
            title: "A".to_owned(),
            line: 3,
            headings: vec!["Before".to_owned(), format!("About {id}")],
        },
    }
}

/// A game under way.
pub(super) struct Played<'s> {
    store: &'s dyn Records,
    server: Server,
    pub(super) lease: Lease,
    pub(super) game: Game,
}

impl<'s> Played<'s> {
    pub(super) async fn begin(
        store: &'s dyn Records,
        server: Server,
        channel: u64,
        at: Duration,
    ) -> Self {
        let settings = Settings {
            lobby: None,
            ..Settings::default()
        };
        let questions = (0..60)
            .map(|number| question(&format!("q{number}")))
            .collect();
        let (game, _) = Game::new(settings, ANN, questions, at);
        let lease = store
            .begin_game(server, Channel(channel), &game, "one", at)
            .await
            .unwrap();
        Self {
            store,
            server,
            lease,
            game,
        }
    }

    /// Opens the next question and keeps what is answered.
    pub(super) async fn open(&mut self, answers: &[(Player, bool)], at: Duration) {
        self.game.tick(at);
        self.game.posted(at);
        let messages = serde_json::json!({});
        self.store
            .save_game(&self.lease, &self.game, &messages, at)
            .await
            .unwrap();
        let round = self.game.rounds().len();
        for &(player, right) in answers {
            let answer = Answer::Choice(u8::from(!right));
            self.game.answer(round, player, answer.clone(), at).unwrap();
            self.store
                .save_choice(&self.lease, round, player, &answer, at)
                .await
                .unwrap();
        }
    }

    /// Closes the open question for a topic.
    pub(super) async fn close(&mut self, topic: &str, at: Duration) {
        self.closes(topic, at).await.unwrap();
    }

    /// The same, where it may fail.
    pub(super) async fn closes(&mut self, topic: &str, at: Duration) -> Result<(), StoreError> {
        self.game.close_now(at).unwrap();
        let round = self.game.rounds().len() - 1;
        let closing = Closing {
            server: self.server,
            round,
            question: &self.game.questions()[round],
            topic,
            marked: &self.game.rounds()[round].marked,
            at,
        };
        self.store
            .close_round(&self.lease, &self.game, &closing)
            .await
    }

    /// A question from start to end.
    pub(super) async fn round(&mut self, topic: &str, answers: &[(Player, bool)], at: Duration) {
        self.open(answers, at).await;
        self.close(topic, at).await;
    }

    pub(super) async fn end(self, at: Duration) {
        self.store
            .end_game(&self.lease, &self.game, at)
            .await
            .unwrap();
    }
}

/// A game of one question.
pub(super) async fn play(
    store: &dyn Records,
    server: Server,
    topic: &str,
    answers: &[(Player, bool)],
    at: Duration,
) {
    let mut game = Played::begin(store, server, 70, at).await;
    game.round(topic, answers, at + Duration::from_secs(30))
        .await;
    game.end(at + Duration::from_secs(60)).await;
}
