//! A book that forgets with the test.
#![expect(
    clippy::significant_drop_tightening,
    reason = "nobody waits for the lock of a test's own book"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;

use crate::quiz::choose::Asked;
use crate::quiz::game::Game;
use crate::quiz::game::score::Answer;
use crate::quiz::question::Question;
use crate::quiz::{Player, Server};
use crate::store::{
    Change, Channel, ChosenSettings, Closing, GameId, Games, Lease, Questions, Report, Running,
    ServerSettings, Settings, Store, StoreError,
};

/// A store in memory.
#[derive(Debug, Default)]
pub(super) struct Book {
    pages: Mutex<Pages>,
    fails: AtomicBool,
}

#[derive(Debug, Default)]
struct Pages {
    games: BTreeMap<i64, (Running, String, bool)>,
    /// By game, round and player.
    choices: BTreeMap<(i64, usize, Player), (Answer, Duration)>,
    counted: BTreeMap<(i64, usize, Player), u32>,
}

impl Pages {
    /// The game of a lease, if it is still held.
    fn held(&mut self, lease: &Lease) -> Result<&mut Running, StoreError> {
        match self.games.get_mut(&lease.game.0) {
            Some((game, owner, false)) if *owner == lease.owner && game.epoch == lease.epoch => {
                Ok(game)
            }
            _ => Err(StoreError::TakenOver),
        }
    }

    fn with_answers(&self, game: &Running) -> Running {
        let mut game = game.clone();
        let round = game.state.rounds().len();
        let given = self
            .choices
            .iter()
            .filter(|((own, at, _), _)| *own == game.game.0 && *at == round);
        let given = given.map(|((_, _, player), (answer, at))| (*player, answer.clone(), *at));
        game.state.restore_answers(given.collect());
        game
    }
}

impl Book {
    /// From now on every write fails, or none.
    pub(super) fn fails(&self, fails: bool) {
        self.fails.store(fails, Ordering::Relaxed);
    }

    fn write(&self) -> Result<(), StoreError> {
        match self.fails.load(Ordering::Relaxed) {
            true => Err(StoreError::Full),
            false => Ok(()),
        }
    }

    /// Points of a player over all games.
    pub(super) fn points(&self, player: Player) -> u32 {
        let pages = self.pages.lock().unwrap();
        let own = pages
            .counted
            .iter()
            .filter(|((_, _, own), _)| *own == player);
        own.map(|(_, points)| points).sum()
    }

    /// Answers that counted.
    pub(super) fn n_counted(&self) -> usize {
        self.pages.lock().unwrap().counted.len()
    }

    /// A last sign of life.
    pub(super) fn beats(&self, by: &str, at: Duration) {
        let mut pages = self.pages.lock().unwrap();
        for (game, owner, over) in pages.games.values_mut() {
            if owner == by && !*over {
                game.beat = at;
            }
        }
    }
}

#[async_trait]
impl Games for Book {
    async fn begin_game(
        &self,
        server: Server,
        channel: Channel,
        state: &Game,
        owner: &str,
        at: Duration,
    ) -> Result<Lease, StoreError> {
        self.write()?;
        let mut pages = self.pages.lock().unwrap();
        let busy = pages
            .games
            .values()
            .find(|(game, _, over)| game.channel == channel && !over);
        if let Some((game, ..)) = busy {
            return Err(StoreError::ChannelBusy(game.game));
        }
        let game = GameId(pages.games.len() as i64 + 1);
        let running = Running {
            game,
            server,
            channel,
            state: state.clone(),
            messages: serde_json::json!({}),
            beat: at,
            epoch: 1,
        };
        pages
            .games
            .insert(game.0, (running, owner.to_owned(), false));
        Ok(Lease {
            game,
            owner: owner.to_owned(),
            epoch: 1,
        })
    }

    async fn save_game(
        &self,
        lease: &Lease,
        state: &Game,
        messages: &serde_json::Value,
        at: Duration,
    ) -> Result<(), StoreError> {
        self.write()?;
        let mut pages = self.pages.lock().unwrap();
        let game = pages.held(lease)?;
        game.state = state.clone();
        game.messages = messages.clone();
        game.beat = at;
        Ok(())
    }

    async fn save_choice(
        &self,
        lease: &Lease,
        round: usize,
        player: Player,
        answer: &Answer,
        at: Duration,
    ) -> Result<(), StoreError> {
        self.write()?;
        let mut pages = self.pages.lock().unwrap();
        pages.held(lease)?;
        let choice = (lease.game.0, round, player);
        pages.choices.insert(choice, (answer.clone(), at));
        Ok(())
    }

    async fn close_round(
        &self,
        lease: &Lease,
        state: &Game,
        closing: &Closing<'_>,
    ) -> Result<(), StoreError> {
        self.write()?;
        let mut pages = self.pages.lock().unwrap();
        let game = pages.held(lease)?;
        game.state = state.clone();
        game.beat = closing.at;
        for row in closing.marked {
            let row_id = (lease.game.0, closing.round, row.player);
            pages.counted.entry(row_id).or_insert(row.points);
        }
        Ok(())
    }

    async fn end_game(&self, lease: &Lease, state: &Game, _: Duration) -> Result<(), StoreError> {
        self.write()?;
        let mut pages = self.pages.lock().unwrap();
        pages.held(lease)?.state = state.clone();
        pages.games.get_mut(&lease.game.0).unwrap().2 = true;
        Ok(())
    }

    async fn beat(&self, owner: &str, at: Duration) -> Result<(), StoreError> {
        self.write()?;
        self.beats(owner, at);
        Ok(())
    }

    async fn running(&self) -> Result<Vec<Running>, StoreError> {
        let pages = self.pages.lock().unwrap();
        let running = pages.games.values().filter(|(_, _, over)| !over);
        Ok(running.map(|(game, ..)| pages.with_answers(game)).collect())
    }

    async fn game(&self, game: GameId) -> Result<Option<Running>, StoreError> {
        let pages = self.pages.lock().unwrap();
        Ok(pages
            .games
            .get(&game.0)
            .map(|(game, ..)| pages.with_answers(game)))
    }

    async fn take_over(
        &self,
        game: GameId,
        epoch: i64,
        owner: &str,
        at: Duration,
    ) -> Result<Lease, StoreError> {
        let mut pages = self.pages.lock().unwrap();
        match pages.games.get_mut(&game.0) {
            Some((running, held_by, false)) if running.epoch == epoch => {
                running.epoch += 1;
                running.beat = at;
                owner.clone_into(held_by);
                Ok(Lease {
                    game,
                    owner: owner.to_owned(),
                    epoch: epoch + 1,
                })
            }
            _ => Err(StoreError::TakenOver),
        }
    }
}

#[async_trait]
impl Questions for Book {
    async fn asked(&self, _: Server) -> Result<BTreeMap<String, Asked>, StoreError> {
        Ok(BTreeMap::new())
    }

    async fn report(
        &self,
        _: Server,
        _: Player,
        _: &Question,
        _: &str,
        _: Duration,
    ) -> Result<(), StoreError> {
        Err(StoreError::Closed)
    }

    async fn reports(&self, _: Server) -> Result<Vec<Report>, StoreError> {
        Ok(Vec::new())
    }

    async fn close_report(
        &self,
        _: Server,
        _: i64,
        _: Player,
        _: bool,
        _: Duration,
    ) -> Result<(), StoreError> {
        Err(StoreError::Closed)
    }

    async fn blocked(&self, _: Server) -> Result<BTreeSet<String>, StoreError> {
        Ok(BTreeSet::new())
    }

    async fn block(&self, _: Server, _: &str, _: Player, _: Duration) -> Result<(), StoreError> {
        Err(StoreError::Closed)
    }
}

#[async_trait]
impl Settings for Book {
    async fn settings(&self, _: Server) -> Result<ServerSettings, StoreError> {
        Ok(ServerSettings::default())
    }

    async fn chosen_settings(&self, _: Server) -> Result<ChosenSettings, StoreError> {
        Err(StoreError::Closed)
    }

    async fn change_settings(
        &self,
        _: Server,
        _: Player,
        _: &Change,
        _: Duration,
    ) -> Result<(), StoreError> {
        Err(StoreError::Closed)
    }
}

#[async_trait]
impl Store for Book {
    async fn close(&self) {}
}
