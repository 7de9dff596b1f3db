//! The environment over the file: every setting of a table has a variable, `CLIO_` and its path in capitals.

mod settings;

use std::collections::BTreeMap;

use super::{Config, ConfigError, keys};
use settings::{SETTINGS, TABLES};

/// The variables a process was started with, as plain data, so that tests need not touch their own.
#[derive(Debug, Clone, Default)]
pub struct Environment(BTreeMap<String, String>);

impl Environment {
    /// This process's. Variables that are not Unicode are left out.
    #[must_use]
    pub fn of_process() -> Self {
        std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect()
    }

    /// The value of `name`, if it is there and not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    /// Sets in `config` what stands in a `CLIO_…` variable.
    pub(super) fn overlay(&self, config: &mut Config) -> Result<(), ConfigError> {
        for (name, value) in &self.0 {
            if let Some((_, set)) = SETTINGS.iter().find(|(known, _)| known == name) {
                set(config, value).map_err(|fault| ConfigError::Value {
                    key: name.clone(),
                    fault,
                })?;
            } else if TABLES.iter().any(|table| name.starts_with(table)) {
                return Err(keys::unknown(
                    name,
                    SETTINGS.iter().map(|(known, _)| *known),
                ));
            }
        }
        Ok(())
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Environment {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(variables: I) -> Self {
        Self(
            variables
                .into_iter()
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{EXAMPLE, LogFormat};

    fn with(variables: &[(&str, &str)]) -> Result<Config, String> {
        let mut config = Config::default();
        let environment: Environment = variables.iter().copied().collect();
        environment
            .overlay(&mut config)
            .map_err(|error| error.to_string())?;
        Ok(config)
    }

    #[test]
    fn a_variable_wins_over_the_file() {
        let config = with(&[
            ("CLIO_DISCORD_SERVERS", "1, 2,"),
            ("CLIO_DISCORD_DEVELOPMENT_SERVER", "3"),
            ("CLIO_CONTENT_FOLDERS", "/notes,more"),
            ("CLIO_CONTENT_WATCH", "Yes"),
            ("CLIO_CONTENT_LIMITS_NOTES", "7"),
            ("CLIO_LOG_FORMAT", "json"),
            ("CLIO_SHARED", "/anything"),
        ])
        .unwrap();
        assert_eq!(config.discord.servers, [1, 2]);
        assert_eq!(config.discord.development_server, Some(3));
        assert_eq!(config.content.folders.len(), 2);
        assert!(config.content.watch);
        assert_eq!(config.content.limits.notes, 7);
        assert_eq!(config.log.format, LogFormat::Json);
    }

    #[test]
    fn a_variable_that_means_nothing_is_refused() {
        let message = |variable| with(&[variable]).unwrap_err();
        assert_eq!(
            message(("CLIO_CONTENT_FOLDER", "x")),
            "There is no setting `CLIO_CONTENT_FOLDER`. Did you mean `CLIO_CONTENT_FOLDERS`?"
        );
        assert_eq!(
            message(("CLIO_DISCORD_SERVERS", "1,x")),
            "`CLIO_DISCORD_SERVERS` is `x`. Write a whole number."
        );
        assert_eq!(
            message(("CLIO_CONTENT_WATCH", "maybe")),
            "`CLIO_CONTENT_WATCH` is `maybe`. Write true or false."
        );
    }

    #[test]
    fn the_example_names_every_variable_and_no_other() {
        let named: Vec<&str> = EXAMPLE
            .match_indices("[CLIO_")
            .map(|(at, _)| EXAMPLE[at + 1..].split([']', ',']).next().unwrap())
            .collect();
        assert_eq!(named.len(), SETTINGS.len());
        for (known, _) in SETTINGS {
            assert!(
                named.contains(known),
                "{known} is not in config.example.toml"
            );
        }
    }
}
