//! One budget of requests for the whole process: what is urgent goes first, progress is left out when it is tight.
//!
//! Discord allows 50 requests a second; answers to interactions are not among them. Serenity holds the limits of single routes.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};

use crate::bot::rooms::Urgency;
use crate::config::Discord;

/// No more than this at once, so that nothing bunches up at the second's edge; a bot that may send more, as a playground's, in proportion.
const AT_ONCE: NonZeroU32 = NonZeroU32::new(20).expect("it is not zero");
/// How soon a request that had to wait looks again.
const AGAIN: Duration = Duration::from_millis(20);

/// The budget.
#[derive(Debug)]
pub(super) struct Budget {
    limiter: DefaultDirectRateLimiter,
    /// Who waits, by urgency.
    waiting: [AtomicUsize; 3],
}

impl Budget {
    pub(super) fn new(per_second: NonZeroU32) -> Self {
        let usual = Discord::REQUESTS_A_SECOND.get();
        let at_once = per_second.get() / usual * AT_ONCE.get();
        let at_once = NonZeroU32::new(at_once).unwrap_or(AT_ONCE);
        Self {
            limiter: RateLimiter::direct(Quota::per_second(per_second).allow_burst(at_once)),
            waiting: Default::default(),
        }
    }

    /// Waits for room. False where there is none and it matters too little to wait.
    pub(super) async fn room_for(&self, urgency: Urgency) -> bool {
        if urgency == Urgency::Progress {
            return !self.is_behind(urgency) && self.limiter.check().is_ok();
        }
        let waiting = Waiting::begin(&self.waiting[urgency as usize]);
        while self.is_behind(urgency) || self.limiter.check().is_err() {
            tokio::time::sleep(AGAIN).await;
        }
        drop(waiting);
        true
    }

    /// How many requests wait for room.
    pub(super) fn n_waiting(&self) -> usize {
        let waiting = self.waiting.iter();
        waiting.map(|count| count.load(Ordering::Relaxed)).sum()
    }

    /// Whether something more urgent waits.
    fn is_behind(&self, urgency: Urgency) -> bool {
        let more_urgent = &self.waiting[urgency as usize + 1..];
        more_urgent
            .iter()
            .any(|count| count.load(Ordering::Relaxed) > 0)
    }
}

/// Counted as waiting for as long as it lives.
struct Waiting<'w>(&'w AtomicUsize);

impl<'w> Waiting<'w> {
    fn begin(count: &'w AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[tokio::test]
    async fn what_is_urgent_goes_first_and_progress_is_left_out() {
        let budget = Arc::new(Budget::new(Discord::REQUESTS_A_SECOND));
        for _ in 0..AT_ONCE.get() {
            assert!(budget.room_for(Urgency::Question).await);
        }
        assert!(!budget.room_for(Urgency::Progress).await, "it is used up");
        let order = Arc::new(Mutex::new(Vec::new()));
        let mut tasks = Vec::new();
        for urgency in [Urgency::Question, Urgency::Close].repeat(6) {
            let (budget, order) = (Arc::clone(&budget), Arc::clone(&order));
            tasks.push(tokio::spawn(async move {
                budget.room_for(urgency).await;
                order.lock().unwrap().push(urgency);
            }));
        }
        for task in tasks {
            task.await.unwrap();
        }
        let order = order.lock().unwrap().clone();
        let last_close = order.iter().rposition(|urgency| *urgency == Urgency::Close);
        let first_question = order
            .iter()
            .position(|urgency| *urgency == Urgency::Question);
        // The first of all may have found room before anybody waited.
        assert!(
            last_close < first_question || first_question == Some(0),
            "{order:?}"
        );
        assert_eq!(budget.n_waiting(), 0);
    }
}
