//! What a host's monitoring reads, in Prometheus' terms. No ids and no names of people: labels come from short, closed lists.

use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;

/// Upper bounds in seconds. Discord gives up on an interaction after three.
const BOUNDS: [f64; 12] = [
    0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0,
];

/// An answered interaction.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct Interaction {
    /// `/event`, `button`, `form` or `autocomplete`.
    pub(super) command: String,
    /// `answered`, `too_late`, `twice` or `undelivered`.
    pub(super) outcome: &'static str,
}

/// A request to Discord.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct Request {
    /// The method and the route without its ids.
    pub(super) route: &'static str,
    /// The HTTP status; 0 where nothing came back.
    pub(super) status: u16,
}

/// What is counted while the bot runs. Cheap to bump from anywhere.
#[derive(Debug)]
pub(super) struct Metrics {
    /// Interactions by command and outcome.
    pub(super) interactions: Family<Interaction, Counter>,
    /// From the arrival of an interaction to the end of its answer.
    pub(super) acknowledged: Histogram,
    /// Requests to channels.
    pub(super) requests: Family<Request, Counter>,
}

impl Default for Metrics {
    fn default() -> Self {
        Self {
            interactions: Family::default(),
            acknowledged: Histogram::new(BOUNDS),
            requests: Family::default(),
        }
    }
}

impl Metrics {
    /// An interaction was answered, or was not.
    pub(super) fn answered(&self, command: &str, outcome: &'static str, took: Duration) {
        let label = Interaction {
            command: command.to_owned(),
            outcome,
        };
        self.interactions.get_or_create(&label).inc();
        self.acknowledged.observe(took.as_secs_f64());
    }

    /// Discord said something to a request, or nothing.
    pub(super) fn requested(&self, route: &'static str, status: u16) {
        self.requests
            .get_or_create(&Request { route, status })
            .inc();
    }
}

/// How punctual running games are.
#[derive(Debug)]
pub(super) struct Pace {
    /// How much later than its deadline a game went on.
    pub(super) timer_lag: Histogram,
    /// How long an answer of a player took to be durable.
    pub(super) commit: Histogram,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            timer_lag: Histogram::new(BOUNDS),
            commit: Histogram::new(BOUNDS),
        }
    }
}
