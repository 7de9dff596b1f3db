//! What a change of the world has to tell, and to whom. The shells deliver it.

use serde_json::Value;

use super::ids::{ChannelId, GuildId, UserId};

/// One piece of news.
#[derive(Debug, Clone)]
pub(crate) enum Event {
    /// A gateway dispatch for the bot.
    Bot(Dispatch),
    /// A frame for people's pages.
    People {
        to: Vec<UserId>,
        /// The frame's `t`.
        name: &'static str,
        /// The frame's `d`.
        data: Value,
    },
}

/// A gateway dispatch, before it is known which sessions get it.
#[derive(Debug, Clone)]
pub(crate) struct Dispatch {
    /// Discord's event name.
    pub(crate) name: &'static str,
    /// The server whose shard gets it; `None` goes to shard 0.
    pub(crate) guild: Option<GuildId>,
    pub(crate) data: Value,
    pub(crate) need: Need,
    /// For messages: the same data without the fields that want the message content intent.
    pub(crate) blanked: Option<Value>,
}

/// Which intent a session must have for a dispatch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Sent to every session.
    Nothing,
    Guilds,
    GuildMessages,
    GuildTyping,
    DirectMessages,
    DirectTyping,
}

/// Which people a frame is for; settled when the thing happens, since a channel may be gone when the frame is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    Everyone,
    /// Everyone who can see this channel.
    Channel(ChannelId),
    /// One person.
    Person(UserId),
}
