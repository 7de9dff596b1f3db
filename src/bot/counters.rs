//! What happened since the start, in numbers.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use super::metrics::Metrics;

/// Counts of what the bot did. Cheap to bump from anywhere.
#[derive(Debug, Default)]
pub struct Counters {
    /// Answers that Discord took.
    pub answered: Count,
    /// Answers that came too late or to an interaction that Discord no longer knows (10062).
    pub too_late: Count,
    /// Answers to an interaction that was answered already (40060).
    pub answered_twice: Count,
    /// Answers that Discord or the way to it refused for another reason.
    pub undelivered: Count,
    /// Requests that Discord asked to be repeated later (429).
    pub rate_limited: Count,
    /// Requests that were made to channels: messages of games, their changes, looks for what is posted already.
    pub requests: Count,
    /// Interactions that came again and were left alone.
    pub repeated: Count,
    /// Commands that were refused because there were many.
    pub held_up: Count,
    /// Faults that a person was shown with a reference.
    pub faults: Count,
    /// Answers that had to be clipped to Discord's limits.
    pub clipped: Count,
    /// Pictures that followed their words.
    pub pictures: Count,
    unknown_events: Mutex<BTreeMap<String, u64>>,
    /// What monitoring reads besides.
    pub(super) metrics: Metrics,
}

/// One number that only grows.
#[derive(Debug, Default)]
pub struct Count(AtomicU64);

impl Count {
    /// One more.
    pub fn bump(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// So far.
    #[must_use]
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Counters {
    /// Counts an event of `kind` that could not be read, and says how many there were of it.
    pub(super) fn unknown_event(&self, kind: &str) -> u64 {
        let mut kinds = self
            .unknown_events
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let count = kinds.entry(kind.to_owned()).or_default();
        *count += 1;
        let so_far = *count;
        drop(kinds);
        so_far
    }

    /// Events that could not be read, by kind.
    #[must_use]
    pub fn unknown_events(&self) -> BTreeMap<String, u64> {
        self.unknown_events
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}
