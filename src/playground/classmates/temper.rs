//! What a classmate is like: quick or slow, attentive or not, talkative or not.

use std::time::Duration;

use rand::Rng;
use rand::RngExt;

use super::log_normal;

/// Traits that stay for a whole game evening. Chances are between 0 and 1.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Temper {
    /// How slow, beside the average classmate's 1.
    pub(super) slowness: f64,
    /// The chance that what a reveal says is remembered: their skill, for nobody tells them what is right.
    pub(super) attention: f64,
    /// Which of the options they like where they know nothing; `None`: any.
    pub(super) leaning: Option<usize>,
    /// The chance of saying something when there is something to say.
    pub(super) talk: f64,
    /// The chance of changing an answer once.
    pub(super) wavering: f64,
    /// The chance of sitting a question out.
    pub(super) absence: f64,
}

impl Temper {
    /// Someone new.
    pub(super) fn draw(rng: &mut impl Rng) -> Self {
        let slowness = log_normal(rng, Duration::from_secs(1), 0.45).as_secs_f64();
        let leans = rng.random_bool(0.4);
        let leaning = rng.random_range(0..4);
        Self {
            slowness: slowness.clamp(0.4, 2.5),
            attention: rng.random_range(0.1..0.95),
            leaning: leans.then_some(leaning),
            talk: rng.random_range(0.05..0.6),
            wavering: rng.random_range(0.0..0.35),
            absence: rng.random_range(0.02..0.15),
        }
    }
}
