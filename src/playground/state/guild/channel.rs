//! Channels and threads.

use serde_json::{Value, json};
use twilight_model::guild::Permissions;

use super::{User, merge};
use crate::playground::state::ids::{ChannelId, GuildId, MessageId, UserId, iso, made_at};

/// What kind of channel: the numbers are Discord's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChannelKind {
    /// A text channel of a server.
    Text,
    /// A direct-message channel between the bot and one person.
    Direct,
    /// A thread that everyone in its parent channel may see.
    PublicThread,
    /// A thread for those who are invited.
    PrivateThread,
}

impl ChannelKind {
    /// Discord's number.
    pub(crate) const fn number(self) -> u8 {
        match self {
            Self::Text => 0,
            Self::Direct => 1,
            Self::PublicThread => 11,
            Self::PrivateThread => 12,
        }
    }

    /// Is it a thread of either kind?
    pub(crate) const fn is_thread(self) -> bool {
        matches!(self, Self::PublicThread | Self::PrivateThread)
    }

    /// The permission to send messages there.
    pub(crate) const fn to_send(self) -> Permissions {
        if self.is_thread() {
            Permissions::SEND_MESSAGES_IN_THREADS
        } else {
            Permissions::SEND_MESSAGES
        }
    }
}

/// An exception in one channel to what roles allow.
#[derive(Debug, Clone)]
pub(crate) struct Overwrite {
    /// The id of a role, or of a member.
    pub(crate) id: u64,
    pub(crate) is_member: bool,
    pub(crate) allow: Permissions,
    pub(crate) deny: Permissions,
}

/// A channel or thread.
#[derive(Debug, Clone)]
pub(crate) struct Channel {
    pub(crate) id: ChannelId,
    pub(crate) kind: ChannelKind,
    /// `None` for direct messages.
    pub(crate) guild: Option<GuildId>,
    pub(crate) name: String,
    pub(crate) topic: Option<String>,
    pub(crate) position: u32,
    pub(crate) overwrites: Vec<Overwrite>,
    /// A thread's channel.
    pub(crate) parent: Option<ChannelId>,
    /// A thread's maker.
    pub(crate) owner: Option<UserId>,
    /// The person of a direct-message channel.
    pub(crate) recipient: Option<UserId>,
    /// Who has joined a thread.
    pub(crate) joined: Vec<UserId>,
    pub(crate) archived: bool,
    pub(crate) locked: bool,
    /// Minutes without a message after which a thread is archived.
    pub(crate) auto_archive: u32,
    pub(crate) last_message: Option<MessageId>,
    pub(crate) n_messages: u32,
}

impl Channel {
    /// A text channel of a server.
    pub(crate) fn text(id: ChannelId, guild: GuildId, name: &str, position: u32) -> Self {
        Self {
            id,
            kind: ChannelKind::Text,
            guild: Some(guild),
            name: name.to_owned(),
            topic: None,
            position,
            overwrites: Vec::new(),
            parent: None,
            owner: None,
            recipient: None,
            joined: Vec::new(),
            archived: false,
            locked: false,
            auto_archive: 1440,
            last_message: None,
            n_messages: 0,
        }
    }

    /// The channel object; `recipient` is the person of a direct-message channel.
    pub(crate) fn draw(&self, recipient: Option<&User>) -> Value {
        let mut drawn = json!({
            "id": self.id, "type": self.kind.number(), "last_message_id": self.last_message,
            "flags": 0,
        });
        let fields = match self.kind {
            ChannelKind::Direct => json!({
                "recipients": recipient.map(User::draw).into_iter().collect::<Vec<_>>(),
            }),
            ChannelKind::Text => json!({
                "guild_id": self.guild, "name": self.name, "topic": self.topic,
                "position": self.position, "parent_id": null, "nsfw": false,
                "rate_limit_per_user": 0, "last_pin_timestamp": null,
                "permission_overwrites": self.overwrites.iter().map(|overwrite| json!({
                    "id": overwrite.id.to_string(), "type": u8::from(overwrite.is_member),
                    "allow": overwrite.allow.bits().to_string(),
                    "deny": overwrite.deny.bits().to_string(),
                })).collect::<Vec<_>>(),
            }),
            ChannelKind::PublicThread | ChannelKind::PrivateThread => json!({
                "guild_id": self.guild, "name": self.name, "parent_id": self.parent,
                "owner_id": self.owner, "rate_limit_per_user": 0,
                "message_count": self.n_messages, "total_message_sent": self.n_messages,
                "member_count": self.joined.len(),
                "thread_metadata": {
                    "archived": self.archived, "locked": self.locked,
                    "auto_archive_duration": self.auto_archive, "invitable": true,
                    "archive_timestamp": iso(made_at(self.id)),
                    "create_timestamp": iso(made_at(self.id)),
                },
            }),
        };
        merge(&mut drawn, fields);
        drawn
    }
}
