//! Who plays where.

use std::collections::HashMap;
use std::sync::{Arc, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::task::AbortHandle;

use super::Inner;
use super::refusal::Refusal;
use super::room::Room;
use crate::quiz::{Player, Server};
use crate::store::{Channel, GameId};

#[derive(Debug, Default)]
pub(super) struct Places {
    pub(super) by_channel: HashMap<Channel, Playing>,
    /// When each host began a game last.
    pub(super) begun: HashMap<Player, Duration>,
    /// Nothing new begins.
    pub(super) closing: bool,
}

/// What a channel is taken by.
#[derive(Debug, Clone)]
pub(super) enum Playing {
    /// A game that is about to begin.
    Soon(Server),
    /// A running game and its task.
    Now(Arc<Room>, Option<AbortHandle>),
}

impl Playing {
    pub(super) fn server(&self) -> Server {
        match self {
            Self::Soon(server) => *server,
            Self::Now(room, _) => room.server,
        }
    }
}

impl Inner {
    pub(super) fn places(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn rooms(&self) -> Vec<Arc<Room>> {
        let running = |playing: &Playing| match playing {
            Playing::Soon(_) => None,
            Playing::Now(room, _) => Some(Arc::clone(room)),
        };
        self.places()
            .by_channel
            .values()
            .filter_map(running)
            .collect()
    }

    pub(super) fn room(&self, channel: Channel) -> Result<Arc<Room>, Refusal> {
        match self.places().by_channel.get(&channel) {
            Some(Playing::Now(room, _)) => Ok(Arc::clone(room)),
            Some(Playing::Soon(_)) | None => Err(Refusal::NoGame),
        }
    }

    /// The room of a game, wherever it is played.
    pub(super) fn room_of(&self, channel: Channel, game: GameId) -> Result<Arc<Room>, Refusal> {
        self.room(channel)
            .ok()
            .filter(|room| room.lease.game == game)
            .ok_or(Refusal::Over)
    }

    pub(super) fn interrupt(&self, room: &Room) {
        if let Some(Playing::Now(_, Some(task))) = self.places().by_channel.get(&room.channel) {
            task.abort();
        }
    }

    pub(super) fn free(&self, room: &Room) {
        let mut places = self.places();
        if let Some(Playing::Now(own, _)) = places.by_channel.get(&room.channel)
            && own.lease.game == room.lease.game
        {
            places.by_channel.remove(&room.channel);
        }
    }
}
