//! What goes wrong on purpose: lost sockets, close codes, missing ACKs, slow and lost answers, refusals, duplicates.
//!
//! A fault is written as one line (see [`spec`]) and given with `--fault`, through the control endpoint, or by a test.
//! Chance comes from a seed, so that a run can be told again.

pub(crate) mod control;
pub mod spec;

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

pub use self::spec::Fault;
use self::spec::What;
use super::gateway::session::Disturbance;
use super::limits::Scope;

/// What happens to one REST request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rest {
    /// Refused with this status, and not done.
    Status(u16),
    /// Refused as too many, and not done.
    Limited(Scope),
    /// Done, and answered so much later.
    Slow(Duration),
    /// Done, but the answer is lost with the connection.
    Lost,
}

/// What happens to one dispatch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dispatched {
    Once,
    Twice,
    /// After the next one.
    Later,
}

/// The faults that are on.
#[derive(Debug)]
pub(crate) struct Faults {
    on: Vec<On>,
    rng: StdRng,
}

/// A fault and what is left of it.
#[derive(Debug)]
struct On {
    fault: Fault,
    left: Option<u32>,
    /// When a disturbance comes next.
    due: Timestamp,
}

impl Faults {
    /// None, with chances from `seed`.
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            on: Vec::new(),
            rng: StdRng::seed_from_u64(seed),
        }
    }

    /// Switches one on.
    pub(crate) fn add(&mut self, fault: Fault, now: Timestamp) {
        self.on.push(On {
            left: fault.times,
            due: later(now, fault.every),
            fault,
        });
    }

    /// Switches all off.
    pub(crate) fn clear(&mut self) {
        self.on.clear();
    }

    /// Those that are on, as they are written.
    pub(crate) fn list(&self) -> Vec<String> {
        self.on.iter().map(|on| on.fault.to_string()).collect()
    }

    /// What befalls this request.
    pub(crate) fn on_request(&mut self, method: &str, path: &str) -> Option<Rest> {
        self.strike(|fault| match fault.what {
            What::Rest(rest) if fault.is_about(method, path) => Some(rest),
            _ => None,
        })
    }

    /// What befalls this dispatch.
    pub(crate) fn on_dispatch(&mut self) -> Dispatched {
        self.strike(|fault| match fault.what {
            What::Dispatch(how) => Some(how),
            _ => None,
        })
        .unwrap_or(Dispatched::Once)
    }

    /// Is the ACK of this heartbeat left out?
    pub(crate) fn swallows_ack(&mut self) -> bool {
        self.strike(|fault| (fault.what == What::NoAck).then_some(()))
            .is_some()
    }

    /// Is this IDENTIFY or RESUME refused, and may it be tried again?
    pub(crate) fn refuses_session(&mut self) -> Option<bool> {
        self.strike(|fault| match fault.what {
            What::NoSession(resumable) => Some(resumable),
            _ => None,
        })
    }

    /// The disturbances that are due.
    pub(crate) fn due(&mut self, now: Timestamp) -> Vec<Disturbance> {
        let mut due = Vec::new();
        for on in &mut self.on {
            let What::Gateway(disturbance) = on.fault.what else {
                continue;
            };
            if now < on.due || on.left == Some(0) {
                continue;
            }
            on.due = later(now, on.fault.every);
            if self.rng.random_bool(on.fault.chance) {
                on.left = on.left.map(|left| left - 1);
                due.push(disturbance);
            }
        }
        self.forget();
        due
    }

    /// When something is due next.
    pub(crate) fn next_due(&self) -> Option<Timestamp> {
        let timed = |on: &&On| matches!(on.fault.what, What::Gateway(_));
        self.on.iter().filter(timed).map(|on| on.due).min()
    }

    /// The first fault that is meant and strikes.
    fn strike<T>(&mut self, meant: impl Fn(&Fault) -> Option<T>) -> Option<T> {
        let mut struck = None;
        for on in &mut self.on {
            let Some(found) = meant(&on.fault).filter(|_| on.left != Some(0)) else {
                continue;
            };
            if self.rng.random_bool(on.fault.chance) {
                on.left = on.left.map(|left| left - 1);
                struck = Some(found);
                break;
            }
        }
        self.forget();
        struck
    }

    /// Leaves out those that have struck as often as they shall.
    fn forget(&mut self) {
        self.on.retain(|on| on.left != Some(0));
    }
}

fn later(now: Timestamp, wait: Duration) -> Timestamp {
    let wait = SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX);
    now.checked_add(wait).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(specs: &[&str]) -> Faults {
        let mut faults = Faults::new(1);
        for spec in specs {
            faults.add(spec.parse().unwrap(), at(0));
        }
        faults
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + seconds).unwrap()
    }

    #[test]
    fn a_fault_strikes_its_route_as_often_as_it_shall() {
        let mut faults = faults(&[
            "status=503,route=POST /messages,times=2",
            "lost,route=/commands",
        ]);
        let mut ask = |method, path| faults.on_request(method, path);
        assert_eq!(ask("GET", "/channels/1/messages"), None);
        assert_eq!(ask("POST", "/channels/1/messages"), Some(Rest::Status(503)));
        assert_eq!(ask("PUT", "/applications/1/commands"), Some(Rest::Lost));
        assert_eq!(ask("POST", "/channels/1/messages"), Some(Rest::Status(503)));
        assert_eq!(ask("POST", "/channels/1/messages"), None);
        assert_eq!(faults.list(), ["lost,route=/commands"]);
        faults.clear();
        assert_eq!(faults.on_request("PUT", "/applications/1/commands"), None);
    }

    #[test]
    fn chance_is_as_often_as_it_says() {
        let mut faults = faults(&["duplicate,chance=0.25"]);
        let twice = (0..4000)
            .filter(|_| faults.on_dispatch() == Dispatched::Twice)
            .count();
        assert!((900..1100).contains(&twice), "{twice}");
    }

    #[test]
    fn disturbances_come_when_they_are_due() {
        let mut faults = faults(&["drop,every=10s,times=2", "close=4000,every=25s"]);
        let mut found = Vec::new();
        for second in 0..=50 {
            for disturbance in faults.due(at(second)) {
                found.push((second, disturbance));
            }
        }
        let expected = [
            (10, Disturbance::Drop),
            (20, Disturbance::Drop),
            (25, Disturbance::Close(4000)),
            (50, Disturbance::Close(4000)),
        ];
        assert_eq!(found, expected);
        assert_eq!(faults.next_due(), Some(at(75)));
    }
}
