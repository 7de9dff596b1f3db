//! Whether the bot still hears Discord, judged from outside its runtime, which may be what stands still.
//!
//! Serenity does not notice every connection that is gone, and goes round on it without a rest. What the bot does and hears leaves
//! signs of life here; a plain thread looks at them. What is to be done then is up to who asked for the watch.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serenity::all::{ShardId, ShardManager};
use tokio::time::Instant;

/// The runtime may stand still for so long.
const STILL: Duration = Duration::from_secs(15);
/// A shard may hear nothing for so long; Discord answers a heartbeat every 41 seconds.
const SILENT: Duration = Duration::from_secs(45);
/// An orderly end takes less.
const ENDING: Duration = Duration::from_secs(12);
/// Between two looks.
const LOOK: Duration = Duration::from_secs(1);
/// Who looks later than this has been standing still together with everything else.
const LATE: Duration = Duration::from_secs(5);
/// Serenity begins a session every five seconds.
const BETWEEN_SHARDS: Duration = Duration::from_secs(5);

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alarm {
    /// The bot's runtime does nothing any more.
    Still(Duration),
    /// A shard hears nothing any more.
    Silent(u32, Duration),
    /// Discord has ended the session of a shard, and serenity goes on with it.
    Unheard,
    /// The bot was to end and has not; why it was to end, if not because it was told to.
    Unending(Option<String>),
}

impl fmt::Display for Alarm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Still(time) => write!(out, "the bot has stood still for {} s", time.as_secs()),
            Self::Silent(shard, time) => write!(
                out,
                "connection {shard} has heard nothing from Discord for {} s",
                time.as_secs()
            ),
            Self::Unheard => write!(out, "Discord has ended a session (4003)"),
            Self::Unending(Some(why)) => write!(out, "{why}"),
            Self::Unending(None) => write!(out, "The bot did not end when it was told to."),
        }
    }
}

/// The signs of life. All times count from its making.
#[derive(Debug)]
pub struct Pulse {
    made: Instant,
    // A plain mutex: nothing waits while holding it.
    signs: Mutex<Signs>,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Signs {
    /// When the runtime last did something.
    beat: Duration,
    /// When each shard last heard something, or is to have heard something.
    shards: BTreeMap<u32, Duration>,
    /// Until then shards are kept from connecting.
    excused: Duration,
    /// Discord has ended a session.
    unheard: bool,
    /// Since when it is ending, and why.
    ending: Option<(Duration, Option<String>)>,
}

impl Pulse {
    pub(super) fn new() -> Self {
        Self {
            made: Instant::now(),
            signs: Mutex::default(),
        }
    }

    /// Shows that the runtime runs, for as long as it does.
    pub(super) async fn beat(self: Arc<Self>) {
        loop {
            self.signs().beat = self.now();
            tokio::time::sleep(LOOK).await;
        }
    }

    /// From now on so many shards are to hear something.
    pub(super) fn expect(&self, n_shards: u32) {
        let now = self.now();
        self.signs().shards = (0..n_shards)
            .map(|shard| (shard, now + BETWEEN_SHARDS * shard))
            .collect();
    }

    /// A shard has heard something.
    pub(super) fn heard(&self, shard: u32) {
        let now = self.now();
        if let Some(last) = self.signs().shards.get_mut(&shard) {
            *last = now.max(*last);
        }
    }

    /// Looks for answers to heartbeats, for as long as the bot runs: serenity tells of them by a new latency.
    pub(super) async fn listen(self: Arc<Self>, manager: Arc<ShardManager>) {
        let mut latencies: BTreeMap<ShardId, Duration> = BTreeMap::new();
        loop {
            tokio::time::sleep(LOOK).await;
            for (shard, runner) in manager.runners.lock().await.iter() {
                if let Some(latency) = runner.latency
                    && latencies.insert(*shard, latency) != Some(latency)
                {
                    self.heard(shard.0);
                }
            }
        }
    }

    /// No shard connects for so long, on purpose.
    pub(super) fn excuse(&self, pause: Duration) {
        self.signs().excused = self.now() + pause;
    }

    /// Discord has ended a session.
    pub(super) fn unheard(&self) {
        self.signs().unheard = true;
    }

    /// The bot begins to end, and why, if it was not told to.
    pub(super) fn ends(&self, why: Option<String>) {
        self.signs().ending = Some((self.now(), why));
    }

    /// Looks at the signs on a thread of its own, and calls once when something is wrong.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn watch(
        self: Arc<Self>,
        alarmed: impl FnOnce(Alarm) + Send + 'static,
    ) -> std::io::Result<()> {
        let look = move || {
            let mut looked = self.now();
            loop {
                std::thread::sleep(LOOK);
                let now = self.now();
                if let Some(alarm) = judge(&mut self.signs(), looked, now) {
                    return alarmed(alarm);
                }
                looked = now;
            }
        };
        // It ends with the process.
        drop(
            std::thread::Builder::new()
                .name("watchdog".to_owned())
                .spawn(look)?,
        );
        Ok(())
    }

    fn now(&self) -> Duration {
        self.made.elapsed()
    }

    fn signs(&self) -> MutexGuard<'_, Signs> {
        self.signs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is wrong at `now`, if anything, for who looked before at `looked`.
fn judge(signs: &mut Signs, looked: Duration, now: Duration) -> Option<Alarm> {
    if let Some((since, why)) = &signs.ending {
        return (now.saturating_sub(*since) > ENDING).then(|| Alarm::Unending(why.clone()));
    }
    if now.saturating_sub(looked) > LATE {
        // The machine slept or was busy: everybody gets the time anew.
        signs.beat = now;
        for last in signs.shards.values_mut() {
            *last = now.max(*last);
        }
    }
    let still = now.saturating_sub(signs.beat);
    if still > STILL {
        return Some(Alarm::Still(still));
    }
    if signs.unheard {
        return Some(Alarm::Unheard);
    }
    let silent = |(shard, last): (&u32, &Duration)| {
        let silent = now.saturating_sub(signs.excused.max(*last));
        (silent > SILENT).then_some(Alarm::Silent(*shard, silent))
    };
    signs.shards.iter().find_map(silent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn signs(beat: u64, shards: &[u64]) -> Signs {
        Signs {
            beat: at(beat),
            shards: (0..).zip(shards.iter().map(|last| at(*last))).collect(),
            ..Signs::default()
        }
    }

    #[track_caller]
    fn check(mut signs: Signs, expected: impl Into<Option<Alarm>>) {
        let found = judge(&mut signs, at(99), at(100));
        assert_eq!(found, expected.into(), "{signs:?}");
    }

    #[test]
    fn an_alarm_is_given_for_what_stands_still_or_hears_nothing() {
        check(signs(100, &[100]), None);
        check(signs(85, &[100]), None);
        check(signs(84, &[100]), Some(Alarm::Still(at(16))));
        check(signs(100, &[100, 55]), None);
        check(signs(100, &[100, 54]), Some(Alarm::Silent(1, at(46))));
        check(signs(100, &[100, 130]), None);
        check(signs(100, &[]), None);
        check(signs(80, &[54]), Some(Alarm::Still(at(20))));
        let unheard = Signs {
            unheard: true,
            ..signs(100, &[100])
        };
        check(unheard, Some(Alarm::Unheard));
    }

    #[test]
    fn who_is_held_back_or_ends_is_left_alone() {
        let excused = |until| Signs {
            excused: at(until),
            ..signs(100, &[10])
        };
        check(excused(130), None);
        check(excused(56), None);
        check(excused(54), Some(Alarm::Silent(0, at(46))));
        let ending = |since| Signs {
            ending: Some((at(since), None)),
            ..signs(10, &[10])
        };
        check(ending(95), None);
        check(ending(80), Some(Alarm::Unending(None)));
    }

    #[test]
    fn after_a_sleep_of_the_machine_everybody_gets_the_time_anew() {
        let mut slept = signs(10, &[10, 20]);
        assert_eq!(judge(&mut slept, at(10), at(100)), None);
        assert_eq!(slept, signs(100, &[100, 100]));
    }

    #[test]
    fn signs_are_left_by_shards_that_are_expected() {
        let pulse = Pulse::new();
        pulse.heard(0);
        assert!(pulse.signs().shards.is_empty());
        pulse.expect(3);
        let due = pulse.signs().shards[&2];
        pulse.heard(2);
        assert_eq!(pulse.signs().shards[&2], due, "it is not due yet");
    }
}
