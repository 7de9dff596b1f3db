//! Every variable with the setting that it sets, and how values are read.

use crate::config::{Config, Secret};

/// Variables that begin so are Clio's; others of `CLIO_` may be anybody's.
pub(super) const TABLES: &[&str] = &[
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

pub(super) const SETTINGS: &[(&str, Set)] = &[
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
