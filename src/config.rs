//! Floor 3: `config.toml` and the environment, one struct per table, checked before anything starts.
//!
//! The environment wins over the file, the file over the defaults. A key that is not known is refused, with the nearest that is.

mod commands;
mod content;
mod database;
mod defaults;
mod discord;
mod environment;
mod error;
mod keys;
mod metrics;
mod quiz;
mod secret;

#[cfg(test)]
mod tests;

use std::net::IpAddr;
use std::path::Path;

use serde::Deserialize;

pub use commands::Commands;
pub use content::{Content, Limits, Shelf};
pub use database::{Database, Privacy};
pub use defaults::{Dates, Defaults, Time, WeekStart};
pub use discord::Discord;
pub use environment::Environment;
pub use error::ConfigError;
pub use metrics::Metrics;
pub use quiz::{Data, Quiz};
pub use secret::{NO_TOKEN, Secret, token};

/// The documented defaults, as `clio config` prints them.
pub const EXAMPLE: &str = include_str!("../config.example.toml");

/// All settings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// `[discord]`
    pub discord: Discord,
    /// `[content]`
    pub content: Content,
    /// `[[shelf]]`, as often as wanted.
    pub shelf: Vec<Shelf>,
    /// `[database]`
    pub database: Database,
    /// `[privacy]`
    pub privacy: Privacy,
    /// `[data]`
    pub data: Data,
    /// `[quiz]`
    pub quiz: Quiz,
    /// `[commands]`
    pub commands: Commands,
    /// `[metrics]`
    pub metrics: Metrics,
    /// `[defaults]`
    pub defaults: Defaults,
    /// `[log]`
    pub log: Log,
}

/// `[log]`: what is logged, and how.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// `log.filter` (`CLIO_LOG_FILTER`): levels, as `tracing_subscriber::EnvFilter` reads them. Serenity stays at `warn`: at `info` each
    /// request prints its whole rate-limit table.
    pub filter: String,
    /// `log.format` (`CLIO_LOG_FORMAT`). Default: auto.
    pub format: LogFormat,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            filter: "info,serenity=warn,tantivy=warn".to_owned(),
            format: LogFormat::Auto,
        }
    }
}

/// How a log line looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people on a terminal, for machines elsewhere.
    #[default]
    Auto,
    /// For people.
    Text,
    /// For machines: one JSON object a line.
    Json,
}

/// The settings from `file`, or from `config.toml` in the working folder if that is there, and the environment over them.
///
/// Paths of folders are counted from the folder of the file.
///
/// # Errors
/// When a file is named and missing, when it is malformed, or when a key or value is not known.
pub fn load(file: Option<&Path>, environment: &Environment) -> Result<Config, ConfigError> {
    let default = Path::new("config.toml");
    let path = file.or_else(|| default.is_file().then_some(default));
    let mut config = match path {
        None => Config::default(),
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|reason| ConfigError::Unreadable {
                path: path.to_owned(),
                reason,
            })?;
            let mut config = parse(path, &text)?;
            config.count_folders_from(path.parent().unwrap_or(Path::new("")));
            config
        }
    };
    environment.overlay(&mut config)?;
    config.check()?;
    Ok(config)
}

/// The settings of one file, still to be [checked](Config::check); `path` is for the messages.
///
/// # Errors
/// When the text is malformed or a key is not known.
pub fn parse(path: &Path, text: &str) -> Result<Config, ConfigError> {
    let malformed = |fault: toml::de::Error| ConfigError::Malformed {
        path: path.to_owned(),
        fault: fault.to_string(),
    };
    let table: toml::Table = text.parse().map_err(malformed)?;
    keys::check(&table)?;
    toml::from_str(text).map_err(malformed)
}

impl Config {
    fn count_folders_from(&mut self, base: &Path) {
        let shelves = self.shelf.iter_mut().flat_map(|shelf| &mut shelf.folders);
        let data = std::iter::once(&mut self.data.folder);
        for folder in self.content.folders.iter_mut().chain(shelves).chain(data) {
            *folder = base.join(&*folder);
        }
    }

    /// What types alone cannot say.
    ///
    /// # Errors
    /// When a value cannot be, with what to write instead.
    pub fn check(&self) -> Result<(), ConfigError> {
        let refuse = |key: &str, fault: &str| {
            Err(ConfigError::Value {
                key: key.to_owned(),
                fault: fault.to_owned(),
            })
        };
        if let Some((key, fault)) = self.discord.fault() {
            return refuse(key, fault);
        }
        if self.metrics.listen.is_some_and(|at| !at.ip().is_loopback()) {
            return refuse(
                "metrics.listen",
                "must be an address of this machine itself, such as 127.0.0.1:9464: what it answers is for the host alone.",
            );
        }
        if self.quiz.games_per_server == 0 {
            return refuse(
                "quiz.games_per_server",
                "must be at least 1, or no quiz could be started.",
            );
        }
        if let Some((key, fault)) = self.defaults.fault() {
            return refuse(key, &fault);
        }
        let mut seen = Vec::new();
        for shelf in &self.shelf {
            if shelf.folders.is_empty() || shelf.servers.is_empty() {
                return refuse(
                    "shelf",
                    "needs at least one folder and one server. Fill in both, or remove the shelf.",
                );
            }
            for server in &shelf.servers {
                if seen.contains(server) {
                    return refuse(
                        "shelf.servers",
                        &format!(
                            "names server {server} twice. Put all its folders into one shelf."
                        ),
                    );
                }
                seen.push(*server);
            }
        }
        Ok(())
    }
}

/// Whether `url` is `http`, `https`, `ws` or `wss` on this machine alone.
#[must_use]
pub fn is_loopback(url: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(url) else {
        return false;
    };
    let local = url.host_str().is_some_and(|host| {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        host == "localhost" || bare.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
    });
    local && matches!(url.scheme(), "http" | "https" | "ws" | "wss")
}
