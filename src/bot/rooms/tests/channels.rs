//! Channels that remember what was said in them.
#![expect(
    clippy::significant_drop_tightening,
    reason = "nobody waits for the lock of a test's own channels"
)]

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;

use super::time::Made;
use crate::bot::draw::Message;
use crate::bot::rooms::{Clock, HasButton, Line, PodiumStands, Post, PostError, Urgency};
use crate::store::Channel;

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
