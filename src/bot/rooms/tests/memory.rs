//! A book that forgets with the test, and channels that remember what was said in them.
#![expect(
    clippy::significant_drop_tightening,
    reason = "nobody waits for the lock of a test's own book"
)]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;

use super::time::Made;
use crate::bot::draw::Message;
use crate::bot::rooms::{Clock, HasButton, Line, PodiumStands, Post, PostError, Urgency};
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

/// Channels that remember.
#[derive(Debug)]
pub(super) struct Channels {
    clock: Clock,
    time: Arc<Made>,
    n_ids: AtomicU64,
    said: Mutex<Said>,
}

#[derive(Debug, Default)]
struct Said {
    by_channel: HashMap<u64, Vec<Posted>>,
    n_asked: HashMap<u64, usize>,
    shut: Vec<u64>,
    podiums: Vec<PodiumStands>,
    slow: Duration,
    panics_at: Option<String>,
}

#[derive(Debug)]
struct Posted {
    id: u64,
    nonce: String,
    /// As it was first.
    first: String,
    now: String,
    custom_ids: Vec<String>,
    n_edits: usize,
    deleted: bool,
}

impl Channels {
    pub(super) fn new(time: Arc<Made>) -> Self {
        Self {
            clock: Clock::made(Arc::clone(&time)),
            time,
            n_ids: AtomicU64::new(0),
            said: Mutex::default(),
        }
    }

    /// An id of now.
    pub(super) fn next_id(&self) -> u64 {
        let millis = self.clock.now().as_millis() as u64 - 1_420_070_400_000;
        (millis << 22) + self.n_ids.fetch_add(1, Ordering::Relaxed) % (1 << 22)
    }

    /// What stands in a channel now.
    pub(super) fn texts(&self, channel: u64) -> Vec<String> {
        self.all(channel, |post| post.now.clone())
    }

    /// What was sent to a channel, as it was first.
    pub(super) fn sent(&self, channel: u64) -> Vec<String> {
        self.all(channel, |post| post.first.clone())
    }

    pub(super) fn n_sent(&self, channel: u64) -> usize {
        self.all(channel, |_| ()).len()
    }

    pub(super) fn n_edits(&self, channel: u64) -> usize {
        self.all(channel, |post| post.n_edits).into_iter().sum()
    }

    /// Requests of any kind, also those that were refused.
    pub(super) fn n_asked(&self, channel: u64) -> usize {
        let said = self.said.lock().unwrap();
        said.n_asked.get(&channel).copied().unwrap_or(0)
    }

    /// The newest message: its id and its text.
    pub(super) fn newest(&self, channel: u64) -> (u64, String) {
        self.all(channel, |post| (post.id, post.now.clone()))
            .pop()
            .unwrap()
    }

    pub(super) fn shuts(&self, channel: u64) {
        self.said.lock().unwrap().shut.push(channel);
    }

    pub(super) fn deletes(&self, channel: u64, message: u64) {
        let mut said = self.said.lock().unwrap();
        let posts = said.by_channel.get_mut(&channel).unwrap();
        posts
            .iter_mut()
            .filter(|post| post.id == message)
            .for_each(|post| post.deleted = true);
    }

    /// Every request takes so long to be answered.
    pub(super) fn is_slow(&self, slow: Duration) {
        self.said.lock().unwrap().slow = slow;
    }

    pub(super) fn panics_at(&self, words: &str) {
        self.said.lock().unwrap().panics_at = Some(words.to_owned());
    }

    fn all<T>(&self, channel: u64, of: impl Fn(&Posted) -> T) -> Vec<T> {
        let said = self.said.lock().unwrap();
        let posts = said.by_channel.get(&channel);
        posts.map_or_else(Vec::new, |posts| posts.iter().map(of).collect())
    }

    fn asked(&self, channel: u64) -> Result<Duration, PostError> {
        let mut said = self.said.lock().unwrap();
        *said.n_asked.entry(channel).or_default() += 1;
        match said.shut.contains(&channel) {
            true => Err(PostError::Shut("403".to_owned())),
            false => Ok(said.slow),
        }
    }
}

fn text_of(message: &Message) -> String {
    let embed = serde_json::to_value(&message.embed).unwrap();
    let mut lines = vec![message.content.clone().unwrap_or_default()];
    for key in ["title", "description"] {
        lines.push(embed[key].as_str().unwrap_or_default().to_owned());
    }
    for field in embed["fields"].as_array().into_iter().flatten() {
        lines.push(field["value"].as_str().unwrap().to_owned());
    }
    lines.push(
        embed["footer"]["text"]
            .as_str()
            .unwrap_or_default()
            .to_owned(),
    );
    lines.join("\n")
}

fn custom_ids(message: &Message) -> Vec<String> {
    let rows = serde_json::to_value(&message.rows).unwrap();
    let parts = rows.as_array().into_iter().flatten();
    parts
        .flat_map(|row| row["components"].as_array().cloned().unwrap_or_default())
        .filter_map(|part| part["custom_id"].as_str().map(str::to_owned))
        .collect()
}

#[async_trait]
impl Post for Channels {
    async fn send(
        &self,
        channel: Channel,
        message: &Message,
        nonce: &str,
        _: Urgency,
    ) -> Result<u64, PostError> {
        let slow = self.asked(channel.0)?;
        assert!(nonce.len() <= 25, "Discord takes 25 characters: {nonce}");
        let text = text_of(message);
        let id = {
            let mut said = self.said.lock().unwrap();
            let panics = said
                .panics_at
                .as_ref()
                .is_some_and(|words| text.contains(words));
            let posts = said.by_channel.entry(channel.0).or_default();
            let same = posts
                .iter()
                .find(|post| post.nonce == nonce)
                .map(|post| post.id);
            let id = same.unwrap_or_else(|| self.next_id());
            if same.is_none() && !panics {
                posts.push(Posted {
                    id,
                    nonce: nonce.to_owned(),
                    first: text.clone(),
                    now: text.clone(),
                    custom_ids: custom_ids(message),
                    n_edits: 0,
                    deleted: false,
                });
            }
            drop(said);
            assert!(!panics, "this test wants a panic");
            id
        };
        self.time.sleep(slow).await;
        Ok(id)
    }

    fn podium_stands(&self, podium: PodiumStands) {
        self.said.lock().unwrap().podiums.push(podium);
    }

    async fn edit(
        &self,
        channel: Channel,
        message: u64,
        new: &Message,
        _: Urgency,
    ) -> Result<(), PostError> {
        let slow = self.asked(channel.0)?;
        {
            let mut said = self.said.lock().unwrap();
            let posts = said.by_channel.entry(channel.0).or_default();
            let post = posts
                .iter_mut()
                .find(|post| post.id == message && !post.deleted);
            let post = post.ok_or(PostError::Deleted)?;
            post.now = text_of(new);
            post.custom_ids = custom_ids(new);
            post.n_edits += 1;
        }
        self.time.sleep(slow).await;
        Ok(())
    }

    async fn find(
        &self,
        channel: Channel,
        has_button: HasButton<'_>,
        after: u64,
    ) -> Result<Option<u64>, PostError> {
        self.asked(channel.0)?;
        let found = self.all(channel.0, |post| {
            let is_it = post.id > after && post.custom_ids.iter().any(|id| has_button(id));
            (is_it && !post.deleted).then_some(post.id)
        });
        Ok(found.into_iter().flatten().next_back())
    }

    /// Private words are a story's business: there are no interactions here.
    async fn whisper(&self, _: &Line, _: &Message) {}

    async fn open_thread(&self, channel: Channel, _: &str) -> Result<Channel, PostError> {
        self.asked(channel.0)?;
        Ok(Channel(self.next_id()))
    }
}
