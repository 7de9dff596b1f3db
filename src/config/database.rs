//! `[database]` and `[privacy]`: where the database is, and how long it keeps what.

use serde::Deserialize;

use super::Secret;

/// `[database]`: another database than the file in Clio's own folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// `database.url` (`CLIO_DATABASE_URL`): a PostgreSQL database. Default: the file `clio.db`.
    pub url: Option<Secret>,
}

/// `[privacy]`: how long things are kept, in days.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Privacy {
    /// `privacy.server_retention` (`CLIO_PRIVACY_SERVER_RETENTION`): what is kept of a server after the bot was removed from it. Default: 30.
    pub server_retention: u16,
    /// `privacy.answer_retention` (`CLIO_PRIVACY_ANSWER_RETENTION`): single answers, before they become totals. Default: 400.
    pub answer_retention: u16,
}

impl Default for Privacy {
    fn default() -> Self {
        Self {
            server_retention: 30,
            answer_retention: 400,
        }
    }
}
