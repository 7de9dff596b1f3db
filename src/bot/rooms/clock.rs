//! The time of day as Discord tells it: this machine's clock, mended by what the ids of messages say.
//!
//! Questions open at their message's id and presses count by their own, so deadlines must be counted on the same clock.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::Instant;

/// Milliseconds from the Unix epoch to Discord's.
const DISCORD_EPOCH: u64 = 1_420_070_400_000;

/// When the thing with this id came into being.
pub(in crate::bot) fn born(snowflake: u64) -> Duration {
    Duration::from_millis((snowflake >> 22) + DISCORD_EPOCH)
}

/// A clock that counts from the Unix epoch.
#[derive(Debug)]
pub(in crate::bot) struct Clock {
    hand: Hand,
    /// The time of day when it started. A plain mutex: nothing waits while holding it.
    epoch: Mutex<Duration>,
}

/// What moves a clock.
#[derive(Debug)]
enum Hand {
    /// Real time since this moment.
    Real(Instant),
    /// A time that a test makes.
    #[cfg(test)]
    Made(std::sync::Arc<super::tests::time::Made>),
}

impl Clock {
    /// A clock that begins at this machine's time of day.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the edge where the time of day comes in"
    )]
    pub(in crate::bot) fn start() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        Self {
            hand: Hand::Real(Instant::now()),
            epoch: Mutex::new(now.unwrap_or_default()),
        }
    }

    /// A clock whose time a test makes.
    #[cfg(test)]
    pub(super) fn made(time: std::sync::Arc<super::tests::time::Made>) -> Self {
        Self {
            hand: Hand::Made(time),
            epoch: Mutex::new(Duration::from_secs(1_790_000_000)),
        }
    }

    /// Now.
    pub(in crate::bot) fn now(&self) -> Duration {
        let elapsed = match &self.hand {
            Hand::Real(started) => started.elapsed(),
            #[cfg(test)]
            Hand::Made(time) => time.elapsed(),
        };
        self.epoch() + elapsed
    }

    /// Waits until `at`.
    pub(super) async fn sleep_until(&self, at: Duration) {
        let elapsed = at.saturating_sub(self.epoch());
        match &self.hand {
            Hand::Real(started) => tokio::time::sleep_until(*started + elapsed).await,
            #[cfg(test)]
            Hand::Made(time) => time.sleep_until(elapsed).await,
        }
    }

    /// A message with this id came into being after `sent` and before now; a clock that says otherwise is set right.
    pub(in crate::bot) fn saw(&self, snowflake: u64, sent: Duration) {
        let (born, now) = (born(snowflake), self.now());
        let mut epoch = self.epoch.lock().unwrap_or_else(PoisonError::into_inner);
        if born < sent {
            *epoch = epoch.saturating_sub(sent - born);
        } else if born > now {
            *epoch += born - now;
        }
    }

    fn epoch(&self) -> Duration {
        *self.epoch.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::tests::time::Made;
    use super::*;

    fn snowflake(at: Duration) -> u64 {
        (at.as_millis() as u64 - DISCORD_EPOCH) << 22
    }

    #[test]
    fn a_clock_that_is_wrong_is_set_by_what_discord_says() {
        let time = Arc::new(Made::default());
        let clock = Clock::made(Arc::clone(&time));
        let begun = clock.now();
        time.moves(Duration::from_millis(100));
        clock.saw(snowflake(begun + Duration::from_millis(50)), begun);
        let elapsed = clock.now() - begun;
        assert_eq!(elapsed, Duration::from_millis(100), "it was right");

        let ahead = clock.now() + Duration::from_secs(7);
        clock.saw(snowflake(ahead), clock.now());
        assert_eq!(clock.now(), ahead);

        let behind = clock.now() - Duration::from_secs(30);
        clock.saw(snowflake(behind), clock.now());
        assert_eq!(clock.now(), behind);
    }

    #[test]
    fn an_id_says_when_it_was_made() {
        // The example of Discord's documentation.
        assert_eq!(
            born(175_928_847_299_117_063),
            Duration::from_millis(1_462_015_105_796)
        );
    }
}
