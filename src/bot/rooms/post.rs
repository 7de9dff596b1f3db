//! How a game speaks to its channel; the door does, and tests have one of their own.

use async_trait::async_trait;

use crate::bot::draw::Message;
use crate::bot::illustrate::Stands;
use crate::config::Secret;
use crate::quiz::game::score::Standing;
use crate::store::Channel;

/// What must not wait for what, where requests are scarce.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::bot) enum Urgency {
    /// How many have answered: left out where there is no room.
    Progress,
    /// Lobbies, questions and the rest.
    Question,
    /// A close and its reveal.
    Close,
}

/// A podium that stands in a channel.
#[derive(Debug, Clone)]
pub(in crate::bot) struct PodiumStands {
    /// Where.
    pub(in crate::bot) stands: Stands,
    /// The first three ranks, the best first.
    pub(in crate::bot) best: Vec<Standing>,
    /// What was asked: `Cold War · 10 questions`.
    pub(in crate::bot) about: String,
    /// How many played.
    pub(in crate::bot) n_players: usize,
}

/// Why a message did not arrive.
#[derive(Debug, thiserror::Error)]
pub(in crate::bot) enum PostError {
    /// There was no room for it, and it matters little.
    #[error("left out for lack of room")]
    LeftOut,
    /// The message that was to be changed is deleted; the person who was asked for is not there.
    #[error("it is not there any more")]
    Deleted,
    /// The channel, the permission or the bot itself is gone: it is no use to try again.
    #[error("Clio may not post there any more: {0}")]
    Shut(String),
    /// Discord did not take it, also not when asked again.
    #[error(transparent)]
    Failed(#[from] anyhow::Error),
}

/// A way to one player alone: the interaction that they answered with. Discord takes private words to it for 15 minutes.
#[derive(Debug, Clone)]
pub(in crate::bot) struct Line {
    /// The application that the interaction belongs to.
    pub(in crate::bot) application: u64,
    /// The interaction's token.
    pub(in crate::bot) token: Secret,
}

/// Whether a custom id is the one that is looked for.
pub(in crate::bot) type HasButton<'b> = &'b (dyn Fn(&str) -> bool + Sync);

/// Sends messages to channels.
#[async_trait]
pub(in crate::bot) trait Post: std::fmt::Debug + Send + Sync {
    /// Sends a message and gives its id. The same `nonce` within a few minutes gives the first message again.
    async fn send(
        &self,
        channel: Channel,
        message: &Message,
        nonce: &str,
        urgency: Urgency,
    ) -> Result<u64, PostError>;

    /// Makes a message anew.
    async fn edit(
        &self,
        channel: Channel,
        message: u64,
        new: &Message,
        urgency: Urgency,
    ) -> Result<(), PostError>;

    /// The newest of the bot's own messages after `after` that has a button with such a custom id.
    async fn find(
        &self,
        channel: Channel,
        has_button: HasButton<'_>,
        after: u64,
    ) -> Result<Option<u64>, PostError>;

    /// Says something to one player alone. What does not arrive is let go.
    async fn whisper(&self, line: &Line, message: &Message);

    /// A podium was sent; a picture may follow it, and nobody waits for that.
    fn podium_stands(&self, podium: PodiumStands);

    /// Opens a public thread in a channel.
    async fn open_thread(&self, channel: Channel, name: &str) -> Result<Channel, PostError>;
}
