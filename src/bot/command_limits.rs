//! How many commands one person and one server may give: who clicks fast is never held up, a script is.
//!
//! Only commands are counted. Presses of a quiz and suggestions while somebody types have guards of their own.

use std::num::{NonZeroU32, NonZeroUsize};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use governor::clock::{self, DefaultClock};
use governor::middleware::NoOpMiddleware;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};
use lru::LruCache;

use super::errors::UserError;
use crate::config;

/// So many are remembered, the latest used; who is forgotten begins anew.
const PEOPLE: NonZeroUsize = NonZeroUsize::new(20_000).expect("it is not zero");
const SERVERS: NonZeroUsize = NonZeroUsize::new(5_000).expect("it is not zero");

/// A clock that all limits read.
pub(super) trait Clock: clock::Clock + Clone {}
impl<C: clock::Clock + Clone> Clock for C {}

/// The limits, and who has used how much of them.
#[derive(Debug)]
pub(super) struct CommandLimits<C: Clock = DefaultClock> {
    people: Limit<C>,
    servers: Limit<C>,
}

impl CommandLimits {
    pub(super) fn new(commands: &config::Commands) -> Self {
        Self::by(commands, &DefaultClock::default())
    }
}

impl<C: Clock> CommandLimits<C> {
    fn by(commands: &config::Commands, clock: &C) -> Self {
        Self {
            people: Limit::new(commands.per_person, PEOPLE, clock),
            servers: Limit::new(commands.per_server, SERVERS, clock),
        }
    }

    /// Counts a command, or says when the next one may come.
    pub(super) fn pass(&self, person: u64, server: Option<u64>) -> Result<(), UserError> {
        let seconds = |wait: Duration| wait.as_secs_f64().ceil().max(1.0) as u64;
        self.people
            .pass(person)
            .map_err(|wait| UserError::ManyCommands(seconds(wait)))?;
        match server.map(|server| self.servers.pass(server)) {
            Some(Err(wait)) => Err(UserError::ManyCommandsHere(seconds(wait))),
            Some(Ok(())) | None => Ok(()),
        }
    }
}

type Limiter<C> =
    RateLimiter<NotKeyed, InMemoryState, C, NoOpMiddleware<<C as clock::Clock>::Instant>>;

/// One limit, for many people or servers. Each has a minute's worth at once and gets it back over a minute.
struct Limit<C: Clock> {
    /// None where there is no limit.
    quota: Option<Quota>,
    clock: C,
    // A plain lock: nothing waits while holding it.
    used: Mutex<LruCache<u64, Limiter<C>>>,
}

impl<C: Clock> std::fmt::Debug for Limit<C> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Limit")
            .field("quota", &self.quota)
            .finish_non_exhaustive()
    }
}

impl<C: Clock> Limit<C> {
    fn new(per_minute: u32, most: NonZeroUsize, clock: &C) -> Self {
        Self {
            quota: NonZeroU32::new(per_minute).map(Quota::per_minute),
            clock: clock.clone(),
            used: Mutex::new(LruCache::new(most)),
        }
    }

    /// `Err` with how long to wait.
    fn pass(&self, id: u64) -> Result<(), Duration> {
        let Some(quota) = self.quota else {
            return Ok(());
        };
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let limiter = || RateLimiter::direct_with_clock(quota, self.clock.clone());
        let checked = used.get_or_insert(id, limiter).check();
        drop(used);
        checked.map_err(|refused| refused.wait_time_from(self.clock.now()))
    }
}

#[cfg(test)]
mod tests {
    use governor::clock::FakeRelativeClock;

    use super::*;

    fn limits(
        per_person: u32,
        per_server: u32,
    ) -> (CommandLimits<FakeRelativeClock>, FakeRelativeClock) {
        let clock = FakeRelativeClock::default();
        let commands = config::Commands {
            per_person,
            per_server,
        };
        (CommandLimits::by(&commands, &clock), clock)
    }

    #[test]
    fn who_clicks_fast_is_not_held_up_and_a_script_is_told_how_long() {
        let (limits, clock) = limits(30, 0);
        for _ in 0..30 {
            assert!(limits.pass(7, Some(1)).is_ok());
        }
        let refused = limits.pass(7, Some(1)).unwrap_err().to_string();
        assert!(refused.contains("in 2 s"), "{refused}");
        assert!(
            limits.pass(7, None).is_err(),
            "direct messages are no way around"
        );
        assert!(limits.pass(8, Some(1)).is_ok(), "others are not held up");
        clock.advance(Duration::from_secs(2));
        assert!(limits.pass(7, Some(1)).is_ok());
        assert!(limits.pass(7, Some(1)).is_err());
        // A command each two seconds goes on for ever.
        for _ in 0..100 {
            clock.advance(Duration::from_secs(2));
            assert!(limits.pass(7, Some(1)).is_ok());
        }
    }

    #[test]
    fn a_server_has_a_limit_of_its_own_and_who_is_refused_does_not_use_it_up() {
        let (limits, _) = limits(2, 5);
        for _ in 0..9 {
            limits.pass(7, Some(1)).ok();
        }
        for person in 8..11 {
            assert!(limits.pass(person, Some(1)).is_ok());
        }
        let refused = limits.pass(11, Some(1)).unwrap_err().to_string();
        assert!(refused.contains("in this server"), "{refused}");
        assert!(limits.pass(11, Some(2)).is_ok());
    }

    #[test]
    fn without_limits_nothing_is_counted_and_memory_is_bounded_with_them() {
        let (limits, _) = limits(0, 1);
        for server in 0..10_000 {
            assert!(limits.pass(7, Some(server)).is_ok());
        }
        assert_eq!(limits.people.used.lock().unwrap().len(), 0);
        assert_eq!(limits.servers.used.lock().unwrap().len(), SERVERS.get());
    }
}
