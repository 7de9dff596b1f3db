//! One running game: its state behind a plain lock, its messages, and writing both down in order.

mod saving;

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use super::clock::Clock;
use super::post::{Line, Urgency};
use super::wanted::Wanted;
use crate::bot::draw::quiz::Sign;
use crate::quiz::game::{Event, Game};
use crate::quiz::{Player, Server};
use crate::store::{Channel, Lease};

/// At most one edit that says how many have answered in this time.
const BETWEEN_EDITS: Duration = Duration::from_secs(2);

/// What is written beside the game, so that another process finds its messages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Marks {
    /// What was asked for, to play it again.
    pub(super) wanted: Wanted,
    /// The lobby's message.
    pub(super) lobby: Option<u64>,
    /// The newest question's index and message.
    pub(super) question: Option<(usize, u64)>,
    /// The newest reveal's index and message.
    pub(super) reveal: Option<(usize, u64)>,
}

impl Marks {
    /// The newest message of the game: what comes next is after it.
    pub(super) fn newest(&self) -> u64 {
        let question = self.question.map(|(_, message)| message);
        let reveal = self.reveal.map(|(_, message)| message);
        [self.lobby, question, reveal]
            .into_iter()
            .flatten()
            .max()
            .unwrap_or(0)
    }
}

/// What the game's task does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The database cannot be written: nothing goes on before it can.
    Stalled,
    /// Something has happened.
    Show(Event),
    /// The newest message says something that is no longer so.
    Refresh(Urgency),
    /// Nothing until then, or until woken.
    Wait(Option<Duration>),
}

/// One running game.
#[derive(Debug)]
pub(in crate::bot) struct Room {
    pub(super) server: Server,
    pub(super) channel: Channel,
    pub(super) lease: Lease,
    // A plain mutex: nobody waits for Discord or the database while holding it.
    state: Mutex<State>,
    /// The version that was written last. Held while writing, so that an older one never comes after a newer.
    written: tokio::sync::Mutex<u64>,
    woken: Notify,
}

/// What changes while a game runs.
#[derive(Debug)]
pub(super) struct State {
    pub(super) game: Game,
    pub(super) marks: Marks,
    /// What has happened and is not shown yet.
    due: VecDeque<Event>,
    /// Grows with every change.
    version: u64,
    /// The newest message is to be made anew, but not before this.
    refresh: Option<(Duration, Urgency)>,
    last_edit: Duration,
    /// Ways to those who typed an answer to the open question. A restart forgets them.
    pub(super) lines: HashMap<Player, Line>,
    /// The database cannot be written.
    stall: Option<Stall>,
}

/// What stands still while the database cannot be written.
#[derive(Debug, Clone, Copy)]
struct Stall {
    /// The clocks were stopped for it; not where they stood already.
    paused: bool,
}

impl Room {
    pub(super) fn new(
        server: Server,
        channel: Channel,
        lease: Lease,
        game: Game,
        marks: Marks,
        due: Option<Event>,
    ) -> Self {
        Self {
            server,
            channel,
            lease,
            state: Mutex::new(State {
                game,
                marks,
                due: due.into_iter().collect(),
                version: 1,
                refresh: None,
                last_edit: Duration::ZERO,
                lines: HashMap::new(),
                stall: None,
            }),
            written: tokio::sync::Mutex::new(0),
            woken: Notify::new(),
        }
    }

    /// Looks at the state.
    pub(super) fn look<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.lock())
    }

    /// Changes the state. What has happened by that is shown by the game's task, after it is written down.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.lock();
        state.version += 1;
        let changed = change(&mut state);
        drop(state);
        self.woken.notify_one();
        changed
    }

    /// What to do next. Time passes here.
    pub(super) fn step(&self, now: Duration) -> Step {
        self.lock().step(now)
    }

    /// Waits until `at`, or until something has changed.
    pub(super) async fn wait(&self, clock: &Clock, at: Option<Duration>) {
        match at {
            None => self.woken.notified().await,
            Some(at) => tokio::select! {
                () = self.woken.notified() => {}
                () = clock.sleep_until(at) => {}
            },
        }
    }

    /// The database cannot be written since `since`: all clocks stand still, and the game's task waits until it can.
    pub(super) fn stall(&self, since: Duration) {
        self.change(|state| {
            if state.stall.is_none() {
                let paused = state.game.pause(since).is_some();
                state.stall = Some(Stall { paused });
            }
        });
    }

    /// Whether the database cannot be written.
    pub(super) fn is_stalled(&self) -> bool {
        self.look(|state| state.stall.is_some())
    }

    /// The database can be written again: the clocks go on with the time that was left.
    pub(super) fn go_on(&self, now: Duration) {
        self.change(|state| {
            if let Some(stall) = state.stall.take()
                && stall.paused
            {
                // Nothing is to be shown but another time.
                state.game.resume(now);
                state.refresh_now();
            }
        });
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A task that panicked while holding it is ended by its supervisor; what it left is whole, as every change is one call.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn step(&mut self, now: Duration) -> Step {
        if self.stall.is_some() {
            return Step::Stalled;
        }
        if let Some(event) = self.due.pop_front() {
            return Step::Show(event);
        }
        if let Some(event) = self.game.tick(now) {
            self.version += 1;
            self.refresh = None;
            return Step::Show(event);
        }
        if let Some((at, urgency)) = self.refresh
            && at <= now
        {
            self.refresh = None;
            self.last_edit = now;
            return Step::Refresh(urgency);
        }
        let refresh = self.refresh.map(|(at, _)| at);
        let next = [self.game.next_deadline(), refresh];
        Step::Wait(next.into_iter().flatten().min())
    }

    /// What the game is called.
    pub(super) fn sign<'s>(&'s self, lease: &Lease) -> Sign<'s> {
        Sign {
            game: lease.game,
            topic: &self.marks.wanted.topic_name,
            wished: self.marks.wanted.questions,
        }
    }

    /// Something has happened that the task is to show.
    pub(super) fn happened(&mut self, event: Event) {
        self.due.push_back(event);
    }

    /// More have answered or joined: the newest message is made anew soon, not at once, and only if there is room.
    pub(super) fn refresh_soon(&mut self, now: Duration) {
        let at = now.max(self.last_edit + BETWEEN_EDITS);
        self.refresh = self.refresh.or(Some((at, Urgency::Progress)));
    }

    /// The newest message would mislead: it is made anew at once.
    pub(super) fn refresh_now(&mut self) {
        self.refresh = Some((Duration::ZERO, Urgency::Question));
    }
}
