//! What an interaction's token is good for afterwards: further messages, and reading, changing and deleting them.

use jiff::Timestamp;
use serde_json::Value;

use crate::playground::form::message::Draft;
use crate::playground::refusal::{Outcome, Refusal};
use crate::playground::state::ids::MessageId;
use crate::playground::state::interaction::{Interaction, Stage, TOKEN_LIFE, id_in_token};
use crate::playground::state::world::World;

impl World {
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
                .is_ok_and(crate::playground::state::message::Message::is_loading)
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
}
