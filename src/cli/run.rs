//! `clio run` and `clio invite`: the bot on Discord.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::bail;

use super::args::Args;
use super::{log, notes, out, restart};
use crate::bot;
use crate::config::{self, Config, NO_TOKEN};
use crate::disk::{Shelf, Shelves};

/// Reads the notes, says who can read what, and runs the bot until it is told to stop.
pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let (config, environment) = notes::settings(args)?;
    let Some(token) = config::token(&environment)? else {
        bail!(NO_TOKEN);
    };
    let own = bot::OwnProcess {
        log: log::start(&config.log),
        is_back: restart::is_back(),
    };
    let running = bot::start_in_own_process(
        bot::Settings {
            token,
            shelves: shelves(&config, out::line)?,
            discord: config.discord,
            watch: config.content.watch,
            data: config.data.folder,
            database: config.database.url,
            quiz: config.quiz,
            commands: config.commands,
            metrics: config.metrics,
            privacy: config.privacy,
            defaults: config.defaults,
        },
        own,
        bot::stop_signal(),
    )?;
    running.pulse().watch(|alarm| restart::anew(&alarm))?;
    running.join()?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the invite link.
pub(super) fn invite(args: &Args) -> anyhow::Result<ExitCode> {
    let (config, environment) = notes::settings(args)?;
    let Some(token) = config::token(&environment)? else {
        bail!(NO_TOKEN);
    };
    out::line(&bot::ask_invite(&token, &config.discord)?);
    Ok(ExitCode::SUCCESS)
}

/// Every shelf of the settings, loaded; `say` is told who can read what.
pub(super) fn shelves(config: &Config, say: fn(&str)) -> anyhow::Result<Shelves> {
    let open = |source| {
        let shelf = notes::with_progress(|progress| Shelf::open(source, progress))?;
        for line in shelf.loaded().report.who_can_read_what() {
            say(&line);
        }
        anyhow::Ok(Arc::new(shelf))
    };
    let common = notes::source(&config.content);
    let mut shelves = Shelves::new(open(common.clone())?);
    for shelf in &config.shelf {
        say(&format!("Servers {}:", names(&shelf.servers)));
        let source = crate::disk::Source {
            folders: shelf.folders.clone(),
            ..common.clone()
        };
        shelves = shelves.with(shelf.servers.clone(), open(source)?);
    }
    Ok(shelves)
}

fn names(servers: &[u64]) -> String {
    let names: Vec<String> = servers.iter().map(u64::to_string).collect();
    names.join(", ")
}
