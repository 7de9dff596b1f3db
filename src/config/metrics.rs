//! `[metrics]`: what a host's monitoring may ask.

use std::net::SocketAddr;

use serde::Deserialize;

/// `[metrics]`: an HTTP endpoint on this machine.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Metrics {
    /// `metrics.listen` (`CLIO_METRICS_LISTEN`): where `/livez`, `/readyz` and `/metrics` answer; loopback only. Default: nowhere.
    pub listen: Option<SocketAddr>,
}
