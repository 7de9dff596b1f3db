//! Messages, their files, and how both are drawn for a client.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Value, json};
use twilight_model::channel::message::MessageFlags;

use super::guild::User;
use super::ids::{AttachmentId, ChannelId, GuildId, InteractionId, MessageId, RoleId, UserId, iso};

/// What a message says: the part that an edit can change.
#[derive(Debug, Clone, Default)]
pub(crate) struct Body {
    pub(crate) content: String,
    /// Embed objects, checked and completed.
    pub(crate) embeds: Vec<Value>,
    /// Component objects, checked and completed.
    pub(crate) components: Vec<Value>,
    pub(crate) attachments: Vec<Attachment>,
}

impl Body {
    /// Is there nothing that could be shown?
    pub(crate) fn is_empty(&self) -> bool {
        self.content.trim().is_empty()
            && self.embeds.is_empty()
            && self.components.is_empty()
            && self.attachments.is_empty()
    }
}

/// Whom a message mentions, after `allowed_mentions`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mentions {
    pub(crate) users: Vec<UserId>,
    pub(crate) roles: Vec<RoleId>,
    pub(crate) everyone: bool,
}

/// A file of a message.
#[derive(Debug, Clone)]
pub(crate) struct Attachment {
    pub(crate) id: AttachmentId,
    pub(crate) filename: String,
    pub(crate) description: Option<String>,
    pub(crate) content_type: String,
    /// Where the playground serves it.
    pub(crate) url: String,
    /// Width and height of a picture, in pixels.
    pub(crate) pixels: Option<(u32, u32)>,
    pub(crate) bytes: Arc<[u8]>,
    /// Shown by an embed as `attachment://…`: such a file is not listed beside the message.
    pub(crate) in_embed: bool,
}

impl Attachment {
    fn draw(&self) -> Value {
        let mut drawn = json!({
            "id": self.id, "filename": self.filename, "size": self.bytes.len(),
            "url": self.url, "proxy_url": self.url, "content_type": self.content_type,
        });
        if let Some(description) = &self.description {
            drawn["description"] = json!(description);
        }
        if let Some((width, height)) = self.pixels {
            drawn["width"] = json!(width);
            drawn["height"] = json!(height);
        }
        drawn
    }
}

/// The interaction that a message answers.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    pub(crate) interaction: InteractionId,
    /// Discord's number of the interaction's type.
    pub(crate) kind: u8,
    pub(crate) user: UserId,
    pub(crate) guild: Option<GuildId>,
    /// The command with its subcommands, for a command.
    pub(crate) command: Option<String>,
    /// The message whose component was used.
    pub(crate) component_of: Option<MessageId>,
    /// For follow-ups: the first answer.
    pub(crate) original: Option<MessageId>,
    /// For a modal: the interaction that opened it.
    pub(crate) opened_by: Option<Box<Self>>,
}

/// A message.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    pub(crate) id: MessageId,
    pub(crate) channel: ChannelId,
    pub(crate) author: UserId,
    pub(crate) body: Body,
    pub(crate) edited: Option<Timestamp>,
    pub(crate) mentions: Mentions,
    pub(crate) flags: MessageFlags,
    pub(crate) reply_to: Option<MessageId>,
    pub(crate) origin: Option<Origin>,
    pub(crate) nonce: Option<Value>,
    /// Ephemeral: the one person who sees it.
    pub(crate) only_for: Option<UserId>,
    pub(crate) sent: Timestamp,
    pub(crate) tts: bool,
    /// The thread that was started from it has the message's own id.
    pub(crate) has_thread: bool,
    /// Put away by its person, or its last answer was deleted.
    pub(crate) dismissed: bool,
}

/// The people that drawing a message needs, found beforehand.
pub(crate) struct Cast<'a> {
    pub(crate) author: &'a User,
    pub(crate) mentioned: Vec<&'a User>,
    pub(crate) asker: Option<&'a User>,
    /// The bot's application, for answers to interactions.
    pub(crate) application: u64,
}

impl Message {
    /// Does an answer hide behind *thinking*?
    pub(crate) fn is_loading(&self) -> bool {
        self.flags.contains(MessageFlags::LOADING)
    }

    /// The message object, without `referenced_message` and the fields that only the gateway adds.
    pub(crate) fn draw(&self, cast: &Cast<'_>) -> Value {
        let attachments: Vec<Value> = self
            .body
            .attachments
            .iter()
            .filter(|file| !file.in_embed)
            .map(Attachment::draw)
            .collect();
        let mut drawn = json!({
            "id": self.id, "channel_id": self.channel, "type": self.kind(),
            "author": cast.author.draw(), "content": self.body.content,
            "timestamp": iso(self.sent), "edited_timestamp": self.edited.map(iso),
            "tts": self.tts, "mention_everyone": self.mentions.everyone,
            "mentions": cast.mentioned.iter().map(|user| user.draw()).collect::<Vec<_>>(),
            "mention_roles": self.mentions.roles, "attachments": attachments,
            "embeds": self.body.embeds, "components": self.body.components,
            "pinned": false, "flags": self.flags.bits(),
        });
        if let Some(nonce) = &self.nonce {
            drawn["nonce"] = nonce.clone();
        }
        if let (Some(origin), Some(asker)) = (&self.origin, cast.asker) {
            drawn["application_id"] = json!(cast.application.to_string());
            drawn["webhook_id"] = json!(cast.application.to_string());
            drawn["interaction_metadata"] = origin.draw(asker);
            if let Some(command) = &origin.command {
                drawn["interaction"] = json!({
                    "id": origin.interaction, "type": origin.kind, "name": command,
                    "user": asker.draw(),
                });
            }
        }
        drawn
    }

    /// Discord's number: 0 plain, 19 a reply, 20 an answer to a slash command.
    fn kind(&self) -> u8 {
        let answers_command = self
            .origin
            .as_ref()
            .is_some_and(|origin| origin.command.is_some() && origin.original.is_none());
        match (answers_command, self.reply_to) {
            (true, _) => 20,
            (false, Some(_)) => 19,
            (false, None) => 0,
        }
    }
}

impl Origin {
    fn draw(&self, asker: &User) -> Value {
        let mut drawn = json!({
            "id": self.interaction, "type": self.kind, "user": asker.draw(),
            "authorizing_integration_owners": owners(self.guild),
        });
        if let Some(command) = &self.command {
            drawn["name"] = json!(command);
            drawn["command_type"] = json!(1);
        }
        if let Some(opener) = &self.opened_by {
            drawn["triggering_interaction_metadata"] = opener.draw(asker);
        }
        if let Some(message) = self.component_of {
            drawn["interacted_message_id"] = json!(message);
        }
        if let Some(original) = self.original {
            drawn["original_response_message_id"] = json!(original);
        }
        drawn
    }
}

/// Who authorised the application, by kind of installation: here always the server.
pub(crate) fn owners(guild: Option<GuildId>) -> Value {
    let owner = guild.map_or_else(|| "0".to_owned(), |guild| guild.to_string());
    json!({"0": owner})
}
