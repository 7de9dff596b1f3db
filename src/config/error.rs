//! Why the settings cannot be used.

use std::path::PathBuf;

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
