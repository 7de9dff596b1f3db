//! What goes out beside a game, which never waits for it: a private word to who was near, a picture of the podium.

use std::sync::Arc;

use super::Task;
use crate::bot::draw::Message;
use crate::bot::draw::quiz as draw;
use crate::bot::illustrate::Stands;
use crate::bot::rooms::PodiumStands;
use crate::quiz::game::score::{Answer, Marked};
use crate::quiz::judge::Verdict;

impl Task<'_> {
    /// Who was near with a typed answer hears it alone; the game does not wait for that.
    pub(super) fn tell_who_was_near(&self, round: usize) {
        let words = self.room.change(|state| {
            let mut lines = std::mem::take(&mut state.lines);
            let game = &state.game;
            let (question, closed) = (game.questions().get(round)?, game.rounds().get(round)?);
            let word = |row: &Marked| match (&row.answer, row.verdict) {
                (Answer::Typed(typed), Verdict::Almost) => {
                    Some((lines.remove(&row.player)?, draw::almost(question, typed)))
                }
                _ => None,
            };
            Some(closed.marked.iter().filter_map(word).collect::<Vec<_>>())
        });
        let words = words.unwrap_or_default();
        if words.is_empty() {
            return;
        }
        let post = Arc::clone(&self.rooms.post);
        tokio::spawn(async move {
            let told = words.iter().map(|(line, word)| post.whisper(line, word));
            futures_util::future::join_all(told).await;
        });
    }

    /// A picture may follow the podium; the game does not wait for it.
    pub(super) fn illustrate(&self, id: u64, podium: &Message) {
        let Some(embed) = podium.embed.clone() else {
            return;
        };
        let stands = Stands {
            server: self.room.server,
            channel: self.room.channel,
            message: id,
            embed,
        };
        let (best, about, n_players) = self.room.look(|state| {
            let about = draw::about(&state.sign(&self.room.lease), &state.game);
            (draw::best(&state.game), about, state.game.standings().len())
        });
        if !best.is_empty() {
            self.rooms.post.podium_stands(PodiumStands {
                stands,
                best,
                about,
                n_players,
            });
        }
    }
}
