//! How often sessions of the Gateway are started: so many at once, and so many a day.
//!
//! <https://discord.com/developers/docs/events/gateway#session-start-limit-object>

use std::collections::{HashMap, VecDeque};

use jiff::{SignedDuration, Timestamp};

use super::RateLimits;

/// Between two starts with the same remainder of the shard number.
const APART: SignedDuration = SignedDuration::from_secs(5);
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Why a session is not started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoStart {
    /// Another one has just been started: the session is invalid, try again.
    TooSoon,
    /// Too many in a day: every session ends, and the token is void from now on.
    TooMany,
}

/// Sessions that were started.
#[derive(Debug, Default)]
pub(crate) struct Starts {
    wanted: Option<RateLimits>,
    last: HashMap<u64, Timestamp>,
    today: VecDeque<Timestamp>,
    void: bool,
}

impl Starts {
    /// None yet; without limits they are counted all the same.
    pub(crate) fn new(wanted: Option<RateLimits>) -> Self {
        Self {
            wanted,
            ..Self::default()
        }
    }

    /// A session is to be started for a shard.
    pub(crate) fn begin(&mut self, shard: u64, now: Timestamp) -> Result<(), NoStart> {
        self.forget(now);
        if let Some(wanted) = self.wanted {
            if self.void || self.today.len() >= wanted.session_starts as usize {
                self.void = true;
                return Err(NoStart::TooMany);
            }
            let key = shard % u64::from(wanted.max_concurrency.max(1));
            let last = self.last.get(&key).copied();
            if last.is_some_and(|last| now < last + APART) {
                return Err(NoStart::TooSoon);
            }
            self.last.insert(key, now);
        }
        self.today.push_back(now);
        Ok(())
    }

    /// Has the token been made void?
    pub(crate) const fn is_void(&self) -> bool {
        self.void
    }

    /// What `GET /gateway/bot` says: how many in all, how many are left, milliseconds until there are more, and how
    /// many at once.
    pub(crate) fn said(&mut self, now: Timestamp) -> (u64, u64, i64, u32) {
        self.forget(now);
        let wanted = self.wanted.unwrap_or(RateLimits::DISCORD);
        let total = u64::from(wanted.session_starts);
        let remaining = total.saturating_sub(self.today.len() as u64);
        let first = self.today.front().copied().unwrap_or(now);
        let reset = (first + DAY).duration_since(now).as_millis();
        (
            total,
            remaining,
            i64::try_from(reset).unwrap_or(0),
            wanted.max_concurrency,
        )
    }

    fn forget(&mut self, now: Timestamp) {
        while self.today.front().is_some_and(|first| *first + DAY <= now) {
            self.today.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + seconds).unwrap()
    }

    fn starts(session_starts: u32, max_concurrency: u32) -> Starts {
        Starts::new(Some(RateLimits {
            session_starts,
            max_concurrency,
            ..RateLimits::DISCORD
        }))
    }

    #[test]
    fn one_session_is_started_in_five_seconds_for_each_remainder() {
        let mut starts = starts(1000, 2);
        assert_eq!(starts.begin(0, at(0)), Ok(()));
        assert_eq!(starts.begin(1, at(0)), Ok(()));
        assert_eq!(starts.begin(2, at(4)), Err(NoStart::TooSoon));
        assert_eq!(starts.begin(2, at(5)), Ok(()));
        assert_eq!(starts.said(at(5)), (1000, 997, 86_395_000, 2));
    }

    #[test]
    fn after_too_many_in_a_day_the_token_is_void() {
        let mut starts = starts(2, 1);
        assert_eq!(starts.begin(0, at(0)), Ok(()));
        assert_eq!(starts.begin(0, at(10)), Ok(()));
        assert_eq!(starts.said(at(20)).1, 0);
        assert!(!starts.is_void());
        assert_eq!(starts.begin(0, at(20)), Err(NoStart::TooMany));
        assert!(starts.is_void());
        assert_eq!(starts.begin(0, at(90_000)), Err(NoStart::TooMany));
    }

    #[test]
    fn a_day_later_there_are_more() {
        let mut starts = starts(2, 1);
        starts.begin(0, at(0)).unwrap();
        starts.begin(0, at(10)).unwrap();
        assert_eq!(starts.begin(0, at(86_400)), Ok(()));
    }

    #[test]
    fn without_limits_sessions_are_only_counted() {
        let mut starts = Starts::new(None);
        for _ in 0..3 {
            assert_eq!(starts.begin(0, at(0)), Ok(()));
        }
        assert_eq!(starts.said(at(0)).1, 997);
    }
}
