//! How often sessions are begun: Discord takes 1,000 in a day and then makes the token void, so Clio slows down early and stops before.

use std::collections::VecDeque;
use std::time::Duration;

use crate::store::{A_DAY, Records};

/// At most so many are begun in a day, over all shards and all restarts.
const MOST: usize = 800;

/// So many in an hour are begun without waiting, for each shard.
const FREE: usize = 8;
/// The first wait after them; each next one is twice as long, to [`LONGEST`].
const FIRST: Duration = Duration::from_secs(5);
const LONGEST: Duration = Duration::from_mins(5);
const HOUR: Duration = Duration::from_hours(1);

/// So many times in a minute a session is taken up again without waiting, for each shard.
const FREE_RESUMES: usize = 20;
const MINUTE: Duration = Duration::from_mins(1);
/// The first wait after them; each next one is twice as long, to [`LONGEST_FOR_RESUME`].
const FIRST_FOR_RESUME: Duration = Duration::from_secs(1);
const LONGEST_FOR_RESUME: Duration = Duration::from_secs(30);

/// When sessions were taken up again lately. Discord does not count that; it only must not go round and round.
#[derive(Debug, Default)]
pub(super) struct Resumes {
    at: VecDeque<Duration>,
    /// The last wait, for as long as it is needed.
    pause: Duration,
}

impl Resumes {
    /// Counts one at `now`; says how long the next one is to wait.
    pub(super) fn count(&mut self, now: Duration, n_shards: u32) -> Duration {
        self.at.push_back(now);
        while self.at.front().is_some_and(|first| *first + MINUTE <= now) {
            self.at.pop_front();
        }
        let free = FREE_RESUMES * n_shards.max(1) as usize;
        self.pause = match self.at.len() > free {
            false => Duration::ZERO,
            true => (self.pause * 2).clamp(FIRST_FOR_RESUME, LONGEST_FOR_RESUME),
        };
        self.pause
    }
}

/// Too many sessions were begun; there is room again after this time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMany(pub(super) Duration);

/// How long to wait before `n_shards` sessions are begun at `now`, after those of the last day; the oldest of these come first.
pub(super) fn wait_before(
    begun: &[Duration],
    n_shards: usize,
    now: Duration,
) -> Result<Duration, TooMany> {
    let today = begun.partition_point(|at| *at + A_DAY <= now);
    let today = begun.get(today..).unwrap_or_default();
    if today.len() + n_shards > MOST {
        // So many must be a day old before there is room.
        let in_the_way = (today.len() + n_shards - MOST).min(today.len());
        let last = in_the_way.checked_sub(1).and_then(|at| today.get(at));
        let room = last.map_or(A_DAY, |last| (*last + A_DAY).saturating_sub(now));
        return Err(TooMany(room));
    }
    let this_hour = today.iter().filter(|at| **at + HOUR > now).count();
    let too_often = (this_hour / n_shards.max(1)).saturating_sub(FREE);
    let (Some(doublings), Some(last)) = (too_often.checked_sub(1), today.last()) else {
        return Ok(Duration::ZERO);
    };
    let pause = FIRST.saturating_mul(1 << doublings.min(16)).min(LONGEST);
    Ok((*last + pause).saturating_sub(now))
}

/// Waits as long as the sessions of the last day make it wise, before the first connection.
pub(super) async fn wait(
    records: &dyn Records,
    n_shards: u32,
    now: Duration,
) -> Result<(), TooMany> {
    let begun = match records.session_starts(now.saturating_sub(A_DAY)).await {
        Ok(begun) => begun,
        Err(fault) => {
            tracing::error!(%fault, "How often Clio has connected cannot be read");
            return Ok(());
        }
    };
    let wait = wait_before(&begun, n_shards as usize, now)?;
    if !wait.is_zero() {
        tracing::warn!(
            "Clio has connected often within an hour and waits {} s before it does so again",
            wait.as_secs()
        );
        tokio::time::sleep(wait).await;
    }
    Ok(())
}

/// Writes down that a session is begun; says how long the next one is to wait.
pub(super) async fn count(
    records: &dyn Records,
    n_shards: u32,
    now: Duration,
) -> Result<Duration, TooMany> {
    let counted = async {
        records.session_started(now).await?;
        records.session_starts(now.saturating_sub(A_DAY)).await
    };
    match counted.await {
        Ok(begun) => {
            // One shard connects again; whether that is often depends on how many there are.
            wait_before(&begun, 1, now)?;
            Ok(wait_before(&begun, n_shards as usize, now).unwrap_or_default())
        }
        Err(fault) => {
            tracing::error!(%fault, "A connection to Discord could not be counted");
            Ok(Duration::ZERO)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(1_790_000_000 + seconds)
    }

    /// `n` sessions, one every `apart` seconds, the last one at second 0 of the day after.
    fn sessions(n: u64, apart: u64) -> Vec<Duration> {
        (0..n)
            .map(|nth| at(86_400) - Duration::from_secs((n - 1 - nth) * apart))
            .collect()
    }

    #[track_caller]
    fn check(begun: &[Duration], n_shards: usize, expected: Result<u64, u64>) {
        let found = wait_before(begun, n_shards, at(86_400));
        let expected = expected
            .map(Duration::from_secs)
            .map_err(|seconds| TooMany(Duration::from_secs(seconds)));
        assert_eq!(found, expected, "{} begun, {n_shards} shards", begun.len());
    }

    #[test]
    fn sessions_are_begun_ever_more_slowly_and_then_not_at_all() {
        check(&[], 1, Ok(0));
        check(&sessions(8, 60), 1, Ok(0));
        check(&sessions(9, 60), 1, Ok(5));
        check(&sessions(10, 60), 1, Ok(10));
        check(&sessions(12, 60), 1, Ok(40));
        check(&sessions(60, 60), 1, Ok(300));
        // A start of many shards is one start.
        check(&sessions(128, 5), 16, Ok(0));
        check(&sessions(144, 5), 16, Ok(5));
        // Twelve in an hour, all day long, are slow enough.
        check(&sessions(288, 300), 1, Ok(40));
        check(&sessions(799, 100), 1, Ok(300));
        check(&sessions(800, 100), 1, Err(6_500));
        check(&sessions(799, 100), 3, Err(6_700));
        check(&sessions(1_000, 60), 1, Err(38_460));
        check(&[], 801, Err(86_400));
    }

    #[test]
    fn a_session_is_taken_up_at_once_and_in_a_storm_ever_more_slowly() {
        let mut resumes = Resumes::default();
        let mut now = Duration::ZERO;
        let mut pauses = Vec::new();
        for _ in 0..27 {
            let pause = resumes.count(now, 1);
            pauses.push(pause.as_secs());
            now += pause + Duration::from_millis(5);
        }
        assert_eq!(pauses[..20], [0; 20]);
        assert_eq!(pauses[20..], [1, 2, 4, 8, 16, 30, 0]);
        // One every four seconds is no storm.
        let mut resumes = Resumes::default();
        assert!((0..500).all(|n| resumes.count(Duration::from_secs(4 * n), 1).is_zero()));
        let mut shards = Resumes::default();
        assert!((0..40).all(|_| shards.count(Duration::ZERO, 2).is_zero()));
        assert!(!shards.count(Duration::ZERO, 2).is_zero());
    }

    #[test]
    fn what_is_older_than_a_day_does_not_count() {
        check(&sessions(900, 200), 1, Ok(300));
        assert_eq!(
            wait_before(&sessions(900, 1), 1, at(3 * 86_400)),
            Ok(Duration::ZERO)
        );
    }
}
