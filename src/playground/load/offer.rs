//! The schedule, on a thread of its own: each interaction is sent when it is due, whatever became of those before.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use tokio::time::Instant;

use super::What;
use super::ledger::Offered;
use super::ready::Stock;
use crate::playground::shared::Shared;
use crate::playground::state::interaction::token;

/// The same for every load, so that every bot is asked the same.
const SEED: u64 = 7;

/// What is offered, how often, and from when to when.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) kinds: Vec<Kind>,
    pub(super) begins: Instant,
    /// From here on it counts.
    pub(super) counts: Instant,
    pub(super) ends: Instant,
    /// Set by who does not want it any more.
    pub(super) is_over: Arc<AtomicBool>,
}

/// One kind, and when it is next due.
#[derive(Debug)]
pub(super) struct Kind {
    pub(super) what: What,
    pub(super) stock: Stock,
    /// How often a second.
    pub(super) rate: f64,
    pub(super) n_sent: u32,
}

impl Kind {
    /// Evenly through each second; half a step from the start, so that two kinds of one rate take turns with a third.
    fn due(&self, begins: Instant) -> Instant {
        begins + Duration::from_secs_f64((f64::from(self.n_sent) + 0.5) / self.rate)
    }
}

/// Sends all that the plan says. Blocks until it is done.
pub(super) fn offer(shared: &Shared, mut plan: Plan) {
    let mut rng = StdRng::seed_from_u64(SEED);
    let begins = plan.begins;
    while let Some(kind) = plan.kinds.iter_mut().min_by_key(|kind| kind.due(begins)) {
        let due = kind.due(begins);
        if due >= plan.ends || plan.is_over.load(Ordering::Relaxed) {
            return;
        }
        let wait = due.saturating_duration_since(Instant::now());
        if !wait.is_zero() {
            std::thread::sleep(wait);
        }
        kind.n_sent += 1;
        send(shared, kind, due, due >= plan.counts, &mut rng);
    }
}

fn send(shared: &Shared, kind: &Kind, due: Instant, counts: bool, rng: &mut StdRng) {
    let (Some(frame), Some(value)) = (kind.stock.frames.choose(rng), kind.stock.values.choose(rng))
    else {
        return;
    };
    let id = shared.quietly(|core| core.world.snowflakes.next(Shared::now()));
    let token = token(id, rng.random());
    let data = frame.fill(id, &token, value);
    let offered = Offered {
        what: kind.what,
        token,
        intended: due,
        counts,
    };
    shared.ledger().offered(id, offered);
    // A bot that has just gone does not answer, which is what is counted.
    shared.quietly(|core| core.sessions.offer(frame.guild, id, &data));
}
