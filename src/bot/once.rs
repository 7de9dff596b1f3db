//! Each interaction once: after a resume from the start Discord's old events come again.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

/// How many ids are remembered. An interaction that is older than fifteen minutes cannot be answered anyway.
const REMEMBERED: usize = 8_192;

/// The interactions that were seen lately.
#[derive(Debug, Default)]
pub(super) struct Once {
    // A plain mutex: nothing waits while holding it.
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    ids: HashSet<u64>,
    order: VecDeque<u64>,
}

impl Once {
    /// Whether `id` comes for the first time.
    pub(super) fn first(&self, id: u64) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if !seen.ids.insert(id) {
            return false;
        }
        seen.order.push_back(id);
        if seen.order.len() > REMEMBERED
            && let Some(oldest) = seen.order.pop_front()
        {
            seen.ids.remove(&oldest);
        }
        true
    }

    /// `id` comes for the first time again.
    pub(super) fn forget(&self, id: u64) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.ids.remove(&id);
        seen.order.retain(|other| *other != id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interaction_comes_once_and_memory_is_bounded() {
        let once = Once::default();
        assert!(once.first(1));
        assert!(!once.first(1));
        for id in 2..=REMEMBERED as u64 + 1 {
            assert!(once.first(id));
        }
        assert!(once.first(1), "the oldest is forgotten");
        once.forget(2);
        assert!(once.first(2));
        let seen = once.seen.into_inner().unwrap();
        assert_eq!((seen.ids.len(), seen.order.len()), (REMEMBERED, REMEMBERED));
    }
}
