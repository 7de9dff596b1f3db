//! What the lock guards, and the delivery of what happened to the bot and to those who look on.

use jiff::Timestamp;
use serde_json::json;

use super::watching::{Frame, Page};
use crate::playground::faults::{Dispatched, Faults};
use crate::playground::gateway::session::Sessions;
use crate::playground::limits::Limits;
use crate::playground::limits::starts::Starts;
use crate::playground::state::event::{Dispatch, Event};
use crate::playground::state::world::World;

/// How long an event that is to come after the next one waits for that.
const HELD: jiff::SignedDuration = jiff::SignedDuration::from_millis(300);

/// What the lock guards.
#[derive(Debug)]
pub(crate) struct Core {
    pub(crate) world: World,
    pub(crate) sessions: Sessions,
    pub(crate) faults: Faults,
    pub(crate) starts: Starts,
    pub(super) limits: Option<Limits>,
    /// Events that come after the next one, and when they come if there is none.
    pub(super) held: Vec<(Timestamp, Dispatch)>,
    pub(super) pages: Vec<Page>,
    pub(super) next_page: u64,
    pub(super) was_online: bool,
}

impl Core {
    /// When something falls due next.
    pub(super) fn next_deadline(&self) -> Option<Timestamp> {
        let held = self.held.iter().map(|(until, _)| *until).min();
        let deadlines = [self.world.next_deadline(), self.faults.next_due(), held];
        deadlines.into_iter().flatten().min()
    }

    /// Sends an event to the bot: once, twice, or after the next one.
    fn dispatch(&mut self, dispatch: Dispatch, now: Timestamp) {
        match self.faults.on_dispatch() {
            Dispatched::Later => return self.held.push((now + HELD, dispatch)),
            Dispatched::Twice => self.sessions.dispatch(&dispatch),
            Dispatched::Once => {}
        }
        self.sessions.dispatch(&dispatch);
        for (_, held) in std::mem::take(&mut self.held) {
            self.sessions.dispatch(&held);
        }
    }

    /// Sends the events for which no other has come.
    pub(super) fn release(&mut self, now: Timestamp) {
        let (due, held) = std::mem::take(&mut self.held)
            .into_iter()
            .partition(|(until, _)| *until <= now);
        self.held = held;
        for (_, dispatch) in due {
            self.sessions.dispatch(&dispatch);
        }
    }

    /// Sends out what has happened.
    pub(super) fn deliver(&mut self, now: Timestamp) {
        let online = self.sessions.is_online();
        if online != self.was_online {
            self.was_online = online;
            let everyone = crate::playground::state::event::Audience::Everyone;
            self.world
                .tell(everyone, "PRESENCE", json!({"bot_online": online}));
        }
        for event in std::mem::take(&mut self.world.events) {
            match event {
                Event::Bot(dispatch) => self.dispatch(dispatch, now),
                Event::People { to, name, data } => {
                    for page in self.pages.iter().filter(|page| to.contains(&page.person)) {
                        let frame = Frame {
                            name,
                            data: data.clone(),
                        };
                        // A window that has just closed needs no frames.
                        page.link.send(frame).ok();
                    }
                }
            }
        }
    }
}
