//! The bot's token: read once, shown never.

use std::fmt;
use std::path::PathBuf;

use serde::Deserialize;

use super::{ConfigError, Environment};

/// A text that must not reach a log, a message or an error.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Locks `text` away.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself, for the one place that sends it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret")
    }
}

/// What `clio run` says when there is no token.
pub const NO_TOKEN: &str = "There is no token: make one at https://discord.com/developers/applications (New Application, page Bot, Reset Token) and put it in DISCORD_TOKEN. To try Clio without Discord, run `clio playground`; it needs none.";

/// The token from `DISCORD_TOKEN`, else from the file that `DISCORD_TOKEN_FILE` names; `None` when neither is set.
///
/// # Errors
/// When the file cannot be read or holds nothing.
pub fn token(environment: &Environment) -> Result<Option<Secret>, ConfigError> {
    let text = match (
        environment.get("DISCORD_TOKEN"),
        environment.get("DISCORD_TOKEN_FILE"),
    ) {
        (Some(token), _) => token.to_owned(),
        (None, None) => return Ok(None),
        (None, Some(file)) => {
            std::fs::read_to_string(file).map_err(|reason| ConfigError::Unreadable {
                path: PathBuf::from(file),
                reason,
            })?
        }
    };
    let token = text.trim();
    let token = token.strip_prefix("Bot ").unwrap_or(token).trim();
    let plausible = !token.is_empty() && token.chars().all(|letter| letter.is_ascii_graphic());
    if plausible {
        Ok(Some(Secret::new(token)))
    } else {
        Err(ConfigError::Value {
            key: "DISCORD_TOKEN".to_owned(),
            fault: "holds no token. Copy it again from https://discord.com/developers/applications, page Bot, Reset Token.".to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_not_printed() {
        assert!(!format!("{:?}", Some(Secret::new("hunter2"))).contains("hunter2"));
    }

    #[test]
    fn the_variable_wins_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("token");
        std::fs::write(&file, "Bot from-file\n").unwrap();
        let file = ("DISCORD_TOKEN_FILE", file.to_str().unwrap());
        let read =
            |variables: &[(&str, &str)]| token(&variables.iter().copied().collect()).unwrap();
        assert_eq!(read(&[]), None);
        assert_eq!(read(&[("DISCORD_TOKEN", "")]), None);
        assert_eq!(read(&[file]), Some(Secret::new("from-file")));
        assert_eq!(
            read(&[file, ("DISCORD_TOKEN", " direct ")]),
            Some(Secret::new("direct"))
        );
    }

    #[test]
    fn an_odd_token_is_refused_without_being_shown() {
        let error = token(&[("DISCORD_TOKEN", "hun ter2")].into_iter().collect()).unwrap_err();
        assert!(!error.to_string().contains("ter2"), "{error}");
    }
}
