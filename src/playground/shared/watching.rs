//! Who looks on as a person: a window of the page, or a test.

use serde_json::Value;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::Shared;
use super::core::Core;
use crate::playground::state::ids::UserId;

/// Someone who looks on as a person: a window of the page, or a test.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) number: u64,
    pub(super) person: UserId,
    pub(super) link: UnboundedSender<Frame>,
}

/// A frame for a page: `t` and `d`.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    pub(crate) name: &'static str,
    pub(crate) data: Value,
}

/// The receiving end of a page; dropping it ends the watching.
#[derive(Debug)]
pub(crate) struct Watching {
    shared: Shared,
    number: u64,
    pub(crate) frames: UnboundedReceiver<Frame>,
}

impl Shared {
    /// Looks on as `person` from now on.
    pub(crate) fn watch(&self, person: UserId) -> Watching {
        let (link, frames) = unbounded_channel();
        let mut core = self.lock();
        core.next_page += 1;
        let number = core.next_page;
        core.pages.push(Page {
            number,
            person,
            link,
        });
        core.count_onlookers();
        drop(core);
        Watching {
            shared: self.clone(),
            number,
            frames,
        }
    }
}

impl Core {
    /// Lets the world know who looks on.
    fn count_onlookers(&mut self) {
        let mut people: Vec<UserId> = self.pages.iter().map(|page| page.person).collect();
        people.sort_unstable();
        people.dedup();
        self.world.onlookers = Some(people);
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let number = self.number;
        let mut core = self.shared.lock();
        core.pages.retain(|page| page.number != number);
        core.count_onlookers();
    }
}
