//! Servers (Discord: guilds), their roles, members and channels, and how each is drawn for a client.

mod channel;

use jiff::Timestamp;
use serde_json::{Value, json};
use twilight_model::guild::Permissions;
use twilight_model::id::marker::{GuildMarker, UserMarker};

use super::ids::{GuildId, RoleId, UserId, iso};
use super::roll::Known;

pub(crate) use channel::{Channel, ChannelKind, Overwrite};

/// A person or a bot.
#[derive(Debug, Clone)]
pub(crate) struct User {
    pub(crate) id: UserId,
    /// Lower case, unique.
    pub(crate) username: String,
    /// The name that is shown.
    pub(crate) display: String,
    pub(crate) bot: bool,
    /// A classmate that the playground plays, whom no window can be.
    pub(crate) simulated: bool,
}

impl Known for User {
    type Marker = UserMarker;

    fn id(&self) -> UserId {
        self.id
    }
}

impl User {
    /// The user object.
    pub(crate) fn draw(&self) -> Value {
        json!({
            "id": self.id, "username": self.username, "global_name": self.display,
            "discriminator": if self.bot { "1001" } else { "0" },
            "avatar": null, "banner": null, "accent_color": null, "avatar_decoration_data": null,
            "bot": self.bot, "system": false, "public_flags": 0, "flags": 0,
            "collectibles": null, "primary_guild": null,
        })
    }
}

/// A role of a server.
#[derive(Debug, Clone)]
pub(crate) struct Role {
    pub(crate) id: RoleId,
    pub(crate) name: String,
    pub(crate) permissions: Permissions,
    pub(crate) colour: u32,
    pub(crate) position: u32,
    /// The bot whose own role this is.
    pub(crate) managed_by: Option<UserId>,
}

impl Role {
    /// The role object.
    pub(crate) fn draw(&self) -> Value {
        let mut role = json!({
            "id": self.id, "name": self.name, "permissions": self.permissions.bits().to_string(),
            "color": self.colour,
            "colors": {"primary_color": self.colour, "secondary_color": null, "tertiary_color": null},
            "position": self.position, "hoist": self.colour != 0, "managed": self.managed_by.is_some(),
            "mentionable": false, "icon": null, "unicode_emoji": null, "flags": 0,
        });
        if let Some(bot) = self.managed_by {
            role["tags"] = json!({"bot_id": bot});
        }
        role
    }
}

/// What a user is in one server.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) user: UserId,
    pub(crate) nick: Option<String>,
    pub(crate) roles: Vec<RoleId>,
    pub(crate) joined: Timestamp,
}

impl Member {
    /// The member object without its `user`.
    pub(crate) fn draw_partial(&self) -> Value {
        json!({
            "nick": self.nick, "roles": self.roles, "joined_at": iso(self.joined),
            "avatar": null, "banner": null, "premium_since": null, "deaf": false, "mute": false,
            "flags": 0, "pending": false, "communication_disabled_until": null,
            "avatar_decoration_data": null,
        })
    }

    /// The member object.
    pub(crate) fn draw(&self, user: &User) -> Value {
        let mut member = self.draw_partial();
        member["user"] = user.draw();
        member
    }
}

/// A server.
#[derive(Debug, Clone)]
pub(crate) struct Guild {
    pub(crate) id: GuildId,
    pub(crate) name: String,
    pub(crate) owner: UserId,
    pub(crate) roles: Vec<Role>,
    pub(crate) members: Vec<Member>,
}

impl Known for Guild {
    type Marker = GuildMarker;

    fn id(&self) -> GuildId {
        self.id
    }
}

impl Guild {
    /// The member that `user` is here.
    pub(crate) fn member(&self, user: UserId) -> Option<&Member> {
        self.members.iter().find(|member| member.user == user)
    }

    /// The role with this id.
    pub(crate) fn role(&self, id: RoleId) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }

    /// The guild object without channels and members.
    pub(crate) fn draw(&self) -> Value {
        let roles: Vec<Value> = self.roles.iter().map(Role::draw).collect();
        let mut drawn = json!({
            "id": self.id, "name": self.name, "icon": null, "icon_hash": null, "splash": null,
            "discovery_splash": null, "owner_id": self.owner, "region": "deprecated",
            "afk_channel_id": null, "afk_timeout": 300, "widget_enabled": false,
            "widget_channel_id": null, "verification_level": 0, "default_message_notifications": 1,
            "explicit_content_filter": 0, "roles": roles, "emojis": [], "stickers": [],
            "features": [], "mfa_level": 0, "application_id": null, "system_channel_id": null,
            "system_channel_flags": 0,
        });
        let more = json!({
            "rules_channel_id": null, "max_presences": null,
            "max_members": 500_000, "max_video_channel_users": 25,
            "max_stage_video_channel_users": 50, "vanity_url_code": null, "description": null,
            "banner": null, "premium_tier": 0, "premium_subscription_count": 0,
            "preferred_locale": "en-US", "public_updates_channel_id": null, "nsfw": false,
            "nsfw_level": 0, "premium_progress_bar_enabled": false, "safety_alerts_channel_id": null,
            "hub_type": null, "latest_onboarding_question_id": null, "incidents_data": null,
            "home_header": null, "inventory_settings": null,
        });
        merge(&mut drawn, more);
        drawn
    }
}

/// Adds the fields of `more` to the object `to`.
pub(crate) fn merge(to: &mut Value, more: Value) {
    if let (Some(to), Value::Object(more)) = (to.as_object_mut(), more) {
        to.extend(more);
    }
}
