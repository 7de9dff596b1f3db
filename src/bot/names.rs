//! Who is called what. Display names come with what people do, or are asked for; they are kept in memory for a while and never stored.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::future::join_all;
use lru::LruCache;
use serenity::all::{Interaction, Member, User};

use super::Bot;
use super::rooms::PostError;
use crate::quiz::{Player, Server};

/// So many names are remembered, the latest used.
const MOST: NonZeroUsize = NonZeroUsize::new(20_000).expect("it is not zero");
/// For how long; who has left is asked for again sooner.
const FRESH: Duration = Duration::from_secs(60 * 60);
const FRESH_IF_LEFT: Duration = Duration::from_secs(10 * 60);
/// An answer waits no longer for names that it lacks.
const DEADLINE: Duration = Duration::from_millis(700);

/// What somebody is called in a server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// As others see it; `None` where Discord could not be asked, or knows nobody of that number.
    pub(super) text: Option<String>,
    /// They are no longer in the server.
    pub(super) left: bool,
}

/// The names of the people on one message.
pub(super) type Known = HashMap<Player, Name>;

/// Names that are remembered.
pub(super) struct Names {
    known: Mutex<LruCache<(Server, Player), (Name, Duration)>>,
}

impl std::fmt::Debug for Names {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Names do not belong in logs.
        out.debug_struct("Names").finish_non_exhaustive()
    }
}

impl Default for Names {
    fn default() -> Self {
        Self {
            known: Mutex::new(LruCache::new(MOST)),
        }
    }
}

impl Names {
    /// Learns what an interaction says of people.
    pub(super) fn hear(&self, interaction: &Interaction, now: Duration) {
        let (server, member, people) = match interaction {
            Interaction::Command(interaction) => {
                let resolved = &interaction.data.resolved;
                let named = resolved.members.iter().filter_map(|(id, member)| {
                    let user = resolved.users.get(id)?;
                    Some((user, member.nick.as_deref()))
                });
                (
                    interaction.guild_id,
                    interaction.member.as_deref(),
                    named.collect(),
                )
            }
            Interaction::Component(interaction) => (
                interaction.guild_id,
                interaction.member.as_ref(),
                Vec::new(),
            ),
            Interaction::Modal(interaction) => (
                interaction.guild_id,
                interaction.member.as_ref(),
                Vec::new(),
            ),
            _ => return,
        };
        let Some(server) = server.map(|server| Server(server.get())) else {
            return;
        };
        if let Some(member) = member {
            self.learn(server, of_member(member), now);
        }
        for (user, nick) in people {
            self.learn(server, of_user(user, nick), now);
        }
    }

    fn learn(&self, server: Server, (player, text): (Player, String), now: Duration) {
        let name = Name {
            text: Some(text),
            left: false,
        };
        self.lock().put((server, player), (name, now));
    }

    fn recall(&self, server: Server, player: Player, now: Duration) -> Option<Name> {
        let (name, since) = self.lock().get(&(server, player)).cloned()?;
        let fresh = match name.left {
            true => FRESH_IF_LEFT,
            false => FRESH,
        };
        (now.saturating_sub(since) < fresh).then_some(name)
    }

    fn lock(&self) -> MutexGuard<'_, LruCache<(Server, Player), (Name, Duration)>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn of_member(member: &Member) -> (Player, String) {
    of_user(&member.user, member.nick.as_deref())
}

fn of_user(user: &User, nick: Option<&str>) -> (Player, String) {
    let name = nick.unwrap_or_else(|| user.display_name());
    (Player(user.id.get()), name.to_owned())
}

impl Bot {
    /// What people of a server are called. Who is not remembered is asked for, all at the same time, and not for long.
    pub(super) async fn names(&self, server: Server, players: &[Player]) -> Known {
        let now = self.rooms.now();
        let (mut known, mut missing) = (Known::new(), Vec::new());
        for player in players {
            match self.names.recall(server, *player, now) {
                Some(name) => {
                    known.insert(*player, name);
                }
                None => missing.push(*player),
            }
        }
        let asked = missing.into_iter().map(|player| async move {
            let name = tokio::time::timeout(DEADLINE, self.ask_name(server, player)).await;
            (player, name.ok().flatten())
        });
        for (player, name) in join_all(asked).await {
            if let Some(name) = &name {
                let remembered = (name.clone(), now);
                self.names.lock().put((server, player), remembered);
            }
            known.insert(player, name.unwrap_or_default());
        }
        known
    }

    /// Asks Discord; `None` where it could not be asked.
    async fn ask_name(&self, server: Server, player: Player) -> Option<Name> {
        match self.door.member_name(server, player).await {
            Ok(text) => Some(Name {
                text: Some(text),
                left: false,
            }),
            Err(PostError::Deleted) => Some(Name {
                text: self.door.user_name(player).await.ok(),
                left: true,
            }),
            Err(fault) => {
                tracing::debug!(%fault, "A name could not be asked for");
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_remembered_for_its_server_and_for_a_while() {
        let names = Names::default();
        let (here, ann) = (Server(1), Player(7));
        let at = Duration::from_secs(100);
        names.learn(here, (ann, "Ann".to_owned()), at);
        let name = names.recall(here, ann, at).unwrap();
        assert_eq!((name.text.as_deref(), name.left), (Some("Ann"), false));
        assert_eq!(names.recall(Server(2), ann, at), None);
        assert_eq!(names.recall(here, ann, at + FRESH), None);

        let gone = Name {
            text: None,
            left: true,
        };
        names.lock().put((here, ann), (gone.clone(), at));
        assert_eq!(names.recall(here, ann, at), Some(gone));
        assert_eq!(names.recall(here, ann, at + FRESH_IF_LEFT), None);
    }

    #[test]
    fn the_oldest_name_gives_way() {
        let names = Names::default();
        for player in 0..=MOST.get() as u64 {
            names.learn(Server(1), (Player(player), "A".to_owned()), Duration::ZERO);
        }
        assert_eq!(names.recall(Server(1), Player(0), Duration::ZERO), None);
        assert!(names.recall(Server(1), Player(1), Duration::ZERO).is_some());
        assert_eq!(names.lock().len(), MOST.get());
    }
}
