//! What a draft says, put into a message: text, embeds, components, files, mentions.

use jiff::Timestamp;
use twilight_model::guild::Permissions;

use crate::playground::form::message::Draft;
use crate::playground::refusal::Outcome;
use crate::playground::state::message::Message;
use crate::playground::state::world::World;
use crate::playground::state::{files, mentions};

impl World {
    /// Puts what `draft` says into `message`.
    pub(super) fn apply(
        &mut self,
        message: &mut Message,
        draft: Draft,
        now: Timestamp,
    ) -> Outcome<()> {
        if let Some(wishes) = &draft.files {
            message.body.attachments = self.wished_files(message, wishes, &draft, now)?;
        }
        if let Some(content) = draft.content {
            message.body.content = content.trim().to_owned();
        }
        if let Some(components) = draft.components {
            message.body.components = components;
        }
        if let Some(embeds) = draft.embeds {
            message.body.embeds = embeds;
        }
        files::show_in_embeds(&mut message.body);
        let found = mentions::find(&message.body.content, draft.allowed_mentions.as_ref());
        message.mentions = self.known_mentions(found, message);
        if let Some(target) = message.reply_to
            && draft
                .allowed_mentions
                .as_ref()
                .is_none_or(|allowed| allowed.replied_user)
            && let Ok(target) = self.message(message.channel, target)
            && target.author != message.author
            && target.origin.is_none()
            && !message.mentions.users.contains(&target.author)
        {
            message.mentions.users.push(target.author);
        }
        Ok(())
    }

    /// Leaves out who and what is not there.
    fn known_mentions(&self, found: mentions::Mentions, message: &Message) -> mentions::Mentions {
        let place = self.channels.get(&message.channel);
        let guild = place
            .and_then(|place| place.guild)
            .and_then(|id| self.guild(id).ok());
        let may_ping_all = place.is_some_and(|place| {
            self.permissions(message.author, place)
                .contains(Permissions::MENTION_EVERYONE)
        });
        mentions::Mentions {
            users: found
                .users
                .into_iter()
                .filter(|id| self.user(*id).is_ok())
                .collect(),
            roles: found
                .roles
                .into_iter()
                .filter(|id| guild.is_some_and(|guild| guild.role(*id).is_some()))
                .collect(),
            everyone: found.everyone && may_ping_all,
        }
    }
}
