//! The log: lines to standard error, as `[log]` says and never more than is safe, and an ear for what serenity tells nowhere else.

use std::io::IsTerminal;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::{FilterExt as _, Targets};
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Registry, fmt};

use crate::bot::SerenityLog;
use crate::config::{self, LogFormat};

/// Starts it. A log that somebody else in the process has started stays.
pub(super) fn start(log: &config::Log) -> SerenityLog {
    let on_terminal = std::io::stderr().is_terminal();
    let lines = fmt::layer::<Registry>()
        .with_ansi(on_terminal)
        .with_writer(std::io::stderr);
    let lines = match is_for_people(log.format, on_terminal) {
        true => lines.boxed(),
        false => lines.json().boxed(),
    };
    let shown = lines.with_filter(EnvFilter::new(&log.filter).and(safe()));
    let (ear, hears, heard) = SerenityLog::listen();
    let started = tracing_subscriber::registry()
        .with(shown)
        .with(ear.with_filter(hears))
        .try_init();
    drop(started);
    heard
}

fn is_for_people(format: LogFormat, on_terminal: bool) -> bool {
    match format {
        LogFormat::Auto => on_terminal,
        LogFormat::Text => true,
        LogFormat::Json => false,
    }
}

/// What may be shown, whatever the host asks for: the code that Clio is built on writes tokens and addresses with tokens into its
/// finer lines, serenity already at `info`.
fn safe() -> Targets {
    Targets::new()
        .with_default(LevelFilter::INFO)
        .with_target("clio", LevelFilter::TRACE)
        .with_target("serenity", LevelFilter::WARN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_for_people_on_a_terminal_and_for_machines_elsewhere_unless_it_is_said() {
        for (format, on_terminal, expected) in [
            (LogFormat::Auto, true, true),
            (LogFormat::Auto, false, false),
            (LogFormat::Text, false, true),
            (LogFormat::Json, true, false),
        ] {
            assert_eq!(is_for_people(format, on_terminal), expected, "{format:?}");
        }
    }
}
