//! Interactions: what a person asks of the bot, with its token and its deadlines.
//!
//! <https://discord.com/developers/docs/interactions/receiving-and-responding>

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use rand::RngExt;
use serde_json::{Value, json};
use twilight_model::guild::Permissions;

use super::event::{Audience, Need};
use super::files::FILE_SIZE;
use super::ids::{ChannelId, GuildId, InteractionId, MessageId, UserId};
use super::message::{Origin, owners};
use super::world::World;
use crate::playground::form::modal::Modal;

/// How long the bot has for its first answer.
pub(crate) const FIRST_ANSWER: SignedDuration = SignedDuration::from_secs(3);
/// How long an interaction's token can be used.
pub(crate) const TOKEN_LIFE: SignedDuration = SignedDuration::from_mins(15);

/// What a person did; the numbers are Discord's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    Modal = 5,
}

/// How far an interaction has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// The bot has not answered.
    Waiting,
    /// The bot has given its first answer.
    Answered,
    /// Three seconds went by.
    Failed,
}

/// One interaction.
#[derive(Debug, Clone)]
pub(crate) struct Interaction {
    pub(crate) id: InteractionId,
    pub(crate) token: String,
    pub(crate) kind: Kind,
    pub(crate) person: UserId,
    pub(crate) channel: ChannelId,
    pub(crate) guild: Option<GuildId>,
    pub(crate) created: Timestamp,
    /// What the person's client calls it.
    pub(crate) nonce: Value,
    pub(crate) origin: Origin,
    /// The message whose component was used, also for a modal that a component opened.
    pub(crate) source: Option<MessageId>,
    pub(crate) stage: Stage,
    /// The message of the first answer.
    pub(crate) original: Option<MessageId>,
    /// The modal that the first answer opened.
    pub(crate) modal: Option<Modal>,
    /// While an option is being typed: Discord's number of its kind.
    pub(crate) typing: Option<i64>,
}

/// What is to become an interaction.
pub(crate) struct Request {
    pub(crate) kind: Kind,
    pub(crate) person: UserId,
    pub(crate) channel: ChannelId,
    pub(crate) nonce: Value,
    pub(crate) data: Value,
    pub(crate) command: Option<String>,
    pub(crate) source: Option<MessageId>,
    pub(crate) opened_by: Option<Box<Origin>>,
}

impl World {
    /// Makes the interaction and sends it to the bot.
    pub(crate) fn begin(&mut self, request: Request, now: Timestamp) -> InteractionId {
        let id: InteractionId = self.snowflakes.next(now);
        let token = token(id, self.rng.random());
        let (interaction, drawn) = self.make(id, token, request, now);
        let (guild, person) = (interaction.guild, interaction.person);
        let accepted = json!({"nonce": interaction.nonce, "id": id});
        self.tell(Audience::Person(person), "INTERACTION_CREATE", accepted);
        self.newest_interaction = Some((guild, drawn.clone()));
        self.dispatch("INTERACTION_CREATE", guild, drawn, Need::Nothing);
        self.interactions.insert(id, interaction);
        self.waiting.insert(id);
        id
    }

    /// The interaction, and the object that the bot gets. Nobody is told of it.
    pub(crate) fn make(
        &self,
        id: InteractionId,
        token: String,
        request: Request,
        now: Timestamp,
    ) -> (Interaction, Value) {
        let guild = self
            .channels
            .get(&request.channel)
            .and_then(|channel| channel.guild);
        let interaction = Interaction {
            id,
            token,
            kind: request.kind,
            person: request.person,
            channel: request.channel,
            guild,
            created: now,
            nonce: request.nonce,
            origin: Origin {
                interaction: id,
                kind: request.kind as u8,
                user: request.person,
                guild,
                command: request.command,
                component_of: request.source.filter(|_| request.kind == Kind::Component),
                original: None,
                opened_by: request.opened_by,
            },
            source: request.source,
            stage: Stage::Waiting,
            original: None,
            modal: None,
            typing: focused_kind(&request.data),
        };
        let drawn = self.draw_interaction(&interaction, &request.data);
        (interaction, drawn)
    }

    /// Sends the newest interaction to the bot once more.
    pub(crate) fn send_again(&mut self) {
        if let Some((guild, drawn)) = self.newest_interaction.clone() {
            self.dispatch("INTERACTION_CREATE", guild, drawn, Need::Nothing);
        }
    }

    /// The interaction object that the bot gets.
    fn draw_interaction(&self, interaction: &Interaction, data: &Value) -> Value {
        let place = self.channels.get(&interaction.channel);
        let allowed =
            |user| place.map_or(Permissions::empty(), |place| self.permissions(user, place));
        let mut drawn = json!({
            "id": interaction.id, "application_id": self.application(), "type": interaction.kind as u8,
            "token": interaction.token, "version": 1, "data": data,
            "channel_id": interaction.channel, "locale": "en-GB",
            "app_permissions": allowed(self.bot).bits().to_string(),
            "entitlements": [], "entitlement_sku_ids": [],
            "authorizing_integration_owners": owners(interaction.guild),
            "context": if interaction.guild.is_some() { 0 } else { 1 },
            "attachment_size_limit": FILE_SIZE,
        });
        if let Some(place) = place {
            drawn["channel"] = self.draw_channel(place);
            drawn["channel"]["permissions"] = json!(allowed(interaction.person).bits().to_string());
        }
        let user = self.user(interaction.person).ok();
        if let Some(guild) = interaction.guild {
            drawn["guild_id"] = json!(guild);
            drawn["guild_locale"] = json!("en-US");
            drawn["guild"] = json!({"id": guild, "locale": "en-US", "features": []});
            if let (Ok(member), Some(user)) = (self.member(guild, interaction.person), user) {
                drawn["member"] = member.draw(user);
                drawn["member"]["permissions"] =
                    json!(allowed(interaction.person).bits().to_string());
            }
        } else if let Some(user) = user {
            drawn["user"] = user.draw();
        }
        if let Some(source) = interaction.source
            && let Ok(message) = self.message(interaction.channel, source)
        {
            drawn["message"] = self.draw_message(message);
        }
        drawn
    }

    /// When `tick` is next worth calling; `None` while nobody waits.
    pub(crate) fn next_deadline(&self) -> Option<Timestamp> {
        let first = self.waiting.first()?;
        let interaction = self.interactions.get(first)?;
        Some(interaction.created + FIRST_ANSWER)
    }

    /// Lets time pass: says that the bot did not answer in time, and forgets tokens that are over.
    pub(crate) fn tick(&mut self, now: Timestamp) {
        while self.next_deadline().is_some_and(|deadline| now >= deadline) {
            let Some(late) = self.waiting.pop_first() else {
                break;
            };
            let Some(interaction) = self.interactions.get_mut(&late) else {
                continue;
            };
            interaction.stage = Stage::Failed;
            let reason = "The application did not respond";
            let data = json!({"nonce": interaction.nonce, "id": late, "reason": reason});
            let person = interaction.person;
            self.tell(Audience::Person(person), "INTERACTION_FAILURE", data);
        }
        while let Some(oldest) = self.interactions.first_entry() {
            if now < oldest.get().created + TOKEN_LIFE {
                break;
            }
            oldest.remove();
        }
    }
}

/// The kind of the option that is being typed, at any depth.
fn focused_kind(data: &Value) -> Option<i64> {
    let options = data["options"].as_array()?;
    options.iter().find_map(|option| {
        if option["focused"] == json!(true) {
            return option["type"].as_i64();
        }
        focused_kind(option)
    })
}

/// A new token of an interaction.
pub(crate) fn token(id: InteractionId, random: u128) -> String {
    URL_SAFE_NO_PAD.encode(format!("interaction:{id}:{random:032x}"))
}

/// The interaction whose token this is or once was, by what stands in it.
pub(crate) fn id_in_token(token: &str) -> Option<InteractionId> {
    let decoded = String::from_utf8(URL_SAFE_NO_PAD.decode(token).ok()?).ok()?;
    decoded
        .strip_prefix("interaction:")?
        .split(':')
        .next()?
        .parse()
        .ok()
}
