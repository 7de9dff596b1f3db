//! `[commands]`: how many commands people may give.

use serde::Deserialize;

/// `[commands]`: in a minute; 0 for as many as they like. Presses and suggestions are not counted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Commands {
    /// `commands.per_person` (`CLIO_COMMANDS_PER_PERSON`): by one person, in all servers together. Default: 30.
    pub per_person: u32,
    /// `commands.per_server` (`CLIO_COMMANDS_PER_SERVER`): in one server, by all its members. Default: 600.
    pub per_server: u32,
}

impl Default for Commands {
    fn default() -> Self {
        Self {
            per_person: 30,
            per_server: 600,
        }
    }
}

impl Commands {
    /// As many as they like.
    pub const UNLIMITED: Self = Self {
        per_person: 0,
        per_server: 0,
    };
}
