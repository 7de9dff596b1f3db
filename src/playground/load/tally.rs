//! Counts and latencies of a load, for each kind apart and for all together.

use std::collections::BTreeMap;
use std::time::Duration;

use hdrhistogram::Histogram;
use tokio::time::Instant;

use super::What;

/// An answer that was in order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answered {
    /// From the time at which the interaction was due.
    pub(crate) latency: Duration,
    /// From the time at which its frame was written, where that is known.
    pub(crate) from_frame: Option<Duration>,
}

/// Times, each counted to three digits.
#[derive(Debug, Clone)]
pub(crate) struct Times(Histogram<u64>);

/// What came of one kind.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    pub(crate) sent: u64,
    pub(crate) answered: u64,
    /// Answers that were not in order.
    pub(crate) refused: u64,
    pub(crate) latency: Times,
    pub(crate) from_frame: Times,
}

/// What came of all.
#[derive(Debug, Default)]
pub(crate) struct Tallies {
    pub(crate) kinds: BTreeMap<What, Tally>,
    /// How late frames were written.
    pub(crate) late: Times,
    /// When the last answer came.
    pub(crate) last: Option<Instant>,
}

impl Tallies {
    /// The tally of one kind.
    pub(crate) fn of(&mut self, what: What) -> &mut Tally {
        self.kinds.entry(what).or_default()
    }

    /// All kinds together.
    pub(crate) fn whole(&self) -> Tally {
        let mut whole = Tally::default();
        for kind in self.kinds.values() {
            whole.sent += kind.sent;
            whole.answered += kind.answered;
            whole.refused += kind.refused;
            whole.latency.add_all(&kind.latency);
            whole.from_frame.add_all(&kind.from_frame);
        }
        whole
    }
}

impl Tally {
    /// Counts an answer.
    pub(crate) fn answered(&mut self, answered: Answered) {
        self.answered += 1;
        self.latency.add(answered.latency);
        if let Some(time) = answered.from_frame {
            self.from_frame.add(time);
        }
    }
}

impl Default for Times {
    fn default() -> Self {
        let hour = 3_600_000_000;
        Self(Histogram::new_with_bounds(1, hour, 3).expect("the bounds are in order"))
    }
}

impl Times {
    /// Counts one.
    pub(crate) fn add(&mut self, time: Duration) {
        let microseconds = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        self.0.saturating_record(microseconds);
    }

    /// Was nothing counted?
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn add_all(&mut self, other: &Self) {
        self.0.add(&other.0).expect("both have the same bounds");
    }

    /// The time that this share of all does not exceed, in milliseconds.
    pub(crate) fn at(&self, quantile: f64) -> f64 {
        milliseconds(self.0.value_at_quantile(quantile))
    }

    /// The longest, in milliseconds.
    pub(crate) fn most(&self) -> f64 {
        milliseconds(self.0.max())
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "an hour in microseconds has 32 bits"
)]
fn milliseconds(microseconds: u64) -> f64 {
    microseconds as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_found_again_to_three_digits() {
        let mut tallies = Tallies::default();
        for hundredth in 1..=100 {
            tallies.of(What::Event).answered(Answered {
                latency: Duration::from_millis(hundredth),
                from_frame: Some(Duration::from_micros(hundredth)),
            });
        }
        let whole = tallies.whole();
        assert_eq!(whole.answered, 100);
        for (quantile, expected) in [(0.5, 50.0), (0.9, 90.0), (0.99, 99.0)] {
            let found = whole.latency.at(quantile);
            assert!((found - expected).abs() < 0.1, "{quantile}: {found}");
        }
        assert!((whole.from_frame.most() - 0.1).abs() < 0.001);
    }
}
