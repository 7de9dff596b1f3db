//! What becomes of a game that cannot go on, and of all when Clio stops; and what the players are told.

use super::Inner;
use super::post::{PostError, Urgency};
use super::room::Room;
use super::run::Stop;
use crate::bot::draw;
use crate::quiz::game::End;
use crate::store::StoreError;

impl Inner {
    /// A game that cannot go on: its channel is free, here and in the database.
    pub(super) async fn abandon(&self, room: &Room) {
        room.change(|state| state.game.stop(End::Lost));
        match room.save_end(&*self.store, self.clock.now()).await {
            Ok(()) | Err(StoreError::TakenOver) => {}
            Err(fault) => tracing::error!(%fault, "The end of a game could not be written"),
        }
        self.free(room);
    }

    pub(super) async fn broke(&self, room: &Room, stop: Stop) {
        match stop {
            Stop::TakenOver => {
                tracing::warn!(
                    game = room.lease.game.0,
                    "Another process has taken a game over"
                );
                return self.free(room);
            }
            Stop::Shut(why) => tracing::info!(
                game = room.lease.game.0,
                why,
                "A game has ended, as Clio may not post in its channel any more"
            ),
            Stop::Failed(fault) => {
                tracing::error!(
                    game = room.lease.game.0,
                    fault = format!("{fault:#}"),
                    "A game could not go on"
                );
                self.sorry(room).await;
            }
        }
        self.abandon(room).await;
    }

    pub(super) async fn panicked(&self, room: &Room) {
        tracing::error!(
            game = room.lease.game.0,
            "The task of a game panicked, the game has ended"
        );
        self.sorry(room).await;
        self.abandon(room).await;
    }

    async fn sorry(&self, room: &Room) {
        let text = "Sorry, something went wrong in Clio, and this quiz has ended. The points so far are kept. /quiz start begins another.";
        let nonce = format!("q{}sorry", room.lease.game.0);
        // Who cannot be told cannot be told.
        drop(self.say(room, text, &nonce).await);
    }

    pub(super) async fn farewell(&self, room: &Room) {
        if let Err(fault) = room.save(&*self.store, self.clock.now()).await {
            tracing::error!(%fault, "A game could not be written down");
        }
        let text = "Clio restarts. The quiz goes on by itself as soon as it is back, and every answer so far is kept.";
        let nonce = format!("q{}e{}bye", room.lease.game.0, room.lease.epoch);
        if let Err(fault) = self.say(room, text, &nonce).await {
            tracing::debug!(%fault, "Players could not be told of a restart");
        }
    }

    /// Says something of the game in its channel.
    pub(super) async fn say(&self, room: &Room, text: &str, nonce: &str) -> Result<u64, PostError> {
        let message = draw::Message {
            private: false,
            ..draw::sentence(text)
        };
        self.post
            .send(room.channel, &message, nonce, Urgency::Question)
            .await
    }
}
