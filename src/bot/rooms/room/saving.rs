//! Writing a game down, one version after the other.

use std::time::Duration;

use super::{Marks, Room};
use crate::quiz::game::Game;
use crate::store::{Closing, Store, StoreError};

impl Room {
    /// Writes the game down as it stands, unless that is done already.
    pub(in crate::bot::rooms) async fn save(
        &self,
        store: &dyn Store,
        at: Duration,
    ) -> Result<(), StoreError> {
        let mut written = self.written.lock().await;
        let (version, game, marks) = self.snapshot(at);
        if *written < version {
            let marks = serde_json::to_value(&marks).unwrap_or_default();
            store.save_game(&self.lease, &game, &marks, at).await?;
            *written = version;
        }
        drop(written);
        Ok(())
    }

    /// Writes down that a question is closed and what counted.
    pub(in crate::bot::rooms) async fn save_close(
        &self,
        store: &dyn Store,
        round: usize,
        at: Duration,
    ) -> Result<(), StoreError> {
        // In its turn, like every other writing of the game.
        let written = self.written.lock().await;
        let (_, game, _) = self.snapshot(at);
        if let (Some(question), Some(closed)) =
            (game.questions().get(round), game.rounds().get(round))
        {
            let closing = Closing {
                server: self.server,
                round,
                question,
                topic: topic_of(&question.source.path, &question.source.title),
                marked: &closed.marked,
                at,
            };
            store.close_round(&self.lease, &game, &closing).await?;
        }
        drop(written);
        Ok(())
    }

    /// Writes down that the game is over; its channel is free then.
    pub(in crate::bot::rooms) async fn save_end(
        &self,
        store: &dyn Store,
        at: Duration,
    ) -> Result<(), StoreError> {
        let written = self.written.lock().await;
        let (_, game, _) = self.snapshot(at);
        store.end_game(&self.lease, &game, at).await?;
        drop(written);
        Ok(())
    }

    /// What is written down at `at`: a game whose clocks stand still only for the database's sake goes on once it is written.
    fn snapshot(&self, at: Duration) -> (u64, Game, Marks) {
        self.look(|state| {
            let mut game = state.game.clone();
            if state.stall.is_some_and(|stall| stall.paused) {
                game.resume(at);
            }
            (state.version, game, state.marks.clone())
        })
    }
}

/// The topic that a question counts for: its note's folder, or the note itself where it lies in none.
fn topic_of<'s>(path: &'s str, title: &'s str) -> &'s str {
    path.rsplit_once('/').map_or(title, |(folder, _)| folder)
}
