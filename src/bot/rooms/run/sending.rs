//! Sending and changing messages of a game; after a restart each is looked for first.

use super::{Stop, Task, Trouble};
use crate::bot::custom_id::{CustomId, Does, Quiz};
use crate::bot::draw::Message;
use crate::bot::rooms::post::{PostError, Urgency};

/// What may be posted already: an own button that only this message has.
type Own<'o> = &'o (dyn Fn(&Does) -> bool + Sync);

impl Task<'_> {
    /// Sends a message of the game, once: after a restart it is looked for first.
    pub(super) async fn send(
        &self,
        message: &Message,
        what: &str,
        own: Own<'_>,
        urgency: Urgency,
    ) -> Result<u64, Trouble> {
        let game = self.room.lease.game;
        let post = &*self.rooms.post;
        if self.looks_first() {
            let after = self.room.look(|state| state.marks.newest());
            let is_own = |id: &str| match id.parse() {
                Ok(CustomId::Quiz(Quiz { game: other, does })) => other == game && own(&does),
                _ => false,
            };
            if let Some(found) = post
                .find(self.room.channel, &is_own, after)
                .await
                .map_err(told)?
            {
                return Ok(found);
            }
        }
        let nonce = format!("q{}{what}", game.0);
        let sent = self.rooms.clock.now();
        let id = post
            .send(self.room.channel, message, &nonce, urgency)
            .await
            .map_err(told)?;
        if !self.looks_first() {
            self.rooms.clock.saw(id, sent);
        }
        Ok(id)
    }

    pub(super) async fn edit(
        &self,
        id: u64,
        message: &Message,
        urgency: Urgency,
    ) -> Result<(), Trouble> {
        let edited = self
            .rooms
            .post
            .edit(self.room.channel, id, message, urgency)
            .await;
        match edited {
            Ok(()) | Err(PostError::LeftOut) => Ok(()),
            // The game is in the next message already.
            Err(PostError::Failed(fault)) => {
                tracing::warn!(
                    fault = format!("{fault:#}"),
                    "A message of a game was not changed"
                );
                Ok(())
            }
            Err(error) => Err(told(error)),
        }
    }
}

pub(super) fn told(error: PostError) -> Trouble {
    match error {
        PostError::Deleted => Trouble::Deleted,
        PostError::Shut(why) => Trouble::Stop(Stop::Shut(why)),
        PostError::Failed(fault) => Trouble::Stop(Stop::Failed(fault)),
        PostError::LeftOut => {
            Trouble::Stop(Stop::Failed(anyhow::anyhow!("a message was left out")))
        }
    }
}
