//! Floor 3: `config.toml` and the environment, one struct per table, checked before anything starts.
//!
//! The environment wins over the file, the file over the defaults. A key that is not known is refused, with the nearest that is.

mod commands;
mod database;
mod defaults;
mod environment;
mod keys;
mod metrics;
mod quiz;
mod secret;

#[cfg(test)]
mod tests;

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use serde::Deserialize;

pub use commands::Commands;
pub use database::{Database, Privacy};
pub use defaults::{Dates, Defaults, Time, WeekStart};
pub use environment::Environment;
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

/// `[discord]`: who may use the bot, and where Discord is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Discord {
    /// `discord.api_url` (`CLIO_DISCORD_API_URL`): another address than Discord's own; loopback only. Default: Discord.
    pub api_url: Option<String>,
    /// `discord.development_server` (`CLIO_DISCORD_DEVELOPMENT_SERVER`): commands are registered here alone, at once. Default: everywhere.
    pub development_server: Option<u64>,
    /// `discord.servers` (`CLIO_DISCORD_SERVERS`): the servers that may use the bot. Default: all.
    pub servers: Vec<u64>,
    /// `discord.message_content` (`CLIO_DISCORD_MESSAGE_CONTENT`): ask for the privileged intent. Default: false.
    pub message_content: bool,
    /// `discord.requests_a_second` (`CLIO_DISCORD_REQUESTS_A_SECOND`): messages to channels; more than 45 only at another address than
    /// Discord's. Default: 45.
    pub requests_a_second: Option<NonZeroU32>,
}

impl Discord {
    /// Of the 50 requests a second that Discord allows, five are left for what serenity sends by itself.
    pub const REQUESTS_A_SECOND: NonZeroU32 = NonZeroU32::new(45).expect("it is not zero");

    /// What types alone cannot say: the setting and what is wrong with it.
    fn fault(&self) -> Option<(&'static str, &'static str)> {
        if self.api_url.as_ref().is_some_and(|url| !is_loopback(url)) {
            return Some((
                "discord.api_url",
                "must be a loopback address such as http://127.0.0.1:8321. Leave it out to use Discord itself.",
            ));
        }
        let wanted = self.requests_a_second;
        let too_many = wanted.is_some_and(|wanted| wanted > Self::REQUESTS_A_SECOND);
        (too_many && self.api_url.is_none()).then_some((
            "discord.requests_a_second",
            "must be at most 45: Discord allows a bot 50 requests a second and shuts out who sends more. Only a playground (discord.api_url) bears more.",
        ))
    }
}

/// `[content]`: which notes are read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Content {
    /// `content.folders` (`CLIO_CONTENT_FOLDERS`): where the notes are. Default: `content`.
    pub folders: Vec<PathBuf>,
    /// `content.include` (`CLIO_CONTENT_INCLUDE`): globs; a note must match one. Default: all match.
    pub include: Vec<String>,
    /// `content.exclude` (`CLIO_CONTENT_EXCLUDE`): globs; a note must match none. Default: none.
    pub exclude: Vec<String>,
    /// `content.share_all` (`CLIO_CONTENT_SHARE_ALL`): read a whole vault without `include`. Default: false.
    pub share_all: bool,
    /// `content.watch` (`CLIO_CONTENT_WATCH`): read again on change. Default: false.
    pub watch: bool,
    /// `[content.limits]`
    pub limits: Limits,
}

impl Default for Content {
    fn default() -> Self {
        Self {
            folders: vec![PathBuf::from("content")],
            include: Vec::new(),
            exclude: Vec::new(),
            share_all: false,
            watch: false,
            limits: Limits::default(),
        }
    }
}

/// `[content.limits]`: past these, notes are skipped, and it is said.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// `content.limits.note_bytes` (`CLIO_CONTENT_LIMITS_NOTE_BYTES`): the largest note. Default: 1 MiB.
    pub note_bytes: u64,
    /// `content.limits.notes` (`CLIO_CONTENT_LIMITS_NOTES`): how many notes. Default: 20,000.
    pub notes: usize,
    /// `content.limits.total_bytes` (`CLIO_CONTENT_LIMITS_TOTAL_BYTES`): all notes together. Default: 256 MiB.
    pub total_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            note_bytes: 1 << 20,
            notes: 20_000,
            total_bytes: 256 << 20,
        }
    }
}

/// `[[shelf]]`: notes for some servers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shelf {
    /// `folders`: where these notes are.
    pub folders: Vec<PathBuf>,
    /// `servers`: who may read them.
    pub servers: Vec<u64>,
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

/// Why the settings cannot be used, written for the host.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file is not there or not readable.
    #[error("The settings file {path} cannot be read: {reason}. Check its name, or leave out --config to use the defaults.", path = path.display())]
    Unreadable {
        /// As given.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// It is not TOML, or a value has the wrong type.
    #[error("{path}: {fault}", path = path.display())]
    Malformed {
        /// As given.
        path: PathBuf,
        /// With line and column.
        fault: String,
    },
    /// A name that no setting has.
    #[error("There is no setting `{key}`.{help}")]
    Unknown {
        /// `content.foldrs` or `CLIO_CONTENT_FOLDRS`.
        key: String,
        /// The nearest name, or where to look.
        help: String,
    },
    /// A value that cannot be.
    #[error("`{key}` {fault}")]
    Value {
        /// The setting.
        key: String,
        /// What is wrong and what to write instead.
        fault: String,
    },
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
