//! How the bot answers interactions: the first answer, and what it does with the token afterwards.

use jiff::Timestamp;
use serde_json::{Value, json};
use twilight_model::channel::message::MessageFlags;

use super::event::Audience;
use super::ids::{InteractionId, MessageId};
use super::interaction::{FIRST_ANSWER, Interaction, Kind, Stage, TOKEN_LIFE, id_in_token};
use super::message::Origin;
use super::posting::Circumstances;
use super::world::World;
use crate::playground::form::command::kind;
use crate::playground::form::message::{Draft, Upload, Use};
use crate::playground::form::{Form, choice, message, modal};
use crate::playground::refusal::{Faults, Outcome, Refusal};

/// Discord's numbers for first answers.
mod callback {
    pub(super) const MESSAGE: i64 = 4;
    pub(super) const DEFERRED_MESSAGE: i64 = 5;
    pub(super) const DEFERRED_UPDATE: i64 = 6;
    pub(super) const UPDATE: i64 = 7;
    pub(super) const CHOICES: i64 = 8;
    pub(super) const MODAL: i64 = 9;
}

/// Most suggestions of one answer.
const CHOICES_LIMIT: usize = 25;

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

    /// A further message under an interaction's token.
    ///
    /// After a deferred first answer, the first such message takes its place, ephemeral or not as that was.
    pub(crate) fn follow_up(
        &mut self,
        token: &str,
        draft: Draft,
        now: Timestamp,
    ) -> Outcome<Value> {
        let interaction = self.by_token(token, now)?;
        let channel = interaction.channel;
        if let Some(original) = interaction.original
            && self
                .message(channel, original)
                .is_ok_and(super::message::Message::is_loading)
        {
            return self.edit(channel, original, draft, now);
        }
        let mut origin = interaction.origin.clone();
        origin.original = interaction.original;
        let id = self.post_answer(&interaction, origin, draft, now)?;
        Ok(self.draw_message(self.message(channel, id)?))
    }

    /// A message under an interaction's token; `None` is the first answer.
    pub(crate) fn read_answer(
        &self,
        token: &str,
        id: Option<MessageId>,
        now: Timestamp,
    ) -> Outcome<Value> {
        let interaction = self.by_token(token, now)?;
        let id = self.own_answer(&interaction, id)?;
        Ok(self.draw_message(self.message(interaction.channel, id)?))
    }

    /// Changes a message under an interaction's token; `None` is the first answer.
    pub(crate) fn edit_answer(
        &mut self,
        token: &str,
        id: Option<MessageId>,
        draft: Draft,
        now: Timestamp,
    ) -> Outcome<Value> {
        let interaction = self.by_token(token, now)?;
        let id = self.own_answer(&interaction, id)?;
        self.edit(interaction.channel, id, draft, now)
    }

    /// Deletes a message under an interaction's token; `None` is the first answer.
    pub(crate) fn delete_answer(
        &mut self,
        token: &str,
        id: Option<MessageId>,
        now: Timestamp,
    ) -> Outcome<()> {
        let interaction = self.by_token(token, now)?;
        let id = self.own_answer(&interaction, id)?;
        self.remove(interaction.channel, id)
    }

    /// An answered interaction by its token, while the token lives.
    fn by_token(&self, token: &str, now: Timestamp) -> Outcome<Interaction> {
        let id = id_in_token(token).ok_or(Refusal::UNKNOWN_WEBHOOK)?;
        let Some(interaction) = self.interactions.get(&id) else {
            return Err(Refusal::INVALID_WEBHOOK_TOKEN);
        };
        if interaction.token != token || interaction.stage != Stage::Answered {
            return Err(Refusal::UNKNOWN_WEBHOOK);
        }
        if now >= interaction.created + TOKEN_LIFE {
            return Err(Refusal::INVALID_WEBHOOK_TOKEN);
        }
        Ok(interaction.clone())
    }

    /// The id of a message that belongs to the interaction.
    fn own_answer(&self, interaction: &Interaction, id: Option<MessageId>) -> Outcome<MessageId> {
        let Some(id) = id.or(interaction.original) else {
            return Err(Refusal::UNKNOWN_MESSAGE);
        };
        let message = self.message(interaction.channel, id)?;
        let answers = message
            .origin
            .as_ref()
            .is_some_and(|origin| origin.interaction == interaction.id);
        if answers || Some(id) == interaction.original {
            return Ok(id);
        }
        Err(Refusal::UNKNOWN_MESSAGE)
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

/// Is `body` a well-formed first answer? For who does not keep what is answered.
///
/// `typing` is the kind of the option that is being typed.
pub(crate) fn check_answer(
    asked: Kind,
    from_message: bool,
    typing: i64,
    body: &Value,
    uploads: Vec<Upload>,
) -> Outcome<()> {
    let data = body.get("data").filter(|data| !data.is_null());
    match callback_kind(asked, from_message, body)? {
        callback::MESSAGE => {
            let draft = message::read(data.unwrap_or(&json!({})), "data", uploads, Use::Answer)?;
            let has =
                |list: &Option<Vec<Value>>| list.as_ref().is_some_and(|list| !list.is_empty());
            let says = draft.content.as_ref().is_some_and(|text| !text.is_empty());
            if !(says || has(&draft.embeds) || has(&draft.components) || !draft.uploads.is_empty())
            {
                return Err(Refusal::EMPTY_MESSAGE);
            }
        }
        callback::UPDATE => {
            if let Some(data) = data {
                message::read(data, "data", uploads, Use::Answer)?;
            }
        }
        callback::CHOICES => drop(read_choices(data, typing)?),
        callback::MODAL => drop(modal::read(data.unwrap_or(&Value::Null))?),
        // Deferred: there is nothing in it yet.
        _ => {}
    }
    Ok(())
}

/// The kind of a first answer, if the interaction can be answered so.
fn callback_kind(asked: Kind, from_message: bool, body: &Value) -> Outcome<i64> {
    let mut faults = Faults::default();
    let known: &[i64] = match asked {
        Kind::Command => &[
            callback::MESSAGE,
            callback::DEFERRED_MESSAGE,
            callback::MODAL,
        ],
        Kind::Autocomplete => &[callback::CHOICES],
        Kind::Component => &[
            callback::MESSAGE,
            callback::DEFERRED_MESSAGE,
            callback::DEFERRED_UPDATE,
            callback::UPDATE,
            callback::MODAL,
        ],
        Kind::Modal if from_message => &[
            callback::MESSAGE,
            callback::DEFERRED_MESSAGE,
            callback::DEFERRED_UPDATE,
            callback::UPDATE,
        ],
        Kind::Modal => &[callback::MESSAGE, callback::DEFERRED_MESSAGE],
    };
    let kind = Form::open(body, "", &mut faults).and_then(|form| {
        form.require("type", &mut faults);
        form.choice("type", known, &mut faults)
    });
    faults.done()?;
    kind.ok_or(Refusal::UNKNOWN_INTERACTION)
}

/// Suggestions for an option that is being typed.
fn read_choices(data: Option<&Value>, kind: i64) -> Outcome<Vec<Value>> {
    let mut faults = Faults::default();
    let mut read = Vec::new();
    if let Some(form) = Form::open(data.unwrap_or(&Value::Null), "data", &mut faults) {
        form.require("choices", &mut faults);
        let choices = form
            .list("choices", 0..=CHOICES_LIMIT, &mut faults)
            .unwrap_or_default();
        choice::check(choices, &form.at("choices"), kind, &mut faults);
        read = choices.to_vec();
    }
    faults.done()?;
    Ok(read)
}
