//! The environment over the file: every setting of a table has a variable, `CLIO_` and its path in capitals.

use std::collections::BTreeMap;

use super::{Config, ConfigError, Secret, keys};

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

/// Variables that begin so are Clio's; others of `CLIO_` may be anybody's.
const TABLES: &[&str] = &[
    "CLIO_DISCORD_",
    "CLIO_CONTENT_",
    "CLIO_DATABASE_",
    "CLIO_PRIVACY_",
    "CLIO_DATA_",
    "CLIO_QUIZ_",
    "CLIO_COMMANDS_",
    "CLIO_METRICS_",
    "CLIO_DEFAULTS_",
    "CLIO_LOG_",
];

type Set = fn(&mut Config, &str) -> Result<(), String>;

const SETTINGS: &[(&str, Set)] = &[
    ("CLIO_DISCORD_API_URL", |config, value| {
        config.discord.api_url = Some(value.to_owned()).filter(|url| !url.is_empty());
        Ok(())
    }),
    ("CLIO_DISCORD_DEVELOPMENT_SERVER", |config, value| {
        config.discord.development_server = Some(value)
            .filter(|id| !id.is_empty())
            .map(number)
            .transpose()?;
        Ok(())
    }),
    ("CLIO_DISCORD_SERVERS", |config, value| {
        config.discord.servers = list(value)
            .iter()
            .map(|id| number(id))
            .collect::<Result<_, _>>()?;
        Ok(())
    }),
    ("CLIO_DISCORD_MESSAGE_CONTENT", |config, value| {
        switch(&mut config.discord.message_content, value)
    }),
    ("CLIO_DISCORD_REQUESTS_A_SECOND", |config, value| {
        config.discord.requests_a_second = Some(number(value)?);
        Ok(())
    }),
    ("CLIO_CONTENT_FOLDERS", |config, value| {
        config.content.folders = list(value).into_iter().map(Into::into).collect();
        Ok(())
    }),
    ("CLIO_CONTENT_INCLUDE", |config, value| {
        config.content.include = list(value);
        Ok(())
    }),
    ("CLIO_CONTENT_EXCLUDE", |config, value| {
        config.content.exclude = list(value);
        Ok(())
    }),
    ("CLIO_CONTENT_SHARE_ALL", |config, value| {
        switch(&mut config.content.share_all, value)
    }),
    ("CLIO_CONTENT_WATCH", |config, value| {
        switch(&mut config.content.watch, value)
    }),
    ("CLIO_CONTENT_LIMITS_NOTE_BYTES", |config, value| {
        config.content.limits.note_bytes = number(value)?;
        Ok(())
    }),
    ("CLIO_CONTENT_LIMITS_NOTES", |config, value| {
        config.content.limits.notes = number(value)?;
        Ok(())
    }),
    ("CLIO_CONTENT_LIMITS_TOTAL_BYTES", |config, value| {
        config.content.limits.total_bytes = number(value)?;
        Ok(())
    }),
    ("CLIO_DATABASE_URL", |config, value| {
        config.database.url = Some(value).filter(|url| !url.is_empty()).map(Secret::new);
        Ok(())
    }),
    ("CLIO_PRIVACY_SERVER_RETENTION", |config, value| {
        config.privacy.server_retention = number(value)?;
        Ok(())
    }),
    ("CLIO_PRIVACY_ANSWER_RETENTION", |config, value| {
        config.privacy.answer_retention = number(value)?;
        Ok(())
    }),
    ("CLIO_DATA_FOLDER", |config, value| {
        config.data.folder = value.into();
        Ok(())
    }),
    ("CLIO_QUIZ_LOBBY", |config, value| {
        config.quiz.lobby = number(value)?;
        Ok(())
    }),
    ("CLIO_QUIZ_LEAD_IN", |config, value| {
        config.quiz.lead_in = number(value)?;
        Ok(())
    }),
    ("CLIO_QUIZ_REVEAL", |config, value| {
        config.quiz.reveal = number(value)?;
        Ok(())
    }),
    ("CLIO_QUIZ_RESUME_WITHIN", |config, value| {
        config.quiz.resume_within = number(value)?;
        Ok(())
    }),
    ("CLIO_QUIZ_GAMES_PER_SERVER", |config, value| {
        config.quiz.games_per_server = number(value)?;
        Ok(())
    }),
    ("CLIO_QUIZ_BETWEEN_GAMES", |config, value| {
        config.quiz.between_games = number(value)?;
        Ok(())
    }),
    ("CLIO_COMMANDS_PER_PERSON", |config, value| {
        config.commands.per_person = number(value)?;
        Ok(())
    }),
    ("CLIO_COMMANDS_PER_SERVER", |config, value| {
        config.commands.per_server = number(value)?;
        Ok(())
    }),
    ("CLIO_METRICS_LISTEN", |config, value| {
        config.metrics.listen = Some(value)
            .filter(|address| !address.is_empty())
            .map(|address| {
                address.parse().map_err(|_| {
                    format!("is `{address}`. Write an address and a port, such as 127.0.0.1:9464.")
                })
            })
            .transpose()?;
        Ok(())
    }),
    ("CLIO_DEFAULTS_TOPICS", |config, value| {
        config.defaults.topics = list(value);
        Ok(())
    }),
    ("CLIO_DEFAULTS_QUESTIONS", |config, value| {
        config.defaults.questions = number(value)?;
        Ok(())
    }),
    ("CLIO_DEFAULTS_SECONDS", |config, value| {
        config.defaults.seconds = value.parse()?;
        Ok(())
    }),
    ("CLIO_DEFAULTS_MODE", |config, value| {
        word(&mut config.defaults.mode, value, "study or race")
    }),
    ("CLIO_DEFAULTS_ANSWERS", |config, value| {
        word(&mut config.defaults.answers, value, "buttons or typed")
    }),
    ("CLIO_DEFAULTS_THREAD", |config, value| {
        switch(&mut config.defaults.thread, value)
    }),
    ("CLIO_DEFAULTS_DATES", |config, value| {
        word(&mut config.defaults.dates, value, "day-month or month-day")
    }),
    ("CLIO_DEFAULTS_TIME_ZONE", |config, value| {
        value.trim().clone_into(&mut config.defaults.time_zone);
        Ok(())
    }),
    ("CLIO_DEFAULTS_WEEK_START", |config, value| {
        word(&mut config.defaults.week_start, value, "monday or sunday")
    }),
    ("CLIO_DEFAULTS_SINGLE_PLAYER_COUNTS", |config, value| {
        switch(&mut config.defaults.single_player_counts, value)
    }),
    ("CLIO_DEFAULTS_GROUPS_BY_ALL", |config, value| {
        switch(&mut config.defaults.groups_by_all, value)
    }),
    ("CLIO_DEFAULTS_PICTURES", |config, value| {
        switch(&mut config.defaults.pictures, value)
    }),
    ("CLIO_LOG_FILTER", |config, value| {
        value.clone_into(&mut config.log.filter);
        Ok(())
    }),
    ("CLIO_LOG_FORMAT", |config, value| {
        word(&mut config.log.format, value, "auto, text or json")
    }),
];

/// Comma-separated, blanks around the parts and empty parts dropped.
fn list(value: &str) -> Vec<String> {
    value
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

fn number<N: std::str::FromStr>(value: &str) -> Result<N, String> {
    value
        .trim()
        .parse()
        .map_err(|_| format!("is `{value}`. Write a whole number."))
}

/// One of the words that the file takes as well.
fn word<W: serde::de::DeserializeOwned>(
    setting: &mut W,
    value: &str,
    words: &str,
) -> Result<(), String> {
    let read = serde_json::from_value(value.trim().to_lowercase().into());
    *setting = read.map_err(|_| format!("is `{value}`. Write {words}."))?;
    Ok(())
}

fn switch(setting: &mut bool, value: &str) -> Result<(), String> {
    *setting = match value.trim().to_lowercase().as_str() {
        "true" | "yes" | "on" | "1" => true,
        "false" | "no" | "off" | "0" | "" => false,
        _ => return Err(format!("is `{value}`. Write true or false.")),
    };
    Ok(())
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
