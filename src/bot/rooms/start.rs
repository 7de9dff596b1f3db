//! Beginning a game: what is checked first, and taking the place before anything is posted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serenity::all::Permissions;

use super::refusal::Refusal;
use super::room::{Marks, Room};
use super::wanted::Wanted;
use super::{Inner, Playing, Rooms};
use crate::quiz::game::Game;
use crate::quiz::question::Question;
use crate::quiz::{Player, Server};
use crate::store::{Channel, GameId, ServerSettings, StoreError};

/// Where somebody wants to play, and who.
#[derive(Debug, Clone)]
pub(in crate::bot) struct Place {
    pub(in crate::bot) server: Server,
    pub(in crate::bot) channel: Channel,
    /// It is a thread itself.
    pub(in crate::bot) is_thread: bool,
    /// The channel of a thread.
    pub(in crate::bot) parent: Option<Channel>,
    pub(in crate::bot) host: Player,
    pub(in crate::bot) roles: Vec<u64>,
    pub(in crate::bot) is_moderator: bool,
    /// What the bot may do there.
    pub(in crate::bot) bot_may: Permissions,
}

/// A game that has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::bot) struct Started {
    /// Where it is played: the channel, or the thread that was opened for it.
    pub(in crate::bot) channel: Channel,
    /// How many questions it has.
    pub(in crate::bot) n_questions: usize,
}

impl Place {
    /// Whether the settings of the server and the permissions of the bot let a game begin here.
    pub(in crate::bot) fn check(
        &self,
        settings: &ServerSettings,
        thread: bool,
    ) -> Result<(), Refusal> {
        let is_host = settings
            .host_role
            .is_none_or(|role| self.roles.contains(&role));
        if !is_host && !self.is_moderator {
            return Err(Refusal::HostRole);
        }
        let places = [Some(self.channel), self.parent];
        let mut places = places.into_iter().flatten();
        let allowed = &settings.channels;
        if !allowed.is_empty() && !places.any(|place| allowed.contains(&place.0)) {
            return Err(Refusal::OtherChannels);
        }
        if thread && self.is_thread {
            return Err(Refusal::NoThread);
        }
        let mut needs = Permissions::VIEW_CHANNEL
            | Permissions::EMBED_LINKS
            | Permissions::READ_MESSAGE_HISTORY;
        needs |= match self.is_thread || thread {
            true => Permissions::SEND_MESSAGES_IN_THREADS,
            false => Permissions::SEND_MESSAGES,
        };
        if thread {
            needs |= Permissions::CREATE_PUBLIC_THREADS;
        }
        Refusal::lacking(self.bot_may, needs).map_or(Ok(()), Err)
    }
}

impl Rooms {
    /// Whether a game could begin here just now.
    pub(in crate::bot) fn may_begin(&self, place: &Place) -> Result<(), Refusal> {
        self.inner.may_begin(place)
    }

    /// Begins a game. The place is taken at once, the game is written down, and then its task begins.
    ///
    /// # Errors
    /// A refusal inside, a fault of the database outside.
    pub(in crate::bot) async fn begin(
        &self,
        place: &Place,
        wanted: Wanted,
        questions: Vec<Question>,
    ) -> Result<Result<Started, Refusal>, StoreError> {
        let settings = wanted.settings(&self.inner.pace);
        let n_questions = questions.len();
        let now = self.inner.clock.now();
        let (game, event) = Game::new(settings, place.host, questions, now);
        let taken = match self.inner.take(place, now) {
            Ok(taken) => taken,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let marks = Marks {
            wanted,
            ..Marks::default()
        };
        let room = taken.write(place, game, marks, Some(event)).await?;
        self.inner.play(room, false);
        taken.kept();
        Ok(Ok(Started {
            channel: place.channel,
            n_questions,
        }))
    }

    /// Opens a thread for a game and gives its place.
    pub(in crate::bot) async fn thread(&self, place: &Place, name: &str) -> Result<Place, Refusal> {
        match self.inner.post.open_thread(place.channel, name).await {
            Ok(channel) => Ok(Place {
                channel,
                is_thread: true,
                ..place.clone()
            }),
            Err(fault) => {
                tracing::debug!(%fault, "A thread could not be opened");
                Err(Refusal::NoThread)
            }
        }
    }
}

/// A channel that is taken for a game until this is dropped, unless it is kept.
pub(super) struct Taken<'t> {
    inner: &'t Arc<Inner>,
    channel: Channel,
    is_kept: AtomicBool,
}

impl Taken<'_> {
    pub(super) fn kept(&self) {
        self.is_kept.store(true, Ordering::Relaxed);
    }

    /// Writes a new game down in the place that was taken.
    pub(super) async fn write(
        &self,
        place: &Place,
        game: Game,
        marks: Marks,
        due: Option<crate::quiz::game::Event>,
    ) -> Result<Arc<Room>, StoreError> {
        let (store, owner) = (&*self.inner.store, self.inner.owner.as_str());
        let now = self.inner.clock.now();
        let begin = || store.begin_game(place.server, place.channel, &game, owner, now);
        let lease = match begin().await {
            Err(StoreError::ChannelBusy(left)) => {
                // No room has it, so nobody runs it: it must not lock the channel.
                self.inner.end_left_over(left).await?;
                begin().await?
            }
            other => other?,
        };
        let room = Room::new(place.server, place.channel, lease, game, marks, due);
        room.save(store, now).await?;
        Ok(Arc::new(room))
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        if !self.is_kept.load(Ordering::Relaxed) {
            self.inner.places().by_channel.remove(&self.channel);
        }
    }
}

impl Inner {
    fn may_begin(&self, place: &Place) -> Result<(), Refusal> {
        let places = self.places();
        if places.closing {
            return Err(Refusal::Closing);
        }
        if places.by_channel.contains_key(&place.channel) {
            return Err(Refusal::ChannelBusy);
        }
        let here = places.by_channel.values();
        let n_here = here
            .filter(|playing| playing.server() == place.server)
            .count();
        if n_here >= self.pace.games_per_server.into() {
            return Err(Refusal::ServerBusy(self.pace.games_per_server));
        }
        let between = Duration::from_secs(self.pace.between_games.into());
        let next = places.begun.get(&place.host).map(|begun| *begun + between);
        drop(places);
        match next.and_then(|next| next.checked_sub(self.clock.now())) {
            Some(wait) if !wait.is_zero() => Err(Refusal::TooSoon(wait.as_secs() + 1)),
            _ => Ok(()),
        }
    }

    /// Takes a channel for a game that is about to begin.
    pub(super) fn take<'t>(
        self: &'t Arc<Self>,
        place: &Place,
        now: Duration,
    ) -> Result<Taken<'t>, Refusal> {
        self.may_begin(place)?;
        let mut places = self.places();
        // Between the two locks somebody else may have been quicker.
        if places.by_channel.contains_key(&place.channel) {
            return Err(Refusal::ChannelBusy);
        }
        places
            .by_channel
            .insert(place.channel, Playing::Soon(place.server));
        places.begun.insert(place.host, now);
        let between = Duration::from_secs(self.pace.between_games.into());
        places.begun.retain(|_, begun| *begun + between >= now);
        drop(places);
        Ok(Taken {
            inner: self,
            channel: place.channel,
            is_kept: AtomicBool::new(false),
        })
    }

    /// Ends a game that stands in the database as running and that nobody runs.
    pub(super) async fn end_left_over(&self, game: GameId) -> Result<(), StoreError> {
        let Some(mut left) = self.store.game(game).await? else {
            return Ok(());
        };
        let now = self.clock.now();
        let lease = self
            .store
            .take_over(game, left.epoch, &self.owner, now)
            .await?;
        // Over or not before: it is now.
        left.state.stop(crate::quiz::game::End::Lost);
        self.store.end_game(&lease, &left.state, now).await
    }
}
