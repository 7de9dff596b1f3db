//! Pictures that follow answers and podiums: the words have left before, and what is not ready soon does not come.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

use lru::LruCache;
use serenity::all::CreateEmbed;
use tokio::sync::mpsc;

use super::Bot;
use super::door::{Answer, To};
use super::pictures::{Drawn, Person, Picture, Podium, SOON, Step};
use super::rooms::{PodiumStands, PostError};
use crate::quiz::{Player, Server};

/// So many people who turn pages are remembered.
const TURNING: NonZeroUsize = NonZeroUsize::new(4_096).expect("it is not zero");
/// So many podiums may wait for their pictures; more come without.
pub(super) const WAITING: usize = 32;

/// How often each person has turned a page: the picture of a page that is turned already must not come.
#[derive(Debug)]
pub(super) struct Turns {
    by_asker: Mutex<LruCache<u64, u64>>,
}

impl Default for Turns {
    fn default() -> Self {
        Self {
            by_asker: Mutex::new(LruCache::new(TURNING)),
        }
    }
}

impl Turns {
    fn count(&self, asker: u64, more: u64) -> u64 {
        let mut by_asker = self.by_asker.lock().unwrap_or_else(PoisonError::into_inner);
        let count = by_asker.get(&asker).copied().unwrap_or(0) + more;
        by_asker.put(asker, count);
        drop(by_asker);
        count
    }
}

impl Bot {
    /// Answers. Where the answer can be shown as a picture, and the server wants that, the picture follows.
    pub(super) async fn answer(&self, to: &To<'_>, answer: Answer) {
        let picture = answer.picture();
        let turns_page = matches!(answer, Answer::Replace(_));
        // Most answers neither turn a page nor have a picture.
        let turn = match turns_page || picture.is_some() {
            true => self.turns.count(to.asker, u64::from(turns_page)),
            false => 0,
        };
        if !self.door.answer(to, answer).await {
            return;
        }
        let Some((picture, embed)) = picture else {
            return;
        };
        let Some(drawn) = self.drawn(to.server, picture).await else {
            return;
        };
        if self.turns.count(to.asker, 0) == turn {
            self.door.illustrate_answer(to, embed, &drawn).await;
        }
    }

    /// The picture, where it is wanted and soon ready.
    async fn drawn(&self, server: Option<Server>, picture: Picture) -> Option<Drawn> {
        if let Some(server) = server {
            match self.rooms.store().settings(server).await {
                Ok(settings) if settings.pictures => {}
                Ok(_) => return None,
                Err(fault) => {
                    tracing::debug!(%fault, "It is not known whether pictures are wanted");
                    return None;
                }
            }
        }
        self.pictures.ready_within(SOON, picture).await
    }

    /// Lets a picture follow a message that stands in a channel, unless requests are scarce.
    pub(super) async fn illustrate(&self, stands: Stands, picture: Picture) {
        let Some(drawn) = self.drawn(Some(stands.server), picture).await else {
            return;
        };
        let posted =
            self.door
                .illustrate_message(stands.channel, stands.message, stands.embed, &drawn);
        match posted.await {
            Ok(()) | Err(PostError::LeftOut | PostError::Deleted) => {}
            Err(fault) => tracing::debug!(%fault, "A picture could not be added to a message"),
        }
    }
}

/// A message in a channel that a picture may follow.
#[derive(Debug, Clone)]
pub(super) struct Stands {
    pub(super) server: Server,
    pub(super) channel: crate::store::Channel,
    pub(super) message: u64,
    /// Its embed, which the picture becomes a part of.
    pub(super) embed: CreateEmbed,
}

/// Lets pictures follow the podiums of quizzes, one after the other.
pub(super) async fn podiums(bot: Arc<Bot>, mut standing: mpsc::Receiver<PodiumStands>) {
    while let Some(podium) = standing.recv().await {
        let players: Vec<Player> = podium.best.iter().map(|row| row.player).collect();
        let names = bot.names(podium.stands.server, &players).await;
        let named = |player: Player| {
            let name = names.get(&player)?.text.clone()?;
            Some(Person { name, id: player.0 })
        };
        let steps = podium.best.iter().map(|row| {
            Some(Step {
                rank: row.rank as u64,
                person: named(row.player)?,
                points: row.points.into(),
                note: format!("{} right", row.right),
            })
        });
        // A picture of nameless people tells nobody anything.
        let Some(steps) = steps.collect::<Option<Vec<Step>>>() else {
            continue;
        };
        let picture = Picture::Podium(Podium {
            title: "The quiz is over".to_owned(),
            about: podium.about,
            steps,
            n_players: podium.n_players,
        });
        bot.illustrate(podium.stands, picture).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_was_turned_is_known() {
        let turns = Turns::default();
        let (ann, ben) = (7, 8);
        let first = turns.count(ann, 0);
        assert_eq!(turns.count(ann, 0), first);
        turns.count(ben, 1);
        assert_eq!(turns.count(ann, 0), first, "others turn their own");
        turns.count(ann, 1);
        assert_ne!(turns.count(ann, 0), first);
    }
}
