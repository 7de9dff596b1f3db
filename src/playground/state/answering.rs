//! How the bot answers interactions: the first answer, and what it does with the token afterwards.

mod body;
mod token;

use jiff::Timestamp;
use serde_json::{Value, json};
use twilight_model::channel::message::MessageFlags;

use super::event::Audience;
use super::ids::{InteractionId, MessageId};
use super::interaction::{FIRST_ANSWER, Interaction, Stage};
use super::message::Origin;
use super::posting::Circumstances;
use super::world::World;
use crate::playground::form::command::kind;
use crate::playground::form::message::{self, Draft, Upload, Use};
use crate::playground::form::modal;
use crate::playground::refusal::{Outcome, Refusal};
use body::{callback, callback_kind, read_choices};

pub(crate) use body::check_answer;

impl World {
    /// The bot's first answer. Gives the callback object for those who ask for it.
    pub(crate) fn answer(
        &mut self,
        id: InteractionId,
        token: &str,
        body: &Value,
        uploads: Vec<Upload>,
        now: Timestamp,
    ) -> Outcome<Value> {
        let interaction = self
            .interactions
            .get(&id)
            .filter(|interaction| interaction.token == token)
            .ok_or(Refusal::UNKNOWN_INTERACTION)?;
        match interaction.stage {
            Stage::Answered => return Err(Refusal::ALREADY_ACKNOWLEDGED),
            Stage::Failed => return Err(Refusal::UNKNOWN_INTERACTION),
            Stage::Waiting if now >= interaction.created + FIRST_ANSWER => {
                return Err(Refusal::UNKNOWN_INTERACTION);
            }
            Stage::Waiting => {}
        }
        let interaction = interaction.clone();
        let kind = callback_kind(interaction.kind, interaction.source.is_some(), body)?;
        let message = self.first_answer(&interaction, kind, body, uploads, now)?;
        self.settle(&interaction, message);
        Ok(self.draw_callback(&interaction, kind, message))
    }

    fn first_answer(
        &mut self,
        interaction: &Interaction,
        kind: i64,
        body: &Value,
        uploads: Vec<Upload>,
        now: Timestamp,
    ) -> Outcome<Option<MessageId>> {
        let data = body.get("data").filter(|data| !data.is_null());
        match kind {
            callback::MESSAGE | callback::DEFERRED_MESSAGE => {
                let empty = json!({});
                let mut draft =
                    message::read(data.unwrap_or(&empty), "data", uploads, Use::Answer)?;
                let mut flags = draft.flags.unwrap_or(MessageFlags::empty());
                if kind == callback::DEFERRED_MESSAGE {
                    flags = (flags & MessageFlags::EPHEMERAL) | MessageFlags::LOADING;
                    draft = Draft::default();
                }
                draft.flags = Some(flags);
                self.post_answer(interaction, interaction.origin.clone(), draft, now)
                    .map(Some)
            }
            callback::UPDATE => {
                let source = interaction.source.ok_or(Refusal::UNKNOWN_MESSAGE)?;
                if let Some(data) = data {
                    let draft = message::read(data, "data", uploads, Use::Answer)?;
                    self.edit(interaction.channel, source, draft, now)?;
                }
                Ok(Some(source))
            }
            callback::DEFERRED_UPDATE => Ok(interaction.source),
            callback::CHOICES => {
                let kind = interaction.typing.unwrap_or(kind::STRING);
                let choices = read_choices(data, kind)?;
                let told = json!({"nonce": interaction.nonce, "choices": choices});
                self.tell(Audience::Person(interaction.person), "AUTOCOMPLETE", told);
                Ok(None)
            }
            _ => {
                let modal = modal::read(data.unwrap_or(&Value::Null))?;
                let told = json!({
                    "nonce": interaction.nonce, "id": interaction.id, "custom_id": modal.custom_id,
                    "title": modal.title, "components": modal.components,
                });
                self.tell(Audience::Person(interaction.person), "MODAL", told);
                if let Some(kept) = self.interactions.get_mut(&interaction.id) {
                    kept.modal = Some(modal);
                }
                Ok(None)
            }
        }
    }

    /// Notes that an interaction is answered, and tells its person.
    fn settle(&mut self, interaction: &Interaction, message: Option<MessageId>) {
        if let Some(kept) = self.interactions.get_mut(&interaction.id) {
            kept.stage = Stage::Answered;
            kept.original = message;
        }
        self.waiting.remove(&interaction.id);
        let told = json!({"nonce": interaction.nonce, "id": interaction.id});
        self.tell(
            Audience::Person(interaction.person),
            "INTERACTION_SUCCESS",
            told,
        );
    }

    /// Puts an answer into the interaction's channel.
    fn post_answer(
        &mut self,
        interaction: &Interaction,
        origin: Origin,
        draft: Draft,
        now: Timestamp,
    ) -> Outcome<MessageId> {
        let ephemeral = draft
            .flags
            .is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL));
        let reply_to = origin.original.or(origin.component_of);
        let circumstances = Circumstances {
            reply_to,
            only_for: ephemeral.then_some(interaction.person),
            origin: Some(origin),
            flags: None,
        };
        self.post(self.bot, interaction.channel, draft, circumstances, now)
    }

    /// The object that a first answer gives when it is asked for one.
    fn draw_callback(
        &self,
        interaction: &Interaction,
        kind: i64,
        message: Option<MessageId>,
    ) -> Value {
        let mut drawn = json!({
            "interaction": {"id": interaction.id, "type": interaction.kind as u8},
        });
        let message = message.and_then(|id| self.message(interaction.channel, id).ok());
        if let Some(message) = message {
            let ephemeral = message.flags.contains(MessageFlags::EPHEMERAL);
            drawn["interaction"]["response_message_id"] = json!(message.id);
            drawn["interaction"]["response_message_loading"] = json!(message.is_loading());
            drawn["interaction"]["response_message_ephemeral"] = json!(ephemeral);
            if matches!(kind, callback::MESSAGE | callback::UPDATE) {
                drawn["resource"] = json!({"type": kind, "message": self.draw_message(message)});
            }
        }
        drawn
    }
}
